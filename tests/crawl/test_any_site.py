"""`scrapy crawl site`: a known family by its ways, any other site by feed, sitemap and links."""

import re
import subprocess
from pathlib import Path

import pytest
from small_sites import FEED, HTML, Crawl, feed_of, write_warc

from spiders.families import full_page
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


@pytest.mark.parametrize(
    "home",
    [
        "<html><body>" + "<div>" * 20_000,
        "<html><body><p>" + "x" * 9_000_000,
        "\x00\x01\x02\x7f" * 500,
        '<?xml version="1.0"?><a/>',
        "",
        '<html><head><base href="http://[bad/"></head><body><a href="/x">x</a></body></html>',
    ],
    ids=["deep", "large", "binary", "XML", "empty", "a base that is no address"],
)
def test_a_home_page_that_is_none_leaves_the_usual_ways(
    home: str, crawl: Crawl, tmp_path: Path
) -> None:
    pages = [
        ("https://example.ir/", HTML, home),
        ("https://example.ir/rss", FEED, feed_of("https://example.ir/n/12345")),
        ("https://example.ir/n/12345", HTML, article_page("گشایش مرکز آموزش")),
    ]
    done = crawl_site(crawl, tmp_path, pages)
    assert done.returncode == 0, done.stderr
    assert "1 new article," in done.stderr
    assert "Traceback" not in done.stderr


def test_links_that_are_all_too_old_are_no_changed_layout(crawl: Crawl, tmp_path: Path) -> None:
    old = "<pubDate>Tue, 07 Oct 2025 10:48:00 GMT</pubDate></item>"
    feed = feed_of("https://example.ir/n/12345").replace("</item>", old)
    pages = [
        ("https://example.ir/", HTML, "<html><body>خبر</body></html>"),
        ("https://example.ir/rss", FEED, feed),
    ]
    done = crawl_site(crawl, tmp_path, pages, "since=1404/08/01", "until=1404/08/02")
    assert done.returncode == 0, done.stderr
    assert "1 by feed" in done.stderr


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


@pytest.mark.parametrize("domain", ["example.ir", "www.example.ir", "m.example.ir"])
def test_a_replay_takes_the_host_that_was_recorded(
    domain: str, crawl: Crawl, tmp_path: Path
) -> None:
    article = f"{SITE}/n/12345"
    pages = [
        (f"{SITE}/", HTML, f'<html><body><a href="{article}">خبر</a></body></html>'),
        (article, HTML, article_page("گشایش مرکز آموزش")),
        # Not pages, though their addresses look like an article's.
        (f"{SITE}/sitemap/2025-10-15/sitemap.xml", "application/xml", "<urlset></urlset>"),
        (f"{SITE}/feeds/12345", FEED, feed_of(article)),
    ]
    warc = write_warc(tmp_path / "site.warc.gz", pages)
    done = crawl("site", "-a", f"domain={domain}", "-s", f"SOURCE={warc}")
    assert done.returncode == 0, done.stderr
    assert "1 new article," in done.stderr
    assert "1 article, 1 listing" in done.stderr
    assert "left out" not in done.stderr


@pytest.mark.parametrize("domain", ["m.tabnak.ir", "www.tabnak.ir", "https://m.tabnak.ir/"])
def test_all_hosts_of_a_site_are_one_site(domain: str) -> None:
    spider = SiteSpider(domain=domain)
    assert spider.output_name == "tabnak.ir"
    assert spider.is_own_url("https://amp.tabnak.ir/fa/news/1")


@pytest.mark.parametrize(
    ("family", "url", "full"),
    [
        ("nastooh", "https://a.ir/amp/6017630", "https://a.ir/news/6017630"),
        ("nastooh", "https://a.ir/amp/news/6017630/slug", "https://a.ir/news/6017630"),
        ("nastooh", "https://a.ir/print/6017630?x=1", "https://a.ir/news/6017630"),
        ("iransamaneh", "https://a.ir/fa/amp/news/818242", "https://a.ir/fa/news/818242"),
        ("iransamaneh", "https://a.ir/fa/print/818242", "https://a.ir/fa/news/818242"),
        ("iransamaneh", "https://a.ir/fa/news/818242/slug", "https://a.ir/fa/news/818242/slug"),
        ("nastooh", "https://a.ir/news/6017630/slug", "https://a.ir/news/6017630/slug"),
        (None, "https://a.ir/amp/6017630", "https://a.ir/amp/6017630"),
    ],
)
def test_short_forms_of_a_page_lead_to_the_full_one(
    family: str | None, url: str, full: str
) -> None:
    assert full_page(family, url) == full


def test_an_amp_page_that_alone_is_recorded_is_taken(crawl: Crawl, tmp_path: Path) -> None:
    pages = [("https://www.mehrnews.com/amp/6613042", HTML, article_page("گشایش مرکز آموزش"))]
    warc = write_warc(tmp_path / "amp.warc.gz", pages)
    done = crawl("mehr", "-s", f"SOURCE={warc}")
    assert "1 new article," in done.stderr


@pytest.mark.parametrize(
    ("domain", "what"),
    [
        ("localhost", "is not a public host"),
        ("https://tabnak.ir/news/1", "is a page, not a site"),
        ("ta bnak.ir", "is not a host name"),
        ("tabnak.ir:99999", "has a port above 65535"),
        ("", "which site?"),
    ],
)
def test_what_is_wrong_with_a_domain_is_told(domain: str, what: str) -> None:
    with pytest.raises(ValueError, match=re.escape(what)):
        SiteSpider(domain=domain)


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
