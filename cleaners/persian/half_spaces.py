"""Put half-spaces back into running text, and split words that were glued.

A line is split into chunks at its spaces. What a chunk becomes on its own is worked out once
and remembered (see `chunks`); only the few that can belong to a neighbour (an ending, the second
part of a compound, `می`, a word with two readings) are looked at again in their context.
"""

import re
from collections.abc import MutableMapping, Sequence
from functools import lru_cache

from cleaners.persian.characters import LETTER, LONGEST_WORD, MARK, ZWNJ
from cleaners.persian.chunks import WORD, Chunk, Chunks
from cleaners.persian.compounds import Compounds
from cleaners.persian.context import Context, ReadingSigns, context
from cleaners.persian.endings import Endings
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import lexicon
from cleaners.persian.repairs import Repairs

__all__ = ["HalfSpaces"]

_LONG_VERB = 6
_PLURAL_VERB = ("ند", "یم", "ید")
_ENDS_CLAUSE = frozenset("،؛.!؟")
_NO_SIGNS = ReadingSigns()
# The search starts at most this far from the end: on a long run of letters before a mark it would
# otherwise take quadratic time.
_TAIL = LONGEST_WORD + 1
# No rule looks further than three chunks; splitting a word makes up to three of one.
_NEAR = 6
_LAST_WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+$")


