"""Back off from a site that refuses requests, and leave it alone if it goes on refusing.

A 401, 403, 429 or 503 and a challenge page count as refusals. Each doubles the pause before the
site's next page, unless Retry-After asks for more. After several in a row the site counts as
blocked.
"""

import logging
import re
import time
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response, XmlResponse
from scrapy.utils.httpobj import urlparse_cached
from twisted.python.failure import Failure

from cleaners.tables import read_table
from tvto_crawl.fatal import record_failure

__all__ = ["BackOff", "SiteBlocked", "challenge_of"]

_logger = logging.getLogger(__name__)

_REFUSALS: Final = frozenset({401, 403, 429, 503})
# Bytes and links of a challenge page at most; a site's own pages are longer or have more links.
_CHALLENGE_SIZE: Final = 20_000
_MOST_LINKS: Final = 5
_LINK: Final = re.compile(rb"<a\s", re.IGNORECASE)
# Seconds of pause after the first refusal; each further one doubles it.
_FIRST_PAUSE: Final = 5.0
# Seconds; a site that asks for a longer pause is left for another day.
_LONGEST_PAUSE: Final = 600.0


class SiteBlocked(IgnoreRequest):
    """The site refuses requests; the message is a sentence that says how."""


class BackOff:
    """Downloader middleware that counts each host's refusals in a row.

    `BLOCKED_AFTER` of them (5 by default) end the crawl of the host; 0 means never, as in a replay.
    With `DOWNLOAD_DELAY=0` the only pauses are those that Retry-After asks for.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getint("BLOCKED_AFTER"):
            raise NotConfigured
        self._crawler = crawler
        self._most = crawler.settings.getint("BLOCKED_AFTER")
        self._hurried = crawler.settings.getfloat("DOWNLOAD_DELAY") == 0
        self._refusals: Counter[str] = Counter()
        self._verdicts: dict[str, str] = {}
        crawler.signals.connect(self._downloaded, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the middleware for `crawler`."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Stop requests to a host that has refused too often.

        Raises:
            SiteBlocked: the host has refused too often; the message says how.
        """
        if verdict := self._verdicts.get(_host(request)):
            raise SiteBlocked(verdict)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Retry temporary refusals later, and look for challenges in the unpacked page."""
        if response.status in _REFUSALS:
            if response.status in (429, 503) and self._crawler.spider:
                reason = f"HTTP {response.status}"
                again = get_retry_request(request, spider=self._crawler.spider, reason=reason)
                return again or response
        elif response.status < 400 and challenge_of(response):
            self._refused(request, response)
        else:
            self._refusals[_host(request)] = 0
        return response

    def _downloaded(self, response: Response, request: Request) -> None:
        """Count a refusal before the host's next request is sent."""
        if response.status in _REFUSALS:
            self._refused(request, response)

    def _refused(self, request: Request, response: Response) -> None:
        host = _host(request)
        self._refusals[host] += 1
        asked = _retry_after(response)
        if asked > _LONGEST_PAUSE or self._refusals[host] >= self._most:
            self._give_up(request, response, asked)
            return
        pause = asked or (0 if self._hurried else _FIRST_PAUSE * 2 ** (self._refusals[host] - 1))
        self._pause(request, min(pause, _LONGEST_PAUSE))

    def _give_up(self, request: Request, response: Response, asked: float) -> None:
        host = _host(request)
        how = f"HTTP {response.status}" if response.status >= 400 else "a bot challenge"
        if self._refusals[host] > 1:
            how += f" {self._refusals[host]} times in a row"
        wish = f" and asks to be left alone for {asked / 60:.0f} minutes" if asked else ""
        self._verdicts[host] = (
            f"blocked: {host} answers with {how}{wish}; "
            "some sites answer only inside Iran, others want a slower crawl"
        )
        record_failure(self._crawler, self._verdicts[host])
        slot = self._slot(request)
        while slot and slot.queue:  # requests that still wait are not sent either
            _, waiting = slot.queue.popleft()
            blocked = SiteBlocked(self._verdicts[host])
            waiting.errback(Failure(blocked))  # type: ignore[no-untyped-call]

    def _pause(self, request: Request, seconds: float) -> None:
        """Hold back the host's next request for `seconds`."""
        slot = self._slot(request)
        if slot and seconds:
            _logger.info("%s: pausing for %.0f s", _host(request), seconds)
            # The slot counts its delay from its last request.
            slot.lastseen = max(slot.lastseen, time.monotonic() + seconds - slot.delay)
            slot.delay = slot.delay or 0.001  # a slot without a delay ignores `lastseen`

    def _slot(self, request: Request) -> Any:
        """Return the downloader's slot of the request's host, or None."""
        downloader: Any = self._crawler.engine.downloader
        return downloader.slots.get(downloader.get_slot_key(request))


def challenge_of(response: Response) -> str | None:
    """Return which firewall or filter answers in place of the site, in words, or None.

    Its pages are short, have hardly any links, and bear a known mark.
    """
    body = response.body
    if isinstance(response, XmlResponse) or len(body) >= _CHALLENGE_SIZE:
        return None
    if len(_LINK.findall(body)) > _MOST_LINKS:
        return None
    return next((what for mark, what in _challenges() if mark in body), None)


@cache
def _challenges() -> list[tuple[bytes, str]]:
    """Return the marks that only challenge pages have, each with its description."""
    table = read_table("not-articles")["challenge"]
    return [(entry["mark"].encode(), entry["what"]) for entry in table if not entry.get("weak")]


def _retry_after(response: Response) -> float:
    """Return the seconds of a Retry-After header, given in seconds or as a date; 0 without one."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _host(request: Request) -> str:
    return urlparse_cached(request).netloc
