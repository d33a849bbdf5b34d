"""Single rules by which flattened text is read, one small text each."""

import pytest

from cleaners.errors import NotAnArticle
from cleaners.plaintext import clean_text

FIRST = "کارگاه های جوشکاری و برق در پنج مرکز استان تجهیز شده و ثبت نام از هفته آینده آغاز می شود."
LAST = "مدیرکل در پایان گفت: متقاضیان تا پایان ماه به سامانه سازمان مراجعه کنند."
TITLE = "پنج مرکز آموزش در استان تجهیز شد/ آغاز ثبت نام"
LEAD = "مدیرکل آموزش فنی و حرفه ای استان از تجهیز پنج مرکز آموزش خبر داد."

REPORT = "به گزارش ایسنا، رضا غفاری این را گفت."


def test_a_box_of_links_goes_and_the_subheading_below_it_stays():
    text = f"{TITLE}\n\n{REPORT}\n\nبیشتر بخوانید:\nخبر یک از مراکز\nخبر دو\n\nآموزش نوین\n\n{LAST}"
    assert clean_text(text).body == clean_text(f"{REPORT}\n\nآموزش نوین\n\n{LAST}").body


def test_headlines_below_the_last_sentence_go():
    others = "\n".join(f"خبر شماره {n} درباره مراکز آموزش استان" for n in ("یک", "دو", "سه"))
    assert clean_text(f"{REPORT}\n{LAST}\n\n{others}").body[-1] == LAST


def test_a_list_below_its_colon_stays():
    winners = "\n".join(f"نفر {n} رشته جوشکاری از مرکز شماره پنج" for n in ("اول", "دوم", "سوم"))
    assert len(clean_text(f"{REPORT}\n{LAST}\nبرگزیدگان این دوره:\n{winners}").body) == 6


def test_a_sentence_that_begins_like_the_title_keeps_its_words():
    first = "پنج مرکز آموزش در استان تجهیز شد و کارآموزان از امروز به آن جا می روند."
    body = clean_text(
        f"پنج مرکز آموزش در استان تجهیز شد\n\n{first}\n\n{LAST}", normalize=False
    ).body
    assert body == [first, LAST]


def test_a_paragraph_only_similar_to_the_lead_stays():
    similar = LEAD.replace("خبر داد", "خبر می دهد")
    body = clean_text(f"{TITLE}\n{LEAD}\n{REPORT}\n{similar}", normalize=False).body
    assert body == [REPORT, similar]


def test_a_paragraph_equal_to_the_lead_goes_even_unnormalized():
    body = clean_text(f"{TITLE}\n{LEAD}\n{REPORT}\n{LEAD}\n{LAST}", normalize=False).body
    assert body == [REPORT, LAST]


def test_the_clock_of_the_header_is_not_the_date():
    assert clean_text(f"پنجشنبه ۱۹ بهمن ۱۴۰۲\n{TITLE}\n{REPORT}\n{LAST}").published_at is None


def test_source_lines_and_codes_are_no_paragraphs():
    assert clean_text(f"{REPORT}\n{FIRST}\nمنبع: مهر\n7126/581/د").body[-1].endswith("می\u200cشود.")


def test_a_bare_code_below_the_last_sentence_ends_the_article():
    assert clean_text(f"{REPORT}\n{LAST}\n17302\nسفری به خانه های قدیمی تبریز.").body == (
        clean_text(f"{REPORT}\n{LAST}").body
    )


def test_numbers_of_a_flattened_table_stay():
    text = f"{REPORT}\nرشته\nظرفیت\nبرق\n1200\nجوش\n1300\n{LAST}"
    assert "1200" in clean_text(text).body
    assert len(clean_text(text).body) == 8


def test_menus_and_tickers_above_the_header_are_not_the_title():
    ticker = "\n".join(f"خبر شماره {n} درباره مراکز آموزش استان" for n in range(30))
    menu = "\n".join(["سیاسی", "اقتصادی", "ورزشی", "استان ها"] * 5)
    text = f"{menu}\n{ticker}\nتاریخ انتشار: ۸ مهر ۱۴۰۴، ۸:۱۰\n{TITLE}\n{LEAD}\n{REPORT}\n{LAST}"
    article = clean_text(text, normalize=False)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, LAST])


def test_half_spaces_that_go_in_come_out():
    text = f"{REPORT}\nآن\u200cها می\u200cروند و کتاب\u200cها را می\u200cخوانند."
    assert clean_text(text, normalize=False).body[-1].count("\u200c") == 4


