"""The day in the address of an article."""

import re
from datetime import date
from typing import Final

from cleaners.dates.jalali import calendar_date

__all__ = ["date_in_address"]

# The year of the first Persian news on the Web; an older day in an address is that of an archive.
_FIRST_NEWS_SITES: Final = 1996
_DAY_IN_PATH: Final = re.compile(
    r"/(?P<year>\d{4})(?P<mark>[/-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=[/#]|$)", re.ASCII
)


def date_in_address(url: str) -> tuple[date, str] | None:
    """Find the day in the path of an address, with its text: `/1404/07/15/`, `/2025-10-07/`.

    >>> date_in_address("https://www.tasnimnews.com/fa/news/1404/07/15/3415955/قلمزنان")
    (datetime.date(2025, 10, 7), '1404/07/15')
    """
    for found in _DAY_IN_PATH.finditer(url.partition("?")[0]):
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        value = calendar_date(year, month, day)
        if value is not None and value.year >= _FIRST_NEWS_SITES:
            return value, found[0].strip("/")
    return None
