"""Links out of feeds, sitemaps, pages: whatever a site sends."""

import gzip
import json
from datetime import date

import pytest
from scrapy.http import HtmlResponse, Response, XmlResponse

from cleaners.dates.parsing import iso
from spiders.listings import NotAListing, read_feed, read_page, read_sitemap, read_wordpress

URL = "https://www.example.ir/x"


def xml(text: str | bytes) -> Response:
    body = text.encode() if isinstance(text, str) else text
    return XmlResponse(URL, body=body, encoding="utf-8")


def html(text: str) -> HtmlResponse:
    return HtmlResponse(URL, body=text.encode(), encoding="utf-8")


def test_a_feed_gives_links_with_dates() -> None:
    feed = read_feed(
        xml(
            "<rss><channel><item><link> /news/1 </link>"
            "<pubDate>Tue, 07 Oct 2025 10:48:00 GMT</pubDate></item></channel></rss>"
        )
    )
    (link,) = feed.links
    assert link.url == "https://www.example.ir/news/1"
    assert link.published is not None
    assert iso(link.published) == "2025-10-07T14:18:00+03:30"


def test_a_feed_with_broken_xml_gives_what_it_has_and_a_complaint() -> None:
    feed = read_feed(xml("<rss><channel><item><link>/1</link></item><item><link>/2 & <b></item>"))
    assert feed.links[0].url == "https://www.example.ir/1"
    assert feed.complaint.startswith("broken XML")


def test_a_warning_of_php_before_a_feed_is_left_aside() -> None:
    warning = b"<br />\n<b>Warning</b>: Undefined index in <b>/x.php</b> on line <b>3</b><br />\n"
    feed = read_feed(
        xml(
            warning
            + b'<?xml version="1.0"?><rss><channel><item><link>/1</link></item></channel></rss>'
        )
    )
    assert [link.url for link in feed.links] == ["https://www.example.ir/1"]


def test_the_address_of_a_picture_is_none_of_a_page() -> None:
    found = read_sitemap(
        xml(
            "<urlset xmlns='s' xmlns:image='i'><url>"
            "<image:image><image:loc>/a.jpg</image:loc></image:image><loc>/news/1</loc>"
            "</url></urlset>"
        )
    )
    assert [link.url for link in found.links] == ["https://www.example.ir/news/1"]


def test_atom_and_guid_and_no_date() -> None:
    atom = read_feed(
        xml('<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/></entry></feed>')
    )
    assert [link.url for link in atom.links] == ["https://www.example.ir/a"]
    guid = read_feed(
        xml("<rss><channel><item><guid>https://www.example.ir/g</guid></item></channel></rss>")
    )
    assert [(link.url, link.published) for link in guid.links] == [
        ("https://www.example.ir/g", None)
    ]


def test_an_empty_feed_is_a_feed() -> None:
    assert read_feed(xml("<rss><channel><title>x</title></channel></rss>")).links == []


@pytest.mark.parametrize("body", ["", "   ", "<html><body>x</body></html>", "\x00\x01garbage"])
def test_what_is_no_feed(body: str) -> None:
    with pytest.raises(NotAListing):
        read_feed(xml(body))


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        "<rss><channel><item><link>https://www.example.ir/&b;&f;</link></item></channel></rss>"
    )
    assert [link.url for link in read_feed(xml(bomb)).links] == ["https://www.example.ir/"]


def test_sitemap_index_urlset_gzip_and_json() -> None:
    index = read_sitemap(
        xml(
            "<sitemapindex><sitemap><loc>https://www.example.ir/s1.xml</loc></sitemap></sitemapindex>"
        )
    )
    assert [s.url for s in index.further] == ["https://www.example.ir/s1.xml"]
    urls = "<urlset><url><loc>/news/1</loc><lastmod>2025-10-07</lastmod></url></urlset>"
    packed = read_sitemap(xml(gzip.compress(urls.encode())))
    assert [(u.url, u.published, u.modified) for u in packed.links] == [
        ("https://www.example.ir/news/1", None, date(2025, 10, 7))
    ]
    json = read_sitemap(xml('{"urls": [{"loc": "/news/2", "lastmode": "2025-10-07"}, 3]}'))
    assert [u.url for u in json.links] == ["https://www.example.ir/news/2"]


def test_a_gzip_bomb_is_refused() -> None:
    with pytest.raises(NotAListing, match="unpacks to more"):
        read_sitemap(xml(gzip.compress(b"<urlset>" + b" " * (65 << 20))))


def test_a_page_gives_the_links_of_its_entries_with_dates() -> None:
    page = html(
        "<a href=/menu>m</a><ul><li class=news><time>۱۴۰۴-۰۷-۱۵ ۱۴:۱۸</time>"
        "<h3><a href=/news/1>t</a></h3></li></ul>"
    )
    (link,) = read_page(page, "li.news").links
    assert link.url == "https://www.example.ir/news/1"
    assert str(link.published).startswith("2025-10-07 14:18")


def test_a_page_whose_layout_changed_gives_all_its_links() -> None:
    links = read_page(html("<a href=/news/1>t</a><a href='http://[x'>bad</a>"), "li.news").links
    assert [link.url for link in links] == ["https://www.example.ir/news/1"]


BAD = (
    "http://[x/1",
    "https://www.example.ir:abc/news/1",
    "mailto:a@example.ir",
    "javascript:void(0)",
)


@pytest.mark.parametrize("bad", BAD)
def test_an_address_that_is_none_costs_no_other(bad: str) -> None:
    good = "https://www.example.ir/news/1"
    found = [
        read_feed(
            xml(
                "".join(f"<item><link>{url}</link></item>" for url in (bad, good)).join(
                    ("<rss><channel>", "</channel></rss>")
                )
            )
        ),
        read_sitemap(
            xml(f"<urlset><url><loc>{bad}</loc></url><url><loc>{good}</loc></url></urlset>")
        ),
        read_sitemap(xml(json.dumps({"urls": [{"loc": bad}, {"loc": good}]}))),
        read_wordpress(xml(json.dumps([{"link": bad}, {"link": good}]))),
        read_page(html(f'<a href="{bad}">bad</a><a href="{good}">good</a>')),
    ]
    assert [[link.url for link in listing.links] for listing in found] == [[good]] * 5


def test_a_picture_is_no_listing() -> None:
    with pytest.raises(NotAListing):
        read_page(Response(URL, body=b"\x89PNG", headers={"Content-Type": "image/png"}))


def test_wordpress_posts() -> None:
    posts = read_wordpress(xml('[{"link": "https://a.ir/p", "date": "2025-10-07T10:00:00"}, null]'))
    assert [p.url for p in posts.links] == ["https://a.ir/p"]
    with pytest.raises(NotAListing):
        read_wordpress(xml('{"code": "rest_no_route"}'))


def test_a_sitemap_that_was_made_just_now_tells_no_changes() -> None:
    def sitemap(*days: str) -> bool:
        urls = "".join(
            f"<url><loc>/n/{n}</loc><lastmod>{day}</lastmod></url>" for n, day in enumerate(days)
        )
        return read_sitemap(xml(f"<urlset>{urls}</urlset>")).tells_changes()

    assert sitemap("2025-10-07", "2025-10-08", "2025-10-09")
    assert not sitemap("2025-10-09", "2025-10-09", "2025-10-09")
