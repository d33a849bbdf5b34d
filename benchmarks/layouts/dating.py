"""Dates as Iranian sites write them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from persiantools.jdatetime import JalaliDate

__all__ = ["DAY_FORMS", "FORMS", "clock_line", "jalali_meta", "utc"]

_MONTHS: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_DAYS: Final = ("دوشنبه", "سه شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
_PERSIAN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC: Final = str.maketrans("0123456789ی", "٠١٢٣٤٥٦٧٨٩ي")


def _parts(when: datetime) -> tuple[int, int, int, str, str]:
    """Return year, month, day, month's name and weekday on the Jalali calendar."""
    day = JalaliDate(when.date())  # type: ignore[no-untyped-call]
    return day.year, day.month, day.day, _MONTHS[day.month - 1], _DAYS[when.weekday()]


def _half_day(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    hour = when.hour % 12 or 12
    half = "ق.ظ" if when.hour < 12 else "ب.ظ"
    return f"{day} {month.replace('ی', 'ي')} {year} - {hour}:{when:%M}:08 {half}"


def _comma(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    return f"{day} {month} {year}، {when.hour}:{when:%M}".translate(_PERSIAN)


def _dash(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    return f"{day} {month} {year} - {when:%H:%M}".translate(_PERSIAN)


def _weekday(when: datetime) -> str:
    year, _, day, month, weekday = _parts(when)
    return f"{weekday} {day} {month} {year} - {when:%H:%M}".translate(_PERSIAN)


def _label_day_first(when: datetime) -> str:
    year, month, day, _, _ = _parts(when)
    return f"تاریخ انتشار: {when:%H:%M} - {day:02}-{month:02}-{year}".translate(_PERSIAN)


def _label_month(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    month = month.replace("ی", "ي")
    return f"تاریخ انتشار: {when:%H:%M} - {day:02} {month} {year}".translate(_PERSIAN)


def _latin(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    return f"{day} {month} {year} - {when:%H:%M}"


def _slash_time(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    return f"{day} {month} {year} / {when:%H:%M}".translate(_PERSIAN)


def _arabic(when: datetime) -> str:
    year, _, day, month, weekday = _parts(when)
    return f"{when:%H:%M} - {weekday} {day} {month} {year}".translate(_ARABIC)


def _numeric(when: datetime) -> str:
    year, month, day, _, _ = _parts(when)
    return f"{year}/{month:02}/{day:02} {when:%H:%M}:25".translate(_PERSIAN)


def _numeric_latin(when: datetime) -> str:
    year, month, day, _, _ = _parts(when)
    return f"{year}/{month:02}/{day:02} - {when:%H:%M}"


def _spoken(when: datetime) -> str:
    year, _, day, month, weekday = _parts(when)
    return f"{weekday}، {day} {month} {year} ساعت {when:%H:%M}".translate(_PERSIAN)


def _day_numeric(when: datetime) -> str:
    year, month, day, _, _ = _parts(when)
    return f"{year}/{month:02}/{day:02}"


def _day_written(when: datetime) -> str:
    year, _, day, month, _ = _parts(when)
    return f"تاریخ انتشار: {day} {month} {year}".translate(_PERSIAN)


#: Ways to write day and minute.
FORMS: Final[tuple[Callable[[datetime], str], ...]] = (
    _half_day,
    _comma,
    _dash,
    _weekday,
    _label_day_first,
    _label_month,
    _latin,
    _slash_time,
    _arabic,
    _numeric,
    _numeric_latin,
    _spoken,
)

#: Ways to write the day alone.
DAY_FORMS: Final[tuple[Callable[[datetime], str], ...]] = (_day_numeric, _day_written)


def clock_line(when: datetime) -> str:
    """Return the line of a header's clock: `پنجشنبه ۱۹ بهمن ۱۴۰۲`."""
    year, _, day, month, weekday = _parts(when)
    return f"{weekday} {day} {month} {year}".translate(_PERSIAN)


def jalali_meta(when: datetime) -> str:
    """Return `۱۳۹۶/۰۲/۲۸ - ۲۲:۵۷`, as one CMS writes `article:published_time`."""
    year, month, day, _, _ = _parts(when)
    return f"{year}/{month:02}/{day:02} - {when:%H:%M}".translate(_PERSIAN)


def utc(when: datetime) -> str:
    """Return the instant as `2025-10-07T10:48:00Z`."""
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
