"""Whoever reads a command's output may have had enough: `… | head`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaners import clean_html, write_jsonl
from tests.commandline.archives import samples, write_warc
from tests.sample_pages import FIXTURES

SETTINGS = "tvto_crawl.settings"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("closed")
    write_warc(folder / "pages.warc.gz", samples())
    write_jsonl(folder / "articles.jsonl", [clean_html(page, url) for url, page in samples()])
    return folder


def run(folder, arguments, output):
    return subprocess.run(
        [sys.executable, "-m", "tvto_crawl.cli", *arguments.split(" ")],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        "clean pages.warc.gz -j1 -o -",
        "clean pages.warc.gz -j2 -o -",
        "dedup articles.jsonl -o -",
        "inspect pages.warc.gz",
        f"inspect {FIXTURES / 'mehr' / 'pages' / '6612207-barf-sabalan.html'} -o -",
        f"learn {FIXTURES / 'irib' / 'pages'}",
        "sample articles.jsonl",
        "schema",
        "stats articles.jsonl",
        "stats articles.jsonl --json",
        "clean --help",
    ],
)
def test_a_closed_output_ends_a_command_without_a_word(folder, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    done = run(folder, arguments, writing)
    os.close(writing)
    assert done.returncode == 0, done.stderr
    assert "pipe" not in done.stderr.lower()
    assert "Error" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize(
    "command",
    [
        "-m tvto_crawl.cli stats articles.jsonl",
        "-m tvto_crawl.cli dedup articles.jsonl -o out.jsonl",
        "-m tvto_crawl.cli clean pages.warc.gz -o out.jsonl -j2",
        "-m scrapy crawl ilna -s SOURCE=sample -a limit=1 -O out.jsonl",
    ],
)
def test_nothing_is_wrong_with_a_closed_output(folder, command, closed):
    paths = [*sys.path, str(FIXTURES.parents[1])]
    environment = {"PYTHONPATH": os.pathsep.join(paths), "SCRAPY_SETTINGS_MODULE": SETTINGS}
    call = ["sh", "-c", f"exec {sys.executable} {command} {closed}"]
    done = subprocess.run(
        call, cwd=folder, env=os.environ | environment, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", ["dedup articles.jsonl -o -", "schema", "--help", "-h"])
def test_a_full_disk_is_told_in_a_sentence(folder, arguments):
    with Path("/dev/full").open("wb") as full:
        done = run(folder, arguments, full)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.strip().endswith("No space left on device")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("command", ["dedup", "sample", "convert", "report"])
def test_a_full_disk_is_told_with_the_output(folder, tmp_path, command):
    """The device stands for the unfinished file on such a disk."""
    out = tmp_path / ("out.csv" if command == "convert" else "out")
    Path(f"{out}.partial").symlink_to("/dev/full")
    done = run(folder, f"{command} articles.jsonl -o {out}", subprocess.DEVNULL)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {out} can't be written: No space left")
