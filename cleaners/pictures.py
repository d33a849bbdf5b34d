"""Pictures of an article: their address and caption."""

import re
from collections.abc import Iterable
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.blocks import blocks_of, field_text
from cleaners.boilerplate import judge_line
from cleaners.linefacts import facts_of
from cleaners.page import squeeze
from cleaners.persian.folding import fold

__all__ = ["image_of"]

# Addresses, in lower case, of pictures that belong to the page, not to the story.
_FURNITURE: Final = re.compile(
    r"(?:^|[/_-])(?:icons?|logo|print|mail|email|spacer|blank|pixel|loading|avatar|share|rss|arrow)"
    r"\w*\.|\.svg$|/icons?/|^data:"
)
# A longer line in a picture's box, or one that ends a sentence, is text, unless it is called a
# caption: then it is at most so long.
_LONGEST_CAPTION: Final = 120
_LONGEST_NAMED: Final = 400
_SENTENCE_END: Final = (".", "!", "؟", ":", "؛", "…")
# How far above a picture its figure, or the box it shares with its caption, may stand.
_LEVELS: Final = 3
# A box with more elements behind the picture holds more than its caption.
_MOST_SIBLINGS: Final = 20


def image_of(node: LexborNode, told: Iterable[str | None]) -> Image | None:
    """Read an `<img>`; its caption stands beside it, else it is the alternative text.

    `told` are title and lead: what repeats one of them is no caption.
    """
    attributes = node.attributes
    url = next(
        (
            value.strip()
            for key in ("data-src", "data-original", "data-lazy-src", "src")
            if (value := attributes.get(key)) and not value.startswith("data:")
        ),
        None,
    )
    if not url or "\\" in url or _FURNITURE.search(url.lower()):
        return None
    known = {fold(text) for text in told if text}
    for caption in (_caption_beside(node), squeeze(attributes.get("alt") or "")):
        if caption and fold(caption) not in known:
            return Image(url, caption)
    return Image(url)


def _caption_beside(node: LexborNode) -> str | None:
    """Return the caption in a picture's figure, or the lone short line below it in its box."""
    branch = node
    for _ in range(_LEVELS):
        box = branch.parent
        if box is None or box.tag == "body":
            return None
        if box.tag == "figure":
            named = box.css_first("figcaption")
            return field_text(named) or None if named is not None else None
        if text := box.text(strip=True):
            is_above = text != _text_behind(branch)
            return None if is_above or len(text) > _LONGEST_NAMED else _caption_of_box(box)
        branch = box
    return None


def _text_behind(node: LexborNode) -> str:
    """Return the text of the elements that follow `node` in the one around both."""
    parts: list[str] = []
    sibling = node.next
    while sibling is not None and len(parts) <= _MOST_SIBLINGS:
        parts.append(sibling.text(strip=True))
        sibling = sibling.next
    return "".join(parts)


def _caption_of_box(box: LexborNode) -> str | None:
    """Return the only line of a box, if it is called a caption or looks like one."""
    lines = blocks_of(box)
    if len(lines) != 1 or lines[0].links:
        return None
    is_named = box.css_first("[class*=caption]") is not None
    return lines[0].text if is_named or _may_be_caption(lines[0].text) else None


def _may_be_caption(text: str) -> bool:
    return (
        len(text) <= _LONGEST_CAPTION
        and not text.endswith(_SENTENCE_END)
        and judge_line(text, context="head") is None
        and facts_of(text) is None
    )
