"""SQLite files whose transactions hold several writes, of which each may also stand alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

__all__ = ["Database", "transaction"]


class Database:
    """A SQLite file that is closed at the end, and whose writes may wait for one commit."""

    _db: sqlite3.Connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def begin(self) -> None:
        """Let what is written from here on wait for `commit`."""
        _begin(self._db)

    def commit(self) -> None:
        """Make what was written since `begin` safe."""
        _commit(self._db)

    def roll_back(self) -> None:
        """Forget what was written since `begin`."""
        _roll_back(self._db)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Make a block happen whole or not at all: as part of an open transaction, else as its own."""
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


def _begin(db: sqlite3.Connection) -> None:
    """Open a transaction, unless one is open."""
    if not db.in_transaction:
        db.execute("BEGIN IMMEDIATE")


def _commit(db: sqlite3.Connection) -> None:
    """Commit what is open."""
    if db.in_transaction:
        db.execute("COMMIT")


def _roll_back(db: sqlite3.Connection) -> None:
    """Undo what is open; some errors, such as a full disk, have done so already."""
    if db.in_transaction:
        db.execute("ROLLBACK")
