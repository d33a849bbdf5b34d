"""Pages that no rule knows: title, kicker and lead, by where and how they stand."""

import pytest

from cleaners import clean_html
from tests.cleaners.unknown_pages import BODY, PARAGRAPHS, TITLE, clean

HEADS = {
    "site's name in the h1": f"<h1>خبرگزاری سپیدار</h1><h2>{TITLE}</h2>",
    "title in a div": f"<div>{TITLE}</div>",
    "title that links to itself": f'<h2><a href="/news/512340/x">{TITLE}</a></h2>',
}
LEAD = "با گشایش مرکز تازه، ظرفیت آموزش رایگان مهارت در این شهر دو برابر شد و نام‌نویسی ادامه دارد."


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_title(head: str) -> None:
    assert clean(f"<div>{head}<div>{PARAGRAPHS}</div></div>").title == TITLE


def test_kicker_and_title_in_one_heading() -> None:
    article = clean(f"<h1><span>در آیین گشایش؛</span> <span>{TITLE}</span></h1>{PARAGRAPHS}")
    assert (article.kicker, article.title) == ("در آیین گشایش؛", TITLE)


@pytest.mark.parametrize(
    "lead",
    [
        f'<p class="lid">{LEAD}</p>',
        f"<div><h3>{LEAD}</h3></div>",
        f"<section>{LEAD}</section>",
    ],
)
def test_lead_is_an_element_of_its_own(lead: str) -> None:
    article = clean(f"<h1>{TITLE}</h1>{lead}<div>{PARAGRAPHS}</div>")
    assert article.lead == LEAD
    assert article.body == BODY


@pytest.mark.parametrize("name", ["class=a", ""])
def test_lead_of_a_report_that_is_one_paragraph(name: str) -> None:
    text = f"<p class=b>{LEAD}</p><p {name}>{BODY[0]}</p>"
    article = clean(f"<h1>{TITLE}</h1><div>{text}</div>")
    assert (article.lead, article.body) == (LEAD, BODY[:1])


def test_attribution_is_no_lead() -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div>").lead is None


def test_headline_of_a_page_whose_head_names_only_the_site() -> None:
    body = f"<div><div>{TITLE}</div><div>کد خبر: 51234</div></div><div>{PARAGRAPHS}</div>"
    html = f"<html><head><title>ندای کارآفرین</title></head><body>{body}</body></html>"
    url = "https://www.khabar-nemoune.ir/news/512340"
    assert clean_html(html, url, rules=False, normalize=False).title == TITLE


def test_lead_that_stands_there_twice() -> None:
    article = clean(f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{LEAD}</p>{PARAGRAPHS}</div>")
    assert article.lead == LEAD
    assert article.body == BODY


def test_kicker_parted_by_the_generic_way_stays_apart_on_a_known_site() -> None:
    head = f"<h1><span>در آیین گشایش؛</span> <span>{TITLE}</span></h1>"
    html = (
        f"<html><head><title>{TITLE}</title>"
        '<meta property="nastooh:nid" content="6611190"></head>'
        f"<body><div>{head}<div>{PARAGRAPHS}</div></div></body></html>"
    )
    article = clean_html(html, "https://www.mehrnews.com/news/6611190/x", normalize=False)
    assert "layout-changed" in article.warnings
    assert (article.kicker, article.title) == ("در آیین گشایش؛", TITLE)


def test_headline_in_a_list_below_the_text_is_no_title_of_a_known_site() -> None:
    other = "بازدید سرپرست کارگاه‌ها از نمایشگاه"
    html = (
        f'<html><head><title>{TITLE}</title><meta name="generator" content="Aryanic"></head>'
        f"<body><div><h1>{TITLE}</h1><div>{PARAGRAPHS}</div>"
        f'<div><span class="newsname2"><a href="?newsview=811">{other}</a></span>'
        '<span class="newssm2">کارگاه‌ها دوباره باز شدند و نمایشگاه آنها ماندنی است.</span></div>'
        "</div></body></html>"
    )
    article = clean_html(html, "https://www.portal-nemoune.ir/?newsview=812", normalize=False)
    assert (article.title, article.lead) == (TITLE, None)


def test_old_portal_whose_labels_have_ids() -> None:
    lead = "کارآموزان پس از پایان دوره در آزمون عملی شرکت می‌کنند و گواهینامه مهارت می‌گیرند."
    kicker = "مدیر مرکز مهارت شهر:"
    rows = [
        f'<span>{kicker}</span><br><span id="ctl00_lblTitle"><b>{TITLE}</b></span>',
        "تاریخ خبر: <span>1404/08/24</span>",
        f'<span id="ctl00_lblLead">{lead}</span>',
        f'<span id="ctl00_lblBody">{PARAGRAPHS}</span>',
    ]
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    office = "<title>اداره کل آموزش فنی و حرفه ای استان گلستان</title>"
    html = f"<html><head>{office}</head><body><table>{table}</table></body></html>"
    article = clean_html(html, "https://www.portal-nemoune.ir/index.aspx?id=3", rules=False)
    assert (article.kicker, article.title, article.lead) == (kicker, TITLE, lead)
    assert article.body == BODY
    assert article.published_at == "2025-11-15"


def test_quotation_before_the_text_is_no_lead() -> None:
    rest = f"{BODY[1]}<br>{BODY[2]}<br>{BODY[2].replace('شهرداری', 'دولت')}"
    article = clean(f"<h1>{TITLE}</h1><div><blockquote><p>{LEAD}</p></blockquote>{rest}</div>")
    assert article.lead is None
    assert article.body[0] == LEAD


def test_kicker_longer_than_the_title_in_one_heading() -> None:
    kicker = "در نشست مشترک شهرداری و سازمان آموزش فنی و حرفه‌ای استان با کارفرمایان مطرح شد:"
    article = clean(f"<h1>{kicker}<br>{TITLE}</h1><div>{PARAGRAPHS}</div>")
    assert (article.kicker, article.title) == (kicker, TITLE)
    together = clean(f"<h1>{kicker} {TITLE}</h1><div>{PARAGRAPHS}</div>")
    assert (together.kicker, together.title) == (kicker, TITLE)
    assert together.body == BODY


def test_a_bar_in_the_headline_parts_nothing() -> None:
    title = "جشن انار در رودبار | گزارش تصویری"
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{PARAGRAPHS}</body></html>"
    )
    assert (
        clean_html(html, "https://a.ir/news/1234567", rules=False, normalize=False).title == title
    )


