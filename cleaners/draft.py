"""What extraction found on a page, before it is normalized and becomes an article."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from cleaners.article import Image

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """The fields as the page has them, white space squeezed and nothing else touched."""

    extractor: str
    kicker: str | None = None
    title: str | None = None
    lead: str | None = None
    body: list[str] = field(default_factory=list)
    published: Iterable[str] = ()
    """Every date of publication that the page gives, the most trusted first. Lazy where rules read
    the page: later sources are searched only if the first date fails."""
    modified: Iterable[str] = ()
    """Every date of modification, likewise."""
    news_code: str | None = None
    section: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    site_name: str | None = None
    holder: LexborNode | None = None
    """Element that holds the body, for looking around it on the page."""
    warnings: list[str] = field(default_factory=list)
