"""Half-spaces that were deleted come back, also where word lists have the faulty spelling."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    "right",
    [
        "آیین~نامه", "آئین~نامه", "آیین~نامه~های", "پایان~نامه~اش", "پیمان~نامه",
        "زمان~نامه", "ضمانت~نامه~ها",
        "نظام~نامه", "رضایت~نامه", "شجره~نامه", "مرزبان~نامه",
    ],
)  # fmt: skip
def test_letter(right):
    assert mended(right.replace("~", "")) == right


@pytest.mark.parametrize(
    "word",
    [
        "گواهینامه", "تفاهمنامه", "شناسنامه", "بخشنامه", "نمایشنامه", "فصلنامه",
        "قطعنامه", "زیارتنامه", "شاهنامه",
        "اساسنامهٔ", "قولنامه",
    ],
)  # fmt: skip
def test_letter_customarily_written_on(word):
    assert mended(word) == word


@pytest.mark.parametrize(
    "right",
    [
        # Possessives and the copula.
        "اقتصادی~شان", "شخصی~شان", "ملی~شان", "رأی~شان", "مالی~شان", "پیری~شان",
        "فرانسوی~اش", "معنوی~شان",
        "مهم~اند", "کم~اند", "خوب~اند", "بی~گناه~اند",
        # Comparatives.
        "فعال~تر", "عالی~تر", "مطلوب~تر",
        # A silent heh is never written on.
        "نیمه~جان", "نیمه~افراشته", "چشم~به~راه", "فتنه~گر",
        # Compounds.
        "کم~نقص", "به~سمت", "به~سادگی", "لازم~الاتباع", "سریع~الانتقال", "نقل~وانتقال",
        "تعلیم~وتربیت",
        "رفت~وبرگشت", "استارت~آپ~های",
    ],
)  # fmt: skip
def test_restored(right):
    assert mended(f"این {right.replace('~', '')} را") == f"این {right} را"
    assert mended(f"این {right} را") == f"این {right} را"


@pytest.mark.parametrize(
    "word",
    [
        "پریشان", "کشیشان", "درویشان", "ندیمان", "جلویشان", "رویشان", "عمویشان",
        "بهاران", "بهسازی", "بهپور",
        "سومالیایی", "کمبریج", "کمپتون", "بیهار", "سوالات", "هماند", "بلند", "برقکار",
        "برقکاری", "برقکاران", "جوشکاری",
        "کاشیکاری",
    ],
)  # fmt: skip
def test_stays(word):
    assert mended(f"این {word} را") == f"این {word} را"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("لطفا کمکم کنید تا", "لطفا کمکم کنید تا"),
        ("او کمکم کرد و رفت", "او کمکم کرد و رفت"),
        ("کمکم نمی~کنی", "کمکم نمی~کنی"),
        ("کمکم می کند", "کمکم می~کند"),
        ("کمکم خواهد کرد", "کمکم خواهد کرد"),
        ("کمکم هوا روشن شد", "کم~کم هوا روشن شد"),
        ("کمکم کنار رفت", "کم~کم کنار رفت"),
    ],
)
def test_my_help(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    "right",
    [
        # A silent heh is never written on, an آ hardly ever.
        "پیاده~راه", "پیاده~راه~های", "خانه~باغ", "شماره~تلفن",
        "مهارت~آموختگان", "هتل~آپارتمان~های",
        # بین and an adjective
        "بین~کهکشانی", "بین~راهی", "بین~منطقه~ای",
        # who works with something, and a compound with a silent heh
        "گندم~کار", "زعفران~کاران", "چندلایه~ای", "تک~لایه~ای", "پنج~ستاره~ای", "چهارراه~های",
        # a word twice, and the superlative of an unknown adjective
        "لحظه~به~لحظه", "روزبه~روز", "نقطه~به~نقطه", "پرمتقاضی~ترین", "سبعانه~ترین",
        "دست~به~گریبان~اند", "سن~وسال",
        # a plural with a possessive, of a word that no list has
        "دستبافته~هایشان", "زندوکیل~هایمان",
        # rare compounds, which lists have as people type them
        "آرمان~خواهی", "مردم~سالار", "زبان~شناسان", "دیوان~سالاری", "فلک~زده", "مفت~خوری",
        "سنگ~چین", "درس~خوان",
        "تلقین~گری", "نقش~برجسته", "پس~کرایه",
        # ات after an adjective that is a noun, too
        "تنهایی~ات", "زیبایی~ات", "کودکی~ات", "ایرانی~ات",
        # an agent, and the superlative of what is full of something
        "دارنده~ای", "شونده~ای", "نویسنده~ای", "پراسترس~ترین",
        # که after a noun in ‑ی
        "حالی~که", "طوری~که", "آنجایی~که",
        # words
        "نم~نم", "بینارشته~ای", "اسوه~ای", "زیست~کره", "زیست~فعال",
        # prefixes, spoken verbs and endings
        "دربرمی~گیرد", "می~ندازن", "حوصله~ش", "خونه~م", "ندیده~ن", "رفته~م",
    ],
)  # fmt: skip
def test_restored_by_the_letters(right):
    """What is typed as one has seams that its letters show."""
    assert mended(f"این {right.replace('~', '')} را") == f"این {right} را"


@pytest.mark.parametrize(
    "word",
    [
        "بینایی", "بینوایان", "بینوایی", "شبیهش", "توجیهت", "تنبیهش", "فرماندهش", "متوجهم", "فقیهم",
        "کاترین", "ویترین", "دکترین", "چهارمتری", "دارهای قالی",
        "روزبه", "قرآنی", "مرآت", "مآخذ", "غیرهمسو", "انهدام",
        "درهمتنیدن", "سپهبد", "دیهقان", "شهرآرا",
        # what is derived of a frequent compound is written as that is
        "مهمانسرایی", "سخنگویی", "زحمتکشی", "زنگبار", "گوشوار", "دستفروش", "کتابفروش",
        # names of people and places
        "غلامزاده", "جهانبخت", "بولیوار", "باراندوز", "کاشیکاری",
        # what is of a kind
        "ابتدائیات", "ابتدائیاتی", "جدلیات",
        # nouns that look like a verb
        "روندهای", "ترفندهای", "چرندهای",
    ],
)  # fmt: skip
def test_letters_without_a_seam(word):
    assert mended(f"این {word} را") == f"این {word} را"


@pytest.mark.parametrize(
    "right",
    [
        "بی~رونقی",
        "بی~دوام",
        "بی~مایه",
        "بی~حضور",
        "بی~برق~اند",
        "سرزمین~اید",
        "قهرمان~ایم",
        "تکلیف~اند",
    ],
)
def test_without_something_or_with_a_copula(right):
    assert mended(right.replace("~", "")) == right


@pytest.mark.parametrize("text", ["توانایم", "تماشاید", "شکیبایم", "نماید", "سرخپوستان"])
def test_no_copula(text):
    assert mended(text) == text
