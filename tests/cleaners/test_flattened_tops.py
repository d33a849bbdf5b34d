"""What stands above a flattened text: forms, names of sites and lists, dates and codes, credits."""

import pytest

from tests.cleaners.flattened import LEAD, SECOND, TITLE, read
from tests.cleaners.flattened import REPORT as FIRST


@pytest.mark.parametrize(
    "lines",
    [
        ["نام کاربری یا نشانی ایمیل", "رمز عبور", "مرا به خاطر بسپار"],
        ["نام کاربری یا ایمیل", "رمز عبور", "لطفا پاسخ را به عدد انگلیسی وارد کنید:"],
        ["sendارسال به دوستان", "printنسخه چاپی"],
        ["گزارشگر : ۷۴۱"],
        ["آخرین اخبار استان گلستان"],
        ["آخرین و جدیدترین اخبار ورزشی"],
        ["پایگاه خبری تحلیلی رودبار (Rudbar.ir) :"],
        ["| 3 سال قبل"],
        ["[ad_2]"],
    ],
)
def test_furniture_is_neither_title_nor_kicker(lines: list[str]) -> None:
    article = read(*lines, FIRST, SECOND)
    assert (article.kicker, article.title, article.lead) == (None, None, None)
    article = read(*lines, TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title, article.lead) == (None, TITLE, None)
    assert article.body == [FIRST, SECOND]


def test_title_that_begins_like_a_list_of_news() -> None:
    title = "آخرین اخبار استان گلستان از سیل"
    assert read(title, "", FIRST, SECOND).title == title


def test_section_above_the_title() -> None:
    assert read("سرویس اقتصاد", TITLE, "", FIRST, SECOND).kicker is None


def test_site_that_signs_the_text_is_no_kicker() -> None:
    signed = "ندای رودبار - ایرنا / فرماندار گفت: پل تازه شهر پس از سه سال کار گشوده شد."
    article = read("ندای رودبار", TITLE, "", signed, SECOND)
    assert (article.kicker, article.title, article.place) == (None, TITLE, None)


@pytest.mark.parametrize("mark", ":؛")
def test_kicker_between_title_and_its_copy(mark: str) -> None:
    kicker = f"پس از سه سال کار{mark}"
    article = read(TITLE, "کد خبر: 27914", kicker, "", TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title, article.body) == (kicker, TITLE, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["  3915027748"], "3915027748"),
        (["  3915027748", "کد خبر: 27914"], "27914"),
        (["  0915027748"], None),
        (["  1402"], None),
        (["۰۲ مهر ۱۳۹۹ | ۱۴:۲۱ کد : ۱۷۳۰۵۵۲ شهرها انتخاب سردبیر"], "1730552"),
    ],
)
def test_code_below_the_title(lines: list[str], code: str | None) -> None:
    article = read(TITLE, "", *lines, "", FIRST, SECOND)
    assert (article.news_code, article.title) == (code, TITLE)
    assert article.body == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("شماره ۴۱۲ | ۱۳۹۵ پنجشنبه ۱۸ شهریور", "2016-09-08"),
        ("تاریخ انتشار: ۴۸ : ۱۶ - ۱۲ آذر ۱۳۹۵", "2016-12-02T16:48:00+03:30"),
        ("تاریخ انتشار: ۷۸ : ۹۱ - ۱۲ آذر ۱۳۹۵", "2016-12-02"),
        ("۲۵ آذر ۱۴۰۱ - ساعت", None),
        ("۱۳۹۸ شهریور ۳, یکشنبه", "2019-08-25"),
        ("یکشنبه ۳ شهریور ۱۳۹۸", None),
        ("نام شهر ما آنلاین\nاخبار شهر ما آنلاینامروز: یکشنبه ۳ شهریور ۱۳۹۸", None),
        ("۳ شهریور ۱۳۹۸، یکشنبه", None),
        ("• تقویم روزنامه نمونه ۱۴۰۲-۱۱-۲۵ - ۰۱:۱۷", "2024-02-14T01:17:00+03:30"),
    ],
)
def test_date_above_the_title(line: str, day: str | None) -> None:
    assert read(line, TITLE, "", FIRST, SECOND).published_at == day


