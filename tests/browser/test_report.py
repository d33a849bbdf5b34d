"""The report in a real browser: what a reader sees, does and is safe from."""

import pytest

from tests.browser.conftest import article

HOSTILE = [
    "</script><script>document.title='hit'</script>",
    "<img src=x onerror=\"document.title='hit'\">",
    "<style>body{display:none}</style><link rel=stylesheet href=https://example.com/x.css>",
    "\u202eevil \u2066title\u2069 \u202c",
    "<!--<script>",
    "]]>{{title}}<!--@texts-->${title}",
    "تیتر با \ud800 نیم‌جفت",
]


@pytest.fixture
def small(report_of):
    articles = [
        article(1, "آموزش مهارت\u200cآموزی در همدان", authors=["مریم یوسفی"]),
        article(2, "کتاب‌خانهٔ تازه در کرمان", province="کرمان", tags=["کتاب"]),
        article(3, "نرخ ارز", agency="ilna", id="ilna:3", agency_name="ایلنا", province=None,
                published_at="2025-10-04T15:18:00+03:30", duplicate_of="mehr:1"),
        article(4, "خبر بی‌تاریخ", published_at=None, warnings=["no-date"]),
    ]  # fmt: skip
    return report_of(articles)


def test_opens_without_an_error_or_a_request(open_page, small):
    opened = open_page(small)
    opened.page.wait_for_timeout(300)
    assert opened.errors == []
    assert opened.requests == []


def test_forbids_every_request(open_page, small):
    opened = open_page(small)
    blocked = opened.page.evaluate(
        """() => new Promise(resolve => {
            const heard = event => resolve(event.effectiveDirective);
            document.addEventListener("securitypolicyviolation", heard);
            const image = new Image(); image.src = "https://example.com/x.png";
        })"""
    )
    assert blocked == "img-src"


def test_speaks_persian_first(open_page, small):
    opened = open_page(small)
    assert opened.page.get_attribute("html", "dir") == "rtl"
    assert opened.count() == "۴ مقاله"
    assert opened.page.inner_text("#subtitle") == "۱۰ تا ۱۲ مهر ۱۴۰۴"


def test_switches_to_english_and_back(open_page, small):
    opened = open_page(small)
    opened.page.click("#language")
    assert opened.page.get_attribute("html", "dir") == "ltr"
    assert opened.count() == "4 articles"
    assert opened.page.inner_text("#agencies .bar-name >> nth=0") == "Mehr"
    assert "Mehr 1404" in opened.page.inner_text("#subtitle")
    opened.page.click("#language")
    assert opened.count() == "۴ مقاله"
    assert opened.errors == []


def test_every_word_is_said_in_both_languages(open_page, small):
    opened = open_page(small)
    for language in ("fa", "en"):
        text = opened.page.inner_text("body")
        for key in (
            "heading_",
            "fact_",
            "nav_",
            "repair_",
            "column_",
            "month_",
            "undefined",
            "NaN",
        ):
            assert key not in text, (language, key)
        opened.page.click("#language")


def test_table_has_the_newest_first_and_the_undated_last(open_page, small):
    titles = open_page(small).titles()
    assert titles[0] == "نرخ ارز"
    assert titles[-1] == "خبر بی‌تاریخ"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("مهارت آموزی", ["آموزش مهارت\u200cآموزی در همدان"]),
        ("مهارتآموزی", ["آموزش مهارت\u200cآموزی در همدان"]),
        ("كتابخانه", ["کتاب‌خانهٔ تازه در کرمان"]),
        ("کرمان", ["کتاب‌خانهٔ تازه در کرمان"]),
        ("mehr:2", ["کتاب‌خانهٔ تازه در کرمان"]),
        ("تازه نرخ", []),
        ("(", []),
    ],
)
def test_search_finds_headings_however_they_are_typed(open_page, small, words, found):
    opened = open_page(small)
    opened.search(words)
    assert opened.titles() == found
    assert opened.errors == []


def test_search_reaches_the_texts(open_page, small):
    opened = open_page(small)
    opened.search("شماره ۲")
    assert opened.titles() == []
    opened.page.check("#in-texts")
    opened.page.wait_for_selector("#rows .row")
    assert opened.titles() == ["کتاب‌خانهٔ تازه در کرمان"]


