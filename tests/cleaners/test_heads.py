"""Title, kicker and lead on pages that no rule knows."""

import pytest

from cleaners import Article, NotAnArticle
from tests.bare_pages import BODY, TEXT, TITLE, URL, clean


@pytest.mark.parametrize("url", [URL, URL + "/another-slug", URL + "/title?utm_source=x"])
def test_linked_title_under_another_form_of_its_address(url: str) -> None:
    row = f'<div class="row"><h1><a href="/fa/news/1815/title">{TITLE}</a></h1>{{}}</div>'
    article = clean(row.format(f'<div class="row">{BODY}</div>'), url=url)
    assert (article.title, article.body) == (TITLE, TEXT)


def test_site_name_below_the_text_is_no_title() -> None:
    page = f'<div class="title">{TITLE}</div><div>{BODY}</div><div>© نوای جنوب</div>'
    assert clean(page, title="نوای جنوب").title == TITLE


def test_heading_of_a_module_is_no_title() -> None:
    page = f"<div><h3>مشروح خبر</h3><span>{TITLE}</span><div>{BODY}</div></div>"
    assert clean(page, title="آران").title == TITLE


def test_name_behind_a_bar_is_no_headline() -> None:
    assert clean(f"<div>{BODY}</div>", title=f"{TITLE} | شازده مسافر").title == TITLE


def test_first_lines_in_an_element_of_their_own_are_no_lead() -> None:
    first = f"<div><strong>{TITLE} :</strong><br>{TEXT[0]}</div>"
    page = f'<h1>{TITLE}</h1><div class="body">{first}<div>{"<br>".join(TEXT[1:])}</div></div>'
    assert (clean(page).lead, clean(page).body) == (None, TEXT)


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


def test_kicker_below_the_title_by_its_name() -> None:
    kicker = '<div class="field-rootitr">با حضور استاندار؛</div>'
    article = clean(f'<h1>{TITLE}</h1><div class="node">{kicker}<div>{BODY}</div></div>')
    assert (article.kicker, article.lead, article.body) == ("با حضور استاندار؛", None, TEXT)


def test_kicker_of_another_story_below_the_title_is_none() -> None:
    other = '<a href="/news/7"><b class="rotitr">شهردار خبر داد:</b> آغاز ساخت خط تازه مترو</a>'
    assert clean(f"<h1>{TITLE}</h1><div>{other}</div>{BODY}").kicker is None


def test_section_above_the_title_is_no_kicker() -> None:
    assert clean(f"<header><span>اقتصاد</span><h1>{TITLE}</h1></header>{BODY}").kicker is None


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


FORM = "<form><label>نام:</label><input><label>ایمیل:</label><input></form>"


