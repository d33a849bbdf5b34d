"""Words that were right and taken apart, or missed, in texts of real pages. ~ is the half-space."""

import pytest

from cleaners.persian.lexicon import lexicon
from tests.persian.tilde import mended


@pytest.mark.parametrize(
    "text",
    [
        # No preposition is glued to these.
        "باید گام بردارد", "موانع را بردارند", "محور هراز بسته شد", "سلطان راشد", "به هراره رفت",
        # No plural.
        "بخش انتهایی", "او تنهاست", "تنهایند", "پیکرهای مطهر شهدا", "دورهای قبلی مذاکرات",
        # No half-space before ای or ات of a name.
        "لوبیای قرمز", "هزاران کاتالونیایی", "جورجیای جنوبی", "ایالت کالیفرنیای آمریکا", "لتونیایی",
        # Names and terms.
        "آنتونی بلینکن", "صادق ضیایی", "هومن سیدی", "یحیی سنوار", "کنسانتره مولیبدن", "زنگزور",
        # The Arabic article.
        "دایرة المعارف", "مجمع التقریب", "الموصل", "المنامه", "السیسی",
        # A sounded ه.
        "پربازدهی", "سودهی شرکت", "متوجهی", "مواجهیم", "گروهی", "انبوهی",
        # No verbs.
        "تحقیقات میدانی", "میانجی", "میخانه",
        # Plurals of words that no list has.
        "یوتیوبرها", "گیمرهای ایرانی", "ماینرها", "مارکرهای",
        # Endings that are none.
        "آزاداندیشان", "دگراندیشان", "مقیمان", "میریام",
        # و and ال of Arabic.
        "سنت والجماعت", "والنشر",
        # Pieces that begin no compound.
        "بعبارت دیگر", "دوکشور",
        # Two words each.
        "ما هم چنین ادعایی نداریم",
    ],
)  # fmt: skip
def test_stays(text):
    assert mended(text) == text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("کشتیای", "کشتی~ای"),
        ("اسپانیاییاند", "اسپانیایی~اند"),
        ("روزهاست", "روزهاست"),
        ("کتابهاست", "کتاب~هاست"),
        ("بیت المقدس", "بیت~المقدس"),
        ("میوه ی", "میوه~ی"),
        ("کودکان ونوجوانان", "کودکان و نوجوانان"),
        ("وهمکاری", "و همکاری"),
        ("شیوهی نو", "شیوه~ی نو"),
        ("میکنی", "می~کنی"),
        ("نمیبینی", "نمی~بینی"),
        ("مواجهایم", "مواجه~ایم"),
        ("در کوتاه مدت", "در کوتاه~مدت"),
        ("راه حل های تازه", "راه~حل~های تازه"),
        ("اینگونه", "این~گونه"),
        ("زمانیکه", "زمانی~که"),
        ("بهراحتی", "به~راحتی"),
        ("کودک هشت ساله", "کودک هشت~ساله"),
        ("نشست سه جانبه ای", "نشست سه~جانبه~ای"),
        ("پنج شنبه", "پنجشنبه"),
        ("حرفهای زیادی برای گفتن", "حرف~های زیادی برای گفتن"),
        ("فنی و حرفهای", "فنی و حرفه~ای"),
    ],
)
def test_mended(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize("word", sorted(lexicon().whole))
def test_whole_words_stay(word):
    assert mended(word) == word
    assert mended(f"این {word} را دید") == f"این {word} را دید"
