"""Dates whose year has two digits: which day one means, if that is certain."""

import re
from datetime import date
from typing import Final

from cleaners.dates.jalali import JALALI_YEARS, calendar_date
from cleaners.dates.shapes import month_named

__all__ = ["labelled_day", "short_day"]

# A larger number of two digits is a year.
_LONGEST_MONTH: Final = 31
# Blogs of the eighties and nineties write «92/3/3»; other numbers may be a mark in an exam.
_LATELY: Final = 80


def labelled_day(match: re.Match[str]) -> date | None:
    """Return the day of a match of `LABELLED_SHORT_DATE`, if one end of it can only be a year."""
    first, last = int(match["a"]), int(match["c"])
    if (first > _LONGEST_MONTH) == (last > _LONGEST_MONTH):
        return None
    year, day = (match["a"], match["c"]) if first > last else (match["c"], match["a"])
    return _day_of(year, int(match["b"]), day)


def short_day(match: re.Match[str]) -> date | None:
    """Return the day of a match of `SHORT_DATE`, if only one way of reading it gives a real day."""
    if match["m"]:
        calendar, month = month_named(match["m"])
        is_jalali = calendar is JALALI_YEARS
        return _day_of(match["y"], month, match["d"]) if is_jalali else None
    if match["a"].isascii() and int(match["a"]) < 60:
        return None  # in Latin digits the year may be of either calendar
    a, b, c = match["a"], int(match["b"]), match["c"]
    if len(c) == 1 and (int(a) < _LATELY or match["s"] != "/"):
        return None  # «12/3/3», «72-3-1» may be anything
    days = {_day_of(a, b, c), _day_of(c, b, a)} - {None}
    return days.pop() if len(days) == 1 else None


def _day_of(year: str, month: int, day: str) -> date | None:
    """Return a Jalali day by the last two digits of its year, 1360 to 1409.

    News sites are younger than 1360; later years have not come yet.
    """
    short = int(year)
    if 10 <= short < 60:
        return None
    return calendar_date((1300 if short >= 60 else 1400) + short, month, int(day))
