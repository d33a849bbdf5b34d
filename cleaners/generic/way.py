"""The generic way: trafilatura, for pages that no rule knows.

trafilatura judges what is text and what is surroundings; the words themselves are taken from the
page, so that nothing it does to them (it deletes every ZWNJ, glues words, loses lines between
`<br>`) reaches the article. It gets the article's element alone, which is faster and leaves it less
to err on, and it is asked only about lines in doubt: a line of prose inside that element stays.
"""

import html
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from importlib.metadata import version
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.body import paragraphs_of
from cleaners.boxes.listing import is_listing, is_one_of_many, is_teaser
from cleaners.boxes.storylists import SENTENCE_END
from cleaners.dates.parsing import find_date
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.generic.ending import is_stray, surely_below
from cleaners.generic.headerlines import is_date_line
from cleaners.generic.jsonldbody import body_of_json_ld
from cleaners.generic.listpages import introduces_a_list, why_no_article
from cleaners.generic.metadata import fill_fields
from cleaners.generic.prose import Prose
from cleaners.generic.shortlines import short_lines
from cleaners.generic.strangers import strangers
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import take_repeated_lead, without_copies
from cleaners.lines.facts import facts_of
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.persian.folding import fold
from cleaners.profile import SiteProfile

__all__ = ["extract_generic"]

# A line shorter than this without the end of a sentence is doubtful at head and tail.
_SHORT: Final = 60
# A link to a file is named in so many letters; «نسخه PDF» is a button.
_SHORTEST_FILE: Final = 12
# The links to an article's sections, side by side.
_LONGEST_ROW: Final = 120
# A teaser's link stands so many lines above it at most.
_ABOVE: Final = 3


@cache
def _generic_label() -> str:
    """Return `generic/trafilatura-<version>`, as the record's `extractor` says it."""
    return f"generic/trafilatura-{version('trafilatura')}"


def extract_generic(page: Page, profile: SiteProfile | None = None) -> Draft:
    """Read a page that no rule knows, with the help of what was learned of its site.

    Raises:
        NotAnArticle: `empty` or `listing`.
    """
    prose = Prose(page, profile)
    draft = Draft(_generic_label(), holder=prose.main)
    if prose.article is None:
        _fill_without_prose(page, prose, draft)
        return draft
    fill_fields(page, prose, draft)
    blocks = _article_lines(prose)
    main = prose.main
    if main is not None and (
        is_listing(_lines_around(prose), page, draft.title, draft.news_code)
        or is_one_of_many(main, page, _own_title(prose), lambda node: _heads_it(node, prose))
        or all(is_teaser(prose.blocks, index, page) for index in prose.article.at)
        or introduces_a_list(prose)
    ):
        raise NotAnArticle("listing", "other stories and a word on them are all that it has")
    draft.body = paragraphs_of(
        _judged(_without_head_matter(blocks, draft, prose), prose),
        apart=(draft.title, draft.kicker, draft.lead),
        captions=[image.caption for image in draft.images],
        code=draft.news_code,
        url=page.address,
    )
    if not draft.body and draft.lead:  # all the text that a page of pictures has
        draft.body, draft.lead = [draft.lead], None
    if not draft.body:
        raise why_no_article(prose)
    draft.lead = draft.lead or take_repeated_lead(draft.body)
    return draft


