"""Copies of standard input and pipes, which can be read only once.

A copy is named for its content and has a fixed time: of the same bytes, a later run finds the
shards that are complete, and other bytes have shards of their own.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tvto_crawl.bulk.inputs import Input, kind_of, why_nothing
from tvto_crawl.bulk.streams import STDIO, spool

__all__ = ["Copies", "copied", "delete_copies"]

_PREFIX: Final = ".pipe-"
_UNFINISHED: Final = f"{_PREFIX}copy.partial"
_OURS: Final = re.compile(r"\.pipe-(?:[0-9a-f]{40}(?:-\d+)?|copy\.partial)")


@dataclass(slots=True)
class Copies:
    """What came through pipes and standard input."""

    inputs: list[Input] = field(default_factory=list)
    others: dict[Path, str] = field(default_factory=dict)
    """Pipes with nothing to clean, and why."""


@contextmanager
def copied(streams: Iterable[Path], folder: Path, column: str | None = None) -> Iterator[Copies]:
    """Copy `streams` into `folder`, which no other run uses, and delete the copies in the end.

    Raises:
        ClosedInputError: standard input is one of them, and closed.
        OSError: one can't be opened, or its copy can't be written.
    """
    copies = Copies()
    try:
        for path in streams:
            copy = _copy(path, folder)
            kind = kind_of(copy, named=True, column=column)
            if kind is None:
                copies.others[path] = why_nothing(copy, column=column)
            else:
                name = "stdin" if path == STDIO else str(path)
                copies.inputs.append(Input(copy, kind, copy, name))
        yield copies
    finally:
        delete_copies(folder)


def _copy(path: Path, folder: Path) -> Path:
    """Copy a pipe; one with the same bytes as another has a number after its name."""
    unfinished = folder / _UNFINISHED
    name = f"{_PREFIX}{spool(path, unfinished)}"
    alike = sum(1 for _ in folder.glob(f"{name}*"))
    copy = folder / (f"{name}-{alike}" if alike else name)
    unfinished.replace(copy)
    os.utime(copy, (0, 0))  # the time belongs to what a shard depends on
    return copy


def delete_copies(folder: Path) -> None:
    """Delete the copies in `folder`, which no other run uses."""
    for path in folder.glob(f"{_PREFIX}*"):
        if _OURS.fullmatch(path.name):
            with suppress(OSError):  # Windows: a process that is about to end still reads it
                path.unlink()
