"""The whole of `tvto-crawl dedup`: articles in, the same articles out, duplicates marked."""

import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from tvto_crawl.bulk.shards import whole_file
from tvto_crawl.bulk.streams import UNREADABLE, open_input
from tvto_crawl.dedup.heads import find_heads
from tvto_crawl.dedup.index import NEVER, Index, Line, moment_of

__all__ = ["DedupError", "DedupJob", "DedupOutcome", "run_dedup"]

STDIO: Final = Path("-")
_COLUMNS: Final = (
    "duplicate_of",
    "id",
    "kind",
    "score",
    "agency",
    "published_at",
    "original_agency",
    "original_published_at",
    "delay_hours",
)
# So many lines that are no articles are named.
_NAMED: Final = 10
_REPORT_EVERY: Final = 500

Tell = Callable[[str, float], object]


class DedupError(Exception):
    """The work can't be done; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class DedupJob:
    """What to read, and what to write."""

    inputs: tuple[Path, ...]
    """JSONL files, folders of them, `-` for standard input."""
    output: Path
    """A JSONL file, `-` for standard output, or a folder for a file of the name of each input."""
    to_folder: bool = False
    drop: bool = False
    """Leave duplicates out instead of marking them."""
    groups: Path | None = None
    """Where to write the table of duplicates, as CSV."""


@dataclass(slots=True)
class DedupOutcome:
    """What came of it."""

    lines: int = 0
    articles: int = 0
    written: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    """Duplicates by kind: exact, near, contained."""
    replaced: int = 0
    """Lines that a later line of the same id replaces."""
    broken: int = 0
    """Lines that are no JSON object, and are not written."""
    foreign: int = 0
    """Lines without id or text, which are written as they are."""
    named: list[str] = field(default_factory=list)
    """Places of the first broken and foreign lines."""


def run_dedup(job: DedupJob, tell: Tell = lambda stage, share: None) -> DedupOutcome:
    """Mark or drop the duplicates of `job`; `tell` hears of each stage and its share done.

    Raises:
        DedupError: an input is missing or damaged.
        OSError: the output can't be written.
    """
    with _beside(job.output, "index") as place, _beside(job.output, "stdin") as spool:
        inputs = _inputs(job, spool)
        outcome = DedupOutcome()
        with Index(place) as index:
            _read(inputs, index, outcome, tell)
            tell("comparing", 0.0)
            total = max(1, len(index))
            index.enter_marks(_telling(find_heads(index), total, tell))
            outcome.kinds = index.tally()
            _write(job, inputs, index, outcome, tell)
            if job.groups:
                _write_groups(job.groups, index)
    return outcome


@contextmanager
def _beside(output: Path, what: str) -> Iterator[Path]:
    """Give a place for a file that goes when the work is done; a killed run's goes first."""
    folder = output if output.is_dir() else output.parent
    name = "tvto-crawl" if output == STDIO else output.name
    place = folder / f".{name}.{what}"
    place.unlink(missing_ok=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield place
    finally:
        place.unlink(missing_ok=True)


def _inputs(job: DedupJob, spool: Path) -> list[Path]:
    """Return the files to read, folders looked through."""
    found: list[Path] = []
    for path in job.inputs:
        if path == STDIO:
            with spool.open("wb") as copy:
                shutil.copyfileobj(sys.stdin.buffer, copy, 1 << 20)
            found.append(spool)
        elif path.is_dir():
            names = sorted(p for p in path.rglob("*.jsonl*") if not _is_hidden(p, path))
            found += [p for p in names if p.suffix in (".jsonl", ".gz", ".zst")]
        elif path.exists():
            found.append(path)
        else:
            raise DedupError(f"there is no {path}")
    if not found:
        raise DedupError(f"there is no JSONL file in {', '.join(map(str, job.inputs))}")
    return found


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith((".", "_")) for part in path.relative_to(root).parts)


