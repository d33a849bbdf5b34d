"""What stands around flattened texts and is none of it, as met on real pages."""

import pytest

from cleaners import NotAnArticle
from tests.cleaners.flattened import LEAD, SECOND, TITLE, read
from tests.cleaners.flattened import REPORT as FIRST

VERSE = "إِنَّ مَعَ الْعُسْرِ يُسْرًا فَإِذَا فَرَغْتَ فَانْصَبْ * * * همانا با دشواری آسانی است. * * * پس کوش"


def test_verse_of_the_day_above_everything() -> None:
    article = read("پیام‌نما", "", VERSE, "", "با حضور مردم؛", TITLE, TITLE, LEAD, FIRST, SECOND)
    assert (article.kicker, article.title, article.lead) == ("با حضور مردم؛", TITLE, LEAD)
    assert article.body == [FIRST, SECOND]


def test_verse_that_an_article_quotes_stays() -> None:
    quoted = "وی با اشاره به آیه «إِنَّ مَعَ الْعُسْرِ يُسْرًا» گفت: پس از هر دشواری آسانی است."
    assert read(TITLE, FIRST, quoted).body == [FIRST, quoted]


@pytest.mark.parametrize(
    "line",
    [
        "تعداد کاراکترهای مجاز:1200",
        "عضویت در خبرنامه",
        "برای ورود به کانال تلگرام ما کلیک کنید.",
        "منابع خبر",
        "از: ایسنا",
        "تبادل نظر",
        "دیدگاه خود را بیان کنید",
        "اولین نفر باشید که دیدگاه خود را می نویسد",
        "پر بیننده\u200cترین اخبار سیاست خارجی",
        "دیدگاه خوانندگان امروز",
        "لطفا از نوشتن با حروف لاتین (فینگلیش) خودداری نمایید.",
        "[صفحه چاپ]",
        "ثبت نظر شما:",
        "نگاه شما:",
        "security code",
        "عضو کانال اتاق بازرگانی در تلگرام شوید",
        "این خبر را در تهران اقتصادی دنبال کنید",
        "منبع ایرنا",
        "فرستادن دیدگاه »",
        "9 - 4 =",
        "بستن   چاپ",
        "امتیاز به خبر :",
        "عکس‌های بیشتر :",
        "کلمات کلیدی: هواشناسی",
        "کد N530418",
        "جام نیوز",
        "تأییدکننده خبر: کارشناس 2",
        "بخش خبرخوان، صرفا بازتاب‌دهنده اخبار رسانه‌های رسمی کشور است.",
        ".player{position:relative;}.player iframe{top:0;left:0;}",
        "هیچ نظری موجود نیست:",
        "ارسال یک نظر",
        "دکمه بازگشت به بالا",
        "نام شما",
        "آدرس ايميل شما",
        "نشانی پست الکترونیک شما:",
        "*س_برچسبها_س*",
        "(در صورت عدم انتقال، اینجا را کلیک کنید) موتور جستجوی خبر",
    ],
)
def test_line_below_the_text(line: str) -> None:
    assert read(TITLE, FIRST, SECOND, line).body == [FIRST, SECOND]


@pytest.mark.parametrize("gap", [" ", ""])
def test_advertisement_glued_to_the_last_sentence(gap: str) -> None:
    glued = f"{SECOND}{gap}برای ورود به کانال تلگرام ما کلیک کنید."
    assert read(TITLE, FIRST, glued).body == [FIRST, SECOND]


def test_networks_among_the_paragraphs() -> None:
    networks = ["تلگرام", "ایتا", "واتساپ"]
    assert read(TITLE, FIRST, *networks, SECOND).body == [FIRST, SECOND]


@pytest.mark.parametrize(
    "introduced",
    [
        "استاندار این شبکه‌ها را نام برد:",
        "کاربران از این پیام‌رسان‌ها گفتند",
        "خبر در جاهایی پخش شد، مانند",
    ],
)
def test_networks_that_a_line_introduces(introduced: str) -> None:
    networks = ["تلگرام", "ایتا", "واتساپ"]
    article = read(TITLE, FIRST, introduced, *networks, SECOND)
    assert article.body == [FIRST, introduced, *networks, SECOND]


