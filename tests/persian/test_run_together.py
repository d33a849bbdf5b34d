"""Words that pages run together: درراستای. ~ is the half-space."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("درراستای توسعه", "در راستای توسعه"),
        ("ازسوی وزارت کار", "از سوی وزارت کار"),
        ("باتوجه به این", "با توجه به این"),
        ("باوجود باران", "با وجود باران"),
        ("درخصوص طرح", "در خصوص طرح"),
        ("«درکنار کارگاه»", "«در کنار کارگاه»"),
        ("باهمکاری شهرداری", "با همکاری شهرداری"),
        ("بااستفاده از ابزار", "با استفاده از ابزار"),
        ("ازآنها پرسید", "از آنها پرسید"),
        ("باآن~ها رفت", "با آن~ها رفت"),
        ("اظهارکرد: نه", "اظهار کرد: نه"),
        ("قرارگرفته است", "قرار گرفته است"),
        ("این بودکه رفت", "این بود که رفت"),
        ("ازکارآموزان", "از کارآموزان"),
        ("پس ازپایان دوره", "پس از پایان دوره"),
    ],
)
def test_parted(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        "شهرستان درمیان", "وبا در سیستان", "ونیز زیر آب", "بابیان و بهاییان", "قرارداد کار",
        "ازمیری", "ازخودگذشتگی", "ازسرگیری", "ازبکستانی", "برایندها", "ازجمله این", "براساس آمار",
        "درحالی~که رفت", "درواقع این", "باهم رفتند", "درحال~حاضر",
    ],
)  # fmt: skip
def test_one_word_stays(text):
    assert mended(text) == text


@pytest.mark.parametrize(
    "text", ["کالای ارزبر", "تریلر خودروبر", "کارگاه نیروبر", "کالاهای ارزبری"]
)
def test_an_agent_in_bar_stays(text):
    assert mended(text) == text


@pytest.mark.parametrize(
    ("typed", "right"),
    [("طرح۱۲ماهه", "طرح ۱۲ماهه"), ("فرزند۵ساله او", "فرزند ۵ساله او"), ("ماده۵ام", "ماده۵ام")],
)
def test_a_number_with_its_unit_behind_a_word(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "text",
    ["وانت~های آبی", "وانت~ها", "والن~های بلژیک", "واحه~های دشت", "واکسن~های تازه", "ورق~های آهن"],
)
def test_a_plural_that_begins_like_and_stays(text):
    assert mended(text) == text


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("وانتهای آبی", "وانت~های آبی"),
        ("وکتاب~ها", "و کتاب~ها"),
        ("وهمکاری~های دیگر", "و همکاری~های دیگر"),
        ("وشایع~ترین بیماری", "و شایع~ترین بیماری"),
    ],
)
def test_and_before_a_plural(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        "ویترینش خالی بود", "دکترینشان", "درگاه بارتعالی", "شهید آل~هاشم", "دیوان کودکانکار",
        "عمر خانه~امان", "حلقه~اش", "مهم~ترینش",
    ],
)  # fmt: skip
def test_words_that_look_like_a_word_with_an_ending_stay(text):
    assert mended(text) == text
