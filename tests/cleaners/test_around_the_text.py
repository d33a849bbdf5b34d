"""Section, tags, authors and pictures around the text of a page that no rule knows."""

import pytest

from cleaners import Article, clean_html
from tests.bare_pages import BODY, MENU, TEXT, TITLE, URL

DAY = "<span>۱۲ آذر ۱۴۰۲ - ۱۰:۲۰</span>"


def page(*, above: str = "", below: str = "", after: str = "", head: str = "") -> Article:
    html = f"""<html><head><title>{TITLE}</title>{head}</head><body><header>{MENU}</header>
        <main><div>{above}<h1>{TITLE}</h1>{below}<div>{BODY}</div>{after}</div></main></body></html>"""
    article = clean_html(html, URL, rules=False, normalize=False)
    assert article.body == TEXT
    return article


def crumbs(*steps: str) -> str:
    """Steps as JSON-LD, the last first: the position counts."""
    listed = [
        f'{{"@type":"ListItem","position":{at},"name":"{name}","item":"https://a.ir/{at}"}}'
        for at, name in enumerate(steps, 1)
    ]
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org",'
        f'"@type":"BreadcrumbList","itemListElement":[{",".join(reversed(listed))}]}}</script>'
    )


FRONT = '<a href="/">خانه</a>'
WIDE, DEEP = '<a href="/c/2">اجتماعی</a>', '<a href="/c/2/5">آموزش</a>'


@pytest.mark.parametrize(
    "above",
    [
        f'<nav aria-label="breadcrumb"><ol><li>{FRONT}<li>{WIDE}<li>{DEEP}</ol></nav>',
        f'<nav aria-label="مسیر صفحه">{FRONT}{WIDE}{DEEP}</nav>',
        f'<div class="breadcrumb">{FRONT}{WIDE}{DEEP}<span>{TITLE}</span></div>',
        f'<ul class="crumb"><li>{FRONT}</li><li>{WIDE}</li><li>{DEEP}</li></ul>',
        f'<div class="breadcrumb">{FRONT}{WIDE}{DEEP}<a href="{URL}">{TITLE}</a></div>',
        f'<div class="path">{FRONT} &gt; {WIDE} &gt; {DEEP}</div>',
        f'<div class="path">{FRONT} » {WIDE} » {DEEP} » {TITLE}</div>',
        "<div>صفحه نخست › اجتماعی › آموزش</div>",
        f"<div>{WIDE}<span>/</span>{DEEP}</div>",
        f"<div><span>گروه: اجتماعی / آموزش</span> {DAY}</div>",
        f"<div><span>سرویس:</span> {WIDE}، {DEEP} {DAY}</div>",
        f"<div>دسته‌بندی : {WIDE}، {DEEP}</div>",
        "<div>حوزه: اجتماعی، آموزش | کد خبر: ۱۸۱۵</div>",
        "<div>تاریخ: ۱۲ آذر ۱۴۰۲ | گروه: اجتماعی - آموزش | کد خبر: ۱۸۱۵</div>",
        f'<div class="breadcrumb">{FRONT}<a href="/c/2">اجتماعی (۱۲)</a>{DEEP}</div>',
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList">'
        + "".join(
            f'<li itemprop="itemListElement"><a href="{href}"><span itemprop="name">{name}</span>'
            "</a></li>"
            for href, name in (("/", "خانه"), ("/c/2", "اجتماعی"), ("/c/2/5", "آموزش"))
        )
        + "</ol>",
    ],
)
def test_sections_above_the_title(above: str) -> None:
    assert page(above=above).section == ["اجتماعی", "آموزش"]


def test_sections_in_json_ld() -> None:
    head = crumbs("خانه", "اجتماعی", "آموزش", TITLE)
    assert page(head=head).section == ["اجتماعی", "آموزش"]
    steps = ',{"item": {"@id": "/c/2", "name": "اجتماعی"}}]}'
    head = f'{{"@type": "BreadcrumbList", "itemListElement": [{{"name": "خانه"}}{steps}'
    assert page(head=f'<script type="application/ld+json">{head}</script>').section == ["اجتماعی"]


