"""Turn a portion of work into lines of JSONL, and account for every entry."""

import base64
import json
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final, Self

import cleaners  # loads its parts on demand, as the parent of the processes cleans nothing
from cleaners.errors import REASONS as NOT_AN_ARTICLE
from cleaners.errors import NotAnArticle
from tvto_crawl.bulk.entries import Entry, LeftOut
from tvto_crawl.bulk.repeats import distinct, short_id
from tvto_crawl.bulk.sites import address_of, idle_keys, profile_for, site_of

if TYPE_CHECKING:
    from cleaners import Article, SiteProfile

__all__ = ["REASONS", "Options", "Tally", "clean_entry", "lines_of"]

#: Why an entry led to no article, as a sentence for people.
REASONS: Final[dict[str, str]] = {
    **{str(reason): sentence for reason, sentence in NOT_AN_ARTICLE.items()},
    "http-status": "the server answered with an error or a redirect",
    "revisit": "the archive only says that the page had not changed since another capture",
    "torn": "the file is damaged or ends in the middle of a record",
    "nothing-to-clean": "the file is no page, archive or text",
    "unreadable": "the file can't be read",
    "bad-line": "the line is not a JSON object with a page or a text",
    "cleaning-error": "the cleaners failed on it: a bug, please report it",
}
# Sites without a profile that are counted for each portion: some are enough to be named.
_MOST_SITES: Final = 100
# Pages of each portion that are looked at for what a profile finds: that takes 1 ms.
_MOST_LOOKED_AT: Final = 20


@dataclass(frozen=True, slots=True)
class Options:
    """How to clean."""

    normalize: bool = True
    rules: bool = True
    agency: str | None = None
    """Key of the agency, for pages and texts that have no address and do not name it."""
    column: str | None = None
    """Column of JSONL that holds the page or text, if it can't be found out."""
    profiles: "tuple[SiteProfile, ...]" = ()
    """What was learned about some sites, for those of their pages that no rule covers."""
    url: str | None = None
    """Address of the page or text, if there is only one."""

    def signature(self) -> str:
        """Return a string that differs for different options."""
        return json.dumps(asdict(self), sort_keys=True)


