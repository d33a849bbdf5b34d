"""Articles out of flattened text: the seeds, their siblings, and bad input."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaners.errors import NotAnArticle
from cleaners.persian.folding import fold
from cleaners.plaintext import clean_text

SEEDS = Path(__file__).parents[1] / "fixtures" / "seeds"
EXPECTED = {path.stem[:3]: json.loads(path.read_text("utf-8")) for path in SEEDS.glob("*.json")}


def seed(number):
    return next(SEEDS.glob(f"{number}_*.txt")).read_text("utf-8")


# --- the five seeds ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "name"), [(n, name) for n, fields in sorted(EXPECTED.items()) for name in fields]
)
def test_seed(number, name):
    assert getattr(clean_text(seed(number)), name) == EXPECTED[number][name]


@pytest.mark.parametrize(
    "junk",
    ["asdasd", "کد خبر", "انتهای پیام", "نرم افزار", "ارسال نظر", "پلیکان", "پیشنهاد امروز"],
)
def test_seed_000_leaves_all_boilerplate_behind(junk):
    assert junk not in clean_text(seed("000")).text


def test_seed_000_begins_and_ends_with_the_article():
    body = clean_text(seed("000")).body
    assert body[0].startswith("به گزارش ایلنا،")
    assert body[-1].endswith("فرا می\u200cگیرند.")


def test_seed_002_has_no_invented_title_and_no_doubled_stop():
    article = clean_text(seed("002"))
    assert (article.kicker, article.title, article.lead) == (None, None, None)
    assert ".." not in article.text
    assert article.body[0].startswith("به گزارش خبرگزاری صدا و سیمای استان خوزستان،")


def test_seed_003_loses_the_copy_of_its_title_and_keeps_the_attribution():
    article = clean_text(seed("003"))
    assert article.body[0].startswith("به گزارش روابط عمومی اداره کل")
    assert sum(fold(article.title) in fold(p) for p in article.body) == 0


def test_seed_003_joins_the_sentence_that_a_break_cut():
    assert "مهارتی به بیان نکته نظرات" in clean_text(seed("003")).body[-1]


@pytest.mark.parametrize("number", sorted(EXPECTED))
def test_every_letter_of_the_body_is_in_the_seed(number):
    article = clean_text(seed(number))
    assert all(fold(paragraph) in fold(seed(number)) for paragraph in article.body)


# --- their siblings -----------------------------------------------------------------------------

FIRST = "کارگاه های جوشکاری و برق در پنج مرکز استان تجهیز شده و ثبت نام از هفته آینده آغاز می شود."
LAST = "مدیرکل در پایان گفت: متقاضیان تا پایان ماه به سامانه سازمان مراجعه کنند."
TWO = f"{FIRST}\n{LAST}"
TITLE = "پنج مرکز آموزش در استان تجهیز شد/ آغاز ثبت نام"
LEAD = "مدیرکل آموزش فنی و حرفه ای استان از تجهیز پنج مرکز آموزش خبر داد."

MEHR = f"""\
 date 2025-09-30   1. استانها
۸ مهر ۱۴۰۴، ۸:۱۰

رضایی:

{TITLE}

{TITLE}

ایلام - {LEAD}

علی رضایی در گفتگو با خبرنگار مهر این را گفت.

{FIRST}

{LAST}

کد خبر 6606478

برچسب‌ها: مهارت، اشتغال

نظر شما

شما در حال پاسخ به نظر «» هستید.
  • نظرات حاوی توهین و هرگونه نسبت ناروا به اشخاص حقیقی و حقوقی منتشر نمیشود.
  • captcha
خیلی خوب بود، ادامه بدهید."""
ILNA = f"""\
 date 2025-10-01 خبرگزاری کار ایران
{TITLE}
{LEAD}

به گزارش خبرنگار ایلنا از اراک، رضا غفاری این را گفت.

{FIRST}

{LAST}

انتهای پیام/
نرم افزار موبایل ایلنا
کارگران کارخانه ای دیگر تجمع کردند"""
IRIB = f"""\
پخش زنده
امروز: -
{LEAD}
{TITLE}
{TITLE}
به گزارش به گزارش خبرگزاری صداوسیما ؛ مرکز سمنان ، رضا غفاری این را گفت.
{TWO}
"""
TVTO_NEW = f"""\
شعار سال
چهارشنبه 10 مرداد 1403
  • 1401/11/09 - 07:30
  • - تعداد بازدید: 150
  • زمان مطالعه : کمتر از یک دقیقه
{TITLE}

{TITLE}

ه گزارش روابط عمومی اداره کل آموزش فنی وحرفه ای استان قزوین، رضا غفاری این را گفت.

{FIRST}

{LAST}

  • گروه خبری : اخبار استانها
  • کد خبر : 12345
نظر دهید"""
TVTO_OLD = f"""\
اخبار > {TITLE}


{TITLE}

{TITLE} {LEAD} به گزارش روابط عمومی اداره کل آموزش فنی و حرفه ای فارس، رضا غفاری این را گفت.
{TWO}"""
EATVTO = f"""\
اداره کل آموزش فنی و حرفه ای استان آذربایجان شرقی

تاریخ : يکشنبه 17 مرداد 1400
کد 4934

{TITLE}

{LEAD}
به گزارش روابط عمومی اداره کل آموزش فنی و حرفه ای استان آذربایجان شرقی، رضا غفاری گفت.

{TWO}"""
ISNA = f"""\
  • شنبه / ۶ آبان ۱۳۹۱ / ۱۰:۳۹
  • دستهبندی: استان‌ها
  • کد خبر: 91080603319
  • خبرنگار : 71191

{TITLE}

{TITLE}

{LEAD}

به گزارش خبرنگار سرویس اجتماعی خبرگزاری دانشجویان ایران (ایسنا)، رضا غفاری این را گفت.

