"""The name that stands alone above or below a text: that of its author, as papers sign notes."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.people import is_farewell
from cleaners.lines.sentences import ends_sentence
from cleaners.persian.names import is_person

__all__ = ["signed_by"]

# A text of fewer paragraphs than this is not signed; no name has more characters than that.
_FEWEST: Final = 3
_LONGEST: Final = 40
_LONGEST_OFFICE: Final = 60
_DIGIT: Final = re.compile(r"\d")


def signed_by(paragraphs: Sequence[str], head: Iterable[str | None]) -> list[str]:
    """Return the person whose name is the first or the last paragraph; `head` is title, lead ….

    The person's office may stand below. Not if head or text speak of that person, if other
    paragraphs are names, too, or if what stands beside it is no sentence: a speaker, the item of a
    list, the poet below a verse.

    >>> text = ["کارگاه‌ها یکی‌یکی بسته شدند.", "شاگردها رفتند."]
    >>> signed_by(["مریم رضایی", *text], ["بازار بی‌شاگرد"])
    ['مریم رضایی']
    >>> signed_by(["مریم رضایی", *text], ["گفت‌وگو با خانم رضایی"])
    []
    """
    names = [at for at, text in enumerate(paragraphs) if len(text) <= _LONGEST and is_person(text)]
    if len(paragraphs) < _FEWEST or len(names) != 1:
        return []
    at, name = names[0], paragraphs[names[0]]
    below = [text for text in paragraphs[at + 1 : at + 2] if _is_office(text)]
    above, after = paragraphs[:at], paragraphs[at + 1 + len(below) :]
    if bool(above) is bool(after):
        return []
    beside = above[-1] if above else after[0]
    if not ends_sentence(beside) or is_farewell(beside):
        return []
    surname = level(name).split()[-1]
    others = (text for text in (*head, *above, *below, *after) if text)
    return [] if any(surname in level(text) for text in others) else [name]


def _is_office(text: str) -> bool:
    return len(text) <= _LONGEST_OFFICE and not ends_sentence(text) and not _DIGIT.search(text)
