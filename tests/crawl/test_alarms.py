"""What tells that a site has changed its layout."""

import json
from pathlib import Path

import pytest
from misbehaving_site import Agency, Server
from small_sites import Crawl

from cleaners.article import Article
from tvto_crawl.coverage import Coverage
from tvto_crawl.second_opinion import agreement


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
