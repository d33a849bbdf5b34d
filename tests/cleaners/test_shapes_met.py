"""Shapes of pages that were met in captures of old and of rare sites, each with what it says."""

import pytest

from cleaners import NotAnArticle, clean_html
from tests.bare_pages import BODY, TEXT, TITLE, URL, clean


def test_long_rows_of_a_table_in_the_text() -> None:
    cell = "اتصال پیشرفته (رایانش ابری - اینترنت اشیا - نسل پنجم ارتباطات) و هوش مصنوعی"
    rows = "".join(f"<tr><td>فناوری {n}</td><td>{cell}</td></tr>" for n in ("نو", "زیستی", "سبز"))
    first, rest = BODY.split("</p>", 1)
    article = clean(f"<h1>{TITLE}</h1><div>{first}</p><table>{rows}</table>{rest}</div>")
    assert [line for line in article.body if line not in TEXT] == [
        f"فناوری {n} | {cell}" for n in ("نو", "زیستی", "سبز")
    ]


def test_dated_lines_in_the_text_are_of_it() -> None:
    letter = "شماره ۷۸۱۰۸ تاریخ ۱۳۷۳/۱۲/۲۲"
    lines = [*TEXT[:2], letter, *TEXT[2:]]
    body = "".join(f"<p>{line}</p>" for line in lines)
    assert clean(f"<h1>{TITLE}</h1><div>{body}</div>").body == lines


@pytest.mark.parametrize("rules", [True, False])
def test_line_that_leads_to_the_front_page_is_no_text(rules: bool) -> None:
    byline = '<a class="x" href="/">پایگاه خبری تحلیلی نمونه :</a>'
    page = f'<h1 class="title">{TITLE}</h1><div class="body">{byline}{BODY}</div>'
    assert clean(page, rules=rules).body == TEXT


def test_tags_without_links_below_their_label() -> None:
    tags = "<h4>برچسب ها:</h4><p>وزیر بهداشت</p><p>پزشک</p>"
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}{tags}</div>").body == TEXT


SHORT = [
    "ساعت چهار صبح است و بوی خمیر تا سر کوچه می‌آید.",
    "مهدی آستین‌ها را بالا زده و چانه می‌گیرد.",
    "نوزده سال دارد و دو ماه است کارآموز شده است.",
    "نان اول همیشه سهم گنجشک‌هاست.",
]
COMMENT = "این حرف‌ها را هر سال می‌زنند ولی وقتی پای عمل می‌رسد خبری نیست و ما سه سال است منتظریم."


def test_text_of_short_sentences_above_a_long_comment() -> None:
    body = "".join(f"<p>{line}</p>" for line in SHORT)
    comments = f"<div class='cm'><b>رضا</b><p>{COMMENT}</p></div>"
    assert clean(f"<h1>{TITLE}</h1><div>{body}</div>{comments}").body == SHORT


def test_short_lines_in_what_the_markup_calls_the_body() -> None:
    lines = [
        "نتایج دیدارها:",
        "شهداب یزد ۳ - مس رفسنجان صفر",
        "پیکان تهران یک - فولاد سیرجان ۳",
        "نیان الکترونیک ۳ - راهیاب صفر",
        "هفته دهم چهارشنبه برگزار می‌شود.",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines)
    lead = f'<div class="lead">{TEXT[0]}</div>'
    article = clean(f'<h1>{TITLE}</h1>{lead}<div class="news-text">{body}</div>')
    assert (article.lead, article.body) == (TEXT[0], lines)


def test_short_lines_beside_a_table() -> None:
    rows = "".join(f"<tr><td>کالا {n}</td><td>{n}۳,۰۰۰</td><td>{n}۵,۰۰۰</td></tr>" for n in "۴۵۶۷")
    first, last = "نرخ‌ها به تومان و برای یک کیلوست.", "میدان‌ها تا ساعت ۲۰ باز است."
    inside = f"<p>{first}</p><table>{rows}</table><p>{last}</p>"
    article = clean(f"<h1>{TITLE}</h1><div>{inside}</div><section><p>{COMMENT}</p></section>")
    assert (article.body[0], article.body[-1], len(article.body)) == (first, last, 6)


