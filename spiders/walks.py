"""The walk through the pages of one listing, and when to stop turning pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from scrapy.http import Response

from cleaners.identity import article_id
from spiders.arguments import Wanted
from spiders.listings import (
    Listed,
    Listing,
    NotAListing,
    read_feed,
    read_page,
    read_sitemap,
    read_wordpress,
)
from spiders.ways import Kind, Way
from tvto_crawl.manners import challenge_of

__all__ = ["Outcome", "Walk"]

# The most pages of one listing that are read for chosen days; a page holds 10 to 100 articles.
_MOST_PAGES: Final = 2000
# Pages of answers to a query that are worth reading; later ones hardly contain its words.
_MOST_ANSWERS: Final = 50
# A listing without dates ends after this many pages in a row whose articles are all too old.
_PATIENCE: Final = 2

_READERS: Final[dict[Kind, Callable[[Response, str], Listing]]] = {
    "feed": lambda response, items: read_feed(response),
    "sitemap": lambda response, items: read_sitemap(response),
    "api": lambda response, items: read_wordpress(response),
    "listing": read_page,
    "archive": read_page,
    "search": read_page,
}


@dataclass(slots=True)
class Outcome:
    """The outcome of a walk so far; all sitemaps of one index share one `Outcome`."""

    read: int = 0
    """Pages that could be read."""
    unchanged: bool = False
    """The site says that nothing is new since an earlier crawl settled every link."""
    gone: bool = False
    """There is no such page (404, 410)."""
    failed: bool = False
    """A page could not be fetched or read, or was not requested."""
    links: int = 0
    """Links to articles."""
    led: int = 0
    """Links that may be wanted, judging by the date beside them."""
    astray: int = 0
    """Of those, articles that turned out to be from other days or another section."""
    older: int = 0
    """Articles from before the wanted days."""
    reached: bool = False
    """Pages were turned back to before the wanted days, or to the end."""
    newest_only: bool = False
    """It is a sitemap of the last days' news."""
    first_page: int = 0
    """Hash of the articles on its first page; 0 if there are none."""
    sitemaps: int = 1
    """Sitemaps requested."""
    complaint: str = ""
    """What was wrong with it, for people."""

    @property
    def helped(self) -> bool:
        """Whether it led to anything wanted, or would have if there had been news."""
        return self.unchanged or self.led > self.astray


@dataclass(slots=True)
class Walk:
    """A walk: a way, the values that fill in its template, the current page, and the outcome."""

    way: Way
    values: Mapping[str, str] = field(default_factory=dict)
    page: int = 0
    outcome: Outcome = field(default_factory=Outcome)
    depth: int = 0
    """How many sitemap indexes led to it."""
    found: bool = False
    """It was found through links, and may well lead nowhere."""
    _seen: set[str] = field(default_factory=set)
    _fresh: int = 0
    _older: int = 0
    _idle_pages: int = 0

    def __post_init__(self) -> None:
        self.page = self.page or self.way.first_page

    @property
    def address(self) -> str:
        """Address of the first page."""
        return self.way.address(self.values)

    @property
    def url(self) -> str:
        """Address of the current page."""
        return self.way.address(self.values, self.page)

    @property
    def at_first_page(self) -> bool:
        """Whether no page has been turned yet."""
        return self.page == self.way.first_page

    def read(self, response: Response) -> Listing:
        """Read a page of the listing.

        Raises:
            NotAListing: it is something else.
        """
        try:
            found = _READERS[self.way.kind](response, self.way.items)
            if not found.links and (what := challenge_of(response)):
                raise NotAListing(what)
        except NotAListing as error:
            self.outcome.failed, self.outcome.complaint = True, str(error)
            raise
        self.outcome.read += 1
        self.outcome.complaint = found.complaint
        self.outcome.newest_only |= found.newest_only
        return found

    def note(self, *, older: bool, astray: bool = False) -> None:
        """Note whether an article of the current page is older than what is wanted.

        `astray` says that it is from other days or another section.
        """
        self._older += older
        self._fresh += not older
        self.outcome.older += older
        self.outcome.astray += astray

    def covers(self, wanted: Wanted) -> bool:
        """Return whether all articles of the wanted days were among its links.

        A sitemap lists the whole site, a day's archive the whole day. Feeds and listings show the
        newest first, so they must have shown something older or reached their end.
        """
        outcome = self.outcome
        if outcome.failed or not (outcome.read or outcome.unchanged):
            return False
        if outcome.unchanged or self.way.by_day or outcome.reached:
            return True
        if self.way.kind == "sitemap":
            return bool(outcome.led or outcome.older) and (
                not outcome.newest_only or outcome.older > 0
            )
        if self.way.kind == "feed":
            return outcome.older > 0
        # Every page shows some older articles; if most are older, all newer ones are on it, too.
        return not self.way.paged and outcome.older > outcome.led - outcome.astray

    def turn(self, articles: list[Listed], wanted: Wanted) -> bool:
        """Turn the page if there is reason to; `articles` are those of the current page.

        Pages are turned to reach chosen days or all answers to a query, but not after a page
        without a new link, nor after one on which everything is older than what is wanted.
        """
        ids = {article_id(link.url) for link in articles}
        if self.at_first_page:
            self.outcome.first_page = hash(frozenset(ids)) if ids else 0
        if not self.way.paged or not (wanted.dated or wanted.query):
            return False
        new = ids - self._seen
        self._seen |= new
        self._idle_pages = 0 if self._fresh or not self._older else self._idle_pages + 1
        self._fresh = self._older = 0
        dates = [link.published for link in articles if link.published]
        all_older = bool(dates) and all(wanted.before(day) for day in dates)
        turned = self.page - self.way.first_page + 1
        most = _MOST_PAGES if wanted.dated else _MOST_ANSWERS
        too_old = all_older or self._idle_pages >= _PATIENCE
        # After the end come empty pages, or the last page again. If the second page is already the
        # first again, the site does not turn pages at all.
        ended = not new and turned > 1 and (not ids or turned > 2)
        at_first_day = self.way.dated and wanted.reaches_back_to(dates)
        self.outcome.reached |= too_old or ended or at_first_day
        if not new or too_old or turned >= most:
            return False
        self.page += 1
        return True
