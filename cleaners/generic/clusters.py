"""Which lines of prose on a page belong together.

The paragraphs of an article stand side by side, or each in a wrapper of its own, all alike. A
sidebar, the readers' comments and the lines about the publisher stand elsewhere in the tree. So
lines are grouped by where they stand; `group` chooses the group that is the article.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.boilerplate import judge_line
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import is_of_builder, names_of, shared_classes

__all__ = ["Cluster", "clusters_of", "join_parts", "kind_of", "plain_chain"]

_INLINE: Final = frozenset(
    "span strong b em i font u a small big mark sup sub q label cite".split()
)
# Elements whose paragraphs belong to the text around them.
_PART_OF_TEXT: Final = frozenset("blockquote ul ol dl li figure".split())
_LISTS: Final = frozenset(("ul", "ol", "dl"))
# Elements that are a line themselves and hold no other lines.
_LINE: Final = _INLINE | frozenset("p h1 h2 h3 h4 h5 h6 li pre dt dd".split())
# A line counts for at most this many letters: one long paragraph must not outvote several.
_MOST_VOTE: Final = 500
# A heading as long as a paragraph may be a lead, but is mostly a title or kicker: its letters are
# divided by this.
_HEADINGS_SHARE: Final = 4
# A wrapper with more lines of prose than this is a part of the page, not a paragraph's own.
_WRAPPER: Final = 2
# A line is compared with this many of a group's latest lines: the very last one may be in a box
# between them.
_LATEST: Final = 2
# Elements with nothing to read in them, and how many may stand between two parts of a text.
_SILENT: Final = frozenset("figure picture img hr br script style noscript iframe ins".split())
_BETWEEN_PARTS: Final = 8
_SUBHEADINGS: Final = frozenset(("h3", "h4", "h5"))
# Only this many groups are looked through: real pages have about ten, broken ones hundreds.
_LATEST_GROUPS: Final = 30
# Wrappers around single paragraphs are nested at most this deep.
_DEEPEST_WRAPPER: Final = 4


@dataclass(slots=True)
class Cluster:
    """Lines of prose that stand together.

    `at` holds their indexes among the page's blocks, `chains` the elements around each line, the
    innermost first.
    """

    at: list[int] = field(default_factory=list)
    chains: list[list[LexborNode]] = field(default_factory=list)
    letters: int = 0

    @property
    def first(self) -> int:
        """Index of the first line."""
        return self.at[0]

    @property
    def last(self) -> int:
        """Index of the last line."""
        return self.at[-1]

    def holder(self) -> LexborNode:
        """Return the innermost element that holds every line."""
        keys = [{node.mem_id for node in chain} for chain in self.chains[1:]]
        for node in self.chains[0]:
            if node.tag not in _LINE and all(node.mem_id in key for key in keys):
                return node
        return self.chains[0][-1]


def clusters_of(
    blocks: Sequence[Block], prose: Sequence[int], chains: Sequence[list[LexborNode]]
) -> list[Cluster]:
    """Group the lines of `prose` (indexes into `blocks`) by where they stand, in reading order."""
    lines = [plain_chain(chain) for chain in chains]
    holds: dict[int, set[int]] = {}
    for index, (chain, whole) in enumerate(zip(lines, chains, strict=True)):
        # For counting what a wrapper holds, all items of a list are one paragraph.
        unit = next((node.mem_id for node in whole if node.tag in _LISTS), -index)
        for node in chain:
            holds.setdefault(node.mem_id, set()).add(unit)
    found: list[Cluster] = []
    for index, chain in zip(prose, lines, strict=True):
        block = blocks[index]
        home = next(
            (
                cluster
                for cluster in islice(reversed(found), _LATEST_GROUPS)
                if any(_is_near(one, chain, holds) for one in cluster.chains[: -_LATEST - 1 : -1])
            ),
            None,
        )
        if home is None:
            home = Cluster()
            found.append(home)
        home.at.append(index)
        home.chains.append(chain)
        letters = min(len(block.text) - block.linked, _MOST_VOTE)
        home.letters += letters // _HEADINGS_SHARE if block.is_heading else letters
    return found


def plain_chain(chain: list[LexborNode]) -> list[LexborNode]:
    """Return the elements around a line without inline ones, lists and quotations."""
    start = 0
    while start < len(chain) - 1 and chain[start].tag in _INLINE:
        start += 1
    return [chain[start]] + [node for node in chain[start + 1 :] if node.tag not in _PART_OF_TEXT]


def _is_near(
    one: Sequence[LexborNode], other: Sequence[LexborNode], holds: dict[int, set[int]]
) -> bool:
    """Return whether two lines are so close in the tree that they belong to one text."""
    depth = {node.mem_id: level for level, node in enumerate(one)}
    rise = next((level for level, node in enumerate(other) if node.mem_id in depth), None)
    if rise is None:
        return False
    mine, theirs = one[: depth[other[rise].mem_id]], other[:rise]
    if len(mine) <= 1 and len(theirs) <= 1:
        return True
    # Each line may be in wrappers of its own, if the wrappers are alike.
    alone = all(len(holds[side[-1].mem_id]) <= _WRAPPER for side in (mine, theirs) if len(side) > 1)
    if not alone or max(len(mine), len(theirs)) > _DEEPEST_WRAPPER:
        return _are_sections(mine, theirs)
    if len(mine) == len(theirs):
        return [n.tag for n in mine] == [n.tag for n in theirs] or _are_alike(mine[1:], theirs[1:])
    shorter = min(len(mine), len(theirs))
    return max(len(mine), len(theirs)) <= 2 or (
        shorter >= 2 and _are_alike(mine[-shorter:], theirs[-shorter:])
    )


def _are_alike(mine: Sequence[LexborNode], theirs: Sequence[LexborNode]) -> bool:
    """Return whether wrappers have the same tags and the same classes."""
    return all(
        one.tag == other.tag and one.attributes.get("class") == other.attributes.get("class")
        for one, other in zip(mine, theirs, strict=True)
    )


def _are_sections(mine: Sequence[LexborNode], theirs: Sequence[LexborNode]) -> bool:
    """Return whether two lines are in sections of one text: like elements, side by side."""
    if len(mine) != 2 or len(theirs) != 2 or mine[1].tag != theirs[1].tag or mine[1].tag == "td":
        return False
    names = mine[1].attributes.get("class")
    if names != theirs[1].attributes.get("class"):
        return False
    return bool(names) or mine[1].tag == "section" or _follows(mine[1], theirs[1])


def _follows(one: LexborNode, other: LexborNode) -> bool:
    """Return whether there are only pictures, ads and subheadings between two elements."""
    last, between = other.mem_id, one.next
    for _ in range(_BETWEEN_PARTS):
        if between is None or between.mem_id == last:
            break
        silent = between.tag in _SILENT or not between.text(strip=True)
        if not silent and not _is_subheading(between):
            return False
        between = between.next
    return between is not None and between.mem_id == last


def _is_subheading(node: LexborNode) -> bool:
    """Return whether a heading belongs to a text: it is neither a label of a box nor a link."""
    return (
        node.tag in _SUBHEADINGS
        and node.css_first("a") is None
        and judge_line(node.text(strip=True)) is None
    )


type _Kind = tuple[int, str | None, frozenset[str]]


def kind_of(node: LexborNode) -> _Kind:
    """Return what the wrappers of a text's parts have in common: parent, tag and classes."""
    parent = node.parent
    return parent.mem_id if parent is not None else 0, node.tag, shared_classes(node)


