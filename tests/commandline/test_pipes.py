"""A pipe named as a path (`<(zcat …)`, `/dev/stdin`) is read whole, though only once."""

import errno
import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from cleaners import clean_html, write_jsonl
from tests.commandline.archives import numbered, records, samples, write_warc
from tests.commandline.conftest import Run
from tvto_crawl.bulk import portions
from tvto_crawl.bulk.streams import spool
from tvto_crawl.dedup.workplace import work_folder

ROOT = Path(__file__).parents[2]
Pipe = Callable[[bytes], str]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    """Make a pipe that gives some bytes, as the shell makes it for `<(…)`."""
    opened: list[int] = []

    def made(content: bytes) -> str:
        end, begin = os.pipe()
        opened.append(end)
        threading.Thread(target=_fill, args=(begin, content), daemon=True).start()
        return f"/dev/fd/{end}"

    yield made
    for end in opened:
        os.close(end)


def _fill(begin: int, content: bytes) -> None:
    with suppress(BrokenPipeError), open(begin, "wb") as stream:
        stream.write(content)


@pytest.fixture
def corpus(tmp_path: Path) -> bytes:
    """Articles of more bytes than a pipe holds at a time."""
    articles = [clean_html(page, url) for url, page in numbered(40)]
    write_jsonl(tmp_path / "corpus.jsonl", articles)
    return (tmp_path / "corpus.jsonl").read_bytes()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("validate", "40 of 40 lines are valid"),
        ("stats", "40 articles"),
        ("sample", "10 of 40 articles"),
        ("convert -o out.csv", "40 articles"),
        ("dedup -o out.jsonl", "40 of 40 lines written"),
        ("report -o out.html", "40 articles"),
    ],
)
@pytest.mark.parametrize("way", ["pipe", "-"])
def test_every_article_of_a_pipe_is_read(
    tvto: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pipe: Pipe,
    corpus: bytes,
    command: str,
    told: str,
    pack: Callable[[bytes], bytes],
    way: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    name, *options = command.split()
    content = pack(corpus)
    given = pipe(content) if way == "pipe" else "-"
    result = tvto(name, given, *options, input=content if way == "-" else None)
    assert result.exit_code == 0, result.output
    assert told in result.output


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device")
@pytest.mark.parametrize("command", ["convert -o out.csv", "report -o out.html"])
def test_a_copy_that_does_not_fit_names_its_folder_and_not_the_output(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: bytes, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tvto_crawl.corpus.spool", lambda path, _: spool(path, FULL))
    monkeypatch.setattr("tempfile.TemporaryFile", lambda: FULL.open("wb"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: "/dev")
    result = tvto(*command.split(), "-", input=corpus)
    assert result.exit_code == 1
    assert result.stderr == "Error: /dev can't be written: No space left on device\n"


def test_two_pipes_are_two_inputs(tvto: Run, tmp_path: Path, pipe: Pipe, corpus: bytes) -> None:
    lines = corpus.splitlines(keepends=True)
    one, two = pipe(b"".join(lines[:10])), pipe(b"".join(lines[10:]))
    tvto("dedup", one, two, "-o", tmp_path / "out.jsonl")
    assert len(records(tmp_path / "out.jsonl")) == 40
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_runs_with_the_same_output_leave_each_other_alone(tmp_path: Path) -> None:
    output = tmp_path / "a[1].jsonl"
    with work_folder(output) as first:
        (first / "pipe").touch()
        with work_folder(output) as second:
            assert second != first
            assert (first / "pipe").exists()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_dedup_left_is_deleted(tvto: Run, tmp_path: Path, corpus: bytes) -> None:
    for name in (".out.jsonl.dedup-x", ".other.jsonl.dedup-x"):
        (tmp_path / name / "pipes").mkdir(parents=True)
    assert tvto("dedup", "-", "-o", tmp_path / "out.jsonl", input=corpus).exit_code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"corpus.jsonl", "out.jsonl", ".other.jsonl.dedup-x"}


@pytest.mark.parametrize("kind", ["page", "jsonl", "warc.gz"])
def test_a_pipe_may_be_anything_to_clean(tvto: Run, tmp_path: Path, pipe: Pipe, kind: str) -> None:
    pages = numbered(3)
    lines = [json.dumps({"url": url, "html": page.decode()}) for url, page in pages]
    content = {
        "page": pages[0][1],
        "jsonl": "\n".join(lines).encode(),
        "warc.gz": gzip.compress(write_warc(tmp_path / "w.warc", pages).read_bytes()),
    }[kind]
    result = tvto("clean", pipe(content), "-o", tmp_path / "out.jsonl", "-j1")
    assert result.exit_code == 0, result.output
    expected = [clean_html(page, url).body for url, page in pages]
    found = [record["body"] for record in records(tmp_path / "out.jsonl")]
    assert found == expected[: len(found)]
    assert len(found) == (1 if kind == "page" else 3)


def test_a_pipe_beside_files(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    (tmp_path / "page.html").write_bytes(numbered(1)[0][1])
    other = next(page for url, page in samples() if "ilna" in url)
    result = tvto("clean", tmp_path / "page.html", pipe(other), "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    assert len(records(tmp_path / "out.jsonl")) == 2


def test_no_copy_of_a_pipe_stays_among_the_shards(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    page = numbered(1)[0][1]
    result = tvto("clean", pipe(page), "-", "-o", f"{tmp_path / 'out'}/", input=page)
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [name for name in names if name.startswith(".") and name != ".lock"] == []


def folded(folder: Path) -> list[str]:
    """Return the hidden names in a folder of shards, but for its lock."""
    return [path.name for path in folder.glob(".*") if path.name != ".lock"]


def test_a_second_pipe_adds_its_shards_to_those_of_the_first(
    tvto: Run, tmp_path: Path, pipe: Pipe
) -> None:
    out = tmp_path / "out"
    for url, page in numbered(2):
        line = json.dumps({"url": url, "html": page.decode()}).encode()
        for given in ("-", pipe(line)):
            result = tvto("clean", given, "-o", f"{out}/", "-j1", input=line)
            assert result.exit_code == 0, result.output
    codes = [str(record["news_code"]) for shard in out.glob("*.jsonl") for record in records(shard)]
    assert sorted(codes) == ["7000000", "7000001"]


def test_equal_pipes_are_two_inputs(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    page = numbered(1)[0][1]
    result = tvto("clean", pipe(page), pipe(page), "-o", tmp_path / "out.jsonl", "-j1")
    assert result.exit_code == 0, result.output
    assert len(records(tmp_path / "out.jsonl")) == 2


def test_a_run_killed_while_it_cleans_a_pipe_continues(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "_SMALLEST", 40_000)
    lines = [json.dumps({"url": url, "html": page.decode()}) for url, page in numbered(20)]
    content = "\n".join(lines).encode()
    call = ("clean", "-", "-o", tmp_path / "out.jsonl", "-j1")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tvto_crawl.bulk.run.join_files", full)
        assert tvto(*call, input=content).exit_code == 1
    assert folded(tmp_path / "out.jsonl.parts") == []
    result = tvto(*call, input=content)
    assert "already complete" in result.stderr
    assert len(records(tmp_path / "out.jsonl")) == 20


def test_what_a_killed_run_copied_is_deleted(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / f".pipe-{'ab' * 20}").touch()
    (out / ".pipe-copy.partial").touch()
    (out / ".pipe-dreams").touch()
    tvto("clean", pipe(numbered(1)[0][1]), "-o", f"{out}/")
    assert folded(out) == [".pipe-dreams"]


def test_a_refused_pipe_leaves_no_copy(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    page = numbered(1)[0][1]
    out = tmp_path / "out"
    url = ("--url", "https://www.example.ir/news/71234/x")
    result = tvto("clean", pipe(page), pipe(page), "-o", f"{out}/", *url)
    assert result.exit_code == 2
    assert folded(out) == []


@pytest.mark.parametrize("way", ["pipe", "-"])
def test_an_empty_pipe_does_not_stop_the_others(
    tvto: Run, tmp_path: Path, pipe: Pipe, way: str
) -> None:
    (tmp_path / "page.html").write_bytes(numbered(1)[0][1])
    empty = pipe(b"") if way == "pipe" else "-"
    call = ("clean", tmp_path / "page.html", empty, "-o", tmp_path / "out.jsonl", "-j1")
    result = tvto(*call, "--rejects", tmp_path / "rejects.jsonl", input=b"")
    assert result.exit_code == 0, result.output
    assert len(records(tmp_path / "out.jsonl")) == 1
    assert "1 other file with nothing to clean" in result.stderr
    [reject] = records(tmp_path / "rejects.jsonl")
    assert (reject["reason"], reject["detail"]) == ("nothing-to-clean", "is empty")


def test_if_all_pipes_are_empty_there_is_nothing_to_clean(
    tvto: Run, tmp_path: Path, pipe: Pipe
) -> None:
    result = tvto("clean", pipe(b""), "-", "-o", tmp_path / "out.jsonl", input=b"")
    assert result.exit_code == 2
    assert "nothing to clean in /dev/fd/" in result.stderr


@pytest.mark.parametrize(
    "command", ["validate", "dedup -o out.jsonl", "clean -o out.jsonl", "inspect"]
)
def test_a_closed_standard_input_is_told(tmp_path: Path, command: str) -> None:
    name, *options = command.split()
    result = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" <&-', sys.executable, "-m", "tvto_crawl", name, "-", *options],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "standard input can't be read: it is closed" in " ".join(result.stderr.split())


def test_an_empty_pipe_is_named(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    empty = pipe(b"")
    result = tvto("clean", empty, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert f"{empty} is empty" in result.stderr


def test_a_site_is_learned_from_pipes(tvto: Run, pipe: Pipe) -> None:
    pages = [page for url, page in samples() if "irib" in url]
    result = tvto("learn", *map(pipe, pages))
    assert result.exit_code == 0, result.output
    assert "div" in result.stdout


def test_a_page_of_a_pipe_is_inspected(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    result = tvto("inspect", pipe(numbered(1)[0][1]), "-o", tmp_path / "out.html")
    assert result.exit_code == 0, result.output
    assert "lines kept by mehr" in result.stderr


def test_an_archive_of_a_pipe_is_refused(tvto: Run, tmp_path: Path, pipe: Pipe) -> None:
    content = write_warc(tmp_path / "w.warc", numbered(1)).read_bytes()
    result = tvto("inspect", "7000000", "--warc", pipe(content), "-o", tmp_path / "out.html")
    assert result.exit_code == 2
    assert "is a pipe" in result.stderr
