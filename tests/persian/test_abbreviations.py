"""Abbreviations of letters, typed apart or without their half-spaces. ~ is the half-space."""

import pytest

from cleaners.persian import Repairs, normalize
from tests.persian.tilde import mended

ABBREVIATIONS = [
    "آی~سی~یو", "سی~سی~یو", "سی~تی~اسکن", "دی~ان~ای", "اف~بی~آی", "سی~آی~ای", "سی~ان~ان",
    "جی~پی~اس", "وی~پی~ان", "اچ~آی~وی", "اف~ای~تی~اف", "ان~پی~تی", "ال~ای~دی", "جی~دی~پی",
    "ای~بی~سی", "اوپن~ای~آی", "چت~جی~پی~تی",
]  # fmt: skip


@pytest.mark.parametrize("right", ABBREVIATIONS)
@pytest.mark.parametrize("typed", ["", " "])
def test_one_word(right, typed):
    assert mended(f"در {right.replace('~', typed)}، گفت") == f"در {right}، گفت"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("(ام آر آی)", "(ام~آرآی)"),
        ("آر ان ای", "آران~ای"),
        ("آی سی یو ها", "آی~سی~یوها"),
        ("بخش آیسییوی بیمارستان", "بخش آی~سی~یوی بیمارستان"),
        ("دی ان ای، ام آر آی", "دی~ان~ای، ام~آرآی"),
        ("واتس اپ", "واتس~اپ"),
        ("ان بی ای", "ان~بی~ای"),
        ("نتیجه ام آر آی", "نتیجه ام~آرآی"),
        ("شبکه ان بی سی", "شبکه ان~بی~سی"),
        ("شبکه ای بی سی", "شبکه ای~بی~سی"),
    ],
)
def test_in_a_line(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        "کمک انبیای الهی", "واتساپ", "خودروی بی وای دی", "اس پی سی آر", "دوره ام بی ای",
        "سی روز", "وی سی سال دارد", "این بی آن", "آی سی یوهای", "سی، آی، ای",
    ],
)  # fmt: skip
def test_other_letters_and_words_stay(text):
    assert mended(text) == text


def test_none_is_joined_without_half_spaces():
    assert normalize("آی سی یو", Repairs(half_spaces=False)) == "آی سی یو"
