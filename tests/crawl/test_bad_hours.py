"""Crawls in a site's bad hours: nothing is lost for good, and the exit code tells."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from misbehaving_site import Agency, Answer, Server, _ResetError, html
from scrapy.http import HtmlResponse
from small_sites import ROOT
from test_live import codes, command, crawl

from tvto_crawl.manners import challenge_of

ANSWERS = {
    "home": lambda: Answer(b"", 302, {"Location": "/"}),
    "gone": lambda: Answer(b"", 404),
    "elsewhere": lambda: Answer(b"", 302, {"Location": "http://elsewhere.example/"}),
    "json": lambda: Answer(b'{"error": "x"}', headers={"Content-Type": "application/json"}),
    "soon": lambda: html("<html><body><h1>به زودی باز می‌گردیم</h1></body></html>"),
}
REPAIRS = "<html><body><h1>سایت در حال بروزرسانی است</h1></body></html>"


class InTrouble(Agency):
    """A site that has the same answer for every article for a while."""

    trouble: Callable[[], Answer] | None = None

    def _article(self, number: int, path: str) -> Answer:
        return self.trouble() if self.trouble else super()._article(number, path)


def a_day_later(folder: Path) -> None:
    (ledger,) = (folder / "articles").glob("*.ledger")
    with sqlite3.connect(ledger) as db:
        db.execute("UPDATE pages SET again = '2000' WHERE again < '9999'")


@pytest.mark.parametrize("what", ANSWERS)
def test_pages_that_were_none_in_a_bad_hour_are_fetched_on_the_next_day(
    what: str, tmp_path: Path
) -> None:
    agency = InTrouble(articles=6)
    agency.trouble = ANSWERS[what]
    with Server(agency) as server:
        bad = crawl(server, tmp_path)
        assert bad.returncode == 1
        assert "the site may be in trouble" in bad.stderr.splitlines()[-1]
        agency.trouble = None
        a_day_later(tmp_path)
        assert crawl(server, tmp_path).returncode == 0
    assert sorted(codes(tmp_path)) == [1, 2, 3, 4, 5, 6]


def test_pages_of_a_site_that_says_it_is_being_mended_are_fetched_by_the_next_crawl(
    tmp_path: Path,
) -> None:
    agency = InTrouble(articles=6)
    agency.trouble = lambda: html(REPAIRS)
    with Server(agency) as server:
        bad = crawl(server, tmp_path)
        assert bad.returncode == 1
        assert "the site says that it is being mended" in bad.stderr
        agency.trouble = None
        assert crawl(server, tmp_path).returncode == 0
    assert sorted(codes(tmp_path)) == [1, 2, 3, 4, 5, 6]


def test_a_day_with_nothing_but_galleries_is_no_alarm_on_a_known_site(tmp_path: Path) -> None:
    agency = InTrouble(articles=6)
    with Server(agency) as server:
        assert crawl(server, tmp_path).returncode == 0
        agency.articles = 10
        agency.trouble = ANSWERS[next(iter(ANSWERS))]
        quiet = crawl(server, tmp_path)
    assert quiet.returncode == 0, quiet.stderr
    assert "6 already written" in quiet.stderr


def test_some_pages_that_are_none_are_no_alarm(tmp_path: Path) -> None:
    with Server(Agency(articles=12, faults={"gone": 2})) as server:
        assert crawl(server, tmp_path).returncode == 0
        same_day = crawl(server, tmp_path).stderr
        assert "6 left out by an earlier crawl: 6 not there (any more)" in same_day
        a_day_later(tmp_path)
        again = crawl(server, tmp_path)  # which meets them alone, but not for the first time
    assert again.returncode == 0, again.stderr
    assert "left out 6" in again.stderr


def test_an_address_is_asked_for_whatever_the_ledger_says(tmp_path: Path) -> None:
    agency = InTrouble(articles=6)
    agency.trouble = ANSWERS["gone"]
    with Server(agency) as server:
        crawl(server, tmp_path)
        agency.trouble = None
        done = crawl(server, tmp_path, f"urls={server.url}/news/1000003")
    assert done.returncode == 0
    assert codes(tmp_path) == [3]


class WithoutRobots(Agency):
    """A site whose robots.txt can't be had for a while."""

    breaks_off = True
    status = 503

    def answer(self, target: str) -> Answer:
        if target != "/robots.txt":
            return super().answer(target)
        if self.breaks_off:
            raise _ResetError
        return Answer(b"", self.status)


@pytest.mark.parametrize(
    ("breaks_off", "why"),
    [(True, "can't be read: the connection broke off"), (False, "answers 503")],
)
def test_a_robots_txt_that_cannot_be_had_forbids_nothing_for_the_next_crawl(
    breaks_off: bool, why: str, tmp_path: Path
) -> None:
    agency = WithoutRobots(articles=3)
    agency.breaks_off = breaks_off
    with Server(agency) as server:
        urls = f"urls={server.url}/news/1000003"
        bad = crawl(server, tmp_path, urls)
        assert bad.returncode == 1
        assert why in bad.stderr.splitlines()[-1]
        assert "forbid" not in bad.stderr
        agency.breaks_off, agency.status = False, 404
        assert crawl(server, tmp_path, urls).returncode == 0
    assert codes(tmp_path) == [3]


