"""Write a file that replaces an old one only when it is complete."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO, Final

try:
    import fcntl
except ImportError:  # Windows, where a file that is open can't be replaced
    fcntl = None  # type: ignore[assignment]

__all__ = ["FULL", "UNFINISHED", "replacing"]

#: Numbers of the errors of a full disk and of a used-up quota, which name no file.
FULL: Final = (errno.ENOSPC, errno.EDQUOT)
#: What the name of a file ends in that is not yet complete.
UNFINISHED: Final = ".partial"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; that file replaces `path` when it is complete.

    If the work fails, the new file is deleted and the old one stays as it was. If `path` is a
    symbolic link, its target is replaced. A device or a pipe is written to directly.

    Raises:
        OSError: the file can't be written, or another run is writing it; its `filename` is `path`.
    """
    is_direct = path.exists() and not path.is_file()
    target = path.resolve() if path.is_symlink() else path
    unfinished = path if is_direct else target.with_name(f"{target.name}{UNFINISHED}")
    try:
        with nullcontext() if is_direct else _alone(unfinished):
            yield unfinished
            if not is_direct:
                unfinished.replace(target)
    except OSError as error:
        is_full = error.filename is None and error.errno in FULL
        if is_full or str(error.filename) == str(unfinished):
            error.filename = str(path)
        raise


@contextmanager
def _alone(unfinished: Path) -> Iterator[None]:
    """Make a file that no other run writes to; if the work fails, delete it.

    The lock ends with the process, so what a killed run left is in nobody's way.
    """
    with unfinished.open("ab") if fcntl else nullcontext() as held:
        if held:
            _lock(held, unfinished)
        try:
            yield
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise


def _lock(held: IO[bytes], unfinished: Path) -> None:
    """Lock an open file, unless its file system has no locks.

    Raises:
        BlockingIOError: another run has locked it, or took it away just before.
    """
    other = BlockingIOError(errno.EAGAIN, "another run is writing it", str(unfinished))
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise other from error
    except OSError:
        return
    if not unfinished.exists() or not os.path.samestat(os.fstat(held.fileno()), unfinished.stat()):
        raise other
