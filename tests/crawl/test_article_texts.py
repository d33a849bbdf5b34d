"""The texts by which a crawl finds copies: what is marked, and what becomes of damaged ones."""

import json
import sqlite3
from pathlib import Path

import pytest
from small_sites import damage
from stored import LONG, TEXT, article, ids, marks

from tvto_crawl.article_texts import ArticleTexts
from tvto_crawl.store import Store, StoreError


def test_a_repeated_text_is_marked(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=TEXT))
        store.write(article(2, text=TEXT))
        store.write(article(3, text=TEXT, title="دیگر"))
    records = [json.loads(x) for x in (tmp_path / "mehr.jsonl").read_text("utf-8").splitlines()]
    assert [r["duplicate_of"] for r in records] == [None, "mehr:1", "mehr:1"]


def test_a_text_nearly_repeated_or_excerpted_is_marked(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=LONG))
        store.write(article(2, text=f"{LONG}\n\nانتهای پیام/"))
    with Store(tmp_path, "mehr") as store:
        store.write(article(3, text=LONG[400:1400]))
        store.write(article(4, text=TEXT))
    assert marks(tmp_path) == {"mehr:1": None, "mehr:2": "mehr:1", "mehr:3": "mehr:1",
                               "mehr:4": None}  # fmt: skip


def test_a_changed_article_does_not_repeat_its_copy(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=LONG))
        store.write(article(2, text=LONG))
        store.write(article(1, text=LONG, title="تازه"))
    assert marks(tmp_path) == {"mehr:1": None, "mehr:2": "mehr:1"}


def test_texts_of_an_article_file_without_them_are_read(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=LONG))
    (tmp_path / "mehr.texts").unlink()
    with Store(tmp_path, "mehr") as store:
        store.write(article(2, text=LONG))
    assert marks(tmp_path)["mehr:2"] == "mehr:1"


def test_texts_of_another_article_file_are_forgotten(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=LONG))
    (tmp_path / "mehr.jsonl").unlink()
    with Store(tmp_path, "mehr") as store:
        store.write(article(2, text=LONG))
    assert marks(tmp_path) == {"mehr:2": None}


def test_a_kill_while_lines_are_read_again_loses_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    with (tmp_path / "mehr.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(article(2, text=LONG).to_json() + "\n")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(ArticleTexts, "__init__", killed)
        with pytest.raises(KeyboardInterrupt):
            Store(tmp_path, "mehr")
    with Store(tmp_path, "mehr") as store:
        store.write(copy := article(3, text=LONG))
    assert copy.duplicate_of == "mehr:2"


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b""])
def test_broken_texts_are_made_anew(tmp_path: Path, content: bytes) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=TEXT))
    (tmp_path / "mehr.texts").write_bytes(content)
    with Store(tmp_path, "mehr") as store:
        store.write(copy := article(2, text=TEXT))
    assert copy.duplicate_of == "mehr:1"


@pytest.mark.parametrize("table", ["text", "key", "by_id"])
def test_texts_with_a_damaged_page_are_made_anew_where_it_is_met(
    tmp_path: Path, table: str
) -> None:
    path = tmp_path / "mehr.texts"
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=TEXT))
    damage(path, table)
    damaged = path.read_bytes()
    with Store(tmp_path, "mehr") as store:
        assert path.read_bytes() == damaged  # a start does not read the whole file
        store.write(article(2))
        store.write(copy := article(3, text=TEXT))
        store.write(article(4, text=LONG))
    with Store(tmp_path, "mehr") as store:
        store.write(other := article(5, text=LONG))
    assert (copy.duplicate_of, other.duplicate_of) == ("mehr:1", "mehr:4")
    assert ids(tmp_path / "mehr.jsonl") == [f"mehr:{n}" for n in range(1, 6)]


def test_texts_that_cannot_be_unpacked_are_made_anew(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1, text=TEXT))
    with sqlite3.connect(tmp_path / "mehr.texts") as db:
        db.execute("UPDATE text SET letters = x'789c0000'")
    with Store(tmp_path, "mehr") as store:
        store.write(copy := article(2, text=TEXT))
    assert copy.duplicate_of == "mehr:1"


def test_texts_that_cannot_be_opened_are_named(tmp_path: Path) -> None:
    with Store(tmp_path, "mehr") as store:
        store.write(article(1))
    (tmp_path / "mehr.texts").unlink()
    (tmp_path / "mehr.texts").mkdir()
    with pytest.raises(StoreError, match=r"^[^ ]*/mehr\.texts can't be written: unable to open"):
        Store(tmp_path, "mehr")
