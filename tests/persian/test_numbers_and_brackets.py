"""Spaces between numbers, brackets and words. ~ is the half-space."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("بند(الف)ماده ۲", "بند (الف) ماده ۲"),
        ("بند(ب)تبصره", "بند (ب) تبصره"),
        ("«میلاد»10سال دارد", "«میلاد» 10 سال دارد"),
        ("31.131گرم طلا", "31.131 گرم طلا"),
        ("۱,۲۵۰,۰۰۰ریال", "۱,۲۵۰,۰۰۰ ریال"),
        ("۱٫۵میلیارد تومان", "۱٫۵ میلیارد تومان"),
        ("(۱,۲۵۰,۰۰۰ریال)", "(۱,۲۵۰,۰۰۰ ریال)"),
        ("۱۷سال", "۱۷ سال"),
        ("ساعت ۸:۳۰صبح", "ساعت ۸:۳۰ صبح"),
        ("ساعت 20:15به وقت محلی", "ساعت 20:15 به وقت محلی"),
        ("این است.؛ او", "این است. او"),
    ],
)
def test_mended(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        # adjectives of a number
        "۱۷ساله", "۱۷سالگی", "۵۰۰نفره", "۱۲متری", "۵۰کیلومتری", "۲۴ساعته", "5جی", "۵جی", "5G",
        "17 ساله", "۵ کیلومتری",
        # the decimal mark of old print
        "۱۲ر۵ درصد", "۷ر۳ درصدی", "۱۰ر۰۰۰ نفر",
        # parts of a word, references, footnotes, dots of another kind
        "(غیر)مجاز است", "کتاب(ها)ی او", "1.2.3الف", "«کتاب»1 گفت", "۱۲:۳۰ بامداد", "این...؛ آن",
        "آیه ۲:۲۵۵",
    ],
)  # fmt: skip
def test_stays(text):
    assert mended(text) == text
