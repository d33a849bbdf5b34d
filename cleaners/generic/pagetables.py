"""Tables and lists around the text of an unknown page that are furniture: facts, files, rates."""

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import takewhile
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.generic.prose import Prose
from cleaners.generic.widgets import subject_named, subject_of_label
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.reasons import DATE_LABEL, FILED, NEWS_CODE, TOOL_BUTTON
from cleaners.lines.things import tells_of_thing
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import class_words, names_of

__all__ = ["furniture_around", "is_label_of_widget"]

# So many first rows show what a table is.
_SEEN: Final = 12
# Facts about an article beside its authors, and how many kinds of them make a table the page's.
_FACTS: Final = frozenset((NEWS_CODE, DATE_LABEL, TOOL_BUTTON))
_KINDS: Final = 2


def furniture_around(prose: Prose) -> set[int]:
    """Return the lines of tables and widgets above and below the text that are not part of it."""
    article = prose.known_article
    found: set[int] = set()
    tables: dict[int, list[int]] = defaultdict(list)
    called: dict[int, frozenset[str]] = {}
    for index in prose.article_range():
        if article.first <= index <= article.last:
            continue
        chain = list(takewhile(lambda node: node.mem_id not in prose.around, prose.chain(index)))
        for node in chain:
            if node.mem_id not in called:
                called[node.mem_id] = class_words(names_of(node))
        shown = subject_named(name for node in chain for name in called[node.mem_id])
        if shown is not None and shown not in prose.subjects:
            found.add(index)
        elif prose.blocks[index].kind == "tr":
            table = next((node for node in chain if node.tag == "table"), prose.blocks[index].node)
            tables[table.mem_id].append(index)
    for rows in tables.values():
        # Below the text, a section may be that of an event.
        facts = _FACTS | {FILED} if rows[-1] < article.first else _FACTS
        if _are_rows_of_page([prose.blocks[at] for at in rows[:_SEEN]], facts, prose):
            found.update(rows)
    return found


def is_label_of_widget(line: str, prose: Prose) -> bool:
    """Return whether a line, or the first cell of a row, heads what pages show beside any text.

    Rates, weather, files; where the text is about the same, these are part of it.
    """
    subject = subject_of_label(line)
    return subject is not None and subject not in prose.subjects


def _are_rows_of_page(rows: Sequence[Block], known: Set[str], prose: Prose) -> bool:
    """Return whether rows are only `known` facts about the article, or begin like a widget.

    Rows of one kind of facts may be the story's: days of an event, winners for a report. Counts of
    readers and of votes for the article are not.
    """
    if any(tells_of_thing(_as_line(row)) for row in rows):
        return False
    kinds = {_kind_of_fact(row, known) for row in rows}
    are_counts = kinds == {TOOL_BUTTON} and len(rows) >= _KINDS
    if are_counts or (len(kinds) >= _KINDS and None not in kinds):
        return True
    return bool(rows) and is_label_of_widget(rows[0].text, prose)


def _kind_of_fact(row: Block, known: Set[str]) -> str | None:
    """Return which fact about the article a label and its value are: «خبرنگار | رضا کریمی»."""
    label = row.text.partition(" | ")[0]
    if row.text.count(" | ") != 1 or find_date(label) is not None:
        return None
    line = _as_line(row)
    if (facts := facts_of(line)) is not None and facts.authors:
        return "authors"
    verdict = judge_line(line)
    return verdict.reason if verdict is not None and verdict.reason in known else None


def _as_line(row: Block) -> str:
    """Return a row with a colon behind its label."""
    label, _, value = row.text.partition(" | ")
    return f"{label.rstrip(' :')}: {value}"
