"""Count the articles that come several times, without keeping their ids in memory."""

import hashlib
import heapq
from array import array
from itertools import groupby
from typing import Final

__all__ = ["distinct", "short_id"]

# Numbers that are sorted at a time, so that only few of them are objects of their own.
_RUN: Final = 100_000


def short_id(key: str) -> int:
    """Return a number of 8 bytes that stands for the id of an article."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest())


def distinct(ids: "array[int]") -> int:
    """Return how many different numbers there are."""
    runs = [array("Q", sorted(ids[at : at + _RUN])) for at in range(0, len(ids), _RUN)]
    return sum(1 for _ in groupby(heapq.merge(*runs)))