@pytest.mark.parametrize("title", ["عضویت در خبرنامه", "ثبت نام", "گزارش خطا", "اوقات شرعی", "RSS"])
def test_title_of_a_form_alone(title: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        clean(f"<h1>{title}</h1><p>{TEXT[0]}</p>{FORM}", title=title)
    assert refused.value.reason == "empty"


@pytest.mark.parametrize("title", ["ثبت نام آزمون مهارت آغاز شد", "جستجو - روایت یک نسل"])
def test_headline_that_begins_like_a_form(title: str) -> None:
    assert clean(f"<h1>{title}</h1>{BODY}", title=title).title == title


def test_title_of_a_form_above_a_dated_text() -> None:
    date = "<div>تاریخ انتشار: ۱۳۹۶/۰۸/۰۸ - ۱۴:۳۸</div>"
    assert clean(f"<h1>ثبت نام</h1>{date}{BODY}", title="ثبت نام").body == TEXT


def test_page_of_a_form_by_rules() -> None:
    entry = (
        f'<article class="post"><h1>ثبت نام</h1><div class="entry-content">{BODY}</div></article>'
    )
    with pytest.raises(NotAnArticle, match="form"):
        clean(entry, title="ثبت نام", rules=True)
    date = '<time class="entry-date">۸ آبان ۱۳۹۶</time>'
    dated = clean(entry.replace("</h1>", f"</h1>{date}"), title="ثبت نام", rules=True)
    assert (dated.body, dated.published_at) == (TEXT, "2017-10-30")


def test_title_of_a_form_above_a_long_text() -> None:
    assert len(clean(f"<h1>ثبت نام</h1>{BODY * 2}", title="ثبت نام").body) >= len(TEXT)


SECTIONS = ["بازار کار و مهارت", "هنرهای دستی", "روستا"]
DATE = "<div><time>۱۲ مهر ۱۴۰۴ - ۱۰:۲۰</time></div>"


@pytest.mark.parametrize("mark", [" / ", "، ", " | ", " "], ids=["slash", "comma", "bar", "none"])
@pytest.mark.parametrize("count", [2, 3])
class TestLinksToSectionsBelowTheTitle:
    def article(self, mark: str, count: int) -> Article:
        links = (
            f'<a href="/fa/sections/{n}">{name}</a>' for n, name in enumerate(SECTIONS[:count])
        )
        facts = f'<div class="post-meta">{DATE}<div>{mark.join(links)}</div></div>'
        return clean(f"<div><h1>{TITLE}</h1></div><div>{facts}{BODY}</div>")

    def test_are_no_text(self, mark: str, count: int) -> None:
        assert self.article(mark, count).body == TEXT

    def test_leave_the_date_beside_them(self, mark: str, count: int) -> None:
        assert self.article(mark, count).published_at == "2025-10-04T10:20:00+03:30"


def test_linked_names_within_a_text_are_of_it() -> None:
    names = "".join(f'<a href="/p/{n}">{name}</a>، ' for n, name in enumerate(SECTIONS))
    first, rest = BODY.split("</p>", 1)
    body = clean(f"<h1>{TITLE}</h1><div>{first}</p><p>{names} و دیگران</p>{rest}</div>").body
    assert len(body) == len(TEXT) + 1


@pytest.mark.parametrize(
    "told",
    [
        "3-دقیقه زمان باقی مانده است",
        "۲-دقیقه زمان مطالعه",
        "زمان تقریبی مطالعه این مطلب ۳ دقیقه است",
        "زمان مورد نیاز برای خواندن این گزارش: حدود ۵ دقیقه",
        "برای خواندن این مطلب به ۳ دقیقه زمان نیاز دارید",
    ],
)
def test_time_that_reading_takes_is_no_text(told: str) -> None:
    facts = f"<ul><li>{told}</li></ul>"
    assert clean(f"<h1>{TITLE}</h1><div>{facts}{BODY}</div>").body == TEXT


@pytest.mark.parametrize(
    "told",
    ["زمان مطالعه این گزارش سه روز بود.", "برای خواندن این نامه ۳ دقیقه زمان داشتند."],
)
def test_sentence_on_the_time_of_a_reading_is_text(told: str) -> None:
    first, rest = BODY.split("</p>", 1)
    body = clean(f"<h1>{TITLE}</h1><div>{first}</p><p>{told}</p>{rest}</div>").body
    assert told in body


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        (f"از {TITLE}", None),
        ("نشست شورا برای تفسیر یک اصل از قانون اساسی برگزار شد.",) * 2,
    ],
    ids=["the title once more", "a sentence of its own"],
)
def test_heading_above_the_text(heading: str, lead: str | None) -> None:
    head = f'<meta name="description" content="{heading}">'
    page = f"{head}<header><h1>{TITLE}</h1></header><div><h2>{heading}</h2>{BODY}</div>"
    article = clean(page)
    assert article.lead == lead
    assert article.body == ([heading, *TEXT] if lead is None else TEXT)


@pytest.mark.parametrize("title", ["میرا", "عوض شو", "وداع"])
def test_short_title_that_the_head_tells(title: str) -> None:
    page = f"<article><h2>دوشنبه، ۲۸ اسفند ۱۳۹۶</h2><h1>{title}</h1>{BODY}</article>"
    article = clean(page, title=f"{title} | دفترچه یک معلم")
    assert (article.title, article.kicker) == (title, None)


