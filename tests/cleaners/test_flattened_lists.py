"""Notices and letters: lists, tables, and the lines that introduce them, are text."""

import pytest

from tests.cleaners.flattened import LEAD, REPORT, SECOND, TITLE, read

NOTICE = "اطلاعیه ثبت نام دوره‌های بهار"
TERM = "مهلت ثبت نام تا پایان خرداد است."


@pytest.mark.parametrize(
    "text",
    [
        ["ثبت نام دوره‌ها آغاز شده است:", "۱- برق", "۲- خیاطی", TERM],
        ["مرکز وظایفی بر عهده دارد:", "الف) آموزش برق", "ب) آموزش خیاطی", TERM],
        ["ثبت نام در رشته‌های زیر آغاز شده است:", "برق", "خیاطی", "مدارک لازم:", "کارت ملی", TERM],
        ["مراحل کار:", "مراجعه به سامانه", "پرداخت هزینه", TERM],
        ["مدارک لازم:", "کارت ملی", TERM],
    ],
)
def test_list_and_its_introduction_are_text(text: list[str]) -> None:
    article = read(NOTICE, *text)
    assert (article.kicker, article.title, article.lead) == (None, NOTICE, None)
    assert article.body == text


def test_introduction_of_a_list_without_a_title() -> None:
    text = ["مدارک زیر لازم است:", "شناسنامه", "کارت ملی", TERM]
    article = read(*text)
    assert (article.kicker, article.title, article.body) == (None, None, text)


@pytest.mark.parametrize("kicker", ["رئیس مرکز خبر داد:", "مدیر دوره های آزاد:"])
def test_kicker_introduces_no_list(kicker: str) -> None:
    article = read(kicker, TITLE, "", REPORT, SECOND)
    assert (article.kicker, article.title) == (kicker, TITLE)


@pytest.mark.parametrize(
    "line",
    ["برای جست‌وجو واژه را در کادر زیر بنویسید:", "متن سخنان شهردار در آیین زیر باران:"],
)
def test_line_above_the_title_introduces_no_list(line: str) -> None:
    site = ["پایگاه خبری استان", line, "تلگرام", ""]
    for above in (site, [line]):
        article = read(*above, TITLE, LEAD, REPORT, SECOND)
        assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, SECOND])


def test_items_of_other_stories_above_the_title() -> None:
    others = ["مهم‌ترین خبرها:", "۱- نان در گرگان گران شد", "۲- برف راه‌ها را بست", ""]
    article = read("پایگاه خبری استان", *others, TITLE, LEAD, REPORT, SECOND)
    assert (article.title, article.body) == (TITLE, [REPORT, SECOND])


@pytest.mark.parametrize(
    "said",
    [
        ["* بیمه کارگران بازنگری می‌شود", "* کارگاه‌ها بازسازی خواهند شد"],
        ["- بیمه کارگران تغییر نمی‌کند", "- کارگاه کافی در استان داریم"],
    ],
)
def test_marked_headlines_below_a_speaker(said: list[str]) -> None:
    assert read("مدیر کار در نشست خبری:", *said, "", REPORT, SECOND).title == said[0][2:]


def test_label_right_above_a_headline_is_its_kicker() -> None:
    kicker, title = "شرایط تازه کارگاه‌ها:", "زمستانی که بوی چوب می‌دهد"
    article = read("بامداد شمال صدای مردم ماست", kicker, title, "", REPORT, SECOND)
    assert (article.kicker, article.title) == (kicker, title)


@pytest.mark.parametrize(
    "text",
    [
        ["ثبت نام دوره‌ها آغاز شده است:", "۱- برق", "۲- خیاطی", "۳- جوشکاری", TERM],
        ["شرایط پذیرش:", "۱- دیپلم", "۲- کارت پایان خدمت", TERM],
    ],
)
def test_marked_list_without_a_title(text: list[str]) -> None:
    article = read(*text)
    assert (article.kicker, article.title, article.body) == (None, None, text)


def test_headline_that_begins_with_an_invocation() -> None:
    title = "انا لله و انا الیه راجعون؛ استاد خیاطی استان درگذشت"
    assert read(title, "", REPORT, SECOND).title == title


def test_item_of_a_list_is_no_title() -> None:
    article = read("واژه‌های فنی", "", "- برق: Electricity", "نیرویی که چراغ را روشن می‌کند.", TERM)
    assert article.title == "واژه‌های فنی"
    assert article.body[0].endswith("برق: Electricity")


@pytest.mark.parametrize("invocation", ["انا لله و انا الیه راجعون", "بسم الله الرحمن الرحیم"])
@pytest.mark.parametrize("introduction", ["متن پیام به شرح زیر است؛", "در متن این نامه آمده است:"])
def test_letter_begins_below_its_introduction(introduction: str, invocation: str) -> None:
    text = [introduction, invocation, "درگذشت استاد را تسلیت می‌گویم.", "روان او شاد باد."]
    article = read(*text)
    assert (article.kicker, article.title, article.body) == (None, None, text)
    article = read(TITLE, "", *text)
    assert (article.title, article.body) == (TITLE, text)


