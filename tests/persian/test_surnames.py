"""Surnames whose last part lost its half-space, or was typed apart. ~ is the half-space."""

import pytest

from tests.persian.tilde import mended


@pytest.mark.parametrize(
    "right",
    [
        "مطهری~زاده", "محمدی~زاده", "کریمی~زاده", "قلی~زاده", "مدنی~زاده", "رضایی~نیا", "کریمی~پور",
        "زاهدی~فر", "صالحی~نژاد",
    ],
)  # fmt: skip
def test_a_seam_behind_its_yeh(right):
    assert mended(right.replace("~", "")) == right


@pytest.mark.parametrize(
    "word",
    [
        "علیزاده", "علیپور", "ویرجینیا", "کالیفرنیا", "شیرینیا", "سنگینیا", "مقدونیا", "رایپور",
        "جودیپور", "جیپور", "کیفر", "لوسیفر", "کانیفر", "پریزاد",
    ],
)  # fmt: skip
def test_a_word_without_that_seam(word):
    assert mended(word) == word


@pytest.mark.parametrize(
    "right",
    [
        "علی صالحی~نژاد رئیس سازمان", "سرتیپ صباحی~فرد گفت:", "حمید زاهدی~فر، مدیر",
        "احمد کریمی~پور",
        "کامران قاسم~پور طلا گرفت", "مهدی رحیمی~زاده گفت", "امین صالحی~نژاد گفت", "خانم رضایی~نیا",
        "«علی زاهدی~فر»",
    ],
)  # fmt: skip
def test_behind_a_given_name_or_a_title(right):
    assert mended(right.replace("~", " ")) == right


@pytest.mark.parametrize(
    "text",
    [
        "آقای محمدی فرد مهمی است", "محمدی فرد مهمی است", "حسین محمدی فرد مورد نظر نبود",
        "علی محمدی زاده تهران است", "مهدی رحیمی زاده شد", "مهدی رحیمی زاده و بزرگ شده تهران",
        "استاد ابراهیم پور داوود", "مصطفی پور محمدی گفت", "محمد صادق پور محمدی", "علی نیا اینجا",
        "علی پور مختار نماینده مجلس است", "حمید پور آذر گل زد", "محسن پور سید آقایی گفت",
        "آقای احمد پور فلاح رفت", "آقای همتی فرد از ما نیست", "قاسم سلیمانی فرد نبود",
        "علی حاتمی زاده به سال ۱۳۲۳", "اکبر عبدی زاده ۱۳۳۹ در تهران", "ناصر حجازی زاده ۲۸ آذر",
        "محسن رضایی زاده در مسجد سلیمان است",
        "تبعیض انسانی نژاد", "کمال انسانی نژاد بشر", "زهرا موی طبیعی فر دارد",
    ],
)  # fmt: skip
def test_the_same_words_are_two(text):
    assert mended(text) == text
