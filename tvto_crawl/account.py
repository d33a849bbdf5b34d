"""The closing account: what a crawl did, for people and machines, and whether it did its work."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import unquote

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from tvto_crawl.counts import Counts
from tvto_crawl.fatal import fatal_of, record_failure
from tvto_crawl.ledger import Ledger
from tvto_crawl.replacing import replacing
from tvto_crawl.skips import REASONS, SENTENCES
from tvto_crawl.sources import Sources
from tvto_crawl.store import Store, StoreError
from tvto_crawl.terminal import say
from tvto_crawl.wording import counted

__all__ = ["Account"]

# Method of a spider that explains why the requested section had no article.
_MISNAMED: Final = "misnamed_section"
# A crawl whose pages all hold no article is an alarm from this many pages on; fewer may just be
# links to something else.
_SUSPICIOUS: Final = 3
# The same for a site that has given articles before: a few new pages a day are always galleries,
# videos or dead links.
_SUSPICIOUS_LATER: Final = 10


class Account(Counts):
    """Extension that counts, and reports at the end how the crawl went.

    `failed` is a sentence if the crawl could not do its work, else None. `given` says whether the
    account was given; it is not when a second signal ends the crawl. `target` is the name of the
    output in messages.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._run: str | None = None
        self._store: Store | None = None
        self.target = ""
        self.failed: str | None = None
        self.given = False
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the extension for `crawler`."""
        return cls(crawler)

    def open(self, store: Store, arguments: str) -> None:
        """Begin a run in the ledger of `store`; the account will close both."""
        self._store = store
        addon = self._crawler.get_addon(Sources)
        kind = addon.source.kind if addon else "live"
        self._run = store.ask(lambda ledger: ledger.begin_run(arguments, kind))

    def _closed(self, spider: Spider, reason: str) -> None:
        settings = self._crawler.settings
        if "SCRAPY_CHECK" in os.environ or settings.get("PROBE") or settings.getbool("LOOK_ONLY"):
            return  # contracts, probes and `scrapy shell` have reports of their own, or none
        self.given = True
        alarms = self._alarms()
        if missing := self._shortfall(spider, reason):
            alarms.append(missing)
        self.failed = self._verdict(alarms, reason)
        account = self._as_data(spider.name, reason, alarms)
        for line in self._lines(spider.name, alarms, reason):
            say(line)
        if self._store:
            complete = reason == "finished" and not missing
            self._fail_late(account, self._keep(self._store, account, complete=complete))
            self._store.close()
        if path := self._crawler.settings.get("STATS_JSON"):
            self._fail_late(account, _write_json(Path(path).expanduser(), account))

    def _fail_late(self, account: dict[str, Any], complaint: str | None) -> None:
        """Say what failed after the account was given; it fails the crawl, too."""
        if complaint and complaint != self.failed:
            say(f"{account['spider']}: {complaint}")
            self.failed = account["failed"] = self.failed or complaint

    def _keep(self, store: Store, account: dict[str, Any], *, complete: bool) -> str | None:
        """Enter the run in the ledger, and what the next run need not ask for.

        Return why that can't be written, or None.
        """
        from tvto_crawl.conditional import ConditionalListings

        try:
            if self._run:
                store.ledger.end_run(self._run, account)
            listings = self._crawler.get_downloader_middleware(ConditionalListings)
            if listings and complete and not (self.failures or self.pending):
                listings.keep(store.ledger)
            store.commit()
        except sqlite3.Error as error:
            return store.complaint_of_ledger("written", error)
        except StoreError as error:
            return str(error)
        return None

    def _shortfall(self, spider: Spider, reason: str) -> str | None:
        """Return what the spider says is missing; in a replay nothing more can be had."""
        addon = self._crawler.get_addon(Sources)
        live = addon is None or addon.source.kind == "live"
        shortfall = getattr(spider, "shortfall", None)
        ended_by_itself = reason == "finished" and (self.pages or self.unchanged)
        return shortfall() if shortfall and live and ended_by_itself else None

    def _alarms(self) -> list[str]:
        """Return what looks wrong even though every page came."""
        alarms = []
        doubtful, agreed = self.disagreeing, self.agreeing
        if doubtful > max(1, agreed):
            compared = counted(doubtful + agreed, "page")
            alarms.append(
                f"the layout may have changed: on {doubtful} of {compared} generic extraction "
                "finds another body than the rules (kept in articles/doubtful)"
            )
        enough = _SUSPICIOUS_LATER if self.known["written"] else _SUSPICIOUS
        if (faults := self.only_faults) >= enough:
            why = REASONS[self.skipped.most_common(1)[0][0]]
            alarms.append(
                f"none of {faults} new pages was an article: {why}; the site may be in trouble, "
                "so they will be requested again on later days"
            )
        met = self.skipped + self.known
        nothing_kept = not (self.written or met["written"])
        if nothing_kept and met["off-section"] and hasattr(self._crawler.spider, _MISNAMED):
            alarms.append(getattr(self._crawler.spider, _MISNAMED)())
        if not self._store:
            return alarms
        past = [run["account"] for run in self._runs() if run["account"]]
        alarms += self.coverage.alarms([account.get("coverage", {}) for account in past])
        wanted = getattr(self._crawler.spider, "wanted", None)
        if wanted and wanted.whole_days and not self.found.total():
            since, until = str(wanted.since or "0001-01-01"), str(wanted.until or "9999-12-31")
            if had := self._asked(lambda ledger: ledger.count_published(since, until), 0):
                alarms.append(f"no article was found in days that had {had} before")
        return alarms

    def _runs(self) -> list[dict[str, Any]]:
        return self._asked(lambda ledger: list(ledger.runs()), [])

    def _asked[Answer](self, question: Callable[[Ledger], Answer], otherwise: Answer) -> Answer:
        """Return what the ledger answers; a damaged one fails the crawl."""
        try:
            return self._store.ask(question) if self._store else otherwise
        except StoreError as error:
            record_failure(self._crawler, str(error))
            return otherwise

    def _as_data(self, name: str, reason: str, alarms: list[str]) -> dict[str, Any]:
        return {
            "spider": name,
            "ended": datetime.now(UTC).isoformat(timespec="seconds"),
            "reason": reason,
            "target": self.target,
            "articles": self.written,
            "pages": self.article_pages,
            "listings": self.listings,
            "listings_unchanged": self.unchanged,
            "found": dict(self.found),
            "known": dict(self.known),
            "skipped": dict(self.skipped),
            "listing_problems": dict(self.problems),
            "second_opinion": {
                "agree": self.agreeing,
                "disagree": self.disagreeing,
            },
            "coverage": self.coverage.as_data(),
            "alarms": alarms,
            "failed": self.failed,
        }

    def _lines(self, name: str, alarms: list[str], reason: str) -> Iterator[str]:
        if self.failed and not self.target:  # it ended before it began
            yield f"{name}: {self.failed}"
            return
        known, found = self.known, self.found
        written_before = known.pop("written", 0)
        doubt = " (wanted now or not)" if written_before and self._knows_unwanted() else ""
        already = f"{written_before} already written{doubt}"
        yield f"{name}: {counted(self.written, 'new article')}, {already} · {self.target}"
        unchanged = self.unchanged
        same = f", {unchanged} more unchanged" if unchanged else ""
        none = self.without_article
        others = f", {counted(none, 'page')} without one" if none else ""
        articles, listings = self.article_pages - none, self.listings
        fetched = f"{counted(articles, 'article')}{others}, {counted(listings, 'listing')}"
        yield f"  pages    {fetched}{same}"
        if found:
            by_way = ", ".join(f"{count} by {kind}" for kind, count in found.most_common() if count)
            yield f"  links    {by_way or 'none'}"
        for why, count in self.skipped.most_common():
            yield f"  left out {count} {REASONS[why]}"
        if known:
            yield f"  before   {known.total()} left out by an earlier crawl: " + ", ".join(
                f"{count} {REASONS.get(why, why)}" for why, count in known.most_common()
            )
        for why, count in self.problems.most_common():
            detail = unquote(self.details.get(why, ""))
            # The last line says it anyway.
            detail = "" if detail in (self.failed or "") else f"{_before(why, count)}{detail}"
            yield f"  listing  {count} {REASONS[why]}{detail}"
        if doubtful := self.disagreeing:
            twice = counted(doubtful + self.agreeing, "page")
            yield f"  doubtful {doubtful} of {twice} looked at twice"
        for alarm in alarms:
            yield f"  alarm    {alarm}"
        if self.failed:
            yield f"{name}: {self.failed}"

    def _knows_unwanted(self) -> bool:
        """Return whether articles may be written that do not fit this crawl's arguments.

        They are not looked at again, so what they are about is not known.
        """
        wanted = getattr(self._crawler.spider, "wanted", None)
        if not (self._store and wanted and wanted.narrowed):
            return False
        now = wanted.signature()
        return any(run["arguments"] != now for run in self._runs())

    def _verdict(self, alarms: list[str], reason: str) -> str | None:
        """Return why the crawl could not do its work, or None when it did."""
        skipped, problems = self.skipped, self.problems
        known = self.known
        if fatal := fatal_of(self._crawler):
            return fatal
        if reason == "shutdown":
            return "stopped by a signal before the end; the next run continues from here"
        if errors := self.spider_errors:
            failed = f"{counted(errors, 'callback')} failed"
            return f"the spider has a bug: {failed}, see the traceback above; please report it"
        if bugs := skipped["cleaning-error"]:
            pages = counted(bugs, "page")
            return f"the cleaners have a bug: they failed on {pages}, named above; please report it"
        failures = self.failures
        if failures.total() >= max(self.pages, 1) and failures:
            why = failures.most_common(1)[0][0]
            return self._no_page(why)
        if not (self.pages or self.unchanged or known) and (problems or skipped):
            why = (problems + skipped).most_common(1)[0][0]
            return self._no_page(why)
        if failures.total() * 2 > self.pages:
            return f"{failures.total()} of {counted(self.pages + failures.total(), 'page')} failed"
        if alarms:
            return alarms[0]
        came = self.written or known or skipped or self.unchanged
        if self.pages and not (came or self.found.total()):
            return "no link to an article was found; the site may have changed its layout"
        return None

    def _no_page(self, why: str) -> str:
        """Return the sentence for a crawl that got no page; `why` is one of `REASONS`."""
        detail = unquote(self.details.get(why, ""))
        if why in SENTENCES and detail:
            return detail
        return f"no page could be fetched: {REASONS[why]}" + (f" ({detail})" if detail else "")


def _before(why: str, count: int) -> str:
    """Return what stands between a reason and its first detail."""
    return ": " if count == 1 or why in SENTENCES else ", such as "


def _write_json(path: Path, account: dict[str, Any]) -> str | None:
    """Write the whole file, or leave it as it was and return why it can't be written."""
    text = json.dumps(account, ensure_ascii=False, indent=2) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as unfinished:
            # What is not UTF-8 in the name of a folder becomes an escape of JSON.
            unfinished.write_text(text, "utf-8", "backslashreplace")
    except OSError as error:
        return f"STATS_JSON: {path} can't be written: {error.strerror or error}"
    return None