def test_opens_an_article_with_its_text_and_record(open_page, small):
    opened = open_page(small)
    opened.search("مهارت‌آموزی")
    opened.page.click("#rows .row")
    opened.page.wait_for_selector("#article .record")
    shown = opened.page.inner_text("#article")
    assert "لید خبر 1" in shown
    assert "متن خبر شماره 1" in shown
    assert "مریم یوسفی" in shown
    assert "نیم‌فاصلهٔ بازگردانده: ۳" in shown
    assert opened.page.locator("#article mark").first.inner_text() == "مهارت\u200cآموزی"
    address = opened.page.get_attribute("#article .record a", "href")
    assert address == "https://www.mehrnews.com/news/1"


def test_works_by_keyboard_alone(open_page, small):
    opened = open_page(small)
    keyboard = opened.page.keyboard
    keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") == "query"
    opened.page.focus("#rows .row >> nth=0")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    opened.page.wait_for_selector("#reader[open]")
    second = opened.page.inner_text("#article h2")
    keyboard.press("Escape")
    opened.page.wait_for_selector("#reader:not([open])", state="attached")
    assert second == opened.titles()[1]


def test_a_bar_narrows_everything_to_it(open_page, small):
    opened = open_page(small)
    opened.page.click("#agencies .bar >> nth=1")
    assert opened.titles() == ["نرخ ارز"]
    opened.page.click("#choices .chip")
    assert opened.count() == "۴ مقاله"


def test_a_day_of_the_calendar_narrows_to_it(open_page, small):
    opened = open_page(small)
    opened.page.click("#calendar .day[aria-label^='۱۱ مهر ۱۴۰۴']")
    assert opened.titles() == ["کتاب‌خانهٔ تازه در کرمان"]


@pytest.mark.parametrize("typed", ["1404/07/11", "۱۴۰۴/۷/۱۱", "۱۴۰۴-۰۷-۱۱"])
def test_dates_are_typed_in_any_digits(open_page, small, typed):
    opened = open_page(small)
    opened.page.fill("#day-from", typed)
    opened.page.press("#day-from", "Enter")
    opened.page.wait_for_selector("#choices .chip")
    assert opened.titles() == ["نرخ ارز", "کتاب‌خانهٔ تازه در کرمان"]


def test_says_who_copied_whom_and_how_soon(open_page, small):
    opened = open_page(small)
    cell = opened.page.locator("#pairs td button")
    assert cell.inner_text().split("\n") == ["۱", "۲ روز"]
    assert cell.get_attribute("aria-label").startswith("ایلنا از مهر")
    cell.click()
    assert opened.titles() == ["نرخ ارز"]


def test_counts_what_is_missing(open_page, small):
    opened = open_page(small)
    row = opened.page.locator("#missing tr", has_text="تاریخ انتشار")
    assert row.locator("td").first.inner_text() == "۲۵٪"
    row.locator("td button").click()
    assert opened.titles() == ["خبر بی‌تاریخ"]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_content_stays_text(open_page, report_of, title):
    hostile = article(
        7, title, kicker=title, lead=title, body=[title], tags=[title], province=title,
        section=[title], agency_name=title, authors=[title], extractor=title, warnings=[title],
        repairs={title: 3}, place=title, source=title, url="javascript:document.title='hit'",
    )  # fmt: skip
    opened = open_page(report_of([hostile, article(8, "خبر خوب", duplicate_of="mehr:7")]))
    opened.page.click("#language")
    opened.page.click("#rows .row >> nth=1")
    opened.page.wait_for_selector("#article .record")
    opened.page.wait_for_timeout(200)
    assert opened.errors == []
    assert opened.requests == []
    assert opened.page.title() == "Corpus report"
    assert opened.page.locator("script").count() <= 4
    injected = "body img, body style:not(svg style), body link, a[href^='javascript' i]"
    assert opened.page.locator(injected).count() == 0
    expected = title.replace("\ud800", "\ufffd")
    for mark in "\u202e\u202c\u2066\u2069":
        expected = expected.replace(mark, f"⟦U+{ord(mark):04X}⟧")
    assert opened.page.locator("#article h2").evaluate("node => node.textContent") == expected


