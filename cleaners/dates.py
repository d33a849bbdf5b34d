"""Read the dates of Persian pages: Jalali and Gregorian, with or without a time.

A date is recognised by its shape and its calendar by its year, so one reader
serves `۱۵ مهر ۱۴۰۴، ۱۴:۱۸`, `10:56 - 1396/12/27`, `2025-10-07T10:48:00Z` and
`Tue, 07 Oct 2025 10:48:00 GMT`. Times without an offset are Tehran's.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from importlib.resources import files
from typing import Final, NamedTuple

from cleaners.jalali import GREGORIAN_YEARS, JALALI_YEARS, calendar_date, in_tehran, iso, jalali
from cleaners.persian.folding import LETTERS

__all__ = ["find_date", "is_future", "iso", "jalali", "parse_date"]

# Longest text that is a date with its labels; what is longer is prose, for `find_date` alone.
_LONGEST_FIELD: Final = 160

# One character for one, so that places in the folded text are places in the text itself.
_SAME_SHAPE: Final = str.maketrans(
    LETTERS
    | dict.fromkeys("\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\ufeff", " ")
    | {"∶": ":", "\u066b": ".", "−": "-", "\u2010": "-", "\u2011": "-"}
)


def _load_months() -> dict[str, tuple[range, int]]:
    table = tomllib.loads(files("cleaners").joinpath("data/months.toml").read_text("utf-8"))
    years = {"jalali": JALALI_YEARS, "gregorian": GREGORIAN_YEARS}
    return {
        name.translate(_SAME_SHAPE): (years[calendar], number)
        for calendar, names in table.items()
        for name, number in names.items()
    }


_MONTHS: Final = _load_months()
_PERSIAN_MONTHS: Final = "|".join(
    sorted((name.replace(" ", r"\s+") for name in _MONTHS if not name.isascii()), key=len)[::-1]
)
_LATIN_MONTHS: Final = "(?:" + "|".join(name for name in _MONTHS if name.isascii()) + ")[a-z]*"
_MONTH: Final = rf"(?:{_PERSIAN_MONTHS}|{_LATIN_MONTHS})"
# What may part a day from its month and a month from its year when the month has a name.
_PART: Final = r"(?:\s*[-/.,،]\s*|\s*)"

_DATE: Final = re.compile(
    rf"""
    (?<![\d/.])(?<!\d:)(?:
      (?P<y1>\d{{4}})\s?(?P<s1>[-/.])\s?(?P<m1>\d{{1,2}})\s?(?P=s1)\s?(?P<d1>\d{{1,2}})(?!\d)
    | (?P<d2>\d{{1,2}})\s?(?P<s2>[-/.])\s?(?P<m2>\d{{1,2}})\s?(?P=s2)\s?(?P<y2>\d{{4}})(?!\d)
    | (?P<d3>\d{{1,2}})(?:\s?(?:ام|م|st|nd|rd|th)\b)?{_PART}(?P<m3>{_MONTH})(?:\s?ماه)?\b
      {_PART}(?:سال\s+)?(?P<y3>\d{{4}})(?!\d)
    | (?P<y4>\d{{4}})\s?[-/،,]?\s?(?P<m4>{_MONTH})(?:\s?ماه)?\b{_PART}(?P<d4>\d{{1,2}})(?![\d:])
    )
    | (?P<m6>(?<!\w)(?:{_PERSIAN_MONTHS}))\s+(?P<d6>\d{{1,2}})\s?[,،]\s*(?P<y6>\d{{4}})(?!\d)
    | (?P<m5>\b{_LATIN_MONTHS}\b)\.?\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y5>\d{{4}})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Years of two digits are read in a field of its own only, and only when one reading is possible.
_SHORT_DATE: Final = re.compile(
    rf"""(?<![\d/.])(?<!\d:)(?:
      (?P<a>\d{{2}})\s?(?P<s>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=s)\s?(?P<c>\d{{2}})
    | (?P<d>\d{{1,2}})\s*(?P<m>{_PERSIAN_MONTHS})(?:\s?ماه)?\s+(?P<y>\d{{2}})
    )(?=\s*(?:$|[-–،,|/()]|::|ساعت|\d{{1,2}}\s?:))""",
    re.VERBOSE,
)

