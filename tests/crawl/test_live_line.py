"""The live line of a crawl, as it is drawn on terminals of different widths."""

import io
import sys
from types import SimpleNamespace

import pytest
from scrapy.exceptions import NotConfigured

from tvto_crawl.progress import Progress
from tvto_crawl.terminal import say

CLEAR = "\r\x1b[2K"
LINE = "mehr  90 pages · 30 articles · 60 left out"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a crawl draws on a terminal of so many columns."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    account = SimpleNamespace(pages=90, settled=90, written=30, left_out=60)
    crawler = SimpleNamespace(
        signals=SimpleNamespace(connect=lambda *_: None),
        spider=SimpleNamespace(name="mehr"),
        get_extension=lambda _: account,
    )
    Progress(crawler)._draw()  # type: ignore[arg-type]
    return terminal.getvalue()


def test_a_wide_terminal_shows_the_whole_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(120, monkeypatch) == CLEAR + LINE


@pytest.mark.parametrize("columns", [2, 20, len(LINE)])
def test_a_narrow_terminal_shows_as_much_as_fits(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A line as wide as the terminal would wrap, and clearing it would leave its first row behind.
    assert drawn(columns, monkeypatch) == CLEAR + LINE[: columns - 1]


def test_a_terminal_that_cannot_clear_a_line_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "dumb")
    say("mehr: 8 new articles")
    assert terminal.getvalue() == "mehr: 8 new articles\n"
    with pytest.raises(NotConfigured):
        Progress(SimpleNamespace())  # type: ignore[arg-type]
