"""A page without its end is fetched again; a compressed one that has none is lost."""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from backports import zstd
from misbehaving_site import Agency, Answer, Server
from scrapy import Request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response
from scrapy.utils.test import get_crawler
from test_live import codes, crawl

from cleaners import read_jsonl
from tvto_crawl.unpacking import WholePages, _has_end

PAGE = b"<p>" + bytes(range(256)) * 400
PACKERS: dict[bytes, Callable[[bytes], bytes]] = {
    b"gzip": gzip.compress,
    b"deflate": zlib.compress,
    b"br": brotli.compress,
    b"zstd": zstd.compress,
}


@pytest.mark.parametrize("encoding", PACKERS)
def test_the_end_of_compressed_data_is_known(encoding: bytes) -> None:
    packed = PACKERS[encoding](PAGE)
    assert _has_end(packed, encoding, len(PAGE))
    assert not _has_end(packed[: len(packed) // 2], encoding, len(PAGE) // 2)


def test_what_follows_gzip_is_left_aside() -> None:
    assert _has_end(gzip.compress(PAGE) + b"garbage", b"gzip", len(PAGE))
    assert _has_end(gzip.compress(PAGE) + gzip.compress(PAGE), b"gzip", 2 * len(PAGE))


@pytest.mark.parametrize("left_out", [4, 8])
def test_a_checksum_that_was_left_out_is_no_end(left_out: int) -> None:
    assert _has_end(gzip.compress(PAGE)[:-left_out], b"gzip", len(PAGE))
    assert not _has_end(gzip.compress(PAGE)[:-20], b"gzip", len(PAGE) - 9)


@pytest.mark.parametrize(
    ("path", "document", "is_whole"),
    [
        ("/news/1", b"<html><p>a</p></html><!-- cached " + b"-" * 300 + b" -->", True),
        ("/rss", b"<rss><channel></channel></rss>\n", True),
        ("/wp-json/wp/v2/posts", b'[{"id": 1}]', True),
        ("/robots.txt", b"User-agent: *", True),
        ("/news/1", b"<html><p>a</p>", False),
    ],
)
def test_a_stream_that_was_never_ended(path: str, document: bytes, is_whole: bool) -> None:
    packer = zlib.compressobj(wbits=31)
    body = packer.compress(document) + packer.flush(zlib.Z_SYNC_FLUSH)
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    request = Request(f"https://www.example.ir{path}", meta={"dont_retry": True})
    response = Response(request.url, body=body, headers=headers)
    middleware = WholePages(crawler=get_crawler())
    if is_whole:
        unpacked = middleware.process_response(request, response)
        assert isinstance(unpacked, Response)
        assert unpacked.body == document
    else:
        with pytest.raises(ResponseDataLossError):
            middleware.process_response(request, response)


class Torn(Agency):
    """Articles come compressed, and cut in half: the first time, or always."""

    always = False

    def _good(self, number: int) -> Answer:
        packed = gzip.compress(super()._good(number).body)
        torn = self.always or not self._second_time(f"/news/{1_000_000 + number}")
        body = packed[: len(packed) // 2] if torn else packed
        return Answer(body, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})


def test_a_page_that_came_by_half_is_asked_for_again(tmp_path: Path) -> None:
    with Server(Torn(articles=3, etag=False)) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(codes(tmp_path)) == [1, 2, 3]


def test_a_page_that_only_comes_by_half_is_none(tmp_path: Path) -> None:
    agency = Torn(articles=3, etag=False)
    agency.always = True
    with Server(agency) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 1
    assert "3 broken off, or impossible to decode" in done.stderr
    assert codes(tmp_path) == []


class WithoutLength(Agency):
    """Articles come without a length, until the connection is closed; some of them cut in half.

    Article 1 is cut the first time, article 2 always, and article 3 never closes its document.
    """

    def _good(self, number: int) -> Answer:
        body = super()._good(number).body
        again = self._second_time(f"/news/{1_000_000 + number}")
        if number == 2 or (number == 1 and not again):
            body = body[: body.index("کارآموزان".encode()) + 300]
        if number == 3:
            body = body.replace(b"</html>", b"").replace(b"</body>", b"")
        return Answer(body, headers={"Content-Type": "text/html"}, claimed=-1)


def test_a_page_without_length_and_end_is_asked_for_again(tmp_path: Path) -> None:
    agency = WithoutLength(articles=3, etag=False)
    with Server(agency) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "articles").glob("*.jsonl")
    truncated = {article.news_code: "truncated" in article.warnings for article in read_jsonl(path)}
    assert truncated == {"1000001": False, "1000002": True, "1000003": False}
