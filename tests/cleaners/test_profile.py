"""What repeats across the pages of a site is not the article."""

from pathlib import Path

import pytest

from cleaners import SiteProfile, clean_html, learn_boilerplate
from cleaners.persian.folding import fold
from tests.sample_pages import article_pages, sample_pages

SENTENCES = (
    "مدیر مرکز گفت: شش کارگاه جوشکاری، برق و خیاطی در این ساختمان آماده شده و {n} تن نام نوشته‌اند.",
    "وی افزود: هزینه ساخت مرکز شماره {n} را خیران پرداخته‌اند و زمین آن را شهرداری داده است.",
    "به گفته این مسئول، دوره {n} از مهر آغاز می‌شود و کارآموزان پس از آزمون گواهینامه می‌گیرند.",
)
PROMOTION = (
    "این پایگاه با کوشش گروهی از خبرنگاران جوان اداره می‌شود و از پیشنهادهای خوانندگان استقبال"
    " می‌کند؛ یادداشت‌های خود را برای ما بفرستید تا با نام خودتان منتشر شود."
)


def page(number: int) -> bytes:
    """A page without telling names, with the site's own words in the middle of the text."""
    first, second, third = (sentence.format(n=number) for sentence in SENTENCES)
    return f"""<html><head><title>مرکز مهارت شماره {number} گشایش یافت</title></head><body>
    <div class="xa"><h2 class="xb">مرکز مهارت شماره {number} گشایش یافت</h2>
    <div class="xc"><p>{first}</p><p>{second}</p><p>{PROMOTION}</p><p>{third}</p></div></div>
    <p>همه خبرهای شهر در یک نگاه</p></body></html>""".encode()


PAGES = [(page(number), f"https://news.example.ir/news/10000{number}") for number in range(1, 7)]


@pytest.fixture(scope="module")
def profile() -> SiteProfile:
    return learn_boilerplate(PAGES[:5])


def test_recurring_lines_are_learned(profile: SiteProfile) -> None:
    assert set(profile.lines) == {PROMOTION, "همه خبرهای شهر در یک نگاه"}


def test_elements_of_title_and_text_are_learned(profile: SiteProfile) -> None:
    assert profile.title == ("h2.xb",)
    assert profile.body == ("div.xc",)
    assert (profile.host, profile.pages) == ("news.example.ir", 5)


def test_without_the_profile_the_site_speaks_in_the_article() -> None:
    assert PROMOTION in clean_html(*PAGES[5], normalize=False).body


def test_with_the_profile_it_does_not(profile: SiteProfile) -> None:
    article = clean_html(*PAGES[5], normalize=False, profile=profile)
    assert article.body == [sentence.format(n=6) for sentence in SENTENCES]
    assert article.title == "مرکز مهارت شماره 6 گشایش یافت"


def test_the_record_says_whether_a_profile_was_used(profile: SiteProfile) -> None:
    with_it, without = clean_html(*PAGES[5], profile=profile), clean_html(*PAGES[5])
    assert with_it.extractor == f"{without.extractor}+profile"
    assert without.extractor.startswith("generic/")


def test_a_page_that_a_rule_covers_needs_no_profile(profile: SiteProfile) -> None:
    one = next(page for page in article_pages() if page.agency == "mehr")
    article = clean_html(one.read(), one.url, content_type=one.content_type, profile=profile)
    assert "profile" not in article.extractor


def test_any_line_is_saved_and_read_again(tmp_path: Path) -> None:
    one = SiteProfile("www.example.ir", 0, lines=('"کپی"\\', "نظر\x7f\x01"))
    one.save(tmp_path / "x.toml")
    assert SiteProfile.load(tmp_path / "x.toml").lines == one.lines


