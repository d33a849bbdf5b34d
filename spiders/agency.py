"""The base of every spider: from listings to the pages of articles."""

from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime
from typing import Any, ClassVar, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from cleaners.identity import article_id
from cleaners.lines.places import province_names
from spiders.arguments import ARGUMENTS, Wanted
from spiders.article_pages import ASTRAY, ArticlePages
from spiders.failures import is_unchanged, reason_of
from spiders.listings import Listed, Listing, NotAListing
from spiders.plan import Site, Step, each_way, tiers
from spiders.reach import Reach
from spiders.walks import Walk
from spiders.ways import Kind, Way
from tvto_crawl.manners import challenge_of
from tvto_crawl.skips import REASONS, SENTENCES, Skipped
from tvto_crawl.terminal import say

__all__ = ["AgencySpider"]

_FORM: Final = "application/x-www-form-urlencoded"
# Levels of nested sitemap indexes; sitemaps.org allows one, large sites have indexes of indexes.
_SITEMAP_DEPTH: Final = 4


class AgencySpider(ArticlePages):
    """A news site described by data: ways to its articles, and what their addresses look like."""

    ways: ClassVar[tuple[Way, ...]] = ()
    """Ways to articles, the best first."""
    sections: ClassVar[dict[str, dict[str, str]]] = {}
    """Template values of each section, by its Persian name."""
    provinces: ClassVar[dict[str, dict[str, str]]] = {}
    """Template values of each province, by its usual Persian name."""
    home_sections: ClassVar[tuple[str, ...]] = ()
    """Sections or provinces with news on skills training, read when no other is asked for."""
    examples: ClassVar[dict[str, str]] = {}
    """Addresses in the sample site for `scrapy check`: an `article` and a `listing`."""

    own_arguments: ClassVar[dict[str, str]] = {}
    """Arguments in addition to those of `spiders.arguments`, each with its help text."""

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        self.site = Site(self.ways, self.sections, self.provinces, self.home_sections)
        wanted = self.site.resolved(Wanted.read(arguments, own=self.own_arguments))
        super().__init__(name, wanted, self.site.chosen(wanted))
        self.limit = wanted.limit
        self.reach = Reach(wanted, ())

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Create the spider for `crawler`."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider._next_tier, signals.spider_idle)
        return spider

    @classmethod
    def check_arguments(cls, **arguments: str) -> None:
        """Raise ValueError, with a sentence for the user, if the arguments make no sense."""
        cls(**arguments)

    @classmethod
    def argument_names(cls) -> frozenset[str]:
        """Return the names of the arguments that the spider takes after `-a`."""
        return frozenset(cls.own_arguments | ARGUMENTS)

    @classmethod
    def describe(cls) -> str:
        """Return the help text: a line for each argument, then the known sections and provinces."""
        lines = [f"{cls.name} takes, each as -a NAME=VALUE:"]
        lines += [f"  {name:<9} {what}" for name, what in (cls.own_arguments | ARGUMENTS).items()]
        if cls.sections:
            lines += ["", f"Sections: {'، '.join(cls.sections)}"]
        lines += ["", f"Provinces: {'، '.join(province_names())}"]
        return "\n".join(lines)

    async def start(self) -> AsyncIterator[Any]:
        """Yield the first requests: for the given pages, or else for the best ways."""
        if self.wanted.urls:
            for url in self.wanted.urls:
                if not self.is_own_url(url):
                    yield Skipped(url, "off-site", article_id(url))
                elif request := self.article_request(url, asked_for=True):
                    yield request
            return
        if self.wanted.query and not any(way.searches for way in self.ways):
            say(f"{self.name} has no known search, so its feeds and listings are read instead")
        for request in self.begin():
            yield request

    def begin(self) -> list[Request]:
        """Make the plan and return the requests of its first tier."""
        self.reach = Reach(self.wanted, self._plan())
        return [self._listing(walk) for walk in self.reach.go_on()]

    def example(self, kind: str) -> dict[str, Any]:
        """Return the request arguments for the contracts; `kind` is `article` or `listing`."""
        url = self.examples[kind]
        walk = Walk(Way("listing", url)) if kind == "listing" else None
        return {"url": url, "cb_kwargs": {"walk": walk}}

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
            meta={"listing": not form},  # the answer to a form is never "not modified"
            cb_kwargs={"walk": walk},
        )

    def _next_tier(self) -> None:
        """Try the next ways if those so far failed or do not cover what is wanted.

        An archive that ignores the requested dates, for example, answers with its newest page.
        """
        if walks := self.reach.go_on():
            for walk in walks:
                self.crawler.engine.crawl(self._listing(walk))
            raise DontCloseSpider

    def shortfall(self) -> str | None:
        """Return a sentence if articles of the wanted days may be missing, else None."""
        return None if self.wanted.urls else self.reach.shortfall()

    @property
    def unhelpful_listings(self) -> set[str]:
        """Addresses of listings that were not enough; a 304 from one must not end the search."""
        return self.reach.unhelpful

    def note_settled(self, request: Request, verdict: str) -> None:
        """Note that a link need not be followed because an earlier crawl found `verdict` there.

        That an article of other days is an older one is certain only if no last day was given.
        """
        walk: Walk | None = request.cb_kwargs.get("walk")
        if walk:
            astray = verdict in ASTRAY
            older = verdict == "off-dates" and self.wanted.until is None
            if older or not astray:
                walk.note(older=older, astray=astray)
            else:
                walk.outcome.astray += 1

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Any]:
        """Request the articles that a listing links to, and its next page.

        @example listing
        @returns requests 1
        """
        self._account().count_page(listing=True)
        try:
            listing = walk.read(response)
        except NotAListing as error:
            reason = "broken-feed" if walk.way.sure else "no-such-way"
            reason = "challenge" if challenge_of(response) else reason
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
        empty_day = walk.way.dated  # a day without news is not a fault
        if not (articles or listing.further or empty_day or not walk.at_first_page):
            yield Skipped(response.url, "no-links", detail=response.url)
        first = walk.at_first_page
        if walk.turn(articles, self.wanted):
            yield self._listing(walk)
        if first:
            yield from self._after(walk)

    def _after(self, walk: Walk) -> Iterator[Request]:
        """Yield the requests that were waiting for the first answer of a walk."""
        for released in self.reach.after(walk):
            yield self._listing(released)

    def is_listed_article(self, url: str, kind: Kind) -> bool:
        """Return whether a link leads to an article, given the kind of listing that contains it."""
        return self.is_article(url)

    def further_ways(self, listing: Listing) -> Iterator[Step]:
        """Yield ways found through the links of a listing; overridden for sites with many hosts."""
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
        """Return whether the date beside a link rules its article out.

        That date may be off by one day (another time zone, a change after midnight), so at the
        borders only the article's own date decides.
        """
        earliest = link.published
        return self._is_older(link) or (
            earliest is not None and self.wanted.after(_shift(earliest, -1))
        )

    def _is_older(self, link: Listed) -> bool:
        """Return whether the date beside a link shows that its article is older than wanted.

        An article last changed before the wanted days was also published before them.
        """
        latest = link.published or link.modified
        return latest is not None and self.wanted.before(_shift(latest, 1))

    def _further(self, url: str, walk: Walk) -> Request | None:
        """Return a request for a sitemap of an index; None if the index seems to have no end."""
        most = self.crawler.settings.getint("MOST_SITEMAPS")
        if walk.depth >= _SITEMAP_DEPTH or walk.outcome.sitemaps > most:
            walk.outcome.failed = True
            return None
        walk.outcome.sitemaps += 1
        way = Way("sitemap", url.replace("{", "{{").replace("}", "}}"), sure=walk.way.sure)
        return self._listing(Walk(way, outcome=walk.outcome, depth=walk.depth + 1))

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """Record a listing that could not be fetched; a guessed one may well not exist."""
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
        if reason == "too-large":
            reason = "listing-too-large"
        if reason not in SENTENCES:
            detail = f"{url}: {detail}" if detail else url
        yield Skipped(url, reason, detail=detail)


def _shift(moment: date | datetime, days: int) -> date:
    return date.fromordinal(moment.toordinal() + days)
