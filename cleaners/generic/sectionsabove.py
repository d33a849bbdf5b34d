"""The sections of a page whose markup names none: links to them right above the title."""

import re
from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.generic.headerlines import share_parent
from cleaners.generic.prose import Prose
from cleaners.generic.sectionlinks import (
    MARKS,
    MOST_STEPS,
    are_siblings,
    entry_of,
    leads_off,
    leads_to_section,
    leads_to_story,
    may_name_section,
    share_folder,
    stands_apart,
)
from cleaners.generic.shown import BESIDE_TEXT, distance_to_header
from cleaners.identity import path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import BETWEEN_COLONS
from cleaners.lines.sitenames import TITLE_PARTS
from cleaners.links import leads_to_front
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.markup.page import Page
from cleaners.markup.sitenames import is_site_name
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["sections_above", "sections_among_facts"]

# The links are among the last lines above the title: date and kicker may stand between.
_ABOVE: Final = 4
_LONGEST_LINE: Final = 160
# In a step of the page's own path that may be a section's: not `en`, `1403`, `@name`.
_SHORTEST_STEP: Final = 3
_ONLY_LETTERS: Final = re.compile(r"[^\W\d]+(?:[-_][^\W\d]+)*")
_WORDS_ON_THE_WAY: Final = 3
_MARK: Final = re.compile(r"[»›>/❯←|]")
_MARKS_OF_MENUS: Final = frozenset("/|")
_BARS: Final = frozenset("|")
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")


def sections_above(prose: Prose) -> list[str]:
    """Return the names in a link to a section, or in two or three steps, right above the title."""
    at = prose.title_at if prose.title_at is not None else 0
    index, top = at - 1, max(0, at - _ABOVE)
    while index >= top:
        lines = _beside(prose, index)
        is_apart = prose.is_left_out(index) or prose.is_listed(index)
        if not is_apart and (names := _steps(lines, prose) or _in_colons(index, prose)):
            return names
        index = lines[0] - 1
    return []


def sections_among_facts(prose: Prose) -> list[str]:
    """Return the names in links to sections below the title, or beside a day above it.

    Only their addresses tell that they are sections; more of them than a path has steps are a menu.
    """
    at = prose.title_at
    if at is None or prose.article is None:
        return []
    below = range(at + 1, max(at + 1, prose.article.first))
    above = range(at - 1, max(-1, at - 1 - _ABOVE), -1)
    found = (
        names
        for index in (*below, *above)
        if (names := _among_facts(index, prose))
        and (index > at or find_date(prose.blocks[index].spaced) is not None)
    )
    return next(found, [])


def _among_facts(index: int, prose: Prose) -> list[str]:
    """Return the names in a line's links to sections, if it is a short row of facts."""
    block = prose.blocks[index]
    if not block.links or block.is_prose or len(block.text) > _LONGEST_LINE:
        return []
    if prose.is_left_out(index) or prose.is_listed(index) or index in prose.boxed:
        return []
    row = block.node.parent if block.kind == "li" and block.node.parent else block.node
    beside = row.css("a[href]")
    named = [node for node in _links_in(block) if leads_to_section(_href(node))]
    if not 0 < len(named) <= len(beside) <= MOST_STEPS:
        return []
    if any(_leads_away(_href(node), prose) for node in beside):
        return []
    if any(stands_apart(node, prose) for node in named):
        return []
    names = [field_text(node).strip(MARKS) for node in named]
    is_beside = distance_to_header(prose, index) < BESIDE_TEXT
    return names if is_beside and all(map(may_name_section, names)) else []


def _leads_away(href: str, prose: Prose) -> bool:
    """Return whether a link leads to another story or off the site."""
    own = prose.page.address
    return leads_to_story(href, own) or leads_off(href, own)


def _links_in(block: Block) -> list[LexborNode]:
    return block.node.css("a[href]") or [block.node]


def _href(link: LexborNode) -> str:
    return link.attributes.get("href") or ""


def _in_colons(index: int, prose: Prose) -> list[str]:
    """Return the name in a line that is one link with two colons on each side: «:: اخبار ::»."""
    block, own = prose.blocks[index], prose.page.address
    verdict, name = judge_line(block.text, context="above"), block.text.strip(": ")
    if verdict is None or verdict.reason != BETWEEN_COLONS or len(block.links) != 1:
        return []
    words = _NO_LETTERS.split(path_of(block.links[0]).lower())
    lists = {*generic_data()["section"]["lists"], *generic_data()["section"]["steps"]}
    is_other = lists.isdisjoint(words) or leads_off(block.links[0], own)
    return [name] if may_name_section(name) and not is_other else []


