"""Article file and ledger together: nothing lost, nothing doubled, whatever ends the process."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_sites import ROOT, damage
from stored import LONG, article, ids, marks

from tvto_crawl.ledger import Ledger
from tvto_crawl.places import complaint_of_folder
from tvto_crawl.skips import Skipped
from tvto_crawl.store import Store, StoreError, schema_complaint
from tvto_crawl.transactions import cause_of


def test_a_written_article_is_settled_under_its_id_and_its_address(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        assert store.write(article(1), key="mehr:asked") == "written"
    with Store(tmp_path, "mehr") as store:
        for key in ("mehr:1", "mehr:asked"):
            seen = store.settled(key, "")
            assert seen is not None
            assert seen.verdict == "written"
        assert store.settled("mehr:2", "") is None


def test_an_article_that_changed_becomes_a_new_line(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
        assert store.write(article(1)) == "unchanged"
        assert store.write(article(1, title="تیتر تازه")) == "written"
    assert ids(tmp_path / "mehr.jsonl") == ["mehr:1", "mehr:1"]


def test_a_change_that_a_listing_tells_of_is_looked_at(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
        assert store.settled("mehr:1", "", modified="2001-01-01T00:00:00+00:00")
        assert store.settled("mehr:1", "", modified="2099-01-01T00:00:00+00:00") is None


def test_a_skip_for_the_topic_holds_only_for_the_same_arguments(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.skip(Skipped("https://x.ir", "off-topic", "mehr:1"), "tvto")
        assert store.settled("mehr:1", "tvto")
        assert store.settled("mehr:1", "all") is None


@pytest.mark.parametrize(
    ("reason", "settled"),
    [("gone", True), ("not-found", True), ("listing", True), ("robots", True),
     ("no-robots", False), ("timeout", False), ("blocked", False),
     ("challenge", False), ("http-error", False)],
)  # fmt: skip
def test_what_is_gone_stays_gone_and_what_failed_is_tried_again(
    reason: str, settled: bool, tmp_path: Path
) -> None:
    with Store(tmp_path, "mehr") as store:
        store.skip(Skipped("https://x.ir", reason, "mehr:1"), "tvto")
        assert (store.settled("mehr:1", "all") is not None) is settled


def test_what_keeps_failing_is_tried_more_rarely(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        for _ in range(3):
            store.skip(Skipped("https://x.ir", "timeout", "mehr:1"), "")
        assert store.settled("mehr:1", "") is None
        store.skip(Skipped("https://x.ir", "timeout", "mehr:1"), "")
        assert store.settled("mehr:1", "")


@pytest.mark.parametrize("reason", ["gone", "not-found", "listing", "empty", "off-site"])
def test_a_page_without_an_article_is_tried_on_three_days(reason: str, tmp_path: Path) -> None:
    for tries_left in (2, 1, 0):
        with Store(tmp_path, "mehr") as store:
            store.skip(Skipped("https://x.ir", reason, "mehr:1"), "")
            seen = store.settled("mehr:1", "")
            assert seen is not None  # not twice a day
            assert seen.for_good is (tries_left == 0)
        a_day_later(tmp_path / "mehr.ledger")
        with Store(tmp_path, "mehr") as store:
            assert (store.settled("mehr:1", "") is None) is (tries_left > 0)


def test_failures_before_do_not_count_as_tries_of_a_page_that_is_gone(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        for _ in range(5):
            store.skip(Skipped("https://x.ir", "http-error", "mehr:1"), "")
        store.skip(Skipped("https://x.ir", "gone", "mehr:1"), "")
        seen = store.settled("mehr:1", "")
        assert seen is not None
        assert not seen.for_good


def a_day_later(ledger: Path) -> None:
    with sqlite3.connect(ledger) as db:
        db.execute(
            "UPDATE pages SET again = strftime('%Y-%m-%dT%H:%M:%S+00:00', again, '-1 day') "
            "WHERE again < '9999'"
        )


def test_lines_that_the_ledger_missed_are_entered(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    path = tmp_path / "mehr.jsonl"
    with path.open("a", encoding="utf-8") as stream:  # killed between line and ledger
        stream.write(article(2).to_json() + "\n" + article(3).to_json()[:40])
    with Store(tmp_path, "mehr") as store:
        assert store.recovered == 1
        assert store.settled("mehr:2", "")
        assert store.settled("mehr:3", "") is None
    assert ids(path) == ["mehr:1", "mehr:2"]


def test_a_last_line_without_its_end_is_kept_and_ended(tmp_path: Path) -> None:
    path = tmp_path / "mehr.jsonl"
    path.write_text(article(1).to_json(), "utf-8")  # as an editor leaves it
    with Store(tmp_path, "mehr") as store:
        assert store.settled("mehr:1", "")
        store.write(article(2))
    assert ids(path) == ["mehr:1", "mehr:2"]


def test_a_kill_before_the_commit_loses_nothing(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=LONG))
        store.commit()
        store.write(article(2))
        store.write(article(3))
        for part in (store._texts, store._ledger):  # what a kill does to what is not committed
            assert part is not None
            part.roll_back()
    with Store(tmp_path, "mehr") as store:
        assert store.recovered == 2
        assert store.settled("mehr:3", "")
        store.write(article(4, text=LONG))
    assert ids(tmp_path / "mehr.jsonl") == ["mehr:1", "mehr:2", "mehr:3", "mehr:4"]
    assert marks(tmp_path)["mehr:4"] == "mehr:1"


def test_after_a_failed_write_nothing_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(StoreError, match="No space left"):
                store.write(article(2))
        with pytest.raises(StoreError, match="No space left"):
            store.write(article(3))
    with Store(tmp_path, "mehr") as store:
        assert store.settled("mehr:1", "")
        assert store.settled("mehr:2", "") is None
    assert ids(tmp_path / "mehr.jsonl") == ["mehr:1"]


def test_a_lost_ledger_is_made_anew_from_the_articles(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    (tmp_path / "mehr.ledger").unlink()
    with Store(tmp_path, "mehr") as store:
        assert store.settled("mehr:1", "")


def test_articles_that_were_moved_away_are_wanted_again(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
        store.skip(Skipped("https://x.ir", "gone", "mehr:2"), "")
    (tmp_path / "mehr.jsonl").unlink()
    with Store(tmp_path, "mehr") as store:
        assert store.settled("mehr:1", "") is None
        assert store.settled("mehr:2", "")


def test_a_file_that_was_replaced_by_another_is_read_anew(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    other = "".join(article(n).to_json() + "\n" for n in (5, 6))
    (tmp_path / "mehr.jsonl").write_text(other, "utf-8")
    with Store(tmp_path, "mehr") as store:
        assert store.settled("mehr:1", "") is None
        assert store.settled("mehr:6", "")


def test_the_second_crawl_of_a_spider_stops(tmp_path: Path) -> None:
    with (
        Store(tmp_path, "mehr"),
        pytest.raises(StoreError, match="another crawl of mehr"),
    ):
        Store(tmp_path, "mehr")
    Store(tmp_path, "mehr").close()


def test_sample_and_real_articles_do_not_mix(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr", sample=True) as store:
        store.write(article(1, source="sample"))
    with pytest.raises(StoreError, match="holds sample articles"):
        Store(tmp_path, "mehr")


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("a file in the way")
    with pytest.raises(StoreError, match=r"can't be written: .* is a file, not a folder"):
        Store(tmp_path / "articles", "mehr")


def test_a_disk_that_is_read_only_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert complaint_of_folder(tmp_path) == f"{tmp_path} can't be written: Permission denied"
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    assert complaint_of_folder(tmp_path) == f"{tmp_path} can't be written: Read-only file system"


def test_a_ledger_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mehr.ledger").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match=r"the ledger beside .*mehr\.ledger may be deleted"):
        Store(tmp_path, "mehr")
    Ledger(tmp_path / "other.ledger").close()


def test_an_account_whose_output_is_not_named_in_utf_8_is_kept(tmp_path: Path) -> None:
    with Ledger(tmp_path / "mehr.ledger") as ledger:
        ledger.end_run(ledger.begin_run("", "sample"), {"target": "\udce3/mehr.jsonl"})
        (run,) = ledger.runs()
    assert run["account"] == {"target": "\udce3/mehr.jsonl"}


def test_a_damaged_page_of_the_ledger_is_a_sentence_when_it_is_read(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    for table in ("pages", "articles", "runs"):
        damage(tmp_path / "mehr.ledger", table)
    told = r"the ledger beside .* can't be used: .*mehr\.ledger may be deleted"
    for ask in (
        lambda store: store.settled("mehr:1", ""),
        lambda store: store.write(article(1)),
        lambda store: store.ask(lambda ledger: list(ledger.runs())),
    ):
        with Store(tmp_path, "mehr") as store, pytest.raises(StoreError, match=told):
            ask(store)


def test_an_error_of_a_full_disk_names_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    with pytest.raises(sqlite3.Error) as cant_open:
        sqlite3.connect(tmp_path).execute("SELECT * FROM sqlite_master")
    assert cause_of(cant_open.value, tmp_path / "x") == (
        "the disk is full (unable to open database file)"
    )
    monkeypatch.undo()
    assert cause_of(cant_open.value, tmp_path / "x") == "unable to open database file"


def test_a_ledger_of_a_newer_version_is_refused_and_kept(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    path = tmp_path / "mehr.ledger"
    with sqlite3.connect(path) as db:
        db.execute("UPDATE meta SET value = '99' WHERE name = 'version'")
    with pytest.raises(StoreError, match=r"newer tvto_crawl \(ledger 99.*: update tvto_crawl"):
        Store(tmp_path, "mehr")
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_a_ledger_of_the_first_version_goes_on(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    with sqlite3.connect(tmp_path / "mehr.ledger") as db:
        db.executescript(
            "ALTER TABLE articles ADD COLUMN fingerprint TEXT;"
            "CREATE INDEX by_fingerprint ON articles (fingerprint);"
            "UPDATE meta SET value = '1' WHERE name = 'version'"
        )
    with Store(tmp_path, "mehr") as store:
        assert store.write(article(1)) == "unchanged"
        assert store.write(article(2)) == "written"
    with sqlite3.connect(tmp_path / "mehr.ledger") as db:
        assert db.execute("SELECT value FROM meta WHERE name = 'version'").fetchone() == ("2",)


def test_a_record_that_does_not_fit_the_schema_is_kept_aside(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        wrong = article(1)
        wrong.published_at = "yesterday"
        assert store.write(wrong) == "invalid"
        assert store.write(article(2)) == "written"
    assert ids(tmp_path / "mehr.jsonl") == ["mehr:2"]
    rejected = json.loads((tmp_path / "mehr.rejected.jsonl").read_text("utf-8"))
    assert rejected["reason"].startswith("published_at must match")
    assert rejected["record"]["id"] == "mehr:1"


def test_the_schema_gate_names_the_field() -> None:
    assert schema_complaint(article(1).to_dict()) is None
    assert "news_code" in str(schema_complaint({**article(1).to_dict(), "news_code": 5}))


_WRITER = """
import sys
from pathlib import Path
from cleaners.article import Article
from tvto_crawl.store import Store
with Store(Path(sys.argv[1]), "mehr") as store:
    for code in range(1, 2001):
        if not store.settled(f"mehr:{code}", ""):
            store.write(Article(f"mehr:{code}", "mehr", url=f"https://www.mehrnews.com/news/{code}",
                                text="x" * 2000, body=["x" * 2000], fingerprint=f"{code:040x}"))
    print("done", flush=True)
"""


def test_sigkill_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    rounds, done = 0, False
    while not done and rounds < 25:
        rounds += 1
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        time.sleep(0.28 + rounds * 0.013)
        process.send_signal(signal.SIGKILL)
        done = b"done" in process.communicate()[0]
    assert rounds > 2
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # a busy machine
    written = ids(tmp_path / "mehr.jsonl")
    assert len(written) == 2000
    assert len(set(written)) == 2000
