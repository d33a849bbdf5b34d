"""The ledger: what is safely written, what was left out and why, and when to look at it again.

Each spider has one SQLite file, in WAL mode, beside its articles. The article file is the
authority: a line is flushed first and entered afterwards, and the ledger keeps the length that the
file had then. At the next start, whole lines beyond that length are entered. If the file is shorter
or another one, the ledger forgets its articles and reads the file again. So nothing is lost even
though many lines are committed together, between `begin` and `commit`.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from cleaners.identity import article_id
from tvto_crawl.articlefile import content_hash
from tvto_crawl.patience import NEVER, next_try
from tvto_crawl.skips import Skipped
from tvto_crawl.transactions import Database, open_to_read, transaction

__all__ = ["WRITTEN", "Ledger", "NewerLedger", "Seen", "remedy_of"]

# Version 1 also kept a fingerprint of each article.
_VERSION: Final = 2
_FROM_1: Final = """
DROP INDEX IF EXISTS by_fingerprint;
ALTER TABLE articles DROP COLUMN fingerprint;
"""
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, content TEXT, published TEXT, modified TEXT, written TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (
    key TEXT PRIMARY KEY, url TEXT, verdict TEXT, detail TEXT, arguments TEXT, article TEXT,
    seen TEXT, again TEXT, tries INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listings (
    url TEXT PRIMARY KEY, etag TEXT, modified TEXT, seen TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    started TEXT PRIMARY KEY, ended TEXT, arguments TEXT, source TEXT, account TEXT
) WITHOUT ROWID;
"""
_SET_VERSION: Final = f"INSERT OR REPLACE INTO meta VALUES ('version', '{_VERSION}');"
#: Verdict of a page whose article is written.
WRITTEN: Final = "written"
# Bytes at the beginning of the article file by which it is recognized.
_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class Seen:
    """What the ledger knows of a page."""

    verdict: str
    """`written`, or one of `tvto_crawl.skips.REASONS`."""
    seen: str
    """When, ISO 8601 in UTC."""
    for_good: bool = True
    """False for a page that a later crawl will request again."""


class NewerLedger(sqlite3.DatabaseError):
    """The ledger has a newer version than this code knows; the message is a sentence for people."""


