"""What a line is about: the words that it shares with a text."""

from typing import Final

from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold_words

__all__ = ["shared_words"]

# Most words of fewer letters say nothing about what a text is about.
_SHORTEST: Final = 4


def shared_words(one: str, other: str) -> int:
    """Return how many words of four letters or more two texts share, but for a verb at the end.

    >>> shared_words("شورا نظر خود را گفت", "نظر شورا درباره نامه‌ها")
    1
    """
    words = fold_words(one)[: -1 if ends_with_verb(one) else None]
    return len({word for word in words if len(word) >= _SHORTEST}.intersection(fold_words(other)))
