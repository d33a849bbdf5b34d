"""The generic way: reading pages that no rule knows, with trafilatura for lines in doubt.

trafilatura only decides what is text; the words themselves are taken from the page, so that its
damage to them (it deletes every ZWNJ, glues words, loses lines between `<br>`) does not reach the
article. It gets only the article's element, which is faster and leaves it less to err on, and it is
asked only about lines in doubt: a line of prose inside that element stays.
"""

import html
import logging
import re
from collections.abc import Callable, Collection, Sequence
from functools import cache
from importlib.metadata import version
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.body import paragraphs_of
from cleaners.boxes.listing import is_listing, is_one_of_many, is_teaser
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.generic.articlelines import article_lines
from cleaners.generic.clocks import is_clock_line
from cleaners.generic.ending import without_offers
from cleaners.generic.headerlines import dated_part, is_date_line
from cleaners.generic.jsonldbody import body_of_json_ld
from cleaners.generic.leadlines import lines_below_lead
from cleaners.generic.listpages import introduces_a_list, why_no_article
from cleaners.generic.mediapages import is_media_page
from cleaners.generic.metadata import fill_fields
from cleaners.generic.prose import Prose
from cleaners.generic.shortlines import short_lines
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import take_repeated_lead, without_copies
from cleaners.lines.credits import has_office
from cleaners.lines.facts import facts_of
from cleaners.lines.headnames import headed_by
from cleaners.lines.people import is_farewell, poster_in
from cleaners.lines.sentences import ends_or_introduces
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.persian.folding import fold
from cleaners.profile import SiteProfile

__all__ = ["extract_generic"]

# At head and tail, a line with fewer characters that does not end a sentence is doubtful.
_SHORT: Final = 60
# A link to a file has at least this many characters; «نسخه PDF» is a button.
_SHORTEST_FILE: Final = 12
# Longest row of links to an article's sections.
_LONGEST_ROW: Final = 120
# Numbers of readers and comments, without their labels.
_NUMBERS: Final = re.compile(r"\d[\d\s,،٬]{0,19}")
# A line that names the author, below the lead, is one of so many.
_BYLINE: Final = 2
# A teaser's link stands at most this many lines above it.
_ABOVE: Final = 3


@cache
def _generic_label(*, guided: bool) -> str:
    """Return `generic/trafilatura-<version>`, for the record's `extractor`.

    If a profile `guided` it, `+profile` follows.
    """
    return f"generic/trafilatura-{version('trafilatura')}{'+profile' if guided else ''}"


def extract_generic(page: Page, profile: SiteProfile | None = None) -> Draft:
    """Read a page that no rule knows, with the help of what was learned about its site.

    Raises:
        NotAnArticle: `empty` or `listing`.
    """
    prose = Prose(page, profile)
    draft = Draft(_generic_label(guided=profile is not None), holder=prose.main)
    if prose.article is None:
        _fill_without_prose(page, prose, draft)
        return draft
    fill_fields(page, prose, draft)
    prose.leave_out_lead(draft.lead)
    blocks = [*lines_below_lead(prose, draft.lead), *article_lines(prose)]
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
    head = (draft.kicker, draft.title, draft.lead)
    draft.authors = draft.authors or headed_by(draft.body, head)
    draft.body = _without_bylines(without_offers(draft.body), draft.authors)
    if not draft.body and draft.lead and not is_media_page(page):
        draft.body, draft.lead = [draft.lead], None
    if not (draft.body or draft.lead):
        raise why_no_article(prose)
    draft.lead = draft.lead or take_repeated_lead(draft.body)
    return draft


def _without_bylines(body: list[str], authors: Sequence[str]) -> list[str]:
    """Return the paragraphs without a line that only names an author, at the start or the end.

    Below «با احترام» it is the end of a letter, and stays.
    """
    names = set(map(fold, authors))
    if len(body) > 1 and fold(body[-1]) in names and not is_farewell(body[-2]):
        body = body[:-1]
    return [
        text
        for at, text in enumerate(body)
        if not ((at < _BYLINE or at == len(body) - 1) and _is_byline(text, names))
    ]


