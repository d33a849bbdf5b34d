"""The pictures of a page that no rule knows: those around the text, or the one its metas name."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.generic.portraits import is_in_text, is_portrait, is_stated
from cleaners.generic.prose import Prose
from cleaners.links import leads_to_another_site, leads_to_front
from cleaners.markup.page import Page
from cleaners.markup.pictures import image_of, is_large, stated_image
from cleaners.markup.tree import ancestors
from cleaners.persian.folding import fold

__all__ = ["images_of"]

_LINKED: Final = frozenset(("a", "li"))
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:\?|$)", re.IGNORECASE)


def images_of(
    page: Page, prose: Prose, head: Sequence[str | None], authors: Sequence[str]
) -> list[Image]:
    """Return the pictures around the text; if there are none, the one in the page's metas.

    The one in the metas goes first if it is among several.
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
    images = list((found or shown_in(_named_as(head[0], page, prose))).values())
    main = [image for image in images if is_stated(image.url, page)]
    return images if len(main) != 1 else [*main, *(i for i in images if i is not main[0])]


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
    return is_portrait(node, above, authors, prose) or (
        not is_large(node) and _is_logo(above, prose)
    )


def _is_logo(above: Sequence[LexborNode], prose: Prose) -> bool:
    """Return whether a picture in the elements `above` is a link to the front page, but no text."""
    hrefs = (node.attributes.get("href") for node in above if node.tag == "a")
    return any(href and leads_to_front(href) for href in hrefs) and not is_in_text(above, prose)


def _leads_away(node: LexborNode, page: Page) -> bool:
    """Return whether an element is a link to another site, as around an advertisement.

    One to a picture shows the same one larger.
    """
    href = (node.attributes.get("href") or "") if node.tag == "a" else ""
    return not _PICTURE.search(href) and leads_to_another_site(href, page.address)