def test_a_short_sentence_between_title_and_text_is_the_lead() -> None:
    lead = "پنج کارگاه در مرکز تازه آماده شد."
    article = clean(f"<h1>{TITLE}</h1><p>{lead}</p><div>{PARAGRAPHS}</div>")
    assert (article.lead, article.body) == (lead, BODY)


@pytest.mark.parametrize("name", ["subtitle", "entry-sub-title", "newsSubTitle"])
def test_a_line_that_its_class_calls_the_subtitle_is_the_lead(name: str) -> None:
    lead = "داوطلبان تا ۱۵ آذر فرصت دارند"
    article = clean(f'<h1>{TITLE}</h1><h2 class="{name}">{lead}</h2><div>{PARAGRAPHS}</div>')
    assert (article.lead, article.body) == (lead, BODY)


@pytest.mark.parametrize(
    ("names", "kicker"),
    [
        (("kicker", "title", "lead"), True),
        (("x-rutitr", "x-titr", "x-lead"), True),
        (("headline d-block", "title d-block", "lead"), True),
        (("a", "title", "b"), False),
    ],
)
def test_head_of_inline_elements(names: tuple[str, str, str], kicker: bool) -> None:
    texts = ("مدیر مرکز مهارت:", TITLE, LEAD)
    spans = [f'<span class="{name}">{text}</span>' for name, text in zip(names, texts, strict=True)]
    page = f"<main><div>{' '.join(spans)}</div><div>{PARAGRAPHS}</div></main>"
    article = clean(page)
    assert article.title == TITLE
    assert article.body == BODY
    assert (article.kicker, article.lead) == (texts[0::2] if kicker else (None, None))


def test_names_of_words_in_a_sentence() -> None:
    sentence = f"<span class='title'>{BODY[0]}</span> <b class='lead'>{BODY[1]}</b>"
    article = clean(f"<h1>{TITLE}</h1><div><p>{sentence}</p><p>{BODY[2]}</p></div>")
    assert article.body == [f"{BODY[0]} {BODY[1]}", BODY[2]]


@pytest.mark.parametrize("name", ["newsviewrotitr", "postRotitr", "news_view_rutitr"])
def test_kicker_in_a_row_with_a_glued_name(name: str) -> None:
    row = f'<tr><td><span class="{name}">رئیس مرکز شهر</span></td></tr>'
    rows = f"{row}<tr><td><h1>{TITLE}</h1></td></tr><tr><td>{PARAGRAPHS}</td></tr>"
    article = clean(f"<table>{rows}</table>")
    assert (article.kicker, article.title) == ("رئیس مرکز شهر", TITLE)
