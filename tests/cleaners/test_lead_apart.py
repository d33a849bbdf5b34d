"""A text without `<p>` below its lead: what stands between and below is no part of it."""

import pytest

from tests.bare_pages import TEXT, TITLE, clean

LEAD = "رئیس شورا از بررسی دوباره اصل هفتاد و سوم با همراهی همه اعضا در این شهرستان خبر داد."
INFO = "<div><span>1834</span> <span>2</span></div><div>۱۹ خرداد، ۱۴۰۲</div>"
BELOW = "<div>خبرنگار : سارا محمدی</div><div>به روز شده 18/9/1400 10:28 نظرات 82 لایک 68</div>"
RUN = "<br><br>".join(TEXT)


@pytest.mark.parametrize("tag", ["p", "div", "h3"])
@pytest.mark.parametrize("body", [RUN, "".join(f"<p>{text}</p>" for text in TEXT)])
def test_facts_between_lead_and_text_and_below(tag: str, body: str) -> None:
    lead = f"<{tag}>{LEAD}</{tag}>"
    page = f"<div><h1>{TITLE}</h1>{lead}{INFO}<div>{body}</div>{BELOW}</div>"
    article = clean(page)
    assert (article.lead, article.body) == (LEAD, TEXT)
    assert (article.published_at, article.authors) == ("2023-06-09", ["سارا محمدی"])


def test_text_goes_on_in_the_element_of_its_lead() -> None:
    lead = f'<p class="lead">{LEAD}</p>'
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<h1>{TITLE}</h1><div>{lead}{body}<p>سخن کوتاه است.</p></div>"
    assert clean(page).body == [*TEXT, "سخن کوتاه است."]


def test_lead_that_the_first_paragraph_repeats_before_its_attribution() -> None:
    first = f"به گزارش روابط عمومی شورا، {TEXT[0]}"
    page = f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{LEAD} {first}</p><p>{TEXT[1]}</p></div>"
    article = clean(page)
    assert (article.lead, article.body) == (LEAD, [first, TEXT[1]])


SECOND = "نشست شورا ساعت ۱۷ به وقت محلی به پایان رسید"


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        (f"<h2>{SECOND}</h2>", SECOND),
        (f'<div class="under-title">{SECOND}</div>', SECOND),
        (f'<h2><a href="/n/12">{SECOND}</a></h2>', None),
        ("<h2>گزارش نشست شورا</h2>", None),
        ("<h3>صدای شما به گوش همه می‌رسد</h3>", None),
        ('<div class="under-title">ایران امروز - گروه فرهنگی</div>', None),
        ('<div class="under-title">زمان مطالعه سه دقیقه</div>', None),
        (f"<h2>{SECOND}</h2><p class='lead'>{LEAD}</p>", LEAD),
    ],
)
def test_second_headline(line: str, lead: str | None) -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    article = clean(f"<article><h1>{TITLE}</h1>{line}<div>{body}</div></article>")
    assert (article.lead, article.body) == (lead, TEXT)


def test_second_headline_about_the_first_sentence() -> None:
    lines = ["نوبت دوم انجمن نمونه به پایان رسید.", *TEXT]
    body = "".join(f"<p>{text}</p>" for text in lines)
    second = "نوبت دوم انجمن در شهر پایان یافت"
    assert (
        clean(f"<article><h1>{TITLE}</h1><h2>{second}</h2><div>{body}</div></article>").lead
        == second
    )


def test_heading_below_a_title_that_is_none() -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<article><div class='title'>{TITLE}</div><h3>{SECOND}</h3><div>{body}</div></article>"
    assert clean(page).lead is None


def test_second_headline_is_not_the_title() -> None:
    page = f"""<div><div id="c_rutitr">سخنگوی شورا:</div><div id="c_title">{TITLE}</div>
        <div id="c_UnderTitle">{SECOND}</div><div class="NewsText">{RUN}</div></div>"""
    article = clean(page, title="پایگاه شورا")
    assert (article.title, article.lead, article.body) == (TITLE, SECOND, TEXT)


def test_quotation_that_says_what_the_head_says() -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    quote = "<blockquote><p>شورا نظر خود را درباره این اصل گفت.</p></blockquote>"
    meta = '<meta property="og:description" content="شورا نظر خود را درباره این اصل گفت.">'
    article = clean(f"{meta}<h1>{TITLE}</h1><div>{quote}{body}</div>")
    assert (article.lead, article.body) == ("شورا نظر خود را درباره این اصل گفت.", TEXT)
    assert clean(f"<h1>{TITLE}</h1><div>{quote}{body}</div>").lead is None


@pytest.mark.parametrize("name", ["text_short", "short-text", "shortdesc"])
def test_lead_called_a_short_text(name: str) -> None:
    lead = f'<div class="{name}">شورا نظر خود را درباره این اصل گفت.</div>'
    page = f'<h1>{TITLE}</h1><div>{lead}<img src="/p.jpg"><br>{RUN}</div>'
    article = clean(page)
    assert (article.lead, article.body) == ("شورا نظر خود را درباره این اصل گفت.", TEXT)


PUBLISHED = '<meta property="article:published_time" content="2023-06-09T10:20:00+03:30">'
SENTENCE = "وی افزود: نظر شورا در روزنامه رسمی چاپ می‌شود."
NOTE = "برای خواندن متن کامل باید وارد سایت شوید."


def page_of(lead: str, body: str) -> str:
    return (
        f"{PUBLISHED}<article><h1>{TITLE}</h1><div class='item-summary'><p class='introtext'>{lead}"
        f"</p></div><div class='item-body'><div itemprop='articleBody'>{body}</div></div></article>"
    )


@pytest.mark.parametrize("lead", [LEAD, "رئیس شورا از بررسی دوباره این اصل خبر داد."])
@pytest.mark.parametrize("body", [[SENTENCE], [SENTENCE, "شورا هفته آینده نیز نشست دارد."]])
def test_short_text_below_a_lead_in_a_box_of_its_own(lead: str, body: list[str]) -> None:
    article = clean(page_of(lead, "".join(f"<p>{line}</p>" for line in body)))
    assert (article.lead, article.body) == (lead, body)


@pytest.mark.parametrize("note", [NOTE, "فیلم این نشست شورا را با دکمه پخش ببینید."])
def test_note_in_place_of_a_text_is_none(note: str) -> None:
    assert clean(page_of(LEAD, f"<p>{note}</p>")).body == [LEAD]
