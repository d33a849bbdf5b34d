"""Find where in a line characters, marks or spaces may have to be mended.

Most of a line is well typed. Looking its chunks (the text between two spaces) up in a set of those
that were found well typed before takes a tenth of the time of the patterns that search for faults;
the patterns then see only the rest.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cleaners.persian.characters import has_odd_characters, strip_useless
from cleaners.persian.protected import find_protected
from cleaners.persian.spacing import mend_marks, respace

__all__ = ["stretches_to_mend"]

# Beside these a space may have to go.
_NEVER_FIRST: Final = tuple("،؛؟!»)]}.:%٪…\u064b")
_NEVER_LAST: Final = tuple("«([{")
# Straight quotation marks are paired along the whole line, and markup may contain spaces.
_SPREADING: Final = frozenset('"<&\n')
# How many well-typed chunks are remembered before all are forgotten (about 20 MB).
_REMEMBERED: Final = 200_000

_well_typed: set[str] = set()


def stretches_to_mend(chunks: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of `chunks` outside of which nothing is to be mended.

    Each has a well-typed chunk at either end, where the line goes on, so that mending it does not
    affect its neighbours. If there is none, the line is well typed but for its half-spaces.
    """
    if _well_typed.issuperset(chunks):
        return []
    found: list[tuple[int, int]] = []
    for at, chunk in enumerate(chunks):
        if chunk in _well_typed:
            continue
        if _is_well_typed(chunk):
            _remember(chunk)
            continue
        if not _SPREADING.isdisjoint(chunk):
            return [(0, len(chunks))]
        start, stop = max(0, at - 1), min(at + 2, len(chunks))
        if found and start < found[-1][1]:
            start = found.pop()[0]
        found.append((start, stop))
    return found


def _remember(chunk: str) -> None:
    if len(_well_typed) >= _REMEMBERED:
        _well_typed.clear()
    _well_typed.add(chunk)


@lru_cache(maxsize=1 << 14)
def _is_well_typed(chunk: str) -> bool:
    """Return whether a chunk is well typed, whatever well-typed ones are beside it."""
    return not (
        not chunk
        or chunk.startswith(_NEVER_FIRST)
        or chunk.endswith(_NEVER_LAST)
        or not _SPREADING.isdisjoint(chunk)
        or has_odd_characters(chunk)
        or find_protected(chunk)
        or strip_useless(chunk)[1]
        or mend_marks(chunk)[1]
        or respace(f"ا {chunk} ا")[1]
    )
