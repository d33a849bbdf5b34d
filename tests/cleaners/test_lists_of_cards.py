"""Pages that show stories as cards: a list of them is no article, those below a text are not it."""

import pytest

from cleaners import Article, NotAnArticle, clean_html

NAMES = [
    "آغاز نام‌نویسی دوره‌های تابستانی قالی‌بافی",
    "گشایش کارگاه تراشکاری در شهر کوچک ما",
    "سپاس از مربیان برگزیدهٔ هفت استان",
    "آزمون پایان دوره در چهار مرکز برگزار شد",
]
TEASER = "در این برنامه کارآموزان با ابزارهای تازه آشنا شدند و نخستین کار خود را به پایان بردند..."
LONG_TEASER = f"{TEASER} مربیان نیز از روند دوره گفتند و به پرسش‌ها پاسخ دادند."
INTRODUCTION = (
    "تازه‌ترین خبرها و گزارش‌های مرکزهای آموزش مهارت استان را در این بخش بخوانید و دنبال کنید."
)
HEADLINE = "کارگاه سیار قالی‌بافی به روستاهای کوهپایه رسید"
SENTENCE = (
    "کارگاه سیار قالی‌بافی امروز با همراهی دهیاران به روستاهای کوهپایه رسید و آموزش را آغاز کرد."
)

CARDS = {
    "linked headings": '<article class="card"><h2><a href="/p/{n}/">{name}</a></h2></article>',
    "linked headings and teasers": (
        '<article class="card"><h2><a href="/p/{n}/">{name}</a></h2><p>{teaser}</p></article>'
    ),
    "cards in links": (
        '<div class="col"><a href="/blog/slug-{n}"> <div class="card"><div><h3>{name}</h3></div>'
        "<span>۱۲ مهر ۱۴۰۴</span></div></a></div>"
    ),
    "an empty link over each card": (
        '<article class="card"><h2>{name}</h2><p>{teaser}</p>'
        '<a aria-label="post link to {name}" href="/posts/slug-{n}/"></a></article>'
    ),
    "a link on the picture": (
        '<div class="card"><a href="/posts/slug-{n}/"><img src="x.jpg"></a>'
        "<h3>{name}</h3><p>{teaser}</p></div>"
    ),
    "a title that is no heading": (
        '<li><a href="/posts/slug-{n}/"><img src="x.jpg"></a>'
        '<div class="title">{name}</div><p>{teaser}</p></li>'
    ),
    "a button in other words": (
        '<div class="card"><h3>{name}</h3><div><p>{teaser}</p></div>'
        '<a href="/posts/slug-{n}/">بیشتر بدانید</a></div>'
    ),
    "a button": (
        '<div class="card"><h3>{name}</h3><p>{teaser}</p>'
        '<div>۱۲ مهر ۱۴۰۴ <a href="/posts/slug-{n}/">مشاهده</a></div></div>'
    ),
}
LIST = "https://www.maharat-nemoune.ir/akhbar/"
STORY = "https://www.maharat-nemoune.ir/1404/karghah-ghali-bafi"


def cards(kind: str, teaser: str = TEASER) -> str:
    made = (CARDS[kind].format(n=n, name=name, teaser=teaser) for n, name in enumerate(NAMES, 101))
    return f'<div class="list">{"".join(made)}</div>'


def clean(inside: str, url: str, *, title: str, head: str = "", rules: bool = False) -> Article:
    menu = '<ul><li><a href="/">خانه</a></li><li><a href="/contact/">تماس</a></li></ul>'
    html = (
        f"<html><head><title>{title} | مهارت نمونه</title>{head}</head>"
        f"<body><nav>{menu}</nav><main><h1>{title}</h1>{inside}</main></body></html>"
    )
    return clean_html(html, url, rules=rules, normalize=False)


def refusal_of(inside: str, url: str = LIST, *, title: str = "اخبار و رویدادها") -> str:
    with pytest.raises(NotAnArticle) as refused:
        clean(inside, url, title=title)
    return refused.value.reason


@pytest.mark.parametrize("teaser", [TEASER, LONG_TEASER], ids=["short", "long"])
@pytest.mark.parametrize("kind", CARDS)
class TestListOfCards:
    def test_alone(self, kind: str, teaser: str) -> None:
        assert refusal_of(cards(kind, teaser)) == "listing"

    def test_below_a_sentence(self, kind: str, teaser: str) -> None:
        assert refusal_of(f"<p>{INTRODUCTION}</p>{cards(kind, teaser)}") == "listing"

    def test_below_a_sentence_and_a_heading(self, kind: str, teaser: str) -> None:
        above = f"<div><p>{INTRODUCTION}</p></div><h2>نوشته‌های ما</h2>"
        assert refusal_of(f"{above}{cards(kind, teaser)}") == "listing"


def test_title_of_a_list_is_enough_where_the_address_tells_nothing() -> None:
    inside = f"<p>{INTRODUCTION}</p>{cards('a button')}"
    assert refusal_of(inside, f"{STORY}?page=2", title="آخرین خبرهای مهارت") == "listing"