def test_departments_in_a_breadcrumb() -> None:
    steps = '<a href="/politics">گروه سیاسی</a> <a href="/parties">حوزه احزاب</a>'
    assert page(above=f'<div class="breadcrumb">{FRONT}{steps}</div>').section == ["سیاسی", "احزاب"]


def test_breadcrumb_with_more_steps_than_three() -> None:
    steps = "".join(f'<a href="/{name}">{name}</a>' for name in ("الف", "ب", "پ", "ت", "ث"))
    assert page(above=f'<div class="breadcrumb">{steps}</div>').section == list(
        "الف ب پ ت ث".split()
    )


@pytest.mark.parametrize("mark", ["{} >", "/ {}", "{} »", "» {}", "{} /", "- {}"])
def test_marks_between_steps_within_links(mark: str) -> None:
    links = f'<a href="/">{mark.format("خانه")}</a><a href="/c/2">{mark.format("اجتماعی")}</a>'
    assert page(above=f'<div class="breadcrumb">{links}</div>').section == ["اجتماعی"]


@pytest.mark.parametrize(
    "above",
    [
        "<div><a href='/a'>سیاسی</a> / <a href='/b'>اقتصادی</a></div>",  # a menu
        f'<div class="breadcrumb">{FRONT}<a href="{URL}">{TITLE}</a></div>',
        "<div>خانه &gt; صفحه نخست</div>",
        f'<div>{FRONT} / <a href="/about">درباره ما</a> / <a href="/contact">تماس با ما</a></div>',
        "<div>بخش: نظرات کاربران</div>",
    ],
)
def test_what_is_no_section(above: str) -> None:
    assert page(above=above).section == []


@pytest.mark.parametrize(
    "line",
    [
        f'<a rel="author" href="/u/7">رضا کاظمی</a> {DAY}',
        f'<a href="https://a.ir/author/rk/">رضا کاظمی</a> {DAY}',
        f'<span class="author">رضا کاظمی</span> {DAY}',
        '<span class="byline">توسط <a href="/u/7">رضا کاظمی</a></span>',
        '<span itemprop="author" itemscope><span itemprop="name">رضا کاظمی</span></span>',
        "<author>رضا کاظمی</author>",
        "ارسال شده توسط رضا کاظمی در ۱۲ آذر ۱۴۰۲",
        "نوشته شده توسط: رضا کاظمی | ۱۲ آذر ۱۴۰۲",
    ],
)
def test_author_without_a_label(line: str) -> None:
    assert page(below=f"<div>{line}</div>").authors == ["رضا کاظمی"]
    assert page(after=f"<div>{line}</div>").authors == ["رضا کاظمی"]


@pytest.mark.parametrize(
    "names",
    [
        "رضا کاظمی و مریم رضایی",
        "رضا کاظمی، مریم رضایی ۱۲ آذر ۱۴۰۲",
        "رضا کاظمی | مریم رضایی | خبرنگار",
    ],
)
def test_several_authors_in_one_element(names: str) -> None:
    article = page(below=f'<div class="author">{names}</div>')
    assert article.authors == ["رضا کاظمی", "مریم رضایی"]


def test_several_authors() -> None:
    names = '<a href="/p/1">شهرام جلیلیان</a> <a href="/p/2">Sara B. Amini</a>'
    article = page(below=f'<div class="authors">{names}</div>')
    assert article.authors == ["شهرام جلیلیان", "Sara B. Amini"]


@pytest.mark.parametrize(
    "name",
    [
        "مدیر سایت",
        "admin",
        "ادمین",
        "روابط عمومی",
        "تحریریه",
        "rkazemi",
        "دبیر رضا کاظمی",
        "همه مطالب",
    ],
)
def test_who_is_no_author(name: str) -> None:
    assert page(below=f'<div><a rel="author" href="/u/7">{name}</a></div>').authors == []
    head = f'<meta name="author" content="{name}">'
    assert name.startswith(("دبیر", "همه")) or page(head=head).authors == []


def test_surname_like_an_office() -> None:
    head = '<meta name="author" content="مهران مدیری">'
    assert page(head=head).authors == ["مهران مدیری"]


