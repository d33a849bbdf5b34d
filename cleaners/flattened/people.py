"""Reporters and photographers named on lines of their own in a flattened text."""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.flattened.shapes import LONGEST_SURE_TITLE, ends_with_full_stop
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import LEAD_AND_TEXT, is_attributed
from cleaners.persian.folding import fold
from cleaners.persian.names import is_person

__all__ = ["is_bare_name", "is_one_name", "reads_as_person", "taken_reporter"]

# Blanks of «توسط سید رضا کریمی».
_NAME_WORDS: Final = 3
_OFFICE: Final = re.compile(
    r"\s*[-–—/،|(]\s*(?:روزنامه\s?\u200c?نگار|خبرنگار|نویسنده|پژوهشگر|گزارشگر|کارشناس\s\w+)\)?$"
)


def taken_reporter(body: list[str], title: str | None) -> list[str]:
    """Remove the reporter's name from the first lines of `body` and return it, in a list.

    It is the first line, or names an office, too, or stands between lead and attribution. A name
    below the text signs it, and stays.
    """
    names = [at for at, text in enumerate(body) if is_person(_without_office(text))]
    if len(names) != 1 or names == [len(body) - 1]:
        return []  # none, a list of them, or a signature
    (at,) = names
    has_office = body[at] != _without_office(body[at])
    is_above = at == 0 or (at < LEAD_AND_TEXT and (has_office or _parts_lead(body, title)))
    is_text = ends_with_full_stop(body[at + 1]) or len(body[at + 1]) > LONGEST_SURE_TITLE
    return [_without_office(body.pop(at))] if is_above and is_text else []


def _parts_lead(body: Sequence[str], title: str | None) -> bool:
    """Return whether the second paragraph is a name between lead and attribution.

    That of a person whom the text tells of is the caption of a picture.
    """
    lead, name, text, *below = body
    surname = fold(name.split()[-1])
    is_told = any(surname in fold(other) for other in (title or "", lead, text, *below))
    return ends_with_full_stop(lead) and is_attributed(text) and not is_told


def reads_as_person(line: Line, below: Sequence[Line]) -> bool:
    """Return whether a line below the news code is its reporter's name: last, or above a label."""
    known = line.verdict or judge_line(line.text, context="run")
    is_last = all(other.verdict for other in below)
    return known is None and is_last and " و " not in line.text and is_bare_name(line.text)


def is_bare_name(text: str) -> bool:
    """Return whether a line is two or three words: a name, where a name is expected."""
    words = text.replace("\u200c", "").split()
    return len(words) in (2, 3) and all(word.isalpha() for word in words)


def is_one_name(lines: Sequence[str]) -> bool:
    """Return whether lines are nothing but one name, possibly repeated: «توسط رضا کریمی»."""
    names = [fold(line) for line in lines]
    shortest = min(names, key=len, default="")
    return all(
        shortest in name and line.count(" ") <= _NAME_WORDS
        for name, line in zip(names, lines, strict=True)
    )


def _without_office(text: str) -> str:
    """Return a line without its writer's occupation: «رضا کریمی-روزنامه‌نگار»."""
    return _OFFICE.sub("", text)
