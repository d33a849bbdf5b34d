"""Ask a site what it is like: which of our assumptions about it hold, with a WARC to show.

Every way of a spider is tried once, and three articles are cleaned. Nothing is written but the
recording.
"""

from collections.abc import Iterator
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
from tvto_crawl.robots import Robots
from tvto_crawl.skips import REASONS, Skipped
from tvto_crawl.sources import Sources, find_source
from tvto_crawl.terminal import escaped

__all__ = ["Probe", "ProbeWatch", "run_probe"]

_ARTICLES: Final = 3
# What a record can have, in its order, as the report shows it.
_FIELDS: Final = (
    "kicker", "title", "lead", "body", "published_at", "modified_at", "news_code", "authors",
    "place", "province", "section", "tags", "images",
)  # fmt: skip


@dataclass(slots=True)
class Probe:
    """What a probe has seen."""

    robots: list[str] = field(default_factory=list)
    links: dict[tuple[str, bool, str], int] = field(default_factory=dict)
    """How many new articles a listing led to, by kind, whether it was sure, and address."""
    failed: list[tuple[str, bool, str, str]] = field(default_factory=list)
    """Listings that led nowhere: kind, whether it was sure, address, what happened."""
    articles: list[Article] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    recordings: list[Path] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the report for people."""
        for robots in self.robots:
            yield f"robots   {robots}"
        led = [
            (*way, f"{count} articles that no other way had") for way, count in self.links.items()
        ]
        for kind, sure, url, outcome in [*led, *self.failed]:
            yield f"{kind:<8} {'known' if sure else 'guess'}  {escaped(unquote(url))}: {outcome}"
        for article in self.articles:
            yield f"article  {escaped(unquote(article.url or article.id))}"
            yield f"         taken by {article.extractor}; warnings: " + (
                ", ".join(article.warnings) or "none"
            )
            for name in _FIELDS:
                yield f"         {name:<13} {_shown(getattr(article, name))}"
        for other in self.others:
            yield f"page     {escaped(other)}"
        for path in self.recordings:
            yield f"Attach this to a bug report: {path}"

    @property
    def works(self) -> bool:
        """Tell whether articles came out at all."""
        return bool(self.articles)


class ProbeWatch(BaseSpiderMiddleware):
    """Spider middleware that lets three articles pass and notes what becomes of every way."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._probe: Probe = crawler.settings["PROBE"]
        self._asked = 0
        crawler.signals.connect(self._take_article, signals.item_scraped)
        crawler.signals.connect(self._take_skip, signals.item_dropped)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware of `crawler`."""
        return cls(crawler)

    def process_spider_input(self, response: Response) -> None:
        """Note a listing that came."""
        if response.meta.get("listing") and response.status == 200:
            self._probe.links.setdefault(_way(response), 0)

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """Count a link to an article, and let three pass."""
        if "article" not in request.meta:
            return request
        if response and response.meta.get("listing"):
            self._probe.links[_way(response)] += 1
        self._asked += 1
        return request if self._asked <= _ARTICLES else None

    def _take_article(self, item: Any) -> None:
        if isinstance(item, Article):
            self._probe.articles.append(item)

    def _take_skip(self, item: Any) -> None:
        if not isinstance(item, Skipped):
            return
        what = escaped(item.detail or REASONS[item.reason])
        if item.key is None:
            guess = item.reason == "no-such-way"
            self._probe.failed.append(("listing", not guess, item.url, what))
        else:
            self._probe.others.append(f"{unquote(item.url)}: {what}")


def _way(response: Response) -> tuple[str, bool, str]:
    walk = response.cb_kwargs["walk"]
    return walk.way.kind, walk.way.sure, response.url


def run_probe(spider: str, arguments: dict[str, str], settings: Settings) -> Probe:
    """Probe a spider's site, or the pages that `arguments` name, and return what was seen.

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
        raise UsageError(f"there is no spider {spider!r}; there are {', '.join(sorted(names))}")
    chosen = {"topic": "all", **arguments}
    try:
        process.spider_loader.load(spider).check_arguments(**chosen)  # type: ignore[attr-defined]
    except ValueError as error:
        raise UsageError(str(error)) from error
    find_source(settings, spider)
    crawler = process.create_crawler(spider)
    process.crawl(crawler, **chosen)
    process.start()
    addon = crawler.get_addon(Sources)
    if addon and addon.recorder:
        probe.recordings = addon.recorder.files
    if robots := crawler.get_downloader_middleware(Robots):
        probe.robots = robots.notes
    return probe


# A probe gives an account of its own and exports nothing.
_QUIET: Final = {
    "tvto_crawl.feeds.Feeds": None,
    "tvto_crawl.progress.Progress": None,
}


def _shown(value: Any) -> str:
    """Return a field's value, short: `-` where there is none."""
    match value:
        case None | [] | "":
            return "-"
        case [cleaners.article.Image(), *_]:
            return f"{len(value)}: {escaped(value[0].url, limit=80)}"
        case list():
            return f"{len(value)}: {escaped(str(value[0]), limit=80)}"
    return escaped(str(value), limit=100)
