"""`tvto-crawl clean` on archives as they are: packed, torn, with records that are no articles."""

import gzip
import json
import zlib
from pathlib import Path

import brotli
import pytest
from archives import numbered, records, write_warc
from backports import zstd

from cleaners import clean_html
from tests.sample_pages import article_pages

PAGE = next(page for page in article_pages() if page.agency == "mehr")
TEXT = clean_html(PAGE.read(), PAGE.url).text
HEADER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress),
        ({"Content-Encoding": "br"}, brotli.compress),
        ({"Content-Encoding": "zstd"}, zstd.compress),
        ({"Content-Encoding": "deflate"}, zlib.compress),
        ({"Content-Encoding": "deflate"}, lambda page: zlib.compress(page)[2:-4]),
        ({"Transfer-Encoding": "chunked"}, lambda p: b"%x\r\n%s\r\n0\r\n\r\n" % (len(p), p)),
        ({"Content-Encoding": "gzip"}, bytes),
        ({"Content-Encoding": "br"}, bytes),
        ({"Transfer-Encoding": "chunked"}, bytes),
        ({"Content-Encoding": "made-up"}, bytes),
    ],
)
def test_bodies_are_unpacked_or_were_already(tvto, tmp_path, headers, pack):
    pages = [(url, pack(page)) for url, page in numbered(1)]
    archive = write_warc(tmp_path / "a.warc.gz", pages, headers=headers)
    tvto("clean", archive, "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["text"] == TEXT


@pytest.mark.parametrize(
    ("head", "articles"),
    [
        (HEADER + b"\r\n", 1),
        (HEADER.replace(b"\r\n", b"\n") + b"\n", 1),
        (b"", 1),
        (b"HTTP/1.1 200\r\n\r\n", 1),
        (b"HTTP/1.1\r\n\r\n", 1),
        (HEADER + b"Set-Cookie: " + b"a" * 200_000 + b"\r\n\r\n", 1),
        (HEADER + b"no colon\r\n: no name\r\n\r\n", 1),
        (b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", 0),
        (HEADER + b"Content-Type: image/png\r\n\r\n", 1),
    ],
    ids="CRLF LF no-answer no-reason no-status long-header no-header redirect twice".split(),
)
def test_heads_of_answers_are_taken_as_they_come(tvto, tmp_path, head, articles):
    [(url, page)] = numbered(1)
    block = head + page
    fields = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
    record = f"{fields}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    archive = tmp_path / "a.warc"
    archive.write_bytes(record + record.replace(b"7000000", b"7000001"))
    result = tvto("clean", archive, "-o", tmp_path / "out.jsonl")
    assert [a["text"] for a in records(tmp_path / "out.jsonl")] == [TEXT] * 2 * articles, (
        result.stderr
    )


def test_a_record_that_breaks_off_is_torn(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc", numbered(2))
    whole = archive.read_bytes()
    for cut in (len(whole) - 100, whole.rindex(b"HTTP/1.1") + 30, whole.rindex(b"HTTP/1.1")):
        archive.write_bytes(whole[:cut])
        result = tvto("clean", archive, "-o", tmp_path / "out.jsonl")
        assert "1 article from 2 pages" in result.stderr
        assert "1 left out: torn" in result.stderr


def test_what_is_left_out_is_counted_and_kept(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    write_warc(archive, [("https://x.ir/a", b"gone")], status="404 Not Found", append=True)
    write_warc(
        archive,
        [("https://x.ir/b.png", b"\x89PNG")],
        headers={"Content-Type": "image/png"},
        append=True,
    )
    write_warc(
        archive,
        [("https://x.ir/c", b"<html><p>%s</p></html>" % (b"Hello there, all of you. " * 40))],
        append=True,
    )
    rejects = tmp_path / "rejects.jsonl"
    result = tvto("clean", archive, "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    assert result.exit_code == 0
    assert "2 articles from 5 pages" in result.stderr
    kept = [(r["reason"], r["url"]) for r in records(rejects)]
    assert kept == [
        ("http-status", "https://x.ir/a"),
        ("not-html", "https://x.ir/b.png"),
        ("not-persian", "https://x.ir/c"),
    ]
    for reason in ("http-status", "not-html", "not-persian"):
        assert f"1 left out: {reason}" in result.stderr


def test_files_with_nothing_to_clean_are_listed_with_what_is_left_out(tvto, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "page.html").write_bytes(PAGE.read())
    (folder / "empty.html").touch()
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n" + bytes(99))
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(3000))
    (folder / "link.warc.gz").symlink_to(tmp_path / "gone.warc.gz")
    (folder / ".hidden.jpg").touch()
    rejects = tmp_path / "rejects.jsonl"
    tvto("clean", folder, "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    listed = {Path(entry["place"]).name: entry for entry in records(rejects)}
    assert listed.keys() == {"empty.html", "paper.pdf", "photo.jpg", "link.warc.gz"}
    assert {entry["reason"] for entry in listed.values()} == {"nothing-to-clean"}
    assert listed["empty.html"]["detail"] == "is empty"
    assert listed["link.warc.gz"]["detail"] == "is a link to a file that is not there"
    assert listed["photo.jpg"]["detail"] == "is not a page, WARC, JSONL or text"


def test_a_page_left_out_tells_its_address_where_it_says_one(tvto, tmp_path):
    page = b"<html><head><link rel=canonical href='https://x.ir/n/1'></head><p>Hello there.</html>"
    (tmp_path / "page.html").write_bytes(page)
    rejects = tmp_path / "r.jsonl"
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    assert [(r["place"], r["url"]) for r in records(rejects)] == [("page.html", "https://x.ir/n/1")]


@pytest.mark.parametrize("given", [["."], ["a", "b"], ["a/site.warc.gz", "b/site.warc.gz"]])
def test_files_of_one_name_are_told_apart(tvto, tmp_path, given):
    folder = tmp_path / "crawls"
    for part in "ab":
        (folder / part).mkdir(parents=True)
        archive = write_warc(folder / part / "site.warc.gz", numbered(1))
        write_warc(archive, [("https://x.ir/a", b"gone")], status="404 Not Found", append=True)
    rejects = tmp_path / "r.jsonl"
    inputs = [folder / path for path in given]
    tvto("clean", *inputs, "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    names = ["a/site.warc.gz", "b/site.warc.gz"]
    assert [r["source"] for r in records(tmp_path / "out.jsonl")] == names
    assert [r["place"].split(" at byte ")[0] for r in records(rejects)] == names


def test_a_torn_archive_gives_what_stands_before_the_tear(tvto, tmp_path):
    whole = write_warc(tmp_path / "whole.warc.gz", numbered(5)).read_bytes()
    (tmp_path / "torn.warc.gz").write_bytes(whole[:-3000])
    result = tvto("clean", tmp_path / "torn.warc.gz", "-o", tmp_path / "out.jsonl")
    assert [r["news_code"] for r in records(tmp_path / "out.jsonl")] == [
        str(7000000 + n) for n in range(4)
    ]
    assert "1 left out: torn" in result.stderr


def test_reading_goes_on_after_damage_in_the_middle(tvto, tmp_path):
    archive = bytearray(write_warc(tmp_path / "a.warc.gz", numbered(6)).read_bytes())
    middle = len(archive) * 5 // 12
    archive[middle : middle + 200] = bytes(200)
    (tmp_path / "a.warc.gz").write_bytes(archive)
    result = tvto("clean", tmp_path / "a.warc.gz", "-o", tmp_path / "out.jsonl")
    codes = [r["news_code"] for r in records(tmp_path / "out.jsonl")]
    assert len(codes) == 5
    assert codes[-1] == "7000005"
    assert "left out: torn" in result.stderr


def test_bad_lines_are_left_out_with_their_numbers(tvto, tmp_path):
    good = json.dumps({"text": TEXT})
    (tmp_path / "a.jsonl").write_text(f'{good}\n{{"text": \n\n[1]\n{{"text": 7}}\n{good}', "utf-8")
    rejects = tmp_path / "r.jsonl"
    tvto("clean", tmp_path / "a.jsonl", "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    assert len(records(tmp_path / "out.jsonl")) == 2
    assert [r["place"] for r in records(rejects)] == [f"a.jsonl line {n}" for n in (2, 4, 5)]
