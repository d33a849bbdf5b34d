"""Who wrote an article, told in a line of several names and labels."""

import pytest

from cleaners import clean_html
from cleaners.lines.facts import Place, facts_of
from tests.bare_pages import BODY, MENU, TEXT, TITLE, clean

LINES = {
    "<span>خبرنگار: سارا محمدی</span> <span>علی کریمی</span>": ["سارا محمدی"],
    "<span>نویسنده: سارا محمدی</span> <span>اشتراک گذاری</span>": ["سارا محمدی"],
    "<span>خبرنگار: سارا محمدی</span> <span>عکاس: علی کریمی</span>": ["سارا محمدی", "علی کریمی"],
    "خبرنگار: سارا محمدی عکاس: علی کریمی": ["سارا محمدی", "علی کریمی"],
    "خبرنگار: سارا محمدی منبع: فارس": ["سارا محمدی"],
    "<b>نویسنده:</b> <a href='/a'>سارا محمدی</a>": ["سارا محمدی"],
    "توسط <a href='/a'>مهتاب رضایی</a> و <a href='/b'>سعید شمس</a>": ["مهتاب رضایی", "سعید شمس"],
    "<span>توسط مهتاب رضایی</span> <span>۱۸ آذر ۱۴۰۰</span>": ["مهتاب رضایی"],
    "<dd class='createdby' itemprop='author'>نوشته شده توسط مهتاب رضایی</dd>": ["مهتاب رضایی"],
    "<p itemprop='author'><b itemprop='name'>مهتاب رضایی</b> <a href='/u/7'>همه</a></p>": [
        "مهتاب رضایی"
    ],
    "<p class='author'>درج شده توسط مهتاب رضایی و سعید شمس</p>": ["مهتاب رضایی", "سعید شمس"],
    "+ نوشته شده در جمعه ۱۸ آذر ۱۴۰۰ ساعت ۲۳:۱۱ توسط مهتاب رضایی | ۱۷ نظر": ["مهتاب رضایی"],
    "<b>نویسندگان:</b> <a>سارا محمدی</a> و <a>علی کریمی</a>": ["سارا محمدی", "علی کریمی"],
    "گزارشگران: سارا محمدی، علی کریمی": ["سارا محمدی", "علی کریمی"],
    "<span>نویسنده, </span><span>سارا محمدی</span>": ["سارا محمدی"],
    "<span>شغل, </span><span>سارا محمدی</span>": [],
    "<span>سخنگو، نویسنده، </span><span>سارا محمدی</span>": [],
    "نویسنده، سارا محمدی": [],
    "<p>گفت‌وگو از: مهتاب رضایی</p>": ["مهتاب رضایی"],
    "<p>به قلم: مهتاب رضایی</p>": ["مهتاب رضایی"],
    "<p class='by'>مهتاب رضایی</p>": ["مهتاب رضایی"],
    "<p class='sort by'>مرتب‌سازی جدیدترین</p>": [],
    "<p class='by'>بازگشت بالا</p>": [],
    "<p class='by'>کاوش نو</p>": [],
    "<p class='by'>گزارش میدانی</p>": [],
    "<div class='author'>علی میدانی</div>": ["علی میدانی"],
    "<p class='by'><a href='/a'>سعید شمس</a></p>": ["سعید شمس"],
    "<span>منتشر شده توسط روابط عمومی و امور بین‌الملل</span> <span>۱۸ آذر ۱۴۰۰</span>": [],
    "<span>ارسال شده توسط: روابط عمومی و اطلاع‌رسانی</span>": [],
    "<span>توسط شرکت ملی نفت</span> <span>۱۸ آذر ۱۴۰۰</span>": [],
    "نویسنده: تیم تولید محتوا": [],
    "ترجمه از: زبان انگلیسی": [],
    "ترجمه از: مجله اکونومیست": [],
    "این کارگاه توسط وزیر کار گشایش یافت": [],
    "توسط وزیر کار افتتاح شد": [],
}


@pytest.mark.parametrize(("line", "authors"), LINES.items())
def test_above_and_below_the_text(line: str, authors: list[str]) -> None:
    above = clean(f"<h1>{TITLE}</h1><div>{line}</div><div>{BODY}</div>")
    below = clean(f"<h1>{TITLE}</h1><div>{BODY}</div><div>{line}</div>")
    assert (above.authors, below.authors) == (authors, authors)


@pytest.mark.parametrize("label", ["ارسال شده توسط", "درج شده توسط:", "توسط"])
def test_a_login_beside_a_day_is_no_text(label: str) -> None:
    facts = facts_of(f"{label} مدیر سایت ۱۲ آذر ۱۴۰۳")
    assert facts is not None
    assert (facts.published, facts.authors) == (["۱۲ آذر ۱۴۰۳"], [])


