"""Crawls of sites whose articles have many addresses, whose lengths lie, that are slow or grow."""

from pathlib import Path

from misbehaving_site import Agency, Server
from test_live import codes, crawl


def test_an_article_of_many_addresses_is_fetched_once(tmp_path: Path) -> None:
    with Server(Agency(articles=8, many_addresses=True)) as server:
        done = crawl(server, tmp_path)
        asked = {
            path: n for path, n in server.agency.asked.items() if path[1:5] in ("news", "prin")
        }
    assert done.returncode == 0, done.stderr
    assert sorted(codes(tmp_path)) == list(range(1, 9))
    assert sum(asked.values()) == 8


def test_a_page_longer_than_it_says_ends_where_it_says(tmp_path: Path) -> None:
    with Server(Agency(articles=6, faults={"overlong": 3})) as server:
        done = crawl(server, tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(codes(tmp_path)) == [1, 2, 3, 4, 5, 6]
    assert "Traceback" not in done.stderr


def test_slow_pages_of_a_site_that_grows_are_all_taken(tmp_path: Path) -> None:
    with Server(Agency(articles=6, appearing=3, faults={"slow": 3})) as server:
        done = crawl(server, tmp_path)
        assert done.returncode == 0, done.stderr
        assert set(codes(tmp_path)) >= {1, 2, 3, 4, 5, 6}
        # What appeared under way is for the next crawl, if not for this; nothing is written twice.
        again = crawl(server, tmp_path)
    assert again.returncode == 0, again.stderr
    assert sorted(codes(tmp_path)) == list(range(1, 10))
