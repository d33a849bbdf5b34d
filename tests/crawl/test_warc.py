"""WARC files in and out: ours and other people's, whole and torn."""

import gzip
import os
from io import BytesIO
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response
from small_sites import HTML, write_warc
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from tvto_crawl import samples
from tvto_crawl.places import sample_folder
from tvto_crawl.recorder import Recorder
from tvto_crawl.warc import WarcArchive, WarcError, expand_paths

URL = "https://www.example.ir/news/1/عنوان"
WGET = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    "WARC-Target-URI: <http://www.example.ir/wget>\r\nWARC-Date: 2025-10-07T10:48:00Z\r\n"
    "Content-Type: application/http;msgtype=response\r\nContent-Length: {length}\r\n\r\n"
)
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"5\r\nhello\r\n0\r\n\r\n"
)

AGENCIES = sorted(path.parent for path in (sample_folder() or Path()).glob("*/site.toml"))


@pytest.mark.parametrize("folder", AGENCIES, ids=lambda path: path.name)
def test_the_sample_warc_is_what_the_readable_files_make(folder: Path) -> None:
    # Compared unpacked: another build of zlib may pack the same bytes otherwise.
    committed = gzip.decompress((folder / "site.warc.gz").read_bytes())
    assert committed == gzip.decompress(samples.warc_bytes(folder)), (
        "rebuild it: python -m tvto_crawl.samples"
    )


def page(body: bytes = b"<p>x</p>", url: str = URL, **headers: str) -> Response:
    return HtmlResponse(url, headers={"Content-Type": "text/html", **headers}, body=body)


def record(folder: Path, *responses: Response, **options: int) -> list[Path]:
    recorder = Recorder(folder, "test", **options)
    for response in responses:
        recorder.write(Request(response.url, headers={"User-Agent": "x"}), response)
    recorder.close()
    return recorder.files


def test_what_was_recorded_can_be_replayed(tmp_path: Path) -> None:
    files = record(tmp_path, page(b"<p>\xd8\xb3</p>"))
    exchange = WarcArchive(files).find(URL)
    assert exchange is not None
    assert (exchange.status, exchange.body) == (200, b"<p>\xd8\xb3</p>")
    assert ("Content-Type", "text/html") in exchange.headers
    assert exchange.fetched_at.tzinfo is not None