def test_the_callers_agency_is_believed():
    article = clean_text(REPORT + "\n" + LAST, agency="mehr")
    assert (article.agency, article.agency_name) == ("mehr", "خبرگزاری مهر")


def test_the_record_says_where_it_comes_from():
    article = clean_text(REPORT + "\n" + LAST)
    assert (article.source, article.extractor, article.url) == ("text", "plaintext/1", None)
    assert article.id == f"unknown:{article.fingerprint[:16]}"


# --- kicker and title -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kicker",
    [
        "مدیرکل آموزش فنی و حرفه ای گلستان خبر داد",
        "مدیرکل آموزش فنی و حرفه ای گلستان در نشست خبری تاکید کرد",
        "در نشست شورای مهارت استان گلستان مطرح شد",
        "با حضور استاندار و جمعی از کارآفرینان استان برگزار شد",
        "معاون آموزش، پژوهش و برنامه ریزی اداره کل استان گلستان",
    ],
)
def test_a_kicker_without_colon_may_be_longer_than_its_title(kicker):
    title = "مهارت کلید اشتغال است"
    article = clean_text(f"{kicker}\n{title}\n\n{REPORT}\n{LAST}", normalize=False)
    assert (article.kicker, article.title) == (kicker, title)
    assert article.body == [REPORT, LAST]


@pytest.mark.parametrize(
    "title",
    [
        "مدیرکل گلستان از افتتاح ۱۲ کارگاه در استان خبر داد",
        "وزیر کار بر توسعه آموزش های مهارتی در استان ها تاکید کرد",
        "مدیرکل آموزش گلستان عضو شورای مهارت استان شد",
    ],
)
def test_a_title_that_tells_something_is_no_kicker(title):
    lead = "کارگاه های تازه پیش از پایان سال"
    article = clean_text(f"{title}\n{lead}\n\n{REPORT}\n{LAST}", normalize=False)
    assert (article.kicker, article.title) == (None, title)
    assert lead in (article.lead, *article.body)


def test_a_header_line_that_the_body_repeats_is_the_title():
    kicker = "مدیرکل آموزش فنی و حرفه ای سمنان خبر داد"
    article = clean_text(
        f"{kicker}\n{TITLE}\nکد خبر: ۵۶۴۱۲۳۴\nتاریخ انتشار: ۱۹:۳۲ - ۰۴ شهريور ۱۴۰۳\n{LEAD}\n"
        f"{TITLE}\n{TITLE}\nبه گزارش خبرگزاری صدا و سیما ؛ مرکز سمنان ، رضا غفاری گفت.\n{LAST}",
        normalize=False,
    )
    assert (article.kicker, article.title, article.lead) == (kicker, TITLE, LEAD)
    assert (article.agency, article.province, len(article.body)) == ("irib", "سمنان", 2)


def test_a_short_line_that_adjoins_the_title_is_not_lost():
    text = f"{TITLE}\nشوق آموختن\n{REPORT}\n{LAST}"
    assert "شوق آموختن" in clean_text(text).text


@pytest.mark.parametrize(
    "line",
    [
        "گروه جامعه - خبرگزاری فارس",
        "خبرگزاری دانشجویان ایران - ایسنا",
        "ایرنا - خبرگزاری جمهوری اسلامی",
        "اخبار اداره کل",
        "توسط روابط عمومی",
    ],
)
def test_the_name_of_a_site_or_a_category_is_not_the_title(line):
    article = clean_text(f"{line}\n{TITLE}\n{LEAD}\n{REPORT}\n{LAST}", normalize=False)
    assert (article.kicker, article.title, article.lead) == (None, TITLE, LEAD)
    assert article.body == [REPORT, LAST]


def test_a_headline_that_speaks_of_an_agency_is_a_title():
    title = "خبرگزاری فارس و آموزش مهارت در استان ها"
    assert clean_text(f"{title}\n{REPORT}\n{LAST}").title == title.replace(
        "استان ها", "استان\u200cها"
    )


def test_a_lead_stands_above_a_paragraph_that_the_agency_signs():
    signed = "خبرگزاری فارس - قزوین؛ رضا غفاری امروز در جمع خبرنگاران این را گفت."
    article = clean_text(f"{TITLE}\n{LEAD}\n{signed}\n{LAST}", normalize=False)
    assert (article.lead, article.body) == (LEAD, [signed, LAST])


# --- lines that were glued or cut -----------------------------------------------------------------


