"""What belongs to the text of an unknown page and stands between lead and body."""

from collections.abc import Sequence
from typing import Final

from cleaners.generic.headerlines import dated_part, is_date_line
from cleaners.generic.pagetables import furniture_around, is_label_of_widget
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.markup.blocks import Block
from cleaners.persian.folding import fold

__all__ = ["lines_below_lead"]

# A summary of more lines is something else.
_MOST: Final = 20
_FEWEST: Final = 2


def lines_below_lead(prose: Prose, lead: str | None) -> list[Block]:
    """Return the items of a list, or the rows of a table, between lead and text.

    A heading may stand above them. None if anything else, such as a fact about the article, stands
    among them.
    """
    first = prose.known_article.first
    start = prose.title_at + 1 if prose.title_at is not None else first
    near = range(max(start, first - _MOST), first) if lead else ()
    at = next((index for index in near if prose.blocks[index].text == lead), None)
    if at is None:
        return []
    lines = [
        index
        for index in range(at + 1, first)
        if not prose.is_in_main(index) and not prose.blocks[index].is_caption
    ]
    parts = lines[1:] if lines and prose.blocks[lines[0]].is_heading else lines
    if len(parts) < _FEWEST or not all(_is_part_of_text(index, prose) for index in parts):
        return []
    return [] if _are_furniture(lines, parts, prose) else [prose.blocks[i] for i in lines]


def _are_furniture(lines: Sequence[int], parts: Sequence[int], prose: Prose) -> bool:
    """Return whether `parts`, `lines` without their heading, are no text, by label or content.

    They are a box, a table of contents, a widget, or a table of facts about the article.
    """
    heading = prose.blocks[lines[0]].text
    if judge_line(heading, context="head") is not None or is_label_of_widget(heading, prose):
        return True
    around = [prose.blocks[index] for index in prose.article_range()]
    headings = {fold(block.text) for block in around if block.is_heading}
    is_of_contents = all(fold(prose.blocks[index].text) in headings for index in parts)
    return is_of_contents or not furniture_around(prose).isdisjoint(parts)


def _is_part_of_text(index: int, prose: Prose) -> bool:
    """Return whether a line is an item of several words, or a row of a table, without links."""
    block = prose.blocks[index]
    if block.links or prose.is_left_out(index) or prose.is_listed(index) or index in prose.boxed:
        return False
    if is_date_line(block) or dated_part(block) is not None or facts_of(block.spaced) is not None:
        return False
    if judge_line(block.text, context="head") is not None:
        return False
    return block.kind == "tr" or (block.kind == "li" and block.text.count(" ") >= _FEWEST)
