"""Texts that were wrapped at a margin, as mail and terminals do."""

import textwrap

import pytest

from cleaners import clean_text
from tests.cleaners.flattened import LEAD, REPORT, SECOND, TITLE, read

THIRD = (
    "وی با بیان اینکه ساخت راه‌های تازه استان از بهار آینده آغاز می‌شود و سه سال طول می‌کشد، افزود:"
    " مردم شهرهای کوچک استان نیز از این راه‌ها بهره خواهند برد و سفر میان شهرها آسان‌تر می‌شود."
)
TEXT = [TITLE, LEAD, REPORT, SECOND, THIRD]


def wrapped(lines: list[str], width: int, blank: str) -> str:
    return f"\n{blank}".join(textwrap.fill(line, width) for line in lines)


@pytest.mark.parametrize("width", [50, 60, 72])
def test_wrapped_text_is_read_as_the_whole_one(width: int) -> None:
    article = clean_text(wrapped(TEXT, width, "\n"), normalize=False)
    whole = read(*TEXT)
    assert (article.title, article.lead, article.body) == (whole.title, whole.lead, whole.body)
    assert (article.title, article.lead) == (TITLE, LEAD)


@pytest.mark.parametrize("width", [50, 60, 72])
def test_wrapped_text_without_blank_lines_loses_nothing(width: int) -> None:
    article = clean_text(wrapped(TEXT, width, ""), normalize=False)
    assert " ".join([article.title or "", article.lead or "", *article.body]).split() == (
        " ".join(TEXT).split()
    )
    assert article.body[-1].endswith(THIRD)


def test_lines_that_are_not_full_stay_apart() -> None:
    lines = ["کارگاه برق در شهر رشت باز شد", "کارگاه جوش در شهر ساری، که بزرگ‌تر است، هم باز شد"] * 4
    assert read(TITLE, "", REPORT, *lines, SECOND).body == [REPORT, *lines, SECOND]


@pytest.mark.parametrize("mark", ["• ", "", "{}- "])
def test_items_of_one_length_stay_apart(mark: str) -> None:
    places = ["رشت، خیابان معلم", "فومن، خیابان امام", "ساری، خیابان سعدی", "آمل، خیابان مهرگان"]
    items = [
        f"{mark.format(at)}آموزشگاه آزاد فنی و حرفه‌ای نوین {place}، تلفن ۳۳۲۲۱۱۰۰"
        for at, place in enumerate(places * 2, 1)
    ]
    body = read("نشانی آموزشگاه‌های استان", *items).body
    assert max(map(len, body)) <= max(map(len, items))


def test_lines_without_a_full_stop_are_not_wrapped() -> None:
    names = ["رضا کریمی از شهر", "مریم رضایی از شهرستان", "علی کاظمی از بندر", "سارا احمدی از بخش"]
    lines = [f"{name} فومن در رشته برق ساختمان و جوشکاری صنعتی" for name in names]
    body = read("برگزیدگان مسابقه مهارت", *lines).body
    assert max(map(len, body)) <= max(map(len, lines))