def test_date_and_code_on_the_line_of_the_text_are_read_and_go():
    article = clean_text(
        f"۱۵ مهر ۱۴۰۴، ۱۴:۱۸ {REPORT} {LAST} کد خبر 6543210 نظر شما", normalize=False
    )
    assert article.body == [f"{REPORT} {LAST}"]
    assert (article.published_at, article.news_code) == ("2025-10-07T14:18:00+03:30", "6543210")


def test_a_sentence_keeps_the_date_it_begins_with():
    first = "۱۵ مهر ۱۴۰۴ کارگاه های تازه مرکز گشایش یافت و ثبت نام آغاز شد."
    article = clean_text(f"{TITLE}\n{first}\n{LAST}", normalize=False)
    assert article.body == [first, LAST]
    assert article.published_at is None


def test_an_attribution_that_a_line_end_cuts_is_joined():
    article = clean_text(f"به گزارش\nخبرگزاری صدا و سیما؛ مرکز گیلان، رضا غفاری گفت.\n{LAST}")
    assert (article.agency, article.province) == ("irib", "گیلان")
    assert len(article.body) == 2


def test_what_is_not_white_space_stays_unnormalized():
    text = f"\ufeff{REPORT}\nکارگاه\ufeffها\u200b تجهیز شد.\n{LAST}"
    assert clean_text(text, normalize=False).body[:2] == [REPORT, "کارگاه\ufeffها\u200b تجهیز شد."]


# --- lists and dialogue ---------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["-", "–", "•", "▪", "*"])
def test_list_items_are_paragraphs_without_their_marks(mark):
    items = f"{mark} جوشکاری\n{mark} برق صنعتی"
    body = clean_text(f"{REPORT}\nرشته های تازه:\n{items}\n{LAST}", normalize=False).body
    assert body == [REPORT, "رشته های تازه:", "جوشکاری", "برق صنعتی", LAST]


def test_the_dashes_of_a_dialogue_stay():
    turns = ["- چرا به این رشته آمدید؟", "- چون بازار کار دارد."]
    body = clean_text("\n".join([REPORT, *turns, LAST]), normalize=False).body
    assert body == [REPORT, *turns, LAST]


def test_a_lone_dash_stays():
    aside = "- این گزارش به روز می شود."
    assert clean_text(f"{REPORT}\n{FIRST}\n{aside}", normalize=False).body[-1] == aside


# --- the end --------------------------------------------------------------------------------------

OTHER = "قهرمانی تیم فوتبال گلستان در لیگ دسته دو کشور"


@pytest.mark.parametrize("code", ["/ز", " / م.ی", "//ن", " ۹۹۲۳**۳۲۱۳"])
def test_a_code_glued_to_the_last_sentence_ends_the_article(code):
    article = clean_text(f"{REPORT}\n{LAST}{code}\n{OTHER}", normalize=False)
    assert article.body == [REPORT, LAST]
    assert article.province is None


def test_a_code_glued_to_a_sentence_in_the_middle_ends_nothing():
    assert clean_text(f"{REPORT}\n{FIRST}/ز\n{LAST}", normalize=False).body == [REPORT, FIRST, LAST]


@pytest.mark.parametrize("others", [OTHER, f"{OTHER}\n\nکاهش دمای هوا در استان گلستان از فردا"])
def test_one_or_two_headlines_below_a_blank_line_go(others):
    body = clean_text(f"{REPORT}\n\n{FIRST}\n\n{LAST}\n\n{others}", normalize=False).body
    assert body == [REPORT, FIRST, LAST]


@pytest.mark.parametrize(
    "last",
    [
        "رضا غفاری پژوهشگر آموزش های مهارتی و نویسنده",
        "روابط عمومی اداره کل آموزش فنی و حرفه ای استان",
        "وی در پایان از همه همکاران خود سپاسگزاری کرد",
        "پرسش: آینده این رشته ها را چگونه می بینید",
        "نشانی مرکز خیابان امام خمینی کوچه پنجم پلاک ده",
    ],
)
def test_a_last_line_without_full_stop_that_belongs_to_the_text_stays(last):
    body = clean_text(f"{REPORT}\n\n{FIRST}\n\n{LAST}\n\n{last}", normalize=False).body
    assert body[-1] == last


def test_a_last_line_of_a_text_that_does_without_full_stops_stays():
    text = "\n\n".join([REPORT, FIRST.rstrip("."), LAST.rstrip("."), OTHER])
    assert clean_text(text, normalize=False).body[-1] == OTHER


