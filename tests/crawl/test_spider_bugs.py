"""What a user reads when a spider has a bug: an exception in one of its callbacks."""

from pathlib import Path

import pytest
from small_sites import Crawl

SPIDER = """
from spiders.mehr import MehrSpider

class Buggy(MehrSpider):
    name = "buggy"

    def {callback}(self, response, walk=None):
        raise KeyError("کد")
        yield
"""


def buggy(callback: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the arguments of a crawl by a spider one of whose callbacks fails."""
    (folder / "buggy.py").write_text(SPIDER.format(callback=callback), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return ["buggy", "-s", "SOURCE=sample", "-s", "SPIDER_MODULES=spiders,buggy"]


def test_the_last_line_says_that_the_spider_has_a_bug(
    crawl: Crawl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = crawl(*buggy("parse_listing", tmp_path, monkeypatch))
    assert done.returncode == 1
    above, _, last = done.stderr.rstrip().rpartition("\n")
    assert last.startswith("buggy: the spider has a bug: ")
    assert last.endswith("callbacks failed, see the traceback above; please report it")
    assert "Traceback (most recent call last)" in above
    assert "KeyError: 'کد'" in above


def test_a_page_whose_callback_fails_is_counted(
    crawl: Crawl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = buggy("parse_article", tmp_path, monkeypatch)
    done = crawl(*arguments, "-a", "urls=https://www.mehrnews.com/news/6613042")
    assert done.returncode == 1
    assert "buggy: the spider has a bug: 1 callback failed, see the traceback" in done.stderr
    assert (tmp_path / "articles" / "buggy.jsonl").read_text("utf-8") == ""
