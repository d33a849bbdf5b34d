"""The name of a site in a heading above its menu, which the page's head may have for a title."""

from collections.abc import Callable, Sequence
from typing import Final

from cleaners.generic.titles import heading_above, line_above
from cleaners.lines.people import is_no_person
from cleaners.lines.verbs import ends_with_verb
from cleaners.links import leads_to_another_site, leads_to_front
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.persian.folding import fold

__all__ = ["title_below_menu"]

# A menu has at least this many links within the site; a breadcrumb below a title has fewer.
_MENU: Final = 5
# A name of more words is an institution's: «اداره کل آموزش فنی و حرفه‌ای».
_NAME_WORDS: Final = 4


def title_below_menu(
    page: Page,
    blocks: Sequence[Block],
    masthead: int,
    first: int,
    heads_a_list: Callable[[int], bool],
    is_no_title: Callable[[int], bool],
) -> int | None:
    """Return the index of the title between menu and text, if the heading above is the site's name.

    `masthead` is the index of that heading, `first` that of the text's first line. It is the title
    if the head says so in more than `<title>`, or if there is no link to the front page below it.
    """
    if _is_headline(blocks[masthead].text):
        return None
    name = fold(blocks[masthead].text)
    stated = (*page.ld_texts("headline"), page.meta("og:title") or "")
    if any(name in fold(text) for text in stated):
        return None
    links = [
        (at, link)
        for at in range(masthead + 1, first)
        for link in blocks[at].links
        if not leads_to_another_site(link, page.address)
    ]
    front = next((at for at, link in links if link and leads_to_front(link)), None)
    if front is None or len(links) < _MENU:
        return None
    start, below = front + 1, blocks[front + 1 :]
    at = heading_above(page, below, first - start, lambda index: heads_a_list(start + index))
    if at is None:
        at = line_above(page, below, first - start, lambda index: is_no_title(start + index))
    if at is None:
        return None
    return start + at if sum(line < start + at for line, _ in links) >= _MENU else None


def _is_headline(text: str) -> bool:
    """Return whether a heading is too long, or ends in a way, for the name of a site."""
    if ends_with_verb(text):
        return True
    return len(text.split()) > _NAME_WORDS and not is_no_person(text)
