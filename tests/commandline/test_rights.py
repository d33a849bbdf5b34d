"""Files and folders without rights: told, and never left out silently."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from tests.cleaners.test_profile import PAGES
from tests.commandline.conftest import Run
from tvto_crawl.places import complaint_of_folder
from tvto_crawl.sources import find_source
from tvto_crawl.warc import WarcError, expand_paths

ARTICLE = '{"id": "a", "agency": "x", "text": "متن"}\n'


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that can be neither listed nor entered, even by root, among other files."""
    folder = tmp_path / "in" / "closed"
    folder.mkdir(parents=True)
    (tmp_path / "in" / "a.jsonl").write_text(ARTICLE, "utf-8")
    (tmp_path / "in" / "a.html").write_bytes(PAGES[0][0])

    def guarded(real: Callable[..., Any], *, listing: bool) -> Callable[..., Any]:
        def call(path: Any = ".", *arguments: Any, **options: Any) -> Any:
            named = Path(os.fsdecode(path)) if isinstance(path, str | bytes | Path) else Path()
            if folder in named.parents or (listing and named == folder):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return real(path, *arguments, **options)

        return call

    monkeypatch.setattr(os, "stat", guarded(os.stat, listing=False))
    monkeypatch.setattr(os, "mkdir", guarded(os.mkdir, listing=False))
    monkeypatch.setattr(os, "scandir", guarded(os.scandir, listing=True))
    monkeypatch.setattr(os, "listdir", guarded(os.listdir, listing=True))
    return folder


@pytest.mark.parametrize("command", ["stats", "validate", "dedup -o -", "report -o -", "sample"])
def test_a_folder_of_articles_that_cannot_be_read_is_told(
    tvto: Run, closed: Path, command: str
) -> None:
    result = tvto(*command.split(), closed.parent)
    assert result.exit_code == 2
    assert result.stderr.strip() == f"Error: {closed} can't be read: Permission denied"


def test_a_folder_of_pages_that_cannot_be_read_is_told(tvto: Run, closed: Path) -> None:
    result = tvto("clean", closed.parent, "-o", closed.parents[1] / "out.jsonl")
    assert result.exit_code == 0
    assert f"        1 can't be read (permission denied):\n          {closed}\n" in result.stderr


def test_a_page_that_cannot_be_read_is_told(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as a file with nothing to clean, and the others are cleaned."""
    for name in ("a.html", "secret.html"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(PAGES[0][0])
    real = Path.open

    def open_(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "secret.html":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", open_)
    rejects = tmp_path / "rejects.jsonl"
    result = tvto("clean", tmp_path / "in", "-o", tmp_path / "out.jsonl", "--rejects", rejects)
    assert result.exit_code == 0
    assert result.stderr.startswith("1 article from 1 page or text")
    secret = tmp_path / "in" / "secret.html"
    assert result.stderr.endswith(f"1 can't be read (permission denied):\n          {secret}\n")
    assert "can't be read: Permission denied" in rejects.read_text("utf-8")


def test_a_page_in_a_folder_that_can_be_listed_but_not_entered_is_told(
    tvto: Run, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.walk

    def walk(*arguments: Any, **options: Any) -> Any:
        yield from real(*arguments, **options)
        yield str(closed), [], ["b.html"]

    monkeypatch.setattr(os, "walk", walk)
    call = ("clean", closed.parent, "-o", closed.parents[1] / "out.jsonl", "--rejects")
    result = tvto(*call, closed.parents[1] / "rejects.jsonl")
    assert result.exit_code == 0, result.output
    assert f"          {closed / 'b.html'}\n" in result.stderr


@pytest.mark.parametrize("command", ["stats", "clean -o -"])
def test_an_input_in_a_folder_that_cannot_be_entered_is_told(
    tvto: Run, closed: Path, command: str
) -> None:
    result = tvto(*command.split(), closed / "x")
    assert result.exit_code == 2
    assert result.stderr.strip() == f"Error: {closed / 'x'}: Permission denied"


@pytest.mark.parametrize("command", ["clean", "dedup", "convert", "report", "sample", "inspect"])
def test_an_output_in_a_folder_that_cannot_be_entered_is_told(
    tvto: Run, closed: Path, command: str
) -> None:
    given = closed.parent / ("a.html" if command in ("clean", "inspect") else "a.jsonl")
    result = tvto(command, given, "-o", closed / "out.csv")
    assert result.exit_code == 1
    assert result.stderr.strip() == (
        f"Error: {closed / 'out.csv'} can't be written: Permission denied"
    )


@pytest.mark.parametrize("command", ["clean", "dedup", "convert"])
def test_an_output_folder_that_cannot_be_listed_is_told(
    tvto: Run, closed: Path, command: str
) -> None:
    given = closed.parent / ("a.html" if command == "clean" else "a.jsonl")
    result = tvto(command, given, "-o", closed)
    assert result.exit_code == 1
    assert result.stderr.strip() == f"Error: {closed} can't be written: Permission denied"


def test_an_output_of_a_crawl_in_a_folder_that_cannot_be_entered_is_told(closed: Path) -> None:
    told = f"{closed / 'x'} can't be written: Permission denied"
    assert complaint_of_folder(closed / "x") == told


def test_recordings_in_a_folder_that_cannot_be_read_are_told(closed: Path) -> None:
    for path in (closed, closed.parent, closed / "a.warc"):
        with pytest.raises(WarcError, match=r"closed(/a\.warc)? can't be read: Permission denied"):
            expand_paths(str(path))


def test_a_recording_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.warc").touch()

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UsageError, match=r"a\.warc can't be read: Permission denied"):
        find_source(Settings({"SOURCE": str(tmp_path / "a.warc")}), "mehr")
