"""When a page that led to no line is asked for again."""

from datetime import UTC, datetime, timedelta
from typing import Final

from tvto_crawl.skips import Skipped

__all__ = ["NEVER", "next_try"]

#: Later than any crawl.
NEVER: Final = "9999"
# A crawl at the same hour of the next day finds due what was left for it.
_NEXT_DAY: Final = timedelta(hours=20)
# What may be different any day: a robots.txt, a program.
_TOMORROW: Final = frozenset({"robots", "invalid"})
# So often a page is asked for that is no article, or gone: a site in trouble answers so for all.
_TRIES: Final = 3
# A page that fails is tried by the next crawls at once, then more and more rarely.
_PATIENCE: Final = (
    timedelta(),
    timedelta(),
    timedelta(),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(days=7),
)


def next_try(skipped: Skipped, tries: int) -> str:
    """Return when to ask again, ISO 8601 in UTC, after so many tries that ended in the same way."""
    if skipped.failure:
        return _in(_PATIENCE[min(tries, len(_PATIENCE)) - 1])
    if skipped.reason in _TOMORROW or (skipped.page_fault and tries < _TRIES):
        return _in(_NEXT_DAY)
    return NEVER


def _in(pause: timedelta) -> str:
    return (datetime.now(UTC) + pause).isoformat(timespec="seconds")
