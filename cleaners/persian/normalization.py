"""Normalize Persian text."""

import re
from collections.abc import MutableMapping
from functools import cache
from typing import TYPE_CHECKING, Literal, overload

from cleaners.persian.characters import (
    LETTER,
    MARK,
    ZWNJ,
    convert_digits,
    fold_characters,
    has_odd_characters,
    strip_useless,
)
from cleaners.persian.folding import KASHIDA
from cleaners.persian.markup import read_markup
from cleaners.persian.names import mend_names
from cleaners.persian.protected import protect, protect_addresses, unprotect
from cleaners.persian.repairs import Kind, Normalized, Repairs
from cleaners.persian.spacing import mend_marks, pair_quotes, respace, squeeze
from cleaners.persian.well_typed import stretches_to_mend

if TYPE_CHECKING:
    from cleaners.persian.half_spaces import HalfSpaces

__all__ = ["normalize", "normalize_counted"]

_ALL = Repairs()
# A repair can make another one possible: one round settled all but one of 11,376 damaged lines,
# two settled all.
_PASSES = 5
# A » between the steps of a path, «خانه » اخبار » ورزش», and what stands in for it.
_STEP_MARK = re.compile(r"(?<= )»(?= +\w)")
_STEP = "\ue003"
# A Latin comma between words, without a blank: «کتاب ها,مجله ها». Each word is mended by itself.
_COMMA = re.compile(f"(?<=[{LETTER}{MARK}{ZWNJ}]),(?=[{LETTER}])")
_COMMA_MARK = "\ue004"


@overload
def normalize(text: str, repairs: Repairs = ..., *, report: Literal[False] = False) -> str: ...
@overload
def normalize(text: str, repairs: Repairs = ..., *, report: Literal[True]) -> Normalized: ...
def normalize(text: str, repairs: Repairs = _ALL, *, report: bool = False) -> str | Normalized:
    r"""Return `text` as a careful Persian editor would have typed it.

    Args:
        text: Running text, of any number of lines; line ends stay.
        repairs: What to repair; by default everything but digits.
        report: True also tells what was done: see `Normalized`.

    Raises:
        TypeError: `text` is not a string.

    >>> normalize("كتاب ها می شود ،")
    'کتاب\u200cها می\u200cشود،'
    """
    counts: dict[str, int] = {}
    result = normalize_counted(text, counts, repairs)
    if not report:
        return result
    from cleaners.persian.changes import find_changes

    return Normalized(result, counts, find_changes(text, result))


def normalize_counted(text: str, counts: MutableMapping[str, int], repairs: Repairs = _ALL) -> str:
    """Normalize `text` and add what was done to `counts`, by kind.

    Raises:
        TypeError: `text` is not a string.
    """
    if not isinstance(text, str):
        raise TypeError(f"normalize takes str, not {type(text).__name__}{_hint(text)}")
    if "\n" in text:
        return "\n".join([_normalize_line(line, counts, repairs) for line in text.split("\n")])
    return _normalize_line(text, counts, repairs)


def _normalize_line(line: str, counts: MutableMapping[str, int], repairs: Repairs) -> str:
    if repairs.spacing and line[:1].isspace() and line.lstrip().startswith(KASHIDA):
        line = line.lstrip()  # behind a blank it would look like a dash
        _count(counts, "spacing", 1)
    has_commas = "," in line and _COMMA_MARK not in line
    for _ in range(_PASSES):
        before = line
        chunks, spans, is_rewritten = _mend_signs(line, counts, repairs)
        if has_commas:
            chunks = _COMMA.sub(f",{_COMMA_MARK} ", " ".join(chunks)).split(" ")
        line = _mend_words(chunks, counts, repairs)
        if has_commas:
            line = line.replace(f",{_COMMA_MARK} ", ",")
        line = unprotect(line, spans)
        if not is_rewritten or line == before:
            break
    return line


