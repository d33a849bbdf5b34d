"""More of a text beside the element that holds its prose: short sentences in boxes like it."""

from collections.abc import Container, Iterator, Sequence
from itertools import islice

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster
from cleaners.generic.pagelines import PageLines
from cleaners.lines.sentences import ends_sentence
from cleaners.markup.blocks import Block

__all__ = ["parts_below"]

type _Look = tuple[str, str | None]


def parts_below(
    page: PageLines, main: LexborNode | None, article: Cluster, lines: range, title_at: int
) -> frozenset[int]:
    """Return the `mem_id` of each element beside `main`, which holds `article`, with more of it.

    They have the same class, and short sentences that look the same: each paragraph may be in a
    box of its own, and a box of other stories may part a text. What holds the title, too, holds
    other parts of the page. `lines` are the indexes of the lines below the article.
    """
    looks = {_look_of(page.blocks[index]) for index in article.at}
    around_title = {node.mem_id for node in page.chain(title_at)}
    for box in (main, main.parent if main is not None else None):
        if box is None or not box.attributes.get("class") or box.parent is None:
            continue
        if box.parent.mem_id in around_title:
            break
        alike = {node.mem_id for node in _alike_below(box)}
        held: dict[int, list[Block]] = {}
        for index in lines if alike else ():
            for node in page.chain(index):
                if node.mem_id in alike:
                    held.setdefault(node.mem_id, []).append(page.blocks[index])
        sure = [at for at, part in enumerate(held.values()) if _goes_on_in(part, looks)]
        if sure:  # up to the last of these, a quotation may look otherwise
            parts = islice(held.items(), sure[-1] + 1)
            return frozenset(key for key, part in parts if not _holds_more(part))
    return frozenset()


def _alike_below(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements with the same tag and classes below one, beside it."""
    names, below = node.attributes.get("class"), node.next
    while below is not None:
        if below.tag == node.tag and below.attributes.get("class") == names:
            yield below
        below = below.next


def _goes_on_in(blocks: Sequence[Block], looks: Container[_Look]) -> bool:
    """Return whether lines are short, look as one of `looks`, and one of them ends a sentence."""
    return (
        any(ends_sentence(block.text) for block in blocks)
        and all(_look_of(block) in looks for block in blocks)
        and not _holds_more(blocks)
    )


def _holds_more(blocks: Sequence[Block]) -> bool:
    """Return whether lines have links, or are prose, which is grouped in other ways."""
    return any(block.links or block.is_prose for block in blocks)


def _look_of(block: Block) -> _Look:
    return block.kind, block.node.attributes.get("class")
