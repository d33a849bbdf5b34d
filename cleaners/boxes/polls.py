"""Polls among the lines of a page: a question and choices to tick, which are not article text."""

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.markup.walking import blocks_of

__all__ = ["polls_below"]

# A question with its choices and buttons has at most this many letters; an element with more is a
# text that contains a poll.
_LONGEST: Final = 400
_FEWEST_CHOICES: Final = 2
# How many elements above a choice the whole poll may be; broken pages nest thousands.
_LEVELS: Final = 6
_MOST_CHOICES: Final = 60
_CHOICE: Final = "input[type=radio]"


def polls_below(node: LexborNode) -> set[int]:
    """Return the `mem_id` of every element below `node` that is a poll, with its question."""
    polls = map(_poll_around, node.css(_CHOICE)[:_MOST_CHOICES])
    return {poll.mem_id for poll in polls if poll is not None}


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
    return len(node.text(strip=True)) <= _LONGEST


def _holds_text(node: LexborNode) -> bool:
    """Return whether there are no choices in words."""
    return all("؟" in block.text for block in blocks_of(node))


def _asks(node: LexborNode) -> bool:
    """Return whether there is a question among the choices."""
    return "؟" in node.text()


def _with_question(poll: LexborNode) -> LexborNode:
    """Return the element that holds only `poll` and its question, or else `poll` itself."""
    around = poll.parent
    if around is None or not _is_short(around):
        return poll
    beside = [b.text for b in blocks_of(around, skip=lambda node: node.mem_id == poll.mem_id)]
    return around if len(beside) == 1 and "؟" in beside[0] else poll
