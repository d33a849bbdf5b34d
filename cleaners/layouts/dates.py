"""The dates of a page, from where a layout says they are."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.listing import SHORTEST_HEADLINE
from cleaners.layouts.scope import Scope
from cleaners.layouts.sources import value_at
from cleaners.links import leads_to_another_story
from cleaners.markup.classnames import holds_comments
from cleaners.markup.tree import up_to

__all__ = ["dates_at"]

# At most this many links beside a date are looked at.
_LINKS_BESIDE: Final = 4
# A comment's date is at most this many elements deep in the comments.
_COMMENT_LEVELS: Final = 6
# Of several dates in one place, the second may have the time that the first lacks.
_DATES: Final = 2


def dates_at(scope: Scope, field: str, code: str | None) -> Iterator[str]:
    """Yield what the page has at each source of a date, the most trusted first.

    Dates of comments are left out, those beside links to other stories come last. `code` is the
    article's own news code.
    """
    last: list[str] = []
    for source in scope.layout.sources.get(field, ()):
        if source.kind != "css":
            yield from scope.values(source)
            continue
        dated = (
            (n, text)
            for n in scope.nodes(source.key)
            if (text := value_at(n, source)) and not _is_in_comments(n, scope)
        )
        for node, text in islice(dated, _DATES):
            if _is_beside_a_story(node, scope, code):
                last.append(text)
            else:
                yield text
    yield from last


def _is_beside_a_story(node: LexborNode, scope: Scope, code: str | None) -> bool:
    """Return whether a date stands beside the headline of another story, whose date it is."""
    box = node.parent
    if box is None or box.mem_id == scope.root.mem_id:
        return False
    return any(
        leads_to_another_story(link.attributes["href"] or "", code, scope.page.url)
        and len(link.text(strip=True)) >= SHORTEST_HEADLINE
        for link in islice(box.css("a[href]"), _LINKS_BESIDE)
    )


def _is_in_comments(node: LexborNode, scope: Scope) -> bool:
    return any(map(holds_comments, islice(up_to(node, scope.root), _COMMENT_LEVELS)))
