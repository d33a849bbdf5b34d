"""Which texts repeat each other: the same, nearly the same, or one inside the other.

Everything works on the folded letters of a text, so that lost half-spaces, Arabic letters and
punctuation make no difference. Texts are compared by their shingles, the runs of five letters that
they contain; among millions of texts, those worth comparing share keys.
"""

import codecs
import re
import string
from array import array
from dataclasses import dataclass
from typing import Final, Literal

from rensa import RMinHash

from cleaners.persian.folding import LETTERS, fold

__all__ = [
    "CONTAINED",
    "NEAR",
    "Likeness",
    "Shingles",
    "anchors",
    "bands",
    "compare",
    "letters",
    "shingles",
]

#: Shingles of a text: runs of five letters, each packed into an integer.
type Shingles = frozenset[int]

#: Two texts are near duplicates if the Jaccard similarity of their shingles is at least this:
#: copies with boilerplate added, a sentence dropped or one word in twenty-five changed have 0.75
#: and more, different news 0.2 at most.
NEAR: Final = 0.5
#: A text is contained in a longer one that has at least this share of its shingles: all of them for
#: a verbatim excerpt, nine tenths for one with 4 % of its words changed. What texts have in common
#: by chance is less than half, even for the longest.
CONTAINED: Final = 0.8
# An excerpt has less than this share of the other's shingles; beyond it the two are versions of
# one text, such as a short item without and with the boilerplate around it.
_EXCERPT: Final = 0.6
# An excerpt has at least this many shingles; fewer may be a phrase that anybody uses.
_LEAST: Final = 60

_SIZE: Final = 5
_PRIME: Final = 2**61 - 1
_SEED: Final = 1
# 21 bands of 6 rows find 99.99 % of the pairs with a similarity of 0.85, 93 % at 0.7 and 28 % at
# 0.5 (the anchors find most of the rest), and one pair of unlike texts (0.05) in three million.
_PERMUTATIONS: Final = 128
_BANDS: Final = 21
_ROWS: Final = 6

# Digits, Latin letters and folded Persian letters have bytes of their own; the bytes from 128 on
# are shared by all other letters.
_ALPHABET: Final = (
    "\0"  # not a letter, but the codec is fast only for a map that begins with NUL at 0
    + string.digits
    + string.ascii_lowercase
    + "".join(sorted(set("ءابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی") | set(LETTERS.values())))
).ljust(128, "\ufffe")
_BYTES: Final = {char: index for index, char in enumerate(_ALPHABET)}
_ENCODING: Final = codecs.charmap_build(
    _ALPHABET + "".join(chr(0xE000 + unused) for unused in range(128))
)

# An anchor is a run of 40 letters that begins with one of these. One letter in 19 is one of them,
# and a copy has the same anchors wherever it begins. Many runs of 40 cross the end of a sentence,
# so they distinguish texts that are made of the same sentences. A copy with 4 % of its words
# changed keeps two thirds of them.
_ANCHOR: Final = re.compile(
    b"(?=([%s].{39}))" % codecs.charmap_encode("گفعخ", "strict", _ENCODING)[0], re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts repeat each other."""

    kind: Literal["exact", "near", "contained"]
    """`contained`: the one with fewer shingles stands inside the other."""
    score: float
    """Jaccard similarity; for `contained`, the share of the shorter text in the longer one."""
    shared: int
    """How many shingles they have in common."""


def letters(text: str) -> bytes:
    """Return the folded letters of `text`, one byte each."""
    folded = fold(text)
    try:
        return codecs.charmap_encode(folded, "strict", _ENCODING)[0]
    except UnicodeEncodeError:
        return bytes(_BYTES.get(char, 128 + ord(char) % 128) for char in folded)


def _runs(coded: bytes) -> memoryview:
    """Return every run of five bytes of `coded` as an integer, in order."""
    count = len(coded) - _SIZE + 1
    if count < 1:
        coded, count = coded.ljust(_SIZE, b"\0"), 1
    # Five strided copies make all runs at once, in an eighth of the time of slicing one by one.
    packed = bytearray(8 * count)
    for place in range(_SIZE):
        packed[place::8] = coded[place : place + count]
    return memoryview(packed).cast("Q")


def shingles(coded: bytes) -> Shingles:
    """Return the shingles of a text, given as `letters` returns it."""
    return frozenset(_runs(coded).tolist())


def compare(one: Shingles, other: Shingles) -> Likeness | None:
    """Return how two texts repeat each other, or None if they do not."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if not shorter:
        return None
    shared = len(shorter & longer)
    inside = shared / len(shorter)
    is_excerpt = _LEAST <= len(shorter) < _EXCERPT * len(longer)
    if is_excerpt and inside >= CONTAINED:
        return Likeness("contained", inside, shared)
    similarity = shared / (len(one) + len(other) - shared)
    if similarity >= NEAR:
        return Likeness("near", similarity, shared)
    return None


def bands(coded: bytes) -> list[int]:
    """Return LSH keys of a text: texts with similar shingles most likely share one of them.

    The keys are below 2 ** 61.
    """
    runs = _runs(coded)
    # The flat form stays in this thread; handing a single text to rensa's threads takes ten times
    # as long as its signature.
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(
        runs, [0, len(runs)], _PERMUTATIONS, _SEED
    )
    signature = array("I", matrix.to_rows()[0]).tobytes()
    width = 4 * _ROWS
    return [
        _key(signature[band * width : (band + 1) * width] + bytes((band,)))
        for band in range(_BANDS)
    ]


def anchors(coded: bytes) -> list[int]:
    """Return keys of runs of 40 letters: an excerpt shares those that it contains.

    The keys are below 2 ** 61; equal runs give a key once.
    """
    return list({_key(run) for run in _ANCHOR.findall(coded)})


def _key(content: bytes) -> int:
    # A remainder by a prime is as good as a hash here, and ten times as fast.
    return int.from_bytes(content, "little") % _PRIME
