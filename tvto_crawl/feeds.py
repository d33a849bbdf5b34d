"""`-o` and `-O`: a file that can't be written ends the crawl instead of losing its articles."""

import re
from pathlib import Path
from typing import Any, Final

from scrapy import Spider
from scrapy.extensions.feedexport import FeedExporter, FeedSlot
from scrapy.settings import BaseSettings
from w3lib.url import file_uri_to_path

from tvto_crawl.account import Account, record_failure, stop
from tvto_crawl.places import complaint_of_file

__all__ = ["Feeds", "complaint_of_feeds"]

# Formats of which every written line stands for itself.
_LINEWISE: Final = frozenset({"jsonlines", "jsonl", "jl", "csv"})
# Of what goes elsewhere (`s3:`, `stdout:`) or has a name that is not known yet (`%(time)s`) the
# crawl itself will tell.
_ELSEWHERE: Final = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:|.*%\(", re.IGNORECASE)


def complaint_of_feeds(settings: BaseSettings) -> str | None:
    """Return why a file of `-o` or `-O` can't be written, as a sentence, or None."""
    for name in map(str, settings.getdict("FEEDS")):
        if _ELSEWHERE.match(name):
            continue
        path = Path(file_uri_to_path(name) if name.startswith("file:") else name)
        if complaint := complaint_of_file(path):
            return complaint
    return None


class Feeds(FeedExporter):
    """Scrapy's exporter; every article is flushed, and an error of the disk is the crawl's."""

    def open_spider(self, spider: Spider) -> None:
        """Prepare the files."""
        try:
            super().open_spider(spider)
        except Exception as error:
            stop(self.crawler, self._complaint(error))

    def item_scraped(self, item: Any, spider: Spider) -> None:
        """Export an item, and hand it over to the operating system."""
        try:
            super().item_scraped(item, spider)
            for slot in self.slots:
                if slot.file is not None and slot.format in _LINEWISE:
                    slot.file.flush()
        except Exception as error:
            if account := self.crawler.get_extension(Account):
                account.count_lost()
            stop(self.crawler, self._complaint(error))

    async def _close_slot(self, slot: FeedSlot, spider: Spider) -> None:
        try:
            if slot.file is not None:
                slot.file.flush()
            await super()._close_slot(slot, spider)
        except Exception as error:  # the account may be given already: `scrapy crawl` looks again
            record_failure(self.crawler, self._complaint(error))

    def _complaint(self, error: Exception) -> str:
        why = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
        return f"{', '.join(self.feeds)} can't be written: {why}"