def _mend_signs(
    line: str, counts: MutableMapping[str, int], repairs: Repairs
) -> tuple[list[str], list[str], bool]:
    """Mend characters, marks and spaces of a line where that may be needed.

    Returns:
        What stands between the spaces of the line, with a stand-in for each protected span; these
        spans; and whether letters or half-spaces were changed, which can make another repair
        possible.
    """
    steps = 0
    if " » " in line and "«" not in line and _STEP not in line:
        marked, steps = _STEP_MARK.subn(_STEP, line)
        line = marked if steps > 1 else line
    chunks = line.split(" ")
    stretches = stretches_to_mend(chunks) if repairs.digits == "keep" else [(0, len(chunks))]
    done, is_rewritten = 0, False
    out: list[str] = []
    spans: list[str] = []
    for start, stop in stretches:
        mended, kept, changed = _mend_stretch(" ".join(chunks[start:stop]), counts, repairs)
        out += chunks[done:start]
        out += mended.split(" ")
        spans += kept
        is_rewritten |= changed
        done = stop
    out = out + chunks[done:] if stretches else chunks
    if steps > 1:
        out = [chunk.replace(_STEP, "»") for chunk in out]
    return out, spans, is_rewritten


def _mend_stretch(
    text: str, counts: MutableMapping[str, int], repairs: Repairs
) -> tuple[str, list[str], bool]:
    """Do for a stretch of a line what `_mend_signs` does for the whole."""
    is_rewritten = False
    if repairs.characters:
        text, is_rewritten = _fold(text, counts)
    text, spans = protect(text)
    if repairs.digits != "keep":
        text = _convert_digits(text, counts, repairs.digits)
    if repairs.half_spaces:
        text, removed = strip_useless(text)
        _count(counts, "zwnj_removed", removed)
        is_rewritten |= removed > 0
    return _respace(text, counts, repairs), spans, is_rewritten


def _fold(line: str, counts: MutableMapping[str, int]) -> tuple[str, bool]:
    line, marks = read_markup(line)
    _count(counts, "controls", marks)
    if not has_odd_characters(line):
        return line, bool(marks)
    line, addresses = protect_addresses(line)
    line, folded, removed, spaces = fold_characters(line)
    _count(counts, "letters_folded", folded)
    _count(counts, "controls", removed)
    _count(counts, "spacing", spaces)
    return unprotect(line, addresses), bool(folded or removed or marks)


def _convert_digits(
    line: str, counts: MutableMapping[str, int], script: Literal["persian", "latin"]
) -> str:
    converted = convert_digits(line, script)
    if converted != line:
        _count(counts, "digits", sum(a != b for a, b in zip(line, converted, strict=True)))
    return converted


def _respace(line: str, counts: MutableMapping[str, int], repairs: Repairs) -> str:
    for _ in range(_PASSES):
        before = line
        if repairs.punctuation:
            line, places = mend_marks(line)
            _count(counts, "punctuation", places)
        if repairs.spacing:
            line, places = squeeze(line)
            _count(counts, "spacing", places)
            line, places = pair_quotes(line)
            _count(counts, "spacing", places)
            line, places = respace(line)
            _count(counts, "spacing", places)
        if line == before:
            break
    return line


def _mend_words(chunks: list[str], counts: MutableMapping[str, int], repairs: Repairs) -> str:
    words = _half_spaces(repairs) if repairs.half_spaces or repairs.glued_words else None
    where: list[int] | None = None
    for _ in range(_PASSES):
        if repairs.names:
            line, glued, lost = mend_names(" ".join(chunks))
            if glued or lost:
                _count(counts, "names", glued)
                _count(counts, "zwnj_restored", lost)
                chunks, where = line.split(" "), None
        if words is None:
            break
        line, where = words.repair(chunks, counts, where)
        if not where:
            return line
        chunks = line.split(" ")
    return " ".join(chunks)


@cache
def _half_spaces(repairs: Repairs) -> "HalfSpaces":
    """Return the repairer of words for these choices."""
    return _repairer_of_words(
        Repairs(
            half_spaces=repairs.half_spaces,
            glued_words=repairs.glued_words,
            split_pronoun_plurals=repairs.split_pronoun_plurals,
            split_name_compounds=repairs.split_name_compounds,
        )
    )


@cache
def _repairer_of_words(repairs: Repairs) -> "HalfSpaces":
    """Return a repairer that differs from others in what concerns words.

    It loads the lexicon and remembers words, so there is one for all choices of digits and marks.
    """
    from cleaners.persian.half_spaces import HalfSpaces

    return HalfSpaces(repairs)


def _hint(text: object) -> str:
    return "; decode bytes first" if isinstance(text, bytes | bytearray | memoryview) else ""


def _count(counts: MutableMapping[str, int], kind: Kind, places: int) -> None:
    if places:
        counts[kind] = counts.get(kind, 0) + places
