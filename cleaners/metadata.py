"""The fields of a page that no rule knows: from meta, JSON-LD, microdata and the page's shape."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.blocks import Block, field_text, is_hidden
from cleaners.boilerplate import judge_line
from cleaners.classnames import class_words, generic_data, names_of
from cleaners.dates import find_date, parse_date
from cleaners.draft import Draft
from cleaners.extract import split_list
from cleaners.heads import fill_head, is_called_around, share_parent
from cleaners.identity import agency_of
from cleaners.linefacts import facts_of
from cleaners.page import Page, texts_of
from cleaners.persian.folding import fold, latin_digits
from cleaners.pictures import image_of
from cleaners.prose import Prose, ancestors

__all__ = ["dates_of", "fill_fields"]

# Date and code stand among so many lines above the title, boxes of other stories not counted, and
# below the text.
_NEAR: Final = 12
_FAR: Final = 40
_BELOW: Final = 6
# A date that is a link, to the archive of its day.
_LONGEST_DATE: Final = 40
# A line with a date and not much else.
_SHORT_LINE: Final = 60


def fill_fields(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill every field of `draft` but its body."""
    fill_head(page, prose, draft)
    region = _region(prose)
    draft.published = [*prose.told_by_profile("published"), *_published(page, prose, region)]
    draft.modified = [
        *filter(None, (page.meta("article:modified_time", "datemodified", "og:updated_time"),)),
        *page.ld_texts("datemodified"),
    ]
    draft.news_code = next(iter(prose.told_by_profile("code")), None) or (
        _code(prose.blocks[index] for index in region) or page.meta("nastooh:code")
    )
    draft.section = prose.told_by_profile("section") or _section(page)
    draft.tags = prose.told_by_profile("tags") or _tags(page)
    draft.authors = _authors(page) or [
        name
        for index in region
        if (facts := facts_of(prose.blocks[index].spaced)) is not None
        for name in facts.authors
    ]
    draft.images = _images(page, prose, (draft.title, draft.lead))


def dates_of(page: Page) -> list[str]:
    """Return what a page says of its publication where its layout does not tell where to look."""
    prose = Prose(page)
    return _published(page, prose, _region(prose))


def _region(prose: Prose) -> list[int]:
    """Return the indexes of the lines around the article where it is dated and numbered.

    From a little above the title to a little below the text; comments and story lists left out.
    """
    first = prose.article.first if prose.article else 0
    start = prose.title_at if prose.title_at is not None and prose.title_at < first else first
    below = (prose.article.last if prose.article else 0) + 1
    stop = min(prose.end, below + _BELOW)
    # What stands under another heading or label is dated for itself: another article, a comment.
    stop = next((i for i in range(below, stop) if _begins_another(prose.blocks[i])), stop)
    boxed = prose.boxed
    around = range(max(0, start - _FAR), min(stop, len(prose.blocks)))
    lines = [index for index in around if index not in boxed and not prose.is_listed(index)]
    above = [index for index in lines if index < start]
    return above[-_NEAR:] + lines[len(above) :]


def _begins_another(block: Block) -> bool:
    verdict = judge_line(block.text)
    return block.is_heading or (verdict is not None and verdict.reason.startswith("comments"))


# Date, code, section, tags, authors, images


