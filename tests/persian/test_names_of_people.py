"""Which words sound like the name of a person."""

import pytest

from cleaners.persian.names import is_person, sounds_like_person


@pytest.mark.parametrize(
    "name", ["مهتاب رضایی", "نازنین محمدی", "علی شهبازی", "مهتاب جوادپور", "نازنین حسینیان"]
)
def test_name(name: str) -> None:
    assert sounds_like_person(name)


@pytest.mark.parametrize(
    "text",
    ["بازگشت به صفحه اصلی", "نسخه چاپی", "اشتراک\u200cگذاری", "گزارش میدانی", "کاوش نو", ""],
)
def test_no_name(text: str) -> None:
    """An adjective in ‑ی ends like most surnames."""
    assert not sounds_like_person(text)


@pytest.mark.parametrize(
    "name", ["ذبیح‌الله فیروزی", "ملیکا سلطانی", "الهام کریمی", "پیمان حسن‌زاده"]
)
def test_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("text", ["ایمان قلبی", "پیمان کاری", "غزل پارسی", "الهام", "امیر قطر"])
def test_no_person(text: str) -> None:
    """Some given names are words too: these need a surname that is no adjective."""
    assert not is_person(text)
