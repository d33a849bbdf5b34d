"""Any news site: `scrapy crawl site -a domain=tabnak.ir`."""

import os
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from typing import Any, ClassVar, Final
from urllib.parse import unquote, urlsplit

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from cleaners.errors import NotAnArticle
from cleaners.identity import absolute, bare_host, host_of, news_code_of
from cleaners.layouts.site import choose_layouts
from cleaners.markup.page import open_page
from cleaners.rules import family_of_host
from spiders.agency import AgencySpider
from spiders.families import ways_of
from spiders.listings import markup_of
from spiders.plan import Site, Step
from spiders.walks import Walk
from spiders.ways import Kind, Way
from tvto_crawl.fatal import record_failure
from tvto_crawl.robots import Robots
from tvto_crawl.sources import Sources

__all__ = ["SiteSpider"]

_DOMAIN: Final = re.compile(
    r"(?P<scheme>https?)?(?:://)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?P<port>:\d{1,5})?/*"
)
_HIGHEST_PORT: Final = 65_535
# Recorded hosts that are named if the one that is asked for is not among them.
_HOSTS_NAMED: Final = 12
# On an unknown site, an address with a number or a long slug is taken for an article's.
_NUMBER: Final = re.compile(r"(?:^|[/\-=_])\d{4,}(?:[/\-.?&]|$)")
_SLUG: Final = re.compile(r"/[^/]*(?:[-_][^/\-_]+){3,}/?(?:\.html?)?$")
_NOT_ARTICLES: Final = (
    r"^/(?:fa/)?(?:tags?|category|author|page|search|archive|service|feed|rss)(?:/|$)",
    r"\.(?:jpe?g|png|gif|webp|pdf|zip|mp[34]|css|js)$",
)


