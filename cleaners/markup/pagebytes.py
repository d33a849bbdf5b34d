"""The bytes of a page before they are parsed: their encoding, and what is not a page.

Input that is empty, of another kind, or would take too long to parse is refused here.
"""

import codecs
import re
from typing import Final

from cleaners.errors import NotAnArticle

__all__ = ["MAX_BYTES", "is_utf8", "refuse_what_is_no_page", "says_utf8", "to_utf8"]

#: Largest page that is read, in bytes. The largest real article page met is under 1 MB.
MAX_BYTES: Final = 8 * 1024 * 1024
# lexbor's time grows with the square of the depth and of the attributes of one tag: 20,000 nested
# <div> take 0.33 s, 100,000 take 9 s. Pages of at most _SUSPECT_BYTES seldom hold enough to hurt,
# pages of at most _HARMLESS_BYTES never. Those between are suspect if they are dense: more than
# this many tags in 1,024 bytes.
_SUSPECT_BYTES: Final = 180_000
_HARMLESS_BYTES: Final = 75_000
_MOST_TAGS: Final = 120
_MAX_UNCLOSED: Final = 15_000
# The depth is added up piece by piece, so that tags closed at the end do not hide it.
_PIECE: Final = 65_536
_MAX_ATTRIBUTES: Final = 5_000
_LONG: Final = 20_000
_LONG_TAG: Final = re.compile(rb"<[a-zA-Z][^>]{20000,}")
_NEVER_CLOSED: Final = re.compile(
    rb"<(?:[!?]|(?:br|img|input|meta|link|hr|li|p|td|tr|th|option|source|param|area|col|dt|dd)\b)",
    re.IGNORECASE,
)
_DECLARED: Final = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
# A page declares UTF-8 within this many bytes: some have long scripts before it.
_HEAD: Final = 8192
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BOM_BYTES: Final = tuple(bom for bom, _ in _BOMS)
# The first bytes of files that are not pages.
_MAGIC: Final = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"Rar!",
)
# Control characters that no text has; one random byte in nine is one of them.
_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_BLANK: Final = b" \t\r\n\x00"
_TAG: Final = re.compile(r"<\s*(?:!doctype|!--|/?[a-zA-Z])", re.IGNORECASE)


def says_utf8(raw: bytes) -> bool:
    """Return whether the beginning of a page declares UTF-8 and has no byte order mark."""
    at = raw.find(b"charset=", 0, _HEAD)
    return (
        at >= 0
        and raw[at + 8 : at + 14].lstrip(b"\"'")[:5].lower() == b"utf-8"
        and not raw.startswith(_BOM_BYTES)
    )


def is_utf8(raw: bytes) -> bool:
    """Return whether all of the bytes are UTF-8."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def to_utf8(raw: bytes, content_type: str | None) -> bytes:
    """Return the page in UTF-8, whatever its encoding.

    Raises:
        NotAnArticle: `too-large`, or `not-html`.
    """
    if len(raw) > MAX_BYTES:
        raise NotAnArticle("too-large", f"{len(raw):,} bytes, at most {MAX_BYTES:,} are read")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace").encode("utf-8", "replace")
    return raw if is_utf8(raw) else _from_legacy(raw, content_type)


def _from_legacy(raw: bytes, content_type: str | None) -> bytes:
    """Return a page in UTF-8 that is not, or not wholly, valid UTF-8."""
    if raw.startswith(_MAGIC):
        raise NotAnArticle("not-html", "the bytes are a file of another kind")
    utf8 = raw.decode("utf-8", "replace")
    broken = utf8.count("\ufffd")
    # UTF-8 with some bytes flipped or cut off still has far more whole letters than broken ones;
    # text in a one-byte encoding, read as UTF-8, has hardly any whole ones.
    foreign = len(utf8) - len(utf8.encode("ascii", "ignore"))
    if broken * 4 < foreign - broken:
        return utf8.encode()
    by_server = (content_type or "").encode("ascii", "ignore")
    declared = _DECLARED.search(by_server) or _DECLARED.search(raw[:4096])
    encoding = declared[1].decode("ascii") if declared else "windows-1256"
    try:
        encoding = codecs.lookup(encoding).name
    except LookupError:
        encoding = "cp1256"
    if encoding in ("utf-8", "iso8859-1", "cp1252", "ascii"):  # declared, yet impossible
        encoding = "cp1256"
    try:
        return raw.decode(encoding, "replace").encode()
    except (LookupError, UnicodeError):  # no encoding of text: `base64`, `undefined`
        return raw.decode("cp1256", "replace").encode()


def refuse_what_is_no_page(raw: bytes) -> None:
    """Refuse input that is empty, is not HTML, or would take too long to parse.

    Raises:
        NotAnArticle: `empty`, `not-html` or `too-large`.
    """
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
    """Return whether a part of a page is hardly more than tags; captures have 53 in 1,024 bytes."""
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
            # At most one tag in thousands is cut in two by the end of a piece.
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
    """Return whether some stretch of `_LONG` bytes has no `>`."""
    at = 0  # leaps from one `>` to the next far one, past nearly all bytes of a usual page
    while at + _LONG < len(raw):
        end = raw.rfind(b">", at, at + _LONG)
        if end < 0:
            return True
        at = end + 1
    return False
