"""Names: one spelling for the organization's, and whether a line is the name of a person."""

import re

from cleaners.persian.characters import LETTER
from cleaners.persian.context import context
from cleaners.persian.folding import LETTERS

__all__ = ["begins_with_given_name", "is_person", "mend_names", "sounds_like_person"]

_VOCATIONAL = re.compile(
    f"(?<![{LETTER}])فنی([ \u200c]*)و([ \u200c]*)حرفه([ \u200c]?)ای(?![{LETTER}])(?!\u200c?تر)"
)


# Names are compared in Persian letters, without half-spaces and marks of direction.
_SPELLING = str.maketrans(
    {typed: LETTERS[typed] for typed in "يىك"} | dict.fromkeys("\u200c\u200e\u200f", "")
)
# What surnames end with: «علی دایی», but not «علی دایی کیست». Some stand apart: «کریمی مقدم».
_APART = (
    *("پور", "زاده", "نیا", "فر", "نژاد", "راد", "منش", "خواه"),
    *("مقدم", "اصل", "فرد", "نسب", "تبار", "پناه", "پرست"),
)
_ENDS_ONLY_SURNAMES = (*_APART, "یان", "وند", "لو")
_ENDS_A_SURNAME = (*_ENDS_ONLY_SURNAMES, "ی")


def is_person(text: str) -> bool:
    """Return whether a line is the name of a person: a given name and a surname, and nothing else.

    A given name that is a word too takes a surname that is no adjective.

    >>> is_person("مریم رضایی"), is_person("مریم رضایی گفت."), is_person("سفر مریم رضایی")
    (True, False, False)
    >>> is_person("ایمان رضایی"), is_person("ایمان قلبی")
    (True, False)
    >>> is_person("علي كريمي")
    True
    """
    given, *surnames = text.translate(_SPELLING).split(" ")
    if len(surnames) > 1 and surnames[-1] in _APART:
        surnames.pop()
    if len(surnames) != 1 or not surnames[0].isalpha():
        return False
    (surname,) = surnames
    if given in context().people:
        return surname.endswith(_ENDS_A_SURNAME)
    words = context().people_and_words
    return given in words and (_is_surname(surname) or surname.removesuffix("ی") in words)


def begins_with_given_name(text: str) -> bool:
    """Return whether the first word is a known given name.

    >>> begins_with_given_name("علیرضا افشار"), begins_with_given_name("سبک زندگی")
    (True, False)
    """
    return next(iter(text.translate(_SPELLING).split()), None) in context().people


def sounds_like_person(text: str) -> bool:
    """Return whether words begin with a given name or end with what can only be a surname.

    >>> sounds_like_person("نازنین محمدی"), sounds_like_person("بازگشت به صفحه اصلی")
    (True, False)
    """
    words = text.translate(_SPELLING).split()
    return begins_with_given_name(text) or (bool(words) and _is_surname(words[-1]))


def _is_surname(word: str) -> bool:
    """Return whether a word is made as only surnames are: رضایی of رضا; چاپی is an adjective."""
    return word.endswith(_ENDS_ONLY_SURNAMES) or any(
        word.removesuffix(ending) in context().people
        for ending in ("ی", "یی")
        if word.endswith(ending)
    )


def mend_names(line: str) -> tuple[str, int, int]:
    """Return `line` with `فنی و حرفه‌ای` in its right spelling.

    Returns:
        The line, how often the conjunction was glued to a neighbour, and how
        often only the half-space was lost.
    """
    if "حرفه" not in line:
        return line, 0, 0
    glued = lost = 0

    def right(match: re.Match[str]) -> str:
        nonlocal glued, lost
        if match[1] != " " or match[2] != " ":
            glued += 1
        elif match[3] != "\u200c":
            lost += 1
        return "فنی و حرفه\u200cای"

    return _VOCATIONAL.sub(right, line), glued, lost
