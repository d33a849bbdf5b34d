"""A compressed page without its end is no page: it is asked for again."""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from backports import zstd
from misbehaving_site import Agency, Answer, Server
from test_live import codes, crawl

from tvto_crawl.unpacking import _has_end

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
    assert "3 broke off or could not be decoded" in done.stderr
    assert codes(tmp_path) == []
