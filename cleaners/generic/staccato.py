"""Texts of short lines: paragraphs of which hardly one is as long as running text is."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.facts import facts_of
from cleaners.markup.blocks import Block
from cleaners.markup.tree import up_to

__all__ = ["named_lines", "staccato_lines"]

# Characters. A menu's words are shorter, and so are most labels.
_SHORTEST: Final = 20
# Lines and characters that make a text.
_FEWEST: Final = 3
_FEWEST_BESIDE_TABLE: Final = 2
_LEAST: Final = 120
# The share of the lines that end a sentence; subheadings and names stand among them.
_SENTENCES: Final = 0.6
_SENTENCE: Final = re.compile(r"[.!؟…»]\s*$")
# Among so many long lines the short ones need no help to be text.
_LONG: Final = 0.25
# Elements whose lines are no paragraphs.
_NO_PARAGRAPHS: Final = frozenset(
    ("tr", "td", "th", "li", "dt", "h1", "h2", "h3", "h4", "h5", "h6")
)


def staccato_lines(blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of short lines that are a text together.

    They stand side by side, in elements of one kind, without links, and most end a sentence.
    """
    groups: dict[tuple[str, int], list[int]] = {}
    for index, block in enumerate(blocks):
        if block.kind in _NO_PARAGRAPHS or block.links or block.is_caption:
            continue
        if len(block.text) >= _SHORTEST and facts_of(block.spaced) is None:
            groups.setdefault(block.place, []).append(index)
    tables = _letters_of_tables(blocks)
    found: set[int] = set()
    for (_, parent), group in groups.items():
        ends = sum(_SENTENCE.search(blocks[index].text) is not None for index in group)
        beside = tables.get(parent, 0)
        are_enough = len(group) >= (_FEWEST_BESIDE_TABLE if beside else _FEWEST)
        if are_enough and ends >= _SENTENCES * len(group) and _is_text(group, blocks, beside):
            found.update(group)
    return found


def _letters_of_tables(blocks: Sequence[Block]) -> dict[int, int]:
    """Return how many letters the tables in an element have, by the element's `mem_id`."""
    found: dict[int, int] = {}
    for block in blocks:
        if block.kind == "tr":
            table = next((node for node in up_to(block.node) if node.tag == "table"), None)
            if table is not None and table.parent is not None:
                key = table.parent.mem_id
                found[key] = found.get(key, 0) + len(block.text)
    return found


def named_lines(blocks: Sequence[Block], bodies: Iterable[LexborNode]) -> set[int]:
    """Return the indexes of short lines in elements that the markup itself calls the body."""
    named = {node.mem_id for node in bodies}
    inside: dict[int, list[int]] = {}
    for index, block in enumerate(blocks) if named else ():
        around = next((node.mem_id for node in up_to(block.node) if node.mem_id in named), None)
        if around is not None and not block.links and not block.is_caption:
            inside.setdefault(around, []).append(index)
    return {index for group in inside.values() if _is_text(group, blocks) for index in group}


def _is_text(group: Sequence[int], blocks: Sequence[Block], beside: int = 0) -> bool:
    """Return whether short lines are enough for a text, and long ones few among them.

    `beside` counts the letters of what belongs to them.
    """
    long = sum(blocks[index].is_prose for index in group)
    letters = sum(len(blocks[index].text) for index in group) + beside
    return letters >= _LEAST and long <= _LONG * len(group)
