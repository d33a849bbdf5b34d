"""Sites that differ from their family, and themes of WordPress: each with what only it has."""

import pytest

from cleaners import Article, clean_html
from cleaners.layouts.site import choose_layouts
from cleaners.markup.page import open_page
from cleaners.rules import layouts

TITLE = "باغداران شهر گردوی خود را بی‌واسطه می‌فروشند"
LEAD = "تعاونی باغداران بازارچه‌ای برپا کرده است که گردوی تازه در آن بی‌واسطه به دست مردم می‌رسد."
TEXT = [
    "به گزارش خبرنگار ما، مدیر تعاونی گفت: در این بازارچه چهل باغدار غرفه رایگان گرفته‌اند.",
    "وی افزود: بهای گردو در بازارچه یک‌سوم کمتر از مغازه‌های شهر است و خریداران خشنودند.",
    "به گفته او، بازارچه تا پایان آبان هر روز از بامداد تا شامگاه باز است.",
]
HEAD = f'<h1 class="title">{TITLE}</h1><p class="lead">{LEAD}</p>'
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
ALBUM = "".join(f'<img src="/files/{n}.jpg" alt="">' for n in (1, 2, 3))

ASAM = '<article><div class="short_link_box"></div>{}</article>'
IRANSAMANEH = (
    '<div class="news_general_dl"><div class="news_pdate_c">۱۵ مهر ۱۴۰۴ - ۱۴:۱۸</div>{}</div>'
)
WORDPRESS = '<link rel="stylesheet" href="/wp-content/themes/x/style.css">{}'


def clean(html: str, host: str) -> Article:
    url = f"https://www.{host}/fa/news/171395/title"
    return clean_html(f"<title>{TITLE}</title>{html}", url, normalize=False)


@pytest.mark.parametrize(
    ("host", "page"),
    [
        ("aftabnews.ir", IRANSAMANEH.format(f'{HEAD}<div class="body">آفتاب‌نیوز :{BODY}</div>')),
        (
            "gashtaninews.com",
            ASAM.format(
                f'{HEAD}<div id="echo_detail"><p>پایگاه خبری تحلیلی گشتنی نیوز :</p>{BODY}</div>'
            ),
        ),
        (
            "panjere.news",
            ASAM.format(f'{HEAD}<div id="echo_detail">{BODY}<div>copied</div></div>'),
        ),
        (
            "wikigardi.ir",
            ASAM.format(
                f'{HEAD}<div id="ck_editor">{BODY}<blockquote class="spacial-blockquote">'
                f"<p>قطار تازه گردشگری از آغاز آبان به راه می‌افتد.</p></blockquote></div>"
            ),
        ),
        (
            "eghtesadnews.com",
            ASAM.format(
                f'{HEAD}<div id="main_ck_editor">{BODY}<blockquote class="spacial-blockquote">'
                f"<p>بهای سکه در بازار امروز دگرگون نشد.</p></blockquote></div>"
            ),
        ),
        (
            "khodrotak.com",
            ASAM.format(
                f'<div id="echo-detail"><div>نشست باغداران؛ ۱۵ مهر</div>{HEAD}'
                f'<div class="bg-news">{BODY}</div></div>'
            ),
        ),
    ],
)
def test_what_one_site_puts_into_the_text(host: str, page: str) -> None:
    article = clean(page, host)
    assert (article.title, article.lead, article.body) == (TITLE, LEAD, TEXT)


@pytest.mark.parametrize(
    ("host", "frame", "gallery"),
    [
        ("nabznaft.ir", IRANSAMANEH, f'<div class="showcase-content">{ALBUM}</div>'),
        ("fartaknews.com", ASAM, f'<div class="gallery-content">{ALBUM}</div>'),
    ],
)
def test_photo_page_of_one_site(host: str, frame: str, gallery: str) -> None:
    article = clean(frame.format(HEAD.replace("lead", "subtitle lead") + gallery), host)
    assert (article.lead, article.body, len(article.images)) == (LEAD, [], 3)


