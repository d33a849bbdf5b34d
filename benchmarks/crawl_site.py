"""The agency that the crawl is measured against: pages as heavy as real ones, rendered cheaply.

    python -m benchmarks.crawl_site --articles 3000 --port 8765

A page has 130 KB and as many elements as the captures (`benchmarks.full_pages`). Its text of some
1,700 letters is unique, drawn from the words of the sample pages, so that no article repeats
another. What all pages share is rendered once, as the site must not compete with the crawl for the
machine.
"""

import argparse
import random
import re
import threading
from datetime import UTC, datetime
from functools import cache
from typing import Final

from benchmarks.full_pages import filled
from cleaners.dates.jalali import jalali
from tests.crawl.misbehaving_site import FIRST, Agency, Answer, Server, article_page, html
from tests.sample_pages import article_pages

__all__ = ["FullAgency", "main"]

# Placeholders for what differs from page to page; they occur nowhere else in a page.
_NUMBER: Final = 8_123_457
_MOMENT: Final = datetime(1999, 12, 31, 20, 20, tzinfo=UTC)
_TEXT: Final = "{متن}"

_PARAGRAPHS: Final = 6
_WORDS: Final = 55


class FullAgency(Agency):
    """An agency whose article pages are as heavy as real ones."""

    def _good(self, number: int) -> Answer:
        return html(_page(number, self.published(number)))


def _page(number: int, published: datetime) -> bytes:
    marks, told = _parts(_NUMBER, _MOMENT, _TEXT), _parts(number, published, _text(number))
    meant = dict(zip(marks, told, strict=True))
    return b"".join(meant.get(piece, piece) for piece in _template())


@cache
def _template() -> list[bytes]:
    """Return a page in pieces: what all pages share, and the placeholders."""
    page = filled(article_page(_NUMBER, _MOMENT, _TEXT).encode())
    return re.split(b"(" + b"|".join(map(re.escape, _parts(_NUMBER, _MOMENT, _TEXT))) + b")", page)


def _parts(number: int, published: datetime, text: str) -> list[bytes]:
    """Return the parts of a page that are its own, as `article_page` writes them."""
    parts = (
        str(FIRST + number),
        str(number),
        f"{published:%Y-%m-%dT%H:%M:%SZ}",
        jalali(published).replace(" ", "، "),
        text,
    )
    return [part.encode() for part in parts]


def _text(number: int) -> str:
    """Return the paragraphs of an article, with words drawn by its number."""
    words = random.Random(number).choices(_vocabulary(), k=_PARAGRAPHS * _WORDS)
    starts = range(0, len(words), _WORDS)
    return "</p><p>".join(" ".join(words[start : start + _WORDS]) + "." for start in starts)


@cache
def _vocabulary() -> list[str]:
    texts = (paragraph for page in article_pages() for paragraph in page.expected()["body"])
    return sorted({word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)})


def main() -> None:
    """Serve the agency until the process ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--minutes-apart", type=int, default=60)
    options = parser.parse_args()
    agency = FullAgency(options.articles, options.minutes_apart, etag=False)
    _template()
    _vocabulary()
    with Server(agency, options.port) as server:
        print(server.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
