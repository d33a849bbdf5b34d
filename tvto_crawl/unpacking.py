"""Unpack what comes compressed, and ask again for what broke off: half a page looks whole."""

import re
import zlib
from typing import Final

import brotli
from backports import zstd
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

__all__ = ["WholePages"]

_GZIP: Final = b"\x1f\x8b"
_CHECKSUM_SIZE: Final = 8  # bytes: CRC-32 and length
# Some servers flush the data and never end the stream; what closes its document is whole.
_DOCUMENT_END: Final = re.compile(
    rb"</(?:html|rss|feed|rdf:rdf|urlset|sitemapindex)>|[\]}]\s*\Z", re.IGNORECASE
)
_TAIL: Final = 4096
# Nothing closes a robots.txt.
_OPEN_ENDED: Final = "/robots.txt"


class WholePages(HttpCompressionMiddleware):
    """Scrapy's middleware unpacks as much as came; this one takes a body without its end for lost.

    A body that is not compressed tells nothing of its end but by its length, which Scrapy checks.
    """

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._crawler = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return the page unpacked, or the request to ask for it again.

        Raises:
            ResponseDataLossError: it was asked for often enough.
        """
        encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
        whole: Request | Response = super().process_response(request, response)
        if whole is response or not isinstance(whole, Response) or not response.body:
            return whole
        if _has_end(response.body, encoding, len(whole.body)):
            return whole
        if request.url.endswith(_OPEN_ENDED) or _DOCUMENT_END.search(whole.body[-_TAIL:]):
            return whole
        spider = self._crawler.spider
        again = get_retry_request(request, spider=spider, reason="broken off") if spider else None
        if again is None:
            raise ResponseDataLossError("the compressed page has no end")
        return again


def _has_end(body: bytes, encoding: bytes, unpacked: int) -> bool:
    """Return whether compressed data are all there; `unpacked` is how many bytes they gave."""
    match encoding:
        case b"gzip" | b"x-gzip":  # the length stands at its end, most often
            return int.from_bytes(body[-4:], "little") == unpacked or _gzip_has_end(body)
        case b"deflate":
            return any(_deflate_has_end(body, wbits) for wbits in (15, -15))
        case b"br":
            brotli_stream = brotli.Decompressor()
            brotli_stream.process(body)
            return bool(brotli_stream.is_finished())
        case b"zstd":
            zstd_stream = zstd.ZstdDecompressor()
            zstd_stream.decompress(body)
            return zstd_stream.eof
    return True


def _gzip_has_end(body: bytes) -> bool:
    """Tell so of one or more gzip members; what follows them is left aside."""
    while body.startswith(_GZIP):
        stream = zlib.decompressobj(wbits=31)
        try:
            stream.decompress(body)
        except zlib.error:
            return False
        if not stream.eof:
            return _lacks_only_checksum(stream)
        body = stream.unused_data
    return True


def _lacks_only_checksum(stream: "zlib._Decompress") -> bool:
    """Return whether the data have ended and the checksum behind them was left out, as some do.

    Only then zlib takes what follows for a checksum, and finds it wrong.
    """
    try:
        stream.decompress(bytes(_CHECKSUM_SIZE))
    except zlib.error as error:
        return "check" in str(error)
    return False


def _deflate_has_end(body: bytes, wbits: int) -> bool:
    stream = zlib.decompressobj(wbits=wbits)
    try:
        stream.decompress(body)
    except zlib.error:
        return False
    return stream.eof
