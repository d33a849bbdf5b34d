"""The walk through the pages of one listing, and when to stop turning them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from scrapy.http import Response

from cleaners.identity import article_id
from spiders.arguments import Wanted
from spiders.listings import (
    Listed,
    Listing,
    read_feed,
    read_page,
    read_sitemap,
    read_wordpress,
)
from spiders.ways import Kind, Way

__all__ = ["Walk"]

# Pages of one listing that are read without a date to stop at; a page holds 10 to 100 articles.
_MOST_PAGES: Final = 2000
# The answers to a query that are worth reading; further ones hardly have its words.
_MOST_ANSWERS: Final = 50
# Pages in a row whose articles are all too old that end a listing which shows no dates itself.
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
class Walk:
    """A walk: the way, what fills its template, the page at hand, and what came of it so far."""

    way: Way
    values: Mapping[str, str] = field(default_factory=dict)
    page: int = 0
    _seen: set[str] = field(default_factory=set)
    _fresh: int = 0
    _older: int = 0
    _idle_pages: int = 0

    def __post_init__(self) -> None:
        self.page = self.page or self.way.first_page

    @property
    def url(self) -> str:
        """Address of the page at hand."""
        return self.way.address(self.values, self.page)

    @property
    def at_first_page(self) -> bool:
        """Tell whether no page has been turned yet."""
        return self.page == self.way.first_page

    def read(self, response: Response) -> Listing:
        """Read a page of the listing.

        Raises:
            NotAListing: it is something else.
        """
        return _READERS[self.way.kind](response, self.way.items)

    def note(self, *, older: bool) -> None:
        """Note that an article of the page at hand is wanted, or older than what is."""
        self._older += older
        self._fresh += not older

    def turn(self, articles: list[Listed], wanted: Wanted) -> bool:
        """Turn the page if there is reason to; `articles` are those of the page at hand.

        Pages are turned to reach chosen days or all answers to a query; not after a page without
        a new link, nor when everything on it is older than what is wanted.
        """
        if not self.way.paged or not (wanted.dated or wanted.query):
            return False
        new = {article_id(link.url) for link in articles} - self._seen
        self._seen |= new
        self._idle_pages = 0 if self._fresh or not self._older else self._idle_pages + 1
        self._fresh = self._older = 0
        dates = [link.published for link in articles if link.published]
        all_older = bool(dates) and all(wanted.before(day) for day in dates)
        turned = self.page - self.way.first_page + 1
        most = _MOST_PAGES if wanted.dated else _MOST_ANSWERS
        if not new or all_older or self._idle_pages >= _PATIENCE or turned >= most:
            return False
        self.page += 1
        return True
