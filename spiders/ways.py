"""Ways to the articles of a site, as data: feeds, listings, archives, sitemaps, search."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Formatter
from typing import Final, Literal
from urllib.parse import quote

from cleaners.dates.jalali import jalali

__all__ = ["Kind", "Way", "day_contexts", "query_values"]

Kind = Literal["feed", "listing", "archive", "sitemap", "search", "api"]

# Fields that a template may have in addition to those of the site's own sections.
_DAY: Final = frozenset({"year", "month", "day"})
_RANGE: Final = frozenset({"first", "last"})
_QUERY: Final = frozenset({"query", "words"})
_PAGE: Final = frozenset({"page"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to articles.

    `url` is a template with these fields: `{page}`, the number of a page; `{year}`, `{month}` and
    `{day}` of the Jalali calendar; `{first}` and `{last}`, Jalali days as `1404/07/01`; `{query}`,
    words for a query string; `{words}`, the same joined by `+`. Any other field is a value of the
    site's sections.
    """

    kind: Kind
    url: str
    sure: bool = True
    """False for a way that is inferred or guessed; its failure says nothing about the site."""
    items: str = ""
    """CSS selector of a listing's entries; if it finds none, every link of the page counts."""
    first_page: int = 1
    form: str = ""
    """For a search by form (POST), the name of the field that takes the query."""

    @property
    def fields(self) -> frozenset[str]:
        """Names of the fields in the template and the form, except the page."""
        names = frozenset(name for _, name, _, _ in Formatter().parse(self.url) if name)
        return (names - _PAGE) | ({"words"} if self.form else frozenset())

    @property
    def paged(self) -> bool:
        """Whether there can be further pages."""
        return "{page}" in self.url

    @property
    def dated(self) -> bool:
        """Whether the way leads to chosen days."""
        return bool(self.fields & (_DAY | _RANGE))

    @property
    def by_day(self) -> bool:
        """Whether each wanted day has an address of its own."""
        return self.fields >= _DAY

    @property
    def own_fields(self) -> frozenset[str]:
        """Names that the template takes from the site's sections and provinces."""
        return self.fields - _DAY - _RANGE - _QUERY

    @property
    def searches(self) -> bool:
        """Whether the way answers a query."""
        return bool(self.fields & _QUERY)

    def address(self, values: Mapping[str, str], page: int | None = None) -> str:
        """Return the address of a page."""
        number = self.first_page if page is None else page
        return self.url.format_map({**values, "page": str(number)})

    def filled_form(self, values: Mapping[str, str]) -> str:
        """Return the form-encoded body to post, or an empty string for a way without a form."""
        return f"{self.form}={values['words']}" if self.form else ""


def day_contexts(way: Way, since: date, until: date) -> Iterator[dict[str, str]]:
    """Yield the template values that lead `way` through `since` to `until`, newest first."""
    if way.fields & _RANGE:
        yield {"first": _slashed(since), "last": _slashed(until)}
        return
    seen: set[tuple[str, ...]] = set()
    day = until
    while day >= since:
        year, month, number = jalali(day).split("-")
        values = {"year": year, "month": str(int(month)), "day": str(int(number))}
        key = tuple(values[name] for name in ("year", "month", "day") if name in way.fields)
        if key not in seen:  # a yearly sitemap is the same for all days of the year
            seen.add(key)
            yield values
        day -= timedelta(days=1)


def query_values(query: str) -> dict[str, str]:
    """Return the template values that ask a site's search for `query`."""
    return {"query": quote(query, safe=""), "words": "+".join(quote(w) for w in query.split())}


def _slashed(day: date) -> str:
    return jalali(day).replace("-", "/")
