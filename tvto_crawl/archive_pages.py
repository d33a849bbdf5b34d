"""A crawl from WARC files takes every article that they hold, however it was found then."""

from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy.crawler import Crawler

from tvto_crawl.sources import Sources

__all__ = ["ArchivePages"]


class ArchivePages:
    """Spider middleware that adds the archive's own addresses to the spider's first requests.

    Recordings of others, such as Common Crawl's, hold articles but seldom the listings that lead
    to them. The spider's `article_request` tells which addresses are its articles.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware of `crawler`."""
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Yield what the spider begins with, then the archive's articles."""
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
