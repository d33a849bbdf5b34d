"""Sections that only links right above the title name."""

import pytest

from tests.bare_pages import BODY, MENU, TITLE, clean

PATHS = {
    "one link": ('<div><a href="/category/world">جهان</a></div>', ["جهان"]),
    "marks": ('<h2><a href="/s/1">. کار</a> » <a href="/s/2">مهارت .</a></h2>', ["کار", "مهارت"]),
    "slash": ('<div><a href="/s/1">کار</a> / <a href="/s/2">مهارت</a></div>', ["کار", "مهارت"]),
    "items": (
        '<ul><li><a href="/">خانه</a></li><li><a href="/service/1">کار</a></li>'
        '<li><a href="/service/2">مهارت</a></li></ul>',
        ["کار", "مهارت"],
    ),
    "share buttons below": (
        '<h2><a href="/category/1">کار</a></h2><div class="share"><a href="#">ایتا</a></div>',
        ["کار"],
    ),
    "between colons": ('<div>:: <a href="/find-1.14.html">اخبار کار</a> ::</div>', ["اخبار کار"]),
    "a story between colons": ('<div>:: <a href="/fa/news/5612/x">گشایش کارگاه</a> ::</div>', []),
    "an author between colons": ('<div>:: <a href="/user/12">علی رضایی</a> ::</div>', []),
    "a story's number between colons": (
        '<div>:: <a href="/news-80.html">گشایش دانشکده هنر</a> ::</div>',
        [],
    ),
    "another site between colons": ('<div>:: <a href="https://s.ir/k">سامانه</a> ::</div>', []),
    "topic of the header": (
        '<div class="ArticleHeader_topic__m"><a href="/kar">کار</a></div>',
        ["کار"],
    ),
    "field": ('<div class="field field-section"><a href="/t/9">کار</a></div>', ["کار"]),
    "a part of the page": ('<div class="news-section"><a href="/gallery">گالری</a></div>', []),
    "a part of the article": ('<div class="article-section"><a href="/u/ali">علی</a></div>', []),
    "another topic": ('<div class="topic"><a href="/t/9">کار</a></div>', []),
    "label and slash": ("<p>سرویس: / <b>علمی</b></p>", ["علمی"]),
    "a story": ('<div><a href="/fa/news/5612/x">گشایش کارگاه</a></div>', []),
    "buttons": ('<div><a href="#">کار</a> » <a href="#">مهارت</a></div>', []),
    "a letter": ('<div><a href="/s/2">پ</a></div>', []),
    "in a menu": ('<nav><a href="/category/1">کار</a></nav>', []),
    "called a menu": ('<div class="top-menu"><a href="/category/1">کار</a></div>', []),
    "two services": (
        '<div><a href="/service/1">کار</a> | <a href="/service/1/2">مهارت</a></div>',
        ["کار", "مهارت"],
    ),
    "a contact": ('<div><a href="/service/x">ارتباط با سردبیر</a></div>', []),
    "a bar of two": (
        '<div><a href="/service/a">کار</a> | <a href="/service/b">مهارت</a></div>',
        ["کار", "مهارت"],
    ),
    "the site's shop": (
        '<div><a href="https://shop.shora-nemoune.ir/category/a">کتاب</a></div>',
        [],
    ),
    "users": ('<div><a href="/login">درگاه</a> | <a href="/register">پیوستن</a></div>', []),
    "next stories": ('<div><a href="/p/x">خبر قبلی</a> » <a href="/p/y">خبر بعدی</a></div>', []),
    "back": ('<div><a href="/category/news">بازگشت به فهرست</a></div>', []),
    "an issue": ('<div><a href="/p/12">شماره ۱۲</a> | <a href="/p/12/3">صفحه ۳</a></div>', []),
    "an archive": ('<div><a href="/p?d=1">آرشیو</a> » <a href="/p?d=2">امروز</a></div>', []),
    "a button": ('<div><a href="/p/1">ارسال نظر</a> » <a href="/p/2">مهارت</a></div>', []),
    "other hosts": (
        '<div><a href="https://b.ir/a">کار</a> » <a href="//b.ir/a/b">مهارت</a></div>',
        [],
    ),
    "a menu of one script": (
        '<div><a href="/a.php?o=1">آموزشی</a> | <a href="/a.php?o=2">آزمون</a></div>',
        [],
    ),
    "all services": ('<div><a href="/services">کار ما</a></div>', []),
    "three siblings": (
        "<div>"
        + " | ".join(f'<a href="/service/{n}">شهر {n}</a>' for n in ("الف", "ب", "پ"))
        + "</div>",
        [],
    ),
    "a kicker": ('<div><a href="/x">گشایش کارگاه</a></div>', []),
    "a menu": (
        "<ul>" + "".join(f'<li><a href="/category/{n}">{n}</a></li>' for n in "ابپتث") + "</ul>",
        [],
    ),
}


