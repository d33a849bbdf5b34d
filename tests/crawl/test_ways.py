"""Which pages a crawl reads to find articles."""

from datetime import date

import pytest

from spiders.agency import AgencySpider
from spiders.ilna import IlnaSpider
from spiders.irib import IribSpider
from spiders.listings import Listed, Listing
from spiders.mehr import MehrSpider
from spiders.plan import tiers
from spiders.tvto import TvtoSpider
from spiders.ways import Way, day_contexts

SPIDERS = [IlnaSpider, MehrSpider, IribSpider, TvtoSpider]


def addresses(spider: AgencySpider) -> list[list[str]]:
    return [
        [way.address(values) for way, values in tier] for tier in tiers(spider.site, spider.wanted)
    ]


@pytest.mark.parametrize("spider", SPIDERS)
def test_without_arguments_feeds_and_first_pages_are_read(spider: type[AgencySpider]) -> None:
    (only,) = addresses(spider())
    assert any("rss" in url or "feed" in url for url in only)
    assert len(only) == len(set(only))
    assert not any("{" in url for url in only)


@pytest.mark.parametrize("spider", SPIDERS)
def test_every_way_stays_on_the_spiders_hosts(spider: type[AgencySpider]) -> None:
    for url in [url for tier in addresses(spider()) for url in tier]:
        host = url.split("/")[2]
        assert any(host == d or host.endswith(f".{d}") for d in spider.allowed_domains)


def test_mehr_reads_its_archive_day_by_day_newest_first() -> None:
    archive, *_ = addresses(MehrSpider(since="1403/12/29", until="1404/01/01", topic="all"))
    assert [url.partition("dy=")[2] for url in archive] == [
        "1&mn=1&yr=1404",
        "30&mn=12&yr=1403",
        "29&mn=12&yr=1403",
    ]


def test_days_of_the_topic_are_read_in_the_sections_that_have_it() -> None:
    archive, *_ = addresses(MehrSpider(since="1404/07/15", until="1404/07/15"))
    assert [url.partition("tp=")[2].partition("&")[0] for url in archive] == ["6", "19", "25", "4"]


def test_a_section_narrows_the_archive() -> None:
    archive, *_ = addresses(MehrSpider(since="1404/07/15", until="1404/07/15", section="جامعه"))
    assert archive == ["https://www.mehrnews.com/archive?pi=1&tp=6&ms=0&dy=15&mn=7&yr=1404"]


def test_a_province_has_its_own_listing() -> None:
    (only,) = addresses(MehrSpider(province="خوزستان"))
    assert only == ["https://www.mehrnews.com/service/Provinces/Khoozestan"]


def test_a_query_is_asked_of_the_sites_search() -> None:
    search, _ = addresses(MehrSpider(query="فنی و حرفه‌ای"))
    assert search[0].startswith("https://www.mehrnews.com/search?q=%D9%81%D9%86%DB%8C%20%D9%88")


def test_an_unknown_section_shows_a_known_one() -> None:
    with pytest.raises(ValueError, match="section='کار و تعاون'"):
        MehrSpider(section="کاردستی")


@pytest.mark.parametrize(
    ("spider", "typed", "name"),
    [
        (IlnaSpider, "كارگري", "کارگری"),
        (IlnaSpider, "استان ها", "استان\u200cها"),
        (MehrSpider, "بین الملل", "بین\u200cالملل"),
        (MehrSpider, "بین\u200cالملل", "بین\u200cالملل"),
    ],
)
def test_a_section_in_any_spelling(spider: type[AgencySpider], typed: str, name: str) -> None:
    assert spider(section=typed).wanted.section == name


def test_irib_asks_for_all_days_at_once() -> None:
    archive, *_ = addresses(IribSpider(since="1404/07/01", until="1404/07/30", section="اجتماعی"))
    assert "from_date=1404/07/01&to_date=1404/07/30" in archive[0]


def test_a_yearly_sitemap_is_asked_for_once() -> None:
    way = Way("sitemap", "https://a.ir/{year}.xml")
    contexts = list(day_contexts(way, date(2025, 3, 1), date(2025, 4, 1)))
    assert [way.address(values) for values in contexts] == [
        "https://a.ir/1404.xml",
        "https://a.ir/1403.xml",
    ]


