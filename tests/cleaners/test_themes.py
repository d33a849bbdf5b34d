"""WordPress pages in themes that give tags, codes and pictures names of their own."""

import pytest

from cleaners import Article, clean_html
from tests.bare_pages import BODY, TEXT, TITLE


def wordpress(below: str = "", *, above: str = "", inside: str = "") -> Article:
    html = f"""<html><head><title>{TITLE}</title><meta name="generator" content="WordPress 6.4">
        </head><body>{above}<article class="post"><h1>{TITLE}</h1>
        <div class="entry-content">{BODY}{inside}</div>{below}</article></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/sal-now/", normalize=False)
    assert article.extractor.startswith("wordpress")
    assert article.body == TEXT
    return article


@pytest.mark.parametrize("name", ["td-tags", "tdb-tags", "elementor-post-info__terms-list"])
def test_tags_without_a_mark(name: str) -> None:
    links = '<li><a href="/tag/1/">جوشکاری</a></li><li><a href="/tag/2/">کاشان</a></li>'
    assert wordpress(f'<ul class="{name}">{links}</ul>').tags == ["جوشکاری", "کاشان"]


def test_code_among_the_buttons_of_the_text() -> None:
    foot = "<div><span>شناسه خبر : 497220</span> <span>لینک کوتاه : </span></div>"
    assert wordpress(inside=foot).news_code == "497220"


def test_breadcrumb_without_a_section_leaves_the_categories() -> None:
    crumbs = '<nav class="rank-math-breadcrumb"><a href="/">صفحه اصلی</a> <span>آغاز</span></nav>'
    category = '<span class="cat-links"><a href="/c/1/2">بانک</a></span>'
    assert wordpress(category + crumbs).section == ["بانک"]


def test_author_behind_a_word() -> None:
    byline = '<a class="author" href="/author/1">توسط <b>رضا کاظمی</b></a>'
    assert wordpress(above="", below=byline).authors == ["رضا کاظمی"]


def test_picture_of_a_page_builder() -> None:
    picture = '<div class="et_post_meta_wrapper"><img src="/u/1.jpg"></div>'
    html = f"""<html><head><title>{TITLE}</title><meta name="generator" content="WordPress 6.4">
        </head><body><article class="post"><h1>{TITLE}</h1>{picture}
        <div class="entry-content">{BODY}</div></article></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/sal-now/")
    assert [image.url for image in article.images] == ["https://www.nemoune.ir/u/1.jpg"]
