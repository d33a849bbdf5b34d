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
