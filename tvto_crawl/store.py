"""The articles of a spider: their file, the ledger beside it, and the lock on both."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, NoReturn, Self

import fastjsonschema
from filelock import FileLock, Timeout

from cleaners.article import Article
from cleaners.schema import article_schema
from tvto_crawl.article_texts import ArticleTexts, TextsError
from tvto_crawl.articlefile import ArticleFile, content_hash
from tvto_crawl.ledger import Ledger, NewerLedger, Seen, remedy_of
from tvto_crawl.places import why_no_folder
from tvto_crawl.skips import Skipped
from tvto_crawl.transactions import cause_of, is_broken

__all__ = ["Store", "StoreError", "schema_complaint"]

_Outcome = Literal["written", "unchanged", "invalid"]


class StoreError(Exception):
    """The articles can't be written; the message is a sentence for people."""


class Store:
    """`<name>.jsonl` in `folder`, with `<name>.ledger`, opened for one crawl.

    A line is with the operating system once `write` returns; its entry in the ledger waits for
    `commit`. Articles of a `sample` site have a ledger of their own, and are not mixed with real
    ones.

    Raises:
        StoreError: another crawl uses it, it can't be written, or it holds the other kind of
            articles.
    """

    def __init__(self, folder: Path, name: str, *, sample: bool = False) -> None:
        self.path = folder / f"{name}.jsonl"
        self._rejected = folder / f"{name}.rejected.jsonl"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # The lock ends with the process that holds it, even after SIGKILL.
            self._lock = FileLock(folder / f".{name}.lock")
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(
                f"another crawl of {name} is writing {self.path}: wait for it to end"
            ) from error
        except OSError as error:
            why = why_no_folder(folder, error)
            raise StoreError(f"{self.path} can't be written: {why}") from error
        self._file: ArticleFile | None = None
        self._ledger: Ledger | None = None
        self._texts: ArticleTexts | None = None
        self._failure: str | None = None
        self._ledger_path = folder / f"{name}{'.sample' if sample else ''}.ledger"
        try:
            self._open(self._ledger_path, sample)
        except OSError as error:
            self.close()
            raise StoreError(f"{self.path} can't be written: {error.strerror or error}") from error
        except (NewerLedger, TextsError) as error:
            self.close()
            raise StoreError(str(error)) from error
        except sqlite3.Error as error:
            self.close()
            raise StoreError(self.complaint_of_ledger("used", error)) from error
        except StoreError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self, ledger: Path, sample: bool) -> None:
        self._file = ArticleFile(self.path)
        self.torn = self._file.torn
        self._refuse_mixture(sample)
        self._ledger = Ledger(ledger)
        sound = self._ledger.sound_length(self._file.head)
        if sound > self._file.length or (sound == 0 and self._file.length):
            sound = 0
            self._ledger.forget_articles()
        elif not self._file.length:
            self._ledger.forget_articles()
        # The texts come first, because the ledger says how far they are complete.
        self._texts = ArticleTexts(ledger.with_suffix(".texts"), self._file, sound)
        self.recovered = 0
        if sound < self._file.length:
            records = ((record, None) for record in self._file.records(sound))
            self.recovered = self._ledger.enter_all(records, self._file.head, self._file.length)

    def _refuse_mixture(self, sample: bool) -> None:
        """Raise StoreError if articles of the sample sites would be mixed with real ones."""
        first = next(self.file.records(), None)
        if first is None or (first.get("source") == "sample") is sample:
            return
        here, new = ("sample", "real") if not sample else ("real", "sample")
        raise StoreError(
            f"{self.path} holds {here} articles, and this crawl would add {new} ones; "
            "move the file away, or write elsewhere with -O FILE or -s ARTICLES=FOLDER"
        )

    @property
    def file(self) -> ArticleFile:
        """The article file."""
        assert self._file is not None
        return self._file

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        assert self._ledger is not None
        return self._ledger

    def settled(self, key: str, arguments: str, modified: str | None = None) -> Seen | None:
        """Return what is known about a page that need not be fetched, else None.

        Raises:
            StoreError: the ledger can't be read.
        """
        return self.ask(lambda ledger: ledger.settled(key, arguments, modified))

    def ask[Answer](self, question: Callable[[Ledger], Answer]) -> Answer:
        """Return what the ledger answers; after a failure nothing is written to it any more.

        Raises:
            StoreError: the ledger is damaged, or the disk fails.
        """
        try:
            return question(self.ledger)
        except sqlite3.Error as error:
            self._fail(self.complaint_of_ledger("used", error), error)

    def complaint_of_ledger(self, can_not_be: str, error: sqlite3.Error) -> str:
        """Return a sentence for an error of the ledger: what can't be done, why, and what to do."""
        why = cause_of(error, self.path)
        remedy = f"; {remedy_of(self._ledger_path, self.path)}" if is_broken(error) else ""
        return f"the ledger beside {self.path} can't be {can_not_be}: {why}{remedy}"

    def write(self, article: Article, key: str | None = None) -> _Outcome:
        """Write the article's line, flush it and enter it, unless the article is unchanged.

        `key` is the id under which the page was requested. An article that repeats another one of
        this spider, or is an excerpt of it, is written with `duplicate_of`.

        Raises:
            StoreError: file or ledger can't be written, as on a full disk; all lines are whole.
        """
        record = article.to_dict()
        if self.ask(lambda ledger: ledger.content_of(article.id)) == content_hash(record):
            self._guard(lambda: self.ledger.enter(record, key, self.file.head, self.file.length))
            return "unchanged"
        if complaint := schema_complaint(record):
            self._guard(lambda: self._reject(record, complaint))
            return "invalid"
        self._guard(lambda: self._append(article, record, key))
        return "written"

    def skip(self, skipped: Skipped, arguments: str) -> None:
        """Enter a page that leads to no line in the output.

        Raises:
            StoreError: the ledger can't be written.
        """
        self._guard(lambda: self.ledger.skip(skipped, arguments))

    def commit(self) -> None:
        """Commit what was written since the last commit.

        If the crawl is killed before, it is read from the article file at the next start.

        Raises:
            StoreError: the ledger can't be written.
        """
        if self._failure is None:
            self._guard(self._commit)

    def _commit(self) -> None:
        if self._texts and self._ledger:
            self._texts.commit()  # first, as when they are opened
            self._ledger.commit()

    def close(self) -> None:
        """Commit, close file and ledger, and release the lock."""
        with suppress(StoreError):  # what is not committed is read from the file next time
            self.commit()
        for part in (self._file, self._ledger, self._texts):
            if part:
                part.close()
        self._file = self._ledger = self._texts = None
        self._lock.release()

    def _append(self, article: Article, record: dict[str, Any], key: str | None) -> None:
        assert self._texts is not None
        if original := self._texts.add(record):
            article.duplicate_of = article.duplicate_of or original.id
            record["duplicate_of"] = article.duplicate_of
        self.file.append(record)
        self.ledger.enter(record, key, self.file.head, self.file.length)

    def _reject(self, record: dict[str, Any], complaint: str) -> None:
        with self._rejected.open("a", encoding="utf-8") as stream:
            line = json.dumps({"reason": complaint, "record": record}, ensure_ascii=False)
            stream.write(f"{line}\n")

    def _guard(self, act: Callable[[], object]) -> None:
        """Write something; after a failure refuse to, so that the ledger has no gaps."""
        if self._failure is not None:
            raise StoreError(self._failure)
        try:
            self._begin()
            act()
        except OSError as error:
            words = error.strerror or error
            self._fail(f"{self.path} can't be written: {words}; all its lines are whole", error)
        except TextsError as error:
            self._fail(str(error), error)
        except sqlite3.Error as error:
            self._fail(self.complaint_of_ledger("written", error), error)

    def _begin(self) -> None:
        if self._texts and self._ledger:
            self._texts.begin()
            self._ledger.begin()

    def _fail(self, sentence: str, error: Exception) -> NoReturn:
        self._failure = sentence
        for part in (self._texts, self._ledger):
            if part:
                with suppress(sqlite3.Error):
                    part.roll_back()
        raise StoreError(sentence) from error


@cache
def _validate() -> Callable[[dict[str, Any]], object]:
    compiled: Callable[[dict[str, Any]], object] = fastjsonschema.compile(article_schema())
    return compiled


def schema_complaint(record: dict[str, Any]) -> str | None:
    """Return what is wrong with a record according to its schema, or None."""
    try:
        _validate()(record)
    except fastjsonschema.JsonSchemaValueException as error:
        return str(error.message).removeprefix("data.")[:300]
    return None
