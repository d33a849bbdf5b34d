"""Where a link leads: to the page itself, to another story, or to a site's front page."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from cleaners.identity import (
    absolute,
    agencies,
    agency_of,
    article_id,
    host_of,
    is_host_of,
    news_code_of,
)
from cleaners.tables import read_table

__all__ = [
    "base_of_links",
    "is_own_address",
    "leads_to_another_site",
    "leads_to_another_story",
    "leads_to_channel",
    "leads_to_front",
    "leads_to_picture",
    "leads_to_tag",
]

_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:\?|$)", re.IGNORECASE)
_TAG: Final = re.compile(r"/(?:tags?|keywords?)(?![a-z])", re.IGNORECASE)
# Paths of a front page: of the whole site, or of its Persian part.
_FRONT: Final = frozenset(("", "fa", "index.html", "index.php"))


def leads_to_picture(href: str) -> bool:
    """Return whether an address is that of a picture, such as the one in the link, larger."""
    return _PICTURE.search(href) is not None


def leads_to_tag(href: str) -> bool:
    """Return whether an address is that of a tag's or a keyword's list."""
    return _TAG.search(href) is not None


@lru_cache(maxsize=4096)
def is_own_address(href: str, url: str | None) -> bool:
    """Return whether a link on the page at `url` leads to that page, by their article ids."""
    if not url:
        return False
    try:
        address = _absolute(href, url)
        # The code alone tells nearly all links apart.
        return news_code_of(address) == news_code_of(url) and article_id(address) == article_id(url)
    except ValueError:
        return False


@lru_cache(maxsize=1024)  # asked several times for each link of a page
def _absolute(href: str, url: str) -> str:
    return href if href.startswith(("http://", "https://")) else urljoin(url, href)


def leads_to_another_story(href: str, code: str | None, url: str | None) -> bool:
    """Return whether a link on the page at `url` leads to an article other than the page's own.

    `code` is the news code that the page states, if it does.
    """
    try:
        address = _absolute(href, url or "")
    except ValueError:
        return False
    found = news_code_of(address)
    if not found and address != href and agency_of(url) in agencies():
        # relative, and not in its site's own shape, but in one that many sites use
        found = news_code_of(f"http://site.invalid{href}")
    if found:
        return found not in (code, news_code_of(url))
    return unquote(href).startswith(("/اخبار/", "/news/"))


def leads_to_another_site(href: str, url: str | None) -> bool:
    """Return whether a link on the page at `url` leads to another site.

    A site and its subdomains are one, and so are the sites of an agency; an address without a host
    is of the page's own site.

    >>> leads_to_another_site("//b.ir/x", "https://www.a.ir/"), leads_to_another_site("/x", None)
    (True, False)
    """
    if not host_of(href) or not host_of(url or ""):
        return False
    own, other = agency_of(url), agency_of(href)
    return not is_host_of(other, (own,)) and not is_host_of(own, (other,))


def leads_to_channel(href: str) -> bool:
    """Return whether an address is on a network where sites have channels: `https://t.me/x`."""
    return is_host_of(host_of(href), read_table("generic")["channels"]["hosts"])


def base_of_links(stated: str, url: str) -> str | None:
    """Return what a `<base>` on the page at `url` makes of it, if it is the site's and a change.

    >>> base_of_links("/portal/", "https://a.ir/news/1")
    'https://a.ir/portal/'
    """
    base = absolute(stated, url)
    if base is None or not host_of(url) or leads_to_another_site(base, url):
        return None
    return base if urljoin(base, ".") != urljoin(url, ".") else None


def leads_to_front(href: str) -> bool:
    """Return whether an address, absolute or relative, is that of a site's front page.

    It has no path, or only that of a language; a place on the same page (`#top`) does not count.
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    path = parts.path.strip("/").lower()
    return path in _FRONT and not parts.query and not href.startswith("#")
