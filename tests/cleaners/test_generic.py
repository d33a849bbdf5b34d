"""Pages that no rule knows: which of their lines are the text."""

import pytest

from cleaners import NotAnArticle, clean_html
from tests.cleaners.unknown_pages import (
    ABOUT_US,
    BODY,
    LINKS,
    PARAGRAPHS,
    STORIES,
    TEASER,
    TEASERS,
    TITLE,
    clean,
)

LAYOUTS = {
    "paragraphs": PARAGRAPHS,
    "breaks": "<div>" + "<br><br>".join(BODY) + "</div>",
    "bare divs": "<div>" + "".join(f"<div>{p}</div>" for p in BODY) + "</div>",
    "a wrapper each": "".join(f"<div><div><p>{p}</p></div></div>" for p in BODY),
    "spans in a table": f"<table><tr><td><span>{'<br>'.join(BODY)}</span></td></tr></table>",
    "named as a sidebar": f'<div class="sidebar related">{PARAGRAPHS}</div>',
}
COMPANY = {
    "nothing": "{}",
    "about us": f"{{}}<div><p>{ABOUT_US}</p><p>{ABOUT_US}</p></div>",
    "links below": f"{{}}<h3>همچنین بخوانید</h3><ul>{LINKS}</ul>",
    "links under a label that no table knows": f"{{}}<h4>شاید ندیده باشید</h4><ul>{LINKS}</ul>",
    "cards above": "".join(
        f'<div class="k"><a href="{href}">{text}</a><span>۱۴۰۴/۰۲/۰۱</span></div>'
        for href, text in STORIES
    )
    + "{}",
    "teasers below": f"{{}}<div>{TEASERS}</div>",
    "comments": "{}<h4>نظرات</h4>"
    + "".join(f"<div><b>رضا</b> ۱۴۰۴/۰۷/۰۲ ۱۰:۱۱<p>{TEASER}</p></div>" for _ in range(4)),
}


@pytest.mark.parametrize("company", COMPANY.values(), ids=COMPANY)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_body(layout: str, company: str) -> None:
    article = clean(f"<div><h1>{TITLE}</h1>{company.format(layout)}</div>")
    assert article.body == BODY
    assert article.title == TITLE


LEAD = "با گشایش مرکز تازه، ظرفیت آموزش رایگان مهارت در این شهر دو برابر شد و نام‌نویسی ادامه دارد."