def test_one_paragraph_above_comments() -> None:
    items = "".join(f"<li><b>رضا</b><p>{COMMENT}</p></li>" for _ in range(4))
    comments = f'<div class="comment-items"><ul>{items}</ul></div>'
    page = f"<h1>{TITLE}</h1><div><p>{TEXT[0]}</p></div>{comments}"
    assert clean(page).body == [TEXT[0]]


def test_quotation_deeper_in_one_of_the_parts_of_a_text() -> None:
    part = '<div class="block"><div class="text">{}</div></div>'
    quote = f'<div class="block"><div class="quote"><div>{TEXT[2]}</div></div></div>'
    last = "پیش از این هم چنین رأیی داده بودند."
    parts = [part.format(TEXT[0]), part.format(TEXT[3]), quote, part.format(last)]
    page = f'<h1>{TITLE}</h1><div class="body">{"".join(parts)}</div>'
    assert clean(page).body == [TEXT[0], TEXT[3], TEXT[2], last]


def test_text_in_the_boxes_of_a_page_builder() -> None:
    def widget(number: str, kind: str, inside: str) -> str:
        names = f"elementor-element elementor-element-{number} elementor-widget"
        return f'<div class="{names} elementor-widget-{kind}"><div>{inside}</div></div>'

    boxes = [
        widget("38b58df", "text-editor", f"<p>{TEXT[0]}</p>"),
        widget("c9ad123", "heading", "<h2>هدف کارگاه</h2>"),
        widget("38b76ad", "text-editor", "<ul><li>کنترل دما</li><li>کنترل رطوبت</li></ul>"),
        widget("38c0829", "text-editor", f"<p>{TEXT[2]}</p><p>{TEXT[3]}</p>"),
    ]
    page = f"<h1>{TITLE}</h1><main><div>{''.join(boxes)}</div></main>"
    expected = [TEXT[0], "هدف کارگاه", "کنترل دما", "کنترل رطوبت", *TEXT[2:]]
    assert clean(page).body == expected


def test_verses_below_the_last_paragraph() -> None:
    verses = [f"باز هم صحبت از آن راز مگوست {n}" for n in "۱۲۳۴۵۶۷۸۹"]
    page = f"<div><h1>{TITLE}</h1>{BODY}{''.join(f'<p>{verse}</p>' for verse in verses)}</div>"
    assert clean(page).body == [*TEXT, *verses]


@pytest.mark.parametrize(
    "caption",
    [
        "<figcaption><span>توضیح تصویر، </span><p>{}</p></figcaption>",
        "<p>{}</p>",
        "<div>{}</div>",
    ],
)
def test_caption_of_a_figure_is_no_text(caption: str) -> None:
    figure = f"<figure><img src='a.jpg'>{caption.format('کارآموزان در کارگاه تازه')}</figure>"
    first, rest = BODY.split("</p>", 1)
    assert clean(f"<h1>{TITLE}</h1><div>{first}</p>{figure}{rest}</div>").body == TEXT


