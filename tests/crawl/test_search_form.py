"""IRIB's search, a form that is posted: what is asked, and what comes of it."""

import json
import shutil
from pathlib import Path

import pytest
from scrapy.utils.test import get_crawler
from small_sites import ROOT, Crawl

from spiders.irib import IribSpider
from tvto_crawl import samples

SEARCH = "https://www.iribnews.ir/fa/search"
QUERY = "فنی و حرفه‌ای"
#: What the sample site's search answers; a WARC's other articles are read besides.
FOUND = {"5637210", "5629017", "5618802"}


@pytest.fixture
def open_search(tmp_path: Path) -> Path:
    """Return a copy of the sample site whose robots.txt allows the search."""
    copy = tmp_path / "site"
    shutil.copytree(ROOT / "tests/fixtures/irib", copy)
    robots = copy / "robots.txt"
    robots.write_text(robots.read_text("utf-8").replace("Disallow: /fa/search\n", ""), "utf-8")
    return copy


def without_search(site: Path) -> None:
    toml = site / "site.toml"
    toml.write_text(toml.read_text("utf-8").replace(SEARCH, f"{SEARCH}-of-old"), "utf-8")


def codes(folder: Path) -> set[str]:
    written = (folder / "articles/irib.jsonl").read_text("utf-8").splitlines()
    return {json.loads(line)["news_code"] for line in written}


def test_the_query_is_posted_as_a_browser_posts_a_form() -> None:
    spider = IribSpider.from_crawler(get_crawler(IribSpider), query="کار & مهارت")
    (search,) = spider.begin()
    assert (search.method, search.url) == ("POST", SEARCH)
    assert search.headers[b"Content-Type"] == b"application/x-www-form-urlencoded"
    assert search.body == b"query=%DA%A9%D8%A7%D8%B1+%26+%D9%85%D9%87%D8%A7%D8%B1%D8%AA"


def test_articles_are_found_by_search(crawl: Crawl, open_search: Path, tmp_path: Path) -> None:
    warc = samples.build(open_search)
    done = crawl("irib", "-s", f"SOURCE={warc}", "-a", f"query={QUERY}")
    assert done.returncode == 0, done.stderr
    assert "3 by search" in done.stderr
    assert "by feed" not in done.stderr
    assert codes(tmp_path) >= FOUND


def test_a_search_that_is_not_there_costs_nothing(
    crawl: Crawl, open_search: Path, tmp_path: Path
) -> None:
    without_search(open_search)
    done = crawl("irib", "-s", f"SOURCE={samples.build(open_search)}", "-a", f"query={QUERY}")
    assert done.returncode == 0, done.stderr
    assert "by feed" in done.stderr
    assert codes(tmp_path) >= FOUND


def test_a_search_that_robots_forbids_is_not_asked(crawl: Crawl, tmp_path: Path) -> None:
    done = crawl("irib", "-s", "SOURCE=sample", "-a", f"query={QUERY}")
    assert done.returncode == 0, done.stderr
    assert f"1 forbidden by robots.txt: robots.txt forbids {SEARCH}" in done.stderr
    assert "by search" not in done.stderr
    assert codes(tmp_path) >= FOUND
