"""Find out whether a new article repeats a known one, one article at a time.

This is for crawls, which mark duplicates while they run. `tvto-crawl dedup` looks at a whole corpus
at once, so it finds out what was published first even if that was crawled last.
"""

import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from cleaners.duplicates import anchors, bands, compare, letters, shingles
from tvto_crawl.transactions import DamagedDatabase, Database, transaction

__all__ = ["KnownTexts", "Original"]

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS text (
    n INTEGER PRIMARY KEY, id TEXT, original TEXT, letters BLOB
);
CREATE INDEX IF NOT EXISTS by_id ON text (id);
CREATE INDEX IF NOT EXISTS by_original ON text (original) WHERE original IS NOT NULL;
CREATE TABLE IF NOT EXISTS key (key INTEGER, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
"""
_ITS: Final = "WHERE key = ? AND n = ?"
# Texts that are compared at most: those with the most keys in common.
_COMPARED: Final = 10
# Keys of a very long text that are looked up at most.
_KEYS: Final = 2_000
# Letters. Shorter texts can be equal by chance.
_SHORTEST: Final = 40
# A key that this many texts share belongs to a template, such as that of the daily rates, and is
# not stored for further texts. So a look-up costs the same however often a template is used.
_CROWD: Final = 16
_CACHE_KIB: Final = 16 * 1024


class Original(NamedTuple):
    """What an article repeats."""

    id: str
    kind: str
    """`exact`, `near` or `contained`."""
    score: float


class KnownTexts(Database):
    """The known texts, in a SQLite file of some 4 kB per text that persists between crawls."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        # A text's keys are spread over the file; SQLite's default cache of 2 MB misses most.
        self._db.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        self._db.executescript(_SCHEMA)

    def add(self, record: Mapping[str, Any]) -> Original | None:
        """Remember an article, and return the known one that it repeats, or None.

        A copy of a copy repeats the original. If the id is known already, its text is replaced, and
        the article does not count as a copy of its own earlier version. The old text stays known as
        long as there is a copy of it, under the id that the copy repeats.

        Raises:
            sqlite3.Error: the file can't be read or written.
        """
        coded = letters(str(record["text"]))
        if len(coded) < _SHORTEST:
            return None
        keys = _keys(coded)
        with transaction(self._db):
            self._forget(record["id"])
            sharing = self._sharing(keys)
            original = self._original(record["id"], coded, sharing)
            # An exact copy needs no keys of its own, as its original is found by the same keys. So
            # thousands of equal texts take no longer than one.
            is_exact = original is not None and original.kind == "exact"
            crowded = {key for key, texts in sharing.items() if len(texts) >= _CROWD}
            self._enter(record["id"], original, coded, [] if is_exact else set(keys) - crowded)
        return original

    def _forget(self, article: str) -> None:
        """Forget the old text of an article; its keys pass to a copy, if there is one."""
        known = "SELECT n, original, letters FROM text WHERE id = ?"
        for n, original, packed in self._db.execute(known, (article,)).fetchall():
            keys = [(key, n) for key in _keys(_unpacked(packed))]
            # Only one of several equal texts has keys, so most are forgotten without a search.
            has_keys = self._db.execute(f"SELECT 1 FROM key {_ITS}", keys[0]).fetchone()
            heir = self._copy_of(n, (article, original), packed) if has_keys else None
            if heir is not None:
                moved = [(heir, *key) for key in keys]
                self._db.executemany(f"UPDATE OR IGNORE key SET n = ? {_ITS}", moved)
            self._db.executemany(f"DELETE FROM key {_ITS}", keys)
            self._db.execute("DELETE FROM text WHERE n = ?", (n,))

    def _copy_of(self, n: int, originals: tuple[str, str | None], packed: bytes) -> int | None:
        """Return the first text that equals text `n` and repeats one of `originals`, or None."""
        (copy,) = self._db.execute(
            "SELECT min(n) FROM text WHERE original IN (?, ?) AND letters = ? AND n <> ?",
            (*originals, packed, n),
        ).fetchone()
        return None if copy is None else int(copy)

    def _enter(
        self, article: str, original: Original | None, coded: bytes, keys: Iterable[int]
    ) -> None:
        row = (article, original.id if original else None, zlib.compress(coded, 1))
        entered = self._db.execute("INSERT INTO text (id, original, letters) VALUES (?, ?, ?)", row)
        n = entered.lastrowid
        rows = [(key, n) for key in sorted(keys)]
        self._db.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", rows)

    def _sharing(self, keys: list[int]) -> dict[int, list[int]]:
        """Return the known texts that share some of `keys`, by key."""
        marks = ",".join("?" * len(keys))
        sharing: dict[int, list[int]] = {}
        query = f"SELECT key, n FROM key WHERE key IN ({marks})"
        for key, n in self._db.execute(query, keys):
            sharing.setdefault(key, []).append(n)
        return sharing

    def _original(
        self, own_id: str, coded: bytes, sharing: dict[int, list[int]]
    ) -> Original | None:
        """Return the known article with the largest share of a text, if that is large enough.

        Copies of earlier versions of the same article do not count.
        """
        if not sharing:
            return None
        own = shingles(coded)
        best: tuple[float, Original] | None = None
        for article, original, packed in self._candidates(_whole(coded), sharing):
            name = original or article
            if name == own_id:
                continue
            other_coded = _unpacked(packed)
            if other_coded == coded:
                return Original(name, "exact", 1.0)
            other = shingles(other_coded)
            likeness = compare(own, other)
            if likeness is None or (likeness.kind == "contained" and len(own) > len(other)):
                continue  # the known one is the excerpt
            share = likeness.shared / len(own)
            if best is None or share > best[0]:
                best = (share, Original(name, likeness.kind, round(likeness.score, 3)))
        return best[1] if best else None

    def _candidates(
        self, whole: int, sharing: dict[int, list[int]]
    ) -> Iterator[tuple[str, str | None, bytes]]:
        """Yield the texts to compare: first equal ones, then those with the most common keys."""
        counts = Counter(chain.from_iterable(sharing.values()))
        equal = set(sharing.get(whole, ()))
        ranked = sorted(counts, key=lambda n: (n not in equal, -counts[n], n))
        query = "SELECT id, original, letters FROM text WHERE n = ?"
        for n in ranked[:_COMPARED]:
            yield from self._db.execute(query, (n,)).fetchall()


def _keys(coded: bytes) -> list[int]:
    """Return the keys by which a text is found."""
    return [_whole(coded), *bands(coded), *anchors(coded)][:_KEYS]


def _whole(coded: bytes) -> int:
    """Return the key of the whole text, by which equal texts find each other in any crowd."""
    return int.from_bytes(hashlib.blake2b(coded, digest_size=7).digest(), "big")


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise DamagedDatabase(f"a text can't be unpacked: {error}") from error
