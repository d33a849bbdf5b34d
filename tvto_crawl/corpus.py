"""Articles in JSONL files, plain or packed, to be read one after another."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from tvto_crawl.bulk.inputs import distinct_names
from tvto_crawl.bulk.streams import STDIO, UNREADABLE, open_input

__all__ = [
    "STANDARD_INPUT",
    "CorpusError",
    "NoArticlesError",
    "Source",
    "decode",
    "find_sources",
    "is_article",
    "is_read_in",
    "numbered_lines",
    "on_disk",
    "what_is_wrong",
]

#: What messages call standard input.
STANDARD_INPUT: Final = "standard input"
_ENDINGS: Final = (".jsonl", ".jsonl.gz", ".jsonl.zst")


class CorpusError(Exception):
    """The files can't be read; the message is a sentence for people."""


class NoArticlesError(Exception):
    """There is not one article among the lines of `inputs`; the message is a sentence for people.

    `first` is what was said of the first line, if there was one.
    """

    def __init__(self, inputs: Iterable[Path], lines: int, first: Iterable[str]) -> None:
        where = ", ".join(STANDARD_INPUT if path == STDIO else str(path) for path in inputs)
        told = next(iter(first), None)
        if told is None:
            super().__init__(f"{where}: there is no line in it, and no article")
            return
        none = (
            "the one line is no article" if lines == 1 else f"none of {lines:,} lines is an article"
        )
        super().__init__(
            f"{where}: {none}; {told}. `tvto-crawl clean` makes articles of pages and texts"
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A JSONL file of a corpus."""

    path: Path
    """`-` for standard input."""
    name: str
    """What messages call it: a name that no other source has."""

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Open it for reading; gzip and Zstandard are told by the first bytes.

        Raises:
            OSError: the file can't be opened.
        """
        return nullcontext(sys.stdin.buffer) if self.path == STDIO else open_input(self.path)


def find_sources(paths: Iterable[Path]) -> list[Source]:
    """Return the files named, and the JSONL in folders but hidden ones and our own lists.

    Each file comes once, by whatever ways it is reached.

    Raises:
        CorpusError: a path is missing, or there is no file.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    named = list(paths)
    for root in named:
        if root != STDIO and not root.exists():
            raise CorpusError(f"there is no {root}")
        for path in _in_folder(root) if root.is_dir() else [root]:
            found.setdefault(path if path == STDIO else path.resolve(), (path, root))
    if not found:
        raise CorpusError(f"there is no JSONL file in {', '.join(map(str, named))}")
    files = list(found.values())
    return [
        Source(path, STANDARD_INPUT if path == STDIO else name)
        for (path, _), name in zip(files, distinct_names(files), strict=True)
    ]


def _in_folder(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.jsonl*") if is_read_in(folder, path))


def is_read_in(folder: Path, path: Path) -> bool:
    """Return whether `find_sources` takes a file of this path, there or not, out of `folder`."""
    if not path.name.endswith(_ENDINGS) or not path.is_relative_to(folder):
        return False
    return not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)


def on_disk(sources: Iterable[Source], spool: Path) -> list[Source]:
    """Return sources that can be read twice: standard input is copied to the file `spool`.

    Raises:
        OSError: the copy can't be written.
    """
    found = list(sources)
    if any(source.path == STDIO for source in found):
        with spool.open("wb") as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy, 1 << 20)
    return [replace(source, path=spool) if source.path == STDIO else source for source in found]


def numbered_lines(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield place (`articles.jsonl line 7`) and content of the lines of a file but empty ones.

    Raises:
        CorpusError: the file is damaged.
    """
    number = 0
    try:
        with source.open() as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield f"{source.name} line {number}", line
    except UNREADABLE as error:
        raise CorpusError(f"{source.name} can't be read after line {number}: {error}") from error


def decode(line: bytes) -> dict[str, Any] | None:
    """Return the JSON object of a line, or None for a line that is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def is_article(record: dict[str, Any]) -> bool:
    """Return whether a record has what every article has: id and text."""
    return bool(record.get("id")) and all(isinstance(record.get(k), str) for k in ("id", "text"))


def what_is_wrong(line: bytes) -> tuple[dict[str, Any] | None, str | None]:
    """Return the record of a line, and why it is no article as the end of a sentence, or None."""
    record = decode(line)
    if record is None:
        return None, "is no JSON object"
    return record, None if is_article(record) else "has no id or no text"
