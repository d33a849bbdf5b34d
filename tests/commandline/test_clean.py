"""`tvto-crawl clean`: whatever goes in, the right articles come out, once each."""

import gzip
import json
import subprocess
import sys
import time
import zlib
from pathlib import Path

import brotli
import pytest
from archives import numbered, records, samples, write_warc
from backports import zstd

from cleaners import clean_html, clean_text
from tests.sample_pages import article_pages
from tvto_crawl.bulk import portions

ROOT = Path(__file__).parents[2]
PAGE = next(page for page in article_pages() if page.agency == "mehr")
TEXT = clean_html(PAGE.read(), PAGE.url).text


@pytest.fixture
def small_portions(monkeypatch):
    monkeypatch.setattr(portions, "_SMALLEST", 40_000)


# --- What goes in ------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
def test_every_page_of_a_warc_comes_out_as_clean_html_has_it(tvto, tmp_path, ending):
    archive = write_warc(tmp_path / f"news{ending}", samples())
    result = tvto("clean", archive, "-o", tmp_path / "out.jsonl", "-j1")
    assert result.exit_code == 0, result.output
    expected = [
        clean_html(
            page.read(),
            page.url,
            content_type="text/html; charset=utf-8",
            fetched_at="2026-01-05T10:00:00+00:00",
            source=archive.name,
        ).to_dict()
        for page in article_pages()
    ]
    assert records(tmp_path / "out.jsonl") == expected


def test_a_page_file(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read())
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    [article] = records(tmp_path / "out.jsonl")
    assert article["text"] == TEXT
    assert article["source"] == "page.html"


@pytest.mark.parametrize(
    "top",
    [
        b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "XHTML 1.0">',
        b'<?xml version="1.0"?><!-- made by hand --><html>',
        b"\xef\xbb\xbf\r\n<!-- a comment first --><!doctype html>",
        b"",
    ],
)
def test_a_page_is_known_whatever_it_begins_with(tvto, tmp_path, top):
    page = PAGE.read().split(b">", 1)[1] if top else PAGE.read()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "no-ending").write_bytes(top + page)
    tvto("clean", tmp_path / "pages", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["text"] == TEXT


def test_a_page_in_utf_16(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read().decode().encode("utf-16"))
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["text"] == TEXT


def test_a_saved_page_tells_where_it_came_from(tvto, tmp_path):
    page = b"<!-- saved from url=(0040)https://www.ilna.ir/fa/tiny/news-1234567 -->\n" + PAGE.read()
    (tmp_path / "page.html").write_bytes(page)
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["id"].split(":")[1] == "1234567"


@pytest.mark.parametrize("column", ["html", "content", "raw_html"])
def test_jsonl_of_pages(tvto, tmp_path, column):
    lines = [json.dumps({"url": url, column: page.decode()}) for url, page in numbered(3)]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines), "utf-8")
    tvto("clean", tmp_path / "pages.jsonl", "-o", tmp_path / "out.jsonl")
    out = records(tmp_path / "out.jsonl")
    assert [article["id"] for article in out] == [f"mehr:{7000000 + n}" for n in range(3)]


def test_jsonl_of_texts_keeps_the_address(tvto, tmp_path):
    line = json.dumps({"text": TEXT, "url": "https://www.mehrnews.com/news/6577733/x"})
    (tmp_path / "texts.jsonl").write_text(line, "utf-8")
    tvto("clean", tmp_path / "texts.jsonl", "-o", tmp_path / "out.jsonl")
    [article] = records(tmp_path / "out.jsonl")
    assert article["id"] == "mehr:6577733"
    assert article["body"] == clean_text(TEXT).body


def test_the_column_can_be_named(tvto, tmp_path):
    line = json.dumps({"text": "x", "flattened": TEXT})
    (tmp_path / "texts.jsonl").write_text(line, "utf-8")
    out = tmp_path / "out.jsonl"
    tvto("clean", tmp_path / "texts.jsonl", "-o", out, "--column", "flattened")
    assert records(out)[0]["body"] == clean_text(TEXT).body


def test_the_texts_of_articles_are_cleaned_again_where_their_column_is_named(tvto, tmp_path):
    article = clean_html(PAGE.read(), PAGE.url)
    (tmp_path / "mehr.jsonl").write_text(article.to_json(), "utf-8")
    result = tvto(
        "clean", tmp_path / "mehr.jsonl", "-o", tmp_path / "out.jsonl", "--column", "text"
    )
    assert result.exit_code == 0, result.output
    [again] = records(tmp_path / "out.jsonl")
    assert (again["id"], again["body"]) == (article.id, clean_text(TEXT).body)