@pytest.mark.parametrize("label", ["نظرات", "دیدگاه\u200cها"])
def test_a_subheading_that_reads_like_the_comments_stays_above_running_text(label):
    body = clean_text(f"{REPORT}\n{LAST}\n{label}\n{FIRST}", normalize=False).body
    assert body == [REPORT, LAST, label, FIRST]


@pytest.mark.parametrize(
    "comments",
    [
        "علی\n۱۴۰۲/۱۱/۲۰ ۱۰:۱۰\nبه نظرم این کارگاه ها خیلی خوب هستند و باید بیشتر شوند.",
        f"{FIRST}\n۱۴۰۲/۱۱/۲۰ - ۱۰:۱۰\nپاسخ",
        "ناشناس\nعالی بود.",
    ],
)
def test_comments_below_their_label_go(comments):
    body = clean_text(f"{REPORT}\n{LAST}\nنظرات\n{comments}", normalize=False).body
    assert body == [REPORT, LAST]


def test_the_title_of_a_reply_form_goes_with_its_button():
    text = f"{REPORT}\n{LAST}\nدیدگاهتان را بنویسید لغو پاسخ"
    assert clean_text(text, normalize=False).body == [REPORT, LAST]


@pytest.mark.parametrize(
    "text",
    [
        "خبر مورد نظر شما یافت نشد",
        "خبر یافت نشد",
        "متاسفانه صفحه مورد نظر شما در سایت موجود نمی\u200cباشد.",
        "خطای ۴۰۴\nمطلب درخواستی شما حذف شده است.\nبازگشت به صفحه اصلی",
        "محتوای مورد نظر پیدا نشد! لطفا از جستجو استفاده کنید.",
    ],
)
def test_the_word_for_a_missing_page_is_not_found(text):
    with pytest.raises(NotAnArticle) as refused:
        clean_text(text)
    assert refused.value.reason == "not-found"


def test_urdu_is_not_persian():
    urdu = "وزیر اعظم نے کہا ہے کہ حکومت عوام کو سہولیات فراہم کرنے کے لیے پرعزم ہے۔"
    with pytest.raises(NotAnArticle) as refused:
        clean_text(urdu)
    assert refused.value.reason == "not-persian"


# --- as the pipelines of the agencies leave it ----------------------------------------------------


@pytest.mark.parametrize(
    "furniture",
    [
        "بازدید ۲۱۳۴",
        "ذخیره ارسال به دوستان نسخه چاپی",
        "telegram twitter whatsapp facebook",
        "جمعه ۲۹ بهمن ۱۴۰۴ English العربیة Türkçe",
        "بازدید: ۳۶۵ چاپ",
        "امتیاز شما: (۱۱ رأی)",
        "0 نظرات",
        "بدون دیدگاه",
        "• - تعداد بازدید: 87",
        "عکس > استانها",
        "استان ها » بوشهر",
        "تابناک",
    ],
)
def test_counters_and_breadcrumbs_above_the_title_go(furniture):
    article = clean_text(f"{furniture}\n{TITLE}\n{LEAD}\n{REPORT}\n{LAST}", normalize=False)
    assert (article.kicker, article.title, article.lead) == (None, TITLE, LEAD)
    assert article.body == [REPORT, LAST]


def test_a_caption_glued_to_the_attribution_goes():
    article = clean_text(f"{TITLE}\n{LEAD}\n{TITLE}{REPORT}\n{LAST}", normalize=False)
    assert (article.lead, article.body) == (LEAD, [REPORT, LAST])


def test_a_title_copied_before_lead_and_attribution_goes():
    article = clean_text(f"{TITLE}\n\n{TITLE} {LEAD} {REPORT}\n{LAST}", normalize=False)
    assert (article.title, article.body) == (TITLE, [f"{LEAD} {REPORT}", LAST])


def test_an_attribution_cut_twice_keeps_the_agency_and_its_centre():
    text = f"{TITLE}\n{LEAD}\n{TITLE}به گزارش\nخبرگزاری صداوسیما\n، مرکز ایلام ؛ رضا گفت.\n{LAST}"
    article = clean_text(text, normalize=False)
    assert (article.agency, article.province, article.lead) == ("irib", "ایلام", LEAD)
    assert len(article.body) == 2


def test_readers_comments_below_their_counters_go():
    text = (
        f"{TITLE}\n{REPORT}\n{LAST}\nبرچسب ها: مهارت\nانتشار یافته: ۵\nناشناس\n|\n"
        "Iran, Islamic Republic of\n|\n۰۸:۵۰ - ۱۳۹۷/۰۴/۳۱\nمدرک به درد نمی خورد."
    )
    assert clean_text(text, normalize=False).body == [REPORT, LAST]


