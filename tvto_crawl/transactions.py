"""SQLite files whose writes may be grouped into one transaction, or stand alone."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

__all__ = [
    "DamagedDatabase",
    "Database",
    "cause_of",
    "is_broken",
    "open_to_read",
    "transaction",
]

# The low byte of an extended error code is the code of its kind.
_KIND: Final = 0xFF
_NO_DATABASE: Final = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
# What SQLite also says on a full disk, where it can't grow the file that its processes share.
_PERHAPS_FULL: Final = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})
# Bytes; SQLite grows its files in steps of 32 kB.
_NO_SPACE: Final = 1 << 15


class DamagedDatabase(sqlite3.DatabaseError):
    """The content of a file is damaged where SQLite can't see it."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Database:
    """A SQLite file as a context manager, whose writes may wait for one common commit."""

    _db: sqlite3.Connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def begin(self) -> None:
        """Let the following writes wait for `commit`."""
        _begin(self._db)

    def commit(self) -> None:
        """Commit what was written since `begin`."""
        _commit(self._db)

    def roll_back(self) -> None:
        """Undo what was written since `begin`."""
        _roll_back(self._db)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a SQLite file, perhaps on a read-only disk, without making or changing anything.

    While no process writes to it, it has no file `-wal`. Then it must be opened as one that does
    not change: SQLite would make that file to read it.
    """
    written_to = path.with_name(f"{path.name}-wal").exists()
    options = "mode=ro" if written_to else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{options}", uri=True, isolation_level=None)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Run a block as part of the open transaction, or else in a transaction of its own."""
    if db.in_transaction:
        yield
        return
    _begin(db)
    try:
        yield
    except BaseException:
        _roll_back(db)
        raise
    _commit(db)


def is_broken(error: sqlite3.Error) -> bool:
    """Return whether an error says that a file is damaged, or is no SQLite file."""
    return _kind_of(error) in _NO_DATABASE


def cause_of(error: sqlite3.Error, path: Path) -> str:
    """Return the words of an error of the file at `path`, with the full disk it does not name."""
    if _kind_of(error) in _PERHAPS_FULL:
        with suppress(OSError):
            if shutil.disk_usage(path.parent).free < _NO_SPACE:
                return f"the disk is full ({error})"
    return str(error)


def _kind_of(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)  # errors of the Python module have none
    return code & _KIND


def _begin(db: sqlite3.Connection) -> None:
    """Open a transaction, unless one is open already."""
    if not db.in_transaction:
        db.execute("BEGIN IMMEDIATE")


def _commit(db: sqlite3.Connection) -> None:
    """Commit the open transaction, if any."""
    if db.in_transaction:
        db.execute("COMMIT")


def _roll_back(db: sqlite3.Connection) -> None:
    """Undo the open transaction, if any; an error such as a full disk may have done so."""
    if db.in_transaction:
        db.execute("ROLLBACK")
