"""Of which site a page is, and what was learned of that site."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleaners.errors import NotAnArticle
from tvto_crawl.bulk.entries import Entry

if TYPE_CHECKING:
    from cleaners import SiteProfile

__all__ = ["address_of", "profile_for"]


def profile_for(entry: Entry, profiles: "Sequence[SiteProfile]") -> "SiteProfile | None":
    """Return the profile of the site that a page is of, or of a site above it: `www.`, `fars.`.

    A page that tells no address is taken for one of the site where there is only one profile.
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
    """Return the address that came with a page, else the canonical one that it tells of itself.

    None for a text, and for a page that tells no address of the web or can't be parsed.
    """
    if entry.url or not entry.is_html:
        return entry.url
    from cleaners.identity import canonical_url
    from cleaners.markup.page import open_page

    try:
        told = open_page(entry.content, None, content_type=entry.content_type).canonical
    except NotAnArticle:
        return None
    return canonical_url(told) if told and told.startswith(("http://", "https://")) else None
