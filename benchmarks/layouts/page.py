"""Turn a story and the traits of a layout into a page whose article is known."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.layouts.boxes import Surroundings
from benchmarks.layouts.dating import clock_line
from benchmarks.layouts.extras import before_article, behind_article, inside_text
from benchmarks.layouts.headline import Headline, lay_headline
from benchmarks.layouts.markup import Markup, escape
from benchmarks.layouts.paragraphs import lay_paragraphs
from benchmarks.layouts.skeletons import Parts, assemble
from benchmarks.layouts.story import Story, stories
from benchmarks.layouts.words import words

__all__ = ["GeneratedPage", "Site", "lay_out"]

_ZWNJ: Final = {
    "raw": "\u200c",
    "named-entity": "&zwnj;",
    "decimal": "&#8204;",
    "hex": "&#x200c;",
}
_END_MARKS: Final = (
    "انتهای پیام/",
    "انتهای پیام",
    "انتهای پیام/ج",
    "انتهای پیام / ط ا",
    "انتهای پیام//م.ی",
)
_CODES: Final = ("/ز", "7126/581/د", "۹۹۲۳**۳۲۱۳", "/ف")
# Noise texts that are kept for each page at most.
_MOST_NOISE: Final = 12


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page with the article that must be extracted from it.

    `gold` has the keys of the real captures' `gold.jsonl`; `traits` describe the layout.
    """

    file: str
    html: bytes
    gold: dict[str, Any]
    traits: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """An invented site: its name and the form of its addresses."""

    name: str
    host: str
    address: Callable[[str, str], str]
    """(code, slug) → path."""

    @staticmethod
    def invent(rng: random.Random, *, with_code: bool) -> "Site":
        """Return a site whose addresses contain the code of a story, or only its slug."""
        shapes: list[Callable[[str, str], str]] = (
            [
                lambda code, slug: f"/news/{code}/{slug}",
                lambda code, slug: f"/fa/news/{code}",
                lambda code, slug: f"/index.aspx?pageid=155&amp;newsview={code}",
            ]
            if with_code
            else [
                lambda code, slug: f"/اخبار/{slug}",
                lambda code, slug: f"/blog/{slug}/",
                lambda code, slug: f"/{slug}.html",
            ]
        )
        host = f"www.khabar-{rng.choice('abcdefgh')}{rng.randrange(90)}.ir"
        return Site(rng.choice(words()["site_names"]), host, rng.choice(shapes))

    def path(self, rng: random.Random) -> str:
        """Return the address of some other story."""
        slug = rng.choice(words()["headlines"]).replace(" ", "-").replace("\u200c", "-")
        return self.address(str(rng.randrange(10**5, 10**7)), slug)

    def url(self, story: Story) -> str:
        """Return the absolute address of a story."""
        path = self.address(story.code, story.title.replace(" ", "-").replace("\u200c", "-"))
        return f"https://{self.host}{path}".replace("&amp;", "&")


def lay_out(
    file: str,
    story: Story,
    traits: Mapping[str, str],
    rng: random.Random,
    site_key: str | None = None,
) -> GeneratedPage:
    """Return a page with `story` in the layout that `traits` describe.

    Pages with the same `site_key` and traits are of one site: the same names, labels and footers.
    """
    story = story.with_fresh_facts(rng)
    markup = Markup(traits["names"], site_key or file, rng)
    site = Site.invent(markup.fixed("site"), with_code=traits["code"] != "none")
    url = site.url(story)
    around = Surroundings(markup, story.published, site.path)
    headline = lay_headline(story, traits, markup, site.name, url)
    picture, captions = _picture(traits["picture"], story, rng)
    around.noise += captions
    body = assemble(
        traits["container"], _parts(story, traits, headline, around, picture, site), markup
    )
    body = body.replace("\u200c", _ZWNJ[traits["zwnj"]])
    encoding = traits["encoding"]
    html = (
        f'<!DOCTYPE html>\n<html lang="fa" dir="rtl"><head><meta charset="{encoding}">'
        f"{headline.head}</head>\n<body>{body}{around.ballast(traits['weight'])}</body></html>"
    )
    raw = html.encode(encoding, "xmlcharrefreplace")
    return GeneratedPage(file, raw, _gold(file, url, story, headline, around), traits)


