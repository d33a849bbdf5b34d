"""The lead of flattened texts, told by what the page's layout puts around it."""

import pytest

from tests.cleaners.flattened import LEAD, TITLE, read

FIRST = "این پل که طول آن به هزار متر می‌رسد، شمال و جنوب شهر را به هم پیوند می‌دهد."
SECOND = "استاندار نیز گفت: هزینه ساخت این پل از درآمد نفت استان پرداخت شده است."
REPORT = "به گزارش خبرنگار ما، این پل شمال و جنوب شهر را به هم پیوند می‌دهد."


@pytest.mark.parametrize(
    "between",
    [
        "کد خبر: ۴۵۸۷۱۲",
        "کد خبر :\n۴۵۸۷۱۲",
        "تاریخ انتشار: ۱۲ آذر ۱۴۰۳ - ۱۰:۲۰",
        TITLE,
        "شهر آنلاین :",
        "بزرگ‌نمایی:\n" + LEAD + "\nکد خبر: ۴۵۸۷۱۲",
        "کد خبر: ۴۵۸۷۱۲\nپیوند شمال و جنوب",
        "کد خبر: ۴۵۸۷۱۲\n|\n۱۲ آذر ۱۴۰۳ - ۱۰:۲۰\n|\n6908 بازدید\nروزنامه‌ها نوشتند:\nنسخه چاپی",
        "منبع: https://www.iribnews.ir/fa/news/4084038/%DA%A9%D8%B3%D8%A8-%DB%B3%DB%B0-%D9%85%D8%AF%D8%A7%D9%84",
    ],
)
def test_lead_above_what_the_layout_puts_below_it(between: str) -> None:
    article = read(TITLE, LEAD, between, FIRST, SECOND)
    assert article.lead == LEAD
    assert article.body[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "report",
    [
        "به گزارش خبرنگار ما، سه مهندس جوان نقشه‌ها را کشیده بودند.",
        "شهر نیوز-گروه اجتماعی: سه مهندس جوان نقشه‌ها را کشیده بودند.",
        "شهرنامه؛ سرویس اجتماعی، رضا کریمی: سه مهندس جوان نقشه‌ها را کشیده بودند.",
    ],
)
def test_lead_that_names_who_asked(report: str) -> None:
    lead = "همه درباره پل تازه می‌پرسند. سازنده آن در گفت‌وگو با تسنیم از سه سال کار می‌گوید."
    article = read(TITLE, "", lead, "", report, "", SECOND)
    assert (article.lead, article.body) == (lead, [report, SECOND])


def test_lead_directly_below_the_date() -> None:
    date, long = "عصر ما دوشنبه 27 بهمن 1404 - 20:05", f"{FIRST} {SECOND}"
    article = read(TITLE, "", date, LEAD, "", long, "", SECOND)
    assert (article.lead, article.body) == (LEAD, [long, SECOND])
    assert read(TITLE, "", date, long, "", LEAD, "", SECOND).lead is None


def test_talk_with_a_reporter_above_an_office_s_report_is_no_lead() -> None:
    talk = "مدیرکل کار گلستان در گفت‌وگو با خبرنگار مهر گفت: شمار کارگاه‌ها بیشتر شده است."
    report = "به گزارش سازمان جهانی کار، سالانه سه میلیون نفر از کار آسیب می‌بینند."
    assert read(TITLE, "", talk, "", report, "", SECOND).lead is None


def test_lead_with_the_sentence_that_the_text_begins_with() -> None:
    told = "شهرداری بسته تازه نوسازی پل‌های شهر و راه‌های پیرامون آن را ابلاغ کرد."
    lead, text = f"{told} بر این اساس، سه پل نو می‌شود.", f"{told} این بسته با هدف‌های تازه آمد."
    article = read(TITLE, "", lead, "", text, "", SECOND)
    assert (article.lead, article.body[-1]) == (lead, SECOND)


