"""Forget earlier pages, so that a page that is timed again is as new as each page of a crawl."""

import sys
from collections.abc import Callable

__all__ = ["forgetter"]


def forgetter() -> Callable[[], None]:
    """Return a function that empties what the cleaners remember of lines and addresses.

    These caches have a limit; those without one hold tables, which serve all pages.
    """
    caches = {
        id(value): value
        for name, module in list(sys.modules.items())
        if name == "cleaners" or name.startswith("cleaners.")
        for value in vars(module).values()
        if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"] is not None
    }

    def forget() -> None:
        for cached in caches.values():
            cached.cache_clear()

    return forget
