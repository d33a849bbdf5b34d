"""The fields of a page that no rule knows: from meta, JSON-LD, microdata and the page's shape."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from cleaners.article import Image
from cleaners.blocks import Block, field_text, is_hidden
from cleaners.boilerplate import judge_line
from cleaners.classnames import class_words, generic_data, is_called, names_of
from cleaners.clusters import Cluster
from cleaners.copies import is_attributed
from cleaners.dates import find_date, parse_date
from cleaners.draft import Draft
from cleaners.extract import image_of, split_list
from cleaners.page import Page, texts_of
from cleaners.persian.folding import fold, latin_digits
from cleaners.prose import Prose, ancestors
from cleaners.titles import names_site, title_in_line, told_title

__all__ = ["dates_of", "fill_fields", "is_date_line"]

_LONGEST_KICKER: Final = 160
_SHORTEST_KICKER: Final = 4
_LEAD_LENGTH: Final = range(20, 1500)
_SHORTEST_DESCRIPTION: Final = 20
# So many lines tell how a body's paragraphs are laid out.
_ENOUGH_LINES: Final = 3
_SENTENCE_END: Final = re.compile(r"[.؟!…»]\s*$")
# Date and code stand among so many lines above the title, and below the text.
_NEAR: Final = 12
_BELOW: Final = 6
# A line with a date and not much else.
_SHORT_LINE: Final = 60


def fill_fields(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill every field of `draft` but its body."""
    _head(page, prose, draft)
    region = _region(prose)
    draft.published = _published(page, prose, region)
    draft.modified = [
        *filter(None, (page.meta("article:modified_time", "datemodified", "og:updated_time"),)),
        *page.ld_texts("datemodified"),
    ]
    draft.news_code = _code(prose.blocks[index] for index in region) or page.meta("nastooh:code")
    draft.section = _section(page)
    draft.tags = _tags(page)
    draft.authors = _authors(page)
    draft.images = _images(page, prose, draft.title)


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
    stop = min(prose.end, (prose.article.last if prose.article else 0) + 1 + _BELOW)
    around = range(max(0, start - _NEAR), min(stop, len(prose.blocks)))
    return [index for index in around if not prose.is_listed(index)]


# Title, kicker, lead