@pytest.mark.parametrize(
    "after",
    [
        '<aside><a rel="author" href="/u/7">رضا کاظمی</a></aside>',
        '<div class="comments"><span class="author">رضا کاظمی</span></div>',
        '<blockquote class="author">سعدی شیرازی</blockquote>',
        "<blockquote><p>فردا باران می‌بارد.</p><p>نویسنده: رضا کاظمی</p></blockquote>",
        "".join(
            f'<article><h3><a href="/n/{n}">خبر دیگری از همین شهر و روستا {n}</a></h3>'
            '<a rel="author" href="/u/7">رضا کاظمی</a></article>'
            for n in range(3)
        ),
    ],
)
def test_author_of_something_else(after: str) -> None:
    assert page(after=after).authors == []


@pytest.mark.parametrize(
    "after",
    [
        '<div>برچسب‌ها: <a href="/?s=برق">برق</a>، <a href="/?s=مهارت">مهارت آموزی</a></div>',
        '<div><b>کلیدواژه‌ها:</b> <a href="/?q=1">برق</a> <a href="/?q=2">مهارت آموزی</a></div>',
        "<div>کلمات کلیدی: برق، مهارت آموزی</div>",
        "<div>کلمه های کلیدی:</div><div>برق</div><div>مهارت آموزی</div>",
        '<div><a href="/k/1">#برق</a> <a href="/k/2">#مهارت_آموزی</a></div>',
        "<div>برچسب ها: <button>برق</button><button>مهارت آموزی</button></div>",
        '<h4>برچسب‌ها</h4><ul><li><a href="/1">برق</a><li><a href="/2">مهارت آموزی</a></ul>',
    ],
)
def test_tags_behind_a_label(after: str) -> None:
    assert page(after=after).tags == ["برق", "مهارت آموزی"]


@pytest.mark.parametrize(
    "after",
    [
        '<aside><h4>برچسب‌ها</h4><p><a href="/k/1">برق</a></p></aside>',
        '<div class="tag-cloud">برچسب‌ها: <a href="/k/1">برق</a></div>',
        "<div>برچسب‌ها:</div><div>ارسال نظر</div><div>نام</div>",
    ],
)
def test_tags_of_the_site(after: str) -> None:
    assert page(after=after).tags == []


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="https://secure.gravatar.com/avatar/abc?s=96" width="96" height="96">',
        '<img src="/u/1.jpg" class="avatar photo">',
        '<img src="/u/1.jpg" class="writer-img">',
        '<div class="author-box"><p><img src="/u/1.jpg"></p></div>',
        '<img src="/theme/pdf.gif">',
        '<img src="/theme/1.png" class="icon">',
        '<img src="/theme/1.png" width="24" height="24">',
    ],
)
def test_portraits_and_icons_are_no_pictures_of_the_story(picture: str) -> None:
    story = '<img src="/a/1.jpg" class="zoom-icon" width="16" height="9">'
    article = page(below=f"<div>{picture}</div><div>{story}</div>")
    assert [image.url.rpartition("/")[2] for image in article.images] == ["1.jpg"]
    assert "/a/1.jpg" in article.images[0].url
    assert page(below=f"<div>{picture}</div>").images == []


def test_portrait_of_a_sitter_is_a_picture_of_the_story() -> None:
    article = page(below='<div class="portrait"><img src="/a/1.jpg"></div>')
    assert [image.url.rpartition("/")[2] for image in article.images] == ["1.jpg"]


def test_portrait_is_not_the_main_picture() -> None:
    head = '<meta property="og:image" content="https://secure.gravatar.com/avatar/abc?s=96">'
    assert page(head=head).images == []


def test_description_in_the_titles_box_is_the_lead() -> None:
    lead = "سخنگوی شورا از تفسیر تازه‌ای خبر داد که از همین هفته لازم‌الاجرا خواهد بود و چاپ می‌شود."
    lines = "<br>".join(f"{line}<br>" for line in TEXT)
    html = f"""<html><head><title>{TITLE}</title><meta name="description" content="{lead}"></head>
        <body><div><div><h1>{TITLE}</h1><div>{lead}</div></div>
        <div>{lines}<div>{TEXT[0]} باز هم</div></div></div></body></html>"""
    article = clean_html(html, URL, rules=False, normalize=False)
    assert article.lead == lead
    assert lead not in article.body


