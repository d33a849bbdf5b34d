"""Clean pages in parallel with the crawl, on other cores, if the crawl is fast enough to need it.

A polite crawl fetches a page per second and cleans it in a few milliseconds. A crawl without delay,
or a replay, would spend half its time cleaning while the network waits.
"""

import asyncio
import logging
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler

import cleaners
from cleaners.article import Article
from tvto_crawl.cleaning_process import CleaningProcess, ProcessDiedError

__all__ = ["Cleaning"]

_logger = logging.getLogger(__name__)

# A process takes a quarter of a second to start; shorter crawls end sooner without one.
_PAGES_BEFORE: Final = 20


class Cleaning:
    """Extension that runs `cleaners.clean_html`, in separate processes where that pays off.

    `CLEANING_PROCESSES` is the number of processes (0 for none). Only crawls with
    `DOWNLOAD_DELAY=0` start them, after their first 20 pages. They end with the crawl, however it
    ends.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        hurried = settings.getfloat("DOWNLOAD_DELAY") == 0
        self._wanted = settings.getint("CLEANING_PROCESSES") if hurried else 0
        self._cleaned = 0
        self._starting: asyncio.Task[None] | None = None
        self._processes: list[CleaningProcess] = []
        crawler.signals.connect(self._close, signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the extension for `crawler`."""
        return cls(crawler)

    async def clean(self, html: bytes, url: str, **options: Any) -> Article:
        """Return the article that `clean_html` finds in the page.

        Raises:
            NotAnArticle: the page holds no article.
            CleaningFailedError: a process failed on it.
        """
        self._cleaned += 1
        if self._cleaned == _PAGES_BEFORE and self._wanted > 0:
            self._starting = asyncio.get_running_loop().create_task(self._start())
        while free := [process for process in self._processes if process.ready]:
            process = min(free, key=lambda one: one.waiting)
            try:
                return await process.clean(html, url, options)
            except ProcessDiedError:
                _logger.warning("a process that cleans pages has died; going on without it")
        return cleaners.clean_html(html, url, **options)

    async def _start(self) -> None:
        try:
            for _ in range(self._wanted):
                self._processes.append(await CleaningProcess.start())
        except OSError as error:
            _logger.warning("no more processes to clean pages can be started: %s", error)

    def _close(self) -> None:
        if self._starting:
            self._starting.cancel()
        for process in self._processes:
            process.stop()
