"""Find the page to inspect: a file, standard input, or a capture in WARC files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, cast
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser
from w3lib.url import canonicalize_url

from tvto_crawl.bulk.cleaning import REASONS
from tvto_crawl.bulk.entries import Entry, LeftOut, read_file
from tvto_crawl.bulk.warcs import WarcReader

__all__ = ["Captured", "NoPage", "UnreadablePage", "captured_pages", "find_captured", "read_page"]

# Addresses that are named if several match, and files if none does.
_NAMED: Final = 8
# Bytes of a page in which its title is looked for.
_HEAD: Final = 20_000


class NoPage(ValueError):  # noqa: N818
    """There is no such page; the message is a sentence for people."""


class UnreadablePage(ValueError):  # noqa: N818
    """The file with the page is damaged; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A page that an archive holds."""

    url: str
    title: str
    size: int
    """Bytes of the page, unpacked."""


def read_page(path: Path) -> Entry:
    """Return the page in a file, compressed or not.

    Raises:
        UnreadablePage: the file can't be read.
    """
    entry = read_file(path, path.name, is_html=True)
    if isinstance(entry, LeftOut):
        raise UnreadablePage(f"{path} can't be read: {entry.detail}")
    return entry


def captured_pages(warcs: Sequence[Path]) -> Iterator[Captured]:
    """Yield the pages in WARC files, in the order of the files.

    Raises:
        OSError: a file can't be opened.
    """
    for entry in _entries(warcs):
        if isinstance(entry, Entry):
            raw = _bytes(entry)
            yield Captured(entry.url or "", _title(raw), len(raw))


def find_captured(wanted: str, warcs: Sequence[Path]) -> Entry:
    """Return the newest good capture of an address.

    `wanted` is the address, with http or https and percent-encoded or not, or a part of it that no
    other address in these files has, such as a news code.

    Raises:
        NoPage: no page was captured there, or several addresses match.
        OSError: a file can't be opened.
    """
    key, part = _key(wanted), unquote(wanted)
    exact: Entry | None = None
    partial_: dict[str, Entry] = {}
    left_out: LeftOut | None = None
    for entry in _entries(warcs):
        url = entry.url or ""
        is_it = _key(url) == key
        if isinstance(entry, LeftOut):
            left_out = entry if is_it else left_out
        elif is_it:
            exact = entry if exact is None or _age(entry) >= _age(exact) else exact
        elif part in unquote(url) and (len(partial_) <= _NAMED or _key(url) in partial_):
            partial_[_key(url)] = entry
    if exact is not None:
        return exact
    if left_out is not None:
        reason = REASONS.get(left_out.reason, left_out.reason)
        why = f"{reason}: {left_out.detail}" if left_out.detail else reason
        raise NoPage(f"{left_out.place}: {why}")
    if len(partial_) == 1:
        return next(iter(partial_.values()))
    if not partial_:
        more = ", …" if len(warcs) > _NAMED else ""
        names = ", ".join(map(str, warcs[:_NAMED])) + more
        raise NoPage(
            f"{names}: no page at {wanted}; `tvto-crawl inspect` with only the archive lists its"
            " pages"
        )
    urls = [unquote(entry.url or "") for entry in partial_.values()]
    more = "\n  …" if len(urls) > _NAMED else ""
    raise NoPage(f"several pages match {wanted}:\n  " + "\n  ".join(urls[:_NAMED]) + more)


def _entries(warcs: Sequence[Path]) -> Iterator[Entry | LeftOut]:
    for path in warcs:
        opened = cast("partial[BinaryIO]", partial(path.open, "rb"))
        yield from WarcReader(opened, path.name)


def _key(url: str) -> str:
    """Return an address in a normalized spelling: percent-encoding, order of query, no scheme."""
    try:
        spelt = str(canonicalize_url(url))
    except ValueError:
        spelt = url
    return spelt.partition("://")[2] or spelt


def _age(entry: Entry) -> float:
    moment = entry.fetched_at
    return moment.timestamp() if moment is not None and not isinstance(moment, str) else 0.0


def _bytes(entry: Entry) -> bytes:
    content = entry.content
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _title(raw: bytes) -> str:
    node = LexborHTMLParser(raw[:_HEAD].decode("utf-8", "replace")).css_first("title")
    return " ".join(node.text().split()) if node else ""