@pytest.mark.parametrize(
    ("line", "place", "authors"),
    [
        ("گزارش: مریم میربلوچ", Place.TEXT, ["مریم میربلوچ"]),
        ("گزارش: مریم میربلوچ", Place.ANY, None),
        ("فیلم: مریم کنار دریا", Place.TEXT, None),
        ("گزارش: مهران تاریک شد", Place.TEXT, None),
        ("گزارش: زندگی روستاییان", Place.TEXT, None),
    ],
)
def test_a_credit_that_opens_headlines_too(
    line: str, place: Place, authors: list[str] | None
) -> None:
    facts = facts_of(line, place)
    assert (facts and facts.authors) == authors


def test_an_average_is_not_by_anyone() -> None:
    assert facts_of("متوسط دما ۱۲ آذر ۱۴۰۳") is None


def test_name_alone_above_the_text_is_no_text() -> None:
    line = '<div class="author">مهتاب رضایی</div><div>۱۸ آذر ۱۴۰۰</div>'
    article = clean(f"<article><h1>{TITLE}</h1>{line}{BODY}</article>")
    assert (article.authors, article.body) == (["مهتاب رضایی"], TEXT)


def test_questions_of_an_interview_name_nobody() -> None:
    question = "<p>خبرنگار: شما چه گفتید؟</p>"
    body = BODY.replace("</p>", f"</p>{question}", 1)
    article = clean(f"<h1>{TITLE}</h1><div>{body}</div>")
    assert (article.authors, article.body[2:]) == ([], TEXT[1:])


@pytest.mark.parametrize(
    "line",
    [
        '<div class="uptitle">نوشته علی محمدی</div>',
        "<h4>به قلم سارا محمدی</h4>",
        "<div>توسط علی محمدی</div>",
        "<figure><img src='/a.jpg'><figcaption>تابلوی عصر، توسط علی محمدی</figcaption></figure>",
        '<p class="lead">کتاب «پل»، نوشته علی محمدی، امروز در تهران رونمایی می‌شود</p>',
    ],
)
def test_whose_book_or_work_it_is_about(line: str) -> None:
    day = "<div>۱۸ آذر ۱۴۰۰ - ۰۹:۳۵</div>"
    above = clean(f"<div>{line}<h1>{TITLE}</h1>{day}<div>{BODY}</div></div>")
    below = clean(f"<div><h1>{TITLE}</h1>{line}<div>{BODY}</div>{day}</div>")
    assert (above.authors, below.authors) == ([], [])


@pytest.mark.parametrize(
    "name", ["دانشگاه فنی و حرفه‌ای", "Super User", "Site Admin", "واحد پشتیبانی"]
)
def test_office_in_an_element_called_the_author(name: str) -> None:
    line = f'<div><span class="author">{name}</span> ۱۸ آذر ۱۴۰۰</div>'
    assert clean(f"<h1>{TITLE}</h1>{line}<div>{BODY}</div>").authors == []


TIME = "<div>۱۸ آذر ۱۴۰۰ - ۱۰:۲۰</div>"
FACE = '<img src="/avatars/5.png" alt="">'


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        (f"<div>{FACE}<div><div>مهتاب رضایی</div>{TIME}</div></div>", ["مهتاب رضایی"]),
        (f"<div><a href='/@m.rezaei'>مهتاب رضایی</a>{TIME}</div>", ["مهتاب رضایی"]),
        (f"<div><div><div>مهتاب رضایی</div>{TIME}</div></div>", []),
        (f"<div>{FACE}<div><div>مهتاب رضایی</div><div>کاشان</div></div></div>", []),
        (f"<div>{FACE}<div><div>روابط عمومی</div>{TIME}</div></div>", []),
    ],
)
def test_name_beside_a_portrait_and_a_day(box: str, authors: list[str]) -> None:
    assert clean(f"<main><h1>{TITLE}</h1>{box}<div>{BODY}</div></main>").authors == authors


def test_portrait_of_the_author_is_no_picture_of_the_story() -> None:
    face = "<a href='/@m'><img src='/u/1.jpg' alt='مهتاب رضایی'></a>"
    box = f"<div>{face}<a href='/@m'>مهتاب رضایی</a></div>"
    picture = "<img src='/p/2.jpg' alt='نشست'>"
    article = clean(f"<main>{box}<h1>{TITLE}</h1>{picture}<div>{BODY}</div></main>")
    assert article.authors == ["مهتاب رضایی"]
    assert [image.url.rpartition("/")[2] for image in article.images] == ["2.jpg"]


