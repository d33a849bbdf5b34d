"""Prose among the lines of an unknown page's article that does not belong to it."""

from cleaners.generic.clusters import Cluster
from cleaners.generic.prose import Prose

__all__ = ["strangers"]


def strangers(prose: Prose) -> set[int]:
    """Return the indexes of prose among the article's lines that does not belong to it."""
    article = prose.known_article
    own = set(article.at)
    others = {index for c in prose.clusters for index in c.at if index not in own}
    among = range(article.first, article.last)
    # A line right beside one of the article's belongs to it, however it is wrapped: a quotation.
    beside = {index for index in others if index in among and {index - 1, index + 1} & own}
    inner = {
        index
        for cluster in prose.clusters
        if cluster.first in among
        and cluster.last in among
        and not any(prose.is_left_out(index) for index in cluster.at)
        and (len(cluster.at) >= len(own) or _is_enclosed(cluster, prose))
        for index in cluster.at
    }
    return others - beside - inner


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
