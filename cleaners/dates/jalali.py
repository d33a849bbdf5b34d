"""The Jalali calendar and Tehran's clock, which Persian pages go by."""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

__all__ = [
    "GREGORIAN_YEARS",
    "JALALI_YEARS",
    "calendar_date",
    "in_tehran",
    "iso",
    "jalali",
]

#: Years that a page can mean. The ranges do not overlap, so a year identifies its calendar. The
#: Jalali range ends before 1420 (2041), because later years are Islamic (Hijri) ones: those on web
#: pages are 1420 (1999) and later.
JALALI_YEARS: Final = range(1200, 1420)
GREGORIAN_YEARS: Final = range(1900, 2101)

_TEHRAN: Final = ZoneInfo("Asia/Tehran")


@lru_cache(maxsize=8192)
def calendar_date(year: int, month: int, day: int) -> date | None:
    """Return the day of either calendar as a Gregorian date; None if there is no such day.

    >>> calendar_date(1404, 7, 15)
    datetime.date(2025, 10, 7)
    """
    try:
        if year in JALALI_YEARS:
            jalali_date = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]
            return jalali_date.to_gregorian()
        if year in GREGORIAN_YEARS:
            return date(year, month, day)
    except ValueError:
        pass
    return None


def _tehran_time(moment: datetime) -> datetime:
    """Return a clock time in Tehran with the offset of that day.

    The offset is a fixed one (+03:30, or +04:30 in the summers until 2022), so that moments
    compare and subtract without surprises.
    """
    return moment.replace(tzinfo=_fixed(moment.replace(tzinfo=_TEHRAN).utcoffset()))


@lru_cache(maxsize=256)  # the same moment is asked for its ISO form, its Jalali day and more
def in_tehran(moment: datetime) -> datetime:
    """Return `moment` on Tehran's clock; one without an offset is on it already."""
    if moment.tzinfo is None:
        return _tehran_time(moment)
    offset = moment.astimezone(UTC).astimezone(_TEHRAN).utcoffset()
    return moment.astimezone(_fixed(offset))


@lru_cache(maxsize=64)
def _fixed(offset: timedelta | None) -> timezone:
    # Before 1946 Tehran kept local mean time, to the second; offsets in ISO 8601 have minutes.
    minutes = round((offset or timedelta()).total_seconds() / 60)
    return timezone(timedelta(minutes=minutes))


def iso(value: datetime | date) -> str:
    """Return ISO 8601 with Tehran's offset, or the bare date where no time is known.

    >>> iso(datetime(2025, 10, 7, 10, 48, tzinfo=UTC))
    '2025-10-07T14:18:00+03:30'
    >>> iso(date(2025, 10, 7))
    '2025-10-07'
    """
    if isinstance(value, datetime):
        return in_tehran(value).isoformat(timespec="seconds")
    return value.isoformat()


def jalali(value: datetime | date) -> str:
    """Return Tehran's day and time on the Jalali calendar: `1404-07-15 14:18` or `1404-07-15`."""
    if isinstance(value, datetime):
        local = in_tehran(value)
        return f"{_jalali_day(local.date())} {local:%H:%M}"
    return _jalali_day(value)


@lru_cache(maxsize=8192)
def _jalali_day(day: date) -> str:
    jalali_date = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
    return f"{jalali_date.year:04}-{jalali_date.month:02}-{jalali_date.day:02}"
