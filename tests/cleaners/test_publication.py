"""Which of the dates that a page shows is the article's."""

import pytest

from tests.bare_pages import BODY, MENU, TEXT, TITLE, clean


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


@pytest.mark.parametrize("label", ["کد خبر", "كد خبر", "کد‌خبر"])
def test_day_below_the_code_above_the_title_is_no_clock(label: str) -> None:
    facts = f"<ul><li>{label}: ۱۲۳۴۵۶</li><li>۸ آبان ۱۳۹۶</li></ul>"
    assert clean(f"{facts}<div><h1>{TITLE}</h1>{BODY}</div>").published_at == "2017-10-30"


def test_day_above_the_title_that_is_told_twice_is_no_clock() -> None:
    crumbs = "<div>روزنامه نمونه، شماره ۴۶۲، سه‌شنبه ۱ خرداد ۱۳۸۶</div>"
    archive = "<section><div>آرشیو سه‌شنبه ۱ خرداد ۱۳۸۶، شماره ۴۶۲</div></section>"
    article = clean(f"{crumbs}{archive}<article><h1>{TITLE}</h1>{BODY}</article>")
    assert article.published_at == "2007-05-22"


def test_date_of_a_comment_comes_last_by_rules() -> None:
    comment = "<div class='comments'><time>۲۹ آبان ۱۴۰۴ ۱۰:۱۰</time><p>سپاس</p></div>"
    date = '<time datetime="2025-11-15T08:45:00+03:30"></time>'
    entry = f'<div class="entry-content">{BODY}</div>'
    page = f"<article class='post'><h1>{TITLE}</h1>{comment}{entry}{date}</article>"
    assert clean(page, rules=True).published_at == "2025-11-15T08:45:00+03:30"


def test_clock_above_everything() -> None:
    clock = '<div class="date">جمعه ۱۶ آبان ۱۳۹۹ - ۱۰:۱۴</div>'
    told = "<p>۸ آبان ۱۳۹۶ | ۱۴:۳۸ کد: ۲۰۲۹۷۷۷ انتخاب سردبیر</p>"
    page = f"{clock}<div><h1>{TITLE}</h1>{told}<div>{BODY}</div></div>"
    assert clean(page).published_at == "2017-10-30T14:38:00+03:30"


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


def test_labelled_date_below_other_stories() -> None:
    others = "<h3>مطالب پیشنهادی</h3><ul><li><a href='/1'>آغاز ثبت‌نام وام در بانک‌ها</a></li></ul>"
    info = "<dl><dt>اطلاعات</dt><dd>تاریخ انتشار: ۱۳۹۶/۰۸/۰۸ - ۱۴:۳۸</dd><dd>بازدید: ۱۲</dd></dl>"
    page = f"<article><h1>{TITLE}</h1>{BODY}<div>{others}</div>{info}</article>"
    assert clean(page).published_at == "2017-10-30T14:38:00+03:30"


def test_labelled_date_of_the_next_story() -> None:
    date = "<div>تاریخ انتشار: ۱۳۹۶/۰۸/۰۸ - ۱۴:۳۸</div>"
    following = f"<h2>نشست تازه شورا برگزار شد</h2>{date}<p>{TEXT[0][::-1]}</p>"
    page = f"<h1>{TITLE}</h1><div>{BODY}</div><div>خبر بعدی</div><div>{following}</div>"
    assert clean(page).published_at is None


def test_name_before_a_date_that_ends_as_a_weekday() -> None:
    byline = '<div class="date"><span>Ahmet Dursun</span> <span>30.10.2017</span></div>'
    assert clean(f"<h1>{TITLE}</h1>{byline}{BODY}").published_at == "2017-10-30"


def test_date_of_a_blog_behind_its_words() -> None:
    line = "+ نوشته شده در دوشنبه هشتم آبان ۱۳۹۶ساعت 14:38 توسط رضا محمدی | ۲ نظر"
    page = f"<h1>{TITLE}</h1><div>{BODY}</div><div>{line}</div>"
    assert clean(page).published_at == "2017-10-30T14:38:00+03:30"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("1396/08/08/3415955/title", "2017-10-30"),
        ("2017/10/30/", "2017-10-30"),
        ("2017-10-30/title", "2017-10-30"),
        ("1396/13/08/title", None),
        ("1396/08/title", None),
        ("n/1396/08/08123", None),
        ("archive/1357/11/22/", None),
        ("2098/10/30/title", None),
    ],
)
def test_day_in_the_address_of_a_page_without_a_date(path: str, day: str | None) -> None:
    url = f"https://www.khabar-nemoune.ir/fa/{path}"
    assert clean(f"<h1>{TITLE}</h1>{BODY}", url=url).published_at == day


