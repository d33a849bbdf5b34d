"""Bad input is normal: each kind gets its own clear reason, and quickly."""

import contextlib
import json
import pickle
import random
import time

import pytest

from cleaners import (
    NotAnArticle,
    clean_html,
    clean_text,
    explain_html,
    learn_boilerplate,
    parse_date,
    write_jsonl,
)
from cleaners.markup.pagebytes import MAX_BYTES
from tests.sample_pages import article_pages

SENTENCE = "سازمان آموزش فنی و حرفه‌ای دوره‌های تازه‌ای را در استان‌ها آغاز کرد. "
PAGE = (
    "<!doctype html><html><head><title>آغاز دوره‌های تازه مهارتی</title></head><body>"
    f"<h1>آغاز دوره‌های تازه مهارتی</h1><article><p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p>"
    "</article></body></html>"
)


def reason_of(html: bytes | str, url: str | None = None) -> str:
    with pytest.raises(NotAnArticle) as caught:
        clean_html(html, url)
    assert str(caught.value)  # a sentence for people
    return caught.value.reason


@pytest.mark.parametrize("html", [b"", "", b"   \r\n", b"\xef\xbb\xbf"])
def test_nothing(html: bytes | str) -> None:
    assert reason_of(html) == "empty"


def test_the_page_that_stands_in_place_of_a_filtered_site() -> None:
    frame = '<iframe src="http://10.10.34.34?type=Invalid Site&policy=MainPolicy"></iframe>'
    assert (
        reason_of(f"<html><head><title>M1-6</title></head><body>{frame}</body></html>")
        == "challenge"
    )


def test_page_without_text() -> None:
    assert reason_of(b"<html><body><div></div></body></html>") == "empty"


@pytest.mark.parametrize(
    "html",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b'{"title": "..."}',
        b'<?xml version="1.0"?><rss><channel><item/></channel></rss>',
        "فقط متن، بدون هیچ برچسبی".encode(),
        random.Random(1).randbytes(50_000),
    ],
    ids=["pdf", "png", "json", "feed", "plain text", "noise"],
)
def test_no_page(html: bytes) -> None:
    assert reason_of(html) == "not-html"


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 6_000_000,
        b"<div>" * 100_000,
        b"<ul><li>" * 18_000,
        b"<div>" * 100_000 + "سلام".encode() + b"</div>" * 100_000,
        b"<div " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">",
        b"x" * (MAX_BYTES + 1),
    ],
    ids=[
        "30 MB of div",
        "100,000 nested",
        "18,000 lists",
        "100,000 nested and closed",
        "60,000 attributes",
        "8 MB",
    ],
)
def test_too_large_is_refused_in_no_time(html: bytes) -> None:
    start = time.process_time()
    assert reason_of(html) == "too-large"
    assert time.process_time() - start < 1


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "ul><li", "a><b"])
def test_depth_below_the_limit_is_read_in_bounded_time(tag: str) -> None:
    start = time.process_time()
    with pytest.raises(NotAnArticle):
        clean_html(f"<{tag}>".encode() * 5_000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "tail",
    [
        '<div class="breadcrumb">' * 2_000 + "<a href='/s/1'>کار</a>" * 3_000,
        '<span class="author">علی رضایی</span>' * 8_000,
        "<!--" * 60_000,
        "<script " * 40_000,
        "<p>" + "# مهارت " * 20_000,
        "<p>توسط علی رضایی و " * 5_000,
        f"<div><span>گروه:{' ' * 100_000}</span><span>کار ۱۲ مهر ۱۴۰۴{' ' * 100_000}</span></div>",
    ],
    ids=["breadcrumbs", "authors", "comments", "scripts", "hashtags", "by", "blanks"],
)
def test_what_stands_around_the_text_is_read_in_bounded_time(tail: str) -> None:
    page = PAGE.replace("</article></body></html>", tail)
    start = time.process_time()
    with contextlib.suppress(NotAnArticle):
        clean_html(page, rules=False)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"افتتاح کارگاه تازه شماره {n} در شهر" for n in range(4_000)),
        "\n".join(f"- کارگاه {n}" for n in range(4_000)),
        "\n".join(f"این خط {n} از متن بلند است که " + "کار " * (n % 15 + 8) for n in range(4_000)),
        "کار\n" + "، و کارگاه\n" * 8_000,
    ],
    ids=["headlines", "items", "unfinished lines", "commas"],
)
def test_text_of_many_lines_is_read_in_bounded_time(text: str) -> None:
    start = time.process_time()
    with contextlib.suppress(NotAnArticle):
        clean_text(f"{text}\n{SENTENCE * 4}\n{SENTENCE * 3}")
    assert time.process_time() - start < 4


