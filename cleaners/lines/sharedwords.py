"""Whom and what a line is about: the words that it shares with a text, and its reader."""

import re
from functools import cache
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold_words
from cleaners.tables import read_table

__all__ = ["shared_words", "speaks_to_reader"]

# Most words of fewer letters say nothing about what a text is about.
_SHORTEST: Final = 4


def shared_words(one: str, other: str) -> int:
    """Return how many words of four letters or more two texts share, but for a verb at the end.

    >>> shared_words("شورا نظر خود را گفت", "نظر شورا درباره نامه‌ها")
    1
    """
    words = fold_words(one)[: -1 if ends_with_verb(one) else None]
    return len({word for word in words if len(word) >= _SHORTEST}.intersection(fold_words(other)))


def speaks_to_reader(line: str) -> bool:
    """Return whether a line tells its reader what to do, as a notice does.

    >>> speaks_to_reader("لطفا وارد شوید"), speaks_to_reader("شورا نظر خود را گفت")
    (True, False)
    """
    return _speaks_to_reader().search(level(line)) is not None


@cache
def _speaks_to_reader() -> re.Pattern[str]:
    words = "|".join(read_table("labels")["reader"]["words"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
