"""The order of requests; a crawl with a limit asks for no more than it still needs."""

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

# So many articles a listing is taken to lead to; feeds have 30, pages of listings 10 to 100.
_A_LISTING_HAS: Final = 20


class ThriftyScheduler(Scheduler):
    """Scrapy's scheduler, thrifty where the spider has a `limit`.

    No more articles are under way than are still wanted. A listing is asked for only when all links
    to articles that are known don't suffice, and no more listings at a time than those missing
    articles need. Within these bounds every site is kept busy: many sites are asked at once, each
    no more than its share. What is held back was neither asked for nor counted.
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
        """Take the first listing of a site that can be asked, and is not asked for one already."""
        for place, request in enumerate(self._others):
            site = _site(request)
            if site not in asked and self._has_room(busy[site]):
                del self._others[place]
                return request
        return None

    def _article(self, busy: Counter[str]) -> Request | None:
        """Take the first article of the site that has the least to do."""
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
        """Return whether a site with so many requests under way can take another.

        Twice what it is asked at a time: pages that came are still under way while they are
        cleaned. More would only wait, in places that other sites could use.
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
