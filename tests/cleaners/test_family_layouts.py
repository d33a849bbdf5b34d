"""Layouts of the families as their sites vary them: the same article comes out of each.

`family_pages/<family>.toml` holds a story and the layouts that a page may show it in. A layout says
what it has not (`absent`) and what stands otherwise there; all else is the story's.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cleaners import clean_html
from cleaners.article import Article
from cleaners.rules import Layout, layouts

_PAGES = Path(__file__).parent / "family_pages"
_TEXTS = ("kicker", "title", "lead")
_LISTS = ("section", "tags", "images", "authors")


@dataclass(frozen=True, eq=False)
class FamilyPage:
    """One layout of a family, filled with the story."""

    family: str
    layout: str
    url: str
    html: str
    expected: dict[str, Any]


def _family_pages() -> list[FamilyPage]:
    pages = []
    for path in sorted(_PAGES.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        pages += [_page(path.stem, table["story"], layout) for layout in table["layout"]]
    return pages


def _page(family: str, story: dict[str, Any], layout: dict[str, Any]) -> FamilyPage:
    names = {f"{{p{at}}}": text for at, text in enumerate(story["paragraphs"], 1)}
    names |= {f"{{{field}}}": story[field] for field in _TEXTS}

    def fill(text: str) -> str:
        for name, value in names.items():
            text = text.replace(name, value)
        return text

    expected = {"body": story["paragraphs"], "authors": []} | story
    expected |= {field: layout[field] for field in (*_LISTS, "news_code") if field in layout}
    expected |= {field: [] if field in _LISTS else None for field in layout.get("absent", ())}
    if "body" in layout:
        expected["body"] = [fill(paragraph) for paragraph in layout["body"]]
    head = layout.get("head", story.get("head", ""))
    top = f'<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8">{head}</head>'
    body = story["shell"].replace("{article}", fill(layout["html"]))
    return FamilyPage(
        family,
        layout["name"],
        layout.get("url", story["url"]),
        f"{top}<body>{body}</body></html>",
        expected,
    )


@cache
def _cleaned(page: FamilyPage) -> Article:
    return clean_html(page.html, page.url, normalize=False)


def _named(pages: list[FamilyPage]) -> list[Any]:
    return [pytest.param(page, id=f"{page.family}-{page.layout}") for page in pages]


FAMILY_PAGES = _family_pages()
every_layout = pytest.mark.parametrize("page", _named(FAMILY_PAGES))


@every_layout
def test_rules_of_the_family_take_it(page: FamilyPage) -> None:
    article = _cleaned(page)
    sites = {"iransamaneh": "irib"}
    assert article.extractor.partition("/")[0] in (page.family, sites.get(page.family))
    assert "layout-changed" not in article.warnings


@every_layout
def test_kicker(page: FamilyPage) -> None:
    assert _cleaned(page).kicker == page.expected["kicker"]


@every_layout
def test_title(page: FamilyPage) -> None:
    assert _cleaned(page).title == page.expected["title"]


@every_layout
def test_lead(page: FamilyPage) -> None:
    assert _cleaned(page).lead == page.expected["lead"]


@every_layout
def test_body(page: FamilyPage) -> None:
    assert _cleaned(page).body == page.expected["body"]


@every_layout
def test_published(page: FamilyPage) -> None:
    assert _cleaned(page).published_at == page.expected["published_at"]


@pytest.mark.parametrize("page", _named([p for p in FAMILY_PAGES if "news_code" in p.expected]))
def test_news_code(page: FamilyPage) -> None:
    assert _cleaned(page).news_code == page.expected["news_code"]


@every_layout
def test_section(page: FamilyPage) -> None:
    assert _cleaned(page).section == page.expected["section"]


@every_layout
def test_tags(page: FamilyPage) -> None:
    assert _cleaned(page).tags == page.expected["tags"]


@every_layout
def test_images(page: FamilyPage) -> None:
    assert [image.url for image in _cleaned(page).images] == page.expected["images"]


@every_layout
def test_authors(page: FamilyPage) -> None:
    assert _cleaned(page).authors == page.expected["authors"]


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.label)
def test_no_selector_that_lexbor_misreads(layout: Layout) -> None:
    """`:is(.a, .b) img` finds what is in `.b` alone; `img:is(.a *, .b *)` finds both."""
    selectors = [*layout.root, *layout.body, layout.hide, layout.drop, layout.gone]
    selectors += [s.key for group in layout.sources.values() for s in group if s.kind == "css"]
    misread = re.compile(r"(?:^|[\s,>+~(]):(?:is|where)\([^()]*\)\s*[^\s,)]")
    assert [selector for selector in selectors if misread.search(selector)] == []
