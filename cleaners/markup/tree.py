"""Elements around an element."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

__all__ = [
    "Within",
    "ancestors",
    "elements_before",
    "is_behind",
    "is_within",
    "links_in",
    "links_of",
    "matches_of",
    "shown_behind",
    "up_to",
    "without_repetitions",
]

# What stands around a page's `<head>` and `<body>`.
_NO_ELEMENTS: Final = frozenset(("html", "-document", None))
# What is never shown.
_SILENT: Final = frozenset(("script", "style", "link", "meta", "noscript", "br", "hr"))
# Real pages nest about thirty elements, broken ones hundreds.
_DEEPEST: Final = 80
# Real pages have a few boxes of one kind of links, lists of stories some dozens.
_MOST_BOXES: Final = 100


def matches_of(node: LexborNode, selector: str) -> list[LexborNode]:
    """Return the elements below `node` that match a list of selectors, in order, each one once."""
    return without_repetitions(node.css(selector))


def links_in(node: LexborNode, selector: str) -> list[LexborNode]:
    """Return the links that match a list of selectors or are inside elements that do, each once.

    Looking for the elements first takes a fraction of the time of a selector such as `.path a`.
    """
    return links_of(matches_of(node, selector))


def links_of(boxes: Sequence[LexborNode]) -> list[LexborNode]:
    """Return the links among or inside elements, each once; of many elements, only the first."""
    links = [
        link for box in boxes[:_MOST_BOXES] for link in ([box] if box.tag == "a" else box.css("a"))
    ]
    return without_repetitions(links)


def without_repetitions(found: Sequence[LexborNode]) -> list[LexborNode]:
    """Return each element of `found` once, in order.

    lexbor's `css` returns an element once for every selector of a list that it matches, so that
    the first six of them may be two.
    """
    return list({node.mem_id: node for node in found}.values())


def is_behind(node: LexborNode, other: LexborNode) -> bool:
    """Return whether an element comes behind another one on the page, and not around or in it."""
    around = {one.mem_id for one in (other, *ancestors(other))}
    branch = node
    for parent in ancestors(node):
        if parent.mem_id in around:
            keys = (child.mem_id for child in parent.iter())
            first = next((key for key in keys if key in around or key == branch.mem_id), None)
            return first in around and branch.mem_id not in around
        branch = parent
    return False


def shown_behind(node: LexborNode) -> LexborNode | None:
    """Return the next element or text beside `node`, past white space; None if there is none."""
    sibling = node.next
    while sibling is not None and sibling.is_empty_text_node:
        sibling = sibling.next
    return sibling


def elements_before(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements before `node` that have the same parent and may be seen, nearest first."""
    box = node.prev
    while box is not None:
        if box.tag and box.tag[0] not in "-_!" and box.tag not in _SILENT:
            yield box
        box = box.prev


def up_to(node: LexborNode, top: LexborNode | None = None) -> Iterator[LexborNode]:
    """Yield `node` and the elements around it, `top` last."""
    last = top.mem_id if top is not None else None
    walker: LexborNode | None = node
    while walker is not None:
        yield walker
        walker = walker.parent if walker.mem_id != last else None


def is_within(node: LexborNode, elements: Collection[int], top: LexborNode) -> bool:
    """Return whether `node` is, or is inside, one of `elements` (given by `mem_id`).

    It looks no further up than `top`.
    """
    return any(around.mem_id in elements for around in up_to(node, top))


def ancestors(node: LexborNode) -> list[LexborNode]:
    """Return the elements around `node`, the innermost first, `<html>` left out."""
    found: list[LexborNode] = []
    parent = node.parent
    while parent is not None and parent.tag not in _NO_ELEMENTS and len(found) < _DEEPEST:
        found.append(parent)
        parent = parent.parent
    return found


class Within:
    """Whether a node, or an element around it, passes a test; each one is tested only once."""

    def __init__(self, test: Callable[[LexborNode], bool]) -> None:
        self._test = test
        self._known: dict[int, bool] = {}

    def __call__(self, node: LexborNode) -> bool:
        """Return whether `node`, or an element around it, passes the test."""
        path: list[int] = []
        walker: LexborNode | None = node
        answer = False
        while walker is not None and walker.tag not in _NO_ELEMENTS:
            key = walker.mem_id
            path.append(key)
            known = self._known.get(key)
            if known is not None:
                answer = known
                break
            if self._test(walker):
                answer = True
                break
            walker = walker.parent
        self._known.update(dict.fromkeys(path, answer))
        return answer
