"""All of `tvto-crawl dedup`: articles in, the same articles out, with duplicates marked."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from tvto_crawl.bulk.streams import STDIO, whole_file
from tvto_crawl.conversion import Utf8
from tvto_crawl.corpus import (
    STANDARD_INPUT,
    NoArticlesError,
    Source,
    find_sources,
    numbered_lines,
    on_disk,
    what_is_wrong,
)
from tvto_crawl.dedup.heads import find_heads
from tvto_crawl.dedup.index import NEVER, Index, Line, moment_of
from tvto_crawl.dedup.workplace import work_folder

__all__ = ["DedupJob", "DedupOutcome", "Report", "run_dedup", "target_of"]

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
# Lines without an article that are named.
_NAMED: Final = 10
_REPORT_EVERY: Final = 500

#: A function that is given the stage of the work and the share of it that is done.
Report = Callable[[str, float], object]


@dataclass(frozen=True, slots=True)
class DedupJob:
    """What to read, and what to write."""

    inputs: tuple[Path, ...]
    """JSONL files, folders of them, `-` for standard input."""
    output: Path
    """A JSONL file, `-` for standard output, or a folder for one file per input, named like it."""
    to_folder: bool = False
    drop: bool = False
    """Leave duplicates out instead of marking them."""
    groups: Path | None = None
    """Where to write the table of duplicates, as CSV."""


@dataclass(slots=True)
class DedupOutcome:
    """The outcome of a run."""

    lines: int = 0
    articles: int = 0
    """Different ids."""
    written: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    """Duplicates by kind: exact, near, contained."""
    replaced: int = 0
    """Lines replaced by a later line with the same id."""
    broken: int = 0
    """Lines that are not JSON objects, and are not written."""
    foreign: int = 0
    """Lines without id or text, which are written as they are."""
    named: list[str] = field(default_factory=list)
    """Places of the first broken and foreign lines."""


def run_dedup(job: DedupJob, report: Report = lambda stage, share: None) -> DedupOutcome:
    """Mark or drop the duplicates among the articles of `job`; call `report` on the progress.

    Raises:
        CorpusError: an input is missing or damaged.
        NoArticlesError: there is no article in the inputs; nothing is written.
        OSError: the output can't be written.
    """
    with work_folder(job.output) as folder:
        inputs = on_disk(find_sources(job.inputs), folder / "pipes")
        outcome = DedupOutcome()
        with Index(folder / "index") as index:
            _read(inputs, index, outcome, report)
            if not outcome.articles:
                raise NoArticlesError(job.inputs, outcome.lines, outcome.named[:1])
            report("comparing", 0.0)
            total = max(1, len(index))
            index.enter_marks(_reporting(find_heads(index), total, report))
            outcome.kinds = index.tally()
            _write(job, inputs, index, outcome, report)
            if job.groups:
                _write_groups(job.groups, index)
    return outcome


def _read(inputs: list[Source], index: Index, outcome: DedupOutcome, report: Report) -> None:
    """Enter every line of the inputs."""
    sizes = [source.path.stat().st_size for source in inputs]
    for number, source in enumerate(inputs):
        report(f"reading {source.name}", sum(sizes[:number]) / max(1, sum(sizes)))
        for place, line in numbered_lines(source):
            record, wrong = what_is_wrong(line)
            outcome.lines += 1
            if wrong:
                _name(outcome, place, wrong)
                outcome.broken += record is None
                outcome.foreign += record is not None
            index.add_line(None if wrong else record, kept=record is not None)
    outcome.articles = len(index)


def _name(outcome: DedupOutcome, place: str, what: str) -> None:
    if len(outcome.named) < _NAMED:
        outcome.named.append(f"{place} {what}")


def _reporting(marks: Iterable[Any], total: int, report: Report) -> Iterator[Any]:
    for mark in marks:
        if mark.n % _REPORT_EVERY == 0:
            report("comparing", mark.n / total)
        yield mark


def _write(
    job: DedupJob, inputs: list[Source], index: Index, outcome: DedupOutcome, report: Report
) -> None:
    """Write the lines, each with its mark, or without the duplicates."""
    known = index.lines()
    if job.output == STDIO:
        for source in inputs:
            _write_lines(job, source, known, index, outcome, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    elif job.to_folder:
        job.output.mkdir(parents=True, exist_ok=True)
        for number, source in enumerate(inputs):
            report(f"writing {source.name}", number / len(inputs))
            target = target_of(job, source)
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(target) as stream:
                _write_lines(job, source, known, index, outcome, stream)
    else:
        with whole_file(job.output) as stream:
            for number, source in enumerate(inputs):
                report(f"writing {job.output.name}", number / len(inputs))
                _write_lines(job, source, known, index, outcome, stream)


def target_of(job: DedupJob, source: Source) -> Path:
    """Return the file that the lines of a source go to."""
    if not job.to_folder:
        return job.output
    name = "stdin.jsonl" if source.name == STANDARD_INPUT else source.name.lstrip("/")
    return job.output / name


def _write_lines(
    job: DedupJob,
    source: Source,
    known_lines: Iterator[Line],
    index: Index,
    outcome: DedupOutcome,
    stream: IO[bytes],
) -> None:
    for _, line in numbered_lines(source):
        known = next(known_lines)
        outcome.replaced += known.is_article and not known.is_last
        is_dropped = job.drop and known.is_article and (known.head or not known.is_last)
        if is_dropped or not known.kept:
            continue
        outcome.written += 1
        mark = _mark(known, index)
        if known.is_article and mark != known.marked:
            record = json.loads(line) | {"duplicate_of": mark}
            line = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
        stream.write(line.rstrip(b"\r\n") + b"\n")


def _mark(known: Line, index: Index) -> str | None:
    """Return the `duplicate_of` of a line; one that names an article outside the corpus stays."""
    if known.head is not None:
        return known.head
    if known.marked is not None and index.number_of(str(known.marked)) is None:
        return known.marked
    return None


def _write_groups(path: Path, index: Index) -> None:
    """Write the table: one row per duplicate, grouped by the article that they repeat."""
    with whole_file(path) as raw:
        rows = csv.writer(Utf8(raw))
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
