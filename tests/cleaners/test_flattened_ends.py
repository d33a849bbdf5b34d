"""Where a flattened text ends: at buttons, sources and other stories, or with its own sentence."""

import pytest

from tests.cleaners.flattened import LEAD, SECOND, TITLE, read
from tests.cleaners.flattened import REPORT as FIRST

# Other stories' headlines, glued to one line that is longer than any title.
GLUED = (
    "صعود تیم والیبال دانش‌آموزان به مرحله پایانی قیمت سیب درختی در میدان تره‌بار کاهش یافت "
    "چرا قطار شبانه شمال دیر رسید؟ نمایشگاه گل و گیاه تا جمعه باز است / ورود کودکان رایگان شد "
    "رونمایی از کتاب خاطرات یک معلم عشایر بارش تگرگ به باغ‌های انار خسارت زد "
    "ثبت ملی آیین نخل‌گردانی زمان توزیع کارت آزمون سراسری تغییر کرد"
)


def test_list_of_officials_at_the_end_stays() -> None:
    officials = [
        "مدیرکل آموزش و پرورش استان گلستان",
        "رئیس اتاق بازرگانی گرگان",
        "معاون سیاسی استاندار",
    ]
    body = [FIRST, "در این نشست این افراد حضور داشتند:", *officials]
    assert read(TITLE, "", *body).body == body


@pytest.mark.parametrize("button", ["ارسال به دوستان", "اشتراک گذاری", "نسخه چاپی"])
def test_below_the_text_s_buttons(button: str) -> None:
    below = ["سفر ارزان پاییزی", "شما وضع راه‌های استان را چگونه ارزیابی می‌کنید؟"]
    assert read(TITLE, "", FIRST, SECOND, button, *below).body == [FIRST, SECOND]


def test_button_above_more_of_the_text() -> None:
    items = ["ارسال به دوستان", "طول پل: صد متر", SECOND]
    assert read(TITLE, "", LEAD, FIRST, *items).body == [FIRST, "طول پل: صد متر", SECOND]


def test_below_the_buttons_facts_and_signatures_stay() -> None:
    below = ["ارسال به دوستان", "نویسنده: رضا کریمی", "برچسب‌ها", "پل", "روابط عمومی شهرداری"]
    article = read(TITLE, "", FIRST, SECOND, *below)
    assert (article.authors, article.tags[:1]) == (["رضا کریمی"], ["پل"])


def test_headlines_below_the_source() -> None:
    below = ["منبع:ایسنا", "در گفت‌وگو با دو معلم بررسی شد:", "جشن کودکان", "رمان تازه: فصل سوم"]
    assert read(TITLE, "", FIRST, SECOND, *below).body == [FIRST, SECOND]


def test_note_below_the_source() -> None:
    note = "توضیح: طول پل در گزارش نخست کوتاه‌تر آمده بود"
    assert read(TITLE, "", FIRST, SECOND, "منبع: ایسنا", note).body == [FIRST, SECOND, note]


def test_glued_headlines_below_a_button() -> None:
    assert read(TITLE, "", FIRST, "برچسب ها: پل", "ارسال به دوستان", GLUED).body == [FIRST]


def test_long_paragraph_without_a_full_stop_is_text() -> None:
    long = f"{SECOND} {FIRST} {LEAD} ".replace(".", "،") * 2 + "و به روی مردم گشوده شد"
    assert read(TITLE, "", FIRST, "ارسال به دوستان", long).body == [FIRST, long]


def test_glued_headlines_above_the_title() -> None:
    article = read(GLUED, "", TITLE, "", LEAD, "کد خبر: ۱۷۹۵۲", "", FIRST, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [FIRST, SECOND])


def test_site_s_choice_of_tags_is_not_the_article_s() -> None:
    below = ["برچسب منتخب", "# قیمت ارز # جام جهانی # بارش برف"]
    article = read(TITLE, "", FIRST, SECOND, *below)
    assert (article.tags, article.body) == ([], [FIRST, SECOND])


@pytest.mark.parametrize(
    "lines",
    [
        ["M/R/204"],
        ["A/27"],
        ["Смотрите также"],
        ["Logo"],
        ["منبع"],
        ["آدرس مطلب :", "بهار نیوز"],
        ["به اشتراک بگذارید:", "نگاه شما:", "security code"],
        ["مرتبط نوشته ها"],
        ["Share on Telegram+Share on Facebook"],
        ["نرخ هتل تبلیغ پایین متن خبر"],
        ["yektanetتریبونخرید بلیت قطار"],
        ["گفتگو با هوش مصنوعی", "💬 سلام! می‌خوای درباره‌ی «پل تازه» بیشتر بدونی؟ من این‌جام."],
        ["درباره بخش تحریریه شهر ما"],
        ["پربحث‌های هفته", "", "  1. چرا کتاب گران است!", "", "  2. سفر با قطار/ یک روز در راه"],
        ["وبگاه خبر شهر مشاهده در مرجع"],
    ],
)
def test_furniture_below_the_last_sentence(lines: list[str]) -> None:
    assert read(TITLE, "", FIRST, SECOND, "", *lines).body == [FIRST, SECOND]


@pytest.mark.parametrize("line", ["– اخبار ورزشی –", "یکشنبه ۰۷ مهر - فرهنگی"])
def test_furniture_above_the_text(line: str) -> None:
    assert read(TITLE, "", line, "", FIRST, SECOND).body == [FIRST, SECOND]


