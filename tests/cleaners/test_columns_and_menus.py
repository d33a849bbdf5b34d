"""A title below the page's menu, and a short text beside a longer column."""

import pytest

from tests.bare_pages import BODY, TEXT, TITLE, clean

REPORT = (
    "سخنگوی شورا از تفسیر تازه اصل هفتاد و سوم قانون خبر داد که امروز با رأی همه اعضا پذیرفته شد."
)
LIFE = [
    "او زاده ۱۳۴۱ در کاشان است و دکترای خود را در رشته مهندسی مکانیک از تهران گرفته است.",
    "پیش از این مدیرعامل شرکت بوده و سال‌ها در طرح‌های بزرگ نیروگاهی مسئولیت داشته است.",
    "کتاب‌های او درباره هیدرولیک سدها در دانشکده‌ها خوانده می‌شود و دو بار چاپ شده است.",
]
COLUMN = (
    "<div class='b'><h4>درباره رئیس</h4>" + "".join(f"<p>{line}</p>" for line in LIFE) + "</div>"
)


TITLED = f"<div class='a'><h1>{TITLE}</h1><div>۱۸ آذر ۱۴۰۰</div><div><p>{REPORT}</p></div></div>"


def test_short_report_beside_a_column() -> None:
    assert clean(f"<div>{TITLED}{COLUMN}</div>").body == [REPORT]
    assert clean(f"<div>{COLUMN}{TITLED}</div>").body == [REPORT]


def test_text_and_column_in_cells() -> None:
    column = COLUMN.replace("div", "td").replace(" class='b'", "")
    assert clean(f"<table><tr><td>{BODY}</td>{column}</tr></table>").body == TEXT


def test_text_with_a_word_of_its_lead() -> None:
    life = COLUMN.replace("مهندسی مکانیک", "قانون کار")
    assert LIFE[1] in clean(f"<div>{TITLED}{life}</div>").body


@pytest.mark.parametrize("part", ["", "<h2>آغاز کار</h2>"])
def test_lead_in_the_box_of_the_title(part: str) -> None:
    head = f"<div class='a'><h1>{TITLE}</h1><p>{REPORT}</p></div>"
    article = clean(f"<div>{head}<div class='b'>{part}{BODY}</div></div>")
    assert article.lead == REPORT
    assert article.body[-len(TEXT) :] == TEXT


def test_lead_above_a_text_without_its_words() -> None:
    text = "".join(f"<p>{line}</p>" for line in LIFE)
    head = f"<div class='a'><h1>{TITLE}</h1><p>{REPORT}</p></div>"
    article = clean(f"<div>{head}<div class='b'>{text}</div></div>")
    assert (article.lead, article.body) == (REPORT, LIFE)


SITE = "شورای شهر نمونه"
PLACES = ["اخبار", "اعضا", "نگارخانه", "فراخوان‌ها", "تماس با ما"]
LINKS = "".join(f"<li><a href='/{at}'>{name}</a></li>" for at, name in enumerate(PLACES))
MENU = f"<ul><li><a href='/'>خانه</a></li>{LINKS}</ul>"


@pytest.mark.parametrize("head", [SITE, f"{SITE} | نمایش خبر", "نمایش خبر"])
@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
@pytest.mark.parametrize("name", ["h1", "h2"])
def test_name_of_the_site_above_the_menu(head: str, tag: str, name: str) -> None:
    page = f"<div><{name}>{SITE}</{name}></div>{MENU}<div><{tag}>{TITLE}</{tag}>{BODY}</div>"
    article = clean(page, title=head)
    assert (article.title, article.body) == (TITLE, TEXT)


@pytest.mark.parametrize("head", [TITLE, f"{TITLE} | {SITE}"])
@pytest.mark.parametrize(
    "between",
    [
        "<ul><li><a href='/'>خانه</a></li><li><a href='/n'>اخبار</a></li></ul>",
        f"<ul>{LINKS}</ul>",
        "<p><a href='/'>خانه</a> / <a href='/n'>اخبار</a> / <a href='/n/1'>شورا</a></p>"
        + "<a href='https://t.me/share'>تلگرام</a>" * 4,
    ],
)
def test_title_above_links_and_a_subheading(head: str, between: str) -> None:
    page = f"<div><h1>{TITLE}</h1></div>{between}<div><h3>آغاز نشست شورا</h3>{BODY}</div>"
    assert clean(page, title=head).title == TITLE


@pytest.mark.parametrize("title", [TITLE, "قانون تازه پذیرفته شد"])
def test_headline_above_a_path_and_buttons(title: str) -> None:
    page = f"<div><h1>{title}</h1></div>{MENU}<div><h2>آغاز نشست شورا</h2>{BODY}</div>"
    assert clean(page, title=f"{SITE} - {title}").title == title


def test_title_that_the_head_states_above_a_menu() -> None:
    stated = f"<meta property='og:title' content='{TITLE}'>"
    page = f"{stated}<div><h1>{TITLE}</h1></div>{MENU}<div><h3>آغاز نشست شورا</h3>{BODY}</div>"
    assert clean(page).title == TITLE
