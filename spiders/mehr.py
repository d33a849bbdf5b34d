"""Mehr News Agency (خبرگزاری مهر)."""

from typing import ClassVar

from spiders.agency import AgencySpider
from spiders.families import NASTOOH_ENTRIES
from spiders.ways import Way

__all__ = ["MehrSpider"]

_SITE = "https://www.mehrnews.com"
# The site's own spelling of each province: `/service/Provinces/<slug>`.
_PROVINCES = {
    "آذربایجان شرقی": "AzarbayjanSharghi",
    "آذربایجان غربی": "AzarbayjanGharbi",
    "اصفهان": "Esfahan",
    "اردبیل": "Ardabil",
    "البرز": "Alborz",
    "ایلام": "Eilam",
    "بوشهر": "Booshehr",
    "تهران": "Tehran",
    "چهارمحال و بختیاری": "ChaharMahal-Bakhtiari",
    "خراسان جنوبی": "KhorasanJonoobi",
    "خراسان رضوی": "khorasanRazavi",
    "خراسان شمالی": "khorasanShomali",
    "خوزستان": "Khoozestan",
    "زنجان": "Zanjan",
    "سمنان": "Semnan",
    "سیستان و بلوچستان": "Sistan-Balochestan",
    "فارس": "Fars",
    "قزوین": "Ghazvin",
    "قم": "Qom",
    "کردستان": "Kordestan",
    "کرمان": "Kerman",
    "کرمانشاه": "Kermanshah",
    "کهگیلویه و بویراحمد": "Kohgilooye-Boyerahmad",
    "گلستان": "Golestan",
    "گیلان": "Gilan",
    "لرستان": "Lorestan",
    "مازندران": "Mazandaran",
    "مرکزی": "Markazi",
    "هرمزگان": "Hormozgan",
    "همدان": "Hamedan",
    "یزد": "Yazd",
}


class MehrSpider(AgencySpider):
    """Articles of www.mehrnews.com: `/news/<news code>/<slug>`, photo and video stories too."""

    name = "mehr"
    family = "nastooh"
    allowed_domains: ClassVar = ["mehrnews.com", "mehrnews.ir"]

    examples: ClassVar = {
        "article": "https://www.mehrnews.com/news/6613042",
        "listing": "https://www.mehrnews.com/service/Provinces",
    }

    ways = (
        Way("feed", f"{_SITE}/rss"),
        Way("feed", f"{_SITE}/rss/tp/{{tp}}"),
        Way("listing", f"{_SITE}/service/{{service}}", items=NASTOOH_ENTRIES),
        Way(
            "archive",
            f"{_SITE}/archive?pi={{page}}&tp=&ms=0&dy={{day}}&mn={{month}}&yr={{year}}",
            sure=False,
            items=NASTOOH_ENTRIES,
        ),
        Way(
            "archive",
            f"{_SITE}/archive?pi={{page}}&tp={{tp}}&ms=0&dy={{day}}&mn={{month}}&yr={{year}}",
            sure=False,
            items=NASTOOH_ENTRIES,
        ),
        Way("sitemap", f"{_SITE}/sitemap/{{year}}/sitemap.xml", sure=False),
        Way("sitemap", f"{_SITE}/sitemap/news/sitemap.xml", sure=False),
        Way("sitemap", f"{_SITE}/sitemap/all/sitemap.xml", sure=False),
        Way("search", f"{_SITE}/search?q={{query}}", items=NASTOOH_ENTRIES),
        Way("search", f"{_SITE}/tag/{{words}}", items=NASTOOH_ENTRIES),
    )
    home_sections = ("کار و تعاون", "آموزش", "جامعه", "استان\u200cها", "اقتصاد", "دانشگاه")
    sections: ClassVar = {
        "کار و تعاون": {"service": "Economy/Business-Cooperative"},
        "آموزش": {"service": "Society/Education"},
        "جامعه": {"tp": "6", "service": "Society"},
        "استان\u200cها": {"tp": "19", "service": "Provinces"},
        "دانشگاه": {"tp": "4", "service": "University"},
        "اقتصاد": {"tp": "25", "service": "Economy"},
        "سیاست": {"tp": "7", "service": "Politics"},
        "بین\u200cالملل": {"tp": "8", "service": "International"},
        "ورزش": {"tp": "9", "service": "Sport"},
        "هنر": {"tp": "1", "service": "Art"},
        "فرهنگ": {"tp": "2", "service": "Culture"},
        "دین": {"tp": "3", "service": "Religion"},
        "فناوری": {"tp": "5", "service": "HiTech"},
        "سلامت": {"tp": "550", "service": "Health"},
    }
    provinces: ClassVar = {
        name: {"service": f"Provinces/{slug}"} for name, slug in _PROVINCES.items()
    }
