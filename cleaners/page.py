"""One page, opened: bytes to a tree, with its metas, links and JSON-LD.

Everything else works on a `Page`; a page is parsed once, by lexbor.
"""

import codecs
import html as html_entities
import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from cleaners.errors import NotAnArticle

__all__ = ["MAX_BYTES", "Page", "open_page", "squeeze", "texts_of"]

#: Largest page that is read, in bytes. The largest real article page met is under 1 MB.
MAX_BYTES: Final = 8 * 1024 * 1024

# lexbor's time grows with the square of the depth and of the attributes of one tag: 20,000 nested
# <div> take 0.33 s, 100,000 take 9 s. Pages below _SUSPECT_BYTES seldom hold enough to hurt.
_SUSPECT_BYTES: Final = 180_000
# Those above this size only where they are hardly more than tags.
_HARMLESS_BYTES: Final = 75_000
_MOST_TAGS: Final = 120
_MAX_UNCLOSED: Final = 15_000
# The depth is summed up piece by piece, so that tags closed at the end do not hide it.
_PIECE: Final = 65_536
_MAX_ATTRIBUTES: Final = 5_000
_LONG: Final = 20_000
_LONG_TAG: Final = re.compile(rb"<[a-zA-Z][^>]{20000,}")
_NEVER_CLOSED: Final = re.compile(
    rb"<(?:[!?]|(?:br|img|input|meta|link|hr|li|p|td|tr|th|option|source|param|area|col|dt|dd)\b)",
    re.IGNORECASE,
)
_DECLARED: Final = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
# A page's word for UTF-8 stands among so many bytes: some have long scripts before it.
_HEAD: Final = 8192
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM_BYTES: Final = tuple(bom for bom, _ in _BOMS)
# Files that are no pages, told by their first bytes.
_MAGIC: Final = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"Rar!",
)
# Bytes that no text has; a random one is such a byte with a chance of one in nine.
_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_BLANK: Final = b" \t\r\n\x00"
_TAG: Final = re.compile(r"<\s*(?:!doctype|!--|/?[a-zA-Z])", re.IGNORECASE)


# Without lexbor's hooks for scripts that watch the tree, a parse takes 3 % less.
_OPTIONS: Final = LexborDocumentOptions.WO_EVENTS.value


def squeeze(text: str) -> str:
    """Return `text` with every run of white space (NBSP too) as one blank, none at the ends."""
    return " ".join(text.split())


