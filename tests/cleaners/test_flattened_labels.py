"""Labels of facts on lines of their own in flattened texts: their value is below them, or lost."""

import pytest

from tests.cleaners.flattened import REPORT, SECOND, TITLE, read

REMARK = "با سلام. این پل خیلی خوب است و باید زودتر ساخته می‌شد."


@pytest.mark.parametrize("label", ["نویسنده:", "خبرنگار :", "عکاس:"])
@pytest.mark.parametrize("name", ["رضا کریمی", "ژوبین شهنامه"])
def test_author_below_the_label(label: str, name: str) -> None:
    for lines in ([label, name, TITLE], [TITLE, label, name]):
        article = read(*lines, REPORT, SECOND)
        assert (article.kicker, article.title, article.authors) == (None, TITLE, [name])
        assert article.body == [REPORT, SECOND]


@pytest.mark.parametrize("label", ["گروه :", "سرویس:", "دسته بندی:"])
@pytest.mark.parametrize("section", ["استان‌ها", "اجتماعی و فرهنگی"])
def test_section_below_the_label(label: str, section: str) -> None:
    for lines in ([label, section, TITLE], [TITLE, label, section]):
        article = read(*lines, REPORT, SECOND)
        assert (article.kicker, article.title, article.section) == (None, TITLE, [section])
        assert article.body == [REPORT, SECOND]


@pytest.mark.parametrize(
    "label",
    [
        "تعداد بازدید از این خبر:",
        "بازدید :",
        "نویسنده:",
        "گروه:",
        "تعداد نظرات:",
        "تاریخ ایجاد:",
        "عنوان خبر:",
        "موضوع:",
    ],
)
def test_label_without_its_value_is_neither_kicker_nor_text(label: str) -> None:
    for lines in ([label, TITLE], [label, "", TITLE, ""], [TITLE, "", label, ""]):
        article = read(*lines, REPORT, SECOND)
        assert (article.kicker, article.title, article.authors) == (None, TITLE, [])
        assert article.body == [REPORT, SECOND]


def test_short_title_below_a_label_without_its_name() -> None:
    article = read("نویسنده:", "جشنواره بزرگ مهارت", "", REPORT, SECOND)
    assert (article.title, article.authors) == ("جشنواره بزرگ مهارت", [])


@pytest.mark.parametrize("gap", [[], [""]])
@pytest.mark.parametrize("label", ["عکاس:", "خبرنگار:"])
def test_title_of_two_words_below_a_label_without_its_name(label: str, gap: list[str]) -> None:
    article = read(label, "جشن مهرگان", *gap, REPORT, SECOND)
    assert (article.title, article.authors) == ("جشن مهرگان", [])


def test_photographer_below_the_text() -> None:
    article = read(TITLE, REPORT, SECOND, "عکاس:", "رضا کریمی")
    assert (article.authors, article.body) == (["رضا کریمی"], [REPORT, SECOND])


@pytest.mark.parametrize(
    "rows",
    [
        ["نویسنده:", "رضا کریمی", "ناشر:", "نشر نو", SECOND],
        ["خبرنگار:", "چرا این پل تازه را ساختید؟", "شهردار:", "مردم آن را می‌خواستند.", SECOND],
        ["بخش:", "کشاورزی", SECOND],
        ["شرکت‌کنندگان در میزگرد:", "رضا کریمی | روزنامه‌نگار", "مریم رضایی | خبرنگار", SECOND],
    ],
)
def test_rows_and_speakers_in_the_text_stay(rows: list[str]) -> None:
    article = read(TITLE, REPORT, *rows)
    assert (article.authors, article.section, article.body) == ([], [], [REPORT, *rows])


@pytest.mark.parametrize("at", [1, 2, 3])
def test_author_with_an_office(at: int) -> None:
    lines = [TITLE, REPORT, SECOND]
    article = read(*lines[:at], "رضا کریمی | خبرنگار گروه جامعه", *lines[at:])
    assert (article.authors, article.body) == (["رضا کریمی"], [REPORT, SECOND])


@pytest.mark.parametrize(
    "below", [["نظرات", "علی", REMARK], ["خبرهای مرتبط", TITLE, REMARK], [REMARK]]
)
def test_author_with_an_office_above_what_readers_wrote(below: list[str]) -> None:
    article = read(TITLE, REPORT, SECOND, "رضا کریمی | خبرنگار گروه جامعه", *below)
    assert (article.authors, article.body[:2]) == (["رضا کریمی"], [REPORT, SECOND])


def test_office_below_the_label() -> None:
    article = read(TITLE, "۱۸ تیر ۱۴۰۴", "نویسنده:", "روابط عمومی", REPORT, SECOND)
    assert (article.authors, article.body) == ([], [REPORT, SECOND])


@pytest.mark.parametrize(
    "line", ["۱۸ تیر ۱۴۰۴۲۰ تیر ۱۴۰۴", "۱۸ تیر ۱۴۰۴۲۰ تیر ۱۴۰۴ نویسنده: روابط عمومی"]
)
def test_two_days_that_are_stuck_together(line: str) -> None:
    article = read(TITLE, line, REPORT, SECOND)
    assert (article.published_at, article.body) == ("2025-07-09", [REPORT, SECOND])


def test_day_of_a_change_below_that_of_publication() -> None:
    for above in ([TITLE, "۱۸ تیر ۱۴۰۴", "۲۰ تیر ۱۴۰۴"], ["۱۸ تیر ۱۴۰۴", "۲۰ تیر ۱۴۰۴", TITLE]):
        assert read(*above, REPORT, SECOND).published_at == "2025-07-09"


