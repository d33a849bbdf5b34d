"""The traits of a generated page: what may differ from one layout to the next."""

import random
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["AXES", "Traits", "draw"]

#: What a page is like: axis → value.
type Traits = Mapping[str, str]

#: Every axis with its values. A seed draws one value of each for a page; over many pages, all
#: values of an axis are equally frequent.
AXES: Final[dict[str, tuple[str, ...]]] = {
    # the element around the article
    "container": ("article", "main", "div-soup", "table", "aspnet", "sections", "flat"),
    # how elements are named
    "names": ("semantic", "finglish", "utility", "obfuscated", "none", "misleading"),
    # how paragraphs are separated
    "paragraphs": ("p", "br", "br-br", "div", "nbsp", "word", "span-br"),
    # whether some paragraphs are list items or a quote
    "structure": ("plain", "list", "quote"),
    # what is inside paragraphs
    "inline": ("none", "mid-word", "nbsp-blanks", "spans", "font", "links"),
    "title": ("h1", "h2", "div", "h1-link", "site-h1", "hidden-site-h1", "in-heading"),
    "kicker": ("none", "own-heading", "named", "colon", "empty"),
    "lead": ("none", "outside", "inside", "repeated", "meta-only"),
    # what <head> says
    "head": ("full", "og", "title-only", "misleading"),
    "date": (
        "meta-utc",
        "meta-offset",
        "meta-jalali",
        "json-ld",
        "microdata",
        "time-tag",
        "text",
        "text-day",
        "none",
    ),
    "code": ("label", "two-cells", "url", "none"),
    # boxes of links to other stories: their shape, and where they are
    "related": ("none", "ul", "p-ul", "paragraphs", "inline", "cards", "teasers", "rare-label"),
    "place": ("before", "inside", "after"),
    "comments": ("none", "named", "unnamed", "form-only"),
    "sidebar": ("none", "links", "teasers", "prose"),
    "footer": ("short", "long"),
    "picture": ("none", "caption-title", "caption-own", "gallery"),
    "end": ("none", "mark", "glued-mark", "code", "mark-then-headline", "source"),
    # rarer elements beside the article
    "extra": (
        "none",
        "newsletter",
        "advertisement",
        "video",
        "figure",
        "author-box",
        "next-article",
        "print-header",
        "hidden-copy",
    ),
    "encoding": ("utf-8", "utf-8", "utf-8", "windows-1256"),
    "zwnj": ("raw", "named-entity", "decimal", "hex"),
    "weight": ("light", "menu", "heavy"),
}


def draw(seed: int) -> Iterator[dict[str, str]]:
    """Yield traits without end: page after page, the same for the same seed.

    Each axis runs through its values in an order shuffled anew each round.
    """
    streams = {axis: _rounds(values, f"{seed}/{axis}") for axis, values in AXES.items()}
    while True:
        yield {axis: next(stream) for axis, stream in streams.items()}


def _rounds(values: tuple[str, ...], key: str) -> Iterator[str]:
    rng = random.Random(key)
    while True:
        yield from rng.sample(values, len(values))
