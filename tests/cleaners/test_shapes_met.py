"""Shapes of pages that were met in captures of old and of rare sites, each with what it says."""

import pytest

from cleaners import Article, NotAnArticle, clean_html

URL = "https://www.shora-nemoune.ir/fa/news/1815"
TITLE = "تفسیر اصل هفتاد و سوم قانون اساسی"
TEXT = [
    "به گزارش روابط عمومی، شورا در نشست امروز خود درباره تفسیر این اصل گفت‌وگو کرد و رأی داد.",
    "سخنگوی شورا گفت: نامه‌هایی که در این باره رسیده بود یک به یک خوانده و بررسی شد.",
    "وی افزود: نظر شورا در روزنامه رسمی چاپ می‌شود و از همان روز لازم‌الاجرا خواهد بود.",
    "به گفته او، دو نامه دیگر نیز هفته آینده در دستور کار قرار می‌گیرد و پاسخ داده می‌شود.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
MENU = "<ul><li><a href='/a'>سیاسی</a></li><li><a href='/b'>اقتصادی</a></li></ul>"


def clean(inside: str, *, url: str = URL, title: str = TITLE, rules: bool = False) -> Article:
    html = f"<html><head><title>{title}</title></head><body>{inside}</body></html>"
    return clean_html(html, url, rules=rules, normalize=False)


@pytest.mark.parametrize("url", [URL, URL + "/another-slug", URL + "/title?utm_source=x"])
def test_linked_title_under_another_form_of_its_address(url: str) -> None:
    row = f'<div class="row"><h1><a href="/fa/news/1815/title">{TITLE}</a></h1>{{}}</div>'
    article = clean(row.format(f'<div class="row">{BODY}</div>'), url=url)
    assert (article.title, article.body) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "clock",
    [
        '<span class="date">جمعه ۱۶ آبان ۱۳۹۹ - ۱۰:۱۴</span>',
        "<div>جمعه ۱۶ آبان ۱۳۹۹ - ۱۰:۱۴</div>",
        '<time class="date_time">۱۰:۱۴ جمعه ۱۶ آبان ۱۳۹۹</time>',
    ],
)
def test_clock_of_the_page_with_a_time(clock: str) -> None:
    page = f"<header>{MENU}{clock}</header><div>۱۴:۳۸ ۱۳۹۶/۰۸/۰۸</div><h1>{TITLE}</h1>{BODY}"
    assert clean(page).published_at == "2017-10-30T14:38:00+03:30"


def test_day_above_the_title_that_is_told_twice_is_no_clock() -> None:
    crumbs = "<div>روزنامه نمونه، شماره ۴۶۲، سه‌شنبه ۱ خرداد ۱۳۸۶</div>"
    archive = "<section><div>آرشیو سه‌شنبه ۱ خرداد ۱۳۸۶، شماره ۴۶۲</div></section>"
    article = clean(f"{crumbs}{archive}<article><h1>{TITLE}</h1>{BODY}</article>")
    assert article.published_at == "2007-05-22"


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


def test_site_name_below_the_text_is_no_title() -> None:
    page = f'<div class="title">{TITLE}</div><div>{BODY}</div><div>© نوای جنوب</div>'
    assert clean(page, title="نوای جنوب").title == TITLE


def test_heading_of_a_module_is_no_title() -> None:
    page = f"<div><h3>مشروح خبر</h3><span>{TITLE}</span><div>{BODY}</div></div>"
    assert clean(page, title="آران").title == TITLE


def test_name_behind_a_bar_is_no_headline() -> None:
    assert clean(f"<div>{BODY}</div>", title=f"{TITLE} | شازده مسافر").title == TITLE