def test_a_line_below_the_buttons_of_the_page_goes():
    text = f"{TITLE}\n{REPORT}\n{LAST}\nارسال به دوستان\nنسخه چاپی\nتازه های مهارت در ایلام"
    assert clean_text(text, normalize=False).body == [REPORT, LAST]


def test_the_name_above_the_title_of_a_photo_report_is_its_photographer():
    article = clean_text(f"محمد وحیدی\n{TITLE}\n{FIRST}\nکد خبر 5940712\nدریافت تصاویر")
    assert (article.kicker, article.authors) == (None, ["محمد وحیدی"])


def test_a_subheading_of_two_words_that_are_menus_elsewhere_stays():
    body = clean_text(f"{TITLE}\n{REPORT}\nآموزش مهارت\n{LAST}", normalize=False).body
    assert body == [REPORT, "آموزش مهارت", LAST]


def test_what_stands_above_the_breadcrumb_is_the_sites_header():
    header = f"درخواست صدور مجوز آموزشگاه\nمهارت در محیط کار\nصفحه اصلی » اخبار » {TITLE}"
    article = clean_text(
        f"{header}\n{TITLE}\nکد خبر: ۱۲۳۴۵\n{LEAD}\n{REPORT}\n{LAST}", normalize=False
    )
    assert (article.kicker, article.title, article.lead) == (None, TITLE, LEAD)
    assert article.body == [REPORT, LAST]


def test_a_paragraph_below_a_box_of_links_stays_with_its_doubled_full_stop():
    text = f"{REPORT}\n\nمطالب مرتبط\n\nکارگاه سیار فرش\n\n{FIRST}.\n\n{LAST}"
    assert clean_text(text, normalize=False).body == [REPORT, f"{FIRST}.", LAST]


def test_a_lead_that_stands_twice_above_the_text_counts_once():
    article = clean_text(f"{TITLE}\n{LEAD}\n{TITLE}\n{LEAD}\n{REPORT}\n{LAST}", normalize=False)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, LAST])


TEASERS = [
    (
        "مرمت خانه تاریخی مشیر به نیمه رسید",
        "استادکاران نقاشی سقف تالار را از زیر دوده بیرون آوردند.",
    ),
    (
        "رکورد تازه صادرات زعفران از مرزها",
        "بیشتر این محموله‌ها از گمرک خراسان به کشورهای همسایه رفت.",
    ),
    ("کشف محوطه باستانی در جاده کمربندی", "کار جاده‌سازی تا پایان بررسی‌ها در این محدوده متوقف شد."),
    ("برف جاده‌های کوهستانی را بست", "پلیس راه از رانندگان خواست زنجیر چرخ همراه داشته باشند."),
    ("قیمت خرما چگونه تعیین می شود", "باغداران می‌گویند نرخ خرید هزینه برداشت را نمی‌پوشاند."),
]


def test_teasers_above_the_header_are_no_text():
    teasers = "\n".join(line for teaser in TEASERS for line in teaser)
    article = clean_text(f"{teasers}\n{TITLE}\n{REPORT}\n{FIRST}\n{LAST}")
    alone = clean_text(f"{TITLE}\n{REPORT}\n{FIRST}\n{LAST}")
    assert (article.title, article.body) == (alone.title, alone.body)


def test_of_many_headlines_the_one_that_the_text_tells_is_the_title():
    ticker = "\n".join(f"{headline}\nساعت ۱۲:۳۰" for headline, _ in TEASERS)
    title = "تجهیز پنج مرکز آموزش جوشکاری و برق"
    text = f"{REPORT} پنج مرکز آموزش استان برای جوشکاری و برق آماده شده است."
    assert clean_text(f"{title}\n{ticker}\n{text}\n{FIRST}\n{LAST}").title == title


@pytest.mark.parametrize("label", ["بیشتر بخوانید:", "خبر مرتبط:", "همچنین بخوانید :"])
def test_a_headline_behind_its_label_goes(label):
    body = clean_text(f"{REPORT}\n{label} مرمت خانه تاریخی مشیر به نیمه رسید\n{LAST}").body
    assert body == clean_text(f"{REPORT}\n{LAST}").body


def test_a_line_without_persian_words_is_no_title():
    assert clean_text(f"GMT 05:30\n{REPORT}\n{LAST}").title is None
