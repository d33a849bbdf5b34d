"""Put half-spaces back into running text, and split words that were glued.

A line is split into chunks at its spaces. What a chunk becomes on its own is worked out once
and remembered (see `chunks`); only the few that can belong to a neighbour (an ending, the second
part of a compound, `می`, a word with two readings) are looked at again in their context.
"""

from collections.abc import MutableMapping, Sequence

from cleaners.persian.abbreviations import Abbreviations
from cleaners.persian.attributes import Attributes
from cleaners.persian.characters import ZWNJ
from cleaners.persian.chunks import Chunk, Chunks
from cleaners.persian.compounds import Compounds
from cleaners.persian.context import context
from cleaners.persian.edge_words import last_word
from cleaners.persian.endings import Endings
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import lexicon
from cleaners.persian.prefixes import Prefixes
from cleaners.persian.readings import Readings
from cleaners.persian.repairs import Repairs
from cleaners.persian.surnames import Surnames

__all__ = ["HalfSpaces"]

# No rule looks further than three chunks; splitting a word makes up to three of one.
_NEAR = 6


class HalfSpaces:
    """Repair the words of lines."""

    __slots__ = (
        "_abbreviations",
        "_also_second",
        "_attributes",
        "_chunks",
        "_compounds",
        "_endings",
        "_lexicon",
        "_pairs",
        "_participles",
        "_prefixes",
        "_readings",
        "_surname_parts",
        "_surnames",
        "_three",
    )

    def __init__(self, repairs: Repairs) -> None:
        words, rules, beside = lexicon(), inflection(), context()
        self._lexicon = words
        self._participles = beside.all_attributes
        self._attributes = Attributes(words, beside)
        self._chunks = Chunks(repairs)
        known = beside.abbreviations if repairs.half_spaces else ()
        self._abbreviations = Abbreviations(
            known, {name for name, s in beside.letters.items() if s}
        )
        self._also_second = set(filter(self._chunks.second, beside.with_comparatives))
        self._compounds = Compounds(words, beside, self._attributes)
        self._endings = Endings(words, rules, beside, self._chunks.morphology.known)
        self._prefixes = Prefixes(words, rules, beside, self._chunks)
        self._surname_parts = beside.surname_parts
        self._three = beside.three
        self._pairs = beside.pairs
        self._surnames = Surnames(words, beside)
        self._readings = Readings(words, beside, self._chunks, self._compounds)

    def repair(
        self,
        chunks: list[str],
        counts: MutableMapping[str, int],
        where: Sequence[int] | None = None,
    ) -> tuple[str, list[int]]:
        """Return a line with its words mended; add what was done to `counts`.

        Args:
            chunks: what stands between the spaces of the line, its marks and spaces mended; the
                list is used up.
            counts: how much was done, by kind of repair.
            where: the indices of the chunks to look at; all of them by default.

        Returns:
            The line, and the indices of its chunks to look at once more: those near words that
            were joined or split. If there are none, nothing is left to do.
        """
        stays, seen, read = self._chunks.stays, self._chunks.seen, self._chunks.read
        participles, may_describe = self._participles, self._attributes.may_be_at
        spelled = self._abbreviations.join(chunks) if where is None else 0
        if not spelled and stays.issuperset(chunks):
            return " ".join(chunks), []
        out: list[str] = []
        done = glued = joined = 0
        restored = spelled
        changed: list[int] = []
        for at in range(len(chunks)) if where is None else where:
            raw = chunks[at]
            if raw in stays:
                continue
            chunk = seen.get(raw) or read(raw)
            if chunk is None:
                continue
            if chunk.firsts and done < at:  # in nearly all cases: no compound here
                before = chunks[at - 1]
                is_first = not before.isalpha() or before in chunk.firsts
                if not is_first and not (chunk.second in participles and may_describe(chunks, at)):
                    continue
            out += chunks[done:at]
            done = at + 1
            text, made, parted, role, *_ = chunk
            if role == "plural" and (plural := self._readings.plural_after_and(chunk.word, out)):
                restored += plural.count(ZWNJ)
                out.append(plural + chunk.rest)
                continue
            if role == "reading" and self._readings.is_as_typed(chunk.word, chunks, at):
                out.append(raw)
                continue
            if role:
                made_here = self._in_context(chunk, role, chunks, at, out)
                if made_here is not None:
                    changed.append(len(out) + glued)
                    restored += made_here
                    joined += not made_here
                    continue
            restored += made
            if parted:
                changed.append(len(out) + glued)
                glued += parted
            out.append(text)
        out += chunks[done:]
        if restored:
            counts["zwnj_restored"] = counts.get("zwnj_restored", 0) + restored
        if joined:
            counts["words_joined"] = counts.get("words_joined", 0) + joined
        if glued:
            counts["glued_split"] = counts.get("glued_split", 0) + glued
        return " ".join(out), _around(changed, len(out) + glued)

    def _in_context(
        self, chunk: Chunk, role: str, chunks: list[str], at: int, out: list[str]
    ) -> int | None:
        """Join `chunk` to the last of `out` or to the next chunk, or write the right reading.

        Returns:
            How many half-spaces that made; None if the chunk stays as it is.
        """
        if role in {"verb", "prefix"}:
            made = self._prefixes.join(chunk, chunks, at)
            if made is not None or chunk.opening or chunk.word not in self._also_second:
                return made
            chunk = chunk._replace(second=chunk.word)  # «دست کم»
        previous = out[-1] if out else ""
        if role in {"reading", "plural"}:
            return self._readings.write(chunk, chunks, at, out)
        word = last_word(previous)
        if not word:
            return None
        if chunk.word in self._three and len(out) > 1:
            pair, one = self._three[chunk.word]
            are_words = f"{' '.join(out[-3:])} {chunk.word}" in self._pairs  # «از این رو به رو»
            if f"{out[-2]} {out[-1]}" == pair and not are_words:
                del out[-1]
                out[-1] = one + chunk.rest
                return 1
        join = (
            self._endings.join(word, chunk, chunks, at)
            if role == "ending"
            else self._compound(word, chunk, chunks, at)
        )
        if join is None:
            return None
        out[-1] = previous.removesuffix(word) + join
        return max(0, join.count(ZWNJ) - word.count(ZWNJ))

    def _compound(self, word: str, chunk: Chunk, chunks: list[str], at: int) -> str | None:
        """Join a second part to its first; by itself «اندازهای» may look like another word."""
        if chunk.second:
            joined = self._compounds.join(word, chunk.second, chunk.text, chunks, at)
            if joined is None and chunk.word in self._surname_parts:
                joined = self._surnames.join(word, chunk, chunks, at)
            if joined is not None:
                return joined
        bare = word.replace(ZWNJ, "")
        for second in chunk.as_typed:
            if not chunk.second and bare + second not in self._lexicon.joinable:
                continue  # «فعالان رسانهای»
            if joined := self._compounds.join(word, second, chunk.word + chunk.rest, chunks, at):
                return joined
        return None


def _around(changed: Sequence[int], count: int) -> list[int]:
    """Return the indices, below `count`, of the chunks near those in `changed`."""
    near = {at for place in changed for at in range(place - _NEAR, place + _NEAR + 1)}
    return sorted(at for at in near if 0 <= at < count)
