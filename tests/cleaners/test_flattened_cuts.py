"""Flattened texts that were cut off or broken within a sentence, and labels of their parts."""

import pytest

from cleaners import clean_text
from tests.cleaners.flattened import LEAD, REPORT, SECOND, TITLE, read

THIRD = "وی گفت: ساخت راه‌های تازه استان از بهار آینده آغاز می‌شود و سه سال طول می‌کشد."


@pytest.mark.parametrize(
    "cut",
    [
        "کریمی نیز با اشاره به کارهای انجام‌شده در سا",
        "سه مهندس جوان بومی با بیان اینکه نقشه‌های نخستین",
        "در حاشیه این آیین، کارگاه‌های یک‌روزه برای کودکان",
        "رانندگان هنوز می‌توانند کاستی‌ها را به سامانه تاز",
        "مجموعه این کارها اگرچه گره تردد شهر را",
        "رانندگان کامیون‌های سنگین باید از گذرگاه‌های کناری و از",
    ],
)
def test_last_line_that_was_cut_off_is_text(cut: str) -> None:
    assert read(TITLE, "", REPORT, "", SECOND, "", THIRD, "", cut).body[-1] == cut


def test_headline_below_the_text_is_none() -> None:
    other = "رکورد صادرات زعفران در گمرک شکسته شد"
    assert read(TITLE, "", REPORT, "", SECOND, "", THIRD, "", other).body[-1] == THIRD


@pytest.mark.parametrize("mark", ["«{}»", '"{}"'])
def test_sentence_that_goes_on_below_a_quotation(mark: str) -> None:
    above = f"نویسنده با اشاره به این که کتاب {mark.format('پل چوبی')}"
    below = "را در نمایشگاه به خوانندگان داده است، از کتاب تازه خود خبر داد."
    assert clean_text(f"{REPORT}\n{above}\n{below}").body == [REPORT, f"{above} {below}"]


def test_quotations_below_each_other_stay_apart() -> None:
    quoted = ["وی گفت: «پل تازه گشوده شد»", "«راه‌های دیگر نیز ساخته می‌شود.»"]
    assert clean_text("\n".join([REPORT, *quoted])).body[1:] == quoted


@pytest.mark.parametrize("label", ["چکیده: ", "خلاصه خبر: ", "خلاصه خبر :\n", "لید:\n\n"])
@pytest.mark.parametrize("stop", [".", ""])
def test_lead_behind_or_below_its_label(label: str, stop: str) -> None:
    lead = f"شاهدان می‌گویند که پل پیش از آیین گشایش نیز به روی رانندگان باز بود{stop}"
    article = read(TITLE, "", f"{label}{lead}", "", SECOND, "", THIRD)
    assert (article.lead, article.body) == (lead, [SECOND, THIRD])


@pytest.mark.parametrize("below", ["", "کد خبر: 123456"])
def test_only_headline_is_the_title_also_behind_the_label_of_a_lead(below: str) -> None:
    title = "خلاصه خبر: مهم‌ترین رویدادهای امروز شهر در یک نگاه"
    article = read(title, below, SECOND, THIRD)
    assert (article.title, article.lead, article.body) == (title, None, [SECOND, THIRD])


def test_sentence_broken_at_its_links() -> None:
    parts = [
        f"{REPORT} در سوی مقابل، رشد جهشی هزینه‌ها علاوه بر اثرهای منفی روی بازتوزیع",
        "ثروت میان شهرها، سهمی در بهبود راه‌ها ندارد. بررسی‌ها نشان می‌دهد که هزینه‌های ارزی",
        "راه‌ها کاهش یافته است. این در حالی است که رشد آن در سال گذشته هفت درصد و",
        "هزینه ساخت آن دو درصد ب",
    ]
    assert clean_text("\n".join(parts)).body == [" ".join(parts)]


FIRST = "پل تازه این شهر نه فقط راهی برای مردم، بلکه نشانه کاری بزرگ است؛ کاری که امید رانندگان را"


def test_verb_that_a_break_parted_from_its_sentence() -> None:
    article = read(TITLE, f"{FIRST} برانگیخته", "است.", SECOND)
    assert (article.title, article.body) == (TITLE, [f"{FIRST} برانگیخته است.", SECOND])


@pytest.mark.parametrize("line", ["است.", "شد."])
def test_verbs_on_the_lines_of_a_poem_stay_there(line: str) -> None:
    poem = ["آن که بر پل ایستاده", line]
    assert read(TITLE, REPORT, *poem, SECOND).body == [REPORT, *poem, SECOND]


def test_text_below_the_day_of_its_crawl_is_another() -> None:
    first = ["date 2025-11-26 " + TITLE, REPORT, SECOND]
    article = read(
        *first, " date 2025-12-03 دوره‌های تازه آغاز شد", "", "مربیان از امروز آموزش می‌دهند."
    )
    assert (article.title, article.body) == (TITLE, [REPORT, SECOND])
    assert article.published_raw == "2025-11-26"


