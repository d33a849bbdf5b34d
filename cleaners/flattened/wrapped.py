"""Rejoin the lines of a text that was wrapped at a margin, as mail and terminals do."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.flattened.lists import is_item
from cleaners.lines.sentences import ends_or_introduces, ends_sentence

__all__ = ["unwrapped"]

# The margin, in characters; paragraphs are longer, headlines and verses mostly shorter.
_MARGINS: Final = range(45, 116)
# Few lines, such as addresses, cross the margin.
_MOST_BEYOND: Final = 0.03
# Of a wrapped text at least this many breaks, and this share, stand where the next word crosses the
# margin; and most of these lines end within a sentence.
_FEWEST_BREAKS: Final = 4
_SHARE: Final = 0.5
_WITHIN_SENTENCE: Final = 0.6
# Lines are a list if they begin in half as many ways, or if more than this share have its marks.
_ALIKE: Final = 2
_MOST_MARKED: Final = 0.25


def unwrapped(text: str) -> str:
    """Return `text` with the lines of its paragraphs joined if it is wrapped, else unchanged.

    Whether it is shows in all its lines: each is broken where the next word would cross the margin.
    """
    lines = text.splitlines()
    margin = _margin(lines)
    if not margin:
        return text
    is_spaced = any(not line.strip() for line in lines[1:-1])
    whole = lines[:1]
    for line, below in pairwise(lines):
        # Where no blank line parts paragraphs, a full line may end one.
        may_end = not is_spaced and ends_or_introduces(line.rstrip())
        if _is_broken(line, below, margin) and not may_end:
            whole[-1] = f"{whole[-1].rstrip()} {below.lstrip()}"
        else:
            whole.append(below)
    return "\n".join(whole)


def _margin(lines: Sequence[str]) -> int:
    """Return the margin at which lines were wrapped, 0 if they were not."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    within = [length for length in lengths if length in range(_MARGINS.stop)]
    if not within or len(within) < (1 - _MOST_BEYOND) * len(lengths):
        return 0
    margin = within[-1]
    pairs = [(line, below) for line, below in pairwise(lines) if line.strip() and below.strip()]
    broken = [line.rstrip() for line, below in pairs if _is_broken(line, below, margin)]
    cut = sum(not ends_or_introduces(line) for line in broken)
    is_wrapped = (
        margin in _MARGINS
        and not _is_list(broken)
        and any(ends_sentence(line.strip()) for line in lines)
        and len(broken) >= max(_FEWEST_BREAKS, _SHARE * len(pairs))
        and cut >= _WITHIN_SENTENCE * len(broken)
    )
    return margin if is_wrapped else 0


def _is_list(lines: Sequence[str]) -> bool:
    """Return whether lines are the items of a list, of about one length: marked, or begin alike."""
    openings = {line.split(maxsplit=1)[0] for line in lines}
    marked = sum(is_item(line.lstrip()) for line in lines)
    return _ALIKE * len(openings) <= len(lines) or marked > _MOST_MARKED * len(lines)


def _is_broken(line: str, below: str, margin: int) -> bool:
    """Return whether the first word of the line below would have crossed the margin."""
    line, word = line.strip(), below.split(maxsplit=1)[:1]
    return bool(line and word) and len(line) <= margin < len(line) + 1 + len(word[0])
