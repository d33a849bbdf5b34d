"""Boxes, notes and widgets among the paragraphs go, and what belongs to the text stays."""

import json
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners import clean_html
from cleaners.markup.walking import blocks_of

FIXTURES = Path(__file__).parents[1] / "fixtures"
AMONG: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("among_paragraphs.toml").read_text("utf-8")
)
# One page of each family, its paragraphs plain <p>.
PAGES = (
    "ilna/1698452-neyaz-sanaye",
    "mehr/6598310-gorgan-panbe",
    "irib/5601733-mosabeghat-esfahan",
    "tvto/alborz-jaddeh-chalous",
)
_MARK = '<i id="here"></i>'


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["name"] for entry in entries]


def page_with(name: str, markup: str, after: int | None) -> tuple[str, str, list[str]]:
    """Return a page with `markup` behind a paragraph, its address, and its own paragraphs.

    Behind the title, where `after` is None.
    """
    folder, page = name.split("/")
    raw = (FIXTURES / folder / "pages" / f"{page}.html").read_bytes()
    url = json.loads((FIXTURES / folder / "articles" / f"{page}.json").read_text("utf-8"))["url"]
    article = clean_html(raw, url, normalize=False)
    body = article.body
    above = article.title if after is None else body[after]
    tree = LexborHTMLParser(raw)
    assert tree.body is not None
    lines = [block for block in blocks_of(tree.body) if block.text == above]
    mark = LexborHTMLParser(_MARK, is_fragment=True).css_first("#here")
    assert lines
    assert mark is not None
    lines[0 if after is None else -1].node.insert_after(mark)
    return (tree.html or "").replace(_MARK, markup), url, body


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("rules", [True, False], ids=["rules", "generic"])
@pytest.mark.parametrize("after", [None, 0, -1], ids=["title", "among", "below"])
@pytest.mark.parametrize("stranger", AMONG["stranger"], ids=ids(AMONG["stranger"]))
def test_stranger(stranger: dict[str, Any], after: int | None, rules: bool, page: str) -> None:
    plain, url, _ = page_with(page, "", after)
    html, _, _ = page_with(page, stranger["html"], after)
    wanted = clean_html(plain, url, rules=rules, normalize=False)
    article = clean_html(html, url, rules=rules, normalize=False)
    assert article.title == wanted.title
    assert article.lead == wanted.lead
    assert article.text == wanted.text
    assert article.published_at == wanted.published_at
    assert article.kicker == wanted.kicker
    assert article.authors == wanted.authors
    assert article.section == wanted.section
    if not stranger.get("has_picture"):
        assert article.images == wanted.images


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("rules", [True, False], ids=["rules", "generic"])
@pytest.mark.parametrize("guest", AMONG["guest"], ids=ids(AMONG["guest"]))
def test_guest(guest: dict[str, Any], rules: bool, page: str) -> None:
    html, url, body = page_with(page, guest["html"], 1)
    article = clean_html(html, url, rules=rules, normalize=False)
    assert article.body == [*body[:2], *guest["lines"], *body[2:]]
    shown = [urlsplit(image.url).path for image in article.images]
    assert [path for path in shown if path in guest.get("pictures", ())] == guest.get(
        "pictures", []
    )
