"""The sections of a page that no rule knows: links that the markup calls a category."""

import re
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import is_story_link
from cleaners.generic.headerlines import is_called_around
from cleaners.generic.prose import Prose
from cleaners.generic.sectionlinks import (
    MARKS,
    MOST_STEPS,
    are_siblings,
    entry_of,
    is_in_a_card,
    leads_off,
    leads_to_section,
    leads_to_story,
    may_name_section,
    stands_apart,
)
from cleaners.links import leads_to_front, leads_to_tag
from cleaners.markup.classnames import is_called
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text

__all__ = ["sections_called"]

# The links are among the last lines above the title, or the first ones below the text.
_ABOVE: Final = 4
_BELOW: Final = 6
# In addresses of tags where both are terms.
_TOPIC: Final = re.compile(r"/topics?(?![a-z])", re.IGNORECASE)
# What may be called a category.
_CALLED: Final = "[class*=cat i], [class*=service i], [class*=term i]"


def sections_called(prose: Prose) -> list[str]:
    """Return the names in links that the markup calls a category, around title and text."""
    article = prose.article
    if article is None:
        return []
    at = prose.title_at if prose.title_at is not None else article.first
    above = range(max(0, min(at, article.first) - _ABOVE), article.first)
    below = range(article.last + 1, min(prose.end, article.last + 1 + _BELOW))
    for index in (*above, *below):
        block = prose.blocks[index]
        if not block.links or prose.is_listed(index) or index in prose.boxed:
            continue
        if index > article.last and _heads_a_box(index, prose):
            continue
        around = ancestors(block.node)[:1] if block.is_only_links else []
        inside = block.node.css(_CALLED) if len(block.links) > 1 or not block.is_only_links else []
        for node in (*inside, *block.holders, *around):
            if is_called(node, "category") and (names := _category_names(node, prose)):
                return names
    return []


def _heads_a_box(index: int, prose: Prose) -> bool:
    """Return whether a link below the text heads a box of the site, with stories of a category.

    It is a heading; or, outside of what holds title and text, stories or more such links follow.
    """
    if prose.blocks[index].is_heading:
        return True
    if index == prose.known_article.last + 1 and _is_lone_section(index, prose):
        return False  # right below the text, whatever follows
    entry = entry_of(prose)
    if entry is None or any(node.mem_id == entry.mem_id for node in prose.chain(index)):
        return False
    beside = [prose.blocks[at] for at in (index - 1, index + 1) if at < len(prose.blocks)]
    return any(
        is_story_link(block, prose.page)
        or (block.is_only_links and is_called_around(block, "category"))
        for block in beside
    )


def _is_lone_section(index: int, prose: Prose) -> bool:
    """Return whether a line is one link with an address of sections, and no more follow."""
    block, below = prose.blocks[index], prose.blocks[index + 1 : index + 2]
    is_followed = any(one.is_only_links and is_called_around(one, "category") for one in below)
    return len(block.links) == 1 and leads_to_section(block.links[0]) and not is_followed


def _category_names(node: LexborNode, prose: Prose) -> list[str]:
    """Return the names of the links in an element that is called a category."""
    links = [node] if node.tag == "a" else node.css("a[href]")
    if not 0 < len(links) <= MOST_STEPS or any(stands_apart(link, prose) for link in links):
        return []
    addresses = [link.attributes.get("href") or "" for link in links]
    if any(map(leads_to_tag, addresses)):
        return []
    if is_called(node, "terms") and any(map(_TOPIC.search, addresses)):
        return []
    if len(links) == MOST_STEPS and are_siblings(addresses):  # the items of a menu
        return []
    if any(is_in_a_card(link, prose) for link in links):
        return []
    own = prose.page.address
    names = []
    for link, href in zip(links, addresses, strict=True):
        name = field_text(link).strip(MARKS)
        if not may_name_section(name) or leads_off(href, own) or leads_to_story(href, own):
            return []
        if not leads_to_front(href):
            names.append(name)
    return names