def test_label_that_a_cut_text_ends_with_is_a_verb_s() -> None:
    last = "مدیرکل راه چنین گزارش می‌دهد:"
    assert read(TITLE, FIRST, SECOND, last).body == [FIRST, SECOND, last]


def test_tags_below_the_end_mark_end_at_the_comments() -> None:
    below = ["انتهای پیام", "برچسب‌ها:", "مهارت", "پل", "نظرات کاربران", "علی", "خیلی خوب بود"]
    article = read(TITLE, FIRST, SECOND, *below)
    assert (article.tags, article.body) == (["مهارت", "پل"], [FIRST, SECOND])


def test_credit_of_two_trades() -> None:
    article = read(TITLE, FIRST, SECOND, "تصویربردار و تدوینگر: رضا کریمی")
    assert (article.authors, article.body) == (["رضا کریمی"], [FIRST, SECOND])


def test_byline_with_the_day_and_the_count_of_remarks() -> None:
    article = read(TITLE, "رضا کریمی شیرازی در ۱۳ خرداد ۱۳۹۹ ۰", FIRST, SECOND)
    assert (article.authors, article.published_at) == (["رضا کریمی شیرازی"], "2020-06-02")
    assert article.body == [FIRST, SECOND]


def test_title_that_stands_alone_and_beside_the_site_s_name() -> None:
    head = [f"پیام ما؛ رسانه توسعه | {TITLE}", TITLE, "", "۶ خرداد ۱۴۰۳، ۱۱:۲۴", ""]
    article = read(*head, LEAD, FIRST, SECOND)
    assert (article.title, article.lead) == (TITLE, LEAD)


def test_list_of_news_is_no_title() -> None:
    article = read("۱ مرداد ۱۴۰۴", "اخبار اجتماعی", FIRST, SECOND)
    assert (article.title, article.section) == (None, ["اجتماعی"])


@pytest.mark.parametrize("line", ["الف الف", "تیتر نخست", "رسانه‌ای دیگر", "khane-41"])
def test_line_above_the_title_without_a_word_of_the_text_is_no_kicker(line: str) -> None:
    assert read(line, TITLE, "", FIRST, SECOND).kicker is None


def test_line_that_says_when_is_a_kicker_without_a_word_of_the_text() -> None:
    line = "در نخستین روز هفته مهارت"
    assert read(line, TITLE, "", FIRST, SECOND).kicker == line


@pytest.mark.parametrize("path", ["استان‌ها / تهران", "اجتماعی و فرهنگی"])
def test_section_above_the_title_is_no_kicker(path: str) -> None:
    article = read(path, TITLE, FIRST, SECOND)
    assert (article.kicker, article.title) == (None, TITLE)
    assert article.section == path.split(" / ")


@pytest.mark.parametrize(
    "shown",
    [
        f"{TITLE} - شهر آنلاین",
        f"{TITLE} | مهر نیوز",
        f"{TITLE} - تسنیم",
        f"۲۰:۵۸ - {TITLE}",
        f"خبر: {TITLE}",
        f"-{TITLE}",
        f"{TITLE} {TITLE}",
    ],
)
def test_what_is_no_part_of_the_title(shown: str) -> None:
    assert read(shown, FIRST, SECOND).title == TITLE


@pytest.mark.parametrize("title", [f"{TITLE} - ایران", f"{TITLE} در مهر", "ایسنا - پل تازه شهر"])
def test_words_of_the_title_that_only_look_like_an_agency(title: str) -> None:
    assert read(title, FIRST, SECOND).title == title


def test_headlines_with_dashes_above_the_title() -> None:
    others = ["- باران در شمال", "- برف در کوهستان", "- باد در بیابان", "- مه در جاده‌ها"]
    article = read(*others, TITLE, FIRST, SECOND)
    assert (article.kicker, article.title, article.body) == (None, TITLE, [FIRST, SECOND])


def test_date_beside_site_and_age() -> None:
    article = read("شهرنیوز / ۴ روز قبل / ۱۴۰۴/۰۴/۲۱", TITLE, FIRST, SECOND)
    assert (article.published_at, article.kicker) == ("2025-07-12", None)


