"""The generic way: trafilatura, for pages that no rule knows.

trafilatura judges what is text and what is surroundings; the words themselves are taken from the
page, so that nothing it does to them (it deletes every ZWNJ, glues words, loses lines between
`<br>`) reaches the article. It gets the article's element alone, which is faster and leaves it less
to err on, and it is asked only about lines in doubt: a line of prose inside that element stays.
"""

import html
import logging
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from typing import Final

from cleaners.blocks import Block, blocks_of
from cleaners.body import leads_to_another_story, paragraphs_of
from cleaners.boilerplate import judge_line
from cleaners.candidates import Prose, is_prose
from cleaners.dates import find_date
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.identity import news_code_of
from cleaners.listing import is_listing, is_one_of_many, shows_an_article
from cleaners.metadata import fill_fields
from cleaners.page import Page
from cleaners.persian.folding import fold

__all__ = ["extract_generic", "generic_label"]

# A line shorter than this without the end of a sentence is doubtful at head and tail.
_SHORT: Final = 60
_SENTENCE_END: Final = re.compile(r"[.!؟?…»:؛]\s*$")
# Titles are looked for among the first lines of the article's element.
_HEAD: Final = 15


@cache
def generic_label() -> str:
    """Return `generic/trafilatura-<version>`, as the record's `extractor` says it."""
    return f"generic/trafilatura-{version('trafilatura')}"


def extract_generic(page: Page) -> Draft:
    """Read a page that no rule knows.

    Raises:
        NotAnArticle: `empty` or `listing`.
    """
    prose = Prose(page)
    if prose.main is None:
        raise _nothing(page, prose.blocks)
    draft = Draft(generic_label())
    fill_fields(page, prose, draft)
    blocks = blocks_of(prose.main, prose.is_apart)
    if is_listing(blocks, page, draft.title, draft.news_code) or is_one_of_many(prose.main, page):
        raise NotAnArticle("listing", "its text is teasers of other stories")
    blocks = _after_title(blocks, draft)
    kept = _judged(blocks)
    draft.body = paragraphs_of(
        kept,
        apart=(draft.title, draft.kicker, draft.lead),
        captions=[image.caption for image in draft.images],
        code=draft.news_code,
    )
    if not draft.body:
        raise _nothing(page, prose.blocks)
    return draft


def _nothing(page: Page, blocks: Sequence[Block]) -> NotAnArticle:
    """Return why there is no article: a page of stories that claims to be none is a listing."""
    stories = sum(1 for block in blocks if block.linked >= 18 and _leads_elsewhere(block))
    if stories and not shows_an_article(page) and not news_code_of(page.url):
        return NotAnArticle("listing", f"{stories} links to stories, and no running text")
    return NotAnArticle("empty")


def _leads_elsewhere(block: Block) -> bool:
    return any(leads_to_another_story(href, None) for href in block.links)


def _after_title(blocks: list[Block], draft: Draft) -> list[Block]:
    """Drop the title and what stands above it, then the lines of date, code and author."""
    title = fold(draft.title or "")
    start = 0
    for index, block in enumerate(blocks[:_HEAD]):
        if title and fold(block.text) == title:
            start = index + 1
    head: list[Block] = []
    rest = blocks[start:]
    while rest and not is_prose(rest[0]):
        block = rest.pop(0)
        if not _is_head_matter(block):
            head.append(block)
    return head + rest


def _is_head_matter(block: Block) -> bool:
    """Tell whether a line between title and text is about the article, not of it."""
    if judge_line(block.text, context="head") is not None:
        return True
    found = find_date(block.text) if len(block.text) < 120 else None
    return found is not None and len(fold(block.text)) < len(fold(found[1])) + 25


def _judged(blocks: list[Block]) -> list[Block]:
    """Drop the doubtful lines that trafilatura does not take for text."""
    doubtful = [_is_doubtful(index, blocks) for index in range(len(blocks))]
    if not any(doubtful):
        return blocks
    taken = _taken_by_trafilatura(blocks)
    if taken is None:
        return blocks
    return [b for b, doubt in zip(blocks, doubtful, strict=True) if not doubt or taken(b)]


def _is_doubtful(index: int, blocks: Sequence[Block]) -> bool:
    """Tell whether a line may be no text: mostly links, or a stray one at head or tail."""
    block = blocks[index]
    if block.linked > len(block.text) / 2:
        return True
    if len(block.text) >= _SHORT or _SENTENCE_END.search(block.text):
        return False
    before = any(is_prose(other) for other in blocks[:index])
    after = any(is_prose(other) for other in blocks[index + 1 :])
    return not (before and after)


def _taken_by_trafilatura(blocks: Sequence[Block]) -> Callable[[Block], bool] | None:
    """Return a test for what trafilatura takes for text among `blocks`; None for nothing."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = extract(
        _as_html(blocks),
        include_comments=False,
        include_tables=True,
        include_links=False,
        favor_recall=True,
        deduplicate=False,
    )
    if not text:
        return None
    folded = fold(text)
    return lambda block: fold(block.text) in folded


def _as_html(blocks: Sequence[Block]) -> str:
    """Lay blocks out as a plain article, their links kept as links."""
    lines = []
    for block in blocks:
        tag = block.kind if block.is_heading or block.kind in ("li", "blockquote") else "p"
        text = html.escape(block.text)
        if block.links and block.linked > len(block.text) / 2:
            text = f'<a href="{html.escape(block.links[0])}">{text}</a>'
        line = f"<{tag}>{text}</{tag}>"
        lines.append(f"<ul>{line}</ul>" if tag == "li" else line)
    return f"<html><body><article>{''.join(lines)}</article></body></html>"
