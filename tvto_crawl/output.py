"""The output: what is known is not fetched again, what is new becomes a line."""

import logging
from typing import Any, Final, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware
from scrapy.utils.defer import deferred_from_coro

from cleaners.article import Article
from cleaners.identity import article_id
from tvto_crawl.account import Account, stop
from tvto_crawl.articlefile import ArticleFile
from tvto_crawl.places import articles_folder
from tvto_crawl.skips import Skipped
from tvto_crawl.sources import Sources

__all__ = ["ArticleOutput", "SkipKnown"]

logger = logging.getLogger(__name__)

#: Key of a request's meta: the id of the article it fetches, as its address tells.
ARTICLE_KEY: Final = "article"


class ArticleOutput:
    """Item pipeline that writes `articles/<spider>.jsonl`, one flushed line an article.

    With `-o`, `-O` or FEEDS the articles go to those files alone: nothing is read or written
    here, articles are only counted, up to the spider's `limit`.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._file: ArticleFile | None = None
        self._known: set[str] = set()
        self._taken: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the pipeline of `crawler`."""
        return cls(crawler)

    def knows(self, key: str) -> bool:
        """Tell whether the article of this id is already written."""
        return key in self._known

    def open_spider(self) -> None:
        """Open the file and learn what it holds.

        Raises:
            CloseSpider: it can't be written, or holds another source's articles.
        """
        account = self._account()
        feeds = self._crawler.settings.getdict("FEEDS")
        if feeds:
            account.target = ", ".join(str(name) for name in feeds)
            return
        name = self._crawler.spidercls.name
        path = articles_folder(self._crawler.settings) / f"{name}.jsonl"
        account.target = str(path)
        try:
            self._file = ArticleFile(path)
        except OSError as error:
            stop(self._crawler, f"{path} can't be written: {error.strerror or error}")
            raise CloseSpider("stopped") from error
        if self._file.torn:
            logger.warning("%s ended in half a line, from a killed crawl: cut off", path)
        sources = self._read_known(self._file)
        self._refuse_mixture(sources, account.target)

    def process_item(self, item: Any) -> Any:
        """Write an article, count what is none.

        Raises:
            DropItem: the item leads to no line.
        """
        account = self._account()
        if isinstance(item, Skipped):
            account.count_skip(item)
            raise DropItem(item.reason, log_level="DEBUG")
        if not isinstance(item, Article):
            return item
        limit = getattr(self._crawler.spider, "limit", None)
        if limit is not None and account.written >= limit:
            raise DropItem("over-limit", log_level="DEBUG")
        if item.id in self._taken or self.knows(item.id):
            account.count_known()
            raise DropItem("already written", log_level="DEBUG")
        self._taken.add(item.id)
        if self._file:
            self._write(item)
        account.count_written()
        if limit is not None and account.written >= limit:
            deferred_from_coro(self._crawler.engine.close_spider_async(reason="limit"))
        return item

    def close_spider(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()

    def _account(self) -> Account:
        account = self._crawler.get_extension(Account)
        if account is None:
            raise RuntimeError("the Account extension is needed to count what is written")
        return account

    def _write(self, article: Article) -> None:
        assert self._file is not None
        try:
            self._file.append(article)
        except OSError as error:
            sentence = f"{self._file.path} can't be written: {error.strerror or error}"
            stop(self._crawler, f"{sentence}; what stands in it is whole")
            raise DropItem(sentence, log_level="DEBUG") from error
        self._known.add(article.id)

    def _read_known(self, file: ArticleFile) -> set[str]:
        """Learn the ids of `file`, also as their addresses tell them; return its sources."""
        sources: set[str] = set()
        for record in file.records():
            self._known.add(record["id"])
            if url := record.get("url"):
                self._known.add(article_id(url))
            sources.add("sample" if record.get("source") == "sample" else "real")
        return sources

    def _refuse_mixture(self, sources: set[str], target: str) -> None:
        """Stop a crawl that would mix articles of the sample sites with real ones."""
        addon = self._crawler.get_addon(Sources)
        own = "sample" if addon and addon.source.kind == "sample" else "real"
        if sources - {own}:
            kinds = {"sample": "articles of the sample sites", "real": "real articles"}
            other = "real" if own == "sample" else "sample"
            stop(
                self._crawler,
                f"{target} holds {kinds[other]}, and this crawl would add {kinds[own]}: "
                "move it away, or write elsewhere with -O FILE or -s ARTICLES=FOLDER",
            )
            raise CloseSpider("stopped")


class SkipKnown(BaseSpiderMiddleware):
    """Spider middleware that drops requests for articles that are already written."""

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """Return the request, or None where its article is known."""
        key = request.meta.get(ARTICLE_KEY)
        output = self.crawler.get_item_pipeline(ArticleOutput)
        if key is None or output is None or not output.knows(key):
            return request
        if account := self.crawler.get_extension(Account):
            account.count_known()
        return None
