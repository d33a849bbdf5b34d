"""Read the links to articles from feeds, listings, sitemaps and WordPress answers.

Every function takes what a site sent, however broken or hostile, and returns what can be read.
"""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from lxml import etree
from parsel import Selector
from scrapy.http import Response, TextResponse
from scrapy.utils.response import get_base_url

from cleaners.dates.parsing import parse_date
from cleaners.identity import absolute

__all__ = [
    "Listed",
    "Listing",
    "NotAListing",
    "markup_of",
    "read_feed",
    "read_page",
    "read_sitemap",
    "read_wordpress",
]

# sitemaps.org allows 50 MB; a sitemap that unpacks to more than this is a bomb.
_LONGEST_SITEMAP: Final = 64 * 1024 * 1024
_XML_START: Final = re.compile(rb"<\?xml\s|<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
# Bytes searched for the start of the XML; some PHP warnings before it are this long.
_BEFORE_XML: Final = 10_000
# Where a listing shows the date of an entry.
_ENTRY_DATE: Final = (
    "time::attr(datetime), time::text, .date::text, [class*=date]::text, span::text"
)


class NotAListing(ValueError):  # noqa: N818  (the name says what it is)
    """The site sent something other than a listing; the message says what."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A link in a listing, with the date beside it."""

    url: str
    published: date | datetime | None = None
    modified: date | datetime | None = None
    """When it last changed; meaningless if a site gives every link the same time."""


@dataclass(slots=True)
class Listing:
    """What a listing holds: links, and for a sitemap index further sitemaps."""

    links: list[Listed] = field(default_factory=list)
    further: list[Listed] = field(default_factory=list)
    complaint: str = ""
    """What was wrong with it, even though links could be read."""
    newest_only: bool = False
    """Whether it is a sitemap for news search, which holds only the last two days."""

    def tells_changes(self) -> bool:
        """Return whether the links' times of change differ, as real ones do."""
        times = Counter(link.modified for link in self.links if link.modified)
        return len(self.links) < 3 or max(times.values(), default=0) * 2 <= len(self.links)


def read_feed(response: Response) -> Listing:
    """Read RSS or Atom; from broken XML, read what is before and after the break.

    Raises:
        NotAListing: it is not a feed.
    """
    root, complaint = _parse_xml(response.body)
    found = Listing(complaint=complaint)
    for entry in root.iter("{*}item", "{*}entry"):
        if url := _entry_url(entry):
            published = _date(_first_text(entry, "{*}pubDate", "{*}published", "{*}date"))
            modified = _date(_first_text(entry, "{*}updated"))
            found.links += _listed(url, response.url, published, modified)
    if not found.links and not any(True for _ in root.iter("{*}channel", "{*}feed")):
        raise NotAListing(f"not a feed, but <{etree.QName(root).localname}>")
    return found


def read_sitemap(response: Response) -> Listing:
    """Read a sitemap or sitemap index: XML, gzipped XML, or JSON `{"urls": [{"loc": …}]}`.

    Raises:
        NotAListing: it is not a sitemap.
    """
    body = _unpacked(response.body)
    if body.lstrip()[:1] in (b"{", b"["):
        return _json_sitemap(body, response.url)
    root, complaint = _parse_xml(body)
    found = Listing(complaint=complaint)
    for node in root.iter("{*}url", "{*}sitemap"):
        if url := next((t for t in map(_text, node.iterchildren("{*}loc")) if t), ""):
            published = _date(_first_text(node, "{*}publication_date"))
            modified = _date(_first_text(node, "{*}lastmod"))
            into = found.links if etree.QName(node).localname == "url" else found.further
            into += _listed(url, response.url, published, modified)
            found.newest_only |= published is not None
    if not found.links and not found.further and etree.QName(root).localname == "html":
        raise NotAListing("not a sitemap, but a page")
    return found


def read_page(response: Response, items: str = "") -> Listing:
    """Read the links of a page; `items` is the CSS selector of its entries, read with their dates.

    Raises:
        NotAListing: it is not HTML.
    """
    markup = markup_of(response)
    if markup is None:
        raise NotAListing("not a page, but " + (_content_type(response) or "bytes"))
    found, base = Listing(), _base_of(response)
    for entry in markup.css(items) if items else ():
        href = entry.css("a::attr(href)").get() or entry.attrib.get("href")
        if href:
            dates = (_date(text) for text in entry.css(_ENTRY_DATE).getall()[:8])
            when = next((day for day in dates if day), None)
            found.links += _listed(href, base, when)
    if not found.links:
        for href in markup.css("a::attr(href)").getall():
            found.links += _listed(href, base)
    return found


def markup_of(response: Response) -> Selector | None:
    """Return the markup of an HTML page, or None for anything else."""
    if not isinstance(response, TextResponse):
        return None
    try:
        found: Selector = response.selector
    except ValueError:  # its <base> is not an address
        found = Selector(response.text, type="html")
    return found if found.type == "html" else None


def _base_of(response: Response) -> str:
    """Return the base of relative links: `<base>` if it is an address, else the page's own."""
    try:
        base = get_base_url(response) if isinstance(response, TextResponse) else ""
    except ValueError:
        base = ""
    return absolute(base, None) or response.url


def read_wordpress(response: Response) -> Listing:
    """Read an answer of WordPress's `/wp-json/wp/v2/posts`.

    Raises:
        NotAListing: it is something else.
    """
    posts = _parse_json(response.body)
    if not isinstance(posts, list):
        raise NotAListing("not a list of posts")
    found = Listing()
    for post in posts:
        if isinstance(post, dict) and isinstance(post.get("link"), str):
            dates = _date(post.get("date")), _date(post.get("modified"))
            found.links += _listed(post["link"], response.url, *dates)
    return found


def _json_sitemap(body: bytes, base: str) -> Listing:
    data = _parse_json(body)
    entries = data.get("urls") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        raise NotAListing("not a sitemap, but other JSON")
    found = Listing()
    for entry in entries:
        url = entry.get("loc") if isinstance(entry, dict) else entry
        if isinstance(url, str):
            # One site misspells the key.
            modified = (
                entry.get("lastmod") or entry.get("lastmode") if isinstance(entry, dict) else None
            )
            found.links += _listed(url, base, _date(modified), _date(modified))
    return found


def _parse_json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotAListing("not JSON, or broken JSON") from error


def _parse_xml(body: bytes) -> tuple[etree._Element, str]:
    """Return the root and what was wrong. No entity is expanded, and nothing is fetched."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(_from_its_start(body), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAListing(f"not XML: {str(error)[:80]}") from error
    if root is None:
        raise NotAListing("not XML" if body.strip() else "empty")
    errors = [e for e in parser.error_log if e.level_name in ("ERROR", "FATAL")]
    return root, f"broken XML in line {errors[0].line}" if errors else ""


def _from_its_start(body: bytes) -> bytes:
    """Return XML without what precedes it: a byte order mark, a PHP warning."""
    start = _XML_START.search(body, 0, _BEFORE_XML)
    return body[start.start() :] if start else body.lstrip(b"\xef\xbb\xbf \t\r\n")


def _unpacked(body: bytes) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        unpacker = zlib.decompressobj(wbits=31)
        text = unpacker.decompress(body, _LONGEST_SITEMAP)
    except zlib.error as error:
        raise NotAListing("a broken gzip file") from error
    if unpacker.unconsumed_tail:
        raise NotAListing("a gzip file that unpacks to more than a sitemap may hold")
    return text


def _entry_url(entry: etree._Element) -> str:
    for link in entry.iter("{*}link"):
        if link.get("rel", "alternate") == "alternate" and (
            url := (link.get("href") or link.text or "").strip()
        ):
            return url
    guid = _first_text(entry, "{*}guid", "{*}id")
    return guid if guid.startswith(("http://", "https://")) else ""


def _first_text(node: etree._Element, *names: str) -> str:
    for child in _named(node, names):
        if text := _text(child):
            return text
    return ""


def _text(node: etree._Element) -> str:
    return (node.text or "").strip()


def _named(node: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    for name in names:
        yield from node.iter(name)


def _date(text: object) -> date | datetime | None:
    return parse_date(text) if isinstance(text, str) and text else None


def _listed(
    href: str,
    base: str,
    published: date | datetime | None = None,
    modified: date | datetime | None = None,
) -> list[Listed]:
    """Return the link with its dates, or an empty list if no browser could open it."""
    url = absolute(href, base)
    return [Listed(url, published, modified)] if url else []


def _content_type(response: Response) -> str:
    return (response.headers.get("Content-Type") or b"").decode("latin-1").partition(";")[0]
