"""The base of every spider: from listings to article pages to clean articles."""

import logging
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Final, Self
from urllib.parse import unquote, urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

import cleaners
from cleaners.article import Article
from cleaners.identity import article_id, news_code_of
from cleaners.places import province_names
from spiders.arguments import ARGUMENTS, Wanted
from spiders.failures import is_unchanged, reason_of
from spiders.families import full_page
from spiders.listings import Listed, Listing, NotAListing
from spiders.plan import Site, Step, each_way, tiers
from spiders.reach import Reach
from spiders.walks import Walk
from spiders.ways import Kind, Way
from tvto_crawl.account import Account
from tvto_crawl.cleaning import Cleaning
from tvto_crawl.skips import REASONS, Skipped
from tvto_crawl.sources import Sources
from tvto_crawl.terminal import say

__all__ = ["AgencySpider"]

logger = logging.getLogger(__name__)

# Articles before listings, so that the queue stays short.
_ARTICLE_FIRST: Final = 10
_SECTIONS_SHOWN: Final = 8
_FORM: Final = "application/x-www-form-urlencoded"
# Indexes below each other; sitemaps.org knows one of sitemaps, and large sites one of those.
_SITEMAP_DEPTH: Final = 4
# Articles that a listing of the wanted days and section would not have.
_ASTRAY: Final = frozenset({"off-dates", "off-section"})


