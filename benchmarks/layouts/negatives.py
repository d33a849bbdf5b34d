"""Pages that only look like articles: listings, missing pages, pages without a text."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks.layouts.axes import AXES
from benchmarks.layouts.boxes import Surroundings
from benchmarks.layouts.dating import FORMS
from benchmarks.layouts.headline import lay_headline
from benchmarks.layouts.markup import Markup, escape
from benchmarks.layouts.page import Site
from benchmarks.layouts.skeletons import Parts, assemble
from benchmarks.layouts.story import Story, stories
from benchmarks.layouts.words import words

__all__ = ["KINDS", "NegativePage", "generate_negatives"]


@dataclass(frozen=True, slots=True)
class NegativePage:
    """A page that holds no article; `reason` is what `NotAnArticle` must say."""

    file: str
    url: str
    html: bytes
    reason: str
    kind: str


@dataclass(slots=True)
class _Desk:
    """What the functions that make pages work with."""

    around: Surroundings
    site: Site
    story: Story

    @property
    def rng(self) -> random.Random:
        return self.around.rng

    @property
    def m(self) -> Markup:
        return self.around.markup

    def link(self, text: str) -> str:
        return f'<a href="{self.site.path(self.rng)}">{escape(text)}</a>'


def _cards(d: _Desk) -> str:
    """Headlines with a teaser and a date each."""
    items = [
        d.m.el(
            "div",
            f"<h3>{d.link(headline)}</h3><p>{escape(d.rng.choice(words()['teasers']))}</p>"
            f"<span>{d.rng.choice(FORMS)(d.story.published)}</span>",
            "teaser",
        )
        for headline in d.rng.sample(words()["headlines"], 12)
    ]
    return "".join(items)


def _teasers_read_more(d: _Desk) -> str:
    """Headlines without links, teasers, and «ادامه مطلب»."""
    items = [
        f"<h2>{escape(headline)}</h2><p>{escape(d.rng.choice(words()['teasers']))}</p>"
        f"<p>{d.link('ادامه مطلب')}</p>"
        for headline in d.rng.sample(words()["headlines"], 10)
    ]
    return "".join(items)


def _linked_teasers(d: _Desk) -> str:
    """Headline and teaser in one link."""
    items = [
        f'<a href="{d.site.path(d.rng)}"><b>{escape(headline)}</b>'
        f"<p>{escape(d.rng.choice(words()['teasers']))}</p></a>"
        for headline in d.rng.sample(words()["headlines"], 10)
    ]
    return "".join(items)


def _archive_table(d: _Desk) -> str:
    """Rows of date, section and headline."""
    rows = "".join(
        f"<tr><td>{d.rng.choice(FORMS)(d.story.published)}</td><td>استان‌ها</td>"
        f"<td>{d.link(headline)}</td></tr>"
        for headline in d.rng.sample(words()["headlines"], 20)
    )
    return f"<table>{rows}</table>"


def _with_introduction(d: _Desk) -> str:
    """Return a section's page: two sentences on what it holds, then its stories."""
    about = (
        "در این بخش خبرهای مربوط به آموزش مهارت، بازار کار و کارآفرینی در سراسر کشور گرد آمده است "
        "و هر روز چند بار به‌روز می‌شود. "
        "برای دیدن خبرهای هر استان نام آن را از فهرست کنار صفحه برگزینید."
    )
    return f"<p>{about}</p>{_cards(d)}"


def _front_page(d: _Desk) -> str:
    """Sections of a front page, each with one teaser and headlines below."""
    headlines = d.rng.sample(words()["headlines"], 24)
    out = []
    for section in ("اقتصاد", "استان‌ها", "ورزش", "فرهنگ"):
        top, *rest = (headlines.pop() for _ in range(6))
        items = "".join(f"<li>{d.link(text)}</li>" for text in rest)
        teaser = escape(d.rng.choice(words()["teasers"]))
        out.append(
            f"<div><h2>{section}</h2><h3>{d.link(top)}</h3><p>{teaser}</p><ul>{items}</ul></div>"
        )
    return "".join(out)


def _missing(d: _Desk) -> str:
    """Return a soft 404 that offers other stories."""
    said = d.rng.choice(words()["not_found"])
    items = "".join(f"<li>{d.link(text)}</li>" for text in d.rng.sample(words()["headlines"], 6))
    return f"<h1>{said}</h1><p>{d.link('بازگشت به صفحه اصلی')}</p><ul>{items}</ul>"


def _missing_bare(d: _Desk) -> str:
    """Return a soft 404 without anything else."""
    return f"<div>{d.rng.choice(words()['not_found'])}</div>"


def _without_text(d: _Desk) -> str:
    """Return the frame of an article: title, date, picture, tags; the text is missing."""
    head = f"<h1>{escape(d.story.title)}</h1><div>{d.rng.choice(FORMS)(d.story.published)}</div>"
    return f"{head}<img src='/f.jpg'><div>&nbsp;</div>{d.around.tags()}{d.around.tools()}"


def _without_text_with_box(d: _Desk) -> str:
    """Return the same with a box of related stories and comments."""
    return _without_text(d) + d.around.related("cards") + d.around.comments("form-only")


#: Kind of page → (reason, function that makes it, whether its address has a news code).
KINDS: Final[dict[str, tuple[str, Callable[[_Desk], str], bool]]] = {
    "cards": ("listing", _cards, False),
    "teasers-read-more": ("listing", _teasers_read_more, False),
    "linked-teasers": ("listing", _linked_teasers, False),
    "archive-table": ("listing", _archive_table, False),
    "with-introduction": ("listing", _with_introduction, False),
    "front-page": ("listing", _front_page, False),
    "missing": ("not-found", _missing, True),
    "missing-bare": ("not-found", _missing_bare, True),
    "without-text": ("empty", _without_text, True),
    "without-text-with-box": ("empty", _without_text_with_box, True),
}


def generate_negatives(seed: int, count: int) -> Iterator[NegativePage]:
    """Yield `count` pages without an article, each kind in turn."""
    kinds = list(KINDS)
    for index in range(count):
        kind = kinds[index % len(kinds)]
        yield _lay_out(f"n{index:04}-{kind}.html", kind, random.Random(f"{seed}/no/{index}"))


def _lay_out(file: str, kind: str, rng: random.Random) -> NegativePage:
    reason, make, has_code = KINDS[kind]
    story = rng.choice(stories()).with_fresh_facts(rng)
    markup = Markup(rng.choice(AXES["names"]), file, rng)
    site = Site.invent(rng, with_code=has_code)
    around = Surroundings(markup, story.published, site.path)
    url = site.url(story) if has_code else f"https://{site.host}/section/{rng.randrange(300)}"
    traits = dict.fromkeys(AXES, "none") | {"head": "og" if reason == "empty" else "misleading"}
    head = lay_headline(story, traits, markup, site.name, url).head
    bare = kind == "missing-bare"
    weight = rng.choice(AXES["weight"])
    parts = Parts(
        header=around.header(weight, site.name),
        top="",
        meta="",
        picture="",
        lead="",
        text=make(_Desk(around, site, story)),
        before="",
        after="",
        comments="",
        sidebar="" if bare else around.sidebar(rng.choice(AXES["sidebar"][:3])),
        footer=around.footer("short"),
    )
    body = assemble(rng.choice(AXES["container"]), parts, markup)
    html = (
        '<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8">'
        f"{head}</head><body>{body}{around.ballast(weight)}</body></html>"
    )
    return NegativePage(file, url, html.encode(), reason, kind)
