"""What stands around an article's text: its breadcrumb, its tags, its authors."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import SHORTEST_HEADLINE
from cleaners.layouts.scope import Scope
from cleaners.layouts.sources import value_at
from cleaners.lines.sentences import ends_sentence
from cleaners.links import is_own_address, leads_to_front
from cleaners.markup.classnames import holds_comments
from cleaners.markup.people import people_below, stated_people
from cleaners.markup.tree import elements_before, up_to
from cleaners.markup.walking import field_text
from cleaners.rules import Source

__all__ = ["authors_in", "heads_another", "is_of_another", "sections_near", "texts_near"]

# `a:is(.tags *, .keys *)`: an element inside one of these.
_ANY_OF: Final = re.compile(r"\w*:is\(([^()]*)\)")
# How many elements above the article's own its breadcrumb and tags may be: a column, a row, a page.
_STEPS_AROUND: Final = 5
# A breadcrumb has no more steps; a menu has.
_MOST_STEPS: Final = 6
# At most this many elements are looked at: lists of stories name as many authors as stories.
_MOST_NAMED: Final = 12
_TEXT: Final = frozenset(("p", "li", "blockquote"))
_NOT_IN: Final = frozenset(("aside", "article"))
# The card of another story is at most this many elements above its section or author.
_LEVELS: Final = 4


def texts_near(scope: Scope, field: str) -> list[str]:
    """Return all texts of a field in the article, or else in the elements around it.

    For fields that may stand beside the article: breadcrumb, tags.
    """
    if values := scope.texts(field):
        return values
    around = _around(scope, field)
    return around.texts(field) if around is not None else []


def sections_near(scope: Scope) -> list[str]:
    """Return the sections in the article, or else above it, or else in the page's metas.

    Metas name only the narrowest section.
    """
    sources = scope.layout.sources.get("section", ())
    shown = tuple(source for source in sources if source.kind == "css")
    if values := scope.texts_at(shown):
        return values
    if values := _above(scope, shown):
        return values
    stated = tuple(source for source in sources if source.kind != "css")
    if values := scope.texts_at(stated):
        return values
    around = _around(scope, "section")
    return around.texts_at(shown) if around is not None else []


def authors_in(scope: Scope) -> list[str]:
    """Return the authors in the article, without those of comments and of other stories."""
    for source in scope.layout.sources.get("authors", ()):
        if not source.is_person:
            names = _named_at(scope, source)
        else:
            named = [(n, value_at(n, source)) for n in islice(scope.nodes(source.key), _MOST_NAMED)]
            own = _around_body(scope) if any(name for _, name in named) else set()
            names = [
                name
                for node, name in named
                if name and not (_is_in_a_sentence(node) or is_of_another(node, scope, own))
            ]
        if names:
            return list(dict.fromkeys(names))
    return []


def _named_at(scope: Scope, source: Source) -> list[str]:
    """Return the names at a source: each for itself if they stand in elements of their own."""
    if source.kind == "ld":
        return stated_people(scope.page)
    if source.kind != "css" or source.attribute:
        return list(scope.values(source))
    parts = (part for node in scope.nodes(source.key) for part in people_below(node) or [node])
    return [name for part in parts if (name := value_at(part, source))]


def _is_in_a_sentence(node: LexborNode) -> bool:
    """Return whether an element is a part of a paragraph that ends a sentence."""
    paragraph = next((box for box in islice(up_to(node), 1, None) if box.tag in _TEXT), None)
    return paragraph is not None and ends_sentence(field_text(paragraph))


def _around_body(scope: Scope) -> set[int]:
    """Return the `mem_id` of every element around the body."""
    body = next(filter(None, map(scope.root.css_first, scope.layout.body)), scope.root)
    return {node.mem_id for node in up_to(body)}


def _around(scope: Scope, field: str) -> Scope | None:
    """Return the scope of an element around the article, if it may hold the field."""
    outer: LexborNode = scope.root
    for _ in range(_STEPS_AROUND):
        if outer.tag == "body" or outer.parent is None:
            break
        outer = outer.parent
    if outer.mem_id == scope.root.mem_id:
        return None
    sources = scope.layout.sources.get(field, ())
    containers = _containers(tuple(s.key for s in sources if s.kind == "css"))
    if not containers or outer.css_first(containers) is None:
        return None
    return scope.beyond(outer)


def _above(scope: Scope, sources: Sequence[Source]) -> list[str]:
    """Return the texts of the first of `sources` in the nearest element above the article."""
    containers = _containers(tuple(source.key for source in sources))
    for box in _boxes_above(scope.root) if containers else ():
        if box.css_first(containers) is None:
            continue
        inside = Scope(scope.page, scope.layout, box)
        for source in sources:
            nodes = list(islice(inside.nodes(source.key), _MOST_STEPS + 1))
            # The steps stand side by side: what is true of the first is true of all.
            if not nodes or len(nodes) > _MOST_STEPS or is_of_another(nodes[0], inside, set()):
                continue
            if found := list(dict.fromkeys(filter(None, (value_at(n, source) for n in nodes)))):
                return found
    return []


def _boxes_above(root: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that stand before `root` or before one of those around it, nearest first.

    Searching only these takes a fraction of the time that the whole page does.
    """
    for around in islice(up_to(root), _STEPS_AROUND):
        if around.tag == "body":
            return
        yield from elements_before(around)


def is_of_another(node: LexborNode, scope: Scope, holders: set[int]) -> bool:
    """Return whether an element stands in a column, a comment, or the card of another story.

    `holders` are the elements around the article.
    """
    for level, box in enumerate(islice(up_to(node, scope.root), 1, None)):
        if box.mem_id in holders:
            return False
        if box.tag in _NOT_IN or holds_comments(box):
            return True
        if level < _LEVELS and heads_another(box, scope.page.url):
            return True
    return False


def heads_another(box: LexborNode, url: str | None) -> bool:
    """Return whether the first heading of an element is a link to another story."""
    heading = box.css_first("h2, h3, h4")
    if heading is None or len(heading.text(strip=True)) < SHORTEST_HEADLINE:
        return False
    around = heading.parent
    link = around if around is not None and around.tag == "a" else heading.css_first("a[href]")
    href = link.attributes.get("href") if link is not None else None
    return bool(href) and not leads_to_front(href or "") and not is_own_address(href or "", url)


@cache
def _containers(selectors: tuple[str, ...]) -> str:
    """Return a selector of what `selectors` begin with: `.tags` for `.tags li a`, `a:is(.tags *)`.

    Searching for these first halves the time on pages that have none.
    """
    parts = ",".join(_ANY_OF.sub(r"\1", selector) for selector in selectors).split(",")
    return ", ".join(dict.fromkeys(part.split()[0] for part in parts if part.strip()))
