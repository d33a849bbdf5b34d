"""The head of an article: kicker, title, lead, date, code; and what `<head>` says about them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from benchmarks.layouts.dating import DAY_FORMS, FORMS, jalali_meta, utc
from benchmarks.layouts.markup import Markup, escape
from benchmarks.layouts.story import Story

__all__ = ["Headline", "lay_headline"]


@dataclass(slots=True)
class Headline:
    """The head of an article as markup, with the gold of what it shows."""

    top: str = ""
    """Kicker and title."""
    site_heading: str = ""
    """A heading with the site's name, for the page's header."""
    meta: str = ""
    """The line of date and code."""
    lead: str = ""
    """The lead, if it is before the body's element."""
    inner_lead: str = ""
    """The lead, if it opens the body's element."""
    head: str = ""
    """What goes into `<head>`."""
    kicker: str | None = None
    lead_text: str | None = None
    published_at: str | None = None
    news_code: str | None = None


def lay_headline(
    story: Story, traits: Mapping[str, str], markup: Markup, site: str, url: str
) -> Headline:
    """Lay out title, kicker, lead, date and code of a story."""
    made = Headline()
    _lay_title(made, story, traits, markup, site)
    _lay_lead(made, story, traits, markup)
    _lay_date(made, story, traits, markup)
    made.head += _head(story, traits, site, url)
    return made


def _lay_title(
    made: Headline, story: Story, traits: Mapping[str, str], markup: Markup, site: str
) -> None:
    title = escape(story.title)
    kicker = story.kicker or "گزارشی از کارگاه‌های مهارت"
    kind = traits["kicker"] if traits["title"] != "in-heading" else "named"
    if kind == "named" and markup.style not in ("semantic", "finglish"):
        kind = "own-heading"  # without a name or a shape nobody could recognize it
    if kind in ("own-heading", "named", "colon"):
        made.kicker = kicker
    if kind == "colon":
        made.kicker = kicker.rstrip(":؛ ") + ":"
    above = {
        "own-heading": f"<h4>{escape(made.kicker or '')}</h4>",
        "named": markup.el("div", escape(made.kicker or ""), "kicker"),
        "colon": f"<div>{escape(made.kicker or '')}</div>",
        "empty": markup.el("div", "", "kicker"),
    }.get(kind, "")
    match traits["title"]:
        case "h2":
            below = markup.el("h2", title, "title")
        case "div":
            below = markup.el("div", f"<b>{title}</b>", "title")
        case "h1-link":
            below = markup.el("h1", f'<a href="#">{title}</a>', "title")
        case "site-h1" | "hidden-site-h1":
            hidden = ' style="display: none"' if traits["title"] == "hidden-site-h1" else ""
            made.site_heading = f"<h1{hidden}><a href='/'>{escape(site)}</a></h1>"
            below = markup.el("h2", title, "title")
        case "in-heading":
            name = escape(made.kicker or "")
            above, below = (
                "",
                (f'<h1><span class="rutitr">{name}</span> <span class="titr">{title}</span></h1>'),
            )
        case _:
            below = markup.el("h1", title, "title")
    made.top = above + below


def _lay_lead(made: Headline, story: Story, traits: Mapping[str, str], markup: Markup) -> None:
    lead = story.lead
    kind = traits["lead"]
    if lead is None or kind in ("none", "meta-only"):
        return
    made.lead_text = lead
    if kind == "inside":
        made.inner_lead = markup.el("h3", escape(lead), "lead")
    else:
        # Among the paragraphs, in an element like theirs, nobody could recognize it.
        alike = traits["container"] == "flat" and traits["paragraphs"] == "div"
        nameless = markup.style not in ("semantic", "finglish")
        made.lead = markup.el("h3" if alike and nameless else "div", escape(lead), "lead")
    if kind == "repeated":
        made.inner_lead = f"<p>{escape(lead)}</p>"


def _lay_date(made: Headline, story: Story, traits: Mapping[str, str], markup: Markup) -> None:
    when = story.published
    kind = traits["date"]
    minute = f"{when:%Y-%m-%dT%H:%M}{when:%z}"
    made.published_at = minute[:-2] + ":" + minute[-2:]
    form = markup.fixed("date").choice(FORMS)(when)
    shown = markup.el("span", form, "date")
    match kind:
        case "meta-utc":
            made.head += f'<meta property="article:published_time" content="{utc(when)}">'
        case "meta-offset":
            made.head += f'<meta itemprop="datePublished" content="{when.isoformat()}">'
        case "meta-jalali":
            made.head += f'<meta property="article:published_time" content="{jalali_meta(when)}">'
        case "json-ld":
            pass
        case "microdata":
            shown = f'<time itemprop="datePublished" datetime="{when.isoformat()}">{form}</time>'
        case "time-tag":
            shown = f'<time datetime="{when:%Y-%m-%d %H:%M}">{form}</time>'
        case "text-day":
            made.published_at = f"{when:%Y-%m-%d}"
            shown = markup.el("span", markup.fixed("date").choice(DAY_FORMS)(when), "date")
        case "none":
            made.published_at, shown = None, ""
    if kind.startswith(("meta", "json")) and markup.fixed("shown").random() < 0.3:
        shown = ""
    made.meta = shown + _lay_code(made, story, traits["code"], markup)


def _lay_code(made: Headline, story: Story, kind: str, markup: Markup) -> str:
    if kind == "none":
        return ""
    made.news_code = story.code
    label = markup.fixed("code").choice(("کد خبر", "شناسه خبر", "کد مطلب"))
    if kind == "label":
        return markup.el("span", f"{label}: {story.code}", "code")
    if kind == "two-cells":
        return f"<span><span>{label} :</span> <span>{story.code}</span></span>"
    return ""


def _head(story: Story, traits: Mapping[str, str], site: str, url: str) -> str:
    """Return `<title>`, OpenGraph and JSON-LD."""
    dated = story.published if traits["date"] == "json-ld" else None
    kind = traits["head"]
    ld = ""
    if dated or kind == "full":
        told = _json_ld(story, dated, titled=kind == "full")
        # In other encodings missing characters become entities, which a script can't read.
        written = json.dumps(told, ensure_ascii=traits["encoding"] != "utf-8")
        ld = f'<script type="application/ld+json">{written}</script>'
    if kind == "misleading":
        about = "تازه‌ترین خبرهای ایران و جهان را در این سایت بخوانید"
        return (
            f"<title>{escape(site)}</title>"
            f'<meta property="og:title" content="{site}">'
            '<meta property="og:type" content="website">'
            f'<meta name="description" content="{about}">{ld}'
        )
    name = f"<title>{escape(story.title)} | {escape(site)}</title>"
    if kind == "title-only":
        return name + ld
    description = (story.lead or story.body[0])[:160].replace('"', "&quot;")
    title = story.title.replace('"', "&quot;")
    return (
        f'{name}<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{site}">'
        f'<meta property="og:description" content="{description}">'
        f'<link rel="canonical" href="{url}">{ld}'
    )


def _json_ld(story: Story, dated: datetime | None, *, titled: bool) -> dict[str, str]:
    told: dict[str, str] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    if titled:
        told["headline"] = story.title
    if dated is not None:
        told["datePublished"] = utc(dated)
    return told
