"""Who wrote an article, told in a line of several names and labels."""

import pytest

from tests.bare_pages import BODY, TEXT, TITLE, clean

LINES = {
    "<span>خبرنگار: سارا محمدی</span> <span>علی کریمی</span>": ["سارا محمدی"],
    "<span>نویسنده: سارا محمدی</span> <span>اشتراک گذاری</span>": ["سارا محمدی"],
    "<span>خبرنگار: سارا محمدی</span> <span>عکاس: علی کریمی</span>": ["سارا محمدی", "علی کریمی"],
    "خبرنگار: سارا محمدی عکاس: علی کریمی": ["سارا محمدی", "علی کریمی"],
    "خبرنگار: سارا محمدی منبع: فارس": ["سارا محمدی"],
    "<b>نویسنده:</b> <a href='/a'>سارا محمدی</a>": ["سارا محمدی"],
    "توسط <a href='/a'>مهتاب رضایی</a> و <a href='/b'>سعید شمس</a>": ["مهتاب رضایی", "سعید شمس"],
    "<span>توسط مهتاب رضایی</span> <span>۱۸ آذر ۱۴۰۰</span>": ["مهتاب رضایی"],
    "<span>منتشر شده توسط روابط عمومی و امور بین‌الملل</span> <span>۱۸ آذر ۱۴۰۰</span>": [],
    "<span>ارسال شده توسط: روابط عمومی و اطلاع‌رسانی</span>": [],
    "<span>توسط شرکت ملی نفت</span> <span>۱۸ آذر ۱۴۰۰</span>": [],
    "نویسنده: تیم تولید محتوا": [],
    "این کارگاه توسط وزیر کار گشایش یافت": [],
    "توسط وزیر کار افتتاح شد": [],
}


@pytest.mark.parametrize(("line", "authors"), LINES.items())
def test_above_and_below_the_text(line: str, authors: list[str]) -> None:
    above = clean(f"<h1>{TITLE}</h1><div>{line}</div><div>{BODY}</div>")
    below = clean(f"<h1>{TITLE}</h1><div>{BODY}</div><div>{line}</div>")
    assert (above.authors, below.authors) == (authors, authors)


def test_questions_of_an_interview_name_nobody() -> None:
    question = "<p>خبرنگار: شما چه گفتید؟</p>"
    body = BODY.replace("</p>", f"</p>{question}", 1)
    article = clean(f"<h1>{TITLE}</h1><div>{body}</div>")
    assert (article.authors, article.body[2:]) == ([], TEXT[1:])


@pytest.mark.parametrize(
    "line",
    [
        '<div class="uptitle">نوشته علی محمدی</div>',
        "<h4>به قلم سارا محمدی</h4>",
        "<div>توسط علی محمدی</div>",
        "<figure><img src='/a.jpg'><figcaption>تابلوی عصر، توسط علی محمدی</figcaption></figure>",
        '<p class="lead">کتاب «پل»، نوشته علی محمدی، امروز در تهران رونمایی می‌شود</p>',
    ],
)
def test_whose_book_or_work_it_is_about(line: str) -> None:
    day = "<div>۱۸ آذر ۱۴۰۰ - ۰۹:۳۵</div>"
    above = clean(f"<div>{line}<h1>{TITLE}</h1>{day}<div>{BODY}</div></div>")
    below = clean(f"<div><h1>{TITLE}</h1>{line}<div>{BODY}</div>{day}</div>")
    assert (above.authors, below.authors) == ([], [])


@pytest.mark.parametrize(
    "name", ["دانشگاه فنی و حرفه‌ای", "Super User", "Site Admin", "واحد پشتیبانی"]
)
def test_office_in_an_element_called_the_author(name: str) -> None:
    line = f'<div><span class="author">{name}</span> ۱۸ آذر ۱۴۰۰</div>'
    assert clean(f"<h1>{TITLE}</h1>{line}<div>{BODY}</div>").authors == []
