"""Texts of which each paragraph has a wrapper of its own, with boxes between the paragraphs."""

from collections.abc import Callable

import pytest

from tests.bare_pages import TEXT, TITLE, clean

LAST = "مرکز نیز قدیمی است."
NEWS = "خبرنامه روزانه را بگیرید تا مهم‌ترین خبرهای روز هر صبح زود به ایمیل شما فرستاده شود."
TERMS = {
    "short": "با ثبت نشانی خود شرایط استفاده را می‌پذیرید.",
    "long": "با ثبت نشانی ایمیل خود شرایط استفاده از خدمات سایت را می‌پذیرید و تبلیغ هم می‌گیرید.",
}


def wrapped(text: str) -> str:
    return f'<div class="c-a1"><p>{text}</p></div>'


@pytest.mark.parametrize("terms", TERMS.values(), ids=TERMS)
@pytest.mark.parametrize("name", ["newsletter", "consent-banner", "promo", "related-box"])
@pytest.mark.parametrize("at", [1, 2, 4])
def test_box_of_which_a_part_is_named(at: int, name: str, terms: str) -> None:
    named = f'<div class="{name}"><strong>خبرنامه</strong><p>{NEWS}</p></div>'
    box = f'<div class="c-e9">{named}<p>{terms}</p></div>'
    parts = [*map(wrapped, [*TEXT, LAST])]
    parts.insert(at, box)
    assert clean(f"<h1>{TITLE}</h1><article>{''.join(parts)}</article>").body == [*TEXT, LAST]


@pytest.mark.parametrize("make", [wrapped, "<p>{}</p>".format], ids=["wrapped", "bare"])
@pytest.mark.parametrize("at", [1, 4])
def test_named_box_above_a_short_paragraph(make: Callable[[str], str], at: int) -> None:
    parts = [make(text) for text in [*TEXT, LAST]]
    parts.insert(at, f'<div class="newsletter"><p>{NEWS}</p></div>')
    assert clean(f"<div><h1>{TITLE}</h1>{''.join(parts)}</div>").body == [*TEXT, LAST]


def test_box_that_a_reading_aid_takes_past() -> None:
    skip = '<a href="#end">از پادکست رد شوید و به خواندن ادامه دهید</a>'
    show = f"<strong>پادکست</strong><p>برنامه صبحگاهی - دوشنبه هفدهم</p><p>{NEWS}</p>"
    box = f'<section>{skip}{show}<p id="end">پایان پادکست</p></section>'
    parts = [*map(wrapped, TEXT)]
    parts.insert(2, box)
    assert clean(f"<h1>{TITLE}</h1><article>{''.join(parts)}</article>").body == TEXT


def test_quotation_in_a_wrapper_of_its_own() -> None:
    quote = f'<div class="c-e9"><div class="c-k1"><p>«{NEWS}»</p></div></div>'
    parts = [*map(wrapped, TEXT)]
    parts.insert(2, quote)
    body = clean(f"<h1>{TITLE}</h1><article>{''.join(parts)}</article>").body
    assert body == [*TEXT[:2], f"«{NEWS}»", *TEXT[2:]]


@pytest.mark.parametrize("at", [2, 3])
def test_text_below_a_box_that_begins_with_a_named_paragraph(at: int) -> None:
    parts = [f"<p>{text}</p>" for text in TEXT]
    terms = "".join(f"<p>{text}</p>" for text in TERMS.values())
    parts.insert(at, f'<div class="info"><p class="related">{NEWS}</p>{terms}</div>')
    body = clean(f"<h1>{TITLE}</h1><div>{''.join(parts)}</div>").body
    assert [line for line in body if line in TEXT] == TEXT
