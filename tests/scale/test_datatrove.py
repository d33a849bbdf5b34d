"""The cleaners under datatrove: what `tvto-crawl clean` writes, by any executor."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("datatrove", reason="the extra `scale` is not installed")

from datatrove.data import Document

from cleaners import clean_html
from tests.commandline.archives import numbered, samples, write_warc
from tests.sample_pages import article_pages
from tvto_crawl.bulk.run import Job
from tvto_crawl.bulk.run import run as clean_inputs
from tvto_crawl.datatrove import ArchiveReader, ArticleExtractor, PersianPages

ROOT = Path(__file__).parents[2]
ENGLISH = b"<html><body><h1>News</h1><p>%s</p></body></html>" % (b"Nothing in Persian here. " * 50)


@pytest.fixture
def archives(tmp_path) -> Path:
    folder = tmp_path / "warcs"
    folder.mkdir()
    pages = numbered(60)
    write_warc(folder / "a.warc.gz", samples())
    write_warc(folder / "b.warc.gz", [*pages[:30], ("https://example.com/news", ENGLISH)])
    write_warc(folder / "c.warc.gz", pages[30:])
    return folder


def command(*arguments: object) -> list[str]:
    script = ROOT / "examples" / "common_crawl.py"
    return [sys.executable, str(script), *map(str, arguments), "--workers", "1"]


def lines(folder: Path) -> list[bytes]:
    return sorted(
        line
        for path in folder.glob("*.gz")
        for line in gzip.decompress(path.read_bytes()).split(b"\n")
    )


def expected(archives: Path, tmp_path: Path) -> list[bytes]:
    clean_inputs(Job((archives,), tmp_path / "expected.jsonl"))
    return sorted(["", *(tmp_path / "expected.jsonl").read_text("utf-8").splitlines()])


def test_killed_and_run_again_it_writes_what_clean_writes(archives, tmp_path):
    out = tmp_path / "out"
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    run = subprocess.Popen(
        command(archives, out),
        env=environment,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    completions = out / "logs" / "clean" / "completions"
    deadline = time.monotonic() + 60
    while run.poll() is None and not list(completions.glob("*")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGKILL)  # the executor, its workers and their server
    run.wait()
    assert len(list(completions.glob("*"))) < 3
    subprocess.run(command(archives, out), env=environment, capture_output=True, check=True)
    written = [line.decode() for line in lines(out / "articles")]
    assert sorted({*written}) == sorted({*expected(archives, tmp_path)})
    assert len(written) - 3 == len(samples()) + 60  # a shard ends with an empty line
    marks = {json.loads(r)["duplicate_of"] for r in lines(out / "deduplicated") if r}
    assert any(marks)


def test_the_reader_gives_pages_byte_for_byte(archives):
    documents = list(ArchiveReader(str(archives), glob_pattern="a.warc.gz").run())
    raw = [document.text.encode("utf-8", "surrogateescape") for document in documents]
    assert raw == [page for _, page in samples()]
    assert documents[0].metadata["url"] == article_pages()[0].url
    assert documents[0].metadata["fetched_at"] == "2026-01-05T10:00:00+00:00"


def test_the_extractor_takes_documents_of_other_readers():
    page = article_pages()[0]
    told = {"url": page.url, "date": "2026-01-05T10:00:00Z"}
    [document] = ArticleExtractor().run([Document(page.read().decode(), "x", metadata=told)])
    assert document.text == clean_html(page.read(), page.url).text
    assert document.id == clean_html(page.read(), page.url).id
    assert document.metadata["fetched_at"] == "2026-01-05T10:00:00+00:00"


def test_pages_without_an_article_are_counted_by_reason():
    extractor = ArticleExtractor()
    assert list(extractor.run([Document(ENGLISH.decode(), "x")])) == []
    assert extractor.stats["left_out_not-persian"].total == 1


@pytest.mark.parametrize(
    ("url", "text", "kept"),
    [
        ("https://www.ilna.ir/fa/tiny/news-1", "short", True),
        ("https://ilna.ir/", "short", True),
        ("https://example.com/", "گفتگوی پیک چاپ " * 20, True),
        ("https://example.com/", "Hello " * 500, False),
        ("https://notilna.ir/", "short", False),
        (None, "short", False),
    ],
)
def test_hosts_of_the_list_and_persian_of_others(url, text, kept):
    outcome = PersianPages(["ilna.ir"]).filter(Document(text, "x", metadata={"url": url}))
    assert (outcome is True) is kept


def test_hosts_of_the_list_alone():
    outcome = PersianPages(["ilna.ir"], others=False).filter(
        Document("گفتگوی پیک چاپ " * 20, "x", metadata={"url": "https://example.com/"})
    )
    assert outcome == (False, "other-host")
