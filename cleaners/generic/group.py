"""Which group of a page's prose is the article: the first large one after the title.

Comments and lines about the publisher can be longer than the text, but they stand below it.
"""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Final

from cleaners.generic.clocks import is_clock_line
from cleaners.generic.clusters import Cluster
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.sharedwords import shared_words
from cleaners.markup.blocks import Block
from cleaners.markup.tree import ancestors

__all__ = ["Signs", "article_of"]

# The first group that is worth at least this share of the most valuable one is the article: being
# first counts for more, since comments and lines about the publisher can be longer than the text.
_LARGE_ENOUGH: Final = 0.4
# What the worth of a group is multiplied by if something speaks against it.
_AFTER_THE_END: Final = 0.2
_BEFORE_TITLE: Final = 0.5
_NAMED_APART: Final = 0.3
_COMMENTS: Final = 0.1
# On a page whose title is not known, a group gains if a heading that is not a link stands at most
# _TITLE_ABOVE lines above it.
_UNDER_A_HEADING: Final = 3.0
_TITLES: Final = frozenset(("h1", "h2"))
_TITLE_ABOVE: Final = 6
# At most this many lines may stand between the lead and the text: picture, date, buttons.
_LEAD_GAP: Final = 20
_SHORTEST_SENTENCE: Final = 20
# A text of short lines is more than this many times as long as its lead, and right below it.
_LONGER: Final = 1.5
_SHORT_GAP: Final = 6
_SIGNED_LINE: Final = re.compile(
    r"\d{1,2}:\d{2}|[\d۰-۹]{2,4}\s?[/-]\s?[\d۰-۹]{1,2}\s?[/-]\s?[\d۰-۹]{1,4}"
    r"|[۰-۹]{1,2}:[۰-۹]{2}|(?:روز|ساعت|دقیقه|ماه|سال)\s+(?:پیش|قبل)|^پاسخ$"
)
# A line with more characters is not the name and time above a comment.
_LONGEST_SIGNED: Final = 60


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page shows that speaks for or against a group being the article."""

    blocks: Sequence[Block]
    """The lines of the page."""
    title_at: int | None
    """Index of the title, if it is known."""
    end: int
    """Index of the line where comments or footer begin."""
    apart: Container[int]
    """Indexes of lines in elements whose names say that they are not the article."""
    named: Container[int]
    """Indexes of short lines in elements that the markup itself calls the body."""
    comments: Container[int]
    """Indexes of lines in elements that are called comments."""
    is_listed: Callable[[int], bool]
    """Whether the line at an index stands in a list of other stories."""


def article_of(clusters: Sequence[Cluster], signs: Signs) -> Cluster | None:
    """Return the group that is the article; None if there are only comments.

    `clusters` are the groups of the page's prose, in reading order.
    """
    if not clusters:
        return None
    worth = [_worth(cluster, signs) for cluster in clusters]
    largest = max(worth)
    at = next(
        index
        for index, value in enumerate(worth)
        if value >= largest * (1 if _is_doubtful(clusters[index], signs) else _LARGE_ENOUGH)
    )
    first = clusters[at]
    if signs.title_at is not None and first.first in signs.comments and first.first >= signs.end:
        return None  # all the running text is comments
    if at + 1 < len(clusters) and _is_lead_of(first, clusters[at + 1], signs):
        is_text = clusters[at + 1].first in signs.named
        if is_text or worth[at + 1] >= _LARGE_ENOUGH * worth[at]:
            first = clusters[at + 1]
    return _in_box_of_title(clusters, first, signs) or first


def _in_box_of_title(clusters: Sequence[Cluster], chosen: Cluster, signs: Signs) -> Cluster | None:
    """Return the group below the title in a box that `chosen` is not in, if that is about others.

    A short report may stand beside a long column under a heading of its own, such as the life of
    the minister. The text below a lead may be outside of the box of title and lead, too.
    """
    at = signs.title_at
    own = next((c for c in clusters if at is not None and c.first > at), chosen)
    if at is None or own is chosen or own.first >= signs.end:
        return None
    if own.first in signs.apart or own.first in signs.comments:
        return None
    between = signs.blocks[own.last + 1 : chosen.first]
    if own.first < chosen.first and not any(block.is_heading for block in between):
        return None
    others = {node.mem_id for node in chosen.chains[0]}
    around = {node.mem_id for node in ancestors(signs.blocks[at].node)} - others
    if around.isdisjoint(node.mem_id for node in own.chains[0]):
        return None

    title = signs.blocks[at].text
    text = " ".join(signs.blocks[index].text for index in own.at)
    column = (*between, *signs.blocks[chosen.first : chosen.last + 1])
    is_about = shared_words(title, text) > 0
    # A text shares a word with its title and lead.
    is_other = not shared_words(f"{title} {text}", " ".join(block.text for block in column))
    return own if is_about and is_other else None


def _is_lead_of(line: Cluster, text: Cluster, signs: Signs) -> bool:
    """Return whether a group is a single line right above the next group: the lead of that text."""
    gap = text.first - line.last
    if len(line.at) != 1 or gap > _LEAD_GAP or _goes_on(signs.blocks, line.last, text.first):
        return False
    if text.first >= signs.end or text.first in signs.comments:
        return False
    if text.first in signs.named or any(signs.blocks[index].is_prose for index in text.at):
        return True
    return text.letters > _LONGER * line.letters and gap <= _SHORT_GAP


def _goes_on(blocks: Sequence[Block], at: int, stop: int) -> bool:
    """Return whether a line of prose continues in short sentences beside it, as leads do not."""
    parent = blocks[at].node.parent
    return parent is not None and any(
        block.kind == blocks[at].kind
        and not block.links
        and len(block.text) > _SHORTEST_SENTENCE
        and ends_sentence(block.text)
        and block.node.parent is not None
        and block.node.parent.mem_id == parent.mem_id
        for block in blocks[at + 1 : stop]
    )


def _is_doubtful(cluster: Cluster, signs: Signs) -> bool:
    """Return whether a group stands above the title, or is a lone line on a page without one."""
    return len(cluster.at) == 1 if signs.title_at is None else cluster.last < signs.title_at


def _worth(cluster: Cluster, signs: Signs) -> float:
    """Return the letters of a group, weighted by what speaks for and against it."""
    worth, title_at = float(cluster.letters), signs.title_at
    if title_at is not None and cluster.last < title_at:
        worth *= _BEFORE_TITLE
    if cluster.first >= signs.end:
        worth *= _AFTER_THE_END
    # Names speak against a group; right below the title only the names of comments do.
    is_below_title = title_at is not None and 0 < cluster.first - title_at <= _TITLE_ABOVE
    if (not is_below_title or cluster.first in signs.comments) and 2 * sum(
        index in signs.apart for index in cluster.at
    ) > len(cluster.at):
        worth *= _NAMED_APART
    if title_at is None and any(
        block.kind in _TITLES and not block.linked
        for block in signs.blocks[max(0, cluster.first - _TITLE_ABOVE) : cluster.first]
    ):
        worth *= _UNDER_A_HEADING
    return worth * (_COMMENTS if _is_comments(cluster, signs) else 1)


def _is_comments(cluster: Cluster, signs: Signs) -> bool:
    """Return whether most lines stand under a line with a time of their own: readers' comments.

    The dates of other stories, in a box among the paragraphs, do not count, and neither do clocks
    with nothing beside them, under which a live report tells what happened.
    """
    blocks = signs.blocks
    signed, last = 0, -1
    for index in cluster.at:
        signed += any(
            len(blocks[above].text) <= _LONGEST_SIGNED
            and _SIGNED_LINE.search(blocks[above].text)
            and not is_clock_line(blocks[above].text)
            for above in range(max(last + 1, index - 2), index)
            if not signs.is_listed(above)
        )
        last = index
    return signed > 1 and 2 * signed > len(cluster.at)