def test_clock_of_the_page_above_the_day_of_the_text() -> None:
    assert read("۲۰ تیر ۱۴۰۴", "۱۸ تیر ۱۴۰۴", TITLE, REPORT).published_at == "2025-07-09"


def test_numbers_that_only_look_like_two_days() -> None:
    line = "در ۱۴ هفته ۱۴۰۴۱۸ خودرو از این پل گذشته است"
    assert read(TITLE, REPORT, SECOND, line + ".").body == [REPORT, SECOND, line + "."]


@pytest.mark.parametrize("comma", ["،", ","])
def test_tags_with_commas_on_lines_of_their_own(comma: str) -> None:
    tags = ["سمنان", comma, "پل", comma, "راه"]
    article = read(TITLE, REPORT, SECOND, "", "برچسب ها:", *tags, "", "اشتراک گذاری")
    assert (article.tags, article.body) == (["سمنان", "پل", "راه"], [REPORT, SECOND])


@pytest.mark.parametrize(
    "below", [[], ["نظرات", "", "همشهری", "", "۳ آبان ۱۴۰۴", "", f"ممنون. {SECOND}"]]
)
def test_tags_and_networks_apart_below_the_text(below: list[str]) -> None:
    tags = ["پویش مهارت", "", "سمنان", "", "نوجوانان", ""]
    share = ["اشتراک‌گذاری:", "ایتا", "", "بله", "", "سروش", "", "امتیاز شما:", "(۳ رأی)"]
    article = read(TITLE, "", REPORT, "", SECOND, "", "برچسب‌ها:", *tags, *share, *below)
    assert (article.tags, article.body) == (["پویش مهارت", "سمنان", "نوجوانان"], [REPORT, SECOND])


def test_headline_below_the_tags_is_none_of_them() -> None:
    other = "رکورد صادرات زعفران شکسته شد"
    article = read(TITLE, "", REPORT, "", SECOND, "", "برچسب‌ها:", "سمنان", "", other)
    assert article.tags == ["سمنان"]


def test_text_below_a_label_of_tags_stays() -> None:
    article = read(TITLE, "", REPORT, "", "برچسب‌ها:", "سمنان", "", "راه‌ها", "", SECOND)
    assert (article.tags, article.body) == (["سمنان"], [REPORT, "راه‌ها", SECOND])


def test_answer_in_a_talk_stays() -> None:
    talk = ["پل را دیده‌اید؟", "بله", SECOND]
    assert read(TITLE, REPORT, *talk).body == [REPORT, *talk]


@pytest.mark.parametrize(
    "below",
    [
        ["چاپ خبر"],
        ["لینک کوتاه:"],
        ["تلگرام", "ایتا", "بله", "", "نظرات"],
        ["تلگرام", "چاپ خبر"],
        ["۳۰ تیر ۱۳۹۷، ۹:۱۵"],
        ["مقاله بعدی"],
    ],
)
def test_what_follows_the_tags_is_none_of_them(below: list[str]) -> None:
    for lines in (["سمنان", "پل", *below], ["سمنان", "", "پل", "", *below]):
        article = read(TITLE, "", REPORT, "", SECOND, "", "برچسب‌ها:", *lines)
        assert article.tags == ["سمنان", "پل"]


@pytest.mark.parametrize(
    "tags",
    [
        ["فیلترینگ", "تلگرام", "واتساپ"],
        ["تلگرام", "پیام‌رسان", "فیلترینگ"],
        ["انقلاب", "۲۲ بهمن ۱۴۰۳", "راهپیمایی"],
    ],
)
def test_networks_and_days_among_the_tags(tags: list[str]) -> None:
    assert read(TITLE, REPORT, SECOND, "برچسب‌ها:", *tags).tags == tags


def test_path_from_a_known_section_to_one_within_it() -> None:
    article = read("کد خبر: ۴۵۸۷۱۲", "ورزشی » فوتبال و فوتسال", TITLE, REPORT, SECOND)
    assert (article.section, article.title) == (["ورزشی", "فوتبال و فوتسال"], TITLE)


@pytest.mark.parametrize(
    "line", ["ورزشی » قهرمانی تیم دختران استان", "ورزشی / رکورد تازه", "«ورزش» در تنگنا"]
)
def test_headline_below_a_section_s_name_is_no_path(line: str) -> None:
    assert read(line, REPORT, SECOND).section == []


@pytest.mark.parametrize("parts", [("۱۳۹۴/۱۱/۰۷", "۱۱:۵۴:۵۹"), ("۱۱:۵۴:۵۹", "۱۳۹۴/۱۱/۰۷")])
def test_bar_between_the_day_and_its_clock(parts: tuple[str, str]) -> None:
    article = read(TITLE, "", "|", parts[0], "|", parts[1], "| کد خبر: ۳۶۶۳۳۸", REPORT, SECOND)
    assert article.published_at == "2016-01-27T11:54:59+03:30"
    assert (article.title, article.news_code) == (TITLE, "366338")


@pytest.mark.parametrize("bar", ["|", "||", "اجتماعی"])
def test_clock_of_the_page_beside_its_day(bar: str) -> None:
    article = read("دوشنبه ۳ آذر ۱۴۰۴", bar, "۱۲:۳۰", "", TITLE, "", "۷ بهمن ۱۳۹۴", REPORT, SECOND)
    assert article.published_at == "2016-01-27"
