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
        f'<div class="content has-sidebar">{TEXT}<div>{LINKS}</div></div>',
        f'<div class="right-sidebar sticky-menu header-two">{TEXT}<div>{LINKS}</div></div>',
    ],
)
def test_in_elements_of_the_article(page: str) -> None:
    assert clean(page).tags == ["جوشکاری", "کاشان"]


@pytest.mark.parametrize("name", ["sidebar", "site-footer", "tag-cloud", "main-menu", "footer"])
def test_in_elements_beside_the_article(name: str) -> None:
    assert clean(f'<article>{TEXT}</article><div class="{name}">{LINKS}</div>').tags == []
