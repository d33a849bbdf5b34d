"""Crawls in a site's bad hours: nothing is lost for good, and the exit code tells."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from misbehaving_site import Agency, Answer, Server, html
from test_live import codes, crawl

ANSWERS = {
    "home": lambda: Answer(b"", 302, {"Location": "/"}),
    "gone": lambda: Answer(b"", 404),
    "elsewhere": lambda: Answer(b"", 302, {"Location": "http://elsewhere.example/"}),
    "json": lambda: Answer(b'{"error": "x"}', headers={"Content-Type": "application/json"}),
    "repairs": lambda: html("<html><body><h1>سایت در حال بروزرسانی است</h1></body></html>"),
}


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


def test_some_pages_that_are_none_are_no_alarm(tmp_path: Path) -> None:
    with Server(Agency(articles=12, faults={"gone": 2})) as server:
        assert crawl(server, tmp_path).returncode == 0
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
