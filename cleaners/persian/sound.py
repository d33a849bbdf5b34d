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

__all__ = ["unsound_stretches"]

# What a chunk begins or ends with decides what the space beside it does.
_NEVER_FIRST: Final = tuple("،؛؟!»)]}.:%٪…")
_NEVER_LAST: Final = tuple("«([{")
# Straight quotation marks are paired along the whole line, and markup goes over spaces.
_SPREADING: Final = frozenset('"<&\n')
# How many sound chunks are remembered before all are forgotten (about 20 MB).
_REMEMBERED: Final = 200_000

_sound: set[str] = set()


def unsound_stretches(chunks: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of `chunks` outside of which nothing is to be mended.

    Each has a sound chunk at either end, where the line goes on, so that what is done to it does
    nothing to its neighbours. No stretch: the line is sound, but for its half-spaces.
    """
    if _sound.issuperset(chunks):
        return []
    found: list[tuple[int, int]] = []
    for at, chunk in enumerate(chunks):
        if chunk in _sound:
            continue
        if _is_sound(chunk):
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
    if len(_sound) >= _REMEMBERED:
        _sound.clear()
    _sound.add(chunk)


@lru_cache(maxsize=1 << 14)
def _is_sound(chunk: str) -> bool:
    """Return whether a chunk is sound, whatever sound ones stand beside it."""
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
