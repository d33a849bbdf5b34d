"""What a page says of itself: canonical address, metas, JSON-LD, title."""

import pytest

from cleaners.links import leads_to_front
from cleaners.markup.page import Page, open_page

CANONICAL = '<link rel="canonical" href=" https://www.ilna.ir/fa/tiny/news-1 ">'
PIXEL = '<noscript><img src="https://pixel.invalid/1.gif"></noscript>'


def page(head: str, body: str = "<p>متن</p>", attributes: str = "") -> Page:
    return open_page(f"<html{attributes}><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        (CANONICAL, "https://www.ilna.ir/fa/tiny/news-1"),
        (PIXEL + CANONICAL, "https://www.ilna.ir/fa/tiny/news-1"),
        ('<meta property="og:url" content="https://a.ir/1">', "https://a.ir/1"),
        (
            '<meta property="og:url" content="https://a.ir/1">' + CANONICAL,
            "https://www.ilna.ir/fa/tiny/news-1",
        ),
        ('<link rel="canonical" href=""><meta property="og:url" content="/x">', "/x"),
        ('<LINK REL="Canonical" HREF="/news/7">', "/news/7"),
        ("", None),
    ],
)
def test_canonical(head: str, canonical: str | None) -> None:
    assert page(head).canonical == canonical


def test_links_behind_a_tracking_picture_are_the_heads() -> None:
    theme = '<link rel="stylesheet" href="/wp-content/themes/a/style.css">'
    assert page(PIXEL + theme).links[0]["href"] == "/wp-content/themes/a/style.css"


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        ('<meta property="og:title" content=" تیتر  خبر ">', "og:title", "تیتر خبر"),
        ('<meta NAME="Description" content="شرح">', "description", "شرح"),
        ('<meta name="a" content=""><meta name="a" content="دو">', "a", "دو"),
        ('<meta name="a" content="یک"><meta name="a" content="دو">', "a", "یک"),
        ('<meta name="a" content="&amp;quot;کار&amp;quot;">', "a", '"کار"'),
        (PIXEL + '<meta name="a" content="پس از تصویر">', "a", "پس از تصویر"),
        (
            '<meta property="article:tag" content="کار">'
            '<meta property="article:tag" content="کارگر">',
            "article:tag",
            "کار,کارگر",
        ),
        ("", "og:title", None),
    ],
)
def test_meta(head: str, key: str, value: str | None) -> None:
    assert page(head).meta(key) == value


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("blocks", "headline"),
    [
        (json_ld('{"@type": "NewsArticle", "headline": "تیتر"}'), ["تیتر"]),
        (json_ld('{"@graph": [{"@type": "NewsArticle", "headLine": "تیتر"}]}'), ["تیتر"]),
        (json_ld("{broken") + json_ld('{"@type": "Article", "headline": "تیتر"}'), ["تیتر"]),
        (
            json_ld('{"@type": "WebSite", "headline": "سایت"}')
            + json_ld('{"@type": "Article", "headline": "تیتر"}'),
            ["تیتر"],
        ),
        (json_ld('["x", 3, null]'), []),
        ("", []),
    ],
)
def test_json_ld(blocks: str, headline: list[str]) -> None:
    assert page(blocks).ld_texts("headline") == headline


@pytest.mark.parametrize(("attributes", "is_amp"), [(" amp", True), (" ⚡", True), ("", False)])
def test_amp(attributes: str, *, is_amp: bool) -> None:
    assert page("", attributes=attributes).is_amp is is_amp


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.ir/amp/1", "https://a.ir/amp/1"),
        (None, "https://a.ir/news/1"),
    ],
)
def test_address_is_the_callers_else_the_pages_own(url: str | None, address: str) -> None:
    page = open_page('<head><link rel=canonical href="https://a.ir/news/1"></head><p>x</p>', url)
    assert page.address == address


@pytest.mark.parametrize(
    ("address", "is_front"),
    [
        ("https://a.ir", True),
        ("https://a.ir/fa/", True),
        ("/", True),
        ("/index.html", True),
        ("//a.ir/", True),
        ("#top", False),
        ("/?p=812", False),
        ("https://a.ir/news/1", False),
        ("https://[a", False),
    ],
)
def test_front_page_has_no_path_but_a_language(address: str, *, is_front: bool) -> None:
    assert leads_to_front(address) is is_front


@pytest.mark.parametrize(
    ("base", "address", "absolute"),
    [
        ("https://www.khabar.ir/", "files/1.jpg", "https://www.khabar.ir/files/1.jpg"),
        ("/portal/", "files/1.jpg", "https://www.khabar.ir/portal/files/1.jpg"),
        ("/", "?id=12", "https://www.khabar.ir/?id=12"),
        ("/", "/files/1.jpg", "/files/1.jpg"),
        ("/", "#top", "#top"),
        ("/", "https://cdn.khabar.ir/1.jpg", "https://cdn.khabar.ir/1.jpg"),
        # Those of another site, broken ones and the page's own folder change nothing.
        ("https://else.invalid/", "files/1.jpg", "files/1.jpg"),
        ("http://[x/", "files/1.jpg", "files/1.jpg"),
        ("javascript:alert(1)", "files/1.jpg", "files/1.jpg"),
        ("https://www.khabar.ir/news/", "files/1.jpg", "files/1.jpg"),
        ("", "files/1.jpg", "files/1.jpg"),
    ],
)
def test_relative_addresses_start_from_the_sites_base(
    base: str, address: str, absolute: str
) -> None:
    html = f"""<head><base href="{base}"><link rel="canonical" href="{address}"></head>
        <body><a href="{address}"><img src="{address}"></a></body>"""
    opened = open_page(html, "https://www.khabar.ir/news/12.html")
    link, picture = opened.tree.css("a, img")
    assert opened.canonical == link.attributes["href"] == picture.attributes["src"] == absolute


def test_base_of_a_page_without_an_address_does_not_count() -> None:
    opened = open_page('<head><base href="https://a.ir/"></head><body><a href="x">متن</a></body>')
    assert [link.attributes["href"] for link in opened.tree.css("a")] == ["x"]
