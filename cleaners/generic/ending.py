"""Where the text of an unknown page ends: which lines below its last paragraph belong to it.

Verses, items, signatures and tables stand below running text, and so do buttons, promotions and
the words of the footer.
"""

from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster
from cleaners.generic.headerlines import is_fact_of_thing
from cleaners.generic.pagetables import is_label_of_widget
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.credits import has_office
from cleaners.lines.endmarks import is_end_mark, split_end_mark
from cleaners.lines.facts import facts_of
from cleaners.lines.reasons import ADVERTISEMENT, ADVICE, APPEAL, DATE_LABEL
from cleaners.lines.sentences import ends_or_introduces
from cleaners.markup.blocks import Block
from cleaners.markup.truncation import ends_within

__all__ = ["is_stray", "surely_below", "without_offers"]

# A signature is shorter than this, in characters.
_SHORT: Final = 60
# A signature has at most this many lines: a name and an office.
_SIGNATURE: Final = 2
# The line with the author's name is at most this many lines below the text.
_FACTS_BELOW: Final = 4
# At most this many short lines below the last prose may be the end of the text.
_LONGEST_END: Final = 60
_PARAGRAPHS: Final = frozenset(("p", "li", "blockquote", "dd"))
_ROWS: Final = frozenset(("tr", "dt", "summary"))
# What advice and appeals have at most, in characters.
_LONGEST_OFFER: Final = {ADVICE: 150, APPEAL: 260}
# An item is two elements deep in the one that holds the text, a row of a table three; lines deeper
# than this are not beside the text.
_BESIDE: Final = 4
# Paragraphs in wrappers of their own are at most this deep in the element that holds them all.
_DEEPEST: Final = 4


def surely_below(inside: Sequence[int], prose: Prose) -> set[int]:
    """Return the lines below the last prose that surely continue the text.

    They stand beside its paragraphs, and above its end mark or another sentence.
    """
    blocks, article = prose.blocks, prose.known_article
    holders = _holders(article)
    wrappers = {_wrappers(chain, holders) for chain in article.chains}
    kinds = {blocks[at].kind for at in article.at} | _PARAGRAPHS
    beside = [
        at
        for at in inside
        if at > article.last
        and (blocks[at].kind in kinds or blocks[at].is_heading or blocks[at].kind == "tr")
        and not blocks[at].is_only_links
        and (
            _wrappers(_from_table(prose.chain(at)), holders) in wrappers
            or any(node.mem_id in prose.parts for node in prose.chain(at))
        )
    ]
    if prose.end < len(blocks) and is_end_mark(blocks[prose.end].text):
        return set(beside)
    for index in reversed(beside):
        text, is_marked = split_end_mark(blocks[index].text)
        if is_marked or (ends_or_introduces(text) and judge_line(text) is None):
            return {at for at in beside if at <= index}
    return set()


def is_stray(index: int, prose: Prose, surely: Set[int] = frozenset()) -> bool:
    """Return whether a line below the last prose is a button, a promotion or in the footer.

    A line that ends a sentence stays, and so does a signature: a line beside the last paragraph, in
    an element of the same kind or in one that holds the text but not the title. Lines of `surely`
    continue the text below its last prose.
    """
    article = prose.known_article
    block = prose.blocks[index]
    if block.kind == "tr":  # a table is judged as a whole
        table = next((node for node in prose.chain(index) if node.tag == "table"), None)
        first = prose.first_line_in(table) if table is not None else None
        index = first if first is not None else index
        if table is not None and not block.links and _is_beside_text(table, index, prose):
            return False
    if index <= article.last:
        return False
    if _breaks_off(index, prose):
        return False
    is_furniture = block.is_only_links or is_label_of_widget(block.text, prose)
    if is_furniture or _is_under_a_label(index, prose):
        return True
    if index <= article.last + _FACTS_BELOW and facts_of(block.spaced):
        return not has_office(block.text)  # of an author or of a guest: the authors will tell
    if prose.is_named or _goes_on(index, prose):
        return False
    if ends_or_introduces(block.text) or block.kind == "li":
        return False
    last = max((at for at in surely if at < index), default=article.last)
    is_next = index <= _end_of_list(last, prose) + _SIGNATURE
    return not (is_next and block.kind == prose.blocks[last].kind and len(block.text) < _SHORT)


def _breaks_off(index: int, prose: Prose) -> bool:
    """Return whether a line, in the element of the last prose, is where the page breaks off."""
    block, last = prose.blocks[index], prose.blocks[prose.known_article.last]
    is_beside = index == len(prose.blocks) - 1 and block.place == last.place
    return is_beside and not block.links and ends_within(prose.page, block.node)


