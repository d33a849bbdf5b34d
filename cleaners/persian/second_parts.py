"""What second parts of compounds there are, and which first parts each of them takes."""

from collections.abc import Set
from typing import Final

from cleaners.persian.characters import ZWNJ
from cleaners.persian.context import Context
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["first_parts", "singulars"]

_COMPARED: Final = ("تر", "ترین")


def first_parts(lexicon: Lexicon, context: Context, rules: Inflection) -> dict[str, frozenset[str]]:
    """Return the first parts of each second part; none for those that make new compounds, too."""
    firsts: dict[str, set[str]] = {}
    for parts in (
        *(lexicon.joint(key).partition(ZWNJ) for key in lexicon.joinable),
        *(pair.partition(" ") for pair in context.together),
        *((pair.split()[1], " ", last) for last, (pair, _) in context.three.items()),
    ):
        firsts.setdefault(parts[2], set()).add(parts[0])
    bound = lexicon.bound
    for ending in _COMPARED:  # «سرمایه پذیرتر», though a list has only آسیب‌پذیرتر
        for second in [second for second in firsts if second.endswith(ending)]:
            stem = second.removesuffix(ending)
            if stem in bound or firsts[second] <= firsts.get(stem, set()):
                del firsts[second]
    found = {second: frozenset(words) for second, words in firsts.items()}
    inflected = lexicon.bound_bases().keys() & firsts.keys()
    for second in (*bound, *inflected, "نامه", *context.surname_parts):
        found[second] = frozenset()
    for plural, second in singulars(found.keys(), rules).items():
        is_bound = not (found[plural] and found[second])
        found[plural] = frozenset() if is_bound else found[plural] | found[second]
    for second in context.all_attributes:  # never empty: most of them are part of a verb
        found[second] = found.get(second) or frozenset(("",))
    return found


def singulars(seconds: Set[str], rules: Inflection) -> dict[str, str]:
    """Return the second part that each listed plural is of: افزار of افزارها.

    Of its compounds a list may have only جنگ‌افزارها in the plural.
    """
    stems = {
        second: second.removesuffix(ending)
        for ending in rules.plural
        for second in seconds
        if second.endswith(ending)
    }
    return {plural: second for plural, second in stems.items() if second in seconds}
