"""Weigh what the sources say about a word: how frequent it is, how it is spelt, what it is tied to.

`build_lexicon` makes its decisions by these figures.
"""

import collections
from collections.abc import Iterable

from lexicon_sources import Counts, Sources

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.inflection import inflection

__all__ = [
    "ENDINGS",
    "Ties",
    "is_common",
    "is_frequent",
    "is_glued",
    "is_inflected",
    "productive_seconds",
    "reading_weight",
    "weight",
]

_RULES = inflection()
# What follows a half-space in inflected words, as opposed to compounds.
ENDINGS = frozenset({*_RULES.plural, *_RULES.comparative, *_RULES.after_heh, *_RULES.after_yeh})
# First parts that are prefixes rather than words, though they can stand alone.
_PREFIXES = frozenset({"پیش", "پس", "نیم", "نیمه", "خوش", "تک", "هم", "کم", "فوق", "شبه", "میان"})


def weight(sources: Sources, form: str) -> float:
    """Return the evidence for `form`, as a number of occurrences in a corpus of PerDT's size."""
    halved = ZWNJ in form
    return (
        2.0 * sources.perdt[form]
        + (1.0 if form in sources.hazm and (halved or sources.hazm[form] > 1) else 0.0)
        + (0.9 if form in sources.lilak else 0.0)
        + (0.8 if form in sources.shekar_compounds else 0.0)
        + (0.8 if form in sources.shekar and not halved else 0.3 * (form in sources.shekar))
        + min(2.0, sources.wordfreq[form] * (0.4 if halved else 0.02))
    )


def reading_weight(sources: Sources, base: str, ending: str) -> float:
    """Return how often `base` with `ending` can be expected."""
    form = base + ending
    return (
        sources.perdt[form]
        + 0.4 * sources.wordfreq[form]
        + 0.5 * sources.known(form)
        + 0.02 * (sources.perdt[base] + 0.2 * sources.wordfreq[base])
    )


def is_common(sources: Sources, word: str) -> bool:
    """Return whether `word` is frequent enough to be trusted as a part of other words."""
    return (
        sources.perdt[word] > 0
        or sources.wordfreq[word] > 2
        or (sources.shekar[word] > 300_000 and sources.lilak[word] > 0)
    )


def is_frequent(sources: Sources, word: str) -> bool:
    """Return whether `word` is one of the few thousand that everyone uses."""
    return sources.perdt[word] >= 8 or sources.wordfreq[word] > 40


def is_inflected(sources: Sources, word: str, chosen: set[str]) -> bool:
    """Return whether `word`, listed without a half-space, is an inflected word that lost it."""
    if ZWNJ in word or sources.perdt[word] > 5:
        return False
    if sources.perdt[word] < 3 and _has_plain_ending(sources, word, chosen):
        return True
    # These are also what some words end with, but such words are listed: پریشان.
    if word in sources.lilak or word in sources.hazm:
        return False
    bases = (word.removesuffix(ending) for ending in ("مان", "تان", "شان", "اش"))
    return any(
        base != word
        and len(base) > 2
        and base[-1] == "ی"
        and base[-2] not in "او"
        and base in chosen
        and is_common(sources, base)
        and not is_common(sources, word.removesuffix("ان"))  # ندیمان
        for base in bases
    )


def _has_plain_ending(sources: Sources, word: str, chosen: set[str]) -> bool:
    """Return whether `word` is a common word with a plural or a comparative ending."""
    for ending in ("ها", "های", "هایی", "هایش", "هایشان", "هایم", "ترین"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and base[-1] not in NON_JOINING and base in chosen:
            return is_common(sources, base)
    base = word.removesuffix("تر")
    if base != word and len(base) > 3 and base[-1] not in NON_JOINING and base in chosen:
        is_met = sources.perdt[word] > 1 or sources.wordfreq[word] >= 1
        return base in sources.adjectives and is_common(sources, base) and not is_met
    return False


def is_glued(sources: Sources, word: str) -> bool:
    """Return whether a rarely listed `word` is a particle stuck to a frequent word: `وحرف`."""
    if sources.known(word) > 2 or word in sources.lilak or is_common(sources, word):
        return False
    return any(
        len(rest) > 2 and is_frequent(sources, rest)
        for particle in ("و", "در", "از", "را")
        if (rest := word.removeprefix(particle)) != word
    )


class Ties:
    """How strongly the parts of compounds are tied to them.

    The tie of a part is the share of its occurrences in UD PerDT that are inside a compound. On
    the treebank's own development set and on a technical handbook, joining pairs was right 97
    times in 100 where the second part has a tie of 0.5 or more, or the first part one of 0.7 or
    more. A test for independence (the product of the two words' counts) did not separate
    `نصب شده` from `نرم افزار`.
    """

    def __init__(self, sources: Sources, forms: Iterable[str]) -> None:
        self._perdt = sources.perdt
        self._firsts: Counts = collections.Counter()
        self._seconds: Counts = collections.Counter()
        self._types: Counts = collections.Counter()
        for form in forms:
            first, _, second = form.rpartition(ZWNJ)
            if first in _RULES.verb_prefixes or second in ENDINGS:
                continue
            self._types[second] += 1
            self._seconds[second] += sources.perdt[form]
            self._firsts[first] += sources.perdt[form]

    def first(self, part: str) -> float:
        """Return the tie of a first part."""
        inside = self._firsts[part]
        return inside / (inside + self._perdt[part] + 1)

    def second(self, part: str) -> float:
        """Return the tie of a second part; for past participles (`شده`) it is 0."""
        if part.endswith(("شده", "کرده", "یافته", "گرفته", "داده")):
            return 0.0
        inside = self._seconds[part] + 0.3 * self._types[part]
        return inside / (inside + self._perdt[part] + 1)

    def one_when_apart(self, form: str, known: int) -> bool:
        """Return whether the two parts of `form`, typed apart, mean this word rather than two.

        Args:
            form: a word with half-spaces.
            known: how many of the sources have it.
        """
        first, _, second = form.partition(ZWNJ)
        if ZWNJ in second or first in inflection().verb_prefixes:
            return False
        count = self._perdt[form]
        by_chance = self._perdt[first] * self._perdt[second] / self._perdt.total()
        return (
            self.second(second) >= 0.5
            or (second.startswith("ال") and len(second) > 4)
            or self.first(first) >= 0.7
            or (count >= 3 and count >= 5 * by_chance and self.second(second) >= 0.2)
            or (count >= 8 and count >= 20 * by_chance)
            or (known >= 3 and first in _PREFIXES and self._perdt[second] <= 60)
        )


def productive_seconds(
    sources: Sources, ties: Ties, plain: set[str], forms: Iterable[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the second parts that form compounds freely, and those that hardly stand alone."""
    # No rule says which compounds in ‑نامه have a half-space.
    endings = ENDINGS | {"ه" + ending for ending in _RULES.after_heh} | {"نامه"}
    halved: Counts = collections.Counter()
    for form in forms:
        first, _, second = form.rpartition(ZWNJ)
        if len(second) > 1 and second not in endings and first not in _RULES.verb_prefixes:
            halved[second] += 1
    whole: Counts = collections.Counter()
    for word in plain:
        for at in range(2, len(word) - 1):
            if word[at - 1] not in NON_JOINING and word[at:] in halved and word[:at] in plain:
                whole[word[at:]] += 1
    seconds = {
        second
        for second, count in halved.items()
        if count >= 3 and count >= whole[second] and len(second) > 2
    }
    bound = {second for second in seconds if halved[second] >= 4 and ties.second(second) >= 0.75}
    return frozenset(seconds), frozenset(bound)
