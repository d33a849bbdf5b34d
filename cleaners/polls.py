"""Polls among the lines of a page: a question and choices to tick, which are no article text."""

from typing import Final

from selectolax.lexbor import LexborNode

__all__ = ["polls_below"]

# Letters of a question with its choices and buttons; more is a text that holds a poll.
_LONGEST: Final = 400
_FEWEST_CHOICES: Final = 2
_LONGEST_QUESTION: Final = 160
# How far above a choice the whole poll may begin; broken pages nest thousands of elements.
_LEVELS: Final = 6
_MOST_CHOICES: Final = 60
_CHOICE: Final = "input[type=radio]"
# Elements that hold a text, however short it is.
_TEXTS: Final = frozenset(("article", "main", "body", "td", "html", None))


def polls_below(node: LexborNode) -> set[int]:
    """Return the `mem_id` of every element below `node` that is a poll, with its question."""
    found: set[int] = set()
    for choice in node.css(_CHOICE)[:_MOST_CHOICES]:
        poll = _poll_around(choice)
        if poll is not None:
            found.add(poll.mem_id)
    return found


def _poll_around(choice: LexborNode) -> LexborNode | None:
    """Return the outermost short element around a choice, if it holds another choice as well."""
    poll, around = None, choice.parent
    for _ in range(_LEVELS):
        if around is None or around.tag in _TEXTS or len(around.text(strip=True)) > _LONGEST:
            break
        if poll is not None:  # one step above the choices the question may stand
            more = len(around.text(strip=True)) - len(poll.text(strip=True))
            return around if _asks(around) and more <= _LONGEST_QUESTION else poll
        if len(around.css(_CHOICE)) >= _FEWEST_CHOICES:
            poll = around
            if _asks(around):
                break
        around = around.parent
    return poll


def _asks(node: LexborNode) -> bool:
    """Tell whether a question stands beside the choices."""
    return "؟" in node.text()
