"""How much of a line a text tells: the share of the line's words that the text has."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cleaners.persian.folding import fold, fold_words

__all__ = ["MOST_TOLD", "SHORTEST_WORD", "folded", "is_told", "share_told", "words_told"]

#: Fewest letters of a word that counts.
SHORTEST_WORD: Final = 3
#: Share of a headline's words that the first paragraphs of its own text have. Of 244 titles a third
#: reach it in their own text, and one in a hundred in another article on the same topic.
MOST_TOLD: Final = 0.6
# A line of fewer words may share them with any text.
_FEWEST_WORDS: Final = 3


def is_told(line: str, text: Sequence[str], *, share: float) -> bool:
    """Return whether a text has at least this share of the words of a line."""
    return share_told(line, folded(tuple(text))) >= share


@lru_cache(maxsize=4)  # each line of a header is compared with the same text
def folded(text: tuple[str, ...]) -> str:
    """Return a text's paragraphs as one string, folded."""
    return fold(" ".join(text))


def share_told(line: str, told: str) -> float:
    """Return the share of a line's words that a folded text has."""
    words = _words(line)
    return words_told(line, told) / len(words) if len(words) >= _FEWEST_WORDS else 0


def words_told(line: str, told: str) -> int:
    """Return how many of a line's words a folded text has."""
    return sum(word in told for word in _words(line))


def _words(line: str) -> list[str]:
    return [word for word in fold_words(line) if len(word) >= SHORTEST_WORD]
