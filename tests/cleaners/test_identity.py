"""Whose article, which code, which id: the same before the fetch and after it."""

import pytest
from w3lib.url import safe_url_string

from cleaners.canonical import address_of
from cleaners.identity import agency_of, article_id, canonical_url, news_code_of
from cleaners.links import is_own_address, leads_to_another_story

SLUG = "%D8%A7%D8%AE%D8%A8%D8%A7%D8%B1"


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://www.ilna.ir/بخش-کارگری-9/1714210-آغاز-طرح", "ilna:1714210"),
        ("https://www.ilna.ir/بخش-کارگری-9/1714210", "ilna:1714210"),
        ("https://www.ilna.news/fa/tiny/news-1714210", "ilna:1714210"),
        ("https://www.mehrnews.com/news/6017630/پیش‌بینی", "mehr:6017630"),
        ("https://mehrnews.ir/news/6017630", "mehr:6017630"),
        ("https://www.mehrnews.com/amp/6017630", "mehr:6017630"),
        ("https://www.mehrnews.com/photo/6589004/کلاس", "mehr:6589004"),
        ("https://www.iribnews.ir/fa/news/5612345/عنوان", "irib:5612345"),
        ("https://www.irib-news.ir/fa/print/5612345", "irib:5612345"),
        ("https://www.iribnews.ir/fa/amp/news/5612345", "irib:5612345"),
        ("https://eatvto.ir/News/442/عنوان.html", "tvto:eatvto.ir:442"),
        (
            "https://irantvto.ir/index.aspx?fkeyid=&siteid=1&pageid=155&newsview=73040",
            "tvto:irantvto.ir:73040",
        ),
        ("http://www.tabnak.ir/fa/news/818242", "tabnak.ir:818242"),
        (
            "https://www.tasnimnews.com/fa/news/1404/07/15/3415955/عنوان",
            "tasnimnews.com:3415955",
        ),
        (
            "https://www.tasnimnews.com/fa/media/1404/07/15/3415956/عنوان",
            "tasnimnews.com:3415956",
        ),
        ("https://www.isna.ir/news/8802-10752/عنوان", "isna.ir:8802-10752"),
        ("https://www.khabar.ir/news/4567-2024-olympics", "khabar.ir:4567"),
        ("http://www.farsnews.com/newstext.php?nn=13930418000036", "farsnews.com:13930418000036"),
    ],
)
def test_id_by_code(url: str, identity: str) -> None:
    assert article_id(url) == identity


@pytest.mark.parametrize(
    "url",
    [
        "https://fars.irantvto.ir/اخبار/آغاز-دوره‌های-تازه",
        "https://fars.irantvto.ir/اخبار/آغاز-دوره‌های-تازه/",
        "https://fars.irantvto.ir/اخبار/آغاز-دوره‌هاي-تازه#comments",
        "https://fars.irantvto.ir/%D8%A7%D8%AE%D8%A8%D8%A7%D8%B1/آغاز-دوره‌های-تازه?utm_source=x",
    ],
)
def test_one_article_without_code_has_one_id(url: str) -> None:
    assert article_id(url) == article_id("https://fars.irantvto.ir/اخبار/آغاز-دوره‌های-تازه")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/news.php?nid=12345", "/news.php?nid=12346"),
        ("/show.aspx?code=22345", "/show.aspx?code=22346"),
        ("/story?item=7&part=1", "/story?item=8&part=1"),
        ("/show.aspx?22345", "/show.aspx?22346"),
    ],
)
def test_parameters_tell_articles_apart_where_the_path_names_none(one: str, other: str) -> None:
    host = "https://www.example.ir"
    assert article_id(host + one) != article_id(host + other)
    assert article_id(f"{host}{one}&utm_source=x#top") == article_id(host + one)


def test_parameters_of_a_slug_tell_nothing() -> None:
    slug = "https://www.example.ir/opening-of-the-new-bridge"
    assert article_id(f"{slug}?view=full") == article_id(slug)


SLUG_URL = "https://example.ir/news/opening-of-the-new-bridge"