@pytest.mark.parametrize(("path", "names"), PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("between", ["", "<div>۱۲ مهر ۱۴۰۴ - ۱۰:۲۰</div>"], ids=["", "date"])
def test_above_the_title(path: str, names: list[str], between: str) -> None:
    page = f"<header>{MENU}</header><main>{path}{between}<h1>{TITLE}</h1>{BODY}</main>"
    article = clean(page)
    assert (article.section, article.kicker) == (names, None)


CALLED = {
    "above": (
        '<div class="cat-line"><a href="/league">لیگ برتر</a></div><h1>{title}</h1>{body}',
        ["لیگ برتر"],
    ),
    "in a row of facts": (
        '<h1>{title}</h1><div>۱۲ مهر ۱۴۰۴ <a class="x_category" href="/p/2">کار</a></div>{body}',
        ["کار"],
    ),
    "below": (
        '<h1>{title}</h1><div>{body}</div><div class="itemCategory">در <a href="/p">کار</a></div>',
        ["کار"],
    ),
    "label of its own": (
        '<div><p>سرویس</p><p><a href="/p/2">کار</a></p></div><h1>{title}</h1>{body}',
        ["کار"],
    ),
    "label of a menu": (
        '<div><p>سرویس</p><p><a href="/p/2">کار</a></p><p><a href="/p/3">هنر</a></p></div>'
        "<h1>{title}</h1>{body}",
        [],
    ),
    "behind a slash": (
        '<h1>{title}</h1><div><i>۱۲ مهر</i> / دسته: <a href="/p/2">کار</a> / تعداد بازدید (۳۱۵)'
        "</div>{body}",
        ["کار"],
    ),
    "a story": (
        '<div class="cat"><a href="/fa/news/5612/x">گشایش کارگاه</a></div><h1>{title}</h1>{body}',
        [],
    ),
    "three siblings": (
        '<div class="cats">'
        + "".join(f'<a href="/c/{n}">{n * 3}</a>' for n in "ابپ")
        + "</div><h1>{title}</h1>{body}",
        [],
    ),
    "a card": (
        '<div class="card"><a class="cat" href="/category/2">ورزشی</a>'
        '<a href="/news/1111/x">صعود تیم ملی به جام جهانی قطعی شد</a></div>'
        "<div><h1>{title}</h1>{body}</div>",
        [],
    ),
    "a card of old names": (
        '<div><span class="cat-links"><a href="/category/2">ورزشی</a></span>'
        '<h3><a href="/1403/08/x">صعود تیم ملی به جام جهانی قطعی شد</a></h3></div>'
        "<div><h1>{title}</h1>{body}</div>",
        [],
    ),
    "a menu": (
        '<div class="cats">'
        + "".join(f'<a href="/{n}">{n * 3}</a>' for n in "ابپتث")
        + "</div><h1>{title}</h1>{body}",
        [],
    ),
    "beside the story before": (
        '<div class="x"><h1>{title}</h1></div><div>{body}</div><div>'
        '<span class="cat-links"><a href="/c/env">محیط زیست</a></span>'
        '<a href="/?p=47">قبلی: کاهش قیمت طلا در بازار تهران</a></div>',
        ["محیط زیست"],
    ),
    "beside a link called the story before": (
        '<div class="x"><h1>{title}</h1></div><div>{body}</div><div>'
        '<span class="cat-links"><a href="/c/env">محیط زیست</a></span>'
        '<p class="nav-prev"><a href="/?p=47">کاهش قیمت طلا در بازار تهران</a></p></div>',
        ["محیط زیست"],
    ),
    "heading of a box": (
        '<article><h1>{title}</h1>{body}</article><h3 class="cat"><a href="/s">ورزشی</a></h3>'
        '<ul><li><a href="/news/1/x">پیروزی بزرگ تیم ملی والیبال</a></li></ul>',
        [],
    ),
    "above a story": (
        '<article><h1>{title}</h1>{body}</article><div class="cat"><a href="/s">ورزشی</a></div>'
        '<p><a href="/news/1/x">پیروزی بزرگ تیم ملی والیبال</a></p>',
        [],
    ),
    "right below the article": (
        '<article><h1>{title}</h1>{body}</article><div class="cat"><a href="/category/s">ورزشی</a>'
        '</div><p><a href="/news/1/x">پیروزی بزرگ تیم ملی والیبال</a></p>',
        ["ورزشی"],
    ),
    "boxes side by side": (
        '<article><h1>{title}</h1>{body}</article><div class="cat"><a href="/s">ورزشی</a></div>'
        '<div class="cat"><a href="/e">اقتصادی</a></div>',
        [],
    ),
    "below the element of the article": (
        '<article><h1>{title}</h1>{body}</article><div class="cat"><a href="/s">ورزشی</a></div>',
        ["ورزشی"],
    ),
    "called like a breadcrumb": (
        '<h1>{title}</h1><div class="crumbly-ad"><a href="/ads/1">تبلیغات</a></div>{body}',
        [],
    ),
    "a breadcrumb by its beginning": (
        '<div class="wp-crumbtrail"><a href="/">خانه</a><a href="/e">کار</a></div>'
        "<h1>{title}</h1>{body}",
        ["کار"],
    ),
    "another story": (
        '<h1>{title}</h1><div>{body}</div><div class="cat"><a href="https://b.ir/p">کار</a></div>',
        [],
    ),
}


@pytest.mark.parametrize(("page", "names"), CALLED.values(), ids=CALLED)
def test_called_a_category(page: str, names: list[str]) -> None:
    assert clean(f"<main>{page.format(title=TITLE, body=BODY)}</main>").section == names


OWN = "https://www.shora-nemoune.ir/car/440120-x"


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ('<div><a href="/car/">خودرو</a></div>', ["خودرو"]),
        ('<div><a href="/ai/">خودرو</a></div>', []),
    ],
)
def test_on_the_way_to_the_page(above: str, names: list[str]) -> None:
    page = f"<main><div>{above}<h1>{TITLE}</h1></div><div>{BODY}</div></main>"
    assert clean(page, url=OWN).section == names


