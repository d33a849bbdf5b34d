"""The inspection of a page in a real browser: what a rule writer sees, does and is safe from."""

import pytest

from tests.sample_pages import SamplePage, sample_pages
from tvto_crawl.bulk.entries import Entry
from tvto_crawl.inspect import inspect_page, write_view

PAGES = {page.name: page for page in sample_pages()}
PROSE = "هنرجویان این مرکز در کارگاه‌های تازه جوشکاری و تراشکاری آموزش می‌بینند و گواهی می‌گیرند."
HOSTILE = [
    "</script><script>document.title='hit'</script>",
    "<img src=x onerror=\"document.title='hit'\">",
    "<style>body{display:none}</style><link rel=stylesheet href=https://example.com/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.com/'>",
    "<iframe srcdoc='<script>top.document.title=1</script>'></iframe>",
    "<a href=\"javascript:document.title='hit'\" onfocus=\"document.title='hit'\">پیوند</a>",
    "\u202eevil \u2066title\u2069 \u202c",
    "<!--<script>",
    "]]>{{title}}<!--@script-->${title}",
]


@pytest.fixture
def view_of(tmp_path):
    """Return a function that writes the inspection of a page and returns its path."""

    def write(page: SamplePage | str, url: str | None = None):
        if isinstance(page, str):
            entry = Entry(page.encode(), True, "page.html", "page.html", url)
        else:
            entry = Entry(page.read(), True, page.file, page.file, page.url, page.content_type)
        path = tmp_path / "inspect.html"
        with path.open("w", encoding="utf-8") as stream:
            write_view(inspect_page(entry), stream)
        return path

    return write


@pytest.fixture
def mehr(view_of):
    return view_of(PAGES["mehr-6612207-barf-sabalan"])


def texts(opened, selector):
    return opened.page.locator(f"{selector} .line-text").all_inner_texts()


def test_opens_without_an_error_or_a_request(open_page, mehr):
    opened = open_page(mehr)
    opened.page.wait_for_timeout(300)
    assert opened.errors == []
    assert opened.requests == []


def test_speaks_persian_first_and_english_on_demand(open_page, mehr):
    opened = open_page(mehr)
    assert opened.page.get_attribute("html", "dir") == "rtl"
    assert opened.count() == "۱۸۴ سطر"
    opened.page.click("#language")
    assert opened.page.get_attribute("html", "dir") == "ltr"
    assert opened.count() == "184 lines"
    assert opened.errors == []


@pytest.mark.parametrize(
    "name", ["mehr-6612207-barf-sabalan", "tvto-71850-payam-kargar", "ilna-challenge"]
)
def test_every_word_is_said_in_both_languages(open_page, view_of, name):
    opened = open_page(view_of(PAGES[name]))
    for language in ("fa", "en"):
        text = opened.page.inner_text("body")
        for key in ("why_", "short_", "field_", "outcome_", "refusal_", "undefined", "NaN"):
            assert key not in text, (language, key)
        opened.page.click("#language")


def test_shows_the_article_beside_the_page(open_page, mehr):
    opened = open_page(mehr)
    article = opened.page.locator("#article")
    assert article.locator(".title").inner_text() == "نخستین برف پاییزی، قله سبلان را سفیدپوش کرد"
    assert article.locator("p.field-body").count() == 4
    assert texts(opened, ".line.field-title") == ["نخستین برف پاییزی، قله سبلان را سفیدپوش کرد"]
    left = opened.page.locator("#page").bounding_box()
    right = opened.page.locator("#article-pane").bounding_box()
    assert left["x"] + left["width"] <= right["x"]


def test_every_line_of_the_page_is_there(open_page, mehr):
    opened = open_page(mehr)
    assert opened.page.locator(".line").count() == 184
    assert opened.page.locator(".line.kept").count() == 13
    assert opened.page.locator(".line.unseen").count() == 5


def test_kept_and_dropped_lines_look_different(open_page, mehr):
    opened = open_page(mehr)
    colour = "node => getComputedStyle(node).borderInlineStartColor"
    seen = [
        opened.page.locator(selector).first.evaluate(colour)
        for selector in (".line.field-title", ".line.field-body", ".line.dropped")
    ]
    assert len(set(seen)) == 3


def test_a_line_tells_its_reason_on_hover(open_page, mehr):
    opened = open_page(mehr)
    opened.page.emulate_media(reduced_motion="reduce")  # a page that still glides hides the hint
    opened.page.locator(".line.field-lead").scroll_into_view_if_needed()
    opened.page.wait_for_timeout(200)
    opened.page.hover(".line.field-lead")
    assert opened.page.inner_text(".tooltip").split("\n") == [
        "نگه‌داشته: لید",
        "این سطر «لید» است",
        "قاعده: mehr/1",
    ]


def test_a_line_tells_its_reason_on_focus(open_page, mehr):
    opened = open_page(mehr)
    opened.page.focus(".line.field-lead")
    detail = opened.page.inner_text("#detail")
    assert "لید" in detail
    assert "mehr/1" in detail
    assert "article#item.box.item.full-img" in detail


