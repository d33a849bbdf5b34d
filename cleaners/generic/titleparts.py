"""The parts of a heading: kicker and title side by side, or one title on two lines."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.sitenames import TITLE_PARTS
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import is_called
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["title_in_lines"]

_SHORTEST: Final = 8
_LONGEST_KICKER: Final = 200
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))
# What an element of a heading that is no part of the title is, or is called.
_OTHER_TAGS: Final = frozenset(("small", "time"))
_OTHER_FIELDS: Final = ("kicker", "date", "lead", "under_title", "category")


def title_in_lines(page: Page, blocks: Sequence[Block], at: int) -> tuple[int, str | None, str]:
    """Split a heading that may hold kicker and title; return (its first line, kicker, title).

    `at` is the index of the title's line. If the line ends with the title in the page's head, the
    rest is the kicker. A heading of two elements has the kicker in the first and the title in the
    second, and one of two lines likewise, unless the head has both as one title: a headline broken
    in two, or with words in another colour.
    """
    block = blocks[at]
    titles = list(filter(None, (*page.ld_texts("headline"), page.meta("og:title"), page.title_tag)))
    key = block.node.mem_id
    near = range(max(0, at - 1), min(at + 2, len(blocks)))
    lines = [index for index in near if blocks[index].node.mem_id == key]
    if len(lines) > 1:
        texts = [blocks[index].text for index in lines]
        whole = " ".join(texts)
        if _are_one([blocks[index].first for index in lines], texts, whole, titles):
            return lines[0], None, whole
    return at, *_in_line(block, titles)


def _in_line(block: Block, titles: Sequence[str]) -> tuple[str | None, str]:
    """Return (kicker or None, title) of a line, given the titles in the page's head."""
    line = block.text
    if not any(fold(line) in fold(text) for text in titles):
        for text in (part for title in titles for part in (title, *TITLE_PARTS.split(title))):
            if len(text) >= _SHORTEST and line.endswith(text) and line != text:
                return line.removesuffix(text).strip() or None, text
    pair = _pair(block)
    if pair is None:
        return None, line
    texts = list(map(field_text, pair))
    return (None, line) if _are_one(pair, texts, line, titles) else (texts[0], texts[1])


def _are_one(
    nodes: Sequence[LexborNode | None], texts: Sequence[str], whole: str, titles: Sequence[str]
) -> bool:
    """Return whether the parts of a heading are one title.

    Each title in the head that has the last part has the `whole`, none is one of the parts, and
    none of their elements says that it is something else. «جشن انار در رودبار | گزارش تصویری» has a
    mark between its parts.
    """
    named = [title for title in titles if texts[-1] in title]
    parts = {fold(part) for title in titles for part in TITLE_PARTS.split(title)}
    return (
        bool(named)
        and all(whole in title for title in named)
        and parts.isdisjoint(map(fold, texts))
        and not any(map(_is_other, nodes))
        and not _is_linked(nodes[0])
    )


def _is_other(part: LexborNode | None) -> bool:
    """Return whether the elements from a part up to its heading say that it is no title."""
    return any(
        node.tag in _OTHER_TAGS or any(is_called(node, field) for field in _OTHER_FIELDS)
        for node in _up_to_heading(part)
    )


def _is_linked(part: LexborNode | None) -> bool:
    return any(node.tag == "a" for node in _up_to_heading(part))


def _up_to_heading(part: LexborNode | None) -> list[LexborNode]:
    """Return an element, or that of a text, and those around it inside of the heading."""
    if part is None:
        return []
    found: list[LexborNode] = []
    for node in (part, *ancestors(part)):
        if node.tag in _HEADINGS:
            return found
        found.append(node)
    return []


def _pair(block: Block) -> tuple[LexborNode, LexborNode] | None:
    """Return the elements of a heading that consists of two and nothing else."""
    node: LexborNode | None = block.node
    while node is not None and node.tag not in _HEADINGS:
        node = node.parent
    if node is None:
        return None
    children = list(islice(node.iter(), 3))
    texts = list(map(field_text, children))
    if len(texts) != 2 or not all(texts) or len(texts[0]) > _LONGEST_KICKER:
        return None
    return (children[0], children[1]) if fold("".join(texts)) == fold(block.text) else None
