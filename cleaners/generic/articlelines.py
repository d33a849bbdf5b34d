"""Which lines of an unknown page are the article's, from its title to its end."""

from collections.abc import Sequence, Set
from datetime import datetime
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.generic.ending import is_stray, surely_below
from cleaners.generic.headerlines import is_date_line, is_fact_of_thing, says_event
from cleaners.generic.prose import Prose
from cleaners.generic.strangers import strangers
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import Place, facts_of
from cleaners.markup.blocks import Block

__all__ = ["article_lines"]

# Between the cells of a row.
_CELLS: Final = " | "


def article_lines(prose: Prose) -> list[Block]:
    """Return the lines of the article's element, from the title to the end of the article."""
    strange = strangers(prose) | prose.boxed
    inside = [index for index in prose.article_range() if prose.is_in_main(index)]
    surely = surely_below(inside, prose)
    kept: list[Block] = []
    heading: int | None = None  # the last line, if it is a stray heading
    for index in inside:
        block = prose.blocks[index]
        above, heading = heading, None
        if index in strange or prose.is_left_out(index):
            continue
        if is_date_line(block) and not _is_day_in_text(index, kept, surely, prose):
            continue
        if prose.recurs(index) or prose.heads_a_list(index):
            continue
        if index in surely or not is_stray(index, prose, surely):
            if above == index - 1 and prose.blocks[above].place[1] == _place_of(block):
                kept.append(prose.blocks[above])
            kept.append(block)
        elif _may_be_subheading(block):
            heading = index
    return kept


def _may_be_subheading(block: Block) -> bool:
    """Return whether a line is a heading, and neither a link, boilerplate nor a credit."""
    if not block.is_heading or block.links:
        return False
    return judge_line(block.text) is None and facts_of(block.spaced) is None


def _place_of(block: Block) -> int:
    """Return the `mem_id` of the element that a line stands in; of an item, that of its list."""
    around = block.node.parent if block.kind == "li" else None
    if around is not None and around.parent is not None:
        return around.parent.mem_id
    return block.place[1]


def _is_day_in_text(index: int, above: Sequence[Block], surely: Set[int], prose: Prose) -> bool:
    """Return whether a line with a date is part of the text, not the day of publication.

    It is that of an event, in a row of a table whose other rows are alike, or a day with more than
    one line `above` it and a paragraph below.
    """
    if above and (_says_event(prose.blocks[index]) or _is_row_of_data(prose.blocks, index)):
        return True
    is_within = index < prose.known_article.last
    if above and (is_within or index in surely) and is_fact_of_thing(prose.blocks, index):
        return True
    return is_within and len(above) > 1 and not _has_a_time(prose.blocks[index])


def _says_event(block: Block) -> bool:
    """Return whether the words before a line's date say that something happens on it."""
    found = find_date(block.spaced)
    return found is not None and says_event(block.spaced.partition(found[1])[0])


def _is_row_of_data(lines: Sequence[Block], index: int) -> bool:
    """Return whether a line is a row of cells beside one of as many, and no fact about the page."""
    row = lines[index]
    cells = row.text.count(_CELLS)
    if row.kind != "tr" or row.links or not cells:
        return False
    labelled = row.text.replace(_CELLS, ": ", 1)
    if judge_line(labelled) is not None or facts_of(labelled, Place.TEXT) is not None:
        return False
    beside = (*lines[index - 1 : index], *lines[index + 1 : index + 2])
    return any(line.kind == "tr" and line.text.count(_CELLS) == cells for line in beside)


def _has_a_time(block: Block) -> bool:
    found = find_date(block.spaced)
    return found is not None and isinstance(found[0], datetime)
