"""No change slips below what was reached: floors on fixtures and on generated pages.

`floors.toml` tells how they were set.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.quality import measure

FLOORS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


def floors(name: str) -> list[Any]:
    return [pytest.param(key, floor, id=key) for key, floor in FLOORS[name].items()]


@pytest.mark.parametrize(("measured", "floor"), floors("fixtures-rules"))
def test_fixtures_with_rules(measured: str, floor: float) -> None:
    assert measure.figures(measure.fixture_scores(rules=True))[measured] >= floor


@pytest.mark.parametrize(("measured", "floor"), floors("fixtures-generic"))
def test_fixtures_without_rules(measured: str, floor: float) -> None:
    assert measure.figures(measure.fixture_scores(rules=False))[measured] >= floor


@pytest.mark.parametrize(("measured", "floor"), floors("fixtures-disguised"))
def test_fixtures_in_disguise(measured: str, floor: float) -> None:
    assert measure.figures(measure.disguised_scores())[measured] >= floor


@pytest.mark.parametrize(("measured", "floor"), floors("generated"))
def test_generated_pages(measured: str, floor: float) -> None:
    scores = [score for _, score in measure.generated_scores()]
    assert measure.figures(scores)[measured] >= floor


@pytest.mark.parametrize(("axis", "floor"), floors("rows"))
def test_every_kind_of_layout(axis: str, floor: float) -> None:
    value, f1 = measure.lowest_rows()[axis]
    assert f1 >= floor, f"{axis}: {value}"


def test_every_axis_has_a_floor() -> None:
    assert set(FLOORS["rows"]) == set(measure.lowest_rows())


@pytest.mark.parametrize(("measured", "floor"), floors("negatives"))
def test_pages_that_are_no_articles(measured: str, floor: float) -> None:
    assert dict(zip(("refused", "reason"), measure.refused(), strict=True))[measured] >= floor


@pytest.mark.parametrize(("measured", "floor"), floors("sites"))
def test_generated_sites(measured: str, floor: float) -> None:
    assert measure.figures(measure.site_scores())[measured] >= floor
