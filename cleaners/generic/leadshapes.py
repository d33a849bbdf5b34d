"""How the first line of an unknown page's text is laid out: like the others, or apart as a lead."""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.clusters import Cluster, plain_chain
from cleaners.generic.headerlines import is_date_line
from cleaners.generic.prose import Prose
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import is_attributed

__all__ = ["begins_apart"]

# A body with at least this many lines shows how its paragraphs are laid out.
_ENOUGH_LINES: Final = 3
# A list or a quotation is laid out differently from its text; that does not make the line beside it
# a lead.
_PARTS_OF_TEXT: Final = frozenset(("li", "dd", "dt", "blockquote"))


def begins_apart(prose: Prose) -> bool:
    """Return whether the first line of the text is laid out as its lead."""
    return _is_above_main(prose) or _opens_otherwise(prose) or _is_before_the_report(prose)


def _is_above_main(prose: Prose) -> bool:
    """Return whether the first line is outside of what is called the body, which holds others."""
    first, *others = prose.known_article.at
    return prose.is_named and not prose.is_in_main(first) and any(map(prose.is_in_main, others))


def _opens_otherwise(prose: Prose) -> bool:
    """Return whether the first line is laid out differently from all others, which are alike.

    For example a `<div>` before `<p>`s, or an element of its own before lines separated by `<br>`.
    In pasted text one paragraph may have such lines, and the one before it none.
    """
    article = prose.known_article
    first = article.chains[0]
    if _is_part(first) or not _comes_first(prose, article.first, first[0]):
        return False
    own = [chain[0] for chain in article.chains[1:] if not _is_part(chain)]
    if len(own) < _ENOUGH_LINES - 1:
        return False
    tags = {node.tag for node in own}
    keys = {node.mem_id for node in own}
    if len(tags) != 1 or first[0].mem_id in keys:
        return False
    if first[0].tag in tags and len(keys) == 1 and _are_plain_paragraphs(first[0], own[0]):
        return False
    return first[0].tag not in tags or len(keys) == 1 or _has_own_wrapper(article)


def _are_plain_paragraphs(first: LexborNode, second: LexborNode) -> bool:
    """Return whether two `<p>`s stand side by side and look the same."""
    bold = first.css_first("strong, b")
    if bold is not None and bold.text(strip=True) == first.text(strip=True):
        return False
    return (
        first.tag == "p"
        and all(first.attributes.get(a) == second.attributes.get(a) for a in ("class", "style"))
        and first.parent is not None
        and second.parent is not None
        and first.parent.mem_id == second.parent.mem_id
    )


def _comes_first(prose: Prose, index: int, node: LexborNode) -> bool:
    """Return whether no line of text between the title and `index` has `node` as its element."""
    start = prose.title_at + 1 if prose.title_at is not None else index
    return not any(
        plain_chain(prose.chain(at))[0].mem_id == node.mem_id
        and not is_date_line(prose.blocks[at])
        and judge_line(prose.blocks[at].text, context="head") is None
        for at in range(start, index)
    )


def _is_before_the_report(prose: Prose) -> bool:
    """Return whether the first of two lines stands apart and the other opens a report."""
    article = prose.known_article
    if len(article.at) != _ENOUGH_LINES - 1:
        return False
    (first, second), at = (chain[0] for chain in article.chains), article.at[1]
    names = first.attributes.get("class")
    return (
        is_attributed(prose.blocks[at].text)
        and (first.tag != second.tag or names is not None)
        and names != second.attributes.get("class")
    )


def _has_own_wrapper(article: Cluster) -> bool:
    """Return whether the first line is alone in a wrapper, or all the others share another one.

    That is, a `<p>` before a `<div>` with all the others, a `<div>` with a `<p>` before the others,
    or one `<div>` for it and one for them. A wrapper that sets lines apart has a class.
    """
    around = [chain[1] if len(chain) > 1 else chain[0] for chain in article.chains]
    first, others = around[0], {node.mem_id: node for node in around[1:]}
    if len(others) != 1 or first.mem_id in others:
        return False
    rest = next(iter(others.values()))
    if first.attributes.get("class") == rest.attributes.get("class"):
        return False
    if _stands_in(rest, first):
        return rest.attributes.get("class") is not None
    return first.attributes.get("class") is not None and (
        _stands_in(first, rest)
        or (first.parent is not None and first.tag == rest.tag and _stands_in(rest, first.parent))
    )


def _stands_in(node: LexborNode, around: LexborNode) -> bool:
    """Return whether `around` is the parent of `node`."""
    return node.parent is not None and node.parent.mem_id == around.mem_id


def _is_part(chain: Sequence[LexborNode]) -> bool:
    """Return whether a line belongs to a list or a quotation."""
    around = chain[0].parent
    return chain[0].tag in _PARTS_OF_TEXT or (around is not None and around.tag in _PARTS_OF_TEXT)
