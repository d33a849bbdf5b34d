"""The name that stands alone above or below a text: that of its author, as papers sign notes."""

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


def signed_by(paragraphs: Sequence[str], head: Iterable[str | None]) -> list[str]:
    """Return the person whose name is the first or the last paragraph; `head` is title, lead ….

    Not if head or text speak of that person, if other paragraphs are names, too, or if what stands
    beside it is no sentence: a speaker, the item of a list, the poet below a verse.

    >>> text = ["کارگاه‌ها یکی‌یکی بسته شدند.", "شاگردها رفتند."]
    >>> signed_by(["مریم رضایی", *text], ["بازار بی‌شاگرد"])
    ['مریم رضایی']
    >>> signed_by(["مریم رضایی", *text], ["گفت‌وگو با خانم رضایی"])
    []
    """
    if len(paragraphs) < _FEWEST:
        return []
    names = [at for at, text in enumerate(paragraphs) if len(text) <= _LONGEST and is_person(text)]
    if names not in ([0], [len(paragraphs) - 1]):
        return []
    name, beside = paragraphs[names[0]], paragraphs[1 if names[0] == 0 else -2]
    if not ends_sentence(beside) or is_farewell(beside):
        return []
    surname = level(name).split()[-1]
    others = (text for text in (*head, *paragraphs) if text and text != name)
    return [] if any(surname in level(text) for text in others) else [name]