def _is_of_the_page(index: int, prose: Prose) -> bool:
    """Return whether only the page holds a line and the title, or an item is outside the article.

    That is, outside of what holds title and text. Paths without marks stand there, too, but seldom
    as a list.
    """
    entry, title = entry_of(prose), prose.title_at
    if title is None or share_parent(prose.blocks[index], prose.blocks[title]):
        return False
    around = {node.mem_id for node in prose.chain(title) if node.tag != "body"}
    own = {node.mem_id for node in prose.chain(index)}
    if around.isdisjoint(own):
        return True
    is_item = prose.blocks[index].kind == "li"
    return is_item and entry is not None and entry.tag != "body" and entry.mem_id not in own


def _beside(prose: Prose, index: int) -> list[int]:
    """Return the lines that end with the given one and are links side by side: a path, a menu."""
    lines = [index]
    is_apart = prose.is_left_out(index)
    while lines[0] and prose.blocks[index].links:
        above = prose.blocks[lines[0] - 1]
        if not above.links or not share_parent(above, prose.blocks[index]):
            break
        if prose.is_left_out(lines[0] - 1) is not is_apart:
            break
        lines.insert(0, lines[0] - 1)
    return lines


def _steps(at: Sequence[int], prose: Prose) -> list[str]:
    """Return the names in the lines at some indexes, if they are nothing but links to sections."""
    lines = [prose.blocks[index] for index in at]
    text = " ".join(block.text for block in lines)
    links = [href for block in lines for href in block.links]
    left = len(text) - sum(block.linked for block in lines)
    if left > len(_MARK.findall(text)) + 2 * len(links) + len(lines):
        return []
    if any(_leads_away(href, prose) for href in links):
        return []
    nodes = [node for block in lines for node in _links_in(block)]
    if any(stands_apart(node, prose) for node in nodes):
        return []
    steps = [
        (name, href)
        for node in nodes
        if (href := _href(node)) and not leads_to_front(href)
        if (name := field_text(node).strip(MARKS))
    ]
    if not 0 < len(steps) <= MOST_STEPS or not all(may_name_section(name) for name, _ in steps):
        return []
    addresses = [href for _, href in steps]
    is_beside = distance_to_header(prose, at[0]) < BESIDE_TEXT
    is_known = is_beside and all(_is_on_the_way(*step, prose.page) for step in steps)
    if is_known or _is_path(addresses, text, apart=_is_of_the_page(at[0], prose)):
        return [name for name, _ in steps]
    return []


def _is_on_the_way(name: str, href: str, page: Page) -> bool:
    """Return whether the page's own path goes on from that of an address: `/car/`, `/car/5612-x`.

    In `/news/5612`, the first step is that of all stories; others are a language's, a day's, the
    site's own or a blogger's.
    """
    path = path_of(href)
    step = path.rpartition("/")[2].lower()
    if len(step) < _SHORTEST_STEP or not _ONLY_LETTERS.fullmatch(step):
        return False
    if step in generic_data()["section"]["of_all"] or name.count(" ") >= _WORDS_ON_THE_WAY:
        return False
    site = TITLE_PARTS.split(page.title_tag or "")[-1]
    if is_site_name(name, page) or fold(name) == fold(site):
        return False
    return path_of(page.address or "").startswith(f"{path}/")


def _is_path(links: Sequence[str], text: str, *, apart: bool) -> bool:
    """Return whether links to sections are steps of one path, not the items of a menu.

    `apart` from the article, already two sections of one kind are a menu.
    """
    marks = set(_MARK.findall(text))
    # Blanks, slashes and bars part the items of menus, too.
    is_loose = not marks or not marks.isdisjoint(_MARKS_OF_MENUS)
    are_many = len(links) >= (MOST_STEPS - apart)
    if is_loose and are_many and are_siblings(links):
        return False
    if marks == _BARS:
        return all(map(leads_to_section, links))
    are_parted = len(links) > 1 and bool(marks) and (not is_loose or share_folder(links))
    return are_parted or all(map(leads_to_section, links))
