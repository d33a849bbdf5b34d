"""تر and ترین behind adjectives that no list has. ~ is the half-space."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    "right",
    [
        "پرتنش~ترین روزها", "پربحث~تر از همه", "پرخرج~ترین فیلم", "پرحجم~تر شد",
        "کم~ریسک~ترین بازار", "کم~تنش~تر شد", "کم~تلفات~ترین سال", "کم~بازده~تر است",
        "پرریسک~ترین بازار", "پرمخاطب~ترین~ها",
        "پشیمان~کننده~تر خواهد بود",
    ],
)  # fmt: skip
def test_much_or_little_of_a_noun(right):
    assert mended(right.replace("~", "")) == right
    assert mended(right.replace("~", " ")) == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("کم ریسک~ترین بازار", "کم~ریسک~ترین بازار"),
        ("پر تنش ترین روز", "پرتنش~ترین روز"),
        ("«پر بیننده ترین» سریال", "«پربیننده~ترین» سریال"),
        ("برادر کوچک ترم آمد", "برادر کوچک~ترم آمد"),
        ("خواهر بزرگ ترش گفت", "خواهر بزرگ~ترش گفت"),
        ("دست کم جلوتر از ما", "دست~کم جلوتر از ما"),
    ],
)
def test_typed_apart(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        "یک کم جلوتر برو", "یه کم این طرف~تر", "خیلی کم پیش~تر از این",
        "آب کم جلوتر می~رود", "سهم کم بزرگ~ترین شرکت", "نیمه پر لیوان", "پرینتر", "مالتودکسترین",
        "انار بزرگ ترش", "برنامه ترم آینده",
    ],
)  # fmt: skip
def test_stays(text):
    assert mended(text) == text


@pytest.mark.parametrize(
    "right",
    [
        "داروها ارزان~ترند.", "ما قوی~تریم.", "ما قوی~تریم و",
        "از ما قوی~ترند",
    ],
)  # fmt: skip
def test_what_somebody_is_more(right):
    assert mended(right.replace("~", " ")) == right


@pytest.mark.parametrize(
    "text",
    [
        "این هشتگ جدید ترند.", "موضوع محبوب ترند شد.", "من آخر ترم.", "آغاز این ترم.",
        "خودروی جدید تریم لوکس", "من در این ترم",
    ],
)  # fmt: skip
def test_terms_trends_and_trims_stay_words(text):
    assert mended(text) == text