class AgencySpider(Spider):
    """A news site, told by data: its ways to articles and what its article addresses look like."""

    ways: ClassVar[tuple[Way, ...]] = ()
    """Ways to articles, the best first."""
    family: str | None = None
    """CMS family, which tells the full page of an AMP or print page."""
    article_paths: ClassVar[tuple[str, ...]] = ()
    """Patterns of decoded paths of articles, besides those with a news code."""
    other_paths: ClassVar[tuple[str, ...]] = ()
    """Patterns of decoded paths that are never articles."""
    sections: ClassVar[dict[str, dict[str, str]]] = {}
    """What the ways' templates need for a section, by its name in Persian."""
    provinces: ClassVar[dict[str, dict[str, str]]] = {}
    """The same by the usual Persian name of a province."""
    home_sections: ClassVar[tuple[str, ...]] = ()
    """Sections or provinces with news on skills training, read when no other is asked for."""
    examples: ClassVar[dict[str, str]] = {}
    """Addresses in the sample site for `scrapy check`: an `article` and a `listing`."""

    own_arguments: ClassVar[dict[str, str]] = {}
    """Arguments besides those of `spiders.arguments`, in words for people."""

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.site = Site(self.ways, self.sections, self.provinces, self.home_sections)
        self.wanted = self.site.resolved(Wanted.read(arguments, own=self.own_arguments))
        self.chosen = self.site.chosen(self.wanted)
        self.limit = self.wanted.limit
        self.asked_as: dict[str, str] = {}
        self._asked: set[str] = set()
        self._sections_met: Counter[str] = Counter()
        self.reach = Reach(self.wanted, ())

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider of `crawler`."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider._next_tier, signals.spider_idle)
        return spider

    @classmethod
    def check_arguments(cls, **arguments: str) -> None:
        """Raise ValueError, with a sentence, for arguments that make no sense."""
        cls(**arguments)

    @classmethod
    def describe(cls) -> str:
        """Return what the spider takes after `-a`, a line each, and the names that it knows."""
        lines = [f"{cls.name} takes, each as -a NAME=VALUE:"]
        lines += [f"  {name:<9} {what}" for name, what in (cls.own_arguments | ARGUMENTS).items()]
        if cls.sections:
            lines += ["", f"Sections: {'، '.join(cls.sections)}"]
        lines += ["", f"Provinces: {'، '.join(province_names())}"]
        return "\n".join(lines)

    async def start(self) -> AsyncIterator[Any]:
        """Yield the requests to begin with: the pages asked for, else the best ways."""
        if self.wanted.urls:
            for url in self.wanted.urls:
                if not self.is_own_url(url):
                    yield Skipped(url, "off-site", article_id(url))
                elif request := self.article_request(url, asked_for=True):
                    yield request
            return
        if self.wanted.query and not any(way.searches for way in self.ways):
            say(f"{self.name} has no known search: its feeds and listings are looked through")
        for request in self.begin():
            yield request

    def begin(self) -> list[Request]:
        """Make the plan and return the requests of its first tier."""
        self.reach = Reach(self.wanted, self._plan())
        return [self._listing(walk) for walk in self.reach.go_on()]

    def example(self, kind: str) -> dict[str, Any]:
        """Return the arguments of a request for the contracts: `article` or `listing`."""
        url = self.examples[kind]
        walk = Walk(Way("listing", url)) if kind == "listing" else None
        return {"url": url, "cb_kwargs": {"walk": walk}}

    # --- Which pages ---------------------------------------------------------------------------

    def is_article(self, url: str) -> bool:
        """Tell whether `url` is the address of an article of this site."""
        if not self.is_own_url(url):
            return False
        parts = urlsplit(url)
        path = unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
        if any(re.search(pattern, path) for pattern in self.other_paths):
            return False
        return bool(news_code_of(url)) or any(re.search(p, path) for p in self.article_paths)

    def is_listed_article(self, url: str, kind: Kind) -> bool:
        """Tell whether a link is one to an article, given the kind of listing that has it."""
        return self.is_article(url)

    def article_request(
        self,
        url: str,
        walk: Walk | None = None,
        modified: date | datetime | None = None,
        *,
        asked_for: bool = False,
    ) -> Request | None:
        """Return a request for the article at `url`; None if it is none or was asked for already.

        What is asked for by its address is fetched, whatever the address looks like.
        """
        if not (asked_for or self.is_article(url)):
            return None
        url = self._full_page(url)
        key = article_id(url)
        if key in self._asked:
            return None
        self._asked.add(key)
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            priority=_ARTICLE_FIRST,
            dont_filter=True,  # what was asked for is known here, by its id
            meta={"article": key, "modified": _utc(modified)},
            cb_kwargs={"walk": walk},
        )

    def _full_page(self, url: str) -> str:
        """Return the full page of an AMP or print page; a replay needs one that it holds."""
        full = full_page(self.family, url)
        crawler: Crawler | None = getattr(self, "crawler", None)
        addon = crawler.get_addon(Sources) if crawler and full != url else None
        archive = addon.archive if addon else None
        return full if archive is None or archive.holds(full) else url

    def is_own_url(self, url: str) -> bool:
        """Tell whether `url` is on the spider's hosts, by http or https."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = (parts.hostname or "").lower()
        domains: list[str] = getattr(self, "allowed_domains", [])
        return parts.scheme in ("http", "https") and any(
            host == domain or host.endswith(f".{domain}") for domain in domains
        )

    # --- Listings ------------------------------------------------------------------------------

    def _plan(self) -> Iterator[list[Step]]:
        if self.settings.get("PROBE"):
            yield each_way(self.site, self.wanted)
        else:
            yield from tiers(self.site, self.wanted)

    def _listing(self, walk: Walk) -> Request:
        form = walk.way.filled_form(walk.values)
        return Request(
            walk.url,
            method="POST" if form else "GET",
            headers={"Content-Type": _FORM} if form else None,
            body=form,
            callback=self.parse_listing,
            errback=self.listing_failed,
            meta={"listing": not form},  # what answers a form is never "not modified"
            cb_kwargs={"walk": walk},
        )

    def _next_tier(self) -> None:
        """Go on to the next ways when those so far failed or do not cover what is wanted.

        An archive that does not know the dates it is asked for answers with its newest page.
        """
        if walks := self.reach.go_on():
            for walk in walks:
                self.crawler.engine.crawl(self._listing(walk))
            raise DontCloseSpider

    def shortfall(self) -> str | None:
        """Return a sentence for wanted days of which articles may be missing, or None."""
        return None if self.wanted.urls else self.reach.shortfall()

    def misnamed_section(self) -> str:
        """Return a sentence for a section that no article was of, with those that they are of."""
        met = "، ".join(name for name, _ in self._sections_met.most_common(_SECTIONS_SHOWN))
        return f"no article is of the section {self.wanted.section!r}" + (
            f"; their pages name {met}" if met else ""
        )

    @property
    def unhelpful_listings(self) -> set[str]:
        """Addresses of listings that alone would not do: that they do not change tells nothing."""
        return self.reach.unhelpful

    def note_settled(self, request: Request, verdict: str) -> None:
        """Note that a link need not be followed, because an earlier crawl did and found `verdict`.

        Whether an article of other days was older is known only where later ones are wanted too.
        """
        walk: Walk | None = request.cb_kwargs.get("walk")
        if walk:
            astray = verdict in _ASTRAY
            older = verdict == "off-dates" and self.wanted.until is None
            if older or not astray:
                walk.note(older=older, astray=astray)
            else:
                walk.outcome.astray += 1

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Any]:
        """Ask for the articles that a listing links to, and for its next page.

        @example listing
        @returns requests 1
        """
        self._account().count_page(listing=True)
        try:
            listing = walk.read(response)
        except NotAListing as error:
            reason = "broken-feed" if walk.way.sure else "no-such-way"
            yield Skipped(response.url, reason, detail=f"{response.url}: {error}")
            yield from self._after(walk)
            return
        if listing.complaint:
            yield Skipped(
                response.url, "broken-feed", detail=f"{response.url}: {listing.complaint}"
            )
        kind = walk.way.kind
        articles = [link for link in listing.links if self.is_listed_article(link.url, kind)]
        self._account().count_found(kind, len(articles))
        walk.outcome.links += len(articles)
        for further in listing.further:
            if not self._outside(further):
                yield self._further(further.url, walk) or Skipped(
                    further.url, "too-many-sitemaps", detail=further.url
                )
        for way, values in self.further_ways(listing):
            found = Walk(way, values)
            self.reach.add(found)
            yield self._listing(found)
        yield from self._articles(articles, walk, tells_changes=listing.tells_changes())
        empty_day = walk.way.dated  # a day without news is nothing to complain of
        if not (articles or listing.further or empty_day or not walk.at_first_page):
            yield Skipped(response.url, "no-links", detail=response.url)
        first = walk.at_first_page
        if walk.turn(articles, self.wanted):
            yield self._listing(walk)
        if first:
            yield from self._after(walk)

    def _after(self, walk: Walk) -> Iterator[Request]:
        """Yield the requests that waited for the first answer to a walk."""
        for released in self.reach.after(walk):
            yield self._listing(released)

    def further_ways(self, listing: Listing) -> Iterator[Step]:
        """Yield ways that the links of a listing lead to; a site of many hosts overrides it."""
        yield from ()

    def _articles(
        self, links: list[Listed], walk: Walk, *, tells_changes: bool
    ) -> Iterator[Request]:
        for link in links:
            modified = link.modified if tells_changes else None
            if self._outside(link):
                walk.outcome.older += self._is_older(link)
                continue
            walk.outcome.led += 1
            if request := self.article_request(link.url, walk, modified, asked_for=True):
                yield request

    def _outside(self, link: Listed) -> bool:
        """Tell whether the date beside a link rules its article out.

        The day beside it may be off by one (another time zone, a change after midnight), so only
        the article's own date decides at the borders.
        """
        earliest = link.published
        return self._is_older(link) or (
            earliest is not None and self.wanted.after(_shift(earliest, -1))
        )

    def _is_older(self, link: Listed) -> bool:
        """Tell whether the date beside a link shows that its article is from before the days.

        What changed last before the wanted days was published before them, too.
        """
        latest = link.published or link.modified
        return latest is not None and self.wanted.before(_shift(latest, 1))

    def _further(self, url: str, walk: Walk) -> Request | None:
        """Return a request for a sitemap of an index; None where an index leads to ever more."""
        most = self.crawler.settings.getint("MOST_SITEMAPS")
        if walk.depth >= _SITEMAP_DEPTH or walk.outcome.sitemaps > most:
            walk.outcome.failed = True
            return None
        walk.outcome.sitemaps += 1
        way = Way("sitemap", url.replace("{", "{{").replace("}", "}}"), sure=walk.way.sure)
        return self._listing(Walk(way, outcome=walk.outcome, depth=walk.depth + 1))

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """Count a listing that could not be had; a guessed one may well not exist."""
        url = failure.request.url  # type: ignore[attr-defined]
        walk: Walk | None = failure.request.cb_kwargs.get("walk")  # type: ignore[attr-defined]
        if is_unchanged(failure):
            self._account().count_unchanged()
            if walk:
                walk.outcome.unchanged = True
                yield from self._after(walk)
            return
        reason, detail = reason_of(failure)
        gone = reason in ("gone", "not-in-archive")
        if walk and not walk.at_first_page and gone:
            walk.outcome.reached = True  # the page after the last
            return
        if walk:
            walk.outcome.gone, walk.outcome.failed = gone, True
            walk.outcome.complaint = detail or REASONS[reason]
            yield from self._after(walk)
            if gone and self.reach.has_answered(walk):
                return  # a day without news
            guess = not walk.way.sure and (gone or reason == "http-error")
            if guess or (gone and walk.way.dated):
                reason = "no-such-way"
        if reason not in ("unreachable", "blocked"):  # these name their host themselves
            detail = f"{url}: {detail}" if detail else url
        yield Skipped(url, reason, detail=detail)

    # --- Articles ------------------------------------------------------------------------------

    async def parse_article(
        self, response: Response, walk: Walk | None = None
    ) -> AsyncIterator[Any]:
        """Clean an article page and keep the article if it is wanted.

        @example article
        @returns items 1 1
        @scrapes id agency url title body text fingerprint
        """
        self._account().count_page()
        key = response.meta.get("article") or article_id(response.url)
        try:
            article = await self._clean(response)
        except cleaners.NotAnArticle as error:
            yield Skipped(response.url, error.reason, key, str(error))
            return
        except Exception as error:
            logger.debug("cleaning %s failed", response.url, exc_info=True)
            yield Skipped(response.url, "cleaning-error", key, f"{type(error).__name__}: {error}")
            return
        by_way = bool(walk and self.chosen and self.chosen.items() <= walk.values.items())
        misfit = self.wanted.misfit(article, by_way=by_way)
        if walk:
            walk.note(older=self.wanted.before(article.published_at), astray=misfit in _ASTRAY)
        if misfit:
            self._sections_met.update(article.section if misfit == "off-section" else ())
            yield Skipped(response.url, misfit, key)
            return
        if article.id != key:  # the page told a code that its address does not have
            self.asked_as[article.id] = key
        yield article

    def article_failed(self, failure: Failure) -> Iterator[Skipped]:
        """Count an article that could not be had."""
        request = failure.request  # type: ignore[attr-defined]
        reason, detail = reason_of(failure)
        yield Skipped(request.url, reason, request.meta.get("article"), detail)

    async def _clean(self, response: Response) -> Article:
        cleaning = self.crawler.get_extension(Cleaning)
        if cleaning is None:
            raise RuntimeError("the Cleaning extension is needed to clean pages")
        content_type = response.headers.get("Content-Type")
        return await cleaning.clean(
            response.body,
            response.url,
            content_type=content_type.decode("latin-1") if content_type else None,
            fetched_at=response.meta.get("fetched_at") or datetime.now(UTC).replace(microsecond=0),
            source=response.meta.get("source", "live"),
        )

    def _account(self) -> Account:
        account = self.crawler.get_extension(Account)
        if account is None:
            raise RuntimeError("the Account extension is needed to count pages")
        return account


def _shift(moment: date | datetime, days: int) -> date:
    return date.fromordinal(moment.toordinal() + days)


def _utc(moment: date | datetime | None) -> str | None:
    """Return a moment in UTC as ISO 8601, to compare with the ledger's; a bare day tells none."""
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(UTC).isoformat(timespec="seconds")