def test_lead_above_the_name_of_the_site_that_it_begins_with() -> None:
    lead = f"پیام شهر - {LEAD}"
    article = read(TITLE, lead, "پیام شهر", FIRST, SECOND)
    assert (article.lead, article.body) == (lead, [FIRST, SECOND])


def test_name_of_the_site_above_a_text_without_title() -> None:
    lead, report = f"شهرنامه: {LEAD}", f"به گزارش شهرنامه، {FIRST}"
    article = read("شهرنامه", "", "کد خبر: ۴۵۸۷۱۲", "", lead, report, SECOND)
    assert (article.title, article.kicker, article.lead) == (None, None, lead)
    assert article.body == [report, SECOND]


def test_short_title_that_the_text_begins_with() -> None:
    told = f"پل تازه شهر: {LEAD}"
    article = read("پل تازه شهر", "", "کد خبر: ۴۵۸۷۱۲", "", told, REPORT, SECOND)
    assert (article.title, article.lead) == ("پل تازه شهر", told)


def test_lead_above_the_name_that_the_report_tells() -> None:
    article = read(TITLE, LEAD, "پیام شهر", "به گزارش پیام شهر، " + FIRST, SECOND)
    assert article.lead == LEAD
    assert article.body == ["به گزارش پیام شهر، " + FIRST, SECOND]


def test_lead_below_the_empty_clock() -> None:
    article = read("پخش زنده", "امروز: -", LEAD, FIRST, SECOND)
    assert (article.lead, article.body) == (LEAD, [FIRST, SECOND])


@pytest.mark.parametrize(
    "report",
    [
        "به‌گزارش خبرنگار ما، " + FIRST,
        "رضا کریمی در گفتگوبا خبرنگار ما افزود: " + FIRST,
        "رضا کریمی در گفتگو با باشگاه خبرنگاران گفت: " + FIRST,
        "رضا کریمی در گفت‌وگو با فارس گفت: " + FIRST,
        "رضا کریمی به «ایسنا» گفت: " + FIRST,
    ],
)
def test_lead_above_the_paragraph_that_names_the_reporter(report: str) -> None:
    article = read(TITLE, LEAD, report, SECOND)
    assert (article.lead, article.body) == (LEAD, [report, SECOND])


def test_lead_that_the_paragraph_below_tells_again() -> None:
    again = "رضا کریمی شهردار امروز گفت: پل تازه شهر پس از سه سال کار گشوده شد و " + FIRST
    article = read(TITLE, LEAD, again, SECOND)
    assert (article.lead, article.body) == (LEAD, [again, SECOND])


def test_lead_above_who_has_told_it() -> None:
    lead = "مدیرکل راه استان از آغاز ساخت دومین گذرگاه رودخانه در بهار سال آینده خبر داد."
    told = "رضا کریمی در این باره اظهار کرد: " + FIRST
    article = read(TITLE, lead, told, SECOND)
    assert (article.lead, article.body) == (lead, [told, SECOND])


def test_lead_above_the_office_that_is_cited() -> None:
    cited = "بر اساس اعلام مرکز ارتباطات شهرداری، خودروها از بامداد امروز از آن می‌گذرند."
    article = read(TITLE, LEAD + " استاندار حضور داشت.", cited, SECOND)
    assert article.lead is None  # of two sentences
    lead = "پل تازه شهر با حضور استاندار و مردم محله‌های کنار رودخانه گشوده شد."
    article = read(TITLE, lead, cited, SECOND)
    assert (article.lead, article.body) == (lead, [cited, SECOND])


@pytest.mark.parametrize("mark", ["؛ ", "، ", "؛"])
def test_lead_above_an_attribution_that_was_swallowed(mark: str) -> None:
    article = read(TITLE, LEAD, mark + FIRST, SECOND)
    assert (article.lead, article.body) == (LEAD, [FIRST, SECOND])


