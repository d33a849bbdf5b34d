"""Pages that no rule knows: date, code, author and pictures."""

import pytest

from tests.cleaners.unknown_pages import BODY, PARAGRAPHS, STORIES, TEASER, TITLE, clean


def test_line_of_facts_gives_date_author_and_code() -> None:
    facts = "کد خبر: 55812 | تاریخ: 14 مهر 1404 - 08:30 | نویسنده: سارا امینی | بازدید: 1,204"
    article = clean(f"<h1>{TITLE}</h1><font>{facts}</font><div>{PARAGRAPHS}</div>")
    assert article.body == BODY
    assert article.published_at == "2025-10-06T08:30:00+03:30"
    assert article.authors == ["سارا امینی"]


def test_clock_of_the_page_is_not_the_date() -> None:
    clock = "<div><span>پنجشنبه ۱۹ بهمن ۱۴۰۲</span></div>"
    article = clean(f"{clock}<div><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></div>")
    assert article.published_at is None


def test_date_of_the_next_article_is_not_this_ones() -> None:
    after = f'<h2><a href="/news/700001/a">{STORIES[0][1]}</a></h2><div>۱۲ آذر ۱۴۰۱ - ۱۲:۳۰</div>'
    article = clean(f"<div><h1>{TITLE}</h1>{PARAGRAPHS}</div><div>{after}<p>{TEASER}</p></div>")
    assert article.body == BODY
    assert article.published_at is None


@pytest.mark.parametrize(
    "line",
    [
        "نویسنده: علی کریمی ۱۲ آذر ۱۴۰۳ - ۱۴:۳۰ کد خبر: ۴۵۸۷۱ ۱۲۳ بازدید زمان مطالعه: ۲ دقیقه",
        "خبرنگار: علی کریمی ۱۲ آذر ۱۴۰۳ - ۱۴:۳۰ کد خبر: ۴۵۸۷۱",
    ],
)
def test_line_of_facts_without_marks_between_them(line: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{line}</div><div>{PARAGRAPHS}</div>")
    assert article.lead is None
    assert article.authors == ["علی کریمی"]
    assert article.news_code in ("45871", "512340")  # that of the address counts
    assert article.published_at == "2024-12-02T14:30:00+03:30"


def test_pictures_are_those_around_the_text() -> None:
    head = '<meta property="og:image" content="https://cdn.khabar-nemoune.ir/small.jpg">'
    advertisement = (
        '<a href="https://shop.example.com/x"><img src="https://shop.example.com/x.jpg"></a>'
    )
    own = '<img src="/files/main.jpg">'
    text = f"<h1>{TITLE}</h1>{{}}<div>{PARAGRAPHS}{advertisement}</div>"
    assert [i.url for i in clean(text.format(own), head=head).images] == [
        "https://www.khabar-nemoune.ir/files/main.jpg"
    ]
    assert [i.url for i in clean(text.format(""), head=head).images] == [
        "https://cdn.khabar-nemoune.ir/small.jpg"
    ]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ('<a href="/1404/08/24/">۲۴ آبان ۱۴۰۴</a>', "2025-11-15"),
        ("آبان ۲۴, ۱۴۰۴", "2025-11-15"),
        ("<span>شناسه : 5120</span><span>24 آبان 1404 - 10:30</span>", "2025-11-15T10:30:00+03:30"),
        ("<i></i>۲۴ آبان ۱۴۰۴<i></i>۸:۴۵", "2025-11-15T08:45:00+03:30"),
        (
            "شناسه : ۲۴۰۴۸ | ۲۴ آبان ۱۴۰۴ - ۱۰:۳۰ | دسته : استان‌ها | ارسال توسط : admin",
            "2025-11-15T10:30:00+03:30",
        ),
    ],
)
def test_shapes_of_the_date_line(line: str, published: str) -> None:
    article = clean(f"<h1>{TITLE}</h1><div>{line}</div>{PARAGRAPHS}")
    assert (article.published_at, article.body) == (published, BODY)


def test_a_comments_date_is_not_the_articles() -> None:
    comment = "<h4>نظرات</h4><ol><li><cite>رضا</cite><small>۲۹ آبان ۱۴۰۴ در ۱۰:۱۰</small></li></ol>"
    day = "<p>چهارشنبه، ۲۸ آبان ۱۴۰۴</p>"
    article = clean(f"<h1>{TITLE}</h1>{day}<div>{PARAGRAPHS}</div>{comment}")
    assert article.published_at == "2025-11-19"


def test_caption_of_a_figure_whose_picture_stands_in_a_paragraph() -> None:
    caption = "نمایی از کارگاه. عکس: ایلنا"
    figure = f'<figure><p><img src="/1.jpg"></p><figcaption>{caption}</figcaption></figure>'
    article = clean(f"<h1>{TITLE}</h1><div>{BODY[0]}<p>{BODY[1]}</p>{figure}<p>{BODY[2]}</p></div>")
    assert [image.caption for image in article.images] == [caption]
