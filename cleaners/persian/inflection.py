"""The endings and prefixes that inflected words are made with."""

from dataclasses import dataclass
from functools import cache

from cleaners.persian.tables import by_key, half_space_tables

__all__ = ["Inflection", "inflection"]


_SPOKEN = frozenset(
    ("spoken_plural", "spoken_possessives", "spoken_after_heh", "spoken_after_participle")
)
_BEHIND_SEAMS = frozenset(("plural", "comparative", "after_heh", "after_yeh"))


@dataclass(frozen=True, slots=True)
class Inflection:
    """The endings and verb prefixes of `data/half_spaces.toml`, by their key."""

    plural: dict[str, str]
    spoken_plural: frozenset[str]
    """Spoken plurals, which can be told from names only where they are typed apart."""
    spoken_plural_of: frozenset[str]
    """The only nouns that take them."""
    spoken_possessives: frozenset[str]
    """After a heh or yeh: بچه‌مون."""
    spoken_after_heh: frozenset[str]
    """Single letters that are endings only where they are typed apart: خاله‌ش."""
    spoken_after_participle: frozenset[str]
    comparative: dict[str, str]
    after_heh: dict[str, str]
    after_yeh: dict[str, str]
    spoken: frozenset[str]
    """All spoken endings that may be typed apart."""
    behind_seams: frozenset[str]
    """All endings that a half-space may precede."""
    attached: frozenset[str]
    verb_prefixes: frozenset[str]
    after_to: frozenset[str]
    """Nouns that make a preposition or an adverb with به: به‌سمت."""
    name_parts: frozenset[str]
    names_as_typed: frozenset[str]
    parts_of_surnames: tuple[str, ...]
    """What surnames end with that have a half-space behind a yeh: زاده of مطهری‌زاده."""


@cache
def inflection() -> Inflection:
    """Return the endings and prefixes that inflected words are made with."""
    tables = half_space_tables()
    endings = tables["inflection"]
    return Inflection(
        plural=by_key(endings["plural"]),
        spoken_plural=frozenset(endings["spoken_plural"]),
        spoken_plural_of=frozenset(endings["spoken_plural_of"]),
        spoken_possessives=frozenset(endings["spoken_possessives"]),
        spoken_after_heh=frozenset(endings["spoken_after_heh"]),
        spoken_after_participle=frozenset(endings["spoken_after_participle"]),
        comparative=by_key(endings["comparative"]),
        after_heh=by_key(endings["after_heh"]),
        after_yeh=by_key(endings["after_yeh"]),
        spoken=frozenset().union(*(endings[key] for key in endings if key in _SPOKEN)),
        behind_seams=frozenset().union(
            *(endings[key] for key in endings if key in _BEHIND_SEAMS | _SPOKEN)
        ),
        attached=frozenset(endings["attached"]),
        verb_prefixes=frozenset(tables["verbs"]["prefixes"]),
        after_to=frozenset(tables["words"]["after_to"]),
        name_parts=frozenset(tables["names"]["parts"]),
        names_as_typed=frozenset(tables["names"]["as_typed"]),
        parts_of_surnames=tuple(tables["names"]["parts_of_surnames"]),
    )