def test_day_of_the_page_counts_before_that_of_its_address() -> None:
    page = f"<h1>{TITLE}</h1><time>۸ آبان ۱۳۹۶ - ۱۴:۳۸</time>{BODY}"
    url = "https://www.khabar-nemoune.ir/1396/08/07/x"
    assert clean(page, url=url).published_at == "2017-10-30T14:38:00+03:30"


DAY = "۱۸ آذر ۱۴۰۰ - ۰۹:۳۵"
ROWS = {
    "spans": "<span>توسط <a href='/a'>مهتاب رضایی</a> و <a href='/b'>سعید شمس</a></span>"
    f" <span>ارسال در {DAY}</span> <span>زمان خواندن ۱۲ دقیقه</span>",
    "bars": f"آموزش و مهارت | سه‌شنبه {DAY} | بدون دیدگاه | ۱۲۳۴ بازدید | چاپ خبر",
    "slashes": "گروه: آموزش / شناسه خبر: 4021 / ۱۸ آذر ۱۴۰۰ / ۰۹:۳۵ / تعداد بازدید: ۱۲ / نظر: ۰",
    "named": f'<span>سرویس: آموزش و مهارت‌های فنی</span> <span class="date">{DAY}</span>'
    " <span>تعداد بازدید: ۱۲۳۴</span> <span>زمان مطالعه: ۵ دقیقه</span>",
    "update first": f"<span>به‌روزرسانی: ۱۹ آذر ۱۴۰۰ - ۱۰:۲۸</span> <span>{DAY}</span>"
    " <span>تعداد بازدید: ۱۲۳۴ از همه سایت</span>",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_long_row_of_facts(row: str) -> None:
    article = clean(f'<h1>{TITLE}</h1><div class="x">{row}</div><div>{BODY}</div>')
    assert article.published_at == "2021-12-09T09:35:00+03:30"
    assert (article.lead, article.body) == (None, TEXT)


def test_day_in_a_sentence_below_the_title() -> None:
    lead = "آزمون مهارت کشور روز <b>۱۸ آذر ۱۴۰۰</b> در همه مراکز برگزار شد و هزار نفر شرکت کردند."
    article = clean(f'<h1>{TITLE}</h1><div class="lead">{lead}</div><div>{BODY}</div>')
    assert (article.published_at, article.lead) == (
        None,
        lead.replace("<b>", "").replace("</b>", ""),
    )


@pytest.mark.parametrize(
    "update",
    [
        "به روز شده 19/9/1400 10:28 نظرات 82",
        "آخرین به‌روزرسانی: ۱۹ آذر ۱۴۰۰ - ۱۰:۲۸",
        "ویرایش شده در ۱۹ آذر ۱۴۰۰ - ۱۰:۲۸",
    ],
)
@pytest.mark.parametrize("published", [f"<div>{DAY}</div>", ""], ids=["told", "not told"])
def test_day_of_a_change_is_none_of_publication(published: str, update: str) -> None:
    page = f"<h1>{TITLE}</h1>{published}<div>{BODY}</div><div><span>{update}</span></div>"
    article = clean(page)
    assert article.published_at == ("2021-12-09T09:35:00+03:30" if published else None)
    assert article.modified_at == "2021-12-10T10:28:00+03:30"


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>{TITLE}</h1><p>{DAY}</p><div>{BODY}<p>تغییر در 19/9/1400:</p>{BODY}</div>",
        f"<h1>{TITLE}: تغییر 19/9/1400</h1><p>{DAY}</p><div>{BODY}</div>",
        f"<p>به روز شده 19/9/1400</p><div><h1>{TITLE}</h1><p>{DAY}</p><div>{BODY}</div></div>",
    ],
    ids=["in the text", "in the title", "of the site"],
)
def test_day_of_some_other_change(page: str) -> None:
    article = clean(page)
    assert (article.published_at, article.modified_at) == ("2021-12-09T09:35:00+03:30", None)


@pytest.mark.parametrize(
    "event", ["زمان برگزاری: ", "مهلت: ", "مهلت شرکت تا ", "تاریخ شروع دوره: "]
)
@pytest.mark.parametrize("is_told", [True, False], ids=["told", "not told"])
def test_day_of_an_event_is_none_of_publication(event: str, is_told: bool) -> None:
    day = f"<span>{DAY}</span>" if is_told else ""
    row = f"<span>آموزش</span> <span>{event}۲۰ آذر ۱۴۰۳</span> {day} <span>۵ دقیقه مطالعه</span>"
    article = clean(f"<h1>{TITLE}</h1><div>{row}</div><div>{BODY}</div>")
    assert article.published_at == ("2021-12-09T09:35:00+03:30" if is_told else None)


OTHER_DAY = "<p>۸ آبان ۱۳۹۶</p>"


