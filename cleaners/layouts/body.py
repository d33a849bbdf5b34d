"""The paragraphs of a page, from where a layout says they are."""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.body import paragraphs_of
from cleaners.boxes.buttons import judge_block
from cleaners.boxes.cards import other_stories
from cleaners.boxes.listing import is_listing, leads_to_headline, shows_an_article
from cleaners.boxes.polls import polls_below
from cleaners.draft import Draft
from cleaners.identity import news_code_of
from cleaners.layouts.scope import Scope
from cleaners.lines.facts import Place, facts_of
from cleaners.lines.headnames import headed_by
from cleaners.lines.newscode import code_of_lines, names_a_code
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.things import tells_of_thing
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.markup.pictures import image_of, is_advertisement, link_around
from cleaners.markup.tree import is_within, matches_of
from cleaners.markup.walking import blocks_of
from cleaners.persian.folding import fold
from cleaners.rules import Layout

__all__ = ["credits_of", "read_body"]

# A form may have this many lines of prose: what it is for, which comments are not published.
_NOTE: Final = 1
# So many last lines may name who wrote a text; beside facts about a thing, they name who made that.
_CREDITS: Final = 2
_FACTS: Final = 4
_LIST_MARKS: Final = ("-", "–", "•", "*")
# A page with at least this many elements of the body's class may be a list.
_EXCERPTS: Final = 2


def read_body(scope: Scope, draft: Draft) -> list[str]:
    """Return the paragraphs of the first of the layout's body elements that has any.

    Of several elements that match one selector, the one with the longest text counts. One inside
    another is not read again unless the outer one lost more than half of its text. `draft` has what
    is known so far: title, kicker, lead, news code, pictures; the body's pictures are added to it.
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
            is_shown = not (best or draft.images)
            if is_shown or sum(map(len, paragraphs)) > sum(map(len, best)):
                best = paragraphs
                known = {image.url for image in draft.images}
                draft.images += [image for image in pictures if image.url not in known]
        if best:
            return best
    return []


def credits_of(draft: Draft) -> list[str]:
    """Return whom a text names in its last lines, «خبرنگار: …», or alone in its first."""
    if len(draft.body) <= _CREDITS or any(map(tells_of_thing, draft.body[-_FACTS:])):
        return []
    return _credits_below(draft.body) or headed_by(
        draft.body, (draft.kicker, draft.title, draft.lead)
    )


def _credits_below(body: Sequence[str]) -> list[str]:
    """Return whom the last lines name, if none says what else someone did or said.

    «طراح صحنه: …» tells that the names are those of a play, and with the label of a speaker, who
    asks further up, the last question is no name: «خبرنگار: سخن پایانی».
    """
    lines = [line for line in body[-_CREDITS:] if ":" in line and not ends_sentence(line)]
    if [line.startswith(_LIST_MARKS) for line in lines] == [True, False]:
        lines = lines[1:]  # above is the last item of a list
    labels = tuple(f"{line.partition(':')[0]}:" for line in lines)
    found = [facts_of(line, Place.TEXT) for line in lines]
    if any(line.startswith(labels) for line in body[:-_CREDITS]):
        return []
    facts = [fact for fact in found if fact is not None]
    return [name for fact in facts for name in fact.authors] if len(facts) == len(found) else []


def _stories(page: Page, layout: Layout, draft: Draft) -> set[int]:
    """Return the items of lists of other stories on a page that states no code and no date.

    Some themes give the excerpts in a list the class of an article's body, so that the page has
    several bodies.
    """
    if draft.news_code or news_code_of(page.address) or shows_an_article(page):
        return set()
    if all(len(matches_of(page.top, selector)) < _EXCERPTS for selector in layout.body):
        return set()
    return other_stories(blocks_of(page.top), page)


def _dropped(body: LexborNode, layout: Layout) -> set[int]:
    """Return the `mem_id` of every element in a body that is not part of the text."""
    dropped = {form.mem_id for form in body.css("form") if _is_to_fill_in(form)}
    dropped |= polls_below(body)
    if layout.drop:
        dropped |= {found.mem_id for found in body.css(layout.drop)}
    return dropped


def _read_element(
    page: Page, layout: Layout, body: LexborNode, unseen: set[int], draft: Draft
) -> tuple[list[str], list[Image]]:
    """Return the paragraphs and pictures of one element; nothing for a list of other stories."""
    blocks = blocks_of(body, unseen=unseen)
    if layout.lines:
        blocks = [block for block in blocks if fold(block.text) not in layout.lines]
    if is_listing(blocks, page, draft.title, draft.news_code):
        return [], []
    if not (draft.news_code or news_code_of(page.address)):
        draft.news_code = code_of_lines(block.spaced for block in blocks if _states_code(block))
    pictures = _pictures(page, body, unseen, draft)
    captions = [image.caption for image in draft.images]
    captions += [image.caption for image, _ in pictures]
    paragraphs = paragraphs_of(
        blocks,
        apart=(draft.title, draft.kicker, draft.lead),
        captions=captions,
        code=draft.news_code,
        url=page.address,
    )
    kept = set(paragraphs)
    left = [b for b in blocks if b.links and not b.is_caption and b.text not in kept]
    return paragraphs, [
        image for image, href in pictures if not leads_to_headline(href, left, page)
    ]


def _states_code(block: Block) -> bool:
    """Return whether a line is the code's, or one of labels with the code among them."""
    return names_a_code(block.text) and judge_block(block) is not None


def _is_to_fill_in(form: LexborNode) -> bool:
    """Return whether a form in the body is a widget: it has fields, and hardly any prose.

    Text pasted from an ASP.NET page brings along that page's form, which has only hidden fields.
    """
    if form.css_first("textarea, select, button, input:not([type=hidden])") is None:
        return False
    return sum(block.is_prose for block in blocks_of(form)) <= _NOTE


def _pictures(
    page: Page, body: LexborNode, unseen: set[int], draft: Draft
) -> list[tuple[Image, str]]:
    """Return the pictures in the body, each with the address to which it leads.

    Those in dropped elements and banners are not among them.
    """
    found: dict[str, tuple[Image, str]] = {}
    for node in body.css("img"):
        if (unseen and is_within(node, unseen, body)) or is_advertisement(node, page.address):
            continue
        if image := image_of(node, (draft.title, draft.lead)):
            found[image.url] = image, link_around(node)
    return list(found.values())
