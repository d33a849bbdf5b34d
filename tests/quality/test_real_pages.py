"""Real captures with hand-made gold, where they are at hand: `REAL_PAGES` or ../shared/real_pages.

The captures are other people's pages, so they are not part of the project.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = Path(os.environ.get("REAL_PAGES") or ROOT.parent / "shared" / "real_pages")

pytestmark = pytest.mark.skipif(
    not (PAGES / "gold.jsonl").exists(), reason="the real captures are not here (REAL_PAGES)"
)


@pytest.fixture(scope="module", params=["rules", "generic"])
def total(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Figures of the captures' own scorer for what the project's command predicts."""
    out = tmp_path_factory.mktemp("predictions")
    predictions, figures = out / "predictions.jsonl", out / "figures.json"
    command = [sys.executable, "-m", "benchmarks.predictions", str(PAGES), "-o", str(predictions)]
    command += ["--generic"] if request.param == "generic" else []
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    scorer = [sys.executable, str(PAGES / "score_pages.py"), str(predictions)]
    subprocess.run([*scorer, "--json", str(figures)], check=True, capture_output=True)
    return json.loads(figures.read_text("utf-8"))["total"]


def test_body(total: dict) -> None:
    assert total["macro"]["f1"] >= 0.995


def test_half_spaces_of_the_body(total: dict) -> None:
    assert total["macro"]["f1z"] >= 0.995


def test_no_boilerplate(total: dict) -> None:
    assert total["leaks"] == 0


@pytest.mark.parametrize("field", ["title", "kicker", "lead", "pub_ok"])
def test_field_on_every_page(total: dict, field: str) -> None:
    assert total[field] == total["pages"]


def test_news_code_on_every_page(total: dict) -> None:
    assert total["code"] == total["of_code"]
