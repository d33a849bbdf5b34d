"""More of a text beside the element that holds its prose: short sentences in boxes like it."""

import re
from collections.abc import Container, Sequence
from itertools import islice, takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster
from cleaners.generic.pagelines import PageLines
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.sharedwords import shared_words
from cleaners.lines.verbs import tells_a_saying
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.markup.tree import up_to

__all__ = ["parts_below", "sentences_beside"]

# Where words end in the name of a class: `col-8`, `mb_2`, `span12`.
_PARTS: Final = re.compile(r"[^a-z]")

# A paragraph's own box has at most this many elements between itself and the line.
_LEVELS: Final = 3
_SHORTEST_SENTENCE: Final = 20
# One may be the name of the city, as in a footer: «نشانی ما: سمنان، …».
_FEWEST_SHARED: Final = 2

type _Look = tuple[str, str | None]


def parts_below(
    page: PageLines, main: LexborNode, article: Cluster, lines: range, title_at: int
) -> frozenset[int]:
    """Return the `mem_id` of each element beside `main`, which holds `article`, with more of it.

    They have the same class, which is not only that of a framework, and short sentences that look
    the same and share a word with the text: each paragraph may be in a box of its own, and a box of
    other stories may part a text. Elements that hold the title, too, hold other parts of the page.
    `lines` are the indexes of the lines below the article.
    """
    looks = {_look_of(page.blocks[index]) for index in article.at}
    text = " ".join(page.blocks[index].text for index in (title_at, *article.at))
    around_title = {node.mem_id for node in page.chain(title_at)}
    for box in (main, main.parent):
        if box is None or box.parent is None or not _is_named(box):
            continue
        if box.parent.mem_id in around_title:
            break
        parts = _lines_alike_below(box, page, lines)
        going_on = [at for at, (_, part) in enumerate(parts) if _goes_on_in(part, looks)]
        more = " ".join(block.text for at in going_on for block in parts[at][1])
        if shared_words(more, text):  # up to the last of these, a quotation may look otherwise
            upper = parts[: going_on[-1] + 1]
            return frozenset(key for key, part in upper if not _holds_more(part))
    return frozenset()


def sentences_beside(page: PageLines, box: LexborNode, lines: range) -> frozenset[int]:
    """Return the `mem_id` of elements beside `box`, which holds a paragraph, with short sentences.

    Each paragraph is in an element of its own, all alike; between them, subheadings and quotations
    belong to the text, which a link ends. They share two words with the paragraph, or one if they
    tell what somebody said. The uppermost may be the lead, unless it tells that. `lines` are the
    indexes of the lines that may be text.
    """
    around = box.parent.mem_id if box.parent is not None else None
    look = _attributes(box)
    held: dict[int, list[Block]] = {}
    alike = {box.mem_id}
    for index in lines:
        for node in islice(up_to(page.blocks[index].node), _LEVELS):
            if node.parent is not None and node.parent.mem_id == around:
                held.setdefault(node.mem_id, []).append(page.blocks[index])
                if _attributes(node) == look:
                    alike.add(node.mem_id)
    if len(held.get(box.mem_id, ())) != 1:
        return frozenset()
    keys = list(held)
    at = keys.index(box.mem_id)
    above = takewhile(lambda key: not _holds_more(held[key]), reversed(keys[:at]))
    below = takewhile(lambda key: not _holds_more(held[key]), keys[at + 1 :])
    found: set[int] = set()
    for side, may_lead in ((list(above), True), (list(below), False)):
        ends = [n for n, key in enumerate(side, 1) if key in alike and _is_sentence(held[key])]
        if ends and may_lead and not tells_a_saying(held[side[ends[-1] - 1]][0].text):
            ends.pop()
        found.update(side[: ends[-1]] if ends else ())
    told = [held[key][0].text for key in found if key in alike]
    fewest = 1 if any(map(tells_a_saying, told)) else _FEWEST_SHARED
    is_about = shared_words(" ".join(told), held[box.mem_id][0].text) >= fewest
    return frozenset(found) if is_about else frozenset()


def _is_sentence(lines: Sequence[Block]) -> bool:
    text = lines[0].text
    return len(lines) == 1 and len(text) >= _SHORTEST_SENTENCE and ends_sentence(text)


def _attributes(node: LexborNode) -> tuple[str | None, ...]:
    return node.tag, node.attributes.get("class"), node.attributes.get("style")


def _is_named(box: LexborNode) -> bool:
    """Return whether an element has a class that is not one of a framework, as any box has."""
    names = (box.attributes.get("class") or "").lower().split()
    words: Sequence[str] = generic_data()["framework"]["words"]
    return not all(_PARTS.split(name)[0] in words for name in names)


def _lines_alike_below(
    box: LexborNode, page: PageLines, lines: range
) -> list[tuple[int, list[Block]]]:
    """Return the elements below `box` with the same tag and classes, by `mem_id`, and their lines.

    They stand beside it; those that hold none of `lines` are left out.
    """
    held: dict[int, list[Block]] = {}
    names, below = box.attributes.get("class"), box.next
    while below is not None:
        if below.tag == box.tag and below.attributes.get("class") == names:
            held[below.mem_id] = []
        below = below.next
    for index in lines if held else ():
        for node in page.chain(index):
            if node.mem_id in held:
                held[node.mem_id].append(page.blocks[index])
    return [(key, part) for key, part in held.items() if part]


def _goes_on_in(blocks: Sequence[Block], looks: Container[_Look]) -> bool:
    """Return whether lines are short, look as one of `looks`, and end sentences."""
    return (
        all(ends_sentence(block.text) for block in blocks)
        and all(_look_of(block) in looks for block in blocks)
        and not _holds_more(blocks)
    )


def _holds_more(blocks: Sequence[Block]) -> bool:
    """Return whether lines have links, or are prose, which is grouped in other ways."""
    return any(block.links or block.is_prose for block in blocks)


def _look_of(block: Block) -> _Look:
    return block.kind, block.node.attributes.get("class")
