"""`tvto-crawl clean` in portions, shards and processes: the same articles, once each."""

import errno
import gzip
import json
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from archives import numbered, records, samples, write_warc
from backports import zstd
from filelock import FileLock

from cleaners import clean_html
from tests.sample_pages import article_pages
from tvto_crawl.bulk import portions
from tvto_crawl.bulk.shards import ShardFolder

ROOT = Path(__file__).parents[2]
PAGE = next(page for page in article_pages() if page.agency == "mehr")
TEXT = clean_html(PAGE.read(), PAGE.url).text


@pytest.fixture
def small_portions(monkeypatch):
    monkeypatch.setattr(portions, "_SMALLEST", 40_000)


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
@pytest.mark.usefixtures("small_portions")
def test_an_archive_cut_into_portions_gives_the_same_bytes(tvto, tmp_path, ending):
    archive = write_warc(tmp_path / f"a{ending}", numbered(60))
    tvto("clean", archive, "-o", f"{tmp_path}/shards/", "-j1")
    shards = sorted((tmp_path / "shards").glob("*.jsonl"))
    assert len(shards) > 5
    lines = [record["news_code"] for shard in shards for record in records(shard)]
    assert lines == [str(7000000 + n) for n in range(60)]


@pytest.mark.usefixtures("small_portions")
def test_jsonl_cut_into_portions_gives_every_line_once(tvto, tmp_path):
    lines = [json.dumps({"url": url, "html": page.decode()}) for url, page in numbered(40)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    tvto("clean", tmp_path / "a.jsonl", "-o", tmp_path / "out.jsonl", "-j1")
    codes = [record["news_code"] for record in records(tmp_path / "out.jsonl")]
    assert codes == [str(7000000 + n) for n in range(40)]


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
@pytest.mark.usefixtures("small_portions")
def test_an_archive_inside_an_archive_is_no_beginning(tvto, tmp_path, ending):
    inner = write_warc(tmp_path / f"inner{ending}", numbered(30)).read_bytes()
    (tmp_path / f"inner{ending}").unlink()
    archive = write_warc(tmp_path / f"a{ending}", numbered(1))
    a_warc = {"Content-Type": "application/warc"}
    write_warc(archive, [("https://x.ir/w", inner)], headers=a_warc, append=True)
    write_warc(archive, numbered(3)[1:], append=True)
    tvto("clean", archive, "-o", tmp_path / "out.jsonl", "-j1")
    codes = [record["news_code"] for record in records(tmp_path / "out.jsonl")]
    assert codes == ["7000000", "7000001", "7000002"]


@pytest.mark.usefixtures("small_portions")
def test_several_processes_write_what_one_writes(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", [*samples(), *numbered(30)])
    tvto("clean", archive, "-o", tmp_path / "one.jsonl", "-j1")
    result = tvto("clean", archive, "-o", tmp_path / "two.jsonl", "-j2")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()
    assert not (tmp_path / "two.jsonl.parts").exists()


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_the_ending_packs_the_output(tvto, tmp_path, ending):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(3))
    tvto("clean", archive, "-o", tmp_path / "plain.jsonl")
    tvto("clean", archive, "-o", tmp_path / f"out.jsonl.{ending}")
    packed = (tmp_path / f"out.jsonl.{ending}").read_bytes()
    unpacked = gzip.decompress(packed) if ending == "gz" else zstd.decompress(packed)
    assert unpacked == (tmp_path / "plain.jsonl").read_bytes()


def test_a_complete_shard_is_kept_and_a_changed_input_redone(tvto, tmp_path):
    first = write_warc(tmp_path / "first.warc.gz", numbered(2))
    second = write_warc(tmp_path / "second.warc.gz", numbered(1))
    out = tmp_path / "shards"
    tvto("clean", first, second, "-o", f"{out}/")
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}
    write_warc(second, numbered(3)[2:], append=True)
    result = tvto("clean", first, second, "-o", f"{out}/")
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}
    assert [name.split("-")[0] for name in after if after[name] != before[name]] == ["second"]
    assert "1 of 2 portions already complete" in result.stderr
    assert "3 articles from 4 pages and texts" in result.stderr


def test_what_others_keep_in_the_folder_stays(tvto, tmp_path):
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "out"
    (out / "mine").mkdir(parents=True)
    theirs = [out / "thesis.partial", out / "mine" / "notes.jsonl.12.partial"]
    left = out / "texts-0000.4711.partial"
    for path in (*theirs, left):
        path.touch()
    assert tvto("clean", tmp_path / "page.txt", "-o", f"{out}/").exit_code == 0
    assert [path.exists() for path in (*theirs, left)] == [True, True, False]


def test_other_options_make_other_shards(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(1))
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--no-rules")
    tvto("clean", archive, "-o", f"{tmp_path}/out/")
    [shard] = (tmp_path / "out").glob("*.jsonl")
    assert records(shard)[0]["extractor"].startswith("mehr")


@pytest.mark.parametrize("then", ["", "gz", "zst"])
@pytest.mark.parametrize("first", ["", "gz", "zst"])
def test_a_portion_has_one_shard_however_it_is_packed(tvto, tmp_path, first, then):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    for packing in (first, then):
        options = ("--compress", packing) if packing else ()
        assert tvto("clean", archive, "-o", f"{tmp_path}/out/", *options).exit_code == 0
    [shard] = (tmp_path / "out").glob("*.jsonl*")
    assert shard.name.endswith(f".{then}" if then else ".jsonl")


