"""The fields of a page that no rule knows: from meta, JSON-LD, microdata and the page's shape."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from cleaners.article import Image
from cleaners.blocks import Block, field_text, is_hidden
from cleaners.boilerplate import judge_line
from cleaners.candidates import Prose, ancestors, class_words, generic_data, names_of
from cleaners.dates import find_date, parse_date
from cleaners.draft import Draft
from cleaners.extract import image_of, ld_texts, split_list
from cleaners.page import Page
from cleaners.persian.folding import fold, latin_digits

__all__ = ["dates_of", "fill_fields", "title_of"]

# Between the parts of a <title>: the headline, the section, the site.
_SEPARATOR: Final = re.compile(r"\s+[-–—|»«•:]+\s+|\s*\|\s*")
_SITE_WORDS: Final = re.compile(
    r"خبرگزار|پایگاه|روزنامه|وب\s*سایت|سایت|آنلاین|نیوز|آخرین اخبار"
    r"|news|agency|\.(?:ir|com)\b|press",
    re.IGNORECASE,
)
# The shortest headline met has 9 letters; menus and labels have fewer.
_SHORTEST_TITLE: Final = 8
_LONGEST_KICKER: Final = 160
_LEAD_LENGTH: Final = range(30, 1500)
# How alike a heading and a reference must be to be the same headline: sites cut and escape it.
_ALIKE: Final = 0.85
_NEAR: Final = 12


def fill_fields(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill every field of `draft` but its body."""
    blocks = prose.blocks
    first = _first_of_main(prose)
    draft.title, at = title_of(page, blocks, first)
    draft.kicker = _kicker(blocks, at, draft.title)
    draft.lead = _lead(page, prose, at, first, draft)
    region = blocks[max(0, (at if at is not None else first) - _NEAR) :]
    draft.published = _published(page, region, prose)
    draft.modified = [
        *filter(None, (page.meta("article:modified_time", "datemodified", "og:updated_time"),)),
        *ld_texts(page.ld("datemodified")),
    ]
    draft.news_code = _code(region) or page.meta("nastooh:code")
    draft.section = _section(page)
    draft.tags = _tags(page)
    draft.authors = _authors(page)
    draft.images = _images(page, prose, draft.title, blocks[at] if at is not None else None)


def dates_of(page: Page, title: str | None) -> list[str]:
    """Return what a page says of its publication where its layout does not tell where to look."""
    prose = Prose(page)
    first = _first_of_main(prose)
    near = [i for i, b in enumerate(prose.blocks[:first]) if title and b.text == title]
    return _published(page, prose.blocks[max(0, (near[-1] if near else first) - _NEAR) :], prose)


def _first_of_main(prose: Prose) -> int:
    """Return the index of the first block of the article's element."""
    if prose.main is None:
        return 0
    key = prose.main.mem_id
    for index, block in enumerate(prose.blocks):
        if block.node.mem_id == key or any(n.mem_id == key for n in ancestors(block.node)):
            return index
    return 0


# Title


def title_of(page: Page, blocks: Sequence[Block], first: int) -> tuple[str | None, int | None]:
    """Return the title and the index of the block that shows it.

    The heading that says what meta, JSON-LD, `<title>` or the slug say is the title; without one
    the only `<h1>`, then what the meta says without the site's name.
    """
    references = [fold(text) for text in _references(page)]
    references = [reference for reference in references if len(reference) >= _SHORTEST_TITLE]
    best: tuple[float, int] | None = None
    for index, block in enumerate(blocks[: first + 40]):
        score = _title_score(block, references, index, first)
        if score and (best is None or score > best[0]):
            best = (score, index)
    if best:
        return blocks[best[1]].text, best[1]
    headings = [i for i, block in enumerate(blocks) if block.kind == "h1"]
    headings = [i for i in headings if not _names_site(blocks[i].text, page)]
    if len(headings) == 1 and len(fold(blocks[headings[0]].text)) >= _SHORTEST_TITLE:
        return blocks[headings[0]].text, headings[0]
    for text in (page.meta("og:title"), page.title_tag):
        if text and (told := without_site_name(text, page)):
            return told, None
    return None, None


