"""The benchmark's commands run, and their output has the promised shape."""

import json
from pathlib import Path

import pytest

from benchmarks import extraction, layouts, predictions, weak_spots
from benchmarks.disguises import DISGUISES, disguised
from benchmarks.extraction_report import replaced
from benchmarks.layouts import __main__ as layouts_command
from tests.sample_pages import FIXTURES, article_pages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    arguments = ["layouts", str(tmp_path), "--seed", "9", "--count", "3", "--negatives", "2"]
    monkeypatch.setattr("sys.argv", arguments)
    layouts_command.main()
    return tmp_path


def test_layouts_writes_pages_and_gold(folder: Path) -> None:
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    expected = list(layouts.generate(9, 3))
    assert [entry["file"] for entry in gold] == [page.file for page in expected]
    assert all((folder / page.file).read_bytes() == page.html for page in expected)
    assert gold[0]["traits"] == expected[0].traits
    assert len((folder / "negatives.jsonl").read_text("utf-8").splitlines()) == 2


def test_predictions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.html").write_text("<html><body><p>.</p></body></html>", "utf-8")
    out = folder / "out.jsonl"
    assert predictions.main([str(folder), "--generic", "-o", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["file"] for line in lines] == sorted(line["file"] for line in lines)
    assert all(list(line) == ["file", *predictions.FIELDS] for line in lines)
    empty = next(line for line in lines if line["file"] == "empty.html")
    assert set(empty.values()) == {"empty.html", None}
    assert "empty.html: " in capsys.readouterr().err


def test_predictions_of_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        predictions.main([str(tmp_path)])


def test_page_without_gold_takes_its_canonical_address(tmp_path: Path) -> None:
    page = next(page for page in article_pages() if b"canonical" in page.read())
    (tmp_path / "a.html").write_bytes(page.read())
    line, refusal = next(predictions.predictions(tmp_path))
    assert refusal is None
    assert line["news_code"] == page.expected()["news_code"]


def test_extraction_prints_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = tmp_path / "figures.json"
    command = ["--only", "rules off", "--generated", "2", "--sites", "0", "--repeat", "1", "--rows"]
    assert extraction.main([*command, "--json", str(figures), str(one_page(tmp_path))]) == 0
    printed = capsys.readouterr().out
    assert "Real pages (1 pages):" in printed
    assert "| tvto_crawl, rules off | 1.0000 |" in printed
    assert "| container: " in printed
    row = json.loads(figures.read_text("utf-8"))["tools"][0]
    assert row["real"]["f1"] == 1
    assert row["peak_mb"] > 10


def one_page(folder: Path) -> Path:
    page = article_pages()[0]
    target = folder / "real"
    target.mkdir()
    (target / "a.html").write_bytes(page.read())
    expected = page.expected()
    gold = {
        **{key: expected[key] for key in predictions.FIELDS},
        "file": "a.html",
        "url": page.url,
        "must_contain": [],
        "must_not_contain": [],
    }
    (target / "gold.jsonl").write_text(json.dumps(gold), "utf-8")
    return target


def test_table_goes_between_its_marks() -> None:
    start, end = "<!-- extraction benchmark: start -->", "<!-- extraction benchmark: end -->"
    document = f"before\n{start}\nold\n{end}\nafter"
    assert replaced(document, "new") == f"before\n{start}\n\nnew\n\n{end}\nafter"
    with pytest.raises(ValueError, match="extraction benchmark"):
        replaced("no marks", "new")


def test_weak_spots_need_the_traits_they_name() -> None:
    for spot, _ in weak_spots.weak_spots(seed=1, count=6):
        assert all(weak_spots.PLAIN[axis] != value for axis, value in spot.traits.items())
        assert spot.came_out != spot.must


@pytest.mark.parametrize("kind", DISGUISES)
def test_disguise_keeps_every_word(kind: str) -> None:
    page = (FIXTURES / "ilna" / "pages" / "1433816-dideplomasi-maharat.html").read_bytes()
    changed = disguised(page, kind)
    assert changed != page
    for paragraph in article_pages()[0].expected()["body"][:2]:
        assert paragraph[:30].split()[1].encode() in changed