def test_label_whose_letters_are_drawn_out() -> None:
    article = read(TITLE, "کد خبـر : 3102", FIRST, SECOND)
    assert (article.title, article.news_code) == (TITLE, "3102")


def test_month_that_a_crawl_put_before_the_text() -> None:
    article = read(f" date 2023-11 {FIRST}", SECOND)
    assert (article.body, article.published_at) == ([FIRST, SECOND], None)


def test_excerpt_of_the_text_above_it() -> None:
    assert read(TITLE, f"{FIRST[:70]} […]", FIRST, SECOND).body == [FIRST, SECOND]


def test_source_on_a_line_of_its_own() -> None:
    assert read(TITLE, "اتوبوس- همشهری آنلاین:", FIRST, SECOND).body == [FIRST, SECOND]


def test_teasers_below_the_text() -> None:
    teasers = [
        "اختلاف دو همسایه قدیمی باعث شد تا...",
        "پخش سریال تازه از شب نخست ماه رمضان...",
        "در حالی که بازیکن تیم همچنان با رکوردهایش...",
    ]
    assert read(TITLE, FIRST, SECOND, *teasers).body == [FIRST, SECOND]


@pytest.mark.parametrize(
    "beginning", ["سپس", "البته", "بر این اساس", "علاوه بر این", "در این مراسم", "به همین دلیل"]
)
def test_last_paragraph_without_its_full_stop(beginning: str) -> None:
    last = f"{beginning} کلنگ ساخت پل دیگری در شمال شهر بر زمین زده شد"
    assert read(TITLE, FIRST, SECOND, "", last).body == [FIRST, SECOND, last]


def test_last_paragraph_that_was_cut_within_a_word() -> None:
    last = "رضا کریمی مدیر راه استان درباره آخرین وضعیت م"
    assert read(TITLE, FIRST, SECOND, "", last).body == [FIRST, SECOND, last]


def test_title_cut_short_below_the_text() -> None:
    assert read(TITLE, FIRST, SECOND, TITLE[:22]).body == [FIRST, SECOND]


def test_two_stories_with_code_and_date_are_a_listing() -> None:
    facts = "کد خبر: ۴۱۲۸۳۵{} تاریخ انتشار : ۱۴۰۱/۱۲/۲۹"
    with pytest.raises(NotAnArticle, match="news codes"):
        read(LEAD, facts.format(1), SECOND, facts.format(2))


def test_two_stories_of_which_a_headline_has_dots_are_a_listing() -> None:
    facts = "کد خبر: ۴۱۲۸۳۵{} تاریخ انتشار : ۱۴۰۱/۱۲/۲۹"
    headline = "از نگاه شهردار همه چیز خوب است .."
    with pytest.raises(NotAnArticle, match="news codes"):
        read(TITLE, LEAD, facts.format(1), "", headline, SECOND, facts.format(2))
    with pytest.raises(NotAnArticle, match="news codes"):
        read(TITLE, f"{LEAD[:-1]} ..", facts.format(1), TITLE, SECOND, facts.format(2))


def test_text_with_two_codes_and_sentences_of_its_own_is_no_listing() -> None:
    facts = "کد خبر: ۴۱۲۸۳۵{} تاریخ انتشار : ۱۴۰۱/۱۲/۲۹"
    assert read(TITLE, LEAD, facts.format(1), FIRST, SECOND, facts.format(2)).title == TITLE


def test_archive_that_tells_how_to_reach_older_news() -> None:
    note = "برای دسترسی به اخبار قدیمی‌تر، در منوی مربوطه سال و ماه را محدود کنید."
    with pytest.raises(NotAnArticle) as refused:
        read("رضا کریمی", note, TITLE, LEAD)
    assert refused.value.reason == "listing"


def test_menu_alone_is_no_article() -> None:
    sections = ["سیاسی", "اقتصادی", "اجتماعی", "فرهنگی", "ورزشی", "بین‌الملل", "استان‌ها"]
    menu = [line for name in sections for line in (name, "آرشیو اخبار", "پربیننده‌ترین اخبار")]
    with pytest.raises(NotAnArticle) as refused:
        read(*menu, "• دین و قرآن و اندیشه و زندگی", "• سینما و تئاتر ایران و جهان")
    assert refused.value.reason == "listing"


