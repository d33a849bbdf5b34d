"""The `<base>` of a page, from which its relative addresses start."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.links import base_of_links

__all__ = ["apply_base"]

_ATTRIBUTES: Final = ("href", "src", "data-src", "data-original", "data-lazy-src")
_ELEMENTS: Final = "a[href], link[href], img, amp-img"
_METAS: Final = "meta[property='og:image'], meta[property='og:url']"
# Such an address starts from the host, from the page itself, or from nowhere.
_NOT_RELATIVE: Final = ("/", "#", "\\")


def apply_base(tree: LexborHTMLParser, url: str | None) -> None:
    """Make the relative addresses of a page absolute where its `<base>` changes what they mean.

    The base of another site, or of a page whose own address is unknown, does not count: it would
    make its links and pictures those of a stranger.
    """
    head = tree.head
    element = head.css_first("base[href]") if head is not None else None
    stated = element.attributes.get("href") if element is not None else None
    base = base_of_links(stated, url) if stated and url else None
    if base is None:
        return
    for node, key in _addresses_in(tree):
        written = (node.attributes.get(key) or "").strip()
        if found := _from_base(written, base):
            node.attrs[key] = found


def _addresses_in(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Yield the elements that have an address, each with the attribute's name."""
    for node in tree.css(_ELEMENTS):
        yield from ((node, key) for key in _ATTRIBUTES if key in node.attributes)
    yield from ((node, "content") for node in tree.css(_METAS))


def _from_base(address: str, base: str) -> str | None:
    """Return where an address leads that starts from the page's folder; not `/x`, `mailto:x`."""
    if not address or address.startswith(_NOT_RELATIVE):
        return None
    try:
        return None if urlsplit(address).scheme else urljoin(base, address)
    except ValueError:
        return None
