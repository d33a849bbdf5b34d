"""The sections of a page whose markup names none: links to them right above the title."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import SHORTEST_HEADLINE, is_story_link
from cleaners.dates.parsing import find_date
from cleaners.generic.headerlines import is_called_around, share_parent
from cleaners.generic.prose import Prose
from cleaners.generic.shown import BESIDE_TEXT, distance_to_header
from cleaners.generic.tagplaces import is_in_column, names_beside_article
from cleaners.identity import host_of, news_code_of, path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import BETWEEN_COLONS
from cleaners.lines.sitenames import TITLE_PARTS
from cleaners.links import (
    is_own_address,
    leads_to_another_story,
    leads_to_front,
)
from cleaners.markup.classnames import class_words, generic_data, is_called
from cleaners.markup.page import Page
from cleaners.markup.sitenames import is_site_name
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["is_in_a_card", "leads_to_section", "sections_above", "sections_called", "share_folder"]

# The links are among the last lines above the title: date and kicker may stand between.
_ABOVE: Final = 4
_BELOW: Final = 6
_MOST_IN_CARD: Final = 6
_MOST_STEPS: Final = 3
# What may be called a category.
_CALLED: Final = "[class*=cat i], [class*=service i]"
_LONGEST_NAME: Final = 30
_MOST_WORDS: Final = 4
# In a step of the page's own path that may be a section's: not `en`, `1403`, `@name`.
_SHORTEST_STEP: Final = 3
_ONLY_LETTERS: Final = re.compile(r"[^\W\d]+(?:[-_][^\W\d]+)*")
_WORDS_ON_THE_WAY: Final = 3
_MARK: Final = re.compile(r"[»›>/❯←|]")
_MARKS_OF_MENUS: Final = frozenset("/|")
_BARS: Final = frozenset("|")
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_MARKS: Final = " .»«›>/❯←|·•-–\u00a0"


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


def _in_colons(index: int, prose: Prose) -> list[str]:
    """Return the name in a line that is one link with two colons on each side: «:: اخبار ::»."""
    block, own = prose.blocks[index], prose.page.address
    verdict, name = judge_line(block.text, context="above"), block.text.strip(": ")
    if verdict is None or verdict.reason != BETWEEN_COLONS or len(block.links) != 1:
        return []
    words = _NO_LETTERS.split(path_of(block.links[0]).lower())
    lists = {*generic_data()["section"]["lists"], *generic_data()["section"]["steps"]}
    is_other = lists.isdisjoint(words) or _leads_off(block.links[0], own)
    return [name] if _may_name(name) and not is_other else []


def sections_called(prose: Prose) -> list[str]:
    """Return the names in links that the markup calls a category, around title and text."""
    article = prose.article
    if article is None:
        return []
    at = prose.title_at if prose.title_at is not None else article.first
    above = range(max(0, min(at, article.first) - _ABOVE), article.first)
    below = range(article.last + 1, min(prose.end, article.last + 1 + _BELOW))
    for index in (*above, *below):
        block = prose.blocks[index]
        if not block.links or prose.is_listed(index) or index in prose.boxed:
            continue
        if index > article.last and _heads_a_box(index, prose):
            continue
        around = ancestors(block.node)[:1] if block.is_only_links else []
        inside = block.node.css(_CALLED) if len(block.links) > 1 or not block.is_only_links else []
        for node in (*inside, *block.holders, *around):
            if is_called(node, "category") and (names := _category_names(node, prose)):
                return names
    return []


def _heads_a_box(index: int, prose: Prose) -> bool:
    """Return whether a link below the text heads a box of the site, with stories of a category.

    It is a heading; or, outside of what holds title and text, stories or more such links follow.
    """
    if prose.blocks[index].is_heading:
        return True
    title = prose.chain(prose.title_at) if prose.title_at is not None else []
    text = {node.mem_id for node in prose.known_article.chains[0]}
    if index == prose.known_article.last + 1 and _is_lone_section(index, prose):
        return False  # right below the text, whatever follows
    entry = next((node.mem_id for node in title if node.mem_id in text), None)
    if entry is None or any(node.mem_id == entry for node in prose.chain(index)):
        return False
    beside = [prose.blocks[at] for at in (index - 1, index + 1) if at < len(prose.blocks)]
    return any(
        is_story_link(block, prose.page)
        or (block.is_only_links and is_called_around(block, "category"))
        for block in beside
    )


def _is_lone_section(index: int, prose: Prose) -> bool:
    """Return whether a line is one link with an address of sections, and no more follow."""
    block, below = prose.blocks[index], prose.blocks[index + 1 : index + 2]
    is_followed = any(one.is_only_links and is_called_around(one, "category") for one in below)
    return len(block.links) == 1 and leads_to_section(block.links[0]) and not is_followed


def _category_names(node: LexborNode, prose: Prose) -> list[str]:
    """Return the names of the links in an element that is called a category."""
    links = [node] if node.tag == "a" else node.css("a[href]")
    if not 0 < len(links) <= _MOST_STEPS or any(_is_apart(link, prose) for link in links):
        return []
    addresses = [link.attributes.get("href") or "" for link in links]
    if len(links) == _MOST_STEPS and _are_siblings(addresses):  # the items of a menu
        return []
    if any(is_in_a_card(link, prose) for link in links):
        return []
    own = prose.page.address
    names = []
    for link, href in zip(links, addresses, strict=True):
        name = field_text(link).strip(_MARKS)
        if not _may_name(name) or _leads_off(href, own) or _leads_to_story(href, own):
            return []
        if not leads_to_front(href):
            names.append(name)
    return names


def is_in_a_card(link: LexborNode, prose: Prose) -> bool:
    """Return whether a link stands beside the headline of another story, as on its card."""
    own = prose.page.address
    for box in ancestors(link):
        if box.mem_id in prose.around:
            return False
        for other in box.css("a[href]")[:_MOST_IN_CARD]:
            href = other.attributes.get("href") or ""
            if len(field_text(other)) < SHORTEST_HEADLINE or is_own_address(href, own):
                continue
            if not _leads_to_neighbour(other):
                return True
    return False


def _leads_to_neighbour(link: LexborNode) -> bool:
    """Return whether a link says that it leads to the story before or after the page's own."""
    return fold(field_text(link)).startswith(_neighbours()) or any(
        is_called(node, "neighbour") for node in (link, link.parent) if node is not None
    )