@pytest.mark.parametrize(
    "title", ["تماس با ما", "تماس با ما – گلخانه گستر", "درباره ما | نوای جنوب", "نقشه سايت"]
)
def test_page_of_a_site_about_itself_is_refused(title: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        clean(f"<div>{BODY}</div>", title=title)
    assert refused.value.reason == "empty"


def test_topic_with_an_introduction_is_a_listing() -> None:
    stories = "".join(
        f"<li><h3><a href='/node/{n}'>خبر شماره {n} از بازار کار و مهارت در استان</a></h3></li>"
        for n in range(700001, 700006)
    )
    page = f"<h1>مهارت</h1><p>{TEXT[0]}</p><ul>{stories}</ul>"
    with pytest.raises(NotAnArticle) as refused:
        clean(page, url="https://www.khabar-nemoune.ir/taxonomy/term/112", title="مهارت")
    assert refused.value.reason == "listing"


def test_text_on_a_page_with_a_gallery_of_another_story() -> None:
    gallery = '<div class="photo_body"><a href="/1.jpg"><img src="/1.jpg"></a></div>'
    inside = f'<h1 class="title">{TITLE}</h1><p class="subtitle">{TEXT[0]}</p>'
    page = (
        f'<div class="khabar_dl">{inside}<div class="qq">{BODY}</div></div><aside>{gallery}</aside>'
    )
    mark = '<script src="/client/themes/fa/main/js/lib.iransamaneh_1.js"></script>'
    html = f"<html><head><title>{TITLE}</title>{mark}</head><body>{page}</body></html>"
    assert clean_html(html, URL, normalize=False).body[-3:] == TEXT[1:]


def test_item_of_one_sentence_above_comments() -> None:
    sentence = "شورا تفسیر تازه این اصل را امروز به رأی گذاشت و پذیرفت و منتشر کرد."
    items = "".join(f"<li><b>رضا</b><p>{COMMENT}</p></li>" for _ in range(3))
    comments = f'<h3>نظرات کاربران</h3><div class="comment-items"><ul>{items}</ul></div>'
    assert clean(f"<h1>{TITLE}</h1><div><p>{sentence}</p></div>{comments}").body == [sentence]


def test_text_between_a_lead_and_a_closing_note() -> None:
    note = "این صفحه خلاصه‌ای مستقل از گزارش روزنامه است و ممکن است در ترجمه آن خطایی باشد که نیست."
    short = [line + " " + line for line in SHORT]
    body = "".join(f"<p>{line}</p>" for line in short)
    inner = f'<p class="news-lead">{TEXT[0]}</p><div class="x">{body}</div><p class="n">{note}</p>'
    article = clean(f"<article><h1>{TITLE}</h1>{inner}</article>")
    assert article.lead == TEXT[0]
    assert article.body[: len(short)] == short


def test_element_of_the_whole_page_that_is_called_the_content() -> None:
    story = f"<div><h1>{TITLE}</h1><div>{BODY}</div></div>"
    side = "<div id='secondary'><h2>تازه‌ها</h2><p>تصادف اورژانس و مینی‌بوس ۱۲۰۰ بازدید</p></div>"
    head = "<link href='/wp-content/themes/x/style.css' rel='stylesheet'>"
    page = f'{head}<section class="container single-content">{story}{side}</section>'
    assert clean(page, rules=True).body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "خبرگزاری رویترز نوشت:",
        "پایگاه خبری پلیتیکو در گزارشی نوشت:",
        "یک نظر برای اصلاح قانون کار",
        "یک دیدگاه",
        "۷ پاسخ به «چرا»های آموزش مهارت",
    ],
)
@pytest.mark.parametrize("rules", [True, False])
def test_lines_of_a_text_that_look_like_furniture(line: str, rules: bool) -> None:
    lines = [*TEXT[:2], line, *TEXT[2:]]
    head = "<link href='/wp-content/themes/x/style.css' rel='stylesheet'>"
    body = "".join(f"<p>{text}</p>" for text in lines)
    page = f'{head}<article><h1>{TITLE}</h1><div class="entry-content">{body}</div></article>'
    assert clean(page, rules=rules).body == lines


def test_rating_beside_a_short_text_is_no_poll() -> None:
    stars = "".join(f'<input type=radio name=r value="{n}">' for n in range(1, 6))
    page = f'<h1>{TITLE}</h1><div class="content"><p>{TEXT[0]} آیا چنین است؟</p>{stars}</div>'
    assert clean(page).body == [f"{TEXT[0]} آیا چنین است؟"]


def test_short_comments_below_one_paragraph() -> None:
    said = "<p>خیلی خوب بود، ممنون از شما.</p>" * 5
    long = f"{TEXT[0]} {TEXT[1]}"
    assert clean(f"<h1>{TITLE}</h1><div><p>{long}</p></div><div class='c'>{said}</div>").body == [
        long
    ]


def test_long_table_below_the_text_stays_whole() -> None:
    rows = "".join(f"<tr><td>مرکز {n}</td><td>{n}۰</td></tr>" for n in range(200))
    page = f'<h1>{TITLE}</h1><div class="x">{BODY}<table>{rows}</table></div>'
    assert len(clean(page).body) == len(TEXT) + 200


def test_box_about_the_author_and_the_next_story() -> None:
    following = (
        '<p class="next_post_link"><a href="/n" rel="next">زلزله شمال استان را لرزاند</a></p>'
    )
    about = "عاشق فناوری است و از هشت سال پیش برای رسانه‌های فارسی درباره گوشی و رایانه می‌نویسد."
    box = f'<div class="authorboxs"><img src="a.png"><strong>پارسا</strong><p>{about}</p></div>'
    inner = f'<article class="x">{BODY}{following}</article>{box}'
    assert clean(f'<h1>{TITLE}</h1><div class="x">{inner}</div>').body == TEXT


