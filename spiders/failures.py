"""Why a page could not be fetched: a reason to count, and words for people."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from tvto_crawl.manners import SiteBlocked, challenge_of
from tvto_crawl.robots import HostUnreachable, RobotsForbid, RobotsMissing

__all__ = ["is_unchanged", "reason_of"]

_REFUSED = frozenset({401, 403, 407, 418, 429, 451})
_GONE = frozenset({404, 410})


def reason_of(failure: Failure) -> tuple[str, str]:
    """Return why a download failed: one of `tvto_crawl.skips.REASONS`, and the exact cause."""
    error = failure.value
    detail = " ".join(str(error).split()) or type(error).__name__
    match error:
        case HttpError():
            return _of_status(error.response)
        case SiteBlocked():
            return "blocked", detail
        case RobotsMissing():
            return "no-robots", detail
        case RobotsForbid():
            return "robots", detail
        case HostUnreachable() | CannotResolveHostError() | DownloadConnectionRefusedError():
            return "unreachable", detail
        case DownloadTimeoutError():
            return "timeout", detail
        case DownloadCancelledError():
            return "too-large", "larger than DOWNLOAD_MAXSIZE"
        case ResponseDataLossError() | DownloadFailedError() | OSError() | EOFError():
            return "broken", f"the connection broke off ({type(error).__name__})"
        case IgnoreRequest() if "offsite" in detail:
            return "off-site", detail.removeprefix("offsite: ")
        case IgnoreRequest() if "redirect" in detail:
            return "broken", "it redirects in a circle"
        case IgnoreRequest() if "DOWNLOAD_MAXSIZE" in detail:
            return "too-large", "unpacks to more than DOWNLOAD_MAXSIZE"
    return "broken", f"{type(error).__name__}: {detail}"


def is_unchanged(failure: Failure) -> bool:
    """Return whether the site only answered that the page has not changed (304)."""
    error = failure.value
    return isinstance(error, HttpError) and error.response.status == 304


def _of_status(response: Response) -> tuple[str, str]:
    status = response.status
    if "not-in-archive" in response.flags:
        return "not-in-archive", ""
    if status in _GONE:
        return "gone", f"HTTP {status}"
    if status in _REFUSED or challenge_of(response):
        return "blocked", f"HTTP {status}"
    return "http-error", f"HTTP {status}"
