"""The portals of TVTO (سازمان آموزش فنی و حرفه‌ای کشور): one per province, on several systems."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Final
from urllib.parse import urlsplit

from cleaners.lines.places import province_of_host
from spiders.agency import AgencySpider
from spiders.listings import Listing
from spiders.plan import Step
from spiders.ways import Way

__all__ = ["TvtoSpider"]

_NEW_PORTAL: Final = re.compile(r"^(?!www\.)[a-z0-9-]+\.irantvto\.ir$")
_NEWS: Final = "https://{portal}.irantvto.ir/اخبار/صفحه:{page}"
# Portals on the new system, by province. Others are found from links between the portals.
_NEW_PORTALS = {"فارس": "fars", "خراسان رضوی": "khrazavi", "یزد": "yazd", "تهران": "tehran"}
# Provinces with a site of their own; the key is the field in its templates.
_OWN_SITES = {
    "آذربایجان شرقی": {"east": "eatvto.ir"},
    "البرز": {"alborz": "alborztvto.ir"},
    "سیستان و بلوچستان": {"sistan": "sbtvto.ir"},
    "خراسان جنوبی": {"birjand": "sktvto.ir"},
}


class TvtoSpider(AgencySpider):
    """News of the organization's portals.

    New portal `/اخبار/<slug>`, old portal `?newsview=<id>`, East Azerbaijan `/News/<id>/…`,
    WordPress `/اخبار-…/<slug>/` and `/?p=<id>`, Joomla `/index.php/…/<id>-<alias>`.
    """

    name = "tvto"
    allowed_domains: ClassVar = [
        "irantvto.ir",
        "portaltvto.com",
        "eatvto.ir",
        "alborztvto.ir",
        "sbtvto.ir",
        "sktvto.ir",
    ]
    article_paths = (
        r"^/اخبار(?:-[^/]+)?/[^/?]+/?$",
        r"^/\?p=\d+$",
    )
    other_paths = (r"/صفحه:\d+", r"^/اخبار[^/]*/(?:page|feed|category|tag)(?:/|$)", r"/feed/?$")

    examples: ClassVar = {
        "article": "https://irantvto.ir/index.aspx?fkeyid=&siteid=1&pageid=155&newsview=73040",
        "listing": "https://fars.irantvto.ir/اخبار/صفحه:1",
    }

    ways = (
        Way("listing", "https://irantvto.ir/"),  # links to the portals of the provinces
        Way("listing", "https://irantvto.ir/اخبار/صفحه:{page}", sure=False),
        Way("feed", "https://irantvto.ir/index.aspx?siteid=1&rss=news", sure=False),
        Way("listing", "https://irantvto.ir/index.aspx?siteid=1&pageid=155", sure=False),
        Way(
            "listing",
            "https://irantvto.ir/index.aspx?siteid=1&pageid=155&page={page}",
            sure=False,
            first_page=2,
        ),
        Way("listing", _NEWS),
        Way("listing", "https://{east}/"),
        Way("listing", "https://{east}/?PageID=4", sure=False),
        Way("listing", "https://{east}/?PageID=4&Page={page}", sure=False, first_page=2),
        Way("feed", "https://{alborz}/feed/"),
        Way("api", "https://{alborz}/wp-json/wp/v2/posts?per_page=50&page={page}", sure=False),
        Way("listing", "https://{alborz}/اخبار-اداره-کل/", sure=False),
        Way("sitemap", "https://{alborz}/wp-sitemap.xml", sure=False),
        Way("feed", "https://{sistan}/feed/", sure=False),
        Way("sitemap", "https://{sistan}/wp-sitemap.xml", sure=False),
        Way("listing", "https://{birjand}/", sure=False),
    )
    home_sections = (*_NEW_PORTALS, *_OWN_SITES)
    provinces: ClassVar = {
        **{name: {"portal": slug} for name, slug in _NEW_PORTALS.items()},
        **_OWN_SITES,
    }

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name, **arguments)
        if self.wanted.province and not self.chosen:  # its portal is found through links
            self.site = replace(self.site, home_sections=())
        self._portals: set[str] = set(_NEW_PORTALS.values())

    def further_ways(self, listing: Listing) -> Iterator[Step]:
        """Yield the news of province portals that a page links to and that are not listed above."""
        if self.chosen:
            return
        for link in listing.links:
            host = _host(link.url)
            portal = host.partition(".")[0]
            province = self.wanted.province
            if province and province_of_host(host) != province:
                continue
            if _NEW_PORTAL.match(host) and portal not in self._portals:
                self._portals.add(portal)
                yield Way("listing", _NEWS, sure=False), {"portal": portal}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
