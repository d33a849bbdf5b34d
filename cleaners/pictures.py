"""Pictures of an article: their address and caption."""

import re
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.blocks import field_text
from cleaners.page import squeeze
from cleaners.persian.folding import fold

__all__ = ["image_of"]

# Addresses, in lower case, of pictures that belong to the page, not to the story.
_FURNITURE: Final = re.compile(
    r"(?:^|[/_-])(?:icons?|logo|print|mail|email|spacer|blank|pixel|loading|avatar|share|rss|arrow)"
    r"\w*\.|\.svg$|/icons?/|^data:"
)


def image_of(node: LexborNode, title: str | None) -> Image | None:
    """Read an `<img>`; its caption is the figure's, else the alternative text."""
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
    caption = _caption_of(node) or squeeze(attributes.get("alt") or "")
    if not caption or (title and fold(caption) == fold(title)):
        return Image(url)
    return Image(url, caption)


def _caption_of(node: LexborNode) -> str | None:
    parent = node.parent
    for _ in range(3):
        if parent is None:
            return None
        if parent.tag == "figure":
            caption = parent.css_first("figcaption")
            return field_text(caption) or None if caption is not None else None
        parent = parent.parent
    return None
