"""Article pages as heavy as those of the web: some 130 KB, most of which is not the article.

The captures in ../shared/real_pages have 109 to 262 KB and 7 to 10 elements per kilobyte, and 4 to
15 % of their bytes are scripts. The pages of tests/fixtures are half as large. They are filled up
in the same proportions with what fills real ones: menus, boxes of headlines with pictures, lists of
links, comments, advertisements as inline scripts. The words of each page are in an order of their
own, so that no page repeats what is in another.
"""

import json
import random
import re
from collections.abc import Iterator
from itertools import chain, count, cycle
from pathlib import Path
from typing import Final
from urllib.parse import quote

from cleaners import clean_html
from tests.sample_pages import article_pages

__all__ = ["SIZE", "captures", "filled", "full_pages", "known_pages", "reworded"]

_REAL: Final = Path(__file__).parents[2] / "shared" / "real_pages"
#: Bytes to which pages are filled up.
SIZE: Final = 130_000
# One page in this many is a capture, if there are any.
_CAPTURE_EVERY: Final = 3
# Text of an element that is long enough for a paragraph, a lead or a teaser.
_LONG_TEXT: Final = re.compile(r"(?<=>)[^<>{}]{120,}(?=<)")
# Words of a text that stay first, as datelines and attributions are recognized by their position.
_FIRST_WORDS: Final = 10
_FOOTER: Final = re.compile(rb"<footer\b|</body>", re.IGNORECASE)
_MENU: Final = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)


def known_pages() -> list[tuple[str, bytes]]:
    """Return address and content of the fixtures that the rules of a known family cover."""
    pages = [(page.url, page.read()) for page in article_pages()]
    return [(url, raw) for url, raw in pages if _is_known(url, raw)]


def captures() -> list[tuple[str, bytes]]:
    """Return the captures of known families; an empty list if the folder does not exist."""
    gold = _REAL / "gold.jsonl"
    if not gold.exists():
        return []
    rows = map(json.loads, gold.read_text("utf-8").splitlines())
    pages = [(row["url"], (_REAL / row["file"]).read_bytes()) for row in rows]
    return [(url, raw) for url, raw in pages if _is_known(url, raw)]


def _is_known(url: str, raw: bytes) -> bool:
    return not clean_html(raw, url).extractor.startswith("generic")


def full_pages() -> Iterator[tuple[str, bytes]]:
    """Yield address and content of full pages without end, no two with the same text."""
    fixtures = cycle([(url, filled(raw)) for url, raw in known_pages()])
    real = captures()
    captured = cycle(real)
    for number in count():
        is_capture = bool(real) and number % _CAPTURE_EVERY == 0
        url, raw = next(captured if is_capture else fixtures)
        yield url, reworded(raw, number)


def reworded(raw: bytes, number: int) -> bytes:
    """Return a page whose long texts have their words, except the first ones, in another order.

    A text that is on the page twice stays the same in both places.
    """

    def turned(found: re.Match[str]) -> str:
        words = found[0].split(" ")
        first, rest = words[:_FIRST_WORDS], words[_FIRST_WORDS:]
        turn = number % len(rest) if rest else 0
        return " ".join([*first, *rest[turn:], *rest[:turn]])

    return _LONG_TEXT.sub(turned, raw.decode("utf-8", "surrogateescape")).encode(
        "utf-8", "surrogateescape"
    )


def filled(raw: bytes, size: int = SIZE) -> bytes:
    """Return a page with menus, boxes, comments and scripts around its own, `size` bytes in all."""
    draw = random.Random(len(raw))
    lines = _headlines()
    menu = _menu(draw, lines).encode()
    parts: list[bytes] = []
    missing = size - len(raw) - len(menu)
    kinds = (_pictures, _links, _pictures, _links, _comments, _advertisement, _links)
    for number in count():
        if missing <= 0:
            break
        parts.append(kinds[number % len(kinds)](draw, lines).encode())
        missing -= len(parts[-1])
    boxes = b'<div class="row"><div class="col-12 col-lg-4 sidebar">%s</div></div>' % b"".join(
        parts
    )
    found = list(_FOOTER.finditer(raw))
    place = found[-2 if len(found) > 1 else -1].start() if found else len(raw)
    page = raw[:place] + boxes + raw[place:]
    return _MENU.sub(lambda body: body[0] + menu, page, count=1)


