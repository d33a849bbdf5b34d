"""Find the title of an unknown page: the line that says what the page's head says.

The head may name only the site, and the site's name may stand in a heading of its own, so what
names the site is no title; without anything to go by, the nearest heading above the text is it.
"""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.identity import is_own_address, path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.sitenames import TITLE_PARTS
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import any_called
from cleaners.markup.page import Page
from cleaners.markup.sitenames import is_site_name, names_site, title_of_head
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = [
    "find_title",
    "heading_above",
    "leads_elsewhere",
    "line_above",
    "only_heading",
    "title_in_line",
]

_MOST_WORDS: Final = 6
# Nearly all headlines have more letters, menus and labels fewer; a shorter one must be the only
# `<h1>`, and say just what a part of the page's head does: «میرا».
_SHORTEST: Final = 8
_SHORTEST_TOLD: Final = 2
_LONGEST: Final = 400
# How alike a heading and a reference must be to be the same headline: sites cut and escape it.
_ALIKE: Final = 0.85
# What a heading is worth against a line that is none.
_WORTH: Final = {"h1": 1.0, "h2": 0.95, "h3": 0.85, "h4": 0.75}
_LINE_WORTH: Final = 0.5
# What the parts of <title> and the slug are worth against what names the title alone.
_PART_WORTH: Final = 0.8
# A sentence, or a label, and no headline.
_ENDS_OTHERWISE: Final = re.compile(r"[.:؛،]\s*$")
# Letters of a piece, and how many pieces of a title are looked for in a line.
_PIECE: Final = 5
_PIECES: Final = 8
# Letters of a title that no other line ends with by chance.
_SURELY: Final = 20
# How far above the text its heading stands, in lines; boxes of links between them do not count, up
# to so many lines.
_NEAR: Final = 12
_FARTHEST: Final = 40


def find_title(
    page: Page, blocks: Sequence[Block], is_left_out: Callable[[int], bool]
) -> int | None:
    """Return the index of the line that says what meta, JSON-LD, `<title>` or the slug say.

    `is_left_out` tells lines of menus and story lists by their index.
    """
    told = [(fold(text), worth) for text, worth in _references(page)]
    told = [(text, worth) for text, worth in told if len(text) >= _SHORTEST_TOLD]
    if not told:
        return None
    best, at = 0.0, None
    only = only_heading(page, blocks)
    for index, block in enumerate(blocks):
        shortest = _SHORTEST_TOLD if index == only else _SHORTEST
        if not shortest <= len(block.text) <= _LONGEST:
            continue
        score = _score(block, told, page)
        if score > best and not names_site(block, page) and not is_left_out(index):
            best, at = score, index
    return at


def only_heading(page: Page, blocks: Sequence[Block]) -> int | None:
    """Return the index of the page's only `<h1>` that does not name the site."""
    found = [i for i, o in enumerate(blocks) if o.kind == "h1" and not names_site(o, page)]
    return found[0] if len(found) == 1 else None


def heading_above(
    page: Page, blocks: Sequence[Block], first: int, heads_a_list: Callable[[int], bool]
) -> int | None:
    """Return the index of the nearest heading above the text, the widest kind first.

    `heads_a_list` tells by its index whether a line announces a list of other stories.
    """
    near = _lines_above(blocks, first, _NEAR)
    for kinds in (("h1",), ("h2",), ("h3", "h4")):
        for index in near:
            block = blocks[index]
            if heading_kind(block) not in kinds or len(fold(block.text)) < _SHORTEST:
                continue
            if judge_line(block.text) or facts_of(block.text) or heads_a_list(index):
                continue  # a label, such as «بیشتر بخوانید», or a date
            if not names_site(block, page) and not leads_elsewhere(block, page):
                return index + 1 if _is_kicker_of(blocks[index:first]) else index
    return None


def _is_kicker_of(lines: Sequence[Block]) -> bool:
    """Return whether the first of `lines` is a kicker with a colon, and the title is the second."""
    if len(lines) < 2 or not lines[0].text.endswith((":", "؛")):
        return False
    title = lines[1]
    return len(title.text) >= _SHORTEST and not title.links and _reads_as_headline(title)


def _lines_above(blocks: Sequence[Block], first: int, count: int) -> list[int]:
    """Return the indexes of the lines above the text, nearest first, boilerplate not counted.

    Nor are dates and codes; links count where they are headings.
    """
    above = (
        index
        for index in range(first - 1, max(-1, first - 1 - _FARTHEST), -1)
        if blocks[index].is_heading
        or not (
            blocks[index].is_only_links
            or judge_line(blocks[index].text)
            or facts_of(blocks[index].text)
        )
    )
    return list(islice(above, count))


