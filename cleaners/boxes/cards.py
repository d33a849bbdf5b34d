"""Cards of other stories whose headline is not the link: a picture, a button or the whole card is.

Cards are copies of one element, side by side, each with a heading and a link to a page of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import (
    SHORTEST_HEADLINE,
    are_alike,
    is_read_more,
    shows_an_article,
)
from cleaners.boxes.storylists import held_in, item_around, story_items
from cleaners.identity import host_of, path_of
from cleaners.links import is_own_address
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import any_called, shared_classes
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.persian.folding import fold

__all__ = ["heads_a_story", "other_stories"]

# Fewer cards than this may be parts of a text.
_FEWEST: Final = 3
# A button has fewer letters than a headline.
_LONGEST_BUTTON: Final = 30
_FILE: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|mp[34]|pdf|docx?|xlsx?|pptx?|zip|rar)(?:[?#]|$)",
    re.IGNORECASE,
)


type _Cards = list[tuple[LexborNode, LexborNode]]


def other_stories(blocks: Sequence[Block], page: Page) -> set[int]:
    """Return the `mem_id` of every element that is an item of a list of other stories.

    Cards are looked for on a page that does not claim to be an article, where a list is the page.
    """
    own = page.address
    items = story_items(blocks, own)
    return items if shows_an_article(page) else items | _card_items(blocks, page, own)


def heads_a_story(block: Block) -> bool:
    """Return whether a line may be the headline of a card: it is a heading or is called a title."""
    return block.is_heading or (not block.is_prose and any_called(block.holders, "title"))


def _card_items(blocks: Sequence[Block], page: Page, own: str | None) -> set[int]:
    """Return the elements that are cards: each holds a heading, and at most one line of prose."""
    headings = [block.node for block in blocks if heads_a_story(block)]
    if len(headings) < _FEWEST:
        return set()
    prose = held_in(block.node for block in blocks if block.is_prose)
    head = fold(" ".join(filter(None, (page.meta("og:title"), page.title_tag))))
    found: set[int] = set()
    for tag in {heading.tag for heading in headings}:
        of_tag = [heading for heading in headings if heading.tag == tag]
        for cards in _alike_items(of_tag, prose):
            is_list = _each_leads_on(cards, own) and not _stand_in_a_text(cards, blocks)
            if is_list and not any(_is_title(heading, head) for _, heading in cards):
                found.update(card.mem_id for card, _ in cards)
    return found


def _stand_in_a_text(cards: _Cards, blocks: Sequence[Block]) -> bool:
    """Return whether the element around the cards has paragraphs above and below them."""
    holder = cards[0][0].parent
    items = {card.mem_id for card, _ in cards}
    sides: list[bool] = []  # for each paragraph in that element: whether it belongs to a card
    for block in blocks:
        if not block.is_prose or holder is None:
            continue
        around = {node.mem_id for node in (block.node, *ancestors(block.node))}
        if holder.mem_id in around:
            sides.append(not items.isdisjoint(around))
    return bool(sides) and True in sides and not (sides[0] or sides[-1])


def _is_title(heading: LexborNode, head: str) -> bool:
    """Return whether a heading is the page's own title, as the folded titles in its head say."""
    text = fold(heading.text())
    return len(text) >= SHORTEST_HEADLINE and text in head


def _alike_items(headings: Sequence[LexborNode], prose: dict[int, int]) -> Iterator[_Cards]:
    """Yield lists of cards: like elements, side by side, around `headings` of one tag.

    Each card comes with its heading.
    """
    holds = held_in(headings)
    lists: dict[tuple[int, str | None], _Cards] = {}
    for heading in headings:
        item = item_around(heading, holds, prose)
        if item is not None and item.parent is not None:
            lists.setdefault((item.parent.mem_id, item.tag), []).append((item, heading))
    for items in lists.values():
        usual = Counter(shared_classes(item) for item, _ in items).most_common(1)[0][0]
        alike = [pair for pair in items if are_alike(shared_classes(pair[0]), usual)]
        if len(alike) >= _FEWEST:
            yield alike


def _each_leads_on(items: _Cards, url: str | None) -> bool:
    """Return whether each item has a link that none of the others has."""
    leading = [_story_links(item, heading, url) for item, heading in items]
    counts = Counter(href for links in leading for href in links)
    return all(any(counts[href] == 1 for href in links) for links in leading)


def _story_links(item: LexborNode, heading: LexborNode, url: str | None) -> set[str]:
    """Return where headline, picture and button of a card lead, but not the links in its text."""
    title = fold(heading.text())
    around = [item] if item.tag == "a" else []
    return {
        href
        for link in (*around, *item.css("a[href]"))
        if (href := link.attributes.get("href"))
        and _is_page(href, url)
        and _is_of_card(link, title)
    }


def _is_page(href: str, url: str | None) -> bool:
    """Return whether a link leads to another page of the site, not to a picture or other file."""
    if not path_of(href) or _FILE.search(href) or is_own_address(href, url):
        return False
    host = host_of(href if not href.startswith("//") else f"https:{href}")
    if not host:
        return ":" not in href.split("/", 1)[0]
    return not url or host == host_of(url)


def _is_of_card(link: LexborNode, title: str) -> bool:
    """Return whether a link is the card's own: around its title or no text, or a button."""
    text = fold(link.text())
    if not text or text in title or (title and title in text):
        return True
    if len(text) > _LONGEST_BUTTON:
        return False
    return is_read_more(text) or not (_is_text(link, "prev") or _is_text(link, "next"))


def _is_text(link: LexborNode, side: Literal["prev", "next"]) -> bool:
    """Return whether there are words right beside a link, as in a running text."""
    beside: LexborNode | None = getattr(link, side)
    while beside is not None and beside.tag == "-text":
        if fold(beside.text_content or ""):
            return True
        beside = getattr(beside, side)
    return False
