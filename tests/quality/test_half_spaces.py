"""In every way through the code, the half-spaces of the body that went in come out.

With `normalize=False` nothing may add or take one: each paragraph must stand on the page with the
very half-spaces it comes out with.
"""

import re

import pytest

from benchmarks.layouts import GeneratedPage, generate
from cleaners import Article, NotAnArticle, clean_html, clean_text
from tests.quality.visible_text import ZWNJ, lost_half_spaces, visible_text
from tests.sample_pages import SamplePage, article_pages

SAMPLES = [pytest.param(page, id=page.name) for page in article_pages()]
GENERATED = [pytest.param(page, id=page.file) for page in generate(seed=11, count=80)]


def charset_of(page: bytes) -> str:
    try:
        page.decode()
    except UnicodeDecodeError:
        return "cp1256"
    return "utf-8"


def texts_of(article: Article) -> list[str]:
    return [*article.body, *filter(None, (article.title, article.lead))]


@pytest.mark.parametrize("rules", [True, False], ids=["rules", "generic"])
@pytest.mark.parametrize("page", SAMPLES)
def test_sample_pages(page: SamplePage, rules: bool) -> None:
    raw = page.read()
    article = clean_html(
        raw, page.url, rules=rules, normalize=False, content_type=page.content_type
    )
    assert lost_half_spaces(texts_of(article), visible_text(raw, charset_of(raw))) == []


@pytest.mark.parametrize("page", GENERATED)
def test_generated_pages(page: GeneratedPage) -> None:
    try:
        article = clean_html(page.html, page.gold["url"], rules=False, normalize=False)
    except NotAnArticle:
        pytest.skip("not read as an article; counted by the floors")
    assert lost_half_spaces(article.body, visible_text(page.html, charset_of(page.html))) == []


@pytest.mark.parametrize("spelling", [ZWNJ, "&zwnj;", "&#8204;", "&#x200c;", "&#x200C;"])
@pytest.mark.parametrize("page", SAMPLES[::6])
def test_every_spelling_of_it(page: SamplePage, spelling: str) -> None:
    raw = page.read()
    if charset_of(raw) != "utf-8":
        pytest.skip("an encoding of one byte a letter")
    head, body = re.split(r"(?=<body)", raw.decode(), maxsplit=1)
    spelt = (head + body.replace("&zwnj;", ZWNJ).replace(ZWNJ, spelling)).encode()
    for rules in (True, False):
        article = clean_html(spelt, page.url, rules=rules, normalize=False)
        assert lost_half_spaces(article.body, visible_text(spelt)) == []


def with_changed_layout(page: bytes) -> bytes:
    """The page after a redesign: nothing is called a body any more."""
    return re.sub(
        rb"""\b(?:itemprop|class|id)=(["'])[^"']*(?:body|text|detail|content)[^"']*\1""",
        b'class="moved"',
        page,
        flags=re.IGNORECASE,
    )


def test_changed_layouts() -> None:
    """Where the rules find no body any more, the generic way takes over."""
    fallen = 0
    for page in article_pages():
        raw = page.read()
        changed = with_changed_layout(raw)
        try:
            article = clean_html(changed, page.url, normalize=False, content_type=page.content_type)
        except NotAnArticle:
            continue  # a photo page of one sentence is no article without its markup
        fallen += "layout-changed" in article.warnings
        assert lost_half_spaces(article.body, visible_text(changed, charset_of(raw))) == []
    assert fallen >= len(SAMPLES) / 3


@pytest.mark.parametrize("page", SAMPLES)
def test_flattened_text(page: SamplePage) -> None:
    expected = page.expected()
    lines = [expected["kicker"], expected["title"], expected["lead"], *expected["body"]]
    text = "\n\n".join(line for line in lines if line)
    article = clean_text(text, agency=page.agency, normalize=False)
    assert lost_half_spaces(article.body, "".join(text.split())) == []
    assert any(ZWNJ in paragraph for paragraph in article.body)


@pytest.mark.parametrize("page", SAMPLES)
def test_normalization_takes_none_away_inside_words(page: SamplePage) -> None:
    """The article's own half-spaces outlive normalization: mending adds, it does not take."""
    raw = page.read()
    asked = {"url": page.url, "content_type": page.content_type}
    plain = clean_html(raw, normalize=False, **asked)
    mended = clean_html(raw, normalize=True, **asked)
    inside = re.compile(r"(?<=[آ-ی])\u200c(?=[آ-ی])")
    assert count(inside, mended.body) >= count(inside, plain.body)


def count(pattern: re.Pattern[str], paragraphs: list[str]) -> int:
    return sum(len(pattern.findall(paragraph)) for paragraph in paragraphs)
