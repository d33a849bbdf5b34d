"""The pictures of a page that no rule knows: those around the text, or the one its metas name."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.boxes.listing import has_words_of_headline, leads_to_headline
from cleaners.generic.portraits import is_in_text, is_portrait, is_stated, stated_on
from cleaners.generic.prose import Prose
from cleaners.links import is_own_address, leads_to_front, leads_to_picture
from cleaners.markup.classnames import NEVER_TEXT, class_words, generic_data, names_of
from cleaners.markup.page import Page
from cleaners.markup.pictures import (
    image_of,
    is_advertisement,
    is_large,
    link_around,
)
from cleaners.markup.tree import ancestors, is_behind
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["images_of"]

_LINKED: Final = frozenset(("a", "li"))


def images_of(
    page: Page, prose: Prose, head: Sequence[str | None], authors: Sequence[str]
) -> list[Image]:
    """Return the pictures around the text; if there are none, the one in the page's metas.

    The one in the metas goes first if it is among several.
    `head` are title and lead. Portraits of the `authors` do not count, nor do advertisements and
    what leads where the headline of another story does.
    """
    holder = _holder(prose)
    stated = stated_on(page)
    if prose.main is None and stated:
        return [stated]

    is_apart = _Strangers(page, prose, authors).has

    def shown_in(nodes: Iterable[LexborNode]) -> dict[str, Image]:
        own = (node for node in nodes if not is_apart(node))
        found: dict[str, Image] = {}
        for image in filter(None, (image_of(node, head) for node in own)):
            found.setdefault(image.url, image)
        return found

    shown = holder.css("img, amp-img") if holder is not None else []
    # What links to another page with words of its own is a last resort: it may be a story's card.
    cards = {node.mem_id for node in shown if _is_on_card(node, page, prose)}
    found = shown_in(node for node in shown if node.mem_id not in cards)
    if not found and stated:
        return [stated]
    found = found or shown_in(shown)
    images = list((found or shown_in(_named_as(head[0], page, prose))).values())
    main = [image for image in images if is_stated(image.url, page)]
    return images if len(main) != 1 else [*main, *(i for i in images if i is not main[0])]


class _Strangers:
    """The pictures on a page that are no part of its story."""

    def __init__(self, page: Page, prose: Prose, authors: Sequence[str]) -> None:
        self._page = page
        self._prose = prose
        self._authors = authors
        self._galleries: dict[int, bool] = {}  # what was found of each box, by its `mem_id`

    def has(self, node: LexborNode) -> bool:
        """Return whether a picture is an advertisement, a portrait, a logo, or another story's."""
        above = ancestors(node)
        if self._is_in_box_apart(above) or is_advertisement(node, self._page.address):
            return True
        if is_portrait(node, above, self._authors, self._prose):
            return True
        return not is_large(node) and (
            _is_logo(above, self._prose) or self._leads_to_story(link_around(node))
        )

    def _is_in_box_apart(self, above: Sequence[LexborNode]) -> bool:
        """Return whether one of the elements around a picture is apart and no gallery of the story.

        What links to a page is none of its pictures.
        """
        apart = [box for box in above if self._prose.is_apart(box)]
        return bool(apart) and (
            any(map(_leads_on, above)) or not all(map(self._is_own_gallery, apart))
        )

    def _is_own_gallery(self, box: LexborNode) -> bool:
        if box.mem_id not in self._galleries:
            self._galleries[box.mem_id] = _is_own_gallery(box, self._prose)
        return self._galleries[box.mem_id]

    def _leads_to_story(self, href: str) -> bool:
        links = (block for block in self._prose.blocks if block.links and block.is_only_links)
        return href != "" and leads_to_headline(href, links, self._page)


def _holder(prose: Prose) -> LexborNode | None:
    """Return the element with the article's pictures, which may stand between title and text.

    It holds both; on a page without running text, it is the nearest around the title with any.
    """
    title = prose.chain(prose.title_at)[1:] if prose.title_at is not None else []
    if prose.main is None:
        near = next((node for node in title if node.css_first("img, amp-img") is not None), None)
        return near if near is not None and near.tag != "body" else None
    around = {node.mem_id for node in title}
    return next((node for node in ancestors(prose.main) if node.mem_id in around), prose.main)


def _named_as(title: str | None, page: Page, prose: Prose) -> list[LexborNode]:
    """Return the pictures whose text is the title: such a one may stand far above the text.

    In a link or a list it leads to the page, and below the text it may be of anything.
    """
    text, at = fold(title or ""), prose.title_at
    if not text or at is None:
        return []
    heading = prose.blocks[at].node.mem_id
    above = takewhile(lambda node: node.mem_id != heading, page.top.traverse())
    return [
        node
        for node in above
        if node.tag == "img"
        and fold(node.attributes.get("alt") or "") == text
        and _LINKED.isdisjoint(parent.tag for parent in ancestors(node))
    ]


def _is_own_gallery(box: LexborNode, prose: Prose) -> bool:
    """Return whether a box apart from the text is one of the story's pictures.

    It is called nothing but a gallery, and stands below the title of a page with hardly any text,
    or holds a picture that is named as the main one or after the title.
    """
    at, words = prose.title_at, class_words(names_of(box))
    called = words.intersection(generic_data()["apart"]["words"])
    if at is None or not called or not called.issubset(generic_data()["gallery"]["words"]):
        return False
    if box.tag in NEVER_TEXT or box.mem_id in prose.story_items:
        return False
    title, page = prose.blocks[at], prose.page
    if not is_behind(box, title.node):
        return False
    if prose.is_photo_page:
        return True
    key = fold(title.text)
    return any(
        fold(picture.attributes.get("alt") or "") == key
        or is_stated(picture.attributes.get("src") or "", page)
        for picture in box.css("img, amp-img")
    )


def _leads_on(node: LexborNode) -> bool:
    """Return whether an element is a link to a page, not to a larger picture."""
    href = (node.attributes.get("href") or "") if node.tag == "a" else ""
    return bool(href) and not href.startswith(("#", "javascript:")) and not leads_to_picture(href)


def _is_on_card(node: LexborNode, page: Page, prose: Prose) -> bool:
    """Return whether a picture, not in the text, is in a link with words to another page."""
    above = ancestors(node)
    link = next((box for box in above if box.tag == "a"), None)
    if link is None or not _leads_on(link) or link.mem_id in prose.around:
        return False
    words = field_text(link)
    if not words or is_in_text(above, prose) or _is_button(link, words):
        return False
    return not is_own_address(link.attributes.get("href") or "", page.address)


def _is_button(link: LexborNode, words: str) -> bool:
    """Return whether a link with few words is no item of a list and the only one in its box."""
    box = link.parent
    is_alone = box is not None and box.tag != "li" and len(box.css("a")) == 1
    return is_alone and not has_words_of_headline(words)


def _is_logo(above: Sequence[LexborNode], prose: Prose) -> bool:
    """Return whether a picture in the elements `above` is a link to the front page, but no text."""
    hrefs = (node.attributes.get("href") for node in above if node.tag == "a")
    return any(href and leads_to_front(href) for href in hrefs) and not is_in_text(above, prose)
