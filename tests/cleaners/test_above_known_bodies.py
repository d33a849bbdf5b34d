"""What stands above the text under names that the layout of the page's family does not know."""

import pytest

from cleaners import Article, clean_html
from tests.bare_pages import BODY, TEXT, TITLE

LEAD = "شورا در نشست امروز خود نامه‌هایی را که درباره این اصل رسیده بود یک به یک خواند."
SECOND = "نظر شورا تا پایان هفته آماده می‌شود و به دولت می‌رسد."
OTHER = "آغاز دوره آموزشی نجاری در روستاهای شمال"
FRONT = '<a href="/">خانه</a>'


def wordpress(
    below: str = "", *, above: str = "", menu: str = "", title: str = f"<h1>{TITLE}</h1>"
) -> Article:
    html = f"""<html><head><title>{TITLE}</title><meta name="generator" content="WordPress 6.4">
        </head><body>{menu}<article class="post"><div class="q1">{above}{title}</div>{below}
        <div class="entry-content">{BODY}</div></article></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/12/", normalize=False)
    assert article.extractor.startswith("wordpress")
    assert article.body == TEXT
    return article


@pytest.mark.parametrize(
    ("below", "lead"),
    [
        (f'<div class="news_lead"><p>{LEAD}</p></div>', LEAD),
        (f'<div class="news_lead"><p>{LEAD}</p><p>{SECOND}</p></div>', f"{LEAD} {SECOND}"),
        (f'<div class="news_lead"><img src="/1.jpg"><p>{LEAD}</p></div>', LEAD),
        (f'<div class="news_chekide">{LEAD}</div>', LEAD),
        (f'<figure><img src="/1.jpg"></figure><b class="intro">{SECOND}</b>', SECOND),
        # Other stories, parts of the page, the text's own beginning, a headline, two texts.
        (f'<div class="intro"><p><a href="/13/">{LEAD}</a></p></div>', None),
        (
            f'<div class="q2"><h3><a href="/13/">{OTHER}</a></h3><p class="intro">{LEAD}</p></div>',
            None,
        ),
        (f'<aside><p class="intro">{LEAD}</p></aside>', None),
        (f'<div class="related"><p class="intro">{LEAD}</p></div>', None),
        (f'<div class="intro"><p>{TEXT[0][:60]}…</p></div>', None),
        (f'<div class="intro"><p>{LEAD[:-1]}</p></div>', None),
        (f'<div class="intro">{LEAD}</div><div class="news_lead"><p>{SECOND}</p></div>', None),
        # What nothing calls the lead may be a caption, a notice, who wrote the text, a quotation.
        (f'<div class="q2"><img src="/1.jpg"></div><div class="q2"><p>{LEAD}</p></div>', None),
        ('<div class="q2"><p>پاسخ شورا درباره این اصل به نامه‌ها افزوده خواهد شد.</p></div>', None),
        (f'<div class="writer-desc"><p>{LEAD}</p></div>', None),
        (f'<div class="q2"><p>{TEXT[2]}</p></div>', None),
    ],
)
def test_prose_between_title_and_text_that_is_called_the_lead(below: str, lead: str | None) -> None:
    assert wordpress(below).lead == lead


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<div class="reporter">مریم رضایی | خبرنگار گروه جامعه</div>', ["مریم رضایی"]),
        # A photographer writes only photo pages.
        ('<span class="photographer">عکاس: مریم رضایی</span>', []),
        ('<span class="book-author">مریم رضایی</span>', []),
        ('<b class="author-of-quote">مریم رضایی</b>', []),
        ('<b class="authority">مریم رضایی</b>', []),
        ('<ul><li class="reporter">مریم رضایی</li><li class="reporter">حمید کریمی</li></ul>', []),
        ('<b class="writer-name">نويسنده: مریم رضایی</b>', ["مریم رضایی"]),
        ('<b class="writer-name">مترجم: مریم رضایی</b>', ["مریم رضایی"]),
        ('<p class="author-box"><img src="/u.jpg">مریم رضایی / نویسنده نشریه</p>', ["مریم رضایی"]),
        ('<div class="reporter">گروه جامعه</div>', []),
        ('<div class="reporter"><a href="/reporters/">همه خبرنگاران ما</a></div>', []),
    ],
)
def test_author_above_the_text(byline: str, authors: list[str]) -> None:
    assert wordpress(byline).authors == authors
    assert wordpress(title=f"<h1>{TITLE}</h1>{byline}").authors == authors


def test_author_of_a_story_above_the_title() -> None:
    card = f'<div><h3><a href="/13/">{OTHER}</a></h3><b class="author">مریم رضایی</b></div>'
    assert wordpress(above=card).authors == []


@pytest.mark.parametrize(
    "above",
    [
        f'<div class="crumb">{FRONT} <a href="/s/2/">جامعه</a> <a href="/tag/9/">قانون</a></div>',
        f'<div class="crumb">{FRONT} <a href="/s/2/">جامعه</a> <a href="/12/">خبر</a></div>',
        f'<nav id="breadcrumb">{FRONT} <em>/</em> <a href="/s/2/">جامعه</a></nav>',
        f'<div class="x_breadcrumbs"><b>{FRONT}</b><b><a href="/s/2/">جامعه</a></b></div>',
        '<div class="x_crumbs"><a href="/s/2/">جامعه</a> <a href="#comments">۲ دیدگاه</a></div>',
        '<b class="elementor-post-info__terms-list"><a href="/s/2/">جامعه</a></b>',
    ],
)
def test_breadcrumb_above_the_text(above: str) -> None:
    assert wordpress(above=above).section == ["جامعه"]


@pytest.mark.parametrize(
    "menu",
    [
        f'<nav>{FRONT} <a href="/s/2/">جامعه</a></nav>',
        f'<div>{FRONT} <a href="/s/2/">جامعه</a> <a href="/s/3/">شهر</a></div>',
        f'<div>{FRONT} <a href="/about/">درباره ما</a></div>',
    ],
)
def test_menu_of_the_site_is_no_breadcrumb(menu: str) -> None:
    assert wordpress(menu=menu).section == []
    assert wordpress(above=menu.replace("nav", "div")).section == []
    long = "".join(f'<a href="/s/{n}/">بخش {n}</a>' for n in range(4))
    assert wordpress(above=f"<div>{FRONT}{long}</div>").section == []


def test_picture_above_the_text_of_a_page_without_any_other() -> None:
    article = wordpress('<div class="q2"><amp-img src="https://a.ir/1.jpg"></amp-img></div>')
    assert [image.url for image in article.images] == ["https://a.ir/1.jpg"]
    related = '<div class="related"><img src="https://a.ir/2.jpg"></div>'
    assert wordpress(related).images == []
    advertised = '<a href="https://shop.ir/"><amp-img src="https://a.ir/3.jpg"></amp-img></a>'
    assert wordpress(f"<div>{advertised}</div>").images == []


def asam(head: str, inside: str = "") -> Article:
    html = f"""<html><head><title>{TITLE}</title><meta name="generator" content="asam"></head>
        <body><div>{head}<article>{inside}<div class="echo-detail">{BODY}</div></article></div>"""
    return clean_html(html, "https://www.nemoune.ir/x/12", normalize=False)


def test_kicker_and_lead_beside_a_title_that_is_not_in_the_articles_element() -> None:
    kicker = '<h2 class="news-uptitle">سخنگوی شورا خبر داد:</h2>'
    article = asam(f"{kicker} <h1>{TITLE}</h1><div class='q2 lead'><p>{LEAD}</p></div>")
    assert (article.kicker, article.lead) == ("سخنگوی شورا خبر داد:", LEAD)
    assert asam(f"{kicker}<p>پیوندها</p><h1>{TITLE}</h1>").kicker is None


def test_number_of_comments_is_no_section() -> None:
    info = '<div class="news-short-info"><a href="/s/2">جامعه</a><a href="#c">۲ دیدگاه</a></div>'
    assert asam(f"<h1>{TITLE}</h1>", info).section == ["جامعه"]


def test_office_behind_the_name_of_an_author() -> None:
    byline = '<div class="news_author">مریم رضایی / خبرنگار گروه جامعه</div>'
    assert asam(f"<h1>{TITLE}</h1>", byline).authors == ["مریم رضایی"]


def test_service_that_a_label_names() -> None:
    html = f"""<html><head><meta name="generator" content="www.nastooh.ir"></head><body>
        <article class="item"><h1 class="first-title">{TITLE}</h1><div class="item-text">{BODY}
        </div><ul><li>دسته‌بندی: <b class="text-meta"><a href="/service/12">جامعه</a></b></li>
        <li>کد خبر: <b class="text-meta">1403081913344</b></li></ul></article></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/news/1403081913344/x")
    assert article.section == ["جامعه"]


def test_photographer_in_a_line_of_a_photo_page() -> None:
    html = f"""<html><head><title>{TITLE}</title><link href="/client/themes/x.css"></head><body>
        <div class="q1"><h1 class="title">{TITLE}</h1><div class="q2">عکاس: مریم رضایی</div>
        <div class="q3">{LEAD}</div><div class="image_set"><img src="https://a.ir/1.jpg"></div>
        </div></body></html>"""
    article = clean_html(html, "https://www.nemoune.ir/fa/photos/12", normalize=False)
    assert (article.authors, article.lead) == (["مریم رضایی"], LEAD)