def test_author_below_a_text_of_short_lines() -> None:
    text = f"<p>{'<br>'.join(SHORT)}</p><p class='muted'>نویسنده: حمید فلاح</p>"
    article = clean(f"<div><h1>{TITLE}</h1>{text}<a href='/'>بازگشت</a></div>")
    assert (article.body, article.authors) == (SHORT, ["حمید فلاح"])


ABOUT = "مرکز یاد شده در سال ۱۳۸۹ بنیاد نهاده شد و تا امروز بیش از دو هزار کارآموز را پذیرفته است."
GRID = (
    '<div class="row"><div class="col-2"><img src="a.png"></div><div class="col-10">{}</div></div>'
)


@pytest.mark.parametrize("lines", [[ABOUT], [ABOUT, TEXT[2]]], ids=["one", "two"])
def test_paragraphs_in_a_grid_between_subheadings(lines: list[str]) -> None:
    grid = GRID.format("".join(f"<p>{line}</p>" for line in lines))
    text = [*TEXT[:2], "پیشینهٔ مرکز", *lines, "راه‌های تماس", TEXT[3]]
    first = "".join(f"<p>{line}</p>" for line in TEXT[:2])
    last = f"<h3>{text[-2]}</h3><p>{TEXT[3]}</p>"
    assert clean(f"<div><h1>{TITLE}</h1>{first}<h3>{text[2]}</h3>{grid}{last}</div>").body == text


def test_box_with_a_heading_of_its_own_is_no_part_of_the_text() -> None:
    box = f'<div class="ad"><h3>درباره مرکز</h3><div><p>{ABOUT}</p><p>{ABOUT[:-3]}</p></div></div>'
    first = "".join(f"<p>{line}</p>" for line in TEXT[:2])
    rest = "".join(f"<h3>بخش {n}</h3><p>{line}</p>" for n, line in enumerate(TEXT[2:]))
    body = clean(f"<div><h1>{TITLE}</h1><div>{first}{box}{rest}</div></div>").body
    assert ABOUT not in body


VERSES = [
    "نخستین برگ که بر آب نشست",
    "کسی از پل گذشت و آواز خواند",
    "باد همان را به کوه گفت",
    "و کوه تا شب خاموش ماند",
    "و شب از خاموشی او پر شد",
]


@pytest.mark.parametrize(
    "last",
    ['<a href="https://wiki.example.org/x">رها آزاد،</a> ترجمهٔ کیان یوسفی', "رها آزاد، کیان یوسفی"],
    ids=["a link in it", "no link"],
)
def test_signature_of_a_poem_above_links_to_others(last: str) -> None:
    lines = "".join(f"<p>{verse}</p>" for verse in VERSES)
    others = "".join(f'<li><a href="/p/{n}">{verse}</a></li>' for n, verse in enumerate(VERSES))
    page = f"<h1>{TITLE}</h1><div>{lines}<p>{last}</p><h3>از این دفتر</h3><ul>{others}</ul></div>"
    body = clean(page).body
    assert body[:-1] == VERSES
    assert body[-1].startswith("رها آزاد،")


def test_line_below_a_poem_that_is_mostly_a_link_is_not_of_it() -> None:
    lines = "".join(f"<p>{verse}</p>" for verse in VERSES)
    link = '<p>نیز: <a href="/p/7">شعرهای دیگر همین دفتر را در اینجا ببینید</a></p>'
    assert clean(f"<h1>{TITLE}</h1><div>{lines}{link}</div>").body == VERSES


CALL = "برای نام‌نویسی در دوره‌های پاییز با این شماره‌ها تماس بگیرید."


@pytest.mark.parametrize("rules", [True, False])
@pytest.mark.parametrize(
    "phones",
    [["09120000000", "66000000", "44000000"], ["۰۲۱-۶۶۰۰۰۰۰۰"], ["44000000", "021 66000000"]],
    ids=["three", "a dash", "blanks"],
)
def test_phones_on_the_last_lines(phones: list[str], rules: bool) -> None:
    lines = [*TEXT, CALL, *phones]
    text = "".join(f"<p>{line}</p>" for line in lines)
    head = "<link href='/wp-content/themes/x/style.css' rel='stylesheet'>"
    page = f'{head}<article><h1>{TITLE}</h1><div class="entry-content">{text}</div></article>'
    assert clean(page, rules=rules).body == lines


