"""The generator tells the truth: what it calls article and noise stands on the page as such."""

import html
import re
from collections import Counter
from collections.abc import Iterable

import pytest

from benchmarks.layouts import AXES, GeneratedPage, generate, generate_negatives, generate_sites

PAGES = list(generate(seed=3, count=60))


def letters(text: str) -> str:
    return "".join(text.split())


def charset_of(page: bytes) -> str:
    return "cp1256" if b'charset="windows-1256"' in page else "utf-8"


def shown(page: bytes) -> str:
    """All text of a page's body, scripts left out, without white space."""
    text = page.decode(charset_of(page)).partition("<body>")[2]
    text = re.sub(r"<(script|style).*?</\1>", "", text, flags=re.DOTALL)
    return letters(html.unescape(re.sub(r"<[^>]*>", "", text)))


def named(pages: Iterable[GeneratedPage]) -> list[object]:
    return [pytest.param(page, id=page.file) for page in pages]


@pytest.mark.parametrize("page", named(PAGES))
def test_gold_stands_on_the_page(page: GeneratedPage) -> None:
    text = shown(page.html)
    wanted = [page.gold["title"], page.gold["kicker"], page.gold["lead"]]
    for paragraph in page.gold["body"]:
        wanted += paragraph.split(" | ")
    assert [part for part in wanted if part and letters(part) not in text] == []


@pytest.mark.parametrize("page", named(PAGES))
def test_noise_stands_on_the_page_and_not_in_the_article(page: GeneratedPage) -> None:
    text = shown(page.html)
    article = letters("".join(page.gold["body"]))
    for noise in page.gold["must_not_contain"]:
        assert letters(noise) in text
        assert letters(noise) not in article


@pytest.mark.parametrize("axis", AXES)
def test_every_value_comes_up_as_often_as_it_is_listed(axis: str) -> None:
    met = [page.traits[axis] for page in generate(seed=5, count=3 * len(AXES[axis]))]
    assert Counter(met) == Counter(AXES[axis] * 3)


def test_same_seed_same_pages() -> None:
    assert [page.html for page in generate(3, 5)] == [page.html for page in PAGES[:5]]
    assert [page.html for page in generate(4, 5)] != [page.html for page in PAGES[:5]]
    assert [p.html for p in generate_negatives(3, 5)] == [p.html for p in generate_negatives(3, 5)]


def test_pages_of_a_site_share_what_surrounds_them() -> None:
    for pages in generate_sites(seed=3, sites=4, pages=3):
        hosts = {page.gold["url"].split("/")[2] for page in pages}
        classes = [
            set(re.findall(r'class="([^"]*)"', page.html.decode(charset_of(page.html))))
            for page in pages
        ]
        assert len(hosts) == 1
        assert len({page.gold["title"] for page in pages}) == len(pages)
        assert classes[0] & classes[1] == classes[0] or page_has_no_names(pages[0])


def page_has_no_names(page: GeneratedPage) -> bool:
    return page.traits["names"] == "none"
