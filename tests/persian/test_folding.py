"""Folding: letters and digits in one spelling, the fast way and the slow way alike."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaners.persian import folding
from cleaners.persian.folding import fold, fold_each, fold_words

PERSIAN = st.text(st.sampled_from("ابپتیيکكةۀآأئؤهھۆ۰۱٤9aZ_ \u200c\u00a0\u064b\u0651\u0640،؛.«»-"))


@given(st.one_of(st.text(), PERSIAN))
@example("فنّی و حرفه‌ای، ۱۴۰۴")
@example("کتاب\ue000خانه")
def test_both_ways_fold_alike(text: str) -> None:
    assert fold(text) == folding._fold_any(text)
    assert fold_words(text) == folding._words_of_any(text)


@given(st.lists(st.one_of(st.text(), PERSIAN)))
@example([])
@example([""])
@example(["", "متن", ""])
@example(["سطر\nدیگر", "😀"])
def test_many_texts_fold_as_each_alone(texts: list[str]) -> None:
    assert fold_each(texts) == [fold(text) for text in texts]


@given(PERSIAN)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آموزش‌های فنّی، ۱۴۰۴", "اموزش هاي فني 1404"),
        ("می‌شود", "می شود"),
        ("مسئول", "مسیول"),
        ("GPT-4o", "gpt4O"),
        ("خانهٔ", "خانه"),
    ],
)
def test_spellings_of_one_text(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_keep_their_order_and_zwnj_parts_none() -> None:
    assert fold_words("فنی و حرفه‌ای: ۲۵ نفر") == ["فنی", "و", "حرفهای", "25", "نفر"]