class SiteSpider(AgencySpider):
    """Any site: by the ways of its CMS family if that is known, else by feed, sitemap and links.

    The home page shows the family, or else the list of known hosts. The articles go to
    `articles/<domain>.jsonl`.
    """

    name = "site"
    own_arguments: ClassVar = {"domain": "the site, such as tabnak.ir"}
    other_paths = _NOT_ARTICLES

    examples: ClassVar = {
        "article": "https://www.mehrnews.com/news/6613042",
        "listing": "https://www.mehrnews.com/service/Provinces",
    }

    def __init__(self, name: str | None = None, domain: str = "", **arguments: str) -> None:
        super().__init__(name, **arguments)
        if "SCRAPY_CHECK" in os.environ:  # contracts give no arguments
            domain = domain or "mehrnews.com"
        found = _DOMAIN.fullmatch(domain.strip().lower())
        if not found or int((found["port"] or ":0")[1:]) > _HIGHEST_PORT:
            raise ValueError(_complaint_of(domain.strip()))
        host, port = found["host"], found["port"] or ""
        self.home = f"{found['scheme'] or 'https'}://{host}{port}"
        self.allowed_domains = [bare_host(host)]
        self.family = family_of_host(self.allowed_domains[0])
        self.output_name = (bare_host(host) + port).replace(":", "-")

    async def start(self) -> AsyncIterator[Any]:
        """Yield the request for the home page, which shows the CMS family."""
        if self.wanted.urls:
            async for request in super().start():
                yield request
            return
        if complaint := self._move_to_archive():
            record_failure(self.crawler, complaint)
            return
        yield Request(f"{self.home}/", callback=self.parse_home, errback=self.home_failed)

    def _move_to_archive(self) -> str | None:
        """In a replay, go to the host that was recorded; return what is wrong if none was."""
        addon = self.crawler.get_addon(Sources)
        archive = addon.archive if addon else None
        if archive is None or archive.holds(f"{self.home}/"):
            return None
        roots = Counter(map(_root_of, archive.urls()))
        own = [root for root, _ in roots.most_common() if self.is_own_url(root)]
        same = [root for root in own if host_of(root) == self.allowed_domains[0]]
        self.home = next(iter(same), self.home)
        if own:
            return None
        hosts = sorted({host_of(root) for root in roots})
        held = ", ".join(hosts[:_HOSTS_NAMED]) + (" and others" * (len(hosts) > _HOSTS_NAMED))
        what = "the sample sites" if addon and addon.source.kind == "sample" else "what is replayed"
        return f"no page of {self.allowed_domains[0]} is in {what}: there are {held or 'no pages'}"

    def parse_home(self, response: Response) -> Iterator[Any]:
        """Choose the ways by the CMS family of the home page, and follow its links."""
        self.home = _root_of(response.url)
        family: str | None = None
        feeds: list[str] = []
        if (markup := markup_of(response)) is not None:
            family = _family_of(response)
            links = markup.css("link[rel=alternate][type*=rss], link[rel=alternate][type*=atom]")
            hrefs = (absolute(link.attrib.get("href", ""), response.url) for link in links)
            feeds = [url for url in hrefs if url]
        yield from self._begin(family, feeds)
        home = Walk(Way("listing", _literal(response.url)))
        if not (self.wanted.dated or self.wanted.query):  # the home page can't answer these
            self.reach.add(home)
        yield from self.parse_listing(response, home)

    def home_failed(self, failure: Failure) -> Iterator[Any]:
        """Try the usual ways even though the home page could not be fetched."""
        yield from self.listing_failed(failure)
        yield from self._begin(None, [])

    def _begin(self, family: str | None, feeds: list[str]) -> Iterator[Request]:
        self.family = family or self.family
        known = ways_of(self.family, self.home)
        named = [Way("feed", _literal(url)) for url in dict.fromkeys(feeds)]
        named += [Way("sitemap", _literal(url)) for url in self._sitemaps_of_robots()]
        named = [way for way in named if way.url not in {other.url for other in known}]
        self.site = Site((*named, *known), {}, {})
        yield from self.begin()

    def _sitemaps_of_robots(self) -> list[str]:
        robots = self.crawler.get_downloader_middleware(Robots)
        return robots.sitemaps.get(self.home, []) if robots else []

    def _plan(self) -> Iterator[list[Step]]:
        """Add the sitemaps as a last resort: they list all years, and the news is elsewhere."""
        yield from super()._plan()
        if not (self.wanted.dated or self.settings.get("PROBE")):
            sitemaps = [way for way in self.site.ways if way.kind == "sitemap" and not way.fields]
            yield [(way, {}) for way in sitemaps]

    def is_article(self, url: str) -> bool:
        """Return whether `url` looks like an article's: a news code, a number, a long slug."""
        if not self._is_page(url):
            return False
        parts = urlsplit(url)
        path = unquote(parts.path)
        whole = f"{path}?{parts.query}" if parts.query else path
        return bool(news_code_of(url) or _NUMBER.search(whole) or _SLUG.search(path))

    def is_listed_article(self, url: str, kind: Kind) -> bool:
        """Return whether a link leads to an article; feeds list nothing else."""
        return self._is_page(url) if kind in ("feed", "api") else self.is_article(url)

    def _is_page(self, url: str) -> bool:
        """Return whether `url` is a page of the site that may be an article."""
        if not self.is_own_url(url):
            return False
        path = unquote(urlsplit(url).path)
        return path not in ("", "/") and not any(re.search(p, path) for p in self.other_paths)


def _family_of(home: Response) -> str | None:
    """Return the CMS family whose marks a home page has; None if it has none or can't be read."""
    try:
        choices = choose_layouts(open_page(home.body, home.url))
    except NotAnArticle:  # nested too deeply or too large; it may still have links
        return None
    return choices[0].layout.family if choices else None


def _complaint_of(domain: str) -> str:
    """Return what is wrong with `domain`, with a valid example."""
    if not domain:
        return "which site? Name it, for example -a domain=tabnak.ir"
    host, slash, path = (
        domain.partition("://")[2].partition("/") if "://" in domain else (domain.partition("/"))
    )
    if slash and path:
        what = "is a page, not a site; give pages with -a urls=, in addition to"
    elif _DOMAIN.fullmatch(domain.lower()):
        what = f"has a port above {_HIGHEST_PORT}; give for example"
    elif "." not in host:
        what = "is not a public host, whose name has a dot; give for example"
    else:
        what = "is not a host name; give for example"
    return f"domain={domain} {what} -a domain=tabnak.ir"


def _root_of(url: str) -> str:
    return "{0.scheme}://{0.netloc}".format(urlsplit(url))


def _literal(url: str) -> str:
    """Return a template that gives `url` itself."""
    return url.replace("{", "{{").replace("}", "}}")
