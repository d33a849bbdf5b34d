"""The texts by which a crawl finds copies, beside its articles, from which they can be made anew.

Whether the file is sound is not checked as a whole, since that takes seconds per gigabyte at each
start. Damage is met when the damaged part is read, and then the file is made anew.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from tvto_crawl.articlefile import ArticleFile
from tvto_crawl.dedup.known import KnownTexts, Original
from tvto_crawl.transactions import cause_of, is_broken

__all__ = ["ArticleTexts", "TextsError"]

_logger = logging.getLogger(__name__)

# Characters; shorter texts are not compared with others to find copies.
_TELLING: Final = 200


class TextsError(Exception):
    """The file of texts can't be used; the message is a sentence for people."""


class ArticleTexts:
    """The texts in `path`, complete up to byte `sound` of the article file; 0: of another file.

    Raises:
        OSError: an old file can't be deleted.
        TextsError: the file can't be made or opened.
    """

    def __init__(self, path: Path, articles: ArticleFile, sound: int) -> None:
        self._path = path
        self._articles = articles
        self._known: KnownTexts | None = None
        if sound and path.exists() and path.stat().st_size:  # SQLite takes an empty file for new
            self._do(lambda known: self._enter(known, sound))
            return
        with self._telling():
            self._make_anew()

    def add(self, record: Mapping[str, Any]) -> Original | None:
        """Remember an article, and return the one that it repeats, or None.

        Raises:
            TextsError: the file can't be written.
        """
        return self._do(lambda known: known.add(record)) if _tells_apart(record) else None

    def begin(self) -> None:
        """Let the following writes wait for `commit`.

        Raises:
            TextsError: the file can't be written.
        """
        self._do(lambda known: known.begin())

    def commit(self) -> None:
        """Commit what was written since `begin`.

        Raises:
            TextsError: the file can't be written.
        """
        self._do(lambda known: known.commit())

    def roll_back(self) -> None:
        """Undo what was written since `begin`."""
        if self._known:
            with suppress(sqlite3.Error):
                self._known.roll_back()

    def close(self) -> None:
        """Close the file."""
        if self._known:
            self._known.close()
            self._known = None

    def _do[Answer](self, act: Callable[[KnownTexts], Answer]) -> Answer:
        """Do something with the texts; if they turn out to be damaged, with new ones."""
        with self._telling():
            try:
                return act(self._opened())
            except sqlite3.Error as error:
                if not is_broken(error):
                    raise
                _logger.warning("%s is damaged (%s): it is made anew", self._path, error)
            self._make_anew()
            return act(self._opened())

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn errors of SQLite into a TextsError."""
        try:
            yield
        except sqlite3.Error as error:
            why = cause_of(error, self._path)
            raise TextsError(f"{self._path} can't be written: {why}") from error

    def _opened(self) -> KnownTexts:
        self._known = self._known or KnownTexts(self._path)
        return self._known

    def _make_anew(self) -> None:
        """Read all articles of the file, with those that are not committed yet."""
        self.close()
        new = self._path.with_name(f"{self._path.name}.partial")
        for leftover in self._path.parent.glob(f"{self._path.name}*"):
            leftover.unlink()
        with KnownTexts(new) as texts:
            self._enter(texts, 0)
        new.replace(self._path)

    def _enter(self, known: KnownTexts, start: int) -> None:
        known.begin()
        for record in self._articles.records(start):
            if _tells_apart(record):
                known.add(record)
        known.commit()


def _tells_apart(record: Mapping[str, Any]) -> bool:
    """Return whether a text is long enough to distinguish articles; captions are not."""
    return bool(record.get("id")) and len(record.get("text") or "") >= _TELLING
