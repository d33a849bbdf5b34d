"""The closing account: what a crawl did, for people and machines, and whether it did its work."""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import unquote

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

from cleaners.article import Article
from tvto_crawl.coverage import Coverage
from tvto_crawl.skips import REASONS, Skipped
from tvto_crawl.sources import Sources
from tvto_crawl.store import Store, StoreError
from tvto_crawl.terminal import say
from tvto_crawl.wording import counted

__all__ = ["Account", "fatal_of", "record_failure", "stop"]

# Names of the statistics that the account is made of.
_FATAL: Final = "account/fatal"
_PAGES: Final = "account/pages"
_LISTINGS: Final = "account/listings"
_UNCHANGED: Final = "account/listings_unchanged"
_WRITTEN: Final = "account/written"
_KNOWN: Final = "account/known/"
_FOUND: Final = "account/found/"
_AGREE: Final = "account/second_opinion/agree"
_DISAGREE: Final = "account/second_opinion/disagree"
_SKIPPED: Final = "account/skipped/"
_PROBLEMS: Final = "account/listing_problems/"
# What a spider may have to say of the section that it was asked for.
_MISNAMED: Final = "misnamed_section"
# Reasons whose details are whole sentences.
_TELLING: Final = frozenset({"unreachable", "blocked", "robots"})
# How many failed pages are named in full before they are only counted.
_NAMED: Final = 5


def record_failure(crawler: Crawler, sentence: str) -> None:
    """Note why the crawl can't do its work; the first reason counts."""
    if not crawler.stats.get_value(_FATAL):
        crawler.stats.set_value(_FATAL, sentence)


def fatal_of(crawler: Crawler) -> str | None:
    """Return the sentence of `record_failure`, if any."""
    found = crawler.stats.get_value(_FATAL) if crawler.stats else None
    return str(found) if found else None


def stop(crawler: Crawler, sentence: str) -> None:
    """End the crawl for a reason that its account will give."""
    record_failure(crawler, sentence)
    deferred_from_coro(crawler.engine.close_spider_async(reason="stopped"))