def _references(page: Page) -> list[str]:
    """Return what head and address say of the title, the most trusted first."""
    told = [
        *ld_texts(page.ld("headline")),
        page.meta("og:title"),
        page.meta("twitter:title", "dc.title", "headline"),
        page.title_tag,
    ]
    found = [text for text in told if text]
    found += [part for text in found for part in _SEPARATOR.split(text)]
    return [*found, *_slug(page.url or page.canonical)]


def _slug(url: str | None) -> list[str]:
    """Return the last part of the path as words, where it has several."""
    if not url:
        return []
    try:
        last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        return []
    words = last.removesuffix(".html").replace("-", " ").replace("_", " ")
    return [words] if words.count(" ") >= 2 else []


_HEADING_WORTH: Final = {"h1": 1.0, "h2": 0.9, "h3": 0.8, "h4": 0.7}


def _title_score(block: Block, references: list[str], index: int, first: int) -> float:
    """Return how likely a block is the title: 0 for none."""
    if not _SHORTEST_TITLE <= len(block.text) <= 400:
        return 0.0
    folded = fold(block.text)
    if len(folded) < _SHORTEST_TITLE:
        return 0.0
    likeness = max((_likeness(folded, reference) for reference in references), default=0.0)
    if likeness < _ALIKE:
        return 0.0
    worth = _HEADING_WORTH.get(_heading_around(block), 0.4)
    # A copy of the title in a list of links, or far below the text, is not the title itself.
    if block.is_only_links and worth < 0.7:
        worth /= 2
    distance = abs(index - first) / 200
    return likeness * worth - min(distance, 0.3) + len(folded) / 10_000


def _heading_around(block: Block) -> str:
    """Return the tag of the heading that a block stands in, or its own."""
    if block.kind in _HEADING_WORTH:
        return block.kind
    for node in ancestors(block.node)[:3]:
        if node.tag in _HEADING_WORTH:
            return node.tag or ""
    words = class_words(names_of(block.node))
    return "h2" if {"title", "titr", "headline"} & words else block.kind


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) >= 20 and (one in other or other in one):
        return max(_ALIKE, min(len(one), len(other)) / max(len(one), len(other)))
    if abs(len(one) - len(other)) > 0.3 * max(len(one), len(other)):
        return 0.0
    return (
        SequenceMatcher(None, one, other, autojunk=False).quick_ratio()
        and SequenceMatcher(None, one, other, autojunk=False).ratio()
    )


def without_site_name(text: str, page: Page) -> str:
    """Return a `<title>` without the site's name at its beginning or end."""
    site = fold(page.meta("og:site_name") or "")
    parts = _SEPARATOR.split(text)
    if len(parts) == 1:
        return "" if _names_site(text, page) else text
    told = [
        part
        for part in parts
        if part and fold(part) != site and not (_SITE_WORDS.search(part) and len(part) < 60)
    ]
    return max(told or parts, key=len)


def _names_site(text: str, page: Page) -> bool:
    site = page.meta("og:site_name")
    return bool(site and fold(text) and fold(text) in fold(site))


# Kicker and lead


@cache
def _words_of(field: str) -> frozenset[str]:
    return frozenset(generic_data()[field]["words"])


def _is_called(block: Block, field: str) -> bool:
    """Tell whether class or id of a block, or of an element close around it, names `field`."""
    for node in (block.node, *ancestors(block.node)[:2]):
        if not _words_of(field).isdisjoint(class_words(names_of(node))):
            return True
    return False


def _kicker(blocks: Sequence[Block], at: int | None, title: str | None) -> str | None:
    """Return the line above the title that is called the kicker, or is a heading of its own."""
    if at is None:
        return None
    for block in reversed(blocks[max(0, at - 4) : at]):
        if len(block.text) > _LONGEST_KICKER or judge_line(block.text):
            continue
        if fold(block.text) == fold(title or ""):
            continue
        if _is_called(block, "kicker"):
            return block.text
    before = blocks[at - 1] if at else None
    if before is None or before.is_only_links or not _share_parent(before, blocks[at]):
        return None
    is_line = 4 <= len(before.text) <= _LONGEST_KICKER and not find_date(before.text)
    if not is_line or judge_line(before.text, context="head"):
        return None
    stands_out = before.is_heading or before.text.rstrip().endswith((":", "؛"))
    return before.text if stands_out and fold(before.text) != fold(title or "") else None


def _share_parent(one: Block, other: Block) -> bool:
    parents = {node.mem_id for node in (ancestors(one.node) or [one.node])[:2]}
    return any(node.mem_id in parents for node in (ancestors(other.node) or [other.node])[:2])


