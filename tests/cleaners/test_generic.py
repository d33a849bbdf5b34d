"""Pages that no rule knows: what is the article is told by where it stands and what it is."""

import pytest

from cleaners import Article, NotAnArticle, clean_html

TITLE = "مرکز تازه مهارت در شهر راه‌اندازی شد"
BODY = [
    "به گزارش روابط عمومی، مرکز تازه مهارت با حضور مدیران استان گشایش یافت و ثبت‌نام آن آغاز شد.",
    "مدیر مرکز گفت: شش کارگاه جوشکاری، برق، خیاطی و رایانه در این ساختمان آماده شده است.",
    "وی افزود: هزینه ساخت این مرکز را خیران پرداخته‌اند و زمین آن را شهرداری واگذار کرده است.",
]
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
ABOUT_US = (
    "درباره ما: این رسانه از سال ۱۳۸۶ با هدف اطلاع‌رسانی دقیق و بی‌طرفانه کار خود را آغاز کرده و"
    " امروز با بیش از شصت خبرنگار در همه استان‌ها به خوانندگان خود خدمت می‌کند."
)
TEASER = "مدیرعامل شرکت آب منطقه‌ای با اشاره به کاهش بارندگی گفت مصرف شهروندان دو برابر شده است."
STORIES = [
    ("/news/700001/a", "مرمت خانه تاریخی مشیر به نیمه رسید"),
    ("/news/700002/b", "کشف یک محوطه باستانی در جاده کمربندی"),
    ("/news/700003/c", "رکورد تازه صادرات زعفران از مرزها"),
]
LINKS = "".join(f'<li><a href="{href}">{text}</a></li>' for href, text in STORIES)


def clean(inside: str, *, head: str = "") -> Article:
    html = (
        f"<html><head><title>{TITLE} | خبرگزاری سپیدار</title>{head}</head>"
        f"<body>{inside}</body></html>"
    )
    url = "https://www.khabar-nemoune.ir/news/512340/x"
    return clean_html(html, url, rules=False, normalize=False)


LAYOUTS = {
    "paragraphs": PARAGRAPHS,
    "breaks": "<div>" + "<br><br>".join(BODY) + "</div>",
    "bare divs": "<div>" + "".join(f"<div>{p}</div>" for p in BODY) + "</div>",
    "a wrapper each": "".join(f"<div><div><p>{p}</p></div></div>" for p in BODY),
    "spans in a table": f"<table><tr><td><span>{'<br>'.join(BODY)}</span></td></tr></table>",
    "named as a sidebar": f'<div class="sidebar related">{PARAGRAPHS}</div>',
}
COMPANY = {
    "nothing": "{}",
    "about us": f"{{}}<div><p>{ABOUT_US}</p><p>{ABOUT_US}</p></div>",
    "links below": f"{{}}<h3>همچنین بخوانید</h3><ul>{LINKS}</ul>",
    "links under a label that no table knows": f"{{}}<h4>شاید ندیده باشید</h4><ul>{LINKS}</ul>",
    "cards above": "".join(
        f'<div class="k"><a href="{href}">{text}</a><span>۱۴۰۴/۰۲/۰۱</span></div>'
        for href, text in STORIES
    )
    + "{}",
    "teasers below": "{}<div>"
    + "".join(
        f'<div class="w"><h4><a href="{href}">{text}</a></h4><p>{TEASER}</p></div>'
        for href, text in STORIES
    )
    + "</div>",
    "comments": "{}<h4>نظرات</h4>"
    + "".join(f"<div><b>رضا</b> ۱۴۰۴/۰۷/۰۲ ۱۰:۱۱<p>{TEASER}</p></div>" for _ in range(4)),
}


@pytest.mark.parametrize("company", COMPANY.values(), ids=COMPANY)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_body(layout: str, company: str) -> None:
    article = clean(f"<div><h1>{TITLE}</h1>{company.format(layout)}</div>")
    assert article.body == BODY
    assert article.title == TITLE


