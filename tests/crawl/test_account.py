"""The closing account: what it says reads as a sentence, and is true."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Spider
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from scrapy.statscollectors import MemoryStatsCollector

from cleaners.errors import REASONS as NOT_AN_ARTICLE
from spiders.arguments import Wanted
from tvto_crawl.account import Account
from tvto_crawl.skips import REASONS, Skipped
from tvto_crawl.store import Store


@pytest.fixture
def account() -> Account:
    crawler: Any = SimpleNamespace(
        settings=Settings(), signals=SignalManager(), spider=Spider("mehr")
    )
    crawler.stats = MemoryStatsCollector(crawler)
    account = Account(crawler)
    account.target = "mehr.jsonl"
    return account


def told(account: Account) -> list[str]:
    return list(account._lines("mehr", [], "finished"))


def test_every_reason_follows_a_count() -> None:
    assert set(NOT_AN_ARTICLE) <= set(REASONS)
    for words in REASONS.values():
        assert words.partition(" ")[0] not in {"the", "a", "it", "do", "does"}


def test_a_page_that_is_not_there_is_counted_in_words_that_fit(account: Account) -> None:
    account.count_skip(Skipped("https://a.ir/1", "not-found", "a:1"))
    assert "  left out 1 not there, according to the page itself" in told(account)


@pytest.mark.parametrize(("count", "between"), [(1, ": "), (2, ", such as ")])
def test_of_several_listings_one_is_named_as_an_example(
    count: int, between: str, account: Account
) -> None:
    for number in range(count):
        url = f"https://a.ir/{number}"
        account.count_skip(Skipped(url, "no-such-way", detail=url))
    assert f"  listing  {count} tried, but not there{between}https://a.ir/0" in told(account)


def test_a_page_that_is_a_challenge_is_no_article(account: Account) -> None:
    account.count_page()
    account.count_page(listing=True)
    assert "  pages    1 article, 1 listing" in told(account)
    account.count_without_article()
    account.count_skip(Skipped("https://a.ir/1", "challenge", "a:1"))
    assert "  pages    0 articles, 1 page without one, 1 listing" in told(account)


@pytest.mark.parametrize(
    ("before", "now", "doubt"),
    [
        ({}, {"query": "زعفران"}, " (wanted now or not)"),
        ({}, {"since": "1390/01/01"}, " (wanted now or not)"),
        ({"query": "زعفران"}, {"query": "زعفران"}, ""),
        ({"topic": "all"}, {}, ""),
    ],
)
def test_what_is_written_already_need_not_be_what_is_wanted_now(
    before: dict[str, str], now: dict[str, str], doubt: str, account: Account, tmp_path: Path
) -> None:
    account._crawler.get_addon = lambda _: None  # type: ignore[method-assign]
    account._crawler.spider.wanted = Wanted.read(now)  # type: ignore[union-attr]
    account.count_known("written")
    with Store(tmp_path, "mehr") as store:
        store.ledger.begin_run(Wanted.read(before).signature(), "live")
        account.open(store, Wanted.read(now).signature())
        assert told(account)[0] == f"mehr: 0 new articles, 1 already written{doubt} · mehr.jsonl"