def test_a_full_disk_leaves_whole_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    recorder = Recorder(tmp_path, "test")
    recorder.write(Request(URL), page(b"<p>1</p>"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            recorder.write(Request(f"{URL}/2"), page(b"<p>2</p>", url=f"{URL}/2"))
        recorder.close()  # there is nothing left that could fail
    archive = WarcArchive(recorder.files)
    assert archive.holds(URL)
    assert not archive.holds(f"{URL}/2")
    assert not archive.torn


def test_a_recording_passes_warcios_checker(tmp_path: Path) -> None:
    same, unchanged = page(url="https://www.example.ir/2"), Response(URL, status=304)
    (file,) = record(tmp_path, page(), same, page(b""), unchanged)
    checker = Checker(type("Command", (), {"inputs": [str(file)], "verbose": False})())
    checker.process_all()
    assert checker.exit_value == 0


def test_the_same_body_is_kept_once(tmp_path: Path) -> None:
    files = record(tmp_path, page(b"<p>same</p>" * 50), page(b"<p>same</p>" * 50, URL + "2"))
    with files[0].open("rb") as stream:
        kinds = [r.rec_type for r in ArchiveIterator(stream)]
    assert kinds == ["warcinfo", "response", "request", "revisit", "request"]
    again = WarcArchive(files).find(URL + "2")
    assert again is not None
    assert again.body == b"<p>same</p>" * 50


def test_a_listing_that_has_not_changed_is_a_revisit(tmp_path: Path) -> None:
    files = record(tmp_path, Response(URL, status=304, headers={"ETag": '"x"'}))
    with files[0].open("rb") as stream:
        revisit = next(r for r in ArchiveIterator(stream) if r.rec_type == "revisit")
    assert revisit.rec_headers.get_header("WARC-Profile").endswith("server-not-modified")
    exchange = WarcArchive(files).find(URL)
    assert exchange is not None
    assert exchange.status == 304


def test_files_are_rotated_by_size(tmp_path: Path) -> None:
    pages = [page(bytes([n]) * 50, f"https://www.example.ir/{n}") for n in range(4)]
    files = record(tmp_path, *pages, max_bytes=1500)
    assert len(files) > 1
    assert len(WarcArchive(files)) == 4


def test_compressed_bodies_stay_as_they_came(tmp_path: Path) -> None:
    packed = gzip.compress(b"<p>x</p>")
    response = Response(URL, headers={"Content-Encoding": "gzip"}, body=packed)
    exchange = WarcArchive(record(tmp_path, response)).find(URL)
    assert exchange is not None
    assert exchange.body == packed
    assert ("Content-Encoding", "gzip") in exchange.headers


def test_a_warc_of_wget_uncompressed_and_chunked(tmp_path: Path) -> None:
    file = tmp_path / "wget.warc"
    head = WGET.format(length=len(CHUNKED)).encode()
    file.write_bytes(head + CHUNKED + b"\r\n\r\n")
    exchange = WarcArchive([file]).find("https://www.example.ir/wget")
    assert exchange is not None
    assert exchange.body == b"hello"
    assert "Transfer-Encoding" not in dict(exchange.headers)


def test_an_archive_that_decoded_the_body_and_kept_the_header(tmp_path: Path) -> None:
    response = Response(URL, headers={"Content-Encoding": "gzip"}, body=b"<p>plain</p>")
    exchange = WarcArchive(record(tmp_path, response)).find(URL)
    assert exchange is not None
    assert "Content-Encoding" not in dict(exchange.headers)


def test_a_torn_file_gives_what_stands_before_the_tear(tmp_path: Path) -> None:
    pages = [(f"https://www.example.ir/{n}", HTML, f"<p>{n}</p>" * 99) for n in range(5)]
    whole = write_warc(tmp_path / "a.warc.gz", pages)
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(whole.read_bytes()[:-200])
    archive = WarcArchive([torn])
    assert archive.find("https://www.example.ir/0")
    assert archive.torn in (["torn.warc.gz"], [])


@pytest.mark.parametrize("content", [b"not a warc\n", b"\x1f\x8b broken"])
def test_what_is_no_warc_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.warc.gz"
    file.write_bytes(content)
    with pytest.raises(WarcError, match=r"x\.warc\.gz"):
        WarcArchive([file])


def test_a_good_capture_is_not_displaced_by_a_later_answer_without_a_page(tmp_path: Path) -> None:
    good = page(b"<p>good</p>")
    later = Response(URL, status=503, body=b"down"), Response(URL, status=304)
    exchange = WarcArchive(record(tmp_path, good, *later)).find(URL)
    assert exchange is not None
    assert exchange.status == 200


def test_paths_folders_and_globs(tmp_path: Path) -> None:
    a, b = (write_warc(tmp_path / name, []) for name in ("a.warc.gz", "b.warc"))
    assert expand_paths(str(tmp_path)) == [a, b]
    assert expand_paths(str(tmp_path / "*.gz")) == [a]
    assert expand_paths(str(a)) == [a]
    with pytest.raises(WarcError, match="there is no WARC file"):
        expand_paths(str(tmp_path / "*.arc"))


def test_the_same_files_make_the_same_warc(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>سلام</p>", "utf-8")
    (tmp_path / "site.toml").write_text(
        '[[page]]\nurl = "https://a.ir/1"\nfile = "page.html"\ncontent_type = "text/html"\n'
        '[[page]]\nurl = "https://a.ir/2"\nredirect_to = "https://a.ir/1"\n',
        "utf-8",
    )
    first = samples.warc_bytes(tmp_path)
    assert first == samples.warc_bytes(tmp_path)
    statuses = [r.http_headers.get_statuscode() for r in ArchiveIterator(BytesIO(first))]
    assert statuses == ["200", "302"]
