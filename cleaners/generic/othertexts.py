"""Lines of an unknown page that belong to a quotation, a comment or another story's card."""

from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import SHORTEST_HEADLINE, is_story_link
from cleaners.dates.parsing import find_date
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.people import is_about_one_of
from cleaners.lines.sentences import ends_paragraph
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import holds_comments
from cleaners.markup.page import Page
from cleaners.markup.walking import blocks_of, field_text

__all__ = ["is_linked_headline", "is_of_another_text"]

# The headline is among so many lines above the name in a card, the words of a comment below it.
_NEAR: Final = 2
_SHORTEST: Final = 10
# How posts of networks are marked.
_POSTS: Final = frozenset(("twitter-tweet", "instagram-media"))


def is_of_another_text(prose: Prose, index: int) -> bool:
    """Return whether a line in or below the text tells who wrote another one, or when.

    It stands in a quotation with other lines, such as a post on Twitter. Or, below the text, it
    stands among comments; or, in a box that does not hold the article, below a headline that is a
    link; or it has a date, and sentences are below it that are not about the author.
    """
    article = prose.article
    if article is None or index <= article.first:
        return False
    chain = list(takewhile(lambda node: node.mem_id not in prose.around, prose.chain(index)))
    if any(node.tag == "blockquote" and _is_quotation(node, prose) for node in chain):
        return True
    if index <= article.last:
        return False
    if any(map(holds_comments, chain)):
        return True
    boxes = {node.mem_id for node in chain}

    def is_beside(at: int) -> bool:
        return any(node.mem_id in boxes for node in prose.chain(at))

    block = prose.blocks[index]
    above = range(max(article.last + 1, index - _NEAR), index + 1)
    if any(is_linked_headline(prose.blocks[at], prose.page) and is_beside(at) for at in above):
        return True
    if find_date(block.spaced) is None:
        return False
    facts = facts_of(block.spaced)
    if facts is not None and facts.published and not facts.authors:
        return False  # «تاریخ انتشار: …»
    below = range(index + 1, min(index + 1 + _NEAR, len(prose.blocks)))
    return any(
        len(prose.blocks[at].text) >= _SHORTEST
        and ends_paragraph(prose.blocks[at].text)
        and judge_line(prose.blocks[at].text) is None
        and not is_about_one_of(facts.authors if facts is not None else (), prose.blocks[at].text)
        and is_beside(at)
        for at in below
    )


def _is_quotation(quote: LexborNode, prose: Prose) -> bool:
    """Return whether a `<blockquote>` is a post or a part of the text, and no box for a label.

    Alone in it, «نویسنده: …» tells who wrote the text; a day does not tell when.
    """
    lines = blocks_of(quote)
    if len(lines) == 1:
        facts = facts_of(lines[0].spaced)
        return facts is None or not facts.authors
    if not _POSTS.isdisjoint((quote.attributes.get("class") or "").split()):
        return True
    quoted = sum(line.is_prose for line in lines)
    return 2 * quoted <= sum(line.is_prose for line in prose.blocks)


def is_linked_headline(block: Block, page: Page) -> bool:
    """Return whether one link in a line is as long as a headline; names of authors are shorter."""
    if not is_story_link(block, page):
        return False
    links = block.node.css("a[href]") if len(block.links) > 1 else []
    return not links or any(len(field_text(link)) >= SHORTEST_HEADLINE for link in links)
