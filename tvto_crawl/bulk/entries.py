"""Read from an input the things to clean, or the reasons why they can't be cleaned."""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from tvto_crawl.bulk.columns import Columns
from tvto_crawl.bulk.streams import UNREADABLE, open_input

__all__ = ["FETCHED_COLUMNS", "URL_COLUMNS", "Entry", "LeftOut", "read_file", "read_lines"]

# The note that browsers and SingleFile leave in a saved page about its address.
_SAVED_FROM: Final = re.compile(
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)\s*(https?://[^\s>]+)"
)
#: Names of columns that hold the address, and of columns that hold the time of the fetch.
URL_COLUMNS: Final = ("url", "link", "source_url", "page_url", "WARC-Target-URI")
FETCHED_COLUMNS: Final = ("fetched_at", "crawled_at", "crawl_date", "warc_date")
# Bytes; nothing longer is read into memory. The cleaners refuse pages above 8 MiB and say so.
_LONGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a text."""

    content: bytes | str
    is_html: bool
    place: str
    """Where it was read, for people: `2024/news.warc.gz at byte 9194`, `corpus.jsonl line 7`."""
    source: str
    """The record's `source`: the name of the WARC or file (see `Input.name`), or `text`."""
    url: str | None = None
    content_type: str | None = None
    fetched_at: datetime | str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that gives no article."""

    reason: str
    """One of `tvto_crawl.bulk.cleaning.REASONS`."""
    place: str
    url: str | None = None
    detail: str = ""


def read_file(path: Path, name: str, *, is_html: bool) -> Entry | LeftOut:
    """Read a file that is one page or one text."""
    try:
        with open_input(path) as stream:
            raw = stream.read(_LONGEST + 1)
    except UNREADABLE as error:
        return LeftOut("unreadable", name, detail=getattr(error, "strerror", None) or str(error))
    if not is_html:
        return Entry(_text(raw), False, name, source="text")
    saved_from = _SAVED_FROM.search(raw[:4096])
    url = saved_from[1].decode("utf-8", "replace") if saved_from else None
    return Entry(raw, True, name, source=name, url=url)


def _text(raw: bytes) -> str:
    """Decode a text: as UTF-8, as UTF-16 if it has a byte order mark, or else as windows-1256."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        whole = sum(1 for char in text if char > "\x7f") - broken
        return text if broken * 4 < whole else raw.decode("cp1256", "replace")


def read_lines(
    stream: BinaryIO, name: str, columns: Columns, *, first: int = 1, length: int | None = None
) -> Iterator[Entry | LeftOut]:
    """Yield the entries of JSONL from the position of `stream` on, reading `length` bytes.

    `first` is the number of the first line, for messages; if it is 0 (not known), places are given
    in bytes.
    """
    read, number = 0, first - 1
    origin = stream.tell() if not first else 0
    while length is None or read < length:
        try:
            line = stream.readline(_LONGEST)
        except UNREADABLE as error:
            yield LeftOut("torn", name, detail=str(error) or "the file ends early")
            return
        if not line:
            return
        number += 1
        place = f"{name} line {number}" if first else f"{name} at byte {origin + read}"
        read += len(line)
        if line.strip():
            yield _entry(line, place, name, columns)


def _entry(line: bytes, place: str, name: str, columns: Columns) -> Entry | LeftOut:
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return LeftOut("bad-line", place, detail=str(error))
    if not isinstance(record, dict):
        return LeftOut("bad-line", place, detail=f"a JSON {type(record).__name__}")
    url = _first(record, URL_COLUMNS)
    content = record.get(columns.name)
    if not isinstance(content, str):
        return LeftOut("bad-line", place, url, f"no column {columns.name} with a text")
    return Entry(
        content,
        columns.is_html,
        place,
        source=name if columns.is_html else "text",
        url=url,
        fetched_at=_moment(_first(record, FETCHED_COLUMNS)),
    )


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _moment(text: str | None) -> str | None:
    """Return a time in the format of the record, or None if `text` is not a time with an offset."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo else None
