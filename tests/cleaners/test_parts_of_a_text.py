"""Lists, tables, quotations and rows of facts that belong to the text of an unknown page."""

import pytest

from cleaners import Article
from tests.bare_pages import BODY, TEXT, TITLE, clean

LEAD = "شورا در نشستی که امروز برگزار شد درباره تفسیر اصل هفتاد و سوم رأی داد و نظر خود را نوشت."


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (
            "<ul><li>نظر شورا قطعی است.</li><li>نامه‌ها بررسی شد.</li></ul>",
            ["نظر شورا قطعی است.", "نامه‌ها بررسی شد."],
        ),
        (
            "<table><tr><td>موافق</td><td>۹</td></tr><tr><td>مخالف</td><td>۳</td></tr></table>",
            ["موافق | ۹", "مخالف | ۳"],
        ),
        (
            "<h3>نامه‌ها</h3><ul><li>نامه استانداران شرقی</li><li>نامه کانون وکلا</li></ul>",
            ["نامه‌ها", "نامه استانداران شرقی", "نامه کانون وکلا"],
        ),
        ("<ul><li>چاپ</li><li>ارسال به دوستان</li></ul>", []),
        ("<ul><li>نظر شورا قطعی است.</li><li>کد خبر: ۱۸۱۵</li></ul>", []),
        ("<ul><li><a href='/a'>نظر شورا قطعی است.</a></li><li>نامه‌ها رسید.</li></ul>", []),
    ],
)
def test_between_lead_and_text(part: str, lines: list[str]) -> None:
    page = f"<h1>{TITLE}</h1><p class='lead'>{LEAD}</p>{part}<div class='matn'>{BODY}</div>"
    article = clean(page)
    assert (article.lead, article.body) == (LEAD, lines + TEXT)


def test_table_beside_the_last_paragraph() -> None:
    rows = "<tr><td>موافق</td><td>۹</td></tr><tr><td>مخالف</td><td>۳</td></tr>"
    article = clean(f"<div class='post'><h1>{TITLE}</h1>{BODY}<table>{rows}</table></div>")
    assert article.body == [*TEXT, "موافق | ۹", "مخالف | ۳"]


def test_table_beside_lines_without_paragraphs() -> None:
    rows = "<tr><td>موافق</td><td>۹</td></tr><tr><td>مخالف</td><td>۳</td></tr>"
    lines = "<br><br>".join(TEXT)
    article = clean(f"<div><h1>{TITLE}</h1><div>{lines}<table>{rows}</table></div></div>")
    assert article.body == [*TEXT, "موافق | ۹", "مخالف | ۳"]


def rows(*cells: tuple[str, str]) -> str:
    return "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in cells)


FURNITURE = {
    "facts": f"<table>{rows(('کد خبر', '۷۷۱۲۰'), ('خبرنگار', 'رضا کریمی'))}</table>",
    "counts": f"<table>{rows(('تعداد بازدید', '۱۲۳'), ('آخرین ویرایش', 'دیروز'))}</table>",
    "votes": f"<table>{rows(('امتیاز', '۴.۵'), ('رای‌ها', '۱۲'))}</table>",
    "rates": f"<table>{rows(('نرخ ارز', 'فروش'), ('دلار', '۵۱۲۰۰'))}</table>",
    "a list of rates": "<h4>نرخ ارز</h4><ul><li>دلار ۵۱۲۰۰ تومان</li><li>یورو ۵۵ تومان</li></ul>",
    "weather": f"<table class='weather'>{rows(('تهران', '۱۲'), ('تبریز', '۵'))}</table>",
    "files": f"<table>{rows(('نام فایل', 'حجم'), ('nameh.pdf', '120 KB'))}</table>",
}


@pytest.mark.parametrize("part", FURNITURE.values(), ids=FURNITURE)
def test_tables_and_lists_of_the_page_are_no_text(part: str) -> None:
    below = clean(f"<div class='post'><h1>{TITLE}</h1>{BODY}{part}</div>")
    lead = f"<p class='lead'>{LEAD}</p>"
    above = clean(f"<div class='post'><h1>{TITLE}</h1>{lead}{part}<div>{BODY}</div></div>")
    assert (below.body, above.body) == (TEXT, TEXT)


