"""Pages that no rule knows and that hold no article: lists of stories, menus."""

import pytest

from cleaners import NotAnArticle, clean_html
from tests.cleaners.unknown_pages import ABOUT_US, LINKS, STORIES, TEASER, TEASERS, TITLE


def test_page_of_links_is_a_listing() -> None:
    with pytest.raises(NotAnArticle) as caught:
        clean_html(f"<html><body><h1>اخبار</h1><ul>{LINKS}</ul></body></html>")
    assert caught.value.reason == "listing"


def test_page_of_teasers_is_a_listing() -> None:
    with pytest.raises(NotAnArticle) as caught:
        clean_html(f"<html><body><h1>اخبار</h1><div>{TEASERS}</div></body></html>")
    assert caught.value.reason == "listing"


def test_teasers_with_a_link_to_the_whole_story_are_a_listing() -> None:
    item = (
        "<table><tr><td><b>{}</b><br>{}</td></tr>"
        '<tr><td>۱۲ آذر ۱۴۰۱</td><td><a href="{}">متن کامل</a></td></tr></table>'
    )
    items = "".join(item.format(text, TEASER, href) for href, text in STORIES[:2])
    with pytest.raises(NotAnArticle) as caught:
        clean_html(f"<html><body>{items}</body></html>", rules=False)
    assert caught.value.reason == "listing"


@pytest.mark.parametrize(
    "inside",
    [
        "".join(f'<a href="{href}"><div>{text}</div><p>{TEASER}</p></a>' for href, text in STORIES),
        f"<p>{ABOUT_US[12:]}</p>"
        + "".join(
            f'<div class="s"><h3><a href="{href}">{text}</a></h3><p>{TEASER}</p></div>'
            for href, text in STORIES
        ),
    ],
    ids=["headline and teaser in one link", "an introduction above the stories"],
)
def test_page_of_a_section_is_a_listing(inside: str) -> None:
    html = f"<html><head><title>بازار کار</title></head><body>{inside}</body></html>"
    with pytest.raises(NotAnArticle) as caught:
        clean_html(html, "https://www.khabar-nemoune.ir/section/12", rules=False)
    assert caught.value.reason == "listing"


def test_short_lines_of_a_menu_are_no_article() -> None:
    lines = "".join(f"<p>سازمان آموزش فنی و حرفه‌ای شماره {n}</p>" for n in range(6))
    with pytest.raises(NotAnArticle):
        clean_html(
            f"<body><h1>{TITLE}</h1><div>{lines}</div></body>", "https://a.ir/about", rules=False
        )
