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


def test_marked_headlines_below_a_speaker() -> None:
    said = ["* بیمه کارگران بازنگری می‌شود", "* کارگاه‌ها بازسازی خواهند شد"]
    assert read("مدیر کار در نشست خبری:", *said, "", REPORT, SECOND).title == said[0][2:]


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
