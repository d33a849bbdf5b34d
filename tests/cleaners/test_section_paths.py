"""Sections in a path that the markup gives a name, and in WordPress's lists of terms."""

import pytest

from tests.bare_pages import BODY, TITLE, clean

STEPS = '<a href="/">خانه</a><a href="/desk-12">هنر</a>'


@pytest.mark.parametrize("name", ["bread", "news_path2", "newsPath", "nav-path top", "pathway"])
def test_path_by_its_name(name: str) -> None:
    path = f'<div class="{name}">{STEPS}</div>'
    assert clean(f"{path}<main><h1>{TITLE}</h1><div>{BODY}</div></main>").section == ["هنر"]


@pytest.mark.parametrize("name", ["breaded", "clip-path", "x"])
def test_other_names_are_no_path(name: str) -> None:
    path = f'<div class="{name}">{STEPS}</div>'
    assert clean(f"{path}<main><h1>{TITLE}</h1><div>{BODY}</div></main>").section == []


@pytest.mark.parametrize(
    ("terms", "names"),
    [
        ('<a href="/desk-12" class="info__terms-list-item">هنر</a>', ["هنر"]),
        ('<div class="wp-block-post-terms"><a href="/desk-12">هنر</a></div>', ["هنر"]),
        ('<a href="/tag/12" class="info__terms-list-item">هنر</a>', []),
        ('<a href="/topic/12" class="info__terms-list-item">هنر</a>', []),
    ],
)
def test_terms_beside_the_day(terms: str, names: list[str]) -> None:
    row = f"<ul><li><time>۱۸ آذر ۱۴۰۰</time></li><li>{terms}</li></ul>"
    assert clean(f"<main><h1>{TITLE}</h1>{row}<div>{BODY}</div></main>").section == names


@pytest.mark.parametrize("step", ["tag", "topic"])
def test_terms_below_the_title_may_be_tags(step: str) -> None:
    links = "".join(f"<a href='/{step}/{name}'>{name}</a>" for name in ("شورا", "قانون"))
    terms = f"<div class='post-terms'>{links}</div>"
    article = clean(f"<main><h1>{TITLE}</h1>{terms}<div>{BODY}</div></main>")
    assert (article.section, article.tags) == ([], ["شورا", "قانون"])


def test_steps_with_the_day_behind_them() -> None:
    steps = '<a href="/">صفحه نخست</a><i>/</i><a href="/desk-12">هنر</a>'
    line = f"<div>{steps}<time>۱۸ آذر ۱۴۰۰ - ۱۰:۲۰</time><span>کد مطلب: ۴۴۰۱</span></div>"
    assert clean(f"<main>{line}<h1>{TITLE}</h1><div>{BODY}</div></main>").section == ["هنر"]
