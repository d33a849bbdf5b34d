"""Pages that no rule knows and that hold no article: lists of stories, menus."""

import pytest

from cleaners import NotAnArticle, clean_html
from tests.cleaners.unknown_pages import (
    ABOUT_US,
    BODY,
    LINKS,
    STORIES,
    TEASER,
    TEASERS,
    TITLE,
    clean,
)


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


IS_ARTICLE = '<meta property="og:type" content="article">'
READ_MORE = [
    '<p><a href="/news/700001/a">بیشتر بخوانید</a></p>',
    '<div><span>ادامه مطلب</span><a href="/news/700001/a"><h3>مرمت خانه تاریخی مشیر</h3></a></div>',
]


@pytest.mark.parametrize("box", READ_MORE, ids=["label is a link", "label above a link"])
@pytest.mark.parametrize("head", ["", IS_ARTICLE], ids=["bare", "article"])
@pytest.mark.parametrize("above", [1, 2])
def test_box_among_the_paragraphs_makes_no_list(box: str, head: str, above: int) -> None:
    lines = [f"<p>{paragraph}</p>" for paragraph in BODY]
    text = "".join([*lines[:above], box, *lines[above:]])
    assert clean(f"<h1>{TITLE}</h1><div>{text}</div>", head=head).body == BODY


@pytest.mark.parametrize("label", ["بیشتر", "مشروح خبر"])
def test_box_below_the_only_paragraph_makes_no_list(label: str) -> None:
    box = f'<p><a href="/news/700001/a">{label}</a></p>'
    assert clean(f"<h1>{TITLE}</h1><div><p>{BODY[0]}</p>{box}</div>").body == BODY[:1]


@pytest.mark.parametrize("head", ["", IS_ARTICLE], ids=["bare", "article"])
def test_teasers_that_lead_to_different_stories_are_a_listing(head: str) -> None:
    item = '<div><b>{}</b><p>{}</p><p><a href="{}">ادامه مطلب</a></p></div>'
    items = "".join(item.format(text, TEASER, href) for href, text in STORIES)
    with pytest.raises(NotAnArticle) as caught:
        clean(f"<h1>{TITLE}</h1><div>{items}</div>", head=head)
    assert caught.value.reason == "listing"


def test_list_with_an_introduction_is_a_listing() -> None:
    item = '<b>{}</b><p>{}</p><p><a href="/news/70000{}/a">ادامه مطلب</a></p>'
    items = "".join(item.format(f"خبر شماره {n}", TEASER, n) for n in range(5))
    with pytest.raises(NotAnArticle) as caught:
        clean(f"<h1>{TITLE}</h1><div><p>{BODY[0]}</p>{items}</div>", head=IS_ARTICLE)
    assert caught.value.reason == "listing"


def test_short_lines_of_a_menu_are_no_article() -> None:
    lines = "".join(f"<p>سازمان آموزش فنی و حرفه‌ای شماره {n}</p>" for n in range(6))
    with pytest.raises(NotAnArticle):
        clean_html(
            f"<body><h1>{TITLE}</h1><div>{lines}</div></body>", "https://a.ir/about", rules=False
        )
