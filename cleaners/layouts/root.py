"""Which element of a page a layout reads: the one that holds the article, its title included."""

from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.markup.page import Page
from cleaners.markup.tree import up_to
from cleaners.rules import Layout

__all__ = ["element_with_title", "root_of", "title_selectors"]

# No body is nested deeper in the element that also holds its title; broken pages nest thousands.
_DEEPEST: Final = 40


def root_of(page: Page, layout: Layout) -> LexborNode:
    """Return the element that holds the article, its title included."""
    found: LexborNode | None = None
    for selector in layout.root:
        node = page.tree.css_first(selector)
        if node is not None and any(node.css_first(body) for body in layout.body):
            return node
        found = found or node
    for selector in layout.body:
        body = page.tree.css_first(selector)
        if body is not None and (around := element_with_title(page, layout, body)) is not None:
            return around
    return found or page.top


def title_selectors(layout: Layout) -> list[str]:
    """Return the selectors of the elements that may be the title."""
    return [source.key for source in layout.sources.get("title", ()) if source.kind == "css"]


def element_with_title(page: Page, layout: Layout, body: LexborNode) -> LexborNode | None:
    """Return the innermost element that holds `body` and a title."""
    titles = title_selectors(layout)
    for node in islice(up_to(body, page.top), _DEEPEST):
        if node.tag != "body" and any(node.css_first(title) for title in titles):
            return node
    return None
