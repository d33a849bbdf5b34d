"""Who wrote a report, as its own first or last words say."""

import pytest

from cleaners.lines.bylines import closing_byline, opening_byline
from tests.bare_pages import BODY, TEXT, TITLE, clean

OPENINGS = {
    "خبرگزاری مهر، گروه استان‌ها - مریم کریمی: در روزهای پایانی تابستان": ["مریم کریمی"],
    "خبرگزاری مهر_ مجله مهر؛ مریم سادات هاشمی: در روزهایی که": ["مریم سادات هاشمی"],
    "سرویس ادبیات خبرگزاری کتاب ایران (ایبنا) - زهرا بلندی: این رمان": ["زهرا بلندی"],
    "همشهری آنلاین - زهرا علی‌اکبری و مریم کریمی: مجمع جهانی": ["زهرا علی‌اکبری", "مریم کریمی"],
    "ساحل امروز - ترجمه از رضا کاظمی: پژوهشگران": ["رضا کاظمی"],
    "خبرگزاری مهر، یادداشت مهمان - مهتاب صادقیان، پژوهشگر: این روزها": ["مهتاب صادقیان"],
    # datelines, speakers, sentences
    "گرگان - خبرگزاری مهر: مدیرکل گفت": [],
    "ایسنا/خراسان شمالی آیین گشایش کارگاه‌ها برگزار شد": [],
    "تهران - ایرنا - وزیر نیرو: آب کم است": [],
    "ساحل امروز - زهرا بلندی: مجمع جهانی": [],
    "مریم کریمی: در روزهای پایانی تابستان": [],
    "به گزارش خبرگزاری مهر، رضا کاظمی گفت: مردم باید بدانند": [],
}


@pytest.mark.parametrize(("text", "names"), OPENINGS.items(), ids=list(OPENINGS))
def test_opening(text: str, names: list[str]) -> None:
    assert opening_byline(text) == names


def test_who_is_spoken_of_is_a_speaker() -> None:
    text = "خبرگزاری مهر، گروه استان‌ها - مریم کریمی: در روزهای پایانی تابستان"
    assert opening_byline(text, ["کریمی افزود: کارگاه‌ها آماده‌اند."]) == []


def test_interviewer_below_an_interview() -> None:
    assert closing_byline("گفت‌وگو از: مریم کریمی") == ["مریم کریمی"]
    assert closing_byline("گفت‌وگو: با مربیان ماند") == []


@pytest.mark.parametrize("rules", [True, False])
def test_byline_stays_in_the_text(rules: bool) -> None:
    first = f"همشهری آنلاین - مریم کریمی: {TEXT[0]}"
    page = f"<h1>{TITLE}</h1><div class='b'><p>{first}</p>{BODY}</div>"
    article = clean(page, rules=rules)
    assert (article.authors, article.body[0]) == (["مریم کریمی"], first)