class HalfSpaces:
    """Repair the words of lines."""

    __slots__ = ("_chunks", "_compounds", "_context", "_endings", "_lexicon", "_rules")

    def __init__(self, repairs: Repairs) -> None:
        self._chunks = Chunks(repairs)
        self._lexicon = lexicon()
        self._rules = inflection()
        self._context: Context = context()
        self._compounds = Compounds(self._lexicon, self._context)
        self._endings = Endings(
            self._lexicon, self._rules, self._context, self._chunks.morphology.known
        )

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
        if stays.issuperset(chunks):
            return " ".join(chunks), []
        out: list[str] = []
        done = restored = glued = joined = 0
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
                if before.isalpha() and before not in chunk.firsts:
                    continue
            out += chunks[done:at]
            done = at + 1
            text, made, parted, role, *_ = chunk
            if role == "plural" and (plural := self._plural_after_and(chunk.word, out)):
                restored += plural.count(ZWNJ)
                out.append(plural + chunk.rest)
                continue
            if role == "reading" and self._is_as_typed(chunk.word, chunks):
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
            return self._prefix(chunk, role, chunks, at)
        previous = out[-1] if out else ""
        if role in {"reading", "plural"}:
            if chunk.word not in self._lexicon.readings:
                return None
            return self._reading(chunk, chunks, at, out)
        word = _last_word(previous[-_TAIL:])
        if not word:
            return None
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
        joined = self._compounds.join(word, chunk.second, chunk.text, chunks, at)
        if joined is not None:
            return joined
        for second in chunk.as_typed:
            if joined := self._compounds.join(word, second, chunk.word + chunk.rest, chunks, at):
                return joined
        return None

    def _prefix(self, chunk: Chunk, role: str, chunks: list[str], at: int) -> int | None:
        """Join the prefix to the next chunk, which is yet to be read."""
        if chunk.rest or at + 1 == len(chunks):
            return None
        following = chunks[at + 1]
        match = WORD.match(following)
        if match is None:
            return None
        tail = match[0].replace(ZWNJ, "")
        if role == "verb":
            if not self._lexicon.is_verb(tail) and not self._verb_with_object(tail):
                return None
            if tail.startswith(self._context.noun_before_verb.get(chunk.word, ())):
                return None  # «وامی گرفت»
            before = chunks[at - 1] if at else ""
            if tail in self._lexicon.spoken_verbs and before[-1:].isdecimal():
                return None  # «۱۲ می»
            may_be_may = chunk.word == "می" and before in self._context.month_before
            # «شش هلال ماه می درخشیدند» is not May.
            if may_be_may and not (len(tail) >= _LONG_VERB and tail.endswith(_PLURAL_VERB)):
                return None
        elif chunk.word in self._context.written_on:
            second = chunks[at + 2] if at + 2 < len(chunks) and match[0] == following else ""
            if not self._makes_adjective(chunk.word, following, second):
                return None
            chunks[at + 1] = chunk.opening + chunk.word + self._chunks.text(following)
            return 0
        elif chunk.word == "هم":
            if not self._is_fellow(tail, chunks, at):
                return None
        elif not self._takes_prefix(chunk.word, tail, chunks[at - 1] if at else ""):
            return None
        chunks[at + 1] = chunk.opening + chunk.word + ZWNJ + following
        return 1

    def _takes_prefix(self, prefix: str, tail: str, before: str) -> bool:
        """Return whether `tail` takes `prefix`, and is not the name of a letter: «بی آر تی»."""
        context, lexicon = self._context, self._lexicon
        if tail in context.no_compound:
            return False
        if tail in context.letters and before != "بی":  # but بی‌بی‌سی
            return False
        return prefix + tail in lexicon.joinable or tail in lexicon.common

    def _makes_adjective(self, prefix: str, following: str, second: str) -> bool:
        """Return whether با and a noun before تر or ترین are one word: باتجربه‌ترین."""
        if "تر" not in following and not second.startswith("تر"):
            return False  # nearly always
        noun, _, ending = self._chunks.text(following).partition(ZWNJ)
        comparative = self._rules.comparative
        ending_word = WORD.match(ending or second)
        return (
            ending_word is not None
            and ending_word[0] in comparative
            and noun not in self._lexicon.gradable
            and prefix + noun in self._lexicon.plain
        )

    def _is_fellow(self, tail: str, chunks: list[str], at: int) -> bool:
        """Return whether هم before `tail` makes a plural such as هم‌کلاسی‌ها, rather than "also"."""
        plural = self._rules.plural
        noun = tail
        ending = WORD.match(chunks[at + 2]) if at + 2 < len(chunks) else None
        if ending is None or ending[0] not in plural:
            noun = next((tail[:-n] for n in range(7, 1, -1) if tail[-n:] in plural), "")
        lexicon = self._lexicon
        return (
            noun.endswith("ی")
            and noun not in lexicon.frequent
            and ("هم" + noun in lexicon.plain or "هم" + noun in lexicon.forms)
        )

    def _verb_with_object(self, tail: str) -> bool:
        return any(
            tail.endswith(clitic) and tail.removesuffix(clitic) in self._lexicon.verbs
            for clitic in ("مان", "تان", "شان", "ش", "م", "ت")
        )

    def _is_as_typed(self, word: str, chunks: list[str]) -> bool:
        """Return whether a word that may be right as typed is in a line that kept half-spaces.

        «آوارهای ساختمان‌های غزه»: a plural that needs none.
        """
        return word in self._lexicon.readings[word] and any(ZWNJ in chunk for chunk in chunks)

    def _reading(self, chunk: Chunk, chunks: list[str], at: int, out: list[str]) -> int:
        """Write the reading that fits, of a word that has two: حرف‌های or حرفه‌ای."""
        form, other = self._readings(chunk, chunks, at, out)
        word = _last_word(out[-1][-_TAIL:]) if out and not chunk.opening else ""
        for reading in (form, other) if word else ():
            for second in self._chunks.seconds(reading):
                if joined := self._compounds.join(word, second, reading + chunk.rest):
                    out[-1] = out[-1].removesuffix(word) + joined
                    return 2
        out.append(chunk.opening + form + chunk.rest)
        return 1

    def _readings(
        self, chunk: Chunk, chunks: list[str], at: int, out: list[str]
    ) -> tuple[str, str]:
        """Return both readings of a word, the one that fits here first."""
        likelier, rarer = self._lexicon.readings[chunk.word]
        adjective, plural = likelier, rarer
        if likelier.endswith("های"):
            adjective, plural = rarer, likelier
        form = self._reading_by_context(chunk, chunks, at, out, adjective, plural) or likelier
        return form, plural if form == adjective else adjective

    def _reading_by_context(
        self,
        chunk: Chunk,
        chunks: list[str],
        at: int,
        out: list[str],
        adjective: str,
        plural: str,
    ) -> str | None:
        """Return the reading that the words around `chunk` ask for; None if they ask for none."""
        context = self._context
        signs = context.reading_signs.get(chunk.word, _NO_SIGNS)
        following = [] if chunk.rest else chunks[at + 1 : at + 3]
        if following and following[0][:1].isdecimal():
            return adjective if _word_of(following[1:]) in context.measures else plural
        after = _word_of(following)
        stays_as_typed = self._lexicon.readings[chunk.word][0] == chunk.word
        if stays_as_typed:  # درآمدهای: perhaps nothing was lost
            goes_on = after in context.clause_goes_on
            is_sure = chunk.rest[:1] in _ENDS_CLAUSE if chunk.rest else goes_on
            return adjective if is_sure else plural
        before = out[-1] if out else ""
        if before in context.singular_before or not signs.singular_before.isdisjoint(
            (before, " ".join(out[-2:]))
        ):
            return adjective
        if not signs.singular_behind.isdisjoint((after, f"{after} {_word_of(following[1:])}")):
            return adjective
        if after in signs.plural_behind or after in context.possessor_follows:
            return plural
        if following and following[0].startswith(("«", "(", '"', "“")):
            return None
        if not after or after in context.no_noun_follows:
            return adjective
        is_apart = chunk.opening or before not in signs.plural_before
        is_adjective = after in signs.unless or after in self._lexicon.gradable
        return None if is_apart or is_adjective else plural

    def _plural_after_and(self, word: str, out: list[str]) -> str | None:
        """Return a plural that looks like a participle, after its و: رفت و آمدهای."""
        plural, words = self._context.plural_after_and[word]
        if len(out) < 2 or out[-1] != "و":
            return None
        return plural if _last_word(out[-2][-_TAIL:]) in words else None


def _around(changed: Sequence[int], count: int) -> list[int]:
    """Return the indices, below `count`, of the chunks near those in `changed`."""
    near = {at for place in changed for at in range(place - _NEAR, place + _NEAR + 1)}
    return sorted(at for at in near if 0 <= at < count)


def _word_of(chunks: Sequence[str]) -> str:
    """Return the word that the first of `chunks` begins with, without half-spaces."""
    match = WORD.match(chunks[0]) if chunks else None
    return match[0].replace(ZWNJ, "") if match is not None else ""


@lru_cache(maxsize=1 << 14)
def _last_word(tail: str) -> str:
    """Return the word that `tail` ends with, without the marks before it.

    It is empty if a mark comes last, or if there are too many letters for a word.
    """
    match = _LAST_WORD.search(tail)
    return match[0] if match is not None and len(match[0]) <= LONGEST_WORD else ""
