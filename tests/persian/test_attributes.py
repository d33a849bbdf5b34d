"""Participles that describe a noun are joined to their own. ~ is the half-space."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    "right",
    [
        # after a plural
        "بحث~های انجام~شده در اتاق", "ایده~های مطرح~شده درباره هنر", "وام~های پرداخت~شده به مردم",
        "پروژه~های تکمیل~شده و پروژه~های دیگر", "برنامه~ریزی~های انجام~شده، کافی است",
        "هفته~های باقی~مانده امید داریم", "فروشگاه~های مشخص~شده در شهر",
        # before را
        "آمار ثبت~شده را خواندیم", "پیکر غرق~شده را یافتند", "گوشت چرخ~کرده را بپزید",
        "سیب~زمینی رنده~شده را بریزید",
        # The noun is a compound, too.
        "خانواده~های جمع~آوری~شده از شهر",
    ],
)  # fmt: skip
def test_attribute(right):
    assert mended(right.replace("~شده", " شده").replace("~مانده", " مانده")) == right
    assert mended(right.replace("~", " ")) == right


@pytest.mark.parametrize(
    "text",
    [
        # They are the verb.
        "بحث~ها انجام شده و پایان یافت", "باعث بحث~های جدی شده تا", "کارهای انجام شده است",
        "کتاب~های درسی چاپ شده و", "پرونده~های مطرح شده~اند", "در سال~های اخیر موجب شده تا",
        "نگرانی~های زیاد شده مردم", "آموزش~های لازم دیده~اند", "نمره~های بهتری گرفته~اند",
        "این شده را", "مشکلات حل شده بود",
        # what no list has, after a letter that does not join
        "خانه~های آجر شده در استان",
    ],
)  # fmt: skip
def test_verb(text):
    assert mended(text) == text