@pytest.mark.parametrize(
    "after",
    [
        "<p>لینک کوتاه به این مطلب:</p>",
        "<p>پیوند کوتاه این نوشته: a.ir/1</p>",
        "<p>فایل تمام متن:</p>",
    ],
)
def test_lines_below_the_text(after: str) -> None:
    assert page(after=after).body == TEXT


def test_known_author_below_the_text_is_no_paragraph() -> None:
    by = "<div>نویسنده: آزاده شهمیر</div>"
    html = f"<body><h1>{TITLE}</h1>{by}<div>{BODY}<p>آزاده شهمیر</p></div></body>"
    article = clean_html(html, URL, rules=False, normalize=False)
    assert (article.authors, article.body) == (["آزاده شهمیر"], TEXT)


@pytest.mark.parametrize("farewell", ["با احترام", "با تشکر و سپاس"])
def test_author_of_a_letter_signs_it(farewell: str) -> None:
    by = "<div>نویسنده: آزاده شهمیر</div>"
    letter = f"{BODY}<p>{farewell}</p><p>آزاده شهمیر</p>"
    html = f"<body><h1>{TITLE}</h1>{by}<div>{letter}</div></body>"
    article = clean_html(html, URL, rules=False, normalize=False)
    assert article.body == [*TEXT, farewell, "آزاده شهمیر"]


def test_labelled_day_with_a_year_of_two_digits() -> None:
    article = page(after="<div>روزنامه نمونه، شماره 462 به تاریخ 1/3/86، صفحه 8 (هنر)</div>")
    assert (article.published_at, article.published_raw) == ("2007-05-22", "1/3/86")


def test_picture_that_links_to_itself_on_another_host() -> None:
    link = '<a href="https://1.bp.example.com/s1600/a.jpg"><img src="https://1.bp.example.com/a.jpg"></a>'
    ad = '<a href="https://ad.example.com/x"><img src="https://ad.example.com/b.jpg"></a>'
    images = page(below=f"<div>{ad}{link}</div>").images
    assert [image.url for image in images] == ["https://1.bp.example.com/a.jpg"]


@pytest.mark.parametrize("href", ["/", URL.partition("/fa")[0]])
def test_picture_in_a_link_to_the_front_page(href: str) -> None:
    picture = '<img src="/p/2.jpg" width="700" height="400">'
    images = page(below=f'<p><a href="{href}">{picture}</a></p>').images
    assert [image.url.rpartition("/")[2] for image in images] == ["2.jpg"]


@pytest.mark.parametrize("size", ["", 'width="728" height="90"'])
def test_banner_in_a_link_to_a_front_page(size: str) -> None:
    for href in ("/", "https://ad.example.com/"):
        banner = f'<a href="{href}"><img src="/p/2.jpg" {size}></a>'
        assert page(below=f"<p>{banner}</p>").images == []


def test_logo_is_no_picture_of_the_story() -> None:
    logo = '<a href="/fa"><img src="/l.png" alt="شورا"></a>'
    images = page(above=f"<div>{logo}</div>", below='<img src="/p/2.jpg">').images
    assert [image.url.rpartition("/")[2] for image in images] == ["2.jpg"]


@pytest.mark.parametrize(("text", "images"), [(TITLE, ["p.jpg"]), ("نمایی از شهر", [])])
def test_picture_far_above_that_is_named_as_the_title(text: str, images: list[str]) -> None:
    html = f"""<html><head><title>{TITLE}</title></head><body><section>
        <div><img src="/n/p.jpg" alt="{text}"></div>
        <div><h1>{TITLE}</h1><div>{BODY}</div></div></section></body></html>"""
    found = clean_html(html, URL, rules=False).images
    assert [image.url.rpartition("/")[2] for image in found] == images


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("<ul><li>{}</li></ul>", ""),
        ("<a href='/fa/3'>{}</a>", ""),
        ("", "<div>{}</div>"),
    ],
)
def test_thumbnail_that_is_named_as_the_title(above: str, below: str) -> None:
    thumbnail = f'<img src="/n/p.jpg" alt="{TITLE}">'
    html = f"""<html><head><title>{TITLE}</title></head><body><div>{above.format(thumbnail)}</div>
        <div><h1>{TITLE}</h1><div>{BODY}</div></div>{below.format(thumbnail)}</body></html>"""
    assert clean_html(html, URL, rules=False).images == []