def test_saved_and_read_again(profile: SiteProfile, tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    profile.save(path)
    again = SiteProfile.load(path)
    assert (again.lines, again.body, again.title) == (profile.lines, profile.body, profile.title)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("version = 1", "host"),
        ("hosts = [", "TOML"),
        ('hosts = ["a.ir"]\nbodyy = ["p"]', "no bodyy"),
        ('hosts = ["a.ir"]\nbody = "p"', "list of texts"),
        ('hosts = ["a.ir"]\ntags = ["p["]', "not a selector"),
        ('hosts = ["a.ir", "b.ir"]', "one host"),
        ('hosts = ["a.ir"]\ntitle = ["meta:og:title"]', "not a selector"),
        ('hosts = [""]', "names no host"),
        ('hosts = "a.ir"', "list of texts"),
        ("hosts = [1]", "list of texts"),
        ('hosts = ["a.ir"]\npublished = ["meta:"]', "'meta:', which names nothing"),
        ('hosts = ["a.ir"]\ncode = ["@content"]', "'@content', which names nothing"),
    ],
    ids=[
        *("no host", "no TOML", "no such key", "no list", "no selector", "two hosts"),
        *("a place that is no selector", "an empty host", "no list of hosts", "a number"),
        *("a meta without a key", "an attribute of nothing"),
    ],
)
def test_file_that_is_no_profile(text: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=word):
        SiteProfile.load(path)


def test_too_few_articles() -> None:
    with pytest.raises(ValueError, match="two different articles"):
        learn_boilerplate([PAGES[0], (b"<html></html>", None)])


@pytest.mark.parametrize("agency", ["ilna", "mehr", "irib"])
def test_profile_of_a_sample_site_does_no_harm(agency: str) -> None:
    pages = [p for p in article_pages() if p.agency == agency]
    profile = learn_boilerplate([(p.read(), p.url) for p in pages[:5]])
    assert pages[5:]
    for one in pages[5:]:
        plain = clean_html(one.read(), one.url, rules=False, content_type=one.content_type)
        guided = clean_html(
            one.read(), one.url, rules=False, content_type=one.content_type, profile=profile
        )
        assert fold(" ".join(guided.body)) == fold(" ".join(plain.body))