@pytest.mark.parametrize(
    "sentence",
    [
        "مسئولان راه‌ها بازگشایی همه گردنه‌ها را برای نوروز اعلام کردند",
        "ساکنان روستاهای دور بیش از این با قایق می‌رفتند",
        "سه مهندس جوان بومی نقشه نخستین را کشیده بودند",
        "بسیاری از بازاریان هزینه چراغ‌ها را پرداختند",
        "ما برای روستاهای آن سوی رود هم راه می‌سازیم",
    ],
)
def test_last_sentence_without_its_full_stop(sentence: str) -> None:
    assert read(TITLE, "", FIRST, "", SECOND, "", sentence).body == [FIRST, SECOND, sentence]


@pytest.mark.parametrize(
    "headline",
    [
        "نمایشگاه گل و گیاه در بوستان ملت برپا شد",
        "تیم والیبال دانش‌آموزان قهرمان آسیا شد",
        "قیمت سیب درختی در میدان تره‌بار به نصف رسید",
    ],
)
def test_headline_of_another_story(headline: str) -> None:
    assert read(TITLE, "", FIRST, "", SECOND, "", headline).body == [FIRST, SECOND]


def test_last_paragraph_that_was_cut_short() -> None:
    question = "نخستین روز کار پل را به یاد دارید؟"
    cut = "بله. باران می‌آمد و همه خیس بودیم. وقتی فر"
    assert read(TITLE, "", FIRST, "", SECOND, "", question, "", cut).body[2:] == [question, cut]


def test_second_copy_of_the_text_that_was_cut_short() -> None:
    third = "نیمی از هزینه پل را شهرداری داد."
    article = read(TITLE, "", FIRST, SECOND, third, FIRST, SECOND[:33])
    assert article.body == [FIRST, SECOND, third]


def test_paragraph_that_was_cut_short_and_begins_like_another() -> None:
    assert read(TITLE, "", FIRST, SECOND, SECOND[:33]).body == [FIRST, SECOND, SECOND[:33]]


@pytest.mark.parametrize(
    "label", ["اخبار قبلی", "اخبار بعدی", "منابع خبر", "Latest News", "Related articles"]
)
def test_links_below_their_label(label: str) -> None:
    below = [label, "بازی پرگل در تبریز! تابناک - ۲۱ فروردین ۱۳۹۵", "جشن کودکان"]
    assert read(TITLE, "", FIRST, SECOND, "", *below).body == [FIRST, SECOND]


POEM = [
    "به دریا رفتم و دریا شنیدم",
    "به صحرا رفتم و صحرا ندیدم",
    "به هر راهی که رفتم در پی تو",
    "نشانی از تو در راهی ندیدم",
    "شبی در خواب دیدم کاروان را",
    "ز شادی تا سحر از جا پریدم",
]


def test_poem_below_the_source() -> None:
    article = read(TITLE, "", FIRST, SECOND, "منبع: ایسنا", *POEM, "سفر ارزان پاییزی")
    assert article.body == [FIRST, SECOND, *POEM]


def test_headlines_that_rhyme_above_the_title_are_no_poem() -> None:
    towns = ("تهران", "اصفهان", "کرمان", "گلستان", "همدان")
    article = read(
        *(f"اخبار استان {town}" for town in towns), TITLE, "۱۲ آذر ۱۴۰۲", "", FIRST, SECOND
    )
    assert (article.title, article.body) == (TITLE, [FIRST, SECOND])


def test_poem_above_the_first_full_stop() -> None:
    article = read(
        "روز شعر و ادب", "", "تقدیم به آن که رفت:", *POEM, "رضا کریمی", "این غزل از اوست."
    )
    assert (article.title, article.body[-8:-2]) == ("روز شعر و ادب", POEM)


CARD = ["بارش برف در گردنه‌های استان", "بارش برف در گردنه‌های استان .", "متن کامل >>"]


def test_other_stories_with_buttons_below_the_text() -> None:
    cards = [*CARD, "گشایش نمایشگاه گل و گیاه", "گشایش نمایشگاه گل و گیاه .", "متن کامل >>"]
    body = [FIRST, SECOND]
    assert read(TITLE, "", *body, "آخرین اخبار سازمان | اخبار استانها", *cards).body == body


def test_text_goes_on_below_a_box_with_a_button() -> None:
    box = ["بیشتر بخوانید", "بارش برف در گردنه‌های استان", "متن کامل >>"]
    body = [FIRST, SECOND, LEAD]
    assert read(TITLE, "", FIRST, SECOND, *box, LEAD).body == body


@pytest.mark.parametrize(
    "links",
    [
        ["نوشته قبلی: بارش برف در گردنه‌ها", "نوشته بعدی: گشایش نمایشگاه گل و گیاه"],
        ["راهبری نوشته", "بارش برف در گردنه‌ها", "گشایش نمایشگاه گل و گیاه"],
        ["مطلب قبلی", "بارش برف در گردنه‌ها", "مطلب بعدی", "گشایش نمایشگاه گل و گیاه"],
    ],
)
def test_stories_before_and_after_the_text(links: list[str]) -> None:
    for below in ([], ["یک دیدگاه برای «پل تازه شهر»", "رضا", "خسته نباشید."]):
        assert read(TITLE, "", FIRST, SECOND, *links, *below).body == [FIRST, SECOND]


def test_sentence_about_the_story_before_is_text() -> None:
    sentence = "مطلب قبلی: ساخت پل را سه پیمانکار آغاز کرده بودند."
    assert read(TITLE, "", FIRST, sentence, SECOND).body == [FIRST, sentence, SECOND]
