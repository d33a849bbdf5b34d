"""Which agency an article is from and what identifies it: agency, news code, id.

The same functions are used before the fetch, when only the URL is known, and after it, when the
page has stated its code.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from urllib.parse import (
    SplitResult,
    parse_qsl,
    unquote,
    urlencode,
    urljoin,
    urlsplit,
    urlunsplit,
)

from cleaners.addresses import ascii_host, percent_encoded
from cleaners.persian.folding import latin_digits
from cleaners.tables import read_table

__all__ = [
    "SAME_LETTERS",
    "SHORTEST_SLUG",
    "TWO_PART_CODE",
    "Agency",
    "absolute",
    "agencies",
    "agency_of",
    "article_id",
    "bare_host",
    "canonical_url",
    "host_of",
    "is_host_of",
    "news_code_of",
    "path_of",
]

# Query parameters that only say where a click came from.
_TRACKING: Final = re.compile(
    r"^(?:utm_.*|fb_.*|mc_.*|fbclid|gclid|msclkid|igshid|yclid|_ga|_gl|ref|source|amp|print|share"
    r"|replytocom|phpsessid|sessionid|sid|nocache)$",
    re.IGNORECASE,
)
# Query parameters that identify the article on sites without codes in the path. Other parameters
# count if the path does not identify it: `/show.aspx?code=22345`.
_IDENTIFYING: Final = ("p", "newsview", "pageid", "nn", "id", "newsid", "news_id")
#: Fewest letters of a slug that identifies an article; `/show.aspx` and `/story` do not.
SHORTEST_SLUG: Final = 12
_NUMBER: Final = re.compile(r"\d{3,}")
# Prefixes under which a site serves the same pages again: `www.`, for phones, AMP. What follows
# must be a host by itself.
_SAME_SITE: Final = re.compile(r"(?:www|m|mobile|amp)\.(?=[^.]+\.)")
#: Old codes of ISNA have two parts: `/news/8802-10752/…`, «کد خبر: 8802-10752».
TWO_PART_CODE: Final = r"\d{4}-\d{4,6}"
# URL shapes of the CMS families, for hosts that have no entry of their own.
# A date may precede the code (`/fa/news/1404/07/15/3415955/…`) or take its place.
_DAY: Final = r"(?:1[34]|20)\d\d/\d\d?/\d\d?/"
_MONTH: Final = r"(?:1[34]|20)\d\d/\d\d?/"
# A slug may begin with any year or day (`1357-…`, `2026-02-…`, `20260201-…`); a folder can only be
# named for a year in which the Web existed, so an old code such as `/news/1350/…` stays a code. In
# doubt it is not a code: two articles with the same code are worse than one without.
_IN_SLUG: Final = r"(?:1[34]|19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?-"
_YEAR: Final = r"(?:13[7-9]|14[01]|199|20[0-3])\d(?:[/?]|\.html?$|$)"
_FAMILY_CODES: Final = (
    re.compile(r"^/(?:fa/)?tiny/news[-/](\d{4,17})(?:[-/?]|$)"),
    re.compile(
        r"^/(?:fa/)?(?:amp/)?(?:news|print|amp|photos?|videos?|media|details|news/show)[-/]"
        rf"(?:{_DAY}|(?!{_YEAR}|{_MONTH}|{_IN_SLUG}))"
        rf"({TWO_PART_CODE}(?=[/?]|$)|\d{{4,17}})(?:[-/?]|\.html?$|$)"
    ),
    re.compile(r"^/(?:fa/)?(?:بخش|section)-[^/]+/(\d{4,12})(?:[-/?]|$)"),
    re.compile(rf"^/News/(?!{_YEAR})(\d{{1,17}})(?:[/?]|$)"),
    re.compile(r"[?&](?:newsview|nn|newsid|news_id)=(\d{1,16})", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of `data/agencies.toml`."""

    key: str
    name: str
    hosts: tuple[str, ...]
    code: tuple[re.Pattern[str], ...]
    many_sites: bool = False
    canonical: str | None = None


@cache
def agencies() -> dict[str, Agency]:
    """Return the agencies that have a key of their own, by key."""
    table = read_table("agencies")
    return {
        key: Agency(
            key=key,
            name=entry["name"],
            hosts=tuple(entry["hosts"]),
            code=tuple(re.compile(pattern) for pattern in entry["code"]),
            many_sites=entry.get("many_sites", False),
            canonical=entry.get("canonical"),
        )
        for key, entry in table.items()
    }


@cache
def _agency_by_host() -> dict[str, Agency]:
    return {host: agency for agency in agencies().values() for host in agency.hosts}


@lru_cache(maxsize=1024)
def _known_agency(host: str) -> Agency | None:
    """Return the agency that owns `host` or a domain above it."""
    by_host = _agency_by_host()
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if agency := by_host.get(".".join(labels[start:])):
            return agency
    return None


def host_of(url: str) -> str:
    """Return the `bare_host` of an absolute address, in ASCII; "" for any other."""
    try:
        return _host_in(urlsplit(url).netloc)
    except ValueError:  # a bracket that does not open an IPv6 address
        return ""


@lru_cache(maxsize=256)  # most links of a page lead to a few hosts
def _host_in(netloc: str) -> str:
    host = SplitResult("", netloc, "", "", "").hostname or ""
    return bare_host(ascii_host(host))


