"""What `tvto-crawl inspect` shows, and where it finds the page."""

import gzip
import json
import re
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from cleaners import NotAnArticle, clean_html
from cleaners.errors import REASONS as REFUSALS
from cleaners.explained.reasons import REASONS
from cleaners.lines.boilerplate import _entries
from tests.commandline.archives import write_warc
from tests.sample_pages import FIXTURES, sample_pages
from tvto_crawl.bulk.entries import Entry
from tvto_crawl.cli import main
from tvto_crawl.inspect import NoPage, captured_pages, find_captured, inspect_page
from tvto_crawl.inspect.changes import changes
from tvto_crawl.inspect.view import _ASSETS, _data

PAGES = {page.name: page for page in sample_pages()}
MEHR = FIXTURES / "mehr" / "pages" / "6612207-barf-sabalan.html"
WARC = FIXTURES / "ilna" / "site.warc.gz"


def run(*arguments, **options):
    return CliRunner().invoke(main, ["inspect", *map(str, arguments)], **options)


def told(path):
    """Return what a written page tells its scripts."""
    element = re.search(
        r'<script type="application/json" id="inspection">(.*?)</script>', path.read_text("utf-8")
    )
    return json.loads(element[1])


class TestChanges:
    def test_unchanged_text_is_one_piece(self):
        assert changes("سلام بر شما", "سلام بر شما") == [("سلام بر شما", None)]

    def test_nothing_has_no_piece(self):
        assert changes("", "") == []

    def test_a_changed_word_tells_what_it_was(self):
        assert changes("او مي گويد که", "او می‌گوید که") == [
            ("او ", None),
            ("می‌گوید", "مي گويد"),
            (" که", None),
        ]

    def test_a_word_that_went_stays_to_be_seen(self):
        assert ("", "/ز") in changes("کرد. /ز", "کرد.")

    @pytest.mark.parametrize("before", ["", "الف", "الف ب", "ب  پ ت", "الف ث ت"])
    @pytest.mark.parametrize("after", ["", "الف", "الف ب", "ب پ ت", "پ الف"])
    def test_the_pieces_are_the_text(self, before, after):
        assert "".join(text for text, _ in changes(before, after)) == after


class TestInspection:
    def test_the_record_is_what_clean_writes(self):
        page = PAGES["mehr-6612207-barf-sabalan"]
        entry = Entry(page.read(), True, page.file, "sample", page.url, page.content_type)
        expected = clean_html(
            page.read(), page.url, content_type=page.content_type, source="sample"
        )
        assert inspect_page(entry).article == expected

    def test_pieces_fit_the_record_of_every_sample(self):
        for page in sample_pages():
            entry = Entry(page.read(), True, page.file, "sample", page.url, page.content_type)
            data = _data(inspect_page(entry))
            if data["record"]:
                pieces = ["".join(text for text, _ in part) for part in data["changes"]["body"]]
                assert pieces == data["record"]["body"], page.name

    def test_what_is_no_html_is_refused(self):
        with pytest.raises(NotAnArticle):
            inspect_page(Entry(b"%PDF-1.4", True, "a.pdf", "a.pdf"))


class TestWords:
    @pytest.mark.parametrize("code", sorted(REASONS))
    def test_every_reason_is_said(self, code):
        assert f"why_{code}" in _ASSETS.words
        assert code == "kept" or f"short_{code}" in _ASSETS.words

    @pytest.mark.parametrize("reason", sorted({entry["reason"] for entry in _entries()}))
    def test_every_kind_of_boilerplate_is_said(self, reason):
        assert f"boilerplate: {reason}" in _ASSETS.words

    @pytest.mark.parametrize("reason", sorted(REFUSALS))
    def test_every_refusal_is_said(self, reason):
        assert f"refusal_{reason}" in _ASSETS.words


class TestArchive:
    def test_lists_the_pages_with_their_titles(self):
        pages = list(captured_pages([WARC]))
        assert len(pages) == 21
        assert all(page.url.startswith("http") and page.size for page in pages)
        assert any("ایلنا" in page.title for page in pages)

    def test_finds_an_address_however_it_is_spelt(self):
        url = next(page.url for page in captured_pages([WARC]) if "1698452" in page.url)
        entry = find_captured(url, [WARC])
        assert entry.url == url
        for spelling in (unquote(url), url.replace("https:", "http:")):
            assert find_captured(spelling, [WARC]).content == entry.content

    def test_finds_a_page_by_its_code(self):
        assert "1698452" in (find_captured("1698452", [WARC]).url or "")

    def test_names_the_pages_where_several_fit(self):
        with pytest.raises(NoPage, match=r"several pages match ilna:(\n  http.*){8}\n  …"):
            find_captured("ilna", [WARC])

    def test_says_that_there_is_none(self):
        with pytest.raises(NoPage, match=r"site\.warc\.gz: no page at https://example\.com/"):
            find_captured("https://example.com/", [WARC])

    def test_files_of_one_name_are_told_apart(self, tmp_path):
        for folder in ("ilna", "mehr"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "site.warc.gz").symlink_to(WARC)
        result = run("https://example.ir/1", "--warc", tmp_path)
        for folder in ("ilna", "mehr"):
            assert str(tmp_path / folder / "site.warc.gz") in result.stderr

    def test_says_why_a_capture_is_no_page(self, tmp_path):
        url = "https://www.example.ir/news/1"
        gone = write_warc(tmp_path / "a.warc.gz", [(url, b"<p>")], status="404 Not Found")
        with pytest.raises(NoPage, match="the server answered with an error or a redirect: 404"):
            find_captured(url, [gone])

    def test_takes_the_capture_that_is_a_page(self, tmp_path):
        url = "https://www.example.ir/news/1"
        warc = write_warc(tmp_path / "a.warc.gz", [(url, b"<p>one</p>")])
        write_warc(warc, [(url, b"<p>")], status="503 Unavailable", append=True)
        assert find_captured(url, [warc]).content == b"<p>one</p>"


