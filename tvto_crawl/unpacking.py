"""Unpack compressed pages, and request pages again that broke off, as half a page looks whole."""

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
# Some servers flush the data but never end the stream; a page that closes its document is whole.
_DOCUMENT_END: Final = re.compile(
    rb"</(?:html|rss|feed|rdf:rdf|urlset|sitemapindex)>|[\]}]\s*\Z", re.IGNORECASE
)
_TAIL: Final = 4096
# Scrapy's flag of a response without a length, which ended when the connection was closed.
_ENDED_BY_CLOSING: Final = "partial"
# A robots.txt has no end by which it could be recognized as whole.
_OPEN_ENDED: Final = "/robots.txt"


class WholePages(HttpCompressionMiddleware):
    """Unpacks pages like Scrapy's middleware, but treats a page without its end as lost.

    Scrapy checks the length of an uncompressed page, if the server gave one. If it did not, a page
    without the tag that closes a document is fetched again, and taken as it is after the last try:
    some sites never write that tag. The cleaners mark a text that breaks off as `truncated`.
    """

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._crawler = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return the unpacked page, or a request to fetch it again.

        Raises:
            ResponseDataLossError: the page has no end, and no retries are left.
        """
        encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
        whole: Request | Response = super().process_response(request, response)
        if not isinstance(whole, Response) or not response.body:
            return whole
        is_packed = whole is not response
        if is_packed and _has_end(response.body, encoding, len(whole.body)):
            return whole
        if not is_packed and (_ENDED_BY_CLOSING not in response.flags or response.status != 200):
            return whole
        if request.url.endswith(_OPEN_ENDED) or _DOCUMENT_END.search(whole.body[-_TAIL:]):
            return whole
        spider = self._crawler.spider
        again = get_retry_request(request, spider=spider, reason="broken off") if spider else None
        if again is None and is_packed:
            raise ResponseDataLossError("the compressed page has no end")
        return again or whole


def _has_end(body: bytes, encoding: bytes, unpacked: int) -> bool:
    """Return whether compressed data are complete; `unpacked` is their unpacked length in bytes."""
    match encoding:
        case b"gzip" | b"x-gzip":  # most often the last bytes give the length
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
    """Return whether one or more gzip members are complete, ignoring what follows them."""
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
    """Return whether the data are complete and only the checksum is missing, as on some servers.

    Only then does zlib take further bytes for the checksum, and find it wrong.
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