_HALF_OF_DAY: Final = r"ب\s?\.?\s?ظ|ق\s?\.?\s?ظ|بعد\s?از\s?ظهر|قبل\s?از\s?ظهر|بامداد|صبح|ظهر|عصر|شب"
_OFFSET: Final = (
    r"(?:GMT|UTC|UT|Z|IRST|IRDT)?\s?[+-]\d{2}:?\d{2}(?!\d)|(?:GMT|UTC|UT|Z|IRST|IRDT)\b"
)
_CLOCK: Final = rf"""
    (?<!\d)(?<!\d:)(?P<hour>\d{{1,2}})\s?:\s?(?P<minute>\d{{2}})
    (?:\s?:\s?(?P<second>\d{{2}})(?:[.,]\d+)?)?(?![\d:])
    (?:\s?(?P<half>{_HALF_OF_DAY}|[ap]\.?m\b\.?))?
    (?:\s?(?P<offset>{_OFFSET}))?
"""
_WEEKDAY: Final = (
    r"(?:(?:یک|دو|سه|چهار|پنج)?\s?شنبه|جمعه|ادینه|[a-z]{3,9}day|sun|mon|tue|wed|thu|fri|sat)"
)
# What stands between a date and its time: marks, blanks, and the words that name the one or other,
# glued to the digits or not (`۱۴۰۴ساعت:۱۰:۲۳`).
_BETWEEN: Final = rf"""
    (?:[\s،,؛;:|/()\[\]–—•·*_-]|\bT(?=\d)|\bat\b
    |(?<![^\W\d])(?:در|به|روز|مورخ|تاریخ|زمان|ساعت|انتشار|درج|خبر|{_WEEKDAY})(?![^\W\d])|(?<=\d)T(?=\d)){{0,24}}?
"""
_FLAGS: Final = re.VERBOSE | re.IGNORECASE
_TIME_AFTER: Final = re.compile(_BETWEEN + _CLOCK, _FLAGS)
_TIME_BEFORE: Final = re.compile(_CLOCK + _BETWEEN + r"$", _FLAGS)
_ANY_TIME: Final = re.compile(_CLOCK, _FLAGS)
_HOUR_AFTER: Final = re.compile(
    rf"""{_BETWEEN}\bساعت\s(?P<hour>\d{{1,2}})(?:\s?و\s?(?P<minute>\d{{1,2}})\s?دقیقه)?(?![\d:])
    (?P<second>)(?:\s?(?P<half>{_HALF_OF_DAY})\b)?(?P<offset>)""",
    _FLAGS,
)
_WEEKDAY_BEFORE: Final = re.compile(rf"{_WEEKDAY}\b[\s،,:/-]*$", re.IGNORECASE)
# No time stands further before its date than this, in characters.
_REACH: Final = 40


class _Found(NamedTuple):
    """A date in a text, with the part of the text that tells it."""

    value: datetime | date
    start: int
    end: int


def parse_date(text: str) -> datetime | date | None:
    """Read the date that the field `text` tells, such as a page's `time` element or meta.

    Jalali and Gregorian, year or day first, months in digits or by name, digits of any script,
    labels and weekdays around it.

    Returns:
        An aware datetime on Tehran's clock; a date where no time stands; None where no date
        stands or an impossible one. Words such as «دیروز» tell none.

    Raises:
        TypeError: `text` is no string; nothing else is ever raised.

    >>> iso(parse_date("سه‌شنبه ۱۵ مهر ۱۴۰۴ - ۱۴:۱۸"))
    '2025-10-07T14:18:00+03:30'
    """
    if not isinstance(text, str):
        raise TypeError(f"parse_date takes a str, not {type(text).__name__}")
    if (value := _plain_iso(text)) is not None:
        return value
    text = " ".join(text.split())
    if len(text) > _LONGEST_FIELD:
        return None
    folded = text.translate(_SAME_SHAPE)
    for found in _dates(folded):
        if isinstance(found.value, datetime):
            return found.value
        times = list(_ANY_TIME.finditer(folded))
        if not times:
            return _with_hour(folded, found).value
        return _at(found.value, times[0]) if len(times) == 1 else found.value
    return _short_date(folded)


def find_date(text: str) -> tuple[datetime | date, str] | None:
    """Find the first date in running `text`, with the very words that tell it.

    Its time counts when it stands beside it, before or after. Years of two digits do not count.

    >>> find_date("تاریخ انتشار: ۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳ | کد خبر: ۱۲۳")[1]
    '۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳'
    """
    for found in _dates(text.translate(_SAME_SHAPE)):
        return found.value, text[found.start : found.end].strip()
    return None


def is_future(value: datetime | date, now: datetime) -> bool:
    """Tell whether `value` lies after `now`; a bare date only when its whole day does."""
    if isinstance(value, datetime):
        return in_tehran(value) > now
    return value > in_tehran(now).date()


def _plain_iso(text: str) -> datetime | date | None:
    """Read Gregorian ISO 8601, which most metas hold; None for all else."""
    if len(text) < 10 or not (text[4] == "-" or text[8:9] == "T") or not text.isascii():
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.year not in GREGORIAN_YEARS:
        return None
    return moment.date() if len(text) == 10 else in_tehran(moment.replace(microsecond=0))


