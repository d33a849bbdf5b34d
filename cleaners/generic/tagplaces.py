"""Where on a page links to tags are the article's own: in no menu, cloud, column or footer."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.prose import Prose
from cleaners.markup.classnames import class_words, generic_data, names_of
from cleaners.markup.tree import ancestors

__all__ = ["is_in_column", "is_place_of_tags", "names_beside_article"]

_COLUMNS: Final = frozenset(("nav", "aside"))


def names_beside_article(node: LexborNode, prose: Prose) -> Iterator[str]:
    """Yield the class names and ids of a node and of what is around it, but not around the article.

    What holds the article as well, such as `<body class="right-sidebar">`, does not count.
    """
    article = prose.article
    holding = {parent.mem_id for parent in article.chains[0]} if article is not None else set()
    beside = takewhile(lambda one: one.mem_id not in holding, (node, *ancestors(node)))
    return map(names_of, beside)


def is_in_column(node: LexborNode) -> bool:
    """Return whether a node is or stands in a menu or a column beside the article."""
    return any(one.tag in _COLUMNS for one in (node, *ancestors(node)))


def is_place_of_tags(node: LexborNode, prose: Prose) -> bool:
    """Return whether a link or line, and what is around it, has no name that speaks against tags.

    A footer that is called the article's, `entry-footer`, may hold them.
    """
    return not any(map(_holds_other_tags, names_beside_article(node, prose)))


def _holds_other_tags(names: str) -> bool:
    """Return whether class names and ids are those of an element with other links than tags."""
    words = class_words(names)
    against = words & _words("words")
    return bool(against) and (against != {"footer"} or words.isdisjoint(_words("own")))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(generic_data()["no_tags"][key])
