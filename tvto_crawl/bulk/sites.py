"""Which site a page belongs to, and what was learned about that site."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from cleaners.errors import NotAnArticle
from tvto_crawl.bulk.entries import Entry

if TYPE_CHECKING:
    from cleaners import SiteProfile

__all__ = ["address_of", "idle_keys", "profile_for", "site_of"]

# Keys of a profile that say where something is.
_PLACES: Final = ("title", "lead", "body", "kicker", "published", "code", "section", "tags")


def profile_for(entry: Entry, profiles: "Sequence[SiteProfile]") -> "SiteProfile | None":
    """Return the profile for the host of a page, or for a domain above it (`www.`, `fars.`).

    If there is only one profile, a page without an address is taken to belong to its site.
    """
    if not profiles:
        return None
    url = address_of(entry)
    if url is None:
        return profiles[0] if len(profiles) == 1 else None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    fitting = [p for p in profiles if f".{host}".endswith(f".{p.host.removeprefix('www.')}")]
    return max(fitting, key=lambda profile: len(profile.host), default=None)


def address_of(entry: Entry) -> str | None:
    """Return the address that came with a page, or else the canonical address that it states.

    Return None for a text, and for a page that states no web address or can't be parsed.
    """
    if entry.url or not entry.is_html:
        return entry.url
    from cleaners.identity import canonical_url
    from cleaners.markup.page import open_page

    try:
        stated = open_page(entry.content, None, content_type=entry.content_type).canonical
    except NotAnArticle:
        return None
    return canonical_url(stated) if stated and stated.startswith(("http://", "https://")) else None


def site_of(entry: Entry) -> str:
    """Return the host of a page's address, or "" if it is not known."""
    from cleaners.identity import host_of

    return host_of(address_of(entry) or "")


def idle_keys(entry: Entry, profile: "SiteProfile") -> list[str]:
    """Return the keys of a profile that name places, none of which has a text on a page."""
    from cleaners.layouts.sources import values_at
    from cleaners.markup.page import open_page
    from cleaners.rules import Source

    page = open_page(entry.content, entry.url, content_type=entry.content_type)

    def finds(key: str) -> bool:
        sources = map(Source.parse, getattr(profile, key))
        return any(any(values_at(page, source, page.tree.css)) for source in sources)

    return [key for key in _PLACES if getattr(profile, key) and not finds(key)]