class Ledger(Database):
    """The ledger in `path`, made if it is missing; if `read_only`, nothing is made or changed.

    Raises:
        OSError: the folder can't be written to.
        NewerLedger: it was written by a newer version.
        sqlite3.DatabaseError: the file is not a ledger.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._db = open_to_read(path) if read_only else sqlite3.connect(path, isolation_level=None)
        try:
            if read_only:
                self._known_version()
                return
            self._db.execute("PRAGMA journal_mode=WAL")
            # A commit survives the process; what a power cut takes is read from the article file.
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._bring_up_to_date()
        except sqlite3.DatabaseError:
            self._db.close()
            raise

    def _bring_up_to_date(self) -> None:
        """Create missing tables, and convert an older ledger to this version."""
        known = self._known_version()
        if known == "1":
            self._db.executescript(f"BEGIN IMMEDIATE;{_FROM_1}{_SET_VERSION}COMMIT;")
        self._db.executescript(f"{_SCHEMA}{_SET_VERSION if known is None else ''}")

    def _known_version(self) -> str | None:
        """Return the version of the ledger, None for a new one; raise NewerLedger."""
        has_meta = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
        known = self._meta("version") if has_meta else None
        if known is not None and int(known) > _VERSION:
            raise NewerLedger(
                f"{self.path} was written by a newer tvto_crawl (ledger {known}, this one knows "
                f"{_VERSION}): update tvto_crawl, or write elsewhere with -s ARTICLES=FOLDER"
            )
        return known

    # --- Articles ------------------------------------------------------------------------------

    def sound_length(self, head: bytes) -> int:
        """Return how many bytes of the article file that begins with `head` are entered here."""
        known = self._meta("head")
        length = int(self._meta("length") or 0)
        if known is None or known != _head_hash(head, length):
            return 0
        return length

    def forget_articles(self) -> None:
        """Forget what is written, because the article file is a different one."""
        with transaction(self._db):
            self._db.execute("DELETE FROM articles")
            self._db.execute("DELETE FROM pages WHERE verdict = ?", (WRITTEN,))
            self._db.execute("DELETE FROM meta WHERE name IN ('head', 'length')")

    def enter(self, record: Mapping[str, Any], key: str | None, head: bytes, length: int) -> None:
        """Enter an article whose line ends at byte `length` of its file."""
        self.enter_all([(record, key)], head, length)

    def enter_all(
        self, records: Iterable[tuple[Mapping[str, Any], str | None]], head: bytes, length: int
    ) -> int:
        """Enter articles whose lines are in the file up to byte `length`; return their number."""
        now, count = _now(), 0
        with transaction(self._db):
            for record, key in records:
                self._enter_article(record, key, now)
                count += 1
            self._db.executemany(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)",
                [("length", str(length)), ("head", _head_hash(head, length))],
            )
        return count

    def _enter_article(self, record: Mapping[str, Any], key: str | None, now: str) -> None:
        dates = record.get("published_at"), record.get("modified_at")
        self._db.execute(
            "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)",
            (record["id"], content_hash(record), *dates, now),
        )
        url = record.get("url")
        for name in {key, record["id"], article_id(url) if url else None} - {None}:
            self._db.execute(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, '', '', ?, ?, ?, 0)",
                (name, url, WRITTEN, record["id"], now, NEVER),
            )

    def content_of(self, article: str) -> str | None:
        """Return the content hash of the article as it was last written."""
        found = self._db.execute("SELECT content FROM articles WHERE id = ?", (article,)).fetchone()
        return found[0] if found else None

    def count_published(self, since: str, until: str) -> int:
        """Return how many written articles were published from day `since` to day `until`."""
        found = self._db.execute(
            "SELECT count(*) FROM articles WHERE substr(published, 1, 10) BETWEEN ? AND ?",
            (since, until),
        )
        return int(found.fetchone()[0])

    # --- Pages ---------------------------------------------------------------------------------

    def settled(self, key: str, arguments: str, modified: str | None = None) -> Seen | None:
        """Return what is known about a page that need not be fetched now, else None.

        `arguments` is the signature of what is wanted: a skip for topic, dates or section is valid
        only for the same signature. `modified` is when the page changed, according to a listing.
        """
        found = self._db.execute(
            "SELECT verdict, arguments, seen, again FROM pages WHERE key = ?", (key,)
        ).fetchone()
        if found is None:
            return None
        verdict, for_arguments, seen, again = found
        if for_arguments and for_arguments != arguments:
            return None
        if again <= _now() or (modified is not None and modified > seen):
            return None
        return Seen(verdict, seen, for_good=again == NEVER)

    def has_met(self, key: str) -> bool:
        """Return whether an earlier crawl requested the page."""
        found = self._db.execute("SELECT 1 FROM pages WHERE key = ?", (key,)).fetchone()
        return found is not None

    def skip(self, skipped: Skipped, arguments: str) -> None:
        """Enter a page that leads to no line in the output, and when to look at it again."""
        if skipped.key is None:
            return
        found = self._db.execute(
            "SELECT tries, verdict FROM pages WHERE key = ?", (skipped.key,)
        ).fetchone()
        if found and found[1] == WRITTEN:
            return  # its article stays written, whatever happened to the page since
        tries = found[0] + 1 if found and found[1] == skipped.reason else 1
        self._db.execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?)",
            (
                skipped.key,
                skipped.url,
                skipped.reason,
                skipped.detail[:300],
                arguments if skipped.conditional else "",
                _now(),
                next_try(skipped, tries),
                tries,
            ),
        )

    # --- Listings ------------------------------------------------------------------------------

    def validators(self, url: str) -> tuple[str | None, str | None]:
        """Return the ETag and Last-Modified with which a listing last came."""
        found = self._db.execute(
            "SELECT etag, modified FROM listings WHERE url = ?", (url,)
        ).fetchone()
        return (found[0], found[1]) if found else (None, None)

    def keep_validators(self, url: str, etag: str | None, modified: str | None) -> None:
        """Keep ETag and Last-Modified of a listing whose links are all settled."""
        self._db.execute(
            "INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?)", (url, etag, modified, _now())
        )

    # --- Runs ----------------------------------------------------------------------------------

    def begin_run(self, arguments: str, source: str) -> str:
        """Enter a run and return its name; a run without an end was killed."""
        started = datetime.now(UTC).isoformat()
        self._db.execute(
            "INSERT INTO runs VALUES (?, NULL, ?, ?, NULL)", (started, arguments, source)
        )
        return started

    def end_run(self, started: str, account: Mapping[str, Any]) -> None:
        """Enter how a run ended."""
        text = json.dumps(account, ensure_ascii=False).encode("utf-8", "backslashreplace")
        self._db.execute(
            "UPDATE runs SET ended = ?, account = ? WHERE started = ?",
            (_now(), text.decode(), started),
        )

    def runs(self) -> Iterator[dict[str, Any]]:
        """Yield the runs, the newest first."""
        for started, ended, arguments, source, account in self._db.execute(
            "SELECT started, ended, arguments, source, account FROM runs ORDER BY started DESC"
        ):
            yield {
                "started": started,
                "ended": ended,
                "arguments": arguments,
                "source": source,
                "account": json.loads(account) if account else None,
            }

    def tally(self) -> list[tuple[str, str, int]]:
        """Return `(day, verdict, count)` for all pages; an article counts once.

        Days are Gregorian, in Tehran, whose clock has been at +03:30 since before any ledger.
        """
        return self._db.execute(
            "SELECT date(seen, '+210 minutes') AS day, verdict, "
            "count(DISTINCT coalesce(article, key)) "
            "FROM pages GROUP BY day, verdict ORDER BY day DESC, 3 DESC, verdict"
        ).fetchall()

    def _meta(self, name: str) -> str | None:
        found = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None


def remedy_of(ledger: Path, articles: Path) -> str:
    """Return what to do about a broken ledger of the article file `articles`, as a clause."""
    return f"{ledger} may be deleted: the next crawl makes it anew from {articles.name}"


def _head_hash(head: bytes, length: int) -> str:
    seen = head[: min(_HEAD, length)]
    return f"{len(seen)}:{hashlib.sha1(seen, usedforsecurity=False).hexdigest()}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
