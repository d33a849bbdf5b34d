"""Find the column in which JSONL holds what is to be cleaned, or say why there is none."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["HTML_COLUMNS", "MARKUP", "TEXT_COLUMNS", "Columns", "columns_of", "why_no_column"]

#: Names of columns that hold a page, and of columns that hold a text, the likeliest first.
HTML_COLUMNS: Final = ("html", "raw_html", "page_html", "html_content", "page", "content", "body")
TEXT_COLUMNS: Final = ("text", "raw_text", "content", "body", "article", "document")
# Keys of a line that the cleaners wrote, in which nothing is left to clean.
_CLEANED: Final = frozenset({"fingerprint", "extractor", "repairs"})
# Bytes and lines of a file that are looked at. A line that holds a page is rarely longer.
_HEAD: Final = 1 << 20
_LINES: Final = 20
#: Tags that pages have and other texts lack.
MARKUP: Final = re.compile(
    rb"<(?:!doctype html|html|head|body|meta|title|article|main|div|h1|p)[\s>/]", re.IGNORECASE
)
_TAG: Final = re.compile(r"<(?:!doctype|html|body|div|p|br|h[1-6]|article|span|a)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of a JSONL file that holds what is to be cleaned."""

    name: str
    is_html: bool


def columns_of(lines: bytes, wanted: str | None = None) -> Columns | None:
    """Return the column that holds a page or text, judging by the first record that has one.

    `wanted` names the column if the caller knows it. Return None for lines that are not JSON
    objects, have no such column, or are articles that the cleaners wrote.
    """
    for record in _records(lines):
        if columns := _columns(record, wanted):
            return columns
    return _columns_of_cut_line(lines, wanted)


def why_no_column(lines: bytes, wanted: str | None = None) -> str:
    """Return why `columns_of` finds nothing, as a sentence that begins with the file's name."""
    records = list(_records(lines))
    if not records:
        return "does not hold one JSON object per line"
    if not wanted and records[0].keys() >= _CLEANED:
        return "holds articles that are clean already (--column text cleans their texts again)"
    names = ", ".join(name for name, value in records[0].items() if isinstance(value, str))
    there = f"its text columns are {names}" if names else "it has no text column"
    if wanted:
        return f"has no text in a column {wanted}; {there}"
    how = "; name one of them with --column" if names else ""
    return f"has no column known to hold a page or a text; {there}{how}"


def _records(lines: bytes) -> Iterator[dict[str, Any]]:
    for line in lines[:_HEAD].split(b"\n")[:_LINES]:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _columns(record: dict[str, Any], wanted: str | None) -> Columns | None:
    if wanted:
        value = record.get(wanted)
        return Columns(wanted, _is_page(wanted, value)) if isinstance(value, str) else None
    if record.keys() >= _CLEANED:
        return None
    for name in HTML_COLUMNS:
        value = record.get(name)
        if isinstance(value, str) and value.strip() and _is_page(name, value):
            return Columns(name, is_html=True)
    for name in TEXT_COLUMNS:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return Columns(name, is_html=False)
    return None


def _is_page(name: str, value: object) -> bool:
    return "html" in name or (isinstance(value, str) and bool(_TAG.search(value[:20_000])))


def _columns_of_cut_line(lines: bytes, wanted: str | None) -> Columns | None:
    """Return the column if the first line is longer than what was read of it."""
    if b"\n" in lines[:_HEAD] or len(lines) < _HEAD // 2:
        return None
    for name in (wanted,) if wanted else (*HTML_COLUMNS, *TEXT_COLUMNS):
        if re.search(rb'"%s"\s*:\s*"' % re.escape(name.encode()), lines[:_HEAD]):
            is_html = "html" in name or bool(MARKUP.search(lines[:_HEAD]))
            return Columns(name, is_html)
    return None
