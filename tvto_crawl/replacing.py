"""Write a file that replaces an old one only when it is complete."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

__all__ = ["FULL", "replacing"]

#: Numbers of the errors of a full disk and of a used-up quota, which name no file.
FULL: Final = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; that file replaces `path` when it is complete.

    If the work fails, the new file is deleted and the old one stays as it was. If `path` is a
    symbolic link, its target is replaced. A device or a pipe is written to directly.

    Raises:
        OSError: the file can't be written; its `filename` is `path`.
    """
    is_direct = path.exists() and not path.is_file()
    target = path.resolve() if path.is_symlink() else path
    unfinished = path if is_direct else target.with_name(f"{target.name}.partial")
    try:
        yield unfinished
        if not is_direct:
            unfinished.replace(target)
    except BaseException as error:
        if not is_direct:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError):
            is_full = error.filename is None and error.errno in FULL
            if is_full or str(error.filename) == str(unfinished):
                error.filename = str(path)
        raise
