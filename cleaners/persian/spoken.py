"""Spoken verbs, which no list has, made from the written ones: رساند gives رسونه and رسوندن."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

__all__ = ["spoken_verbs", "without_object"]

#: Objects that a verb ends with: می‌بینمش, می‌برنشون.
_OBJECTS: Final = ("مان", "تان", "شان", "مون", "تون", "شون", "ش", "م", "ت")
# With these a stem is a written verb, present and past.
_PRESENT: Final = ("د", "ند", "م", "یم")
_PAST: Final = ("", "ند", "م", "یم")
# Stems that lose their waw in speech have their own in the table: می‌ره, not می‌روه.
_WAW: Final = "و"
# Stems that lose their yeh in speech: می‌آد, می‌گه.
_WITHOUT_YEH: Final = ("ای", "آی", "وی")


def spoken_verbs(
    table: Mapping[str, Sequence[str]], verbs: Set[str], words: Set[str]
) -> frozenset[str]:
    """Return what may follow می as it is spoken.

    Args:
        table: Irregular stems, and the endings that make verbs of all.
        verbs: What may follow می as it is written.
        words: The words of lists, which tell living verbs from those that only old books have.
    """
    regular = {
        "present": _stems(verbs, words, _PRESENT),
        "after_vowel": (),
        "past": [stem for stem in _stems(verbs, words, _PAST) if stem[-1] in "تد"],
    }
    return frozenset(
        spoken + ending
        for tense, stems in regular.items()
        for stem in (*stems, *table[tense])
        if not (stem.endswith(_WAW) and stem.removesuffix(_WAW) in table["present"])
        for spoken in {stem, _as_spoken(stem)}
        for ending in table[f"{tense}_endings"]
    )


def without_object(tail: str) -> Iterator[str]:
    """Yield `tail` without what may be its object: بینم for بینمش."""
    for clitic in _OBJECTS:
        if tail.endswith(clitic):
            yield tail.removesuffix(clitic)


def _stems(verbs: Set[str], words: Set[str], endings: tuple[str, ...]) -> list[str]:
    """Return the stems that are verbs with each of `endings`, and words with one of two."""
    third, plural = endings[:2]
    stems = (verb.removesuffix(third) for verb in verbs if verb.endswith(third))
    return [
        stem
        for stem in stems
        if len(stem) > 1
        and not stem.endswith(_WITHOUT_YEH)
        and (stem + third in words or stem + plural in words)
        and all(stem + ending in verbs for ending in endings)
    ]


def _as_spoken(stem: str) -> str:
    """Return a stem in ‑ان as it is spoken: رسون of رسان, خوند of خواند."""
    last = "د" if stem.endswith("اند") else ""
    stem = stem.removesuffix("د") if last else stem
    if not stem.endswith("ان") or len(stem) < len("مان"):
        return stem + last
    return stem[:-2].removesuffix("و") + "ون" + last
