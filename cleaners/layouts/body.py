"""The paragraphs of a page where a layout says that they stand."""

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.body import paragraphs_of
from cleaners.boxes.cards import other_stories
from cleaners.boxes.listing import is_listing, shows_an_article
from cleaners.boxes.polls import polls_below
from cleaners.draft import Draft
from cleaners.identity import news_code_of
from cleaners.layouts.scope import Scope
from cleaners.markup.page import Page
from cleaners.markup.pictures import image_of
from cleaners.markup.tree import is_within
from cleaners.markup.walking import blocks_of
from cleaners.persian.folding import fold
from cleaners.rules import Layout

__all__ = ["read_body"]

# Lines of prose that a form may have: what it is for, what is not published.
_NOTE: Final = 1
# So many elements of the body's class are those of a list.
_EXCERPTS: Final = 2


def read_body(scope: Scope, draft: Draft) -> list[str]:
    """Return the paragraphs of the first body element of the layout that has any.

    Of several elements of one selector the longest text counts; one inside of another is not read
    again, unless the other was cut short. The pictures of the body go to `draft`, which tells what
    is known so far: title, kicker, lead, news code, pictures.
    """
    page, layout = scope.page, scope.layout
    stories = _stories(page, layout, draft)
    for selector in layout.body:
        best: list[str] = []
        read: set[int] = set()
        for node in scope.nodes(selector):
            if is_within(node, read, page.top) and len(node.text()) <= 2 * sum(map(len, best)):
                continue
            if stories and is_within(node, stories, page.top):
                continue
            unseen = scope.hidden | _dropped(node, layout)
            paragraphs, pictures = _read_element(page, layout, node, unseen, draft)
            if paragraphs:
                read.add(node.mem_id)
            if sum(map(len, paragraphs)) > sum(map(len, best)):
                best = paragraphs
                known = {image.url for image in draft.images}
                draft.images += [image for image in pictures if image.url not in known]
        if best:
            return best
    return []


def _stories(page: Page, layout: Layout, draft: Draft) -> set[int]:
    """Return the items of lists of other stories on a page that tells no code, and no date.

    Themes give the excerpts of a list the class of an article's body, so it has several bodies.
    """
    if draft.news_code or news_code_of(page.address) or shows_an_article(page):
        return set()
    if all(len(page.tree.css(selector)) < _EXCERPTS for selector in layout.body):
        return set()
    return other_stories(blocks_of(page.top), page)


def _dropped(body: LexborNode, layout: Layout) -> set[int]:
    """Return the elements of a body that are no text, by their `mem_id`."""
    dropped = {form.mem_id for form in body.css("form") if _is_to_fill_in(form)}
    dropped |= polls_below(body)
    if layout.drop:
        dropped |= {found.mem_id for found in body.css(layout.drop)}
    return dropped


def _read_element(
    page: Page, layout: Layout, body: LexborNode, unseen: set[int], draft: Draft
) -> tuple[list[str], list[Image]]:
    """Return the paragraphs and the pictures of one element; none of a list of other stories."""
    blocks = blocks_of(body, unseen=unseen)
    if layout.lines:
        blocks = [block for block in blocks if fold(block.text) not in layout.lines]
    if is_listing(blocks, page, draft.title, draft.news_code):
        return [], []
    pictures = _pictures(body, unseen, draft)
    paragraphs = paragraphs_of(
        blocks,
        apart=(draft.title, draft.kicker, draft.lead),
        captions=[image.caption for image in (*draft.images, *pictures)],
        code=draft.news_code,
        url=page.address,
    )
    return paragraphs, pictures


def _is_to_fill_in(form: LexborNode) -> bool:
    """Tell whether a form in the body is a widget: it has fields, and hardly a line of prose.

    Texts pasted from ASP.NET bring the form of their page along, with hidden fields only.
    """
    if form.css_first("textarea, select, button, input:not([type=hidden])") is None:
        return False
    return sum(block.is_prose for block in blocks_of(form)) <= _NOTE


def _pictures(body: LexborNode, unseen: set[int], draft: Draft) -> list[Image]:
    """Return the pictures in the body, but for those in what is dropped."""
    images = (
        image_of(node, (draft.title, draft.lead))
        for node in body.css("img")
        if not unseen or not is_within(node, unseen, body)
    )
    return list({image.url: image for image in images if image}.values())
