"""SQLite files whose writes may be grouped into one transaction, or stand alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

__all__ = ["Database", "transaction"]


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