def test_section_and_reporter_in_a_table_above_the_text() -> None:
    table = f"<table>{rows(('سرویس', 'حقوق'), ('خبرنگار', 'رضا کریمی'))}</table>"
    lead = f"<p class='lead'>{LEAD}</p>"
    page = f"<div class='post'><h1>{TITLE}</h1>{lead}{table}<div>{BODY}</div></div>"
    assert clean(page).body == TEXT


@pytest.mark.parametrize(
    "part",
    [
        f"<table>{rows(('گروه', 'الف'), ('تیم', 'شورا'))}</table>",
        f"<table>{rows(('سرویس', 'حقوق'), ('خبرنگار', 'رضا کریمی'))}</table>",
        f"<table>{rows(('گزارش', 'رضا کاظمی'), ('عکس', 'علی کریمی'))}</table>",
        f"<table>{rows(('دیدار', 'ایران'), ('زمان', 'ساعت ۱۸:۰۰'))}</table>",
        f"<table>{rows(('موضوع', 'بودجه'), ('بخش', 'اقتصادی'))}</table>",
        f"<table>{rows(('نامه‌ها', 'شمار'), ('تاریخ', '۲۰ آذر'), ('استانداران', '۹'))}</table>",
    ],
)
def test_tables_with_one_such_label_are_of_the_text(part: str) -> None:
    article = clean(f"<div class='post'><h1>{TITLE}</h1>{BODY}{part}</div>")
    assert len(article.body) == len(TEXT) + part.count("<tr>")


def test_rates_that_the_text_is_about() -> None:
    table = f"<table>{rows(('نرخ ارز', 'فروش'), ('دلار', '۵۱۲۰۰'))}</table>"
    text = BODY.replace("نظر شورا", "نرخ ارز")
    article = clean(f"<div class='post'><h1>{TITLE}</h1>{text}{table}</div>")
    assert article.body[len(TEXT) :] == ["نرخ ارز | فروش", "دلار | ۵۱۲۰۰"]


def test_weather_that_the_text_is_about() -> None:
    table = f"<table class='weather'>{rows(('تهران', '۱۲'), ('تبریز', '۵'))}</table>"
    text = BODY.replace("نظر شورا", "هوای استان")
    article = clean(f"<div class='post'><h1>{TITLE}</h1>{text}{table}</div>")
    assert article.body[len(TEXT) :] == ["تهران | ۱۲", "تبریز | ۵"]


GOLD = rows(("سکه امامی", "۵۲"), ("نیم سکه", "۲۸"))
ITEMS = "<ul><li>تهران: بارانی</li><li>رشت: برفی</li></ul>"


@pytest.mark.parametrize(
    ("title", "part", "last"),
    [
        (
            "طلا و سکه گران شد",
            f"<table>{rows(('قیمت سکه', '-'))}{GOLD}</table>",
            "نیم سکه | ۲۸",
        ),
        ("طلا و سکه گران شد", f"<table class='currency-table'>{GOLD}</table>", "نیم سکه | ۲۸"),
        ("طلا و سکه گران شد", "<h3>قیمت سکه</h3><ul><li>نیم سکه: ۲۸</li></ul>", "نیم سکه: ۲۸"),
        ("سرما در راه است", f"<h3>وضعیت آب و هوا</h3>{ITEMS}", "رشت: برفی"),
        ("تهران فردا برفی می‌شود", f"<div class='weather'>{ITEMS}</div>", "رشت: برفی"),
        (
            "فردا اول ماه رمضان است",
            f"<table>{rows(('اوقات شرعی به افق تهران', 'مغرب'), ('اول', '۱۸:۰۵'))}</table>",
            "اول | ۱۸:۰۵",
        ),
    ],
)
def test_widgets_that_the_title_is_about(title: str, part: str, last: str) -> None:
    page = f"<div class='post'><h1>{title}</h1><div class='matn'>{BODY}{part}</div></div>"
    assert clean(page, title=title).body[-1] == last


def test_planes_are_no_weather() -> None:
    title = "هواپیماهای تازه در راه است"
    page = f"<div class='post'><h1>{title}</h1>{BODY}<h3>وضعیت آب و هوا</h3>{ITEMS}</div>"
    assert clean(page, title=title).body == TEXT


