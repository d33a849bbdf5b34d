"""Fetch feeds and listings only if they changed since the last crawl (ETag, Last-Modified)."""

from typing import Final, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from tvto_crawl.fatal import stop
from tvto_crawl.ledger import Ledger
from tvto_crawl.output import ArticleOutput
from tvto_crawl.store import StoreError

__all__ = ["ConditionalListings"]

# Key of a request's meta: true for a feed or listing.
_LISTING_KEY: Final = "listing"


class ConditionalListings:
    """Downloader middleware that sends the validators that a listing last came with.

    They are valid only for the same arguments, and are kept only after a crawl that settled every
    link: a 304 in place of the listing would hide the links that failed.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._fresh: dict[str, tuple[str | None, str | None]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the middleware for `crawler`."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Add the validators of the last crawl to a request for a listing.

        Raises:
            IgnoreRequest: the ledger can't be read, so that the crawl ends.
        """
        output = self._crawler.get_item_pipeline(ArticleOutput)
        if not request.meta.get(_LISTING_KEY) or output is None or output.store is None:
            return
        if getattr(getattr(self._crawler.spider, "wanted", None), "refresh", False):
            return
        key = _key(request, output)
        try:
            etag, modified = output.store.ask(lambda ledger: ledger.validators(key))
        except StoreError as error:
            stop(self._crawler, str(error))
            raise IgnoreRequest(str(error)) from error
        if etag:
            request.headers.setdefault("If-None-Match", etag)
        if modified:
            request.headers.setdefault("If-Modified-Since", modified)

    def process_response(self, request: Request, response: Response) -> Response:
        """Remember the validators of a listing that came."""
        output = self._crawler.get_item_pipeline(ArticleOutput)
        if request.meta.get(_LISTING_KEY) and response.status == 200 and output and output.store:
            etag, modified = (
                (response.headers.get(name) or b"").decode("latin-1") or None
                for name in ("ETag", "Last-Modified")
            )
            if etag or modified:
                self._fresh[_key(request, output)] = (etag, modified)
        return response

    def keep(self, ledger: Ledger) -> None:
        """Keep the validators of this crawl's listings; to be called only if all went well.

        Listings that did not suffice, so that others were tried, are left out: if they answered
        with 304 next time, the crawl would not go on to the others.
        """
        unhelpful: set[str] = getattr(self._crawler.spider, "unhelpful_listings", set())
        for key, (etag, modified) in self._fresh.items():
            if key.rpartition(" ")[2] not in unhelpful:
                ledger.keep_validators(key, etag, modified)


def _key(request: Request, output: ArticleOutput) -> str:
    return f"{output.arguments} {request.url}"
