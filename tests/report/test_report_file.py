"""What goes into a report: which lines, from which files, in which order."""

import gzip
import json
import re

import pytest
from click.testing import CliRunner

from cleaners.article import Article
from tvto_crawl.corpus import Source
from tvto_crawl.report import NoArticles, write_report
from tvto_crawl.report.command import report
from tvto_crawl.report.page import _ASSETS
from tvto_crawl.report.records import BadLine, read_records


def line(code, **fields):
    return Article(id=f"mehr:{code}", agency="mehr", title=f"خبر {code}", **fields).to_json()


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(line(1) + "\n\n" + line(2) + "\n", "utf-8")
    return path


def test_counts_articles(source, tmp_path):
    assert write_report([source], tmp_path / "out.html").articles == 2


def test_takes_the_last_of_an_id_across_files(source, tmp_path):
    newer = tmp_path / "newer.jsonl.gz"
    newer.write_bytes(gzip.compress((line(2, place="قم") + "\n").encode()))
    summary = write_report([source, newer], tmp_path / "out.html")
    assert (summary.articles, summary.superseded) == (2, 1)


def test_reads_each_file_once(source, tmp_path):
    assert write_report([source, source], tmp_path / "out.html").superseded == 0


def test_reads_the_jsonl_of_a_folder(source, tmp_path):
    (tmp_path / "notes.txt").write_text("not this")
    assert write_report([tmp_path], tmp_path / "out.html").articles == 2


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "a JSON list"),
        ('{"id": "a:1"}', "no agency"),
        ('{"id": "a:1", "agency": "a", "colour": 1}', "unknown keys"),
        ('{"id": "a:1", "agency": "a", "tags": "مهارت"}', "tags is of the wrong type"),
        ('{"id": "a:1", "agency": "a", "body": [1]}', "body is of the wrong type"),
        ('{"id": "a:1", "agency": "a", "title": 5}', "title is of the wrong type"),
        ('{"id": "a:1", "agency": "a", "images": ["x"]}', "images are objects"),
        ('{"id": "a:1", "agency": "a", "images": [{"url": 1}]}', "images is of the wrong type"),
        ('{"id": "a:1", "agency": "a", "repairs": {"x": "1"}}', "repairs is of the wrong type"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_names_a_line_that_is_no_article(tmp_path, bad, reason):
    path = tmp_path / "bad.jsonl"
    path.write_text(line(1) + "\n" + bad + "\n", "utf-8")
    _, second = read_records(Source(path, "bad.jsonl"))
    assert isinstance(second, BadLine)
    assert second.line == 2
    assert reason in second.reason


def test_a_gzip_that_breaks_off_gives_what_it_has(tmp_path):
    path = tmp_path / "cut.jsonl.gz"
    packed = gzip.compress("".join(line(code) + "\n" for code in range(3000)).encode())
    path.write_bytes(packed[: len(packed) // 2])
    records = list(read_records(Source(path, "cut.jsonl.gz")))
    assert len(records) > 1
    assert isinstance(records[-1], BadLine)


def test_refuses_files_without_an_article_and_keeps_the_old_page(tmp_path):
    empty, out = tmp_path / "empty.jsonl", tmp_path / "out.html"
    empty.write_text("{}\n")
    out.write_text("old")
    with pytest.raises(NoArticles, match=r"no line is .*; empty\.jsonl line 1: "):
        write_report([empty], out)
    assert out.read_text() == "old"
    assert list(tmp_path.glob("*.partial")) == []


@pytest.mark.parametrize(
    "day", ["2025-13-01", "0001-01-01", "9999-12-31", "soon", "2025-10-01Tab:cd"]
)
def test_a_date_that_is_none_counts_as_undated(tmp_path, day):
    path = tmp_path / "odd.jsonl"
    path.write_text(line(1, published_at=day), "utf-8")
    assert write_report([path], tmp_path / "out.html").articles == 1


def test_nothing_of_an_article_stands_in_the_html(tmp_path):
    path = tmp_path / "hostile.jsonl"
    path.write_text(line(1, kicker="</script><script>alert(1)</script>"), "utf-8")
    write_report([path], tmp_path / "out.html")
    assert "alert(1)" not in (tmp_path / "out.html").read_text("utf-8")


def test_page_asks_for_nothing(source, tmp_path):
    write_report([source], tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert not re.search(
        r"<(?:link|img|iframe)\b|<script[^>]+src=|@import|url\([\"']?(?!data:)[\w./]", page
    )


def test_every_province_has_a_tile():
    from cleaners.lines.places import province_named

    tiles = json.loads(_ASSETS.text("provinces.json"))
    assert len(tiles) == 31
    assert len({(tile["column"], tile["row"]) for tile in tiles.values()}) == 31
    assert all(province_named(name) == name for name in tiles)


class TestCommand:
    def test_writes_the_page_and_says_what_is_in_it(self, source, tmp_path):
        out = tmp_path / "out.html"
        ran = CliRunner().invoke(report, [str(source), "-o", str(out)])
        assert ran.exit_code == 0
        assert "2 articles" in ran.stderr
        assert out.stat().st_size > 300_000

    def test_names_bad_lines(self, source, tmp_path):
        source.write_text(source.read_text("utf-8") + "{\n", "utf-8")
        ran = CliRunner().invoke(report, [str(source), "-o", str(tmp_path / "out.html")])
        assert ran.exit_code == 0
        assert "articles.jsonl line 4 left out: not JSON" in ran.stderr

    def test_fails_where_there_is_no_file(self, tmp_path):
        ran = CliRunner().invoke(
            report, [str(tmp_path / "no.jsonl"), "-o", str(tmp_path / "o.html")]
        )
        assert ran.exit_code == 2
        assert "there is no" in ran.stderr
