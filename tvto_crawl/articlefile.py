"""A JSONL file that only ever holds whole lines, whatever interrupts its writing."""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, Self, cast

import jsonlines

from cleaners.article import Article
from tvto_crawl.whole_writes import WholeWrites

__all__ = ["ArticleFile", "content_hash", "mend_last_line"]


# Bytes from the beginning of the file that are kept in memory: enough to identify it.
_HEAD: Final = 4096


class ArticleFile:
    """A growing JSONL file of articles: one flushed line per article, in plain UTF-8.

    Opening it cuts off a last line that a killed process left unfinished, and adds the line end to
    a last line that lacks only that.

    Raises:
        OSError: the folder can't be created or written to, or the disk is full. The file stays
            valid.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._lines = WholeWrites(path)
        self.torn = mend_last_line(path, self._lines)
        with path.open("rb") as stream:
            self.head = stream.read(_HEAD)
        self._writer = jsonlines.Writer(cast("IO[bytes]", self._lines), flush=True, dumps=_dumps)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def length(self) -> int:
        """Length of the file in bytes; all of its lines are whole."""
        return self._lines.length

    def append(self, article: Article | Mapping[str, Any]) -> None:
        """Write the line of an article or record; afterwards it is with the operating system."""
        record = article.to_dict() if isinstance(article, Article) else article
        self._writer.write(record)
        if len(self.head) < _HEAD:
            with self.path.open("rb") as stream:
                self.head = stream.read(_HEAD)

    def records(self, start: int = 0) -> Iterator[dict[str, Any]]:
        """Yield the records of the lines from byte `start` on; skip lines that hold none."""
        with self.path.open("rb") as stream:
            stream.seek(start)
            for line in stream:
                try:
                    record = json.loads(line)
                except ValueError:
                    continue
                if isinstance(record, dict) and record.get("id"):
                    yield record

    def close(self) -> None:
        """Close the file."""
        self._writer.close()
        self._lines.close()


def content_hash(record: Mapping[str, Any]) -> str:
    """Return a hash of what a reader sees of an article; it changes when the article does."""
    names = ("kicker", "title", "lead", "body", "published_at", "modified_at", "authors", "tags")
    seen = json.dumps([record.get(name) for name in names], ensure_ascii=False)
    return hashlib.sha1(seen.encode(), usedforsecurity=False).hexdigest()


def mend_last_line(path: Path, file: WholeWrites) -> bool:
    """Make sure that the file ends with a whole line; return whether half a line was cut off.

    A last line that is a whole record without a line end, as editors leave it, gets its line end.
    """
    with path.open("rb") as stream:
        sound = _end_of_last_line(stream, file.length)
        stream.seek(sound)
        last = stream.read()
    if not last:
        return False
    try:
        json.loads(last)
    except ValueError:
        file.cut(sound)
        return True
    file.write(b"\n")
    file.flush()
    return False


def _end_of_last_line(stream: io.BufferedReader, length: int) -> int:
    """Return the offset just after the last line end before `length`."""
    step = 1 << 16
    end = length
    while end > 0:
        start = max(0, end - step)
        stream.seek(start)
        found = stream.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _dumps(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()
