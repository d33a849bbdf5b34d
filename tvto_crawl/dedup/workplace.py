"""A folder of its own for the temporary files of each run, beside the output."""

import glob
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from filelock import FileLock, Timeout

from tvto_crawl.bulk.streams import STDIO

__all__ = ["work_folder"]

_LOCK: Final = "lock"


@contextmanager
def work_folder(output: Path) -> Iterator[Path]:
    """Yield a folder that no other run uses; delete it in the end, and first those of killed runs.

    Raises:
        OSError: it can't be created; its `filename` is `output`.
    """
    beside = output if output.is_dir() else output.parent
    prefix = f".{'tvto-crawl' if output == STDIO else output.name}.dedup-"
    try:
        beside.mkdir(parents=True, exist_ok=True)
        for old in beside.glob(f"{glob.escape(prefix)}*"):
            _delete_of_dead(old)
        folder, lock = _new(beside, prefix)
    except OSError as error:
        error.filename = str(output)
        raise
    try:
        yield folder
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def _new(beside: Path, prefix: str) -> tuple[Path, FileLock]:
    """Return a new folder and its lock, which ends with the process that holds it."""
    while True:
        folder = Path(mkdtemp(prefix=prefix, dir=beside))
        lock = FileLock(folder / _LOCK)
        # Before it is locked, another run may take it for a dead one's and delete it.
        with suppress(Timeout, FileNotFoundError):
            lock.acquire(timeout=0)
            if (folder / _LOCK).exists():
                return folder, lock
            lock.release()


def _delete_of_dead(folder: Path) -> None:
    """Delete the folder of a run unless that is still at work."""
    lock = FileLock(folder / _LOCK)
    with suppress(Timeout, OSError):
        lock.acquire(timeout=0)
        try:
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            lock.release()
