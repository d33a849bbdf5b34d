"""What normalization may repair, and what it reports."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["Change", "Kind", "Normalized", "Repairs"]

type Kind = Literal[
    "letters_folded",
    "digits",
    "controls",
    "spacing",
    "punctuation",
    "zwnj_restored",
    "zwnj_removed",
    "words_joined",
    "glued_split",
    "names",
]


@dataclass(frozen=True, slots=True)
class Repairs:
    """Choose what to repair, kind by kind.

    By default everything is repaired, digits stay as they are typed, and `آنها` and `گواهینامه`
    keep their one spelling.

    >>> from cleaners.persian import normalize
    >>> normalize("كتاب ها ی او", Repairs(half_spaces=False))
    'کتاب ها ی او'
    """

    characters: bool = True
    """Arabic letters, presentation forms, tatweel, control and bidi marks, NBSP, literal `<br>` and
    entities (counted as `controls`)."""
    spacing: bool = True
    """Runs of spaces; spaces around punctuation, quotes and brackets."""
    punctuation: bool = True
    """Doubled and colliding marks: `..`, `……`, `،.`."""
    half_spaces: bool = True
    """Half-spaces (ZWNJ, نیم‌فاصله) that were deleted or turned into spaces."""
    glued_words: bool = True
    """Words run together: `رادر` → `را در`, `۵۵۸۳نفر` → `۵۵۸۳ نفر`."""
    names: bool = True
    """One spelling for `فنی و حرفه‌ای`."""
    digits: Literal["keep", "persian", "latin"] = "keep"
    """The script of all digits; `keep` leaves each as typed."""
    split_pronoun_plurals: bool = False
    """Write `آن‌ها` and `این‌ها` for `آنها` and `اینها`."""
    split_name_compounds: bool = False
    """Write `گواهی‌نامه` for `گواهینامه`, and likewise other compounds in ‑نامه."""


class Change(NamedTuple):
    """One place of a text that normalization changed."""

    kind: Kind
    start: int
    """Offset of `before` in the text that went in, in characters."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalized text, and what was done to it.

    `counts` says which repairs did it and `changes` what is seen in the text, so the two need not
    add up: `names` has no place of its own, and a word may be parted and given a half-space.
    """

    text: str
    counts: dict[str, int] = field(default_factory=dict)
    """How many repairs of each `Kind`; kinds without any are left out."""
    changes: tuple[Change, ...] = ()
    """The changed places, in the order of the text."""
