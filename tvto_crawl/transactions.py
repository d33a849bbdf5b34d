"""SQLite transactions that hold several writes, of which each may also stand alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["begin", "commit", "roll_back", "transaction"]


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Make a block happen whole or not at all: as part of an open transaction, else as its own."""
    if db.in_transaction:
        yield
        return
    begin(db)
    try:
        yield
    except BaseException:
        roll_back(db)
        raise
    commit(db)


def begin(db: sqlite3.Connection) -> None:
    """Open a transaction, unless one is open."""
    if not db.in_transaction:
        db.execute("BEGIN IMMEDIATE")


def commit(db: sqlite3.Connection) -> None:
    """Commit what is open."""
    if db.in_transaction:
        db.execute("COMMIT")


def roll_back(db: sqlite3.Connection) -> None:
    """Undo what is open; some errors, such as a full disk, have done so already."""
    if db.in_transaction:
        db.execute("ROLLBACK")
