"""The dates of a page, from where a layout says they are."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.layouts.scope import Scope
from cleaners.layouts.sources import value_at
from cleaners.markup.classnames import holds_comments
from cleaners.markup.tree import up_to

__all__ = ["dates_at"]

# A comment's date is at most this many elements deep in the comments.
_COMMENT_LEVELS: Final = 6
# Of several dates in one place, the second may have the time that the first lacks.
_DATES: Final = 2


def dates_at(scope: Scope, field: str) -> Iterator[str]:
    """Yield what the page has at each source of a date, the most trusted first.

    Dates of comments are left out.
    """
    for source in scope.layout.sources.get(field, ()):
        if source.kind != "css":
            yield from scope.values(source)
            continue
        dated = (
            text
            for node in scope.nodes(source.key)
            if (text := value_at(node, source)) and not _is_in_comments(node, scope)
        )
        yield from islice(dated, _DATES)


def _is_in_comments(node: LexborNode, scope: Scope) -> bool:
    return any(map(holds_comments, islice(up_to(node, scope.root), _COMMENT_LEVELS)))