LARGE = "width='800' height='500'"


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>{{}}</h1>{{}}<figure><img src='/p/2.jpg' {LARGE} alt='مهتاب رضایی'></figure>{{}}",
        "<h1>{}</h1>{}<div class='matn'><p><img src='/p/2.jpg' alt='مهتاب رضایی'></p>{}</div>",
        "<h1>{}</h1>{}<div class='matn'><figure><img src='/p/2.jpg' alt='مهتاب رضایی'>"
        "<figcaption>مهتاب رضایی</figcaption></figure>{}</div>",
    ],
)
def test_picture_of_the_author_in_the_text(page: str) -> None:
    line = "<div>نویسنده: مهتاب رضایی</div>"
    article = clean(f"<article>{page.format(TITLE, line, BODY)}</article>")
    assert [image.url.rpartition("/")[2] for image in article.images] == ["2.jpg"]


def test_portrait_beside_the_name_in_the_text() -> None:
    face = "<div><img src='/u/1.jpg' alt='مهتاب رضایی'><a href='/author/m'>مهتاب رضایی</a></div>"
    article = clean(f"<h1>{TITLE}</h1><div class='matn'>{BODY}{face}</div>")
    assert (article.authors, article.images) == (["مهتاب رضایی"], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "او خبرنگار حوزه محیط زیست است.",
        "مهتاب رضایی از سال ۱۳۹۰ در این روزنامه می‌نویسد.",
        "این خبر به دوستان شما ارسال شد.",
    ],
)
def test_above_a_sentence_at_the_foot(sentence: str) -> None:
    foot = f"<div><div>نویسنده: مهتاب رضایی - ۱۲ آذر ۱۴۰۲</div><div>{sentence}</div></div>"
    article = clean(f"<h1>{TITLE}</h1><div>{BODY}</div>{foot}")
    assert (article.authors, article.published_at) == (["مهتاب رضایی"], "2023-12-03")


ASKS = "<p>آیا پاسخ نامه‌های دیگر هم چاپ می‌شود؟ از شما سپاسگزارم.</p>"
STORY = "<a href='/n/303100'>گفت‌وگو با مترجم جنگ و صلح</a>"


