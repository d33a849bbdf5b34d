"""What the inputs are: found out from their content."""

import codecs
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from tvto_crawl.bulk.streams import UNREADABLE, open_input, told_by_magic

__all__ = ["Columns", "Found", "Input", "Kind", "columns_of", "find_inputs", "kind_of"]

Kind = Literal["warc", "jsonl", "html", "text"]

#: Names of columns that hold a page, and of those that hold a text, the likeliest first.
HTML_COLUMNS: Final = ("html", "raw_html", "page_html", "html_content", "page", "content", "body")
TEXT_COLUMNS: Final = ("text", "raw_text", "content", "body", "article", "document")
# Marks of a line that the cleaners wrote: nothing is left to clean in it.
_CLEANED: Final = frozenset({"fingerprint", "extractor", "repairs"})

# How much of a file tells what it is. A line of JSONL that holds a page is rarely longer.
_HEAD: Final = 1 << 20
_TEXT_ENDINGS: Final = frozenset({".txt", ".text"})
_MARKUP: Final = re.compile(
    rb"<(?:!doctype html|html|head|body|meta|title|article|main|div|h1|p)[\s>/]", re.IGNORECASE
)
_TAG: Final = re.compile(r"<(?:!doctype|html|body|div|p|br|h[1-6]|article|span|a)\b", re.IGNORECASE)
_OTHER_MARKUP: Final = re.compile(
    rb"\s*<(?:\?xml(?![^>]*>(?:\s|<!--.*?-->)*<(?:!doctype )?html)|rss|feed|urlset|svg)",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a line of JSONL keeps what is to be cleaned."""

    name: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class Input:
    """A file to clean."""

    path: Path
    kind: Kind
    root: Path
    """The folder that was asked for, or the file itself."""
    name: str
    """What records and messages call it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at the places that were asked for."""

    inputs: list[Input]
    others: list[Path]
    """Files that are nothing to clean: images, style sheets, feeds, cleaned articles."""


def find_inputs(paths: Iterable[Path], *, output: Iterable[Path] = ()) -> Found:
    """Look at files and, below folders, at all files; hidden ones are passed over.

    A file counts once, by whatever way it is reached. Files and folders of `output`, where this
    or an earlier run writes, are no inputs.
    """
    inputs: list[Input] = []
    others: list[Path] = []
    seen = {path.resolve() for path in output}
    for root in paths:
        for path in _files(root):
            real = path.resolve()
            if real in seen or (root != path and not seen.isdisjoint(real.parents)):
                continue
            seen.add(real)
            kind = kind_of(path, named=path == root)
            if kind is None:
                others.append(path)
            else:
                name = path.name if path == root else path.relative_to(root).as_posix()
                inputs.append(Input(path, kind, root, name))
    return Found(inputs, others)


def _files(root: Path) -> Iterator[Path]:
    """Yield `root`, or the files below it in the order of their names."""
    if not root.is_dir():
        yield root
        return
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file():
                yield path


def kind_of(path: Path, *, named: bool = False) -> Kind | None:
    """Return what a file is, by its content; None for nothing to clean.

    Text is anything that can be read, so in a folder it needs the name of a text; a file that was
    `named` itself is taken at the word.
    """
    try:
        with open_input(path) as stream:
            head = stream.read(_HEAD)
    except UNREADABLE:
        # A torn archive is still one; the rest has nothing that could be read.
        return "warc" if ".warc" in path.name.lower() else None
    if head.startswith(b"WARC/"):
        return "warc"
    start = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    if start.startswith(b"{"):
        return "jsonl" if columns_of(start) else None
    if not start or start.startswith(b"[") or told_by_magic(start):
        return None
    if _looks_like_html(start):
        return "html"
    text_by_name = any(ending.lower() in _TEXT_ENDINGS for ending in path.suffixes[-2:])
    if (named or text_by_name) and not _OTHER_MARKUP.match(start) and not _is_binary(head):
        return "text"
    return None


def _looks_like_html(start: bytes) -> bool:
    """Tell whether bytes are a page: its tags stand near the top, and it is no feed."""
    if _OTHER_MARKUP.match(start) or _is_binary(start):
        return False
    head = start[: 1 << 16].replace(b"\x00", b"")
    if start.startswith(b"<"):
        return bool(_MARKUP.search(head))
    # A text may speak of tags; a page that begins with text has them all over.
    return len(_MARKUP.findall(head)) >= 3 and bool(re.search(rb"</(?:html|body|div|p)>", head))


def _is_binary(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = head[:4096]
    return len(_CONTROLS.findall(sample)) > max(8, len(sample) // 50)


def columns_of(lines: bytes, wanted: str | None = None) -> Columns | None:
    """Return the column that holds page or text, as the first record with one tells.

    `wanted` names the column where the caller knows it. None for lines that are no JSON objects,
    have no such column, or are articles that the cleaners wrote.
    """
    for line in lines[:_HEAD].split(b"\n")[:20]:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict) and (columns := _columns(record, wanted)):
            return columns
    return _columns_of_cut_line(lines, wanted)


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
    """Return the column of a first line that is longer than what was read of it."""
    if b"\n" in lines[:_HEAD] or len(lines) < _HEAD // 2:
        return None
    for name in (wanted,) if wanted else (*HTML_COLUMNS, *TEXT_COLUMNS):
        if re.search(rb'"%s"\s*:\s*"' % re.escape(name.encode()), lines[:_HEAD]):
            is_html = "html" in name or bool(_MARKUP.search(lines[:_HEAD]))
            return Columns(name, is_html)
    return None
