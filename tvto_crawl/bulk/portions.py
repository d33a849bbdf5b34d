"""Cut the inputs into portions of work: a part of a WARC or JSONL file, or up to 200 small files.

The portions depend only on the inputs, not on the number of processes, so that a run that was
killed finds its portions again.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched, groupby
from pathlib import Path
from typing import BinaryIO, Final

from tvto_crawl.bulk.columns import columns_of
from tvto_crawl.bulk.entries import Entry, LeftOut, read_file, read_lines
from tvto_crawl.bulk.inputs import Input, Kind
from tvto_crawl.bulk.streams import compression_by_magic, open_input
from tvto_crawl.bulk.warcs import WarcReader, next_record

__all__ = ["Portion", "Reading", "cut"]

# Portions into which a file is cut, about, and the bounds of their sizes in bytes. They are small
# enough that little is lost when a run is killed and that the processes end together, and large
# enough that a large archive does not give too many shards.
_PORTIONS: Final = 16
_SMALLEST: Final = 1 << 20
_LARGEST: Final = 64 << 20
# Pages or texts of a folder that make up a portion.
_FILES: Final = 200


@dataclass(frozen=True, slots=True)
class Portion:
    """What one process cleans in one go, into one shard."""

    name: str
    """Name of the shard, without its ending."""
    group: str
    """The beginning of the names of all portions of the same file or folder."""
    kind: Kind
    files: tuple[Input, ...]
    start: int = 0
    """For WARC and JSONL: where the first record begins, in bytes of the file as stored."""
    end: int | None = None
    """Where the next portion begins; None for the end of the file."""

    @property
    def size(self) -> int:
        """Bytes to read."""
        if len(self.files) == 1 and self.kind in ("warc", "jsonl"):
            end = self.end if self.end is not None else self.files[0].path.stat().st_size
            return end - self.start
        return sum(file.path.stat().st_size for file in self.files)

    def key(self, options: str) -> str:
        """Return a hash of all that the shard depends on: files, their state, `options`."""
        states = [
            (str(file.path.resolve()), file.name, state.st_size, state.st_mtime_ns)
            for file in self.files
            for state in (file.path.stat(),)
        ]
        whole = json.dumps([states, self.start, self.end, options])
        return hashlib.sha1(whole.encode(), usedforsecurity=False).hexdigest()


def cut(inputs: Iterable[Input], *, whole: frozenset[Path] = frozenset()) -> list[Portion]:
    """Cut inputs into portions, in their order.

    Files of `whole` stay in one piece, because what looked like the beginning of a record was not.
    """
    portions: list[Portion] = []
    for (root, kind), files in groupby(inputs, key=lambda file: (file.root, file.kind)):
        if kind in ("warc", "jsonl"):
            for file in files:
                portions += _cut_file(file, in_one_piece=file.path in whole)
        else:
            portions += _batches(root, kind, files, len(portions))
    return portions


def _cut_file(file: Input, *, in_one_piece: bool) -> Iterator[Portion]:
    group = _group(file.path)
    bounds = [0] if in_one_piece else _bounds(file)
    for number, (start, end) in enumerate(zip(bounds, [*bounds[1:], None], strict=True)):
        yield Portion(f"{group}-{number:05}", group, file.kind, (file,), start, end)


def _bounds(file: Input) -> list[int]:
    """Return where the portions of a file begin."""
    size = file.path.stat().st_size
    step = min(max(size // _PORTIONS, _SMALLEST), _LARGEST)
    bounds = [0]
    with file.path.open("rb") as stream:
        if file.kind == "jsonl" and compression_by_magic(stream.read(4)):
            return bounds  # no line can be found in the middle of compressed bytes
        while bounds[-1] + step < size:
            target = bounds[-1] + step
            find = next_record if file.kind == "warc" else _next_line
            found = find(stream, target)
            if found is None or found >= size:
                break
            bounds.append(found)
    return bounds


def _next_line(stream: BinaryIO, start: int) -> int | None:
    """Return the offset of the first line that begins at or after byte `start`."""
    stream.seek(start - 1)
    stream.readline()
    return stream.tell()


def _batches(root: Path, kind: Kind, files: Iterable[Input], before: int) -> Iterator[Portion]:
    group = f"{_group(root)}-{kind}-{before}"
    for number, some in enumerate(batched(files, _FILES)):
        yield Portion(f"{group}-{number:05}", group, kind, tuple(some))


def _group(path: Path) -> str:
    """Return a name for what comes from `path`: its own, with a hash that makes it unique."""
    stem = path.resolve().name.split(".")[0] or "input"
    whole = str(path.resolve()).encode("utf-8", "surrogateescape")
    return f"{stem}-{hashlib.sha1(whole, usedforsecurity=False).hexdigest()[:8]}"


class Reading:
    """The entries of a portion; for `aligned`, set after the last of them, see `WarcReader`."""

    def __init__(self, portion: Portion, column: str | None = None) -> None:
        self._portion = portion
        self._column = column
        self.aligned = True

    def __iter__(self) -> Iterator[Entry | LeftOut]:
        portion = self._portion
        if portion.kind == "warc":
            file = portion.files[0]
            reader = WarcReader(lambda: file.path.open("rb"), file.name, portion.start, portion.end)
            yield from reader
            self.aligned = reader.aligned
        elif portion.kind == "jsonl":
            yield from self._lines(portion.files[0])
        else:
            for file in portion.files:
                yield read_file(file.path, file.name, is_html=portion.kind == "html")

    def _lines(self, file: Input) -> Iterator[Entry | LeftOut]:
        with open_input(file.path) as stream:
            # The column is found at the head of the file, so that it is the same for all portions.
            head = stream.read(1 << 20)
            columns = columns_of(head.lstrip(b"\xef\xbb\xbf \t\r\n"), self._column)
            if columns is None:
                wanted = f"no column {self._column}" if self._column else "no html or text column"
                yield LeftOut("bad-line", file.name, detail=wanted)
                return
            stream.seek(self._portion.start)
            end = self._portion.end
            length = None if end is None else end - self._portion.start
            first = 0 if self._portion.start else 1
            yield from read_lines(stream, file.name, columns, first=first, length=length)