@pytest.mark.parametrize(
    "title", ["تماس با ما", "تماس با ما – گلخانه گستر", "درباره ما | نوای جنوب"]
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


def test_date_of_a_comment_comes_last_by_rules() -> None:
    comment = "<div class='comments'><time>۲۹ آبان ۱۴۰۴ ۱۰:۱۰</time><p>سپاس</p></div>"
    date = '<time datetime="2025-11-15T08:45:00+03:30"></time>'
    entry = f'<div class="entry-content">{BODY}</div>'
    page = f"<article class='post'><h1>{TITLE}</h1>{comment}{entry}{date}</article>"
    assert clean(page, rules=True).published_at == "2025-11-15T08:45:00+03:30"


def test_first_lines_in_an_element_of_their_own_are_no_lead() -> None:
    first = f"<div><strong>{TITLE} :</strong><br>{TEXT[0]}</div>"
    page = f'<h1>{TITLE}</h1><div class="body">{first}<div>{"<br>".join(TEXT[1:])}</div></div>'
    assert (clean(page).lead, clean(page).body) == (None, TEXT)


def test_item_of_one_sentence_above_comments() -> None:
    sentence = "شورا تفسیر تازه این اصل را امروز به رأی گذاشت و پذیرفت و منتشر کرد."
    items = "".join(f"<li><b>رضا</b><p>{COMMENT}</p></li>" for _ in range(3))
    comments = f'<h3>نظرات کاربران</h3><div class="comment-items"><ul>{items}</ul></div>'
    assert clean(f"<h1>{TITLE}</h1><div><p>{sentence}</p></div>{comments}").body == [sentence]


def test_clock_above_everything() -> None:
    clock = '<div class="date">جمعه ۱۶ آبان ۱۳۹۹ - ۱۰:۱۴</div>'
    told = "<p>۸ آبان ۱۳۹۶ | ۱۴:۳۸ کد: ۲۰۲۹۷۷۷ انتخاب سردبیر</p>"
    page = f"{clock}<div><h1>{TITLE}</h1>{told}<div>{BODY}</div></div>"
    assert clean(page).published_at == "2017-10-30T14:38:00+03:30"


def test_text_between_a_lead_and_a_closing_note() -> None:
    note = "این صفحه خلاصه‌ای مستقل از گزارش روزنامه است و ممکن است در ترجمه آن خطایی باشد که نیست."
    short = [line + " " + line for line in SHORT]
    body = "".join(f"<p>{line}</p>" for line in short)
    inner = f'<p class="news-lead">{TEXT[0]}</p><div class="x">{body}</div><p class="n">{note}</p>'
    article = clean(f"<article><h1>{TITLE}</h1>{inner}</article>")
    assert article.lead == TEXT[0]
    assert article.body[: len(short)] == short


def test_date_and_code_below_the_end_mark() -> None:
    facts = "<div>شماره خبر : 69404 - سه‌شنبه ۸ آبان ۱۳۹۶ ساعت ۱۴:۳۸</div>"
    page = f"<h1>{TITLE}</h1><div>{BODY}<p>انتهای پیام/</p></div>{facts}<h3>نظرات</h3>"
    article = clean(page, url="https://www.khabar-nemoune.ir/x.html")
    assert article.published_at == "2017-10-30T14:38:00+03:30"
    assert (article.news_code, article.body) == ("69404", TEXT)


def test_day_beside_a_code_above_the_title_is_no_clock() -> None:
    row = "<div><span>کد خبر: 81124</span></div><div><i></i><span>۸ آبان ۱۳۹۶</span></div>"
    page = f"<div><div>{row}</div><section><h1>{TITLE}</h1></section><div>{BODY}</div></div>"
    assert clean(page).published_at == "2017-10-30"


def test_class_for_paper_is_no_name() -> None:
    row = '<div class="flex print:hidden"><time>۸ آبان ۱۳۹۶ - ۱۴:۳۸</time></div>'
    assert clean(f"<h1>{TITLE}</h1>{row}{BODY}").published_at == "2017-10-30T14:38:00+03:30"


def test_code_glued_to_the_date() -> None:
    line = "<div>سرویس:سیاسی،تاریخ :۱۳۹۶/۰۸/۰۸ - ۱۴:۳۸شناسه خبر : 53412</div>"
    article = clean(f"<h1>{TITLE}</h1>{line}{BODY}", url="https://www.khabar-nemoune.ir/x.html")
    assert (article.news_code, article.published_at) == ("53412", "2017-10-30T14:38:00+03:30")


@pytest.mark.parametrize(
    "layout",
    [
        '<p class="text-lg">{}</p><div class="prose">{}</div>',
        '<div class="post"><div class="exprt"><p>{}</p></div>{}</div>',
        '<div class="le"><p>{}</p></div><div class="cone">{}</div>',
    ],
)
def test_lead_apart_from_the_text(layout: str) -> None:
    lead = "شورا در نشست امروز خود درباره تفسیر این اصل گفت‌وگو کرد و آن را به اتفاق آرا پذیرفت."
    rest = "".join(f"<p>{line}</p>" for line in TEXT[1:])
    article = clean(f"<article><h1>{TITLE}</h1>{layout.format(lead, rest)}</article>")
    assert (article.lead, article.body) == (lead, TEXT[1:])


def test_kicker_right_above_the_title_without_a_colon() -> None:
    kicker = "با حضور ۶۰ هنرمند"
    page = f"<header><span>{kicker}</span><h1>{TITLE}</h1></header>{BODY}"
    assert clean(page).kicker == kicker


def test_section_above_the_title_is_no_kicker() -> None:
    assert clean(f"<header><span>اقتصاد</span><h1>{TITLE}</h1></header>{BODY}").kicker is None


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


def test_headline_with_a_name_s_ending() -> None:
    title = "آغاز ثبت‌نام دوره‌های مهارتی آنلاین"
    assert clean(f"<h1>{title}</h1>{BODY}", title=f"{title} | ایران امروز").title == title


def test_headline_that_begins_with_an_agency() -> None:
    title = "خبرگزاری فارس هک شد"
    assert clean(f"<h1>{title}</h1>{BODY}", title=f"{title} | ایران امروز").title == title


def test_headline_with_a_dash() -> None:
    title = "تهران - پاریس؛ پرواز تازه از آبان آغاز می‌شود"
    article = clean(f"<h1>{title}</h1>{BODY}", title=f"{title} | ایرنا")
    assert (article.kicker, article.title) == (None, title)


@pytest.mark.parametrize("title", ["درباره ما و همسایگان", "نقد فیلم - درباره ما - روایت یک نسل"])
def test_headline_with_the_words_of_an_own_page(title: str) -> None:
    assert clean(f"<h1>{title}</h1>{BODY}", title=title).body == TEXT


def test_long_table_below_the_text_stays_whole() -> None:
    rows = "".join(f"<tr><td>مرکز {n}</td><td>{n}۰</td></tr>" for n in range(200))
    page = f'<h1>{TITLE}</h1><div class="x">{BODY}<table>{rows}</table></div>'
    assert len(clean(page).body) == len(TEXT) + 200
