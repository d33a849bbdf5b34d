"""Portraits of authors: a small picture beside a name is none of the story."""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.generic.headerlines import is_date_line, share_parent
from cleaners.generic.prose import Prose
from cleaners.identity import path_of
from cleaners.lines.people import reads_as_name_of_person
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import class_words, generic_data, is_called, names_of
from cleaners.markup.page import Page
from cleaners.markup.pictures import (
    is_alone_beside,
    is_called_portrait,
    is_large,
    is_named_after,
    shows_person,
    sizes_of,
    stated_image,
)
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold
from cleaners.persian.names import begins_with_given_name, is_person

__all__ = ["is_in_text", "is_portrait", "is_stated", "name_beside_portrait", "stated_on"]

# A portrait is so deep in the box about its author.
_AUTHOR_BOX: Final = 3
# Right above the text, it is so deep in the element with the author's name.
_PORTRAIT: Final = 2
# A name beside a portrait has at most so many blanks.
_MOST_BLANKS: Final = 3
# In pixels, faces are smaller.
_LARGE: Final = 200
# In characters, the longest line of facts beside a portrait.
_LONGEST_ROW: Final = 80


def is_portrait(
    node: LexborNode, above: Sequence[LexborNode], authors: Sequence[str], prose: Prose
) -> bool:
    """Return whether a picture in the elements `above` is that of one of the `authors`."""
    if any(is_called(parent, "author_box") for parent in above[:_AUTHOR_BOX]):
        return True
    if is_large(node):
        return False
    return _is_called_so(above, prose) or _is_of_one_of(authors, node, above, prose)


def name_beside_portrait(prose: Prose, index: int) -> str | None:
    """Return the name that a line above the text is or begins with, beside a portrait and a day."""
    block, article = prose.blocks[index], prose.article
    if article is None or index >= article.first or index == prose.title_at:
        return None
    name = block.parts[0].strip() if _is_dated(block) and block.parts else block.text
    if not 0 < name.count(" ") <= _MOST_BLANKS or not reads_as_name_of_person(name):
        return None
    beside = (prose.blocks[at] for at in (index - 1, index + 1) if at >= 0)
    dates = [line for line in beside if _is_dated(line) and share_parent(line, block)]
    if not dates and not _is_dated(block):
        return None
    boxes = (block.node, *ancestors(block.node)[:_PORTRAIT])
    pictures = next((found for box in boxes if (found := box.css("img"))), [])
    if len(pictures) != 1:
        return None
    (picture,) = pictures
    is_face = shows_person(picture, [name]) or _is_called_so(ancestors(picture), prose)
    return name if is_face or _is_unnamed_face(picture, name, dates, prose) else None


def _is_dated(block: Block) -> bool:
    """Return whether a line is a day, or is a short one with a time: «۲ ساعت پیش»."""
    return is_date_line(block) or (
        len(block.text) <= _LONGEST_ROW and block.node.css_first("time") is not None
    )


def is_in_text(above: Sequence[LexborNode], prose: Prose) -> bool:
    """Return whether one of some elements holds the text and not the title."""
    main, at = prose.main, prose.title_at
    if main is None or at is None or main.mem_id not in {node.mem_id for node in above}:
        return False
    return main.mem_id not in {node.mem_id for node in prose.chain(at)}


def stated_on(page: Page) -> Image | None:
    """Return the picture that the page's metas name."""
    return stated_image(page.meta("og:image", "twitter:image", "image"))


def is_stated(address: str, page: Page) -> bool:
    """Return whether a picture is the one that the page's metas name, perhaps in another size."""
    stated = stated_on(page)
    return stated is not None and _file_of(stated.url) == _file_of(address)


def _file_of(address: str) -> str:
    return path_of(address).rpartition("/")[2]


def _is_called_so(above: Sequence[LexborNode], prose: Prose) -> bool:
    """Return whether an element close around a picture, not around title or text, is an author."""
    return any(
        node.mem_id not in prose.around and (is_called(node, "author") or is_called_portrait(node))
        for node in above[:_PORTRAIT]
    )


def _is_unnamed_face(picture: LexborNode, name: str, dates: Sequence[Block], prose: Prose) -> bool:
    """Return whether a picture alone beside a name is a face in a row with the day.

    Right between title and text, the name would be the caption of the story's picture.
    """
    if not (begins_with_given_name(name) or is_person(name)) or not is_alone_beside(picture, name):
        return False
    if _is_captioned(picture):
        return False
    around = {node.mem_id for date in dates for node in (date.node, *ancestors(date.node))}
    row = next((node for node in ancestors(picture)[1:] if node.mem_id in around), None)
    if row is None or row.mem_id in prose.around:
        return False
    return not is_stated(picture.attributes.get("src") or "", prose.page)


def _is_captioned(picture: LexborNode) -> bool:
    """Return whether a picture says that it is larger than a face, or its box that it is one.

    In a box that is called a picture or a caption, the name says whom the picture shows.
    """
    if any(size >= _LARGE for size in sizes_of(picture)):
        return True
    box = next((node for node in ancestors(picture) if field_text(node)), None)
    inside = (node for node in box.css("[class]") if field_text(node)) if box is not None else ()
    words = generic_data()["picture_box"]["words"]
    return box is not None and any(
        not class_words(names_of(node)).isdisjoint(words) for node in (box, *inside)
    )


def _is_of_one_of(
    authors: Sequence[str], node: LexborNode, above: Sequence[LexborNode], prose: Prose
) -> bool:
    """Return whether a picture that is named after an author stands beside the name, or no text.

    In the text, the author may be who the article is about. `above` are the elements around it.
    """
    if not is_named_after(node, authors):
        is_beside = any(is_alone_beside(node, name) for name in authors)
        return is_beside and not is_in_text(above, prose)
    if not is_in_text(above, prose):
        return True
    boxes = [box for box in above[:_AUTHOR_BOX] if box.mem_id not in prose.around]
    if any(box.tag == "figure" for box in boxes):
        return False
    return any(fold(name) in fold(field_text(box)) for box in boxes for name in authors)
