"""An indefinite yeh after ‑ه (چشمه‌ای) makes no plural (چشم‌های), though it is typed like one."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    "right",
    [
        # Before a verb, a mark or what joins clauses.
        "از شهر جز ویرانه~ای نماند.", "این کار صرفه~ای ندارد.", "با او میانه~ای ندارد.",
        "حقه~ای زدند.",
        "چشمه~ای جوشید.", "در زمانه~ای که", "آیینه~ای، گلدانی", "شانه~ای نخرید.",
        "لبه~ای می~سازد.",
        "راسته~ای را بستند", "نامه~ای نوشته بود.",
        # Before a preposition.
        "دهانه~ای به قطر دو متر", "پشته~ای از هیزم", "جوانه~ای در باغچه",
        "راسته~ای از بازار",
        # Where the stem has no plural.
        "پیشه~ای آبرومند", "در بیشه~ای تاریک", "شانه~ای چوبی", "جذبه~ای عجیب داشت",
        "رفتار دوستانه~ای داشت",
        "مشخصه~ای مهم", "وجهه~ای تازه", "طلیعه~ای روشن",
        # With what is attached to it.
        "ما در خانه~ایم و", "برنامه هسته~ای~شان", "حریف کره~ای~اش",
        "پنج منطقه~ای~اند که",
        # Who shares something.
        "هم~دوره~ای او بود", "هم~طبقه~ای ما", "هم~محله~ای~ها",
    ],
)  # fmt: skip
def test_indefinite(right):
    assert mended(right.replace("~", "")) == right
    assert mended(right) == right


@pytest.mark.parametrize(
    "right",
    [
        "جوان~های محله", "راست~های افراطی پیروز شدند.", "چشم~های سیاه او",
        "شب~های سرد زمستان",
        "سال~های از دست رفته", "زبان~های در حال نابودی", "ساعت~های در اختیار ما",
        "زمان~های پخت",
        "پوست~های پرتقال", "قبض~های برق", "عمل~های جراحی", "آیین~های نوروزی",
        "خط~های تولید",
        "زخم~های کهنه", "گل~های سرخ", "شان~های اجتماعی", "دندان~های پوسیده", "هم~تیمی~های او",

        "نام~هایشان را", "دست~هایم",
        # With what is attached to it.
        "حرف~هایمان را", "مشاورهایشان آمدند", "پیکرهایشان", "موزهایشان", "ریش~هایمان",
        "ورق~هایمان", "دیگ~هایمان", "شاخ~هایمان", "نشان~هایمان",
        # Frequent plurals where a line ends, at a comma, and before nouns that look like verbs.
        "در طول سال~های", "شب~های", "زبان~های و لهجه", "ماه~های، روزهای",
        "ساعت~های رفت و آمد", "یهودی~های", "شاخص~های",
        # Before an adjective that begins with a preposition.
        "جوان~های در حال تحصیل", "خط~های در حال ساخت", "حق~های از دست رفته",
        "مال~های به یغما رفته", "پایان~های از پیش", "محبوب~های از دست رفته",
    ],
)  # fmt: skip
def test_plural(right):
    assert mended(right.replace("~", "")) == right
    assert mended(right) == right


@pytest.mark.parametrize("right", ["اشتهای زیادی دارد", "انتهای خیابان", "بهای نان", "منتهای کوشش"])
def test_yeh_of_ezafe(right):
    assert mended(right) == right
