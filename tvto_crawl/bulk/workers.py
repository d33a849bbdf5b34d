"""The processes that clean: each takes portions until none are left, and ends with its parent."""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from typing import Any, Final

from tvto_crawl.bulk.cleaning import Options, Tally, lines_of
from tvto_crawl.bulk.portions import Portion, Reading
from tvto_crawl.bulk.shards import ShardFolder

__all__ = ["Finished", "Work", "clean_portions"]

# Entries after which a process adds to the shared counter.
_REPORT_EVERY: Final = 16
# Set in each process: the shared counter of entries that all processes have processed.
_through: Any = None


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to know in addition to the portion."""

    folder: ShardFolder
    options: Options


@dataclass(frozen=True, slots=True)
class Finished:
    """A portion that has been cleaned."""

    portion: Portion
    tally: Tally
    aligned: bool
    """False if the next portion does not begin with a record, so that the file was cut wrongly."""


def clean_portions(
    work: Work, portions: list[Portion], jobs: int, progress: Callable[[int], object]
) -> Iterator[Finished]:
    """Clean `portions` in `jobs` processes; yield each when it is done, in any order.

    `progress` is called now and then with the number of entries processed so far.

    Raises:
        concurrent.futures.process.BrokenProcessPool: something killed a process.
        OSError: the output can't be written.
    """
    if jobs == 1 or len(portions) <= 1:
        through = 0
        for portion in portions:

            def report(tally: Tally, before: int = through) -> None:
                if tally.entries % _REPORT_EVERY == 0:
                    progress(before + tally.entries)

            finished = _clean(work, portion, report)
            through += finished.tally.entries
            progress(through)
            yield finished
        return
    yield from _in_processes(work, portions, jobs, progress)


def _in_processes(
    work: Work, portions: list[Portion], jobs: int, progress: Callable[[int], object]
) -> Iterator[Finished]:
    # A new interpreter for each, so that none inherits what the parent has open (lock, terminal).
    context = get_context("spawn")
    through = context.Value("Q", 0)
    pool = ProcessPoolExecutor(min(jobs, len(portions)), context, _begin, (through, os.getpid()))
    try:
        pending: set[Future[Finished]] = {pool.submit(_clean, work, p) for p in portions}
        while pending:
            done, pending = wait(pending, timeout=0.2, return_when=FIRST_COMPLETED)
            progress(through.value)
            for future in done:
                yield future.result()
    except BaseException:
        for process in list((pool._processes or {}).values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(through: Any, parent: int) -> None:
    """Set up a process: it leaves interrupts to its parent, and ends with the parent."""
    global _through
    _through = through
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(parent,), daemon=True).start()


def _end_with_parent(parent: int) -> None:
    """End this process soon after its parent is killed, since nobody else would."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _report_shared(tally: Tally) -> None:
    if _through is not None and tally.entries % _REPORT_EVERY == 0:
        with _through.get_lock():
            _through.value += _REPORT_EVERY


def _clean(
    work: Work, portion: Portion, report: Callable[[Tally], object] = _report_shared
) -> Finished:
    """Clean a portion into its shard, unless the file turns out to be cut wrongly."""
    _keep_what_is_loaded()
    tally = Tally()
    reading = Reading(portion, work.options.column)

    def lines() -> Iterator[bytes]:
        with work.folder.open_rejects(portion.name) as rejects:
            yield from lines_of(reading, work.options, tally, reject=rejects.write, progress=report)
        if not reading.aligned:
            raise _CutWronglyError

    key = portion.key(work.options.signature())
    try:
        work.folder.write(portion.name, key, lines(), tally)
    except _CutWronglyError:
        return Finished(portion, Tally(), aligned=False)
    return Finished(portion, tally, aligned=True)


@cache
def _keep_what_is_loaded() -> None:
    """Load the word lists and exclude them from garbage collection; this saves 5 % of the time."""
    from cleaners.persian import normalize

    normalize("متن")
    gc.freeze()


class _CutWronglyError(Exception):
    """Raised to prevent writing a shard that would end in the middle of a record."""
