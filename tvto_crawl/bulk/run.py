"""All of `tvto-crawl clean`: inputs in, shards or one file out, even if it is killed in between."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO, Final

from filelock import FileLock, Timeout

from tvto_crawl.bulk.cleaning import Options, Tally
from tvto_crawl.bulk.inputs import Input, find_inputs
from tvto_crawl.bulk.nothing import nothing_to_clean, reject_of
from tvto_crawl.bulk.pipes import Copies, copied
from tvto_crawl.bulk.portions import Portion, cut
from tvto_crawl.bulk.shards import ShardFolder, join_files
from tvto_crawl.bulk.streams import (
    STDIO,
    ClosedInputError,
    Compression,
    compression_of,
    is_stream,
)
from tvto_crawl.bulk.workers import Work, clean_portions

__all__ = ["BulkError", "Job", "Outcome", "Progress", "UnwritableError", "run"]

# Seconds within which the processes of a killed run end and leave its files alone.
_PATIENCE: Final = 2.0


class BulkError(Exception):
    """The job can't be done; the message is a sentence for people."""


class UnwritableError(Exception):
    """The output can't be written at all; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to clean, and where to write the articles."""

    inputs: tuple[Path, ...]
    """Files, pipes and folders; `-` for standard input."""
    output: Path
    """A file (compressed if it ends in `.gz` or `.zst`), a folder of shards, or `-` for stdout."""
    to_folder: bool = False
    compression: Compression = ""
    """Compression of the shards in a folder."""
    rejects: Path | None = None
    """Where to list, as JSONL, what is left out."""
    jobs: int = 1
    options: Options = field(default_factory=Options)


@dataclass(slots=True)
class Outcome:
    """What a run did."""

    tally: Tally = field(default_factory=Tally)
    """Counts of all inputs, including portions that an earlier run had completed."""
    others: list[Path] = field(default_factory=list)
    """Files and pipes with nothing to clean."""
    unreadable: list[Path] = field(default_factory=list)
    """Files and folders that the rights forbid to read."""
    portions: int = 0
    found_complete: int = 0
    """Portions that an earlier run had completed."""

    @property
    def left_out(self) -> list[Path]:
        """What was not cleaned."""
        return self.others + self.unreadable


class Progress:
    """What a run reports while it is going on; this class shows nothing."""

    def begin(self, size: int, done: int) -> None:
        """Report how many bytes there are to read, and how many an earlier run has read."""

    def advance(self, size: int, tally: Tally) -> None:
        """Report that a portion of `size` bytes is done."""

    def through(self, entries: int) -> None:
        """Report how many entries this run has processed."""


def run(job: Job, progress: Progress | None = None) -> Outcome:
    """Clean the inputs of `job`.

    Run again after a kill, it keeps what is complete and does the rest. The output is the same,
    byte for byte, as that of an undisturbed run.

    Raises:
        BulkError: there is nothing to clean.
        UnwritableError: the output or the list of rejects can't be written, or another run is
            writing to the same output.
        OSError: writing the output failed later on.
    """
    outcome = Outcome()
    column = job.options.column
    inputs = _inputs(job, outcome)
    _try_outputs(job)
    with _work_folder(job) as folder:
        shards = ShardFolder(folder, _compression(job), rejects=job.rejects is not None)
        shards.prepare()
        with _copied(job, folder) as copies:
            inputs += copies.inputs
            outcome.others += copies.others
            if not inputs:
                left_out = outcome.left_out
                raise BulkError(nothing_to_clean(job.inputs, left_out, copies.others, column))
            _check_address(job, inputs)
            portions = _clean_all(job, inputs, shards, outcome, progress or Progress())
        if job.rejects:
            left_out = outcome.left_out
            others = (reject_of(path, copies.others, column) for path in left_out)
            join_files((shards.reject_file(p.name) for p in portions), job.rejects, others)
        parts = [shards.shard(portion.name) for portion in portions]
        if job.output == STDIO:
            _write_out(parts, sys.stdout.buffer)
        elif not job.to_folder:
            join_files(parts, job.output)
    return outcome


def _try_outputs(job: Job) -> None:
    """Raise UnwritableError now rather than after hours of work."""
    files = [] if job.to_folder or job.output == STDIO else [job.output]
    for path in (*files, *filter(None, (job.rejects,))):
        if path.is_dir():
            raise UnwritableError(f"{path} can't be written: it is a folder")
    folders = [path.parent for path in (*files, *filter(None, (job.rejects,)))]
    if job.to_folder:
        folders.append(job.output)
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            TemporaryFile(dir=folder).close()
        except OSError as error:
            raise UnwritableError(
                f"nothing can be written in {folder}: {error.strerror or error}"
            ) from error


def _compression(job: Job) -> Compression:
    return job.compression if job.to_folder else compression_of(job.output.name)