@pytest.mark.parametrize(
    ("asked", "told", "is_one"),
    [
        (SLUG_URL, "https://example.ir/2025/10/opening-of-the-new-bridge", True),
        (f"{SLUG_URL}/amp", SLUG_URL, True),
        ("https://example.ir/?p=12", SLUG_URL, True),
        ("https://example.ir/s/x1y2", SLUG_URL, True),
        ("https://example.ir/n/12345", "https://example.ir/news/the-bridge-12345", True),
        (SLUG_URL, "https://example.ir/", False),
        (SLUG_URL, "https://example.ir/news", False),
        (SLUG_URL, "https://example.ir/news/another-story-of-today", False),
        (SLUG_URL, "https://example.com/news/opening-of-the-new-bridge", False),
        ("https://www.mehrnews.com/news/6598310/x", "https://www.mehrnews.com/news/6598311", False),
        ("https://www.mehrnews.com/amp/6598310", "https://www.mehrnews.com/news/6598310/x", True),
    ],
)
def test_canonical_of_the_same_article(asked: str, told: str, is_one: bool) -> None:
    assert address_of(asked, told) == canonical_url(told if is_one else asked)


@pytest.mark.parametrize("prefix", ["", "www.", "m.", "mobile.", "amp.", "www.m.", "M."])
def test_all_hosts_of_a_site_are_one_agency(prefix: str) -> None:
    assert agency_of(f"https://{prefix}tabnak.ir/fa/news/818242") == "tabnak.ir"
    assert article_id(f"https://{prefix}tabnak.ir/fa/news/818242") == "tabnak.ir:818242"


@pytest.mark.parametrize("host", ["m.ir", "amp.ir", "www.ir", "mehr.example.ir", "ma.example.ir"])
def test_a_host_that_only_looks_like_a_second_one(host: str) -> None:
    assert agency_of(f"https://{host}/x") == host


def test_sites_of_one_agency_are_told_apart() -> None:
    assert article_id("https://fars.irantvto.ir/اخبار/الف") != article_id(
        "https://yazd.irantvto.ir/اخبار/الف"
    )
    assert article_id("https://sbtvto.ir/?p=12") != article_id("https://sbtvto.ir/?p=13")


def test_text_without_url_goes_by_its_fingerprint() -> None:
    assert article_id(None, agency="irib", fingerprint="ab" * 20) == "irib:abababababababab"
    assert article_id(None, fingerprint="ab" * 20) == "unknown:abababababababab"


@pytest.mark.parametrize("agency", [None, "unknown", "tvto"])
def test_a_code_of_an_unknown_site_is_no_identity(agency: str | None) -> None:
    made = article_id(None, agency=agency, news_code="4001", fingerprint="ab" * 20)
    assert made == f"{agency or 'unknown'}:abababababababab"


def test_a_code_of_a_known_site_needs_no_address() -> None:
    made = article_id(None, agency="mehr", news_code="4001", fingerprint="ab" * 20)
    assert made == "mehr:4001"


