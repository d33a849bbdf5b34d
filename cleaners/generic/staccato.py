"""Texts of short lines: hardly any of their paragraphs is as long as those of running text."""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.facts import facts_of
from cleaners.lines.sentences import ends_paragraph, ends_sentence
from cleaners.lines.sharedwords import shared_words
from cleaners.lines.verbs import tells_a_saying
from cleaners.markup.blocks import Block
from cleaners.markup.tree import up_to

__all__ = ["named_lines", "staccato_lines"]

# Lines count from this many characters on; words in menus and most labels are shorter.
_SHORTEST: Final = 20
# A text has at least this many such lines, and characters in them.
_FEWEST: Final = 3
_FEWEST_BESIDE_TABLE: Final = 2
_LEAST: Final = 120
# At least this share of the lines end a sentence; the others are subheadings and names.
_SENTENCES: Final = 0.6
_SHORTEST_SENTENCE: Final = 30
# If more than this share of the lines is long, the text is found by these.
_LONG: Final = 0.25
# Elements whose lines are not paragraphs.
_NO_PARAGRAPHS: Final = frozenset(
    ("tr", "td", "th", "li", "dt", "h1", "h2", "h3", "h4", "h5", "h6")
)


def staccato_lines(blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of short lines that together make a text.

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
        ends = sum(ends_paragraph(blocks[index].text) for index in group)
        beside = tables.get(parent, 0)
        are_enough = len(group) >= (_FEWEST_BESIDE_TABLE if beside else _FEWEST)
        if are_enough and ends >= _SENTENCES * len(group) and _is_text(group, blocks, beside):
            found.update(group)
    return found


def _letters_of_tables(blocks: Sequence[Block]) -> dict[int, int]:
    """Return how many letters the tables in each element have, by the element's `mem_id`."""
    found: dict[int, int] = {}
    for block in blocks:
        if block.kind == "tr":
            table = next((node for node in up_to(block.node) if node.tag == "table"), None)
            if table is not None and table.parent is not None:
                key = table.parent.mem_id
                found[key] = found.get(key, 0) + len(block.text)
    return found


def named_lines(
    blocks: Sequence[Block], bodies: Sequence[LexborNode], about: str | None
) -> set[int]:
    """Return the indexes of short lines in elements that the markup itself calls the body.

    On the page of an article, the only element with the property `articleBody` may hold just a
    sentence that tells what somebody said, or, where the page has no other text, that shares a word
    with what the page is `about`.
    """
    named = {node.mem_id for node in bodies}
    inside: dict[int, list[int]] = {}
    for index, block in enumerate(blocks) if named else ():
        around = next((node.mem_id for node in up_to(block.node) if node.mem_id in named), None)
        if around is not None and not block.links and not block.is_caption:
            inside.setdefault(around, []).append(index)
    found = {index for group in inside.values() if _is_text(group, blocks) for index in group}
    if found or not about:
        return found
    body = [node.mem_id for node in bodies if node.attributes.get("itemprop") == "articleBody"]
    return _short_report(inside.get(body[0], []), blocks, about) if len(body) == 1 else found


def _short_report(lines: Sequence[int], blocks: Sequence[Block], about: str) -> set[int]:
    """Return the indexes of the sentences of a body, if all are short and they are a report."""
    if any(blocks[index].is_prose for index in lines):
        return set()
    told = {index: blocks[index].text for index in lines if _is_short_sentence(blocks[index].text)}
    if any(map(tells_a_saying, told.values())):
        return set(told)
    if any(block.is_prose for block in blocks):
        return set()  # notes: «برای دیدن فیلم روی دکمه پخش بزنید.»
    return set(told) if shared_words(" ".join(told.values()), about) else set()


def _is_short_sentence(text: str) -> bool:
    return len(text) >= _SHORTEST_SENTENCE and ends_sentence(text)


def _is_text(group: Sequence[int], blocks: Sequence[Block], beside: int = 0) -> bool:
    """Return whether a group of lines has enough letters for a text, and few long lines.

    `beside` counts letters beside the lines that belong to them, in tables.
    """
    long = sum(blocks[index].is_prose for index in group)
    letters = sum(len(blocks[index].text) for index in group) + beside
    return letters >= _LEAST and long <= _LONG * len(group)
