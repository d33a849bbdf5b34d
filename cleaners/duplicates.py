"""Which texts repeat each other: the same, nearly the same, or one inside the other.

Everything works on the folded letters of a text, so that lost half-spaces, Arabic letters and
punctuation change nothing. Texts are compared by their shingles, the runs of five letters that
they have; which of millions of texts to compare is told by keys that like texts share.
"""

import codecs
import hashlib
import re
import string
import zlib
from array import array
from dataclasses import dataclass
from typing import Final, Literal

from rensa import RMinHash

from cleaners.persian.folding import fold

__all__ = ["CONTAINED", "NEAR", "Likeness", "Shingles", "compare", "keys", "letters", "shingles"]

#: Shingles of a text: runs of five letters, each packed into an integer.
type Shingles = frozenset[int]

#: Two texts are near duplicates from this Jaccard similarity of their shingles on. Copies with
#: boilerplate added, a sentence dropped or one word in twenty-five changed have 0.8 and more;
#: different news on one subject 0.16 at most.
NEAR: Final = 0.5
#: A text is contained in a longer one from this share of its shingles on. A verbatim excerpt has
#: 0.98, one with 4 % of its words changed 0.91; common words alone make 0.4 against a long text.
CONTAINED: Final = 0.8
# An excerpt is shorter than this share of the other; beyond it the two are versions of one text.
_EXCERPT: Final = 0.75
# Letters. What is shorter may be a phrase that anybody uses.
_SHORTEST_EXCERPT: Final = 120

_SIZE: Final = 5
_SEED: Final = 1
# 21 bands of 6 find 99.99 % of the pairs with a similarity of 0.85, 93 % at 0.7 and 28 % at 0.5
# (the anchors find most of the rest), but one pair of unlike texts (0.05) in three million.
_PERMUTATIONS: Final = 128
_BANDS: Final = 21
_ROWS: Final = 6
# An anchor is the run of 40 letters from one of these letters on; a text has one in 27 letters, a
# copy has the same ones wherever it begins. Runs of 40 cross the end of most sentences, so that a
# sentence that many use makes few of them. After 4 % of its words are changed a copy still has
# two thirds.
_ANCHOR: Final = re.compile("[گفع]".encode("utf-32-le")[:0] or b"")
_ANCHOR_LENGTH: Final = 40