def join_parts(article: Cluster, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Join to `article` the groups in other parts of the same text; return the groups left.

    Some texts are laid out in parts of one class, side by side, each with a paragraph, a picture or
    a quotation, and the lines are nested deeper in some parts than in others.
    """
    holder = article.holder().mem_id
    wrappers: dict[int, _Kind] = {}
    built: set[_Kind] = set()
    seen: set[int] = set()
    for chain in article.chains:
        is_inside = True
        for node in chain[1:]:
            is_inside = is_inside and node.mem_id != holder
            if node.mem_id in seen:
                continue
            seen.add(node.mem_id)
            names = names_of(node)
            if is_inside and names:
                wrappers[node.mem_id] = kind_of(node)
            if is_of_builder(names):
                built.add(kind_of(node))
    # An article that is all in one such part has no other part: the next one is another article,
    # except for a page builder's boxes.
    parts = {kind for kind, count in Counter(wrappers.values()).items() if count > 1} | built
    if not parts:
        return list(clusters)
    kinds: dict[int, _Kind] = {}

    def is_part(node: LexborNode) -> bool:
        key = node.mem_id
        if key not in kinds:
            kinds[key] = kind_of(node)
        return kinds[key] in parts

    rest: list[Cluster] = []
    for cluster in clusters:
        if cluster is article:
            rest.append(article)
        elif all(any(map(is_part, chain)) for chain in cluster.chains):
            article.at += cluster.at
            article.chains += cluster.chains
            article.letters += cluster.letters
        else:
            rest.append(cluster)
    order = sorted(range(len(article.at)), key=article.at.__getitem__)
    article.at = [article.at[index] for index in order]
    article.chains = [article.chains[index] for index in order]
    return rest
