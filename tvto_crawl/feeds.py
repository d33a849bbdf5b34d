"""`-o` and `-O`: a file that can't be written ends the crawl instead of losing its articles.

Such a file only ever holds whole articles, even when the disk is full.
"""

import logging
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Final, cast

from scrapy import Spider
from scrapy.exceptions import UsageError
from scrapy.extensions.feedexport import FeedExporter, FeedSlot, FileFeedStorage
from scrapy.settings import BaseSettings
from w3lib.url import file_uri_to_path

from tvto_crawl.account import Account
from tvto_crawl.articlefile import mend_last_line
from tvto_crawl.fatal import record_failure, stop
from tvto_crawl.places import can_be_seen, complaint_of_file
from tvto_crawl.whole_writes import WholeWrites

__all__ = [
    "Feeds",
    "WholeArticles",
    "complaint_of_feeds",
    "refuse_compression",
    "refuse_second_document",
]

_logger = logging.getLogger(__name__)

_JSON_LINES: Final = frozenset({"jsonlines", "jsonl", "jl"})
_DOCUMENTS: Final = frozenset({"json", "xml", "csv"})
# The format may follow the name: `-O out.gz:jsonl`.
_COMPRESSED: Final = re.compile(r"\.(?:gz|bz2|xz|zst)(?=$|:\w+$)", re.IGNORECASE)
# Feeds that go elsewhere (`s3:`, `stdout:`) or whose name is not known yet (`%(time)s`) can't be
# checked beforehand.
_ELSEWHERE: Final = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:|.*%\(", re.IGNORECASE)


def complaint_of_feeds(settings: BaseSettings) -> str | None:
    """Return why a file of `-o` or `-O` can't be written, as a sentence, or None."""
    for name in map(str, settings.getdict("FEEDS")):
        path = _path_of(name)
        if path and (complaint := complaint_of_file(path)):
            return complaint
    return None


def refuse_compression(names: Iterable[str]) -> None:
    """Refuse names of `-o` and `-O` that ask for a compressed file.

    A crawl may be killed at any moment, and half of a compressed stream is hard to read.

    Raises:
        UsageError: there is such a name; the message shows a way that works.
    """
    for name in names:
        if found := _COMPRESSED.search(name):
            plain = name[: found.start()]
            raise UsageError(
                f"a crawl can't write the compressed file {name}, of which a killed one would "
                f"leave half: write {plain}, and compress that",
                print_help=False,
            )


def refuse_second_document(settings: BaseSettings) -> None:
    """Refuse to append to a file whose format is a single document, which that would break.

    Raises:
        UsageError: there is such a file; the message shows two ways that work.
    """
    for name, options in settings.getdict("FEEDS").items():
        kind, path = options.get("format"), _path_of(str(name))
        if path and kind in _DOCUMENTS and not options.get("overwrite") and _has_content(path):
            raise UsageError(
                f"{path} exists, and nothing can be appended to a {kind} file: "
                f"replace it with -O {path}, or append to JSONL with "
                f"-o {path.with_suffix('.jsonl')}",
                print_help=False,
            )


def _path_of(name: str) -> Path | None:
    """Return the file that a feed goes to, or None if it is elsewhere or not known yet."""
    if _ELSEWHERE.match(name):
        return None
    return Path(file_uri_to_path(name) if name.startswith("file:") else name)


def _has_content(path: Path) -> bool:
    return can_be_seen(path) and path.is_file() and path.stat().st_size > 0


class WholeArticles(FileFeedStorage):
    """Storage of a local file that only ever holds whole articles."""

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        self._is_json_lines = (feed_options or {}).get("format") in _JSON_LINES
        self.failure: OSError | None = None
        """Why the end of the file could not be written."""

    def open(self, spider: Spider) -> IO[bytes]:
        """Open the file, at its end unless for `-O`; cut off half a line left by a killed crawl."""
        path = Path(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        file = WholeWrites(path, overwrite=self.write_mode == "wb")
        if self._is_json_lines and file.length and mend_last_line(path, file):
            _logger.warning("%s ended in half a line, from a killed crawl: cut off", path)
        return cast("IO[bytes]", file)

    def store(self, file: IO[bytes]) -> None:
        """Close the file; keep an error, which Scrapy would show as a traceback."""
        try:
            file.close()
        except OSError as error:
            self.failure = error


class Feeds(FeedExporter):
    """Scrapy's exporter, but every article is flushed, and a disk error ends the crawl."""

    def open_spider(self, spider: Spider) -> None:
        """Prepare the files."""
        try:
            super().open_spider(spider)
        except Exception as error:
            stop(self.crawler, self._complaint(error))

    def item_scraped(self, item: Any, spider: Spider) -> None:
        """Export an item and flush it to the operating system."""
        try:
            super().item_scraped(item, spider)
            for slot in self.slots:
                if slot.file is not None:
                    slot.file.flush()
        except Exception as error:
            if account := self.crawler.get_extension(Account):
                account.count_lost()
            stop(self.crawler, self._complaint(error))

    async def _close_slot(self, slot: FeedSlot, spider: Spider) -> None:
        try:
            await super()._close_slot(slot, spider)
            if failure := getattr(slot.storage, "failure", None):
                raise failure
        except Exception as error:  # if the account was given already, `scrapy crawl` looks again
            record_failure(self.crawler, self._complaint(error))

    def _complaint(self, error: Exception) -> str:
        why = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
        return f"{', '.join(self.feeds)} can't be written: {why}"
