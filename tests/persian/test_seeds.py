"""The half-spaces that a careless pipeline took from five real texts."""

import re
from pathlib import Path

import pytest

from cleaners.persian import normalize

SEEDS = Path(__file__).parents[1] / "fixtures" / "seeds"
ZWNJ = "\u200c"

# What the words of the first three texts are, read by hand; ~ stands for the half-space.
WORDS = """
کمک~های حرفه~ای همکاری~ها گفت~وگو برنامه~ریزی آموزش~های نیازسنجی~ها مهم~ترین همکاری~های باتجربه~ترین
می~دانیم دانش~بنیان ظرفیت~های کم~نظیر رایزنی~ها برنامه~های سیاست~های برنامه~ها شاخص~های می~شود
وزارتخانه~ها بنگاه~های زیرساخت~های شبانه~روزی کارگاه~های رشته~های فناوری~های انرژی~های می~گیرند
مهارت~های راه~اندازی کارگاه~ها ویژه~تری می~طلبد تصمیم~گیری منطقه~ای هم~آفرینی مهارت~آموزی
زیست~بوم بهره~گیری مسئولیت~های شرکت~های تبادل~نظر به~روزرسانی اداره~کل آموزش~ها می~کند
گواهینامه~های دانش~آموزان فارغ~التحصیلان بهره~مند می~شوند بین~المللی مهارت~محور دوره~های حوزه~های
شرکت~کنندگان می~توانند می~تواند ورودی~های می~دهند توسعه~یافته کوتاه~ترین
""".split()


def seed(number):
    return next(SEEDS.glob(f"{number:03}_*.txt")).read_text("utf-8")


@pytest.mark.parametrize("word", WORDS)
def test_word_is_restored(word):
    text = "\n".join(map(seed, range(3)))
    lost = word.replace("~", "")
    mended = normalize(text)
    assert word.replace("~", ZWNJ) in mended
    assert not re.search(rf"(?<![\w{ZWNJ}]){lost}(?![\w{ZWNJ}])", mended)


@pytest.mark.parametrize("number", range(3))
def test_nothing_else_is_parted(number):
    known = {word.replace("~", ZWNJ) for word in WORDS} | {
        word.replace("~", ZWNJ)
        for word in ("نرم~افزار", "رسانه~ها", "پلت~فرم", "هیچ~گونه", "هم~افزایی")
    }
    words = re.findall(rf"[\w{ZWNJ}]+", normalize(seed(number)))
    assert {word for word in words if ZWNJ in word} <= known


@pytest.mark.parametrize(
    ("number", "mended"),
    [
        (2, "مورد پذیرش است.\n"),
        (4, "نهاد، و … در استان"),
        (4, "حدود ۵۵۸۳ نفر از"),
        (4, "استان دارد. وی از مهارت~آموز شدن"),
        (4, "کاهش دهد. غیاثی تبار"),
        (4, "اشتغال پایدار و همچنین"),
        (4, "با دستگا های اجرایی را در کاهش نرخ"),
        (4, "دستگاه~های اجرایی، نهادها، صنایع و صنوف، دانشجویان، دانش~آموزان و … در"),
        (4, "سازمان نوسازی معادن"),
        (4, "ستاد ملی بازآفرینی شهری"),
        (4, "(اتاق اصناف ایران، بنیاد شهید"),
        (0, "برد - برد از سوی"),
        (0, "امور ساختمان و...، یکی از"),
        (1, "خانه هوشمند و ... در فنی و حرفه~ای استان"),
        (1, "آموزش فنی و حرفه~ای کشور نیز"),
    ],
)
def test_marks_and_glued_words(number, mended):
    assert mended.replace("~", ZWNJ) in normalize(seed(number))
