"""From pairs to groups: decide which article each duplicate repeats."""

from array import array
from collections.abc import Iterator
from typing import Final, NamedTuple

from tvto_crawl.dedup.index import Index
from tvto_crawl.dedup.pairs import Pair, alike_pairs

__all__ = ["Mark", "find_heads"]

_NEAR: Final = 1
_CONTAINED: Final = 2
_NAMES: Final = ("", "near", "contained")
# An article that has this share in common with an earlier one is not compared with others.
_SETTLED: Final = 0.95
# If the shorter of two articles is below this share of the longer one, it may be an excerpt of it.
# A bit above the limit in `cleaners.duplicates`, as letters are not shingles.
_EXCERPT: Final = 0.65


class Mark(NamedTuple):
    """A duplicate, and what it repeats."""

    n: int
    head: int
    kind: str
    """`exact`, `near` or `contained`."""
    score: float


def find_heads(index: Index) -> Iterator[Mark]:
    """Yield a mark for every article that repeats another, in the order of the input.

    A near duplicate repeats an article that was published earlier. An excerpt repeats the longer
    article, whichever was first, as it has nothing of its own. If there are several candidates, an
    article repeats the one that has the largest share of it. A copy of a copy repeats the original.
    """
    links = _Links(index)
    for pair in alike_pairs(index, links.lengths, links.is_settled):
        links.note(pair)
    for n, text in enumerate(links.texts):
        head, text_of_head = links.head(text)
        if head == n:
            continue
        if text == text_of_head:
            yield Mark(n, head, "exact", 1.0)
        else:
            yield Mark(n, head, _NAMES[links.kinds[text]], round(links.scores[text], 3))


class _Links:
    """Links from each text to the one that it repeats; 40 bytes per article."""

    def __init__(self, index: Index) -> None:
        self.texts = array("I")
        """By article: the first one with the same letters, which stands for all of them."""
        self._moments = array("q")
        for _, moment, same_as in index.moments():
            self._moments.append(moment)
            self.texts.append(same_as)
        count = len(self.texts)
        self._earliest = array("I", range(count))
        """By text: the earliest published article with this text."""
        for n, text in enumerate(self.texts):
            if (self._moments[n], n) < self._rank(text):
                self._earliest[text] = n
        self.lengths = array("I", index.lengths())
        self._to = array("I", range(count))
        self._shares = array("f", bytes(4 * count))
        self.kinds = array("B", bytes(count))
        self.scores = array("f", bytes(4 * count))

    def _rank(self, text: int) -> tuple[int, int]:
        """Return a sort key for texts: by time of publication, then by place in the input."""
        earliest = self._earliest[text]
        return (self._moments[earliest], earliest)

    def is_settled(self, one: int, other: int) -> bool:
        """Return whether it is already clear what these two texts repeat."""
        longer, shorter = sorted((one, other), key=lambda text: -self.lengths[text])
        may_repeat = {max(one, other, key=self._rank)}
        if self.lengths[shorter] < _EXCERPT * self.lengths[longer]:
            may_repeat.add(shorter)
        return all(self._shares[text] >= _SETTLED for text in may_repeat)

    def note(self, pair: Pair) -> None:
        """Link the text of a pair that repeats the other, if that is its best match so far."""
        one, other = (pair.one, pair.share_of_one), (pair.other, pair.share_of_other)
        if pair.kind == "contained":
            (to, _), (text, share) = sorted((one, other), key=lambda side: side[1])
        else:
            (to, _), (text, share) = sorted((one, other), key=lambda side: self._rank(side[0]))
        best = (-self._shares[text], self._rank(self._to[text]))
        if not self.kinds[text] or (-share, self._rank(to)) < best:
            self._to[text], self._shares[text] = to, share
            self.kinds[text] = _CONTAINED if pair.kind == "contained" else _NEAR
            self.scores[text] = pair.score

    def head(self, text: int) -> tuple[int, int]:
        """Return the article at the end of the chain that starts at `text`, and its text."""
        way = [text]
        while self._to[text] != text:
            text = self._to[text]
            if text in way:  # an excerpt of a later article that is near an earlier excerpt
                text = min(way[way.index(text) :], key=self._rank)
                break
            way.append(text)
        return self._earliest[text], text