@pytest.mark.parametrize("label", ["<h3>فهرست مطالب</h3>", "<h3>در همین زمینه</h3>", ""])
def test_table_of_contents_below_a_lead(label: str) -> None:
    items = ("نامه‌ها چه بود", "نظر شورا چیست")
    contents = f"{label}<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    parts = f"<h3>{items[0]}</h3>{BODY}<h3>{items[1]}</h3>{BODY.replace('شورا', 'انجمن')}"
    page = f"<h1>{TITLE}</h1><p class='lead'>{LEAD}</p>{contents}<div class='matn'>{parts}</div>"
    assert [clean(page).body.count(item) for item in items] == [1, 1]


def test_table_of_links_below_the_text() -> None:
    rows = "<tr><td><a href='/a'>نشست پیشین شورا</a></td><td>۹</td></tr>"
    article = clean(f"<div class='post'><h1>{TITLE}</h1>{BODY}<table>{rows}</table></div>")
    assert article.body == TEXT


def test_text_goes_on_below_an_advertisement() -> None:
    ad = "<div><span>- تبلیغات -</span><a href='https://ad.ir'><img src='/a.gif'></a></div>"
    quoted = "نظر شورا همان است که در روزنامه رسمی آمده و تغییری نکرده."
    last = "نشست بعدی شنبه است."
    below = f"{ad}<blockquote><p>{quoted}</p></blockquote><p>{last}</p>"
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}{below}</div>").body == [*TEXT, quoted, last]


def test_signature_of_two_lines_below_a_short_line() -> None:
    lines = [*TEXT, "از همراهی شما سپاسگزاریم.", "با احترام", "دبیر جلسه"]
    article = clean(f"<h1>{TITLE}</h1><div>{'<br>'.join(lines)}</div><div>بازگشت به فهرست</div>")
    assert article.body == lines


def test_heading_of_a_part_below_the_last_long_paragraph() -> None:
    part = "<h2>پرسش‌های پرتکرار</h2><h3>نظر شورا قطعی است؟</h3><p>بله، نظر شورا قطعی است.</p>"
    article = clean(f"<article><h1>{TITLE}</h1>{BODY}<div class='faq'>{part}</div></article>")
    assert article.body[len(TEXT) :] == [
        "پرسش‌های پرتکرار",
        "نظر شورا قطعی است؟",
        "بله، نظر شورا قطعی است.",
    ]


OTHER = "<div><a href='/news/5'>نشست هفته پیش شورا</a></div>"
ITEMS = "<ul><li>رأی مخفی بود</li><li>مهلت یک سال است</li></ul>"


def test_headings_above_lists_at_the_end() -> None:
    lists = f"{OTHER}<p>نشست پایان یافت.</p><h3>نکته‌ها</h3>{ITEMS}<h3>پیامدها</h3>{ITEMS}"
    first, rest = f"<p>{TEXT[0]}</p>", "".join(f"<p>{line}</p>" for line in TEXT[1:])
    article = clean(f"<article><h1>{TITLE}</h1>{first}<div>{rest}{lists}</div></article>")
    items = ["رأی مخفی بود", "مهلت یک سال است"]
    assert article.body[-7:] == ["نشست پایان یافت.", "نکته‌ها", *items, "پیامدها", *items]


@pytest.mark.parametrize("heading", ["عکاس: رضا کاظمی", "<a href='/n'>نکته‌ها</a>"])
def test_other_headings_above_lists_at_the_end(heading: str) -> None:
    first, rest = f"<p>{TEXT[0]}</p>", "".join(f"<p>{line}</p>" for line in TEXT[1:])
    lists = f"{OTHER}<p>نشست پایان یافت.</p><h3>{heading}</h3>{ITEMS}"
    article = clean(f"<article><h1>{TITLE}</h1>{first}<div>{rest}{lists}</div></article>")
    assert article.body[-3:] == ["نشست پایان یافت.", "رأی مخفی بود", "مهلت یک سال است"]


def test_report_under_clocks_is_no_list_of_comments() -> None:
    hours = ("۲۳:۴۰", "۱۹:۱۵", "ساعت ۱۲:۰۵")
    ticks = "".join(
        f"<section><time>{hour}</time><h3>خبر تازه از نشست شورا</h3><p>{text}</p></section>"
        for hour, text in zip(hours, TEXT, strict=False)
    )
    article = clean(f"<h1>{TITLE}</h1><div><p>{LEAD}</p></div><div>{ticks}</div>")
    assert [line for line in article.body if line in TEXT] == TEXT[:3]


