"""Lines in a page's header: what they are called, which are dates, which stand side by side."""

import re
from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.lines.attribution import level
from cleaners.lines.labels import any_label
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.things import tells_of_thing
from cleaners.markup.blocks import Block, one_line
from cleaners.markup.classnames import is_called
from cleaners.markup.tree import ancestors
from cleaners.persian.folding import fold

__all__ = [
    "dated_part",
    "is_called_around",
    "is_date_line",
    "is_fact_of_thing",
    "may_say_update",
    "says_event",
    "says_update",
    "share_parent",
]

# In characters, the longest row of facts and the longest part of one.
_LONGEST_ROW: Final = 200
_LONGEST_PART: Final = 45
_FEWEST_PARTS: Final = 3
# In a part that is a date, there are fewer letters beside it than this: «ارسال در».
_BESIDE_DATE: Final = 25
# What stands between the parts of a row; between digits it parts a date from its time.
_BETWEEN: Final = re.compile(r"\s*[|│•·‖]\s*|\s+[-–—/]\s+")
_CHANGE: Final = re.compile(any_label("modified", "words"))
_WEEKDAY: Final = rf"(?:{any_label('weekday', 'names')} ?[،,]? ?)?"
# «زمان برگزاری: », «مهلت ثبت نام تا ».
_EVENT: Final = re.compile(
    rf"(?<![آ-ی]){any_label('event', 'words')}(?: [آ-ی]+){{0,3}} ?:? ?(?:از|تا)? ?{_WEEKDAY}$"
)
_UPDATE: Final = re.compile(
    rf"{any_label('modified', 'words')}(?: شده)?(?: در)?(?: تاریخ)? ?:? ?{_WEEKDAY}$"
)
# Facts about one thing are at most so many lines apart.
_ROWS_BESIDE: Final = 4


def is_fact_of_thing(lines: Sequence[Block], index: int) -> bool:
    """Return whether a line is, or stands among, facts about an event, a book, a film or a file."""
    block = lines[index]
    if any(map(tells_of_thing, block.parts or (block.text,))):
        return True
    beside = lines[max(0, index - _ROWS_BESIDE) : index + _ROWS_BESIDE + 1]
    return any(tells_of_thing(line.text) and share_parent(block, line) for line in beside)


def is_called_around(block: Block, field: str) -> bool:
    """Return whether class or id of a line's elements, or of one close around, names a `field`."""
    return any(is_called(node, field) for node in (*block.holders, *ancestors(block.node)[:2]))


def is_date_line(block: Block) -> bool:
    """Return whether a line holds a date and not much else."""
    if block.leads_to_files:  # the name of a file may have a date
        return False
    found = find_date(block.spaced) if len(block.text) < 120 else None
    return found is not None and len(fold(block.text)) < len(fold(found[1])) + 25


def dated_part(block: Block, *, published: bool = False) -> str | None:
    """Return the date in a row of short facts, parted by marks or elements; None for other lines.

    For example «توسط … | ۱۸ آذر ۱۴۰۰ - ۰۹:۳۵ | زمان خواندن ۱۲ دقیقه», of any length up to a
    sentence's. If it is to be the day that the text was `published`, those of events do not count.
    """
    if len(block.text) > _LONGEST_ROW or block.kind == "tr" or ends_sentence(block.text):
        return None
    spaced = block.spaced
    if find_date(spaced) is None:
        return None
    parts = [part for text in block.parts or (block.text,) for part in _parts(one_line(text))]
    if len(parts) < _FEWEST_PARTS or max(map(len, parts)) > _LONGEST_PART:
        return None
    for part in parts:
        date = find_date(part)
        if date is None or len(fold(part)) >= len(fold(date[1])) + _BESIDE_DATE:
            continue
        before = part.partition(date[1])[0]
        if not says_update(before) and not (published and says_event(before)):
            # Its time may be in the next part.
            whole = find_date(spaced[max(0, spaced.find(part)) :])
            return whole[1] if whole is not None and date[1] in whole[1] else date[1]
    return None


def _parts(text: str) -> list[str]:
    """Return the parts of a text between marks; a mark between digits parts nothing."""
    parts: list[str] = []
    start = 0
    for mark in _BETWEEN.finditer(text):
        is_in_date = text[: mark.start()][-1:].isdigit() and text[mark.end() :][:1].isdigit()
        if not is_in_date:
            parts.append(text[start : mark.start()])
            start = mark.end()
    return [part for p in (*parts, text[start:]) if (part := p.strip())]


def may_say_update(line: str) -> bool:
    """Return whether a line has a word for a change in it."""
    return _CHANGE.search(level(line)) is not None


def says_update(before: str) -> bool:
    """Return whether the words before a date say that it is the day of a change.

    >>> says_update("آخرین به‌روزرسانی: "), says_update("منتشر شده در ")
    (True, False)
    """
    return _UPDATE.search(level(before)) is not None


def says_event(before: str) -> bool:
    """Return whether the words before a date say that something happens on it, or until then.

    >>> says_event("مهلت ثبت نام تا "), says_event("تاریخ انتشار: ")
    (True, False)
    """
    return _EVENT.search(level(before)) is not None


def share_parent(one: Block, other: Block) -> bool:
    """Return whether two lines have the same parent, or nearly."""
    parents = {node.mem_id for node in _close_around(one)}
    return any(node.mem_id in parents for node in _close_around(other))


def _close_around(block: Block) -> list[LexborNode]:
    """Return the two elements around a line; the page itself only if there is nothing else."""
    around = ancestors(block.node) or [block.node]
    return around[:1] + [node for node in around[1:2] if node.tag != "body"]