@pytest.mark.parametrize(
    "line",
    [
        "مربیگری·۶ دقیقه مطالعه·تیم ما·شهریور ۱۴۰۵",
        "آموزش · ۵ دقیقه مطالعه",
        "۲۳۴ بازدید · ۳ دیدگاه",
        "مریم احمدی در دسته آموزش",
        "به قلم مریم احمدی، مدیر آموزش",
    ],
)
def test_line_of_facts_above_the_title_is_no_kicker(line: str) -> None:
    assert clean(f"<header><div>{line}</div><h1>{TITLE}</h1></header>{BODY}").kicker is None


def test_invocation_is_neither_lead_nor_title() -> None:
    page = f'<h1>{TITLE}</h1><p class="lead">بسم الله الرحمن الرحیم</p><div>{BODY}</div>'
    assert clean(page).lead is None
    for invocation in ("<h3>بسم الله الرحمن الرحیم</h3>", "<p>بسم الله الرحمن الرحیم</p>"):
        page = f"<div>{TITLE}</div><div>{invocation}{BODY}</div>"
        assert clean(page, title="خبرگزاری مهر").title == TITLE


@pytest.mark.parametrize(
    "first",
    [
        f"{TITLE} با حضور مدیران آغاز شد. به گزارش روابط عمومی، این کار تا پایان سال ادامه دارد.",
        f"{TITLE} در سالن شورا. آن‌گونه که گفته‌اند: به گزارش روابط عمومی، کار ادامه دارد.",
    ],
)
def test_sentence_that_begins_as_the_title_does_stays_whole(first: str) -> None:
    rest = "".join(f"<p>{line}</p>" for line in TEXT)
    assert clean(f"<h1>{TITLE}</h1><div><p>{first}</p>{rest}</div>").body[0] == first


def test_logo_right_above_the_title() -> None:
    logo = "<div><a href='/'><img src='/logo.png'></a></div>"
    assert clean(f"<div>{logo}<h1>{TITLE}</h1><div>{BODY}</div></div>", title="شورا").title == TITLE


@pytest.mark.parametrize("second", ["<br>{}", " <span>{}</span>", ' <a href="#">{}</a>'])
def test_title_in_two_parts_that_the_head_has_as_one(second: str) -> None:
    first, rest = "تفسیر اصل هفتاد و سوم", "در شورا به رأی گذاشته شد"
    page = f"<h1><strong>{first}</strong>{second.format(rest)}</h1>{BODY}"
    article = clean(page, title=f"{first} {rest} | ایران امروز")
    assert (article.kicker, article.title) == (None, f"{first} {rest}")


@pytest.mark.parametrize("mark", ['span class="kicker"', 'span class="rotitr"', "small"])
@pytest.mark.parametrize("between", ["<br>", " "])
def test_kicker_called_so_is_no_part_of_the_title(mark: str, between: str) -> None:
    kicker, title = "تفسیر اصل هفتاد و سوم", "در شورا به رأی گذاشته شد"
    first = f"<{mark}>{kicker}</{mark.split()[0]}>"
    page = f'<h1>{first}{between}<span class="title">{title}</span></h1>{BODY}'
    article = clean(page, title=f"{kicker} {title} | ایران امروز")
    assert (article.kicker, article.title) == (kicker, title)


@pytest.mark.parametrize(
    "named",
    [
        '<meta property="og:title" content="{}">',
        '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>',
    ],
)
def test_title_that_the_head_has_alone(named: str) -> None:
    kicker, title = "تفسیر اصل هفتاد و سوم", "در شورا به رأی گذاشته شد"
    page = f"{named.format(title)}<h1><span>{kicker}</span><br><span>{title}</span></h1>{BODY}"
    article = clean(page, title=f"{kicker} {title} | ایران امروز")
    assert (article.kicker, article.title) == (kicker, title)


@pytest.mark.parametrize(
    "rest", ["<small>در شورا بررسی شد</small>", '<span class="subtitle">در شورا بررسی شد</span>']
)
def test_line_in_a_heading_that_is_no_part_of_the_title(rest: str) -> None:
    title = "تفسیر اصل هفتاد و سوم قانون در شورا"
    head = f"{title} در شورا بررسی شد"
    assert clean(f"<h1>{title}<br>{rest}</h1>{BODY}", title=head).title == title


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("rotitr", "تفسیر اصل هفتاد و سوم در شورا به رأی گذاشته شد"),
        ("one", "در شورا به رأی گذاشته شد"),
        ("one", "تفسیر اصل هفتاد و سوم / در شورا به رأی گذاشته شد"),
    ],
)
def test_kicker_and_title_in_one_heading(name: str, head: str) -> None:
    kicker, title = "تفسیر اصل هفتاد و سوم", "در شورا به رأی گذاشته شد"
    page = f'<h1><small class="{name}">{kicker}</small> <span>{title}</span></h1>{BODY}'
    article = clean(page, title=f"{head} | ایران امروز")
    assert (article.kicker, article.title) == (kicker, title)


