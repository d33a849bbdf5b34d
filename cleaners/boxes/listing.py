"""Recognise a page that lists stories: its text consists of teasers, each with a link."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.identity import news_code_of, path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import RELATED_LINKS
from cleaners.links import is_own_address, leads_to_another_story, leads_to_picture
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data, shared_classes
from cleaners.markup.page import Page
from cleaners.markup.tree import up_to
from cleaners.persian.folding import fold

__all__ = [
    "SHORTEST_HEADLINE",
    "are_alike",
    "has_words_of_headline",
    "is_listing",
    "is_one_of_many",
    "is_read_more",
    "is_story_link",
    "is_teaser",
    "leads_to_headline",
    "shows_an_article",
]

# A teaser stands at most this many lines from the link it belongs to: a date may come between.
_BELOW: Final = 2
# How many elements above its text an item of a list may be.
_ITEM_LEVELS: Final = 4
#: A headline that is a link has at least this many letters; menu words and the names of sections
#: have fewer. `storylists` asks for 20, because there a link taken for a headline makes its menu a
#: list of stories, and «کهگیلویه و بویراحمد» has 19. Here it only counts as a story, and with 20 a
#: third of the headlines in the lists of the sample sites would be missed.
SHORTEST_HEADLINE: Final = 18
# And so many words: a button has fewer, «مشاهده گالری تصاویر».
_HEADLINE_WORDS: Final = 4
# Longest line with the link from a teaser to its story: a date may stand before the link.
_LONGEST_READ_MORE: Final = 80
# On a page that lists stories, at least this share of the running text is teasers.
_TEASERS: Final = 0.6
# A list of this many stories may have a few teasers without a link, also if it says that it is an
# article; five of six were lists.
_MANY_STORIES: Final = 4
_NEARLY_ALL: Final = 0.8


def shows_an_article(page: Page) -> bool:
    """Return whether the head of a page says that it is an article."""
    return bool(
        page.meta("article:published_time", "datepublished")
        or page.ld("datepublished")
        or page.ld("articlebody")
        or (page.meta("og:type") or "").lower() in ("article", "news", "newsarticle")
    )


def is_listing(blocks: Sequence[Block], page: Page, title: str | None, code: str | None) -> bool:
    """Return whether the running text among `blocks` consists of teasers of other stories."""
    if not any(block.is_only_links for block in blocks):
        return False
    code = code or news_code_of(page.url)

    def leads_on(href: str) -> bool:
        return leads_to_another_story(href, code, page.url)

    own = {fold(text) for text in (title, page.meta("og:title"), page.title_tag) if text}
    prose: list[int] = []
    teasers: dict[int, str] = {}  # with the address of each one's story
    headline_at, is_titled = -_BELOW - 1, False
    for index, block in enumerate(blocks):
        if fold(block.text) in own:
            headline_at = -_BELOW - 1  # what follows the page's own title is not a teaser
            is_titled = is_titled or not prose
        elif _is_headline(block, code, page):
            headline_at = index
            is_titled = is_titled and bool(prose)
        elif block.is_prose:
            prose.append(index)
            if index - headline_at <= _BELOW:
                teasers[index] = blocks[headline_at].links[0]
                headline_at = -_BELOW - 1
        if prose and index - prose[-1] <= _BELOW and _is_read_more(block, leads_on):
            teasers.setdefault(prose[-1], next(filter(leads_on, block.links)))
    if not teasers or len(teasers) < _TEASERS * len(prose):
        return False
    # Beside an article's text there may be a box or two; in a list, every teaser has a link, but
    # perhaps one without a page of its own.
    if shows_an_article(page) or (is_titled and code is not None):
        stories = len(set(teasers.values()))
        if stories >= _MANY_STORIES:
            return len(teasers) >= _NEARLY_ALL * len(prose)
        return stories > 1 and len(teasers) == len(prose)
    return True


def is_story_link(block: Block, page: Page) -> bool:
    """Return whether a line is a headline that leads to another page."""
    own = page.address
    return block.linked >= SHORTEST_HEADLINE and any(
        path_of(href) and not is_own_address(href, own) for href in block.links
    )


def has_words_of_headline(text: str) -> bool:
    """Return whether a line has at least as many words as a headline."""
    return text.count(" ") >= _HEADLINE_WORDS - 1


def leads_to_headline(href: str, blocks: Iterable[Block], page: Page) -> bool:
    """Return whether a link leads where a headline in one of `blocks`, of other stories, does."""
    if not path_of(href) or leads_to_picture(href) or is_own_address(href, page.address):
        return False
    return any(
        (has_words_of_headline(block.text) and is_story_link(block, page)) or _reads_on(block)
        for block in blocks
        if href in block.links
    )


def _reads_on(block: Block) -> bool:
    """Return whether a line is a link with the label of other stories: «بیشتر بخوانید»."""
    verdict = judge_line(block.text) if block.is_only_links else None
    return verdict is not None and verdict.reason == RELATED_LINKS


def is_teaser(blocks: Sequence[Block], at: int, page: Page) -> bool:
    """Return whether the line at `at` is one of several teasers with a link to the whole story.

    `متن کامل >>` stands right below it, and again elsewhere on the page.
    """
    own = page.address

    def leads_on(href: str) -> bool:
        return bool(path_of(href)) and not is_own_address(href, own)

    below = blocks[at + 1 : at + 1 + _BELOW]
    if not any(_is_read_more(block, leads_on) for block in below):
        return False
    return sum(_is_read_more(block, leads_on) for block in blocks) > 1


def is_one_of_many(
    node: LexborNode,
    page: Page,
    title: LexborNode | None,
    heads_it: Callable[[LexborNode], bool],
) -> bool:
    """Return whether `node` is, or is inside, an item of a list of stories.

    An item is an element with a linked heading that belongs to its text, as judged by `heads_it`;
    the other items have the same tag and classes. An element that holds the page's own `title` is
    not an item.
    """
    above = {around.mem_id for around in up_to(title)} if title is not None else set()
    own = page.address
    item: LexborNode | None = node
    for _ in range(_ITEM_LEVELS):
        if item is None or item.tag in ("body", "html", "main", None) or item.mem_id in above:
            return False
        heading = _story_in(item, own)
        if heading is not None and heads_it(heading):
            kind = shared_classes(item)
            tag = item.tag or ""
            # The name of a broken tag may not be a selector; no other element is like that one.
            others = page.tree.css(tag) if kind and tag.isascii() and tag.isalnum() else []
            alike = sum(
                1 for o in others if are_alike(shared_classes(o), kind) and _story_in(o, own)
            )
            return alike > 1 or (title is not None and not shows_an_article(page))
        item = item.parent
    return False


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two elements are of one kind; each item may have a class for its category."""
    return 2 * len(one & other) >= len(one | other)