def _dates(folded: str) -> Iterator[_Found]:
    """Yield the dates of `folded` that exist, each with the time beside it."""
    for match in _DATE.finditer(folded):
        if (day := _day(match)) is None:
            continue
        start, end = match.span()
        if weekday := _WEEKDAY_BEFORE.search(folded, max(0, start - _REACH), start):
            start = weekday.start()
        other = _DATE.match(folded, _skip_marks(folded, end))
        if other and other[0] != match[0] and _day(other) == day:
            end = other.end()  # the same day on the other calendar
        if time := _TIME_AFTER.match(folded, end):
            end = time.end()
        elif time := _TIME_BEFORE.search(folded, max(0, start - _REACH), start):
            start = time.start()
        if time is None:
            yield _Found(day, start, end)
        elif (moment := _at(day, time)) is not None:
            yield _Found(moment, start, end)


def _skip_marks(folded: str, start: int) -> int:
    while start < len(folded) and folded[start] in " -–—/|(،,؛[":
        start += 1
    return start


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a match of `_DATE`, or None if there is no such day."""
    shape = int((match.lastgroup or "")[1:])
    year, day = int(match[f"y{shape}"]), int(match[f"d{shape}"])
    name = match[f"m{shape}"]
    if shape > 2:
        calendar, month = _month(name)
        return calendar_date(year, month, day) if year in calendar else None
    month = int(name)
    if shape == 2 and month > 12 and year in GREGORIAN_YEARS:
        month, day = day, month  # the American order, where no other is possible
    return calendar_date(year, month, day)


def _month(name: str) -> tuple[range, int]:
    return _MONTHS[name[:3].lower() if name.isascii() else " ".join(name.split())]


def _at(day: date, time: re.Match[str]) -> datetime | None:
    """Return the moment of `day` that `time` tells, or None if no clock shows it."""
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    second = int(time["second"] or 0)
    hour = _hour_of_day(hour, time["half"])
    if hour == 24 and minute == second == 0:
        day, hour = day + timedelta(days=1), 0
    if hour > 23 or minute > 59 or second > 60:
        return None
    moment = datetime(day.year, day.month, day.day, hour, minute, min(second, 59))
    offset = _offset(time["offset"])
    if offset is None:
        return in_tehran(moment)
    return in_tehran(moment.replace(tzinfo=timezone(offset)))


def _hour_of_day(hour: int, half: str | None) -> int:
    """Return the hour on a clock of 24 hours, given the half of the day that stands beside it."""
    if not half or hour > 12:
        return hour
    half = half.lower().replace(" ", "").replace(".", "")
    if half in ("قظ", "قبلازظهر", "صبح", "بامداد", "am"):
        return hour % 12
    if half == "شب":  # from eight to eleven the evening's; at twelve and after, the night's
        return hour % 12 if hour == 12 or hour < 5 else hour + 12
    if half == "ظهر":  # "۱۱:۴۵ ظهر" is before noon
        return hour + 12 if hour < 5 else hour
    return hour % 12 + 12


_ZONES: Final = {"IRST": timedelta(hours=3.5), "IRDT": timedelta(hours=4.5)}


def _offset(zone: str | None) -> timedelta | None:
    """Return the offset from UTC that `zone` tells; None where none stands."""
    if not zone:
        return None
    digits = re.search(r"([+-])(\d{2}):?(\d{2})", zone)
    if digits is None:
        return _ZONES.get(zone.upper(), timedelta())
    hours, minutes = int(digits[2]), int(digits[3])
    if hours > 14 or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if digits[1] == "-" else offset


def _with_hour(folded: str, found: _Found) -> _Found:
    """Add the time to a date that tells only the hour: `ساعت ۸ صبح`."""
    hour = _HOUR_AFTER.match(folded, found.end)
    moment = _at(found.value, hour) if hour else None
    return found._replace(value=moment) if moment else found


def _short_date(folded: str) -> datetime | date | None:
    """Read a date whose year has two digits, if only one reading makes a day that was."""
    match = _SHORT_DATE.search(folded)
    if match is None:
        return None
    if match["m"]:
        calendar, month = _month(match["m"])
        if calendar is not JALALI_YEARS:
            return None
        days = {_short_year_day(match["y"], month, match["d"])}
    elif match["a"].isascii() and int(match["a"]) < 60:
        return None  # in Latin digits the year may be either calendar's
    else:
        a, b, c = match["a"], int(match["b"]), match["c"]
        days = {_short_year_day(a, b, c), _short_year_day(c, b, a)} - {None} or {None}
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return None
    time = _ANY_TIME.search(folded)
    return _at(day, time) if time else day


def _short_year_day(year: str, month: int, day: str) -> date | None:
    """Return a Jalali day by the last two digits of its year, 1360 to 1409.

    News sites are younger than 1360; the years to come are nobody's date.
    """
    short = int(year)
    if 10 <= short < 60:
        return None
    return calendar_date((1300 if short >= 60 else 1400) + short, month, int(day))
