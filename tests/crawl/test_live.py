"""Crawls over HTTP, of a site that behaves well, and of one that does not."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from misbehaving_site import Agency, Answer, Server
from small_sites import HTML, ROOT

from cleaners.dates.jalali import jalali
from tvto_crawl.warc import WarcArchive

FAST = {
    "DOWNLOAD_DELAY": "0",
    "AUTOTHROTTLE_ENABLED": "0",
    "ALLOW_PRIVATE_ADDRESSES": "1",
    "CONTACT": "test@example.org",
}

Site = Callable[..., Server]


@pytest.fixture
def site() -> Iterator[Site]:
    servers: list[Server] = []

    def start(**options: object) -> Server:
        servers.append(Server(Agency(**options)).__enter__())  # type: ignore[arg-type]
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__()


def command(server: Server, folder: Path, *arguments: str, **settings: str) -> list[str]:
    chosen = {**FAST, "ARTICLES": str(folder / "articles"), **settings}
    named = [part for name, value in chosen.items() for part in ("-s", f"{name}={value}")]
    given = [part for argument in arguments for part in ("-a", argument)]
    return [
        sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"domain={server.url}",
        *given, *named,
    ]  # fmt: skip


def crawl(
    server: Server, folder: Path, *arguments: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(server, folder, *arguments, **settings),
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def codes(folder: Path) -> list[int]:
    (path,) = [p for p in (folder / "articles").glob("*.jsonl") if "rejected" not in p.name]
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [int(record["news_code"]) - 1_000_000 for record in records]


def test_a_day_s_second_run_asks_only_for_listings(site: Site, tmp_path: Path) -> None:
    server = site(articles=12)
    assert crawl(server, tmp_path).returncode == 0
    assert sorted(codes(tmp_path)) == list(range(1, 13))
    server.agency.asked.clear()
    again = crawl(server, tmp_path)
    assert again.returncode == 0
    assert set(server.agency.asked) == {"/robots.txt", "/", "/rss"}
    assert "0 new articles" in again.stderr
    assert "1 more unchanged" in again.stderr


def test_the_archive_is_exact_at_the_borders_of_days(site: Site, tmp_path: Path) -> None:
    # Twelve articles, five hours apart, the last at 11:30 of 29 Aban 1404 in Tehran.
    server = site(articles=12, minutes_apart=300)
    done = crawl(server, tmp_path, "since=1404/08/28", "until=1404/08/28")
    assert done.returncode == 0
    assert sorted(codes(tmp_path)) == [5, 6, 7, 8, 9]
    assert "/rss" not in server.agency.asked


def test_an_archive_that_ignores_dates_is_left_for_the_sitemap(site: Site, tmp_path: Path) -> None:
    server = site(articles=60, minutes_apart=300, archive_ignores_dates=True)
    done = crawl(server, tmp_path, "since=1404/08/20", "until=1404/08/20")
    assert done.returncode == 0
    published = [jalali(server.agency.published(n))[:10] for n in codes(tmp_path)]
    assert len(published) in (4, 5)
    assert set(published) == {"1404-08-20"}


def test_sitemaps_that_robots_names_are_the_last_resort(tmp_path: Path) -> None:
    class OnlySitemap(Agency):
        def answer(self, target: str) -> Answer:
            if target in ("/", "/rss"):
                self.asked[target] += 1
                return Answer(b"<html><body>hello</body></html>", headers={"Content-Type": HTML})
            return super().answer(target)

    robots = "User-agent: *\nDisallow:\nSitemap: https://[yourdomain]/x.xml\n"
    robots += "Sitemap: /sitemap/all/index.xml\n"
    with Server(OnlySitemap(articles=6, robots=robots)) as server:
        done = crawl(server, tmp_path)
    assert "6 by sitemap" in done.stderr
    assert sorted(codes(tmp_path)) == [1, 2, 3, 4, 5, 6]


class EndlessSitemaps(Agency):
    """Every sitemap index names two new ones, and so on."""

    def answer(self, target: str) -> Answer:
        if not target.startswith("/sitemap"):
            return super().answer(target)
        self.asked["/sitemap"] += 1
        body = "".join(f"<sitemap><loc>{target}{n}</loc></sitemap>" for n in (1, 2))
        headers = {"Content-Type": "application/xml"}
        return Answer(f"<sitemapindex>{body}</sitemapindex>".encode(), headers=headers)


@pytest.mark.parametrize(
    ("most", "asked"),
    [
        # One of the year, one of all: each with its indexes, four levels deep.
        ("1000", 2 * (1 + 2 + 4 + 8 + 16)),
        ("5", 2 * (1 + 5)),
    ],
)
def test_sitemaps_without_end_come_to_one(most: str, asked: int, tmp_path: Path) -> None:
    with Server(EndlessSitemaps(articles=60, archive_ignores_dates=True)) as server:
        done = crawl(server, tmp_path, "since=1404/06/31", "until=1404/06/31", MOST_SITEMAPS=most)
    assert server.agency.asked["/sitemap"] == asked
    assert "sitemaps that seem to have no end" in done.stderr
    assert done.returncode == 1


def test_search_finds_what_has_all_the_words(site: Site, tmp_path: Path) -> None:
    server = site(articles=8)
    crawl(server, tmp_path, "query=گزارش شماره ۵")
    assert codes(tmp_path) == [5]
    assert server.agency.asked["/search"] == 1


def test_a_limit_asks_for_the_pages_that_it_needs_and_no_others(site: Site, tmp_path: Path) -> None:
    server = site(articles=40, faults={"gone": 39})
    polite = {"DOWNLOAD_DELAY": "0.05", "CONCURRENT_REQUESTS": "8"}
    done = crawl(server, tmp_path, "limit=3", **polite)
    assert done.returncode == 0
    assert len(codes(tmp_path)) == 3
    asked = {path for path in server.agency.asked if path.startswith("/news/")}
    assert len(asked) == 4  # and the one that is gone
    assert sum(server.agency.asked.values()) <= 4 + len(("robots.txt", "home", "feed"))


def test_a_limit_goes_on_to_further_listings_when_a_page_is_left_out(
    site: Site, tmp_path: Path
) -> None:
    server = site(articles=8)
    done = crawl(server, tmp_path, "limit=8")
    assert done.returncode == 0
    assert sorted(codes(tmp_path)) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_every_fault_at_once(site: Site, tmp_path: Path) -> None:
    faults = {
        "error": 29, "healing-error": 28, "too-many": 27, "reset": 26, "truncated": 25,
        "bomb": 24, "redirect-loop": 23, "redirect-out": 22, "redirect-inside": 21,
        "challenge": 20, "gone": 19, "empty": 18, "garbage": 17, "refused": 16,
    }  # fmt: skip
    server = site(articles=29, faults=faults)
    record = tmp_path / "warc"
    done = crawl(server, tmp_path, RECORD=str(record), STATS_JSON=str(tmp_path / "stats.json"))
    assert done.returncode == 0, done.stderr
    assert sorted(codes(tmp_path)) == [*range(1, 16), 27, 28]
    stats = json.loads((tmp_path / "stats.json").read_text("utf-8"))
    assert stats["articles"] == 17
    assert stats["skipped"] == {
        "http-error": 1, "broken": 3, "too-large": 1, "off-site": 2, "challenge": 1,
        "gone": 1, "empty": 1, "not-html": 1, "blocked": 1,
    }  # fmt: skip
    assert "Traceback" not in done.stderr

    # What was recorded gives the same articles again, without the site.
    replayed = crawl(server, tmp_path / "replay", SOURCE=str(record))
    assert sorted(codes(tmp_path / "replay")) == [*range(1, 16), 27, 28], replayed.stderr
    assert len(WarcArchive(sorted(record.glob("*.warc.gz")))) > 20


def test_a_site_that_only_refuses_is_left_alone(site: Site, tmp_path: Path) -> None:
    server = site(articles=30, faults={"refused": 1})
    done = crawl(server, tmp_path)
    assert done.returncode == 1
    assert "blocked: 127.0.0.1" in done.stderr.splitlines()[-1]
    asked = sum(n for path, n in server.agency.asked.items() if path.startswith("/news/"))
    assert asked < 5 + 8  # no more than CONCURRENT_REQUESTS were on their way already


def test_retry_after_is_waited_for(site: Site, tmp_path: Path) -> None:
    server = site(articles=3, faults={"too-many": 3})
    began = time.monotonic()
    assert crawl(server, tmp_path).returncode == 0
    assert sorted(codes(tmp_path)) == [1, 2, 3]
    assert time.monotonic() - began > 1.0


def test_crawl_delay_is_kept(site: Site, tmp_path: Path) -> None:
    server = site(articles=3, robots="User-agent: *\nCrawl-delay: 0.5\n")
    began = time.monotonic()
    crawl(server, tmp_path, DOWNLOAD_DELAY="0.01", DOWNLOAD_DELAY_JITTER="0")
    assert len(codes(tmp_path)) == 3
    assert time.monotonic() - began > 4 * 0.5


def test_what_failed_is_fetched_by_the_next_crawl(site: Site, tmp_path: Path) -> None:
    server = site(articles=6, faults={"error": 3})
    crawl(server, tmp_path)
    assert sorted(codes(tmp_path)) == [1, 2, 4, 5]
    server.agency.faults = {}
    crawl(server, tmp_path)
    assert sorted(codes(tmp_path)) == [1, 2, 3, 4, 5, 6]


def test_refresh_writes_what_changed(site: Site, tmp_path: Path) -> None:
    server = site(articles=4)
    crawl(server, tmp_path)
    server.agency.paragraph = "متن تازه این گزارش از مرکز آموزش فنی و حرفه‌ای استان است. "
    assert "0 new" in crawl(server, tmp_path).stderr
    done = crawl(server, tmp_path, "refresh=1")
    assert "4 new" in done.stderr
    assert sorted(codes(tmp_path)) == [1, 1, 2, 2, 3, 3, 4, 4]


def test_sigkill_loses_and_doubles_nothing(site: Site, tmp_path: Path) -> None:
    server = site(articles=120)
    for pause in (0.9, 1.0, 1.1):
        running = subprocess.Popen(
            command(server, tmp_path, "since=1404/08/20", "until=1404/08/29"),
            cwd=ROOT, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(pause)
        running.send_signal(signal.SIGKILL)
        running.wait()
    done = crawl(server, tmp_path, "since=1404/08/20", "until=1404/08/29")
    assert done.returncode == 0
    assert sorted(codes(tmp_path)) == list(range(1, 121))


def test_private_addresses_are_not_visited_unless_allowed(site: Site, tmp_path: Path) -> None:
    server = site(articles=3)
    done = crawl(server, tmp_path, ALLOW_PRIVATE_ADDRESSES="0")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "site: 127.0.0.1 is a private address"
    assert not server.agency.asked