def test_picture_of_the_head_before_one_far_above_the_text() -> None:
    html = f"""<html><head><title>{TITLE}</title><meta property="og:image" content="/n/og.jpg">
        </head><body><section><div><img src="/n/p.jpg" alt="{TITLE}"></div>
        <div><h1>{TITLE}</h1><div>{BODY}</div></div></section></body></html>"""
    images = clean_html(html, URL, rules=False).images
    assert [image.url.rpartition("/")[2] for image in images] == ["og.jpg"]


@pytest.mark.parametrize("name", ["newsgallery", "newsslider", "postbanner", "newsplayer"])
def test_picture_in_a_box_with_a_glued_name(name: str) -> None:
    box = f'<div class="{name}"><img src="/n/2.jpg"></div>'
    images = page(below=box).images
    assert [image.url.rpartition("/")[2] for image in images] == ["2.jpg"]


def test_portrait_in_an_element_called_the_author() -> None:
    face = '<div class="author-info-thumb"><img src="/n/av.jpg" alt=""></div>'
    images = page(below=f'<div>{face}</div><img src="/n/2.jpg">').images
    assert [image.url.rpartition("/")[2] for image in images] == ["2.jpg"]


def test_tags_in_a_list_called_keyword() -> None:
    links = '<li><a href="/keyword/1">قانون</a></li><li><a href="/keyword/2">شورا</a></li>'
    assert page(after=f'<ul class="keyword">{links}</ul>').tags == ["قانون", "شورا"]
    for links in (
        '<a href="/search?q=x">پیشرفته</a><a href="/y">شورا</a>',
        '<a href="/n/1">شورا</a>',
    ):
        assert page(after=f'<div class="keyword">{links}</div>').tags == []


def among(box: str) -> Article:
    lines = [f"<p>{line}</p>" for line in TEXT]
    text = f'<div class="text">{lines[0]}{box}{"".join(lines[1:])}</div>'
    return clean_html(f"<h1>{TITLE}</h1>{text}", URL, rules=False, normalize=False)


HEADLINE = "دشت‌های ایران در آستانه مرگ"


@pytest.mark.parametrize("href", ["/910100", "/910100/%D8%AF", "/news/dasht"])
def test_box_with_nothing_but_a_heading_that_leads_to_a_story_is_no_text(href: str) -> None:
    assert among(f'<div><a href="{href}"><h4>{HEADLINE}</h4></a></div>').body == TEXT


@pytest.mark.parametrize(
    "heading",
    [
        '<div><h4><a href="/course/12">{}</a></h4></div>',
        '<h4><a href="/course/12">{}</a></h4>',
        '<a href="/course/12"><h4>{}</h4></a>',
        "<div><a><h4>{}</h4></a></div>",
        '<div class="btn"><a href="/fa/register"><h4>{}</h4></a></div>',
        '<div><a href="/course/12"><h4>{}</h4></a></div>',
        '<div><a href="/photo/big-81234"><img src="/s.jpg"><h4>{}</h4></a></div>',
    ],
)
def test_linked_heading_beside_the_paragraphs_may_be_of_the_text(heading: str) -> None:
    assert HEADLINE in among(heading.format(HEADLINE)).body


@pytest.mark.parametrize(
    ("address", "is_shown"),
    [
        ("/files/space.gif", False),
        ("/themes/main/fb.png", False),
        ("/themes/main/fb.png?v=thumb.php", False),
        ("/files/spacecraft.jpg", True),
        ("/wp-content/themes/a/timthumb.php?src=/files/7.jpg&w=600", True),
        ("/thumb?src=/themes/7.jpg", True),
        ("/wp-content/uploads/themes/7.jpg", True),
    ],
)
def test_picture_that_only_keeps_a_place(address: str, is_shown: bool) -> None:
    image = f'<img src="{address}" width="1" height="1">'
    html = f'<h1>{TITLE}</h1><div class="body">{image}{BODY}</div>'
    article = clean_html(html, URL, rules=False, normalize=False)
    assert bool(article.images) is is_shown


def test_author_alone_in_a_quotation() -> None:
    assert page(after="<blockquote>نویسنده: رضا کاظمی</blockquote>").authors == ["رضا کاظمی"]
