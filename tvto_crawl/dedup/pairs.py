"""Find pairs of similar articles: first by shared keys, then by comparing all their shingles."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final, Literal, NamedTuple

from cleaners.duplicates import Shingles, compare, shingles
from tvto_crawl.dedup.index import Index

__all__ = ["Pair", "alike_pairs"]

# Up to this number, all articles that share a key are compared with each other. If there are more,
# each is compared with the first and the next one: that is enough to connect all copies, and bounds
# the work if thousands share a paragraph.
_ALL: Final = 6
# Texts whose shingles are kept in memory; each takes about 0.2 MB.
_AT_HAND: Final = 256
# Two articles are compared only if they share one anchor per this many letters of the shorter one.
# Copies share one per 19 letters, and edits and crowded keys leave at least a tenth of them. A
# common sentence gives different articles two or three.
_LETTERS_PER_ANCHOR: Final = 270


class Pair(NamedTuple):
    """Two similar articles."""

    one: int
    other: int
    kind: Literal["near", "contained"]
    score: float
    """As in `cleaners.duplicates.Likeness`."""
    share_of_one: float
    """The share of the shingles of `one` that `other` has, too; smaller for the longer article."""
    share_of_other: float
    """The share of the shingles of `other` that `one` has, too."""


def alike_pairs(
    index: Index, lengths: Sequence[int], is_settled: Callable[[int, int], bool]
) -> Iterator[Pair]:
    """Yield the pairs of articles that are near duplicates or excerpts, but not exact copies.

    `lengths` are in letters, by article number. Pairs for which `is_settled` returns True are not
    compared.
    """
    _collect(index)
    at_hand = _ShinglesAtHand(index)
    for a, b, shared, by_band in index.db.execute(
        "SELECT a, b, count(*), max(is_band) FROM pair GROUP BY a, b"
    ):
        expected = min(lengths[a], lengths[b]) // _LETTERS_PER_ANCHOR
        if (not by_band and shared < expected) or is_settled(a, b):
            continue
        one, other = at_hand.of(a), at_hand.of(b)
        likeness = compare(one, other)
        if likeness and likeness.kind != "exact":
            in_common = likeness.shared
            shares = in_common / len(one), in_common / len(other)
            yield Pair(a, b, likeness.kind, likeness.score, *shares)


def _collect(index: Index) -> None:
    """Fill the table of pairs with the articles that share a key."""
    insert = index.db.cursor()
    shared_keys = index.db.execute(
        "SELECT group_concat(n), is_band FROM key GROUP BY key, is_band HAVING count(*) > 1"
    )
    while rows := shared_keys.fetchmany(10_000):
        pairs = [
            (a, b, is_band)
            for numbers, is_band in rows
            for a, b in _pairs(sorted({int(n) for n in numbers.split(",")}))
        ]
        insert.executemany("INSERT INTO pair VALUES (?, ?, ?)", pairs)
    index.db.execute("DELETE FROM key")


def _pairs(numbers: list[int]) -> list[tuple[int, int]]:
    if len(numbers) <= _ALL:
        return list(combinations(numbers, 2))
    return list(pairwise(numbers)) + [(numbers[0], n) for n in numbers[2:]]


class _ShinglesAtHand:
    """A cache of the shingles of the articles used last."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._kept: OrderedDict[int, Shingles] = OrderedDict()

    def of(self, n: int) -> Shingles:
        kept = self._kept.get(n)
        if kept is None:
            kept = self._kept[n] = shingles(self._index.letters_of(n))
            if len(self._kept) > _AT_HAND:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(n)
        return kept
