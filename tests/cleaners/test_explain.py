"""Every line of a page is explained: the field it went to, or why it was dropped."""

import dataclasses
import re
import time
from functools import cache

import pytest

from cleaners import SiteProfile, clean_html, explain_html
from cleaners.explain import Explanation
from cleaners.explained.keptlines import places_of
from cleaners.explained.reasons import REASONS
from cleaners.persian.folding import fold
from tests.bare_pages import BODY, TEXT, TITLE, clean
from tests.sample_pages import SamplePage, article_pages, other_pages

PAGES = {page.name: page for page in article_pages()}


@cache
def explained(page: SamplePage, *, rules: bool = True) -> Explanation:
    return explain_html(page.read(), page.url, rules=rules, content_type=page.content_type)


@pytest.mark.parametrize("page", article_pages(), ids=lambda page: page.name)
def test_every_paragraph_is_a_kept_line(page: SamplePage) -> None:
    explanation = explained(page)
    assert explanation.article is not None
    kept = fold(" ".join(line.text for line in explanation.lines if line.field == "body"))
    assert all(fold(paragraph) in kept for paragraph in explanation.article.body)


@pytest.mark.parametrize("page", article_pages(), ids=lambda page: page.name)
def test_every_dropped_line_has_a_reason(page: SamplePage) -> None:
    dropped = [line for line in explained(page).lines if not line.kept]
    assert dropped
    assert all(line.rule and line.reason for line in dropped)


@pytest.mark.parametrize("page", article_pages(), ids=lambda page: page.name)
def test_the_article_is_the_one_of_clean_html(page: SamplePage) -> None:
    article = clean_html(page.read(), page.url, normalize=False, content_type=page.content_type)
    assert explained(page).article == article


def test_the_title_is_the_one_above_the_text() -> None:
    lines = explained(PAGES["mehr-6612207-barf-sabalan"]).lines
    titles = [line for line in lines if line.field == "title"]
    assert [line.kind for line in titles] == ["h1"]


def test_a_line_in_a_dropped_element_names_the_selector() -> None:
    rules = {line.rule: line.reason for line in explained(PAGES["ilna-1698452-neyaz-sanaye"]).lines}
    assert any(rule == "boilerplate cut" for rule in rules)
    [outside] = [reason for reason in rules.values() if "outside of" in reason]
    assert re.fullmatch(
        r"it stands outside of \.article_body \.echo_detail \(and \d+ more selectors\)", outside
    )


@pytest.mark.parametrize("rules", [True, False], ids=["rules", "generic"])
def test_a_box_of_another_story_a_poll_and_a_caption_are_called_so(rules: bool) -> None:
    page = PAGES["ilna-1698452-neyaz-sanaye"]
    teaser = "معاون وزیر در آیین گشایش این مرکز گفت که ظرفیت آموزش سالانه آن به پنج هزار نفر می‌رسد."
    box = f'<div><h4><a href="/news/123456">مرکز نوآوری در غرب کشور</a></h4><p>{teaser}</p></div>'
    picture = '<div><img src="/1.jpg"><span>نمایی از کارگاه</span></div>'
    html = page.read().decode()
    end = html.rindex("<p>", 0, html.index("انتهای پیام"))
    asked = "به نظر شما مهم‌ترین مانع کار جوانان چیست؟"
    choices = "<div><input type=radio>سرمایه</div><div><input type=radio>مهارت</div>"
    html = html[:end] + box + picture + f"<div><p>{asked}</p>{choices}</div>" + html[end:]
    lines = explain_html(html, page.url, rules=rules).lines
    expected = {teaser: "story-box", "نمایی از کارگاه": "caption", asked: "poll"}
    assert {line.text: line.code for line in lines if line.text in expected} == expected


@pytest.mark.parametrize("name", ["sidebar", "widget"])
def test_an_element_that_is_dropped_for_its_name_is_named(name: str) -> None:
    prose = "وزیر کار گفت که آموزش مهارت در استان‌ها گسترش یافته و کارگاه‌های تازه گشوده شده است."
    aside = f"<div class='{name}'><p>این نوشته در کنار خبر می‌آید و از آن نیست.</p></div>"
    html = f"<body><h1>گشایش کارگاه‌های تازه</h1><div><p>{prose}</p><p>{prose[5:]}</p></div>{aside}"
    [line] = [line for line in explain_html(html).lines if line.text.startswith("این نوشته")]
    assert line.reason == f"its element is called {name}"


def test_layouts_say_why_they_were_chosen() -> None:
    layouts = explained(PAGES["mehr-6612207-barf-sabalan"]).layouts
    assert layouts[0].startswith("mehr/1: the page bears meta:nastooh:code")


def test_without_rules_no_layout_is_named() -> None:
    explanation = explained(PAGES["mehr-6612207-barf-sabalan"], rules=False)
    assert explanation.layouts == []
    assert any(
        line.reason == "it is an item of a list of other stories" for line in explanation.lines
    )


