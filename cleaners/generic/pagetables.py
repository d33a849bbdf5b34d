"""Tables and lists around the text of an unknown page that are furniture: facts, files, rates."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.things import tells_of_thing
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import class_words, generic_data, names_of
from cleaners.persian.folding import fold, fold_words

__all__ = ["furniture_around", "is_label_of_widget"]

# So many first rows show what a table is.
_SEEN: Final = 12
_LONGEST_LABEL: Final = 30


def furniture_around(prose: Prose) -> set[int]:
    """Return the lines of tables and widgets above and below the text that are not part of it."""
    article = prose.known_article
    found: set[int] = set()
    tables: dict[int, list[int]] = defaultdict(list)
    is_apart = cache(lambda name: _is_apart(name, prose))
    for index in prose.article_range():
        if article.first <= index <= article.last:
            continue
        chain = list(takewhile(lambda node: node.mem_id not in prose.around, prose.chain(index)))
        names = (name for node in chain for name in class_words(names_of(node)))
        if any(name in _called() and is_apart(name) for name in names):
            found.add(index)
        elif prose.blocks[index].kind == "tr":
            table = next((node for node in chain if node.tag == "table"), prose.blocks[index].node)
            tables[table.mem_id].append(index)
    for rows in tables.values():
        if _are_rows_of_page([prose.blocks[at] for at in rows[:_SEEN]], prose):
            found.update(rows)
    return found


@cache
def _called() -> dict[str, tuple[str, ...]]:
    called: dict[str, list[str]] = generic_data()["widgets"]["called"]
    return {name: tuple(map(fold, stems)) for name, stems in called.items()}


def _is_apart(name: str, prose: Prose) -> bool:
    """Return whether a widget of that name shows something else than the text is about."""
    words = (word for text in _told(prose) for word in fold_words(text))
    return not any(word.startswith(_called()[name]) for word in words)


def _told(prose: Prose) -> list[str]:
    title = [prose.title_at] if prose.title_at is not None else []
    return [prose.blocks[at].text for at in (*title, *prose.known_article.at)]


def _are_rows_of_page(rows: Sequence[Block], prose: Prose) -> bool:
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
    told = " ".join(map(fold, _told(prose)))
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
