"""The documentation says what the code does."""

import re
from pathlib import Path

import pytest

from cleaners.schema import reference

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
