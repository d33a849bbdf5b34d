"""Articles made of short lines only: results, poems, notices of a few short sentences."""

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import shows_an_article
from cleaners.generic.headerlines import is_date_line
from cleaners.generic.prose import Prose
from cleaners.identity import news_code_of
from cleaners.lines.boilerplate import is_publishers_note, judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.sentences import ends_or_introduces
from cleaners.markup.blocks import Block

__all__ = ["short_lines"]

# Lines count from this many characters on; words in menus and most labels are shorter.
_SHORTEST: Final = 20
# An article has at least this many such lines, and characters in them.
_FEWEST: Final = 2
_LEAST: Final = 100
# A notice is a sentence and a list or a table, with fewer characters in all.
_LEAST_OF_NOTICE: Final = 80
_SHORTEST_SENTENCE: Final = 30
# The day of publication is one of so many lines below the title.
_NEAR: Final = 3
_ROWS: Final = frozenset(("li", "tr", "td", "dt", "dd"))
_LISTS: Final = _ROWS | frozenset(("ul", "ol", "dl", "table", "thead", "tbody", "figure"))
# The only sentence of an item has at least this many characters.
_SENTENCE: Final = 60
# This many lines below the title are looked through.
_REACH: Final = 60


def short_lines(prose: Prose) -> list[Block]:
    """Return the short lines below the title that make an article on a page without running text.

    They stand side by side with hardly a link in them, and the page says that it is an article: in
    its head, by the news code in its address, or by its day below the title. Otherwise the result
    is empty.
    """
    page, at = prose.page, prose.title_at
    if at is None:
        return []
    below = prose.blocks[at + 1 : at + 1 + _NEAR]
    is_dated = any(is_date_line(line) and "امروز" not in line.text for line in below)
    if not (shows_an_article(page) or news_code_of(page.address) or is_dated):
        return []
    groups: dict[int, list[Block]] = {}
    for index in range(at + 1, min(at + 1 + _REACH, prose.end, len(prose.blocks))):
        block = prose.blocks[index]
        if _is_link(block) or block.is_caption or prose.is_left_out(index):
            continue
        if judge_line(block.text) or is_publishers_note(block.text):
            continue
        if facts_of(block.spaced) or is_date_line(block):
            continue
        groups.setdefault(_box_of(block), []).append(block)
    lines = max(groups.values(), key=lambda lines: sum(len(b.text) for b in lines), default=[])
    while lines and lines[-1].is_heading:  # of what is below: «از همین دفتر»
        lines.pop()
    long = [block for block in lines if len(block.text) >= _SHORTEST]
    enough = len(long) >= _FEWEST and sum(len(block.text) for block in long) >= _LEAST
    if (enough and 2 * len(long) >= len(lines)) or _is_notice(lines):
        return lines
    sentences = [b for b in long if len(b.text) >= _SENTENCE and b.text.endswith(".")]
    return sentences if len(sentences) == len(long) == 1 else []


def _box_of(block: Block) -> int:
    """Return the `mem_id` of the element around a paragraph, or around its list or table."""
    node: LexborNode | None = block.node
    if block.kind not in _ROWS:
        node = block.node.parent
    while node is not None and node.tag in _LISTS:
        node = node.parent
    return node.mem_id if node is not None else 0


def _is_notice(lines: list[Block]) -> bool:
    """Return whether lines are a sentence and a list or a table below it."""
    if not lines or sum(len(block.text) for block in lines) < _LEAST_OF_NOTICE:
        return False
    first, *rest = lines
    opens = len(first.text) >= _SHORTEST_SENTENCE and ends_or_introduces(first.text)
    return opens and sum(block.kind in _ROWS for block in rest) >= _FEWEST


def _is_link(block: Block) -> bool:
    """Return whether more than half of a line is a link; a name in a signature is less."""
    return bool(block.links) and (block.linked == 0 or 2 * block.linked > len(block.text))