def test_folder_of_its_stories_is_enough_where_the_title_tells_nothing() -> None:
    inside = f"<p>{INTRODUCTION}</p>{cards('linked headings').replace('/p/', '/fani-herfei/')}"
    url = "https://www.maharat-nemoune.ir/fani-herfei/"
    assert refusal_of(inside, url, title="مهارت برای همه") == "listing"


@pytest.mark.parametrize("kind", CARDS)
class TestShortTextAboveCards:
    def test_without_anything_between(self, kind: str) -> None:
        inside = f"<p>{SENTENCE}</p>{cards(kind, LONG_TEASER)}"
        assert clean(inside, STORY, title=HEADLINE).body == [SENTENCE]

    def test_with_a_label(self, kind: str) -> None:
        inside = f"<p>{SENTENCE}</p><div><h3>اخبار مرتبط</h3>{cards(kind)}</div>"
        assert clean(inside, LIST, title=HEADLINE).body == [SENTENCE]

    def test_with_its_date(self, kind: str) -> None:
        inside = f"<div>۱۲ مهر ۱۴۰۴ - ۱۰:۲۰</div><p>{SENTENCE}</p>{cards(kind)}"
        article = clean(inside, LIST, title=HEADLINE)
        assert article.body == [SENTENCE]
        assert article.published_at == "2025-10-04T10:20:00+03:30"

    def test_with_an_address_of_one_word_in_a_section(self, kind: str) -> None:
        url = "https://www.maharat-nemoune.ir/fa/news/ghali"
        assert clean(f"<p>{SENTENCE}</p>{cards(kind)}", url, title=HEADLINE).body == [SENTENCE]


@pytest.mark.parametrize("kind", ["linked headings", "cards in links"])
def test_short_text_whose_head_says_that_it_is_one(kind: str) -> None:
    head = '<meta property="og:type" content="article">'
    inside = f"<p>{SENTENCE}</p>{cards(kind)}"
    assert clean(inside, LIST, title="خبر", head=head).body == [SENTENCE]


def test_subheading_above_cards_that_have_a_label() -> None:
    made = (
        f"<div><h4><a href='/p/{n}/'>{name}</a></h4><p>{SENTENCE}</p></div>"
        for n, name in enumerate(NAMES[:2])
    )
    box = f"<div><h3>مطالب مرتبط</h3>{''.join(made)}</div>"
    text = [SENTENCE, INTRODUCTION, "بندهای توافق", SENTENCE.replace("کارگاه", "نمایشگاه")]
    before, after = ("".join(f"<p>{line}</p>" for line in lines) for lines in (text[:3], text[3:]))
    assert clean(f"{before}{box}{after}", STORY, title=HEADLINE).body == text


PARTS = {
    "no link": "",
    "a link in the text": ' <a href="/majles/{n}">آیین‌نامه</a> را ببینید.',
    "a large picture": '</p><p><a href="/files/{n}.jpg"><img src="/files/{n}-s.jpg"></a>',
    "a link to another site": '</p><p><a href="https://fani-nemoune.org/{n}"><img></a>',
    "one link for all": '</p><p><a href="/sabtenam">نام‌نویسی</a>',
}


@pytest.mark.parametrize("added", PARTS.values(), ids=list(PARTS))
def test_sections_of_a_text_are_no_cards(added: str) -> None:
    sections = "".join(
        f'<div class="part"><h3>{name}</h3><p>{n} - {SENTENCE}{added.format(n=n)}</p></div>'
        for n, name in enumerate(NAMES)
    )
    body = clean(f"<div>{sections}</div>", STORY, title=HEADLINE).body
    assert [line for line in body if line in NAMES] == NAMES
    assert sum(SENTENCE in line for line in body) == len(NAMES)


POSTS = "".join(
    f'<article class="post post-{n} type-post category-{n}"><h2 class="entry-title">'
    f'<a href="/{n}/">{name}</a></h2>'
    f'<div class="entry-content"><p>{LONG_TEASER}</p></div></article>'
    for n, name in enumerate(NAMES, 101)
)
WORDPRESS = '<meta name="generator" content="WordPress 6.4">'


def test_excerpts_that_a_theme_names_as_it_names_a_body() -> None:
    with pytest.raises(NotAnArticle) as refused:
        clean(POSTS, LIST, title="وبلاگ مهارت", head=WORDPRESS, rules=True)
    assert refused.value.reason == "listing"


def test_article_of_such_a_theme_above_others() -> None:
    own = (
        f'<article class="post post-9 type-post"><h2 class="entry-title">{HEADLINE}</h2>'
        '<a href="/category/ghali">قالی</a>'
        f'<div class="entry-content"><p>{SENTENCE}</p></div></article>'
    )
    html = (
        f"<html><head><title>{HEADLINE}</title>{WORDPRESS}</head><body>{own}{POSTS}</body></html>"
    )
    assert clean_html(html, STORY, normalize=False).body == [SENTENCE]
