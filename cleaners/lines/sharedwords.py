"""How many words two texts share, by which one is known to be about the other."""

import re
from functools import cache
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold_words
from cleaners.tables import read_table

__all__ = ["is_about", "shared_words"]

# Most words of fewer letters say nothing about what a text is about.
_SHORTEST: Final = 4


def shared_words(one: str, other: str) -> int:
    """Return how many words of four letters or more two texts share, but for a verb at the end.

    >>> shared_words("شورا نظر خود را گفت", "نظر شورا درباره نامه‌ها")
    1
    """
    words = fold_words(one)[: -1 if ends_with_verb(one) else None]
    return len({word for word in words if len(word) >= _SHORTEST}.intersection(fold_words(other)))


def is_about(line: str, text: str) -> bool:
    """Return whether a line is about a text: it shares a word with it, or two if it is a notice.

    >>> is_about("شورا نظر خود را گفت", "نظر شورا درباره نامه‌ها")
    False
    """
    return shared_words(line, text) > (_speaks_to_reader().search(level(line)) is not None)


@cache
def _speaks_to_reader() -> re.Pattern[str]:
    words = "|".join(read_table("labels")["reader"]["words"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
