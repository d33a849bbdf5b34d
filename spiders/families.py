"""What the sites of a CMS family have in common: ways to articles, forms of addresses."""

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from spiders.ways import Way

__all__ = ["IRANSAMANEH_ENTRIES", "NASTOOH_ENTRIES", "full_page", "ways_of"]

#: CSS selectors of the entries in a listing.
NASTOOH_ENTRIES: Final = "li.news, li.photo, li.video, li.report"
IRANSAMANEH_ENTRIES: Final = "div.archive_content div.linear_news"

# `{site}` is the site's address without a path.
_FAMILIES: Final[dict[str, tuple[Way, ...]]] = {
    "nastooh": (
        Way("feed", "{site}/rss"),
        Way(
            "archive",
            "{site}/archive?pi={page}&ms=0&dy={day}&mn={month}&yr={year}",
            items=NASTOOH_ENTRIES,
        ),
        Way("sitemap", "{site}/sitemap/{year}/sitemap.xml", sure=False),
        Way("sitemap", "{site}/sitemap/all/sitemap.xml", sure=False),
        Way("search", "{site}/search?q={query}", items=NASTOOH_ENTRIES),
        Way("search", "{site}/tag/{words}", sure=False, items=NASTOOH_ENTRIES),
    ),
    "iransamaneh": (
        Way("feed", "{site}/fa/rss/allnews"),
        Way(
            "archive",
            "{site}/fa/archive?service_id=-1&sec_id=-1&cat_id=-1&rpp=100"
            "&from_date={first}&to_date={last}&p={page}",
            sure=False,
            items=IRANSAMANEH_ENTRIES,
        ),
        Way("sitemap", "{site}/fa-sitemap-newsarchive", sure=False),
        Way("sitemap", "{site}/fa-sitemap-news", sure=False),
    ),
    "asam": (
        Way("feed", "{site}/rss"),
        Way("feed", "{site}/feeds/", sure=False),
        Way("feed", "{site}/fa/feeds/", sure=False),
    ),
    "wordpress": (
        Way("feed", "{site}/feed/"),
        Way("api", "{site}/wp-json/wp/v2/posts?per_page=50&page={page}", sure=False),
        Way("sitemap", "{site}/wp-sitemap.xml", sure=False),
        Way("search", "{site}/?s={query}", sure=False),
    ),
    "highportal": (Way("feed", "{site}/index.aspx?siteid=1&rss=news", sure=False),),
}
_ANY: Final = (
    Way("feed", "{site}/rss", sure=False),
    Way("feed", "{site}/feed/", sure=False),
    Way("sitemap", "{site}/sitemap.xml", sure=False),
)
# AMP and print pages; the news code is enough to build the address of the full page.
_SHORTENED: Final[dict[str, tuple[tuple[re.Pattern[str], str], ...]]] = {
    "nastooh": (
        (re.compile(r"^/(?:amp|print)/(?:(?:news|photo|video)/)?(\d{5,16})(?:/.*)?$"), r"/news/\1"),
    ),
    "iransamaneh": (
        (re.compile(r"^/(fa|en|ar)/(?:amp/news|amp|print)/(\d{4,9})(?:/.*)?$"), r"/\1/news/\2"),
    ),
}


def full_page(family: str | None, url: str) -> str:
    """Return the address of the full page if `url` is an AMP or print page, else `url` itself.

    >>> full_page("nastooh", "https://www.mehrnews.com/amp/6017630")
    'https://www.mehrnews.com/news/6017630'
    """
    for pattern, full in _SHORTENED.get(family or "", ()):
        parts = urlsplit(url)
        if found := pattern.match(parts.path):
            return urlunsplit((parts.scheme, parts.netloc, found.expand(full), "", ""))
    return url


def ways_of(family: str | None, site: str) -> tuple[Way, ...]:
    """Return the ways of a family for the site at `site`; the usual ones for an unknown family."""
    return tuple(
        Way(
            way.kind,
            way.url.replace("{site}", site),
            sure=way.sure,
            items=way.items,
            first_page=way.first_page,
        )
        for way in _FAMILIES.get(family or "", _ANY)
    )
