"""Clean pages beside the crawl: on the other cores, once a crawl goes fast enough to need them.

A polite crawl fetches a page a second and cleans it in a few milliseconds; a crawl without delay,
and a replay, would spend half their time cleaning while the network waits.
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

# A process takes a quarter of a second to start: shorter crawls end sooner without it.
_PAGES_BEFORE: Final = 20


class Cleaning:
    """Extension that runs `cleaners.clean_html`, in processes of their own where that pays.

    `CLEANING_PROCESSES` is their number (0 for none); they are started by crawls
    with `DOWNLOAD_DELAY=0` after their first 20 pages, and end with the crawl, however it ends.
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
        """Make the extension of `crawler`."""
        return cls(crawler)

    async def clean(self, html: bytes, url: str, **options: Any) -> Article:
        """Return what `clean_html` makes of the page.

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
            _logger.warning("no further process to clean pages can be started: %s", error)

    def _close(self) -> None:
        if self._starting:
            self._starting.cancel()
        for process in self._processes:
            process.stop()
