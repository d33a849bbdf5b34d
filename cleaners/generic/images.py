"""The pictures of a page that no rule knows: those around the text, or the one its metas name."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.generic.prose import Prose
from cleaners.links import leads_to_another_site, leads_to_front
from cleaners.markup.classnames import is_called
from cleaners.markup.page import Page
from cleaners.markup.pictures import image_of, is_large, is_named_after, stated_image
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["images_of"]

# A portrait is so deep in the box about its author.
_AUTHOR_BOX: Final = 3
# Right above the text, it is so deep in the element with the author's name.
_PORTRAIT: Final = 2
_LINKED: Final = frozenset(("a", "li"))
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:\?|$)", re.IGNORECASE)


def images_of(
    page: Page, prose: Prose, head: Sequence[str | None], authors: Sequence[str]
) -> list[Image]:
    """Return the pictures around the text; if there are none, the one in the page's metas.

    `head` are title and lead; portraits of the `authors` do not count.
    """
    holder = prose.main
    if holder is not None and prose.title_at is not None:
        # Pictures may stand between title and text, too: look in the element that holds both.
        around = {node.mem_id for node in prose.chain(prose.title_at)}
        holder = next((node for node in ancestors(holder) if node.mem_id in around), holder)

    def shown_in(nodes: Iterable[LexborNode]) -> dict[str, Image]:
        own = (node for node in nodes if not _is_apart(node, authors, page, prose))
        found: dict[str, Image] = {}
        for image in filter(None, (image_of(node, head) for node in own)):
            found.setdefault(image.url, image)
        return found

    found = shown_in(holder.css("img, amp-img") if holder is not None else [])
    if not found and (stated := stated_image(page.meta("og:image", "twitter:image", "image"))):
        return [stated]
    return list((found or shown_in(_named_as(head[0], page, prose))).values())


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


def _is_apart(node: LexborNode, authors: Sequence[str], page: Page, prose: Prose) -> bool:
    """Return whether a picture is no part of the story: another's, an advertisement, a portrait."""
    above = ancestors(node)
    if any(prose.is_apart(parent) or _leads_away(parent, page) for parent in above):
        return True
    if any(is_called(parent, "author_box") for parent in above[:_AUTHOR_BOX]):
        return True
    if is_large(node):
        return False
    if any(_is_of_author(parent, prose) for parent in above[:_PORTRAIT]):
        return True
    return _is_logo(above, prose) or _is_portrait(node, above, authors, prose)


def _is_of_author(node: LexborNode, prose: Prose) -> bool:
    """Return whether an element that holds neither title nor text is called the author."""
    return node.mem_id not in prose.around and is_called(node, "author")


def _is_logo(above: Sequence[LexborNode], prose: Prose) -> bool:
    """Return whether a picture in the elements `above` is a link to the front page, but no text."""
    hrefs = (node.attributes.get("href") for node in above if node.tag == "a")
    return any(href and leads_to_front(href) for href in hrefs) and not _is_in_text(above, prose)


def _is_in_text(above: Sequence[LexborNode], prose: Prose) -> bool:
    """Return whether one of some elements holds the text and not the title."""
    main, at = prose.main, prose.title_at
    if main is None or at is None or main.mem_id not in {node.mem_id for node in above}:
        return False
    return main.mem_id not in {node.mem_id for node in prose.chain(at)}


def _is_portrait(
    node: LexborNode, above: Sequence[LexborNode], authors: Sequence[str], prose: Prose
) -> bool:
    """Return whether a picture that is named after an author stands beside the name, or no text.

    In the text, the author may be who the article is about. `above` are the elements around it.
    """
    if not is_named_after(node, authors):
        return False
    if not _is_in_text(above, prose):
        return True
    boxes = [box for box in above[:_AUTHOR_BOX] if box.mem_id not in prose.around]
    if any(box.tag == "figure" for box in boxes):
        return False
    return any(fold(name) in fold(field_text(box)) for box in boxes for name in authors)


def _leads_away(node: LexborNode, page: Page) -> bool:
    """Return whether an element is a link to another site, as around an advertisement.

    One to a picture shows the same one larger.
    """
    href = (node.attributes.get("href") or "") if node.tag == "a" else ""
    return not _PICTURE.search(href) and leads_to_another_site(href, page.address)