def is_host_of(host: str, hosts: Iterable[str]) -> bool:
    """Return whether `host` is one of `hosts`, or a subdomain of one."""
    return any(host == known or host.endswith("." + known) for known in hosts)


def bare_host(host: str) -> str:
    """Return a host without the prefixes under which a site serves the same articles again.

    >>> bare_host("m.tabnak.ir")
    'tabnak.ir'
    """
    name = host.lower()
    while found := _SAME_SITE.match(name):
        name = name[found.end() :]
    return name


@lru_cache(maxsize=256)
def agency_of(url: str | None) -> str:
    """Return the agency's key for `url`: `ilna`, `tvto` …, else its `bare_host`.

    `unknown` without a URL, or for one without a host.
    """
    host = host_of(url) if url else ""
    agency = _known_agency(host) if host else None
    return agency.key if agency else host or "unknown"


@lru_cache(maxsize=256)  # asked several times for the address of each page
def news_code_of(url: str | None) -> str | None:
    """Return the news code (کد خبر) in `url`, in Latin digits, or None.

    >>> news_code_of("https://www.mehrnews.com/news/6017630/پیش‌بینی")
    '6017630'
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = latin_digits(unquote(parts.path)) + (f"?{parts.query}" if parts.query else "")
    agency = _known_agency(_host_in(parts.netloc))
    for pattern in agency.code if agency else _FAMILY_CODES:
        if found := pattern.search(path):
            return found[1]
    return None


def absolute(url: str, base: str | None) -> str | None:
    """Return `url` as an absolute http(s) address, or None for one that no browser could open."""
    try:
        joined = urljoin(base or "", url.strip())
        parts = urlsplit(joined)
        parts.port  # noqa: B018  (raises for an invalid port)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None


@lru_cache(maxsize=1024)
def path_of(url: str) -> str:
    """Return the decoded path of `url` without a slash at its end; "" for the front page."""
    try:
        return unquote(urlsplit(url).path).rstrip("/")
    except ValueError:
        return ""


def canonical_url(url: str) -> str:
    """Return `url` as the project spells it: one spelling for each article.

    If the agency's addresses are made from news codes, it is the one for the article's code.
    Otherwise scheme and host are in lower case, fragment and tracking parameters are dropped, and
    what is not ASCII is percent-encoded, as crawlers do; the path is the same otherwise.

    >>> canonical_url("HTTPS://Example.ir/خبر#top")
    'https://example.ir/%D8%AE%D8%A8%D8%B1'
    """
    parts = _canonical_parts(url)
    if parts is None:
        return url.strip()
    path, query = percent_encoded(parts.path), percent_encoded(parts.query)
    return urlunsplit(parts._replace(path=path, query=query))


@lru_cache(maxsize=256)
def _canonical_parts(url: str) -> SplitResult | None:
    """Return the parts of `canonical_url`, not yet encoded; None if no browser could open it."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = ascii_host(parts.hostname or "")
    agency, code = _known_agency(bare_host(host)), news_code_of(url)
    if agency and agency.canonical and code:
        return urlsplit(agency.canonical.format(code=code))
    host = f"[{host}]" if ":" in host else host
    netloc = f"{host}:{port}" if port not in (None, 80, 443) else host
    given = parts.query.split("&")
    query = "&".join(one for one in given if not _TRACKING.match(unquote(one.partition("=")[0])))
    return SplitResult(parts.scheme.lower(), netloc, parts.path or "/", query, "")


def article_id(
    url: str | None,
    *,
    agency: str | None = None,
    news_code: str | None = None,
    fingerprint: str = "",
) -> str:
    """Return the id of an article: the same before the fetch and after it.

    The code in the URL takes precedence over `news_code`, which the page states. Without either the
    id is made from the URL, and without a URL from the text's `fingerprint`. Without a URL a code
    only counts if the site is known, as every site counts its articles from 1.

    >>> article_id("https://www.ilna.ir/fa/tiny/news-1714210")
    'ilna:1714210'
    """
    key = agency or agency_of(url)
    code = news_code_of(url) or news_code
    known = agencies().get(key)
    if not url:
        is_one_site = key != "unknown" and not (known and known.many_sites)
        return f"{key}:{code if code and is_one_site else fingerprint[:16]}"
    if known and known.many_sites:
        host = host_of(url)
        return f"{key}:{host}:{code}" if code else f"{key}:{_sha1(host + _identity_path(url))}"
    return f"{key}:{code or _sha1(_identity_path(url))}"


def _identity_path(url: str) -> str:
    """Return path and identifying query of `url`, in the spelling that ids are made from."""
    parts = _canonical_parts(url)
    if parts is None:
        return url.strip()
    path = unicodedata.normalize("NFC", unquote(parts.path)).translate(SAME_LETTERS).rstrip("/ ")
    last = path.rpartition("/")[2]
    is_slug = len(last) >= SHORTEST_SLUG or bool(_NUMBER.search(last)) or not last.isascii()
    query = sorted(
        (k, v)
        for k, v in parse_qsl(parts.query, keep_blank_values=True)
        # `?22345` says which article it is, `?mobile` and `?id=` do not
        if (v or any(map(str.isdigit, k))) and (not is_slug or k.lower() in _IDENTIFYING)
    )
    return f"{path}?{urlencode(query)}" if query else path


#: Slugs are typed with Arabic or Persian letters, and with or without NBSP and ZWNJ.
SAME_LETTERS: Final = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "\u00a0": " ", "\u200c": None, "\u200f": None}
)


def _sha1(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:16]
