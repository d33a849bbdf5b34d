"""A file that takes the place of an old one when it is whole, and never before."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["replacing"]


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; the file takes the place of `path` when it is whole.

    Where the work fails it goes, and an old one stays as it was. Of a link what it leads to is
    replaced. A device or a pipe takes what is written as it comes, so it is given itself.

    Raises:
        OSError: the file can't be written; its `filename` is `path`.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    target = path.resolve() if path.is_symlink() else path
    unfinished = target.with_name(f"{target.name}.partial")
    try:
        yield unfinished
        unfinished.replace(target)
    except BaseException as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError) and str(error.filename) == str(unfinished):
            error.filename = str(path)
        raise