OFFERS = [
    "<h3>مشاوره تلفنی 051-38410000</h3><p>کارشناسان ما همه روزه پاسخگوی شما هستند.</p>",
    "<p>برای دریافت مشاوره تلفنی با شماره ۰۲۱۹۱۰۰۱۱۲۲ تماس بگیرید.</p>",
]


@pytest.mark.parametrize("offer", OFFERS)
def test_offer_of_advice_below_the_text(offer: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}{offer}</div>").body == TEXT


def test_number_to_call_below_the_text() -> None:
    call = "شهروندان می‌توانند برای مشاوره با شماره ۱۴۸۰ تماس بگیرند."
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}<p>{call}</p></div>").body == [*TEXT, call]


def test_note_of_an_old_theme_below_the_text() -> None:
    note = (
        "این مطلب در چهارشنبه، ۱۶ اسفند ۱۳۹۱ در ساعت ۱۸:۴۰ نوشته شده و در دسته "
        "<a rel='category tag' href='/category/env'>محیط زیست</a> قرار گرفته است. "
        "شما می‌توانید پاسخ‌ها به این نوشته را با خوراک <a href='/feed'>RSS 2.0</a> دنبال کنید."
    )
    article = clean(f"<h1>{TITLE}</h1><div>{BODY}<p>{note}</p></div>")
    assert (article.body, article.section) == (TEXT, ["محیط زیست"])


# Facts about a thing that the article is about


@pytest.mark.parametrize("tag", ["p", "li"])
def test_event_in_the_text(tag: str) -> None:
    event = ["زمان: چهارشنبه ۱۷ آذر ۱۴۰۰ ساعت ۹ صبح", "مکان: کرمان، ساختمان شورا، طبقه سوم"]
    rows = "".join(f"<{tag}>{row}</{tag}>" for row in event)
    first, rest = BODY.split("</p>", 1)
    article = clean(f"<h1>{TITLE}</h1><div>{first}</p>{rows}{rest}</div>")
    assert article.body == [TEXT[0], *event, *TEXT[1:]]


def test_notice_of_an_event_in_short_lines() -> None:
    notice = [
        TEXT[0],
        "زمان: چهارشنبه ۱۷ آذر ۱۴۰۰ ساعت ۹ صبح",
        "مکان: کرمان، ساختمان شورا، طبقه سوم",
        "همراه داشتن این مدارک الزامی است:",
        "اصل کارت ملی",
        "دو قطعه عکس",
        "روابط عمومی شورا",
    ]
    paragraphs = "".join(f"<p>{line}</p>" for line in notice[:4])
    items = "".join(f"<li>{line}</li>" for line in notice[4:6])
    text = f"{paragraphs}<ol>{items}</ol><p>{notice[6]}</p>"
    assert clean(f"<h1>{TITLE}</h1><div>{text}</div>").body == notice


def test_date_without_a_place_beside_it_in_the_text() -> None:
    first, rest = BODY.split("</p>", 1)
    row = "<p>زمان: چهارشنبه ۱۷ آذر ۱۴۰۰ ساعت ۹ صبح</p>"
    article = clean(f"<h1>{TITLE}</h1><div>{first}</p>{row}{rest}</div>")
    assert article.body == TEXT


MATCH = "<ul><li>تاریخ: ۲۱ مهر ۱۴۰۱</li><li>ورزشگاه: آزادی</li><li>داور: رضا کریمی</li></ul>"
BOOK = "<ul><li>نویسنده: رضا کریمی</li><li>مترجم: سارا محمدی</li><li>ناشر: نشر نی</li></ul>"


@pytest.mark.parametrize("facts", [MATCH, BOOK])
def test_date_and_names_of_a_thing(facts: str) -> None:
    row = "<div><span>جمعه ۲۲ مهر ۱۴۰۱ | ۲۰:۳۱</span></div>"
    article = clean(f"<h1>{TITLE}</h1>{row}<div>{facts}</div><div>{BODY}</div>")
    assert (article.published_at, article.authors) == ("2022-10-14T20:31:00+03:30", [])


def test_date_of_the_article_beside_an_event() -> None:
    row = "<div><i>همایش</i> | <i>زمان: ۲۰ آذر ۱۴۰۳</i> | <i>مکان: رشت</i></div>"
    for day in ("۱۲ آبان ۱۴۰۳", "تاریخ انتشار: ۱۲ آبان ۱۴۰۳"):
        article = clean(f"<h1>{TITLE}</h1>{row}<p>{day}</p><div>{BODY}</div>")
        assert article.published_at == "2024-11-02"