HEADS = {
    "site's name in the h1": f"<h1>خبرگزاری سپیدار</h1><h2>{TITLE}</h2>",
    "title in a div": f"<div>{TITLE}</div>",
    "title that links to itself": f'<h2><a href="/news/512340/x">{TITLE}</a></h2>',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_title(head: str) -> None:
    assert clean(f"<div>{head}<div>{PARAGRAPHS}</div></div>").title == TITLE


def test_kicker_and_title_in_one_heading() -> None:
    article = clean(f"<h1><span>در آیین گشایش؛</span> <span>{TITLE}</span></h1>{PARAGRAPHS}")
    assert (article.kicker, article.title) == ("در آیین گشایش؛", TITLE)


LEAD = "با گشایش مرکز تازه، ظرفیت آموزش رایگان مهارت در این شهر دو برابر شد و نام‌نویسی ادامه دارد."


@pytest.mark.parametrize(
    "lead",
    [
        f'<p class="lid">{LEAD}</p>',
        f"<div><h3>{LEAD}</h3></div>",
        f"<section>{LEAD}</section>",
    ],
)
def test_lead_is_an_element_of_its_own(lead: str) -> None:
    article = clean(f"<h1>{TITLE}</h1>{lead}<div>{PARAGRAPHS}</div>")
    assert article.lead == LEAD
    assert article.body == BODY


def test_attribution_is_no_lead() -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div>").lead is None


def test_line_of_facts_gives_date_author_and_code() -> None:
    facts = "کد خبر: 55812 | تاریخ: 14 مهر 1404 - 08:30 | نویسنده: سارا امینی | بازدید: 1,204"
    article = clean(f"<h1>{TITLE}</h1><font>{facts}</font><div>{PARAGRAPHS}</div>")
    assert article.body == BODY
    assert article.published_at == "2025-10-06T08:30:00+03:30"
    assert article.authors == ["سارا امینی"]


def test_clock_of_the_page_is_not_the_date() -> None:
    clock = "<div><span>پنجشنبه ۱۹ بهمن ۱۴۰۲</span></div>"
    article = clean(f"{clock}<div><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></div>")
    assert article.published_at is None


def test_page_of_links_is_a_listing() -> None:
    with pytest.raises(NotAnArticle) as caught:
        clean_html(f"<html><body><h1>اخبار</h1><ul>{LINKS}</ul></body></html>")
    assert caught.value.reason == "listing"


def test_page_of_teasers_is_a_listing() -> None:
    with pytest.raises(NotAnArticle) as caught:
        clean_html(f"<html><body><h1>اخبار</h1>{COMPANY['teasers below'].format('')}</body></html>")
    assert caught.value.reason == "listing"


def test_headline_of_a_page_whose_head_names_only_the_site() -> None:
    body = f"<div><div>{TITLE}</div><div>کد خبر: 51234</div></div><div>{PARAGRAPHS}</div>"
    html = f"<html><head><title>ندای کارآفرین</title></head><body>{body}</body></html>"
    url = "https://www.khabar-nemoune.ir/news/512340"
    assert clean_html(html, url, rules=False, normalize=False).title == TITLE


def test_lead_that_stands_there_twice() -> None:
    article = clean(f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{LEAD}</p>{PARAGRAPHS}</div>")
    assert article.lead == LEAD
    assert article.body == BODY


@pytest.mark.parametrize("last", ["<h3>بهرام نیک‌منش</h3>", "<p>گفت‌وگو: نسرین کاویانی</p>"])
def test_signature_below_the_text_is_of_it(last: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{last}</div><div>لینک کوتاه</div>")
    assert len(article.body) == len(BODY) + 1


@pytest.mark.parametrize("inner", ["<p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>"])
def test_sections_of_a_page_builder(inner: str) -> None:
    section = '<div class="x1"><div class="inner">{}</div></div>'
    paragraphs = [section.format(f"<div>{p}</div>") for p in BODY]
    added = inner.format(TEASER, BODY[1].replace("شش", "هفت"))
    html = "".join([*paragraphs[:2], section.format(added), paragraphs[2]])
    body = clean(f"<h1>{TITLE}</h1><div>{html}</div>").body
    assert body[0] == BODY[0]
    assert body[-1] == BODY[-1]
    assert TEASER in body


def test_teasers_with_a_link_to_the_whole_story_are_a_listing() -> None:
    item = (
        "<table><tr><td><b>{}</b><br>{}</td></tr>"
        '<tr><td>۱۲ آذر ۱۴۰۱</td><td><a href="{}">متن کامل</a></td></tr></table>'
    )
    items = "".join(item.format(text, TEASER, href) for href, text in STORIES[:2])
    with pytest.raises(NotAnArticle) as caught:
        clean_html(f"<html><body>{items}</body></html>", rules=False)
    assert caught.value.reason == "listing"


def test_date_of_the_next_article_is_not_this_ones() -> None:
    after = f'<h2><a href="/news/700001/a">{STORIES[0][1]}</a></h2><div>۱۲ آذر ۱۴۰۱ - ۱۲:۳۰</div>'
    article = clean(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}</div><div>{after}<p>{TEASER}</p></div>")
    assert article.body == BODY
    assert article.published_at is None


@pytest.mark.parametrize("label", ["درباره نویسنده", "معرفی نویسنده"])
def test_box_about_the_author_is_no_text(label: str) -> None:
    article = clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}<h4>{label}</h4><p>{ABOUT_US}</p>")
    assert article.body == BODY


def test_kicker_parted_by_the_generic_way_stays_apart_on_a_known_site() -> None:
    head = f"<h1><span>در آیین گشایش؛</span> <span>{TITLE}</span></h1>"
    html = (
        f"<html><head><title>{TITLE}</title>"
        '<meta property="nastooh:nid" content="6611190"></head>'
        f"<body><div>{head}<div>{PARAGRAPHS}</div></div></body></html>"
    )
    article = clean_html(html, "https://www.mehrnews.com/news/6611190/x", normalize=False)
    assert "layout-changed" in article.warnings
    assert (article.kicker, article.title) == ("در آیین گشایش؛", TITLE)


def test_text_goes_on_to_its_end_mark() -> None:
    end = "<h4>بهرام نیک‌منش</h4><p>مدیر مرکز</p><p>تهران - مهر ۱۴۰۴</p><p>انتهای پیام/</p>"
    article = clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{end}<p>دنبال کنید</p></div>")
    assert article.body == [*BODY, "بهرام نیک‌منش", "مدیر مرکز", "تهران - مهر ۱۴۰۴"]


def test_short_lines_above_the_last_sentence_are_text() -> None:
    points = ["بندهای توافق", "تشکیل بانک پرسش", "آزمون هر ماه", "سامانه استعلام برای مردم"]
    last = "این توافق از مهر اجرا می‌شود."
    lines = "".join(f"<p>{line}</p>" for line in [*points, last])
    article = clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{lines}</div>")
    assert article.body == [*BODY, *points, last]


def test_text_in_a_widget_of_a_page_builder() -> None:
    article = clean(
        f'<div class="elementor-widget elementor-widget-theme-post-title">{TITLE}</div>'
        f"<div><p>{TEASER}</p></div>"
        f'<div class="elementor-widget elementor-widget-theme-post-content">{PARAGRAPHS}</div>'
    )
    assert article.body == BODY


def test_lone_line_above_the_title_is_not_the_article() -> None:
    aside = f"<div><ul>{LINKS}</ul><p>{ABOUT_US[12:]}</p></div>"
    article = clean(f'{aside}<div class="share"><h1>{TITLE}</h1>{PARAGRAPHS}</div>')
    assert article.body == BODY


def test_date_above_the_text_makes_no_comments_of_it() -> None:
    date = "<div>۲۳ تیر ۱۴۰۴ / ۱۲:۴۲</div>"
    article = clean(
        f"<h1>{TITLE}</h1>{date}<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div><p>{TEASER}</p>"
    )
    assert article.body[:2] == BODY[:2]


def test_text_in_two_parts_that_are_both_called_the_body() -> None:
    part = '<div class="news-text">{}</div>'
    first = part.format(f"<p>{BODY[0]}</p><p>{BODY[1]}</p>")
    long = BODY[2] * 6
    article = clean(f"<h1>{TITLE}</h1><section>{first}{part.format(f'<p>{long}</p>')}</section>")
    assert article.body == [BODY[0], BODY[1], long]


@pytest.mark.parametrize(
    "between", ["", '<div class="ad"><img src="a.gif"></div>', "<figure><img src=b.jpg></figure>"]
)
def test_text_in_two_parts_without_names(between: str) -> None:
    parts = [f"<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>", f"<div><p>{BODY[2]}</p>{{}}</div>"]
    more = "وی گفت: کارآموزان از نیمه آبان در کلاس‌ها می‌نشینند و گواهینامه رسمی می‌گیرند."
    article = clean(f"<h1>{TITLE}</h1>{parts[0]}{between}{parts[1].format(f'<p>{more}</p>')}")
    assert article.body == [*BODY, more]


def test_subheading_between_two_parts_without_names() -> None:
    parts = [f"<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>", f"<div><p>{BODY[2]}</p>{{}}</div>"]
    more = "وی گفت: کارآموزان از نیمه آبان در کلاس‌ها می‌نشینند و گواهینامه رسمی می‌گیرند."
    heading = "آغاز کلاس‌ها از آبان"
    inside = f"<h3>{heading}</h3>{parts[1].format(f'<p>{more}</p>')}"
    article = clean(f"<h1>{TITLE}</h1>{parts[0]}{inside}")
    assert article.body == [*BODY[:2], heading, BODY[2], more]


def test_old_portal_whose_labels_have_ids() -> None:
    lead = "کارآموزان پس از پایان دوره در آزمون عملی شرکت می‌کنند و گواهینامه مهارت می‌گیرند."
    kicker = "مدیر مرکز مهارت شهر:"
    rows = [
        f'<span>{kicker}</span><br><span id="ctl00_lblTitle"><b>{TITLE}</b></span>',
        "تاریخ خبر: <span>1404/08/24</span>",
        f'<span id="ctl00_lblLead">{lead}</span>',
        f'<span id="ctl00_lblBody">{PARAGRAPHS}</span>',
    ]
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    office = "<title>اداره کل آموزش فنی و حرفه ای استان گلستان</title>"
    html = f"<html><head>{office}</head><body><table>{table}</table></body></html>"
    article = clean_html(html, "https://www.portal-nemoune.ir/index.aspx?id=3", rules=False)
    assert (article.kicker, article.title, article.lead) == (kicker, TITLE, lead)
    assert article.body == BODY
    assert article.published_at == "2025-11-15"


def test_quotation_before_the_text_is_no_lead() -> None:
    rest = f"{BODY[1]}<br>{BODY[2]}<br>{BODY[2].replace('شهرداری', 'دولت')}"
    article = clean(f"<h1>{TITLE}</h1><div><blockquote><p>{LEAD}</p></blockquote>{rest}</div>")
    assert article.lead is None
    assert article.body[0] == LEAD


def test_article_about_a_missing_page_is_an_article() -> None:
    quoted = "سایت وزارتخانه به بازدیدکنندگان می‌نویسد: این صفحه حذف شده است."
    text = "".join(f"<p>{paragraph * 3}</p>" for paragraph in BODY)
    assert quoted in clean(f"<h1>{TITLE}</h1><div>{text}<p>{quoted}</p></div>").body


@pytest.mark.parametrize(
    "inside",
    [
        "".join(f'<a href="{href}"><div>{text}</div><p>{TEASER}</p></a>' for href, text in STORIES),
        f"<p>{ABOUT_US[12:]}</p>"
        + "".join(
            f'<div class="s"><h3><a href="{href}">{text}</a></h3><p>{TEASER}</p></div>'
            for href, text in STORIES
        ),
    ],
    ids=["headline and teaser in one link", "an introduction above the stories"],
)
def test_page_of_a_section_is_a_listing(inside: str) -> None:
    html = f"<html><head><title>بازار کار</title></head><body>{inside}</body></html>"
    with pytest.raises(NotAnArticle) as caught:
        clean_html(html, "https://www.khabar-nemoune.ir/section/12", rules=False)
    assert caught.value.reason == "listing"


@pytest.mark.parametrize(
    "line",
    [
        "نویسنده: علی کریمی ۱۲ آذر ۱۴۰۳ - ۱۴:۳۰ کد خبر: ۴۵۸۷۱ ۱۲۳ بازدید زمان مطالعه: ۲ دقیقه",
        "خبرنگار: علی کریمی ۱۲ آذر ۱۴۰۳ - ۱۴:۳۰ کد خبر: ۴۵۸۷۱",
    ],
)
def test_line_of_facts_without_marks_between_them(line: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{line}</div><div>{PARAGRAPHS}</div>")
    assert article.lead is None
    assert article.authors == ["علی کریمی"]
    assert article.news_code in ("45871", "512340")  # that of the address counts
    assert article.published_at == "2024-12-02T14:30:00+03:30"


@pytest.mark.parametrize(
    "bar", ["بازدید: ۳۲۱ | چاپ | ارسال به دوستان", "کد خبر: ۸۸۱۲۳ | بازدید: ۳۲۱"]
)
def test_bar_of_buttons_in_the_text_is_no_text(bar: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}<p>{bar}</p></div>").body == BODY


def test_pictures_are_those_around_the_text() -> None:
    head = '<meta property="og:image" content="https://cdn.khabar-nemoune.ir/small.jpg">'
    advertisement = (
        '<a href="https://shop.example.com/x"><img src="https://shop.example.com/x.jpg"></a>'
    )
    own = '<img src="/files/main.jpg">'
    text = f"<h1>{TITLE}</h1>{{}}<div>{PARAGRAPHS}{advertisement}</div>"
    assert [i.url for i in clean(text.format(own), head=head).images] == [
        "https://www.khabar-nemoune.ir/files/main.jpg"
    ]
    assert [i.url for i in clean(text.format(""), head=head).images] == [
        "https://cdn.khabar-nemoune.ir/small.jpg"
    ]


def test_amp_page_of_a_known_site_is_no_changed_layout() -> None:
    html = (
        f"<html amp><head><title>{TITLE}</title>"
        '<meta property="nastooh:nid" content="6611190"></head>'
        f"<body><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></body></html>"
    )
    article = clean_html(html, "https://www.mehrnews.com/amp/6611190", normalize=False)
    assert article.body == BODY
    assert article.id == "mehr:6611190"
    assert "layout-changed" not in article.warnings


def test_kicker_longer_than_the_title_in_one_heading() -> None:
    kicker = "در نشست مشترک شهرداری و سازمان آموزش فنی و حرفه‌ای استان با کارفرمایان مطرح شد:"
    article = clean(f"<h1>{kicker}<br>{TITLE}</h1><div>{PARAGRAPHS}</div>")
    assert (article.kicker, article.title) == (kicker, TITLE)
    together = clean(f"<h1>{kicker} {TITLE}</h1><div>{PARAGRAPHS}</div>")
    assert (together.kicker, together.title) == (kicker, TITLE)
    assert together.body == BODY


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize("mark", ["\\n", "<br>", "</p><p>"])
def test_text_that_only_the_json_ld_tells(mark: str) -> None:
    told = mark.join([*BODY, "انتهای پیام/"])
    head = json_ld(f'{{"@type": "NewsArticle", "articleBody": "{told}"}}')
    article = clean("<div id=app></div>", head=head)
    assert article.body == BODY
    assert article.title == TITLE
    assert "body-from-metadata" in article.warnings


def test_description_in_the_json_ld_is_no_text() -> None:
    head = json_ld('{"@type": "NewsArticle", "articleBody": "خلاصه خبر"}')
    with pytest.raises(NotAnArticle):
        clean("<div id=app></div>", head=head)


def test_item_of_short_sentences() -> None:
    lines = [
        "تیم والیبال لار قهرمان استان شد.",
        "بازیکنان این تیم فینال را سه بر یک بردند.",
        "جام را فرماندار داد و مردم شادی کردند.",
    ]
    article = clean(f"<h1>{TITLE}</h1><div>{''.join(f'<p>{line}</p>' for line in lines)}</div>")
    assert article.title == TITLE
    assert article.body == lines


def test_short_lines_of_a_menu_are_no_article() -> None:
    lines = "".join(f"<p>سازمان آموزش فنی و حرفه‌ای شماره {n}</p>" for n in range(6))
    with pytest.raises(NotAnArticle):
        clean_html(
            f"<body><h1>{TITLE}</h1><div>{lines}</div></body>", "https://a.ir/about", rules=False
        )


def test_a_bar_in_the_headline_parts_nothing() -> None:
    title = "جشن انار در رودبار | گزارش تصویری"
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{PARAGRAPHS}</body></html>"
    )
    assert (
        clean_html(html, "https://a.ir/news/1234567", rules=False, normalize=False).title == title
    )


def test_a_short_sentence_between_title_and_text_is_the_lead() -> None:
    lead = "پنج کارگاه در مرکز تازه آماده شد."
    article = clean(f"<h1>{TITLE}</h1><p>{lead}</p><div>{PARAGRAPHS}</div>")
    assert (article.lead, article.body) == (lead, BODY)


@pytest.mark.parametrize("name", ["subtitle", "entry-sub-title", "newsSubTitle"])
def test_a_line_that_its_class_calls_the_subtitle_is_the_lead(name: str) -> None:
    lead = "داوطلبان تا ۱۵ آذر فرصت دارند"
    article = clean(f'<h1>{TITLE}</h1><h2 class="{name}">{lead}</h2><div>{PARAGRAPHS}</div>')
    assert (article.lead, article.body) == (lead, BODY)


def test_a_paragraph_that_an_editor_made_a_link_stays() -> None:
    linked = f'<p><a href="/news/700009/z">{BODY[1]}</a></p>'
    article = clean(f"<h1>{TITLE}</h1><div><p>{BODY[0]}</p>{linked}<p>{BODY[2]}</p></div>")
    assert article.body == BODY


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ('<a href="/1404/08/24/">۲۴ آبان ۱۴۰۴</a>', "2025-11-15"),
        ("آبان ۲۴, ۱۴۰۴", "2025-11-15"),
        ("<span>شناسه : 5120</span><span>24 آبان 1404 - 10:30</span>", "2025-11-15T10:30:00+03:30"),
        ("<i></i>۲۴ آبان ۱۴۰۴<i></i>۸:۴۵", "2025-11-15T08:45:00+03:30"),
        (
            "شناسه : ۲۴۰۴۸ | ۲۴ آبان ۱۴۰۴ - ۱۰:۳۰ | دسته : استان‌ها | ارسال توسط : admin",
            "2025-11-15T10:30:00+03:30",
        ),
    ],
)
def test_shapes_of_the_date_line(line: str, published: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{line}</div>{PARAGRAPHS}")
    assert (article.published_at, article.body) == (published, BODY)


def test_a_comments_date_is_not_the_articles() -> None:
    comment = "<h4>نظرات</h4><ol><li><cite>رضا</cite><small>۲۹ آبان ۱۴۰۴ در ۱۰:۱۰</small></li></ol>"
    day = "<p>چهارشنبه، ۲۸ آبان ۱۴۰۴</p>"
    article = clean(f"<h1>{TITLE}</h1>{day}<div>{PARAGRAPHS}</div>{comment}")
    assert article.published_at == "2025-11-19"


@pytest.mark.parametrize("label", ["<h4>نظرات</h4>", "<div>۱ نظر ثبت شده است</div>"])
def test_comment_below_a_short_text(label: str) -> None:
    comment = "<cite>رضا</cite><small>۲۹ آبان ۱۴۰۴ در ۱۰:۱۰</small><p>{}</p>"
    said = "خیلی خوب است، ما هم در شهر خودمان از این دوره‌ها می‌خواهیم و منتظر هستیم که برسد."
    comments = f"<div>{label}<ol><li>{comment.format(said)}</li></ol></div>"
    article = clean(f"<h1>{TITLE}</h1><p>۲۹ آبان ۱۴۰۴</p>{PARAGRAPHS}{comments}")
    assert article.body == BODY
    assert article.published_at == "2025-11-20"


def test_caption_of_a_figure_whose_picture_stands_in_a_paragraph() -> None:
    caption = "نمایی از کارگاه. عکس: ایلنا"
    figure = f'<figure><p><img src="/1.jpg"></p><figcaption>{caption}</figcaption></figure>'
    article = clean(f"<h1>{TITLE}</h1><div>{BODY[0]}<p>{BODY[1]}</p>{figure}<p>{BODY[2]}</p></div>")
    assert [image.caption for image in article.images] == [caption]
