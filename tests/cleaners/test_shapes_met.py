"""Shapes of pages that were met in captures of old and of rare sites, each with what it says."""

import pytest

from cleaners import Article, clean_html

URL = "https://www.shora-nemoune.ir/fa/news/1815"
TITLE = "تفسیر اصل هفتاد و سوم قانون اساسی"
TEXT = [
    "به گزارش روابط عمومی، شورا در نشست امروز خود درباره تفسیر این اصل گفت‌وگو کرد و رأی داد.",
    "سخنگوی شورا گفت: نامه‌هایی که در این باره رسیده بود یک به یک خوانده و بررسی شد.",
    "وی افزود: نظر شورا در روزنامه رسمی چاپ می‌شود و از همان روز لازم‌الاجرا خواهد بود.",
    "به گفته او، دو نامه دیگر نیز هفته آینده در دستور کار قرار می‌گیرد و پاسخ داده می‌شود.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
MENU = "<ul><li><a href='/a'>سیاسی</a></li><li><a href='/b'>اقتصادی</a></li></ul>"


def clean(inside: str, *, url: str = URL, title: str = TITLE, rules: bool = False) -> Article:
    html = f"<html><head><title>{title}</title></head><body>{inside}</body></html>"
    return clean_html(html, url, rules=rules, normalize=False)


@pytest.mark.parametrize("url", [URL, URL + "/another-slug", URL + "/title?utm_source=x"])
def test_linked_title_under_another_form_of_its_address(url: str) -> None:
    row = f'<div class="row"><h1><a href="/fa/news/1815/title">{TITLE}</a></h1>{{}}</div>'
    article = clean(row.format(f'<div class="row">{BODY}</div>'), url=url)
    assert (article.title, article.body) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "clock",
    [
        '<span class="date">جمعه ۱۶ آبان ۱۳۹۹ - ۱۰:۱۴</span>',
        "<div>جمعه ۱۶ آبان ۱۳۹۹ - ۱۰:۱۴</div>",
        '<time class="date_time">۱۰:۱۴ جمعه ۱۶ آبان ۱۳۹۹</time>',
    ],
)
def test_clock_of_the_page_with_a_time(clock: str) -> None:
    page = f"<header>{MENU}{clock}</header><div>۱۴:۳۸ ۱۳۹۶/۰۸/۰۸</div><h1>{TITLE}</h1>{BODY}"
    assert clean(page).published_at == "2017-10-30T14:38:00+03:30"


def test_day_above_the_title_that_is_told_twice_is_no_clock() -> None:
    crumbs = "<div>روزنامه نمونه، شماره ۴۶۲، سه‌شنبه ۱ خرداد ۱۳۸۶</div>"
    archive = "<section><div>آرشیو سه‌شنبه ۱ خرداد ۱۳۸۶، شماره ۴۶۲</div></section>"
    article = clean(f"{crumbs}{archive}<article><h1>{TITLE}</h1>{BODY}</article>")
    assert article.published_at == "2007-05-22"


def test_long_rows_of_a_table_in_the_text() -> None:
    cell = "اتصال پیشرفته (رایانش ابری - اینترنت اشیا - نسل پنجم ارتباطات) و هوش مصنوعی"
    rows = "".join(f"<tr><td>فناوری {n}</td><td>{cell}</td></tr>" for n in ("نو", "زیستی", "سبز"))
    first, rest = BODY.split("</p>", 1)
    article = clean(f"<h1>{TITLE}</h1><div>{first}</p><table>{rows}</table>{rest}</div>")
    assert [line for line in article.body if line not in TEXT] == [
        f"فناوری {n} | {cell}" for n in ("نو", "زیستی", "سبز")
    ]


def test_dated_lines_in_the_text_are_of_it() -> None:
    letter = "شماره ۷۸۱۰۸ تاریخ ۱۳۷۳/۱۲/۲۲"
    lines = [*TEXT[:2], letter, *TEXT[2:]]
    body = "".join(f"<p>{line}</p>" for line in lines)
    assert clean(f"<h1>{TITLE}</h1><div>{body}</div>").body == lines


@pytest.mark.parametrize("rules", [True, False])
def test_line_that_leads_to_the_front_page_is_no_text(rules: bool) -> None:
    byline = '<a class="x" href="/">پایگاه خبری تحلیلی نمونه :</a>'
    page = f'<h1 class="title">{TITLE}</h1><div class="body">{byline}{BODY}</div>'
    assert clean(page, rules=rules).body == TEXT


def test_tags_without_links_below_their_label() -> None:
    tags = "<h4>برچسب ها:</h4><p>وزیر بهداشت</p><p>پزشک</p>"
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}{tags}</div>").body == TEXT
