"""The words that chunks begin or end with."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cleaners.persian.characters import LETTER, LONGEST_WORD, MARK, ZWNJ
from cleaners.persian.chunks import WORD
from cleaners.persian.context import Context

__all__ = ["first_word", "is_preposition", "last_word"]

# Prefixes (بی‌کار, بین‌شهری) that are prepositions, too.
_BETWEEN: Final = "بین"
_ARTICLE: Final = "ال"
_PREPOSITIONS: Final = frozenset(("بی", _BETWEEN))

# The search starts at most this far from the end: on a long run of letters before a mark it would
# otherwise take quadratic time.
_TAIL = LONGEST_WORD + 1
_LAST_WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+$")


def first_word(chunks: Sequence[str]) -> str:
    """Return the word that the first of `chunks` begins with, without half-spaces."""
    match = WORD.match(chunks[0]) if chunks else None
    return match[0].replace(ZWNJ, "") if match is not None else ""


def is_preposition(prefix: str, noun: str, following: Sequence[str], context: Context) -> bool:
    """Return whether بی or بین is a preposition: «بی کمک او», «بین شهری و روستایی».

    Args:
        prefix: The word that may be one.
        noun: The word behind it.
        following: The next two chunks.
        context: The word lists.
    """
    if prefix not in _PREPOSITIONS:
        return False
    words = [first_word([chunk]) for chunk in following]
    if prefix == _BETWEEN:  # but بین‌المللی
        is_first_of_two = "و" in words or words[:1] == ["که"] or words[1:] == ["با"]
        return is_first_of_two and not noun.startswith(_ARTICLE)
    is_possessor = bool(words) and words[0] in context.possessor_follows
    return is_possessor and "را" not in words and noun in context.nouns_after_bi


def last_word(text: str) -> str:
    """Return the word that `text` ends with, without the marks before it.

    It is empty if a mark comes last, or if there are too many letters for a word.
    """
    return _last_word(text[-_TAIL:])


@lru_cache(maxsize=1 << 14)
def _last_word(tail: str) -> str:
    match = _LAST_WORD.search(tail)
    return match[0] if match is not None and len(match[0]) <= LONGEST_WORD else ""
