"""How far the ways of a crawl reach: whether they cover what was asked for, and what to try next.

Ways are taken in tiers. The next tier is taken if the ways of the last one failed or did not cover
the wanted days, whatever else they found.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from cleaners.dates.jalali import jalali
from spiders.arguments import Wanted
from spiders.plan import Step
from spiders.walks import Walk

__all__ = ["Reach"]

# A way by days is tried one day after another until it answers, and given up after this many days
# that the site does not know.
_TRIES: Final = 3
# After a way has answered, a missing day may simply have no news. This many in a row mean that the
# archive has ended.
_EMPTY_DAYS: Final = 30
# Days of one way that are requested at a time once it has answered.
_AT_A_TIME: Final = 16

_Key = tuple[str, str]


class Reach:
    """The tiers of a crawl, the outcomes of their walks, and what to request next."""

    def __init__(self, wanted: Wanted, tiers: Iterable[Iterable[Step]]) -> None:
        self._wanted = wanted
        self._left = deque(list(tier) for tier in tiers)
        self._walks: list[Walk] = []
        self._asked: set[str] = set()
        self._waiting: dict[_Key, deque[Walk]] = {}
        self._under_way: Counter[_Key] = Counter()
        self._vain: Counter[_Key] = Counter()
        self._answered: set[_Key] = set()
        self._missed: set[tuple[str, ...]] | None = None
        self.unhelpful: set[str] = set()
        """Addresses of the listings in tiers that did not suffice: their 304 means nothing."""

    # --- What to request -------------------------------------------------------------------------

    def go_on(self) -> list[Walk]:
        """Return the walks to begin when none is under way: those of the next tier, if needed."""
        if stuck := self._stuck():
            return stuck
        while self._left and not self.suffices():
            self._leave_tier()
            walks = [Walk(way, values) for way, values in self._left.popleft()]
            if new := [walk for walk in walks if self._is_new(walk)]:
                self._walks = new
                return self._begun(new)
        return []

    def add(self, walk: Walk) -> None:
        """Add a walk discovered during the crawl to the current tier."""
        walk.found = True
        self._asked.add(walk.url)
        self._walks.append(walk)

    def after(self, walk: Walk) -> list[Walk]:
        """Return the walks that can begin now that the first page of `walk` has come or failed."""
        key = _key(walk)
        if not walk.way.dated or key not in self._waiting:
            return []
        self._under_way[key] -= 1
        if walk.outcome.read or walk.outcome.unchanged:
            self._answered.add(key)
        self._vain[key] = self._vain[key] + 1 if walk.outcome.gone else 0
        if self._vain[key] >= (_EMPTY_DAYS if key in self._answered else _TRIES):
            for left in self._waiting.pop(key):
                left.outcome.failed = True
            return []
        return self._released(key)

    def has_answered(self, walk: Walk) -> bool:
        """Return whether the way of `walk` is one by days and has answered for other days."""
        return walk.way.dated and _key(walk) in self._answered

    def _begun(self, walks: list[Walk]) -> list[Walk]:
        begun = []
        for walk in walks:
            if walk.way.dated:
                self._waiting.setdefault(_key(walk), deque()).append(walk)
            else:
                begun.append(walk)
        return begun + [walk for key in self._waiting for walk in self._released(key)]

    def _released(self, key: _Key) -> list[Walk]:
        waiting = self._waiting[key]
        room = (_AT_A_TIME if key in self._answered else 1) - self._under_way[key]
        released = [waiting.popleft() for _ in range(min(max(room, 0), len(waiting)))]
        self._under_way[key] += len(released)
        return released

    def _stuck(self) -> list[Walk]:
        """Return waiting walks of ways whose requests vanished without an answer.

        It is called when none is under way.
        """
        self._under_way.clear()
        return [walk for key in self._waiting for walk in self._released(key)]

    def _is_new(self, walk: Walk) -> bool:
        day = _day(walk)
        if day and self._missed is not None and day not in self._missed:
            return False
        if walk.url in self._asked:
            return False
        self._asked.add(walk.url)
        return True

    def _leave_tier(self) -> None:
        if not self._walks:
            return
        self.unhelpful.update(walk.address for walk in self._walks)
        self._missed = self._missed_days()
        self._waiting.clear()
        self._under_way.clear()

    # --- Outcomes --------------------------------------------------------------------------------

    def suffices(self) -> bool:
        """Return whether the walks of the current tier led to what is wanted."""
        if not self._wanted.dated or self._searched():
            return any(walk.outcome.helped for walk in self._walks)
        return bool(self._walks) and not self._uncovered()

    def shortfall(self) -> str | None:
        """Return a sentence if no way covers all wanted days, else None."""
        if not self._wanted.dated or self.suffices():
            return None
        places = "، ".join(dict.fromkeys(host for host, _ in self._uncovered()))
        since, until = self._wanted.since, self._wanted.until
        days = " ".join(
            f"{name}={jalali(day).replace('-', '/')}"
            for name, day in (("since", since), ("until", until))
            if day
        )
        return (
            f"articles of {days} may be missing: no way was found that covers all these days on "
            f"{places or 'the site'}"
        )

    def _searched(self) -> bool:
        return any(walk.way.searches for walk in self._walks)

    def _uncovered(self) -> list[tuple[str, str]]:
        """Return the hosts and sections that no way of the current tier covers."""
        parts: dict[str, dict[str, list[Walk]]] = defaultdict(lambda: defaultdict(list))
        for walk in self._walks:
            if walk.outcome.helped or not walk.found:
                parts[_host(walk)][_context(walk)].append(walk)
        return [gap for host, sections in parts.items() for gap in self._gaps(host, sections)]

    def _gaps(self, host: str, sections: dict[str, list[Walk]]) -> Iterator[tuple[str, str]]:
        """Yield the sections of a host that are not covered, neither singly nor by the whole."""
        open_ones = [name for name, walks in sections.items() if not self._is_covered(walks)]
        named = [name for name in sections if name]
        # The topic is found in the sections that were chosen for it.
        whole_needed = "" in sections and (self._wanted.topic == "all" or not named)
        if "" in sections and "" not in open_ones:
            return
        yield from ((host, name) for name in open_ones if bool(name) is not whole_needed)

    def _is_covered(self, walks: list[Walk]) -> bool:
        """Return whether one way covers a section: its days, its sitemaps, or back to the first."""
        by_way: dict[str, list[Walk]] = defaultdict(list)
        for walk in walks:
            by_way[walk.way.url].append(walk)
        return any(self._way_covers(same) for same in by_way.values())

    def _way_covers(self, walks: list[Walk]) -> bool:
        if not self._is_sound(walks):
            return False
        return all(walk.covers(self._wanted) or self._is_empty_day(walk) for walk in walks)

    def _is_sound(self, walks: list[Walk]) -> bool:
        """Return whether a way led anywhere and, if by days, to different articles each day."""
        one = walks[0]
        alike = [walk for walk in self._walks if _key(walk) == _key(one)]
        if one.way.by_day and self._missed is not None:  # only days that failed before
            return any(walk.outcome.read or walk.outcome.unchanged for walk in alike)
        # Older articles show that a feed or sitemap works, but not an archive: one that ignores the
        # requested days has older articles, too.
        if not any(w.outcome.helped or (w.outcome.older and not one.way.by_day) for w in alike):
            return False
        pages = Counter(walk.outcome.first_page for walk in walks if walk.outcome.first_page)
        repeated = max(pages.values(), default=0)
        return not one.way.by_day or repeated < 2 or repeated * 2 <= pages.total()

    def _is_empty_day(self, walk: Walk) -> bool:
        return walk.outcome.gone and self.has_answered(walk)

    def _missed_days(self) -> set[tuple[str, ...]] | None:
        """Return the days that ways by days did not cover; None if it may be all of them."""
        by_way: dict[tuple[str, str], list[Walk]] = defaultdict(list)
        for walk in self._walks:
            if walk.way.by_day:
                by_way[walk.way.url, _context(walk)].append(walk)
        missed: set[tuple[str, ...]] = set()
        for walks in by_way.values():
            if not self._is_sound(walks):
                return None
            missed |= {
                _day(walk)
                for walk in walks
                if not walk.covers(self._wanted) and not self._is_empty_day(walk)
            }
        return missed if by_way else self._missed


def _host(walk: Walk) -> str:
    return urlsplit(walk.address).netloc


def _key(walk: Walk) -> _Key:
    return walk.way.url, _host(walk)


def _context(walk: Walk) -> str:
    """Return the section or province that a walk goes through; `""` for the whole site."""
    return "&".join(f"{name}={walk.values[name]}" for name in sorted(walk.way.own_fields))


def _day(walk: Walk) -> tuple[str, ...]:
    """Return the day that a walk leads to, or `()` if it is not by days."""
    return tuple(walk.values[n] for n in ("year", "month", "day")) if walk.way.by_day else ()