@pytest.mark.parametrize(
    ("href", "name", "own"),
    [
        ("/news/440120/x", "نشست شورا", "/news/440120/x"),
        ("/car/440120-x?lang=eng", "انگلیسی", "/car/440120-x"),
        ("/car/440120-x#c", "گفتگو", "/car/440120-x"),
        ("/portal", "درگاه ما", "/portal/news/440120"),
        ("/fa-IR", "درگاه ما", "/fa-IR/news/440120"),
        ("/per", "فارسی", "/per/news/440120"),
        ("/nemoune", "شورای نمونه", "/nemoune/news/440120"),
        ("/@karimi", "رضا کریمی", "/@karimi/440120-x"),
        ("/2024/12/", "دسامبر", "/2024/12/x"),
        ("/1403/", "سال جهش", "/1403/9/x"),
        ("/reza", "نشست خبری رئیس شورا", "/reza/440120-x"),
    ],
)
def test_on_the_way_to_the_page_but_no_section(href: str, name: str, own: str) -> None:
    above = f'<div><a href="{href}">{name}</a></div>'
    page = f"<main><div>{above}<h1>{TITLE}</h1></div><div>{BODY}</div></main>"
    url = f"https://www.shora-nemoune.ir{own}"
    assert clean(page, url=url, title=f"{TITLE} | شورای نمونه").section == []


def test_list_of_all_stories_on_the_way_to_the_page() -> None:
    page = f'<main><div><a href="/fa/news">لیست</a><h1>{TITLE}</h1></div><div>{BODY}</div></main>'
    assert clean(page).section == []


def test_on_the_way_to_the_page_in_its_header() -> None:
    bar = '<div><a href="/">شورا</a><a href="/car">خودرو</a></div>'
    page = f"{bar}<main><h1>{TITLE}</h1><div>{BODY}</div></main>"
    assert clean(page, url=OWN).section == []


