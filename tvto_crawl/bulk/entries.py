"""One thing to clean, as an input holds it, or the reason why it can't be."""

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

__all__ = ["Entry", "LeftOut", "read_file", "read_lines"]

# Browsers and SingleFile note in a saved page where it came from.
_SAVED_FROM: Final = re.compile(
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)\s*(https?://[^\s>]+)"
)
_URL_KEYS: Final = ("url", "link", "source_url", "page_url", "WARC-Target-URI")
_FETCHED_KEYS: Final = ("fetched_at", "crawled_at", "crawl_date", "warc_date")
# Nothing longer is read into memory; the cleaners refuse pages above 8 MiB and say so.
_LONGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a text."""

    content: bytes | str
    is_html: bool
    place: str
    """Where it stands, for people: `2024/news.warc.gz at byte 9194`, `corpus.jsonl line 7`."""
    source: str
    """The record's `source`: name of the WARC or file, as of `Input.name`."""
    url: str | None = None
    content_type: str | None = None
    fetched_at: datetime | str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that leads to no article."""

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
        return LeftOut("unreadable", name, detail=str(error))
    if not is_html:
        return Entry(_text(raw), False, name, source="text")
    saved_from = _SAVED_FROM.search(raw[:4096])
    url = saved_from[1].decode("utf-8", "replace") if saved_from else None
    return Entry(raw, True, name, source=name, url=url)


def _text(raw: bytes) -> str:
    """Decode a text: UTF-8, or with a mark UTF-16, or else windows-1256."""
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
    """Yield the entries of JSONL from where `stream` stands, of `length` bytes of it.

    `first` is the number of the line to begin with, for messages; 0 where it is not known, then
    places are told by byte.
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
    url = _first(record, _URL_KEYS)
    content = record.get(columns.name)
    if not isinstance(content, str):
        return LeftOut("bad-line", place, url, f"no column {columns.name} with a text")
    return Entry(
        content,
        columns.is_html,
        place,
        source=name if columns.is_html else "text",
        url=url,
        fetched_at=_moment(_first(record, _FETCHED_KEYS)),
    )


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _moment(told: str | None) -> str | None:
    """Return a moment as the record writes it, or None for one that is none."""
    if told is None:
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo else None
