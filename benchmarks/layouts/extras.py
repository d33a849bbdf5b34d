"""Rarer elements beside an article: what some sites put into, after or before its text."""

from benchmarks.layouts.boxes import Surroundings
from benchmarks.layouts.dating import FORMS
from benchmarks.layouts.markup import escape
from benchmarks.layouts.story import Story
from benchmarks.layouts.words import words

__all__ = ["before_article", "behind_article", "inside_text"]


def inside_text(kind: str, around: Surroundings) -> str:
    """Return what is between two paragraphs; an empty string for none."""
    m, noise = around.markup, around.noise
    if kind == "newsletter":
        text = m.fixed("newsletter").choice(words()["newsletters"])
        noise.append(text)
        return m.el("div", f"<p>{escape(text)}</p><input><button>عضویت</button>", "promo")
    if kind == "advertisement":
        text = m.fixed("advertisement").choice(words()["advertisements"])
        noise.append(text)
        return f'<div><span>تبلیغات</span><a href="https://ads.example/{m.rng.randrange(999)}">{text}</a></div>'
    if kind == "video":
        noise.append("مرورگر شما از پخش ویدئو پشتیبانی نمی‌کند")
        return (
            "<div><video src='/v.mp4'></video><div>مرورگر شما از پخش ویدئو پشتیبانی نمی‌کند</div>"
            "<a href='/v.mp4'>دانلود ویدیو</a></div>"
        )
    if kind == "figure":
        caption = m.rng.choice(words()["captions"])
        noise.append(caption)
        return f"<figure><img src='/f/9.jpg'><figcaption>{caption}</figcaption></figure>"
    return ""


def behind_article(kind: str, around: Surroundings, other: Story) -> str:
    """Return what follows the article and its boxes; an empty string for none."""
    m, noise = around.markup, around.noise
    if kind == "author-box":
        text = m.fixed("author").choice(words()["author_boxes"])
        noise.append(text[:60])
        return m.el("div", f"<img src='/a.jpg'><h4>درباره نویسنده</h4><p>{escape(text)}</p>")
    if kind == "next-article":
        noise += [other.title, other.body[0][:60]]
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in other.body[:3])
        head = f"<h2><a href='{around.address(m.rng)}'>{escape(other.title)}</a></h2>"
        date = f"<span>{m.fixed('date').choice(FORMS)(other.published)}</span>"
        return m.el("div", f"<div>خبر بعدی</div>{head}{date}<div>{text}</div>")
    return ""


def before_article(kind: str, story: Story, site: str, shown_date: str) -> str:
    """Return copies of the article that no reader sees; an empty string for none."""
    if kind == "print-header":
        return (
            f'<div style="display:none"><h3>{escape(site)}</h3><span>{shown_date}</span>'
            f"<p>{escape(story.title)}</p></div>"
        )
    if kind == "hidden-copy":
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.body)
        return f'<div style="display: none;"><h1>{escape(story.title)}</h1>{text}</div>'
    return ""
