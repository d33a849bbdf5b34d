"""The way through the cleaners: rules first, and what helps where a layout has moved a part."""

import pytest

from cleaners import clean_html
from tests.sample_pages import SamplePage, article_pages

WITH_LEAD = [page for page in article_pages() if page.agency == "mehr" and page.expected()["lead"]]


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in WITH_LEAD])
def test_lead_whose_class_changed_is_found_by_the_description(page: SamplePage) -> None:
    html = page.read().decode()
    for name in ("summary", "introtext", ' itemprop="description"'):
        html = html.replace(name, "")
    article = clean_html(html, page.url)
    assert article.lead == page.expected()["lead"]
    assert not article.extractor.startswith("generic")
