"""The order of requests; a crawl with a limit sends no more than it still needs."""

from collections import Counter, deque
from collections.abc import Iterator
from typing import Any, Final

from scrapy import Request, Spider
from scrapy.core.scheduler import Scheduler
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred

from tvto_crawl.account import Account
from tvto_crawl.output import ARTICLE_KEY

__all__ = ["ThriftyScheduler"]

# Articles that a listing is assumed to lead to; feeds have 30, pages of listings 10 to 100.
_A_LISTING_HAS: Final = 20


class ThriftyScheduler(Scheduler):
    """Scrapy's scheduler, but thrifty if the spider has a `limit`.

    No more articles are under way than are still wanted. A listing is requested only if the known
    links to articles do not suffice, and no more listings at a time than the missing articles need.
    Within these bounds every site is kept busy: many sites are asked at once, none for more than
    its share. Requests that are held back are neither sent nor counted.
    """

    def open(self, spider: Spider) -> Deferred[None] | None:
        """Open the queues for `spider`."""
        self._articles: dict[str, deque[Request]] = {}
        self._others: deque[Request] = deque()
        self._waiting = 0
        return super().open(spider)

    def __len__(self) -> int:
        """Return how many requests wait."""
        return super().__len__() + self._waiting + len(self._others)

    def next_request(self) -> Request | None:
        """Return the next request that may go out now, or None."""
        limit: int | None = getattr(self.spider, "limit", None)
        if limit is None:
            return super().next_request()
        while request := super().next_request():
            if ARTICLE_KEY in request.meta:
                self._articles.setdefault(_site(request), deque()).append(request)
                self._waiting += 1
            else:
                self._others.append(request)
        return self._needed_request(limit) if self._waiting or self._others else None

    def _needed_request(self, limit: int) -> Request | None:
        under_way = list(self._under_way())
        others = [request for request in under_way if ARTICLE_KEY not in request.meta]
        wanted = limit - self._written() - (len(under_way) - len(others))
        if wanted <= 0:
            return None
        busy = Counter(map(_site, under_way))
        missing = wanted - self._waiting
        if missing > len(others) * _A_LISTING_HAS and (
            listing := self._listing(busy, set(map(_site, others)))
        ):
            return listing
        return self._article(busy)

    def _listing(self, busy: Counter[str], asked: set[str]) -> Request | None:
        """Take the first listing whose site has room and is not being asked for one already."""
        for place, request in enumerate(self._others):
            site = _site(request)
            if site not in asked and self._has_room(busy[site]):
                del self._others[place]
                return request
        return None

    def _article(self, busy: Counter[str]) -> Request | None:
        """Take the first article of the least busy site."""
        free = [site for site in self._articles if self._has_room(busy[site])]
        if not free:
            return None
        site = min(free, key=lambda one: busy[one])
        request = self._articles[site].popleft()
        self._waiting -= 1
        if not self._articles[site]:
            del self._articles[site]
        return request

    def _has_room(self, busy: int) -> bool:
        """Return whether a site with `busy` requests under way can take another.

        The limit is twice the number of concurrent requests, because fetched pages are still under
        way while they are cleaned. More requests would only wait, in slots that other sites could
        use.
        """
        if self.crawler is None:
            return True
        return busy < 2 * self.crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")

    def _under_way(self) -> Iterator[Request]:
        """Yield the requests whose pages are being fetched or cleaned; Scrapy has no other list."""
        engine: Any = self.crawler.engine if self.crawler else None
        yield from engine._slot.inprogress if engine and engine._slot else ()

    def _written(self) -> int:
        account = self.crawler.get_extension(Account) if self.crawler else None
        return account.written if account else 0


def _site(request: Request) -> str:
    return urlparse_cached(request).hostname or ""
