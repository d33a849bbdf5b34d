"""Prose among the lines of an unknown page's article that does not belong to it."""

from collections import defaultdict
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster
from cleaners.generic.pagetables import furniture_around
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import READING_AID

__all__ = ["strangers"]

# How the aids begin that take users of a screen reader past a box, and those at its end.
_END: Final = "پایان"
_AIDS: Final = ("از ", "رد شدن", _END)
_LONGEST_BOX: Final = 15


def strangers(prose: Prose) -> set[int]:
    """Return the indexes of lines among the article's that do not belong to it.

    They are prose of other groups, what stands in a box with it, and furniture around the text.
    """
    article = prose.known_article
    own = set(article.at)
    others = {index for c in prose.clusters for index in c.at if index not in own}
    among = range(article.first, article.last)
    # A line right beside one of the article's belongs to it, however it is wrapped: a quotation.
    beside = {
        index
        for cluster in prose.clusters
        if not any(map(prose.is_left_out, cluster.at))
        for index in cluster.at
        if index in others and index in among and {index - 1, index + 1} & own
    }
    inner = {
        index
        for cluster in prose.clusters
        if cluster.first in among
        and cluster.last in among
        and not any(prose.is_left_out(index) for index in cluster.at)
        and (len(cluster.at) >= len(own) or _is_enclosed(cluster, prose))
        for index in cluster.at
    }
    boxed = _in_half_named_boxes(prose) | _skipped(prose)
    return (others - beside - inner) | boxed | furniture_around(prose)


def _in_half_named_boxes(prose: Prose) -> set[int]:
    """Return the lines of boxes in the text of which only a large part is named apart.

    Such a box has a newsletter's form with prose in it, and the terms of use below the form.
    """
    article = prose.known_article
    lines_below = range(article.first + 1, prose.article_range().stop)
    if not any(prose.blocks[at].is_prose and prose.is_left_out(at) for at in lines_below):
        return set()  # as on most pages
    around = {node.mem_id for chain in article.chains for node in chain}
    parts = {_place(node) for chain in article.chains for node in chain}
    named: dict[int, int] = defaultdict(int)
    lines: dict[int, list[int]] = defaultdict(list)
    for index in lines_below:
        chain = prose.chain(index)
        rise = next((at for at, node in enumerate(chain) if node.mem_id in around), 0)
        if not rise or _place(chain[rise - 1]) in parts:
            continue
        box = chain[rise - 1].mem_id
        if not prose.is_left_out(index):
            lines[box].append(index)
        elif prose.blocks[index].is_prose:
            named[box] += len(prose.blocks[index].text)
    held = {box: sum(len(prose.blocks[at].text) for at in lines[box]) for box in named}
    return {at for box, letters in named.items() if 2 * letters > held[box] for at in lines[box]}


def _place(node: LexborNode) -> tuple[int, str | None, str | None]:
    """Return parent, tag and classes of an element, which the parts of a text have in common."""
    parent = node.parent
    return parent.mem_id if parent is not None else 0, node.tag, node.attributes.get("class")


def _skipped(prose: Prose) -> set[int]:
    """Return the lines that a reading aid takes its users past, up to the one that says so."""
    found: set[int] = set()
    start: int | None = None
    for index in prose.article_range():
        text = prose.blocks[index].text
        verdict = judge_line(text) if text.startswith(_AIDS) else None
        if verdict is None or verdict.reason != READING_AID:
            continue
        if not text.startswith(_END):
            start = index
        elif start is not None and index - start <= _LONGEST_BOX:
            found.update(range(start, index + 1))
            start = None
    return found


def _is_enclosed(cluster: Cluster, prose: Prose) -> bool:
    """Return whether the lines right above and below a group are the article's own.

    For example, the group is a paragraph in a grid, beside its picture.
    """
    blocks, own = prose.blocks, prose.known_article.at
    places = {blocks[at].place for at in own}
    holders = {holder for _, holder in places}

    def is_own(at: int) -> bool:
        block = blocks[at]
        if at in own or block.links:
            return at in own
        return block.place in places or (block.is_heading and block.place[1] in holders)

    return is_own(cluster.first - 1) and is_own(cluster.last + 1)