def line_above(
    page: Page, blocks: Sequence[Block], first: int, is_left_out: Callable[[int], bool]
) -> int | None:
    """Return the index of the nearest line above the text that reads as a headline.

    For pages without headings whose head tells nothing but a name: what the head tells counts
    as long as it has as many words as the line, unless the line's element is called a title.
    """
    told = (title_of_head(page) or "").count(" ")
    for index in _lines_above(blocks, first, _NEAR // 2):
        block = blocks[index]
        if block.links or len(block.text) > _LONGEST // 2 or block.text.count(" ") <= 2:
            continue
        if told >= min(block.text.count(" "), _MOST_WORDS) and not any_called(
            block.holders, "title"
        ):
            continue
        if _reads_as_headline(block) and not is_left_out(index) and not names_site(block, page):
            return index
    return None


def _reads_as_headline(block: Block) -> bool:
    """Return whether a line may be a headline by its words: no sentence, date, button or caption."""
    return not (
        _ENDS_OTHERWISE.search(block.text)
        or block.is_prose
        or block.is_caption
        or find_date(block.text)
        or judge_line(block.text, context="head")
        or facts_of(block.text)
    )


def leads_elsewhere(block: Block, page: Page) -> bool:
    """Return whether a heading is a link to another page, as the headlines of a list are."""
    own = page.address
    return block.is_only_links and not any(
        is_own_address(href, own) or not path_of(href) for href in block.links
    )


def title_in_line(page: Page, block: Block) -> tuple[str | None, str]:
    """Split a heading that holds kicker and title; return (kicker or None, title).

    What the head tells is the title where the line ends with it; else a heading of two elements
    is one of each.
    """
    line = block.text
    told = [*page.ld_texts("headline"), page.meta("og:title"), page.title_tag]
    if any(fold(line) in fold(text) for text in told if text):
        return _two_parts(block) or (None, line)  # «جشن انار در رودبار | گزارش تصویری»
    parts = [part for text in told if text for part in (text, *TITLE_PARTS.split(text))]
    for text in parts:
        if len(text) >= _SHORTEST and line.endswith(text) and line != text:
            return line.removesuffix(text).strip() or None, text
    if any(fold(text) == fold(line) for text in parts):
        return None, line
    return _two_parts(block) or (None, line)


def _two_parts(block: Block) -> tuple[str, str] | None:
    """Return the texts of a heading that is made of two elements and nothing else."""
    node: LexborNode | None = block.node
    while node is not None and node.tag not in _WORTH:
        node = node.parent
    if node is None:
        return None
    texts = [field_text(child) for child in node.iter()]
    if len(texts) != 2 or not all(texts) or len(texts[0]) > _LONGEST // 2:
        return None
    return (texts[0], texts[1]) if fold(texts[0] + texts[1]) == fold(block.text) else None


def heading_kind(block: Block) -> str:
    """Return the tag of the heading that a line stands in, `h2` for one called so, or its own."""
    if block.kind in _WORTH:
        return block.kind
    node = block.node
    for _ in range(4):
        if node.tag in _WORTH:
            return node.tag
        if node.parent is None:
            break
        node = node.parent
    return "h2" if any_called(block.holders, "title") else block.kind


def _references(page: Page) -> list[tuple[str, float]]:
    """Return what head and address say of the title, and how far each is to be trusted."""
    sure = [*page.ld_texts("headline"), page.meta("og:title"), page.meta("headline")]
    sure += [page.meta("twitter:title", "dc.title")]
    told = [(text, 1.0) for text in sure if text]
    wholes = [*(text for text, _ in told), *filter(None, [page.title_tag])]
    told += [(page.title_tag, 1.0)] if page.title_tag else []
    told += [(part, _PART_WORTH) for text in wholes for part in TITLE_PARTS.split(text)]
    told += [(text, _PART_WORTH) for text in _slug(page.address)]
    return [(text, worth) for text, worth in told if not is_site_name(text, page)]


def _slug(url: str | None) -> list[str]:
    """Return the last part of the path as words, where it has several."""
    if not url:
        return []
    try:
        last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        return []
    words = last.removesuffix(".html").replace("-", " ").replace("_", " ")
    return [words] if words.count(" ") >= 2 else []


def _score(block: Block, told: Sequence[tuple[str, float]], page: Page) -> float:
    """Return how likely a line is the title: 0 for none."""
    folded = fold(block.text)
    if len(folded) < _SHORTEST and (
        all(folded != text for text, _ in told) or judge_line(block.text, context="run")
    ):
        return 0.0
    likeness = max(_likeness(folded, reference) * worth for reference, worth in told)
    if not likeness and block.is_heading:  # a long kicker may stand before it in the same heading
        ends = (len(text) >= _SURELY and folded.endswith(text) for text, _ in told)
        likeness = _ALIKE if any(ends) else 0.0
    if likeness < _ALIKE * _PART_WORTH:
        return 0.0
    worth = _WORTH.get(heading_kind(block), _LINE_WORTH)
    # A copy of the title in a list of links is not the title itself.
    if worth < _WORTH["h3"] and leads_elsewhere(block, page):
        worth /= 2
    return likeness * worth


@lru_cache(maxsize=64)
def _pieces(text: str) -> tuple[str, ...]:
    """Return pieces of a text, of which one at least is in every text much like it."""
    step = max(_PIECE, len(text) // _PIECES)
    return tuple(text[at : at + _PIECE] for at in range(0, len(text) - _PIECE + 1, step))


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter >= max(_SURELY, longer // 2) and (one in other or other in one):
        return max(_ALIKE, shorter / longer)
    if longer - shorter > 0.3 * longer:
        return 0.0
    if not any(piece in one for piece in _pieces(other)):
        return 0.0  # saves nearly all of the comparing
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _ALIKE or (ratio := matcher.ratio()) < _ALIKE:
        return 0.0
    return ratio
