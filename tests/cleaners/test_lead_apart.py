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
