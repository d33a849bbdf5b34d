"""What the page needs of all articles at once, column by column, so that it opens fast."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from persiantools.jdatetime import JalaliDate

from cleaners.article import Article
from cleaners.dates.jalali import GREGORIAN_YEARS

__all__ = ["FIELDS", "Row", "columns", "row_of"]

#: Fields whose absence is counted, in the order of the bits of `Row.missing`.
FIELDS: Final = (
    *("title", "body", "published_at", "time", "url", "news_code", "lead", "kicker"),
    *("section", "tags", "province", "place", "authors", "images"),
)

_EPOCH: Final = date(1970, 1, 1).toordinal()
# Day of an article without a date.
_UNDATED: Final = -1_000_000
# In the column `original`: an original, and a copy of an article that is not in these files.
_NONE: Final = -1
_ELSEWHERE: Final = -2


@dataclass(slots=True)
class Row:
    """What is kept in memory of one article; the rest is in the store of texts."""

    id: str
    agency: str
    agency_name: str | None
    title: str | None
    kicker: str | None
    day: int
    """Days since 1970-01-01 in Tehran; `_UNDATED` if no date is known."""
    minute: int
    """Minute of the day in Tehran; -1 if no time is known."""
    province: str | None
    section: tuple[str, ...]
    tags: tuple[str, ...]
    words: int
    extractor: str
    warnings: tuple[str, ...]
    repairs: dict[str, int]
    missing: int
    """Bit mask of the `FIELDS` that the article lacks."""
    duplicate_of: str | None
    text: int
    """Number of its text in the store."""


def row_of(article: Article, text: int) -> Row:
    """Return the row of `article`; `text` is the number of its text in the store."""
    day, minute = _moment(article.published_at)
    return Row(
        id=article.id,
        agency=article.agency,
        agency_name=article.agency_name,
        title=article.title,
        kicker=article.kicker,
        day=day,
        minute=minute,
        province=article.province,
        section=tuple(dict.fromkeys(article.section)),
        tags=tuple(dict.fromkeys(article.tags)),
        words=len(article.text.split()),
        extractor=article.extractor,
        warnings=tuple(dict.fromkeys(article.warnings)),
        repairs={kind: count for kind, count in article.repairs.items() if count > 0},
        missing=_missing(article, day, minute),
        duplicate_of=article.duplicate_of,
        text=text,
    )


def _moment(published_at: str | None) -> tuple[int, int]:
    """Return day and minute of an ISO 8601 date; an invalid date counts as unknown."""
    try:
        day = date.fromisoformat((published_at or "")[:10])
        if day.year not in GREGORIAN_YEARS:
            return _UNDATED, -1
        clock = (published_at or "")[11:16]
        minute = int(clock[:2]) * 60 + int(clock[3:]) if clock else -1
    except ValueError:
        return _UNDATED, -1
    return day.toordinal() - _EPOCH, minute if minute < 24 * 60 else -1


def _missing(article: Article, day: int, minute: int) -> int:
    bits = 0
    for bit, name in enumerate(FIELDS):
        if name == "published_at":
            there = day != _UNDATED
        elif name == "time":
            there = minute >= 0
        else:
            there = bool(getattr(article, name))
        if not there:
            bits |= 1 << bit
    return bits


def columns(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the columns of `rows`, in their order, as plain JSON values.

    Recurring names are stored once, in a list sorted by frequency, and the columns hold their
    places in it. The empty name stands for articles without one.
    """
    place = {row.id: number for number, row in enumerate(rows)}
    provinces, extractors = _Dictionary(), _Dictionary()
    sections, tags, warnings = _Dictionary(), _Dictionary(), _Dictionary()
    agencies = _Dictionary()
    for row in rows:
        agencies.add((row.agency,))
        provinces.add((row.province or "",))
        extractors.add((row.extractor,))
        sections.add(row.section)
        tags.add(row.tags)
        warnings.add(row.warnings)
    kinds = sorted({kind for row in rows for kind in row.repairs})
    return {
        "count": len(rows),
        "undated": _UNDATED,
        "fields": FIELDS,
        "months": _months([row.day for row in rows if row.day != _UNDATED]),
        "agencies": [[key, _usual_name(rows, key)] for key in agencies.values()],
        "provinces": provinces.values(),
        "extractors": extractors.values(),
        "sections": sections.values(),
        "tags": tags.values(),
        "warnings": warnings.values(),
        "id": [row.id for row in rows],
        "title": [row.title or "" for row in rows],
        "kicker": [row.kicker or "" for row in rows],
        "day": [row.day for row in rows],
        "minute": [row.minute for row in rows],
        "words": [row.words for row in rows],
        "missing": [row.missing for row in rows],
        "agency": [agencies[row.agency] for row in rows],
        "province": [provinces[row.province or ""] for row in rows],
        "extractor": [extractors[row.extractor] for row in rows],
        "section": _ragged([sections[name] for name in row.section] for row in rows),
        "tag": _ragged([tags[name] for name in row.tags] for row in rows),
        "warning": _ragged([warnings[name] for name in row.warnings] for row in rows),
        "repairs": {kind: [row.repairs.get(kind, 0) for row in rows] for kind in kinds},
        "original": [_original(row, place) for row in rows],
    }


class _Dictionary:
    """Names sorted by frequency, the commonest first."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._places: dict[str, int] = {}

    def add(self, names: Iterable[str]) -> None:
        """Count each of `names` once more."""
        self._counts.update(names)

    def values(self) -> list[str]:
        """Return the sorted names; after that, `dictionary[name]` is the place of a name."""
        names = sorted(self._counts, key=lambda name: (-self._counts[name], name))
        self._places = {name: place for place, name in enumerate(names)}
        return names

    def __getitem__(self, name: str) -> int:
        return self._places[name]


def _usual_name(rows: Iterable[Row], agency: str) -> str | None:
    names = Counter(row.agency_name for row in rows if row.agency == agency and row.agency_name)
    return names.most_common(1)[0][0] if names else None


def _ragged(lists: Iterable[list[int]]) -> dict[str, list[int]]:
    """Return lists of different lengths as their lengths and all their values in one list."""
    counts, values = [], []
    for items in lists:
        counts.append(len(items))
        values += items
    return {"counts": counts, "values": values}


def _original(row: Row, place: dict[str, int]) -> int:
    if not row.duplicate_of or row.duplicate_of == row.id:
        return _NONE
    return place.get(row.duplicate_of, _ELSEWHERE)


def _months(days: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return (first day, Jalali year, month) for every month of all years that `days` fall in.

    One more month ends the list, so that the length of each month can be calculated.
    """
    if not days:
        return []
    first, last = (_jalali_year(day) for day in (min(days), max(days)))
    names = [(year, month) for year in range(first, last + 1) for month in range(1, 13)]
    return [(_first_day(year, month), year, month) for year, month in [*names, (last + 1, 1)]]


def _jalali_year(day: int) -> int:
    return int(JalaliDate.to_jalali(date.fromordinal(day + _EPOCH)).year)  # type: ignore[no-untyped-call]


def _first_day(year: int, month: int) -> int:
    start: date = JalaliDate(year, month, 1).to_gregorian()  # type: ignore[no-untyped-call]
    return start.toordinal() - _EPOCH