def test_json_ld_deeper_than_the_stack() -> None:
    author = "[" * 1_200 + '"علی رضایی"' + "]" * 1_200
    script = f'<script type="application/ld+json">{{"author": {author}}}</script>'
    assert clean_html(PAGE.replace("</head>", f"{script}</head>")).title


def test_body_in_json_ld_with_thousands_of_attributes_is_refused_in_no_time() -> None:
    body = json.dumps(f"<p {'a ' * 60_000}>{SENTENCE * 9}</p>")
    script = f'<script type="application/ld+json">{{"articleBody": {body}}}</script>'
    start = time.process_time()
    assert reason_of(f"<html><head>{script}</head><body><h1>خبر</h1></body></html>") == "empty"
    assert time.process_time() - start < 1


def test_a_long_list_of_stories_is_explained_in_bounded_time() -> None:
    rows = "".join(f"<div><p>{STORY.format(n)}</p></div>" for n in range(3_000))
    start = time.process_time()
    explain_html(PAGE.replace("</article>", f"</article><aside>{rows}</aside>{rows}"))
    assert time.process_time() - start < 4


def test_a_refusal_comes_whole_out_of_another_process() -> None:
    refusal = pickle.loads(pickle.dumps(NotAnArticle("empty", "no letters")))
    assert (refusal.reason, refusal.detail) == ("empty", "no letters")
    assert str(refusal) == "the page has no article text: no letters"


def test_deep_page_with_text_does_not_exhaust_the_stack() -> None:
    html = b"<div>" * 3_000 + PAGE.encode()
    with contextlib.suppress(NotAnArticle):
        clean_html(html)


HEAD = "<h1>آغاز دوره‌های تازه مهارتی</h1>"
TEXT = f"<p>{SENTENCE * 3}</p><p>{SENTENCE * 4}</p>"
STORY = "خبر شماره {} از بازار کار استان"
# Half a megabyte of one thing, or as much of it as makes what is quadratic take seconds.
MUCH_OF_ONE_THING = {
    "300 br lines": f"<div>{f'{SENTENCE}<br>' * 300}</div>",
    "2,000 br lines": f"<div>{f'{SENTENCE}<br>' * 2_000}</div>",
    "3,000 named spans in br lines": (
        f"<div>{TEXT}{'<span class=title>عنوان</span> خبر<br>' * 3_000}</div>"
    ),
    "12,000 short paragraphs": f"<div>{TEXT}</div>{'<p>خبر کوتاه</p>' * 12_000}",
    "12,000 rows": f"<div>{TEXT}<table>{'<tr><td>یزد<td>۱۲</tr>' * 12_000}</table></div>",
    "8,000 figures": f"<div>{TEXT}{'<figure><img src=a.jpg><p>عکس</p></figure>' * 8_000}</div>",
    "2,000 radios": f"<div>{TEXT}{'<label><input type=radio>بله</label><br>' * 2_000}</div>",
    "9,000 leads": f"<div>{'<p class=lead>خبر کوتاه</p>' * 9_000}{TEXT}</div>",
    "5,000 tags": (
        f"<div>{TEXT}</div><div class=tags>"
        + "".join(f"<a href='/tag/{n}'>برچسب {n}</a> " for n in range(5_000))
        + "</div>"
    ),
    "380 nested bodies": f"{'<div class=news-body>' * 380}{TEXT}{'<p>خبر کوتاه است.</p>' * 3_000}",
    "4,000 empty names": f"<div>{TEXT}{'<i class=subtitle></i><i class=body></i>' * 4_000}</div>",
    "9,000 headings": f"<div>{TEXT}{'<h2>خبر کوتاه</h2>' * 9_000}</div>",
    "5,000 stories": (
        f"<div>{TEXT}</div><ul>"
        + "".join(f"<li><a href='/news/{n}'>{STORY.format(n)}</a>" for n in range(700_000, 705_000))
        + "</ul>"
    ),
    "5,000 stories in one element": (
        f"<div>{TEXT}</div><div>"
        + "".join(f"<a href='/news/{n}'>{STORY.format(n)}</a><br>" for n in range(700_000, 705_000))
        + "</div>"
    ),
}


@pytest.mark.parametrize("rules", [True, False], ids=["rules", "no rules"])
@pytest.mark.parametrize("inside", MUCH_OF_ONE_THING.values(), ids=MUCH_OF_ONE_THING)
def test_half_a_megabyte_is_read_in_bounded_time(inside: str, rules: bool) -> None:
    """At most four seconds of one processor: work that grows with the square takes a minute."""
    html = PAGE[: PAGE.index("<h1>")] + HEAD + inside
    start = time.process_time()
    article = clean_html(html, "https://www.example.ir/news/1234567/x", rules=rules)
    assert time.process_time() - start < 4
    assert SENTENCE.strip() in article.text