@pytest.mark.parametrize(
    ("kicker", "head"),
    [
        ("سخنگوی شورا خبر داد:", "<h3>{}</h3><h1>{}</h1>"),
        ("سخنگوی شورا خبر داد؛", "<h2>{}</h2><h2>{}</h2>"),
        ("سخنگوی شورا خبر داد", '<h3 class="rotitr">{}</h3><h2 class="titr">{}</h2>'),
    ],
)
def test_head_that_has_the_kicker_for_a_title(kicker: str, head: str) -> None:
    article = clean(head.format(kicker, TITLE) + BODY, title=f"{kicker} | نوای جنوب")
    assert (article.kicker, article.title, article.body) == (kicker, TITLE, TEXT)


@pytest.mark.parametrize(
    "below",
    [
        "<h3>متن نامه شورا به دولت</h3>",
        '<h2 class="sub-title">شورا امروز به دو پرسش پاسخ داد</h2>',
        "<p>شورا امروز به دو پرسش پاسخ داد</p>",
        '<h2><a href="/news/7">پیام شهردار به مناسبت آغاز سال نو</a></h2>',
    ],
)
def test_title_with_a_colon_above_another_line(below: str) -> None:
    title = "تفسیر شورا از اصل هفتاد و سوم:"
    assert clean(f"<h2>{title}</h2>{below}{BODY}", title=title).title == title


def test_page_to_print() -> None:
    text = [
        "سخنگوی شورا گفت: نامه‌ها یک به یک خوانده شد.",
        "وی افزود: نظر شورا چاپ می‌شود و از همان روز لازم است.",
        "به دو نامه دیگر هفته آینده پاسخ داده می‌شود.",
    ]
    head = f"<div class='rutitr'>پس از دو نشست</div><div class='title'>{TITLE}</div>"
    page = f"<div id='content_print'>{head}<div class='body'>{'<br><br>'.join(text)}</div></div>"
    article = clean(page, title=f"خبرگزاری نمونه - {TITLE}")
    assert (article.kicker, article.title, article.body) == ("پس از دو نشست", TITLE, text)


@pytest.mark.parametrize(
    "page",
    [
        f"<h2>{{}}</h2><h2>مقدمه بیانیه شورای هماهنگی</h2><span>۱۵ مهر ۱۴۰۲</span>{BODY}",
        f"<h2>{{}}</h2><h2>بخش نخست بیانیه</h2>{BODY}<h2>بخش دوم بیانیه</h2>{BODY}",
        f'<h2>{{}}</h2><div class="title-meta">گروه آموزش و مهارت</div>{BODY}',
        f'<h2 class="toptitle">{{}}</h2><div class="box-title">خلاصه خبر امروز</div>{BODY}',
        f'<h1 class="toptitle">{{}}</h1><h1>نوای سمنان</h1>{BODY}',
    ],
)
def test_title_above_a_heading_that_is_none(page: str) -> None:
    title = "متن کامل بیانیه شورای هماهنگی آموزش‌های مهارتی:"
    head = f"{title} | نوای سمنان"
    meta = f'<meta property="og:title" content="{title}">'
    assert clean(meta + page.format(title), title=head).title == title


@pytest.mark.parametrize(
    ("line", "kicker"),
    [("در گفت‌وگو با نوای جنوب", ":: در گفت‌وگو با نوای جنوب ::"), ("اخبار کار", None)],
)
def test_line_between_colons_above_the_title(line: str, kicker: str | None) -> None:
    assert clean(f"<div>:: {line} ::</div><h1>{TITLE}</h1>{BODY}").kicker == kicker
