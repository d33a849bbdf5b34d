"""The output: settled pages are not fetched again, and each new article becomes a line."""

import asyncio
import logging
from typing import Any, Final, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware
from scrapy.utils.defer import deferred_from_coro

from cleaners.article import Article
from tvto_crawl.account import Account
from tvto_crawl.fatal import record_failure, stop
from tvto_crawl.feeds import Feeds
from tvto_crawl.ledger import WRITTEN
from tvto_crawl.places import articles_folder
from tvto_crawl.skips import Skipped
from tvto_crawl.sources import Sources
from tvto_crawl.store import Store, StoreError, schema_complaint

__all__ = ["ARTICLE_KEY", "MODIFIED_KEY", "ArticleOutput", "SkipSettled"]

_logger = logging.getLogger(__name__)

#: Key of a request's meta: the id of the article that it fetches, as known from its address.
ARTICLE_KEY: Final = "article"
#: Key of a request's meta: when the article last changed, according to a listing.
MODIFIED_KEY: Final = "modified"
# Seconds between commits. A polite crawl writes less than one article in that time, a crawl without
# delay about a hundred.
_COMMIT_AFTER: Final = 0.25


class ArticleOutput:
    """Item pipeline that writes `articles/<spider>.jsonl`, one flushed line per article.

    With `-o`, `-O` or FEEDS the articles go only to those files: nothing is read or written here,
    and articles are only checked and counted, up to the spider's `limit`. The same is true of
    LOOK_ONLY, which `scrapy shell`, `fetch`, `view` and `parse` set.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._taken: set[str] = set()
        self._commit_at: asyncio.TimerHandle | None = None
        self.store: Store | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the pipeline for `crawler`."""
        return cls(crawler)

    @property
    def arguments(self) -> str:
        """The signature of what the spider keeps."""
        wanted = getattr(self._crawler.spider, "wanted", None)
        return wanted.signature() if wanted else ""

    def open_spider(self) -> None:
        """Open the store.

        Raises:
            CloseSpider: the store can't be written, or holds the other kind of articles.
        """
        if self._crawler.settings.getbool("LOOK_ONLY"):
            return
        account = self._account()
        feeds = self._crawler.settings.getdict("FEEDS")
        if feeds:
            self._check_feeds(", ".join(str(name) for name in feeds))
            account.target = ", ".join(str(name) for name in feeds)
            return
        folder = articles_folder(self._crawler.settings)
        name = getattr(self._crawler.spider, "output_name", self._crawler.spidercls.name)
        addon = self._crawler.get_addon(Sources)
        sample = bool(addon and addon.source.kind == "sample")
        try:
            self.store = Store(folder, str(name), sample=sample)
            account.target = str(self.store.path)
            account.open(self.store, self.arguments)
        except StoreError as error:
            record_failure(self._crawler, str(error))
            raise CloseSpider("stopped") from error
        if self.store.torn:
            _logger.warning(
                "%s ended in half a line, from a killed crawl: cut off", self.store.path
            )

    def _check_feeds(self, names: str) -> None:
        """Raise CloseSpider if Scrapy has no exporter for the files, since all would be lost."""
        settings = self._crawler.settings
        if self._crawler.get_extension(Feeds) is None and not settings.get("PROBE"):
            sentence = f"{names} can't be written: no exporter for it is installed (see the log)"
            record_failure(self._crawler, sentence)
            raise CloseSpider("stopped")

    def process_item(self, item: Any) -> Any:
        """Write an article, or count a page that was skipped.

        Raises:
            DropItem: the item leads to no line in the output.
        """
        try:
            if isinstance(item, Skipped):
                self._skip(item)
            if isinstance(item, Article):
                self._take(item)
        except StoreError as error:
            stop(self._crawler, str(error))
            raise DropItem(str(error), log_level="DEBUG") from error
        finally:
            if self.store and self._commit_at is None:
                loop = asyncio.get_running_loop()
                self._commit_at = loop.call_later(_COMMIT_AFTER, self._commit)
        return item

    def _commit(self) -> None:
        self._commit_at = None
        try:
            if self.store:
                self.store.commit()
        except StoreError as error:
            stop(self._crawler, str(error))

    def _skip(self, skipped: Skipped) -> None:
        key, store = skipped.key, self.store
        met = bool(store and key and store.ask(lambda ledger: ledger.has_met(key)))
        self._account().count_skip(skipped, met=met)
        if self.store:
            self.store.skip(skipped, self.arguments)
        raise DropItem(skipped.reason, log_level="DEBUG")

    def _take(self, article: Article) -> None:
        """Write and count `article`, or raise DropItem."""
        account = self._account()
        limit = getattr(self._crawler.spider, "limit", None)
        if limit is not None and account.written >= limit:
            raise DropItem("over-limit", log_level="DEBUG")
        if self.store is None:  # else the ledger knows
            if article.id in self._taken:
                account.count_repeated()
                raise DropItem("already written", log_level="DEBUG")
            self._taken.add(article.id)
        self._write(article, account)
        account.count_written(article)
        if limit is not None and account.written >= limit:
            deferred_from_coro(self._crawler.engine.close_spider_async(reason="limit"))

    def _write(self, article: Article, account: Account) -> None:
        asked_as: dict[str, str] = getattr(self._crawler.spider, "asked_as", {})
        key = asked_as.pop(article.id, article.id)
        if self.store is None:
            complaint = schema_complaint(article.to_dict())
            outcome = "invalid" if complaint else "written"
        else:
            outcome = self.store.write(article, key)
            complaint = None
        if outcome == "unchanged":
            account.count_repeated()
            raise DropItem("unchanged", log_level="DEBUG")
        if outcome == "invalid":
            self._skip(Skipped(article.url or article.id, "invalid", key, complaint or ""))

    def _account(self) -> Account:
        account = self._crawler.get_extension(Account)
        if account is None:
            raise RuntimeError("the Account extension is needed to count what is written")
        return account


class SkipSettled(BaseSpiderMiddleware):
    """Spider middleware that drops requests for pages that the ledger has settled.

    Pages requested with `urls=` are fetched unless their articles are written.
    """

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """Return the request, or None if its page is settled."""
        key = request.meta.get(ARTICLE_KEY)
        output = self.crawler.get_item_pipeline(ArticleOutput)
        if key is None or output is None or output.store is None:
            return request
        wanted = getattr(self.crawler.spider, "wanted", None)
        if getattr(wanted, "refresh", False):
            return request
        try:
            seen = output.store.settled(key, output.arguments, request.meta.get(MODIFIED_KEY))
        except StoreError as error:
            stop(self.crawler, str(error))
            return None
        if seen is None or (getattr(wanted, "urls", None) and seen.verdict != WRITTEN):
            return request
        if account := self.crawler.get_extension(Account):
            account.count_known(seen.verdict, for_good=seen.for_good)
        if note := getattr(self.crawler.spider, "note_settled", None):
            note(request, seen.verdict)
        return None
