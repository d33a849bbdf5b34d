"""Articles in JSONL files, plain or packed, to be read one after another."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from tvto_crawl.bulk.streams import UNREADABLE, open_input

__all__ = ["STDIO", "CorpusError", "decode", "find_files", "is_article", "numbered_lines"]

#: Stands for standard input or output.
STDIO: Final = Path("-")
_ENDINGS: Final = (".jsonl", ".jsonl.gz", ".jsonl.zst")


class CorpusError(Exception):
    """The files can't be read; the message is a sentence for people."""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return JSONL files: those named, and all in folders but hidden ones and our own lists.

    Raises:
        CorpusError: a path is missing, or there is no file.
    """
    found: list[Path] = []
    named = list(paths)
    for path in named:
        if path != STDIO and not path.exists():
            raise CorpusError(f"there is no {path}")
        found += _in_folder(path) if path.is_dir() else [path]
    if not found:
        raise CorpusError(f"there is no JSONL file in {', '.join(map(str, named))}")
    return found


def _in_folder(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*.jsonl*")
        if path.name.endswith(_ENDINGS)
        and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    )


def numbered_lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield place (`articles.jsonl line 7`) and content of the lines of a file but empty ones.

    Raises:
        CorpusError: the file is damaged.
    """
    number = 0
    name = "standard input" if path == STDIO else path.name
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIO else open_input(path) as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield f"{name} line {number}", line
    except UNREADABLE as error:
        raise CorpusError(f"{name} can't be read after line {number}: {error}") from error


def decode(line: bytes) -> dict[str, Any] | None:
    """Return the JSON object of a line, or None for a line that is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def is_article(record: dict[str, Any]) -> bool:
    """Tell whether a record has what every article has: id and text."""
    return bool(record.get("id")) and all(isinstance(record.get(k), str) for k in ("id", "text"))
