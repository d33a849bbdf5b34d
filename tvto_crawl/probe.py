"""Probe a site: find out which of our assumptions about it hold, and keep a WARC as evidence.

Every way of a spider is tried once: feeds, listings, archives, sitemaps, search. Three articles are
cleaned, and their fields are looked for where the rules expect them. Only the recording is written.
"""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import unquote

from scrapy import Request, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware

import cleaners.article
from cleaners.article import Article
from tvto_crawl.field_origins import VERDICTS, Origin, origins
from tvto_crawl.interruption import InterruptibleCrawler
from tvto_crawl.output import ARTICLE_KEY
from tvto_crawl.robots import Robots
from tvto_crawl.skips import REASONS, Skipped
from tvto_crawl.sources import Sources, find_source
from tvto_crawl.terminal import escaped
from tvto_crawl.wording import counted

__all__ = ["Probe", "ProbeWatch", "run_probe"]

_ARTICLES: Final = 3
# Pages that are tried, at most, for each article that is wanted.
_TRIES: Final = 4
# Fields of a record that the report shows, in order.
_FIELDS: Final = (
    "kicker", "title", "lead", "body", "published_at", "modified_at", "news_code", "authors",
    "place", "province", "section", "tags", "images",
)  # fmt: skip


@dataclass(slots=True)
class Probe:
    """What a probe has found."""

    robots: list[str] = field(default_factory=list)
    walks: list[Any] = field(default_factory=list)
    """The ways that were tried, as the spider's walks."""
    articles: list[tuple[Article, dict[str, Origin]]] = field(default_factory=list)
    """Articles, and where their fields were found."""
    others: list[tuple[str, str]] = field(default_factory=list)
    """Addresses of pages without an article, and why."""
    recordings: list[Path] = field(default_factory=list)
    was_interrupted: bool = False
    """Whether a signal ended it."""

    def lines(self) -> Iterator[str]:
        """Yield the report for people."""
        for robots in self.robots:
            yield f"robots   {robots}"
        told = {robots.partition(": ")[2] for robots in self.robots}
        for walk in self.walks:
            way = walk.way
            yield (
                f"{way.kind:<8} {'known' if way.sure else 'guess'}  "
                f"{escaped(unquote(walk.address))}: {escaped(_came_of(walk.outcome, told))}"
            )
        for article, places in self.articles:
            yield from _article_lines(article, places)
        for url, trouble in self.others:
            yield f"page     {escaped(unquote(url))}: {escaped(_briefly(trouble, told))}"
        for path in self.recordings:
            yield f"Attach this to a bug report: {path}"

    @property
    def works(self) -> bool:
        """Whether articles came out at all."""
        return bool(self.articles)


def _briefly(trouble: str, told: set[str]) -> str:
    """Return what went wrong, unless the host's robots.txt has `told` it already."""
    return "as for robots.txt" if trouble in told else trouble


def _came_of(outcome: Any, told: set[str]) -> str:
    """Return what came of a way, in words."""
    trouble = _briefly(outcome.complaint, told)
    if outcome.links:
        return counted(outcome.links, "link") + " to articles" + (f"; {trouble}" * bool(trouble))
    if outcome.failed:
        return f"failed: {trouble}"
    if outcome.read:
        return "answered, but without a link to an article"
    return "not requested"


def _article_lines(article: Article, places: Mapping[str, Origin]) -> Iterator[str]:
    yield f"article  {escaped(unquote(article.url or article.id))}"
    warnings = ", ".join(article.warnings) or "none"
    yield f"         extracted by {article.extractor}; warnings: {warnings}"
    for name in _FIELDS:
        yield f"         {name:<13} {_shown(getattr(article, name))}"
        if name in places:
            yield f"         {'':<13} {escaped(str(places[name]))}"
    verdicts = Counter(origin.verdict for origin in places.values())
    counts = (f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS if verdicts[verdict])
    yield f"         fields: {', '.join(counts)}"


