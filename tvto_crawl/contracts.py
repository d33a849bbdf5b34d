"""A contract for callbacks that spiders share, with an example from each spider."""

from typing import Any

from scrapy.contracts import Contract

__all__ = ["ExampleContract"]


class ExampleContract(Contract):
    """`@example article` takes the request from the spider's `example("article")`."""

    name = "example"

    def __init__(self, method: Any, *args: Any) -> None:
        super().__init__(method, *args)
        self._spider = method.__self__

    def adjust_request_args(self, args: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments of the request for the example."""
        return {**args, **self._spider.example(self.args[0])}
