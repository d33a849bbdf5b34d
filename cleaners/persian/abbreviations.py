"""Join the names of letters that are an abbreviation: «آی سی یو», «دی ان ای»."""

from collections.abc import Collection, Iterable
from typing import Final

from cleaners.persian.characters import ZWNJ
from cleaners.persian.chunks import WORD
from cleaners.persian.edge_words import last_word
from cleaners.persian.tables import spelled

__all__ = ["Abbreviations"]

# An abbreviation of fewer letters may be two words: «سی دی».
_FEWEST: Final = 3


class Abbreviations:
    """Find whole known sequences of letters' names in a line."""

    __slots__ = ("_by_second", "_letters")

    def __init__(self, known: Iterable[str], letters: Collection[str]) -> None:
        """Take the abbreviations with blanks, and the names of letters that are no other words."""
        self._letters = letters
        self._by_second: dict[str, list[list[str]]] = {}
        # The longest first: «چت جی پی تی».
        for pieces in sorted(map(str.split, known), key=len, reverse=True):
            if len(pieces) >= _FEWEST:
                self._by_second.setdefault(pieces[1], []).append(pieces)

    def join(self, chunks: list[str]) -> int:
        """Join those in `chunks`, in place; return how many half-spaces that made."""
        last = len(chunks) - 1
        seconds = [at for at, chunk in enumerate(chunks) if chunk in self._by_second]
        made = 0
        gone = 0  # how many chunks fewer the line has by now
        free = 0  # where the first chunk behind the latest abbreviation was
        for at in seconds:
            if not free < at < last:
                continue
            for pieces in self._by_second[chunks[at - gone]]:
                start = at - gone - 1
                one = self._one(pieces, chunks, start)
                if one is not None:
                    chunks[start : start + len(pieces)] = [one]
                    made += one.count(ZWNJ)
                    free = at - 1 + len(pieces)
                    gone += len(pieces) - 1
                    break
        return made

    def _one(self, pieces: list[str], chunks: list[str], start: int) -> str | None:
        """Return the chunk that `pieces`, from `start`, are; None if something else is there."""
        window, stop = chunks[start : start + len(pieces)], start + len(pieces)
        if window[1:-1] != pieces[1:-1] or last_word(window[0]) != pieces[0]:
            return None
        last = WORD.match(window[-1])
        if last is None or last[0] != pieces[-1]:
            return None
        opening, rest = window[0].removesuffix(pieces[0]), window[-1][last.end() :]
        if any(character.isalnum() for character in opening + rest):
            return None
        # More letters make another: «اس پی سی آر».
        is_longer = (not opening and start and chunks[start - 1] in self._letters) or (
            not rest and chunks[stop : stop + 1] and chunks[stop] in self._letters
        )
        return None if is_longer else opening + spelled(pieces) + rest
