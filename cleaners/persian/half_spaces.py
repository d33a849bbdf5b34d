"""Put half-spaces back into running text, and part words that were glued.

A line is taken as its chunks between spaces. What a chunk becomes on its own is worked out once
and remembered (see `chunks`); only the few that can belong to a neighbour (an ending, the second
part of a compound, `می`, a word with two readings) are looked at again where they stand.
"""

import re
from collections.abc import MutableMapping, Sequence
from functools import lru_cache

from cleaners.persian.characters import LETTER, MARK
from cleaners.persian.chunks import LONGEST_WORD, WORD, Chunk, Chunks
from cleaners.persian.lexicon import NON_JOINING, ZWNJ, Context, context, inflection, lexicon
from cleaners.persian.repairs import Repairs

__all__ = ["HalfSpaces"]

_ENDS_CLAUSE = frozenset("،؛.!؟")
# The search starts at most this far from the end: from farther off, it would look at each letter of
# a long run that a mark ends, from each of its letters.
_TAIL = LONGEST_WORD + 1
# No rule looks further than three chunks; a parted word makes up to three of one.
_NEAR = 6
_LAST_WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+$")


class HalfSpaces:
    """Repair the words of lines."""

    __slots__ = ("_chunks", "_context", "_known", "_lexicon", "_rules", "_together")

    def __init__(self, repairs: Repairs) -> None:
        self._chunks = Chunks(repairs)
        self._known = lru_cache(maxsize=1 << 14)(self._chunks.morphology.known)
        self._lexicon = lexicon()
        self._rules = inflection()
        self._context: Context = context()
        self._together = {_bare(pair.replace(" ", "")) for pair in self._context.together}

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
            where: the numbers of the chunks to look at; all of them by default.

        Returns:
            The line, and the chunks of it to look at once more: those beside words that were
            joined or parted. No chunk: nothing is left to do.
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
            if chunk.firsts and done < at:  # nearly always it makes no compound here
                before = chunks[at - 1]
                if before.isalpha() and before not in chunk.firsts:
                    continue
            out += chunks[done:at]
            done = at + 1
            text, made, parted, role, *_ = chunk
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
        """Join `chunk` to what is in `out`, or put in its other reading.

        Returns:
            How many half-spaces that made; None if the chunk stands as it is.
        """
        if role in {"verb", "prefix"}:
            return self._prefix(chunk, role, chunks, at)
        previous = out[-1] if out else ""
        if role == "reading":
            return self._reading(chunk, chunks, at, out)
        word = _last_word(previous[-_TAIL:])
        if not word:
            return None
        join = (
            self._join_ending(word, chunk, chunks, at)
            if role == "ending"
            else self._join_second(word, chunk.second, chunk.text, chunks[at - 2] if at > 1 else "")
        )
        if join is None:
            return None
        out[-1] = previous.removesuffix(word) + join
        return max(0, join.count(ZWNJ) - word.count(ZWNJ))

    def _join_ending(self, word: str, chunk: Chunk, chunks: list[str], at: int) -> str | None:
        ending, rules, bare = chunk.word, self._rules, word.replace(ZWNJ, "")
        if bare in self._context.no_ending or ending in self._context.own_words:
            return None
        last = word[-1]
        if ending in rules.plural or ending in rules.comparative:
            if not self._takes_ending(bare, ending):
                return None
            if ending in {"تر", "تری"} and self._is_wet(word, chunk, chunks, at):
                return None
            return word + ("" if last in NON_JOINING else ZWNJ) + chunk.text
        if ending == "ام" and "".join(chunks[at + 1 : at + 2])[:2] == "ال":
            return None  # a name: ام‌البنین
        if self._lexicon.forms.get(bare + ending) == word + ZWNJ + ending:
            return word + ZWNJ + chunk.text
        if last == "ه" or last == "ی":
            allowed = rules.after_heh if last == "ه" else rules.after_yeh
            silent = last == "ی" or (
                bare[-2:-1] not in {"ا", "و", ""} and bare not in self._lexicon.sounded_heh
            )
            if ending in allowed and silent and len(bare) > 2:
                return word + ZWNJ + chunk.text
        return None

    def _takes_ending(self, bare: str, ending: str) -> bool:
        known = self._known(bare)
        if ending in self._rules.comparative:
            if ending != "تر":
                return known is not None
            return bare in self._lexicon.common or ZWNJ in (known or "")
        # A word that is known but for a lost heh is a typo: دستگا های.
        return known is not None or bare + "ه" not in self._lexicon.plain

    def _is_wet(self, word: str, chunk: Chunk, chunks: list[str], at: int) -> bool:
        """Tell whether a تر typed apart is the adjective, as in «چشم تر» and «نان تر و تازه»."""
        after = [*chunks[at + 1 : at + 4], "", "", ""]
        if not chunk.rest and after[0] == "و" and after[2] != "تر":
            follower = WORD.match(after[1])
            if follower and follower[0] in {"تازه", "خشک"}:
                return True
        bare, before = word.replace(ZWNJ, ""), chunks[at - 2] if at > 1 else ""
        if ZWNJ in word:
            return word.rpartition(ZWNJ)[2] in self._rules.plural
        return bare not in self._lexicon.gradable and before not in self._context.noun_before

    def _join_second(self, word: str, second: str, text: str, before: str = "") -> str | None:
        """Return `word` and `text`, which begins with `second`, as one; None if they are two."""
        lexicon = self._lexicon
        bare = _bare(word)
        key = bare + _bare(second)
        is_bound = second in lexicon.bound
        if not (is_bound or second == "نامه" or key in lexicon.joinable or key in self._together):
            return None  # nearly always
        if f"{bare} {second}" in self._context.pairs:
            return None
        form = lexicon.forms.get(key)
        if before != "به" and f"{bare} {second}" in self._context.together:
            return word + text
        if form is not None and key in lexicon.joinable and form.startswith(word + ZWNJ):
            return form + text[len(second) :]
        if bare in self._context.no_compound:
            return None
        if second == "نامه" and key in lexicon.plain and word[-1] not in NON_JOINING:
            return word + ZWNJ + text
        if not is_bound:
            return None
        if word[-1] in NON_JOINING:
            return word + text if key in lexicon.plain else None
        if word == bare and bare in lexicon.common:
            return word + ZWNJ + text
        return None

    def _prefix(self, chunk: Chunk, role: str, chunks: list[str], at: int) -> int | None:
        """Write the prefix on to the next chunk, which is yet to come."""
        if chunk.rest or at + 1 == len(chunks):
            return None
        following = chunks[at + 1]
        match = WORD.match(following)
        if match is None:
            return None
        tail = match[0].replace(ZWNJ, "")
        if role == "verb":
            if tail not in self._lexicon.verbs and not self._verb_with_object(tail):
                return None
            if chunk.word == "می" and at and chunks[at - 1] in self._context.month_before:
                return None
        elif chunk.word in self._context.written_on:
            second = chunks[at + 2] if at + 2 < len(chunks) and match[0] == following else ""
            if not self._makes_adjective(chunk.word, following, second):
                return None
            chunks[at + 1] = chunk.word + self._chunks.text(following)
            return 0
        elif chunk.word == "هم":
            if not self._is_fellow(tail, chunks, at):
                return None
        elif tail in self._context.no_compound or (
            chunk.word + tail not in self._lexicon.joinable and tail not in self._lexicon.common
        ):
            return None
        chunks[at + 1] = chunk.word + ZWNJ + following
        return 1

    def _makes_adjective(self, prefix: str, following: str, second: str) -> bool:
        """Tell whether با and a noun before تر or ترین are one word: باتجربه‌ترین."""
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
        """Tell whether هم before `tail` makes a plural such as هم‌کلاسی‌ها, rather than "also"."""
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

    def _reading(self, chunk: Chunk, chunks: list[str], at: int, out: list[str]) -> int | None:
        likelier, rarer = self._lexicon.readings[chunk.word]
        adjective, plural = likelier, rarer
        if likelier.endswith("های"):
            adjective, plural = rarer, likelier
        following = chunks[at + 1] if at + 1 < len(chunks) and not chunk.rest else ""
        match = WORD.match(following)
        if following[:1].isdecimal():
            form = plural
        elif likelier == chunk.word:  # perhaps nothing was lost: درآمدهای
            sure = (
                chunk.rest[:1] in _ENDS_CLAUSE
                if chunk.rest
                else (match is not None and match[0] in self._context.clause_goes_on)
            )
            form = adjective if sure else plural
        elif self._makes_sure(chunk.word, out):
            form = adjective
        elif following.startswith(("«", "(", '"')):
            form = likelier
        elif match is None or match[0] in self._context.no_noun_follows:
            form = adjective
        elif match[0] in self._context.possessor_follows:
            form = plural
        else:
            form = likelier
        second = self._chunks.second(form)
        if second and out:
            word = _last_word(out[-1][-_TAIL:])
            joined = self._join_second(word, second, form + chunk.rest) if word else None
            if joined is not None:
                out[-1] = out[-1].removesuffix(word) + joined
                return 2
        out.append(form + chunk.rest)
        return 1

    def _makes_sure(self, word: str, out: list[str]) -> bool:
        """Tell whether what was before `word` leaves only the reading in ‑ای."""
        previous = out[-1] if out else ""
        cues = self._context.previous.get(word, ())
        return previous in self._context.singular_before or any(
            cue == previous or (" " in cue and cue == " ".join(out[-2:])) for cue in cues
        )


def _around(changed: Sequence[int], count: int) -> list[int]:
    """Return the numbers of the chunks, of `count`, that stand near those in `changed`."""
    near = {at for place in changed for at in range(place - _NEAR, place + _NEAR + 1)}
    return sorted(at for at in near if 0 <= at < count)


@lru_cache(maxsize=1 << 14)
def _last_word(tail: str) -> str:
    """Return the word that `tail` ends with, without the marks before it.

    There is none ("") if a mark comes last, or if the letters are too many for a word.
    """
    match = _LAST_WORD.search(tail)
    return match[0] if match is not None and len(match[0]) <= LONGEST_WORD else ""


def _bare(word: str) -> str:
    return word.replace(ZWNJ, "") if ZWNJ in word else word
