"""`tvto-crawl`: what was written, and what a site is like."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from misbehaving_site import Agency, Server
from small_sites import ROOT, Crawl

from tvto_crawl.cli import main
from tvto_crawl.ledger import Ledger
from tvto_crawl.skips import Skipped


def tvto_crawl(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tvto_crawl.cli", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_status_says_what_was_written_and_left_out(crawl: Crawl, tmp_path: Path) -> None:
    crawl("mehr", "-s", "SOURCE=sample")
    done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path / "articles")])
    assert done.exit_code == 0
    assert "mehr (sample site): " in done.output
    assert " articles written, " in done.output
    assert "about neither TVTO nor skills training" in done.output
    assert "new, 0 already written" in done.output


def test_status_counts_by_days_of_tehran(tmp_path: Path) -> None:
    with Ledger(tmp_path / "mehr.ledger") as ledger:
        ledger.skip(Skipped("https://x.ir", "gone", "mehr:1"), "")
    # Half past eleven in the evening of Greenwich is three in the morning of Tehran.
    with sqlite3.connect(tmp_path / "mehr.ledger") as db:
        db.execute("UPDATE pages SET seen = '2025-10-06T23:30:00+00:00'")
    shown = CliRunner().invoke(main, ["status", "--articles", str(tmp_path)]).output
    assert "1404/07/15 (2025-10-07)" in shown
    assert "1404/07/14" not in shown


def test_status_of_a_host_that_has_dots(tmp_path: Path) -> None:
    with Ledger(tmp_path / "tabnak.ir.ledger"):
        pass
    for asked, code in (("tabnak.ir", 0), ("www.tabnak.ir", 0), ("tabnak", 2)):
        done = CliRunner().invoke(main, ["status", asked, "--articles", str(tmp_path)])
        assert done.exit_code == code


def test_status_names_the_spiders_that_have_no_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ilna.ledger"):
        pass
    call = ["status", "ilna", "nosuch", "--articles", str(tmp_path)]
    done = CliRunner().invoke(main, call)
    assert done.exit_code == 2
    assert "ilna: 0 articles written" in done.stdout
    assert "no ledger of nosuch; there is no spider 'nosuch'; the spiders are ilna" in done.stderr


def test_status_of_site_names_the_domains(tmp_path: Path) -> None:
    for name in ("mehr", "tabnak.ir", "yjc.ir.sample"):
        with Ledger(tmp_path / f"{name}.ledger"):
            pass
    done = CliRunner().invoke(main, ["status", "site", "--articles", str(tmp_path)])
    assert done.exit_code == 2
    assert "a ledger for each domain (tabnak.ir, yjc.ir)" in done.stderr
    assert "tvto-crawl status tabnak.ir" in done.stderr


def test_status_of_a_folder_that_is_missing(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path / "none")])
    assert done.exit_code == 2
    assert f"there is no folder {tmp_path / 'none'}" in done.stderr


def test_status_without_a_ledger_says_how_to_get_one(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["status", "irib", "--articles", str(tmp_path)])
    assert done.exit_code == 1
    assert "no ledger of irib" in done.output


def test_status_of_what_is_no_ledger_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mehr.ledger").write_text("nothing of the kind")
    done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path)])
    assert done.exit_code == 1
    assert "mehr.ledger is not a ledger" in done.output


def test_a_broken_ledger_hides_no_other_and_may_be_deleted(tmp_path: Path) -> None:
    for name in ("ilna", "tvto"):
        with Ledger(tmp_path / f"{name}.ledger"):
            pass
    (tmp_path / "mehr.sample.ledger").write_text("nothing of the kind" * 99)
    done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path)])
    assert done.exit_code == 1
    assert "ilna: 0 articles written" in done.stdout
    assert "tvto: 0 articles written" in done.stdout
    assert "mehr.sample.ledger may be deleted: the next crawl makes it anew from mehr.jsonl" in (
        done.stderr
    )


def test_status_changes_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ilna.ledger"):
        pass
    with sqlite3.connect(tmp_path / "ilna.ledger") as db:  # one of before fingerprints were dropped
        db.execute("ALTER TABLE articles ADD COLUMN fingerprint TEXT")
        db.execute("UPDATE meta SET value = '1' WHERE name = 'version'")
    db.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path)])
    assert done.exit_code == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_status_reads_while_a_crawl_writes(tmp_path: Path) -> None:
    with Ledger(tmp_path / "mehr.ledger") as ledger:
        ledger.skip(Skipped("https://x.ir", "gone", "mehr:1"), "")
        done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path)])
    assert "mehr: 0 articles written, 1 page left out" in done.output


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_status_of_a_folder_that_is_read_only(tmp_path: Path) -> None:
    with Ledger(tmp_path / "mehr.ledger"):
        pass
    tmp_path.chmod(0o555)
    try:
        done = CliRunner().invoke(main, ["status", "--articles", str(tmp_path)])
    finally:
        tmp_path.chmod(0o755)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("command", ["probe", "status"])
def test_help_shows_examples(command: str) -> None:
    shown = CliRunner().invoke(main, [command, "--help"]).output
    assert "Examples:" in shown
    assert f"  tvto-crawl {command} mehr" in shown


def test_probe_tries_every_way_and_cleans_three_articles() -> None:
    done = tvto_crawl("probe", "ilna", "--source", "sample")
    assert done.returncode == 0, done.stderr
    assert "robots   https://www.ilna.ir/robots.txt: read; Crawl-delay 1" in done.stdout
    assert "feed     known  https://www.ilna.ir/rss: " in done.stdout
    assert "extracted by ilna/1" in done.stdout
    # Pages that are no article do not count, and are named.
    assert done.stdout.count("\narticle  ") == 3
    assert "\npage     https://www.ilna.ir/" in done.stdout


def test_probe_names_every_way_and_what_it_gave() -> None:
    lines = tvto_crawl("probe", "mehr", "--source", "sample").stdout.splitlines()
    ways = [line.partition(":")[0].split()[:2] for line in lines if "  https://" in line]
    assert ways.count(["feed", "known"]) == 2
    assert ways.count(["archive", "guess"]) == 2
    assert ways.count(["sitemap", "guess"]) == 3
    assert ways.count(["search", "known"]) == 2
    (search,) = [line for line in lines if "/search?q=" in line]
    assert search.endswith("4 links to articles")
    (archive,) = [line for line in lines if "/archive?" in line and "tp=&" in line]
    assert archive.endswith("failed: not in the WARC that is replayed")


def test_probe_says_of_every_field_whether_it_stood_where_the_rules_expect() -> None:
    shown = tvto_crawl("probe", "mehr", "--source", "sample").stdout
    assert "as expected: .item-title h1 (1 of 8)" in shown
    assert "as expected: .item-text[itemprop=articleBody] (1 of 7)" in shown
    sums = [line.split("fields: ")[1] for line in shown.splitlines() if "fields: " in line]
    assert len(sums) == 3
    for summary in sums:
        counts = [part.split(" ", 1) for part in summary.split(", ")]
        assert [verdict for _, verdict in counts] == ["as expected", "derived", "not found"]
        assert sum(int(count) for count, _ in counts) == 13  # every field that is shown


def test_probe_names_its_own_option_for_the_contact() -> None:
    done = tvto_crawl("probe", "ilna", "--source", "sample", "--contact", "نشانی")
    assert done.returncode == 2
    assert "--contact me@example.org" in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["notaurl"], "notaurl is not a web address, such as https://www.example.ir/"),
        (["-a", "foo"], "'foo' is not NAME=VALUE"),
        (["--source", ""], "give --source live"),
        (["--contact", "foo"], "such as --contact me@example.org"),
    ],
)
def test_a_wrong_probe_is_told_in_its_own_words(arguments: list[str], told: str) -> None:
    done = tvto_crawl("probe", "mehr", *arguments)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert "ilna" not in done.stderr


def test_a_probe_without_a_network_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy"):  # a closed port, as if the site were down
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    page = "https://www.mehrnews.com/news/1"
    done = tvto_crawl("probe", "mehr", page, "--record", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.count("can't be reached") == 1
    assert f"{page}: as for robots.txt" in done.stdout
    assert "add --contact <your e-mail or web address>" in done.stderr


def test_a_probe_that_reaches_nothing_says_so_and_fails(tmp_path: Path) -> None:
    with Server(Agency(articles=0)) as server:
        done = tvto_crawl("probe", "site", "-a", f"domain={server.url}", "--record", str(tmp_path))
    assert done.returncode == 1
    assert "no article was extracted" in done.stderr
    assert "private address" in done.stdout
    assert not any(tmp_path.iterdir())
