"""The heavy pages of the archive benchmark: as full as real ones, and still the same article."""

import re
from itertools import islice

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.full_pages import SIZE, captures, filled, full_pages, reworded
from cleaners import clean_html
from tests.sample_pages import SamplePage, article_pages

ONE_EACH = [next(p for p in article_pages() if p.agency == a) for a in ("ilna", "mehr", "irib")]
FIELDS = ("title", "kicker", "lead", "body", "published_at", "news_code", "authors", "tags")


@pytest.mark.parametrize("page", ONE_EACH, ids=lambda page: page.agency)
def test_a_filled_page_gives_the_article_of_the_page(page: SamplePage) -> None:
    full = clean_html(filled(page.read()), page.url)
    plain = clean_html(page.read(), page.url)
    assert {name: getattr(full, name) for name in FIELDS} == {
        name: getattr(plain, name) for name in FIELDS
    }


@pytest.mark.parametrize("page", ONE_EACH, ids=lambda page: page.agency)
def test_a_filled_page_is_as_dense_as_captures_are(page: SamplePage) -> None:
    raw = filled(page.read())
    scripts = re.findall(rb"<script.*?</script>|<style.*?</style>", raw, re.DOTALL)
    elements = sum(1 for _ in LexborHTMLParser(raw).root.traverse())
    assert SIZE <= len(raw) < 1.1 * SIZE
    assert 7 <= elements / len(raw) * 1000 <= 11
    assert sum(map(len, scripts)) / len(raw) < 0.15


def test_no_two_pages_have_the_same_text() -> None:
    texts = [clean_html(raw, url).text for url, raw in islice(full_pages(), 150)]
    assert len(set(texts)) == len(texts)


def test_rewording_keeps_the_words() -> None:
    page = ONE_EACH[0]
    before, after = (
        clean_html(page.read(), page.url),
        clean_html(reworded(page.read(), 5), page.url),
    )
    assert after.text != before.text
    assert after.title == before.title
    kept = sum(
        sorted(a.split()) == sorted(b.split()) for a, b in zip(after.body, before.body, strict=True)
    )
    assert kept >= len(before.body) - 1


def test_a_third_of_the_pages_are_captures_where_there_are_any() -> None:
    real = {url for url, _ in captures()}
    shown = sum(url in real for url, _ in islice(full_pages(), 30))
    assert shown == (10 if real else 0)
