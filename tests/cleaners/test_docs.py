"""The documentation says what the code does."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from cleaners.persian import Repairs
from cleaners.schema import reference
from tvto_crawl.bulk.columns import HTML_COLUMNS, TEXT_COLUMNS
from tvto_crawl.bulk.entries import FETCHED_COLUMNS, URL_COLUMNS

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_record_reference_is_the_schema() -> None:
    text = (ROOT / "docs" / "record.md").read_text("utf-8")
    assert reference() in text, "run: python -m cleaners.schema --markdown"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files(document: Path) -> None:
    text = document.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if "://" not in target:
            assert (document.parent / target).exists(), target


def test_all_columns_that_are_read_are_named() -> None:
    text = (ROOT / "docs" / "scale.md").read_text("utf-8")
    rows = [re.findall(r"`(\S+?)`", line) for line in text.splitlines() if line.startswith("| ")]
    for names in (HTML_COLUMNS, TEXT_COLUMNS, URL_COLUMNS, FETCHED_COLUMNS):
        assert list(names) in rows


def test_all_options_of_repairs_are_named() -> None:
    text = (ROOT / "docs" / "library.md").read_text("utf-8")
    for option in fields(Repairs):
        assert f"| `{option.name}` |" in text


def test_the_library_example_of_the_readme_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    monkeypatch.chdir(tmp_path)
    [example] = re.findall(
        r"```python\n(from pathlib.+?)```", (ROOT / "README.md").read_text("utf-8"), re.S
    )
    exec(example, {})
    printed = capsys.readouterr().out.splitlines()
    told = re.findall(r"print\(.+\)  # (?!challenge)(.+)", example)
    beginnings = [line.partition("…")[0] for line in told]
    assert [a.startswith(b) for a, b in zip(printed, beginnings, strict=True)] == [True] * len(told)
    assert (tmp_path / "articles.jsonl").exists()