@cache
def _neighbours() -> tuple[str, ...]:
    return tuple(fold(opening) for opening in generic_data()["neighbour"]["openings"])


def _leads_to_story(href: str, own: str | None) -> bool:
    return leads_to_another_story(href, news_code_of(own), own)


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
    own = prose.page.address
    if any(_leads_to_story(href, own) or _leads_off(href, own) for href in links):
        return []
    nodes = [node for block in lines for node in block.node.css("a[href]") or [block.node]]
    if any(_is_apart(node, prose) for node in nodes):
        return []
    steps = [
        (name, href)
        for node in nodes
        if (href := node.attributes.get("href") or "") and not leads_to_front(href)
        if (name := field_text(node).strip(_MARKS))
    ]
    if not 0 < len(steps) <= _MOST_STEPS or not all(_may_name(name) for name, _ in steps):
        return []
    addresses = [href for _, href in steps]
    is_beside = distance_to_header(prose, at[0]) < BESIDE_TEXT
    is_known = is_beside and all(_is_on_the_way(*step, prose.page) for step in steps)
    return [name for name, _ in steps] if is_known or _is_path(addresses, text) else []


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


def _is_path(links: Sequence[str], text: str) -> bool:
    """Return whether links to sections are steps of one path, not the items of a menu."""
    marks = set(_MARK.findall(text))
    # Blanks, slashes and bars part the items of menus, too.
    is_loose = not marks or not marks.isdisjoint(_MARKS_OF_MENUS)
    if is_loose and len(links) == _MOST_STEPS and _are_siblings(links):
        return False
    if marks == _BARS:
        return all(map(leads_to_section, links))
    are_parted = len(links) > 1 and bool(marks) and (not is_loose or share_folder(links))
    return are_parted or all(map(leads_to_section, links))


def share_folder(links: Sequence[str]) -> bool:
    """Return whether the paths of addresses begin alike: `/c/2`, `/c/2/5`, but not `/a`, `/b`."""
    return len({path_of(link).strip("/").partition("/")[0] for link in links}) <= 1


def _are_siblings(links: Sequence[str]) -> bool:
    """Return whether addresses differ only in their last step: `/c/2`, `/c/3`, but not `/c/2/5`."""
    return len({path_of(link).strip("/").rpartition("/")[0] for link in links}) == 1


def _leads_off(href: str, own: str | None) -> bool:
    """Return whether an address is of another host than the page's: a site's shop, its videos."""
    host = host_of(href)
    return bool(own and host) and host != host_of(own or "")


def _is_apart(node: LexborNode, prose: Prose) -> bool:
    """Return whether a link is a button of the page, or stands in a menu or a column."""
    if (node.attributes.get("href") or "").startswith(("#", "javascript:")):
        return True
    if is_in_column(node):
        return True
    apart = frozenset(generic_data()["section"]["not_in"])
    return any(apart & class_words(names) for names in names_beside_article(node, prose))


def _may_name(text: str) -> bool:
    is_short = 1 < len(text) <= _LONGEST_NAME and text.count(" ") < _MOST_WORDS
    if not is_short or text[0].isdigit() or fold(text).startswith(_no_names()):
        return False
    return find_date(text) is None and judge_line(text) is None


@cache
def _no_names() -> tuple[str, ...]:
    return tuple(fold(opening) for opening in generic_data()["section"]["no_name"])


def leads_to_section(href: str) -> bool:
    """Return whether a step of an address, with more behind it, says that it is a section's."""
    names: Sequence[str] = generic_data()["section"]["steps"]
    path, _, query = href.partition("?")
    steps = path_of(path).lower().removesuffix(".html").strip("/").split("/")
    return any(step in names for step in (steps if query else steps[:-1]))
