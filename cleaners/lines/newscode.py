"""The news code (کد خبر) after its label: in a line of facts, in running text, on the next line."""

import re
from collections.abc import Iterable
from typing import Final

from cleaners.identity import TWO_PART_CODE
from cleaners.lines.attribution import level
from cleaners.lines.labels import any_label
from cleaners.persian.folding import latin_digits

__all__ = [
    "CODE_LABEL",
    "bare_code",
    "code_in_line",
    "code_of_lines",
    "code_of_story",
    "labelled_code",
    "lone_code",
    "names_a_code",
]

# «شناسهٔ» has a mark that levelling leaves.
_WORD: Final = any_label("code") + "ٔ?"
_OF_WHAT: Final = any_label("code", "of")
_DIGITS: Final = rf"(?P<code>{TWO_PART_CODE}(?![\d/])|\d{{3,17}}(?!\d))"
# In a text that a rule or a profile points to as the code.
_BARE: Final = re.compile(rf"(?<![\d/])(?:{TWO_PART_CODE}|\d{{3,16}})(?![\d/])")
# A line that begins like this states the code of a story, not of a course or a prize.
_OF_STORY: Final = re.compile(rf"\W{{0,3}}{_WORD}\s?{any_label('code', 'story')}\s?:")
#: The label of a story's code in levelled text: «کد خبر :».
CODE_LABEL: Final = rf"{any_label('code')} ?{any_label('code', 'story')} ?:?"
_LABEL: Final = re.compile(CODE_LABEL)
# In a line of facts a bare «کد ۴۵۸۷۱» is enough; «شماره ۵۰۵۲» is the number of a paper's issue.
_IN_LINE: Final = re.compile(
    rf"(?<![^\W\d])(?:{_WORD}\s?{_OF_WHAT}?\s?[:؛=]?|شماره\s?(?:{_OF_WHAT}\s?[:؛=]?|[:؛=]))\s?{_DIGITS}",
)
# In running text only a colon makes it a label: «ماده ۳ کد ۱۲۳» is not a news code.
_IN_TEXT: Final = re.compile(rf"(?<![^\W\d]){_WORD}\s?{_OF_WHAT}?\s?[:：]\s?{_DIGITS}")
# Around the article the label says what it is the code of, or has a colon.
_NEAR: Final = re.compile(
    rf"(?<![^\W\d])(?:(?:{_WORD}|شماره)\s*{_OF_WHAT}\s*[:：]?|شناسهٔ?\s*[:：]?|کد\s*[:：])\s*{_DIGITS}"
)
# A number alone on its line; with fewer digits it may count something.
_ALONE: Final = re.compile(r"(?!0|۰)\d{6,12}")
# Longest line with a code, and longest label on a line of its own, in characters.
_LONGEST_LINE: Final = 200
_LONGEST_LABEL: Final = 15


def code_in_line(line: str) -> re.Match[str] | None:
    """Find a code with its label in a levelled line of facts; the code is the group `code`."""
    return _IN_LINE.search(line)


def labelled_code(text: str) -> str | None:
    """Return the first news code with a label in `text`, in Latin digits."""
    found = _IN_TEXT.search(level(text))
    return latin_digits(found["code"]) if found else None


def code_of_lines(lines: Iterable[str]) -> str | None:
    """Return the first code in the lines around an article, its label before or above it."""
    label = ""
    for line in lines:
        if len(line) > _LONGEST_LINE:
            label = ""
            continue
        text = level(line)
        if found := _NEAR.search(text) or _NEAR.fullmatch(f"{label} {text}"):
            return latin_digits(found["code"])
        label = text if len(text) <= _LONGEST_LABEL else ""
    return None


def code_of_story(line: str) -> str | None:
    """Return the code of a line that begins with the code of a story: `کد خبر: ۱۷۱۹۲۰ …`."""
    return labelled_code(line) if _OF_STORY.match(level(line)) else None


def names_a_code(text: str) -> bool:
    """Return whether a line contains the label of a news code: «کد خبر», «شناسه: ۱۲۳»."""
    return _LABEL.search(levelled := level(text)) is not None or _NEAR.search(levelled) is not None


def bare_code(text: str | None) -> str | None:
    """Return the number in `کد خبر: ۱۴۳۳۸۱۶`, in Latin digits."""
    found = _BARE.search(latin_digits(text)) if text else None
    return found[0] if found else None


def lone_code(line: str) -> str | None:
    """Return a line that is nothing but a number as long as a code, in Latin digits."""
    return latin_digits(line) if _ALONE.fullmatch(line) else None
