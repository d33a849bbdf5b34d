"""Shards of output: each is either complete or missing, and a marker in `_done/` says which.

A shard is written under another name and renamed when its last byte is on disk; then its marker is
written. A marker with the right key means that the shard is complete. All other files were left by
a killed run, and are written again.
"""

import json
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Self, get_args

from tvto_crawl.bulk.cleaning import Tally
from tvto_crawl.bulk.entries import LeftOut
from tvto_crawl.bulk.pipes import delete_copies
from tvto_crawl.bulk.portions import Portion
from tvto_crawl.bulk.streams import Compression, ending_of, open_output
from tvto_crawl.replacing import replacing

__all__ = ["RejectFile", "ShardFolder", "join_files", "reject_line"]

_MARKERS: Final = "_done"
_PARTIAL: Final = ".partial"
# Names of the unfinished files of a run: shard and process, as in `pages-0001.4711.partial`.
_OURS: Final = re.compile(r".+\.\d+(?:\.json)?\.partial")


@dataclass(frozen=True, slots=True)
class ShardFolder:
    """A folder of shards and their markers."""

    path: Path
    compression: Compression
    rejects: bool
    """Whether a list is kept of what is left out."""

    def prepare(self) -> None:
        """Create the folder, and delete what killed runs left unfinished."""
        (self.path / _MARKERS).mkdir(parents=True, exist_ok=True)
        for folder in (self.path, self.path / _MARKERS):
            for path in folder.glob(f"*{_PARTIAL}"):
                if _OURS.fullmatch(path.name):
                    path.unlink(missing_ok=True)
        delete_copies(self.path)

    def shard(self, name: str) -> Path:
        """Return the path of a shard."""
        return self._shard(name, self.compression)

    def _shard(self, name: str, compression: Compression) -> Path:
        return self.path / f"{name}.jsonl{ending_of(compression)}"

    def _remove_others(self, name: str) -> None:
        """Delete the shard with other compressions: every article would be read twice."""
        for compression in get_args(Compression):
            if compression != self.compression:
                self._shard(name, compression).unlink(missing_ok=True)

    def reject_file(self, name: str) -> Path:
        """Return the path of the list of what is left out of a portion."""
        return self.path / _MARKERS / f"{name}.rejects.jsonl"

    def open_rejects(self, name: str) -> "RejectFile":
        """Open the list of what is left out of a portion; it stays empty if no list is wanted."""
        return RejectFile(self.reject_file(name) if self.rejects else None)

    def _marker(self, name: str) -> Path:
        return self.path / _MARKERS / f"{name}.json"

    def completed(self, name: str, key: str) -> Tally | None:
        """Return the tally of a shard that is complete for `key`, or None."""
        try:
            marker = json.loads(self._marker(name).read_text("utf-8"))
            if marker["key"] != key or marker["size"] != self.shard(name).stat().st_size:
                return None
            if self.rejects and not self.reject_file(name).exists():
                return None
            tally = Tally.from_dict(marker["tally"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        self._remove_others(name)
        return tally

    def write(self, name: str, key: str, lines: Iterable[bytes], tally: Tally) -> None:
        """Write a shard and its marker; `tally` is read after the last line."""
        self._marker(name).unlink(missing_ok=True)
        partial = self.path / f"{name}.{os.getpid()}{_PARTIAL}"
        try:
            with open_output(partial, self.compression) as stream:
                for line in lines:
                    stream.write(line)
            self._remove_others(name)  # before the rename: a kill must not leave both
            partial.replace(self.shard(name))
        except BaseException:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise
        size = self.shard(name).stat().st_size
        marker = json.dumps({"key": key, "size": size, "tally": tally.to_dict()})
        unfinished = self.path / f"{name}.{os.getpid()}.json{_PARTIAL}"
        unfinished.write_text(marker, "utf-8")
        unfinished.replace(self._marker(name))

    def forget(self, portions: Iterable[Portion]) -> None:
        """Delete shards of these inputs that no portion needs any more, as the inputs changed."""
        kept = {portion.name for portion in portions}
        groups = {portion.group for portion in portions}
        for marker in (self.path / _MARKERS).glob("*.json"):
            name = marker.stem
            if name not in kept and name.rpartition("-")[0] in groups:
                self.remove(name)

    def remove(self, name: str) -> None:
        """Delete a shard and all that belongs to it."""
        for path in (self._marker(name), self.shard(name), self.reject_file(name)):
            path.unlink(missing_ok=True)
        self._remove_others(name)


class RejectFile:
    """A JSONL list of what is left out: reason, detail, address and place of each entry."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._stream: IO[str] | None = None

    @property
    def _partial(self) -> Path:
        assert self._path is not None
        return self._path.with_name(f"{self._path.name}.{os.getpid()}{_PARTIAL}")

    def __enter__(self) -> Self:
        if self._path:
            self._stream = self._partial.open("w", encoding="utf-8", errors="replace")
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if self._stream and self._path:
            self._stream.close()
            if kind is None:
                self._partial.replace(self._path)

    def write(self, left_out: LeftOut) -> None:
        """Add an entry to the list."""
        if self._stream:
            self._stream.write(reject_line(left_out))


def reject_line(left_out: LeftOut) -> str:
    """Return the line of the list for something that is left out."""
    record = {
        "reason": left_out.reason,
        "detail": left_out.detail,
        "url": left_out.url,
        "place": left_out.place,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def join_files(parts: Iterable[Path], target: Path, end: Iterable[str] = ()) -> None:
    """Write `parts` one after another to `target`, which appears when complete, and then `end`."""
    with replacing(target) as new, new.open("wb") as stream:
        for part in parts:
            with part.open("rb") as source:
                shutil.copyfileobj(source, stream, 1 << 20)
        for line in end:
            stream.write(line.encode("utf-8", "replace"))