@pytest.mark.parametrize(
    "update",
    [
        '<time class="updated" datetime="2017-11-05T09:00:00+03:30">به‌روز شده: ۱۴ آبان ۱۳۹۶</time>',
        '<time class="updated" datetime="2017-11-05T09:00:00+03:30">۱۴ آبان ۱۳۹۶</time>',
        '<time datetime="2017-11-05T09:00:00+03:30">آخرین ویرایش: ۱۴ آبان ۱۳۹۶</time>',
    ],
)
def test_time_of_a_change_in_an_element_for_times(update: str) -> None:
    page = f"<div><h1>{TITLE}</h1><div>{update}{OTHER_DAY}</div><div>{BODY}</div></div>"
    assert clean(page).published_at == "2017-10-30"


def test_time_of_publication_that_is_called_updated() -> None:
    time = (
        '<time class="entry-date updated" datetime="2017-10-30T14:38:00+03:30">۸ آبان ۱۳۹۶</time>'
    )
    article = clean(f"<h1>{TITLE}</h1><div>{time}</div><div>{BODY}</div>")
    assert article.published_at == "2017-10-30T14:38:00+03:30"


@pytest.mark.parametrize(
    "footer",
    [
        '<footer class="entry-footer"><time datetime="2017-10-30T14:38:00+03:30"></time></footer>',
        '<div class="post-footer"><i>در <abbr class="published" title="2017-10-30T14:38:00+03:30">'
        "۱۴:۳۸</abbr></i></div>",
    ],
)
def test_in_the_footer_of_the_article(footer: str) -> None:
    article = clean(f"<article><h1>{TITLE}</h1><div>{BODY}</div>{footer}</article>")
    assert article.published_at == "2017-10-30T14:38:00+03:30"


def test_beside_a_comment_right_below_the_text() -> None:
    said = '<div class="comment"><i class="date">۹ آبان ۱۳۹۶، ساعت ۸:۱۲</i><p>سپاس</p></div>'
    foot = "<p>در <abbr class='published' title='2017-10-30T14:38:00+03:30'>۱۴:۳۸</abbr></p>"
    article = clean(f"<div><h1>{TITLE}</h1><div>{BODY}</div>{foot}{said}</div>")
    assert article.published_at == "2017-10-30T14:38:00+03:30"


@pytest.mark.parametrize(
    "row",
    [
        "<div><div>علی رضایی | ۱۴۰۳/۰۸/۱۵ - ۰۹:۰۰ | پاسخ</div><p>بسیار عالی بود.</p></div>",
        "<div><a href='/f.pdf'>دستورالعمل</a> | ۱۴۰۲/۰۱/۱۵ | ۲ مگابایت</div>",
    ],
)
def test_of_a_comment_or_a_file_below_the_text(row: str) -> None:
    assert clean(f"<article><h1>{TITLE}</h1><div>{BODY}</div></article>{row}").published_at is None


def test_in_the_footer_of_the_page() -> None:
    footer = (
        '<footer class="footer"><time datetime="2017-10-30T14:38:00+03:30">۸ آبان</time></footer>'
    )
    assert (
        clean(f"<article><h1>{TITLE}</h1><div>{BODY}</div></article>{footer}").published_at is None
    )


def test_day_of_an_issue_above_the_title() -> None:
    head = "<div><a href='/'>روزنامه نمونه</a><div>شماره ۵۲۳۰ | دوشنبه ۸ آبان ۱۳۹۶</div></div>"
    assert clean(f"{head}<div><h1>{TITLE}</h1>{BODY}</div>").published_at == "2017-10-30"
    clock = head.replace("شماره ۵۲۳۰ | ", "")
    assert clean(f"{clock}<div><h1>{TITLE}</h1>{BODY}</div>").published_at is None


def test_day_below_a_bare_number_above_the_title_is_no_clock() -> None:
    facts = "<ul><li>شناسه : 61204</li><li>۸ آبان ۱۳۹۶</li><li>بدون دیدگاه</li></ul>"
    article = clean(f"<div><div>{facts}</div><h5>سخنگوی شورا:</h5><h1>{TITLE}</h1>{BODY}</div>")
    assert article.published_at == "2017-10-30"


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        ('<i class="fa fa-clock"></i><b>۱۴:۳۸</b>', "2017-10-30T14:38:00+03:30"),
        ("ساعت ۱۴:۳۸", "2017-10-30T14:38:00+03:30"),
        ("ساعت: 14:38", "2017-10-30T14:38:00+03:30"),
        ("<b>۰۲:۴۵</b>", "2017-10-30"),  # perhaps the length of a video
        ('<span class="video-time">02:45</span>', "2017-10-30"),
        ('<span class="reading-time">02:00</span>', "2017-10-30"),
        ('<span class="time">14:38</span>', "2017-10-30T14:38:00+03:30"),
    ],
)
def test_clock_on_a_line_of_its_own(clock: str, told: str) -> None:
    row = f"<div><div>۸ آبان ۱۳۹۶</div><div>{clock}</div><div>۲۱۳ بازدید</div></div>"
    article = clean(f"<main>{row}<h1>{TITLE}</h1><div>{BODY}</div></main>")
    assert article.published_at == told


