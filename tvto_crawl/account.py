"""The closing account: what a crawl did, for people, and whether it could do its work."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

from tvto_crawl.skips import REASONS, Skipped
from tvto_crawl.terminal import say

__all__ = ["Account", "stop"]

# Names of the statistics that the account is made of.
_FATAL: Final = "account/fatal"
_PAGES: Final = "account/pages"
_LISTINGS: Final = "account/listings"
_WRITTEN: Final = "account/written"
_KNOWN: Final = "account/known"
_SKIPPED: Final = "account/skipped/"
_PROBLEMS: Final = "account/listing_problems/"
# How many failed pages are named in full before they are only counted.
_NAMED: Final = 5


def stop(crawler: Crawler, sentence: str) -> None:
    """End the crawl for a reason that its account will give; the first reason counts."""
    if not crawler.stats.get_value(_FATAL):
        crawler.stats.set_value(_FATAL, sentence)
        if crawler.engine.spider is not None:
            deferred_from_coro(crawler.engine.close_spider_async(reason="stopped"))


class Account:
    """Extension that counts, and says at the end how it went.

    `failed` is a sentence when the crawl could not do its work, else None.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._named = 0
        self._details: dict[str, str] = {}
        self.target = ""
        self.failed: str | None = None
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension of `crawler`."""
        return cls(crawler)

    def count_page(self, *, listing: bool = False) -> None:
        """Count a page that was fetched: an article's, or a listing or feed."""
        self._crawler.stats.inc_value(_LISTINGS if listing else _PAGES)

    def count_written(self) -> None:
        """Count an article that was written."""
        self._crawler.stats.inc_value(_WRITTEN)

    def count_known(self) -> None:
        """Count an article that the output already has."""
        self._crawler.stats.inc_value(_KNOWN)

    def count_skip(self, skipped: Skipped) -> None:
        """Count a page that leads to no line; name it when it failed."""
        listing = skipped.key is None
        self._crawler.stats.inc_value((_PROBLEMS if listing else _SKIPPED) + skipped.reason)
        if skipped.detail:
            self._details.setdefault(skipped.reason, skipped.detail)
        if skipped.failure and skipped.reason != "unreachable":
            self._named += 1
            if self._named <= _NAMED:
                say(f"failed: {skipped.url} · {skipped.detail or REASONS[skipped.reason]}")

    @property
    def written(self) -> int:
        """How many articles were written."""
        return int(self._crawler.stats.get_value(_WRITTEN, 0))

    def _counts(self, prefix: str) -> Counter[str]:
        stats = self._crawler.stats.get_stats()
        return Counter(
            {name.removeprefix(prefix): n for name, n in stats.items() if name.startswith(prefix)}
        )

    def _closed(self, spider: Spider, reason: str) -> None:
        skipped, problems = self._counts(_SKIPPED), self._counts(_PROBLEMS)
        self.failed = self._verdict(skipped, problems, reason)
        for line in self._lines(spider.name, skipped, problems, reason):
            say(line)

    def _lines(
        self, name: str, skipped: Counter[str], problems: Counter[str], reason: str
    ) -> Iterator[str]:
        stats = self._crawler.stats
        known = stats.get_value(_KNOWN, 0)
        pages, listings = stats.get_value(_PAGES, 0), stats.get_value(_LISTINGS, 0)
        already = f", {known} already there" if known else ""
        yield f"{name}: {self.written} new {_articles(self.written)}{already} · {self.target}"
        yield f"  pages    {pages + listings} ({listings} listings and feeds, {pages} articles)"
        for why, count in skipped.most_common():
            yield f"  skipped  {count} {REASONS[why]}"
        for why, count in problems.most_common():
            detail = f": {self._details[why]}" if why in self._details else ""
            yield f"  listing  {count} {REASONS[why]}{detail}"
        if reason == "shutdown":
            yield "  stopped by a signal; the next run goes on from here"
        if self.failed:
            yield f"{name}: {self.failed}"

    def _verdict(self, skipped: Counter[str], problems: Counter[str], reason: str) -> str | None:
        """Return why the crawl could not do its work, or None when it did."""
        stats = self._crawler.stats
        if fatal := stats.get_value(_FATAL):
            return str(fatal)
        if errors := stats.get_value("spider_exceptions/count"):
            return f"{errors} errors in the spider itself; `-L ERROR` shows them"
        if bugs := skipped["cleaning-error"]:
            return f"the cleaners failed on {bugs} pages, named above: a bug, please report them"
        pages = stats.get_value(_PAGES, 0) + stats.get_value(_LISTINGS, 0)
        failed = sum(n for why, n in (skipped + problems).items() if Skipped("", why).failure)
        if failed and failed >= pages:
            why = (skipped + problems).most_common(1)[0][0]
            if "unreachable" in self._details:
                why = "unreachable"
            return self._details.get(why) or f"no page could be had: {REASONS[why]}"
        if not pages and (skipped["robots"] or problems["robots"]):
            return self._details.get("robots") or "robots.txt forbids every page of this crawl"
        if failed * 2 > pages:
            return f"{failed} of {pages + failed} pages failed"
        if pages and not (self.written or stats.get_value(_KNOWN, 0) or skipped):
            return "no link to an article was found; the site may have changed its layout"
        return None


def _articles(count: int) -> str:
    return "article" if count == 1 else "articles"
