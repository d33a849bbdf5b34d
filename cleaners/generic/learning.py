"""Learn a site from a few of its pages: what repeats across them is not the article.

From some pages of one unknown site (five are enough) the recurring lines are learned, and the
elements that hold title, text and the rest on most pages: a `SiteProfile`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.generic.metadata import fill_fields
from cleaners.generic.prose import Prose
from cleaners.identity import bare_host
from cleaners.markup.page import Page, open_page
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold
from cleaners.profile import LEARNED_FIELDS, SiteProfile

__all__ = ["learn_boilerplate"]

# A line belongs to the site if it stands on at least this share of the pages, and on no fewer than
# _FEWEST of them.
_OFTEN: Final = 0.6
_FEWEST: Final = 2
# An element belongs to a field if it holds that field on at least this share of the pages.
_MOSTLY: Final = 0.6
# Longest line kept, in characters: a longer one that repeats does so beside shorter ones.
_LONGEST: Final = 400
_STABLE_NAME: Final = re.compile(r"^[A-Za-z][A-Za-z_-]*$")


def learn_boilerplate(pages: Iterable[tuple[bytes | str, str | None]]) -> SiteProfile:
    """Learn from some pages of one site what does not belong to the articles there.

    Args:
        pages: pairs of an article's page and its URL; listings, pages that cannot be read and
            repeated articles are passed over.

    Raises:
        ValueError: fewer than two of the pages are articles, or they are from several sites.
        TypeError: a page comes without a URL (which may be None).
    """
    opened = list(_articles(pages))
    if len(opened) < _FEWEST:
        raise ValueError(
            f"a profile needs two different articles of a site or more; {len(opened)} could be read"
        )
    lines = _recurring_lines([prose for _, prose in opened])
    draft = SiteProfile(_host([page for page, _ in opened]), len(opened), lines)
    # Read again without the recurring lines: what is left shows better where the article is.
    again = [(page, Prose(page, draft)) for page, _ in opened]
    found: dict[str, Counter[str]] = {key: Counter() for key in (*LEARNED_FIELDS, "body")}
    for page, prose in again:
        for key, node in _field_nodes(page, prose):
            if selector := _selector(node, page, _is_single if key == "body" else _is_first):
                found[key][selector] += 1
    enough = max(_FEWEST, _MOSTLY * len(again))
    selectors = {
        key: tuple(selector for selector, count in counter.most_common(2) if count >= enough)
        for key, counter in found.items()
    }
    return SiteProfile(draft.host, draft.pages, lines, **selectors)


def _articles(
    pages: Iterable[tuple[bytes | str, str | None]],
) -> Iterable[tuple[Page, Prose]]:
    seen: set[str] = set()
    for pair in pages:
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise TypeError("learn_boilerplate takes pairs of a page and its URL (or None)")
        html, url = pair
        try:
            page = open_page(html, url)
            prose = Prose(page)
        except NotAnArticle:
            continue
        if prose.article is None:
            continue
        # If an article came twice, its text would be learned as recurring lines.
        text = fold(" ".join(prose.blocks[at].text for at in prose.article.at))
        if text not in seen:
            seen.add(text)
            yield page, prose


def _host(pages: Sequence[Page]) -> str:
    """Return the host of the pages, the shortest of its names if there are several.

    Raises:
        ValueError: the pages are from several sites.
    """
    hosts: Counter[str] = Counter()
    for page in pages:
        try:
            host = urlsplit(page.address or "").hostname or ""
        except ValueError:
            continue
        if host:
            hosts[bare_host(host)] += 1
    site = min(hosts, key=len, default="")
    others = [host for host in hosts if not f".{host}".endswith(f".{site}")]
    if others:
        raise ValueError(f"the pages are of several sites: {', '.join(sorted(hosts))}")
    return site


def _recurring_lines(pages: Sequence[Prose]) -> tuple[str, ...]:
    """Return the lines that stand on most pages, in the order of the page."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for prose in pages:
        seen: dict[str, str] = {}
        for block in prose.blocks:
            if len(block.text) <= _LONGEST and (folded := fold(block.text)):
                seen.setdefault(folded, block.text)
        counts.update(seen.keys())
        for folded, text in seen.items():
            written.setdefault(folded, text)
    enough = max(_FEWEST, _OFTEN * len(pages))
    return tuple(text for folded, text in written.items() if counts[folded] >= enough)


def _field_nodes(page: Page, prose: Prose) -> Iterable[tuple[str, LexborNode]]:
    """Yield the elements that hold the fields of a page read the generic way."""
    if prose.main is None:
        return
    yield "body", prose.main
    draft = Draft("profile")
    fill_fields(page, prose, draft)
    for key in ("title", "kicker", "lead"):
        value = getattr(draft, key)
        block = next((b for b in prose.blocks if value and fold(b.text) == fold(value)), None)
        if block is not None:
            yield key, block.node
    if dates := list(draft.published):
        raw = fold(dates[0])
        block = next((b for b in prose.blocks if raw and raw in fold(b.text)), None)
        if block is not None and len(block.text) < 120 and find_date(block.text):
            yield "published", block.node


def _selector(
    node: LexborNode, page: Page, fits: Callable[[LexborNode, str, Page], bool]
) -> str | None:
    """Return the simplest selector that leads to `node`, by tag, name and the element around it."""
    parent = node.parent
    own, above = _names(node), _names(parent) if parent is not None else []
    tries = [f"{node.tag}{name}" for name in own]
    tries += [f"{up} > {node.tag}{name}" for up in above for name in [*own, ""]]
    tries += [f"{node.tag}"] if node.tag in ("article", "main", "h1") else []
    return next((selector for selector in tries if fits(node, selector, page)), None)


def _names(node: LexborNode) -> list[str]:
    """Return `#id` and `.class` of an element, except names made for one page: `post-812`."""
    attributes = node.attributes
    identity = attributes.get("id") or ""
    found = [f"#{identity}"] if _STABLE_NAME.match(identity) else []
    classes = (attributes.get("class") or "").split()
    return found + [f".{name}" for name in classes if _STABLE_NAME.match(name)]


def _is_single(node: LexborNode, selector: str, page: Page) -> bool:
    matches = page.tree.css(selector)
    return len(matches) == 1 and matches[0].mem_id == node.mem_id


def _is_first(node: LexborNode, selector: str, page: Page) -> bool:
    match = page.tree.css_first(selector)
    return match is not None and match.mem_id == node.mem_id and bool(field_text(match))
