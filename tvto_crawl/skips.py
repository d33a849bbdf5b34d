"""Pages that a crawl leaves out, and why; they are counted by reason, never dropped silently."""

from dataclasses import dataclass
from typing import Final

from cleaners.errors import REASONS as NOT_AN_ARTICLE

__all__ = ["REASONS", "SENTENCES", "Skipped", "is_failure", "is_page_fault"]

#: Every reason, in words that follow a count (`left out 3 not HTML`) or the name of a page.
REASONS: Final[dict[str, str]] = {
    # the page is fine, but not what was asked for; valid only for the arguments of this crawl
    "off-topic": "about neither TVTO nor skills training (kept with -a topic=all)",
    "off-dates": "published outside since/until",
    "off-section": "of another section",
    "off-province": "of another province",
    "off-query": "without the words of the query",
    # the page holds no article
    "challenge": "hidden behind a firewall or a notice",
    "not-found": "not there, according to the page itself",
    "listing": "with a list of articles in place of one",
    "empty": "without article text",
    "not-html": "not HTML",
    "not-persian": "not Persian",
    "too-large": "larger or deeper than an article can be",
    "gone": "not there (any more), according to the site",
    "not-in-archive": "not in the WARC that is replayed",
    "off-site": "on hosts that are not the spider's",
    "robots": "forbidden by robots.txt",
    "over-limit": "more than -a limit asked for",
    "invalid": "unfit for the record's schema (kept in .rejected.jsonl beside the output)",
    # the page could not be fetched; the next crawl tries again
    "unreachable": "on a host that could not be reached",
    "no-robots": "on a host whose robots.txt could not be read",
    "timeout": "too slow (DOWNLOAD_TIMEOUT)",
    "broken": "broken off, or impossible to decode",
    "http-error": "answered with a server error",
    "blocked": "refused by the site (403, 429 or a bot challenge)",
    "cleaning-error": "on which the cleaners failed: a bug, please report it",
    # a listing or feed that did not help
    "broken-feed": "not a feed, or broken XML",
    "no-such-way": "tried, but not there",
    "too-many-sitemaps": "not requested: sitemaps that seem to have no end (MOST_SITEMAPS)",
    "listing-too-large": "larger than DOWNLOAD_MAXSIZE",
    "no-links": "without a link to an article",
}

#: Reasons whose details are whole sentences that name the host or the page.
SENTENCES: Final = frozenset({"unreachable", "no-robots", "blocked", "robots", "off-site"})
_CONDITIONAL: Final = frozenset(
    {"off-topic", "off-dates", "off-section", "off-province", "off-query"}
)
_FAILURES: Final = frozenset(
    {"unreachable", "no-robots", "timeout", "broken", "http-error", "blocked", "cleaning-error"}
    | {"challenge"}
)
# What a site answers for pages that are gone, but also for sound ones while it is in trouble.
_PAGE_FAULTS: Final = frozenset(
    {"gone", "off-site", *(str(reason) for reason in NOT_AN_ARTICLE if reason != "challenge")}
)


def is_failure(reason: str) -> bool:
    """Return whether `reason` says that a page could not be fetched, so a retry makes sense."""
    return reason in _FAILURES


def is_page_fault(reason: str) -> bool:
    """Return whether `reason` says that the address gave no article, whatever was wanted."""
    return reason in _PAGE_FAULTS


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article page that leads to no line in the output, or a listing that leads nowhere.

    Spiders yield it as an item; the output counts it and keeps it out of every file.
    """

    url: str
    """Address of the page."""
    reason: str
    """One of `REASONS`."""
    key: str | None = None
    """Id of the article, from its address; None for a listing."""
    detail: str = ""
    """What happened exactly, for people."""

    def __post_init__(self) -> None:
        if self.reason not in REASONS:
            raise ValueError(f"unknown reason to skip a page: {self.reason!r}")

    @property
    def conditional(self) -> bool:
        """Whether the reason is valid only for the arguments of this crawl."""
        return self.reason in _CONDITIONAL

    @property
    def failure(self) -> bool:
        """Whether the page could not be fetched, so that a retry makes sense."""
        return is_failure(self.reason)

    @property
    def page_fault(self) -> bool:
        """Whether the address gave no article, whatever was wanted."""
        return is_page_fault(self.reason)