class Page:
    """A parsed page.

    `tree` is lexbor's; `url` what the caller said of its address; `encoding` what the bytes were
    read as; `unchecked` the bytes, where the page's own word for UTF-8 was taken.
    """

    def __init__(
        self,
        tree: LexborHTMLParser,
        url: str | None,
        encoding: str,
        unchecked: bytes | None = None,
    ) -> None:
        self.tree = tree
        self.url = url
        self.encoding = encoding
        self.unchecked = unchecked

    def may_be_misread(self) -> bool:
        """Tell whether the page said that it is UTF-8 and is not."""
        return self.unchecked is not None and not _is_utf8(self.unchecked)

    @cached_property
    def metas(self) -> dict[str, str]:
        """Contents of the `<meta>` tags by lower-case name, property and itemprop.

        The first that is not empty counts; several keys may share one tag. Of repeated
        `article:tag` all are kept, joined by commas.
        """
        return _metas_of(node for node in self._scattered if node.tag == "meta")

    @cached_property
    def head_metas(self) -> dict[str, str]:
        """Those of `metas` that stand in the head, where nearly all do."""
        head = self.tree.head
        return _metas_of(head.css("meta")) if head is not None else {}

    def meta_as_written(self, key: str) -> str | None:
        """Return the content of the `<meta>` called `key`, or None.

        To look through the head takes 3 µs, through a whole page 20: that is done only for what
        the head has not.
        """
        if key in _REPEATED:
            return self.metas.get(key)
        return self.head_metas.get(key) or self.metas.get(key)

    @cached_property
    def _scattered(self) -> list[LexborNode]:
        """The `<meta>` and JSON-LD elements, which may stand anywhere: found in one search."""
        return self.tree.css('meta, script[type="application/ld+json"]')

    def meta(self, *keys: str) -> str | None:
        """Return the squeezed content of the first of `keys` that the page has."""
        for key in keys:
            if value := squeeze(self.meta_as_written(key) or ""):
                # Some CMSs escape twice: `&amp;quot;`.
                return squeeze(html_entities.unescape(value)) if "&" in value else value
        return None

    @cached_property
    def links(self) -> list[dict[str, str | None]]:
        """Attributes of the `<link>` tags of the head.

        Those of the whole page where the head names no canonical address: a tracking picture in a
        `<noscript>` ends the head for a parser without scripts, and the rest stands in the body.
        """
        head = self.tree.head
        found = [node.attributes for node in head.css("link")] if head is not None else []
        if any(_is_canonical(link) for link in found):
            return found
        return [node.attributes for node in self.tree.css("link")]

    @cached_property
    def canonical(self) -> str | None:
        """Address in `<link rel=canonical>`, or `og:url`; as the page wrote it."""
        for link in self.links:
            if _is_canonical(link):
                return (link["href"] or "").strip() or None
        return self.meta("og:url")

    @cached_property
    def json_ld(self) -> list[dict[str, Any]]:
        """Objects of the JSON-LD blocks, `@graph` flattened; broken blocks are left out."""
        found: list[dict[str, Any]] = []
        for node in self._scattered:
            if node.tag == "meta":
                continue
            try:
                found.extend(_objects(json.loads(node.text(), strict=False)))
            except (ValueError, RecursionError):
                continue
        return found

    def ld(self, key: str) -> Any:
        """Return the value of `key` (any case) in the JSON-LD of the article, or None."""
        for item in sorted(self.json_ld, key=lambda item: not _is_article(item)):
            for name, value in item.items():
                if name.lower() == key and value:
                    return value
        return None

    def ld_texts(self, key: str) -> list[str]:
        """Return the texts of `key` in the JSON-LD: of a text, a named thing, or a list of them."""
        return list(texts_of(self.ld(key)))

    @cached_property
    def title_tag(self) -> str | None:
        """Squeezed text of `<title>`."""
        node = self.tree.css_first("title")
        return (squeeze(node.text()) or None) if node else None

    @property
    def is_amp(self) -> bool:
        """Whether this is the short version of a page for telephones: `<html amp>`, `<html ⚡>`."""
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


# Attributes that name a meta.
_NAMING: Final = frozenset(("property", "name", "itemprop", "http-equiv"))
# Of these every one counts, not the first alone.
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


