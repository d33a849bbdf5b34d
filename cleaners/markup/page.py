"""One page, opened: bytes to a tree, with its metas, links and JSON-LD.

Everything else works on a `Page`; a page is parsed only once, by lexbor.
"""

import html as html_entities
import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from cleaners.errors import NotAnArticle
from cleaners.markup.base import apply_base
from cleaners.markup.blocks import one_line
from cleaners.markup.pagebytes import is_utf8, refuse_what_is_no_page, says_utf8, to_utf8
from cleaners.persian.characters import well_formed

__all__ = ["Page", "open_page", "texts_of"]


# Without lexbor's hooks for scripts that watch the tree, a parse takes 3 % less.
_OPTIONS: Final = LexborDocumentOptions.WO_EVENTS.value
# Sites put a list of authors into another at most; Python's stack ends at a thousand.
_MOST_NESTED: Final = 8


class Page:
    """A parsed page.

    `tree` is lexbor's; `source` holds the bytes that it was made of; `url` is the address that the
    caller gave; `is_trusted` means that it was read as UTF-8 because it says so, without a check.
    """

    def __init__(
        self,
        tree: LexborHTMLParser,
        source: bytes,
        url: str | None,
        *,
        is_trusted: bool = False,
    ) -> None:
        self.tree = tree
        self.source = source
        self.url = url
        self.is_trusted = is_trusted

    def may_be_misread(self) -> bool:
        """Return whether the page says that it is UTF-8 and is not."""
        return self.is_trusted and not is_utf8(self.source)

    @cached_property
    def metas(self) -> dict[str, str]:
        """Contents of the `<meta>` tags by lower-case name, property and itemprop.

        The first that is not empty counts; several keys may share one tag. A repeated `article:tag`
        keeps all its contents, joined by commas.
        """
        return _metas_of(node for node in self._scattered if node.tag == "meta")

    @cached_property
    def head_metas(self) -> dict[str, str]:
        """The `metas` in the head, where nearly all of them are."""
        head = self.tree.head
        return _metas_of(head.css("meta")) if head is not None else {}

    def meta_as_written(self, key: str) -> str | None:
        """Return the content of the `<meta>` called `key`, or None.

        Searching the head takes 3 µs, the whole page 20 µs: the page is searched only for what the
        head lacks.
        """
        if key in _REPEATED:
            return self.metas.get(key)
        return self.head_metas.get(key) or self.metas.get(key)

    @cached_property
    def _scattered(self) -> list[LexborNode]:
        """The `<meta>` and JSON-LD elements, which may be anywhere: found in one search."""
        return self.tree.css('meta, script[type="application/ld+json"]')

    def meta(self, *keys: str) -> str | None:
        """Return the squeezed content of the first of `keys` that the page has."""
        for key in keys:
            if value := one_line(self.meta_as_written(key) or ""):
                # Some CMSs escape twice: `&amp;quot;`.
                return one_line(html_entities.unescape(value)) if "&" in value else value
        return None

    @cached_property
    def links(self) -> list[dict[str, str | None]]:
        """Attributes of the `<link>` tags in the head.

        If the head names no canonical address, those of the whole page: a tracking picture in a
        `<noscript>` ends the head for a parser without scripts, and the rest lands in the body.
        """
        head = self.tree.head
        found = [node.attributes for node in head.css("link")] if head is not None else []
        if any(_is_canonical(link) for link in found):
            return found
        return [node.attributes for node in self.tree.css("link")]

    @cached_property
    def canonical(self) -> str | None:
        """Address in `<link rel=canonical>` or `og:url`, as the page writes it."""
        for link in self.links:
            if _is_canonical(link):
                return (link["href"] or "").strip() or None
        return self.meta("og:url")

    @property
    def address(self) -> str | None:
        """The page's own address: the one the caller gave, else the one the page states."""
        return self.url or self.canonical

    @cached_property
    def json_ld(self) -> list[dict[str, Any]]:
        """Objects of the JSON-LD blocks, `@graph` flattened; broken blocks are left out."""
        found: list[dict[str, Any]] = []
        for node in self._scattered:
            if node.tag == "meta":
                continue
            found.extend(_objects(_parsed(node.text())))
        return found

    def ld(self, key: str) -> Any:
        """Return the value of `key` (any case) in the JSON-LD of the article, or None."""
        for item in sorted(self.json_ld, key=lambda item: not _is_article(item)):
            for name, value in item.items():
                if name.lower() == key and value:
                    return value
        return None

    def ld_texts(self, key: str) -> list[str]:
        """Return the texts of `key` in the JSON-LD: a text, a thing's name, or a list of these."""
        return list(texts_of(self.ld(key)))

    @cached_property
    def title_tag(self) -> str | None:
        """Squeezed text of `<title>`."""
        node = self.tree.css_first("title")
        return (one_line(node.text()) or None) if node else None

    @property
    def is_amp(self) -> bool:
        """Whether this is an AMP page, a short version for phones: `<html amp>`, `<html ⚡>`."""
        root = self.tree.root
        return root is not None and not {"amp", "⚡"}.isdisjoint(root.attributes)

    @property
    def top(self) -> LexborNode:
        """The `<body>`, or the root of a page without one."""
        node = self.tree.body or self.tree.root
        if node is None:
            raise NotAnArticle("empty")
        return node


