"""What surrounds an article: boxes of links, comments, sidebars, tools, footers.

Every box records the texts that must not be extracted with the article.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from benchmarks.layouts.dating import FORMS, clock_line
from benchmarks.layouts.markup import Markup, escape
from benchmarks.layouts.words import words

__all__ = ["Surroundings"]

_SHARES: Final = ("تلگرام", "ایتا", "بله", "واتساپ", "ایکس")


@dataclass(slots=True)
class Surroundings:
    """Writes the boxes of one page, and collects their texts in `noise`."""

    markup: Markup
    now: datetime
    address: Callable[[random.Random], str]
    """Invents the address of another story on the site."""
    noise: list[str] = field(default_factory=list)
    _headlines: list[str] = field(default_factory=list)

    @property
    def rng(self) -> random.Random:
        """The page's source of chance."""
        return self.markup.rng

    def _headline(self) -> str:
        if not self._headlines:
            known = words()["headlines"]
            self._headlines = self.rng.sample(known, len(known))
        return self._headlines.pop()

    def _link(self, text: str | None = None) -> str:
        text = text or self._headline()
        self.noise.append(text)
        return f'<a href="{self.address(self.rng)}">{escape(text)}</a>'

    def _teaser(self) -> str:
        text: str = self.rng.choice(words()["teasers"])
        self.noise.append(text[:70])
        return escape(text)

    # Links to other stories

    def related(self, kind: str) -> str:
        """Return a box of links to other stories, in the shape `kind`; empty for none."""
        m, rng = self.markup, self.markup.fixed("related")
        if kind == "none":
            return ""
        label = escape(rng.choice(words()["rare_labels" if kind == "rare-label" else "labels"]))
        count = rng.randint(2, 5)
        if kind in ("ul", "rare-label"):
            items = "".join(f"<li>{self._link()}</li>" for _ in range(count))
            heading = rng.choice(("h3", "h4", "div", "strong"))
            return m.el("div", f"<{heading}>{label}</{heading}><ul>{items}</ul>", "related")
        if kind == "p-ul":
            items = "".join(f"<li>{self._link()}</li>" for _ in range(count))
            return f"<p>{label}</p><ul>{items}</ul>"
        if kind == "paragraphs":
            bullet = rng.choice(("", "● ", "- "))
            items = "".join(f"<p>{bullet}{self._link()}</p>" for _ in range(count))
            return f"<p><strong>{label}:</strong></p>{items}"
        if kind == "inline":
            return f"<p><strong>{label}: </strong>{self._link()}</p>"
        if kind == "cards":
            return m.el(
                "div", f"<h3>{label}</h3>" + "".join(map(self._card, range(count))), "widget"
            )
        return m.el("div", f"<h3>{label}</h3>" + "".join(map(self._story, range(3))), "widget")

    def _card(self, _: int) -> str:
        when = self.now - timedelta(hours=self.rng.randrange(1, 90))
        date = self.markup.el("span", self.markup.fixed("date").choice(FORMS)(when))
        image = f'<img src="/files/{self.rng.randrange(9999)}.jpg" alt="">'
        return self.markup.el("div", f"{image}<h4>{self._link()}</h4>{date}", "teaser")

    def _story(self, _: int) -> str:
        body = f"<h4>{self._link()}</h4><p>{self._teaser()}</p>"
        return self.markup.el("div", body, "teaser")

    # Readers

    def comments(self, kind: str) -> str:
        """Return the readers' comments, or the form alone."""
        if kind == "none":
            return ""
        m, rng = self.markup, self.rng
        form = self._form()
        if kind == "form-only":
            return form
        count = rng.randint(2, 5)
        items = "".join(self._comment() for _ in range(count))
        heading = m.fixed("comments").choice(
            (f"نظرات ({count})", "نظرات کاربران", "دیدگاه‌ها", "نظر خوانندگان")
        )
        if kind == "named":
            return m.el("section", f"<h3>{heading}</h3>{items}{form}", "comments", id="comments")
        return f"<div><div>{heading}</div>{items}</div>{form}"

    def _comment(self) -> str:
        m, rng = self.markup, self.rng
        text = rng.choice(words()["comments"])
        self.noise.append(text[:60])
        when = self.now + timedelta(minutes=rng.randrange(20, 3000))
        form = m.fixed("date of comments").choice(FORMS)
        who = f"<b>{rng.choice(words()['commenters'])}</b> <span>{form(when)}</span>"
        likes = (
            f"<span>{rng.randrange(40)}</span><span>{rng.randrange(9)}</span><a href='#'>پاسخ</a>"
        )
        role = "comment" if m.fixed("comment").random() < 0.7 else ""
        return m.el("div", f"<div>{who}</div><p>{escape(text)}</p><div>{likes}</div>", role)

    def _form(self) -> str:
        notice = "نظرات حاوی توهین و افترا منتشر نمی‌شود و نظر شما پس از تأیید نمایش داده خواهد شد."
        self.noise.append(notice)
        fields = "".join(f"<label>{name}</label><input>" for name in ("نام", "ایمیل"))
        inner = (
            f"<h4>نظر شما</h4>{fields}<textarea></textarea><button>ارسال</button><p>{notice}</p>"
        )
        return self.markup.el("div", inner, "form")

    # Columns, head and foot

    def sidebar(self, kind: str) -> str:
        """Return the content of the side column."""
        m = self.markup
        if kind == "none":
            return ""
        box = m.el("div", "".join(f"<li>{self._link()}</li>" for _ in range(9)), "teaser")
        if kind == "teasers":
            box += "".join(map(self._story, range(5)))
        if kind == "prose":
            text = m.fixed("sidebar").choice(words()["sidebar_prose"])
            self.noise.append(text[20:90])
            box += m.el("div", f"<p>{escape(text)}</p>")
        if m.fixed("has poll").random() < 0.5:
            box += self._poll()
        return m.el("aside" if m.fixed("aside").random() < 0.3 else "div", box, "sidebar")

    def _poll(self) -> str:
        question, *answers = self.markup.fixed("poll").choice(words()["polls"])
        self.noise.append(question)
        rows = "".join(f"<div><input type='radio'>{answer}</div>" for answer in answers)
        return self.markup.el("div", f"<p>{question}</p>{rows}", "poll")

    def header(self, weight: str, site: str) -> str:
        """Return the head of the page: name, clock, menu."""
        m, rng = self.markup, self.rng
        known = words()["menu"]
        count = 14 if weight == "light" else 100
        names = [known[index % len(known)] for index in range(count)]
        items = "".join(
            f'<li><a href="/service/{i}">{name}</a></li>' for i, name in enumerate(names)
        )
        clock = clock_line(self.now + timedelta(days=rng.randrange(3, 300)))
        clock = m.fixed("clock").choice((clock, f"امروز: {clock}", ""))
        top = f"<a href='/'>{escape(site)}</a><span>{clock}</span>"
        return m.el("div", f"{top}{m.el('ul', items, 'menu')}", "header")

    def tools(self) -> str:
        """Return some of these in a row: share bar, short link, text size, print, app."""
        m, rng = self.markup, self.markup.fixed("tools")
        shares = "".join(f'<a href="#">{name}</a> ' for name in _SHARES)
        short = f"https://x.ir/{self.rng.randrange(9999)}"
        kinds: list[Callable[[], str]] = [
            lambda: m.el("div", shares, "share"),
            lambda: f'<div>لینک کوتاه: <input value="{short}"></div>',
            lambda: '<div><a href="#">چاپ خبر</a> <a href="#">ارسال به دوستان</a></div>',
            lambda: '<div><span>اندازه متن</span><a href="#">+</a><a href="#">-</a></div>',
            self._promo,
        ]
        return "".join(make() for make in rng.sample(kinds, rng.randint(1, 3)))

    def _promo(self) -> str:
        text = self.markup.fixed("promo").choice(words()["promos"])
        self.noise.append(text)
        return self.markup.el("div", f'<a href="/app">{escape(text)}</a>', "promo")

    def tags(self) -> str:
        """Return the article's tags, in one of the usual shapes."""
        m, rng = self.markup, self.rng
        chosen = rng.sample(words()["tags"], 4)
        links = [f'<a href="/tags/{name}" rel="tag">{name}</a>' for name in chosen]
        kind = m.fixed("tags").randrange(4)
        if kind == 0:
            return ""
        if kind == 1:
            return m.el("div", "<span>برچسب‌ها: </span>" + "، ".join(links), "tags")
        if kind == 2:
            return m.el("ul", "".join(f"<li>{link}</li>" for link in links), "tags")
        return "<p>" + " ".join(f"#{name.replace(' ', '_')}" for name in chosen) + "</p>"

    def footer(self, kind: str) -> str:
        """Return the foot of the page."""
        texts = words()["footers"]
        chosen = texts if kind == "long" else [texts[1]]
        self.noise += [text[10:80] for text in chosen]
        inner = "".join(f"<p>{escape(text)}</p>" for text in chosen)
        tag = self.markup.fixed("footer").choice(("footer", "div"))
        return self.markup.el(tag, inner + '<a href="/about">درباره ما</a>', "footer")

    def ballast(self, weight: str) -> str:
        """Return scripts, styles and drawings that make a page heavy: some 100 KB."""
        if weight != "heavy":
            return "<script>window.dataLayer=[];</script>"
        rng = self.rng
        rules = "".join(f".c{i}{{margin:{i}px;color:#{i:06x}}}" for i in range(900))
        state = json.dumps(
            [
                {
                    "id": i,
                    "title": rng.choice(words()["headlines"]),
                    "text": rng.choice(words()["teasers"]),
                }
                for i in range(120)
            ]
        )
        path = " ".join(f"L{rng.randrange(99)} {rng.randrange(99)}" for _ in range(1500))
        return (
            f"<style>{rules}</style><script>window.__STATE__={state}</script>"
            f'<svg viewBox="0 0 99 99"><path d="M0 0 {path}"/></svg>'
        )
