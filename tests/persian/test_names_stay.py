"""Names that end like an inflected word, a compound or two words stay as they are typed."""

import pytest

from cleaners.persian import normalize

Z = "\u200c"

# Lists of names have all of these: GeoNames, CLDR, and what papers write.
NAMES = """
    آندریچ ماندالی پیراندلو هرموسو تواندرا تولدو ترورو گروو منچین جایشانکار میدری
    پیکفورد طالبلو انصاریفرد
    دورهام گرانتهام والتهام چتهام راینهایم رزنهایم نوردنهایم فورتسهایم کیرشهاین
    بولتر سالتر گلتر کولتر دلتر نانتر دفنتر سامتر سینترا نیترا سیلیسترا
    ماندارین سانگویی اسنفرد اونوجو میاکونوجو ماریکوپا فولسوم وستویک لامباره پسکارا لامپدوزا
    لیتوانیا استونیا کمبودیا ابها سبها گراش خانگیران کوشکنار خوشابر
""".split()

FRAMES = [
    "او به {} رفت.",
    "{} دیروز گفت که چنین نیست.",
    "آقای {} امروز آمد.",
    "شهر {} بزرگ است.",
    "{} و تهران در این فهرست هستند.",
    "این خبر درباره {} است.",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays(name: str, frame: str) -> None:
    """No half-space and no blank comes into a name."""
    line = frame.format(name)
    assert normalize(line) == line


@pytest.mark.parametrize("country", ["لیتوانیا", "استونیا", "کمبودیا"])
def test_a_country_with_its_ezafe_stays(country: str) -> None:
    """The ی behind an alef is no ای: «لیتوانیای امروز» is not «لیتوانی‌ای»."""
    line = f"در {country}ی امروز کسی نبود."
    assert normalize(line) == line


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("سادهتر", f"ساده{Z}تر"),
        ("مهمتر", f"مهم{Z}تر"),
        ("ارزونتر", f"ارزون{Z}تر"),
        ("کتابهایم", f"کتاب{Z}هایم"),
        ("بیرحمیهایم", f"بی{Z}رحمی{Z}هایم"),
        ("نوهام", f"نوه{Z}ام"),
        ("دورافتادهام", f"دورافتاده{Z}ام"),
        ("گواهینامهام", f"گواهینامه{Z}ام"),
        ("میشناسین", f"می{Z}شناسین"),
        ("طیفشناسی", f"طیف{Z}شناسی"),
        ("شوکدهنده", f"شوک{Z}دهنده"),
        ("صداو سیما", "صدا و سیما"),
        ("گفتندکه", "گفتند که"),
        ("رانت خواران", f"رانت{Z}خواران"),
        ("اسلام گرایان", f"اسلام{Z}گرایان"),
        ("عناصر تشکیل دهندهٔ آن", f"عناصر تشکیل{Z}دهندهٔ آن"),
        ("شش هلال ماه می درخشیدند.", f"شش هلال ماه می{Z}درخشیدند."),
        ("در ماه می رود", "در ماه می رود"),
    ],
)
def test_what_is_no_name_is_mended(typed: str, right: str) -> None:
    """The words that the names look like are mended as before."""
    assert normalize(typed) == right


@pytest.mark.parametrize("name", ["بهامید", "بهدانش", "بهسیم", "بهکیش", "ایستالگرام"])
def test_name_like_a_preposition_or_an_article(name):
    assert normalize(name) == name


@pytest.mark.parametrize(
    "line",
    [
        "محسن افشانی بازیگر است.",
        "مصطفی گرایی گفت",
        "مریم نواز شریف در لاهور گفت",
        "مجتبی افروزی و پیمان پروری",
        "امین گرایی و نرگس پروری آمدند",
        "میثم نوازی",
        "برادران گرایی در اردو هستند.",
        "مهندس افشانی",
        "سرهنگ گرایی",
        "خانم نوازی مربی است.",
        "دکتر پژوه گفت",
        "حاج قاسم نوازی",
    ],
)
def test_a_surname_stays_apart(line: str) -> None:
    """A given name or a title begins no compound with a surname."""
    assert normalize(line) == line


@pytest.mark.parametrize(
    "right", ["پیمان~نامه", "پیمان~شکنی", "کمال~گرا", "ستاره~شناس", "مهمان~نوازی"]
)
def test_a_word_that_is_a_name_begins_a_compound(right: str) -> None:
    assert normalize(right.replace("~", " ")) == right.replace("~", Z)


@pytest.mark.parametrize(
    "name", "نیکشهر مهدیشهر فریدونشهر فریدونکنار باغملک گرمدره تاجزاده نمکدوست بیطرفان".split()
)
@pytest.mark.parametrize("frame", FRAMES)
def test_a_name_of_two_words_stays_as_typed(name: str, frame: str) -> None:
    line = frame.format(name)
    assert normalize(line) == line