@pytest.mark.parametrize(
    "other",
    [
        f"<div><b>نویسنده: مهتاب رضایی</b> <i>۱۹ آذر ۱۴۰۰ - ۰۹:۰۰</i>{ASKS}</div>",
        f"<div><span class='author'>مهتاب رضایی</span> <i>۱۹ آذر ۱۴۰۰</i>{ASKS}</div>",
        f"<div><div>{STORY}<span>نویسنده: مهتاب رضایی</span></div></div>",
        f"<div><div>{STORY}<p class='author'>مهتاب رضایی</p></div></div>",
    ],
)
def test_of_a_comment_or_a_card(other: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{BODY}</div>{other}")
    assert (article.authors, article.published_at) == ([], None)


@pytest.mark.parametrize(
    "around",
    [
        '<ul><li><img src="/i/cal.svg">۱۲ آذر ۱۴۰۲</li><li>محیط زیست</li></ul>',
        '<a href="https://www.youtube.com/@khabarfarda">کانال یوتیوب</a>',
    ],
)
def test_a_section_beside_an_icon_and_a_channel_are_no_authors(around: str) -> None:
    assert clean(f"<h1>{TITLE}</h1>{around}<div>{BODY}</div>{around}").authors == []


ICONS = {
    '<span><i class="fa fa-user"></i> مریم رضایی</span>': ["مریم رضایی"],
    '<i class="icon-user"></i><b>مریم رضایی</b>': ["مریم رضایی"],
    '<span><i data-lucide="user"></i></span><span>مریم رضایی</span>': ["مریم رضایی"],
    '<span><i class="bi bi-person"></i>مریم رضایی ۱۸ آذر ۱۴۰۰</span>': ["مریم رضایی"],
    '<span class="username">مریم رضایی</span> <i>۱۸ آذر ۱۴۰۰</i>': ["مریم رضایی"],
    '<b class="username">مریم رضایی</b><time>۳ ماه پیش</time>': ["مریم رضایی"],
    '<span><i class="fa fa-user"></i> حساب کاربری</span>': [],
    '<span><i class="fa fa-user"></i> مدیر سایت</span>': [],
    '<span><i class="fa fa-clock"></i> مریم رضایی</span>': [],
    '<span><i class="fa fa-user"></i> سبک زندگی</span>': [],
    '<span><i class="fa fa-user"></i> میهمان گرامی</span>': [],
    '<span><i class="fa fa-user"></i> ندای هرمزگان</span>': [],
    '<div class="best"><b class="username">مریم رضایی</b> چرا رأی دادند؟</div>': [],
    '<span class="user-select-none">مریم رضایی</span>': [],
}


@pytest.mark.parametrize(("line", "authors"), ICONS.items())
def test_behind_an_icon_of_a_person(line: str, authors: list[str]) -> None:
    page = f"<main><h1>{TITLE}</h1><div>{line}</div><div>{BODY}</div></main>"
    assert clean(page).authors == authors


@pytest.mark.parametrize("line", list(ICONS)[:5])
def test_icon_of_a_reader(line: str) -> None:
    below = clean(f"<main><h1>{TITLE}</h1><div>{BODY}</div><div>{line}</div></main>")
    menu = clean(f"<div>{line}</div><main><h1>{TITLE}</h1><div>{BODY}</div></main>")
    assert (below.authors, menu.authors) == ([], [])


@pytest.mark.parametrize(
    "line",
    [
        '<div class="author"><b>مهتاب رضایی</b> <small>پژوهشگر آموزش</small></div>',
        '<div class="author"><div><b>مهتاب رضایی</b> <small>وکیل</small></div></div>',
        '<span class="postauthor">مهتاب رضایی</span>',
        '<div class="contributors">نگارش از <b>مهتاب رضایی</b></div>',
    ],
)
def test_names_of_elements_and_offices_below_names(line: str) -> None:
    article = clean(f"<div><h1>{TITLE}</h1>{line}<p>۱۸ آذر ۱۴۰۰</p><div>{BODY}</div></div>")
    assert (article.authors, article.body) == (["مهتاب رضایی"], TEXT)


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("<span>مریم رضایی</span>، <span>علی کریمی</span>", ["مریم رضایی", "علی کریمی"]),
        ("<span>مریم رضایی</span> <span>علی کریمی</span>", ["مریم رضایی", "علی کریمی"]),
        ("<span>مهتاب رضایی</span> / <span>نگار شمس</span>", ["مهتاب رضایی", "نگار شمس"]),
        ("<span>محمد رضا</span> <span>حسینی</span>", ["محمد رضا حسینی"]),
        ("<b>مریم رضایی</b><small>خبرنگار اقتصادی</small>", ["مریم رضایی"]),
        (
            "<p><b>مریم رضایی</b><i>استادیار اقتصاد</i></p><p><b>علی کریمی</b><i>وکیل شهر</i></p>",
            ["مریم رضایی", "علی کریمی"],
        ),
    ],
)
def test_several_elements_in_the_author_s(names: str, authors: list[str]) -> None:
    line = f'<div class="authors">{names}</div><i>۱۸ آذر ۱۴۰۰</i>'
    assert clean(f"<div><h1>{TITLE}</h1>{line}<div>{BODY}</div></div>").authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("۱۸ آذر ۱۴۰۰ <span><i class='fa fa-user'></i> مریم رضایی</span>", ["مریم رضایی"]),
        ("<span><i class='fa fa-user'></i> مریم رضایی</span>", []),
        ("۱۸ آذر ۱۴۰۰ <span><i class='fa fa-user'></i> ورود اعضا</span>", []),
        (
            "<a href='/news/7'>مهلت تازه ثبت‌نام در شورا</a> ۱۸ آذر ۱۴۰۰ "
            "<span><i class='fa fa-user'></i> مریم رضایی</span>",
            [],
        ),
    ],
)
def test_icon_of_a_person_beside_a_day_above_the_title(line: str, authors: list[str]) -> None:
    page = f"<main><div><p>{line}</p></div><h1>{TITLE}</h1><div>{BODY}</div></main>"
    assert clean(page).authors == authors
    assert clean(f"<div><p>{line}</p></div>{MENU}{MENU}{page.replace(line, '')}").authors == []


def test_credit_of_the_site_beside_an_author() -> None:
    head = "<meta property='og:site_name' content='شورا نیوز'>"
    lines = "<p class='author'>مهتاب رضایی</p><p>عکس: شورا نیوز</p>"
    article = clean(f"{head}<div><h1>{TITLE}</h1>{lines}<div>{BODY}</div></div>")
    assert article.authors == ["مهتاب رضایی"]


def test_address_of_the_site_in_the_head_is_no_author() -> None:
    head = "<meta name='author' content='Council Herald (www.shora-nemoune.ir)'>"
    line = "<p class='author'>مهتاب رضایی</p>"
    article = clean(f"{head}<div><h1>{TITLE}</h1>{line}<div>{BODY}</div></div>")
    assert article.authors == ["مهتاب رضایی"]


