"""Pages that no rule knows with hardly any text and many pictures."""

import pytest

from cleaners import Article
from tests.bare_pages import BODY, TITLE, clean

LEAD = "<p class='lead'>جشن برداشت محمدی‌گل با حضور گردشگران در روستای باغستان بالا برگزار شد.</p>"
PICTURES = "".join(f"<figure><img src='/g/{n}.jpg'></figure>" for n in (1, 2))
OTHERS = (
    "<div class='w'><h3>تصویرهای دیگر</h3><ul><li><a href='/x'><img src='/t1.jpg'><b>کوچ</b></a>"
    "</li><li><a href='/y'><img src='/t2.jpg'><b>باران</b></a></li></ul></div>"
)


def files(article: Article) -> list[str]:
    return [image.url.rpartition("/")[2] for image in article.images]


@pytest.mark.parametrize("name", ["gallery", "photo-gallery", "owl-carousel", "slider"])
@pytest.mark.parametrize("text", [LEAD, LEAD.replace("گردشگران", "گردشگران و مردم شهر")])
def test_gallery_below_the_title(name: str, text: str) -> None:
    gallery = f"<div class='{name}'>{PICTURES}</div>"
    page = f"<main><div><h1>{TITLE}</h1>{text}{gallery}</div>{OTHERS}</main>"
    assert files(clean(page)) == ["1.jpg", "2.jpg"]


def test_gallery_with_the_picture_that_the_page_names() -> None:
    named = "<meta property='og:image' content='https://cdn.khabar.ir/2.jpg'>"
    page = f"<main><h1>{TITLE}</h1><div>{BODY}</div><div class='gallery'>{PICTURES}</div></main>"
    assert files(clean(named + page)) == ["2.jpg", "1.jpg"]
    assert files(clean(page)) == []


@pytest.mark.parametrize(
    "box",
    [
        "<div class='slider'><a href='/n/1'><img src='/s/1.jpg'></a></div>",
        "<div class='related gallery'><img src='/s/1.jpg'></div>",
    ],
)
def test_gallery_of_others(box: str) -> None:
    assert files(clean(f"<main><h1>{TITLE}</h1>{LEAD}{box}</main>")) == []
    assert files(clean(f"<main>{box}<h1>{TITLE}</h1>{LEAD}</main>")) == []


def test_cards_of_stories_are_a_last_resort() -> None:
    picture = "<div><img src='/p/1.jpg'></div>"
    page = f"<main><h1>{TITLE}</h1>{{}}<div>{BODY}</div>{OTHERS}</main>"
    assert files(clean(page.format(picture))) == ["1.jpg"]
    assert files(clean(page.format(""))) == ["t1.jpg", "t2.jpg"]


def test_gallery_with_a_heading_of_its_own() -> None:
    linked = "".join(f"<a href='/p/{n}.jpg'><img src='/s/{n}.jpg'></a>" for n in (1, 2))
    box = f"<div class='gallery'><h4>گالری تصاویر</h4>{linked}</div>"
    assert files(clean(f"<main><h1>{TITLE}</h1>{LEAD}{box}</main>")) == ["1.jpg", "2.jpg"]
    page = f"<main><h1>{TITLE}</h1><div>{BODY}</div>{{}}</main>"
    assert files(clean(page.format(box))) == []
    named = box.replace("<img", f"<img alt='{TITLE}'")
    assert files(clean(page.format(named))) == ["1.jpg", "2.jpg"]


def test_each_gallery_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "cleaners.generic.images.is_stated", lambda address, page: bool(seen.append(address))
    )
    pictures = "".join(f"<img src='/s/{n}.jpg'>" for n in range(40))
    clean(f"<main><h1>{TITLE}</h1><div>{BODY}</div><div class='gallery'>{pictures}</div></main>")
    assert len(seen) == 40


def test_picture_with_a_link_to_its_gallery_is_no_card() -> None:
    named = "<meta property='og:image' content='https://cdn.khabar.ir/site.jpg'>"
    link = "<a href='/gallery/77'><img src='/p/1.jpg'><span>مشاهده گالری تصاویر</span></a>"
    page = f"<main><h1>{TITLE}</h1><div>{link}</div><div>{BODY}</div></main>"
    assert files(clean(named + page)) == ["1.jpg"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<h4><i class='icon-camera'></i> مهتاب رضایی</h4>", ["مهتاب رضایی"]),
        ("<div><i class='fa fa-camera'></i><span>مهتاب رضایی</span></div>", ["مهتاب رضایی"]),
        ("<div><svg data-lucide='camera'></svg> مهتاب رضایی</div>", ["مهتاب رضایی"]),
        ("<h4><i class='icon-camera'></i> گزارش تصویری</h4>", []),
        ("<h4><i class='icon-star'></i> مهتاب رضایی</h4>", []),
    ],
)
def test_photographer_beside_the_icon_of_a_camera(line: str, authors: list[str]) -> None:
    assert clean(f"<main><h1>{TITLE}</h1>{line}{LEAD}{PICTURES}</main>").authors == authors
    assert clean(f"<main><h1>{TITLE}</h1>{line}<div>{BODY}</div></main>").authors == []
