"""Keep a crawl on the public web: on the spider's hosts, and never at private addresses.

A page can link or redirect anywhere: to `http://169.254.169.254/`, to a name that resolves to
127.0.0.1, to `file:`. `ALLOW_PRIVATE_ADDRESSES=1` allows the loopback, for tests.
"""

import ipaddress
import socket
from collections.abc import Sequence
from typing import Any, Final, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

__all__ = ["OwnHostsOnly", "PublicResolver", "is_private", "literal_address"]

_SETTING: Final = "ALLOW_PRIVATE_ADDRESSES"

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def literal_address(host: str) -> _Address | None:
    """Return the IP address that `host` stands for, in any notation, or None for a name.

    >>> literal_address("2130706433")
    IPv4Address('127.0.0.1')
    """
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    if not host[:1].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_private(address: _Address) -> bool:
    """Return whether an address is outside the public internet (loopback, link-local …)."""
    mapped = getattr(address, "ipv4_mapped", None)
    return not (mapped or address).is_global or address.is_multicast


class OwnHostsOnly:
    """Downloader middleware that lets only http(s) to the spider's public hosts pass.

    Unlike Scrapy's own filter, it passes every refusal to the errback, so that it is counted.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._private_too = crawler.settings.getbool(_SETTING)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the middleware for `crawler`."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let the request pass, or raise IgnoreRequest."""
        parts = urlparse_cached(request)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https"):
            raise IgnoreRequest(f"offsite: {parts.scheme}: is not http or https")
        domains = getattr(self._crawler.spider, "allowed_domains", None) or []
        if domains and not any(host == d or host.endswith(f".{d}") for d in domains):
            redirected = [urlsplit(url).hostname for url in request.meta.get("redirect_urls", ())]
            way = f"{redirected[0]} redirects to {host}, which" if redirected else host
            raise IgnoreRequest(f"offsite: {way} is not one of the spider's hosts")
        address = literal_address(host)
        if address and is_private(address) and not self._private_too:
            raise IgnoreRequest(f"offsite: {host} is a private address")


class PublicResolver(CachingThreadedResolver):
    """DNS resolver that treats private addresses as no answer."""

    def __init__(
        self, reactor: ReactorBase, cache_size: int, timeout: float, private_too: bool = False
    ) -> None:
        super().__init__(reactor, cache_size, timeout)
        # A proxy that the user set may well be on the loopback.
        proxies = (urlsplit(url if "//" in url else f"//{url}") for url in getproxies().values())
        self._free = {proxy.hostname for proxy in proxies}
        self._private_too = private_too

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Create the resolver for `crawler`."""
        settings = crawler.settings
        size = settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0
        return cls(reactor, size, settings.getfloat("DNS_TIMEOUT"), settings.getbool(_SETTING))

    def getHostByName(  # noqa: N802  (Twisted's name)
        self, name: str, timeout: Sequence[int] = ()
    ) -> Deferred[str]:
        """Resolve `name`; a private address fails like a name that does not exist."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        if not self._private_too and name not in self._free:
            found.addCallback(_refuse_private, name)
        return found


def _refuse_private(address: Any, name: str) -> Any:
    if is_private(ipaddress.ip_address(address)):
        raise DNSLookupError(f"{name} resolves to {address}, a private address")
    return address