class ProbeWatch(BaseSpiderMiddleware):
    """Spider middleware that lets every way be tried once, and pages until there are 3 articles."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._probe: Probe = crawler.settings["PROBE"]
        self._under_way = 0
        self._tried = 0
        self._waiting: deque[Request] = deque()
        self._descended: set[int] = set()
        crawler.signals.connect(self._take_article, signals.item_scraped)
        crawler.signals.connect(self._take_skip, signals.item_dropped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the middleware for `crawler`."""
        return cls(crawler)

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """Let the first page of every way pass, and pages of articles until there are three."""
        if ARTICLE_KEY in request.meta:
            self._waiting.append(request)
            return self._next()
        walk: Any = request.cb_kwargs.get("walk")
        if walk is None:
            return request
        if response is None or "walk" not in response.cb_kwargs:  # the spider begins
            self._note(walk)
            return request
        # One sitemap of an index is read; no page is turned, no portal followed.
        one = id(walk.outcome)
        if not walk.depth or one in self._descended:
            return None
        self._descended.add(one)
        return request

    def _note(self, walk: Any) -> None:
        if not walk.depth and all(walk is not other for other in self._probe.walks):
            self._probe.walks.append(walk)

    def _next(self) -> Request | None:
        """Return a request for the next article to try, or None if no more are wanted."""
        spider: Any = self.crawler.spider
        wanted = max(_ARTICLES, len(spider.wanted.urls))
        enough = len(self._probe.articles) + self._under_way >= wanted
        if enough or self._tried >= wanted * _TRIES or not self._waiting:
            return None
        self._under_way += 1
        self._tried += 1
        return self._waiting.popleft()

    def _take_article(self, item: Any, response: Response) -> None:
        if isinstance(item, Article):
            self._under_way -= 1
            content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
            places = origins(response.body, response.url, item, content_type or None)
            self._probe.articles.append((item, places))

    def _take_skip(self, item: Any) -> None:
        if not isinstance(item, Skipped):
            return
        what = (item.url, item.detail or REASONS[item.reason])
        if item.key is None:  # walks report on listings themselves; this is the home page
            if all(walk.address != item.url for walk in self._probe.walks):
                self._probe.others.append(what)
            return
        self._probe.others.append(what)
        self._under_way -= 1
        engine = self.crawler.engine
        if engine and (request := self._next()):
            engine.crawl(request)


def run_probe(spider: str, arguments: dict[str, str], settings: Settings) -> Probe:
    """Probe a spider's site, or the pages that `arguments` name, and return what was found.

    Raises:
        UsageError: there is no such spider, or an argument is wrong.
    """
    probe = Probe()
    settings.set("PROBE", probe, priority="cmdline")
    settings.set("FEEDS", {"probe": {"format": "jsonlines"}}, priority="cmdline")  # no output
    settings.set("EXTENSIONS", {**settings.getdict("EXTENSIONS"), **_QUIET}, priority="cmdline")
    watched = {**settings.getdict("SPIDER_MIDDLEWARES"), "tvto_crawl.probe.ProbeWatch": 900}
    settings.set("SPIDER_MIDDLEWARES", watched, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    names = process.spider_loader.list()
    if spider not in names:
        raise UsageError(
            f"there is no spider {spider!r}; the spiders are {', '.join(sorted(names))}"
        )
    chosen = {"topic": "all", **arguments}
    try:
        process.spider_loader.load(spider).check_arguments(**chosen)  # type: ignore[attr-defined]
    except ValueError as error:
        raise UsageError(str(error)) from error
    find_source(settings, spider)
    crawler = InterruptibleCrawler(process.spider_loader.load(spider), settings)
    process.crawl(crawler, **chosen)
    process.start()
    probe.was_interrupted = crawler.was_interrupted
    addon = crawler.get_addon(Sources)
    if addon and addon.recorder:
        probe.recordings = addon.recorder.files
    if robots := crawler.get_downloader_middleware(Robots):
        probe.robots = robots.notes
    return probe


# A probe has a report of its own and exports nothing.
_QUIET: Final = {
    "tvto_crawl.feeds.Feeds": None,
    "tvto_crawl.progress.Progress": None,
}


def _shown(value: Any) -> str:
    """Return a field's value, shortened; `-` if there is none."""
    match value:
        case None | [] | "":
            return "-"
        case [cleaners.article.Image(), *_]:
            return f"{len(value)}: {escaped(value[0].url, limit=80)}"
        case list():
            return f"{len(value)}: {escaped(str(value[0]), limit=80)}"
    return escaped(str(value), limit=100)
