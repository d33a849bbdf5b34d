"""The half of a spider that handles article pages: each is requested once, cleaned and judged."""

import logging
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Final
from urllib.parse import unquote, urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

import cleaners
from cleaners.article import Article
from cleaners.identity import article_id, news_code_of
from spiders.arguments import Wanted
from spiders.failures import reason_of
from spiders.families import full_page
from spiders.walks import Walk
from tvto_crawl.account import Account
from tvto_crawl.cleaning import Cleaning
from tvto_crawl.output import ARTICLE_KEY, MODIFIED_KEY
from tvto_crawl.skips import Skipped
from tvto_crawl.sources import Sources

__all__ = ["ASTRAY", "ArticlePages"]

_logger = logging.getLogger(__name__)

# Articles go before listings, so that the queue stays short.
_ARTICLE_FIRST: Final = 10
_SECTIONS_SHOWN: Final = 8
#: Skip reasons showing that a listing ignored the requested days or section.
ASTRAY: Final = frozenset({"off-dates", "off-section"})


class ArticlePages(Spider):
    """A spider that knows its site's article pages; `AgencySpider` finds their addresses."""

    family: str | None = None
    """CMS family, which determines the full page of an AMP or print page."""
    article_paths: ClassVar[tuple[str, ...]] = ()
    """Patterns of decoded paths of articles, in addition to those with a news code."""
    other_paths: ClassVar[tuple[str, ...]] = ()
    """Patterns of decoded paths that are never articles."""

    def __init__(self, name: str | None, wanted: Wanted, chosen: dict[str, str]) -> None:
        """Store what is wanted, and the template values of the listings that show just that."""
        super().__init__(name)
        self.wanted = wanted
        self.chosen = chosen
        self.asked_as: dict[str, str] = {}
        self._asked: set[str] = set()
        self._sections_met: Counter[str] = Counter()

    def is_article(self, url: str) -> bool:
        """Return whether `url` is the address of an article of this site."""
        if not self.is_own_url(url):
            return False
        parts = urlsplit(url)
        path = unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
        if any(re.search(pattern, path) for pattern in self.other_paths):
            return False
        return bool(news_code_of(url)) or any(re.search(p, path) for p in self.article_paths)

    def article_request(
        self,
        url: str,
        walk: Walk | None = None,
        modified: date | datetime | None = None,
        *,
        asked_for: bool = False,
    ) -> Request | None:
        """Return a request for the article at `url`; None if it is not one or was requested before.

        A page that was `asked_for` is requested whatever its address looks like.
        """
        if not (asked_for or self.is_article(url)):
            return None
        url = self._full_page(url)
        key = article_id(url)
        if key in self._asked:
            return None
        self._asked.add(key)
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            priority=_ARTICLE_FIRST,
            dont_filter=True,  # duplicates were filtered above, by id
            meta={ARTICLE_KEY: key, MODIFIED_KEY: _utc(modified)},
            cb_kwargs={"walk": walk},
        )

    def _full_page(self, url: str) -> str:
        """Return the full page of an AMP or print page; in a replay only if the archive has it."""
        full = full_page(self.family, url)
        crawler: Crawler | None = getattr(self, "crawler", None)
        addon = crawler.get_addon(Sources) if crawler and full != url else None
        archive = addon.archive if addon else None
        return full if archive is None or archive.holds(full) else url

    def is_own_url(self, url: str) -> bool:
        """Return whether `url` is on the spider's hosts, by http or https."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = (parts.hostname or "").lower()
        domains: list[str] = getattr(self, "allowed_domains", [])
        return parts.scheme in ("http", "https") and any(
            host == domain or host.endswith(f".{domain}") for domain in domains
        )

    async def parse_article(
        self, response: Response, walk: Walk | None = None
    ) -> AsyncIterator[Any]:
        """Clean an article page and keep the article if it is wanted.

        @example article
        @returns items 1 1
        @scrapes id agency url title body text fingerprint
        """
        self._account().count_page()
        key = response.meta.get(ARTICLE_KEY) or article_id(response.url)
        try:
            article = await self._clean(response)
        except cleaners.NotAnArticle as error:
            self._account().count_without_article()
            yield Skipped(response.url, error.reason, key, str(error))
            return
        except Exception as error:
            _logger.debug("cleaning %s failed", response.url, exc_info=True)
            yield Skipped(response.url, "cleaning-error", key, f"{type(error).__name__}: {error}")
            return
        by_way = bool(walk and self.chosen and self.chosen.items() <= walk.values.items())
        misfit = self.wanted.misfit(article, by_way=by_way)
        if walk:
            walk.note(older=self.wanted.before(article.published_at), astray=misfit in ASTRAY)
        if misfit:
            self._sections_met.update(article.section if misfit == "off-section" else ())
            yield Skipped(response.url, misfit, key)
            return
        if article.id != key:  # the page has a news code that its address lacks
            self.asked_as[article.id] = key
        yield article

    def article_failed(self, failure: Failure) -> Iterator[Skipped]:
        """Report an article that could not be fetched."""
        request = failure.request  # type: ignore[attr-defined]
        reason, detail = reason_of(failure)
        yield Skipped(request.url, reason, request.meta.get(ARTICLE_KEY), detail)

    async def _clean(self, response: Response) -> Article:
        cleaning = self.crawler.get_extension(Cleaning)
        if cleaning is None:
            raise RuntimeError("the Cleaning extension is needed to clean pages")
        content_type = response.headers.get("Content-Type")
        return await cleaning.clean(
            response.body,
            response.url,
            content_type=content_type.decode("latin-1") if content_type else None,
            fetched_at=response.meta.get("fetched_at") or datetime.now(UTC).replace(microsecond=0),
            source=response.meta.get("source", "live"),
        )

    def _account(self) -> Account:
        account = self.crawler.get_extension(Account)
        if account is None:
            raise RuntimeError("the Account extension is needed to count pages")
        return account

    def misnamed_section(self) -> str:
        """Return a sentence for a section without articles, naming the sections that were met."""
        met = "، ".join(name for name, _ in self._sections_met.most_common(_SECTIONS_SHOWN))
        return f"no article is in the section {self.wanted.section!r}" + (
            f"; the articles found are in {met}" if met else ""
        )


def _utc(moment: date | datetime | None) -> str | None:
    """Return a time in UTC as ISO 8601, comparable with the ledger's; None for a bare day."""
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(UTC).isoformat(timespec="seconds")
