"""Boxes of other stories among an article's paragraphs: a headline that is a link, and its teaser.

A list of such boxes is recognised by its repeated items (`storylists`); one or two boxes on their
own are recognised by what they are: an element of few lines that opens with a headline.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import has_words_of_headline
from cleaners.boxes.storylists import is_story_headline
from cleaners.identity import host_of, news_code_of, path_of
from cleaners.links import is_own_address, leads_to_another_story
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.persian.folding import fold, fold_each

__all__ = ["boxed_lines"]

# A box has at most this many lines for each headline (kicker, headline, date, teaser), and in all.
_LINES: Final = 4
_MOST_LINES: Final = 12
# How many elements above its lines a box may be.
_LEVELS: Final = 8
# The link to a story is at most this many lines below its headline: teaser and date are between.
_BELOW: Final = 3
# At most this many lines stand above the headline in its box: a kicker or a label.
_ABOVE: Final = 1
# Elements that are parts of a text, whatever they contain.
_TEXT: Final = frozenset(("blockquote", "dl", "details", "p"))
# A step of a path that begins with the number of a story: «/910100», «/81234-title».
_NUMBERED: Final = re.compile(r"/\d{4}")


def boxed_lines(
    blocks: Sequence[Block], url: str | None, *, title_at: int | None = None
) -> set[int]:
    """Return the indexes of the lines of a text that belong to boxes of other stories.

    A text with more than half of it under linked headlines, such as a review of the day's news, has
    no boxes. `url` is the page's own address, `title_at` the index of its title; no box holds that.
    """
    heads = {at for at, block in enumerate(blocks) if _heads(block, url)}
    heads |= set(_heads_of_teasers(blocks, url))
    if not heads:
        return set()
    held = _lines_held(blocks)
    boxed = {at for head in heads for at in _box(head, heads, blocks, held, title_at)}
    boxed |= {head for head in heads if head != title_at and _is_card(blocks[head], held, url)}
    inside = sum(len(blocks[at].text) for at in boxed)
    return boxed if 2 * inside <= sum(len(block.text) for block in blocks) else set()


def _heads(block: Block, url: str | None) -> bool:
    """Return whether a line is a headline that leads to another story.

    The story is on the same site, or its address has a news code: a linked heading may also belong
    to the text and lead to a law, a course or a form.
    """
    if not block.links or not is_story_headline(block, url):
        return False
    own, code = host_of(url or ""), news_code_of(url)
    return all(
        not href.startswith(("http:", "https:", "//"))
        or host_of(href) == own
        or leads_to_another_story(href, code, url)
        for href in block.links
    )


def _heads_of_teasers(blocks: Sequence[Block], url: str | None) -> Iterator[int]:
    """Yield the headings without links whose link stands below their teaser: «ادامه مطلب».

    A box of the text, about a course or a law, has a short heading, or a link that says so.
    """
    for at, block in enumerate(blocks):
        if not (
            block.is_only_links and fold(block.text) in _read_on() and _is_of_story(block, url)
        ):
            continue
        above = range(max(0, at - _BELOW), at)
        head = next((up for up in reversed(above) if blocks[up].is_heading), None)
        if head is not None and not blocks[head].links and has_words_of_headline(blocks[head].text):
            yield head


@cache
def _read_on() -> frozenset[str]:
    return frozenset(fold_each(generic_data()["read_more"]["buttons"]))


def _is_of_story(block: Block, url: str | None) -> bool:
    """Return whether all links of a line lead to stories, by their codes or numbers."""
    code = news_code_of(url)
    return all(
        (leads_to_another_story(href, code, url) or _NUMBERED.search(path_of(href)))
        and not is_own_address(href, url)
        for href in block.links
    )


def _lines_held(blocks: Sequence[Block]) -> dict[int, list[int]]:
    """Return the lines in each element close around a line, by the element's `mem_id`."""
    held: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        for node in _close_around(block):
            held.setdefault(node.mem_id, []).append(at)
    return held


def _is_card(block: Block, held: dict[int, list[int]], url: str | None) -> bool:
    """Return whether a line is a heading in a link to a story, alone in a box: `<div><a><h4>…`.

    A linked heading of the text has the link inside, and stands beside its paragraphs. A button
    looks like a card, but leads to a form or a course.
    """
    link = block.node.parent if block.is_heading and block.kind != "h1" else None
    box = link.parent if link is not None and link.tag == "a" else None
    if box is None or box.tag != "div" or len(held.get(box.mem_id, ())) != 1:
        return False
    return _is_of_story(block, url)


def _close_around(block: Block) -> Iterator[LexborNode]:
    node: LexborNode | None = block.node
    for _ in range(_LEVELS):
        if node is None or node.tag == "body":
            return
        yield node
        node = node.parent


def _box(
    head: int,
    heads: Collection[int],
    blocks: Sequence[Block],
    held: dict[int, list[int]],
    title_at: int | None,
) -> Sequence[int]:
    """Return the lines of the widest element that is the box of the headline at `head`.

    Empty for a link or a heading on its own: where it leads decides whether it is dropped (see
    `_is_card`). A link with its date is a box by itself.
    """
    has_date = bool(blocks[head].links) and not blocks[head].is_only_links
    found: Sequence[int] = (head,) if has_date else ()
    for node in _close_around(blocks[head]):
        lines = held[node.mem_id]
        headlines = [at for at in lines[: _MOST_LINES + 1] if at in heads]
        if len(lines) > min(_LINES * len(headlines), _MOST_LINES) or title_at in lines:
            break
        prose = [at for at in lines if blocks[at].is_prose]
        above = lines.index(headlines[0])
        if (
            node.tag not in _TEXT
            and len(lines) > len(headlines) >= len(prose)
            and (above == 0 or (above <= _ABOVE and blocks[lines[0]].may_be_label))
            # Once its own box is found, a card does not grow upwards, except into a box of several
            # cards, which may have a heading of its own.
            and (len(found) <= 1 or lines[0] == found[0] or len(headlines) > 1)
            # A teaser has its own element; `<p><a>…</a><br>…</p>` is a paragraph of the text.
            and all(blocks[at].node.mem_id != node.mem_id for at in prose)
        ):
            found = lines
    return found
