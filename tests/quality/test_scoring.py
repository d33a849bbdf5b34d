"""The benchmark's scores, on articles small enough to count by hand."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.layouts import generate
from benchmarks.scoring import score_page, totals

GOLD: dict[str, Any] = {
    "file": "a.html",
    "title": "عنوان",
    "kicker": None,
    "lead": "لید خبر",
    "body": ["می\u200cرود به خانه", "دوم"],
    "published_at": "2025-10-07T14:18+03:30",
    "news_code": "123",
    "must_contain": ["به خانه"],
    "must_not_contain": ["بیشتر بخوانید"],
}
RIGHT = {key: GOLD[key] for key in ("title", "lead", "body", "published_at", "news_code")}
SCORER = Path(__file__).parents[3] / "shared" / "real_pages" / "score_pages.py"


def test_right_article() -> None:
    score = score_page(GOLD, RIGHT)
    assert (score.precision, score.recall, score.f1, score.f1z) == (1, 1, 1, 1)
    assert (score.title, score.kicker, score.lead, score.published, score.code) == (True,) * 5
    assert score.leaked == []


def test_lost_half_space_costs_f1z_alone() -> None:
    score = score_page(GOLD, {**RIGHT, "body": "میرود به خانه دوم"})
    assert score.f1 == 1
    assert score.f1z == pytest.approx(3 / 4)


def test_surplus_costs_precision_and_loss_recall() -> None:
    assert score_page(GOLD, {**RIGHT, "body": [*GOLD["body"], "x y z w"]}).precision == 0.5
    assert score_page(GOLD, {**RIGHT, "body": ["دوم"]}).recall == 0.25


@pytest.mark.parametrize("field", ["body", "title", "lead", "kicker"])
def test_leak_is_found_however_it_is_spelt(field: str) -> None:
    score = score_page(GOLD, {**RIGHT, field: "بيشتر  بخو\u200cانید"})
    assert score.leaked == ["بیشتر بخوانید"]


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("2025-10-07T10:48:00Z", True),
        ("2025-10-07T14:18:59+03:30", True),
        ("2025-10-07T14:19:00+03:30", False),
        ("2025-10-07", False),
        ("2025-10-07T14:18", False),
        (None, False),
        ("مهر", False),
    ],
)
def test_published_to_the_minute(told: str | None, right: bool) -> None:
    assert score_page(GOLD, {**RIGHT, "published_at": told}).published is right


def test_nothing_found_scores_nothing() -> None:
    score = score_page(GOLD, None)
    assert (score.f1, score.title, score.kicker, score.published, score.code) == (0, *(False,) * 4)


def test_totals_are_means() -> None:
    both = totals([score_page(GOLD, RIGHT), score_page(GOLD, None)])
    assert (both.pages, both.f1, both.title, both.code, both.of_leaks) == (2, 0.5, 0.5, 0.5, 2)


@pytest.mark.skipif(not SCORER.is_file(), reason="the captures and their scorer are not here")
def test_same_figures_as_the_captures_scorer(tmp_path: Path) -> None:
    pages = list(generate(seed=2, count=12))
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    guesses = [
        {**page.gold, "body": [*page.gold["body"][1:], *page.gold["must_not_contain"][:2]]}
        for page in pages
    ]
    gold.write_text("\n".join(json.dumps(page.gold) for page in pages), "utf-8")
    predictions.write_text("\n".join(map(json.dumps, guesses)), "utf-8")
    out = tmp_path / "scores.json"
    command = [sys.executable, str(SCORER), str(predictions), "--gold", str(gold), "--json"]
    subprocess.run([*command, str(out)], check=True, capture_output=True)
    for theirs, page, guess in zip(
        json.loads(out.read_text("utf-8"))["pages"], pages, guesses, strict=True
    ):
        ours = score_page(page.gold, guess)
        assert (ours.f1, ours.f1z) == pytest.approx((theirs["f1"], theirs["f1z"]))
        assert ours.leaked == theirs["leaks"]
        assert (ours.title, ours.kicker, ours.lead) == tuple(
            theirs[key] for key in ("title", "kicker", "lead")
        )
        assert ours.published == (theirs["pub"] == "ok")
