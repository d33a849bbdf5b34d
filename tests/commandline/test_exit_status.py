"""One fault has one exit status, whatever command meets it: 2 for inputs that can't be used."""

import errno
import gzip
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.commandline.archives import numbered, write_warc
from tests.commandline.conftest import Run

ROOT = Path(__file__).parents[2]
OF_ARTICLES = {
    "validate": (),
    "stats": (),
    "sample": (),
    "convert": ("-o", "out.csv"),
    "dedup": ("-o", "out.jsonl"),
    "report": ("-o", "out.html"),
}
OF_PAGES = {"clean": ("-o", "out.jsonl"), "inspect": ("-o", "out.html"), "learn": ()}
ALL = OF_ARTICLES | OF_PAGES


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", ALL)
def test_a_missing_input(tvto: Run, command: str) -> None:
    result = tvto(command, "nowhere", *ALL[command])
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
    if command != "learn":
        assert "there is no file or folder nowhere" in result.stderr


@pytest.mark.parametrize("command", [c for c in ALL if c != "learn"])
def test_a_file_that_may_not_be_read(
    tvto: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("secret.jsonl").write_text("{}\n")

    open_file: Any = Path.open

    def refuse(path: Path, *how: Any, **options: Any) -> Any:
        if path.name == "secret.jsonl":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return open_file(path, *how, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        result = tvto(command, "secret.jsonl", *ALL[command])
    assert result.exit_code == 2
    assert "secret.jsonl can't be read: Permission denied" in result.stderr
    assert "Errno" not in result.stderr


@pytest.mark.parametrize("command", ALL)
def test_a_folder_that_holds_nothing_of_the_kind(tvto: Run, command: str) -> None:
    Path("folder").mkdir()
    result = tvto(command, "folder", *ALL[command])
    assert result.exit_code == 2
    assert "Usage" not in result.stderr


@pytest.mark.parametrize("command", [c for c in OF_ARTICLES if c != "report"])  # it shows the rest
def test_a_damaged_file(tvto: Run, command: str) -> None:
    Path("torn.jsonl.gz").write_bytes(gzip.compress(b'{"id": "a", "text": "b"}\n')[:-9])
    result = tvto(command, "torn.jsonl.gz", *ALL[command])
    assert result.exit_code == 2
    assert "torn.jsonl.gz can't be read" in result.stderr


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(99)])
@pytest.mark.parametrize("command", ALL)
def test_a_file_that_holds_nothing_of_the_kind(tvto: Run, command: str, content: bytes) -> None:
    Path("file").write_bytes(content)
    result = tvto(command, "file", *ALL[command])
    assert result.exit_code == 2, result.output
    assert "Error: " in result.stderr
    assert not list(Path().glob("out*"))


@pytest.mark.parametrize("command", OF_ARTICLES)
def test_lines_that_are_no_articles(tvto: Run, command: str) -> None:
    Path("lines.jsonl").write_text("{}\n")
    code = 1 if command == "validate" else 2  # its lines can be checked
    assert tvto(command, "lines.jsonl", *ALL[command]).exit_code == code


def test_an_archive_that_is_none(tvto: Run) -> None:
    Path("page.html").write_text("<p>متن</p>", "utf-8")
    result = tvto("inspect", "1433816", "--warc", "page.html")
    assert result.exit_code == 2
    assert "page.html is not a WARC file" in result.stderr


def test_an_archive_without_the_page(tvto: Run) -> None:
    Path("empty.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n")
    assert tvto("inspect", "1433816", "--warc", "empty.warc").exit_code == 2


def test_a_part_of_several_addresses(tvto: Run) -> None:
    write_warc(Path("pages.warc"), numbered(2))
    result = tvto("inspect", "mehrnews", "--warc", "pages.warc")
    assert result.exit_code == 2
    assert result.stderr.count("\n  https://www.mehrnews.com/news/700000") == 2


def test_a_package_that_is_not_installed(tvto: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.jsonl").write_text('{"id": "a", "agency": "x", "text": "متن"}\n', "utf-8")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = tvto("convert", "a.jsonl", "-o", "a.parquet")
    assert result.exit_code == 2
    assert "pip install 'tvto-crawl[parquet]'" in result.stderr
    assert not Path("a.parquet").exists()


class Interrupted(io.BytesIO):
    """Standard input at which somebody presses Ctrl-C."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size == 0:  # the runner looks whether bytes come
            return b""
        raise KeyboardInterrupt

    def __next__(self) -> bytes:
        raise KeyboardInterrupt


@pytest.mark.parametrize("command", [c for c in ALL if c != "learn"])  # it reads files alone
def test_an_interrupted_command(tvto: Run, command: str) -> None:
    result = tvto(command, "-", *ALL[command], input=Interrupted())
    assert result.exit_code == 130
    assert result.stderr.startswith("Stopped")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_command_that_is_ended_leaves_no_copy_of_its_input(name: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tvto_crawl", "stats", "-"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(Path.cwd()), "PYTHONPATH": str(ROOT)},
        # A shell lets what it runs in the background ignore some signals.
        preexec_fn=lambda: signal.signal(getattr(signal, name), signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdin
    process.stdin.write(b"{}\n")
    process.stdin.flush()
    while not list(Path().glob("tvto-crawl-*/*")):
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(getattr(signal, name))
    assert process.wait(20) == 130
    assert process.stderr
    assert process.stderr.read() == b"Stopped.\n"
    assert not list(Path().iterdir())
