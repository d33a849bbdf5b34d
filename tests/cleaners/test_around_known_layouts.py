"""Breadcrumb and authors around the text of a page that the rules of a family read."""

import pytest

from cleaners import Article, clean_html
from tests.bare_pages import BODY, TEXT, TITLE

URL = "https://www.khabar-nemoune.ir/fa/news/1815/x"
CRUMBS = '<a href="/fa/s/2">جامعه</a> » <a href="/fa/s/2/9">شهر</a>'
META = '<meta property="article:section" content="شهر">'
CARD = '<h3><a href="/fa/news/1790/y">خبر دیگری از همین شهر و روستا</a></h3>'


def iransamaneh(above: str, *, head: str = META) -> Article:
    html = f"""<html><head><title>{TITLE}</title><link href="/client/themes/x.css">{head}</head>
        <body><header><a href="/">خبر نمونه</a></header><div><div>{above}</div>
        <div><article><h1 class="title">{TITLE}</h1><div class="body">{BODY}</div></article></div>
        <div class="other"><div class="news_path"><a href="/fa/s/7">ورزش</a></div></div></div>"""
    article = clean_html(html, URL)
    assert article.extractor.startswith("iransamaneh")
    return article


def test_breadcrumb_above_the_article_says_more_than_the_meta() -> None:
    assert iransamaneh(f'<div class="news_path">{CRUMBS}</div>').section == ["جامعه", "شهر"]


@pytest.mark.parametrize(
    "above",
    [
        "",
        f'<div class="news_path">{"".join(f"<a href=/{n}>بخش {n}</a>" for n in range(9))}</div>',
        f'<div>{CARD}<div class="news_path"><a href="/fa/s/5">سیاسی</a></div></div>',
        '<aside><div class="news_path"><a href="/fa/s/5">سیاسی</a></div></aside>',
    ],
)
def test_crumbs_of_a_menu_or_of_another_story_are_not_the_articles(above: str) -> None:
    assert iransamaneh(above).section == ["شهر"]


def test_breadcrumb_that_stands_elsewhere_counts_where_no_meta_names_a_section() -> None:
    assert iransamaneh("", head="").section == ["ورزش"]


