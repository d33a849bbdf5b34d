"""Find the title of an unknown page: the line that says the same as the page's head.

The head may name only the site, and the site's name may have a heading of its own, so a line that
names the site is not the title. If nothing else helps, it is the nearest heading above the text.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final
from urllib.parse import unquote, urlsplit

from cleaners.dates.parsing import find_date
from cleaners.identity import path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.invocations import is_invocation
from cleaners.lines.sitenames import TITLE_PARTS
from cleaners.links import is_own_address
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import any_called
from cleaners.markup.page import Page
from cleaners.markup.sitenames import is_site_name, names_site, title_of_head
from cleaners.markup.tree import up_to
from cleaners.persian.folding import fold

__all__ = [
    "find_title",
    "heading_above",
    "leads_elsewhere",
    "line_above",
    "only_heading",
]

_MOST_WORDS: Final = 6
# Nearly all headlines have at least this many letters, menus and labels fewer. A shorter headline
# must equal a part of the page's head, and be the only `<h1>` or a heading that is a link to the
# page itself: «میرا».
_SHORTEST: Final = 8
_SHORTEST_REFERENCE: Final = 2
_LONGEST: Final = 400
# A heading and a reference at least this similar are the same headline: sites cut and escape it.
_ALIKE: Final = 0.85
# What headings are worth, and lines that are not headings.
_WORTH: Final = {"h1": 1.0, "h2": 0.95, "h3": 0.85, "h4": 0.75}
_LINE_WORTH: Final = 0.5
# What the parts of <title> and the slug are worth, compared with what names only the title.
_PART_WORTH: Final = 0.8
# A line that ends like this is a sentence or a label; a headline may ask or exclaim, though.
_ENDS_OTHERWISE: Final = (".", ":", "؛", "،")
# This many pieces of a title, of this many letters each, are looked for in a line.
_PIECE: Final = 5
_PIECES: Final = 8
# No line ends by chance with a title of at least this many letters.
_SURELY: Final = 20
# A heading stands at most _NEAR lines above its text, not counting boxes of links between them, and
# at most _FARTHEST lines in all.
_NEAR: Final = 12
_FARTHEST: Final = 40
# A line is at most this many elements deep in its heading, itself included.
_DEEPEST: Final = 4


def find_title(
    page: Page, blocks: Sequence[Block], is_left_out: Callable[[int], bool]
) -> int | None:
    """Return the index of the line that says the same as meta, JSON-LD, `<title>` or the slug.

    `is_left_out` returns, for the index of a line, whether it is in a menu or a list of stories.
    """
    references = _folded(_references(page))
    if not references:
        return None
    best, at = 0.0, None
    only = only_heading(page, blocks)
    for index, block in enumerate(blocks):
        may_be_short = index == only or _links_to_itself(block, page)
        shortest = _SHORTEST_REFERENCE if may_be_short else _SHORTEST
        if not shortest <= len(block.text) <= _LONGEST:
            continue
        score = _score(block, references, page)
        if score > best and not names_site(block, page) and not is_left_out(index):
            best, at = score, index
    if at is None or not _has_title_below(blocks[at:], page) or is_left_out(at + 1):
        return at
    return at + 1


def _has_title_below(lines: Sequence[Block], page: Page) -> bool:
    """Return whether the first of `lines` is a kicker, which the head may have for a title.

    It ends with a colon or is called one, and the second is a heading of no lower rank.
    """
    if len(lines) < 2:
        return False
    kicker, title = lines[:2]
    is_called_one = any_called(kicker.holders, "kicker")
    kind = _heading_tag(title) if is_called_one or _introduces(kicker) else None
    if kind is None or _WORTH[kind] < _WORTH.get(_heading_kind(kicker), 0.0):
        return False
    is_other = any(any_called(title.holders, field) for field in ("lead", "kicker"))
    if is_other or leads_elsewhere(title, page) or names_site(title, page):
        return False
    return _reads_as_headline(title) and (is_called_one or not _is_subheading(kind, lines[2:]))


def _is_subheading(kind: str, below: Sequence[Block]) -> bool:
    """Return whether a heading is one of several in the text, or stands above the page's date."""
    text = next((at for at, block in enumerate(below) if block.is_prose), len(below))
    if any(find_date(block.text) for block in below[:text][:_NEAR]):
        return True
    return any(
        _heading_tag(block) == kind and following.is_prose for block, following in pairwise(below)
    )


def only_heading(page: Page, blocks: Sequence[Block]) -> int | None:
    """Return the index of the page's only `<h1>` that does not name the site."""
    found = [i for i, o in enumerate(blocks) if o.kind == "h1" and not names_site(o, page)]
    return found[0] if len(found) == 1 else None


def heading_above(
    page: Page, blocks: Sequence[Block], first: int, heads_a_list: Callable[[int], bool]
) -> int | None:
    """Return the index of the nearest heading above the text, `<h1>` before `<h2>` and so on.

    `heads_a_list` returns, for the index of a line, whether it announces a list of other stories.
    """
    near = _lines_above(blocks, first, _NEAR)
    for kinds in (("h1",), ("h2",), ("h3", "h4")):
        for index in near:
            block = blocks[index]
            if _heading_kind(block) not in kinds or len(fold(block.text)) < _SHORTEST:
                continue
            if judge_line(block.text) or facts_of(block.text) or heads_a_list(index):
                continue  # a label, such as «بیشتر بخوانید», or a date
            if not names_site(block, page) and not leads_elsewhere(block, page):
                return index + 1 if _is_kicker_of(blocks[index:first]) else index
    return None


