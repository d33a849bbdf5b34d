"""What a crawl counts: pages, links, articles and what was left out, in Scrapy's statistics."""

from collections import Counter
from typing import Final
from urllib.parse import unquote

from scrapy.crawler import Crawler

from cleaners.article import Article
from tvto_crawl.coverage import Coverage
from tvto_crawl.skips import REASONS, Skipped, is_failure, is_page_fault
from tvto_crawl.terminal import say

__all__ = ["Counts"]

# Names of the statistics.
_PAGES: Final = "account/pages"
_WITHOUT: Final = "account/pages_without_article"
_LISTINGS: Final = "account/listings"
_UNCHANGED: Final = "account/listings_unchanged"
_WRITTEN: Final = "account/written"
_KNOWN: Final = "account/known/"
_FOUND: Final = "account/found/"
_AGREE: Final = "account/second_opinion/agree"
_DISAGREE: Final = "account/second_opinion/disagree"
_REPEATED: Final = "account/repeated"
_PENDING: Final = "account/pending"
_SUSPECT: Final = "account/suspect"
_SKIPPED: Final = "account/skipped/"
_PROBLEMS: Final = "account/listing_problems/"
# Reasons that concern a whole host; the account's last line gives them once.
_OF_HOSTS: Final = frozenset({"unreachable", "no-robots"})
# Failed pages named in full; further ones are only counted.
_NAMED: Final = 5


class Counts:
    """Counts of one crawl.

    `coverage` counts which fields the written articles have. `details` holds, for each reason, the
    detail of the first page that was skipped for it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._named = 0
        self.coverage = Coverage()
        self.details: dict[str, str] = {}

    def count_page(self, *, listing: bool = False) -> None:
        """Count a page that was fetched: an article's, or a listing or feed."""
        self._crawler.stats.inc_value(_LISTINGS if listing else _PAGES)

    def count_without_article(self) -> None:
        """Count a page, fetched as an article's, that turned out to hold none."""
        self._crawler.stats.inc_value(_WITHOUT)

    def count_unchanged(self) -> None:
        """Count a listing that has not changed, according to the site."""
        self._crawler.stats.inc_value(_UNCHANGED)

    def count_found(self, kind: str, count: int) -> None:
        """Count links to articles that were found in a kind of listing."""
        self._crawler.stats.inc_value(_FOUND + kind, count)

    def count_written(self, article: Article) -> None:
        """Count an article that was written, and the fields that it has."""
        self._crawler.stats.inc_value(_WRITTEN)
        self.coverage.add(article)

    def count_lost(self) -> None:
        """Take back the count of an article that could not be written after all."""
        self._crawler.stats.inc_value(_WRITTEN, -1)

    def count_known(self, verdict: str, *, for_good: bool = True) -> None:
        """Count a page that an earlier crawl settled: as `written`, or left out for a reason."""
        self._crawler.stats.inc_value(_KNOWN + verdict)
        if not for_good:
            self._crawler.stats.inc_value(_PENDING)

    def count_repeated(self) -> None:
        """Count an article that came again, unchanged from what is written."""
        self.count_known("written")
        self._crawler.stats.inc_value(_REPEATED)

    def count_skip(self, skipped: Skipped, *, met: bool = False) -> None:
        """Count a page that leads to no line in the output; name it if it failed.

        `met` says that an earlier crawl requested it as well.
        """
        listing = skipped.key is None
        self._crawler.stats.inc_value((_PROBLEMS if listing else _SKIPPED) + skipped.reason)
        if skipped.page_fault and not listing:
            self._crawler.stats.inc_value(_PENDING)
            self._crawler.stats.inc_value(_SUSPECT, 0 if met else 1)
        if skipped.detail:
            self.details.setdefault(skipped.reason, skipped.detail)
        if skipped.failure and skipped.reason not in _OF_HOSTS:
            self._named += 1
            if self._named <= _NAMED:
                why = skipped.detail or REASONS[skipped.reason]
                say(f"failed: {unquote(skipped.url)} · {unquote(why)}")

    def count_opinion(self, *, agrees: bool) -> None:
        """Count a page that was also cleaned without its rules."""
        self._crawler.stats.inc_value(_AGREE if agrees else _DISAGREE)

    @property
    def written(self) -> int:
        """How many articles were written."""
        return self._count(_WRITTEN)

    @property
    def pages(self) -> int:
        """How many pages were fetched, listings included."""
        return self.article_pages + self.listings

    @property
    def left_out(self) -> int:
        """How many pages of articles led to no line in the output."""
        return self.skipped.total()

    @property
    def settled(self) -> int:
        """How many pages of articles are done, those settled by earlier crawls included."""
        return self.written + self.left_out + self.known.total()

    @property
    def article_pages(self) -> int:
        """How many pages were fetched as articles'."""
        return self._count(_PAGES)

    @property
    def without_article(self) -> int:
        """How many of the `article_pages` held no article."""
        return self._count(_WITHOUT)

    @property
    def listings(self) -> int:
        """How many listings and feeds were fetched."""
        return self._count(_LISTINGS)

    @property
    def unchanged(self) -> int:
        """How many listings have not changed since the previous crawl."""
        return self._count(_UNCHANGED)

    @property
    def agreeing(self) -> int:
        """How many pages gave the same body with and without rules."""
        return self._count(_AGREE)

    @property
    def disagreeing(self) -> int:
        """How many pages gave another body without rules."""
        return self._count(_DISAGREE)

    @property
    def pending(self) -> int:
        """How many pages without an article, or gone, a later crawl may request again."""
        return self._count(_PENDING)

    @property
    def only_faults(self) -> int:
        """How many new pages held no article, if no page of this crawl held one; else 0.

        An article that was not wanted still counts as an article.
        """
        if self.written or self._count(_REPEATED):
            return 0
        if not all(is_page_fault(reason) or is_failure(reason) for reason in self.skipped):
            return 0
        return self._count(_SUSPECT)

    @property
    def spider_errors(self) -> int:
        """How many exceptions the spider's own code raised, by Scrapy's count."""
        return self._count("spider_exceptions/count")

    @property
    def found(self) -> Counter[str]:
        """Links to articles, by the kind of listing that has them."""
        return self._counts(_FOUND)

    @property
    def known(self) -> Counter[str]:
        """Pages that an earlier crawl settled, by its verdict."""
        return self._counts(_KNOWN)

    @property
    def skipped(self) -> Counter[str]:
        """Pages of articles that led to no line in the output, by reason."""
        return self._counts(_SKIPPED)

    @property
    def problems(self) -> Counter[str]:
        """Listings that gave nothing, by reason."""
        return self._counts(_PROBLEMS)

    @property
    def failures(self) -> Counter[str]:
        """Pages and listings that should have been there, by reason."""
        every = self.skipped + self.problems
        return Counter({reason: n for reason, n in every.items() if is_failure(reason)})

    def _count(self, name: str) -> int:
        return int(self._crawler.stats.get_value(name, 0))

    def _counts(self, prefix: str) -> Counter[str]:
        stats = self._crawler.stats.get_stats()
        return Counter(
            {name.removeprefix(prefix): n for name, n in stats.items() if name.startswith(prefix)}
        )
