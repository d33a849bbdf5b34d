"""The output file: whole lines only, whatever happens."""

import errno
import json
import logging
import os
from pathlib import Path

import pytest

from cleaners import read_jsonl
from cleaners.article import Article
from tvto_crawl.articlefile import ArticleFile
from tvto_crawl.progress import progress_line
from tvto_crawl.terminal import _escape_record, escaped


def article(number: int) -> Article:
    return Article(f"x:{number}", "x", title="آموزش فنی و حرفه‌ای")


def test_a_line_is_on_disk_when_append_returns(tmp_path: Path) -> None:
    file = ArticleFile(tmp_path / "sub" / "a.jsonl")
    file.append(article(1))
    line = file.path.read_text("utf-8")
    assert line.endswith("\n")
    assert "حرفه\u200cای" in line
    assert json.loads(line)["id"] == "x:1"


def test_a_torn_last_line_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with ArticleFile(path) as file:
        file.append(article(1))
    sound = path.read_bytes()
    path.write_bytes(sound + b'{"id": "x:2", "tit')
    with ArticleFile(path) as file:
        assert file.torn
        file.append(article(3))
    assert [a.id for a in read_jsonl(path)] == ["x:1", "x:3"]


def test_a_file_of_one_torn_line_becomes_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 200_000)
    with ArticleFile(path) as file:
        assert (file.torn, file.length) == (True, 0)


def test_a_full_disk_leaves_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = ArticleFile(tmp_path / "a.jsonl")
    file.append(article(1))
    sound = file.path.read_bytes()
    write = os.write

    def full(descriptor: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, data[: len(data) // 2])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        file.append(article(2))
    assert file.path.read_bytes() == sound
    monkeypatch.undo()
    file.append(article(3))
    assert [a.id for a in read_jsonl(file.path)] == ["x:1", "x:3"]


def test_what_pages_say_cannot_command_a_terminal() -> None:
    assert escaped("\x1b[2J\u202eabc\nحرفه\u200cای") == r"\x1b[2J\u202eabc\nحرفه" + "\u200cای"
    assert len(escaped("ا" * 5000)) == 300


def test_log_messages_are_escaped_too() -> None:
    record = logging.LogRecord("x", 30, "f", 1, "bad %s\nnext", ("\x1b]0;t\x07",), None)
    _escape_record(record)
    assert record.getMessage() == r"bad \x1b]0;t\x07" + "\nnext"


def test_the_live_line() -> None:
    line = progress_line("irib", pages=3, articles=0, left_out=1, seconds=0.5, total=None)
    assert line == "irib  3 pages · 0 articles · 1 left out"
    line = progress_line("irib", pages=1, articles=1, left_out=0, seconds=0.5, total=None)
    assert line == "irib  1 page · 1 article · 0 left out"


def test_the_live_line_knows_how_many_pages_were_named() -> None:
    line = progress_line(
        "irib", pages=8, articles=6, left_out=2, seconds=10, total=None, asked_for=40, settled=10
    )
    assert "10 of 40 pages" in line
    assert line.endswith("0:30 to go")