def texts_of(value: Any) -> Iterator[str]:
    """Yield the texts of a JSON-LD value: a text, a thing with a name, or a list of them."""
    if isinstance(value, str):
        if text := squeeze(value):
            yield text
    elif isinstance(value, dict):
        for key in ("name", "@value"):
            if isinstance(value.get(key), str):
                yield from texts_of(value[key])
                return
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item)


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

    Bytes are UTF-8 wherever they can be, whatever header and meta say; otherwise what the
    `content_type` header or the page declares, otherwise windows-1256.

    With `trusting`, a page that declares UTF-8 is taken at its word: to check it costs a tenth of
    the parse. Ask `may_be_misread` of such a page where U+FFFD stands in its text.

    Raises:
        NotAnArticle: `not-html`, `empty` or `too-large`.
        TypeError: `html` is neither bytes nor str.
    """
    unchecked = None
    if isinstance(html, str):
        raw, encoding = html.encode("utf-8", "replace"), "utf-8"
    elif isinstance(html, bytes | bytearray | memoryview):
        raw, encoding = bytes(html), "utf-8"
        if trusting and _says_utf8(raw):
            unchecked = raw
        else:
            raw, encoding = _to_utf8(raw, content_type)
    else:
        raise TypeError(f"a page is bytes or str, not {type(html).__name__}")
    try:
        _refuse_what_is_no_page(raw)
    except NotAnArticle:
        if unchecked is None or _is_utf8(raw):
            raise
        return open_page(html, url, content_type=content_type)
    return Page(LexborHTMLParser(raw, options=_OPTIONS), url, encoding, unchecked)


def _says_utf8(raw: bytes) -> bool:
    """Tell whether the beginning of a page declares UTF-8, and no mark of another one stands."""
    at = raw.find(b"charset=", 0, _HEAD)
    return (
        at >= 0
        and raw[at + 8 : at + 14].lstrip(b"\"'")[:5].lower() == b"utf-8"
        and not raw.startswith(_BOM_BYTES)
    )


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _to_utf8(raw: bytes, content_type: str | None) -> tuple[bytes, str]:
    """Return the page in UTF-8 and the name of the encoding that it had."""
    if len(raw) > MAX_BYTES:
        raise NotAnArticle("too-large", f"{len(raw):,} bytes, at most {MAX_BYTES:,} are read")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            text = raw[len(bom) :].decode(encoding, "replace")
            return text.encode("utf-8", "replace"), encoding
    return (raw, "utf-8") if _is_utf8(raw) else _from_legacy(raw, content_type)


def _from_legacy(raw: bytes, content_type: str | None) -> tuple[bytes, str]:
    """Decode a page that is no sound UTF-8."""
    if raw.startswith(_MAGIC):
        raise NotAnArticle("not-html", "the bytes are a file of another kind")
    utf8 = raw.decode("utf-8", "replace")
    broken = utf8.count("\ufffd")
    # UTF-8 with some bytes flipped or cut still has far more whole letters than broken ones;
    # text in a one-byte encoding read as UTF-8 has hardly a whole one.
    foreign = len(utf8) - len(utf8.encode("ascii", "ignore"))
    if broken * 4 < foreign - broken:
        return utf8.encode(), "utf-8"
    declared = _DECLARED.search((content_type or "").encode()) or _DECLARED.search(raw[:4096])
    encoding = declared[1].decode("ascii") if declared else "windows-1256"
    try:
        encoding = codecs.lookup(encoding).name
    except LookupError:
        encoding = "cp1256"
    if encoding in ("utf-8", "iso8859-1", "cp1252", "ascii"):  # declared, yet impossible
        encoding = "cp1256"
    return raw.decode(encoding, "replace").encode(), encoding


def _refuse_what_is_no_page(raw: bytes) -> None:
    """Raise for input that is empty, is not HTML, or would take too long to parse."""
    if len(raw) > MAX_BYTES:
        raise NotAnArticle("too-large", f"{len(raw):,} bytes, at most {MAX_BYTES:,} are read")
    if len(raw) > _SUSPECT_BYTES or (len(raw) > _HARMLESS_BYTES and _is_dense(raw)):
        _refuse_what_is_too_deep(raw)
    head = raw[:1024]
    if not (head.strip(_BLANK) or raw[:65536].strip(_BLANK)):
        raise NotAnArticle("empty", "there are no bytes")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head.startswith(_MAGIC) or controls > max(8, len(head) // 50):
        raise NotAnArticle("not-html", "the bytes are a file of another kind")
    if b"<" not in head and not _TAG.search(raw.decode("utf-8", "replace")):
        raise NotAnArticle("not-html", "there is no tag")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"[") or start.startswith((b"<?xml", b"<rss", b"<feed", b"<urlset")):
        _refuse_data(raw)


def _is_dense(raw: bytes) -> bool:
    """Tell whether a part of a page is hardly more than tags: captures have 53 in 1,024 bytes."""
    quarter = len(raw) // 4
    return any(
        raw.count(b"<", at, at + 1024) > _MOST_TAGS for at in range(quarter, 4 * quarter, quarter)
    )


def _refuse_data(raw: bytes) -> None:
    """Raise for JSON and XML that is not XHTML."""
    if b"<html" not in raw[:4096].lower() and b"<body" not in raw[:65536].lower():
        raise NotAnArticle("not-html", "the bytes are JSON or XML")


def _refuse_what_is_too_deep(raw: bytes) -> None:
    """Raise for a page whose parse would take seconds: nested too deep, or with huge tags."""
    if raw.count(b"<") > _MAX_UNCLOSED:
        depth = 0
        for start in range(0, len(raw), _PIECE):
            piece = raw[start : start + _PIECE]
            opened = piece.count(b"<") - 2 * piece.count(b"</")
            # A tag cut by the end of the piece is one in thousands.
            depth += opened - len(_NEVER_CLOSED.findall(piece)) if opened > 0 else opened
            if depth > _MAX_UNCLOSED:
                raise NotAnArticle("too-large", "tags are nested deeper than any article's")
            depth = max(depth, 0)
    if not _has_a_long_tag(raw):
        return
    for tag in _LONG_TAG.finditer(raw):
        if len(tag[0].split()) > _MAX_ATTRIBUTES:
            raise NotAnArticle("too-large", "a tag has thousands of attributes")


def _has_a_long_tag(raw: bytes) -> bool:
    """Tell whether some stretch of `_LONG` bytes has no `>`; looks at few bytes of a usual page."""
    at = 0
    while at + _LONG < len(raw):
        end = raw.rfind(b">", at, at + _LONG)
        if end < 0:
            return True
        at = end + 1
    return False