def test_person_that_the_text_is_about_above_the_title() -> None:
    topic = '<div><a href="/person/1"><i class="icon-person"></i> مریم رضایی</a></div>'
    assert clean(f"<main>{topic}<h1>{TITLE}</h1><div>{BODY}</div></main>").authors == []


@pytest.mark.parametrize("name", ["reporter-photo", "author-post-image", "byline"])
def test_large_picture_in_an_element_called_the_author(name: str) -> None:
    figure = f"<figure class='{name}'><img src='/p/2.jpg' width='700' height='400'></figure>"
    article = clean(f"<article><h1>{TITLE}</h1>{figure}<div>{BODY}</div></article>")
    assert [image.url.rpartition("/")[2] for image in article.images] == ["2.jpg"]


def test_line_that_names_the_author_above_the_text() -> None:
    line = '<div class="contributors">نگارش از <b>مهتاب رضایی</b></div>'
    first, rest = BODY.split("</p>", 1)
    page = f"<article><h1>{TITLE}</h1>{line}{first}</p><div>{rest}</div></article>"
    assert TEXT[0] in (clean(page).lead, *clean(page).body[:1])


def test_company_in_the_head() -> None:
    page = f'<meta name="author" content="Arya Group"><h1>{TITLE}</h1><div>{BODY}</div>'
    assert clean(page).authors == []


def test_photographer_in_a_heading_below_the_text() -> None:
    page = f"<h1>{TITLE}</h1><div>{BODY}<h4>عکاس : آتنا حسینی</h4></div>"
    assert clean(page).authors == ["آتنا حسینی"]


@pytest.mark.parametrize(
    "below",
    [
        "<h3>نویسنده: آتنا حسینی</h3><div>ناشناس ۲۰ آبان ۱۴۰۲ - ۲۱:۰۰</div><p>خدا قوت به شما</p>",
        "<h4>عکاس: آتنا حسینی</h4><div><h4>جشن انار</h4><p>عکاس: رضا نوری</p></div>",
    ],
)
def test_line_below_the_authors_heading_is_of_something_else(below: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{BODY}</div>{below}")
    assert (article.authors, article.published_at) == (["آتنا حسینی"], None)


def test_photographer_of_the_next_album() -> None:
    album = "<div><h4>عکس: آتنا حسینی</h4><span>۱۲ مهر ۱۴۰۱ - ۰۸:۱۱</span></div>"
    article = clean(f"<h1>{TITLE}</h1><div>{BODY}</div>{album}")
    assert (article.authors, article.published_at) == ([], None)


def test_author_below_the_heading_of_another_story() -> None:
    other = "<h4>دیدار وزیر با مردم شهر</h4><div>خبرنگار: آتنا حسینی</div>"
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}</div>{other}").authors == []


@pytest.mark.parametrize("rules", [True, False])
@pytest.mark.parametrize(
    ("above", "below", "authors"),
    [
        ("<p><b>مریم رضایی</b></p>", "", ["مریم رضایی"]),
        ("<p>مریم رضایی</p><p>مربی جوشکاری</p>", "", ["مریم رضایی"]),
        # A person of the text, two speakers, a signature, no name of a person.
        ("<p>مریم رضایی</p>", "<p>رضایی از نخستین زنان جوشکار شهر است.</p>", []),
        ("<p>مریم رضایی</p><p>او از نخستین زنان جوشکار شهر بود.</p>", "", []),
        ("<p>مریم رضایی</p>", "<p>علی کریمی</p>", []),
        ("", "<p>مریم رضایی</p>", []),
        ("<p><b>راه تازه</b></p>", "", []),
    ],
)
def test_a_name_alone_above_the_text(
    above: str, below: str, authors: list[str], *, rules: bool
) -> None:
    html = f"""<html><head><title>{TITLE}</title><link href="/client/themes/x.css"></head><body>
        <article><h1 class="title">{TITLE}</h1>
        <div class="body">{above}{BODY}{below}</div></article></body></html>"""
    article = clean_html(html, "https://www.khabar-nemoune.ir/fa/news/1815/x", rules=rules)
    assert article.authors == authors


def test_who_is_named_as_the_author_counts_more_than_a_name_alone() -> None:
    line = '<div class="author">مهتاب رضایی</div>'
    article = clean(f"<article><h1>{TITLE}</h1>{line}<p>علی کریمی</p>{BODY}</article>")
    assert article.authors == ["مهتاب رضایی"]