def _story_in(node: LexborNode, own: str | None) -> LexborNode | None:
    """Return the first heading in `node` if it links to a page other than `own`."""
    heading = node.css_first("h1, h2, h3, h4")
    link = heading.css_first("a") if heading is not None else None
    href = link.attributes.get("href") if link is not None else None
    return heading if href and path_of(href) and not is_own_address(href, own) else None


@cache
def _read_more() -> tuple[str, ...]:
    return tuple(map(fold, generic_data()["read_more"]["endings"]))


def is_read_more(folded: str) -> bool:
    """Return whether a folded line ends like the link from a teaser to its story."""
    return folded.endswith(_read_more())


def _is_read_more(block: Block, leads_on: Callable[[str], bool]) -> bool:
    """Return whether a line is the link from a teaser to its story: `متن کامل >>`, `ادامه مطلب`.

    `leads_on` decides whether an address is that of a story.
    """
    return (
        len(block.text) <= _LONGEST_READ_MORE
        and is_read_more(fold(block.text))
        and any(leads_on(href) for href in block.links)
    )


def _is_headline(block: Block, code: str | None, page: Page) -> bool:
    """Return whether a line is a link to another story."""
    if not block.is_only_links or len(block.text) < SHORTEST_HEADLINE:
        return False
    own = page.address
    if any(is_own_address(href, own) for href in block.links):
        return False
    return block.is_heading or any(
        leads_to_another_story(href, code, page.url) for href in block.links
    )