@pytest.mark.parametrize(
    "url", ["https://www.ilna.ir/بخش-مهارت-222", "https://www.ilna.ir/", "https://www.ilna.ir/rss"]
)
def test_listing_has_no_code(url: str) -> None:
    assert news_code_of(url) is None


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        (
            "https://www.irib-news.ir/fa/news/5612345/عنوان",
            "https://www.iribnews.ir/fa/news/5612345",
        ),
        (f"HTTPS://Example.IR/{SLUG}?utm_source=tg#top", f"https://example.ir/{SLUG}"),
        ("https://sbtvto.ir/?p=12&utm_medium=x", "https://sbtvto.ir/?p=12"),
        ("https://example.ir/show.aspx?22345&utm_source=x", "https://example.ir/show.aspx?22345"),
        ("https://example.ir/x?q=YWJj==&print", "https://example.ir/x?q=YWJj=="),
        ("http://[::1]:8080/news/1#top", "http://[::1]:8080/news/1"),
    ],
)
def test_canonical(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.ir/خبر/", "https://example.ir/%D8%AE%D8%A8%D8%B1/"),
        ("https://example.ir/%d8%ae%d8%a8%d8%b1/", "https://example.ir/%D8%AE%D8%A8%D8%B1/"),
        ("https://example.ir/a b?q=خبر", "https://example.ir/a%20b?q=%D8%AE%D8%A8%D8%B1"),
        ("https://خبر.ایران/1", "https://xn--ngblk.xn--mgba3a4f16a/1"),
        ("https://example.ir/100%/(a,b)?c=d+e", "https://example.ir/100%/(a,b)?c=d+e"),
    ],
)
def test_every_address_is_spelled_as_a_crawler_spells_it(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(safe_url_string(url)) == canonical
    assert article_id(url) == article_id(canonical)


@pytest.mark.parametrize("url", ["https://.example.ir/x", f"https://{'خ' * 70}.ir/x"])
def test_a_host_that_cannot_be_looked_up_stays_as_it_is(url: str) -> None:
    assert canonical_url(url) == url


def test_half_a_character_in_an_address_does_no_harm() -> None:
    assert article_id("https://example.ir/\ud8ae").startswith("example.ir:")


@pytest.mark.parametrize("url", ["http://[x/1", "https://www.ilna.ir:abc/news/1714210"])
def test_address_that_no_browser_could_open_stays_as_it_is(url: str) -> None:
    assert canonical_url(url) == url
    assert article_id(url)


@pytest.mark.parametrize(
    "href",
    [
        "https://www.mehrnews.com/report/6600000/x",
        "//www.mehrnews.com/report/6600000/x",
        "/report/6600000/x",
        "/fa/news/6600000",
    ],
)
def test_other_story_by_any_spelling_of_its_address(href: str) -> None:
    url = "https://www.mehrnews.com/news/6598310/x"
    assert leads_to_another_story(href, "6598310", url)
    assert not leads_to_another_story(href, "6600000", url)


@pytest.mark.parametrize(
    "href", ["#1", "?print", "/fa/news/1815", "https://nemoune.ir/fa/news/1815"]
)
def test_own_address_is_no_other_story_even_if_the_page_states_no_code(href: str) -> None:
    assert not leads_to_another_story(href, None, "https://www.nemoune.ir/fa/news/1815/x")


@pytest.mark.parametrize("url", [None, "", "http://[", "not a url", "//"])
def test_broken_address_is_unknown(url: str | None) -> None:
    assert agency_of(url) == "unknown"
    assert news_code_of(url) is None


@pytest.mark.parametrize(
    "path",
    [
        "news/1404/07/15/عنوان",
        "news/2025/10/07/عنوان",
        "news/1404/07/عنوان",
        "news/1404/عنوان",
        "news/1404/",
        "News/2024",
        "details/1404.html",
        "fa/news/2026-02-mobile-workshop.html",
        "news/1404-07-15-کارگاه-سیار",
        "news/1404-0715",
        "news/20260201-mobile-workshop",
        "news/1357-در-آینه-آموزش",
        "news/2024-hello-world",
        "photos/1404-11-22",
    ],
)
def test_year_in_a_path_is_no_code(path: str) -> None:
    assert news_code_of(f"https://www.nemoune.ir/{path}") is None


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("news/1404/07/15/1402/عنوان", "1402"),
        ("fa/tiny/news-1404", "1404"),
        ("بخش-مهارت-9/1404-آغاز-طرح", "1404"),
        ("news/1350/عنوان", "1350"),
        ("news/2210-2024-olympics", "2210"),
        ("News/442/عنوان.html", "442"),
        ("news/1404071500123/عنوان", "1404071500123"),
        ("news/20260201/عنوان", "20260201"),
        ("newstext.aspx?newsid=1404", "1404"),
    ],
)
def test_a_code_that_only_looks_like_a_year(path: str, code: str) -> None:
    assert news_code_of(f"https://www.nemoune.ir/{path}") == code


def test_articles_of_one_month_are_several() -> None:
    one, other = (
        f"https://nemoune.ir/fa/news/2026-02-{slug}.html" for slug in ("workshop", "programs")
    )
    assert article_id(one) != article_id(other)
    assert not is_own_address(other, one)
