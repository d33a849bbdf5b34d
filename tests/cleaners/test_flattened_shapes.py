"""Shapes of flattened texts that were met on real pages."""

import time

import pytest

from cleaners import NotAnArticle, clean_text
from tests.cleaners.flattened import REPORT as FIRST
from tests.cleaners.flattened import SECOND, TITLE, read


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("سه‌شنبه ۱۲ فروردین ۱۴۰۴", "2025-04-01"),
        ("تاریخ خبر: 1401 یکشنبه 10 مهر", "2022-10-02"),
        ("اجتماعی 12:57 - 23 آذر 1397", "2018-12-14T12:57:00+03:30"),
        ("خبرگزاری ایسنا / ۱۴۰۴/۰۵/۲۲", "2025-08-13"),
        ("رادیو زمانه - ۲۱ فروردین ۱۳۹۵", "2016-04-09"),
        ("تاریخ انتشار: ۰۱ تير ۱۴۰۰ - ۲۲:۳۶ 22 June 2021", "2021-06-22T22:36:00+04:30"),
        ("تاریخ انتشار: ۰۵ شهريور ۱۴۰۴ - ۰۸:۰۵ - 27August 2025", "2025-08-27T08:05:00+03:30"),
        ("منتشر شده در تاریخ ۹ اردیبهشت ۱۳۹۸", "2019-04-29"),
    ],
)
def test_date_below_the_title(line: str, moment: str) -> None:
    article = read(TITLE, line, "", FIRST, SECOND)
    assert (article.title, article.published_at) == (TITLE, moment)
    assert article.body == [FIRST, SECOND]


def test_weekday_above_everything_is_a_clock() -> None:
    assert read("سه‌شنبه ۱۲ فروردین ۱۴۰۴", TITLE, "", FIRST, SECOND).published_at is None


def test_title_that_the_text_tells_below_links_to_persons() -> None:
    menu = ["سیاست", "", "اخبار رضا کریمی", "", "اخبار حسن نیک‌نام", ""]
    article = read(*menu, TITLE, "", "۲۸ اسفند ۱۴۰۲ - ۱۲:۱۹", "کد خبر: ۴۷۶۵۱۰۸", FIRST, SECOND)
    assert (article.kicker, article.title) == (None, TITLE)
    assert article.body == [FIRST, SECOND]


def test_numbered_list_in_the_text() -> None:
    items = ["1. جوشکاری", "2. نقشه خوانی", "3. ایمنی"]
    article = read(TITLE, "", FIRST, "رشته‌ها سه دسته‌اند:", *items, SECOND)
    assert (article.section, article.body[2:5]) == ([], items)


def test_sentence_that_goes_on_with_a_hashtag() -> None:
    line = "#ورامین، پاکدشت و ری در دست ساخت است."
    article = read(TITLE, "", FIRST, "او گفت سه سالن در شهرستان‌های", line)
    assert (article.tags, article.body[-1]) == ([], line)


def test_kicker_with_a_latin_semicolon() -> None:
    article = read("با حضور فرماندار;", "", TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title) == ("با حضور فرماندار;", TITLE)


def test_code_of_two_parts() -> None:
    assert read("• کد خبر: 8802-10752", TITLE, "", FIRST, SECOND).news_code == "8802-10752"


def test_number_of_a_paper_is_no_code() -> None:
    assert read("شماره 5052", TITLE, "", FIRST, SECOND).news_code is None


def test_attribution_that_a_line_end_cut() -> None:
    article = read(TITLE, "", "رضا کریمی در گفت‌وگو با", f"خبرنگار ما گفت: {SECOND}")
    assert article.title == TITLE
    assert article.body == [f"رضا کریمی در گفت‌وگو با خبرنگار ما گفت: {SECOND}"]


def test_excerpt_with_dots_above_the_title_is_none() -> None:
    lead = "شهرداری برنامه گشایش پل تازه شهر و راه‌های پیرامون آن را برای ماه آینده اعلام کرد"
    article = read(f"{lead}. ...", "زمان تقریبی مطالعه :", "", TITLE, "", lead, "", FIRST, SECOND)
    assert (article.kicker, article.title, article.lead) == (None, TITLE, lead)
    assert article.body == [FIRST, SECOND]


@pytest.mark.parametrize("copy", [f"{TITLE}...", f"{TITLE[:24]}…"])
def test_copy_of_the_title_with_dots(copy: str) -> None:
    article = read(copy, TITLE, FIRST, SECOND)
    assert (article.kicker, article.title, article.body) == (None, TITLE, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("پل تازه شهر گشوده می‌شود...", "پل تازه شهر گشوده می‌شود؛ شهردار از پایان کار خبر داد"),
        (f"{TITLE} و مردم آمدند...", f"{TITLE} و مردم آمدند و از آن گذشتند و سپاسگزاری کردند"),
    ],
)
def test_title_with_dots_above_a_line_that_begins_with_it(title: str, below: str) -> None:
    assert read(title, below, FIRST, SECOND).title == title


