"""When to request a page again that led to no line in the output."""

from datetime import UTC, datetime, timedelta
from typing import Final

from tvto_crawl.skips import Skipped

__all__ = ["NEVER", "next_try"]

#: A time later than any crawl.
NEVER: Final = "9999"
# Less than a day, so that a page is due for a crawl at the same hour of the next day.
_NEXT_DAY: Final = timedelta(hours=20)
# Reasons that may be gone any day: a robots.txt may change, and so may this program.
_TOMORROW: Final = frozenset({"robots", "invalid"})
# How often a page is requested that is gone or holds no article. A site in trouble may answer like
# this for sound pages.
_TRIES: Final = 3
# Pause after each failure in a row: the next crawls retry at once, then more and more rarely.
_PATIENCE: Final = (
    timedelta(),
    timedelta(),
    timedelta(),
    timedelta(hours=1),
    timedelta(days=1),
    timedelta(days=7),
)


def next_try(skipped: Skipped, tries: int) -> str:
    """Return when to retry, ISO 8601 in UTC, after `tries` that all ended in the same way."""
    if skipped.failure:
        return _in(_PATIENCE[min(tries, len(_PATIENCE)) - 1])
    if skipped.reason in _TOMORROW or (skipped.page_fault and tries < _TRIES):
        return _in(_NEXT_DAY)
    return NEVER


def _in(pause: timedelta) -> str:
    return (datetime.now(UTC) + pause).isoformat(timespec="seconds")
