"""A hundred thousand articles: the page opens at once, and scrolls, searches and opens the last."""

import random
import time

import pytest

from tests.browser.conftest import article

COUNT = 100_000
SECONDS = 3.0


@pytest.mark.slow
def test_a_hundred_thousand_articles_open_in_three_seconds(open_page, report_of):
    chance = random.Random(1)
    letters = "ابپتجدرزسشکگلمنوهی"
    words = ["".join(chance.choices(letters, k=chance.randrange(2, 8))) for _ in range(30_000)]

    def prose(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    page = report_of(
        [
            article(code, prose(9), body=[prose(60) for _ in range(5)], tags=[prose(2)])
            for code in range(COUNT)
        ]
    )
    began = time.perf_counter()
    opened = open_page(page)
    seconds = time.perf_counter() - began
    print(f"{page.stat().st_size / 1e6:.0f} MB ready in {seconds:.2f} s")
    assert seconds < SECONDS
    assert opened.count() == "۱۰۰٬۰۰۰ مقاله"
    opened.page.focus("#rows .row >> nth=0")
    opened.page.keyboard.press("End")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#article .record")
    assert opened.errors == []
