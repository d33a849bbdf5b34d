"""What tells that a site has changed its layout."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from misbehaving_site import Agency, Server
from scrapy import Spider, signals
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from scrapy.statscollectors import MemoryStatsCollector
from small_sites import Crawl

from cleaners.article import Article
from spiders.arguments import Wanted
from tvto_crawl.account import Account
from tvto_crawl.coverage import Coverage
from tvto_crawl.second_opinion import agreement
from tvto_crawl.store import Store


def coverage(articles: int, **fields: object) -> Coverage:
    counted = Coverage()
    for number in range(articles):
        counted.add(Article(f"x:{number}", "x", title="t", body=["b"], **fields))  # type: ignore[arg-type]
    return counted


def test_a_field_that_goes_missing_is_an_alarm() -> None:
    before = coverage(30, published_at="2025-10-07").as_data()
    (alarm,) = coverage(10).alarms([before])
    assert "published_at in 0% of the articles, in 100% before" in alarm


def test_few_articles_or_a_short_past_say_nothing() -> None:
    before = coverage(30, published_at="2025-10-07").as_data()
    assert coverage(3).alarms([before]) == []
    assert coverage(10).alarms([coverage(4, published_at="2025-10-07").as_data()]) == []


def test_rules_that_find_no_body_in_most_articles_are_an_alarm() -> None:
    (alarm,) = coverage(10, warnings=["layout-changed"]).alarms([])
    assert "no body in 10 of 10" in alarm


@pytest.mark.parametrize(
    ("other", "share"),
    [(["یک دو سه چهار"], 1.0), (["یک دو", "سه‌چهار"], 0.57), ([], 0.0)],
)
def test_agreement_is_the_share_of_common_words(other: list[str], share: float) -> None:
    assert agreement(["یک دو سه چهار"], other) == pytest.approx(share, abs=0.01)


def test_pages_are_looked_at_twice(crawl: Crawl, tmp_path: Path) -> None:
    stats = tmp_path / "stats.json"
    crawl("mehr", "-s", "SOURCE=sample", "-s", "SECOND_OPINION=2", "-s", f"STATS_JSON={stats}")
    told = json.loads(stats.read_text("utf-8"))
    assert sum(told["second_opinion"].values()) == told["articles"] // 2


def test_a_disk_that_is_full_at_the_very_end_fails_the_crawl(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crawler: Any = SimpleNamespace(
        settings=Settings(),
        signals=SignalManager(),
        spider=Spider("mehr"),
        get_addon=lambda _: None,
        get_downloader_middleware=lambda _: None,
    )
    crawler.stats = MemoryStatsCollector(crawler)
    account = Account(crawler)
    store = Store(tmp_path, "mehr")
    account.target = str(store.path)
    account.open(store, "")
    db = store.ledger._db
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    account._as_data = lambda *_: {"spider": "mehr", "failed": None, "why": "x" * 9_000}  # type: ignore[method-assign]
    crawler.signals.send_catch_log(signals.spider_closed, spider=crawler.spider, reason="finished")
    assert account.failed is not None
    assert "the ledger beside" in account.failed
    assert "disk is full" in account.failed
    assert capsys.readouterr().err.splitlines()[-1] == f"mehr: {account.failed}"


def test_days_that_had_articles_and_have_none_now(crawl: Crawl) -> None:
    days = ["-a", "since=1404/08/20", "-a", "until=1404/08/29"]
    fast = ["-s", "DOWNLOAD_DELAY=0", "-s", "ALLOW_PRIVATE_ADDRESSES=1", "-s", "CONTACT=x@y.ir"]
    with Server(Agency(articles=5)) as server:
        site = ["-a", f"domain={server.url}"]
        assert crawl("site", *site, *days, *fast).returncode == 0
        server.agency.articles = 0
        done = crawl("site", *site, *days, *fast)
    assert done.returncode == 1
    assert "no article was found in days that had 5 before" in done.stderr


def test_a_crawl_of_a_part_of_the_days_cannot_miss_the_rest(crawl: Crawl) -> None:
    days = ["-a", "since=1404/08/20", "-a", "until=1404/08/29"]
    fast = ["-s", "DOWNLOAD_DELAY=0", "-s", "ALLOW_PRIVATE_ADDRESSES=1", "-s", "CONTACT=x@y.ir"]
    with Server(Agency(articles=5)) as server:
        site = ["-a", f"domain={server.url}"]
        assert crawl("site", *site, *days, *fast).returncode == 0
        page = ["-a", f"urls={server.url}/news/1000003"]
        done = crawl("site", *site, *days, *page, *fast)
    assert done.returncode == 0, done.stderr
    assert "alarm" not in done.stderr


@pytest.mark.parametrize(
    "part", ["urls=https://a.ir/1", "query=زعفران", "section=جامعه", "province=یزد"]
)
def test_only_whole_days_can_lack_articles(part: str) -> None:
    name, _, value = part.partition("=")
    assert Wanted.read({"since": "1404/01/01"}).whole_days
    assert not Wanted.read({"since": "1404/01/01", name: value}).whole_days
    assert not Wanted.read({}).whole_days
