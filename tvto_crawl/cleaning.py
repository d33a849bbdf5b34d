"""Clean pages beside the crawl: on another core, once a crawl goes fast enough to need it.

A polite crawl fetches a page a second and cleans it in a few milliseconds; a crawl without delay,
and a replay, would spend half their time cleaning while the network waits.
"""

import asyncio
import logging
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler

import cleaners
from cleaners.article import Article
from cleaners.errors import Reason

__all__ = ["Cleaning"]

logger = logging.getLogger(__name__)

# A process takes half a second to start, which so many pages are cleaned in.
_PAGES_BEFORE: Final = 150

_Outcome = Article | tuple[Reason, str]


class Cleaning:
    """Extension that runs `cleaners.clean_html`, in helper processes where that pays.

    `CLEANING_PROCESSES` is their number (0 for none); they are started by crawls
    with `DOWNLOAD_DELAY=0` after their first 150 pages, and end with the crawl, however it ends.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        hurried = settings.getfloat("DOWNLOAD_DELAY") == 0
        self._processes = settings.getint("CLEANING_PROCESSES") if hurried else 0
        self._cleaned = 0
        self._pool: ProcessPoolExecutor | None = None
        crawler.signals.connect(self._close, signals.engine_stopped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension of `crawler`."""
        return cls(crawler)

    async def clean(self, html: bytes, url: str, **options: Any) -> Article:
        """Return what `clean_html` makes of the page.

        Raises:
            NotAnArticle: the page holds no article.
        """
        self._cleaned += 1
        if self._processes <= 0 or self._cleaned < _PAGES_BEFORE:
            return cleaners.clean_html(html, url, **options)
        try:
            outcome = await asyncio.get_running_loop().run_in_executor(
                self._start(), _clean, html, url, options
            )
        except BrokenProcessPool:
            logger.warning("the process that cleans pages has died; going on without it")
            self._processes = 0
            return cleaners.clean_html(html, url, **options)
        if isinstance(outcome, Article):
            return outcome
        reason, message = outcome
        error = cleaners.NotAnArticle(reason)
        error.args = (message,)
        raise error

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned, not forked: a fork would hold the lock on the articles after a kill.
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_end_with_parent,
            )
        return self._pool

    def _close(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _clean(html: bytes, url: str, options: dict[str, Any]) -> _Outcome:
    """Clean a page in a helper process; what can't be pickled whole comes back in parts."""
    try:
        return cleaners.clean_html(html, url, **options)
    except cleaners.NotAnArticle as error:
        return error.reason, str(error)


def _end_with_parent() -> None:
    """End this process when the crawl is killed, instead of waiting for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
