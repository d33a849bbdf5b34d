"""Portraits of authors beside their names, and which of several pictures is the main one."""

import pytest

from tests.bare_pages import BODY, TITLE, clean

TIME = "<time>۱۸ آذر ۱۴۰۰</time>"
PICTURE = "<div class='p1'><img src='/p/2.jpg' alt='کارگاه'></div>"
NAME = "مهتاب رضایی"


def files(html: str) -> list[str]:
    return [image.url.rpartition("/")[2] for image in clean(html).images]


@pytest.mark.parametrize(
    "row",
    [
        f"<div class='m'><div class='a3'><img src='/u/1.jpg'><span>{NAME}</span></div>{TIME}</div>",
        f"<div><div class='avatar'><img src='/u/1.jpg'></div><span>{NAME}</span>{TIME}</div>",
        f"<div><div class='ui-Avatar_x'><img src='/u/1.jpg'><b>{NAME}</b></div>"
        "<div><time>۲ ساعت پیش</time> <span>مطالعه: ۲ دقیقه</span></div></div>",
    ],
)
def test_portrait_in_a_row_with_name_and_day(row: str) -> None:
    article = clean(f"<main><h1>{TITLE}</h1>{row}{PICTURE}<div>{BODY}</div></main>")
    assert article.authors == [NAME]
    assert [image.url.rpartition("/")[2] for image in article.images] == ["2.jpg"]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='m'><img src='/p/1.jpg'><span>{NAME}</span></div>{TIME}",
        f"<figure><img src='/p/1.jpg'><figcaption>{NAME}</figcaption></figure>{TIME}",
        f"<div><div><img src='/p/1.jpg'><span>چشمه باغستان</span></div>{TIME}</div>",
        f"<div><div class='pic'><img src='/p/1.jpg'><span>{NAME}</span></div>{TIME}</div>",
        f"<div><div><img src='/p/1.jpg'><b class='caption'>{NAME}</b></div>{TIME}</div>",
        f"<div><div><img src='/p/1.jpg' width='640'><b>{NAME}</b></div>{TIME}</div>",
    ],
)
def test_caption_above_the_day_is_no_author(box: str) -> None:
    article = clean(f"<main><h1>{TITLE}</h1>{box}{PICTURE}<div>{BODY}</div></main>")
    assert article.authors == []
    assert [image.url.rpartition("/")[2] for image in article.images] == ["1.jpg", "2.jpg"]


def test_picture_that_the_page_names_goes_first() -> None:
    named = "<meta property='og:image' content='https://cdn.khabar.ir/large/2.jpg'>"
    page = f"<main><h1>{TITLE}</h1><img src='/p/1.jpg'>{PICTURE}<div>{BODY}</div></main>"
    assert files(page) == ["1.jpg", "2.jpg"]
    assert files(named + page) == ["2.jpg", "1.jpg"]