def _lead(page: Page, prose: Prose, at: int | None, first: int, draft: Draft) -> str | None:
    """Return the lead: an element of its own between title and text.

    It is called so, or it says what the page's description says and stands outside of the body.
    """
    blocks = prose.blocks
    start = at + 1 if at is not None else max(0, first - 4)
    description = fold(page.meta("og:description", "description", "twitter:description") or "")
    for index in range(start, min(len(blocks), max(first + 3, start + 8))):
        block = blocks[index]
        if len(block.text) not in _LEAD_LENGTH or block.linked > len(block.text) / 2:
            continue
        if fold(block.text) == fold(draft.title or ""):
            continue
        if _is_called(block, "lead") and not _holds_body(block, prose):
            return block.text
        folded = fold(block.text)
        says_description = len(description) >= 20 and (
            description.startswith(folded) or folded.startswith(description)
        )
        if says_description and not _stands_in_body(block, prose):
            return block.text
    return None


def _holds_body(block: Block, prose: Prose) -> bool:
    """Tell whether the element that is called the lead is the body itself."""
    for node in (block.node, *ancestors(block.node)[:2]):
        if not _words_of("lead").isdisjoint(class_words(names_of(node))):
            return prose.main is not None and prose.mass(node) > 0.7 * prose.mass(prose.main)
    return False


def _stands_in_body(block: Block, prose: Prose) -> bool:
    """Tell whether a block is a paragraph among the paragraphs of the body."""
    if prose.main is None:
        return False
    key = prose.main.mem_id
    chain = [block.node, *ancestors(block.node)]
    inside = any(node.mem_id == key for node in chain)
    if not inside or block.is_heading:
        return inside and not block.is_heading
    return True


# Date, code, section, tags, authors, images


def _published(page: Page, region: Sequence[Block], prose: Prose) -> list[str]:
    """Return what the page says of its publication, the most trusted first."""
    shown: list[str] = []
    for node in page.tree.css("time")[:6]:
        if is_hidden(node) or any(prose.is_apart(parent) for parent in ancestors(node)):
            continue
        shown += [text for text in (field_text(node), node.attributes.get("datetime")) if text]
    labels = [fold(label) for label in generic_data()["published"]["labels"]]
    lines = [
        (block, found)
        for block in region
        if len(block.text) <= 200 and not block.is_only_links and (found := find_date(block.text))
    ]
    labelled = [f[1] for b, f in lines if fold(b.text).startswith(tuple(labels))]
    called = [f[1] for b, f in lines if _is_called(b, "date")]
    short = [f[1] for b, f in lines if len(b.text) <= 60]
    head = [
        *filter(
            None,
            (
                page.meta("article:published_time"),
                page.meta("datepublished"),
                page.meta("og:article:published_time", "published_time", "pubdate", "publishdate"),
                page.meta("dc.date", "dc.date.issued", "dcterms.created", "publish-date"),
            ),
        ),
        *ld_texts(page.ld("datepublished")),
    ]
    told = [*labelled, *called, *shown]
    dated = {value.isoformat()[:10] for text in head if (value := parse_date(text))}
    if dated:  # what is shown counts where the head agrees; else it is some other date
        told = [t for t in told if (v := parse_date(t)) and v.isoformat()[:10] in dated]
    return [*told, *head, *short]


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
        iter(ld_texts(page.ld("articlesection"))), None
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
            told += ld_texts(item)
    if not told and (name := page.meta("article:author", "author", "dc.creator")):
        told = [name] if not name.startswith("http") else []
    return told


def _images(page: Page, prose: Prose, title: str | None, shown: Block | None) -> list[Image]:
    found: dict[str, Image] = {}
    url = page.meta("og:image", "twitter:image", "image")
    if url and "logo" not in url.lower():
        found[url] = Image(url)
    holder = prose.main
    if holder is not None and shown is not None:
        # Pictures stand between title and text as well: look in the element that holds both.
        around = {node.mem_id for node in ancestors(shown.node)}
        holder = next((node for node in ancestors(holder) if node.mem_id in around), holder)
    for node in holder.css("img") if holder is not None else []:
        if any(prose.is_apart(parent) for parent in ancestors(node)):
            continue
        image = image_of(node, title)
        if image and image.url not in found:
            found[image.url] = image
    return list(found.values())