class TestCommand:
    def test_writes_one_page(self, tmp_path):
        out = tmp_path / "out.html"
        ran = run(MEHR, "-o", out)
        assert ran.exit_code == 0
        assert "13 of 184 lines kept by mehr/1" in ran.stderr
        assert told(out)["record"]["news_code"] == "6612207"
        assert list(tmp_path.iterdir()) == [out]

    def test_names_the_page_after_the_file(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        run(MEHR)
        assert (tmp_path / "6612207-barf-sabalan.inspect.html").exists()

    def test_reads_standard_input_and_writes_standard_output(self):
        ran = run("-", "-o", "-", "--url", "https://example.ir/1", input=MEHR.read_bytes())
        assert ran.exit_code == 0
        assert ran.stdout.startswith("<!doctype html>")
        assert '"place":"standard input","url":"https://example.ir/1"' in ran.stdout

    def test_an_address_of_a_page_is_one_of_the_web(self, tmp_path):
        for page in (MEHR, "-"):
            ran = run(page, "-o", tmp_path / "out.html", "--url", "foo", input=MEHR.read_bytes())
            assert ran.exit_code == 2
            assert "foo is not a web address" in ran.stderr
        assert not list(tmp_path.iterdir())

    def test_takes_a_page_that_is_packed(self, tmp_path):
        packed = tmp_path / "page.html.gz"
        packed.write_bytes(gzip.compress(MEHR.read_bytes()))
        assert run(packed, "-o", tmp_path / "out.html").exit_code == 0

    def test_takes_an_address_out_of_an_archive(self, tmp_path):
        out = tmp_path / "out.html"
        assert run("1698452", "--warc", WARC, "-o", out).exit_code == 0
        record = told(out)["record"]
        assert record["id"] == "ilna:1698452"
        assert record["source"] == "site.warc.gz"
        assert record["fetched_at"]

    def test_a_warc_with_an_address_takes_that_page(self, tmp_path):
        out = tmp_path / "out.html"
        assert run(WARC, "--url", "1698452", "-o", out).exit_code == 0
        assert told(out)["record"]["id"] == "ilna:1698452"

    def test_pages_of_one_warc_do_not_replace_each_other(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        listed = [line.split("\t")[0] for line in run(WARC).stdout.splitlines()]
        wanted = [url for url in listed if "/1698452" in url or "/1685540" in url]
        for url in wanted:
            assert run(WARC, "--url", url).exit_code == 0
        assert len(list(tmp_path.iterdir())) == len(wanted) > 1

    def test_a_warc_alone_lists_its_pages(self):
        ran = run(WARC)
        assert ran.exit_code == 0
        assert len(ran.stdout.splitlines()) == 21
        assert "21 pages" in ran.stderr
        listed = next(line for line in ran.stdout.splitlines() if "1698452" in line)
        assert find_captured(listed.split("\t")[0], [WARC])

    def test_a_page_that_is_no_article_is_shown_too(self, tmp_path):
        out = tmp_path / "out.html"
        ran = run(FIXTURES / "ilna" / "pages" / "challenge.html", "-o", out)
        assert ran.exit_code == 0
        assert "no article, challenge" in ran.stderr
        assert told(out)["record"] is None
        assert told(out)["lines"]

    def test_leaves_the_rules_out(self, tmp_path):
        out = tmp_path / "out.html"
        run(MEHR, "--no-rules", "-o", out)
        assert told(out)["attempts"] == []
        assert told(out)["record"]["extractor"].startswith("generic/")

    def test_asks_for_nothing(self, tmp_path):
        out = tmp_path / "out.html"
        run(MEHR, "-o", out)
        page = out.read_text("utf-8")
        assert "default-src 'none'" in page
        fetching = r"<(?:link|img|iframe)\b|<script[^>]+src=|@import|url\([\"']?(?!data:)[\w./]"
        assert not re.search(fetching, page)

    def test_nothing_of_the_page_stands_in_the_html(self, tmp_path):
        source, out = tmp_path / "page.html", tmp_path / "out.html"
        hostile = "&lt;/script>&lt;script>alert(1)&lt;/script>"
        source.write_text(f"<p class='<img>'>{hostile}</p><script>alert(2)</script>", "utf-8")
        assert run(source, "-o", out).exit_code == 0
        page = out.read_text("utf-8")
        assert "<script>alert" not in page
        assert "alert(2)" not in page
        assert "<img" not in page

    @pytest.mark.parametrize(
        ("arguments", "code", "words"),
        [
            (["no-such.html"], 2, "there is no file or folder no-such.html"),
            (["https://example.ir/1"], 2, "name the archive"),
            ([FIXTURES], 2, "is a folder"),
            (["1698452", "--warc", "no-such.warc.gz"], 2, "no WARC file"),
            (["https://example.ir/1", "--warc", WARC], 2, "no page at https://example.ir/1"),
            ([FIXTURES / "ilna" / "robots.txt"], 2, "not an HTML page"),
            ([FIXTURES / "ilna" / "robots.txt"], 2, "`tvto-crawl clean` reads flattened text"),
        ],
    )
    def test_says_what_is_wrong(self, tmp_path, monkeypatch, arguments, code, words):
        monkeypatch.chdir(tmp_path)
        ran = run(*arguments)
        assert ran.exit_code == code
        assert words in ran.stderr
        assert list(tmp_path.iterdir()) == []