@pytest.mark.parametrize(
    "day_and_clock",
    [
        "<div>۱۳۹۶/۰۸/۰۸<br>۱۴:۳۸</div>",
        "<div>۱۳۹۶/۰۸/۰۸</div><div>۱۴:۳۸</div>",
        "<div>۱۴:۳۸</div><div>۸ آبان ۱۳۹۶</div>",
        "<ul><li>۸ آبان ۱۳۹۶</li><li>۱۴:۳۸</li></ul>",
        "<div class='meta'><p>۸ آبان ۱۳۹۶</p><p>ساعت ۱۴:۳۸</p></div>",
    ],
)
def test_day_and_clock_on_two_lines(day_and_clock: str) -> None:
    above = clean(f"<main>{day_and_clock}<h1>{TITLE}</h1><div>{BODY}</div></main>")
    below = clean(f"<h1>{TITLE}</h1>{day_and_clock}{BODY}")
    assert {above.published_at, below.published_at} == {"2017-10-30T14:38:00+03:30"}
    assert above.body == below.body == TEXT


@pytest.mark.parametrize("length", ["۰۲:۴۵", "25:10", "<b class='duration'>12:45</b>"])
def test_length_of_a_video_below_the_day(length: str) -> None:
    row = f"<div><div>۸ آبان ۱۳۹۶</div><div>{length}</div></div>"
    article = clean(f"<h1>{TITLE}</h1>{row}<div>{BODY}</div>")
    assert (article.published_at, article.body) == ("2017-10-30", TEXT)


def test_length_of_a_video_that_might_be_an_hour() -> None:
    row = "<ul><li>۸ آبان ۱۳۹۶</li><li>12:45</li></ul>"
    article = clean(f"<h1>{TITLE}</h1>{row}<video src='/a.mp4'></video><div>{BODY}</div>")
    assert article.published_at == "2017-10-30"


def test_day_and_clock_of_the_page() -> None:
    clock = "<header><ul><li>۱۶ آبان ۱۳۹۹</li><li>۱۰:۱۴</li></ul></header>"
    assert clean(f"{clock}<main><h1>{TITLE}</h1><div>{BODY}</div></main>").published_at is None


@pytest.mark.parametrize("first", [0, 1])
def test_clocks_of_a_live_report(first: int) -> None:
    entries = [line for text in TEXT for line in ("۱۰:۱۴", text)][first:]
    text = "".join(f"<p>{line}</p>" for line in entries)
    article = clean(f"<div><h1>{TITLE}</h1><p>۸ آبان ۱۳۹۶</p>{text}</div>")
    assert (article.published_at, article.body) == ("2017-10-30", entries)


@pytest.mark.parametrize(
    "shown",
    [
        "2022/11/14 12:32",  # the digits of the head, whose zone is wrong
        "۲۳ آبان ۱۴۰۱ - 14 November 2022 - ۱۲:۳۲",
        "<time>۲۳ آبان ۱۴۰۱ ۱۲:۳۲</time>",
        "۲۳ آبان ۱۴۰۱ 2022-11-14 12:32",
    ],
)
def test_clock_with_the_digits_of_the_head_or_beside_a_jalali_day(shown: str) -> None:
    meta = '<meta property="article:published_time" content="2022-11-14T12:32:10Z">'
    article = clean(f"{meta}<h1>{TITLE}</h1><div>{shown}</div><div>{BODY}</div>")
    assert (article.published_at or "")[:16] == "2022-11-14T12:32"


@pytest.mark.parametrize("head", ["03-12-2024", "2024/12/03 20:30-21:30"])
def test_day_or_span_in_the_head_is_no_zone(head: str) -> None:
    meta = f'<meta property="article:published_time" content="{head}">'
    article = clean(f"{meta}<h1>{TITLE}</h1><div>2024/12/03 14:30</div><div>{BODY}</div>")
    assert article.published_at == "2024-12-03T14:30:00+03:30"


def test_clock_elsewhere_beside_a_gregorian_day() -> None:
    meta = '<meta property="article:published_time" content="2022-11-14T12:32:10+00:00">'
    row = "<div>تاریخ انتشار <time>۱۴/۱۱/۲۰۲۲ - ۱۳:۳۲</time></div>"
    article = clean(f"{meta}<h1>{TITLE}</h1>{row}<div>{BODY}</div>")
    assert article.published_at == "2022-11-14T16:02:10+03:30"