@pytest.mark.parametrize(
    ("links", "names"),
    [
        ('<a href="/">خانه</a><i></i><a href="/category/macro">اقتصاد کلان</a>', ["اقتصاد کلان"]),
        ('<a href="/">خانه</a><i></i><a href="/shop">فروشگاه</a>', []),
        ('<a href="/n">اخبار</a><a href="/v">ویدئو</a>', []),
        ('<a href="/">خانه</a><a href="/a">سیاسی</a><a href="/b">کار</a>', []),
    ],
)
def test_steps_with_pictures_between(links: str, names: list[str]) -> None:
    page = f"<main><nav>{links}</nav><h1>{TITLE}</h1><div>{BODY}</div></main>"
    assert clean(page).section == names


def test_site_that_is_the_first_step() -> None:
    steps = (
        '<ul class="breadcrumbs"><li><a href="/mag">نمونه مگ</a><li><a href="/mag/t">کار</a></ul>'
    )
    page = f"{steps}<h1>{TITLE}</h1><div>{BODY}</div>"
    site = '<meta property="og:site_name" content="نمونه مگ">'
    assert clean(site + page).section == ["کار"]
    # A section may stand at the end of <title>, too.
    assert clean(page, title=f"{TITLE} - نمونه مگ").section == ["نمونه مگ", "کار"]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("<div class='t'>{}</div><main><h1>{}</h1><div>{}</div></main>", []),
        ("<amp-sidebar>{}</amp-sidebar><article><h1>{}</h1><div>{}</div></article>", []),
        ("<div id='r'><div>{}</div><div><h1>{}</h1><div>{}</div></div></div>", []),
        ("<main><div>{}</div><h1>{}</h1><div>{}</div></main>", ["سیاسی", "کار"]),
        ("<div><div>{}<h1>{}</h1></div></div><div>{}</div>", ["سیاسی", "کار"]),
    ],
)
def test_two_sections_above_the_article_are_a_menu(page: str, names: list[str]) -> None:
    links = '<ul><li><a href="/service/4">سیاسی</a></li><li><a href="/service/9">کار</a></li></ul>'
    assert clean(page.format(links, TITLE, BODY)).section == names


def test_two_steps_of_a_path_above_the_article() -> None:
    # In a wrapper and on one line, they may be of one kind.
    line = '<div><a href="/service/4">سیاسی</a> <i></i><a href="/service/9">کار</a></div>'
    page = f"<div><div>{line}</div><div><h1>{TITLE}</h1><div>{BODY}</div></div></div>"
    assert clean(page).section == ["سیاسی", "کار"]
    links = '<div><a href="/service/4">سیاسی</a> <a href="/service/4/7">کار</a></div>'
    assert clean(f"{links}<main><h1>{TITLE}</h1><div>{BODY}</div></main>").section == [
        "سیاسی",
        "کار",
    ]


DAY = "<span>۱۸ آذر ۱۴۰۰</span>"
SECTION = '<a href="/category/labour">کار</a>'


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("", f"<div>{DAY} {SECTION}</div>", ["کار"]),
        ("", f"<div>{DAY}</div><div>در {SECTION}</div>", ["کار"]),
        (f"<div>زنده {SECTION} {DAY}</div>", "", ["کار"]),
        (f"<div>زنده {SECTION}</div>", DAY, []),
        ("", f"<div>{DAY} <a href='/labour'>کار</a></div>", []),
        ("", f"<div>{DAY} <a href='https://a.ir/category/labour'>کار</a></div>", []),
        ("", f"<div>{DAY} {SECTION * 4}</div>", []),
        ("", "".join(f"<li>{SECTION}</li>" for _ in range(4)), []),
        ("", f"<aside>{DAY} {SECTION}</aside>", []),
        ("", f"<div><a href='/news/7'>مهلت تازه ثبت‌نام در شورا</a> {SECTION}</div>", []),
    ],
)
def test_section_beside_the_day(above: str, below: str, names: list[str]) -> None:
    page = f"<main><div>{above}<h1>{TITLE}</h1>{below}</div><div>{BODY}</div></main>"
    assert clean(page).section == names
