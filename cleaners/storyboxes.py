"""Boxes of other stories among an article's paragraphs: a headline that is a link, and its teaser.

A list of such boxes is told by its repeated items (`storylists`); one or two of them stand alone,
and are told by what they are: an element of few lines that a headline opens.
"""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.blocks import Block
from cleaners.storylists import is_story_headline

__all__ = ["boxed_lines", "without_story_boxes"]

# Lines of a box for each of its headlines: kicker, headline, date, teaser.
_LINES: Final = 4
# What stands above the headline in a box that has a teaser, too: a kicker or a label.
_ABOVE: Final = 1


def without_story_boxes(blocks: Sequence[Block], url: str | None) -> list[Block]:
    """Return `blocks` without the boxes of other stories among them."""
    boxed = boxed_lines(blocks, url)
    return [block for at, block in enumerate(blocks) if at not in boxed]


def boxed_lines(blocks: Sequence[Block], url: str | None) -> set[int]:
    """Return the indexes of the lines of a text that stand in boxes of other stories.

    A text whose larger part stands under linked headlines, such as a review of the day's news, has
    none. `url` is the page's own address.
    """
    heads = [at for at, block in enumerate(blocks) if block.links and is_story_headline(block, url)]
    if not heads:
        return set()
    held = _held(blocks)
    boxed = {at for head in heads for at in _box(head, heads, blocks, held)}
    inside = sum(len(blocks[at].text) for at in boxed)
    return boxed if 2 * inside <= sum(len(block.text) for block in blocks) else set()


def _held(blocks: Sequence[Block]) -> dict[int, list[int]]:
    """Return the lines that stand in each element around one, by its `mem_id`."""
    held: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        node: LexborNode | None = block.node
        while node is not None:
            held.setdefault(node.mem_id, []).append(at)
            node = node.parent
    return held


def _box(
    head: int, heads: Sequence[int], blocks: Sequence[Block], held: dict[int, list[int]]
) -> Sequence[int]:
    """Return the lines of the widest element that is the box of the headline at `head`.

    None of a headline that stands alone: whether such a link goes is told by its address.
    """
    found: Sequence[int] = () if blocks[head].is_only_links else (head,)
    node: LexborNode | None = blocks[head].node
    while node is not None and node.tag != "body":
        lines = held[node.mem_id]
        headlines = [at for at in lines if at in heads]
        if len(lines) > _LINES * len(headlines):
            break
        prose = [blocks[at].node for at in lines if blocks[at].is_prose]
        if (
            len(lines) > len(headlines) >= len(prose)
            and lines.index(headlines[0]) <= len(prose[:_ABOVE])
            # What holds a teaser as well grows downwards; a line above would be a subheading.
            and (len(found) <= 1 or lines[0] == found[0])
            # A teaser is an element of its own; `<p><a>…</a><br>…</p>` is a paragraph of the text.
            and all(teaser.mem_id != node.mem_id for teaser in prose)
        ):
            found = lines
        node = node.parent
    return found
