"""Headlines of other stories among the lines above a flattened text, and its own between them."""

import pytest

from tests.cleaners.flattened import REPORT, SECOND, TITLE, read

OTHERS = [
    "مهاجم تیم والیبال مصدوم به اردو رفت",
    "رکورد صادرات زعفران در گمرک شکسته شد",
    "چرا بازار موبایل به خواب رفت؟",
    "کتاب خاطرات معلم عشایر رونمایی شد",
]
# The text has hardly a word of it.
QUOTE = "وعده‌ای که به پل رسید"
FIRST = "به گزارش خبرنگار ما، پلی که وعده آن سه سال پیش داده شد، بامداد امروز گشوده شد."


@pytest.mark.parametrize("label", ["آخرین اخبار", "آخرین خبرها"])
@pytest.mark.parametrize("mark", ["", "- ", "● "])
def test_list_of_news_between_title_and_text(label: str, mark: str) -> None:
    news = [mark + other for other in OTHERS]
    facts = ["۱۲ آذر ۱۳۹۵ - ۱۶:۴۸", "کد خبر: ۱۷۹۵۲"]
    article = read(TITLE, "", *facts, "", label, *news, "", REPORT, SECOND)
    assert (article.title, article.body) == (TITLE, [REPORT, SECOND])


def test_title_below_the_list_of_news() -> None:
    article = read(OTHERS[0], "", "آخرین اخبار", *OTHERS[1:], "", TITLE, "", REPORT, SECOND)
    assert (article.title, article.body) == (TITLE, [REPORT, SECOND])


@pytest.mark.parametrize("below", [["کد خبر: ۱۷۹۵۲"], [QUOTE, "کد خبر: ۱۷۹۵۲"]])
def test_title_with_a_code_or_a_copy_is_told_less_than_others_are(below: list[str]) -> None:
    news = [line for other in OTHERS for line in (other, "")]
    article = read(QUOTE, "", *below, "", "تازه از راه رسیده", *news, FIRST, SECOND)
    assert (article.title, article.body) == (QUOTE, [FIRST, SECOND])


def test_copy_of_the_title_below_its_lead_tells_the_title() -> None:
    kicker, lead = "«رضا کریمی»، کارشناس راه، از پل تازه می‌گوید", "سه سال زیر یک پل نیمه‌کاره ماندیم"
    article = read(
        kicker, "", TITLE, "", lead, "", TITLE, "", "۲۳ اسفند ۱۴۰۲، ۲۱:۲۶", "", FIRST, SECOND
    )
    assert (article.kicker, article.title, article.body[-2:]) == (kicker, TITLE, [FIRST, SECOND])


def test_links_to_the_news_of_persons_are_a_menu() -> None:
    menu = ["رئیس شورای شهر", "اخبار سید رضا موسوی کریمی", "اخبار علی اکبر محمدی", "قضایی", "جامعه"]
    lines = [line for item in menu for line in (item, "")]
    article = read(*lines, TITLE, "", "۱۷ تیر ۱۴۰۱ - ۰۹:۴۵", FIRST, SECOND)
    assert (article.kicker, article.title, article.body) == (None, TITLE, [FIRST, SECOND])


def test_headline_and_caption_below_the_title_are_no_text() -> None:
    code = "کد خبر: ۱۷۹۵۲"
    article = read(
        TITLE, "", code, "", "کارآموزان جوان کنار دستگاه تازه", "", *OTHERS[:1], "", REPORT
    )
    assert (article.title, article.lead, article.body) == (TITLE, None, [REPORT])


@pytest.mark.parametrize(
    "line",
    [
        "هزینه پل از درآمد نفت پرداخت شده است",
        "مهلت ثبت نام متقاضیان این دوره: ۲۰ آذر",
        "بسم الله الرحمن الرحیم و به نستعین",
    ],
)
def test_line_of_the_text_below_the_title(line: str) -> None:
    article = read(TITLE, "", "کد خبر: ۱۷۹۵۲", "", line, "", REPORT, SECOND)
    assert line in (article.lead, *article.body)


def test_branches_of_an_office_above_the_title() -> None:
    towns = ["شماره یک تبریز", "مراغه", "مرند", "میانه", "عجب شیر"]
    branches = [f"مرکز آموزش فنی و حرفه ای {town}" for town in towns]
    title = "مرکز آموزش فنی و حرفه ای اهر گشوده شد"
    told = "به گزارش خبرنگار ما، مرکز آموزش فنی و حرفه ای اهر بامداد امروز گشوده شد."
    article = read("صفحه اصلی", "اخبار", "مراکز استان", *branches, title, told, SECOND)
    assert (article.kicker, article.title, article.body) == (None, title, [told, SECOND])


def test_headlines_that_begin_alike_are_no_branches() -> None:
    others = [f"وزیر کار {told} شد" for told in ("راهی قم", "سخنران همایش", "مهمان رادیو")]
    title = "وزیر کار و پل تازه شهر که گشوده شد"
    assert read(*others, title, REPORT, SECOND).title == title


def test_lines_that_begin_alike_and_are_all_there_is() -> None:
    prices = [f"نرخ طلا و سکه در بازار {city}" for city in ("تهران", "مشهد", "قم", "تبریز")]
    told = "به گزارش خبرنگار ما، نرخ طلا در تهران بامداد امروز بیشتر شد."
    assert read(*prices, told, SECOND).title == prices[0]


def test_links_and_their_teasers_below_the_text() -> None:
    links = [line for other in OTHERS for line in (other, f"{other}.")]
    article = read(TITLE, REPORT, SECOND, "آخرین اخبار سازمان | اخبار استان‌ها", *links)
    assert article.body == [REPORT, SECOND]


def test_text_below_a_link_stays() -> None:
    article = read(TITLE, REPORT, "بیشتر بخوانید:", OTHERS[0], SECOND)
    assert article.body == [REPORT, SECOND]