def _parts(
    story: Story,
    traits: Mapping[str, str],
    headline: Headline,
    around: Surroundings,
    picture: str,
    site: Site,
) -> Parts:
    rng = around.rng
    box = around.related(traits["related"])
    place = traits["place"]
    paragraphs, tail = _ended(story.body, traits["end"], around)
    boxes: dict[int, str] = {}
    if place == "inside":
        boxes[rng.randrange(max(len(paragraphs) - 1, 1))] = box
    if extra := inside_text(traits["extra"], around):
        at = rng.randrange(max(len(paragraphs) - 1, 1))
        boxes[at] = boxes.get(at, "") + extra
    text = headline.inner_lead + lay_paragraphs(paragraphs, traits, around.markup, boxes)
    other = rng.choice([told for told in stories() if told.name != story.name])
    behind = behind_article(traits["extra"], around, other)
    hidden = before_article(traits["extra"], story, site.name, clock_line(story.published))
    after = around.tags() + around.tools() + (box if place == "after" else "")
    return Parts(
        header=headline.site_heading + around.header(traits["weight"], site.name),
        top=hidden + headline.top,
        meta=around.markup.el("div", headline.meta, "meta"),
        picture=picture,
        lead=headline.lead,
        text=f"{text}\n{tail}",
        before=box if place == "before" else "",
        after=after,
        comments=around.comments(traits["comments"]) + behind,
        sidebar=around.sidebar(traits["sidebar"]),
        footer=around.footer(traits["footer"]),
    )


def _ended(body: tuple[str, ...], kind: str, around: Surroundings) -> tuple[list[str], str]:
    """Return the paragraphs, with an end mark glued to the last, and the lines that follow them."""
    rng, paragraphs = around.rng, list(body)
    mark = rng.choice(_END_MARKS)
    if kind in ("mark", "glued-mark", "mark-then-headline"):
        around.noise.append("انتهای پیام")
    match kind:
        case "mark":
            return paragraphs, f"<p>{mark}</p>"
        case "glued-mark":
            paragraphs[-1] += mark
        case "code":
            paragraphs[-1] += rng.choice(_CODES)
        case "mark-then-headline":
            headline = rng.choice(words()["headlines"])
            around.noise.append(headline)
            return paragraphs, f'<p>{mark}</p><p><a href="{around.address(rng)}">{headline}</a></p>'
        case "source":
            around.noise.append("منبع: ایسنا")
            return paragraphs, "<p>منبع: ایسنا</p>"
    return paragraphs, ""


def _picture(kind: str, story: Story, rng: random.Random) -> tuple[str, list[str]]:
    """Return the pictures above the text, and the captions that do not belong to the text."""
    title = escape(story.title)
    if kind == "none":
        return "", []
    if kind == "caption-title":
        return f'<div><img src="/files/1.jpg" alt="{title}"><div>{title}</div></div>', []
    caption = rng.choice(words()["captions"])
    image = f'<img src="/files/{rng.randrange(99)}.jpg">'
    if kind == "caption-own":
        return f"<figure>{image}<figcaption>{caption}</figcaption></figure>", [caption]
    thumbs = "".join(f'<a href="/files/{i}.jpg"><img src="/files/t{i}.jpg"></a>' for i in range(6))
    return f"<div>{image}</div><div>{thumbs}</div>", []


def _gold(
    file: str, url: str, story: Story, headline: Headline, around: Surroundings
) -> dict[str, Any]:
    whole = _folded(" ".join(filter(None, (story.title, headline.kicker, story.lead, *story.body))))
    noise = [text for text in dict.fromkeys(around.noise) if _folded(text) not in whole]
    around.rng.shuffle(noise)
    long = max(story.body, key=len)
    return {
        "file": file,
        "url": url,
        "story": story.name,
        "title": story.title,
        "kicker": headline.kicker,
        "lead": headline.lead_text,
        "published_at": headline.published_at,
        "news_code": headline.news_code,
        "body": list(story.body),
        "must_contain": [story.body[0][:60], story.body[-1][-40:], long[: len(long) // 2][-50:]],
        "must_not_contain": noise[:_MOST_NOISE],
    }


def _folded(text: str) -> str:
    return "".join(text.replace("\u200c", "").split())