def test_a_reason_names_one_selector_and_counts_the_others(open_page, mehr):
    opened = open_page(mehr)
    opened.page.click("#language")
    opened.page.click(".filter[data-kind=code][data-value=outside]")
    opened.page.locator(".line:visible").first.focus()
    reason = opened.page.locator(".detail-reason")
    assert reason.inner_text() == (
        "it stands outside of .item-text[itemprop=articleBody] (and 6 more selectors)"
    )
    every = reason.locator(".selectors").get_attribute("title")
    assert every.startswith(".item-text[itemprop=articleBody] | .item-text | ")
    assert every.count(" | ") == 6


def test_a_line_tells_its_reason_on_tap(browser, mehr):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True, offline=True
    )
    page = context.new_page()
    page.goto(mehr.as_uri())
    page.wait_for_selector("body[data-state=ready]")
    page.tap("#tab-page")
    page.tap(".line.field-title")
    assert "تیتر" in page.inner_text("#detail")
    page.tap("#detail-close")
    assert page.is_hidden("#detail")
    context.close()


def test_lines_are_walked_by_keyboard(open_page, mehr):
    opened = open_page(mehr)
    opened.page.focus(".line.field-title")
    opened.page.keyboard.press("ArrowDown")
    assert "field-lead" in opened.page.evaluate("document.activeElement.className")
    opened.page.keyboard.press("k")
    assert "field-title" in opened.page.evaluate("document.activeElement.className")
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#detail")


def test_one_line_is_in_the_order_of_the_tab_key(open_page, mehr):
    opened = open_page(mehr)
    opened.page.focus(".line.field-lead")
    assert opened.page.locator("#lines .line[tabindex='0']").count() == 1


def test_a_line_and_its_paragraph_find_each_other(open_page, mehr):
    opened = open_page(mehr)
    opened.page.locator(".line.field-body").nth(2).focus()
    assert opened.page.get_attribute(".part.linked", "data-place") == "body 2"
    opened.page.locator("#article p.field-body").nth(1).click()
    body = opened.page.locator(".line.field-body").nth(1)
    assert body.evaluate("node => node === document.activeElement")


def test_a_paragraph_is_found_behind_a_filter(open_page, mehr):
    opened = open_page(mehr)
    opened.page.click(".filter[data-kind=dropped]")
    opened.page.locator("#article p.field-body").first.click()
    assert opened.page.locator(".line.field-body").first.is_visible()


@pytest.mark.parametrize(
    ("chip", "count"),
    [
        ("[data-kind=kept]", "۱۳ از ۱۸۴ سطر"),
        ("[data-kind=dropped]", "۱۷۱ از ۱۸۴ سطر"),
        ("[data-kind=field][data-value=body]", "۴ از ۱۸۴ سطر"),
        ("[data-kind=code][data-value=hidden]", "۵ از ۱۸۴ سطر"),
    ],
)
def test_filters_by_field_and_reason(open_page, mehr, chip, count):
    opened = open_page(mehr)
    opened.page.click(f".filter{chip}")
    assert opened.count() == count
    visible = opened.page.locator(".line:visible").count()
    assert visible == opened.page.locator(".line:not([hidden])").count()
    opened.page.click(f".filter{chip}")
    assert opened.count() == "۱۸۴ سطر"


def test_searches_lines_however_they_are_typed(open_page, mehr):
    opened = open_page(mehr)
    opened.page.fill("#query", "شمال غرب وارد")
    assert texts(opened, ".line:visible")[0].startswith("به گزارش خبرنگار مهر")
    opened.page.fill("#query", "نیست چنین سطری")
    assert opened.page.is_visible("#no-lines")


def test_long_dropped_parts_are_folded_until_asked(open_page, mehr):
    opened = open_page(mehr)
    folded = opened.page.locator("details.folded").first
    assert not folded.locator(".line").first.is_visible()
    opened.page.click("#unfold")
    assert opened.page.locator(".line:visible").count() == 184
    opened.page.click("#unfold")
    assert not folded.locator(".line").first.is_visible()


def test_names_the_layouts_that_were_tried(open_page, mehr):
    opened = open_page(mehr)
    opened.page.click("#language")
    assert opened.page.locator(".attempt").all_inner_texts() == [
        "mehr/1\ntook it\nthe page bears meta:nastooh:code",
        "nastooh/1\nnot tried\nthe page bears meta:nastooh:code",
    ]


def test_marks_what_was_mended(open_page, view_of):
    opened = open_page(view_of(PAGES["irib-5637210-khuzestan-maysan"]))
    mend = opened.page.locator("#article .field-body ins").first
    assert mend.inner_text() == "است."
    mend.hover()
    assert "است.." in opened.page.inner_text(".tooltip")


