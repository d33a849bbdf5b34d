"""Where links to tags are the article's own, on pages that no rule knows."""

import pytest

from tests.bare_pages import BODY, TITLE, clean

LINKS = '<a href="/tag/a" rel="tag">جوشکاری</a> <a href="/tag/b" rel="tag">کاشان</a>'
TEXT = f'<h1>{TITLE}</h1><div class="matn">{BODY}</div>'


@pytest.mark.parametrize(
    "page",
    [
        f'<article>{TEXT}<footer class="entry-footer">{LINKS}</footer></article>',
        f'<article>{TEXT}<div class="post_footer">{LINKS}</div></article>',
        f'<article>{TEXT}<div class="card-footer">{LINKS}</div></article>',
        f"<article><header>{LINKS}</header><div>{TEXT}</div></article>",
        f'<article><div>{TEXT}</div><header class="post-tags">{LINKS}</header></article>',
        f'<div class="content has-sidebar">{TEXT}<div>{LINKS}</div></div>',
        f'<div class="right-sidebar sticky-menu header-two">{TEXT}<div>{LINKS}</div></div>',
    ],
)
def test_in_elements_of_the_article(page: str) -> None:
    assert clean(page).tags == ["جوشکاری", "کاشان"]


def test_addresses_in_capitals() -> None:
    links = '<a href="/Fa/Tag/1">جوشکاری</a><a href="/Fa/Tag/2">کاشان</a>'
    assert clean(f'{TEXT}<div class="NewsTags">{links}</div>').tags == ["جوشکاری", "کاشان"]


@pytest.mark.parametrize("name", ["sidebar", "site-footer", "tag-cloud", "main-menu", "footer"])
def test_in_elements_beside_the_article(name: str) -> None:
    assert clean(f'<article>{TEXT}</article><div class="{name}">{LINKS}</div>').tags == []


OTHERS = '<a href="/tag/x">بورس</a> <a href="/tag/y">خودرو</a>'


@pytest.mark.parametrize(
    "page",
    [
        f'<div class="one">{OTHERS}</div><article>{TEXT}<div class="two">{LINKS}</div></article>',
        f'<article><div class="entry-header"><h1>{TITLE}</h1>{LINKS}</div>{BODY}</article>',
        f"<article><div><p>{LINKS}</p></div>{TEXT}</article>",
        f"<header><div>{OTHERS}</div></header><article>{TEXT}<p>{LINKS}</p></article>",
        f"<article>{TEXT}<p>{LINKS}</p></article><div><h3>برچسب‌های داغ</h3>{OTHERS}</div>",
        f"<article>{TEXT}<p>{LINKS}</p></article><div><b>پربحث‌ترین‌ها:</b> {OTHERS}</div>",
    ],
)
def test_beside_those_of_the_site(page: str) -> None:
    assert clean(page).tags == ["جوشکاری", "کاشان"]


@pytest.mark.parametrize(
    "page",
    [
        f"<header><p>{OTHERS}</p></header><article>{TEXT}</article>",
        f"<div><p>برچسب‌های داغ</p><ul><li>{OTHERS}</li></ul></div><article>{TEXT}</article>",
        f"<article>{TEXT}</article><div><b>داغ‌ترین‌ها</b> {OTHERS}</div>",
        f'<article>{TEXT}<a href="/category/1" rel="tag">استان</a></article>',
    ],
)
def test_of_the_site_alone(page: str) -> None:
    assert clean(page).tags == []


def test_category_with_the_rel_of_tags() -> None:
    row = (
        '<p>در <span class="taxonomy-category"><a href="/category/1" rel="tag">استان</a></span></p>'
    )
    entry = f'<div class="entry-content">{BODY}</div>'
    for rules in (True, False):
        article = clean(f"<article><h1>{TITLE}</h1>{row}{entry}{LINKS}</article>", rules=rules)
        assert (article.section, article.tags) == (["استان"], ["جوشکاری", "کاشان"])


def test_tags_in_the_folder_of_sections() -> None:
    links = LINKS.replace("/tag/", "/service/")
    page = f'<article>{TEXT}<div class="tags"><ul><li>{links}</li></ul></div></article>'
    assert clean(page).tags == ["جوشکاری", "کاشان"]
    row = (
        f'<div class="tags">{LINKS}</div><div class="rel">{links.replace("جوشکاری", "استان")}</div>'
    )
    assert clean(f"<article>{TEXT}{row}</article>").tags == ["جوشکاری", "کاشان"]


def test_tags_as_long_as_headlines() -> None:
    names = [
        "سازمان آموزش فنی و حرفه‌ای",
        "آموزشگاه‌های آزاد کهگیلویه",
        "استانداری کهگیلویه و بویراحمد",
    ]
    items = "".join(
        f'<li><a href="/tag/{n}" rel="tag">{name}</a></li>' for n, name in enumerate(names)
    )
    assert clean(f"<article>{TEXT}<ul>{items}</ul></article>").tags == names


def test_a_tag_with_a_word_of_such_headings_is_a_tag() -> None:
    tags = "".join(f'<li><a rel="tag" href="/tag/{t}">{t}</a></li>' for t in ("ارومیه", "داغستان"))
    page = f'<h1>{TITLE}</h1><div>{BODY}</div><ul class="tags">{tags}</ul>'
    assert clean(page).tags == ["ارومیه", "داغستان"]


@pytest.mark.parametrize("label", ["کلیدواژه:", "کلید واژه‌ها:"])
def test_behind_a_label_of_one_word(label: str) -> None:
    links = f'<b>{label}</b><a href="/kw/1">جوشکاری</a><a href="/kw/2">کاشان</a>'
    assert clean(f"{TEXT}<div>{links}</div>").tags == ["جوشکاری", "کاشان"]