@pytest.mark.parametrize("mark", ["؛ ", "؛"])
def test_title_above_a_sentence_that_has_lost_its_attribution(mark: str) -> None:
    article = read(TITLE, mark + FIRST, "", REPORT, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, FIRST, [REPORT, SECOND])


@pytest.mark.parametrize(
    "above", ["به گزارش پایگاه خبری شهر ما از فومن", "مدیرکل راه و ترابری استان"]
)
def test_semicolon_below_a_source_or_an_office_goes_on(above: str) -> None:
    assert f"{above} ؛ {FIRST}" in read(TITLE, "", above, f"؛ {FIRST}", SECOND).body


def test_title_that_goes_on_with_a_semicolon_is_one() -> None:
    rest = "؛ راه‌های تازه از بهار ساخته می‌شوند"
    assert read(TITLE, rest, "", REPORT, SECOND).title == f"{TITLE} {rest}"


@pytest.mark.parametrize(
    "above", [[], ["۱۴:۳۹ - ۲۴ تیر ۱۳۹۸ کد خبر: ۹۸۰۴۰۷۰۰۰", "مدیریت شهری", ""]]
)
def test_keywords_above_the_text_are_neither_title_nor_lead(above: list[str]) -> None:
    words = "رضا کریمی,اخبار شهر و پل,خبرهای شهر و پل,مدیریت شهری"
    article = read(*above, TITLE, "", words, "", REPORT, SECOND)
    assert (article.title, article.kicker, article.lead) == (TITLE, None, None)


@pytest.mark.parametrize(
    "title",
    ["گشایش پل شهر,راه روستا,گذرگاه رود", "گشایش پل شهر, راه روستا, گذرگاه رود, پایانه بار"],
)
def test_title_with_commas_is_no_list_of_keywords(title: str) -> None:
    assert read(title, "", REPORT, SECOND).title == title


def test_attribution_with_the_site_s_number_written_on() -> None:
    report = "به گزارش۵۹۸، " + FIRST
    article = read(TITLE, LEAD, report, SECOND)
    assert (article.lead, article.body) == (LEAD, [report, SECOND])


def test_section_between_the_lead_s_mark_and_the_text() -> None:
    marks = ["کد خبر: ۴۵۸۷۱۲", "تاریخ انتشار: ۱۲ آذر ۱۴۰۳ - ۱۰:۲۰", TITLE, "استان‌ها"]
    article = read(TITLE, LEAD, *marks, FIRST, SECOND)
    assert (article.lead, article.body) == (LEAD, [FIRST, SECOND])


def test_first_paragraph_without_any_sign_is_no_lead() -> None:
    assert read(TITLE, LEAD, FIRST, SECOND).lead is None


def test_heading_that_the_paragraph_above_names_is_no_sign() -> None:
    opening = "سنجش پل‌ها کار دشواری است و چند معیار دارد که هر شهر به آن‌ها می‌نگرد."
    article = read(TITLE, opening, "معیارها:", FIRST, SECOND)
    assert (article.lead, article.body) == (None, [opening, "معیارها:", FIRST, SECOND])


@pytest.mark.parametrize("count", ["۱۴۶۴", "۲۶۲۶۹۶"])
def test_number_below_the_lead_ends_nothing(count: str) -> None:
    article = read(TITLE, LEAD, count, FIRST, SECOND)
    assert article.body[-2:] == [FIRST, SECOND]


def test_code_below_its_label() -> None:
    article = read(TITLE, "کدخبر:", "86397", REPORT, SECOND)
    assert (article.news_code, article.body) == ("86397", [REPORT, SECOND])


def test_time_below_its_day() -> None:
    article = read("پنجشنبه, ۲۶ مهر ۱۳۹۷", "۱۱:۵۸", "", TITLE, REPORT, SECOND)
    assert article.published_at == "2018-10-18T11:58:00+03:30"