def test_bidi_overrides_are_shown_not_obeyed(open_page, report_of):
    opened = open_page(report_of([article(1, "abc \u202edef")]))
    text = opened.page.evaluate("document.body.textContent")
    assert "\u202e" not in text
    assert "⟦U+202E⟧def" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_fits_every_width_in_light_and_dark(open_page, small, width, scheme):
    opened = open_page(small, width=width, scheme=scheme)
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(part) for part in paper[4:-1].split(","))
    assert (brightness > 600) == (scheme == "light")
    assert opened.errors == []


def test_draws_persian_in_its_own_font(open_page, small):
    opened = open_page(small)
    assert opened.page.evaluate("document.fonts.check('16px Vazirmatn', 'مهارت')")
    loaded = "[...document.fonts].map(font => [font.family, font.status])"
    assert opened.page.evaluate(loaded) == [["Vazirmatn", "loaded"]]
    label = opened.page.locator("#timeline svg text", has_text="مهر").first
    assert "Vazirmatn" in label.evaluate("node => getComputedStyle(node).fontFamily")


def test_names_bad_lines_and_files(open_page, tmp_path):
    from tvto_crawl.report import write_report

    source = tmp_path / "with-faults.jsonl"
    lines = [article(1, "خبر").to_json(), "{broken", article(1, "خبر تازه").to_json()]
    source.write_text("\n".join(lines), "utf-8")
    write_report([source], tmp_path / "report.html")
    opened = open_page(tmp_path / "report.html")
    assert opened.titles() == ["خبر تازه"]
    assert opened.page.text_content("#bad-lines-title") == "۱ سطر خراب"
    assert "with-faults.jsonl:2" in opened.page.text_content("#bad-lines-list")


def test_without_texts_headings_still_open(open_page, report_of):
    opened = open_page(report_of([article(1, "خبر")], texts=False))
    assert not opened.page.is_visible("#in-texts")
    opened.page.click("#rows .row")
    opened.page.wait_for_selector("#article .record")
    assert opened.errors == []


def test_one_article_without_anything_opens(open_page, report_of):
    from cleaners.article import Article

    opened = open_page(report_of([Article(id="unknown:1", agency="unknown")]))
    opened.page.click("#rows .row")
    opened.page.wait_for_selector("#article .record")
    assert opened.errors == []


def test_a_wrong_year_does_not_squeeze_the_timeline(open_page, report_of):
    articles = [article(code, "خبر") for code in range(60)]
    articles.append(article(99, "سال نادرست", published_at="2099-01-01"))
    opened = open_page(report_of(articles))
    assert opened.page.inner_text("#subtitle") == "۹ مهر تا ۶ آبان ۱۴۰۴"
    assert opened.page.inner_text("#timeline-note").startswith("۱ مقاله")


@pytest.mark.parametrize("button", ["#agencies .bar", "#calendar .shade-1", "#missing td button"])
def test_focus_stays_where_it_was(open_page, small, button):
    opened = open_page(small)
    opened.page.locator(button).first.focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#choices .chip")
    assert opened.page.evaluate("document.activeElement.tagName") == "BUTTON"
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_selector("#choices:not(:has(.chip))", state="attached")


def test_filters_work_together_and_clear_at_once(open_page, small):
    opened = open_page(small)
    opened.search("خبر")
    opened.page.click("#agencies .bar >> nth=0")
    assert opened.titles() == ["خبر بی‌تاریخ"]
    opened.page.click("#choices .link")
    assert opened.count() == "۴ مقاله"
    assert opened.page.input_value("#query") == ""


def test_sorts_by_length(open_page, report_of):
    opened = open_page(report_of([article(n, f"خبر {n}", text="واژه " * n) for n in (5, 9, 2)]))
    opened.page.click("#heads [data-key=words]")
    assert opened.titles() == ["خبر 9", "خبر 5", "خبر 2"]
    opened.page.click("#heads [data-key=words]")
    assert opened.titles() == ["خبر 2", "خبر 5", "خبر 9"]