def _read(inputs: list[Path], index: Index, outcome: DedupOutcome, tell: Tell) -> None:
    """Enter every line of the inputs."""
    sizes = [path.stat().st_size for path in inputs]
    for number, path in enumerate(inputs):
        tell(f"reading {path.name}", sum(sizes[:number]) / max(1, sum(sizes)))
        for place, line in _lines(path):
            record = _record(line)
            outcome.lines += 1
            if record is None:
                _name(outcome, place, "is no JSON object")
                outcome.broken += 1
            elif not _is_article(record):
                _name(outcome, place, "has no id or no text")
                outcome.foreign += 1
            if record is not None:
                index.add_line(record if _is_article(record) else None)
    outcome.articles = len(index)


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield place and content of the lines of a file, empty ones left out."""
    number = 0
    try:
        with open_input(path) as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield f"{path.name} line {number}", line
    except UNREADABLE as error:
        raise DedupError(f"{path} can't be read after line {number}: {error}") from error


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _is_article(record: dict[str, Any]) -> bool:
    return bool(record.get("id")) and all(isinstance(record.get(k), str) for k in ("id", "text"))


def _name(outcome: DedupOutcome, place: str, what: str) -> None:
    if len(outcome.named) < _NAMED:
        outcome.named.append(f"{place} {what}")


def _telling(marks: Iterable[Any], total: int, tell: Tell) -> Iterator[Any]:
    for mark in marks:
        if mark.n % _REPORT_EVERY == 0:
            tell("comparing", mark.n / total)
        yield mark


def _write(
    job: DedupJob, inputs: list[Path], index: Index, outcome: DedupOutcome, tell: Tell
) -> None:
    """Write the lines again, each with its mark, or without the duplicates."""
    known = index.lines()
    if job.output == STDIO:
        for path in inputs:
            _write_lines(job, path, known, index, outcome, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    elif job.to_folder:
        job.output.mkdir(parents=True, exist_ok=True)
        for number, path in enumerate(inputs):
            tell(f"writing {path.name}", number / len(inputs))
            with whole_file(job.output / path.name) as stream:
                _write_lines(job, path, known, index, outcome, stream)
    else:
        with whole_file(job.output) as stream:
            for number, path in enumerate(inputs):
                tell(f"writing {job.output.name}", number / len(inputs))
                _write_lines(job, path, known, index, outcome, stream)


def _write_lines(
    job: DedupJob,
    path: Path,
    known: Iterator[Line],
    index: Index,
    outcome: DedupOutcome,
    stream: IO[bytes],
) -> None:
    for _, line in _lines(path):
        record = _record(line)
        if record is None:
            continue
        told = next(known)
        outcome.replaced += told.is_article and not told.is_last
        if job.drop and told.is_article and (told.head or not told.is_last):
            continue
        outcome.written += 1
        mark = _mark(told, record.get("id"), index)
        if told.is_article and mark != told.marked:
            record["duplicate_of"] = mark
            line = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        stream.write(line.rstrip(b"\r\n") + b"\n")


def _mark(told: Line, article: Any, index: Index) -> str | None:
    """Return the `duplicate_of` of a line; one that names an article elsewhere stays."""
    if told.head is not None:
        return told.head if told.head != article else None
    if told.marked is not None and index.number_of(str(told.marked)) is None:
        return told.marked
    return None


def _write_groups(path: Path, index: Index) -> None:
    """Write the table: a row a duplicate, those of one article together."""
    with whole_file(path) as raw:
        # A mark at the beginning, without which spreadsheets take Persian for something else.
        raw.write("\ufeff".encode())
        rows = csv.writer(_Encoded(raw))
        rows.writerow(_COLUMNS)
        for (
            copy,
            agency,
            published,
            kind,
            score,
            head,
            head_agency,
            head_published,
        ) in index.marks():
            begin, end = moment_of(head_published), moment_of(published)
            delay = "" if NEVER in (begin, end) else f"{(end - begin) / 3600:.1f}"
            row = (head, copy, kind, score, agency, published, head_agency, head_published, delay)
            rows.writerow(row)


class _Encoded:
    """Takes text, writes UTF-8."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw

    def write(self, text: str) -> None:
        self._raw.write(text.encode("utf-8", "replace"))
