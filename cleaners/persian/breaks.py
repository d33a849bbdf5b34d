"""The places of half-spaces and vowel marks in a word."""

import re

from cleaners.persian.characters import ZWNJ

__all__ = ["VOWEL_MARKS", "breaks_of", "with_breaks", "with_marks"]

VOWEL_MARKS = re.compile("[\u064b-\u0653\u0670]")


def breaks_of(word: str) -> set[int]:
    """Return the places of half-spaces in `word`, in letters from its start."""
    places: set[int] = set()
    letters = 0
    for character in word:
        if character == ZWNJ:
            places.add(letters)
        else:
            letters += 1
    return places


def with_breaks(word: str, places: set[int]) -> str:
    """Return `word` with half-spaces at `places`."""
    return "".join(ZWNJ + letter if at in places else letter for at, letter in enumerate(word))


def with_marks(form: str, word: str) -> str:
    """Return `form` with the vowel marks that `word` has."""
    letters = iter(form)
    out: list[str] = []
    for character in word:
        if not VOWEL_MARKS.match(character):
            for letter in letters:
                out.append(letter)
                if letter != ZWNJ:
                    break
        else:
            out.append(character)
    return "".join(out)