def _introduces(block: Block) -> bool:
    """Return whether a line ends as kickers do."""
    return block.text.endswith((":", "؛"))


def _is_kicker_of(lines: Sequence[Block]) -> bool:
    """Return whether the first of `lines` is a kicker with a colon, and the title is the second."""
    if len(lines) < 2 or not _introduces(lines[0]):
        return False
    title = lines[1]
    return len(title.text) >= _SHORTEST and not title.links and _reads_as_headline(title)


def _lines_above(blocks: Sequence[Block], first: int, count: int) -> list[int]:
    """Return the indexes of the lines above the text, the nearest first.

    Boilerplate, dates, codes and «بسم الله …» do not count, and links only if they are headings.
    """
    above = range(first - 1, max(-1, first - 1 - _FARTHEST), -1)
    return list(islice((index for index in above if _may_be_above(blocks[index])), count))


def _may_be_above(block: Block) -> bool:
    if is_invocation(block.text):
        return False
    return block.is_heading or not (
        block.is_only_links or judge_line(block.text) or facts_of(block.text)
    )


def line_above(
    page: Page, blocks: Sequence[Block], first: int, is_left_out: Callable[[int], bool]
) -> int | None:
    """Return the index of the nearest line above the text that reads like a headline.

    For pages without headings, if their head has nothing but a name. A title in the head with as
    many words as the line takes precedence, unless the line's element is called a title.
    """
    blanks = (title_of_head(page) or "").count(" ")
    for index in _lines_above(blocks, first, _NEAR // 2):
        block = blocks[index]
        if block.links or len(block.text) > _LONGEST // 2 or block.text.count(" ") <= 2:
            continue
        if blanks >= min(block.text.count(" "), _MOST_WORDS) and not any_called(
            block.holders, "title"
        ):
            continue
        if _reads_as_headline(block) and not is_left_out(index) and not names_site(block, page):
            return index
    return None


def _reads_as_headline(block: Block) -> bool:
    """Return whether a line is neither a sentence, a date, a button nor a caption."""
    return not (
        block.text.endswith(_ENDS_OTHERWISE)
        or block.is_prose
        or block.is_caption
        or find_date(block.text)
        or judge_line(block.text, context="head")
        or facts_of(block.text)
    )


def _links_to_itself(block: Block, page: Page) -> bool:
    """Return whether a heading is a link to the page that it stands on, as on blogs."""
    own = page.address
    return (
        len(block.links) == 1
        and block.is_only_links
        and _heading_tag(block) is not None
        and bool(path_of(block.links[0]))
        and is_own_address(block.links[0], own)
    )


def leads_elsewhere(block: Block, page: Page) -> bool:
    """Return whether a heading is a link to another page, like the headlines in a list."""
    own = page.address
    return block.is_only_links and not any(
        is_own_address(href, own) or not path_of(href) for href in block.links
    )


def _heading_tag(block: Block) -> str | None:
    """Return the tag of the heading that a line is or stands in."""
    if block.kind in _WORTH:
        return block.kind
    around = islice(up_to(block.node), _DEEPEST)
    return next((node.tag for node in around if node.tag in _WORTH), None)


def _heading_kind(block: Block) -> str:
    """Return the tag of the heading around a line, `h2` if it is called a title, or its own tag."""
    if tag := _heading_tag(block):
        return tag
    is_title = any_called(block.holders, "title") and not any_called(block.holders, "under_title")
    return "h2" if is_title else block.kind


def _references(page: Page) -> list[tuple[str, float]]:
    """Return the titles that head and address give, and how far each is to be trusted."""
    titles = [*page.ld_texts("headline"), page.meta("og:title"), page.meta("headline")]
    titles += [page.meta("twitter:title", "dc.title"), page.title_tag]
    wholes = [text for text in titles if text]
    found = [(text, 1.0) for text in wholes]
    found += [(part, _PART_WORTH) for text in wholes for part in TITLE_PARTS.split(text)]
    found += [(text, _PART_WORTH) for text in _slug(page.address)]
    return [(text, worth) for text, worth in found if not is_site_name(text, page)]


def _folded(titles: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return each title that is long enough once, folded, with the greatest of its worths."""
    found: dict[str, float] = {}
    for title, worth in titles:
        text = fold(title)
        if len(text) >= _SHORTEST_REFERENCE:
            found[text] = max(worth, found.get(text, 0.0))
    return list(found.items())


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


def _score(block: Block, references: Sequence[tuple[str, float]], page: Page) -> float:
    """Return how likely a line is the title; 0 if it is not."""
    folded = fold(block.text)
    if len(folded) < _SHORTEST and (
        all(folded != text for text, _ in references) or judge_line(block.text, context="run")
    ):
        return 0.0
    likeness = max(_likeness(folded, reference) * worth for reference, worth in references)
    if not likeness and block.is_heading:  # a long kicker may precede it in the same heading
        ends = (len(text) >= _SURELY and folded.endswith(text) for text, _ in references)
        likeness = _ALIKE if any(ends) else 0.0
    if likeness < _ALIKE * _PART_WORTH:
        return 0.0
    worth = _WORTH.get(_heading_kind(block), _LINE_WORTH)
    # A copy of the title in a list of links is not the title itself.
    if worth < _WORTH["h3"] and leads_elsewhere(block, page):
        worth /= 2
    return likeness * worth


@lru_cache(maxsize=64)
def _pieces(text: str) -> tuple[str, ...]:
    """Return pieces of a text, at least one of which is in every text that is much like it."""
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
        return 0.0  # avoids nearly all of the comparing
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _ALIKE or (ratio := matcher.ratio()) < _ALIKE:
        return 0.0
    return ratio