def _end_of_list(index: int, prose: Prose) -> int:
    """Return the last item of the list that a line introduces, or the line itself."""
    if not prose.blocks[index].text.endswith(":"):
        return index
    while index + 1 < prose.end and prose.blocks[index + 1].kind == "li":
        index += 1
    return index


def without_offers(body: list[str]) -> list[str]:
    """Return the paragraphs of a text without last ones that offer advice or ask for donations."""
    stop = len(body)
    while stop > 1 and _is_offer(body[stop - 1]):
        stop -= 1
    return body[:stop]


def _is_offer(line: str) -> bool:
    verdict = judge_line(line, context="tail")
    return verdict is not None and len(line) <= _LONGEST_OFFER.get(verdict.reason, 0)


def _is_beside_text(table: LexborNode, first: int, prose: Prose) -> bool:
    """Return whether a table stands beside the last paragraphs, with nothing else between.

    `first` is the index of its first row. The table may be in a figure.
    """
    last = prose.known_article.last
    around = prose.blocks[last].node.parent
    box = table.parent
    if box is not None and box.tag == "figure":
        box = box.parent
    if around is None or around.tag == "body" or box is None or first < last:
        return False
    if first - last > _SIGNATURE or _is_under_a_label(first, prose):
        return False
    # Lines between `<br>`s have the table's parent as their own element.
    own = {around.mem_id, prose.blocks[last].node.mem_id}
    return box.mem_id in own and facts_of(prose.blocks[first].spaced) is None


def _from_table(chain: Sequence[LexborNode]) -> Sequence[LexborNode]:
    """Return the elements around a line; for a row, only its table and the elements around that."""
    at = next((n for n, node in enumerate(chain[:_BESIDE]) if node.tag == "table"), 0)
    return chain[at:] if chain[0].tag == "tr" else chain


def _holders(article: Cluster) -> set[int]:
    """Return the innermost elements that hold more than one line of the article."""
    held = Counter(node.mem_id for chain in article.chains for node in chain)
    found = (next((n for n in chain if held[n.mem_id] > 1), None) for chain in article.chains)
    return {node.mem_id for node in found if node is not None}


def _wrappers(
    chain: Sequence[LexborNode], holders: set[int]
) -> tuple[tuple[str | None, str | None], ...] | None:
    """Return tags and classes between a line and the holder around it; None without a holder.

    A quotation is a paragraph like those beside it.
    """
    for depth, node in enumerate(chain[:_DEEPEST]):
        if node.mem_id in holders:
            between = [inner for inner in chain[1:depth] if inner.tag != "blockquote"]
            return tuple((inner.tag, inner.attributes.get("class")) for inner in between)
    return None


def _is_under_a_label(index: int, prose: Prose) -> bool:
    """Return whether a label that is not text, such as «برچسب‌ها:», is between prose and line.

    Text goes on below an advertisement and below the day of an event.
    """
    below = prose.known_article.last + 1
    if index > below + _LONGEST_END:
        return True  # the text is unlikely to continue that far below
    between = prose.blocks[below:index]
    return any(
        line.may_be_label and (_is_label(at, prose) or is_label_of_widget(line.text, prose))
        for at, line in enumerate(between, below)
    )


def _is_label(index: int, prose: Prose) -> bool:
    verdict = judge_line(prose.blocks[index].text)
    if verdict is None or verdict.reason == ADVERTISEMENT:
        return False
    return not (verdict.reason == DATE_LABEL and is_fact_of_thing(prose.blocks, index))


def _goes_on(index: int, prose: Prose) -> bool:
    """Return whether all lines from the last prose to this one stand in the text's own element.

    That is, they are paragraphs, headings and items, without links, beside the last paragraph. In
    an element that also holds the title, and so perhaps the whole page, they must be of the same
    kind as that paragraph.
    """
    last = prose.known_article.last
    parent = prose.blocks[last].node.parent
    if parent is None or index > last + _LONGEST_END or prose.title_at is None:
        return False
    lines = list(enumerate(prose.blocks[last + 1 : index + 1], last + 1))
    if any(node.mem_id == parent.mem_id for node in prose.chain(prose.title_at)):
        own = prose.blocks[last]
        return own.kind == "p" and all(_is_alike(block, own) for _, block in lines)
    return all(
        (block.is_heading or block.kind in _PARAGRAPHS or block.kind in _ROWS)
        and not block.is_only_links
        and any(node.mem_id == parent.mem_id for node in prose.chain(at)[1:_BESIDE])
        for at, block in lines
    )


def _is_alike(block: Block, other: Block) -> bool:
    """Return whether a line has no links and the same tag, class and parent as another."""
    return (
        not block.links
        and block.place == other.place
        and block.node.attributes.get("class") == other.node.attributes.get("class")
    )