def test_text_that_stands_twice() -> None:
    refrain = "و باز پرسیدم: چرا؟"
    long = f"وی افزود: {SECOND}"
    article = read(TITLE, "", FIRST, refrain, long, FIRST, refrain, long)
    assert article.body == [FIRST, refrain, long, refrain]


def test_only_sentence_above_a_name() -> None:
    dateline = "تهران- ایرنا- سخنگوی دولت از تصویب چهار پیشنهاد شورا در نشست امروز خبر داد."
    article = read(TITLE, "", dateline, "", "رضا کریمی", "رضا کریمی")
    assert (article.lead, article.body) == (None, [dateline])


@pytest.mark.parametrize(
    "line",
    [
        "← برای متن کامل، اینجا کلیک‌کنید.",
        "ارسال شده توسط admin | متن کامل",
        "تازه‌ترین خبرهای روز را اینجا دنبال کنید",
        "همرسانی کنید:",
        "← متن کامل خبر در ادامه قابل مشاهده است.",
        "آدرس ایمیل خود را با فرمت مناسب وارد نمایید.",
        "این مطلب بدون برچسب می باشد.",
        "پخش این فایل در دستگاه شما پشتیبانی نمی شود.",
        ".h_iframe .ratio{display:block;width:100%;height:auto;}",
        "Your browser doesn’t support HTML5",
        "-- Name (@x_y) October 3, 2025",
        "۱ ساعت پیش",
        "اجتماعی",
        "3",
    ],
)
def test_furniture_below_the_text(line: str) -> None:
    assert read(TITLE, "", FIRST, SECOND, line).body == [FIRST, SECOND]


@pytest.mark.parametrize("mark", ["- ", "• "])
def test_mark_before_the_title(mark: str) -> None:
    assert read(mark + TITLE, "", FIRST, SECOND).title == TITLE


@pytest.mark.parametrize("line", ["0", "افغانستان", "۲۴ مرداد", "سایت مهارت نو / ۱ ساعت قبل"])
def test_no_kicker(line: str) -> None:
    article = read(line, TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title) == (None, TITLE)


def test_kicker_below_the_first_copy_of_the_title() -> None:
    kicker = "روابط عمومی مرکز خبر داد:"
    article = read(
        TITLE, "• ۲۱ مرداد ۱۳۹۹", "• ۳۸۱ بازدید", "", kicker, "", TITLE, "", FIRST, SECOND
    )
    assert (article.kicker, article.title) == (kicker, TITLE)


def test_kicker_below_date_and_code() -> None:
    facts = ["kargah.ir", "", "کد خبر: ۱۲۰۶", "تاریخ انتشار : ۱۹ آذر ۱۳۹۶ - ۲۱:۱۱"]
    article = read(*facts, "در هفته مهارت", "", TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title) == ("در هفته مهارت", TITLE)


def test_text_without_full_stops_is_whole() -> None:
    lines = [
        "مدیر مرکز در آیین افتتاح کارگاه اظهار کرد:",
        "سختی راه در کار همکاران ما اثری نگذاشته است",
        "وی افزود: امسال سیصد نفر در استان آموزش دیدند",
    ]
    article = read(TITLE, "", *lines)
    assert (article.title, article.body) == (TITLE, lines)


def test_last_step_of_a_breadcrumb_is_the_title() -> None:
    article = read(f"روز مهارت > رویداد > {TITLE}", "", TITLE, "", FIRST, SECOND)
    assert (article.title, article.body) == (TITLE, [FIRST, SECOND])


def test_name_of_the_site_is_no_title() -> None:
    assert read("خبر کارگاه khabarkargah.com", "", "کد خبر: ۲۱۹۵۴", FIRST, SECOND).title is None


@pytest.mark.parametrize("name", ["روزنامه خراسان", "حواشی - خبر سرخ - پرسپولیس نیوز"])
def test_name_of_the_site_above_the_date(name: str) -> None:
    article = read(name, "۲۵ مرداد ۱۳۸۸ - ۸:۴۴", "", TITLE, "", FIRST, SECOND)
    assert (article.title, article.body) == (TITLE, [FIRST, SECOND])


def test_title_that_stands_twice_above_a_long_list() -> None:
    items = [f"• بخش {number} پل تازه شهر با هزینه استان" for number in "۱۲۳۴۵۶۷"]
    article = read(TITLE, TITLE, *items, FIRST)
    assert (article.title, len(article.body)) == (TITLE, 8)


def test_agency_in_quotation_marks() -> None:
    line = "رئیس اداره در گفت‌وگو با خبرنگار «ایلنا» گفت: ساخت پل تازه شهر سه سال طول کشید."
    assert read(TITLE, "", line, SECOND).agency == "ilna"