@pytest.mark.parametrize("code", ["17302", "9919**2047", "۷۳۳۶/۶۰۴۳", "66000000"])
def test_number_of_a_reporter_on_the_last_line(code: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}<p>{code}</p></div>").body == TEXT


def test_text_in_a_table_called_the_text() -> None:
    cells = {"rutitr": "در نامه‌ای به شورا", "titr": TITLE, "lead": TEXT[0]}
    cells["news-body"] = "".join(f"<p>{line}</p>" for line in TEXT[1:3])
    rows = "".join(f'<tr><td class="{name}">{cell}</td></tr>' for name, cell in cells.items())
    facts = "<tr><td>۱۴۰۲/۰۹/۱۲ - ۱۳:۲۷</td><td>شماره: ۴۵۱۲</td></tr>"
    html = f'<title>نوای جنوب</title><table class="news-text">{facts}{rows}</table>'
    article = clean_html(html, URL, rules=False, normalize=False)
    assert (article.title, article.lead, article.body) == (TITLE, TEXT[0], TEXT[1:3])


NOTICE = "کارگاه‌های آموزشی مرکز در مردادماه به شرح زیر برگزار می‌شود."
ITEMS = ["کارگاه قالی‌بافی", "کارگاه تعمیر کولر", "کارگاه کار با اکسل"]


@pytest.mark.parametrize("kind", ["list", "table"])
def test_notice_of_a_sentence_and_a_list(kind: str) -> None:
    rows = {
        "list": f"<ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul>",
        "table": f"<table>{''.join(f'<tr><td>{item}</td></tr>' for item in ITEMS)}</table>",
    }
    day = "<div>تاریخ درج: ۱۳۹۷/۰۴/۲۹</div>"
    page = f"<div><h2>{TITLE}</h2>{{}}<div><p>{NOTICE}</p>{rows[kind]}</div></div>"
    article = clean(page.format(day), url="http://tvto-nemoune.ir/news.aspx?n=a")
    assert article.body == [NOTICE, *ITEMS]
    assert article.published_at == "2018-07-20"
    with pytest.raises(NotAnArticle):
        clean(page.format(""), url="http://tvto-nemoune.ir/news.aspx?n=a")


def test_subheadings_and_items_among_short_lines() -> None:
    lines = [
        "<p>اگر در ویندوز فارسی تایپ می‌کنید، حتماً با مشکل نیم‌فاصله روبه‌رو شده‌اید.</p>",
        "<h3>گام اول</h3>",
        "<p>ابتدا فایل صفحه‌کلید استاندارد را دریافت کنید و آن را باز کنید.</p>",
        "<h3>گام دوم</h3>",
        "<ol><li>فایل را اجرا کنید.</li><li>رایانه را دوباره راه‌اندازی کنید.</li></ol>",
    ]
    body = clean(f"<main><h1>{TITLE}</h1><div>{''.join(lines)}</div></main>").body
    assert len(body) == 6
    assert body[1] == "گام اول"


def test_paragraph_before_one_with_line_breaks_is_no_lead() -> None:
    broken = "<br>".join(TEXT[1:])
    article = clean(f"<h1>{TITLE}</h1><div><p>{TEXT[0]}</p><p>{broken}</p></div>")
    assert (article.lead, article.body) == (None, TEXT)


def test_line_above_what_is_called_the_body_is_the_lead() -> None:
    lead = (
        "شورا نامه‌هایی را که درباره این اصل رسیده بود در نشست امروز خود یک به یک خواند و رأی داد."
    )
    inner = f"<span>{lead}</span><div class='articleBody'>{'<br>'.join(TEXT)}</div>"
    article = clean(f"<div><h1>{TITLE}</h1>{inner}</div>")
    assert (article.lead, article.body) == (lead, TEXT)


def test_summary_below_a_second_headline() -> None:
    summary = "شورا نامه‌هایی را که درباره این اصل رسیده بود یک به یک خواند."
    head = f"<h2 class='subTitle'>در پاسخ به سه نامه</h2><div class='summary'>{summary}</div>"
    assert clean(f"<div><h1>{TITLE}</h1>{head}<div>{BODY}</div></div>").lead == summary