def wordpress(
    author: str = "",
    above: str = "",
    below: str = "",
    more: str = "",
    kicker: str = "",
    excerpt: str = "",
) -> Article:
    html = f"""<html><head><title>{TITLE}</title><meta name="generator" content="WordPress 6.4">
        {META}</head><body>{above}<main><article id="post-12" class="post-12 post hentry">
        <header class="entry-header">{kicker}<h1 class="entry-title">{TITLE}</h1>
        <div class="entry-meta">{author}</div></header>{excerpt}
        <div class="entry-content">{BODY}{more}</div>{below}</article></main></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/12/")
    assert article.extractor.startswith("wordpress")
    return article


def test_breadcrumb_above_a_post() -> None:
    above = f'<div class="breadcrumbs"><a href="/">خانه</a> / {CRUMBS}</div>'
    assert wordpress(above=above).section == ["جامعه", "شهر"]


@pytest.mark.parametrize(
    "author",
    [
        '<a rel="author" href="/author/rk/">رضا کاظمی</a>',
        '<span class="byline">نوشته <a href="/author/rk/">رضا کاظمی</a></span>',
        '<span itemprop="author" itemscope><b itemprop="name">رضا کاظمی</b></span>',
        '<span class="author">رضا کاظمی</span>',
    ],
)
def test_author_of_a_post(author: str) -> None:
    assert wordpress(author).authors == ["رضا کاظمی"]


@pytest.mark.parametrize("name", ["admin", "مدیر سایت", "rkazemi", "همه نوشته‌های رضا کاظمی"])
def test_who_is_no_author_of_a_post(name: str) -> None:
    assert wordpress(f'<a rel="author" href="/author/rk/">{name}</a>').authors == []


@pytest.mark.parametrize(
    "below",
    [
        f'<div>{CARD}<a rel="author" href="/author/rk/">رضا کاظمی</a></div>',
        '<div class="comments"><a rel="author" href="/author/rk/">رضا کاظمی</a></div>',
        '<aside><a rel="author" href="/author/rk/">رضا کاظمی</a></aside>',
    ],
)
def test_author_of_something_else(below: str) -> None:
    assert wordpress(below=below).authors == []


def test_author_whom_a_sentence_of_a_post_names() -> None:
    name = '<a href="/author/rk/">رضا کاظمی</a>'
    sentence = f"<p>پیش‌تر {name} در یادداشتی به این موضوع پرداخته بود.</p>"
    assert wordpress(more=sentence).authors == []


def nastooh(name: str) -> Article:
    html = f"""<html><head><title>{TITLE}</title><meta name="nastooh:nid" content="1815"></head>
        <body><div><p class="x1">سخنگوی شورا پس از نشست گفت:</p><h1 class="{name}">{TITLE}</h1>
        <div itemprop="articleBody">{BODY}</div>
        <div>برچسب‌ها: <a href="/k/1">شورا</a> <a href="/k/2">قانون</a></div></div></body></html>"""
    article = clean_html(html, URL)
    assert article.extractor.startswith("nastooh")
    return article


def test_page_without_any_of_a_layouts_names_is_read_for_what_the_layout_missed() -> None:
    article = nastooh("x2")
    assert article.kicker == "سخنگوی شورا پس از نشست گفت:"
    assert article.tags == ["شورا", "قانون"]


def test_page_with_a_layouts_names_has_what_the_layout_found() -> None:
    article = nastooh("title")
    assert (article.kicker, article.tags) == (None, [])


def test_heading_above_the_title_is_the_kicker_of_a_post() -> None:
    assert wordpress(kicker="<h5>سخنگوی شورا خبر داد:</h5>").kicker == "سخنگوی شورا خبر داد:"


@pytest.mark.parametrize(
    "line",
    [
        '<a href="/c/2" rel="category tag">اجتماعی</a>',
        '<a href="/">خانه</a> / <a href="/c/2">جامعه</a>',
        "شنبه ۱۵ مهر ۱۴۰۲ - ۱۰:۲۵",
        "کد خبر: ۸۱۲",
        "نویسنده: علی رضایی",
        "۱۲۳ بازدید",
        "وبلاگ",
        "نوای سمنان؛ پایگاه خبری استان",
    ],
)
@pytest.mark.parametrize("kind", ["h3", "h5"])
def test_other_heading_above_the_title_is_no_kicker(kind: str, line: str) -> None:
    assert wordpress(kicker=f"<{kind}>{line}</{kind}>").kicker is None


def test_excerpt_above_a_post_is_its_lead() -> None:
    lead = "شورا درباره نامه‌هایی که از شهرها رسیده بود رأی تازه‌ای داد."
    article = wordpress(excerpt=f'<div class="excerpt"><p>{lead}</p></div>')
    assert (article.lead, article.body) == (lead, TEXT)


@pytest.mark.parametrize(
    "excerpt",
    [f"{TEXT[0][:60]}…", f"{TEXT[0][:60]} [&hellip;]", TEXT[0][:60], "ادامه مطلب", "۱۲ بازدید"],
)
def test_beginning_of_the_text_is_no_lead(excerpt: str) -> None:
    article = wordpress(excerpt=f'<div class="excerpt">{excerpt}</div>')
    assert (article.lead, article.body) == (None, TEXT)


def test_first_sentence_of_the_text_is_no_lead() -> None:
    begun, more = f"{TEXT[0]} {TEXT[1]}", "".join(f"<p>{line}</p>" for line in TEXT[2:])
    head = f'<h1>{TITLE}</h1><div class="excerpt">{TEXT[0]}</div>'
    post = f'<article class="post">{head}<div class="entry-content"><p>{begun}</p>{more}</div>'
    article = clean_html(post, "https://www.nemoune.ir/12/", normalize=False)
    assert (article.lead, article.body) == (None, [begun, *TEXT[2:]])


def stated(author: str, *, rules: bool) -> Article:
    html = f"""<html><head><title>{TITLE}</title><meta name="generator" content="aasaam">
        <meta property="og:site_name" content="سپیدار"><script type="application/ld+json">
        {{"@type":"NewsArticle","author":{author}}}</script></head><body><article>
        <h1 class="title">{TITLE}</h1><p class="author_box"><a href="/author/3">مریم رضایی</a></p>
        <div class="echo_detail">{BODY}</div></article></body></html>"""
    return clean_html(html, URL, rules=rules)


@pytest.mark.parametrize("rules", [True, False])
@pytest.mark.parametrize(
    ("author", "name"),
    [
        ('{"@type":"Organization","name":"سپید"}', "مریم رضایی"),
        ('{"@type":"Person","name":"سپیدار"}', "مریم رضایی"),
        ('{"@type":"Person","name":"رضا کاظمی"}', "رضا کاظمی"),
        ('{"@type":["Person"],"name":"رضا کاظمی"}', "رضا کاظمی"),
        ('"رضا کاظمی"', "رضا کاظمی"),
    ],
)
def test_whom_json_ld_calls_the_author(author: str, name: str, *, rules: bool) -> None:
    assert stated(author, rules=rules).authors == [name]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<ul><li>مریم رضایی</li><li>رضا کاظمی</li></ul>", ["مریم رضایی", "رضا کاظمی"]),
        ('<a href="/a">الهام نداف</a> <a href="/b">رضا کاظمی</a>', ["الهام نداف", "رضا کاظمی"]),
        ("<b>مریم رضایی</b> <small>پژوهشگر</small>", ["مریم رضایی"]),
        ("<b>مریم</b> <b>رضایی</b>", ["مریم رضایی"]),
        ("مریم رضایی و رضا کاظمی", ["مریم رضایی", "رضا کاظمی"]),
        ("نویسنده: مریم رضایی", ["مریم رضایی"]),
        ("کار و کارگر", ["کار و کارگر"]),
        ("شهاب ژوبین و مینا رهنما", ["شهاب ژوبین", "مینا رهنما"]),
        ("مریم رضایی، استاد دانشگاه", ["مریم رضایی، استاد دانشگاه"]),
    ],
)
def test_names_side_by_side(author: str, names: list[str]) -> None:
    html = f"""<html><head><link href="/client/themes/x.css"></head><body><article>
        <h1 class="title">{TITLE}</h1><div class="news_author">{author}</div>
        <div class="body">{BODY}</div></article></body></html>"""
    assert clean_html(html, URL).authors == names


def test_two_writers_in_an_element_that_the_rules_do_not_name() -> None:
    author = '<div class="wp-block-post-author-name">مریم رضایی و رضا کاظمی</div>'
    assert wordpress(author).authors == ["مریم رضایی", "رضا کاظمی"]


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>گزارش: مریم میربلوچ</p><p>عکس: رضا کاظمی</p>", ["مریم میربلوچ", "رضا کاظمی"]),
        ("<p>خبرنگار: مریم رضایی</p>", ["مریم رضایی"]),
        ("<p>خبرنگار: مریم رضایی</p><p>انتهای خبر/</p>", ["مریم رضایی"]),
        ("<p>عکس: آرشیو سپیدار</p>", []),
        ("<p>خبرنگار: شما چه آرزویی دارید؟</p><p>هیچ.</p>", []),
        ("<p>کارگردان: علی محمدی</p><p>نویسنده: مریم رضایی</p>", []),
        ("<p>نویسنده: مریم رضایی</p><p>طراح صحنه: علی محمدی</p>", []),
        ("<p>خبرنگار: چرا؟</p><p>قانون است.</p><p>خبرنگار: حرف آخر</p><p>سپاس.</p>", []),
    ],
)
def test_who_is_named_below_the_text(below: str, names: list[str]) -> None:
    assert wordpress(more=below).authors == names


def test_written_above_counts_more_than_below() -> None:
    author = '<span class="byline"><a href="/author/3">مریم رضایی</a></span>'
    assert wordpress(author, more="<p>عکس: رضا کاظمی</p>").authors == ["مریم رضایی"]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (f"{TITLE} - مهارت شمال", TITLE),
        (f"{TITLE} | روزنامه خراسان", TITLE),
        (f"{TITLE} - گزارش تصویری", f"{TITLE} - گزارش تصویری"),
        (f"{TITLE} - شمال", f"{TITLE} - شمال"),
    ],
)
def test_title_in_a_bar_above_the_post(stated: str, title: str) -> None:
    html = f"""<html><head><meta name="generator" content="WordPress 6.4">
        <meta property="og:site_name" content="مهارت شمال | اخبار">
        <meta property="og:title" content="{stated}"></head><body>
        <div class="bar"><h1 class="entry-title">{TITLE}</h1></div><main><article class="post">
        <div class="entry-content">{BODY}</div></article></main></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/12/", normalize=False)
    assert (article.title, article.extractor) == (title, "wordpress/1")