@pytest.mark.parametrize(
    ("record", "options", "told"),
    [
        ({"a": "x", "n": 1}, [], "its text columns are a; name one of them with --column"),
        ({"a": "x"}, ["--column", "b"], "has no text in a column b; its text columns are a"),
        ({"fingerprint": "", "extractor": "", "repairs": {}}, [], "articles that are clean"),
    ],
)
def test_a_file_without_the_column_is_told_why(tvto, tmp_path, record, options, told):
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    result = tvto("clean", tmp_path / "a.jsonl", "-o", tmp_path / "out.jsonl", *options)
    assert result.exit_code == 2
    assert f"a.jsonl {told}" in result.stderr or told in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_flattened_text(tvto, tmp_path, encoding):
    (tmp_path / "text.txt").write_text(TEXT, encoding)
    tvto("clean", tmp_path / "text.txt", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl") == [clean_text(TEXT).to_dict()]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
@pytest.mark.parametrize("kind", ["page.html", "text.txt", "lines.jsonl", "all.warc"])
def test_packed_files_read_like_plain_ones(tvto, tmp_path, pack, kind):
    plain = {
        "page.html": PAGE.read(),
        "text.txt": TEXT.encode(),
        "lines.jsonl": json.dumps({"text": TEXT}).encode(),
        "all.warc": write_warc(tmp_path / "w", samples()).read_bytes(),
    }[kind]
    (tmp_path / kind).write_bytes(plain)
    tvto("clean", tmp_path / kind, "-o", tmp_path / "plain.jsonl", "-j1")
    (tmp_path / kind).write_bytes(pack(plain))
    tvto("clean", tmp_path / kind, "-o", tmp_path / "packed.jsonl", "-j1")
    assert (tmp_path / "plain.jsonl").read_bytes()
    assert (tmp_path / "packed.jsonl").read_bytes() == (tmp_path / "plain.jsonl").read_bytes()


def test_a_folder_of_all_kinds_and_other_things(tvto, tmp_path):
    folder = tmp_path / "crawl"
    (folder / "deep").mkdir(parents=True)
    (folder / "1714210-slug").write_bytes(PAGE.read())
    (folder / "deep" / "page.htm").write_bytes(PAGE.read())
    (folder / "text.txt").write_text(TEXT, "utf-8")
    (folder / "lines.jsonl").write_text(json.dumps({"text": TEXT}), "utf-8")
    write_warc(folder / "w.warc.gz", numbered(1))
    (folder / "style.css").write_text("p { color: red }")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9)
    (folder / "feed.xml").write_text("<?xml version='1.0'?><rss><channel/></rss>")
    (folder / "numbers.jsonl").write_text('{"a": 1}\n')
    (folder / ".hidden.html").write_bytes(PAGE.read())
    result = tvto("clean", folder, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    assert len(records(tmp_path / "out.jsonl")) == 5
    assert "4 other files" in result.stderr
    for name in ("style.css", "photo.jpg", "feed.xml", "numbers.jsonl"):
        assert name in result.stderr


@pytest.mark.parametrize("kind", ["page", "text", "jsonl", "warc.gz"])
def test_standard_input_may_be_anything(tvto, tmp_path, kind):
    given = {
        "page": PAGE.read(),
        "text": TEXT.encode(),
        "jsonl": json.dumps({"text": TEXT}).encode(),
        "warc.gz": write_warc(tmp_path / "w.warc.gz", numbered(1)).read_bytes(),
    }[kind]
    result = tvto("clean", "-", "-o", "-", input=given)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["body"] == clean_html(PAGE.read(), PAGE.url).body


# --- Archives as they are ----------------------------------------------------------------------


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


HEADER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


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
    rejects = tmp_path / "rejects.jsonl"
    tvto("clean", folder, "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    listed = {Path(entry["place"]).name: entry for entry in records(rejects)}
    assert listed.keys() == {"empty.html", "paper.pdf", "photo.jpg"}
    assert {entry["reason"] for entry in listed.values()} == {"nothing-to-clean"}
    assert listed["empty.html"]["detail"] == "is empty"
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


# --- Portions, shards, processes ---------------------------------------------------------------


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
@pytest.mark.usefixtures("small_portions")
def test_an_archive_cut_into_portions_gives_the_same_bytes(tvto, tmp_path, ending):
    archive = write_warc(tmp_path / f"a{ending}", numbered(60))
    tvto("clean", archive, "-o", f"{tmp_path}/shards/", "-j1")
    shards = sorted((tmp_path / "shards").glob("*.jsonl"))
    assert len(shards) > 5
    lines = [record["news_code"] for shard in shards for record in records(shard)]
    assert lines == [str(7000000 + n) for n in range(60)]


@pytest.mark.usefixtures("small_portions")
def test_jsonl_cut_into_portions_gives_every_line_once(tvto, tmp_path):
    lines = [json.dumps({"url": url, "html": page.decode()}) for url, page in numbered(40)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    tvto("clean", tmp_path / "a.jsonl", "-o", tmp_path / "out.jsonl", "-j1")
    codes = [record["news_code"] for record in records(tmp_path / "out.jsonl")]
    assert codes == [str(7000000 + n) for n in range(40)]


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
@pytest.mark.usefixtures("small_portions")
def test_an_archive_inside_an_archive_is_no_beginning(tvto, tmp_path, ending):
    inner = write_warc(tmp_path / f"inner{ending}", numbered(30)).read_bytes()
    (tmp_path / f"inner{ending}").unlink()
    archive = write_warc(tmp_path / f"a{ending}", numbered(1))
    a_warc = {"Content-Type": "application/warc"}
    write_warc(archive, [("https://x.ir/w", inner)], headers=a_warc, append=True)
    write_warc(archive, numbered(3)[1:], append=True)
    tvto("clean", archive, "-o", tmp_path / "out.jsonl", "-j1")
    codes = [record["news_code"] for record in records(tmp_path / "out.jsonl")]
    assert codes == ["7000000", "7000001", "7000002"]


@pytest.mark.usefixtures("small_portions")
def test_several_processes_write_what_one_writes(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", [*samples(), *numbered(30)])
    tvto("clean", archive, "-o", tmp_path / "one.jsonl", "-j1")
    result = tvto("clean", archive, "-o", tmp_path / "two.jsonl", "-j2")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()
    assert not (tmp_path / "two.jsonl.parts").exists()


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_the_ending_packs_the_output(tvto, tmp_path, ending):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(3))
    tvto("clean", archive, "-o", tmp_path / "plain.jsonl")
    tvto("clean", archive, "-o", tmp_path / f"out.jsonl.{ending}")
    packed = (tmp_path / f"out.jsonl.{ending}").read_bytes()
    unpacked = gzip.decompress(packed) if ending == "gz" else zstd.decompress(packed)
    assert unpacked == (tmp_path / "plain.jsonl").read_bytes()


def test_a_complete_shard_is_kept_and_a_changed_input_redone(tvto, tmp_path):
    first = write_warc(tmp_path / "first.warc.gz", numbered(2))
    second = write_warc(tmp_path / "second.warc.gz", numbered(1))
    out = tmp_path / "shards"
    tvto("clean", first, second, "-o", f"{out}/")
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}
    write_warc(second, numbered(3)[2:], append=True)
    result = tvto("clean", first, second, "-o", f"{out}/")
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}
    assert [name.split("-")[0] for name in after if after[name] != before[name]] == ["second"]
    assert "1 of 2 portions already complete" in result.stderr
    assert "3 articles from 4 pages and texts" in result.stderr


def test_what_others_keep_in_the_folder_stays(tvto, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "out"
    (out / "mine").mkdir(parents=True)
    theirs = [out / "thesis.partial", out / "mine" / "notes.jsonl.12.partial"]
    left = out / "texts-0000.4711.partial"
    for path in (*theirs, left):
        path.touch()
    assert tvto("clean", tmp_path / "page.txt", "-o", f"{out}/").exit_code == 0
    assert [path.exists() for path in (*theirs, left)] == [True, True, False]


def test_other_options_make_other_shards(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(1))
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--no-rules")
    tvto("clean", archive, "-o", f"{tmp_path}/out/")
    [shard] = (tmp_path / "out").glob("*.jsonl")
    assert records(shard)[0]["extractor"].startswith("mehr")


@pytest.mark.parametrize("then", ["", "gz", "zst"])
@pytest.mark.parametrize("first", ["", "gz", "zst"])
def test_a_portion_has_one_shard_however_it_is_packed(tvto, tmp_path, first, then):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    for packing in (first, then):
        options = ("--compress", packing) if packing else ()
        assert tvto("clean", archive, "-o", f"{tmp_path}/out/", *options).exit_code == 0
    [shard] = (tmp_path / "out").glob("*.jsonl*")
    assert shard.name.endswith(f".{then}" if then else ".jsonl")


def test_a_shard_packed_otherwise_that_an_earlier_version_left_goes(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    [shard] = (tmp_path / "out").glob("*.jsonl.zst")
    shard.with_suffix("").write_text("old\n")
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    assert list((tmp_path / "out").glob("*.jsonl*")) == [shard]


def test_a_run_killed_while_it_repacks_never_leaves_a_shard_twice(tvto, tmp_path, monkeypatch):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    tvto("clean", archive, "-o", f"{tmp_path}/out/")
    rename = Path.replace

    def interrupted(path, target):
        rename(path, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", interrupted)
        tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    assert len(list((tmp_path / "out").glob("*.jsonl*"))) == 1
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    [shard] = (tmp_path / "out").glob("*.jsonl*")
    assert zstd.decompress(shard.read_bytes()).count(b"\n") == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_captured_again_are_counted_once(tvto, tmp_path, small_portions, jobs):
    archive = write_warc(tmp_path / "a.warc.gz", [*numbered(3), *numbered(2)])
    for _ in range(2):  # the second run takes the counts of the first
        result = tvto("clean", archive, "-o", f"{tmp_path}/out/", "-j", jobs)
        assert "3 articles from 5 pages and texts →" in result.stderr
        assert (
            " 2 more lines hold other captures of these: the last line of an id counts"
            in result.stderr
        )
    assert sum(len(records(shard)) for shard in (tmp_path / "out").glob("*.jsonl")) == 5


def test_standard_output_has_its_name(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(1))
    told = tvto("clean", archive, "-o", "-").stderr
    assert told == "1 article from 1 page or text → standard output\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_with_nothing_left_to_do_does_nothing(tvto, tmp_path, small_portions, jobs):
    archive = write_warc(tmp_path / "news.warc", samples())
    folder = f"{tmp_path}/shards/"
    tvto("clean", archive, "-o", folder, "-j1")
    written = {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*.jsonl")}
    result = tvto("clean", archive, "-o", folder, "-j", jobs)
    assert result.exit_code == 0, result.output
    assert f"{len(written)} of {len(written)} portions already complete" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*.jsonl")} == written


def test_a_run_killed_again_and_again_ends_with_the_same_bytes(tvto, tmp_path):
    pages = numbered(400)
    archive = write_warc(tmp_path / "a.warc", pages)
    tvto("clean", archive, "-o", tmp_path / "undisturbed.jsonl", "-j1")
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "tvto_crawl.cli", "clean", archive, "-o", out, "-j1"]
    kills = 0
    while not out.exists():
        run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        before = len(list(tmp_path.glob("out.jsonl.parts/_done/*.json")))
        while run.poll() is None and kills < 3:
            done = len(list(tmp_path.glob("out.jsonl.parts/_done/*.json")))
            if done > before + 1:
                time.sleep(0.02)
                run.kill()
                kills += 1
        run.wait(timeout=60)
    assert kills == 3
    assert out.read_bytes() == (tmp_path / "undisturbed.jsonl").read_bytes()
    assert out.read_bytes().count(b"\n") == 400


def test_an_agency_is_one_that_is_known_or_a_host(tvto, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    call = ("clean", tmp_path / "page.txt", "-o", tmp_path / "out.jsonl", "--agency")
    refused = tvto(*call, "xyz")
    assert refused.exit_code == 2
    told = "there is no agency 'xyz'; the keys are "
    assert told in " ".join(refused.stderr.split())
    for given in ("mehr", "www.tabnak.ir"):
        assert tvto(*call, given).exit_code == 0
    assert records(tmp_path / "out.jsonl")[0]["agency"] == "tabnak.ir"


# --- What is wrong with the call ---------------------------------------------------------------


def test_a_missing_input_is_an_error_and_leaves_nothing(tvto, tmp_path):
    result = tvto("clean", tmp_path / "nowhere.warc.gz", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert "there is no" in result.stderr
    assert not list(tmp_path.iterdir())


def test_nothing_to_clean_is_an_error(tvto, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(3000))
    result = tvto("clean", tmp_path / "photo.jpg", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert "nothing to clean" in result.stderr
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_an_output_that_cant_be_written_is_told_before_the_work(tvto, tmp_path, option):
    (tmp_path / "file").touch()
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    outputs = {"-o": tmp_path / "out.jsonl"} | {option: tmp_path / "file" / "out.jsonl"}
    options = [word for pair in outputs.items() for word in pair]
    result = tvto("clean", tmp_path / "text.txt", *options)
    assert result.exit_code == 1
    assert f"nothing can be written in {tmp_path / 'file'}: " in result.stderr
    assert "again" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "text.txt"]


def test_articles_are_not_cleaned_twice(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read())
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    result = tvto("clean", tmp_path, "-o", tmp_path / "again.jsonl")
    assert "1 article from 1 page or text →" in result.stderr
    assert "out.jsonl" in result.stderr
