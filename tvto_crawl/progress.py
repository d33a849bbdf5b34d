"""A live line while a crawl runs, on terminals only."""

import shutil
import sys
import time
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from tvto_crawl.account import Account
from tvto_crawl.terminal import has_live_line
from tvto_crawl.wording import counted

__all__ = ["Progress", "progress_line"]

_PERIOD = 0.5  # seconds between two updates of the line
_CLEAR = "\r\x1b[2K"


class Progress:
    """Extension that shows pages, articles, pages left out, speed and time to go.

    It is active only if standard error is a terminal; pipes and cron get no such line.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not has_live_line():
            raise NotConfigured
        self._crawler = crawler
        self._started = time.monotonic()
        self._task: Any = None
        crawler.signals.connect(self._opened, signals.spider_opened)
        crawler.signals.connect(self._closing, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the extension for `crawler`."""
        return cls(crawler)

    def _opened(self) -> None:
        self._started = time.monotonic()
        self._task = create_looping_call(self._draw)
        self._task.start(_PERIOD, now=False)

    def _closing(self) -> None:
        if self._task and self._task.running:
            self._task.stop()
        sys.stderr.write(_CLEAR)

    def _draw(self) -> None:
        account = self._crawler.get_extension(Account)
        if account is None:
            return
        spider = self._crawler.spider
        wanted = getattr(spider, "wanted", None)
        line = progress_line(
            str(spider.name) if spider else "",
            pages=account.pages,
            asked_for=len(wanted.urls) if wanted else 0,
            settled=account.settled,
            articles=account.written,
            left_out=account.left_out,
            seconds=time.monotonic() - self._started,
            total=getattr(spider, "limit", None),
        )
        # A longer line would wrap, and could not be cleared.
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"{_CLEAR}{line[:width]}")
        sys.stderr.flush()


def progress_line(
    name: str,
    *,
    pages: int,
    articles: int,
    left_out: int,
    seconds: float,
    total: int | None,
    asked_for: int = 0,
    settled: int = 0,
) -> str:
    """Return the line; it includes the time to go if a `total` of articles is wanted.

    The same is true if `asked_for` pages were named, of which `settled` are done.

    >>> progress_line("mehr", pages=90, articles=30, left_out=60, seconds=60, total=60)
    'mehr  90 pages · 30 of 60 articles · 60 left out · 1.5 pages/s · 1:00 to go'
    """
    parts = [f"{settled} of {asked_for} pages" if asked_for else counted(pages, "page")]
    parts.append(f"{articles} of {total} articles" if total else counted(articles, "article"))
    parts.append(f"{left_out} left out")
    if seconds >= 1:
        parts.append(f"{pages / seconds:.1f} pages/s")
    # Whichever ends first: the pages that were named, or the articles that are wanted.
    counts = [(done, of) for done, of in ((articles, total), (settled, asked_for)) if done and of]
    if counts:
        to_go = round(min(seconds / done * max(0, of - done) for done, of in counts))
        parts.append(f"{to_go // 60}:{to_go % 60:02} to go")
    return f"{name}  " + " · ".join(parts)
