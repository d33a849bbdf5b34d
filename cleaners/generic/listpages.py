"""Recognise an unknown page that lists stories: by what is around its text, or by having none."""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.boxes.cards import heads_a_story
from cleaners.boxes.listing import is_story_link, shows_an_article
from cleaners.errors import NotAnArticle
from cleaners.generic.headerlines import is_date_line
from cleaners.generic.prose import Prose
from cleaners.identity import news_code_of, path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import is_attributed
from cleaners.lines.facts import facts_of
from cleaners.markup.page import Page
from cleaners.verdict import is_list_address, names_a_list

__all__ = ["introduces_a_list", "why_no_article"]

# A list has at least this many links as long as a headline.
_STORIES: Final = 3
# An introduction to a list has at most this many lines, and this many characters in all.
_INTRODUCTION: Final = 2
_LONGEST: Final = 500
# At most this many lines stand between an introduction and its list: a heading, buttons.
_BETWEEN: Final = 3
# An article's date or code may stand this many lines above its title.
_ABOVE: Final = 2
# A section's address is one word: `/akhbar`, `/fa/news.html`.
_ONE_WORD: Final = re.compile(r"(?:/fa)?/[^\W\d_]+(?:\.[a-z]{3,5})?")


def why_no_article(prose: Prose) -> NotAnArticle:
    """Return why there is no article: a page of stories is a listing unless it says otherwise."""
    stories = _stories(prose, range(len(prose.blocks)))
    if stories >= _STORIES and not _claims_to_be_one(prose.page):
        return NotAnArticle("listing", f"{stories} links to stories, and no running text")
    return NotAnArticle("empty")


def introduces_a_list(prose: Prose) -> bool:
    """Return whether the only sentences of a page introduce a list of stories.

    The page has no title, or its title or address is that of a list. It states no date, and the
    list is not announced as one of related stories.
    """
    article = prose.known_article
    lines = [prose.blocks[index].text for index in article.at]
    if len(lines) > _INTRODUCTION or _claims_to_be_one(prose.page):
        return False
    below = range(article.last + 1, len(prose.blocks))
    first = next((index for index in below if prose.is_listed(index)), None)
    if first is None or _stories(prose, below) < _STORIES:
        return False
    between = range(below.start, first)
    if prose.title_at is None or is_list_address(prose.page.address):
        return len(lines) == 1 and len(between) < _INTRODUCTION
    if sum(map(len, lines)) > _LONGEST or any(map(is_attributed, lines)):
        return False
    if len(between) > _BETWEEN or any(_is_label(index, prose) for index in (*between, first)):
        return False
    head = range(max(0, prose.title_at - _ABOVE), first)
    if any(_has_facts(index, prose) for index in head):
        return False
    return names_a_list(prose.blocks[prose.title_at].text) or _is_section(prose, below)


def _claims_to_be_one(page: Page) -> bool:
    """Return whether head or address of a page say that it is an article."""
    return shows_an_article(page) or news_code_of(page.url) is not None


def _stories(prose: Prose, lines: Sequence[int]) -> int:
    """Return how many of the lines are headlines of other stories."""
    return sum(
        is_story_link(prose.blocks[index], prose.page)
        or (prose.is_listed(index) and heads_a_story(prose.blocks[index]))
        for index in lines
    )


def _is_label(index: int, prose: Prose) -> bool:
    """Return whether a line announces stories beside an article: «اخبار مرتبط»."""
    return judge_line(prose.blocks[index].text) is not None


def _has_facts(index: int, prose: Prose) -> bool:
    """Return whether a line states date, code or author, as lines above an article do."""
    block = prose.blocks[index]
    return is_date_line(block) or facts_of(block.spaced) is not None


def _is_section(prose: Prose, below: Sequence[int]) -> bool:
    """Return whether the page's address is that of a section, or the folder of its stories."""
    path = path_of(prose.page.address or "")
    if not path or _ONE_WORD.fullmatch(path):
        return bool(path)
    listed = [index for index in below if prose.is_listed(index)]
    hrefs = {href for index in listed for href in prose.blocks[index].links}
    return sum(path_of(href).startswith(f"{path}/") for href in hrefs) >= _STORIES
