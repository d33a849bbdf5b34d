"""Links to sections: what their addresses and texts tell, and where they stand."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import SHORTEST_HEADLINE
from cleaners.dates.parsing import find_date
from cleaners.generic.prose import Prose
from cleaners.generic.tagplaces import is_in_column, names_beside_article
from cleaners.identity import host_of, news_code_of, path_of
from cleaners.lines.boilerplate import judge_line
from cleaners.links import is_own_address, leads_to_another_story
from cleaners.markup.classnames import class_words, generic_data, is_called
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = [
    "MARKS",
    "MOST_STEPS",
    "are_siblings",
    "entry_of",
    "is_in_a_card",
    "leads_off",
    "leads_to_section",
    "leads_to_story",
    "may_name_section",
    "share_folder",
    "stands_apart",
]

_MOST_IN_CARD: Final = 6
#: A path has at most so many steps.
MOST_STEPS: Final = 3
_LONGEST_NAME: Final = 30
_MOST_WORDS: Final = 4
#: What may stand around the name of a section.
MARKS: Final = " .»«›>/❯←|·•-–\u00a0"


def leads_to_section(href: str) -> bool:
    """Return whether a step of an address, with more behind it, says that it is a section's."""
    names: Sequence[str] = generic_data()["section"]["steps"]
    path, _, query = href.partition("?")
    steps = path_of(path).lower().removesuffix(".html").strip("/").split("/")
    return any(step in names for step in (steps if query else steps[:-1]))


def share_folder(links: Sequence[str]) -> bool:
    """Return whether the paths of addresses begin alike: `/c/2`, `/c/2/5`, but not `/a`, `/b`."""
    return len({path_of(link).strip("/").partition("/")[0] for link in links}) <= 1


def are_siblings(links: Sequence[str]) -> bool:
    """Return whether addresses differ only in their last step: `/c/2`, `/c/3`, but not `/c/2/5`."""
    return len({path_of(link).strip("/").rpartition("/")[0] for link in links}) == 1


def leads_off(href: str, own: str | None) -> bool:
    """Return whether an address is of another host than the page's: a site's shop, its videos."""
    host = host_of(href)
    return bool(own and host) and host != host_of(own or "")


def leads_to_story(href: str, own: str | None) -> bool:
    """Return whether a link's address is that of another story than the page's own."""
    return leads_to_another_story(href, news_code_of(own), own)


def may_name_section(text: str) -> bool:
    """Return whether a link's text is short and is neither a button, a date nor boilerplate."""
    is_short = 1 < len(text) <= _LONGEST_NAME and text.count(" ") < _MOST_WORDS
    if not is_short or text[0].isdigit() or fold(text).startswith(_no_names()):
        return False
    return find_date(text) is None and judge_line(text) is None


@cache
def _no_names() -> tuple[str, ...]:
    return tuple(fold(opening) for opening in generic_data()["section"]["no_name"])


def stands_apart(node: LexborNode, prose: Prose) -> bool:
    """Return whether a link is a button of the page, or stands in a menu or a column."""
    if (node.attributes.get("href") or "").startswith(("#", "javascript:")):
        return True
    if is_in_column(node):
        return True
    apart = frozenset(generic_data()["section"]["not_in"])
    return any(apart & class_words(names) for names in names_beside_article(node, prose))


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


def entry_of(prose: Prose) -> LexborNode | None:
    """Return the element that holds title and text, if there are both."""
    if prose.title_at is None or prose.article is None:
        return None
    text = {node.mem_id for node in prose.article.chains[0]}
    return next((node for node in prose.chain(prose.title_at) if node.mem_id in text), None)
