"""Which words sound like the name of a person."""

import pytest

from cleaners.persian.names import sounds_like_person


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
