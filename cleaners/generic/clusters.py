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
from cleaners.markup.classnames import is_of_builder, names_apart, names_of, shared_classes

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


class _Holdings:
    """What the elements around lines of prose hold: how many of them, and boxes named apart."""

    def __init__(
        self, lines: Sequence[Sequence[LexborNode]], chains: Sequence[Sequence[LexborNode]]
    ) -> None:
        self._held: dict[int, set[int]] = {}
        self._apart: dict[int, bool] = {}
        self._with_box: set[int] = set()
        for index, (chain, whole) in enumerate(zip(lines, chains, strict=True)):
            # For counting what a wrapper holds, all items of a list are one paragraph.
            unit = next((node.mem_id for node in whole if node.tag in _LISTS), -index)
            box = len(chain)
            for depth, node in enumerate(chain):
                self._held.setdefault(node.mem_id, set()).add(unit)
                if depth > box:
                    self._with_box.add(node.mem_id)
                elif box == len(chain) and self.is_apart(node):
                    box = depth

    def is_apart(self, node: LexborNode) -> bool:
        """Return whether an element's names say that it holds no article text."""
        key = node.mem_id
        if key not in self._apart:
            self._apart[key] = names_apart(node)
        return self._apart[key]

    def are_few(self, node: LexborNode) -> bool:
        """Return whether an element holds as little prose as the wrapper of a paragraph."""
        return len(self._held[node.mem_id]) <= _WRAPPER

    def has_box(self, node: LexborNode) -> bool:
        """Return whether prose in an element is in a box that is named apart."""
        return node.mem_id in self._with_box


def clusters_of(
    blocks: Sequence[Block], prose: Sequence[int], chains: Sequence[list[LexborNode]]
) -> list[Cluster]:
    """Group the lines of `prose` (indexes into `blocks`) by where they stand, in reading order."""
    lines = [plain_chain(chain) for chain in chains]
    holdings = _Holdings(lines, chains)
    found: list[Cluster] = []
    for index, chain in zip(prose, lines, strict=True):
        block = blocks[index]
        home = _home_of(chain, found, holdings)
        if home is None:
            home = Cluster()
            found.append(home)
        home.at.append(index)
        home.chains.append(chain)
        letters = min(len(block.text) - block.linked, _MOST_VOTE)
        home.letters += letters // _HEADINGS_SHARE if block.is_heading else letters
    return found


def _home_of(
    chain: Sequence[LexborNode], found: Sequence[Cluster], holdings: _Holdings
) -> Cluster | None:
    """Return the group that a line belongs to: one in wrappers like its own, or else the latest."""
    home: Cluster | None = None
    for cluster in islice(reversed(found), _LATEST_GROUPS):
        for one in cluster.chains[: -_LATEST - 1 : -1]:
            sides = _sides(one, chain)
            if sides is None or not _are_near(*sides, holdings):
                continue
            mine, theirs = sides
            if 1 < len(mine) == len(theirs) and _are_alike(mine[1:], theirs[1:]):
                return cluster
            home = home or cluster
    return home


def plain_chain(chain: list[LexborNode]) -> list[LexborNode]:
    """Return the elements around a line without inline ones, lists and quotations."""
    start = 0
    while start < len(chain) - 1 and chain[start].tag in _INLINE:
        start += 1
    return [chain[start]] + [node for node in chain[start + 1 :] if node.tag not in _PART_OF_TEXT]


def _sides(
    one: Sequence[LexborNode], other: Sequence[LexborNode]
) -> tuple[Sequence[LexborNode], Sequence[LexborNode]] | None:
    """Return the elements around each of two lines up to the one that holds both, if any."""
    depth = {node.mem_id: level for level, node in enumerate(one)}
    rise = next((level for level, node in enumerate(other) if node.mem_id in depth), None)
    return None if rise is None else (one[: depth[other[rise].mem_id]], other[:rise])


def _are_near(
    mine: Sequence[LexborNode], theirs: Sequence[LexborNode], holdings: _Holdings
) -> bool:
    """Return whether two lines are so close in the tree that they belong to one text.

    `mine` and `theirs` are the elements around each up to the one around both.
    """
    if any(map(holdings.is_apart, mine)) is not any(map(holdings.is_apart, theirs)):
        return False
    if len(mine) <= 1 and len(theirs) <= 1:
        return True
    # Each line may be in wrappers of its own, if the wrappers are alike.
    alone = all(holdings.are_few(side[-1]) for side in (mine, theirs) if len(side) > 1)
    if not alone or max(len(mine), len(theirs)) > _DEEPEST_WRAPPER:
        return _are_sections(mine, theirs)
    if len(mine) == len(theirs):
        return _are_alike(mine[1:], theirs[1:]) or (
            [n.tag for n in mine] == [n.tag for n in theirs]
            and holdings.has_box(mine[-1]) is holdings.has_box(theirs[-1])
        )
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