def interrupted(server: Server, folder: Path, page: str, signals: int, **settings: str) -> str:
    """Crawl, send signals once `page` was asked for, and return what was said."""
    running = subprocess.Popen(
        command(server, folder, **settings),
        cwd=ROOT, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not server.agency.asked[page] and running.poll() is None:
        time.sleep(0.05)
    for _ in range(signals):
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
    said = running.communicate(timeout=20)[1]
    assert running.returncode == 130
    return said


def test_a_signal_ends_a_crawl_that_waits_for_its_turn(tmp_path: Path) -> None:
    with Server(Agency(articles=12)) as server:
        said = interrupted(server, tmp_path, "/", 1, DOWNLOAD_DELAY="3")
        asked = [path for path in server.agency.asked if path.startswith("/news/")]
    assert len(asked) <= 1
    assert "site: stopping" in said
    assert "stopped by a signal before the end" in said.splitlines()[-1]
    assert "left out" not in said


def test_a_second_signal_is_no_success(tmp_path: Path) -> None:
    slow = InTrouble(articles=6)
    slow.trouble = lambda: Answer(b"", delay=4)
    with Server(slow) as server:
        said = interrupted(server, tmp_path, "/news/1000006", 2)
        time.sleep(3)  # so that the answer is not torn off
    assert "stopped at once by a second signal" in said.splitlines()[-1]


INTERRUPTED = """
import os, signal
from spiders.ilna import IlnaSpider

class Interrupted(IlnaSpider):
    name = "interrupted"

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        os.kill(os.getpid(), signal.SIGINT)
        return super().from_crawler(crawler, *args, **kwargs)
"""


def test_a_signal_before_the_first_page_is_no_second_one(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(INTERRUPTED, "utf-8")
    done = subprocess.run(
        [
            sys.executable, "-m", "scrapy", "crawl", "interrupted", "-s", "SOURCE=sample",
            "-s", f"ARTICLES={tmp_path / 'articles'}", "-s", "SPIDER_MODULES=spiders,interrupted",
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])},
    )  # fmt: skip
    assert done.returncode == 130
    assert "stopped by a signal before the end" in done.stderr.splitlines()[-1]
    assert " new article" in done.stderr  # the account was given


def test_a_signal_while_scrapy_is_loaded_is_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import tvto_crawl.commands; raise KeyboardInterrupt"],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == -signal.SIGINT  # which a shell shows as 130
    assert done.stderr == "scrapy: stopped by a signal before it began\n"


CHALLENGE = "<html><head><script>var __arcsjs=1</script></head></html>"
FILTER = (
    '<html><iframe src="http://10.10.34.34?type=Invalid Site&policy=MainPolicy"></iframe></html>'
)


@pytest.mark.parametrize(
    ("page", "what"), [(CHALLENGE, "ArvanCloud"), (FILTER, "the filter of Iran's network")]
)
def test_what_stands_in_place_of_the_whole_site_is_told(
    page: str, what: str, tmp_path: Path
) -> None:
    class Walled(Agency):
        def answer(self, target: str) -> Answer:
            return Answer(b"", 404) if target == "/robots.txt" else html(page)

    with Server(Walled()) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 1
    assert what in done.stderr.splitlines()[-1]
    assert "layout" not in done.stderr


def response(body: str) -> HtmlResponse:
    return HtmlResponse("https://x.ir/", body=body.encode(), encoding="utf-8")


def test_a_short_page_with_links_is_the_site_s_own() -> None:
    script = "<script>__arcsjs()</script>"
    assert challenge_of(response(f"<html>{script}</html>"))
    assert challenge_of(response(f"<html>{script}{'<a href=/news/1>خبر</a>' * 9}</html>")) is None


@pytest.mark.parametrize(
    "script",
    [
        "<script>document.cookie='a=1'</script>",
        '<script src="/cdn-cgi/challenge-platform/x">',
        '<script src="/cdn-cgi/assets/js/recaptcha.js">',
    ],
)
def test_a_script_that_healthy_pages_have_is_no_challenge(script: str) -> None:
    assert challenge_of(response(f"<html>{script}</html>")) is None


def test_a_site_that_asks_to_be_left_alone_once_is_quoted(tmp_path: Path) -> None:
    class Busy(Agency):
        def answer(self, target: str) -> Answer:
            robots = target == "/robots.txt"
            return Answer(b"", 404) if robots else Answer(b"", 429, {"Retry-After": "3700"})

    with Server(Busy()) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 1
    assert "answers with HTTP 429 and asks to be left alone for 62 minutes" in done.stderr


def test_a_listing_that_is_too_large_is_not_told_as_an_article(tmp_path: Path) -> None:
    with Server(Agency(articles=30)) as server:
        done = crawl(server, tmp_path, DOWNLOAD_MAXSIZE="1500")
    assert "larger than DOWNLOAD_MAXSIZE" in done.stderr
    assert "than an article can be" not in done.stderr


def test_a_site_that_has_moved_is_told_with_where_it_went(tmp_path: Path) -> None:
    class Moved(Agency):
        def answer(self, target: str) -> Answer:
            robots = target == "/robots.txt"
            return Answer(b"", 404) if robots else Answer(b"", 301, {"Location": "http://new.ir/"})

    with Server(Moved()) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last == "site: 127.0.0.1 redirects to new.ir, which is not one of the spider's hosts"
