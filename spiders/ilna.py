"""ILNA, the labour news agency (خبرگزاری کار ایران)."""

from typing import ClassVar

from spiders.agency import AgencySpider
from spiders.ways import Way

__all__ = ["IlnaSpider"]

_ENTRIES = "ul.box.container h2.title, .news_list li, .archive_list li"


class IlnaSpider(AgencySpider):
    """Articles of www.ilna.ir: `/بخش-<section>-<id>/<news code>-<slug>`."""

    name = "ilna"
    allowed_domains: ClassVar = ["ilna.ir", "ilna.news"]
    other_paths = (r"^/(?:fa/)?(?:tag|admin)(?:/|$)",)

    examples: ClassVar = {
        "article": "https://www.ilna.ir/fa/tiny/news-1433816",
        "listing": "https://www.ilna.ir/بخش-مهارت-222",
    }

    # A feed's filter is a query string (categories=222) in base64, with "," in place of "=".
    ways = (
        Way("feed", "https://www.ilna.ir/rss"),
        Way("feed", "https://www.ilna.ir/fa/feeds/?p={feed}", sure=False),
        Way("listing", "https://www.ilna.ir/{path}", items=_ENTRIES),
        Way(
            "listing",
            "https://www.ilna.ir/{path}?page={page}",
            sure=False,
            items=_ENTRIES,
            first_page=2,
        ),
    )
    home_sections = ("مهارت", "کارگری", "استان\u200cها")
    sections: ClassVar = {
        "مهارت": {"path": "بخش-مهارت-222", "feed": "Y2F0ZWdvcmllcz0yMjI,"},
        "کارگری": {"path": "بخش-کارگری-9", "feed": "Y2F0ZWdvcmllcz05"},
        "استان\u200cها": {"path": "بخش-استان-ها-15", "feed": "Y2F0ZWdvcmllcz0xNQ,,"},
    }