def test_author_and_translator_of_the_article() -> None:
    facts = "<ul><li>نویسنده: رضا کریمی</li><li>مترجم: سارا محمدی</li></ul>"
    article = clean(f"<h1>{TITLE}</h1><div>{facts}</div><div>{BODY}</div>")
    assert article.authors == ["رضا کریمی", "سارا محمدی"]


def test_facts_about_the_article_in_a_table() -> None:
    cells = ("کد خبر:", "۷۷۱۲۰", "تاریخ:", "۲۱ تیر ۱۳۹۷", "ساعت:", "۱۰:۴۰", "بازدید:", "۸۴۱")
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    page = f"<h1>{TITLE}</h1><table><tr>{row}</tr></table><div>{BODY}</div>"
    article = clean(page, url="https://www.shora-nemoune.ir/shownews/77120")
    assert (article.news_code, article.published_at) == ("77120", "2018-07-12T10:40:00+04:30")


SHORT = ["رأی شورا هفته آینده چاپ می‌شود.", "نامه‌ها بررسی خواهد شد."]
STORY_LINK = '<a href="/n/3">نشست پیشین شورا با نمایندگان</a>'
STORY_BOX = f'<div class="rel"><b>مطالب مرتبط:</b><ul><li>{STORY_LINK}</li></ul></div>'


def test_short_sentences_in_a_part_below_a_box() -> None:
    rest = "".join(f"<p>{line}</p>" for line in SHORT)
    parts = f'<div class="c p1">{BODY}</div>{STORY_BOX}<div class="c p1">{rest}</div>'
    article = clean(f"<main><h1>{TITLE}</h1><div>{parts}</div></main>")
    assert article.body == [*TEXT, *SHORT]


def quoted(quotation: str) -> Article:
    first, last = (f"<p>{line}</p>" for line in SHORT)
    text = f"{BODY}{STORY_BOX}{first}<blockquote><p>{quotation}</p></blockquote>{last}"
    return clean(f"<main><h1>{TITLE}</h1><div>{text}</div></main>")


def test_short_quotation_below_a_box() -> None:
    quotation = "این رأی برای همه دادگاه‌ها لازم است."
    assert quoted(quotation).body == [*TEXT, SHORT[0], quotation, SHORT[1]]


def test_linked_quotation_below_a_box_is_another_story() -> None:
    assert quoted(STORY_LINK).body == [*TEXT, *SHORT]


def test_short_sentences_each_in_a_box_of_its_own() -> None:
    lines = "".join(
        f'<div class="b"><div class="t">{line}</div></div>' for line in (TEXT[0], *SHORT)
    )
    article = clean(f"<main><h1>{TITLE}</h1><div>{lines}</div></main>")
    assert article.body == [TEXT[0], *SHORT]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("card mb-3", "رضا کریمی پژوهشگر شورا است."),
        ("col-8", "آیا با رأی شورا موافقید؟"),
        ("post", "این سایت از کوکی بهره می‌برد."),
    ],
)
def test_other_boxes_with_the_class_of_the_text(name: str, line: str) -> None:
    boxes = f'<div class="{name}">{BODY}</div><div class="{name}"><p>{line}</p></div>'
    assert clean(f"<main><h1>{TITLE}</h1><div>{boxes}</div></main>").body == TEXT


def test_rows_of_the_page_are_no_parts_of_its_text() -> None:
    row = '<div class="row"><p>خبرنامه هر هفته می‌رسد.</p></div>'
    page = f'<main><h1>{TITLE}</h1><div class="row">{BODY}</div>{row}</main>'
    assert clean(page).body == TEXT


@pytest.mark.parametrize(
    "other", ["<b>رضا</b><p>سپاس از شما.</p>", "<h4>شورا</h4><p>نهادی است.</p>"]
)
def test_boxes_that_look_otherwise_are_no_parts(other: str) -> None:
    boxes = f'<div class="post">{BODY}</div><div class="post">{other}</div>'
    assert clean(f"<main><h1>{TITLE}</h1><div>{boxes}</div></main>").body == TEXT


