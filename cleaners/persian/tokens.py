"""Sentences and words, through hazm's tokenisers."""

from typing import Protocol, runtime_checkable

__all__ = ["HasText", "sentences", "words"]


@runtime_checkable
class HasText(Protocol):
    """Whatever carries a text, such as an `Article`."""

    @property
    def text(self) -> str:
        """The whole text."""
        ...


def sentences(text: str | HasText) -> list[str]:
    """Return the sentences of `text` in order."""
    from hazm import SentenceTokenizer

    plain = text if isinstance(text, str) else text.text
    return [s for line in plain.splitlines() for s in SentenceTokenizer().tokenize(line)]


def words(text: str | HasText) -> list[str]:
    """Return the words of `text` in order; a half-space parts no word."""
    from hazm import WordTokenizer

    plain = text if isinstance(text, str) else text.text
    return list(WordTokenizer(join_verb_parts=False).tokenize(plain))
