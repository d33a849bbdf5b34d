"""What `scrapy crawl` writes: whole articles, or one sentence on why it cannot."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from small_sites import Crawl


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_o_writes_that_file_alone_and_limit_is_exact(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = crawl("ilna", "-s", "SOURCE=sample", "-O", str(out), "-a", "limit=3", "-a", "topic=all")
    assert done.returncode == 0
    assert len(lines(out)) == 3
    assert list(lines(out)[0])[:3] == ["id", "agency", "agency_name"]
    assert "\\u06" not in out.read_text("utf-8")
    assert not (tmp_path / "articles").exists()


@pytest.mark.parametrize("option", ["-o", "-O"])
@pytest.mark.parametrize("name", ["folder", "file/out.jsonl", "file/new/out.jsonl"])
def test_an_output_that_cannot_be_written_stops_the_crawl_before_it_begins(
    name: str, option: str, crawl: Crawl, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    done = crawl("ilna", "-s", "SOURCE=sample", option, f"{tmp_path / name}:jsonlines")
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert f"{tmp_path / name} can't be written: " in sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_fills_its_disk_ends_the_crawl_with_a_sentence(crawl: Crawl) -> None:
    done = crawl("ilna", "-s", "SOURCE=sample", "-O", "/dev/full:jsonlines")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "ilna: /dev/full can't be written: No space left on device"
    )
    assert "ilna: 0 new articles" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_whose_end_does_not_fit_is_told_too(crawl: Crawl) -> None:
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-O", "/dev/full:json")
    assert done.returncode == 1
    assert "/dev/full can't be written: No space left" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "json"])
def test_a_full_disk_leaves_whole_articles(suffix: str, crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / f"out.{suffix}"
    limit = 12_000  # bytes that a file may have, in place of a disk
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", "topic=all", "-O", str(out), file_size=limit)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"ilna: {out} can't be written: File too large"
    text = out.read_text("utf-8")
    written = {
        "jsonl": lambda: [json.loads(line) for line in text.splitlines()],
        "csv": lambda: list(csv.DictReader(io.StringIO(text))),
        "json": lambda: json.loads(text),
    }[suffix]()
    assert written
    assert text.endswith(("\n", "]"))
    assert f"ilna: {len(written)} new article" in done.stderr


def test_the_parts_of_an_article_can_be_told_apart_in_csv(crawl: Crawl, tmp_path: Path) -> None:
    for kind in ("csv", "jsonl"):
        crawl("mehr", "-s", "SOURCE=sample", "-O", str(tmp_path / f"out.{kind}"))
    assert (tmp_path / "out.csv").read_bytes()[:3] == b"\xef\xbb\xbf"  # spreadsheets need it
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    written = lines(tmp_path / "out.jsonl")
    assert [row["id"] for row in rows] == [record["id"] for record in written]
    assert [row["body"].split("\n") for row in rows] == [record["body"] for record in written]
    assert [json.loads(row["images"] or "[]") for row in rows] == [r["images"] for r in written]
    assert [json.loads(row["repairs"] or "{}") for row in rows] == [r["repairs"] for r in written]
    assert any(record["images"] for record in written)
    several = next(record for record in written if len(record["tags"]) > 1)
    (row,) = [row for row in rows if row["id"] == several["id"]]
    assert row["tags"].split(" | ") == several["tags"]
    assert not row["duplicate_of"]


def test_xml_has_no_python_in_it(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.xml"
    crawl("mehr", "-s", "SOURCE=sample", "-O", str(out))
    items = ElementTree.parse(out).getroot()
    picture = items.find("item/images/value")
    assert picture is not None
    assert [part.tag for part in picture] == ["url", "caption"]
    assert {part.text for part in items.iter("duplicate_of")} == {None}
    assert "None" not in {part.text for part in items.iter()}


def test_half_a_line_of_a_killed_crawl_is_cut_off(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"id": "x:1"}\n{"id": "x:2", "ti', "utf-8")
    crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-a", "topic=all", "-o", str(out))
    first, second = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert first == {"id": "x:1"}
    assert second["agency"] == "ilna"


def test_a_last_line_without_its_end_is_ended(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"id": "x:1"}', "utf-8")
    crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-a", "topic=all", "-o", str(out))
    assert [json.loads(line)["id"][:1] for line in out.read_text("utf-8").splitlines()] == [
        "x", "i",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["json", "xml", "csv"])
def test_two_crawls_are_not_one_document(kind: str, crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / f"out.{kind}"
    wanted = ["ilna", "-s", "SOURCE=sample", "-a", "limit=1"]
    assert crawl(*wanted, "-o", str(out)).returncode == 0
    first = out.read_bytes()
    again = crawl(*wanted, "-o", str(out))
    assert again.returncode == 2
    assert "-O " in again.stderr
    assert out.read_bytes() == first
    assert crawl(*wanted, "-O", str(out)).returncode == 0


def test_an_output_that_nothing_can_write_is_refused(crawl: Crawl) -> None:
    done = crawl("ilna", "-s", "SOURCE=sample", "-o", "nosuch://bucket/out.jsonl")
    assert done.returncode == 1
    assert "nosuch://bucket/out.jsonl can't be written" in done.stderr.splitlines()[-1]


def test_the_reader_of_a_pipe_gets_all_articles(crawl: Crawl, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        done = crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=2", "-o", f"{pipe}:jsonlines")
        out, _ = reader.communicate(timeout=30)
    assert done.returncode == 0
    assert len(out.splitlines()) == 2


def test_a_folder_for_o_is_made_by_the_crawl_only(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder" / "out.jsonl"
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-o", str(out))
    assert done.returncode == 0
    assert len(lines(out)) == 1


def test_a_recording_of_nothing_leaves_no_folder(
    crawl: Crawl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    record = tmp_path / "deep" / "warc"
    done = crawl("ilna", "-s", f"RECORD={record}", "-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0")
    assert done.returncode == 1
    assert not (tmp_path / "deep").exists()


def test_a_recording_that_cannot_be_written_is_one_sentence(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = crawl("ilna", "-s", f"RECORD={tmp_path / 'file' / 'warc'}")
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert f"{tmp_path / 'file'} is a file, not a folder" in sentence


def test_an_account_that_cannot_be_written_stops_the_command(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "stats.json", tmp_path):
        done = crawl("ilna", "-s", "SOURCE=sample", "-s", f"STATS_JSON={path}")
        assert done.returncode == 1
        assert "STATS_JSON=" in done.stderr
        assert "can't be written" in done.stderr
        assert not (tmp_path / "articles").exists()


def test_no_folder_is_made_for_an_account(crawl: Crawl, tmp_path: Path) -> None:
    stats = tmp_path / "none" / "stats.json"
    done = crawl("ilna", "-s", "SOURCE=sample", "-s", f"STATS_JSON={stats}")
    assert done.returncode == 2
    assert f"there is no folder {stats.parent}" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_account_of_an_output_whose_name_is_not_utf_8_is_written(
    crawl: Crawl, tmp_path: Path
) -> None:
    stats = tmp_path / "stats.json"
    out = os.fsdecode(os.fsencode(tmp_path) + b"/\xe3.jsonl")
    given = ["-s", "SOURCE=sample", "-s", f"STATS_JSON={stats}", "-a", "limit=1"]
    done = crawl("mehr", *given, "-O", out)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert json.loads(stats.read_text("utf-8"))["target"] == out


def test_an_account_that_does_not_fit_leaves_the_last_one(crawl: Crawl, tmp_path: Path) -> None:
    stats = tmp_path / "stats.json"
    stats.write_text("{}")
    sample = [
        "mehr",
        "-s",
        "SOURCE=sample",
        "-O",
        "/dev/null:jsonlines",
        "-s",
        f"STATS_JSON={stats}",
    ]
    done = crawl(*sample, file_size=100)
    assert stats.read_text() == "{}"
    assert "STATS_JSON" in done.stderr
    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["stats.json"]