def test_what_a_person_added_counts(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text(
        'hosts = ["example.ir"]\ndrop = [".z1"]\ncode = [".z2"]\ntags = [".z3 b"]\n'
        'section = [".z4"]\nkicker = [".z5"]\npublished = [".z6@data-day"]\n',
        "utf-8",
    )
    text = "".join(f"<p>{SENTENCES[0].format(n=n)}</p>" for n in range(4))
    html = (
        "<h1>مرکز مهارت شماره هفت گشایش یافت</h1><div class=z5>در آیین گشایش</div><div class=z6 "
        f"data-day='۱۴۰۴/۰۷/۱۵ ۱۰:۳۰'></div>"
        f"<div>{text}<div class=z1><p>{SENTENCES[1] * 3}</p></div>"
        "</div><i class=z2>م-۴۵۸۷</i><u class=z3><b>مهارت</b><b>کار</b></u><i class=z4>استان</i>"
    )
    article = clean_html(html, "https://example.ir/x", profile=SiteProfile.load(path))
    assert len(article.body) == 4
    assert article.news_code == "4587"
    assert article.tags == ["مهارت", "کار"]
    assert article.section == ["استان"]
    assert article.kicker == "در آیین گشایش"
    assert article.published_at == "2025-10-07T10:30:00+03:30"


def test_the_same_article_twice_teaches_once() -> None:
    with pytest.raises(ValueError, match="1 could be read"):
        learn_boilerplate([PAGES[0], PAGES[0]])


def test_pages_of_two_sites_make_no_profile() -> None:
    other = (PAGES[1][0], "https://other.ir/news/1")
    with pytest.raises(ValueError, match="several sites"):
        learn_boilerplate([PAGES[0], other])


def test_an_address_that_pages_state_counts_more_than_the_site_that_is_given() -> None:
    pages = [(stating(body, url), None) for body, url in PAGES]
    assert learn_boilerplate(pages, site="https://www.other.ir/").host == "news.example.ir"
    pages[0] = (stating(PAGES[0][0], "https://third.ir/news/1"), None)
    with pytest.raises(ValueError, match="several sites"):
        learn_boilerplate(pages, site="https://www.other.ir/")


def stating(body: bytes, url: str) -> bytes:
    return body.replace(b"<head>", f'<head><link rel="canonical" href="{url}">'.encode())


def test_the_site_that_is_given_is_that_of_pages_without_an_address() -> None:
    pages = [(body, None) for body, _ in PAGES]
    assert learn_boilerplate(pages, site="https://www.other.ir/").host == "other.ir"


@pytest.mark.parametrize("agency", ["ilna", "mehr", "irib"])
def test_what_clean_html_refuses_teaches_nothing(agency: str) -> None:
    pages = [page for page in sample_pages() if page.agency == agency]
    articles = [page for page in pages if page.kind == "article"]
    of_all, of_articles = (
        learn_boilerplate([(page.read(), page.url) for page in some]) for some in (pages, articles)
    )
    assert of_all == of_articles
    assert of_all.pages == len(articles)


def test_the_front_page_teaches_nothing() -> None:
    front = (PAGES[5][0], "https://news.example.ir/")
    assert learn_boilerplate([*PAGES[:5], front]).pages == 5


def test_the_order_of_the_pages_does_not_matter() -> None:
    note = "<p>یادداشت سردبیر</p>".encode()
    above = [(body.replace(b"<body>", b"<body>" + note), url) for body, url in PAGES[:3]]
    below = [(body.replace(b"</body>", note), url) for body, url in PAGES[3:]]
    one, other = learn_boilerplate([*above, *below]), learn_boilerplate([*below, *above])
    assert len(one.lines) == 3
    assert one == other


HEADLINES = (
    "پنج پیشنهاد برای مهار آلودگی هوا در شهرهای بزرگ",
    "زمان واریز سود سهام عدالت مشخص شد",
    "مرکز مهارت شماره 2 گشایش یافت",
)


def beside_headlines(body: bytes, first: int) -> bytes:
    """A page with a box of the same stories, in which the one that is the page's has no link."""
    links = [
        f'<li><a href="/news/20000{number}">{headline}</a></li>'
        for number, headline in enumerate(HEADLINES[:first])
    ]
    rest = [f"<p>{headline}</p>" for headline in HEADLINES[first:]]
    box = f"<div><b>پربازدیدترین‌ها</b><ul>{''.join(links)}</ul>{''.join(rest)}</div>"
    return body.replace(b"</body>", box.encode())


@pytest.mark.parametrize("linked", [1, 2, 3])
def test_headlines_that_recur_are_no_lines_of_the_site(linked: int) -> None:
    """Neither links to other stories nor the titles of the learned articles themselves."""
    kept = (*HEADLINES[:linked], HEADLINES[2])
    learned = learn_boilerplate([(beside_headlines(body, linked), url) for body, url in PAGES])
    assert "پربازدیدترین‌ها" in learned.lines
    assert not set(kept) & set(learned.lines)
    article = clean_html(
        beside_headlines(PAGES[0][0], 3), PAGES[0][1], normalize=False, profile=learned
    )
    assert article.body == [sentence.format(n=1) for sentence in SENTENCES]


def test_a_link_of_the_site_itself_is_a_line_of_the_site() -> None:
    promotion = "برای عضویت در خبرنامه روزانه ما این پیوند را باز کنید"
    line = f'<p><a href="/newsletter">{promotion}</a></p></body>'.encode()
    pages = [(body.replace(b"</body>", line), url) for body, url in PAGES]
    assert promotion in learn_boilerplate(pages).lines


def test_what_is_the_title_of_several_articles_is_the_site_s() -> None:
    name = "پایگاه خبری مهارت و کار استان"
    pages = [
        (body.split(b"<h2")[0] + f"<h1>{name}</h1>".encode() + body.split(b"</h2>")[1], url)
        for body, url in PAGES
    ]
    assert name in learn_boilerplate(pages).lines


def test_pages_of_no_known_site_make_no_profile() -> None:
    """A file that names no host could not be read again."""
    with pytest.raises(ValueError, match="do not say which site they are from: give an address"):
        learn_boilerplate([(body, None) for body, _ in PAGES])


def dated(number: int) -> bytes:
    """A page on which the date stands in the element of the whole article, and in a small one."""
    date = f'<span class="pubdate">۱۴۰۴/۰۷/{10 + number}</span>'
    paragraphs = "".join(f"<p>{sentence.format(n=number)}</p>" for sentence in SENTENCES)
    title = f"مرکز مهارت شماره {number} گشایش یافت"
    return f"""<html><head><title>{title}</title></head><body><div class="main">
    <h1 class="headline">{title}</h1>تاریخ انتشار: {date}
    {paragraphs}</div></body></html>""".encode()


def test_the_element_of_a_date_is_the_one_that_holds_only_the_date() -> None:
    pages = [(dated(number), f"https://news.example.ir/news/20000{number}") for number in range(6)]
    assert learn_boilerplate(pages).published == ("span.pubdate",)