def test_says_what_came_from_no_line(open_page, view_of):
    html = (
        "<meta property='article:published_time' content='2025-10-07T10:48:00Z'>"
        f"<article><h1>گشایش کارگاه تازه در یزد</h1><p>{PROSE * 3}</p><p>{PROSE}</p></article>"
    )
    opened = open_page(view_of(html))
    row = opened.page.locator("#article dd.field-published_at")
    assert "نه از سطری" in row.inner_text()


def test_shows_the_record_as_json(open_page, mehr):
    opened = open_page(mehr)
    record = opened.page.evaluate("JSON.parse(document.getElementById('record').textContent)")
    assert record["id"] == "mehr:6612207"
    assert len(record["body"]) == 4
    assert list(record)[:3] == ["id", "agency", "agency_name"]


@pytest.mark.parametrize("name", ["ilna-challenge", "mehr-listing-search", "irib-not-found"])
def test_a_page_that_is_no_article_shows_reason_and_lines(open_page, view_of, name):
    opened = open_page(view_of(PAGES[name]))
    assert "مقاله نیست" in opened.page.inner_text("#verdict")
    assert opened.page.locator(".line").count() > 0
    assert opened.page.locator(".line.kept").count() == 0
    assert opened.page.locator(".line:visible").count() == opened.page.locator(".line").count()
    assert opened.page.is_hidden("#record-pane")
    assert opened.errors == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_content_stays_text(open_page, view_of, hostile):
    escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    html = (
        f'<html><head><title>{escaped}</title><base href="https://example.com/">'
        f'<meta http-equiv="refresh" content="0;url=https://example.com/"></head>'
        f'<body onload="document.title=1"><div id="{escaped}" class="{escaped}">{hostile}</div>'
        f"<article><h1>گشایش کارگاه {escaped}</h1><p>{PROSE * 3} {escaped}</p>{hostile}"
        f"<p>{PROSE} {escaped}</p></article><script>document.title='hit'</script></body></html>"
    )
    opened = open_page(view_of(html, "https://example.com/news/1"))
    for n in range(opened.page.locator(".line:visible").count()):
        opened.page.locator(".line:visible").nth(n).focus()
    opened.page.click("#language")
    opened.page.wait_for_timeout(200)
    assert opened.errors == []
    assert opened.requests == []
    assert opened.page.title() == "Page inspection"
    assert opened.page.url.startswith("file:")
    assert opened.page.locator("script").count() == 3
    injected = "body img, body style, body link, body iframe, body a[href]:not(.skip), body base"
    assert opened.page.locator(injected).count() == 0
    assert "\u202e" not in opened.page.evaluate("document.body.innerText")


def test_bidi_overrides_are_shown_not_obeyed(open_page, view_of):
    html = f"<article><h1>گشایش abc \u202edef</h1><p>{PROSE * 3}</p><p>{PROSE}</p></article>"
    opened = open_page(view_of(html))
    assert "⟦U+202E⟧def" in opened.page.locator(".line.as-heading").inner_text()


def test_an_address_is_shown_and_never_followed(open_page, view_of):
    opened = open_page(view_of(PAGES["mehr-6612207-barf-sabalan"]))
    assert opened.page.locator("a[href^='http'], a[href^='javascript' i]").count() == 0


def test_forbids_every_request(open_page, mehr):
    opened = open_page(mehr)
    blocked = opened.page.evaluate(
        """() => new Promise(resolve => {
            const heard = event => resolve(event.effectiveDirective);
            document.addEventListener("securitypolicyviolation", heard);
            const image = new Image(); image.src = "https://example.com/x.png";
        })"""
    )
    assert blocked == "img-src"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1280])
def test_fits_every_width_in_light_and_dark(open_page, mehr, width, scheme):
    opened = open_page(mehr, width=width, scheme=scheme)
    for tab in ("article", "page", "record"):
        if width <= 900:
            opened.page.click(f"#tab-{tab}")
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(part) for part in paper[4:-1].split(",")) > 600) == (scheme == "light")
    assert opened.errors == []


def test_a_phone_shows_one_pane_at_a_time(open_page, mehr):
    opened = open_page(mehr, width=390)
    assert opened.page.is_visible("#article-pane")
    assert not opened.page.is_visible("#page")
    opened.page.click("#tab-page")
    assert opened.page.is_visible("#page")
    assert not opened.page.is_visible("#article-pane")
    opened.page.click("#tab-article")
    opened.page.locator("#article p.field-body").first.click()
    assert opened.page.is_visible("#page")


def test_a_large_page_opens_in_a_second(open_page, view_of):
    items = "".join(f"<li><a href='/{n}'>خبر شماره {n} از فهرست</a></li>" for n in range(3000))
    html = f"<article><h1>گشایش</h1><p>{PROSE * 3}</p><p>{PROSE}</p></article><ul>{items}</ul>"
    opened = open_page(view_of(html))
    assert opened.page.locator(".line").count() == 3003
    assert opened.page.evaluate("performance.getEntriesByName('ready')[0].startTime") < 3000