def test_numbers_of_letters_in_the_text_stay() -> None:
    letters = ["شماره 4120 تاریخ 22/12/1388", "شماره 5130 تاریخ 10/3/1391"]
    assert read(TITLE, "", FIRST, *letters, SECOND).body == [FIRST, *letters, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "عکس: رضا کریمی / باشگاه خبرنگاران جوان",
        "عکاس(رضا کریمی) خبرگزاری فارس گلستان",
        "گفت و گو از رضا کریمی، عضو تحریریه شهر ما",
        "|  رضا کریمی  |",
        "*گزارش تصویری:رضا کریمی",
        "ترجمه: رضا کریمی",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_credit(line: str, *, above: bool) -> None:
    lines = [line, FIRST, SECOND] if above else [FIRST, SECOND, line]
    article = read(TITLE, "", *lines)
    assert (article.title, article.authors) == (TITLE, ["رضا کریمی"])
    assert (article.lead, article.body) == (None, [FIRST, SECOND])


def test_picture_s_credit_does_not_part_lead_and_text() -> None:
    article = read(TITLE, "", SECOND, "عکس: رضا کریمی / ایسنا", "۹ تیر ۱۴۰۲ - ۱۲:۴۰", LEAD)
    assert (article.lead, article.body) == (None, [SECOND, LEAD])


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("# قیمت ارز # جام جهانی # برف", ["قیمت ارز", "جام جهانی", "برف"]),
        ("#قیمت_ارز #برف", ["قیمت ارز", "برف"]),
        ("# قیمت ارز", ["قیمت ارز"]),
    ],
)
def test_hashtags(line: str, tags: list[str]) -> None:
    article = read(TITLE, "", FIRST, SECOND, line)
    assert (article.tags, article.body) == (tags, [FIRST, SECOND])


def test_attribution_cut_after_the_club_s_first_word() -> None:
    cut = ["به گزارش خبرنگار گروه استان های باشگاه", "خبرنگاران جوان از رشت؛ پل تازه گشوده شد."]
    assert read(TITLE, "", *cut, SECOND).body == [" ".join(cut), SECOND]


@pytest.mark.parametrize("line", ["پل تازه", "پل‌ها", "۱۳:۴۸ | | شهر ۲۴"])
def test_tag_or_section_above_the_title_is_no_kicker(line: str) -> None:
    article = read(line, TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title) == (None, TITLE)


@pytest.mark.parametrize(
    "kicker",
    [
        "گفت‌وگو با رضا کریمی، سازنده پل و نویسنده کتاب «جاده‌های استان در صد سال»",
        "گفت‌وگوی شهر ما با رضا کریمی، سازنده پل و نویسنده کتاب «جاده‌های استان»",
        "رضا کریمی در گفت‌وگو با شهر ما از ساخت پل و جاده‌های استان می‌گوید",
    ],
)
def test_kicker_that_says_whom_the_talk_is_with(kicker: str) -> None:
    article = read(kicker, TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title) == (kicker, TITLE)


def test_title_below_its_kicker_is_told_less_than_the_lead() -> None:
    kicker, title = "استاندار در آیین گشایش پل:", "نازپرورده نیستیم/ وعده‌ها را نشمارید"
    lead = "گزارش+عکس از آیین گشایش پل تازه شهر با حضور استاندار"
    article = read(kicker, "", title, "", lead, "", FIRST, SECOND)
    assert (article.kicker, article.title) == (kicker, title)


def test_name_of_a_site_s_icon_is_no_title() -> None:
    title = "وعده‌ای که سرانجام به بار نشست"
    assert read("نماد سایت پل تازه شهر", "", title, "", FIRST, SECOND).title == title


@pytest.mark.parametrize(
    "title",
    ["عکس از پل شهر پس از باران", "پل شهر پس از باران", "نماد سایت پل شهر ثبت ملی شد"],
)
def test_headline_below_the_names_of_site_and_section(title: str) -> None:
    day = "تاریخ انتشار: ۱۲ آذر ۱۴۰۲ - ۱۰:۲۵"
    for names in (["شهر فردا"], ["شهر فردا", "محیط زیست"]):
        assert read(*names, title, day, FIRST, SECOND).title == title


@pytest.mark.parametrize("line", ["منبع", "بروزرسانی", "عکس از رضا کریمی"])
def test_label_below_the_title_is_no_text(line: str) -> None:
    article = read(TITLE, line, "", FIRST, SECOND)
    assert (article.title, article.body) == (TITLE, [FIRST, SECOND])


def test_parts_of_a_text_are_no_sections() -> None:
    assert read(TITLE, "", FIRST, "بخش اول / بخش دوم", SECOND).section == []


def test_two_sections_with_their_labels() -> None:
    article = read("گروه سیاسی / حوزه احزاب و تشکل‌ها", "", TITLE, "", FIRST, SECOND)
    assert (article.title, article.section) == (TITLE, ["سیاسی", "احزاب و تشکل‌ها"])