def test_name_of_the_office_is_no_title() -> None:
    office = "اداره کل آموزش فنی و حرفه‌ای استان همدان"
    story = "نشست شورای مهارت استان برگزار شد"
    table = (
        f"<table><tr><td>{office}</td></tr><tr><td>{{}}</td></tr><tr><td>{BODY}</td></tr></table>"
    )
    assert clean(table.format(story), title=office).title == story
    about = "سازمان آموزش فنی و حرفه‌ای در مسیر تحول"
    assert clean(table.format(story), title=about).title == about


def test_table_in_a_figure_above_a_short_last_line() -> None:
    rows = "<tr><td>مدل</td><td>امتیاز</td></tr><tr><td>الف</td><td>۲۱</td></tr>"
    table = f"<figure><table>{rows}</table></figure>"
    last = "این رقم‌ها نهایی نیست."
    body = clean(f"<h1>{TITLE}</h1><div>{BODY}{table}<p>{last}</p></div>").body
    assert body == [*TEXT, "مدل | امتیاز", "الف | ۲۱", last]


def test_picture_that_a_link_shows_larger() -> None:
    picture = "<a class='modal' href='/m/1_XL.jpg'><img src='/m/1.jpg'></a>"
    banner = "<div class='bsac'><a href='/go'><img src='/b.gif'></a></div>"
    article = clean(f"<div><h1>{TITLE}</h1><div>{picture}</div><div>{BODY}{banner}</div></div>")
    assert [image.url.rpartition("/")[2] for image in article.images] == ["1.jpg"]


def test_kicker_beside_a_wrapped_title_but_no_row_of_sections() -> None:
    kicker = "سخنگوی شورا خبر داد"
    assert (
        clean(f"<div><div>{kicker}</div><div><h1>{TITLE}</h1></div>{BODY}</div>").kicker == kicker
    )
    sections = "<div class='kicker'><a href='/c/1'>اقتصاد</a><a href='/c/2'>آلمان</a></div>"
    assert clean(f"<div>{sections}<h1>{TITLE}</h1>{BODY}</div>").kicker is None


def test_sum_in_a_text() -> None:
    lines = [*TEXT, "۴ × ۱۴ =", "پاسخ این پرسش در پایان همین بخش آمده است."]
    inside = "".join(f"<p>{line}</p>" for line in lines)
    assert clean(f"<h1>{TITLE}</h1><div>{inside}</div>").body == lines


@pytest.mark.parametrize("mark", ["og:type", "address"])
def test_only_text_of_a_video_is_its_lead(mark: str) -> None:
    meta = '<meta property="og:type" content="video.other">' if mark == "og:type" else ""
    url = "https://a.ir/video/812/" if mark == "address" else "https://a.ir/n/812/"
    text = f"<p class='lead'>{TEXT[0]}</p><video src='/1.mp4'></video>"
    article = clean(f"{meta}<div><h1>{TITLE}</h1>{text}</div>", url=url)
    assert (article.lead, article.body) == (TEXT[0], [])


def test_title_of_one_word_that_is_a_link_to_the_page_itself() -> None:
    latest = '<h3>آخرین پست ها</h3><ul><li><a href="/post/7">مساحت دایره</a></li></ul>'
    post = f'<h2><a href="/post/9">مسئله</a></h2><div class="matn">{BODY}</div>'
    page = f"<h1><a href='/'>وبلاگ ریاضی</a></h1>{latest}{post}"
    article = clean(page, url="http://riazi.blog.example.ir/post/9", title="وبلاگ ریاضی - مسئله")
    assert article.title == "مسئله"


def test_short_lines_in_a_box_to_print() -> None:
    lines = ["متن این بیانیه به شرح زیر است:", *SHORT[:1], "دبیرخانه همایش ملی مهارت"]
    inside = f'<h1 class="title">{TITLE}</h1><div class="matn">{"<br>".join(lines)}</div>'
    assert clean(f'<div class="print_con">{inside}</div>').body == lines


def test_name_and_address_of_the_site_above_the_title_are_no_kicker() -> None:
    site = '<span class="hat">- مهارت شمال - https://nemoune.ir -</span>'
    page = f"<header>{site}<h1>{TITLE}</h1></header><div>{BODY}</div>"
    assert clean(page).kicker is None
