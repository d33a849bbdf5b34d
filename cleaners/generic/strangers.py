"""Prose that stands among the lines of an unknown page's article and is not of it."""

from cleaners.generic.clusters import Cluster
from cleaners.generic.prose import Prose

__all__ = ["strangers"]


def strangers(prose: Prose) -> set[int]:
    """Return the indexes of prose that stands among the article's lines and is not of it."""
    assert prose.article is not None
    article = prose.article
    own = set(article.at)
    others = {index for c in prose.clusters for index in c.at if index not in own}
    among = range(article.first, article.last)
    # A line among the article's, right beside one, is of it however it is wrapped: a quotation.
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
    """Return whether lines of the article's own stand right above and below a group.

    Such is a paragraph in a grid, beside its picture.
    """
    assert prose.article is not None
    blocks, own = prose.blocks, prose.article.at
    places = {blocks[at].place for at in own}
    holders = {holder for _, holder in places}

    def is_own(at: int) -> bool:
        block = blocks[at]
        if at in own or block.links:
            return at in own
        return block.place in places or (block.is_heading and block.place[1] in holders)

    return is_own(cluster.first - 1) and is_own(cluster.last + 1)
