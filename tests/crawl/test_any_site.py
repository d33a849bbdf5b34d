"""`scrapy crawl site`: a known family by its ways, any other site by feed, sitemap and links."""

import subprocess
from pathlib import Path

import pytest
from small_sites import FEED, HTML, Crawl, feed_of, write_warc

from spiders.site import SiteSpider

SITE = "https://www.example.ir"
BODY = "این گزارش درباره آموزش فنی و حرفه‌ای در استان و برنامه‌های تازه مراکز آن است. " * 6


def article_page(title: str) -> str:
    return (
        f"<html lang=fa><head><title>{title}</title></head><body><main><h1>{title}</h1>"
        f"<article><p>{BODY}</p><p>{BODY}</p></article></main></body></html>"
    )


def crawl_site(
    crawl: Crawl, tmp_path: Path, pages: list[tuple[str, str, str]], *arguments: str
) -> subprocess.CompletedProcess[str]:
    warc = write_warc(tmp_path / "site.warc.gz", pages)
    given = [part for argument in arguments for part in ("-a", argument)]
    return crawl("site", "-a", "domain=example.ir", "-s", f"SOURCE={warc}", *given)


def test_a_site_of_no_known_family_by_the_feed_that_its_home_page_names(
    crawl: Crawl, tmp_path: Path
) -> None:
    home = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head>'
        "<body><a href='/about'>درباره ما</a><a href='/story/the-long-slug-of-news'>خبر</a></body>"
    )
    pages = [
        ("https://example.ir/", HTML, home),
        ("https://example.ir/news.xml", FEED, feed_of("https://example.ir/n/12345")),
        ("https://example.ir/n/12345", HTML, article_page("گشایش مرکز آموزش")),
        ("https://example.ir/story/the-long-slug-of-news", HTML, article_page("دوره تازه")),
    ]
    done = crawl_site(crawl, tmp_path, pages)
    assert done.returncode == 0, done.stderr
    assert "2 new articles" in done.stderr
    assert (tmp_path / "articles" / "example.ir.jsonl").exists()


def test_wordpress_by_its_interface(crawl: Crawl, tmp_path: Path) -> None:
    posts = '[{"link": "https://example.ir/گشایش/", "date": "2025-10-07T10:00:00"}]'
    home = '<html><head><meta name="generator" content="WordPress 6.4"></head><body></body></html>'
    pages = [
        ("https://example.ir/", HTML, home),
        ("https://example.ir/wp-json/wp/v2/posts?per_page=50&page=1", "application/json", posts),
        ("https://example.ir/گشایش/", HTML, article_page("گشایش مرکز آموزش فنی")),
    ]
    done = crawl_site(crawl, tmp_path, pages)
    assert "1 by api" in done.stderr
    assert "1 new article," in done.stderr


@pytest.mark.parametrize("domain", ["", "tabnak", "https://tabnak.ir/news/1", "ta bnak.ir", "../x"])
def test_a_wrong_domain_shows_a_right_one(domain: str) -> None:
    with pytest.raises(ValueError, match=r"domain=tabnak\.ir"):
        SiteSpider(domain=domain)


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("/n/12345", True),
        ("/fa/news/1353889/عنوان", True),
        ("/1404/07/خبر-تازه-از-مرکز-آموزش/", True),
        ("/", False),
        ("/about-us", False),
        ("/category/12345", False),
        ("/files/12345.pdf", False),
    ],
)
def test_what_looks_like_an_article(path: str, is_article: bool) -> None:
    assert SiteSpider(domain="tabnak.ir").is_article(f"https://www.tabnak.ir{path}") is is_article
