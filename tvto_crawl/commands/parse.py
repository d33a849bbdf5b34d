"""`scrapy parse`, which leaves the articles alone."""

import argparse
from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.commands.parse import Command as ScrapyParse
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred

from tvto_crawl.exit_codes import CANT_BEGIN, FAILED

__all__ = ["Command"]


class Command(ScrapyParse):
    """Scrapy's command, but it opens no article file, keeps no ledger and holds no lock.

    Without `-c` it takes the page for an article's.
    """

    default_settings: ClassVar = {**ScrapyParse.default_settings, "LOOK_ONLY": True}

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; Scrapy's own default, `parse`, is no method of these spiders."""
        super().process_options(args, opts)
        if not opts.rules:
            opts.callback = opts.callback or "parse_article"

    def set_spidercls(self, url: str, opts: argparse.Namespace) -> None:
        """Choose the spider.

        Raises:
            UsageError: it has no such callback.
        """
        super().set_spidercls(url, opts)
        if self.spidercls is None:
            self.exitcode = CANT_BEGIN
        elif opts.callback and not callable(getattr(self.spidercls, opts.callback, None)):
            raise UsageError(
                f"the spider {self.spidercls.name} has no callback {opts.callback}",
                print_help=False,
            )

    def start_parsing(self, url: str, opts: argparse.Namespace) -> None:
        """Fetch and parse the page; one that does not come is a failure."""
        super().start_parsing(url, opts)
        if not self.first_response:
            self.exitcode = self.exitcode or FAILED

    def prepare_request(
        self, spider: Spider, request: Request, opts: argparse.Namespace
    ) -> Request:
        """Let the page be parsed as Scrapy does it, but without what it warns of itself."""
        prepared = super().prepare_request(spider, request, opts)
        prepared.callback = _awaited(prepared.callback)
        return prepared

    def scraped_data(self, args: Any) -> list[Any]:
        """Do the same for the pages that it leads to, with `--depth`."""
        *others, callback = args
        return super().scraped_data((*others, _awaited(callback)))


def _awaited(callback: Any) -> Callable[..., Any]:
    """Return a callback that awaits the Deferred of another; to return that is deprecated."""

    @wraps(callback)
    async def awaiting(response: Response, **arguments: Any) -> Any:
        result: Deferred[Any] = callback(response, **arguments)
        return await maybe_deferred_to_future(result)

    return awaiting
