"""The order of requests; a crawl with a limit asks for no more than it still needs."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.core.scheduler import Scheduler
from twisted.internet.defer import Deferred

from tvto_crawl.account import Account
from tvto_crawl.conditional import LISTING_KEY
from tvto_crawl.output import ARTICLE_KEY

__all__ = ["ThriftyScheduler"]


class ThriftyScheduler(Scheduler):
    """Scrapy's scheduler, thrifty where the spider has a `limit`.

    No more articles are under way than are still wanted, and a listing is asked for only when no
    link to an article is left, one at a time. What is held back was neither asked for nor counted.
    """

    def open(self, spider: Spider) -> Deferred[None] | None:
        """Open the queues for `spider`."""
        self._article: Request | None = None
        self._others: deque[Request] = deque()
        return super().open(spider)

    def __len__(self) -> int:
        """Return how many requests wait."""
        return super().__len__() + len(self._others) + (self._article is not None)

    def next_request(self) -> Request | None:
        """Return the next request that may go out now, or None."""
        limit: int | None = getattr(self.spider, "limit", None)
        if limit is None:
            return super().next_request()
        return self._needed_request(limit)

    def _needed_request(self, limit: int) -> Request | None:
        while self._article is None and (request := super().next_request()):
            if ARTICLE_KEY in request.meta:
                self._article = request
            else:
                self._others.append(request)
        under_way = list(self._under_way())
        articles = sum(ARTICLE_KEY in request.meta for request in under_way)
        if articles >= limit - self._written():
            return None
        if self._article is not None:
            request, self._article = self._article, None
            return request
        listing = any(request.meta.get(LISTING_KEY) for request in under_way)
        return self._others.popleft() if self._others and not listing else None

    def _under_way(self) -> Iterator[Request]:
        """Yield the requests whose pages are being fetched or cleaned; Scrapy has no other list."""
        engine: Any = self.crawler.engine if self.crawler else None
        yield from engine._slot.inprogress if engine and engine._slot else ()

    def _written(self) -> int:
        account = self.crawler.get_extension(Account) if self.crawler else None
        return account.written if account else 0
