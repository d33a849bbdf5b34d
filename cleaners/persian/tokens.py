"""Sentences and words, through hazm's tokenisers.

hazm splits `۱۴۰۴/۰۷/۱۵`, `irantvto.ir` and `م. ر. شجریان` like any other text; here such spans
reach it as one character and come back whole. It is loaded on the first call, which takes a
second or two.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol, runtime_checkable

from cleaners.persian.protected import STAND_IN, protect

__all__ = ["HasText", "sentences", "words"]

_NUMBER = r"[+-]?\d+(?:[.,:/٬٫]\d+)+%?"
# Full stops that do not end a sentence: initials, «و ...», a number that opens a line.
_INNER_STOP = r"(?<![\w\u200c])[آ-ی]\.(?= )|(?<= و) ?(?:\.{3}|…)(?= )|^\d+\.(?= )"
_IN_SENTENCES = re.compile(f"{STAND_IN}|{_NUMBER}|{_INNER_STOP}")
_IN_WORDS = re.compile(f"{STAND_IN}|{_NUMBER}")


@runtime_checkable
class HasText(Protocol):
    """Anything that has a text, such as an `Article`."""

    @property
    def text(self) -> str:
        """The whole text."""
        ...


def sentences(text: str | HasText) -> list[str]:
    """Return the sentences of `text` in order; no sentence crosses a line break."""
    found: list[str] = []
    for line in _plain(text).splitlines():
        whole, spans = _protected(line, _IN_SENTENCES)
        found.extend(_whole(sentence, spans) for sentence in _sentence_tokenizer().tokenize(whole))
    return found


def words(text: str | HasText) -> list[str]:
    """Return the words and marks of `text` in order; a half-space does not split a word.

    >>> words("کارگاه‌های فنی، ۱۴۰۴/۰۷/۱۵")
    ['کارگاه‌های', 'فنی', '،', '۱۴۰۴/۰۷/۱۵']
    """
    whole, spans = _protected(_plain(text), _IN_WORDS)
    return [_whole(token, spans) for token in _word_tokenizer().tokenize(whole)]


def _plain(text: str | HasText) -> str:
    return text if isinstance(text, str) else text.text


def _protected(text: str, inner: re.Pattern[str]) -> tuple[str, Iterator[str]]:
    """Return `text` with a stand-in for each span that must not be split, and these spans."""
    whole, spans = protect(text)
    rest = iter(spans)
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(next(rest) if match[0] == STAND_IN else match[0])
        return STAND_IN

    return inner.sub(keep, whole), iter(kept)


def _whole(token: str, spans: Iterator[str]) -> str:
    """Return `token` with the spans that it has stand-ins for, which come in order."""
    return re.sub(STAND_IN, lambda _: next(spans), token) if STAND_IN in token else token


@cache
def _sentence_tokenizer() -> Any:
    from hazm.sentence_tokenizer import SentenceTokenizer

    return SentenceTokenizer()


@cache
def _word_tokenizer() -> Any:
    from hazm.word_tokenizer import WordTokenizer

    return WordTokenizer(join_verb_parts=False)
