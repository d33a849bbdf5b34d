"""Which group of a page's prose is the article: the first large one after the title.

Comments and lines about the publisher can be longer than the text, but stand below it.
"""

import re
from collections.abc import Callable, Container, Sequence
from typing import Final

from cleaners.generic.clusters import Cluster
from cleaners.markup.blocks import Block

__all__ = ["article_of"]

# The first group with this share of the largest one's worth is the article: what stands first
# counts for more, since comments and lines about the publisher can be longer than the text.
_LARGE_ENOUGH: Final = 0.4
# Worth of a group that something speaks against.
_AFTER_THE_END: Final = 0.2
_BEFORE_TITLE: Final = 0.5
_NAMED_APART: Final = 0.3
_COMMENTS: Final = 0.1
# On a page whose title is not known, what stands so near under a heading that is no link gains.
_UNDER_A_HEADING: Final = 3.0
_TITLES: Final = frozenset(("h1", "h2"))
_TITLE_ABOVE: Final = 6
# Lines that may stand between the lead and the text: picture, date, buttons.
_LEAD_GAP: Final = 20
_SHORTEST_SENTENCE: Final = 20
# A text of short lines is so many times as long as its lead, and right below it.
_LONGER: Final = 1.5
_SHORT_GAP: Final = 6
_SENTENCE: Final = re.compile(r"[.!؟]\s*$")
_SIGNED_LINE: Final = re.compile(
    r"\d{1,2}:\d{2}|[\d۰-۹]{2,4}\s?[/-]\s?[\d۰-۹]{1,2}\s?[/-]\s?[\d۰-۹]{1,4}"
    r"|[۰-۹]{1,2}:[۰-۹]{2}|(?:روز|ساعت|دقیقه|ماه|سال)\s+(?:پیش|قبل)|^پاسخ$"
)


def article_of(
    clusters: Sequence[Cluster],
    blocks: Sequence[Block],
    title_at: int | None,
    end: int,
    apart: Container[int],
    comments: Container[int],
    is_listed: Callable[[int], bool],
) -> Cluster | None:
    """Return the group that is the article; None where there is none but comments.

    Args:
        clusters: the groups, in reading order.
        blocks: the lines of the page.
        title_at: index of the title, if it is known.
        end: index from which on the page is comments or footer.
        apart: indexes of lines in elements whose names say that they are no article.
        comments: indexes of those in elements that are called comments.
        is_listed: tells by its index whether a line stands in a list of other stories.
    """
    worth = [
        _worth(cluster, blocks, title_at, end, apart, comments)
        * (_COMMENTS if _is_comments(cluster, blocks, is_listed) else 1)
        for cluster in clusters
    ]
    if not worth:
        return None
    largest = max(worth)
    at = next(
        index
        for index, value in enumerate(worth)
        if value >= largest * (1 if _is_doubtful(clusters[index], title_at) else _LARGE_ENOUGH)
    )
    if title_at is not None and clusters[at].first in comments and clusters[at].first >= end:
        return None  # all the running text there is are comments
    if len(clusters[at].at) == 1 and at + 1 < len(clusters):
        # A line of its own right above another group is the lead.
        following = clusters[at + 1]
        gap = following.first - clusters[at].last
        is_lead = gap <= _LEAD_GAP and not _goes_on(blocks, clusters[at].last, following.first)
        is_lead = is_lead and following.first < end and following.first not in comments
        if not any(blocks[index].is_prose for index in following.at):  # short lines, not comments
            longer = following.letters > _LONGER * clusters[at].letters
            is_lead = is_lead and longer and gap <= _SHORT_GAP
        if is_lead and worth[at + 1] >= _LARGE_ENOUGH * worth[at]:
            return following
    return clusters[at]


def _goes_on(blocks: Sequence[Block], at: int, stop: int) -> bool:
    """Return whether a line of prose goes on in short sentences beside it: then it is no lead."""
    parent = blocks[at].node.parent
    return parent is not None and any(
        block.kind == blocks[at].kind
        and not block.links
        and len(block.text) > _SHORTEST_SENTENCE
        and _SENTENCE.search(block.text) is not None
        and block.node.parent is not None
        and block.node.parent.mem_id == parent.mem_id
        for block in blocks[at + 1 : stop]
    )


def _is_doubtful(cluster: Cluster, title_at: int | None) -> bool:
    """Return whether a group stands above the title, or is a lone line on a page without one."""
    return len(cluster.at) == 1 if title_at is None else cluster.last < title_at


def _worth(
    cluster: Cluster,
    blocks: Sequence[Block],
    title_at: int | None,
    end: int,
    apart: Container[int],
    comments: Container[int],
) -> float:
    worth = float(cluster.letters)
    if title_at is not None and cluster.last < title_at:
        worth *= _BEFORE_TITLE
    if cluster.first >= end:
        worth *= _AFTER_THE_END
    # Names speak against a group; right below the title only those of comments do.
    heads = title_at is not None and 0 < cluster.first - title_at <= _TITLE_ABOVE
    if (not heads or cluster.first in comments) and 2 * sum(
        index in apart for index in cluster.at
    ) > len(cluster.at):
        worth *= _NAMED_APART
    if title_at is None and any(
        block.kind in _TITLES and not block.linked
        for block in blocks[max(0, cluster.first - _TITLE_ABOVE) : cluster.first]
    ):
        worth *= _UNDER_A_HEADING
    return worth


def _is_comments(
    cluster: Cluster, blocks: Sequence[Block], is_listed: Callable[[int], bool]
) -> bool:
    """Return whether most lines stand under a line with a time of their own: readers' comments.

    The dates of other stories, in a box among the paragraphs, do not count.
    """
    signed, last = 0, -1
    for index in cluster.at:
        signed += any(
            len(blocks[above].text) <= 60 and _SIGNED_LINE.search(blocks[above].text)
            for above in range(max(last + 1, index - 2), index)
            if not is_listed(above)
        )
        last = index
    return signed > 1 and 2 * signed > len(cluster.at)
