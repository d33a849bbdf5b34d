"""Dates that a page shows: how far each is trusted, and those in elements made for times."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from cleaners.generic.headerlines import says_update, share_parent
from cleaners.generic.prose import Prose
from cleaners.markup.classnames import class_words, generic_data, names_of
from cleaners.markup.hiding import is_hidden
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text

__all__ = [
    "BESIDE_TEXT",
    "Shown",
    "Trust",
    "distance_to_header",
    "in_time_elements",
    "is_of_update",
]

# `<abbr class="published" title="2013-08-19T21:34">` is older than `<time>`.
_ELEMENTS: Final = "time, abbr.published"
# The page's own date is among its first elements for times, this many.
_TIMES: Final = 6
# The article's header (kicker, section, date) begins at most this many lines above the title.
_HEADER: Final = 4
#: What `distance_to_header` returns for a line in the text or below it.
BESIDE_TEXT: Final = _HEADER + 1


class Trust(IntEnum):
    """How far a date on the page is trusted; dates in the head rank just before `SHORT`."""

    LABELLED = 0
    CALLED = 1
    TIME = 2
    SHORT = 3
    FAR = 4
    BELOW = 5


class Shown(NamedTuple):
    """A date that the page shows; these sort by trust, then by distance from the header."""

    trust: Trust
    distance: int
    raw: str


def in_time_elements(page: Page, prose: Prose) -> Iterator[Shown]:
    """Yield text and attribute of each `<time>` element that is not apart from the article.

    Those of a change come last, and only if their text does not say that they are.
    """
    boxes = {prose.blocks[index].node.mem_id for index in prose.boxed}
    for node in page.tree.css(_ELEMENTS)[:_TIMES]:
        above = ancestors(node)
        if is_hidden(node) or any(n.mem_id in boxes or _is_apart(n, prose) for n in above):
            continue
        text = field_text(node)
        if _tells_update(text) and not _is_of_publication(node):
            continue
        distance = distance_to_header(prose, prose.line_near(node, above) or 0)
        is_far = distance > BESIDE_TEXT or is_of_update(node)
        for raw in (text, node.attributes.get("datetime"), node.attributes.get("title")):
            if raw:
                yield Shown(Trust.FAR if is_far else Trust.TIME, distance, raw)


def _is_apart(node: LexborNode, prose: Prose) -> bool:
    """Return whether an element is apart from the article; a footer that is its own is not."""
    if not prose.is_apart(node):
        return False
    words, data = class_words(names_of(node)), generic_data()
    if words.isdisjoint(data["no_tags"]["own"]) or (node.tag != "footer" and "footer" not in words):
        return True
    return not (words - {"footer"}).isdisjoint(data["apart"]["words"])


def is_of_update(node: LexborNode) -> bool:
    """Return whether the names of an element say that it is the time of a change, and no more."""
    words = class_words(names_of(node))
    update = generic_data()["updated"]["words"]
    return not words.isdisjoint(update) and words.isdisjoint(generic_data()["date"]["words"])


def _is_of_publication(node: LexborNode) -> bool:
    """Return whether the names of an element say that it is the time of publication, as well."""
    return not class_words(names_of(node)).isdisjoint(generic_data()["updated"]["published"])


def _tells_update(text: str) -> bool:
    """Return whether a text begins like «به‌روزرسانی: ۱۲ آذر …»."""
    label = text[: next((at for at, sign in enumerate(text) if sign.isdigit()), 0)]
    return bool(label) and says_update(label)


def distance_to_header(prose: Prose, index: int) -> int:
    """Return how far a line is from the article's header; more than `BESIDE_TEXT` is far off.

    0 between title and text, one more for each line above the title, `BESIDE_TEXT` in or below the
    text.
    """
    at = prose.title_at
    if at is None or prose.article is None:
        return 0
    if index >= at:
        return 0 if index <= max(at, prose.article.first) else BESIDE_TEXT
    is_far = at - index > _HEADER or _is_of_the_page(prose, index, at)
    return BESIDE_TEXT + at - index if is_far else at - index


def _is_of_the_page(prose: Prose, index: int, at: int) -> bool:
    """Return whether only the page itself holds both a line and the title."""
    if share_parent(prose.blocks[index], prose.blocks[at]):
        return False
    around = {node.mem_id for node in prose.chain(at)}
    shared = next((node for node in prose.chain(index) if node.mem_id in around), None)
    return shared is None or shared.tag == "body"