def test_a_shard_packed_otherwise_that_an_earlier_version_left_goes(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    [shard] = (tmp_path / "out").glob("*.jsonl.zst")
    shard.with_suffix("").write_text("old\n")
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    assert list((tmp_path / "out").glob("*.jsonl*")) == [shard]


def test_a_run_killed_while_it_repacks_never_leaves_a_shard_twice(tvto, tmp_path, monkeypatch):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(2))
    tvto("clean", archive, "-o", f"{tmp_path}/out/")
    rename = Path.replace

    def interrupted(path, target):
        rename(path, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", interrupted)
        tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    assert len(list((tmp_path / "out").glob("*.jsonl*"))) == 1
    tvto("clean", archive, "-o", f"{tmp_path}/out/", "--compress", "zst")
    [shard] = (tmp_path / "out").glob("*.jsonl*")
    assert zstd.decompress(shard.read_bytes()).count(b"\n") == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_captured_again_are_counted_once(tvto, tmp_path, small_portions, jobs):
    archive = write_warc(tmp_path / "a.warc.gz", [*numbered(3), *numbered(2)])
    for _ in range(2):  # the second run takes the counts of the first
        result = tvto("clean", archive, "-o", f"{tmp_path}/out/", "-j", jobs)
        assert "3 articles from 5 pages and texts →" in result.stderr
        assert (
            " 2 more lines are other captures of these articles; of each, the last line counts"
            in result.stderr
        )
    assert sum(len(records(shard)) for shard in (tmp_path / "out").glob("*.jsonl")) == 5


def test_standard_output_has_its_name(tvto, tmp_path):
    archive = write_warc(tmp_path / "a.warc.gz", numbered(1))
    told = tvto("clean", archive, "-o", "-").stderr
    assert told == "1 article from 1 page or text → standard output\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_with_nothing_left_to_do_does_nothing(tvto, tmp_path, small_portions, jobs):
    archive = write_warc(tmp_path / "news.warc", samples())
    folder = f"{tmp_path}/shards/"
    tvto("clean", archive, "-o", folder, "-j1")
    written = {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*.jsonl")}
    result = tvto("clean", archive, "-o", folder, "-j", jobs)
    assert result.exit_code == 0, result.output
    assert f"{len(written)} of {len(written)} portions already complete" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in Path(folder).rglob("*.jsonl")} == written


def test_a_run_killed_again_and_again_ends_with_the_same_bytes(tvto, tmp_path):
    pages = numbered(400)
    archive = write_warc(tmp_path / "a.warc", pages)
    tvto("clean", archive, "-o", tmp_path / "undisturbed.jsonl", "-j1")
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "tvto_crawl.cli", "clean", archive, "-o", out, "-j1"]
    kills = 0
    while not out.exists():
        run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        before = len(list(tmp_path.glob("out.jsonl.parts/_done/*.json")))
        while run.poll() is None and kills < 3:
            done = len(list(tmp_path.glob("out.jsonl.parts/_done/*.json")))
            if done > before + 1:
                time.sleep(0.02)
                run.kill()
                kills += 1
        run.wait(timeout=60)
    assert kills == 3
    assert out.read_bytes() == (tmp_path / "undisturbed.jsonl").read_bytes()
    assert out.read_bytes().count(b"\n") == 400


def test_an_agency_is_one_that_is_known_or_a_host(tvto, tmp_path):
    text = "کارگاه جوشکاری در شهرک صنعتی این شهر با حضور مدیران گشایش یافت. " * 6
    (tmp_path / "page.txt").write_text(text, "utf-8")
    call = ("clean", tmp_path / "page.txt", "-o", tmp_path / "out.jsonl", "--agency")
    refused = tvto(*call, "xyz")
    assert refused.exit_code == 2
    told = "there is no agency 'xyz'; the keys are "
    assert told in " ".join(refused.stderr.split())
    for given in ("mehr", "www.tabnak.ir"):
        assert tvto(*call, given).exit_code == 0
    assert records(tmp_path / "out.jsonl")[0]["agency"] == "tabnak.ir"


@pytest.mark.parametrize("ends", [False, True])
def test_a_second_run_to_the_same_output_is_refused(tvto, tmp_path, ends):
    """Also if the first one ends, and deletes its folder, while the second waits."""
    archive = write_warc(tmp_path / "a.warc.gz", numbered(1))
    parts = tmp_path / "out.jsonl.parts"
    parts.mkdir()
    with FileLock(parts / ".lock"):
        if ends:
            threading.Timer(0.4, shutil.rmtree, [parts]).start()
        result = tvto("clean", archive, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert f"another run is writing to {tmp_path / 'out.jsonl'}" in result.stderr


def test_a_full_disk_is_told_with_the_output(tvto, tmp_path, monkeypatch):
    def fill(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ShardFolder, "write", fill)
    archive = write_warc(tmp_path / "a.warc.gz", numbered(1))
    result = tvto("clean", archive, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert f"{tmp_path / 'out.jsonl'}: No space left on device; run the same" in result.stderr