def test_kicker_without_its_title() -> None:
    article = read("با حضور استاندار؛", LEAD, REPORT, SECOND)
    assert (article.kicker, article.lead) == ("با حضور استاندار؛", LEAD)


def test_lead_above_everything_as_print_pages_have_it() -> None:
    head = [LEAD, "با حضور استاندار؛", TITLE, "خبرگزاری تسنیم , 15 آبان 1393 ساعت 13:36", LEAD]
    article = read(*head, REPORT, SECOND)
    assert (article.kicker, article.title) == ("با حضور استاندار؛", TITLE)
    assert article.lead == LEAD
    assert article.published_at == "2014-11-06T13:36:00+03:30"
    assert article.body == [REPORT, SECOND]


def test_attribution_that_a_line_end_parts_from_its_reporter() -> None:
    report = ["رضا کریمی در گفتگو با خبرنگار", "گروه اجتماعی ما گفت: " + FIRST]
    assert read(*report, SECOND).body == [" ".join(report), SECOND]


def test_headline_that_exclaims_above_a_longer_line() -> None:
    below = "شورای شهر: ساخت پل‌ها را به مهندسان شهر واگذار کرده‌ایم"
    assert read("پل در شأن شهر نیست!", below, FIRST, SECOND).title == "پل در شأن شهر نیست!"


def test_headline_that_ends_with_a_full_stop() -> None:
    title = "شهردار خبر داد: پل تازه شهر پس از سه سال کار به روی مردم گشوده شد ."
    article = read(title, "", LEAD, REPORT, SECOND)
    assert article.title == title.rstrip(" .")
    assert (article.lead, article.body) == (LEAD, [REPORT, SECOND])


def test_two_paragraphs_above_the_report_that_say_different_things() -> None:
    other = "هواشناسی از وزش باد در شمال کشور و بارش برف در کوهستان‌های غرب خبر داده است."
    article = read(other, LEAD, REPORT, SECOND)
    assert (article.title, article.body[0]) == (None, other)


@pytest.mark.parametrize("name", ["برق نیوز - مریم کریمی: ", "تدبیر24: ", "شهرخبر - به گزارش ما، "])
def test_lead_above_a_paragraph_that_the_site_signs(name: str) -> None:
    article = read(TITLE, LEAD, name + FIRST, SECOND)
    assert (article.lead, article.body) == (LEAD, [name + FIRST, SECOND])


def test_kicker_with_a_colon_and_no_title() -> None:
    article = read("شهردار در گفت‌وگو با ما:", LEAD, REPORT, SECOND)
    assert (article.kicker, article.lead) == ("شهردار در گفت‌وگو با ما:", LEAD)


def test_line_with_a_colon_above_a_text_without_lead_is_of_the_text() -> None:
    assert read("متن پیام چنین است:", FIRST, SECOND).body == ["متن پیام چنین است:", FIRST, SECOND]


def test_reporter_below_the_code() -> None:
    article = read(TITLE, REPORT, SECOND, "کد خبر 6575974", "مریم رمضانی", "برچسب‌ها", "نظر شما")
    assert (article.authors, article.body) == (["مریم رمضانی"], [REPORT, SECOND])


def test_kicker_above_a_headline_with_a_full_stop() -> None:
    title = "پل تازه شهر پس از سه سال کار به روی مردم شهر گشوده شد."
    article = read("شهردار خبر داد:", title, LEAD, REPORT, SECOND)
    assert (article.kicker, article.title) == ("شهردار خبر داد:", title.rstrip("."))
    assert (article.lead, article.body) == (LEAD, [REPORT, SECOND])


def test_lead_without_its_full_stop_below_the_empty_clock() -> None:
    article = read("پخش زنده", "امروز: -", LEAD.rstrip("."), REPORT, SECOND)
    assert (article.title, article.lead) == (None, LEAD.rstrip("."))