NASTOOH = '<article id="item">{}</article>'
CAPTION = "بازارچه گردو در میدان شهر"


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        (IRANSAMANEH, '<div class="body">{}</div>'),
        (NASTOOH, '<div class="item-text">{}</div>'),
        (ASAM, '<div id="echo_detail">{}</div>'),
        (WORDPRESS, '<div class="entry-content">{}</div>'),
    ],
)
@pytest.mark.parametrize("stated", ["https://cdn.example.ir/5_1.jpg", "/files/5_1.jpg"])
def test_picture_of_the_text_goes_before_the_one_that_is_stated(
    frame: str, text: str, stated: str
) -> None:
    figure = f'<figure><img src="/files/5_1.jpg"><figcaption>{CAPTION}</figcaption></figure>'
    meta = f'<meta property="og:image" content="{stated}">'

    def images(body: str) -> list[tuple[str, str | None]]:
        article = clean(meta + frame.format(HEAD + text.format(body)), "example.ir")
        return [(image.url.rpartition("/")[2], image.caption) for image in article.images]

    assert images(figure + BODY) == [("5_1.jpg", CAPTION)]
    assert images(BODY) == [("5_1.jpg", None)]


@pytest.mark.parametrize(
    ("address", "is_shown"),
    [
        ("https://www.example.ir/", False),
        ("https://www.example.ir", False),
        ("/files/fa/news/", False),
        ("/files/fa/news/1402/7/NULL", False),
        ("NULL", False),
        ("/files/fa/default.jpg", False),
        ("/files/default-image.png?v=2", False),
        ("/files/example-social.png", False),
        ("/files/social_share.jpg", False),
        ("/files/share-1200x630.jpg", False),
        ("/files/defaulters.jpg", True),
        ("/files/social-security.jpg", True),
        ("/default/7.jpg", True),
        ("/files/image/7", True),
        ("/thumb?of=/files/", True),
    ],
)
@pytest.mark.parametrize("rules", [True, False])
def test_picture_that_is_stated_for_every_page(address: str, is_shown: bool, rules: bool) -> None:
    meta = f'<meta property="og:image" content="{address}">'
    html = f"{meta}{IRANSAMANEH.format(f'{HEAD}<div class=body>{BODY}</div>')}"
    article = clean_html(html, "https://www.example.ir/fa/news/171395", rules=rules)
    assert bool(article.images) is is_shown


@pytest.mark.parametrize("title", ['<div id="docDiv3Titr">', '<h2 class="doc_titr">', "<h1>"])
@pytest.mark.parametrize("box", ['id="docDataRow"', 'class="doc_content"'])
def test_news_studio_by_the_many_names_of_its_title(title: str, box: str) -> None:
    logo = '<header><h1><a href="/">نوای جنوب</a></h1></header>'
    text = f'<div id="doctextarea">{BODY}</div>'
    side = '<aside><div class="thumbnail"><img src="/images/docs/2.jpg"></div></aside>'
    end = title.replace("<", "</").partition(" ")[0].rstrip(">") + ">"
    html = f"{logo}<div {box}>{title}{TITLE}{end}{text}</div>{side}"
    head = '<meta name="generator" content="news studio">'
    head += f'<meta property="og:title" content="{TITLE}">'
    article = clean(head + html, "example.ir")
    assert (article.title, article.body, article.images) == (TITLE, TEXT, [])


def test_quotation_stays_on_the_other_sites_of_the_family() -> None:
    quotation = "«هر باغدار باید بتواند دسترنج خود را خودش بفروشد.»"
    page = f'<div id="ck_editor">{BODY}<blockquote class="spacial-blockquote">{quotation}'
    article = clean(ASAM.format(f"{HEAD}{page}</blockquote></div>"), "example.ir")
    assert article.body == [*TEXT, quotation]


@pytest.mark.parametrize("host", ["rajanews.com", "ictnews.ir"])
def test_site_of_no_family_goes_before_a_family_that_has_the_same_names(host: str) -> None:
    html = '<div class="rutitr_body">در بازارچه</div><div class="body"><p>متن</p></div>'
    chosen = choose_layouts(open_page(html, f"https://www.{host}/news/171395"))
    assert f"{chosen[0].layout.name}." in host


def test_hidden_heading_outside_the_article_is_no_title() -> None:
    head = f'<h1 style="display:none">تعاونی باغداران و خبرهای آن</h1><h1>{TITLE}</h1>'
    page = f'{head}<article id="item"><div class="item-text">{BODY}</div></article>'
    article = clean(page, "mehrnews.com")
    assert (article.title, article.body) == (TITLE, TEXT)


