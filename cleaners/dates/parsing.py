"""Read the dates of Persian pages: Jalali and Gregorian, with or without a time.

A date is recognised by its shape and its calendar by its year, so the same functions read
`۱۵ مهر ۱۴۰۴، ۱۴:۱۸`, `10:56 - 1396/12/27`, `2025-10-07T10:48:00Z` and
`Tue, 07 Oct 2025 10:48:00 GMT`. Times without an offset are in Tehran time.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from cleaners.dates.clock import (
    ANY_TIME,
    HOUR_AFTER,
    ONLY_LABELS,
    TIME_AFTER,
    TIME_BEFORE,
    has_latin_half,
    moment_at,
)
from cleaners.dates.jalali import (
    GREGORIAN_YEARS,
    calendar_date,
    in_tehran,
    iso,
    jalali,
)
from cleaners.dates.shapes import (
    DATE,
    LABELLED_SHORT_DATE,
    LUNAR_DATE,
    NAMES_A_DAY,
    NUMBERS_A_THING,
    SAME_SHAPE,
    SHORT_DATE,
    WEEKDAY,
    day_number,
    month_named,
)
from cleaners.dates.shortyears import labelled_day, short_day

__all__ = ["find_date", "is_future", "iso", "jalali", "parse_date"]

# Longest field that may hold a date with its labels; a longer text is prose, for `find_date`.
_LONGEST_FIELD: Final = 160
# Nothing that belongs to a date stands more than this many characters before it.
_REACH: Final = 40
# A date may be followed by the same day on other calendars: Gregorian and Islamic, seldom more.
_MOST_CALENDARS: Final = 4
# What every date has; looked for first, as most lines of a page do not have it.
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)\d{2}(?!\d)")
# A weekday before the date, but not a part of a name: «Ahmet Dursun 21.10.2024».
_WEEKDAY_BEFORE: Final = re.compile(rf"(?<![a-z]){WEEKDAY}(?!\w)[\s،,:/-]*$", re.IGNORECASE)
# Between a day and the same day on another calendar: `(برابر با `.
_SAME_DAY: Final = re.compile(
    rf"[\s/|(،,؛\[-]*(?:(?:برابر|مطابق|مصادف|معادل)(?:\s?با)?\s+)?(?:{WEEKDAY}[\s،,]+)?",
    re.IGNORECASE,
)
# The first day on a computer's clock: Unix's and SQL Server's. It means that there is no date.
_ZERO_DAYS: Final = frozenset({date(1970, 1, 1), date(1900, 1, 1)})


class _Found(NamedTuple):
    """A date in a text, with the part of the text that states it."""

    value: datetime | date
    start: int
    end: int
    has_time: bool
    """Whether a time stands beside it, even the midnight that means "unknown"."""


def parse_date(text: str) -> datetime | date | None:
    """Read the date in the field `text`, such as a page's `time` element or meta.

    Jalali and Gregorian, year or day first, months in digits or by name, days in digits or words,
    digits of any script, labels, weekdays and zones around it. Islamic days are passed over.

    Returns:
        An aware datetime on Tehran's clock. A date, as written, if there is no time, or only the
        midnight that software writes when it knows none (`2015-06-19T00:00:00+02:00`). None if
        there is no date, an impossible one, or the zero of a computer's clock (`1970-01-01`).
        Words such as «دیروز» are not dates.

    Raises:
        TypeError: `text` is not a string; nothing else is ever raised.

    >>> print(parse_date("سه‌شنبه ۱۵ مهر ۱۴۰۴ - ۱۴:۱۸"))
    2025-10-07 14:18:00+03:30
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_date takes a str, not {type(text).__name__}")
    if (value := _plain_iso(text)) is not None:
        return value
    text = " ".join(text.split())
    if len(text) > _LONGEST_FIELD:
        return None
    folded = text.translate(SAME_SHAPE)
    for found in _dates(folded):
        if found.has_time:
            return found.value
        times = list(ANY_TIME.finditer(folded))
        if not times:
            return _with_hour(folded, found)
        return (len(times) == 1 and moment_at(found.value, times[0])) or found.value
    return _short_date(folded)


def find_date(text: str) -> tuple[datetime | date, str] | None:
    """Find the first date in running `text`; return it with the words that state it.

    A time counts if it is right before or after the date. A year of two digits counts if a time is
    beside it or if there is nothing else in the text. The search takes time in proportion to the
    length of the text, however long it is.

    >>> find_date("تاریخ انتشار: ۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳ | کد خبر: ۱۲۳")[1]
    '۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳'
    """
    if _YEAR.search(text):
        for found in _dates(text.translate(SAME_SHAPE)):
            return found.value, text[found.start : found.end].strip()
    if len(text) > _LONGEST_FIELD or not _SHORT_YEAR.search(text):
        return None
    folded = text.translate(SAME_SHAPE)
    short = _find_short(folded)
    if short is None or not (short.has_time or _is_alone(folded, short)):
        short = _find_labelled(folded)
    if short is None:
        return None
    return short.value, text[short.start : short.end].strip()


def is_future(value: datetime | date, now: datetime) -> bool:
    """Return whether `value` is after `now`; a bare date is if its whole day is."""
    if isinstance(value, datetime):
        return in_tehran(value) > now
    return value > in_tehran(now).date()


