"""Tables and lists around the text of an unknown page that are furniture: facts, files, rates."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.things import tells_of_thing
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.persian.folding import fold

__all__ = ["are_rows_of_page", "is_label_of_widget", "rows_of_page_tables"]

# So many first rows show what a table is.
_SEEN: Final = 12
_LONGEST_LABEL: Final = 30


def rows_of_page_tables(prose: Prose) -> set[int]:
    """Return the lines of tables above and below the text that are not part of it."""
    article = prose.known_article
    tables: dict[int, list[int]] = defaultdict(list)
    for index in prose.article_range():
        block = prose.blocks[index]
        if block.kind == "tr" and not article.first <= index <= article.last:
            table = next((node for node in prose.chain(index) if node.tag == "table"), block.node)
            tables[table.mem_id].append(index)
    return {
        index
        for rows in tables.values()
        if are_rows_of_page([prose.blocks[at] for at in rows[:_SEEN]], prose)
        for index in rows
    }


def are_rows_of_page(rows: Sequence[Block], prose: Prose) -> bool:
    """Return whether rows are mostly facts about the article, or begin like a widget."""
    if any(tells_of_thing(_as_line(row)) for row in rows):
        return False
    of_page = sum(map(_is_row_of_page, rows))
    return 2 * of_page > len(rows) or (bool(rows) and is_label_of_widget(rows[0].text, prose))


def is_label_of_widget(line: str, prose: Prose) -> bool:
    """Return whether a line, or the first cell of a row, heads what pages show beside any text.

    Rates, weather, files; a label that the text has, too, heads a part of it.
    """
    label = fold(line.partition(" | ")[0])
    if len(label) > _LONGEST_LABEL or not label.startswith(_widgets()):
        return False
    title = [prose.title_at] if prose.title_at is not None else []
    told = " ".join(fold(prose.blocks[at].text) for at in (*title, *prose.known_article.at))
    return not any(label.startswith(name) and name in told for name in _widgets())


@cache
def _widgets() -> tuple[str, ...]:
    return tuple(map(fold, generic_data()["widgets"]["labels"]))


def _is_row_of_page(row: Block) -> bool:
    """Return whether a row is a label and its value, such as «خبرنگار | رضا کریمی»."""
    label = row.text.partition(" | ")[0]
    if row.text.count(" | ") != 1 or find_date(label) is not None:
        return False
    line = _as_line(row)
    return facts_of(line) is not None or judge_line(line) is not None


def _as_line(row: Block) -> str:
    """Return a row with a colon behind its label."""
    label, _, value = row.text.partition(" | ")
    return f"{label.rstrip(' :')}: {value}"