@pytest.mark.parametrize(
    ("last", "stays"),
    [("م.ن", False), ("ط ا", False), ("الف.", True), ("م. نیک‌منش", True)],
)
def test_initials_alone_below_the_text(last: str, *, stays: bool) -> None:
    html = f"""<html><head><link href="/client/themes/x.css"></head><body><article>
        <h1 class="title">{TITLE}</h1><div class="body">{BODY}<p>{last}</p></div></article></body>
        </html>"""
    article = clean_html(html, URL, normalize=False)
    assert article.body == [*TEXT, *([last] if stays else [])]


def test_tags_of_the_text_in_what_is_called_a_widget() -> None:
    tags = '<a rel="tag" href="/tag/1">جوشکاری</a> <a rel="tag" href="/tag/2">کاشان</a>'
    assert wordpress(below=f'<div class="widget tags">{tags}</div>').tags == ["جوشکاری", "کاشان"]
    assert wordpress(below=f'<aside class="tags">{tags}</aside>').tags == ["جوشکاری", "کاشان"]
    assert wordpress(below=f'<aside class="widget widget_tag_cloud">{tags}</aside>').tags == []


def test_headlines_of_a_roundup_above_longer_comments() -> None:
    parts = "".join(
        f'<div class="part"><h3><a href="/20250{n}/">گشایش کارگاه شماره {n} در شهر کاشان</a></h3>'
        f"<p>این کارگاه با حضور مربیان شماره {n} گشوده شد و از فردا هنرجو می‌پذیرد.</p></div>"
        for n in range(1, 9)
    )
    comment = "<p>سپاس از این خبر خوب که به ما دادید؛ امیدواریم کارگاه‌های دیگری هم باز شود.</p>"
    article = wordpress(more=f"{parts}<h3>نظرات کاربران</h3>{comment * 20}")
    assert sum(line.startswith("گشایش کارگاه") for line in article.body) == 8
