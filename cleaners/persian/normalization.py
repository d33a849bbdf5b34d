"""Normalize Persian text."""

from collections.abc import MutableMapping
from typing import Literal, overload

from cleaners.persian.changes import find_changes
from cleaners.persian.characters import convert_digits, fold_characters
from cleaners.persian.half_spaces import half_spaces, strip_useless
from cleaners.persian.names import mend_names
from cleaners.persian.protected import protect, unprotect
from cleaners.persian.repairs import Normalized, Repairs
from cleaners.persian.spacing import mend_marks, respace, squeeze

__all__ = ["normalize", "normalize_counted"]

_ALL = Repairs()


@overload
def normalize(
    text: str, repairs: Repairs = ..., *, report: Literal[False] = False
) -> str: ...
@overload
def normalize(text: str, repairs: Repairs = ..., *, report: Literal[True]) -> Normalized: ...
def normalize(
    text: str, repairs: Repairs = _ALL, *, report: bool = False
) -> str | Normalized:
    """Return `text` as a careful Persian editor would have typed it.

    >>> normalize("كتاب ها می شود ،")
    'کتاب\\u200cها می\\u200cشود،'
    """
    counts: dict[str, int] = {}
    result = normalize_counted(text, counts, repairs)
    return Normalized(result, counts, find_changes(text, result)) if report else result


def normalize_counted(
    text: str, counts: MutableMapping[str, int], repairs: Repairs = _ALL
) -> str:
    """Normalize `text` and add what was done to `counts`, by kind."""
    if "\n" in text:
        return "\n".join([_normalize_line(line, counts, repairs) for line in text.split("\n")])
    return _normalize_line(text, counts, repairs)


def _normalize_line(line: str, counts: MutableMapping[str, int], repairs: Repairs) -> str:
    def count(kind: str, places: int) -> None:
        if places:
            counts[kind] = counts.get(kind, 0) + places

    if repairs.characters:
        line, folded, removed, spaces = fold_characters(line)
        count("letters_folded", folded)
        count("controls", removed)
        count("spacing", spaces)
    line, spans = protect(line)
    if repairs.digits != "keep":
        converted = convert_digits(line, repairs.digits)
        count("digits", sum(a != b for a, b in zip(line, converted, strict=True)))
        line = converted
    if repairs.punctuation:
        line, places = mend_marks(line)
        count("punctuation", places)
    if repairs.spacing:
        line, places = squeeze(line)
        count("spacing", places)
        line, places = respace(line)
        count("spacing", places)
    if repairs.half_spaces:
        line, places = strip_useless(line)
        count("zwnj_removed", places)
    if repairs.names:
        line, glued, lost = mend_names(line)
        count("names", glued)
        count("zwnj_restored", lost)
    if repairs.half_spaces or repairs.glued_words:
        line = half_spaces(repairs).repair(line, counts)
    return unprotect(line, spans)
