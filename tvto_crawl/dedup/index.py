"""The index for finding duplicates: a temporary SQLite file with what is needed of each article.

Memory is bounded by SQLite's cache, however many articles there are. The file takes about 3 kB for
an article of 1,500 letters.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple, Self
from zoneinfo import ZoneInfo

from cleaners.duplicates import anchors, bands, letters
from cleaners.persian.characters import well_formed

__all__ = ["NEVER", "Index", "Line", "moment_of"]

_SCHEMA: Final = """
-- One row per article; lines with the same id are one article.
CREATE TABLE article (
    n INTEGER PRIMARY KEY, id TEXT, published TEXT, agency TEXT, moment INTEGER,
    same_as INTEGER,  -- the first article with exactly these letters, or itself
    length INTEGER, letters BLOB
);
CREATE INDEX copy ON article (same_as) WHERE same_as <> n;
CREATE TABLE name (hash INTEGER PRIMARY KEY, n INTEGER);
CREATE TABLE text (hash INTEGER PRIMARY KEY, n INTEGER);
-- One row per line of the input; `n` is null for a line without an article.
CREATE TABLE line (number INTEGER PRIMARY KEY, n INTEGER, marked TEXT, kept INTEGER);
CREATE TABLE key (key INTEGER, n INTEGER, is_band INTEGER);
CREATE TABLE pair (a INTEGER, b INTEGER, is_band INTEGER);
-- Article `n` repeats article `head`; filled last.
CREATE TABLE mark (n INTEGER PRIMARY KEY, head INTEGER, kind TEXT, score REAL);
"""
_CACHE_KIB: Final = 128 * 1024
_TEHRAN: Final = ZoneInfo("Asia/Tehran")
#: The moment of an article without a date: later than any other.
NEVER: Final = 1 << 60
# Letters. Shorter texts can be equal by chance, as two photo pages with the same title are.
_SHORTEST: Final = 40


class Line(NamedTuple):
    """What is known about a line of the input."""

    kept: bool
    is_article: bool
    marked: str | None
    """The `duplicate_of` that it came with."""
    is_last: bool
    """False if a later line with the same id replaces it."""
    head: str | None
    """Id of the article that it repeats."""


class Index:
    """The index in a file at `path`, which must not exist."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        # Nothing here outlives the run, so nothing needs to be safe on disk.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        self.db.execute("PRAGMA locking_mode=EXCLUSIVE")
        self.db.executescript(_SCHEMA)
        self.db.execute("BEGIN")
        self._articles = 0
        self._lines = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def __len__(self) -> int:
        return self._articles

    def add_line(self, record: Mapping[str, Any] | None, *, kept: bool = True) -> None:
        """Enter the next line of the input: an article's record, or None for anything else.

        A line that is not `kept` will not be written again.
        """
        self._lines += 1
        n = None if record is None else self._add(record)
        marked = None if record is None else _text(record.get("duplicate_of"))
        self.db.execute("INSERT INTO line VALUES (?, ?, ?, ?)", (self._lines, n, marked, kept))

    def _add(self, record: Mapping[str, Any]) -> int:
        """Enter a new or changed article; return its number."""
        known = self._articles
        n = self._number(record["id"])
        coded = letters(record["text"])
        is_new = n >= known or self._gives_up_text(n, coded)
        same_as = self._first_with(coded, n)
        row = (
            n,
            _text(record["id"]),
            _text(record.get("published_at")),
            _text(record.get("agency")),
            moment_of(record.get("published_at")),
            same_as,
            len(coded),
            zlib.compress(coded, 1) if same_as == n else None,
        )
        self.db.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        if is_new and same_as == n:
            self._enter_keys(n, coded)
        return n

    def _enter_keys(self, n: int, coded: bytes) -> None:
        """Enter the keys of a text; article `n` is the first one with that text."""
        if len(coded) >= _SHORTEST:
            keys = [(key, n, 1) for key in bands(coded)] + [(key, n, 0) for key in anchors(coded)]
            self.db.executemany("INSERT INTO key VALUES (?, ?, ?)", keys)

    def _gives_up_text(self, n: int, coded: bytes) -> bool:
        """Return whether an article that comes again has a different text now.

        If so, the old text passes to the first of its copies: they repeat each other, not the
        article's new text. Keys from the old text to the article stay; the comparison will show
        that the texts differ.
        """
        same_as, packed = self.db.execute(
            "SELECT same_as, letters FROM article WHERE n = ?", (n,)
        ).fetchone()
        if same_as != n:
            return True
        old = zlib.decompress(packed)
        if old == coded:
            return False
        copies = "same_as = ? AND same_as <> n"
        (heir,) = self.db.execute(f"SELECT min(n) FROM article WHERE {copies}", (n,)).fetchone()
        if heir is None:
            self.db.execute("DELETE FROM text WHERE hash = ? AND n = ?", (_hash(old), n))
            return True
        self.db.execute(f"UPDATE article SET same_as = ? WHERE {copies}", (heir, n))
        self.db.execute("UPDATE article SET letters = ? WHERE n = ?", (packed, heir))
        self.db.execute("UPDATE text SET n = ? WHERE hash = ?", (heir, _hash(old)))
        self._enter_keys(heir, old)
        return True

    def _number(self, article: str) -> int:
        """Return the number of an id; a new id gets the next number."""
        n = self._first("name", _hash(article.encode("utf-8", "replace")), self._articles)
        self._articles += n == self._articles
        return n

    def _first_with(self, coded: bytes, n: int) -> int:
        """Return the number of the first article with these letters."""
        return n if len(coded) < _SHORTEST else self._first("text", _hash(coded), n)

    def _first(self, table: str, key: int, n: int) -> int:
        """Enter `n` under a key unless the key is taken; return the number under the key."""
        entered = self.db.execute(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", (key, n))
        if entered.rowcount:
            return n
        known: tuple[int] = self.db.execute(
            f"SELECT n FROM {table} WHERE hash = ?", (key,)
        ).fetchone()
        return known[0]

    def number_of(self, article: str) -> int | None:
        """Return the number of an id that was entered, or None."""
        name = _hash(article.encode("utf-8", "replace"))
        known = self.db.execute("SELECT n FROM name WHERE hash = ?", (name,)).fetchone()
        return known[0] if known else None

    def letters_of(self, n: int) -> bytes:
        """Return the letters of an article, which must be the first one with them."""
        packed = self.db.execute("SELECT letters FROM article WHERE n = ?", (n,)).fetchone()[0]
        return zlib.decompress(packed) if packed is not None else b""

    def lengths(self) -> Iterator[int]:
        """Yield the number of letters of each article, in the order of article numbers."""
        for (length,) in self.db.execute("SELECT length FROM article ORDER BY n"):
            yield length

    def moments(self) -> Iterator[tuple[int, int, int]]:
        """Yield number, moment of publication and the first article with the same letters."""
        yield from self.db.execute("SELECT n, moment, same_as FROM article ORDER BY n")

    def enter_marks(self, marks: Iterable[tuple[int, int, str, float]]) -> None:
        """Enter what each duplicate repeats, how, and how well."""
        self.db.executemany("INSERT INTO mark VALUES (?, ?, ?, ?)", marks)

    def lines(self) -> Iterator[Line]:
        """Yield what is known about each line, in the order of the input."""
        found = self.db.execute(
            "SELECT line.kept, line.n, line.marked, line.number = last.number, head.id FROM line "
            "LEFT JOIN (SELECT n, max(number) AS number FROM line GROUP BY n) last "
            "ON last.n = line.n LEFT JOIN mark ON mark.n = line.n "
            "LEFT JOIN article head ON head.n = mark.head ORDER BY line.number"
        )
        return (
            Line(bool(kept), n is not None, marked, bool(last), head)
            for kept, n, marked, last, head in found
        )

    def marks(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of the table of duplicates, grouped by the article that they repeat.

        A row has id, agency, published, kind and score of the duplicate, then id, agency and
        published of the original.
        """
        yield from self.db.execute(
            "SELECT copy.id, copy.agency, copy.published, kind, score, "
            "head.id, head.agency, head.published FROM mark "
            "JOIN article copy ON copy.n = mark.n JOIN article head ON head.n = mark.head "
            "ORDER BY mark.head, copy.moment, copy.n"
        )

    def tally(self) -> dict[str, int]:
        """Return the number of duplicates of each kind, the largest first."""
        counts = self.db.execute("SELECT kind, count(*) FROM mark GROUP BY kind ORDER BY 2 DESC")
        return dict(counts.fetchall())


def _hash(content: bytes) -> int:
    digest = hashlib.blake2b(content, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _text(value: object) -> str | None:
    """Return a text as SQLite can hold it, and None for what is no text: anybody made the lines."""
    return well_formed(value) if isinstance(value, str) else None


def moment_of(published: object) -> int:
    """Return a `published_at` in seconds since 1970, as a sort key.

    A bare date counts as the end of its day, so that a copy with a time comes first. Without a
    date it is `NEVER`, which comes last.
    """
    try:
        text = str(published)
        if len(text) == 10:
            day = date.fromisoformat(text) + timedelta(days=1)
            moment = datetime.combine(day, time(), _TEHRAN) - timedelta(seconds=1)
        else:
            moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=_TEHRAN)
        return int(moment.timestamp())
    except (ValueError, OverflowError):
        return NEVER
