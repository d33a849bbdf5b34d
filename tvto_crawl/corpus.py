"""Read articles from JSONL files, plain or compressed, one after another."""

import json
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

from tvto_crawl.bulk.inputs import distinct_names
from tvto_crawl.bulk.streams import (
    STDIO,
    UNREADABLE,
    ClosedInputError,
    is_stream,
    open_input,
    spool,
)

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

#: Name of standard input in messages.
STANDARD_INPUT: Final = "standard input"
_ENDINGS: Final = (".jsonl", ".jsonl.gz", ".jsonl.zst")
_HIDDEN: Final = (".", "_")


class CorpusError(Exception):
    """The files can't be read; the message is a sentence for people."""


class NoArticlesError(Exception):
    """No line of `inputs` is an article; the message is a sentence for people.

    `first` yields what is wrong with the first line, if there was one.
    """

    def __init__(self, inputs: Iterable[Path], lines: int, first: Iterable[str]) -> None:
        where = ", ".join(STANDARD_INPUT if path == STDIO else str(path) for path in inputs)
        wrong = next(iter(first), None)
        if wrong is None:
            super().__init__(f"{where}: no article, because there is no line in it")
            return
        none = (
            "the only line is not an article"
            if lines == 1
            else f"none of {lines:,} lines is an article"
        )
        super().__init__(
            f"{where}: {none}; {wrong}. `tvto-crawl clean` turns pages and texts into articles"
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A JSONL file of a corpus."""

    path: Path
    """`-` for standard input."""
    name: str
    """Its name in messages, which no other source has."""

    def open(self) -> BinaryIO:
        """Open it for reading; gzip and Zstandard are recognized by the first bytes.

        Raises:
            OSError: the file can't be opened.
        """
        return open_input(self.path)


def find_sources(paths: Iterable[Path]) -> list[Source]:
    """Return the given files, and the JSONL files in folders except hidden ones and our own lists.

    Each file comes once, even if it is reached in several ways.

    Raises:
        CorpusError: a path does not exist, or there is no file.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    named = list(paths)
    for root in named:
        if root != STDIO and not root.exists():
            raise CorpusError(f"there is no file or folder {root}")
        for path in _in_folder(root) if root.is_dir() else [root]:
            found.setdefault(path if is_stream(path) else path.resolve(), (path, root))
    if not found:
        raise CorpusError(f"there is no JSONL file in {', '.join(map(str, named))}")
    files = list(found.values())
    return [
        Source(path, STANDARD_INPUT if path == STDIO else str(path) if is_stream(path) else name)
        for (path, _), name in zip(files, distinct_names(files), strict=True)
    ]


def _in_folder(folder: Path) -> list[Path]:
    """Return the JSONL files in a folder.

    Raises:
        CorpusError: the folder, or one below it, can't be read.
    """
    found: list[Path] = []
    for place, below, names in os.walk(folder, onerror=_refuse):
        below[:] = [name for name in below if not name.startswith(_HIDDEN)]
        found += [Path(place, name) for name in names]
    return sorted(path for path in found if is_read_in(folder, path) and not is_stream(path))


def _refuse(error: OSError) -> NoReturn:
    raise CorpusError(f"{error.filename} can't be read: {error.strerror}") from error


def is_read_in(folder: Path, path: Path) -> bool:
    """Return whether `find_sources` would read `path` in `folder`, whether it exists or not."""
    if not path.name.endswith(_ENDINGS) or not path.is_relative_to(folder):
        return False
    return not any(part.startswith(_HIDDEN) for part in path.relative_to(folder).parts)


def on_disk(sources: Iterable[Source], folder: Path) -> list[Source]:
    """Return sources that can be read twice: standard input and pipes are copied to `folder`.

    Raises:
        CorpusError: standard input is one of them, and closed.
        OSError: a copy can't be written.
    """
    found = list(sources)
    for number, source in enumerate(found):
        if is_stream(source.path):
            folder.mkdir(exist_ok=True)
            copy = folder / str(number)
            try:
                spool(source.path, copy)
            except ClosedInputError as error:
                raise CorpusError(f"{source.name} can't be read: {error.strerror}") from error
            found[number] = replace(source, path=copy)
    return found


def numbered_lines(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield place (`articles.jsonl line 7`) and content of each line of a file, except empty ones.

    Raises:
        CorpusError: the file is damaged.
    """
    number = 0
    try:
        with source.open() as stream:
            for number, line in enumerate(stream, 1):
                # Of several files written one after another, it would stand in the middle.
                line = line.removeprefix(BOM_UTF8) if number == 1 else line
                if line.strip():
                    yield f"{source.name} line {number}", line
    except UNREADABLE as error:
        after = f" after line {number}" if number else ""
        why = getattr(error, "strerror", None) or error
        raise CorpusError(f"{source.name} can't be read{after}: {why}") from error


def decode(line: bytes) -> dict[str, Any] | None:
    """Return the JSON object of a line, or None if it does not hold one."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def is_article(record: dict[str, Any]) -> bool:
    """Return whether a record has an id and a text, as every article has."""
    return bool(record.get("id")) and all(isinstance(record.get(k), str) for k in ("id", "text"))


def what_is_wrong(line: bytes) -> tuple[dict[str, Any] | None, str | None]:
    """Return the record of a line, and why it is not an article (the end of a sentence) or None."""
    record = decode(line)
    if record is None:
        return None, "is not a JSON object"
    return record, None if is_article(record) else "has no id or no text"
