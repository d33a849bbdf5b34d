"""IRIB News (خبرگزاری صدا و سیما)."""

from typing import ClassVar

from spiders.agency import AgencySpider
from spiders.families import IRANSAMANEH_ENTRIES
from spiders.ways import Way

__all__ = ["IribSpider"]

_SITE = "https://www.iribnews.ir"


class IribSpider(AgencySpider):
    """Articles of www.iribnews.ir: `/fa/news/<news code>/<slug>`."""

    name = "irib"
    family = "iransamaneh"
    allowed_domains: ClassVar = ["iribnews.ir", "irib-news.ir"]
    other_paths = (r"^/fa/ajax/",)

    examples: ClassVar = {
        "article": "https://www.iribnews.ir/fa/news/5637210",
        "listing": "https://www.iribnews.ir/fa/provinces",
    }

    ways = (
        Way("feed", f"{_SITE}/fa/rss/allnews"),
        Way("feed", f"{_SITE}/fa/rss/{{service}}"),
        Way("listing", f"{_SITE}/fa/provinces"),
        Way("listing", f"{_SITE}/fa/services/{{service}}"),
        Way(
            "archive",
            f"{_SITE}/fa/archive?service_id=-1&sec_id=-1&cat_id=-1&rpp=100"
            "&from_date={first}&to_date={last}&p={page}",
            sure=False,
            items=IRANSAMANEH_ENTRIES,
        ),
        Way(
            "archive",
            f"{_SITE}/fa/archive?service_id={{service}}&sec_id=-1&cat_id=-1&rpp=100"
            "&from_date={first}&to_date={last}&p={page}",
            sure=False,
            items=IRANSAMANEH_ENTRIES,
        ),
        # As of 2018; if robots.txt forbids it, feeds and listings are read instead.
        Way("search", f"{_SITE}/fa/search", sure=False, items=IRANSAMANEH_ENTRIES, form="query"),
        Way("sitemap", f"{_SITE}/fa-sitemap-newsarchive", sure=False),
        Way("sitemap", f"{_SITE}/fa-sitemap-news", sure=False),
    )
    home_sections = ("اجتماعی", "استان\u200cها")
    sections: ClassVar = {
        "اجتماعی": {"service": "7"},
        "استان\u200cها": {"service": "9"},
        "اقتصادی": {"service": "6"},
        "سیاسی": {"service": "5"},
        "ورزشی": {"service": "4"},
        "علمی و فرهنگی": {"service": "8"},
        "بین\u200cالملل": {"service": "41"},
    }