@pytest.mark.parametrize("page", other_pages()[:6], ids=lambda page: page.name)
def test_a_page_that_is_no_article_says_so(page: SamplePage) -> None:
    explanation = explained(page)
    assert explanation.article is None
    assert explanation.refusal is not None
    assert not any(line.kept for line in explanation.lines)


@pytest.mark.parametrize("page", article_pages(), ids=lambda page: page.name)
def test_paragraphs_are_numbered_as_in_the_record(page: SamplePage) -> None:
    explanation = explained(page)
    assert explanation.article is not None
    body = explanation.article.body
    lines = [line for line in explanation.lines if line.field == "body"]
    assert {line.item for line in lines} == set(range(len(body)))
    assert all(fold(body[line.item or 0]) in fold(line.text) for line in lines)


@pytest.mark.parametrize("rules", [True, False])
def test_reasons_are_sentences_and_codes(rules: bool) -> None:
    for page in article_pages()[::6]:
        for line in explained(page, rules=rules).lines:
            assert line.code in REASONS
            assert line.reason
            assert "{" not in line.reason
            assert (line.code == "kept") == line.kept


def test_lines_share_the_elements_around_them() -> None:
    html = "<body><div id=a><p>یک</p><p>دو</p></div><div id=a><p>سه</p></div></body>"
    one, two, three = explain_html(html).lines
    assert one.path == two.path == three.path == "body > div#a > p"
    assert one.elements[:2] == two.elements[:2]
    assert one.elements[2] != two.elements[2]
    assert one.elements[0] == three.elements[0]
    assert one.elements[1] != three.elements[1]


def test_attempts_say_what_came_of_each_layout() -> None:
    attempts = explained(PAGES["mehr-6612207-barf-sabalan"]).attempts
    assert [(a.layout, a.outcome) for a in attempts] == [
        ("mehr/1", "took"),
        ("nastooh/1", "not-tried"),
    ]
    assert attempts[0].why == "the page bears meta:nastooh:code"


def test_a_layout_that_finds_nothing_says_so() -> None:
    html = '<meta name="nastooh:code" content="1"><body><div>خبری نیست</div></body>'
    assert [a.outcome for a in explain_html(html).attempts] == ["found-no-body"]


def test_a_title_that_holds_a_subheading_is_still_the_title() -> None:
    story = "این یک بند بلند از متن خبر است که درباره کشف موتورهای قاچاق در شهر نوشته شده است. " * 3
    html = (
        "<body><ul><li>کشف موتور قاچاق در مهریز تا دستگیری</li></ul>"
        "<article><h1>کشف موتور قاچاق در مهریز تا دستگیری</h1>"
        f"<p>{story}</p><h3>کشف موتور قاچاق در مهریز</h3><p>{story[:200]}</p></article>"
    )
    kinds = {line.kind: line.field for line in explain_html(html).lines}
    assert kinds["h1"] == "title"
    assert kinds["h3"] == "body"
    assert kinds["li"] is None


def test_a_breadcrumb_on_one_line_is_the_section() -> None:
    lines = explained(PAGES["irib-5637210-khuzestan-maysan"]).lines
    sections = [line for line in lines if line.field == "section"]
    assert [line.text for line in sections] == ["گروه : استانها » خوزستان"]


def test_a_page_that_its_layout_knows_to_be_missing_says_so() -> None:
    head = '<meta name="generator" content="WordPress 6.7">'
    html = f'{head}<body class="error404"><h1>نوشته‌ای پیدا نشد</h1><p>جستجو کنید.</p></body>'
    assert "gone" in [attempt.outcome for attempt in explain_html(html).attempts]


def test_codes_say_why_the_generic_way_left_a_line_out() -> None:
    box = '<p>بیشتر بخوانید <a href="/news/123456">مرکز نوآوری در غرب کشور</a></p>'
    club = "باشگاه خوانندگان این پایگاه هر ماه به سه نفر از اعضای خود جایزه می‌دهد."
    body = f"<p>{TEXT[0]}</p>{box}<p>{TEXT[1]}</p><p>{club}</p>"
    profile = SiteProfile(host="example.ir", pages=5, lines=(club,))
    lines = explain_html(f"<h1>{TITLE}</h1><div>{body}</div>", profile=profile).lines
    codes = {line.text: line.code for line in lines if not line.kept}
    assert codes[club] == "recurring"
    assert codes["بیشتر بخوانید مرکز نوآوری در غرب کشور"] == "box-heading"


def test_lines_of_20_000_paragraphs_are_found_in_bounded_time() -> None:
    """At most two seconds of one processor; work that grows with the square takes ten."""
    body = [f"{TEXT[0]} شماره {n}." for n in range(20_000)]
    article = dataclasses.replace(clean(BODY), body=body)
    start = time.process_time()
    places = places_of(article, [fold(paragraph) for paragraph in body], [True] * len(body))
    assert time.process_time() - start < 2
    assert [place.item for place in places.values()] == list(range(20_000))
