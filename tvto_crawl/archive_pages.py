"""A crawl from WARC files takes every article in them, however the original crawl found it."""

from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy.crawler import Crawler

from tvto_crawl.sources import Sources

__all__ = ["ArchivePages"]


class ArchivePages:
    """Spider middleware that adds the archive's own addresses to the spider's first requests.

    Other people's recordings, such as Common Crawl's, hold articles but rarely the listings that
    lead to them. The spider's `article_request` decides which addresses are articles.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the middleware for `crawler`."""
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Yield the spider's first requests, then those for the archive's articles."""
        async for request in start:
            yield request
        addon = self._crawler.get_addon(Sources)
        spider: Any = self._crawler.spider
        if addon is None or addon.archive is None or addon.source.kind != "warc":
            return
        if spider.wanted.urls:
            return
        for url in addon.archive.urls():
            if request := spider.article_request(url):
                yield request
