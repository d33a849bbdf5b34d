"""The name that stands alone above a text: that of its author, as papers head notes."""

from collections.abc import Iterable, Sequence
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.people import is_about_one_of
from cleaners.lines.sentences import ends_sentence
from cleaners.persian.names import is_person

__all__ = ["headed_by"]

# A text of fewer paragraphs than this has no such line; no name or office has more characters.
_FEWEST: Final = 3
_LONGEST: Final = 60


def headed_by(paragraphs: Sequence[str], head: Iterable[str | None]) -> list[str]:
    """Return the person whose name is the first paragraph; `head` is kicker, title, lead.

    The person's office may stand below. Not if head or text speak of that person, as a text that
    begins with «او» does, or if other paragraphs are names, too, as those of speakers are.

    >>> text = ["کارگاه‌ها یکی‌یکی بسته شدند.", "شاگردها رفتند."]
    >>> headed_by(["مریم رضایی", *text], ["بازار بی‌شاگرد"])
    ['مریم رضایی']
    >>> headed_by(["مریم رضایی", *text], ["گفت‌وگو با خانم رضایی"])
    []
    """
    if len(paragraphs) < _FEWEST or len(paragraphs[0]) > _LONGEST or not is_person(paragraphs[0]):
        return []
    name, *rest = paragraphs
    has_office = len(rest[0]) <= _LONGEST and not ends_sentence(rest[0])
    begun = rest[1 if has_office else 0]
    if not ends_sentence(begun) or is_about_one_of([name], begun) or any(map(is_person, rest)):
        return []
    surname = level(name).split()[-1]
    return [] if any(surname in level(text) for text in (*head, *rest) if text) else [name]
