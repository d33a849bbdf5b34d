"""Whether fields stood where the rules expect them."""

from datetime import UTC, datetime

import pytest
from misbehaving_site import article_page

from cleaners import clean_html
from tvto_crawl.field_origins import Origin, origins

URL = "https://www.mehrnews.com/news/1000001"
TEXT = "کارآموزان این مرکز آموزش فنی و حرفه‌ای پس از پایان دوره به کارگاه‌ها معرفی می‌شوند. " * 5
PAGE = article_page(1, datetime(2025, 10, 7, 8, tzinfo=UTC), TEXT)


def origins_on(page: str) -> dict[str, Origin]:
    return origins(page.encode(), URL, clean_html(page, URL))


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("title", "as expected: .item-title h1 (1 of 8)"),
        ("published_at", "as expected: .item-date span (1 of 10)"),
        ("news_code", "as expected: .item-code span (1 of 4)"),
        ("body", "as expected: .item-text[itemprop=articleBody] (1 of 7)"),
        ("lead", "not found"),
        ("tags", "not found"),
        ("place", "not found"),
    ],
)
def test_fields_of_a_page_that_is_as_the_rules_say(field: str, shown: str) -> None:
    assert str(origins_on(PAGE)[field]) == shown


def test_what_follows_from_other_fields_is_derived() -> None:
    article = clean_html(PAGE, URL)
    article.province = "اصفهان"
    found = origins(PAGE.encode(), URL, article)
    assert str(found["province"]) == "derived"


def test_a_later_place_of_the_rules_is_named() -> None:
    page = PAGE.replace("item-date", "changed")
    assert str(origins_on(page)["published_at"]).startswith(
        "as expected: meta:article:published_time (6 of 10)"
    )


def test_a_body_that_the_rules_do_not_find() -> None:
    page = PAGE.replace("item-text", "changed").replace("articleBody", "changed")
    assert origins_on(page)["body"].verdict == "elsewhere"


def test_a_page_that_no_rules_are_for() -> None:
    page = (
        f"<html><title>خبر</title><body><main><h1>خبر تازه</h1><p>{TEXT}</p></main></body></html>"
    )
    article = clean_html(page, "https://www.example.ir/n/12345")
    found = origins(page.encode(), "https://www.example.ir/n/12345", article)
    assert found["body"].verdict == found["title"].verdict == "no rule"