def test_several_stories_with_their_codes_are_a_listing() -> None:
    stories = [
        line
        for number in ("171920", "171745", "171664")
        for line in (TITLE, SECOND, f"کد خبر: {number} تاریخ انتشار : ۱۳۹۷/۰۹/۰۶")
    ]
    with pytest.raises(NotAnArticle) as caught:
        read(*stories)
    assert caught.value.reason == "listing"
    with pytest.raises(NotAnArticle):
        read(*stories[:6])
    assert read(*stories[:3], stories[5]).news_code == "171920"


def test_list_of_names_under_a_lead_is_the_body() -> None:
    names = ["علی رضایی", "مریم کاظمی", "حسن احمدی نژاد"]
    lead = "تهران - ایرنا - برگزیدگان جشنواره ملی شعر فجر به این شرح اعلام شدند."
    assert read("برگزیدگان جشنواره اعلام شدند", lead, *names).body == names


def test_codes_of_courses_are_no_stories() -> None:
    courses = [f"رشته {name} کد: ۱۰۲۳" for name in ("برق صنعتی", "جوشکاری", "حسابداری")]
    assert read(TITLE, FIRST, *courses, SECOND).body == [FIRST, *courses, SECOND]


@pytest.mark.parametrize(
    "title",
    [
        "فروش بلیت آنلاین",
        "آخرین اخبار از سیل خوزستان",
    ],
)
def test_only_headline_stays_the_title_whatever_it_says(title: str) -> None:
    assert read(title, "", FIRST, SECOND).title == title


def test_dated_items_in_the_text() -> None:
    items = ["زلزله بم - ۵ دی ۱۳۸۲", "زلزله منجیل - ۳۱ خرداد ۱۳۶۹"]
    article = read(TITLE, FIRST, "بزرگترین زلزله‌ها:", *items, SECOND)
    assert (article.published_at, article.body[2:4]) == (None, items)


def test_last_number_below_its_label() -> None:
    assert read(TITLE, FIRST, "تعداد کرسی‌ها:", "۲۵").body[-1] == "۲۵"


def test_kicker_of_a_text_without_full_stops() -> None:
    text = ["مدیرکل گیلان گفت این کارگاه به بهره‌برداری رسید", "و امسال سیصد نفر آموزش دیدند"]
    article = read("استان گیلان", "افتتاح کارگاه جوشکاری در رشت", *text)
    assert (article.kicker, article.title) == ("استان گیلان", "افتتاح کارگاه جوشکاری در رشت")
    assert article.body == text


@pytest.mark.parametrize(
    "text",
    [
        "خط کوتاه\n۱۲ آذر ۱۴۰۳\n" * 1600 + FIRST * 6400,
        FIRST + "\nکار ادامه دارد ۹۹۲۳**۳۲۱۳" * 8000,
        "مدارک لازم کار:\n" * 2500 + FIRST,
    ],
    ids=["many dates above a long text", "many codes below one sentence", "many labels, no title"],
)
def test_time_grows_with_the_text(text: str) -> None:
    """At most two seconds of one processor; a square would take some twenty."""
    start = time.process_time()
    clean_text(text, normalize=False)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("above", ["مدیرکل راه و شهرسازی استان", "رضا کریمی"])
def test_comma_below_the_speaker(above: str) -> None:
    rest = "، که در آیین گشایش پل سخن می‌گفت، از پایان سه سال کار خبر داد."
    for gap in ("", "\n"):
        assert read(TITLE, "", FIRST, gap, above + gap, rest, SECOND).body == [
            FIRST,
            f"{above} {rest}",
            SECOND,
        ]


@pytest.mark.parametrize("above", ["", "به گزارش خبرنگار ما"])
def test_comma_at_the_start_of_a_line(above: str) -> None:
    rest = "، رضا کریمی گفت: پل تازه شهر پس از سه سال کار گشوده شد."
    article = read(TITLE, "", above, rest, SECOND)
    assert (article.title, article.body[0]) == (TITLE, f"{above} {rest}" if above else rest[2:])


def test_title_glued_to_the_attribution_below_the_lead() -> None:
    lead = "شهردار گفت: پل تازه شهر بامداد امروز به روی مردم گشوده شد."
    report = FIRST.replace("خبرنگار ما", "خبرنگار گروه استان‌ها")
    article = read(lead, "", TITLE + report, "", SECOND)
    assert (article.lead, article.title) == (lead, TITLE)
    assert article.body == [report, SECOND]


def test_a_weekday_before_a_report_is_not_cut() -> None:
    line = "سخنگوی وزارت خارجه روز دوشنبه گزارش خبرگزاری رویترز درباره ساخت پل تازه را تکذیب کرد."
    assert read(TITLE, "", FIRST, line).body == [FIRST, line]
