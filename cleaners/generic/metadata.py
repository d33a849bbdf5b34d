"""The fields of a page that no rule knows: from meta, JSON-LD, microdata and the page's shape."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.draft import Draft
from cleaners.generic.authors import authors_of
from cleaners.generic.heads import fill_head
from cleaners.generic.prose import Prose
from cleaners.generic.publication import publication_dates, update_dates
from cleaners.generic.sections import sections_of
from cleaners.generic.tags import tags_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.endmarks import is_end_mark
from cleaners.lines.facts import facts_of
from cleaners.lines.newscode import code_of_lines
from cleaners.lines.reasons import COMMENTS, COMMENTS_OR_SUBHEADING
from cleaners.links import leads_to_another_site, leads_to_front
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import is_called
from cleaners.markup.page import Page
from cleaners.markup.pictures import image_of, is_large, is_named_after, stated_image
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["dates_of", "fill_fields", "fill_missing"]

# Date and code stand among the nearest _NEAR lines above the title, boxes of other stories (within
# _FAR lines) not counted, or among the first _BELOW lines below the text.
_NEAR: Final = 12
_FAR: Final = 40
_BELOW: Final = 6
# A portrait is so deep in the box about its author.
_AUTHOR_BOX: Final = 3
# Right above the text, it is so deep in the element with the author's name.
_PORTRAIT: Final = 2
_LINKED: Final = frozenset(("a", "li"))
_COMMENTS: Final = frozenset((COMMENTS, COMMENTS_OR_SUBHEADING))
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:\?|$)", re.IGNORECASE)


def fill_fields(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill every field of `draft` but its body."""
    fill_head(page, prose, draft)
    region = _region(prose)
    draft.published = [
        *prose.found_by_profile("published"),
        *publication_dates(page, prose, region),
    ]
    draft.modified = [
        *filter(None, (page.meta("article:modified_time", "datemodified", "og:updated_time"),)),
        *page.ld_texts("datemodified"),
    ] or update_dates(prose, region)
    draft.news_code = next(iter(prose.found_by_profile("code")), None) or (
        code_of_lines(prose.blocks[index].spaced for index in region) or page.meta("nastooh:code")
    )
    draft.section = prose.found_by_profile("section") or sections_of(
        page, prose, region, draft.title
    )
    draft.tags = prose.found_by_profile("tags") or tags_of(page, prose)
    head = (draft.kicker, draft.title, draft.lead)
    draft.authors = authors_of(page, prose, [*region, *_credit(prose, region)], head)
    draft.images = _images(page, prose, (draft.title, draft.lead), draft.authors)


def fill_missing(page: Page, draft: Draft) -> None:
    """Fill kicker, section, tags and authors of `draft`, each where it has none."""
    found = Draft(draft.extractor)
    fill_fields(page, Prose(page), found)
    if fold(found.title or "") == fold(draft.title or ""):
        draft.kicker = draft.kicker or found.kicker
    draft.section = draft.section or found.section
    draft.tags = draft.tags or found.tags
    draft.authors = draft.authors or found.authors


def dates_of(page: Page) -> list[str]:
    """Return the dates of publication on a page whose layout does not say where to look."""
    prose = Prose(page)
    return publication_dates(page, prose, _region(prose))


def _region(prose: Prose) -> list[int]:
    """Return the indexes of the lines around the article that may hold its date and code.

    From a little above the title to a little below the text, without comments and story lists.
    """
    first = prose.article.first if prose.article else 0
    start = prose.title_at if prose.title_at is not None and prose.title_at < first else first
    below = (prose.article.last if prose.article else 0) + 1
    # Dates and codes may also stand below the mark that ends the text.
    is_marked = prose.end < len(prose.blocks) and is_end_mark(prose.blocks[prose.end].text)
    stop = prose.end + 1 + _BELOW if is_marked else min(prose.end, below + _BELOW)
    stop = min(stop, len(prose.blocks))
    # A date below another heading or label is not the article's: another story, a comment.
    stop = next((i for i in range(below, stop) if _begins_another(prose.blocks[i])), stop)
    boxed = prose.boxed
    around = range(max(0, start - _FAR), min(stop, len(prose.blocks)))
    lines = [index for index in around if index not in boxed and not prose.is_listed(index)]
    above = [index for index in lines if index < start]
    return above[-_NEAR:] + lines[len(above) :]


def _credit(prose: Prose, region: Sequence[int]) -> list[int]:
    """Return the heading right below the region that names an author: «عکاس: …» of a photo page.

    In a box of its own it may be another story's.
    """
    at = max(*region[-1:], prose.article.last if prose.article else 0, 0) + 1
    block = prose.blocks[at] if at < min(prose.end, len(prose.blocks)) else None
    if block is None or not block.is_heading or block.links:
        return []
    parent = block.node.parent
    is_beside = parent is not None and parent.mem_id in prose.around
    facts = facts_of(block.spaced) if is_beside else None
    return [at] if facts and facts.authors else []


def _begins_another(block: Block) -> bool:
    verdict = judge_line(block.text)
    return block.is_heading or (verdict is not None and verdict.reason in _COMMENTS)


# Pictures


def _images(
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

    def images_of(nodes: Iterable[LexborNode]) -> dict[str, Image]:
        own = (node for node in nodes if not _is_apart(node, authors, page, prose))
        found: dict[str, Image] = {}
        for image in filter(None, (image_of(node, head) for node in own)):
            found.setdefault(image.url, image)
        return found

    found = images_of(holder.css("img, amp-img") if holder is not None else [])
    if not found and (stated := stated_image(page.meta("og:image", "twitter:image", "image"))):
        return [stated]
    return list((found or images_of(_named_as(head[0], page, prose))).values())


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
