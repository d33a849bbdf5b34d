"""Obey robots.txt, including its Crawl-delay, and give up on a host that can't be reached.

Scrapy's own middleware logs a traceback for every host that does not answer, then lets every
request pass, and ignores Crawl-delay.
"""

import asyncio
from typing import Any, Final, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotConfigured,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import load_object
from scrapy.utils.sitemap import sitemap_urls_from_robots

from cleaners.identity import absolute

__all__ = ["HostUnreachable", "Robots", "RobotsForbid", "RobotsMissing"]

# Seconds; a robots.txt may ask for more, but nobody waits hours for a page.
_MAX_CRAWL_DELAY: Final = 120.0
_PRIORITY: Final = 1000
_UNREACHABLE: Final = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
)


class RobotsForbid(IgnoreRequest):
    """The site's robots.txt asks not to fetch this page."""


class RobotsMissing(IgnoreRequest):
    """The site's robots.txt can't be had, so the site is left alone; the message says why."""


class HostUnreachable(IgnoreRequest):
    """The site's host can't be reached; the message is a sentence that says why."""


class Robots:
    """Downloader middleware that reads each host's robots.txt before its first page.

    It follows RFC 9309: a robots.txt that does not exist (4xx) allows everything; one that the
    server fails to deliver (5xx, or a network error) allows nothing in this crawl. `notes` says
    what each host's robots.txt was. `sitemaps` holds the sitemaps that it names, by `https://host`.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent = str(
            crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]
        )
        self._parser: type[RobotParser] = load_object(crawler.settings["ROBOTSTXT_PARSER"])
        self.notes: list[str] = []
        self.sitemaps: dict[str, list[str]] = {}
        self._rules: dict[str, asyncio.Task[RobotParser | IgnoreRequest]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the middleware for `crawler`."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass if its host's robots.txt allows it.

        Raises:
            RobotsForbid: robots.txt forbids it.
            RobotsMissing: robots.txt can't be had.
            HostUnreachable: the host can't be reached.
        """
        if request.meta.get("dont_obey_robotstxt"):
            return
        parts = urlparse_cached(request)
        if parts.scheme not in ("http", "https"):
            return
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = asyncio.ensure_future(self._ask(site))
        rules = await asyncio.shield(self._rules[site])
        if isinstance(rules, IgnoreRequest):
            raise type(rules)(*rules.args)
        if not rules.allowed(request.url, self._agent):
            raise RobotsForbid(f"robots.txt forbids {request.url}")
        self._slow_down(request, rules)

    async def _ask(self, site: str) -> RobotParser | IgnoreRequest:
        request = Request(
            f"{site}/robots.txt",
            priority=_PRIORITY,
            meta={"dont_obey_robotstxt": True},
            callback=NO_CALLBACK,
        )
        rules = await self._fetch(request, site)
        self.notes.append(f"{request.url}: {self._described(rules)}")
        return rules

    async def _fetch(self, request: Request, site: str) -> RobotParser | IgnoreRequest:
        host = site.partition("://")[2]
        try:
            response = await self._crawler.engine.download_async(request)
        except _UNREACHABLE as error:
            return HostUnreachable(f"{host} can't be reached: {_cause(error)}")
        except IgnoreRequest as error:
            return RobotsMissing(f"robots.txt of {host} can't be read: {error}")
        except Exception as error:
            return RobotsMissing(f"robots.txt of {host} can't be read: {_cause(error)}")
        return self._read(response, site)

    def _read(self, response: Response, site: str) -> RobotParser | IgnoreRequest:
        if response.status >= 500:
            host = site.partition("://")[2]
            return RobotsMissing(
                f"robots.txt of {host} answers {response.status}, so the site is left alone"
            )
        body = response.body if response.status < 400 else b""
        if body.lstrip()[:1] == b"<":
            body = b""  # an HTML page in its place has no rules
        named = (absolute(url, response.url) for url in sitemap_urls_from_robots(body) if url)
        self.sitemaps[site] = list(dict.fromkeys(url for url in named if url))
        return self._parser.from_crawler(self._crawler, body)

    def _described(self, rules: RobotParser | IgnoreRequest) -> str:
        if isinstance(rules, IgnoreRequest):
            return str(rules)
        pause = rules.crawl_delay(self._agent)
        return f"read; Crawl-delay {pause:g}" if pause else "read; no Crawl-delay"

    def _slow_down(self, request: Request, rules: RobotParser) -> None:
        """Make the host's slot wait as long as Crawl-delay asks, if that is longer."""
        base = self._crawler.settings.getfloat("DOWNLOAD_DELAY")
        asked = min(rules.crawl_delay(self._agent) or 0.0, _MAX_CRAWL_DELAY)
        if base == 0 or asked <= base:  # 0: a replay, or the user's own choice
            return
        # AutoThrottle's only lower limit is DOWNLOAD_DELAY, so it would speed up again.
        request.meta["autothrottle_dont_adjust_delay"] = True
        downloader: Any = self._crawler.engine.downloader
        key = downloader.get_slot_key(request)
        downloader.per_slot_settings.setdefault(key, {})["delay"] = asked
        if slot := downloader.slots.get(key):
            slot.delay = max(slot.delay, asked)


def _cause(error: BaseException) -> str:
    """Return in a few words what went wrong on the network."""
    if isinstance(error, CannotResolveHostError) and "private address" in str(error):
        return "its name resolves to a private address"
    if isinstance(error, CannotResolveHostError):
        return "its name can't be resolved (DNS); are you online?"
    if isinstance(error, DownloadConnectionRefusedError):
        return "it refuses the connection"
    if isinstance(error, DownloadTimeoutError):
        return "it does not answer in time; some sites answer only inside Iran"
    if isinstance(error, (DownloadFailedError, OSError)):
        return "the connection broke off"
    return " ".join(str(error).split()) or type(error).__name__
