"""Where a link leads: to the page itself, to another story, or to a site's front page."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from cleaners.identity import absolute, agency_of, article_id, host_of, is_host_of, news_code_of

__all__ = [
    "base_of_links",
    "is_own_address",
    "leads_to_another_site",
    "leads_to_another_story",
    "leads_to_front",
    "leads_to_tag",
]

_TAG: Final = re.compile(r"/(?:tags?|keywords?)(?![a-z])", re.IGNORECASE)
# Paths of a front page: of the whole site, or of its Persian part.
_FRONT: Final = frozenset(("", "fa", "index.html", "index.php"))


def leads_to_tag(href: str) -> bool:
    """Return whether an address is that of a tag's or a keyword's list."""
    return _TAG.search(href) is not None


@lru_cache(maxsize=4096)
def is_own_address(href: str, url: str | None) -> bool:
    """Return whether a link on the page at `url` leads to that page, by their article ids."""
    if not url:
        return False
    try:
        return article_id(urljoin(url, href)) == article_id(url)
    except ValueError:
        return False


def leads_to_another_story(href: str, code: str | None, url: str | None) -> bool:
    """Return whether a link's address is that of an article other than the one with `code`.

    `url` is the address of the page with the link.
    """
    if "://" in href or href.startswith("//"):
        found = news_code_of(href)
    else:  # relative: in its site's own shape, or in one that many sites use
        found = news_code_of(f"http://{host_of(url or '')}{href}")
        found = found or news_code_of(f"http://site.invalid{href}")
    if found:
        return found != code
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
