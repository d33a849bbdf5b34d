"""A pipe named as a path (`<(zcat …)`, `/dev/stdin`) is read whole, though only once."""

import gzip
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from cleaners import clean_html, write_jsonl
from tests.commandline.archives import numbered, records, samples, write_warc
from tests.commandline.conftest import Run

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


def test_two_pipes_are_two_inputs(tvto: Run, tmp_path: Path, pipe: Pipe, corpus: bytes) -> None:
    lines = corpus.splitlines(keepends=True)
    one, two = pipe(b"".join(lines[:10])), pipe(b"".join(lines[10:]))
    tvto("dedup", one, two, "-o", tmp_path / "out.jsonl")
    assert len(records(tmp_path / "out.jsonl")) == 40
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


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
