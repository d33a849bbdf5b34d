"""Heads in one line: kicker, title and lead as inline elements, which styles make lines of."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from cleaners.markup.blocks import Block, one_line
from cleaners.markup.classnames import any_called, is_called

__all__ = ["with_heads_parted"]

_FIELDS: Final = ("title", "lead", "kicker")
_FEWEST: Final = 2
_MOST: Final = 6
# In these, inline elements are words of one line.
_ONE_LINE: Final = frozenset(
    "h1 h2 h3 h4 h5 h6 p li a td th tr blockquote figcaption caption".split()
)


def with_heads_parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the lines, each field of the head as one of its own.

    A page has one head, above its text: further such lines are items of the text.
    """
    lines = iter(blocks)
    for block in lines:
        parts = _parts(block)
        yield from parts or [block]
        if parts or block.is_prose:
            break
    yield from lines


def _parts(block: Block) -> list[Block]:
    """Return a line for each element of one with a title and a lead or kicker, and nothing else."""
    if block.links or block.kind in _ONE_LINE or len(block.parts) < _FEWEST:
        return []
    children = list(islice(block.node.iter(include_text=True), 2 * _MOST))
    if not any_called(children, "title"):
        return []
    shown = [child for child in children if child.text(strip=True)]
    if not _FEWEST <= len(shown) <= _MOST or any(child.tag == "-text" for child in shown):
        return []
    texts = [one_line(child.text()) for child in shown]
    if "".join("".join(texts).split()) != "".join(block.text.split()):
        return []
    fields = {field for child in shown for field in _FIELDS if is_called(child, field)}
    if "title" not in fields or len(fields) < _FEWEST:
        return []
    return [
        Block(text, block.kind, child, 0, [], (text,), child.child)
        for text, child in zip(texts, shown, strict=True)
    ]
