"""Which ways of a site a crawl takes for its arguments, and in what order."""

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

#: A way, and the values that fill in its template.
Step = tuple[Way, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of a site: see the class attributes of `AgencySpider`."""

    ways: tuple[Way, ...]
    sections: Mapping[str, Mapping[str, str]]
    provinces: Mapping[str, Mapping[str, str]]
    home_sections: tuple[str, ...] = ()

    def chosen(self, wanted: Wanted) -> dict[str, str]:
        """Return the template values of the wanted section and province; `{}` if neither is set."""
        return {
            **self.sections.get(wanted.section or "", {}),
            **self.provinces.get(wanted.province or "", {}),
        }

    def resolved(self, wanted: Wanted) -> Wanted:
        """Return `wanted` with its section spelt as on the site.

        Raises:
            ValueError: the site has no such section that we know of.
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
            f"there is no section {name!r}; give for example -a section='{example}'; "
            f"the sections are {'، '.join(known)}"
        )


def tiers(site: Site, wanted: Wanted) -> Iterator[list[Step]]:
    """Yield the steps of a crawl in tiers; each is taken only if those before did not suffice.

    A query goes to the site's search first, chosen days to its archive. Feeds and listings, which
    every site has, are the last tier, or the only one without a query or days. For chosen days the
    last tier also has the sitemaps.
    """
    chosen = site.chosen(wanted)
    home = [site.sections.get(name) or site.provinces[name] for name in site.home_sections]
    if wanted.query:
        yield _fitting(site, ("search",), query_values(wanted.query))
    elif wanted.dated:
        # A day of a large agency has hundreds of articles, and the topic is found in few sections.
        within = [chosen] if chosen or wanted.topic == "all" else home
        yield [step for values in within for step in _through_days(site, wanted, values, "archive")]
        yield _through_days(site, wanted, chosen, "archive")
    # The topic's own sections come first: a crawl with a limit may need no others.
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
    """Return one step for every way, to see whether the site has it at all.

    Archives are asked for the last wanted day, or else for yesterday, whose news is complete.
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
    """Return the steps to the wanted days, newest first; a missing last day is today in Tehran."""
    today = in_tehran(datetime.now(UTC)).date()
    until = min(wanted.until or today, today)
    since = wanted.since or _EARLIEST
    steps: list[Step] = []
    for way in site.ways:
        if way.kind == kind and way.dated and _fits(way, {**values, **_ANY_DAY}, values):
            steps += [(way, {**values, **days}) for days in day_contexts(way, since, until)]
    return steps


# The query with which a search is tried; every agency has written about it.
_A_QUERY: Final = "فنی و حرفه\u200cای"
# The oldest of the sites' archives begin in 1382 (2003).
_EARLIEST = date(2003, 3, 21)
_ANY_DAY = dict.fromkeys(("year", "month", "day", "first", "last"), "")


def _fitting(
    site: Site, kinds: tuple[Kind, ...], values: Mapping[str, str], must: Mapping[str, str] = {}
) -> list[Step]:
    return [(way, values) for way in site.ways if way.kind in kinds and _fits(way, values, must)]


def _fits(way: Way, values: Mapping[str, str], must: Mapping[str, str]) -> bool:
    """Return whether `values` fill in the way, and it uses one of `must` if there are any."""
    return way.fields <= set(values) and (not must or bool(way.fields & set(must)))
