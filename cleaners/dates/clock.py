"""Times of day beside dates: on a clock of 24 hours or 12, with a time zone or in Tehran's."""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from cleaners.dates.jalali import in_tehran
from cleaners.dates.shapes import WEEKDAY, load_table

__all__ = [
    "ANY_TIME",
    "HOUR_AFTER",
    "ONLY_LABELS",
    "TIME_AFTER",
    "TIME_BEFORE",
    "has_latin_half",
    "moment_at",
]


def _zone(name_or_offset: str) -> tzinfo:
    sign, rest = name_or_offset[0], name_or_offset[1:]
    if sign not in "+-":
        return ZoneInfo(name_or_offset)
    hours, minutes = rest.split(":")
    return _at_offset(sign, int(hours), int(minutes))


def _at_offset(sign: str, hours: int, minutes: int) -> tzinfo:
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if sign == "-" else offset)


_NAMES: Final = load_table("zones")
_ZONES: Final = {name: _zone(zone) for names in _NAMES.values() for name, zone in names.items()}
_ABBREVIATION: Final = "(?a:" + "|".join(_NAMES["abbreviations"]) + r")(?!\w)"
_PLACE: Final = "(?:" + "|".join(_NAMES["places"]).replace(" ", r"\s") + r")(?!\w)"
_BY_THE_CLOCK_OF: Final = r"(?:به\s?وقت|بوقت|به\s?ساعت)\s"
_ZONE: Final = rf"""
    \(?\s?(?P<offset>(?:(?a:GMT|UTC|UT|Z|IRST|IRDT)|گرینویچ)?\s?[+-]\d{{2}}:?\d{{2}}(?!\d)
    |(?:GMT|UTC|گرینویچ)\s?[+-]\s?\d{{1,2}}(?::\d{{2}})?(?![\d:])
    |(?<=[(\s])[+-]\d{{1,2}}(?::\d{{2}})?\s?(?:GMT|UTC|گرینویچ))(?:\s?\))?
    |[-(،,]?\s?(?:(?:{_BY_THE_CLOCK_OF})?(?P<zone>{_ABBREVIATION})
    |{_BY_THE_CLOCK_OF}(?P<place>{_PLACE}))(?:\s?\))?
"""
_PERSIAN_HALF: Final = r"[بق]\s?[.٫]?\s?ظ(?!\w)\.?"
_HALF_OF_DAY: Final = rf"{_PERSIAN_HALF}|(?:بعد|قبل)\s?از\s?ظهر|بامداد|صبح|ظهر|عصر|شب|[صم](?![\w.])"
_CLOCK: Final = rf"""
    (?<!\d)(?<!\d:)(?:(?P<half_before>{_PERSIAN_HALF}|\b[ap]m)\s)?
    (?P<hour>\d{{1,2}})\s?:\s?(?P<minute>\d{{2}})
    (?:\s?:\s?(?P<second>\d{{2}})(?:[.,]\d+)?)?(?![\d:])
    (?:\s?(?P<half>{_HALF_OF_DAY}|[ap]\.?m\b\.?))?
    (?:\s?(?:{_ZONE}))?
"""
# What stands between a date and its time: marks, blanks, and words for either of them, with or
# without a blank before the digits (`۱۴۰۴ساعت:۱۰:۲۳`).
_LABELS: Final = rf"""
    (?:[\s،,؛;:|/()\[\]•·*_-]|\bT(?=\d)|\bat\b|(?<![^\W\d])(?:در|به|روز|مورخ|تاریخ|زمان|ساعت|انتشار
    |درج|خبر|هجری|شمسی|خورشیدی|میلادی|{WEEKDAY})(?![^\W\d])|(?<=\d)T(?=\d))
"""
_BETWEEN: Final = _LABELS + "{0,24}?"
_FLAGS: Final = re.VERBOSE | re.IGNORECASE

#: A time after a date, before it, and anywhere.
TIME_AFTER: Final = re.compile(_BETWEEN + _CLOCK, _FLAGS)
TIME_BEFORE: Final = re.compile(_CLOCK + _BETWEEN + r"$", _FLAGS)
ANY_TIME: Final = re.compile(_CLOCK, _FLAGS)
#: An hour without minutes, or with minutes in words: `ساعت ۸ صبح`, `ساعت ۱۰ و ۲۰ دقیقه`.
HOUR_AFTER: Final = re.compile(
    rf"""{_BETWEEN}(?<![^\W\d])ساعت\s(?P<hour>\d{{1,2}})(?:\s?و\s?(?P<minute>\d{{1,2}})\s?دقیقه)?(?![\d:])
    (?P<second>)(?:\s?(?P<half>{_HALF_OF_DAY})\b)?(?P<half_before>)(?P<offset>)(?P<zone>)(?P<place>)
    """,
    _FLAGS,
)
#: Text with no words but those that stand around a date.
ONLY_LABELS: Final = re.compile(f"{_LABELS}*+", _FLAGS)


def has_latin_half(time: re.Match[str]) -> bool:
    """Return whether a time has AM or PM, as servers with United States settings write."""
    half = time["half"] or time["half_before"]
    return bool(half) and half.isascii()


def moment_at(day: date, time: re.Match[str]) -> datetime | date | None:
    """Return the moment that `day` and `time` give, on Tehran's clock.

    Midnight to the second, or in ISO 8601, is how software writes that it knows no time: the result
    is the day alone, as written, whatever the zone. It is None for a time that no clock shows.
    """
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    second = int(time["second"] or 0)
    half = time["half"] or time["half_before"]
    if 23 < hour < 60 and minute < 24 and not (half or time["second"] or hour == 24):
        hour, minute = minute, hour  # typed with the minutes first: «۳۳ : ۱۷»
    hour = _hour_of_day(hour, half)
    if hour == minute == second == 0 and (time["second"] or time[0][0] in "Tt"):
        return day
    if hour == 24 and minute == second == 0:
        day, hour = day + timedelta(days=1), 0
    if hour > 23 or minute > 59 or second > 60:
        return None
    moment = datetime(day.year, day.month, day.day, hour, minute, min(second, 59))
    return in_tehran(moment.replace(tzinfo=_zone_of(time)))


def _hour_of_day(hour: int, half: str | None) -> int:
    """Return the hour on a 24-hour clock, given the half of the day that stands beside it."""
    if not half or hour > 12:
        return hour
    half = "".join(half.lower().replace(".", "").split())
    if half in ("قظ", "قبلازظهر", "صبح", "ص", "بامداد", "am"):
        return hour % 12
    if half == "شب":  # the evening before midnight; at twelve and until five, the night after it
        return hour % 12 if hour == 12 or hour < 5 else hour + 12
    if half == "ظهر":  # "۱۱:۴۵ ظهر" is before noon
        return hour + 12 if hour < 5 else hour
    return hour % 12 + 12


def _zone_of(time: re.Match[str]) -> tzinfo | None:
    """Return the time zone beside `time`; None for Tehran's clock."""
    if name := time["zone"] or time["place"]:
        return _ZONES.get(" ".join(name.upper().split()))
    digits = re.search(r"([+-])\s?(\d{1,2}):?(\d{2})?", time["offset"] or "")
    if digits is None:
        return None
    hours, minutes = int(digits[2]), int(digits[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    return _at_offset(digits[1], hours, minutes)
