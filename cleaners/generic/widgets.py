"""What pages show beside any text: rates, weather, times of prayer, files."""

from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from cleaners.markup.classnames import generic_data
from cleaners.persian.folding import fold, fold_words

__all__ = ["subject_named", "subject_of_label", "subjects_of"]

_LONGEST_LABEL: Final = 30


class _Subject(NamedTuple):
    labels: tuple[str, ...]
    """How the headings begin of tables and lists that show it."""
    called: frozenset[str]
    """What such elements are called."""
    words: frozenset[str]
    """Words of texts that are about it, and how others begin."""
    stems: tuple[str, ...]


@cache
def _subjects() -> dict[str, _Subject]:
    return {
        name: _Subject(
            tuple(map(fold, data["labels"])),
            frozenset(data["called"]),
            frozenset(map(fold, data["words"])),
            tuple(map(fold, data["stems"])),
        )
        for name, data in generic_data()["widgets"].items()
    }


def subjects_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the subjects of widgets that texts are about, too."""
    told = {word for text in texts for word in fold_words(text)}
    return frozenset(
        name
        for name, subject in _subjects().items()
        if not subject.words.isdisjoint(told) or any(w.startswith(subject.stems) for w in told)
    )


def subject_of_label(line: str) -> str | None:
    """Return what a widget shows that a line, or the first cell of a row, heads."""
    label = fold(line.partition(" | ")[0]) if line else ""
    if len(label) > _LONGEST_LABEL:
        return None
    found = (name for name, subject in _subjects().items() if label.startswith(subject.labels))
    return next(found, None)


def subject_named(words: Iterable[str]) -> str | None:
    """Return what a widget shows that has some words in its class names."""
    names = frozenset(words)
    found = (name for name, subject in _subjects().items() if not names.isdisjoint(subject.called))
    return next(found, None)
