"""Download handlers: answer from WARC files, or record what the network answers."""

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from tvto_crawl.fatal import stop
from tvto_crawl.sources import Sources

__all__ = ["RecordingHandler", "ReplayHandler"]


class ReplayHandler(BaseDownloadHandler):
    """Answers http and https from the WARC files of the `Sources` add-on.

    A page that they do not hold is a 404 with the flag `not-in-archive`. The request's meta gets
    `fetched_at` (an aware datetime) and `source` (`sample`, or the name of the file).
    """

    lazy = False

    async def download_request(self, request: Request) -> Response:
        """Return the page as it was captured.

        Raises:
            RuntimeError: there is no `Sources` add-on with WARC files.
        """
        sources = self.crawler.get_addon(Sources)
        if sources is None or sources.archive is None:
            raise RuntimeError("ReplayHandler needs the Sources add-on with WARC files")
        exchange = sources.archive.find(request.url)
        if exchange is None:
            return Response(request.url, status=404, flags=["not-in-archive"])
        request.meta["fetched_at"] = exchange.fetched_at
        request.meta["source"] = sources.source.name(exchange.archive)
        headers = Headers()
        for name, value in exchange.headers:
            headers.appendlist(name, value.encode("latin-1", "replace"))
        kind = responsetypes.from_args(headers=headers, url=request.url, body=exchange.body)
        return kind(request.url, status=exchange.status, headers=headers, body=exchange.body)


class RecordingHandler(HTTP11DownloadHandler):
    """Downloads as Scrapy does, and gives every exchange to the recorder of `Sources`."""

    async def download_request(self, request: Request) -> Response:
        """Download a page, record the exchange and return the page."""
        response = await super().download_request(request)
        sources = self._crawler.get_addon(Sources)
        if sources and sources.recorder:
            try:
                sources.recorder.write(request, response)
            except OSError as error:
                stop(self._crawler, f"the recording can't be written: {error}")
        return response