class Account:
    """Extension that counts, and says at the end how it went.

    `failed` is a sentence when the crawl could not do its work, else None. `store` is what the
    output writes to, `target` its name for people.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._named = 0
        self._details: dict[str, str] = {}
        self._run: str | None = None
        self._coverage = Coverage()
        self._store: Store | None = None
        self.target = ""
        self.failed: str | None = None
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the extension of `crawler`."""
        return cls(crawler)

    def open(self, store: Store, arguments: str) -> None:
        """Begin a run in the ledger of `store`; the account closes both."""
        self._store = store
        addon = self._crawler.get_addon(Sources)
        self._run = store.ledger.begin_run(arguments, addon.source.kind if addon else "live")

    def count_page(self, *, listing: bool = False) -> None:
        """Count a page that was fetched: an article's, or a listing or feed."""
        self._crawler.stats.inc_value(_LISTINGS if listing else _PAGES)

    def count_unchanged(self) -> None:
        """Count a listing of which the site said that it has not changed."""
        self._crawler.stats.inc_value(_UNCHANGED)

    def count_found(self, kind: str, count: int) -> None:
        """Count links to articles that a kind of listing gave."""
        self._crawler.stats.inc_value(_FOUND + kind, count)

    def count_written(self, article: Article) -> None:
        """Count an article that was written, and which of its fields are there."""
        self._crawler.stats.inc_value(_WRITTEN)
        self._coverage.add(article)

    def count_lost(self) -> None:
        """Take back the count of an article that its file did not take after all."""
        self._crawler.stats.inc_value(_WRITTEN, -1)

    def count_known(self, verdict: str) -> None:
        """Count a page that an earlier crawl has settled: `written`, or left out for a reason."""
        self._crawler.stats.inc_value(_KNOWN + verdict)

    def count_skip(self, skipped: Skipped) -> None:
        """Count a page that leads to no line; name it when it failed."""
        listing = skipped.key is None
        self._crawler.stats.inc_value((_PROBLEMS if listing else _SKIPPED) + skipped.reason)
        if skipped.detail:
            self._details.setdefault(skipped.reason, skipped.detail)
        if skipped.failure and skipped.reason != "unreachable":
            self._named += 1
            if self._named <= _NAMED:
                why = skipped.detail or REASONS[skipped.reason]
                say(f"failed: {unquote(skipped.url)} · {unquote(why)}")

    def count_opinion(self, *, agrees: bool) -> None:
        """Count a page that was also cleaned without its rules."""
        self._crawler.stats.inc_value(_AGREE if agrees else _DISAGREE)

    @property
    def written(self) -> int:
        """How many articles were written."""
        return self._count(_WRITTEN)

    @property
    def pages(self) -> int:
        """How many pages were fetched, listings too."""
        return self._count(_PAGES) + self._count(_LISTINGS)

    @property
    def left_out(self) -> int:
        """How many pages led to no line."""
        return self._counts(_SKIPPED).total()

    @property
    def settled(self) -> int:
        """How many pages of articles are done with, those that earlier crawls have settled too."""
        return self.written + self.left_out + self._counts(_KNOWN).total()

    def _count(self, name: str) -> int:
        return int(self._crawler.stats.get_value(name, 0))

    def _counts(self, prefix: str) -> Counter[str]:
        stats = self._crawler.stats.get_stats()
        return Counter(
            {name.removeprefix(prefix): n for name, n in stats.items() if name.startswith(prefix)}
        )

    # --- The end -------------------------------------------------------------------------------

    def _closed(self, spider: Spider, reason: str) -> None:
        if "SCRAPY_CHECK" in os.environ or self._crawler.settings.get("PROBE"):
            return  # contracts and probes give accounts of their own
        alarms = self._alarms()
        if missing := self._shortfall(spider, reason):
            alarms.append(missing)
        self.failed = self._verdict(alarms, reason)
        account = self._as_data(spider.name, reason, alarms)
        for line in self._lines(spider.name, alarms, reason):
            say(line)
        path = self._crawler.settings.get("STATS_JSON")
        if path and (complaint := _write_json(Path(path).expanduser(), account)):
            say(complaint)
            self.failed = self.failed or complaint
        if self._store:
            self._keep(self._store, account, complete=reason == "finished" and not missing)
            self._store.close()

    def _keep(self, store: Store, account: dict[str, Any], *, complete: bool) -> None:
        """Enter the run in the ledger, and what the next one can leave unasked."""
        from tvto_crawl.conditional import ConditionalListings

        try:
            if self._run:
                store.ledger.end_run(self._run, account)
            listings = self._crawler.get_downloader_middleware(ConditionalListings)
            if listings and complete and not self._failures():
                listings.keep(store.ledger)
            store.commit()
        except sqlite3.Error as error:
            say(f"the ledger beside {store.path} can't be written: {error}")
        except StoreError as error:
            say(str(error))

    def _shortfall(self, spider: Spider, reason: str) -> str | None:
        """Return what the spider says is missing; a replay has what it has."""
        addon = self._crawler.get_addon(Sources)
        live = addon is None or addon.source.kind == "live"
        told = getattr(spider, "shortfall", None)
        ended_by_itself = reason == "finished" and (self.pages or self._count(_UNCHANGED))
        return told() if told and live and ended_by_itself else None

    def _failures(self) -> Counter[str]:
        every = self._counts(_SKIPPED) + self._counts(_PROBLEMS)
        return Counter({why: n for why, n in every.items() if Skipped("", why).failure})

    def _alarms(self) -> list[str]:
        """Return what looks wrong although every page came."""
        alarms = []
        doubtful, agreed = self._count(_DISAGREE), self._count(_AGREE)
        if doubtful > max(1, agreed):
            compared = counted(doubtful + agreed, "page")
            alarms.append(
                f"the layout may have changed: on {doubtful} of {compared} the "
                "generic way finds another body than the rules (kept in articles/doubtful)"
            )
        met = self._counts(_SKIPPED) + self._counts(_KNOWN)
        nothing_kept = not (self.written or met["written"])
        if nothing_kept and met["off-section"] and hasattr(self._crawler.spider, _MISNAMED):
            alarms.append(getattr(self._crawler.spider, _MISNAMED)())
        if not self._store:
            return alarms
        past = [run["account"] for run in self._store.ledger.runs() if run["account"]]
        alarms += self._coverage.alarms([account.get("coverage", {}) for account in past])
        wanted = getattr(self._crawler.spider, "wanted", None)
        if wanted and wanted.dated and not self._counts(_FOUND).total():
            since, until = str(wanted.since or "0001-01-01"), str(wanted.until or "9999-12-31")
            if had := self._store.ledger.count_published(since, until):
                alarms.append(f"no article was found in days that had {had} before")
        return alarms

    def _as_data(self, name: str, reason: str, alarms: list[str]) -> dict[str, Any]:
        return {
            "spider": name,
            "ended": datetime.now(UTC).isoformat(timespec="seconds"),
            "reason": reason,
            "target": self.target,
            "articles": self.written,
            "pages": self._count(_PAGES),
            "listings": self._count(_LISTINGS),
            "listings_unchanged": self._count(_UNCHANGED),
            "found": dict(self._counts(_FOUND)),
            "known": dict(self._counts(_KNOWN)),
            "skipped": dict(self._counts(_SKIPPED)),
            "listing_problems": dict(self._counts(_PROBLEMS)),
            "second_opinion": {
                "agree": self._count(_AGREE),
                "disagree": self._count(_DISAGREE),
            },
            "coverage": self._coverage.as_data(),
            "alarms": alarms,
            "failed": self.failed,
        }

    def _lines(self, name: str, alarms: list[str], reason: str) -> Iterator[str]:
        if self.failed and not self.target:  # it ended before it began
            yield f"{name}: {self.failed}"
            return
        known, found = self._counts(_KNOWN), self._counts(_FOUND)
        already = f"{known.pop('written', 0)} already written"
        yield f"{name}: {counted(self.written, 'new article')}, {already} · {self.target}"
        unchanged = self._count(_UNCHANGED)
        same = f", {unchanged} more unchanged" if unchanged else ""
        pages, listings = self._count(_PAGES), self._count(_LISTINGS)
        fetched = f"{counted(pages, 'article')}, {counted(listings, 'listing')}"
        yield f"  pages    {fetched}{same}"
        if found:
            by_way = ", ".join(f"{count} by {kind}" for kind, count in found.most_common() if count)
            yield f"  links    {by_way or 'none'}"
        for why, count in self._counts(_SKIPPED).most_common():
            yield f"  left out {count} {REASONS[why]}"
        if known:
            yield f"  before   {known.total()} left out by an earlier crawl: " + ", ".join(
                f"{count} {why}" for why, count in known.most_common()
            )
        for why, count in self._counts(_PROBLEMS).most_common():
            detail = f": {unquote(self._details[why])}" if why in self._details else ""
            yield f"  listing  {count} {REASONS[why]}{detail}"
        if doubtful := self._count(_DISAGREE):
            twice = counted(doubtful + self._count(_AGREE), "page")
            yield f"  doubtful {doubtful} of {twice} looked at twice"
        for alarm in alarms:
            yield f"  alarm    {alarm}"
        if self.failed:
            yield f"{name}: {self.failed}"

    def _verdict(self, alarms: list[str], reason: str) -> str | None:
        """Return why the crawl could not do its work, or None when it did."""
        skipped, problems = self._counts(_SKIPPED), self._counts(_PROBLEMS)
        known = self._counts(_KNOWN)
        if fatal := fatal_of(self._crawler):
            return fatal
        if reason == "shutdown":
            return "stopped by a signal before the end; the next run goes on from here"
        if errors := self._count("spider_exceptions/count"):
            return f"{counted(errors, 'error')} in the spider itself; `-L ERROR` shows more"
        if bugs := skipped["cleaning-error"]:
            pages = counted(bugs, "page")
            return f"the cleaners failed on {pages}, named above: a bug, please report it"
        failures = self._failures()
        if failures.total() >= max(self.pages, 1) and failures:
            why = failures.most_common(1)[0][0]
            return self._no_page(why)
        if not (self.pages or self._count(_UNCHANGED) or known) and (problems or skipped):
            why = (problems + skipped).most_common(1)[0][0]
            return self._no_page(why)
        if failures.total() * 2 > self.pages:
            return f"{failures.total()} of {counted(self.pages + failures.total(), 'page')} failed"
        if alarms:
            return alarms[0]
        if self.pages and not (self.written or known or skipped or self._count(_UNCHANGED)):
            return "no link to an article was found; the site may have changed its layout"
        return None

    def _no_page(self, why: str) -> str:
        """Return the sentence for a crawl that got no page, and why: one of `REASONS`."""
        detail = unquote(self._details.get(why, ""))
        if why in _TELLING and detail:
            return detail
        return f"no page could be had: {REASONS[why]}" + (f" ({detail})" if detail else "")


def _write_json(path: Path, account: dict[str, Any]) -> str | None:
    """Write the whole file or leave it as it was; return why it can't be written, or None."""
    partial = path.with_name(f".{path.name}.partial")
    text = json.dumps(account, ensure_ascii=False, indent=2) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a pipe or device is no file to replace
            path.write_text(text, "utf-8")
            return None
        partial.write_text(text, "utf-8")
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        return f"STATS_JSON: {path} can't be written: {error.strerror or error}"
    return None
