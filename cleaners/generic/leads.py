"""The lead (لید) of a page that no rule knows: recognised by its name, place or layout."""

from collections.abc import Sequence
from typing import Final

from cleaners.draft import Draft
from cleaners.generic.headerlines import is_called_around, is_date_line, share_parent
from cleaners.generic.leadshapes import begins_apart
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import is_attributed, nearly_repeats
from cleaners.lines.invocations import is_invocation
from cleaners.lines.sentences import ends_paragraph
from cleaners.lines.sharedwords import shared_words
from cleaners.lines.verbs import ends_with_verb
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import is_called
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import blocks_of
from cleaners.persian.folding import fold

__all__ = ["find_lead", "lead_by_description"]

_LEAD_LENGTH: Final = range(20, 1500)
_SHORTEST_DESCRIPTION: Final = 20
# This many letters distinguish one paragraph from the others.
_OPENING: Final = 40
# A heading with at least this many characters that ends a sentence says more than a subheading.
_SHORTEST_SENTENCE: Final = 40
# A lone line of prose above the body is the lead if it is at most this many lines below the title.
_NEAR: Final = 12
# A summary stands at most so many lines below a second headline.
_BESIDE: Final = 2
# A line with this many words of a text is about it.
_SHARED: Final = 2


def lead_by_description(page: Page, draft: Draft) -> str | None:
    """Return the line between title and body that says the same as the page's description.

    For pages whose layout has moved its lead. Usually the description repeats the body's opening
    and reveals no lead, so few pages need to be searched.
    """
    description = fold(page.meta("og:description", "description") or "")
    opening = fold(draft.body[0][: 2 * _OPENING])[:_OPENING]
    if len(description) < _OPENING or not draft.title or description.startswith(opening):
        return None
    title = fold(draft.title)
    below_title = False
    for block in blocks_of(page.top):
        folded = fold(block.text)
        if below_title and folded.startswith(opening):
            return None
        if below_title and len(folded) >= _OPENING and _say_the_same(description, folded):
            return block.text
        below_title = below_title or folded == title
    return None


def _say_the_same(description: str, line: str) -> bool:
    """Return whether one of two folded texts begins with the other: sites may cut either short."""
    return description.startswith(line) or line.startswith(description)