def test_english() -> None:
    text = "<p>" + "The organization opened new courses in all provinces. " * 10 + "</p>"
    assert reason_of(f"<html><body><h1>New courses</h1>{text}</body></html>") == "not-persian"


def test_arabic() -> None:
    text = "قال الوزير في هذا المؤتمر إن على جميع الدول التي شاركت أن تعمل من أجل السلام. "
    assert reason_of(f"<html><body><h1>عنوان</h1><p>{text * 6}</p></body></html>") == "not-persian"


def test_front_page() -> None:
    assert reason_of(PAGE, "https://www.ilna.ir/") == "listing"


def test_soft_404() -> None:
    html = "<html><title>خطا</title><body><p>صفحه مورد نظر شما یافت نشد</p></body></html>"
    assert reason_of(html, "https://example.ir/news/1234567") == "not-found"


@pytest.mark.parametrize("url", ["https://www.example.ir/", "https://www.example.ir/news/1234567"])
def test_page_of_the_server_in_place_of_one_that_has_moved(url: str) -> None:
    body = '<h1>Moved Permanently</h1><p>The document has moved <a href="/">here</a>.</p>'
    page = f"<html><title>301 Moved Permanently</title><body>{body}</body></html>"
    assert reason_of(page, url) == "not-found"


@pytest.mark.parametrize("url", ["https://www.example.ir/", "https://www.example.ir/news/1234567"])
@pytest.mark.parametrize(
    "mark",
    [
        "<h1>در حال بررسی مرورگر، پیش از انتقال به سایت هستیم ...</h1>",
        "<script>window.AR_Key = '__arcsrc'</script>",
        '<script src="/cdn-cgi/assets/js/recaptcha.js"></script>',
    ],
)
def test_captcha_before_the_site(mark: str, url: str) -> None:
    page = f"<html><body><p>برای دسترسی، گزینه زیر را تایید کنید.</p>{mark}</body></html>"
    assert reason_of(page, url) == "challenge"


@pytest.mark.parametrize(
    "says",
    [
        "سایت در حال بروزرسانی می‌باشد. لطفا دقایقی دیگر مراجعه فرمایید.",
        "کاربر گرامی، این سامانه در دست تعمیر است و به زودی باز می‌گردد.",
        "وب‌سایت ما در حال به‌روز رسانی است.",
    ],
)
def test_notice_that_the_site_is_being_mended(says: str) -> None:
    page = (
        f"<html><title>به زودی برمی‌گردیم</title><body><h1>به زودی</h1><p>{says}</p></body></html>"
    )
    assert reason_of(page, "https://example.ir/news/1234567") == "challenge"


@pytest.mark.parametrize(
    "says",
    [
        "مدیرعامل شرکت گفت: سامانه سجام در حال ارتقا است و سرمایه‌گذاران از آن بهره می‌برند.",
        "درگاه ملی مجوزها در دست طراحی است و نسخه تازه آن تا پایان سال به کار می‌افتد.",
        "سایت هسته‌ای استان در حال ساخت است و سال آینده به بهره‌برداری می‌رسد.",
    ],
)
def test_short_article_about_a_service_that_is_being_mended(says: str) -> None:
    page = f"<html><title>خبر تازه</title><body><h1>خبر تازه سازمان</h1><p>{says}</p></body></html>"
    assert clean_html(page, "https://example.ir/news/1234567").body == [says]


def test_article_on_a_site_that_is_being_mended() -> None:
    says = "سامانه ثبت‌نام دوره‌های مهارتی در حال به‌روزرسانی است."
    page = PAGE.replace(SENTENCE * 3, says)
    assert clean_html(page, "https://example.ir/news/1234567").body[0] == says


def test_neither_bytes_nor_text() -> None:
    with pytest.raises(TypeError, match="bytes or str"):
        clean_html(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1256"),
        ("utf-8", None),
        ("cp1256", "windows-1256"),
        ("cp1256", "utf-8"),
        ("cp1256", None),
        ("utf-16", None),
    ],
)
def test_encoding(encoding: str, declared: str | None) -> None:
    page = PAGE.replace("ی", "ي")  # windows-1256 has no Persian yeh
    content_type = f"text/html; charset={declared}" if declared else None
    article = clean_html(page.encode(encoding), content_type=content_type)
    assert article.title == "آغاز دوره‌های تازه مهارتی"


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    raw = bytearray(PAGE.encode())
    raw[len(raw) // 2] = 0xFF
    assert clean_html(bytes(raw)).title == "آغاز دوره‌های تازه مهارتی"


@pytest.mark.parametrize("charset", ["x-nonsense", "base64", "undefined", "punycode", "\udcff"])
def test_declared_encoding_that_is_none(charset: str) -> None:
    page = PAGE.replace("ی", "ي").encode("cp1256")
    article = clean_html(page, content_type=f"text/html; charset={charset}")
    assert article.title == "آغاز دوره‌های تازه مهارتی"


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.95])
def test_truncated_page(share: float) -> None:
    """A cut page gives an article or a reason, and never an error."""
    page = article_pages()[0]
    raw = page.read()
    try:
        article = clean_html(raw[: int(len(raw) * share)], page.url)
    except NotAnArticle:
        return
    assert set(article.body) - {article.body[-1]} <= set(clean_html(raw, page.url).body)


