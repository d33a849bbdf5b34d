"""Polls among the lines of a page: a question and choices to tick, which are not article text."""

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.markup.tree import is_within
from cleaners.markup.walking import blocks_of

__all__ = ["polls_below"]

# A question with its choices and buttons has at most this many letters; an element with more is a
# text that contains a poll.
_LONGEST: Final = 400
_LONGEST_QUESTION: Final = 160
# A longer line that is not a question is not a choice either, but text beside a rating.
_LONGEST_CHOICE: Final = 60
_FEWEST_CHOICES: Final = 2
# How many elements above a choice the whole poll may be; broken pages nest thousands.
_LEVELS: Final = 6
_MOST_CHOICES: Final = 60
_CHOICE: Final = "input[type=radio]"
# Elements that hold a text, however short.
_TEXTS: Final = frozenset(("article", "main", "body", "td", "html", None))


def polls_below(node: LexborNode) -> set[int]:
    """Return the `mem_id` of every element below `node` that is a poll, with its question."""
    found: set[int] = set()
    for choice in node.css(_CHOICE)[:_MOST_CHOICES]:
        if not is_within(choice, found, node) and (poll := _poll_around(choice)) is not None:
            found.add(poll.mem_id)
    return found


def _poll_around(choice: LexborNode) -> LexborNode | None:
    """Return the short element that holds a choice and another one, and no text but a question."""
    around = choice.parent
    for _ in range(_LEVELS):
        if around is None or not _is_short(around):
            return None
        if len(around.css(_CHOICE)) >= _FEWEST_CHOICES:
            break
        around = around.parent
    else:
        return None
    if _holds_text(around):
        return None
    return around if _asks(around) else _with_question(around)


def _is_short(node: LexborNode) -> bool:
    return node.tag not in _TEXTS and len(node.text(strip=True)) <= _LONGEST


def _holds_text(node: LexborNode) -> bool:
    """Return whether a line is neither question nor choice, or there are no choices in words.

    The labels of choices are no lines.
    """
    lines = [block.text for block in blocks_of(node)]
    others = [line for line in lines if "؟" not in line]
    has_choices = bool(others) or not lines or any(map(_is_choice, node.css("label")))
    return not has_choices or any(len(line) > _LONGEST_CHOICE for line in others)


def _is_choice(label: LexborNode) -> bool:
    return label.css_first(_CHOICE) is not None and label.text(strip=True) != ""


def _asks(node: LexborNode) -> bool:
    """Return whether there is a question among the choices."""
    return "؟" in node.text()


def _with_question(poll: LexborNode) -> LexborNode:
    """Return the element that holds only `poll` and its question, or else `poll` itself."""
    around = poll.parent
    if around is None or not _is_short(around) or not poll.text(strip=True):
        return poll
    beside = [b.text for b in blocks_of(around, skip=lambda node: node.mem_id == poll.mem_id)]
    is_question = len(beside) == 1 and len(beside[0]) <= _LONGEST_QUESTION and "؟" in beside[0]
    return around if is_question else poll
