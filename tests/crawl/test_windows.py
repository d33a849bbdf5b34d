"""Wanted days: all their articles, by whichever way has them, or a word that some may miss."""

import json
from pathlib import Path

import pytest
from misbehaving_site import Agency, Answer, Server
from test_live import codes, crawl

from spiders.mehr import MehrSpider
from spiders.plan import tiers
from spiders.reach import Reach

WINDOW = ("since=1404/01/01", "until=1404/08/29")


class Without(Agency):
    """An agency whose site answers some paths with 404."""

    missing: tuple[str, ...] = ()

    def answer(self, target: str) -> Answer:
        if target.startswith(self.missing):
            self.asked[target.partition("?")[0]] += 1
            return Answer(b"nothing here", 404)
        return super().answer(target)


@pytest.fixture
def account(tmp_path: Path) -> dict[str, str]:
    return {"STATS_JSON": str(tmp_path / "stats.json")}


def stats(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "stats.json").read_text("utf-8"))
    return found


def test_an_archive_that_is_not_there_is_left_for_the_sitemap(tmp_path: Path) -> None:
    class Site(Without):
        missing = ("/archive",)

    with Server(Site(articles=30)) as server:
        done = crawl(server, tmp_path, *WINDOW)
    assert sorted(codes(tmp_path)) == list(range(1, 31))
    assert done.returncode == 0, done.stderr


def test_days_without_news_after_the_newest_are_no_alarm(tmp_path: Path) -> None:
    class Site(Without):
        missing = ("/archive",)

    with Server(Site(articles=30)) as server:  # the newest of 1404/08/29
        done = crawl(server, tmp_path, "since=1404/09/05", "until=1404/09/06")
    assert done.returncode == 0, done.stderr
    assert "0 new articles" in done.stderr
    assert "may be missing" not in done.stderr


def test_a_way_that_is_not_there_is_tried_three_times(
    tmp_path: Path, account: dict[str, str]
) -> None:
    class Site(Without):
        missing = ("/archive",)

    with Server(Site(articles=30)) as server:
        crawl(server, tmp_path, *WINDOW, **account)
    assert server.agency.asked["/archive"] == 3
    problems = stats(tmp_path)["listing_problems"]
    assert isinstance(problems, dict)
    assert problems["no-such-way"] == 3 + 1  # and the sitemap of the year


def test_an_archive_in_sections_that_is_not_there_costs_few_requests() -> None:
    mehr = MehrSpider(since="1404/01/01", until="1404/08/29")
    reach = Reach(mehr.wanted, tiers(mehr.site, mehr.wanted))
    asked, walks = 0, reach.go_on()
    while walks:
        walk = walks.pop()
        asked += walk.way.kind == "archive"
        walk.outcome.gone = walk.outcome.failed = True
        walks += reach.after(walk) or (reach.go_on() if not walks else [])
    assert asked == 3 + 3  # of sections, and of the whole site
    assert reach.shortfall()


def test_an_archive_that_answers_is_not_asked_for_all_its_days_at_once() -> None:
    mehr = MehrSpider(since="1404/01/01", until="1404/08/29", topic="all")
    reach = Reach(mehr.wanted, tiers(mehr.site, mehr.wanted))
    walks, days, most = reach.go_on(), 0, 0
    assert len(walks) == 1
    while walks and walks[0].way.kind == "archive":
        walk = walks.pop(0)
        days += 1
        walk.outcome.read = walk.outcome.led = 1
        walk.outcome.first_page = days
        walks += reach.after(walk)
        most = max(most, len(walks))
    assert days == 6 * 31 + 30 + 29
    assert most == 16
    assert reach.go_on() == []
    assert reach.shortfall() is None


def test_days_that_no_way_reaches_are_told(tmp_path: Path, account: dict[str, str]) -> None:
    class Site(Without):
        missing = ("/archive", "/sitemap")

    with Server(Site(articles=60)) as server:  # the feed has the last 30
        done = crawl(server, tmp_path, *WINDOW, **account)
    assert sorted(codes(tmp_path)) == list(range(31, 61))
    assert done.returncode == 1
    assert "articles of since=1404/01/01 until=1404/08/29 may be missing" in done.stderr
    assert stats(tmp_path)["alarms"]


def test_a_feed_that_reaches_back_to_the_first_day_will_do(tmp_path: Path) -> None:
    class Site(Without):
        missing = ("/archive", "/sitemap")

    with Server(Site(articles=60)) as server:
        done = crawl(server, tmp_path, "since=1404/08/29")
    assert done.returncode == 0, done.stderr
    assert sorted(codes(tmp_path)) == list(range(49, 61))


def test_days_whose_archive_failed_are_looked_for_elsewhere(tmp_path: Path) -> None:
    class Site(Agency):
        def answer(self, target: str) -> Answer:
            if target.startswith("/archive") and "dy=28" in target:
                return Answer(b"down", 500)
            return super().answer(target)

    with Server(Site(articles=30)) as server:
        crawl(server, tmp_path, "since=1404/08/25", "until=1404/08/29", RETRY_TIMES="0")
    assert sorted(codes(tmp_path)) == list(range(1, 31))


def test_days_without_news_are_no_missing_archive(tmp_path: Path) -> None:
    # Every other day has an article, and the archive knows no others.
    class Site(Agency):
        def answer(self, target: str) -> Answer:
            found = super().answer(target)
            empty = target.startswith("/archive") and b"<li" not in found.body
            return Answer(b"nothing here", 404) if empty else found

    with Server(Site(articles=6, minutes_apart=60 * 24 * 6)) as server:
        done = crawl(server, tmp_path, "since=1404/07/20", "until=1404/08/29")
    assert done.returncode == 0, done.stderr
    assert len(codes(tmp_path)) == 6
    assert "/rss" not in server.agency.asked


@pytest.mark.parametrize("etag", [True, False])
def test_an_archive_that_ignores_dates_is_left_for_the_sitemap_every_time(
    etag: bool, tmp_path: Path
) -> None:
    window = ("since=1404/08/20", "until=1404/08/29")
    with Server(Agency(articles=60, archive_ignores_dates=True, etag=etag)) as server:
        assert crawl(server, tmp_path, *window).returncode == 0
        assert sorted(codes(tmp_path)) == list(range(1, 61))
        server.agency.asked.clear()
        crawl(server, tmp_path, *window)
        assert server.agency.asked["/sitemap/all/sitemap.xml"] == 1


def test_a_search_that_fails_is_left_for_the_feed(tmp_path: Path) -> None:
    class Site(Without):
        missing = ("/search", "/tag")

    with Server(Site(articles=12)) as server:
        crawl(server, tmp_path, "query=گزارش شماره")
    assert sorted(codes(tmp_path)) == list(range(1, 13))
