"""Why a crawl can't do its work: kept for its closing account, and for the exit code."""

from typing import Final

from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

__all__ = ["fatal_of", "record_failure", "stop"]

# Name of the statistic that holds the sentence.
_FATAL: Final = "account/fatal"


def record_failure(crawler: Crawler, sentence: str) -> None:
    """Record why the crawl can't do its work; only the first reason is kept."""
    if not crawler.stats.get_value(_FATAL):
        crawler.stats.set_value(_FATAL, sentence)


def fatal_of(crawler: Crawler) -> str | None:
    """Return the sentence that `record_failure` kept, if any."""
    found = crawler.stats.get_value(_FATAL) if crawler.stats else None
    return str(found) if found else None


def stop(crawler: Crawler, sentence: str) -> None:
    """End the crawl; the closing account will give `sentence` as the reason."""
    record_failure(crawler, sentence)
    deferred_from_coro(crawler.engine.close_spider_async(reason="stopped"))