def _is_canonical(link: dict[str, str | None]) -> bool:
    return (link.get("rel") or "").lower() == "canonical" and bool(link.get("href"))


# Attributes that may name a `<meta>`.
_NAMING: Final = frozenset(("property", "name", "itemprop", "http-equiv"))
# Metas that may be repeated: all of them count, not only the first.
_REPEATED: Final = ("article:tag",)


def _metas_of(nodes: Iterable[LexborNode]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        attributes = node.attributes
        content = attributes.pop("content", None)
        if not content:
            continue
        for kind, key in attributes.items():
            if not key or kind not in _NAMING:
                continue
            key = key.lower()
            if key not in found:
                found[key] = content
            elif key in _REPEATED:
                found[key] += "," + content
    return found


def texts_of(value: Any, depth: int = _MOST_NESTED) -> Iterator[str]:
    """Yield the texts of a JSON-LD value: a text, a thing with a name, or a list of them.

    Lists within lists are read `depth` deep.
    """
    if isinstance(value, str):
        if text := one_line(well_formed(html_entities.unescape(value))):
            yield text
    elif isinstance(value, dict):
        for key in ("name", "@value"):
            if isinstance(value.get(key), str):
                yield from texts_of(value[key])
                return
    elif isinstance(value, list):
        for item in value if depth else ():
            yield from texts_of(item, depth - 1)


def _parsed(block: str) -> Any:
    """Return the value of a JSON-LD block, or None.

    Sites wrap it as old scripts were, `<!-- … -->`, `//<![CDATA[ … //]]>`, end it with a semicolon,
    or leave a comma behind the last item.
    """
    for text in (block, _TRAILING_COMMA.sub(r"\1", _WRAPPED.sub("", block))):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


_WRAPPED: Final = re.compile(
    r"\A\s*(?:<!--|/{2}<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|/{2}\]\]>|/\*\]\]>\*/|\]\]>|;)\s*\Z"
)
_TRAILING_COMMA: Final = re.compile(r",\s*([}\]])")


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph") or [])


def _is_article(item: dict[str, Any]) -> bool:
    kind = item.get("@type")
    return any("Article" in str(k) for k in (kind if isinstance(kind, list) else [kind]))


def open_page(
    html: bytes | str,
    url: str | None = None,
    *,
    content_type: str | None = None,
    trusting: bool = False,
) -> Page:
    """Parse a page.

    Bytes are read as UTF-8 if they can be, whatever header and meta say; otherwise as what the
    `content_type` header or the page declares; otherwise as windows-1256.

    With `trusting`, a page that declares UTF-8 is taken at its word, as checking costs a tenth of
    the parse. If its text has a U+FFFD, ask `may_be_misread`.

    Raises:
        NotAnArticle: `not-html`, `empty` or `too-large`.
        TypeError: `html` is neither bytes nor str.
    """
    is_trusted = False
    if isinstance(html, str):
        raw = html.encode("utf-8", "replace")
    elif isinstance(html, bytes | bytearray | memoryview):
        raw = bytes(html)
        if trusting and says_utf8(raw):
            is_trusted = True
        else:
            raw = to_utf8(raw, content_type)
    else:
        raise TypeError(f"a page is bytes or str, not {type(html).__name__}")
    try:
        refuse_what_is_no_page(raw)
    except NotAnArticle:
        if not is_trusted or is_utf8(raw):
            raise
        return open_page(html, url, content_type=content_type)
    tree = LexborHTMLParser(raw, options=_OPTIONS)
    apply_base(tree, url)
    return Page(tree, raw, url, is_trusted=is_trusted)
