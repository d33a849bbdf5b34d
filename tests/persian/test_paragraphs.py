"""Which paragraph breaks are mended."""

import pytest

from cleaners.persian import repair_paragraphs

# No heading is so long.
LONG = "در این استان که یکی از بزرگ‌ترین استان‌های کشور است، آموزش فنی و حرفه‌ای شامل ۴۷ مرکز و "
LONG += "کارگاه‌هایی در همه شهرها و بخش‌های دور از مرکز استان و بیش از ۸۷۸"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["در امر توسعه آموزش‌های مهارتی به", "بیان نکته نظرات پرداختند."],
         ["در امر توسعه آموزش‌های مهارتی به بیان نکته نظرات پرداختند."]),
        (["با حضور معاونان", "، مربیان و کارکنان"], ["با حضور معاونان، مربیان و کارکنان"]),
        (["این مرکز در سال گذشته راه‌اندازی", "شد."], ["این مرکز در سال گذشته راه‌اندازی شد."]),
        (["رشته‌های برق، جوش،", "مکانیک و چوب"], ["رشته‌های برق، جوش، مکانیک و چوب"]),
        (["یک و", "دو و", "سه."], ["یک و دو و سه."]),
        (["آغاز شد.", LONG, "کارگاه است."], ["آغاز شد.", f"{LONG} کارگاه است."]),
        ([f"به گزارش ما، {LONG}", "کارگاه است."], [f"به گزارش ما، {LONG} کارگاه است."]),
        (["در شهرستان‌های", "ورامین و ری است."], ["در شهرستان‌های ورامین و ری است."]),
        (["این دوره‌ها در همه شهرهای استان برگزار", "میشود."],
         ["این دوره‌ها در همه شهرهای استان برگزار میشود."]),
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
        ["بارش ادامه دارد،", "وی با اشاره به این هفته گفت."],
        [LONG, "کارگاه است."],  # a headline, maybe
        ["آغاز شد.", f"برنامه هفته: {LONG}", "ورود برای همه آزاد است."],
        ["آغاز شد.", LONG, "کارگاه است"],
        ["آغاز شد.", f"{LONG} کارگاه دارد", "کارگاه است."],
    ],
)
def test_others_stay_apart(paragraphs):
    assert repair_paragraphs(paragraphs) == paragraphs


def test_the_list_that_came_in_is_not_changed():
    paragraphs = ["مهارتی به", "بیان نکته."]
    repair_paragraphs(paragraphs)
    assert paragraphs == ["مهارتی به", "بیان نکته."]


def test_lines_that_a_page_wrapped_are_joined():
    lines = [
        "نویسنده کتاب در گفتگو با خبرنگار ما با اشاره به این که کتاب‌های تازه‌اش",
        "را در روزهای برگزاری نمایشگاه بین‌المللی کتاب تهران به مخاطبان همیشگی",
        "خود عرضه کرده است افزود: این دو کتاب را دو ناشر بزرگ و قدیمی شهر از",
        "امسال منتشر کرده‌اند.",
    ]
    assert repair_paragraphs(lines) == [" ".join(lines)]


def test_items_of_one_length_and_beginning_stay_a_list():
    item = "رتبه نخست رشته جوشکاری: رضا رضایی از مرکز شماره یک"
    lines = [
        f"{item} قزوین",
        f"{item} تبریز و",
        f"{item} زنجان و",
        f"{item} همدان",
        "وی با اشاره به",
    ]
    assert repair_paragraphs(lines) == [lines[0], " ".join(lines[1:4]), lines[4]]


def test_names_of_one_length_stay_a_list():
    names = ["مریم کریمی نویسنده داستان‌های کوتاه شهر", "رضا رضایی نویسنده داستان‌های بلند شهری"]
    lines = ["برگزیدگان این جشنواره چنین‌اند:", *names, *names]
    assert repair_paragraphs(lines) == lines