TABLE = ["مرحله", "تاریخ آزمون", "اول", "15/2/1391", "دوم", "19/3/1391"]
ROWS = ["1397/2/4 1397/2/11 1397/2/12", "1397/3/5 1397/3/8 1397/3/10"]


@pytest.mark.parametrize("table", [TABLE, ROWS])
def test_days_in_a_table_are_text_and_not_the_day_of_the_text(table: list[str]) -> None:
    article = read("تقویم آزمون‌های این سال سازمان", *table, TERM)
    assert (article.title, article.body) == ("تقویم آزمون‌های این سال سازمان", [*table, TERM])
    assert article.published_raw is None
    article = read(TITLE, "", REPORT, SECOND, *table)
    assert (article.body, article.published_raw) == ([REPORT, SECOND, *table], None)


def test_title_of_few_words_above_a_table() -> None:
    article = read("زمان آزمون‌ها", *TABLE, TERM)
    assert (article.title, article.body) == ("زمان آزمون‌ها", [*TABLE, TERM])


@pytest.mark.parametrize(
    "facts",
    [["1403/09/12", "1403/09/12"], ["تاریخ انتشار", "1403/09/12", "آخرین ویرایش", "1403/09/13"]],
)
def test_days_of_a_text_are_no_table(facts: list[str]) -> None:
    article = read(TITLE, *facts, "", REPORT, SECOND)
    assert (article.title, article.body) == (TITLE, [REPORT, SECOND])
    assert article.published_at == "2024-12-02"


STORIES = ["نان گران شد", "1403/09/12", "برف سنگین آمد", "1403/09/11"]


@pytest.mark.parametrize(
    "days",
    [
        STORIES,
        ["شنبه", "1403/09/12", "Monday", "2024/12/02"],
        ["1403/09/12 - 2024/12/02 - 1446/05/30"],
    ],
)
def test_days_of_a_site_are_no_table(days: list[str]) -> None:
    article = read("پایگاه خبری استان", *days, "", TITLE, LEAD, REPORT, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, SECOND])
    article = read(TITLE, *days, LEAD, REPORT, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, SECOND])


@pytest.mark.parametrize("days", [STORIES, ["رضا", "1403/09/12", "خوب بود", "علی", "1403/09/13"]])
def test_days_below_the_text_are_no_table_without_a_head(days: list[str]) -> None:
    body = read(TITLE, "", REPORT, SECOND, *days).body
    assert [line for line in body if "1403" in line] == []


@pytest.mark.parametrize(
    "facts",
    [
        ["1403/09/10", "روابط عمومی", "1403/09/12"],
        ["تاریخ شروع", "1403/09/10", "تاریخ پایان", "1403/09/12"],
        ["زمان درج خبر", "1403/09/10", "امروز", "1403/09/12"],
    ],
)
def test_days_between_title_and_lead_are_no_table(facts: list[str]) -> None:
    article = read(TITLE, *facts, "", LEAD, REPORT, SECOND)
    assert (article.lead, article.body) == (LEAD, [REPORT, SECOND])


def test_table_without_a_head_above_the_text() -> None:
    table = ["نخست", "1403/2/15", "دوم", "1403/3/19"]
    article = read("تقویم آزمون‌های این سال سازمان", *table, TERM)
    assert (article.body, article.published_raw) == ([*table, TERM], None)


PLAN = ["جمعه – ۲۵ مهر ۱۴۰۴", "نفت – مهر، ساعت ۱۶", "شنبه ۲۶ مهر ۱۴۰۴:", "فجر – کشاورز، ساعت ۱۸"]


@pytest.mark.parametrize("week", [[], ["هفته نخست؛ روز کتاب"]])
def test_days_of_a_plan_are_text(week: list[str]) -> None:
    body = [REPORT, SECOND, "برنامه دیدارها به شرح زیر است:", *week, *PLAN]
    article = read(TITLE, "", *body)
    assert (article.published_at, article.body) == (None, body)


@pytest.mark.parametrize(
    "below",
    [
        ["جمعه ۲۵ مهر ۱۴۰۴"],
        ["جمعه ۲۵ مهر ۱۴۰۴", "کد خبر: ۴۵۸۷۱۲", "ارسال به دوستان"],
        ["جمعه ۲۵ مهر ۱۴۰۴ - ۱۰:۲۰", "طول پل: صد متر"],
    ],
)
def test_day_of_the_text_below_a_colon_is_of_no_plan(below: list[str]) -> None:
    body = read(TITLE, "", REPORT, "شهردار در پایان نشست گفت:", *below).body
    assert not any("۲۵ مهر" in paragraph for paragraph in body)
