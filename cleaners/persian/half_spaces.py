"""Put half-spaces back into running text, and part words that were glued.

A line is taken as its chunks between spaces. What a chunk becomes on its own is worked out once
and remembered (see `chunks`); only the few that can belong to a neighbour (an ending, the second
part of a compound, `می`, a word with two readings) are looked at again where they stand.
"""

import re
from collections.abc import MutableMapping

from cleaners.persian.characters import LETTER, MARK
from cleaners.persian.chunks import LONGEST_WORD, WORD, Chunk, Chunks
from cleaners.persian.lexicon import NON_JOINING, ZWNJ, Context, context, inflection, lexicon
from cleaners.persian.repairs import Repairs

__all__ = ["HalfSpaces"]

_LAST_WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+$")


class HalfSpaces:
    """Repair the words of lines."""

    __slots__ = ("_chunks", "_context", "_lexicon", "_rules")

    def __init__(self, repairs: Repairs) -> None:
        self._chunks = Chunks(repairs)
        self._lexicon = lexicon()
        self._rules = inflection()
        self._context: Context = context()

    def repair(self, line: str, counts: MutableMapping[str, int]) -> tuple[str, bool]:
        """Return `line` with its words mended; add what was done to `counts`.

        The second value tells that no words were joined or parted, so that
        nothing is left to do.
        """
        chunks = line.split(" ")
        seen, read = self._chunks.seen, self._chunks.read
        out: list[str] = []
        restored = glued = joined = 0
        settled = True
        for at, raw in enumerate(chunks):
            chunk = seen.get(raw) or read(raw)
            if isinstance(chunk, str):
                out.append(chunk)
                continue
            text, made, parted, role, _, _ = chunk
            if role:
                made_here = self._in_context(chunk, role, chunks, at, out)
                if made_here is not None:
                    settled = False
                    restored += made_here
                    joined += not made_here
                    continue
            restored += made
            if parted:
                glued += parted
                settled = False
            out.append(text)
        if restored:
            counts["zwnj_restored"] = counts.get("zwnj_restored", 0) + restored
        if joined:
            counts["words_joined"] = counts.get("words_joined", 0) + joined
        if glued:
            counts["glued_split"] = counts.get("glued_split", 0) + glued
        return " ".join(out), settled

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
        match = _LAST_WORD.search(previous)
        if match is None or match.end() - match.start() > LONGEST_WORD:
            return None
        word = match[0]
        join = (
            self._join_ending(word, chunk) if role == "ending" else self._join_second(word, chunk)
        )
        if join is None:
            return None
        out[-1] = previous[: match.start()] + join
        return max(0, join.count(ZWNJ) - word.count(ZWNJ))

    def _join_ending(self, word: str, chunk: Chunk) -> str | None:
        ending, rules, bare = chunk.word, self._rules, word.replace(ZWNJ, "")
        if bare in self._context.no_ending:
            return None
        last = word[-1]
        if ending in rules.plural or ending in rules.comparative:
            if not self._takes_ending(bare, ending):
                return None
            return word + ("" if last in NON_JOINING else ZWNJ) + chunk.text
        if ending == "است":
            return None
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
        known = self._chunks.morphology.known(bare)
        if ending in self._rules.comparative:
            return (known is not None and ending != "تر") or bare in self._lexicon.common
        # A word that is known but for a lost heh is a typo: دستگا های.
        return known is not None or bare + "ه" not in self._lexicon.plain

    def _join_second(self, word: str, chunk: Chunk) -> str | None:
        lexicon = self._lexicon
        match = WORD.match(chunk.text)
        if match is None:
            return None
        second = self._chunks.second(match[0])
        bare = word.replace(ZWNJ, "")
        if f"{bare} {second}" in self._context.pairs:
            return None
        key = bare + second.replace(ZWNJ, "")
        form = lexicon.forms.get(key)
        if form is not None and key in lexicon.joinable and form.startswith(word + ZWNJ):
            return form + chunk.text[len(second) :]
        if bare in self._context.no_compound:
            return None
        if second == "نامه" and key in lexicon.plain and word[-1] not in NON_JOINING:
            return word + ZWNJ + chunk.text
        if second not in lexicon.bound:
            return None
        if word[-1] in NON_JOINING:
            return word + chunk.text if key in lexicon.plain else None
        if word == bare and bare in lexicon.common:
            return word + ZWNJ + chunk.text
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
        elif tail in self._context.no_compound or (
            chunk.word + tail not in self._lexicon.joinable and tail not in self._lexicon.common
        ):
            return None
        chunks[at + 1] = chunk.word + ZWNJ + following
        return 1

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
        elif (
            self._makes_sure(chunk.word, out)
            or match is None
            or match[0] in self._context.no_noun_follows
        ):
            form = adjective
        elif match[0] in self._context.possessor_follows:
            form = plural
        else:
            form = likelier
        second = self._chunks.second(form)
        if second and out:
            read = chunk._replace(text=form + chunk.rest)
            word = _LAST_WORD.search(out[-1])
            joined = self._join_second(word[0], read) if word else None
            if word and joined is not None:
                out[-1] = out[-1][: word.start()] + joined
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