def _published(page: Page, prose: Prose, region: Sequence[int]) -> list[str]:
    """Return what the page says of its publication, the most trusted first."""
    shown: list[str] = []
    boxes = {prose.blocks[index].node.mem_id for index in prose.boxed}
    for node in page.tree.css("time")[:6]:
        above = ancestors(node)
        if is_hidden(node) or any(n.mem_id in boxes or prose.is_apart(n) for n in above):
            continue
        shown += [text for text in (field_text(node), node.attributes.get("datetime")) if text]
    lines = [
        (index, found)
        for index in region
        if (found := _dated(prose.blocks[index])) and not _is_clock(prose, index, found[0])
    ]
    blocks = prose.blocks
    labels = tuple(fold(label) for label in generic_data()["published"]["labels"])
    labelled = [f[1] for i, f in lines if fold(blocks[i].text).startswith(labels)]
    first = prose.article.first if prose.article is not None else len(blocks)
    told_by_facts = [
        (i, raw)
        for i, _ in lines
        if (facts := facts_of(blocks[i].spaced)) is not None
        for raw in facts.published
    ]
    labelled += [raw for i, raw in told_by_facts if i < first]
    called = [f[1] for i, f in lines if is_called_around(blocks[i], "date")]
    short = [f[1] for i, f in lines if len(blocks[i].text) <= _SHORT_LINE]
    keys = ("article:published_time", "datepublished", "og:article:published_time")
    more = ("published_time", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued")
    head = [text for key in (*keys, *more, "dcterms.created") if (text := page.meta(key))]
    head += page.ld_texts("datepublished")
    told = [*labelled, *called, *shown]
    dated = {value.isoformat()[:10] for text in head if (value := parse_date(text))}
    if dated:  # what is shown counts where the head agrees; else it is some other date
        told = [t for t in (*told, *short) if (v := parse_date(t)) and v.isoformat()[:10] in dated]
    return [*told, *head, *short, *(raw for i, raw in told_by_facts if i >= first)]


def _dated(block: Block) -> tuple[datetime | date, str] | None:
    if len(block.text) > 200 or (block.is_only_links and len(block.text) > _LONGEST_DATE):
        return None
    return find_date(block.spaced)


def _is_clock(prose: Prose, index: int, value: datetime | date) -> bool:
    """Tell whether a date above the title is the page's clock: today's, and not the article's."""
    at = prose.title_at
    if at is None or index >= at:
        return False
    text = prose.blocks[index].text
    if any(word in text for word in ("امروز", "به روز شده")):
        return True
    return not isinstance(value, datetime) and not share_parent(
        prose.blocks[index], prose.blocks[at]
    )


@cache
def _code_pattern() -> re.Pattern[str]:
    labels = "|".join(label.replace(" ", r"\s*") for label in generic_data()["code"]["labels"])
    return re.compile(rf"(?<!\w)(?:{labels})\s*[:：]?\s*(\d{{3,16}})(?!\d)")


def _code(region: Iterable[Block]) -> str | None:
    """Return the number under one of the labels of the news code."""
    label = ""
    for block in region:
        if len(block.text) > 200:
            label = ""
            continue
        text = latin_digits(block.spaced)
        found = _code_pattern().search(text) or _code_pattern().fullmatch(f"{label} {text}")
        if found:
            return found[1]
        label = text if len(text) < 16 else ""
    return None


def _section(page: Page) -> list[str]:
    for selector in (
        ".breadcrumb a, .breadcrumbs a, [class*=breadcrumb] a",
        "[itemprop=articleSection]",
        ".cat-links a, .news_path a, a[rel~=category]",
    ):
        names = [text for node in page.tree.css(selector)[:6] if (text := field_text(node))]
        if names:
            return list(dict.fromkeys(names))
    told = page.meta("article:section", "articlesection") or next(
        iter(page.ld_texts("articlesection")), None
    )
    return split_list(told) if told else []


def _tags(page: Page) -> list[str]:
    for selector in ("a[rel~=tag], a[rel~=Tag]", "a[href*='/tag/'], a[href*='/tags/']"):
        names = [
            text
            for node in page.tree.css(selector)
            if (text := field_text(node))
            and not {"trending", "menu", "nav", "footer", "header"}
            & {word for parent in ancestors(node) for word in class_words(names_of(parent))}
        ]
        if names:
            return list(dict.fromkeys(names))[:30]
    told = page.meta("article:tag")
    return split_list(told) if told else []


def _authors(page: Page) -> list[str]:
    told: list[str] = []
    author: Any = page.ld("author")
    for item in author if isinstance(author, list) else [author]:
        if not isinstance(item, dict) or str(item.get("@type", "Person")) == "Person":
            told += texts_of(item)
    if not told and (name := page.meta("article:author", "author", "dc.creator")):
        told = [name] if not name.startswith("http") else []
    return told


def _images(page: Page, prose: Prose, told: Sequence[str | None]) -> list[Image]:
    """Return the pictures around the text; where there are none, the one that the head names."""
    found: dict[str, Image] = {}
    holder = prose.main
    if holder is not None and prose.title_at is not None:
        # Pictures stand between title and text as well: look in the element that holds both.
        around = {node.mem_id for node in prose.chain(prose.title_at)}
        holder = next((node for node in ancestors(holder) if node.mem_id in around), holder)
    for node in holder.css("img, amp-img") if holder is not None else []:
        above = ancestors(node)
        if any(prose.is_apart(parent) or _leads_away(parent, page) for parent in above):
            continue
        image = image_of(node, told)
        if image and image.url not in found:
            found[image.url] = image
    url = page.meta("og:image", "twitter:image", "image")
    if not found and url and "logo" not in url.lower():
        found[url] = Image(url)
    return list(found.values())


def _leads_away(node: LexborNode, page: Page) -> bool:
    """Tell whether an element is a link to another site, as around an advertisement."""
    href = (node.attributes.get("href") or "") if node.tag == "a" else ""
    own = page.url or page.canonical
    if not own or not href.startswith(("http://", "https://", "//")):
        return False
    site, other = agency_of(own), agency_of(f"http:{href}" if href.startswith("//") else href)
    return not f".{other}".endswith(f".{site}") and not f".{site}".endswith(f".{other}")
