"""Verses in flattened text: short lines in a row that rhyme, which have no full stops."""

from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import Final

from cleaners.persian.folding import fold

__all__ = ["verses"]

# In characters: a hemistich is seldom shorter or longer.
_LENGTH: Final = (16, 60)
_BLANKS: Final = 2
# Fewest lines that rhyme, and their least share of the run: in a ghazal every other one does.
_RHYMING: Final = 4
_SHARE: Final = 0.5
_QUOTES: Final = "«»،!؛ "
_LONG_VOWELS: Final = tuple("اوی")


def verses(lines: Sequence[str]) -> range:
    """Return where the first poem among `lines` stands; an empty range if there is none.

    >>> verses(["نان و پنیر", *["به دریا بنگرم دریا ته بینم", "به صحرا بنگرم صحرا ته بینم"] * 2])
    range(1, 5)
    """
    for is_run, group in groupby(range(len(lines)), lambda at: _may_be_verse(lines[at])):
        run = list(group)
        if not is_run or len(run) < _RHYMING:
            continue
        words = [lines[at].strip(_QUOTES).split() for at in run]
        rhyming = [at for at in range(len(run)) if _rhymes(at, words)]
        if len(rhyming) >= _RHYMING and len(rhyming) >= _SHARE * (rhyming[-1] - rhyming[0] + 1):
            return range(run[rhyming[0]], run[rhyming[-1]] + 1)
    return range(0)


def _may_be_verse(line: str) -> bool:
    is_long = _LENGTH[0] <= len(line) <= _LENGTH[1] and line.count(" ") >= _BLANKS
    return is_long and not any(c.isdigit() for c in line) and line[-1] not in ":.؟"


def _rhymes(at: int, lines: Sequence[Sequence[str]]) -> bool:
    """Return whether a line rhymes with one of the two above or below it."""
    around = (*range(max(0, at - 2), at), *range(at + 1, min(at + 3, len(lines))))
    return any(_rhyme(lines[at], lines[other]) for other in around)


def _rhyme(first: Sequence[str], second: Sequence[str]) -> bool:
    """Return whether two lines end alike: in a long vowel before the same words, or two letters.

    Lines that are the same, or all but their first words, do not rhyme: they are repeated.
    """
    pairs = [(fold(a), fold(b)) for a, b in zip(reversed(first), reversed(second), strict=False)]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if same >= len(pairs) - 1:
        return False
    left, right = pairs[same]
    if same and left.endswith(_LONG_VOWELS):
        return left[-1:] == right[-1:]
    return left[-2:] == right[-2:]
