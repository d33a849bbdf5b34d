"""Lists of other stories on a page, recognised by their items, each with one link.

Sidebars, related boxes, cards with picture and date, widgets with teasers: whatever their class
names, they repeat one element, and each copy leads to another story.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.identity import news_code_of, path_of
from cleaners.lines.sentences import ends_or_introduces
from cleaners.links import is_own_address, leads_to_another_story
from cleaners.markup.blocks import Block

__all__ = [
    "held_in",
    "is_story_headline",
    "item_around",
    "may_announce",
    "story_items",
]

# A headline has at least this many letters; menu words have fewer, even «کهگیلویه و بویراحمد» in a
# list of provinces (see `listing.SHORTEST_HEADLINE`). A link with a news code certainly leads to a
# story, so its text may be shorter.
_HEADLINE: Final = 20
_CODED_HEADLINE: Final = 14
# A date beside a headline has at most this many characters.
_DATE: Final = 30
_NO_PAGE: Final = ("#", "javascript:", "mailto:", "tel:", "data:")
# How many elements above its link an item may be.
_LEVELS: Final = 6
# A list has at least this many items.
_FEWEST: Final = 2
# A teaser stands at most this many lines below its headline: a date may come between.
_BELOW: Final = 2
_TOP: Final = frozenset(("body", "html", "main", None))
_LONGEST_LABEL: Final = 60
# «از این نویسنده:»; a longer line with a colon introduces a list in the text.
_LABEL: Final = re.compile(r"\S+(?: \S+){0,3} ?:")


def story_items(blocks: Sequence[Block], url: str | None) -> set[int]:
    """Return the `mem_id` of every element that is an item of a list of other stories.

    `url` is the page's own address: a link to it does not make an item.
    """
    heads = [block.node for block in blocks if is_story_headline(block, url)]
    if len(heads) < _FEWEST:
        return set()
    holds = held_in(heads)
    prose = held_in(block.node for block in blocks if block.is_prose)
    parents: dict[int, list[LexborNode]] = {}
    for head in heads:
        item = item_around(head, holds, prose)
        if item is not None and item.parent is not None:
            parents.setdefault(item.parent.mem_id, []).append(item)
    found: set[int] = set()
    lists: dict[int, set[int]] = {}
    for items in parents.values():
        kinds = [(item.tag, item.attributes.get("class")) for item in items]
        counts = Counter(kinds)
        alike = [i for i, kind in zip(items, kinds, strict=True) if counts[kind] >= _FEWEST]
        found.update(item.mem_id for item in alike)
        if alike and (parent := alike[0].parent) is not None and parent.tag not in _TOP:
            lists[parent.mem_id] = {item.mem_id for item in alike}
    inside = _lines_in(lists, blocks)
    return found.union(key for key, lines in inside.items() if _is_flat_list(lines))


def _is_flat_list(lines: Iterable[tuple[Block, bool]]) -> bool:
    """Return whether the lines of an element are headlines, each with its teaser below it.

    `lines` pairs each line with whether it is a headline. Every line of prose must stand just
    below a headline of its own. An unlinked heading as long as a headline is the page's title.
    """
    below = _BELOW + 1
    teasers = 0
    for block, is_head in lines:
        if block.is_heading and not block.linked and len(block.text) >= _HEADLINE:
            return False
        below = 0 if is_head else below + 1
        if block.is_prose:
            if below > _BELOW:
                return False
            teasers += 1
            below = _BELOW + 1
    return teasers >= _FEWEST


def _lines_in(
    lists: dict[int, set[int]], blocks: Sequence[Block]
) -> dict[int, list[tuple[Block, bool]]]:
    """Return the lines in each element of `lists`, and whether one of its items holds them."""
    inside: dict[int, list[tuple[Block, bool]]] = {key: [] for key in lists}
    items = set().union(*lists.values())
    # For each element the lists around it, each with whether one of its items is around it, too.
    known: dict[int, tuple[tuple[int, bool], ...]] = {}
    for block in blocks if lists else ():
        path: list[int] = []
        node: LexborNode | None = block.node
        while node is not None and node.mem_id not in known:
            path.append(node.mem_id)
            node = node.parent
        around = known[node.mem_id] if node is not None else ()
        for key in reversed(path):
            if key in items:
                around = tuple((of, held or key in lists[of]) for of, held in around)
            if key in lists:
                around = (*around, (key, False))
            known[key] = around
        for key, is_head in around:
            inside[key].append((block, is_head))
    return inside


def is_story_headline(block: Block, url: str | None) -> bool:
    """Return whether a line is a link to another page, as long as a headline.

    A date may stand beside the link.
    """
    if block.linked < _CODED_HEADLINE or block.leads_to_files:
        return False
    beside = len(block.text) - block.linked
    if not block.is_only_links and (beside > _DATE or not find_date(block.text)):
        return False
    if any(is_own_address(href, url) for href in block.links):
        return False
    code = news_code_of(url)
    if any(leads_to_another_story(href, code, url) for href in block.links):
        return not _is_row_of_names(block, _CODED_HEADLINE)
    return (block.linked >= _HEADLINE and not _is_row_of_names(block, _HEADLINE)) and all(
        not href.startswith(_NO_PAGE) and path_of(href) for href in block.links
    )


def _is_row_of_names(block: Block, headline: int) -> bool:
    """Return whether a line has several links, each with fewer letters than a `headline`."""
    if len(set(block.links)) < _FEWEST:
        return False
    names = [len(link.text(strip=True)) for link in block.node.css("a[href]")]
    return bool(names) and max(names) < headline


def may_announce(text: str) -> bool:
    """Return whether a line may be the label of a list of stories: short, and not a sentence."""
    if len(text) >= _LONGEST_LABEL:
        return False
    return _LABEL.fullmatch(text) is not None or not ends_or_introduces(text)


def held_in(lines: Iterable[LexborNode]) -> dict[int, int]:
    """Return how many of `lines` each element around them holds, by its `mem_id`."""
    holds: dict[int, int] = {}
    for line in lines:
        node: LexborNode | None = line
        while node is not None:
            holds[node.mem_id] = holds.get(node.mem_id, 0) + 1
            node = node.parent
    return holds


def item_around(
    head: LexborNode, holds: dict[int, int], prose: dict[int, int]
) -> LexborNode | None:
    """Return the widest element around a headline that has no other one, and one teaser at most."""
    if holds[head.mem_id] > 1 or prose.get(head.mem_id, 0) > 1:
        return None  # a line separated from its neighbours by <br> has no element of its own
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