@dataclass(slots=True)
class Tally:
    """Counts of what became of entries."""

    entries: int = 0
    articles: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """Counts by reason; together with the articles they add up to the entries."""
    with_profile: Counter[str] = field(default_factory=Counter)
    """If there are profiles: how many pages each of them fits, by its host."""
    without_profile: Counter[str] = field(default_factory=Counter)
    """If there are profiles: pages that none of them fits, by host; only some hosts of many."""
    by_rules: Counter[str] = field(default_factory=Counter)
    """Articles that a profile fits, but rules took, by its host."""
    looked_at: Counter[str] = field(default_factory=Counter)
    """Articles that a profile helped with, by its host; only the first of each portion."""
    idle: Counter[str] = field(default_factory=Counter)
    """On how many of those a key of the profile found nothing, by host and key: `a.ir body`."""
    seconds: float = 0.0
    """Time spent by processes, reading and writing included."""
    ids: "array[int]" = field(default_factory=lambda: array("Q"))
    """The id of each article, shortened to 8 bytes."""

    @property
    def again(self) -> int:
        """Articles with the id of another: an archive may hold several captures of a page."""
        return len(self.ids) - distinct(self.ids)

    def count_site(self, host: str, profile: "SiteProfile | None") -> None:
        """Count a page by the profile that fits it, or else by its host."""
        if profile is not None:
            self.with_profile[profile.host] += 1
        elif host in self.without_profile or len(self.without_profile) < _MOST_SITES:
            self.without_profile[host] += 1

    def count_help(self, entry: Entry, article: "Article", profile: "SiteProfile") -> None:
        """Count how a profile helped with an article."""
        host = profile.host
        if not article.extractor.endswith("+profile"):
            self.by_rules[host] += 1
        elif self.looked_at[host] < _MOST_LOOKED_AT:
            self.looked_at[host] += 1
            self.idle.update(f"{host} {key}" for key in idle_keys(entry, profile))

    def add(self, other: "Tally") -> None:
        """Add the counts of another tally."""
        self.entries += other.entries
        self.articles += other.articles
        self.seconds += other.seconds
        self.ids.extend(other.ids)
        for each in fields(self):
            counts = getattr(self, each.name)
            if isinstance(counts, Counter):
                counts.update(getattr(other, each.name))

    def to_dict(self) -> dict[str, Any]:
        """Return the tally as plain values."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Self:
        """Create a tally from what `to_dict` returned."""
        ids = array("Q", base64.b64decode(values.get("ids", "")))
        counters = {k: Counter(v) for k, v in values.items() if isinstance(v, dict)}
        return cls(**(values | counters | {"ids": ids}))


def _plain(value: Any) -> Any:
    """Return a value of a tally as JSON has it."""
    if isinstance(value, array):
        return base64.b64encode(value.tobytes()).decode()
    return dict(value) if isinstance(value, Counter) else value


def clean_entry(entry: Entry, options: Options, tally: Tally | None = None) -> "Article | LeftOut":
    """Return the article in an entry, or the reason why there is none.

    If there are profiles, `tally` counts which of them fits, and whether it helps.
    """
    entry = replace(entry, url=options.url) if options.url else entry
    try:
        if entry.is_html:
            profile = profile_for(entry, options.profiles)
            if tally is not None and options.profiles:
                tally.count_site("" if profile else site_of(entry), profile)
            article = cleaners.clean_html(
                entry.content,
                entry.url,
                normalize=options.normalize,
                rules=options.rules,
                agency=options.agency,
                content_type=entry.content_type,
                fetched_at=entry.fetched_at,
                source=entry.source,
                profile=profile,
            )
            if tally is not None and profile is not None:
                tally.count_help(entry, article, profile)
            return article
        return _clean_text(entry, options)
    except NotAnArticle as refusal:
        return LeftOut(refusal.reason, entry.place, address_of(entry), str(refusal))
    except Exception as error:  # one page must not end a run of days
        kind = type(error).__name__
        return LeftOut("cleaning-error", entry.place, entry.url, f"{kind}: {error}")


def _clean_text(entry: Entry, options: Options) -> "Article":
    """Clean a text; agency, code and id come from its address, if there is one."""
    from cleaners.identity import agency_of, article_id, canonical_url, news_code_of
    from cleaners.plaintext import read_text

    assert isinstance(entry.content, str)
    agency = agency_of(entry.url) if entry.url else None
    article = read_text(
        entry.content, agency=agency, likely=options.agency, normalize=options.normalize
    )
    if isinstance(entry.fetched_at, str):
        article.fetched_at = entry.fetched_at
    if entry.url:
        article.url = canonical_url(entry.url)
        article.news_code = news_code_of(entry.url) or article.news_code
        article.id = article_id(
            article.url,
            agency=article.agency,
            news_code=article.news_code,
            fingerprint=article.fingerprint,
        )
    return article


def lines_of(
    entries: Iterable[Entry | LeftOut],
    options: Options,
    tally: Tally,
    *,
    reject: Callable[[LeftOut], object] | None = None,
    progress: Callable[[Tally], object] | None = None,
) -> Iterator[bytes]:
    """Yield a line for every article among `entries`, and count all entries in `tally`.

    `reject` is called with every entry that is left out, `progress` after each entry.
    """
    began = time.perf_counter()
    for entry in entries:
        tally.entries += 1
        outcome = entry if isinstance(entry, LeftOut) else clean_entry(entry, options, tally)
        if isinstance(outcome, LeftOut):
            tally.left_out[outcome.reason] += 1
            if reject:
                reject(outcome)
        else:
            tally.articles += 1
            tally.ids.append(short_id(outcome.id))
            yield outcome.to_json().encode("utf-8", "replace") + b"\n"
        if progress:
            progress(tally)
    tally.seconds += time.perf_counter() - began
