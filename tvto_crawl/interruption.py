"""The first Ctrl-C or SIGTERM: say that the crawl is ending, and drop what still waits."""

import asyncio
from typing import Any, Final

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure

from tvto_crawl.terminal import say

__all__ = ["InterruptibleCrawler"]

# Seconds between two looks at the queues, since a request may still be on its way to one.
_PERIOD: Final = 0.1


class InterruptibleCrawler(Crawler):
    """Scrapy's crawler, but at a signal it finishes what it is fetching and drops what waits.

    Waiting would take long: Crawl-delay and Retry-After may ask for minutes between two pages.
    """

    was_interrupted = False
    """Whether a signal came."""

    async def stop_async(self) -> None:
        """Stop soon; the requests dropped were neither sent nor counted."""
        if not (self.crawling and self.engine and self.engine.spider):
            await super().stop_async()  # the crawl has already ended by itself
            return
        self.was_interrupted = True
        while self.crawling and not self.engine.running:  # files are being opened: no account yet
            await asyncio.sleep(_PERIOD)
        say(f"{self.spidercls.name}: stopping (a second Ctrl-C ends at once)")
        stopped = asyncio.ensure_future(super().stop_async())
        while not stopped.done():
            await asyncio.wait([stopped], timeout=_PERIOD)
            self._drop_what_waits()
        await stopped

    def _drop_what_waits(self) -> None:
        downloader: Any = self.engine.downloader if self.engine else None
        for slot in downloader.slots.values() if downloader else ():
            while slot.queue:
                request, waiting = slot.queue.popleft()
                request.errback = None  # the spider would count it, or send others instead
                dropped = IgnoreRequest("the crawl was stopped")
                waiting.errback(Failure(dropped))  # type: ignore[no-untyped-call]