def test_kicker_by_its_common_name_tells_no_family() -> None:
    html = f'<div class="rutitr">در بازارچه</div><h1>{TITLE}</h1><div>{BODY}</div>'
    assert choose_layouts(open_page(html, "https://www.example.ir/news/171395")) == []


def test_sites_of_a_family_inherit_its_fields() -> None:
    by_name = {layout.name: layout for layout in layouts()}
    assert by_name["panjere"].body == by_name["asam"].body
    assert by_name["nabznaft"].sources["title"] == by_name["iransamaneh"].sources["title"]


# WordPress


def test_jnews_share_buttons_tags_and_posts_in_the_content() -> None:
    share = '<div class="jeg_share_button"><div class="counts">۲۳</div><span>بازدید</span></div>'
    other = (
        '<div class="jnews_inline_related_post_wrapper"><article class="jeg_post">'
        '<h3><a href="/a">بهای فندق هم پایین آمد</a></h3></article></div>'
    )
    tags = '<div class="jeg_post_tags">برچسب‌ها: <a href="/tag/1" rel="tag">گردو</a></div>'
    page = f"<h1>{TITLE}</h1><div class='entry-content'>{share}<div class='content-inner'>{BODY}"
    article = clean(WORDPRESS.format(f"{page}{other}{tags}</div></div>"), "example.ir")
    assert article.body == TEXT
    assert article.tags == ["گردو"]


def test_category_links_are_sections_and_no_tags() -> None:
    links = (
        '<a rel="category tag" href="/c/1">کشاورزی</a> <a rel="tag category" href="/c/2">باغ</a>'
        '<a rel="tag" href="/t/1">گردو</a>'
    )
    page = f'<article><h1>{TITLE}</h1>{links}<div class="entry-content">{BODY}</div></article>'
    article = clean(WORDPRESS.format(page), "example.ir")
    assert article.section == ["کشاورزی", "باغ"]
    assert article.tags == ["گردو"]


@pytest.fixture(scope="module")
def single_section() -> Article:
    """A theme with `section.single`: kicker, a second-rank heading, tags below the text."""
    page = (
        '<section class="single"><div class="subtitle">مدیر تعاونی باغداران:</div>'
        f'<h2 class="single-post-title">{TITLE}</h2><div class="post-content">{BODY}'
        '<div class="page-bottom"><div class="tag"><a rel="tag" href="/t/1">گردو</a> '
        '<a rel="tag" href="/t/2">بازارچه</a></div></div></div></section>'
        '<section class="related"><h2><a href="/a">بهای فندق پایین آمد</a></h2></section>'
    )
    return clean(WORDPRESS.format(page), "example.ir")


def test_single_section_title(single_section: Article) -> None:
    assert single_section.title == TITLE


def test_single_section_kicker(single_section: Article) -> None:
    assert single_section.kicker == "مدیر تعاونی باغداران:"


def test_single_section_body(single_section: Article) -> None:
    assert single_section.body == TEXT


def test_single_section_tags(single_section: Article) -> None:
    assert single_section.tags == ["گردو", "بازارچه"]


def test_jannah_category_above_the_title() -> None:
    page = (
        '<article><div class="entry-header"><span class="post-cat-wrap"><a class="post-cat" '
        f'href="/c/1">کشاورزی</a></span><h1 class="post-title">{TITLE}</h1></div>'
        f'<div class="entry-content">{BODY}</div></article>'
    )
    assert clean(WORDPRESS.format(page), "example.ir").section == ["کشاورزی"]


def test_portal_of_a_province() -> None:
    html = f"""<title>{TITLE} | اداره کل آموزش فنی و حرفه ای استان سمنان</title>
        <section class="es-page-title"><h1>اخبار</h1></section><div class="es-post-header">
        <div class="news-head"><h2>{TITLE}</h2><ul><li>۲۱ خرداد ۱۴۰۳</li></ul></div>
        <div class="es-post-thumb"><img src="/uploads/1/2024/Jun/10/a.jpg"></div>
        <div class="news-content">{BODY}</div></div>"""
    article = clean_html(html, "https://semnan.irantvto.ir/اخبار/عنوان", normalize=False)
    assert (article.title, article.body, article.extractor) == (TITLE, TEXT, "tvto/1")
    assert [image.url for image in article.images] == [
        "https://semnan.irantvto.ir/uploads/1/2024/Jun/10/a.jpg"
    ]
    assert (article.published_jalali, article.province) == ("1403-03-21", "سمنان")