@pytest.mark.parametrize(
    ("spider", "url"),
    [
        (IlnaSpider, "https://www.ilna.ir/بخش-کارگری-9/1433816-خواهان"),
        (IlnaSpider, "https://www.ilna.ir/بخش-کارگری-9/1433816"),
        (IlnaSpider, "https://www.ilna.news/fa/tiny/news-1433816"),
        (MehrSpider, "https://www.mehrnews.com/news/6017630/پیش‌بینی"),
        (MehrSpider, "https://www.mehrnews.com/photo/6017630"),
        (IribSpider, "https://www.iribnews.ir/fa/news/5623456/عنوان"),
        (TvtoSpider, "https://fars.irantvto.ir/اخبار/بازدید-مدیرکل"),
        (TvtoSpider, "https://irantvto.ir/index.aspx?fkeyid=&siteid=1&pageid=155&newsview=73040"),
        (TvtoSpider, "https://eatvto.ir/News/1204/عنوان.html"),
        (TvtoSpider, "https://alborztvto.ir/اخبار-اداره-کل/عنوان/"),
        (TvtoSpider, "https://c1.alborztvto.ir/اخبار-مرکز/عنوان/"),
        (TvtoSpider, "https://sbtvto.ir/?p=123"),
    ],
)
def test_the_address_of_an_article(spider: type[AgencySpider], url: str) -> None:
    assert spider().is_article(url)


@pytest.mark.parametrize(
    ("spider", "url"),
    [
        (IlnaSpider, "https://www.ilna.ir/بخش-کارگری-9"),
        (IlnaSpider, "https://www.ilna.ir/fa/tag/مهارت"),
        (IlnaSpider, "https://www.mehrnews.com/news/6017630"),
        (IlnaSpider, "https://ilna.ir.example.org/بخش-کارگری-9/1433816"),
        (MehrSpider, "https://www.mehrnews.com/service/Society"),
        (MehrSpider, "javascript:void(0)"),
        (MehrSpider, "https://[broken/news/6017630"),
        (MehrSpider, "file:///news/6017630"),
        (TvtoSpider, "https://fars.irantvto.ir/اخبار/صفحه:2"),
        (TvtoSpider, "https://alborztvto.ir/اخبار-اداره-کل/page/2/"),
        (TvtoSpider, "https://eatvto.ir/?PageID=4"),
    ],
)
def test_what_is_no_article(spider: type[AgencySpider], url: str) -> None:
    assert not spider().is_article(url)


def test_print_pages_are_asked_for_in_full() -> None:
    request = IribSpider().article_request("https://www.iribnews.ir/fa/print/5623456")
    assert request is not None
    assert request.url == "https://www.iribnews.ir/fa/news/5623456"


def test_one_article_is_asked_for_once_whatever_its_address() -> None:
    spider = IlnaSpider()
    assert spider.article_request("https://www.ilna.ir/بخش-کارگری-9/1433816-خواهان")
    assert spider.article_request("https://www.ilna.news/fa/tiny/news-1433816") is None


@pytest.mark.parametrize(
    ("published", "modified", "outside"),
    [
        (date(2025, 10, 5), None, True),
        (date(2025, 10, 6), None, False),  # a day off is left to the article itself
        (date(2025, 10, 8), None, False),
        (date(2025, 10, 9), None, True),
        (None, date(2025, 10, 5), True),
        (None, date(2025, 12, 1), False),  # changed later, published whenever
        (None, None, False),
    ],
)
def test_what_the_date_beside_a_link_rules_out(
    published: date | None, modified: date | None, outside: bool
) -> None:
    spider = MehrSpider(since="1404/07/15", until="1404/07/15")
    assert spider._outside(Listed("https://x.ir", published, modified)) is outside


def test_portals_of_provinces_are_found_from_links() -> None:
    spider = TvtoSpider()
    links = Listing([Listed("https://semnan.irantvto.ir/"), Listed("https://fars.irantvto.ir/")])
    assert [way.address(values) for way, values in spider.further_ways(links)] == [
        "https://semnan.irantvto.ir/اخبار/صفحه:1"
    ]


def test_a_province_of_tvto_is_its_own_site() -> None:
    (only,) = addresses(TvtoSpider(province="البرز"))
    assert only
    assert all(url.startswith("https://alborztvto.ir/") for url in only)


def test_a_province_of_tvto_that_no_list_has_is_looked_for_among_the_portals() -> None:
    spider = TvtoSpider(province="گيلان")
    (listings,) = addresses(spider)
    assert "https://irantvto.ir/" in listings
    assert not any("fars.irantvto.ir" in url for url in listings)
    links = Listing([Listed("https://semnan.irantvto.ir/"), Listed("https://gilan.irantvto.ir/")])
    assert [way.address(values) for way, values in spider.further_ways(links)] == [
        "https://gilan.irantvto.ir/اخبار/صفحه:1"
    ]
