"""Broken pages give an article or `NotAnArticle`, in time; the long run is a benchmark."""

import pytest

from benchmarks.mutations import mutants, page_bytes, try_page
from tests.sample_pages import FIXTURES

COUNT = 360
# Pages a test, so that they spread over several processes.
BATCH = 30


@pytest.fixture(scope="module")
def pages() -> list[bytes]:
    return page_bytes([FIXTURES])


@pytest.mark.parametrize("start", range(0, COUNT, BATCH))
def test_nothing_but_not_an_article(start: int, pages: list[bytes]) -> None:
    wrong = [
        (name, outcome.result, round(outcome.seconds, 2), outcome.trace[-300:])
        for index, (name, page) in enumerate(mutants(pages, seed=start, count=BATCH))
        if not (outcome := try_page(page, rules=index % 2 == 0)).is_right
    ]
    assert wrong == []


def test_same_seed_same_pages(pages: list[bytes]) -> None:
    assert list(mutants(pages, 1, 5)) == list(mutants(pages, 1, 5))
