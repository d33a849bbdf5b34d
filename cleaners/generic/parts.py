"""More of a text beside the element that holds its prose: short sentences in boxes like it."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster
from cleaners.generic.pagelines import PageLines
from cleaners.generic.sharedwords import shared_words
from cleaners.lines.sentences import ends_sentence
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data

__all__ = ["parts_below"]

# Where words end in the name of a class: `col-8`, `mb_2`, `span12`.
_PARTS: Final = re.compile(r"[^a-z]")

type _Look = tuple[str, str | None]


def parts_below(
    page: PageLines, main: LexborNode | None, article: Cluster, lines: range, title_at: int
) -> frozenset[int]:
    """Return the `mem_id` of each element beside `main`, which holds `article`, with more of it.

    They have the same class, which is not only that of a framework, and short sentences that look
    the same and share a word with the text: each paragraph may be in a box of its own, and a box of
    other stories may part a text. Elements that hold the title, too, hold other parts of the page.
    `lines` are the indexes of the lines below the article.
    """
    looks = {_look_of(page.blocks[index]) for index in article.at}
    text = " ".join(page.blocks[index].text for index in (title_at, *article.at))
    around_title = {node.mem_id for node in page.chain(title_at)}
    for box in (main, main.parent if main is not None else None):
        if box is None or box.parent is None or not _is_named(box):
            continue
        if box.parent.mem_id in around_title:
            break
        alike = {node.mem_id for node in _alike_below(box)}
        held: dict[int, list[Block]] = {}
        for index in lines if alike else ():
            for node in page.chain(index):
                if node.mem_id in alike:
                    held.setdefault(node.mem_id, []).append(page.blocks[index])
        going_on = {at: part for at, part in enumerate(held.values()) if _goes_on_in(part, looks)}
        more = " ".join(block.text for part in going_on.values() for block in part)
        if shared_words(more, text):  # up to the last of these, a quotation may look otherwise
            parts = islice(held.items(), max(going_on) + 1)
            return frozenset(key for key, part in parts if not _holds_more(part))
    return frozenset()


def _is_named(box: LexborNode) -> bool:
    """Return whether an element has a class that is not one of a framework, as any box has."""
    names = (box.attributes.get("class") or "").lower().split()
    words: Sequence[str] = generic_data()["framework"]["words"]
    return not all(_PARTS.split(name)[0] in words for name in names)


def _alike_below(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements with the same tag and classes below one, beside it."""
    names, below = node.attributes.get("class"), node.next
    while below is not None:
        if below.tag == node.tag and below.attributes.get("class") == names:
            yield below
        below = below.next


def _goes_on_in(blocks: Sequence[Block], looks: Container[_Look]) -> bool:
    """Return whether lines are short, look as one of `looks`, and end sentences."""
    return (
        all(ends_sentence(block.text) for block in blocks)
        and all(_look_of(block) in looks for block in blocks)
        and not _holds_more(blocks)
    )


def _holds_more(blocks: Sequence[Block]) -> bool:
    """Return whether lines have links, or are prose, which is grouped in other ways."""
    return any(block.links or block.is_prose for block in blocks)


def _look_of(block: Block) -> _Look:
    return block.kind, block.node.attributes.get("class")