def test_lead_below_the_code_and_apart_from_the_text() -> None:
    article = read("خبرگزاری کار ایران", "کد خبر : 1724064", LEAD, "", FIRST, "", SECOND)
    assert (article.lead, article.body) == (LEAD, [FIRST, SECOND])


def test_text_that_begins_with_the_lead_behind_a_name() -> None:
    article = read(TITLE, LEAD, f"آی اسپورت – {LEAD} {FIRST}", SECOND)
    assert article.lead == LEAD


def test_attribution_that_ends_its_line() -> None:
    article = read(TITLE, "به گزارش خبرگزاری ما ؛", FIRST, SECOND)
    assert article.body == [f"به گزارش خبرگزاری ما ؛ {FIRST}", SECOND]


def test_heading_that_the_paragraph_above_begins_with_is_no_site() -> None:
    first = "هفته مهارت از فردا در همه مراکز آموزش استان با برنامه‌های گوناگون برگزار می‌شود."
    article = read(TITLE, first, "هفته مهارت", FIRST, SECOND)
    assert (article.lead, article.body) == (None, [first, "هفته مهارت", FIRST, SECOND])


def test_kicker_without_a_colon_names_what_the_title_is_of() -> None:
    kicker, title = "با رضا کریمی، شهردار شهر ما", "پل‌ها مردم را به هم می‌رسانند/ آغاز کار"
    speech = "رضا کریمی، شهردار شهر ما، سه سال است که با همکارانش پل می‌سازد."
    article = read(kicker, title, speech, "کد خبر: ۲۱۵۱۳۵", FIRST, SECOND)
    assert (article.kicker, article.title, article.lead) == (kicker, title, speech)


@pytest.mark.parametrize("name", ["مریم کریمی", "سپیده حاصلی‌پناه", "محسن کریمی مقدم"])
def test_reporter_s_name_alone_on_a_line(name: str) -> None:
    article = read(TITLE, f"{name}-روزنامه‌نگار", FIRST, SECOND, SECOND[::-1] + ".")
    assert article.authors == [name]
    assert article.body[0] == FIRST


def test_reporter_s_name_above_the_only_paragraph() -> None:
    cut = f"{FIRST} {SECOND} {FIRST} {SECOND} شهروندان این شهر از"
    article = read(TITLE, "سپیده حاصلی‌پناه", cut)
    assert (article.authors, article.body) == (["سپیده حاصلی‌پناه"], [cut])


TOLD = "شهردار گفت: راه‌های تازه روستاها نیز از بهار آینده ساخته می‌شوند."


def test_lead_right_below_the_copy_of_the_title() -> None:
    article = read(TITLE, "", TITLE, FIRST, "", TOLD, "", REPORT, "", SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, FIRST, [TOLD, REPORT, SECOND])


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, FIRST, "", TOLD, "", REPORT, "", SECOND],
        [TITLE, "", TITLE, "", FIRST, "", TOLD, "", REPORT, "", SECOND],
        [TITLE, "", TITLE, FIRST, TOLD, REPORT, SECOND],
        [TITLE, "", TITLE, FIRST, "", TOLD, "", SECOND],
    ],
)
def test_first_paragraph_below_titles_is_no_lead_by_itself(lines: list[str]) -> None:
    assert read(*lines).lead is None


def test_reporter_s_name_alone_between_lead_and_attribution() -> None:
    article = read(TITLE, "", LEAD, "حسین اکبری", "", REPORT, SECOND)
    assert (article.lead, article.authors, article.body) == (LEAD, ["حسین اکبری"], [REPORT, SECOND])


@pytest.mark.parametrize("of", ["text", "title"])
def test_name_of_whom_the_text_tells_is_no_reporter_s(of: str) -> None:
    title = TITLE if of == "text" else "پل تازه شهر با حضور حسین اکبری گشوده شد"
    told = "اکبری در این آیین از همکاران خود سپاسگزاری کرد." if of == "text" else SECOND
    article = read(title, "", LEAD, "حسین اکبری", "", REPORT, told)
    assert (article.authors, "حسین اکبری" in article.body) == ([], True)


