"""The fields of a page that no rule knows: from meta, JSON-LD, microdata and the page's shape."""

from collections.abc import Sequence
from typing import Any, Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.draft import Draft
from cleaners.generic.authorlines import authors_around
from cleaners.generic.heads import fill_head
from cleaners.generic.prose import Prose
from cleaners.generic.publication import publication_dates, update_dates
from cleaners.generic.sectionlinks import sections_above
from cleaners.generic.tagplaces import is_place_of_tags
from cleaners.identity import agency_of
from cleaners.layouts.sources import split_list
from cleaners.lines.boilerplate import is_end_mark, judge_line
from cleaners.lines.newscode import code_of_lines
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page, texts_of
from cleaners.markup.pictures import image_of
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text

__all__ = ["dates_of", "fill_fields"]

# Date and code stand among the nearest _NEAR lines above the title, boxes of other stories (within
# _FAR lines) not counted, or among the first _BELOW lines below the text.
_NEAR: Final = 12
_FAR: Final = 40
_BELOW: Final = 6
_MOST_TAGS: Final = 30
_LINKS_SEEN: Final = 200
# Links to tags, recognised by their attribute, by their address, or by the element around them.
_TAG_LINKS: Final = (
    "a[rel~=tag], a[rel~=Tag]",
    "a[href*='/tag/'], a[href*='/tags/']",
    "a:is(.tags *, .tag-list *, .taglist *, .keywords *, .post-tags *, .news-tags *, .tagbox *)",
)


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
    draft.section = prose.found_by_profile("section") or _section(page) or sections_above(prose)
    draft.tags = prose.found_by_profile("tags") or _tags(page, prose)
    draft.authors = _authors(page) or authors_around(prose, region)
    draft.images = _images(page, prose, (draft.title, draft.lead))


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


def _begins_another(block: Block) -> bool:
    verdict = judge_line(block.text)
    return block.is_heading or (verdict is not None and verdict.reason.startswith("comments"))


# Section, tags, authors, images


def _section(page: Page) -> list[str]:
    for selector in (
        ".breadcrumb a, .breadcrumbs a, [class*=breadcrumb] a",
        "[itemprop=articleSection]",
        ".cat-links a, .news_path a, a[rel~=category]",
    ):
        names = [text for node in page.tree.css(selector)[:6] if (text := field_text(node))]
        if names:
            return list(dict.fromkeys(names))
    named = page.meta("article:section", "articlesection") or next(
        iter(page.ld_texts("articlesection")), None
    )
    return split_list(named) if named else []


def _tags(page: Page, prose: Prose) -> list[str]:
    for selector in _TAG_LINKS:
        names: dict[str, None] = {}
        for node in page.tree.css(selector)[:_LINKS_SEEN]:
            if len(names) < _MOST_TAGS and _is_tag(node, prose) and (text := field_text(node)):
                names.setdefault(text)
        if names:
            return list(names)
    named = page.meta("article:tag")
    return split_list(named) if named else []


def _is_tag(node: LexborNode, prose: Prose) -> bool:
    """Return whether a link is a tag of the article: not a category, and not in a menu or cloud."""
    is_category = "category" in (node.attributes.get("rel") or "")
    return not is_category and is_place_of_tags(node, prose)


def _authors(page: Page) -> list[str]:
    people: list[str] = []
    others: list[str] = []
    author: Any = page.ld("author")
    for item in author if isinstance(author, list) else [author]:
        is_person = not isinstance(item, dict) or str(item.get("@type", "Person")) == "Person"
        (people if is_person else others).extend(texts_of(item))
    if not people and (name := page.meta("article:author", "author", "dc.creator")):
        people = [name] if not name.startswith("http") and name not in others else []
    return people


def _images(page: Page, prose: Prose, head: Sequence[str | None]) -> list[Image]:
    """Return the pictures around the text; if there are none, the one in the page's metas.

    `head` are title and lead.
    """
    found: dict[str, Image] = {}
    holder = prose.main
    if holder is not None and prose.title_at is not None:
        # Pictures may stand between title and text, too: look in the element that holds both.
        around = {node.mem_id for node in prose.chain(prose.title_at)}
        holder = next((node for node in ancestors(holder) if node.mem_id in around), holder)
    for node in holder.css("img, amp-img") if holder is not None else []:
        above = ancestors(node)
        if any(prose.is_apart(parent) or _leads_away(parent, page) for parent in above):
            continue
        image = image_of(node, head)
        if image and image.url not in found:
            found[image.url] = image
    url = page.meta("og:image", "twitter:image", "image")
    if not found and url and "logo" not in url.lower():
        found[url] = Image(url)
    return list(found.values())


def _leads_away(node: LexborNode, page: Page) -> bool:
    """Return whether an element is a link to another site, as around an advertisement."""
    href = (node.attributes.get("href") or "") if node.tag == "a" else ""
    own = page.address
    if not own or not href.startswith(("http://", "https://", "//")):
        return False
    site, other = agency_of(own), agency_of(f"http:{href}" if href.startswith("//") else href)
    return not f".{other}".endswith(f".{site}") and not f".{site}".endswith(f".{other}")