@pytest.mark.parametrize("last", ["<h3>بهرام نیک‌منش</h3>", "<p>گفت‌وگو: نسرین کاویانی</p>"])
def test_signature_below_the_text_is_of_it(last: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{last}</div><div>لینک کوتاه</div>")
    assert len(article.body) == len(BODY) + 1


@pytest.mark.parametrize("inner", ["<p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>"])
def test_sections_of_a_page_builder(inner: str) -> None:
    section = '<div class="x1"><div class="inner">{}</div></div>'
    paragraphs = [section.format(f"<div>{p}</div>") for p in BODY]
    added = inner.format(TEASER, BODY[1].replace("شش", "هفت"))
    html = "".join([*paragraphs[:2], section.format(added), paragraphs[2]])
    body = clean(f"<h1>{TITLE}</h1><div>{html}</div>").body
    assert body[0] == BODY[0]
    assert body[-1] == BODY[-1]
    assert TEASER in body


@pytest.mark.parametrize("label", ["درباره نویسنده", "معرفی نویسنده"])
def test_box_about_the_author_is_no_text(label: str) -> None:
    article = clean(f"<h1>{TITLE}</h1>{PARAGRAPHS}<h4>{label}</h4><p>{ABOUT_US}</p>")
    assert article.body == BODY


def test_text_goes_on_to_its_end_mark() -> None:
    end = "<h4>بهرام نیک‌منش</h4><p>مدیر مرکز</p><p>تهران - مهر ۱۴۰۴</p><p>انتهای پیام/</p>"
    article = clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{end}<p>دنبال کنید</p></div>")
    assert article.body == [*BODY, "بهرام نیک‌منش", "مدیر مرکز", "تهران - مهر ۱۴۰۴"]


def test_short_lines_above_the_last_sentence_are_text() -> None:
    points = ["بندهای توافق", "تشکیل بانک پرسش", "آزمون هر ماه", "سامانه استعلام برای مردم"]
    last = "این توافق از مهر اجرا می‌شود."
    lines = "".join(f"<p>{line}</p>" for line in [*points, last])
    article = clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{lines}</div>")
    assert article.body == [*BODY, *points, last]


def test_text_in_a_widget_of_a_page_builder() -> None:
    article = clean(
        f'<div class="elementor-widget elementor-widget-theme-post-title">{TITLE}</div>'
        f"<div><p>{TEASER}</p></div>"
        f'<div class="elementor-widget elementor-widget-theme-post-content">{PARAGRAPHS}</div>'
    )
    assert article.body == BODY


def test_short_sentences_below_the_first_paragraph_go_on_with_it() -> None:
    text = [BODY[0], "این دوره‌ها از شنبه آغاز می‌شود."]
    parts = ["".join(f"<p>{p}</p>" for p in part) for part in (text, BODY[1:])]
    below = f"<section><div>{parts[1]}</div></section>"
    assert clean(f"<h1>{TITLE}</h1><div class=x>{parts[0]}</div>{below}").body == text


def test_lone_line_above_the_title_is_not_the_article() -> None:
    aside = f"<div><ul>{LINKS}</ul><p>{ABOUT_US[12:]}</p></div>"
    article = clean(f'{aside}<div class="share"><h1>{TITLE}</h1>{PARAGRAPHS}</div>')
    assert article.body == BODY


def test_date_above_the_text_makes_no_comments_of_it() -> None:
    date = "<div>۲۳ تیر ۱۴۰۴ / ۱۲:۴۲</div>"
    article = clean(
        f"<h1>{TITLE}</h1>{date}<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div><p>{TEASER}</p>"
    )
    assert article.body[:2] == BODY[:2]


def test_text_in_two_parts_that_are_both_called_the_body() -> None:
    part = '<div class="news-text">{}</div>'
    first = part.format(f"<p>{BODY[0]}</p><p>{BODY[1]}</p>")
    long = BODY[2] * 6
    article = clean(f"<h1>{TITLE}</h1><section>{first}{part.format(f'<p>{long}</p>')}</section>")
    assert article.body == [BODY[0], BODY[1], long]


@pytest.mark.parametrize(
    "between", ["", '<div class="ad"><img src="a.gif"></div>', "<figure><img src=b.jpg></figure>"]
)
def test_text_in_two_parts_without_names(between: str) -> None:
    parts = [f"<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div>", f"<div><p>{BODY[2]}</p>{{}}</div>"]
    more = "وی گفت: کارآموزان از نیمه آبان در کلاس‌ها می‌نشینند و گواهینامه رسمی می‌گیرند."
    article = clean(f"<h1>{TITLE}</h1>{parts[0]}{between}{parts[1].format(f'<p>{more}</p>')}")
    assert article.body == [*BODY, more]


def test_subheading_between_two_parts_without_names() -> None:
    more = [f"وی گفت: کارآموزان از نیمه {m} می‌آیند و گواهینامه می‌گیرند." for m in ("مهر", "آبان")]
    upper, lower = BODY, [*more, TEASER]
    heading = "آغاز کلاس‌ها از آبان"
    parts = ["<div>" + "".join(f"<p>{p}</p>" for p in part) + "</div>" for part in (upper, lower)]
    article = clean(f"<h1>{TITLE}</h1>{parts[0]}<h3>{heading}</h3>{parts[1]}")
    assert article.body == [*upper, heading, *lower]


def test_article_about_a_missing_page_is_an_article() -> None:
    quoted = "سایت وزارتخانه به بازدیدکنندگان می‌نویسد: این صفحه حذف شده است."
    text = "".join(f"<p>{paragraph * 3}</p>" for paragraph in BODY)
    assert quoted in clean(f"<h1>{TITLE}</h1><div>{text}<p>{quoted}</p></div>").body


@pytest.mark.parametrize(
    "bar", ["بازدید: ۳۲۱ | چاپ | ارسال به دوستان", "کد خبر: ۸۸۱۲۳ | بازدید: ۳۲۱"]
)
def test_bar_of_buttons_in_the_text_is_no_text(bar: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}<p>{bar}</p></div>").body == BODY


def test_amp_page_of_a_known_site_is_no_changed_layout() -> None:
    html = (
        f"<html amp><head><title>{TITLE}</title>"
        '<meta property="nastooh:nid" content="6611190"></head>'
        f"<body><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></body></html>"
    )
    article = clean_html(html, "https://www.mehrnews.com/amp/6611190", normalize=False)
    assert article.body == BODY
    assert article.id == "mehr:6611190"
    assert "layout-changed" not in article.warnings


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize("mark", ["\\n", "<br>", "</p><p>"])
def test_text_that_only_the_json_ld_tells(mark: str) -> None:
    told = mark.join([*BODY, "انتهای پیام/"])
    head = json_ld(f'{{"@type": "NewsArticle", "articleBody": "{told}"}}')
    article = clean("<div id=app></div>", head=head)
    assert article.body == BODY
    assert article.title == TITLE
    assert "body-from-metadata" in article.warnings


def test_description_in_the_json_ld_is_no_text() -> None:
    head = json_ld('{"@type": "NewsArticle", "articleBody": "خلاصه خبر"}')
    with pytest.raises(NotAnArticle):
        clean("<div id=app></div>", head=head)


def test_item_of_short_sentences() -> None:
    lines = [
        "تیم والیبال لار قهرمان استان شد.",
        "بازیکنان این تیم فینال را سه بر یک بردند.",
        "جام را فرماندار داد و مردم شادی کردند.",
    ]
    article = clean(f"<h1>{TITLE}</h1><div>{''.join(f'<p>{line}</p>' for line in lines)}</div>")
    assert article.title == TITLE
    assert article.body == lines


def test_a_paragraph_that_an_editor_made_a_link_stays() -> None:
    linked = f'<p><a href="/news/700009/z">{BODY[1]}</a></p>'
    article = clean(f"<h1>{TITLE}</h1><div><p>{BODY[0]}</p>{linked}<p>{BODY[2]}</p></div>")
    assert article.body == BODY


@pytest.mark.parametrize("label", ["<h4>نظرات</h4>", "<div>۱ نظر ثبت شده است</div>"])
def test_comment_below_a_short_text(label: str) -> None:
    comment = "<cite>رضا</cite><small>۲۹ آبان ۱۴۰۴ در ۱۰:۱۰</small><p>{}</p>"
    said = "خیلی خوب است، ما هم در شهر خودمان از این دوره‌ها می‌خواهیم و منتظر هستیم که برسد."
    comments = f"<div>{label}<ol><li>{comment.format(said)}</li></ol></div>"
    article = clean(f"<h1>{TITLE}</h1><p>۲۹ آبان ۱۴۰۴</p>{PARAGRAPHS}{comments}")
    assert article.body == BODY
    assert article.published_at == "2025-11-20"