def test_title_longer_than_headlines_are() -> None:
    title = (
        "مدیرکل آموزش فنی و حرفه‌ای استان خبر داد؛ ارائه بیش از پانصد هزار نفر ساعت آموزش مهارتی "
        "در بخش دولتی از ابتدای سال جاری تا کنون در همه شهرستان‌ها"
    )
    lead = (
        "مدیرکل آموزش فنی و حرفه‌ای استان از ارائه بیش از پانصد هزار نفر ساعت آموزش مهارتی در بخش "
        "دولتی از ابتدای سال جاری در شهرستان‌ها خبر داد."
    )
    article = read(title, lead, FIRST, SECOND)
    assert (article.title, article.lead) == (title, lead)


def test_long_item_among_headlines_with_dashes() -> None:
    others = [
        "- باران در شمال",
        "- برف در کوهستان",
        "- باد در بیابان",
        "- " + "مه در جاده‌ها و " * 20,
    ]
    article = read(*others, TITLE, FIRST, SECOND)
    assert (article.title, article.body) == (TITLE, [FIRST, SECOND])


@pytest.mark.parametrize(
    "line",
    [
        "برای ورود به کانال تلگرام شهر نیوز کلیک کنید.",
        "برای عضویت در کانال تلگرام ما اینجا کلیک کنید",
        '🔹"شهر خبر" در روبیکا',
        "1 1 1 1 1 امتیاز 0.00 (0 رای)",
        "{$album_44234}",
        "خرید طلا",
    ],
)
def test_promotion_below_the_text(line: str) -> None:
    assert read(TITLE, FIRST, SECOND, "", line).body == [FIRST, SECOND]


def test_headline_of_a_price_and_its_day() -> None:
    title = "قیمت طلا ۱۲ آذر ۱۴۰۳"
    assert read(title, FIRST, SECOND).title == title


def test_code_beside_its_service() -> None:
    article = read("شناسهٔ خبر: 4687722 - سرویس فرهنگی", TITLE, FIRST, SECOND)
    assert (article.news_code, article.title) == ("4687722", TITLE)


def test_date_beside_the_site_of_a_paper() -> None:
    article = read("سایت روزنامه آگاه / ۱۴۰۴/۰۸/۰۶", TITLE, FIRST, SECOND)
    assert (article.published_at, article.kicker) == ("2025-10-28", None)


@pytest.mark.parametrize(
    "lines",
    [["برچسب ها: پل - شهر - استاندار"], ["برچسب‌ها", "• پل", "• شهر", "• استاندار"]],
)
def test_tags_parted_by_dashes_or_bullets(lines: list[str]) -> None:
    assert read(TITLE, FIRST, SECOND, *lines).tags == ["پل", "شهر", "استاندار"]


@pytest.mark.parametrize(
    "line",
    [
        "نوشتن دیدگاه",
        "تصویر امنیتی جدید",
        "بازگشت به لیست",
        "نمایش خبر در سایت مبدا",
        "تعداد بازدید کنندگان خبر : 5450",
        "عکس‌ها: ایسنا",
    ],
)
def test_button_of_an_office_below_the_text(line: str) -> None:
    assert read(TITLE, FIRST, SECOND, line).body == [FIRST, SECOND]


def test_last_sentence_without_its_full_stop() -> None:
    last = "ساخت این پل از درآمد نفت استان در سه سال انجام شد"
    assert read(TITLE, FIRST, SECOND, "", last).body == [FIRST, SECOND, last]


def test_clock_glued_to_its_day() -> None:
    assert read("امروزجمعه, 04 بهمن 1398 21:46", TITLE, FIRST, SECOND).published_at is None


def test_time_and_date_behind_the_name_of_the_site() -> None:
    article = read(TITLE, "شهر بیدار07:23 - 1403/02/11", FIRST, SECOND)
    assert article.published_at == "2024-04-30T07:23:00+03:30"


def test_site_in_two_parts_behind_the_title() -> None:
    shown = f"{TITLE} – خبرگزاری شهر | اخبار ایران و جهان"
    assert read(shown, FIRST, SECOND).title == TITLE


