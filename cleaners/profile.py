"""What repeats across the pages of a site is not the article: learn it, keep it, use it.

From some pages of one unknown site (five are enough) the lines that recur are learned, and the
elements that hold title, text and the rest on most pages. A profile makes the generic way better
(`clean_html(…, profile=…)`), and is saved as a rules file that a person can read and edit.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaners.blocks import field_text
from cleaners.dates import find_date
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.identity import bare_host
from cleaners.page import Page, open_page
from cleaners.persian.folding import fold
from cleaners.prose import Prose
from cleaners.rules import Source

__all__ = ["SiteProfile", "learn_boilerplate"]

# A line that stands on this share of the pages, and on no fewer than _FEWEST, is the site's.
_OFTEN: Final = 0.6
_FEWEST: Final = 2
# An element is a field's when it holds it on this share of the pages.
_MOSTLY: Final = 0.6
# Longest line kept: what repeats and is longer repeats with its shorter neighbours.
_LONGEST: Final = 400
_FIELDS: Final = ("kicker", "title", "lead", "published")
# Nothing of these is learned; who knows a site may add them.
_ADDED: Final = ("code", "section", "tags", "drop")
_KEYS: Final = (*_FIELDS, "body", "lines", *_ADDED)
# These are places on the page, and no texts: plain selectors.
_PLACES: Final = ("title", "lead", "body", "drop")
# Keys of a rules file that tell a profile nothing.
_HEADING: Final = ("family", "hosts", "version")
_STABLE_NAME: Final = re.compile(r"^[A-Za-z][A-Za-z_-]*$")


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What some pages of a site have taught.

    `lines` are the recurring lines as the site writes them; `body` and the fields are selectors,
    in order of trust; `drop` those of elements that are not the article's.
    """

    host: str
    pages: int
    lines: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    kicker: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    def folded_lines(self) -> frozenset[str]:
        """Return the recurring lines as they are compared."""
        return frozenset(fold(line) for line in self.lines)

    def to_toml(self) -> str:
        """Return the profile as a rules file: the keys of `cleaners/rules/README.md`."""
        name = re.sub(r"[^a-z0-9]+", "-", self.host.lower()).strip("-") or "site"
        keys = [(key, getattr(self, key)) for key in _KEYS]
        return "\n".join(
            [
                f"# {self.host}: learned from {self.pages} pages. Look at it, edit it, keep it.",
                f'family = "{name}"',
                f'hosts = ["{self.host}"]',
                "version = 1",
                "",
                *(f"{key} = {_toml_list(values)}" for key, values in keys if values),
                "",
            ]
        )

    def save(self, path: str | Path) -> None:
        """Write the profile as a rules file."""
        Path(path).write_text(self.to_toml(), "utf-8")

    @classmethod
    def load(cls, path: str | Path) -> "SiteProfile":
        """Read a profile from a rules file, edited or not.

        Raises:
            ValueError: the file is no TOML, names no host, or has a key or a selector that means
                nothing.
        """
        try:
            table = tomllib.loads(Path(path).read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"{path} is no TOML: {error}") from error
        hosts = [host for host in table.get("hosts") or [] if host]
        if not hosts:
            raise ValueError(f'{path} names no host: add hosts = ["example.ir"]')
        if unknown := sorted(table.keys() - {*_KEYS, *_HEADING}):
            raise ValueError(
                f"{path}: a profile has no {', '.join(unknown)}; its keys are {', '.join(_KEYS)}"
            )
        if len(hosts) > 1:
            raise ValueError(f"{path}: a profile is of one host, not of {', '.join(hosts)}")
        known = {key: _strings(path, key, table.get(key, [])) for key in _KEYS}
        for key, values in known.items():
            for value in values if key != "lines" else ():
                _check_selector(path, key, value)
        return cls(host=hosts[0], pages=0, **known)


def _strings(path: str | Path, key: str, values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f'{path}: {key} is a list of texts: {key} = ["…"]')
    return tuple(values)


def _check_selector(path: str | Path, key: str, text: str) -> None:
    # Where a line stands on the page, or an element, only a plain selector can say.
    source = Source("css", text) if key in _PLACES else Source.parse(text)
    if source.kind != "css":
        return
    try:
        LexborHTMLParser("<p>").css_first(source.key)
    except SelectolaxError as error:
        raise ValueError(f"{path}: {key} has {text!r}, which is no selector") from error


def _toml_list(values: Sequence[str]) -> str:
    # A JSON string is a TOML basic string.
    quoted = [json.dumps(value, ensure_ascii=False) for value in values]
    if len(quoted) == 1 and len(quoted[0]) < 80:
        return f"[{quoted[0]}]"
    return "[\n" + "".join(f"    {value},\n" for value in quoted) + "]"


def learn_boilerplate(pages: Iterable[tuple[bytes | str, str | None]]) -> SiteProfile:
    """Learn from some pages of one site what is not the article there.

    Args:
        pages: (page, its URL) of articles; listings, pages that cannot be read and articles that
            were there already are passed over.

    Raises:
        ValueError: fewer than two of the pages are articles, or they are of several sites.
        TypeError: a page comes without its URL (which may be None).
    """
    opened = list(_articles(pages))
    if len(opened) < _FEWEST:
        raise ValueError(
            f"a profile needs two different articles of a site or more; {len(opened)} could be read"
        )
    lines = _recurring_lines([prose for _, prose in opened])
    draft = SiteProfile(_host([page for page, _ in opened]), len(opened), lines)
    # Read again without the recurring lines: what is left shows better where the article stands.
    again = [(page, Prose(page, draft)) for page, _ in opened]
    found: dict[str, Counter[str]] = {key: Counter() for key in (*_FIELDS, "body")}
    for page, prose in again:
        for key, node in _field_nodes(page, prose):
            if selector := _selector(node, page, _is_single if key == "body" else _is_first):
                found[key][selector] += 1
    enough = max(_FEWEST, _MOSTLY * len(again))
    told = {
        key: tuple(selector for selector, count in counter.most_common(2) if count >= enough)
        for key, counter in found.items()
    }
    return SiteProfile(draft.host, draft.pages, lines, **told)


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
        # The same article twice would teach that its text is what repeats.
        text = fold(" ".join(prose.blocks[at].text for at in prose.article.at))
        if text not in seen:
            seen.add(text)
            yield page, prose


def _host(pages: Sequence[Page]) -> str:
    """Return the host that the pages are of, the shortest where they have several names.

    Raises:
        ValueError: they are of several sites.
    """
    hosts: Counter[str] = Counter()
    for page in pages:
        try:
            host = urlsplit(page.url or page.canonical or "").hostname or ""
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
    from cleaners.metadata import fill_fields

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
    """Return the plainest selector that leads to `node`, by tag, class, and the element around."""
    parent = node.parent
    own, above = _names(node), _names(parent) if parent is not None else []
    tries = [f"{node.tag}{name}" for name in own]
    tries += [f"{up} > {node.tag}{name}" for up in above for name in [*own, ""]]
    tries += [f"{node.tag}"] if node.tag in ("article", "main", "h1") else []
    return next((selector for selector in tries if fits(node, selector, page)), None)


def _names(node: LexborNode) -> list[str]:
    """Return `#id` and `.class` of an element, but for names made for one page: `post-812`."""
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