@contextmanager
def _work_folder(job: Job) -> Iterator[Path]:
    """Yield the folder for the shards; beside an output file it is deleted in the end."""
    if job.output == STDIO:
        with TemporaryDirectory(prefix="tvto-crawl-") as temporary:
            yield Path(temporary)
        return
    folder = job.output if job.to_folder else _parts_folder(job.output)
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder, job.output):
        try:
            yield folder
        except BaseException:
            if not any(folder.glob("_done/*.json")) and not job.to_folder:
                shutil.rmtree(folder)  # it holds nothing from which a later run could continue
            raise
        if not job.to_folder:
            shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path, output: Path) -> Iterator[None]:
    """Keep other runs out of a folder.

    Raises:
        UnwritableError: another run is at work there, or has just ended and deleted the folder.
    """
    place = folder / ".lock"
    lock = FileLock(place)
    try:
        lock.acquire(timeout=_PATIENCE)
    except (Timeout, FileNotFoundError):
        raise UnwritableError(f"another run is writing to {output}") from None
    try:
        if not place.exists():
            raise UnwritableError(f"another run is writing to {output}")
        yield
    finally:
        lock.release()


def _parts_folder(output: Path) -> Path:
    """Return the folder that holds the shards of a file until that is complete."""
    return output.with_name(f"{output.name}.parts")


def _inputs(job: Job, outcome: Outcome) -> list[Input]:
    """Return the files to clean, without standard input and pipes."""
    named = [path for path in job.inputs if not is_stream(path)]
    for path in named:
        if not path.exists():
            raise BulkError(f"there is no file or folder {path}")
        if path.resolve().is_relative_to(_parts_folder(job.output).resolve()):
            raise BulkError(
                f"{path} holds parts of the unfinished {job.output}: name another input"
            )
    written = (job.output, _parts_folder(job.output), *filter(None, (job.rejects,)))
    found = find_inputs(named, output=written, column=job.options.column)
    outcome.others = found.others
    outcome.unreadable = found.unreadable
    if not found.inputs and len(named) == len(job.inputs):
        raise BulkError(nothing_to_clean(named, outcome.left_out, {}, job.options.column))
    return found.inputs


@contextmanager
def _copied(job: Job, folder: Path) -> Iterator[Copies]:
    """Copy standard input and pipes into `folder` for as long as they are needed."""
    streams = dict.fromkeys(path for path in job.inputs if is_stream(path))
    try:
        with copied(streams, folder, job.options.column) as copies:
            yield copies
    except ClosedInputError as error:
        raise BulkError(f"{error.filename} can't be read: {error.strerror}") from error


def _check_address(job: Job, inputs: list[Input]) -> None:
    """Raise BulkError if an address is given for more than one page."""
    if not job.options.url:
        return
    if len(inputs) > 1:
        raise BulkError(f"--url is the address of one page, and there are {len(inputs):,} inputs")
    if inputs[0].kind in ("warc", "jsonl"):
        raise BulkError(f"--url is the address of one page, and {inputs[0].name} may hold many")


def _clean_all(
    job: Job, inputs: list[Input], shards: ShardFolder, outcome: Outcome, progress: Progress
) -> list[Portion]:
    """Clean until all portions are complete; return the portions in order."""
    whole: frozenset[Path] = frozenset()
    while True:
        portions = cut(inputs, whole=whole)
        shards.forget(portions)
        cut_wrongly = _clean_missing(job, portions, shards, outcome, progress)
        if not cut_wrongly:
            return portions
        for portion in portions:
            if portion.files[0].path in cut_wrongly:
                shards.remove(portion.name)
        whole |= cut_wrongly


def _clean_missing(
    job: Job,
    portions: list[Portion],
    shards: ShardFolder,
    outcome: Outcome,
    progress: Progress,
) -> frozenset[Path]:
    """Clean the incomplete portions; return the files that turned out to be cut wrongly."""
    signature = job.options.signature()
    complete = {p.name: shards.completed(p.name, p.key(signature)) for p in portions}
    missing = [portion for portion in portions if complete[portion.name] is None]
    outcome.tally = Tally()
    outcome.portions = len(portions)
    outcome.found_complete = len(portions) - len(missing)
    for tally in filter(None, complete.values()):
        outcome.tally.add(tally)
    sizes = {portion.name: portion.size for portion in portions}
    todo = sum(sizes[portion.name] for portion in missing)
    progress.begin(sum(sizes.values()), sum(sizes.values()) - todo)
    cut_wrongly = set()
    report: Callable[[int], object] = progress.through
    for finished in clean_portions(Work(shards, job.options), missing, job.jobs, report):
        outcome.tally.add(finished.tally)
        progress.advance(sizes[finished.portion.name], outcome.tally)
        if not finished.aligned:
            cut_wrongly.add(finished.portion.files[0].path)
    return frozenset(cut_wrongly)


def _write_out(parts: Iterable[Path], stream: BinaryIO) -> None:
    for part in parts:
        with part.open("rb") as source:
            shutil.copyfileobj(source, stream, 1 << 20)
    stream.flush()