def test_invocation_is_no_title() -> None:
    article = read("به نام خداوند قادر و حکیم", FIRST, SECOND)
    assert (article.title, article.body[0]) == (None, "به نام خداوند قادر و حکیم")


def test_footer_that_leads_to_older_news_refuses_nothing() -> None:
    footer = "برای مشاهده اخبار قدیمی‌تر به آرشیو سایت مراجعه کنید"
    assert read(TITLE, FIRST, SECOND, "انتهای پیام/", footer).body == [FIRST, SECOND]


def test_list_that_ends_with_things_to_buy_stays() -> None:
    items = ["این وام برای این کارها داده می‌شود:", "آموزش نیرو", "خرید ابزار", "اجاره کارگاه"]
    assert read(TITLE, FIRST, SECOND, *items).body == [FIRST, SECOND, *items]


@pytest.mark.parametrize(
    "below",
    [
        ["اشتغال جوانان", "آموزش مهارت", "استان قزوین"],
        ["خیلی عالی", "احسنت بر شما"],
        ["مهارت و اشتغال"],
    ],
)
def test_words_below_the_code_that_are_no_names(below: list[str]) -> None:
    assert read(TITLE, FIRST, SECOND, "کد خبر: 6575974", *below).authors == []


def test_heading_below_lead_and_code_stays() -> None:
    article = read(TITLE, LEAD, "کد خبر: 6575974", "نام‌نویسی رایگان", FIRST, SECOND)
    assert (article.authors, article.body) == ([], ["نام‌نویسی رایگان", FIRST, SECOND])


def test_office_that_signs_with_the_first_words_of_the_title() -> None:
    office = "اداره کل آموزش فنی و حرفه‌ای استان"
    article = read(f"{office} ده کارگاه تازه می‌گشاید", FIRST, SECOND, office)
    assert article.body == [FIRST, SECOND, office]


def test_short_last_lines_with_dots_stay() -> None:
    lines = ["نام‌نویسی از فردا...", "کلاس‌ها از شنبه...", "آزمون در شهریور..."]
    assert read(TITLE, FIRST, SECOND, *lines).body == [FIRST, SECOND, *lines]


def test_paragraph_with_dots_that_goes_on_differently_stays() -> None:
    opening = "استاندار گفت: هر جوانی باید پیش از آن که به دنبال کار برود در یکی از مراکز استان"
    first, second = f"{opening} مهارتی بیاموزد...", f"{opening} نام خود را بنویسد."
    assert read(TITLE, FIRST, first, second).body == [FIRST, first, second]


def test_headline_that_only_begins_as_an_invocation_does() -> None:
    title = "به نام مادر، مدرسه مهارت ساخت"
    assert read(title, FIRST, SECOND).title == title


@pytest.mark.parametrize(
    "line",
    [
        "اگر صفحه را درست نمی\u200cبینید اینجا را کلیک کنید",
        "تعداد بازدید خبر: 472",
        "اخبار آرشیوی",
        "نسخه آزمایشی",
        "نسخه قابل چاپ منبع: سپیدار | لینک خبر",
    ],
)
def test_line_above_the_title(line: str) -> None:
    article = read(line, TITLE, FIRST, SECOND)
    assert (article.kicker, article.title, article.body) == (None, TITLE, [FIRST, SECOND])


def test_paragraphs_with_a_dateline_each_are_a_listing() -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(f"سمنان- {SECOND}", f"اهواز ـ {LEAD}", f"بجنورد- {SECOND}")
    assert caught.value.reason == "listing"


@pytest.mark.parametrize(
    "lines",
    [
        ["اصفهان - سپاهان و استقلال", "تبریز - تراکتور و پرسپولیس", "اهواز - فولاد و ملوان"],
        ["تهران | ۱۲ | ۲۳", "اصفهان | ۱۰ | ۲۰", "تبریز | ۸ | ۱۷"],
        ["تهران – ۱۲ نفر.", "اصفهان – ۱۰ نفر.", "تبریز – ۸ نفر."],
    ],
)
def test_lines_that_begin_with_a_city_are_no_stories(lines: list[str]) -> None:
    assert read(TITLE, FIRST, *lines, SECOND).body == [FIRST, *lines, SECOND]