def test_name_between_two_paragraphs_is_no_reporter_s() -> None:
    assert read(TITLE, "", FIRST, "حسین اکبری", "", SECOND).authors == []


@pytest.mark.parametrize("line", ["علی دایی کیست", "الهام از طبیعت", "مینا کاری", "نگین شرق"])
def test_subheading_that_begins_as_a_name_does_stays(line: str) -> None:
    assert line in read(TITLE, FIRST, line, SECOND).body


def test_signature_stays() -> None:
    assert read(TITLE, FIRST, SECOND, "رضا کریمی").body[-1] == "رضا کریمی"


def test_list_of_names_stays() -> None:
    names = ["مریم کریمی", "رضا احمدی", "علی محمدی"]
    assert read(TITLE, FIRST, "برگزیدگان:", *names).body[-3:] == names


def test_stamp_behind_a_copy_of_the_title() -> None:
    article = read(TITLE, f"{TITLE} 2020-02-16T11:40:43+03:30", FIRST, SECOND)
    assert (article.published_at, article.lead) == ("2020-02-16T11:40:43+03:30", None)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("تاریخ انتشار:1404-11-1815:13:33", "2026-02-07T15:13:33+03:30"),
        ("چهارشنبه، 3 آبان 1402 ساعت 14:252023-10-25", "2023-10-25T14:25:00+03:30"),
    ],
)
def test_time_that_is_stuck_to_its_date(line: str, moment: str) -> None:
    assert read(line, TITLE, FIRST, SECOND).published_at == moment


def test_lead_without_its_full_stop_between_title_and_copy() -> None:
    lead = "شهردار می‌گوید ساخت پل‌های تازه شهر تا پایان سال آینده ادامه دارد"
    article = read(TITLE, lead, TITLE, REPORT, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, lead, [REPORT, SECOND])


@pytest.mark.parametrize("name", ["ایران", "روابط عمومی", "ایسنا/کرمان"])
def test_label_above_the_attribution_is_no_lead(name: str) -> None:
    assert read(TITLE, "", name, "", REPORT, SECOND).lead is None


@pytest.mark.parametrize("verb", ["گفت:", "از گشایش پل خبر داد و گفت:", "اعلام کرد:"])
@pytest.mark.parametrize("told", ["گفت", "نوشت", "اظهار کرد"])
def test_lead_that_quotes_by_office_whom_the_text_names(verb: str, told: str) -> None:
    lead = f"مدیرکل راه استان {verb} گذرگاه دوم رودخانه تا بهار سال آینده ساخته می‌شود."
    text = f"رضا کریمی امروز در جمع خبرنگاران {told}: سه پیمانکار در دو سو کار می‌کنند و ..."
    article = read(TITLE, "", lead, "", text + " " + FIRST, SECOND)
    assert (article.lead, len(article.body)) == (lead, 2)


@pytest.mark.parametrize("site", ["شهرما: ", "شهرنگار :"])
def test_lead_that_quotes_behind_the_name_of_an_unknown_site(site: str) -> None:
    lead = f"{site}مدیرکل راه استان گفت: گذرگاه دوم رودخانه تا بهار سال آینده ساخته می‌شود."
    text = f"رضا کریمی امروز در جمع خبرنگاران اظهار داشت: {FIRST}"
    article = read(TITLE, "", lead, "", f"{text} {SECOND}", FIRST)
    assert (article.lead, len(article.body)) == (lead, 2)


