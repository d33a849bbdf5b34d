"""Pages whose source breaks off among the paragraphs."""

import pytest

from cleaners import clean_html
from tests.bare_pages import TEXT, TITLE, URL

HEAD = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><div class='x1'>"
HALF = "محمد کریمی، دبیر این شورا، افزود: نمایندگان پس از شنیدن گزارش کارگروه، پیشنهاد تازه را می"


@pytest.mark.parametrize("letter", ["ا", "پ", "*"])
def test_letter_that_is_left_of_the_end_mark(letter: str) -> None:
    page = HEAD + "".join(f"<p>{line}</p>" for line in TEXT) + f"<p>{letter}"
    article = clean_html(page, URL, rules=False, normalize=False)
    assert article.body == TEXT
    assert "truncated" in article.warnings


@pytest.mark.parametrize("length", [30, 62, 75])
def test_half_a_line_between_breaks(length: int) -> None:
    page = HEAD + "<br>".join([*TEXT, HALF[:length]])
    article = clean_html(page, URL, rules=False, normalize=False)
    assert article.body == [*TEXT, HALF[:length].strip()]
    assert "truncated" in article.warnings


def test_stray_line_between_breaks_of_a_whole_page() -> None:
    page = HEAD + "<br>".join([*TEXT, HALF[:62]]) + "</div></div></body></html>"
    assert clean_html(page, URL, rules=False, normalize=False).body == TEXT


@pytest.mark.parametrize("end", ["", "</div></div></body></html>"])
@pytest.mark.parametrize("above", ["گزینه درست:", "کدام گزینه درست است؟"])
def test_letter_that_answers_the_line_above(above: str, end: str) -> None:
    lines = [*TEXT, above, "ب"]
    page = HEAD + "".join(f"<p>{line}</p>" for line in lines) + end
    assert clean_html(page, URL, rules=False, normalize=False).body == lines


def test_last_letter_of_a_whole_page() -> None:
    lines = [*TEXT, "ب"]
    page = HEAD + "".join(f"<p>{line}</p>" for line in lines) + "</div></div></body></html>"
    assert clean_html(page, URL, rules=False, normalize=False).body == lines