def _plain_iso(text: str) -> datetime | date | None:
    """Read Gregorian ISO 8601, which most metas hold; None for anything else."""
    if len(text) < 10 or not (text[4] == "-" or text[8:9] == "T") or not text.isascii():
        return None
    try:
        moment = datetime.fromisoformat(text).replace(microsecond=0)
    except ValueError:
        return None
    if moment.year not in GREGORIAN_YEARS or moment.date() in _ZERO_DAYS:
        return None
    to_the_minute = text[10:11] == " " and text[16:17] != ":"  # as people write it
    if len(text) == 10 or (moment.timetuple()[3:6] == (0, 0, 0) and not to_the_minute):
        return moment.date()
    return in_tehran(moment)


def _dates(folded: str) -> Iterator[_Found]:
    """Yield the dates of `folded` that exist, each with the time beside it."""
    for match in DATE.finditer(folded):
        day = _day(match)
        if day is None or day in _ZERO_DAYS or not _stands_as_date(folded, match):
            continue
        start, end = _with_weekday(folded, match.start()), _past_other_calendars(folded, match, day)
        start, end, time = _with_time(folded, start, end)
        if time is None:
            yield _Found(day, start, end, has_time=False)
            continue
        if has_latin_half(time):
            day = _american(match) or day
        moment = moment_at(day, time)
        yield _Found(moment or day, start, end, has_time=moment is not None)


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a match of `DATE`, or None if there is no such day."""
    shape = int((match.lastgroup or "")[1:])
    year, month, day = int(match[f"y{shape}"]), match[f"m{shape}"], match[f"d{shape}"]
    if shape > 2:
        calendar, number = month_named(month)
        of_month = day_number(day, match["tens"]) if shape == 7 else int(day)
        return calendar_date(year, number, of_month) if year in calendar else None
    if shape == 2 and int(month) > 12 and year in GREGORIAN_YEARS:
        month, day = day, month  # the American order, where no other is possible
    return calendar_date(year, int(month), int(day))


def _american(match: re.Match[str]) -> date | None:
    """Return the day of `12/6/2024` with its month first."""
    if match["s2"] != "/" or (year := int(match["y2"])) not in GREGORIAN_YEARS:
        return None
    return calendar_date(year, int(match["d2"]), int(match["m2"]))


def _stands_as_date(folded: str, match: re.Match[str]) -> bool:
    """Return whether a match of `DATE` is a date, judging by what precedes it."""
    start, nearby = match.start(), max(0, match.start() - _REACH)
    if match["d7"]:
        return NAMES_A_DAY.search(folded, nearby, start) is not None
    if match["s1"] or match["s2"]:
        return NUMBERS_A_THING.search(folded, nearby, start) is None
    return True


def _with_weekday(folded: str, start: int) -> int:
    weekday = _WEEKDAY_BEFORE.search(folded, max(0, start - _REACH), start)
    return weekday.start() if weekday else start


def _past_other_calendars(folded: str, match: re.Match[str], day: date) -> int:
    """Return the end of a date, including the same day on other calendars after it."""
    end, seen = match.end(), {match[0]}
    for _ in range(_MOST_CALENDARS):
        if (between := _SAME_DAY.match(folded, end)) is None:
            break
        other = LUNAR_DATE.match(folded, between.end())
        if other is None:
            other = DATE.match(folded, between.end())
            if other is None or other[0] in seen or _day(other) != day:
                break
        seen.add(other[0])
        end = other.end()
    return end + (len(seen) > 1 and folded[end : end + 1] in (")", "]"))


def _with_time(folded: str, start: int, end: int) -> tuple[int, int, re.Match[str] | None]:
    """Return start and end of a date together with the time beside it, and that time."""
    if time := TIME_AFTER.match(folded, end):
        return start, time.end(), time
    if time := TIME_BEFORE.search(folded, max(0, start - _REACH), start):
        return time.start(), end, time
    return start, end, None


def _with_hour(folded: str, found: _Found) -> datetime | date:
    """Add the time to a date that states only the hour: `ساعت ۸ صبح`."""
    hour = HOUR_AFTER.match(folded, found.end)
    return (moment_at(found.value, hour) if hour else None) or found.value


def _short_date(folded: str) -> datetime | date | None:
    """Read a date whose year has two digits, if only one way of reading it gives a real day."""
    found = _find_short(folded) or _find_labelled(folded)
    if found is None or found.has_time:
        return found.value if found else None
    time = ANY_TIME.search(folded)
    return moment_at(found.value, time) if time else found.value


def _find_short(folded: str) -> _Found | None:
    """Find a date whose year has two digits, with the time beside it."""
    match = SHORT_DATE.search(folded)
    day = short_day(match) if match else None
    if match is None or day is None:
        return None
    start, end, time = _with_time(folded, _with_weekday(folded, match.start()), match.end())
    value = moment_at(day, time) if time else day
    return _Found(value, start, end, time is not None) if value else None


def _find_labelled(folded: str) -> _Found | None:
    """Find a date of the fourteenth century whose year has two digits, by the label before it."""
    match = LABELLED_SHORT_DATE.search(folded)
    if match is None:
        return None
    value = labelled_day(match)
    return _Found(value, match.start(), match.end(), has_time=False) if value else None


def _is_alone(folded: str, found: _Found) -> bool:
    """Return whether there are only labels and marks around a date."""
    before, after = (0, found.start), (found.end, len(folded))
    return all(ONLY_LABELS.fullmatch(folded, *part) for part in (before, after))
