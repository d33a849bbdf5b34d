"""Lines in a page's header: what they are called, which are dates, which stand side by side."""

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import is_called
from cleaners.markup.tree import ancestors
from cleaners.persian.folding import fold

__all__ = ["is_called_around", "is_date_line", "share_parent"]


def is_called_around(block: Block, field: str) -> bool:
    """Return whether class or id of a line's elements, or of one close around, names a `field`."""
    return any(is_called(node, field) for node in (*block.holders, *ancestors(block.node)[:2]))


def is_date_line(block: Block) -> bool:
    """Return whether a line holds a date and not much else."""
    if block.leads_to_files:  # the name of a file may have a date
        return False
    found = find_date(block.spaced) if len(block.text) < 120 else None
    return found is not None and len(fold(block.text)) < len(fold(found[1])) + 25


def share_parent(one: Block, other: Block) -> bool:
    """Return whether two lines have the same parent, or nearly."""
    parents = {node.mem_id for node in _close_around(one)}
    return any(node.mem_id in parents for node in _close_around(other))


def _close_around(block: Block) -> list[LexborNode]:
    """Return the two elements around a line; the page itself only if there is nothing else."""
    around = ancestors(block.node) or [block.node]
    return around[:1] + [node for node in around[1:2] if node.tag != "body"]