@pytest.mark.parametrize("row", ["date 2025-12-03", "Date 2025-12-03 ثبت شد"])
def test_day_that_no_crawl_wrote(row: str) -> None:
    assert read(TITLE, REPORT, row, SECOND).body[-1] == SECOND


def test_day_of_a_record_in_a_text_without_the_day_of_a_crawl() -> None:
    record = "date 2025-11-26 ثبت داده در سامانه"
    assert read(TITLE, "", REPORT, record, SECOND).body[-1] == SECOND


@pytest.mark.parametrize("label", ["- نظرات : ٠", "۰ نظر", "بدون دیدگاه", "ارسال نظر"])
@pytest.mark.parametrize("day", [[], ["٠٩:١٥", "- شنبه ٣٠ تير ١٣٩٧"]])
def test_comments_counted_between_lead_and_text(label: str, day: list[str]) -> None:
    for text in ([REPORT, SECOND], [REPORT.partition("، ")[2], SECOND]):
        article = read(TITLE, LEAD, *day, label, *text)
        assert (article.title, article.lead, article.body) == (TITLE, LEAD, text)


@pytest.mark.parametrize(
    "below",
    [
        ["رضا", "با سلام. چرا به روستاها نمی‌رسید؟", "مریم", "خسته نباشید. کار خوبی است."],
        ["نوشته‌هایی که توهین‌آمیز باشند پذیرفته نمی‌شوند.", "از نوشتن با حروف لاتین بپرهیزید."],
        ["بارش برف در گردنه‌های استان", "راه سه روستا از بامداد امروز بسته است."],
    ],
)
@pytest.mark.parametrize("label", ["۰ نظر", "ارسال نظر"])
def test_comments_counted_below_a_single_paragraph(label: str, below: list[str]) -> None:
    assert read(TITLE, REPORT, label, *below).body == [REPORT]


def test_attribution_broken_at_the_city_that_is_a_link() -> None:
    parts = ["به گزارش", "گروه استان‌های پایگاه خبری نمونه شهر از", f"فومن؛ {SECOND}"]
    assert read(TITLE, "", *parts, THIRD).body == [" ".join(parts), THIRD]


@pytest.mark.parametrize(
    "parts",
    [
        (f"در این آیین نیز {THIRD} او گفت که امسال نیز ۴۷ پل کوچک و ۸۷۸", "تابلو ساخته شده است."),
        (f"{THIRD[:-1]} و", "نگهداری آن با شهرداری است."),
        (f"در این آیین نیز {THIRD} کارگران این پل همه زیر نظر", "استادان کار کرده‌اند."),
    ],
)
def test_sentence_broken_at_a_link_is_whole_as_it_is_typed(parts: tuple[str, str]) -> None:
    assert read(TITLE, "", REPORT, *parts, SECOND).body == [REPORT, " ".join(parts), SECOND]


def test_first_paragraph_broken_at_a_link_is_no_title() -> None:
    parts = (f"{LEAD[:-1]} {SECOND[:-1]} و", "راه‌های دیگر نیز تا بهار ساخته می‌شوند.")
    article = read(TITLE, "", *parts, THIRD)
    assert (article.title, article.body) == (TITLE, [" ".join(parts), THIRD])


@pytest.mark.parametrize(
    "lines",
    [
        ("پل‌های تازه شهر و", "راه‌های روستاها ساخته شدند."),
        ("آن که بر پل چوبی ایستاده بود و آب را می‌نگریست و از", "کوه تا دریا هزار راه ناپیموده"),
        (f"{SECOND[:-1]} و", "۱- راه‌های روستاها ساخته شدند."),
        (f"{SECOND[:-1]} و", "عکس: رضا کریمی"),
        (f"{SECOND[:-1]} و", "نویسنده: رضا کریمی."),
        (f"{SECOND[:-1]} و", "انتهای پیام."),
    ],
)
def test_lines_that_may_be_whole_stay_apart(lines: tuple[str, str]) -> None:
    assert " ".join(lines) not in read(TITLE, "", REPORT, *lines, THIRD).body


def test_title_that_was_cut_short_stays_above_the_text() -> None:
    title = "پل تازه شهر با حضور استاندار و شهردار پس از سه سال گشوده شد و راه‌های تازه"
    cut = f"{title} در"
    assert read(cut, REPORT.partition("، ")[2], THIRD).title == cut


def test_code_below_a_long_line_without_a_full_stop() -> None:
    long = (
        "بررسی راهکارهای توسعه صادرات محصولات کشاورزی و صنایع تبدیلی استان در نشست مشترک اتاق"
        " بازرگانی و سازمان جهاد کشاورزی با حضور تولیدکنندگان و صادرکنندگان شهرستان‌ها"
    )
    article = read(TITLE, FIRST, SECOND, long, "کد خبر: 123456.")
    assert (article.news_code, article.body) == ("123456", [FIRST, SECOND, long])