@pytest.mark.parametrize("kicker", ["نویسنده «شب» در گفت‌وگو با ما:", "نویسنده کتاب سال:"])
def test_kicker_that_begins_like_an_author(kicker: str) -> None:
    article = read(kicker, "", TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title, article.authors) == (kicker, TITLE, [])


def test_title_that_begins_like_an_author() -> None:
    title = "نویسنده کتاب سال کودک معرفی شد"
    assert read(title, "", FIRST, SECOND).title == title


@pytest.mark.parametrize(
    "title", ["عکس: بارش برف در شهر", "عکس: آتش سوزی جنگل", "خبرنگار: کاری برای همه"]
)
def test_what_a_picture_shows_is_no_author(title: str) -> None:
    article = read(title, "", FIRST, SECOND)
    assert (article.title, article.authors) == (title, [])


def test_photographer_is_an_author() -> None:
    article = read(TITLE, "عکس: رضا کریمی", "", FIRST, SECOND)
    assert (article.title, article.authors) == (TITLE, ["رضا کریمی"])


@pytest.mark.parametrize("name", ["تیکا شهبازی", "دریا نادری", "شایان حاجی نجف"])
def test_photographer_whose_name_is_a_word(name: str) -> None:
    line = f"عکس: {name}"
    for text in ([TITLE, line, "", FIRST, SECOND], [TITLE, "", FIRST, SECOND, line]):
        article = read(*text)
        assert (article.title, article.authors, article.body) == (TITLE, [name], [FIRST, SECOND])


@pytest.mark.parametrize("picture", ["عکس: برف و باران", "عکس: نمایی از پل تازه شهر"])
def test_words_below_the_text_that_are_no_photographer(picture: str) -> None:
    assert read(TITLE, "", FIRST, SECOND, picture).authors == []


def test_picture_below_the_name_of_a_site_may_be_a_title() -> None:
    assert read("خبرگزاری استان", "عکس: آتش سوزی جنگل", "", FIRST, SECOND).authors == []


@pytest.mark.parametrize(
    ("path", "sections"),
    [
        ("اقتصاد > کار و تعاون", ["اقتصاد", "کار و تعاون"]),
        ("صفحه نخست » اجتماعی » آموزش", ["اجتماعی", "آموزش"]),
        ("خانه / اخبار / آموزش", ["آموزش"]),
        ("خانه / درباره ما / تماس با ما", []),
        ("سیاسی / اقتصادی / فرهنگی / ورزشی", []),
        ("اخبار » استان‌ها » گیلان", ["استان‌ها", "گیلان"]),
        ("خانه / آموزش / گشایش پل", ["آموزش"]),
        ("صفحه نخست > اخبار > گشایش پل تازه", []),
        ("خانه | مراکز آموزشی | کارآموزی", []),
    ],
)
def test_path_above_the_title_names_the_sections(path: str, sections: list[str]) -> None:
    article = read(path, TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title, article.section) == (None, TITLE, sections)


@pytest.mark.parametrize(
    "title", ["اقتصاد / دلار ارزان شد", "فرهنگ / جشنواره فجر", "سیاسی / پاسخ ایران"]
)
def test_title_behind_the_name_of_a_section(title: str) -> None:
    article = read("خبرگزاری استان", title, "", FIRST, SECOND)
    assert (article.title, article.section) == (title, [])


def test_headline_behind_the_label_of_a_news_service_is_no_section() -> None:
    assert read("سرویس خبر: پل تازه شهر گشوده شد", "", FIRST, SECOND).section == []


def test_mark_behind_a_kicker_of_one_word() -> None:
    article = read("عکس؛", TITLE, "", FIRST, SECOND)
    assert (article.kicker, article.title, article.section) == ("عکس؛", TITLE, [])


def test_section_behind_the_label_of_a_news_service() -> None:
    assert read("سرویس خبر : معدن", TITLE, "", FIRST, SECOND).section == ["معدن"]


def test_title_at_the_end_of_a_path_above_its_kicker() -> None:
    title, kicker = "هیچ خودرویی پشت راه‌بندان نمی‌ماند", "در آیین گشایش پل تازه شهر:"
    path = ["صفحه اصلی", "»", "اخبار", "»", title]
    for caption in ("پل تازه شهر", "گشایش پل تازه شهر"):
        day = ["تاریخ انتشار: ۸ مهر ۱۴۰۴، ۸:۱۰", "بازدید: ۳۶۵", "", caption]
        article = read(*path, "", kicker, title, *day, LEAD, FIRST, SECOND)
        assert (article.title, article.kicker) == (title, kicker)
