"""Prose among the lines of an unknown page's article that does not belong to it."""

from collections import defaultdict
from typing import Final

from cleaners.generic.clusters import Cluster
from cleaners.generic.pagetables import furniture_around
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import READING_AID

__all__ = ["strangers"]

# How the aids begin that take users of a screen reader past a box, and those at its end.
_END: Final = "پایان"
_AIDS: Final = ("از ", "رد شدن", _END)


def strangers(prose: Prose) -> set[int]:
    """Return the indexes of lines among the article's that do not belong to it.

    They are prose of other groups, what stands in a box with it, and furniture around the text.
    """
    article = prose.known_article
    own = set(article.at)
    others = {index for c in prose.clusters for index in c.at if index not in own}
    among = range(article.first, article.last)
    # A line right beside one of the article's belongs to it, however it is wrapped: a quotation.
    beside = {index for index in others if {index - 1, index + 1} & own}
    inner = {
        index
        for cluster in prose.clusters
        if cluster.first in among and (len(cluster.at) >= len(own) or _is_enclosed(cluster, prose))
        for index in cluster.at
    }
    boxed = _in_half_named_boxes(prose) | _skipped(prose)
    return (others - beside - inner) | boxed | furniture_around(prose)


def _in_half_named_boxes(prose: Prose) -> set[int]:
    """Return the lines of boxes in the text of which only a part is named apart.

    Such a box has a newsletter's form with prose in it, and the terms of use below the form.
    """
    article = prose.known_article
    lines_below = range(article.first + 1, prose.article_range().stop)
    if not any(prose.blocks[at].is_prose and prose.is_left_out(at) for at in lines_below):
        return set()  # as on most pages
    around = {node.mem_id for chain in article.chains for node in chain}
    named: set[int] = set()
    lines: dict[int, list[int]] = defaultdict(list)
    for index in lines_below:
        chain = prose.chain(index)
        rise = next((at for at, node in enumerate(chain) if node.mem_id in around), 0)
        if not rise:
            continue
        box = chain[rise - 1].mem_id
        if not prose.is_left_out(index):
            lines[box].append(index)
        elif prose.blocks[index].is_prose:
            named.add(box)
    return {at for box in named for at in lines[box]}


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
        elif start is not None:
            found.update(range(start, index + 1))
            start = None
    return found


def _is_enclosed(cluster: Cluster, prose: Prose) -> bool:
    """Return whether the line right above a group is one of the article's, or a heading among them.

    For example, the group is a paragraph in a grid, beside its picture.
    """
    above = prose.blocks[cluster.first - 1]
    return above.place[1] in {prose.blocks[at].place[1] for at in prose.known_article.at}