def _fill_without_prose(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill the draft of a page without running text: short lines, or what its JSON-LD tells.

    Raises:
        NotAnArticle: there is neither.
    """
    body = paragraphs_of(short_lines(prose))
    if not body and (body := body_of_json_ld(page)):
        draft.warnings.append("body-from-metadata")
    if not body:
        raise why_no_article(prose)
    fill_fields(page, prose, draft)
    draft.body = without_copies(body, draft.kicker, draft.title, draft.lead)


def _heads_it(heading: LexborNode, prose: Prose) -> bool:
    """Return whether a linked heading stands above the text, or the text is one line: a list's own.

    Below the first of several paragraphs, or in a box apart, it is that of another story.
    """
    assert prose.article is not None
    if len(prose.article.at) == 1:
        return True
    at = prose.first_line_in(heading)
    if at is None or at > prose.article.first or at in prose.boxed:
        return False
    return not prose.is_listed(at) or prose.is_listed(prose.article.first)


def _own_title(prose: Prose) -> LexborNode | None:
    """Return the element of the title, unless it is a link, as the titles of a list are."""
    if prose.title_at is None or prose.blocks[prose.title_at].is_only_links:
        return None
    return prose.blocks[prose.title_at].node


def _article_lines(prose: Prose) -> list[Block]:
    """Return the lines of the article's element, from the title to the end of the article."""
    assert prose.article is not None
    strange = strangers(prose) | prose.boxed
    inside = [index for index in prose.article_range() if prose.is_in_main(index)]
    surely = surely_below(inside, prose)
    kept: list[Block] = []
    for index in inside:
        block = prose.blocks[index]
        if index in strange or prose.is_left_out(index):
            continue
        # A day that more than one line stands above, and a paragraph below, is of the text.
        is_within = len(kept) > 1 and index < prose.article.last
        if is_date_line(block) and not (is_within and not _tells_a_time(block)):
            continue
        if prose.recurs(index) or prose.heads_a_list(index):
            continue
        if index in surely or not is_stray(index, prose):
            kept.append(block)
    return kept


def _tells_a_time(block: Block) -> bool:
    found = find_date(block.spaced)
    return found is not None and isinstance(found[0], datetime)


def _lines_around(prose: Prose) -> list[Block]:
    """Return the article's lines with dates and links, and what stands right above them."""
    assert prose.article is not None
    lines = prose.article_range()
    above = range(max(0, prose.article.first - _ABOVE), prose.article.first)
    return [
        prose.blocks[index]
        for index in sorted({*above, *lines})
        if index in above or (prose.is_in_main(index) and not prose.is_listed(index))
    ]


def _texts(prose: Prose) -> set[int]:
    """Return the lines that are the article's prose, by their identity."""
    assert prose.article is not None
    return {id(prose.blocks[index]) for index in prose.article.at}


def _without_head_matter(blocks: list[Block], draft: Draft, prose: Prose) -> list[Block]:
    """Drop the title and the lines of date, code and author that stand above the text."""
    texts = _texts(prose)
    title = fold(draft.title or "")
    head: list[Block] = []
    rest = list(blocks)
    while rest and (not (rest[0].is_prose or id(rest[0]) in texts) or _is_head_matter(rest[0])):
        block = rest.pop(0)
        if title and fold(block.text) == title:
            head.clear()
        elif not _is_head_matter(block):
            head.append(block)
    return head + rest


def _is_head_matter(block: Block) -> bool:
    """Return whether a line between title and text is about the article, not of it."""
    return (
        judge_line(block.text, context="head") is not None
        or is_date_line(block)
        or facts_of(block.spaced) is not None
        or (block.is_row_of_links and len(block.text) <= _LONGEST_ROW)
    )


def _judged(blocks: list[Block], prose: Prose) -> list[Block]:
    """Drop the doubtful lines that trafilatura does not take for text."""
    texts = _texts(prose)
    surely = [i for i, block in enumerate(blocks) if block.is_prose or id(block) in texts]
    first, last = (surely[0], surely[-1]) if surely else (len(blocks), -1)
    beside = {blocks[i].place for i in surely}
    doubtful = [
        id(block) not in texts
        and _is_doubtful(
            block,
            between=first < index < last,
            beside=index > first and block.place in beside,
        )
        for index, block in enumerate(blocks)
    ]
    if not any(doubtful):
        return blocks
    taken = _taken_by_trafilatura(blocks)
    if taken is None:
        return blocks
    return [b for b, doubt in zip(blocks, doubtful, strict=True) if not doubt or taken(b)]


def _is_doubtful(block: Block, *, between: bool, beside: bool) -> bool:
    """Return whether a line may be no text: mostly links, or a stray one at head or tail.

    `between` says that it has prose above and below, `beside` that it is a paragraph as the ones
    above it are.
    """
    ends = SENTENCE_END.search(block.text) is not None
    if block.leads_to_files:
        return len(block.text) < _SHORTEST_FILE
    if block.linked > len(block.text) / 2:
        is_headline = block.is_only_links and not block.is_linked_sentence
        return is_headline or not (beside and ends)
    return not (len(block.text) >= _SHORT or ends or between or (beside and not block.linked))


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