def _headlines() -> list[str]:
    titles = (page.expected()["title"] for page in article_pages())
    return [title for title in titles if title]


def _address(draw: random.Random, title: str) -> str:
    return f"/news/{draw.randrange(10**6, 10**7)}/{quote(title.replace(' ', '-')[:40])}"


def _menu(draw: random.Random, lines: list[str]) -> str:
    """Return a menu of services with their sections: short words, many elements."""
    words = list(chain.from_iterable(line.split() for line in lines))
    entries = []
    for service in range(12):
        below = "\n".join(
            f'            <li class="nav-item"><a class="nav-link" href="/service/{service}/{n}">'
            f"{draw.choice(words)}</a></li>"
            for n in range(6)
        )
        entries.append(
            f'        <li class="dropdown"><a href="/service/{service}">{draw.choice(words)}</a>\n'
            f'        <ul class="submenu">\n{below}\n        </ul></li>'
        )
    return f'\n<nav class="navbar"><ul class="nav">\n{"\n".join(entries)}\n    </ul></nav>\n'


def _pictures(draw: random.Random, lines: list[str]) -> str:
    """Return a box of headlines with pictures."""
    items = []
    for title in draw.sample(lines, 6):
        picture = f"/d/2025/10/{draw.randrange(28)}/3/{draw.randrange(10**7)}.jpg?ts={10**12}"
        items.append(
            f"""            <li class="news" data-tags="{draw.randrange(900)}">
                <figure><a href="{_address(draw, title)}" target="_blank">
                    <img src="{picture}" alt="{title}" width="110" height="75" loading="lazy">
                </a></figure>
                <div class="desc"><h3><a href="{_address(draw, title)}" target="_blank">{title}</a>
                </h3><time><a>{draw.randrange(1, 59)} دقیقه پیش</a></time></div>
            </li>"""
        )
    return _box(draw, "آخرین اخبار", items)


def _links(draw: random.Random, lines: list[str]) -> str:
    """Return a list of links."""
    items = [
        f'            <li class="linear_news"><i class="bolet"></i> <a class="title5" '
        f'href="{_address(draw, title)}" target="_blank" title="{title}">{title}</a></li>'
        for title in draw.sample(lines, 12)
    ]
    return _box(draw, "پربیننده‌ترین", items)


def _box(draw: random.Random, name: str, items: list[str]) -> str:
    return (
        f'\n    <section id="box{draw.randrange(999)}" class="box list list-bullets" '
        f'data-conf="{{}}">\n        <header><h2><a href="/archive">{name}</a></h2></header>\n'
        f"        <div><ul>\n{'\n'.join(items)}\n        </ul></div>\n    </section>\n"
    )


def _comments(draw: random.Random, lines: list[str]) -> str:
    """Return a few readers' comments."""
    items = [
        f"""            <li class="comment" id="c{draw.randrange(10**6)}"><div class="comment-head">
                <span class="name">ناشناس</span>
                <span class="date">1404/07/{draw.randrange(30)}</span>
                <a href="#" class="like"><i class="fa fa-thumbs-up"></i> {draw.randrange(50)}</a>
                </div><p>{" ".join(draw.sample(lines, 2))}</p></li>"""
        for _ in range(5)
    ]
    return _box(draw, "نظرات", items)


def _advertisement(draw: random.Random, lines: list[str]) -> str:
    """Return an inline script that writes advertisements, and a style for them."""
    ads = [
        {"id": draw.randrange(9999), "title": title, "link": _address(draw, title)}
        for title in draw.sample(lines, 4)
    ]
    told = json.dumps({"sec_id": draw.randrange(999), "sec_type": 1, "adv": ads})
    return (
        f"\n    <style>.adv_{draw.randrange(99)} {{ margin: 0 auto; max-width: 300px; }}</style>"
        f"\n    <script>document.write(renderAds({told}))</script>\n"
    )
