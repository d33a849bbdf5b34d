"""Which element holds the article of an unknown page, if the markup says so, and where it ends."""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster
from cleaners.lines.boilerplate import is_publishers_note, judge_line
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.markup.page import Page
from cleaners.markup.tree import matches_of

__all__ = ["MOST_NAMED", "end_of_article", "named_body"]

# An element that the markup itself calls the body is believed if it has at least this share of the
# prose in the group that was found to be the article.
_BELIEVED: Final = 0.7
#: At most this many elements of one name are looked at: real pages have a few, broken ones more.
MOST_NAMED: Final = 40
# A line that ends the page, such as «ارسال نظر», may also be a button above the text. It counts if
# it comes after this many letters of prose, or after more prose than follows it, or is a heading.
_BEGUN: Final = 400


def end_of_article(blocks: Sequence[Block], prose: Sequence[int], title_at: int | None) -> int:
    """Return the index of the line that ends the article and opens comments or footer.

    `prose` holds the indexes of the lines of running text, `title_at` is that of the title, if it
    is known.
    """
    letters = 0
    texts = set(prose)
    start = title_at if title_at is not None else 0
    rest = sum(len(blocks[index].text) for index in prose if index >= start)
    for index in range(start, len(blocks)):
        block = blocks[index]
        if letters and is_publishers_note(block.text):
            return index
        if index in texts:
            letters += len(block.text)
            rest -= len(block.text)
        elif letters >= _BEGUN or block.is_heading or (letters and letters >= rest):
            verdict = judge_line(block.text)
            if verdict is not None and verdict.action == "cut" and not _is_on_card(blocks, index):
                return index
    return len(blocks)


def _is_on_card(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line, such as a number of comments, shares a box with a linked headline."""
    line, above = blocks[index].node, blocks[index - 1]
    box = above.node.parent if above.is_heading and above.is_only_links else None
    if box is None or box.tag == "body":
        return False
    return box.mem_id in (line.mem_id, line.parent.mem_id if line.parent is not None else 0)


def named_body(
    page: Page, blocks: Sequence[Block], article: Cluster, known: Sequence[str]
) -> LexborNode | None:
    """Return the element that a `known` selector or its name calls the body, if it holds enough."""
    letters = sum(len(blocks[index].text) for index in article.at)
    lines_in: dict[int, set[int]] = {}
    for index, chain in zip(article.at, article.chains, strict=True):
        for node in chain:
            lines_in.setdefault(node.mem_id, set()).add(index)
    for selector in (*known, *generic_data()["body"]["selectors"]):
        # Some pages give every paragraph the name of a body.
        nodes = [n for n in matches_of(page.top, selector)[:MOST_NAMED] if n.tag != "p"]
        held = [(node, lines_in.get(node.mem_id, set())) for node in nodes]
        for node, inside in held:
            if sum(len(blocks[index].text) for index in inside) < _BELIEVED * letters:
                continue
            # If every part of a text has that name, none of them is its body.
            is_part = any(lines - inside for _, lines in held)
            return None if is_part else node
    return None