def find_lead(page: Page, prose: Prose, draft: Draft) -> str | None:
    """Return the lead: a line or an element of its own between title and text.

    It is called a lead; or it says the same as the page's description and stands outside the body;
    or it is the only running text between title and body; or it is a heading as long as a
    paragraph.
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
    may_be = [
        index
        for index in range(start, min(first + 3, len(prose.blocks)))
        if _may_be_lead(prose.blocks[index], draft)
        and not prose.is_listed(index)
        and index not in prose.boxed
    ]
    for index in may_be:
        block = prose.blocks[index]
        if _is_called_lead(block, prose):
            if block.is_heading and len(block.text) < _SHORTEST_SENTENCE:
                # A second headline may be called a subtitle, and the summary stand below it.
                others = (prose.blocks[at] for at in may_be if index < at <= index + _BESIDE)
                called = (o.text for o in others if _is_called_lead(o, prose))
                return next(filter(ends_paragraph, called), block.text)
            return block.text
        if not is_attributed(block.text) and (
            index == alone or _is_described(prose, index, description) or _stands_out(prose, index)
        ):
            return block.text
    if at is None:
        return None
    return _lone_sentence(prose, draft, start, first) or _second_headline(prose, draft, at)


def _is_called_lead(block: Block, prose: Prose) -> bool:
    return is_called_around(block, "lead") and not _holds_body(block, prose)


def _is_described(prose: Prose, index: int, description: str) -> bool:
    """Return whether a line says the same as the page's description, and is no part of the body.

    It stands outside of the body, or is a heading; or it is all of the description, and a quotation
    or in the title's own box.
    """
    block = prose.blocks[index]
    folded = fold(block.text)
    if len(description) < _SHORTEST_DESCRIPTION or not _say_the_same(description, folded):
        return False
    if block.is_heading or not prose.is_in_main(index):
        return True
    return folded == description and (_is_quoted(block) or _is_in_the_titles_box(prose, index))


def _stands_out(prose: Prose, index: int) -> bool:
    """Return whether a line is laid out as a lead: unlike the text below it, or as a heading."""
    block, first = prose.blocks[index], prose.known_article.first
    if index == first and begins_apart(prose):
        return True
    if not block.is_heading or not ends_paragraph(block.text):
        return False
    return block.is_prose or (index < first and len(block.text) >= _SHORTEST_SENTENCE)


def _second_headline(prose: Prose, draft: Draft, at: int) -> str | None:
    """Return a second headline right below the title and outside of the body.

    It is called so; or it is a smaller heading that ends with a verb, as no label of a box does. It
    shares a word with the title, or some with the text, as no slogan of the site does.
    """
    index = at + 1
    if index >= prose.known_article.first or prose.is_in_main(index) or prose.is_listed(index):
        return None
    block, title = prose.blocks[index], prose.blocks[at]
    is_lower = block.is_heading and title.is_heading and title.kind < block.kind
    tells = is_lower and ends_with_verb(block.text)
    if block.links or not (tells or is_called_around(block, "under_title")):
        return None
    # A short first sentence may be none of the known text.
    below = range(index + 1, prose.known_article.last + 1)
    text = " ".join(prose.blocks[i].text for i in below if not prose.is_listed(i))
    is_about = shared_words(block.text, title.text) or shared_words(block.text, text) >= _SHARED
    is_lead = is_about and share_parent(block, title) and _may_be_lead(block, draft)
    return block.text if is_lead else None


def _is_quoted(block: Block) -> bool:
    """Return whether a line is a quotation, as which some themes show the lead."""
    around = block.node.parent
    return "blockquote" in (block.kind, around.tag if around is not None else None)


def _is_in_the_titles_box(prose: Prose, index: int) -> bool:
    """Return whether a line shares an element with the title that none of the other lines is in."""
    if prose.title_at is None or prose.title_at > index:
        return False
    around = {node.mem_id for node in prose.chain(prose.title_at)}
    box = next((node.mem_id for node in prose.chain(index) if node.mem_id in around), None)
    others = [at for at in prose.known_article.at if at != index]
    return bool(others) and all(
        box is not None and node.mem_id != box for at in others for node in prose.chain(at)
    )


def _lone_sentence(prose: Prose, draft: Draft, start: int, first: int) -> str | None:
    """Return the only short sentence between title and body."""
    between = [
        prose.blocks[index]
        for index in range(start, min(first, start + _NEAR))
        if not prose.is_listed(index) and index not in prose.boxed and not prose.is_in_main(index)
    ]
    sentences = [
        block.text
        for block in between
        if ends_paragraph(block.text) and not block.links and _may_be_lead(block, draft)
    ]
    return sentences[0] if len(sentences) == 1 else None


def _by_profile(prose: Prose, selectors: Sequence[str], start: int, stop: int) -> str | None:
    """Return the first line between `start` and `stop` that a learned selector leads to."""
    for selector in selectors:
        keys = {node.mem_id for node in prose.page.tree.css(selector)}
        for index in range(start, min(stop, len(prose.blocks))):
            if prose.blocks[index].node.mem_id in keys and not prose.recurs(index):
                return prose.blocks[index].text
    return None


def _may_be_lead(block: Block, draft: Draft) -> bool:
    if len(block.text) not in _LEAD_LENGTH or block.linked > len(block.text) / 2:
        return False
    title = fold(draft.title or "")
    if is_invocation(block.text):
        return False
    if block.is_caption or fold(block.text) in (title, fold(draft.kicker or "") + title):
        return False
    if block.is_heading and nearly_repeats(block.text, draft.title or ""):
        return False
    return judge_line(block.text, context="head") is None and not is_date_line(block)


def _lone_prose(prose: Prose, start: int, first: int) -> int | None:
    """Return the index of the only line of prose between title and body, near the title."""
    between = [c for c in prose.clusters if start <= c.first and c.last < first]
    groups = [c for c in between if not prose.boxed.issuperset(c.at)]
    if len(groups) == 1 and len(groups[0].at) == 1 and groups[0].first - start <= _NEAR:
        return groups[0].first
    return None


def _holds_body(block: Block, prose: Prose) -> bool:
    """Return whether the element that is called a lead is in fact the body."""
    chains = prose.known_article.chains
    for node in (block.node, *ancestors(block.node)[:2]):
        if is_called(node, "lead"):
            key = node.mem_id
            held = sum(1 for chain in chains if any(n.mem_id == key for n in chain))
            return held > 1 and 2 * held > len(chains)
    return False