def _head(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill title, kicker and lead."""
    blocks = prose.blocks
    at = prose.title_at
    if at is None:
        draft.title = told_title(page)
    else:
        draft.kicker, draft.title = title_in_line(page, blocks[at])
        draft.kicker = draft.kicker or _kicker(prose, at, draft.title)
    draft.lead = _lead(page, prose, draft)


def _is_called(block: Block, field: str) -> bool:
    """Tell whether class or id of a block, or of an element close around it, names `field`."""
    return any(is_called(node, field) for node in (block.node, *ancestors(block.node)[:2]))


def _kicker(prose: Prose, at: int, title: str | None) -> str | None:
    """Return the line above the title that is called the kicker, or is a heading of its own."""
    above = [
        block
        for block in prose.blocks[max(0, at - 4) : at]
        if len(block.text) <= _LONGEST_KICKER
        and fold(block.text) != fold(title or "")
        and not judge_line(block.text, context="head")
        and not find_date(block.text)
    ]
    for block in reversed(above):
        if _is_called(block, "kicker"):
            return block.text
    before = prose.blocks[at - 1] if at else None
    if before is None or before not in above or len(before.text) < _SHORTEST_KICKER:
        return None
    if before.is_only_links or not _share_parent(before, prose.blocks[at]):
        return None
    stands_out = before.is_heading or before.text.rstrip().endswith((":", "؛"))
    return before.text if stands_out and not names_site(before, prose.page) else None


def _share_parent(one: Block, other: Block) -> bool:
    parents = {node.mem_id for node in (ancestors(one.node) or [one.node])[:2]}
    return any(node.mem_id in parents for node in (ancestors(other.node) or [other.node])[:2])


def _lead(page: Page, prose: Prose, draft: Draft) -> str | None:
    """Return the lead: a line or an element of its own between title and text.

    It is called so; or it says what the page's description says and stands outside of the body; or
    it is the only running text between title and body; or it is a heading as long as a paragraph.
    """
    if prose.article is None:
        return None
    description = fold(page.meta("og:description", "description", "twitter:description") or "")
    first = prose.article.first
    at = prose.title_at
    start = at + 1 if at is not None and at < first else max(0, first - 4)
    alone = _lone_prose(prose, start, first) if at is not None else None
    if prose.profile and (known := _by_profile(prose, prose.profile.lead, start, first + 1)):
        return known
    for index in range(start, min(first + 3, len(prose.blocks))):
        block = prose.blocks[index]
        if not _may_be_lead(block, draft) or prose.is_listed(index):
            continue
        if _is_called(block, "lead") and not _holds_body(block, prose):
            return block.text
        if is_attributed(block.text):
            continue
        folded = fold(block.text)
        says_it = len(description) >= _SHORTEST_DESCRIPTION and (
            description.startswith(folded) or folded.startswith(description)
        )
        if says_it and (block.is_heading or not prose.is_in_main(index)):
            return block.text
        if index == alone or (index == first and _opens_otherwise(prose.article)):
            return block.text
        if block.is_heading and block.is_prose and _SENTENCE_END.search(block.text):
            return block.text
    return None


def _by_profile(prose: Prose, selectors: Sequence[str], start: int, stop: int) -> str | None:
    """Return the line, among those from `start` to `stop`, that a learned selector leads to."""
    for selector in selectors:
        keys = {node.mem_id for node in prose.page.tree.css(selector)}
        for index in range(start, min(stop, len(prose.blocks))):
            if prose.blocks[index].node.mem_id in keys and not prose.recurs(index):
                return prose.blocks[index].text
    return None


def _opens_otherwise(article: Cluster) -> bool:
    """Tell whether the first line is laid out otherwise than all others, which are alike.

    `<div>` before `<p>`s, or an element of its own before lines parted by `<br>`.
    """
    own = [chain[0] for chain in article.chains]
    if len(own) < _ENOUGH_LINES:
        return False
    tags = {node.tag for node in own[1:]}
    keys = {node.mem_id for node in own[1:]}
    return (
        len(tags) == 1 and own[0].mem_id not in keys and (own[0].tag not in tags or len(keys) == 1)
    )


def _may_be_lead(block: Block, draft: Draft) -> bool:
    if len(block.text) not in _LEAD_LENGTH or block.linked > len(block.text) / 2:
        return False
    if block.kind in ("figcaption", "caption") or fold(block.text) == fold(draft.title or ""):
        return False
    return judge_line(block.text, context="head") is None and not is_date_line(block)


def is_date_line(block: Block) -> bool:
    """Tell whether a line holds a date and not much else."""
    found = find_date(block.text) if len(block.text) < 120 else None
    return found is not None and len(fold(block.text)) < len(fold(found[1])) + 25


def _lone_prose(prose: Prose, start: int, first: int) -> int | None:
    """Return the index of the only line of prose between title and body, near the title."""
    groups = [c for c in prose.clusters if start <= c.first and c.last < first]
    if len(groups) == 1 and len(groups[0].at) == 1 and groups[0].first - start <= _NEAR:
        return groups[0].first
    return None


def _holds_body(block: Block, prose: Prose) -> bool:
    """Tell whether the element that is called the lead is the body itself."""
    assert prose.article is not None
    for node in (block.node, *ancestors(block.node)[:2]):
        if is_called(node, "lead"):
            key = node.mem_id
            held = sum(1 for chain in prose.article.chains if any(n.mem_id == key for n in chain))
            return held > 1 and 2 * held > len(prose.article.chains)
    return False


# Date, code, section, tags, authors, images


def _published(page: Page, prose: Prose, region: Sequence[int]) -> list[str]:
    """Return what the page says of its publication, the most trusted first."""
    shown: list[str] = []
    for node in page.tree.css("time")[:6]:
        if is_hidden(node) or any(prose.is_apart(parent) for parent in ancestors(node)):
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
    called = [f[1] for i, f in lines if _is_called(blocks[i], "date")]
    short = [f[1] for i, f in lines if len(blocks[i].text) <= _SHORT_LINE]
    keys = ("article:published_time", "datepublished", "og:article:published_time")
    more = ("published_time", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued")
    head = [text for key in (*keys, *more, "dcterms.created") if (text := page.meta(key))]
    head += page.ld_texts("datepublished")
    told = [*labelled, *called, *shown]
    dated = {value.isoformat()[:10] for text in head if (value := parse_date(text))}
    if dated:  # what is shown counts where the head agrees; else it is some other date
        told = [t for t in (*told, *short) if (v := parse_date(t)) and v.isoformat()[:10] in dated]
    return [*told, *head, *short]


def _dated(block: Block) -> tuple[datetime | date, str] | None:
    if len(block.text) > 200 or block.is_only_links:
        return None
    return find_date(block.text)


def _is_clock(prose: Prose, index: int, value: datetime | date) -> bool:
    """Tell whether a date above the title is the page's clock: today's, and not the article's."""
    at = prose.title_at
    if at is None or index >= at:
        return False
    text = prose.blocks[index].text
    if any(word in text for word in ("امروز", "به روز شده")):
        return True
    return not isinstance(value, datetime) and not _share_parent(
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
        text = latin_digits(block.text)
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


def _images(page: Page, prose: Prose, title: str | None) -> list[Image]:
    found: dict[str, Image] = {}
    url = page.meta("og:image", "twitter:image", "image")
    if url and "logo" not in url.lower():
        found[url] = Image(url)
    holder = prose.main
    if holder is not None and prose.title_at is not None:
        # Pictures stand between title and text as well: look in the element that holds both.
        around = {node.mem_id for node in prose.chain(prose.title_at)}
        holder = next((node for node in ancestors(holder) if node.mem_id in around), holder)
    for node in holder.css("img") if holder is not None else []:
        if any(prose.is_apart(parent) for parent in ancestors(node)):
            continue
        image = image_of(node, title)
        if image and image.url not in found:
            found[image.url] = image
    return list(found.values())
