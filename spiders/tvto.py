"""The portals of TVTO (سازمان آموزش فنی و حرفه‌ای کشور): one a province, on several systems."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final
from urllib.parse import urlsplit

from spiders.agency import AgencySpider
from spiders.listings import Listing
from spiders.plan import Step
from spiders.ways import Way

__all__ = ["TvtoSpider"]

_NEW_PORTAL: Final = re.compile(r"^(?!www\.)[a-z0-9-]+\.irantvto\.ir$")
_NEWS: Final = "https://{portal}.irantvto.ir/اخبار/صفحه:{page}"
# Portals on the new system, by province. Others are found from links between the portals.
_NEW_PORTALS = {"فارس": "fars", "خراسان رضوی": "khrazavi", "یزد": "yazd", "تهران": "tehran"}


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
        Way("listing", "https://irantvto.ir/اخبار/صفحه:{page}", sure=False),
        Way("listing", _NEWS),
        Way("feed", "https://irantvto.ir/index.aspx?siteid=1&rss=news", sure=False),
        Way("listing", "https://eatvto.ir/"),
        Way("listing", "https://eatvto.ir/?PageID=4", sure=False),
        Way("feed", "https://alborztvto.ir/feed/"),
        Way("api", "https://alborztvto.ir/wp-json/wp/v2/posts?per_page=50&page={page}", sure=False),
        Way("listing", "https://alborztvto.ir/اخبار-اداره-کل/", sure=False),
        Way("sitemap", "https://alborztvto.ir/wp-sitemap.xml", sure=False),
        Way("feed", "https://sbtvto.ir/feed/", sure=False),
        Way("listing", "https://sktvto.ir/", sure=False),
    )
    home_sections = tuple(_NEW_PORTALS)
    provinces: ClassVar = {name: {"portal": slug} for name, slug in _NEW_PORTALS.items()}

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name, **arguments)
        self._portals: set[str] = set(_NEW_PORTALS.values())

    def further_ways(self, listing: Listing) -> Iterator[Step]:
        """Yield the news of province portals that a page links to and nobody listed."""
        if self.wanted.province:
            return
        for link in listing.links:
            host = _host(link.url)
            portal = host.partition(".")[0]
            if _NEW_PORTAL.match(host) and portal not in self._portals:
                self._portals.add(portal)
                yield Way("listing", _NEWS, sure=False), {"portal": portal}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