SHORT = [
    "وی افزود: نظر شورا در روزنامه رسمی چاپ می‌شود.",
    "به دو نامه دیگر هفته آینده پاسخ داده می‌شود.",
]
BOXES = {
    "lines": "<div>{}</div>",
    "lines with a style": "<div style='text-align:justify'><span>{}</span></div>",
    "boxes": "<div class='row'><p>{}</p></div>",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
@pytest.mark.parametrize("at", range(3))
def test_short_sentences_in_boxes_like_that_of_the_paragraph(box: str, at: int) -> None:
    text = [*SHORT[:at], TEXT[0], *SHORT[at:]]
    inside = "".join(map(box.format, text))
    assert clean(f"<h1>{TITLE}</h1><div class='matn'>{inside}</div>").body == text


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_lead_in_a_box_like_that_of_the_paragraph(box: str) -> None:
    lead = "شورا در نشست امروز به دو نامه درباره تفسیر این اصل پاسخ داد."
    inside = "".join(map(box.format, [lead, TEXT[0]]))
    article = clean(f"<h1>{TITLE}</h1><div class='matn'>{inside}</div>")
    assert (article.lead, article.body) == (lead, TEXT[:1])


def test_short_sentences_in_sections_beside_the_title() -> None:
    text = [TEXT[0], *SHORT]
    sections = "".join(f"<section><p>{line}</p></section>" for line in text)
    assert clean(f"<h1>{TITLE}</h1>{sections}").body == text


@pytest.mark.parametrize(
    "other",
    [
        "<div>نظر شما پس از تأیید مدیر نمایش داده می‌شود.</div>",
        "<div>این سایت از کوکی استفاده می‌کند.</div>",
        "<div><a href='/fa/news/9'>نشست شورا</a></div><div>شورا امروز درباره قانون رأی داد.</div>",
        "<div><b>رضا</b><p>شورا درباره این قانون درست رأی داد.</p></div>",
    ],
    ids=["rules for comments", "cookies", "below another story", "a reader's"],
)
def test_other_sentences_beside_a_paragraph_are_no_text(other: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{TEXT[0]}</div>{other}").body == TEXT[:1]


def test_item_with_a_name_in_the_text_is_no_head() -> None:
    item = (
        "<div><strong class='title'>مرحله نخست</strong> <span class='summary'>نامه‌های رسیده "
        "پیش از نشست خوانده و برای همه نمایندگان فرستاده می‌شود.</span></div>"
    )
    first, rest = BODY.split("</p>", 1)
    article = clean(f"<h1>{TITLE}</h1><div>{first}</p>{item}{rest}</div>")
    assert (article.title, article.lead, len(article.body)) == (TITLE, None, len(TEXT) + 1)


COURSES = "<tr><td>جوشکاری</td><td>۱۵ مهر ۱۴۰۲</td></tr><tr><td>خیاطی</td><td>۱ آبان ۱۴۰۲</td></tr>"


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        (f"<table>{COURSES}</table>", ["جوشکاری | ۱۵ مهر ۱۴۰۲", "خیاطی | ۱ آبان ۱۴۰۲"]),
        ("<p>مهلت ثبت‌نام: تا ۳ آبان ۱۴۰۲</p>", ["مهلت ثبت‌نام: تا ۳ آبان ۱۴۰۲"]),
        ("<p>تاریخ شروع کلاس‌ها: شنبه ۱۵ مهر ۱۴۰۲</p>", ["تاریخ شروع کلاس‌ها: شنبه ۱۵ مهر ۱۴۰۲"]),
        # The page's own days, and other stories with theirs.
        ("<p>تاریخ انتشار: شنبه ۱۵ مهر ۱۴۰۲</p>", []),
        ("<p>تاریخ: ۱۵ مهر ۱۴۰۲</p>", []),
        (f"<table>{rows(('تاریخ انتشار', '۱۵ مهر ۱۴۰۲'), ('ویرایش', '۱ آبان ۱۴۰۲'))}</table>", []),
        (f"<table>{rows(('تاریخ ثبت خبر', '۱۵ مهر ۱۴۰۲'), ('تغییر', '۱ آبان ۱۴۰۲'))}</table>", []),
        (f"<table>{rows(('<a href=/news/7>رکورد صادرات</a>', '۱۵ مهر ۱۴۰۲')) * 3}</table>", []),
    ],
)
def test_days_below_the_only_sentence(below: str, lines: list[str]) -> None:
    article = clean(f"<h1>{TITLE}</h1><div class='matn'><p>{TEXT[0]}</p>{below}</div>")
    assert article.body == [TEXT[0], *lines]