@pytest.mark.parametrize("first", ["یک نکته: مردم شهر", "شهرما: رضا کریمی", "شهرما و مدیرکل راه"])
def test_quotation_behind_other_words_is_no_lead(first: str) -> None:
    first = f"{first} گفت: گذرگاه دوم رودخانه تا بهار سال آینده ساخته می‌شود."
    text = f"سارا احمدی امروز در جمع خبرنگاران اظهار داشت: {FIRST} {SECOND}"
    assert read(TITLE, "", first, "", text, FIRST).lead is None


@pytest.mark.parametrize("speaker", ["وی امروز", "رضا کریمی نیز", "معاون او امروز"])
def test_text_that_goes_on_below_the_first_quotation(speaker: str) -> None:
    first = "مدیرکل راه استان گفت: گذرگاه دوم رودخانه تا بهار سال آینده ساخته می‌شود."
    text = f"{speaker} در جمع خبرنگاران گفت: سه پیمانکار در دو سوی کوهستان کار می‌کنند و ... {FIRST}"
    article = read(TITLE, "", first, "", text, SECOND)
    assert (article.lead, article.body[0]) == (None, first)


def test_title_between_lead_and_the_name_of_the_site() -> None:
    article = read(LEAD, "", TITLE, "پایگاه خبری تحلیلی شهر آنلاین:", "", REPORT, SECOND)
    assert (article.lead, article.title) == (LEAD, TITLE)
    assert article.body == [REPORT, SECOND]


def test_short_title_between_kicker_and_lead() -> None:
    kicker, title = "مدیرکل کار گلستان مطرح کرد", "اشتغال پایدار زنان"
    lead = "ایجاد هزار شغل خانگی برای زنان روستایی تا پایان سال"
    article = read(kicker, title, lead, "", REPORT, "", SECOND)
    assert (article.kicker, article.title) == (kicker, title)


def test_caption_between_lead_and_report() -> None:
    article = read(TITLE, LEAD, "رانندگان بر پل تازه شهر", REPORT, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, SECOND])


@pytest.mark.parametrize(
    "line",
    [
        "پل تازه",
        "چرا این پل ساخته شد؟",
        "فهرست پل‌های شهر:",
        "این پل سه دهانه دارد.",
        "تاریخ چاپ: ۱۴۰۰",
        "این پل از درآمد نفت ساخته شد",
    ],
)
def test_line_of_the_text_above_a_report_stays(line: str) -> None:
    assert line in read(TITLE, LEAD, line, REPORT, SECOND).body


def test_caption_in_a_text_without_lead_stays() -> None:
    article = read(TITLE, "", REPORT, "رانندگان بر پل تازه شهر", FIRST, SECOND)
    assert article.body == [REPORT, "رانندگان بر پل تازه شهر", FIRST, SECOND]


def test_headlines_of_several_reports_stay() -> None:
    reports = ["رانندگان بر پل تازه شهر", REPORT, "باران در گرمسار", f"به گزارش ما، {SECOND}"]
    article = read(TITLE, LEAD, *reports)
    assert (article.lead, article.body) == (None, [LEAD, *reports])


def test_subheading_below_what_somebody_adds_stays() -> None:
    added = "او افزود که ساخت این پل سه سال طول کشید و مردم از آن سود می‌برند."
    article = read(TITLE, added, "رانندگان بر پل تازه شهر", REPORT, SECOND)
    assert article.body == [added, "رانندگان بر پل تازه شهر", REPORT, SECOND]


def test_headline_with_a_full_stop_below_its_kicker() -> None:
    kicker, title = "در نشست شورای شهر عنوان شد:", "زیرساخت آموزش باید گسترش یابد."
    article = read(kicker, title, LEAD, REPORT, SECOND)
    assert (article.kicker, article.title) == (kicker, title.rstrip("."))
    assert (article.lead, article.body) == (LEAD, [REPORT, SECOND])


def test_copy_of_the_lead_above_the_title_is_not_the_title() -> None:
    article = read(LEAD.rstrip("."), TITLE, LEAD, REPORT, SECOND)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, [REPORT, SECOND])
