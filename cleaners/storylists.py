"""Lists of other stories on a page, told by what they are: items that each hold one link.

Sidebars, related boxes, cards with picture and date, widgets with teasers: whatever their class
names, they repeat one element, and each copy leads to another story.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.blocks import Block
from cleaners.body import leads_to_another_story
from cleaners.identity import is_own_address, news_code_of, path_of

__all__ = ["story_items"]

# A headline has at least this many letters; menu words and «بیشتر» have fewer. A link that bears
# a news code leads to a story for certain, so its text may be shorter.
_HEADLINE: Final = 20
_CODED_HEADLINE: Final = 14
_NO_PAGE: Final = ("#", "javascript:", "mailto:", "tel:", "data:")
# How far above its link an item may begin.
_LEVELS: Final = 5
# Items that make a list.
_FEWEST: Final = 2
# A teaser stands at most so many lines below its headline: a date may come between.
_BELOW: Final = 2
_TOP: Final = frozenset(("body", "html", "main", None))


def story_items(blocks: Sequence[Block], url: str | None) -> set[int]:
    """Return the `mem_id` of every element that is an item of a list of other stories.

    `url` is the page's own address: a link to itself makes no item.
    """
    heads = [block.node for block in blocks if _is_headline(block, url)]
    if len(heads) < _FEWEST:
        return set()
    holds = _held(heads)
    prose = _held(block.node for block in blocks if block.is_prose)
    parents: dict[int, list[LexborNode]] = {}
    for head in heads:
        item = _item(head, holds, prose)
        if item is not None and item.parent is not None:
            parents.setdefault(item.parent.mem_id, []).append(item)
    found: set[int] = set()
    for items in parents.values():
        kinds = [(item.tag, item.attributes.get("class")) for item in items]
        alike = [i for i, kind in zip(items, kinds, strict=True) if kinds.count(kind) >= _FEWEST]
        found.update(item.mem_id for item in alike)
        if alike and (parent := alike[0].parent) is not None and parent.tag not in _TOP:
            found |= _flat_list(parent, {item.mem_id for item in alike}, blocks)
    return found


def _flat_list(parent: LexborNode, heads: set[int], blocks: Sequence[Block]) -> set[int]:
    """Return `parent` itself where headlines and their teasers stand side by side in it.

    Every line of prose in it must stand just below a headline of its own.
    """
    below = _BELOW + 1
    teasers = 0
    for block in blocks:
        chain = _up_to(block.node, parent)
        if chain is None:
            continue
        below = 0 if any(key in heads for key in chain) else below + 1
        if block.is_prose:
            if below > _BELOW:
                return set()
            teasers += 1
            below = _BELOW + 1
    return {parent.mem_id} if teasers >= _FEWEST else set()


def _up_to(node: LexborNode, top: LexborNode) -> list[int] | None:
    """Return the elements from `node` up to `top`, or None where `top` is not around it."""
    found: list[int] = []
    walker: LexborNode | None = node
    while walker is not None:
        key = walker.mem_id
        if key == top.mem_id:
            return found
        found.append(key)
        walker = walker.parent
    return None


def _is_headline(block: Block, url: str | None) -> bool:
    """Tell whether a line is a link to another page, with a headline's length."""
    if not block.is_only_links or block.linked < _CODED_HEADLINE:
        return False
    if any(is_own_address(href, url) for href in block.links):
        return False
    code = news_code_of(url)
    if any(leads_to_another_story(href, code) for href in block.links):
        return True
    return block.linked >= _HEADLINE and all(
        not href.startswith(_NO_PAGE) and path_of(href) for href in block.links
    )


def _held(lines: Iterable[LexborNode]) -> dict[int, int]:
    """Return how many of `lines` stand in each element around them."""
    holds: dict[int, int] = {}
    for line in lines:
        node: LexborNode | None = line
        while node is not None:
            holds[node.mem_id] = holds.get(node.mem_id, 0) + 1
            node = node.parent
    return holds


def _item(head: LexborNode, holds: dict[int, int], prose: dict[int, int]) -> LexborNode | None:
    """Return the widest element around a headline that holds no other, and at most a teaser."""
    if holds[head.mem_id] > 1 or prose.get(head.mem_id, 0) > 1:
        return None  # a line parted by <br> from its neighbours has no element of its own
    item = head
    for _ in range(_LEVELS):
        parent = item.parent
        if parent is None or parent.tag in _TOP:
            return item
        key = parent.mem_id
        if holds.get(key, 0) > 1 or prose.get(key, 0) > 1:
            return item
        item = parent
    return None
