"""Learn a site from a few of its pages: what repeats across them is not the article.

From some pages of one unknown site (five are enough) the recurring lines are learned, and the
elements that hold title, text and the rest on most pages: a `SiteProfile`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from cleaners.clean import clean_html
from cleaners.dates.parsing import find_date
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.generic.metadata import fill_fields
from cleaners.generic.prose import Prose
from cleaners.identity import absolute, host_of, news_code_of
from cleaners.links import leads_to_another_story
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page, open_page
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold
from cleaners.profile import LEARNED_FIELDS, SiteProfile

__all__ = ["UnknownSiteError", "learn_boilerplate"]

# A line belongs to the site if it stands on at least this share of the pages, and on no fewer than
# _FEWEST of them.
_OFTEN: Final = 0.6
_FEWEST: Final = 2
# An element belongs to a field if it holds that field on at least this share of the pages.
_MOSTLY: Final = 0.6
# Longest line kept, in characters: a longer one that repeats does so beside shorter ones.
_LONGEST: Final = 400
_STABLE_NAME: Final = re.compile(r"^[A-Za-z][A-Za-z_-]*$")


class UnknownSiteError(ValueError):
    """The pages do not tell which site they are from."""


class _Story(NamedTuple):
    """An article to learn from."""

    text: str
    """Its text, folded: two pages with the same one hold the same article."""
    page: Page
    prose: Prose
    title: str
    """Its title, folded."""
    host: str
    """The site that it is from, or ""."""


def learn_boilerplate(
    pages: Iterable[tuple[bytes | str, str | None]], *, site: str | None = None
) -> SiteProfile:
    """Learn from some pages of one site what does not belong to the articles there.

    Args:
        pages: pairs of an article's page and its URL, or None; listings and all else that
            `clean_html` refuses, and repeated articles, are passed over. Their order does not
            matter.
        site: an address of the site, for pages that have no URL and state none.

    Raises:
        UnknownSiteError: the pages do not tell their site, and `site` is not given.
        ValueError: fewer than two of the pages are articles, or they are from several sites.
        TypeError: a page comes without a URL (which may be None).
    """
    stories = _different(_stories(pages, site))
    if len(stories) < _FEWEST:
        raise ValueError(
            "a profile needs at least two different articles of a site;"
            f" {len(stories)} could be read"
        )
    host = _site(stories)
    if not host:
        raise UnknownSiteError(
            "the pages do not say which site they are from: give an address of it as `site`"
        )
    draft = SiteProfile(host, len(stories), _recurring_lines(stories))
    # Read again without the recurring lines: what is left shows better where the article is.
    again = [(story.page, Prose(story.page, draft)) for story in stories]
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
    return SiteProfile(draft.host, draft.pages, draft.lines, **selectors)


def _stories(pages: Iterable[tuple[bytes | str, str | None]], site: str | None) -> Iterator[_Story]:
    """Yield the articles among the pages, as far as they have running text."""
    for pair in pages:
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise TypeError("learn_boilerplate takes pairs of a page and its URL (or None)")
        try:
            article = clean_html(*pair, normalize=False)
            page = open_page(*pair)
            prose = Prose(page)
        except NotAnArticle:
            continue
        if prose.article is not None:
            text = fold(" ".join(prose.blocks[at].text for at in prose.article.at))
            host = host_of(absolute(page.address or "", None) or site or "")
            yield _Story(text, page, prose, fold(article.title or ""), host)


def _different(stories: Iterable[_Story]) -> list[_Story]:
    """Return each article once, in an order that does not depend on that of the pages.

    If an article came twice, its text would be learned as recurring lines.
    """
    ordered = sorted(stories, key=lambda story: (story.text, story.host, story.page.source))
    return list({story.text: story for story in ordered}.values())


def _site(stories: Sequence[_Story]) -> str:
    """Return the host of the articles, the shortest of its names if there are several.

    Raises:
        ValueError: the articles are from several sites.
    """
    hosts = sorted({story.host for story in stories if story.host})
    site = min(hosts, key=len, default="")
    if any(not f".{host}".endswith(f".{site}") for host in hosts):
        raise ValueError(f"the pages are of several sites: {', '.join(hosts)}")
    return site


def _recurring_lines(stories: Sequence[_Story]) -> tuple[str, ...]:
    """Return the lines that stand on most pages, in the order of the page.

    The headlines of other stories recur for a day or two, and are recognized without a profile.
    """
    titles = Counter(story.title for story in stories)
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for story in stories:
        seen: dict[str, str] = {}
        for index, block in enumerate(story.prose.blocks):
            folded = fold(block.text)
            # What is the title of several articles is rather the site's.
            if not folded or len(block.text) > _LONGEST or titles[folded] == 1:
                continue
            if not _is_of_a_story(index, story.prose):
                seen.setdefault(folded, block.text)
        counts.update(seen.keys())
        for folded, text in seen.items():
            written.setdefault(folded, text)
    enough = max(_FEWEST, _OFTEN * len(stories))
    return tuple(text for folded, text in written.items() if counts[folded] >= enough)


def _is_of_a_story(index: int, prose: Prose) -> bool:
    """Return whether a line stands in a list of other stories, or is a link to one."""
    block, url = prose.blocks[index], prose.page.address
    if prose.is_listed(index):
        return True
    code = news_code_of(url)
    return block.is_only_links and any(
        leads_to_another_story(href, code, url) for href in block.links
    )


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
        if block is not None and (node := _holder(block, fold(block.text))):
            yield key, node
    if dates := list(draft.published):
        raw = fold(dates[0])
        block = next((b for b in prose.blocks if raw and raw in fold(b.text)), None)
        if block is not None and len(block.text) < 120 and find_date(block.text):
            node = _holder(block, fold(block.text)) or _holder(block, raw)
            if node is not None:
                yield "published", node


def _holder(block: Block, text: str) -> LexborNode | None:
    """Return the element of a line, or within it, that holds a folded text and little more.

    The line itself may be a part of an element that holds all of the article: what stands there
    before the first paragraph.
    """
    node = block.node
    while len(fold(node.text(separator=" "))) > 2 * len(fold(block.text)):
        inner = (c for c in node.iter() if text in fold(c.text(separator=" ")))
        below = next(inner, None)
        if below is None:
            return None
        node = below
    return node


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