def _is_byline(text: str, authors: Collection[str]) -> bool:
    """Return whether a line is a name and an office, and the name that of one of the authors."""
    facts = facts_of(text) if has_office(text) else None
    return facts is not None and any(fold(name) in authors for name in facts.authors)


def _fill_without_prose(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill the draft of a page without running text, from short lines or from its JSON-LD.

    Raises:
        NotAnArticle: there is neither.
    """
    body = paragraphs_of(short_lines(prose))
    if not body and (body := body_of_json_ld(page)):
        draft.warnings.append("body-from-metadata")
    if not body:
        raise why_no_article(prose)
    fill_fields(page, prose, draft)
    body = without_copies(body, draft.kicker, draft.title, draft.lead)
    draft.body = body[1:] if body and fold(body[0]) in map(fold, draft.authors) else body


def _heads_it(heading: LexborNode, prose: Prose) -> bool:
    """Return whether a linked heading is that of the text: above it, or the text is only one line.

    Below the first of several paragraphs, or in a box apart, it is the heading of another story.
    """
    article = prose.known_article
    if len(article.at) == 1:
        return True
    at = prose.first_line_in(heading)
    if at is None or at > article.first or at in prose.boxed:
        return False
    return not prose.is_listed(at) or prose.is_listed(article.first)


def _own_title(prose: Prose) -> LexborNode | None:
    """Return the element of the title, unless it is a link, like the titles in a list."""
    if prose.title_at is None or prose.blocks[prose.title_at].is_only_links:
        return None
    return prose.blocks[prose.title_at].node


def _lines_around(prose: Prose) -> list[Block]:
    """Return the article's lines with dates and links, and the lines right above them."""
    first, lines = prose.known_article.first, prose.article_range()
    above = range(max(0, first - _ABOVE), first)
    return [
        prose.blocks[index]
        for index in sorted({*above, *lines})
        if index in above or (prose.is_in_main(index) and not prose.is_listed(index))
    ]


def _texts(prose: Prose) -> set[int]:
    """Return the `id` of each line that is the article's prose."""
    return {id(prose.blocks[index]) for index in prose.known_article.at}


def _without_head_matter(blocks: list[Block], draft: Draft, prose: Prose) -> list[Block]:
    """Drop the title and the lines of date, code and author above the text."""
    texts = _texts(prose)
    title, authors = fold(draft.title or ""), set(map(fold, draft.authors))
    head: list[Block] = []
    rest = list(blocks)
    while rest and (not (rest[0].is_prose or id(rest[0]) in texts) or _is_head_matter(rest[0])):
        block = rest.pop(0)
        if title and fold(block.text) == title:
            head.clear()
        elif is_clock_line(block.text) and not any(is_clock_line(line.text) for line in rest):
            continue  # several are those of a live report
        elif has_office(block.text):
            head += [block] if not _is_byline(block.text, authors) else []
        elif not (_is_head_matter(block) or fold(poster_in(block.text) or block.text) in authors):
            head.append(block)
    return head + rest


def _is_head_matter(block: Block) -> bool:
    """Return whether a line between title and text is about the article, not a part of it."""
    return (
        judge_line(block.text, context="head") is not None
        or is_date_line(block)
        or facts_of(block.spaced) is not None
        or dated_part(block) is not None
        or _NUMBERS.fullmatch(block.text) is not None
        or (block.is_row_of_links and len(block.text) <= _LONGEST_ROW)
    )


def _judged(blocks: list[Block], prose: Prose) -> list[Block]:
    """Drop doubtful lines that trafilatura does not take for text."""
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
    """Return whether a line may not be text: mostly links, or a stray line at head or tail.

    `between` says that it has prose above and below, `beside` that it is a paragraph like those
    above it.
    """
    ends = ends_or_introduces(block.text)
    if block.leads_to_files:
        return len(block.text) < _SHORTEST_FILE
    if block.linked > len(block.text) / 2:
        is_headline = block.is_only_links and not block.is_linked_sentence
        return is_headline or not (beside and ends)
    return not (len(block.text) >= _SHORT or ends or between or (beside and not block.linked))


def _taken_by_trafilatura(blocks: Sequence[Block]) -> Callable[[Block], bool] | None:
    """Return a test of which `blocks` trafilatura takes for text; None if it takes nothing."""
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
