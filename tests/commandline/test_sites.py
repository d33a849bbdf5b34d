"""Of which site a page is, and which profile it gets."""

import pytest

from cleaners import SiteProfile
from tvto_crawl.bulk.entries import Entry
from tvto_crawl.bulk.sites import address_of, profile_for

SITE = SiteProfile(host="news.ir", pages=5)
PROVINCE = SiteProfile(host="fars.news.ir", pages=5)
TOLD = '<html><head><link rel="canonical" href="https://news.ir/12"></head><p>متن</p></html>'


def page(html: str = "<p>متن</p>", url: str | None = None) -> Entry:
    return Entry(html.encode(), True, "page.html", "page.html", url)


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        (page(), None),
        (page(url="https://news.ir/7"), "https://news.ir/7"),
        (page(TOLD), "https://news.ir/12"),
        (page(TOLD, "https://news.ir/7"), "https://news.ir/7"),
        (page(TOLD.replace("https:", "javascript:")), None),
        (page(""), None),
        (Entry("متن", False, "a.txt", "text"), None),
    ],
)
def test_address(entry, address):
    assert address_of(entry) == address


@pytest.mark.parametrize(
    ("url", "profile"),
    [
        ("https://news.ir/1", SITE),
        ("https://www.news.ir/1", SITE),
        ("https://yazd.news.ir/1", SITE),
        ("https://fars.news.ir/1", PROVINCE),
        ("https://fars.news.ir:8080/1", PROVINCE),
        ("https://othernews.ir/1", None),
        ("https://news.ir.example.com/1", None),
        ("https://[", None),
    ],
)
def test_the_profile_is_that_of_the_nearest_site(url, profile):
    assert profile_for(page(url=url), [SITE, PROVINCE]) is profile


def test_a_page_that_tells_its_address_gets_the_profile_of_that_site():
    assert profile_for(page(TOLD), [PROVINCE, SITE]) is SITE
    assert profile_for(page(TOLD), [PROVINCE]) is None


def test_a_page_without_an_address_is_of_the_only_site():
    assert profile_for(page(), [SITE]) is SITE
    assert profile_for(page(), [SITE, PROVINCE]) is None


def test_without_profiles_there_is_none():
    assert profile_for(page(url="https://news.ir/1"), []) is None