@pytest.mark.parametrize("seed", range(20))
def test_noise_around_a_page(seed: int) -> None:
    rng = random.Random(seed)
    raw = bytearray(PAGE.encode())
    for _ in range(20):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    with contextlib.suppress(NotAnArticle):
        clean_html(bytes(raw))


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    clean_html(PAGE)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "broken",
    [
        '<img src="http://[bad/x.jpg">',
        '<link rel="canonical" href="http://[bad/x">',
        '<meta property="og:url" content="http://a.ir:99999/x">',
    ],
)
def test_broken_address_on_the_page_costs_only_itself(broken: str) -> None:
    page = PAGE.replace("<article>", f"<article>{broken}")
    for url in ("https://www.example.ir/news/1234567/x", None):
        article = clean_html(page, url)
        assert article.title == "آغاز دوره‌های تازه مهارتی"
        assert article.images == []


@pytest.mark.parametrize("url", ["http://[::1", "http://a.ir:99999/news/123", "not a url", ""])
def test_broken_address_of_the_page(url: str) -> None:
    article = clean_html(PAGE, url)
    assert article.url is None
    assert article.id == f"unknown:{article.fingerprint[:16]}"


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: clean_html("<p>متن</p>", b"https://a.ir/1"), "url is a str"),
        (lambda: clean_html("<p>متن</p>", profile="a.toml"), "SiteProfile.load"),
        (lambda: parse_date(None), "not NoneType"),
        (lambda: learn_boilerplate([b"<p>"]), "pairs of a page and its URL"),
        (lambda: write_jsonl("articles.jsonl", [{}]), "not dict"),
    ],
)
def test_another_type_is_named(call, word, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TypeError, match=word):
        call()
    assert not list(tmp_path.iterdir())


LONG_PAGE = (
    "<!doctype html><html><head><title>آغاز دوره‌های تازه مهارتی</title></head><body>"
    '<div class="page"><h1>آغاز دوره‌های تازه مهارتی</h1><div class="text">'
    + "".join(f"<p>{SENTENCE * 3} نوبت {n}.</p>" for n in range(9))
    + '</div></div><div class="footer"><p>همه حقوق محفوظ است.</p></div></body></html>'
)


@pytest.mark.parametrize(
    ("page", "is_truncated"),
    [
        (LONG_PAGE, False),
        (LONG_PAGE[: LONG_PAGE.index("نوبت 4") - 20], True),
        (LONG_PAGE[: LONG_PAGE.index("نوبت 4") + 11], True),
        (LONG_PAGE[: LONG_PAGE.index("</div>")], True),
        (LONG_PAGE[: LONG_PAGE.index("حقوق")], False),
        (LONG_PAGE.replace("</body></html>", ""), False),
        (LONG_PAGE[LONG_PAGE.index("<div") : LONG_PAGE.index('<div class="footer"')], False),
        (
            LONG_PAGE[LONG_PAGE.index("<h1") : LONG_PAGE.index("</div>")].replace("<div", "<p"),
            False,
        ),
        (LONG_PAGE[: LONG_PAGE.index("</div>") + len("</div>")], False),
        (
            LONG_PAGE[LONG_PAGE.index("<div") : LONG_PAGE.index('<div class="footer"')]
            + "<!-- <div> --><script>'<div>'</script>",
            False,
        ),
    ],
    ids=[
        "whole",
        "in a sentence",
        "between paragraphs",
        "after the last paragraph",
        "in the footer",
        "without its last tags",
        "a fragment",
        "paragraphs alone",
        "after the text's box",
        "with a tag in a comment and in a script",
    ],
)
def test_half_a_text_is_said_to_be_one(page: str, is_truncated: bool) -> None:
    assert ("truncated" in clean_html(page).warnings) is is_truncated


def test_half_a_letter_at_the_end_is_left_out() -> None:
    cut = LONG_PAGE.encode()[: LONG_PAGE.encode().index("نوبت 4".encode()) - 40]
    article = clean_html(cut[:-1] if cut[-1] & 0xC0 == 0x80 else cut + b"\xd9")
    assert "truncated" in article.warnings
    assert "\ufffd" not in article.text