{FIRST}

{LAST}

انتهای پیام

برچسبها:
مهارت
اشتغال"""
YJC = f"""\
سایر زبان ها
صفحه نخست
سیاسی
بین الملل
ورزشی
اقتصادی
استان ها
<image>data:image/s3,"s3://crabby-images/0" alt="خبری دیگر"</image>
{LEAD}
به گزارش خبرنگار گروه استان های باشگاه خبرنگاران جوان از یزد، رضا غفاری این را گفت.
{FIRST}
{LAST}انتهای پیام//م.ی
نقش مهم رسانه در پیشگیری"""
TASNIM = f"""\
{TITLE}

خبرگزاری تسنیم: {LEAD}

به گزارش خبرگزاری تسنیم از اراک، رضا غفاری این را گفت.

{TWO}

انتهای پیام/"""
IRNA = f"""\
{TITLE}

مشهد- ایرنا- {LEAD}

رضا صراف روز چهارشنبه در دفتر ایرنا مشهد این را گفت.

{TWO}

۹۹۲۳**۳۲۱۳
کپی شد"""

SIBLINGS = {
    "mehr": (
        MEHR,
        {
            "agency": "mehr",
            "kicker": "رضایی:",
            "title": TITLE,
            "lead": f"ایلام - {LEAD}",
            "news_code": "6606478",
            "published_at": "2025-09-30T08:10:00+03:30",
            "place": "ایلام",
            "province": "ایلام",
            "section": ["استانها"],
            "tags": ["مهارت", "اشتغال"],
        },
    ),
    "ilna": (
        ILNA,
        {
            "agency": "ilna",
            "kicker": None,
            "title": TITLE,
            "lead": LEAD,
            "published_at": "2025-10-01",
            "place": "اراک",
            "province": "مرکزی",
        },
    ),
    "irib": (
        IRIB,
        {"agency": "irib", "title": TITLE, "lead": LEAD, "place": None, "province": "سمنان"},
    ),
    "tvto-new": (
        TVTO_NEW,
        {
            "agency": "tvto",
            "kicker": None,
            "title": TITLE,
            "lead": None,
            "news_code": "12345",
            "published_at": "2023-01-29T07:30:00+03:30",
            "province": "قزوین",
        },
    ),
    "tvto-old": (TVTO_OLD, {"agency": "tvto", "title": TITLE, "province": "فارس"}),
    "eatvto": (
        EATVTO,
        {
            "agency": "tvto",
            "kicker": None,
            "title": TITLE,
            "lead": LEAD,
            "news_code": "4934",
            "published_at": "2021-08-08",
            "province": "آذربایجان شرقی",
        },
    ),
    "isna": (
        ISNA,
        {
            "agency": "unknown",
            "kicker": None,
            "title": TITLE,
            "lead": LEAD,
            "news_code": "91080603319",
            "published_at": "2012-10-27T10:39:00+03:30",
            "section": ["استان\u200cها"],
            "tags": ["مهارت", "اشتغال"],
            "authors": [],
        },
    ),
    "yjc": (YJC, {"title": None, "lead": LEAD, "place": "یزد", "province": "یزد"}),
    "tasnim": (TASNIM, {"title": TITLE, "lead": LEAD, "place": "اراک"}),
    "irna": (IRNA, {"title": TITLE, "lead": f"مشهد- ایرنا- {LEAD}", "province": "خراسان رضوی"}),
}


@pytest.mark.parametrize(
    ("sibling", "name"),
    [(sibling, name) for sibling, (_, fields) in SIBLINGS.items() for name in fields],
)
def test_sibling(sibling, name):
    text, fields = SIBLINGS[sibling]
    assert getattr(clean_text(text, normalize=False), name) == fields[name]


@pytest.mark.parametrize("sibling", SIBLINGS)
def test_body_of_a_sibling_is_its_three_paragraphs(sibling):
    body = clean_text(SIBLINGS[sibling][0], normalize=False).body
    assert len(body) == 3
    assert "رضا" in body[0]
    assert body[1:] == [FIRST, LAST]


# --- bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\u200c\u00a0\n", "empty"),
        ("سلام", "empty"),
        ("نظر شما\nارسال نظر\nانتهای پیام/\nنرم افزار موبایل ایلنا", "empty"),
        ("The quick brown fox jumps over the lazy dog, and then it sleeps.", "not-persian"),
        ("صفحه درخواستی شما موجود نمی باشد", "not-found"),
        ("گفت. " * 1_200_000, "too-large"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(text, reason):
    with pytest.raises(NotAnArticle) as refused:
        clean_text(text)
    assert refused.value.reason == reason


def test_bytes_are_refused_in_plain_words():
    with pytest.raises(TypeError, match="decode bytes first"):
        clean_text("گفت.".encode())


# --- properties ---------------------------------------------------------------------------------

LINES = st.sampled_from(
    [line for text, _ in SIBLINGS.values() for line in text.splitlines()]
    + ["", "سیاسی", "نظر شما", "بیشتر بخوانید", "۱۲:۳۰ - ۱۴۰۴/۰۷/۱۵", "انتهای پیام/ج", "://", "::"]
)
FLATTENED = st.lists(LINES | st.text(max_size=60), max_size=25).map("\n".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FLATTENED)
def test_nothing_but_not_an_article_is_raised(text):
    try:
        article = clean_text(text)
    except NotAnArticle:
        return
    assert article.body
    assert all(article.body)


@pytest.mark.parametrize("number", sorted(EXPECTED))
def test_a_cleaned_text_cleans_to_itself(number):
    article = clean_text(seed(number))
    again = clean_text(article.text)
    assert (again.kicker, again.title, again.text) == (article.kicker, article.title, article.text)
