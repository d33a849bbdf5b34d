"""A page goes in, the right article comes out: one check a field of every sample page."""

import json
from functools import cache
from typing import Any

import jsonschema
import pytest

from cleaners import Article, NotAnArticle, clean_html
from cleaners.schema import article_schema
from tests.sample_pages import SamplePage, article_pages, other_pages

FETCHED = "2026-01-01T00:00:00+03:30"
FIELDS = (
    "id agency agency_name url news_code kicker title lead body published_at modified_at "
    "published_jalali published_raw authors place province section tags images language"
).split()


@cache
def cleaned(page: SamplePage, *, rules: bool = True) -> Article:
    return clean_html(
        page.read(),
        page.url,
        content_type=page.content_type,
        fetched_at=FETCHED,
        source="sample",
        rules=rules,
    )


def named(pages: list[SamplePage]) -> list[Any]:
    return [pytest.param(page, id=page.name) for page in pages]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("page", named(article_pages()))
def test_field(page: SamplePage, field: str) -> None:
    assert cleaned(page).to_dict()[field] == page.expected()[field]


@pytest.mark.parametrize("page", named(article_pages()))
def test_record_is_valid(page: SamplePage) -> None:
    record = cleaned(page).to_dict()
    jsonschema.validate(record, article_schema())
    assert Article.from_json(json.dumps(record)) == cleaned(page)


@pytest.mark.parametrize("page", named(article_pages()))
def test_text_is_the_seed_layout(page: SamplePage) -> None:
    article = cleaned(page)
    parts = article.text.split("\n\n")
    assert parts[-len(article.body) :] == article.body or not article.body
    assert all(part == part.strip() for part in parts)


@pytest.mark.parametrize("field", ["title", "published_at", "news_code"])
@pytest.mark.parametrize("page", named(article_pages()))
def test_field_without_rules(page: SamplePage, field: str) -> None:
    assert cleaned(page, rules=False).to_dict()[field] == page.expected()[field]


@pytest.mark.parametrize("page", named(other_pages()))
def test_page_that_is_no_article(page: SamplePage) -> None:
    with pytest.raises(NotAnArticle) as caught:
        clean_html(page.read(), page.url, content_type=page.content_type)
    assert caught.value.reason == page.kind
