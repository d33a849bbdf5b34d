"""Which ways of a site a crawl takes for what it was asked, and in what order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from typing import Final

from cleaners.dates.jalali import in_tehran
from cleaners.persian.folding import fold
from spiders.arguments import Wanted
from spiders.ways import Kind, Way, day_contexts, query_values

__all__ = ["Site", "Step", "each_way", "tiers"]

Step = tuple[Way, Mapping[str, str]]
"""A way, and the values that fill its template."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of a site: see the class attributes of `AgencySpider`."""

    ways: tuple[Way, ...]
    sections: Mapping[str, Mapping[str, str]]
    provinces: Mapping[str, Mapping[str, str]]
    home_sections: tuple[str, ...] = ()

    def chosen(self, wanted: Wanted) -> dict[str, str]:
        """Return what the templates need for the wanted section and province; `{}` for neither."""
        return {
            **self.sections.get(wanted.section or "", {}),
            **self.provinces.get(wanted.province or "", {}),
        }

    def resolved(self, wanted: Wanted) -> Wanted:
        """Return `wanted` with its section as the site spells it.

        Raises:
            ValueError: the site is not known to have that section.
        """
        name, known = wanted.section, self.sections
        if not name or not known:
            return wanted
        spellings = {fold(section): section for section in known}
        if found := spellings.get(fold(name)):
            return replace(wanted, section=found)
        alike = get_close_matches(fold(name), spellings, n=1)
        example = spellings[alike[0]] if alike else next(iter(known))
        raise ValueError(
            f"no section {name!r} is known: -a section='{example}'; there are " + "، ".join(known)
        )


def tiers(site: Site, wanted: Wanted) -> Iterator[list[Step]]:
    """Yield the steps of a crawl in tiers: one is taken only when those before found nothing.

    A query is asked of the site's search, chosen days of its archive. Feeds and listings are what
    every site has, without such wishes the only tier, else the last; for days the sitemaps too.
    """
    chosen = site.chosen(wanted)
    home = [site.sections.get(name) or site.provinces[name] for name in site.home_sections]
    if wanted.query:
        yield _fitting(site, ("search",), query_values(wanted.query))
    elif wanted.dated:
        # Whole days of a large agency are hundreds of articles; the topic lives in few sections.
        within = [chosen] if chosen or wanted.topic == "all" else home
        yield [step for values in within for step in _through_days(site, wanted, values, "archive")]
        yield _through_days(site, wanted, chosen, "archive")
    # The topic's own sections first: a crawl with a limit may need no more than these.
    general: list[Mapping[str, str]] = [{}]
    contexts = [*home, *general] if wanted.topic == "tvto" else [*general, *home]
    contexts = [chosen] if chosen else contexts
    kinds: tuple[Kind, ...] = ("feed", "api", "listing")
    last = [step for values in contexts for step in _fitting(site, kinds, values, must=values)]
    if wanted.dated:
        for values in contexts:
            last += _through_days(site, wanted, values, "sitemap")
            last += _fitting(site, ("sitemap",), values, must=values)
    yield last


def each_way(site: Site, wanted: Wanted) -> list[Step]:
    """Return one step of every way, to see whether it is there at all.

    Archives are asked for the last wanted day, else for yesterday, which has all its news.
    """
    today = in_tehran(datetime.now(UTC)).date()
    day = wanted.until or wanted.since or today - timedelta(days=1)
    sections = [site.chosen(wanted), *site.sections.values(), *site.provinces.values()]
    steps: list[Step] = []
    for way in site.ways:
        days = next(day_contexts(way, day, day)) if way.dated else {}
        values = {**query_values(wanted.query or _A_QUERY), **days}
        own = next((s for s in sections if way.own_fields <= set(s)), None)
        if own is not None:
            steps.append((way, {name: {**own, **values}[name] for name in way.fields}))
    return steps


def _through_days(site: Site, wanted: Wanted, values: Mapping[str, str], kind: Kind) -> list[Step]:
    """Return the steps to the wanted days, newest first; an open window ends today, in Tehran."""
    today = in_tehran(datetime.now(UTC)).date()
    until = min(wanted.until or today, today)
    since = wanted.since or _EARLIEST
    steps: list[Step] = []
    for way in site.ways:
        if way.kind == kind and way.dated and _fits(way, {**values, **_ANY_DAY}, values):
            steps += [(way, {**values, **days}) for days in day_contexts(way, since, until)]
    return steps


# What a search is tried with; every agency has written of it.
_A_QUERY: Final = "فنی و حرفه\u200cای"
# The first of the sites' archives begin in 1382 (2003).
_EARLIEST = date(2003, 3, 21)
_ANY_DAY = dict.fromkeys(("year", "month", "day", "first", "last"), "")


def _fitting(
    site: Site, kinds: tuple[Kind, ...], values: Mapping[str, str], must: Mapping[str, str] = {}
) -> list[Step]:
    return [(way, values) for way in site.ways if way.kind in kinds and _fits(way, values, must)]


def _fits(way: Way, values: Mapping[str, str], must: Mapping[str, str]) -> bool:
    """Return whether `values` fill the way, and it uses one of `must` where there are any."""
    return way.fields <= set(values) and (not must or bool(way.fields & set(must)))
