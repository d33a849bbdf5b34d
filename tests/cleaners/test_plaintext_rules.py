"""Single rules by which flattened text is read, one small text each."""

import pytest

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
