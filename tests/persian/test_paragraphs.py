"""Which paragraph breaks are mended."""

import pytest

from cleaners.persian import repair_paragraphs


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["در امر توسعه آموزش‌های مهارتی به", "بیان نکته نظرات پرداختند."],
         ["در امر توسعه آموزش‌های مهارتی به بیان نکته نظرات پرداختند."]),
        (["با حضور معاونان", "، مربیان و کارکنان"], ["با حضور معاونان، مربیان و کارکنان"]),
        (["این مرکز در سال گذشته راه‌اندازی", "شد."], ["این مرکز در سال گذشته راه‌اندازی شد."]),
        (["رشته‌های برق، جوش،", "مکانیک و چوب"], ["رشته‌های برق، جوش، مکانیک و چوب"]),
        (["یک و", "دو و", "سه."], ["یک و دو و سه."]),
    ],
)  # fmt: skip
def test_cut_sentences_are_joined(paragraphs, expected):
    assert repair_paragraphs(paragraphs) == expected


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["عنوان خبر", "به گزارش ایلنا، مرکز گشوده شد."],
        ["متن بند نخست.", "افزایش ظرفیت کارگاه‌ها", "متن بند دوم."],
        ["گفت:", "«خوب است»"],
        ["مواد لازم برای", "- آرد", "- شکر"],
        ["به", "متن"],
        ["متن به", "", "ادامه"],
        [],
        [""],
        ["پایان گزارش...", "و آغاز"],
    ],
)
def test_others_stay_apart(paragraphs):
    assert repair_paragraphs(paragraphs) == paragraphs


def test_the_list_that_came_in_is_not_changed():
    paragraphs = ["مهارتی به", "بیان نکته."]
    repair_paragraphs(paragraphs)
    assert paragraphs == ["مهارتی به", "بیان نکته."]
