"""Put half-spaces back into running text, and part words that were glued.

A line is taken as its chunks between spaces. What a chunk becomes on its own is worked out once
and remembered; only the few chunks that can belong to a neighbour (an ending, the second part of a
compound, `می`, a word with two readings) are looked at again where they stand.
"""

import re
from collections.abc import MutableMapping
from functools import cache
from typing import Final, NamedTuple

from cleaners.persian.characters import LETTER, MARK
from cleaners.persian.lexicon import NON_JOINING, ZWNJ, Context, context, inflection, lexicon
from cleaners.persian.morphology import Morphology
from cleaners.persian.repairs import Repairs

__all__ = ["HalfSpaces", "half_spaces", "strip_useless"]

# How many chunks are remembered before all are forgotten (about 30 MB).
_REMEMBERED: Final = 200_000
# Longer runs of letters are no words.
_LONGEST_WORD: Final = 40

_WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+")
_LAST_WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+$")
_USELESS = re.compile(
    f"(?<=[{''.join(sorted(NON_JOINING))}]){ZWNJ}+(?=[{LETTER}])"
    f"|{ZWNJ}+(?![{LETTER}a-zA-Z0-9\u06f0-\u06f9])|(?<![{LETTER}{MARK}{ZWNJ}\\w\ue000]){ZWNJ}+"
)
_RUN = re.compile(f"{ZWNJ}{{2,}}")
_MARKS = re.compile("[\u064b-\u0653\u0670]")
_NUMBER = re.compile(f"([(«]*[\\d۰-۹٠-٩]+)([{LETTER}{ZWNJ}]+)([^{LETTER}]*)")
_BEFORE_NUMBER = re.compile(f"([^{LETTER}]*)([{LETTER}{ZWNJ}]{{2,}})([\\d۰-۹٠-٩]+[^{LETTER}]*)")


class _Chunk(NamedTuple):
    """What a chunk becomes, and what it may be to its neighbours."""

    text: str
    restored: int  # half-spaces put in
    glued: int  # places where words were parted
    role: str  # "", "ending", "second", "verb", "reading", "prefix"
    word: str  # its only word, without half-spaces
    rest: str  # the marks behind the word


class HalfSpaces:
    """Repair the words of lines, remembering those it has seen."""

    __slots__ = (
        "_context",
        "_glued",
        "_half",
        "_lexicon",
        "_morphology",
        "_options",
        "_rules",
        "_seconds",
        "_seen",
    )

    def __init__(self, repairs: Repairs) -> None:
        self._options = repairs
        self._lexicon = lexicon()
        self._rules = inflection()
        self._context: Context = context()
        self._morphology = Morphology(self._lexicon, self._rules)
        self._half = repairs.half_spaces
        self._glued = repairs.glued_words
        self._seen: dict[str, str | _Chunk] = {}
        forms = self._lexicon.forms
        self._seconds = {
            forms[key].partition(ZWNJ)[2] for key in self._lexicon.joinable
        } | self._lexicon.bound

    def repair(self, line: str, counts: MutableMapping[str, int]) -> tuple[str, bool]:
        """Return `line` with its words mended; add what was done to `counts`.

        The second value tells that no words were joined or parted, so that
        nothing is left to do.
        """
        chunks = line.split(" ")
        seen = self._seen
        out: list[str] = []
        restored = glued = joined = 0
        settled = True
        for at, raw in enumerate(chunks):
            chunk = seen.get(raw)
            if chunk is None:
                chunk = self._learn(raw)
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

    # One chunk

    def _learn(self, raw: str) -> "str | _Chunk":
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        chunk = self._examine(raw)
        for _ in range(3):
            again = self._examine(chunk.text) if " " not in chunk.text else chunk
            if again.text == chunk.text:
                break
            chunk = again._replace(
                restored=chunk.restored + again.restored, glued=chunk.glued + again.glued
            )
        if not (chunk.role or chunk.restored or chunk.glued or chunk.text != raw):
            self._seen[raw] = raw
            return raw
        self._seen[raw] = chunk
        return chunk

    def _examine(self, raw: str) -> _Chunk:
        words = _WORD.findall(raw)
        text, glued = raw, 0
        if not words:
            return _Chunk(raw, 0, 0, "", "", "")
        if self._glued:
            text, glued = self._part(raw, words)
        if not self._half:
            return _Chunk(text, 0, glued, "", "", "")
        if glued:
            words = _WORD.findall(text)
        before = text.count(ZWNJ)
        text = _WORD.sub(lambda match: self._restored(match[0]), text)
        restored = max(0, text.count(ZWNJ) - before)
        word = words[0].replace(ZWNJ, "")
        role = ""
        rest = ""
        if len(words) == 1 and raw.startswith(words[0]):
            rest = raw[len(words[0]) :]
            role = self._role(word, words[0], text)
        return _Chunk(text, restored, glued, role, word, rest)

    def _restored(self, typed: str) -> str:
        """Return one word with its half-spaces."""
        if len(typed) > _LONGEST_WORD:
            return typed
        word = typed.replace(ZWNJ, "")
        bare = _MARKS.sub("", word)
        form = self._morphology.restore(bare)
        if form is None:
            return typed
        if self._options.split_name_compounds:
            form = _split_nameh(form)
        if self._options.split_pronoun_plurals:
            form = re.sub("^(آن|این)(?=ها)", rf"\1{ZWNJ}", form)
        if bare != word:
            form = _with_marks(form, word)
        if ZWNJ in typed and not _breaks(typed) <= _breaks(form):
            return typed
        return form

    def _role(self, word: str, typed: str, text: str) -> str:
        rules = self._rules
        if word in rules.verb_prefixes:
            return "verb"
        if word in self._lexicon.readings and ZWNJ not in typed:
            return "reading"
        if word in rules.plural or word in rules.comparative or word in rules.after_heh:
            return "ending"
        if word in self._context.prefixes:
            return "prefix"
        head = _WORD.match(text)
        if head is not None and self._second(head[0]):
            return "second"
        return ""

    def _second(self, form: str) -> str:
        """Return the part of `form` that can be the second one of a compound."""
        seconds, lexicon = self._seconds, self._lexicon
        base = form.partition(ZWNJ)[0]
        for candidate in (form, base):
            if candidate in seconds:
                return candidate
        known = base in lexicon.common
        for size in range(1, min(6, len(base) - 1)):
            ending, rest = base[-size:], base[:-size]
            if rest in seconds and (
                ending in self._rules.plural or (ending in self._rules.attached and not known)
            ):
                return rest
        return ""

    # Where it stands

    def _in_context(
        self, chunk: _Chunk, role: str, chunks: list[str], at: int, out: list[str]
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
        if match is None or match.end() - match.start() > _LONGEST_WORD:
            return None
        word = match[0]
        join = (
            self._join_ending(word, chunk) if role == "ending" else self._join_second(word, chunk)
        )
        if join is None:
            return None
        out[-1] = previous[: match.start()] + join
        return max(0, join.count(ZWNJ) - word.count(ZWNJ))

    def _join_ending(self, word: str, chunk: _Chunk) -> str | None:
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
        known = self._morphology.known(bare)
        if ending in self._rules.comparative:
            return (known is not None and ending != "تر") or bare in self._lexicon.common
        # A word that is known but for a lost heh is a typo: دستگا های.
        return known is not None or bare + "ه" not in self._lexicon.plain

    def _join_second(self, word: str, chunk: _Chunk) -> str | None:
        lexicon = self._lexicon
        match = _WORD.match(chunk.text)
        if match is None:
            return None
        second = self._second(match[0])
        bare = word.replace(ZWNJ, "")
        if f"{bare} {second}" in self._context.pairs:
            return None
        key = bare + second.replace(ZWNJ, "")
        form = lexicon.forms.get(key)
        if form is not None and key in lexicon.joinable and form.startswith(word + ZWNJ):
            return form + chunk.text[len(second) :]
        if second not in lexicon.bound or bare in self._context.no_compound:
            return None
        if word[-1] in NON_JOINING:
            return word + chunk.text if key in lexicon.plain else None
        if (bare in lexicon.common and word == bare) or lexicon.forms.get(bare) == word:
            return word + ZWNJ + chunk.text
        return None

    def _prefix(self, chunk: _Chunk, role: str, chunks: list[str], at: int) -> int | None:
        """Write the prefix on to the next chunk, which is yet to come."""
        if chunk.rest or at + 1 == len(chunks):
            return None
        following = chunks[at + 1]
        match = _WORD.match(following)
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

    def _reading(self, chunk: _Chunk, chunks: list[str], at: int, out: list[str]) -> int | None:
        likelier, rarer = self._lexicon.readings[chunk.word]
        adjective, plural = likelier, rarer
        if likelier.endswith("های"):
            adjective, plural = rarer, likelier
        following = chunks[at + 1] if at + 1 < len(chunks) and not chunk.rest else ""
        match = _WORD.match(following)
        if (
            self._makes_sure(chunk.word, out)
            or match is None
            or match[0] in self._context.no_noun_follows
        ):
            form = adjective
        elif match[0] in self._context.possessor_follows:
            form = plural
        else:
            form = likelier
        second = self._second(form)
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

    # Glued words

    def _part(self, raw: str, words: list[str]) -> tuple[str, int]:
        number = _NUMBER.fullmatch(raw)
        if number is not None:
            return self._part_number(number[1], number[2], number[3])
        number = _BEFORE_NUMBER.fullmatch(raw)
        if number is not None and number[2] in self._lexicon.frequent:
            return f"{number[1]}{number[2]} {number[3]}", 1
        parted = 0
        text = raw
        for word in words:
            if 3 < len(word) <= _LONGEST_WORD:
                pair = self._two_words(word)
                if pair is not None:
                    text = text.replace(word, pair, 1)
                    parted += 1
        return text, parted

    def _part_number(self, number: str, word: str, rest: str) -> tuple[str, int]:
        bare = word.replace(ZWNJ, "")
        if bare in self._context.after_number or word.startswith(ZWNJ):
            return number + word + rest, 0
        if bare in self._lexicon.common or (len(bare) > 3 and self._morphology.known(bare)):
            return f"{number} {word}{rest}", 1
        return number + word + rest, 0

    def _two_words(self, word: str) -> str | None:
        bare = word.replace(ZWNJ, "")
        lexicon, particles = self._lexicon, self._context.particles
        if bare in lexicon.frequent or bare in lexicon.forms:
            return None
        rare = bare in lexicon.common or self._morphology.known(bare) is not None
        for at in range(1, len(word)):
            if word[at - 1] not in NON_JOINING:
                continue
            first, second = word[:at], word[at:]
            if first in particles and second in particles and first != "و" != second:
                return f"{first} {second}"
            if rare:
                continue
            if first in particles and len(second) > 2 and self._is_frequent(second):
                return f"{first} {second}"
            if (
                second in particles
                and second != "که"
                and len(first) > 2
                and self._is_frequent(first)
            ):
                return f"{first} {second}"
        return None

    def _is_frequent(self, word: str) -> bool:
        bare = word.replace(ZWNJ, "")
        if bare in self._lexicon.frequent:
            return True
        form = self._morphology.known(bare)
        return form is not None and ZWNJ in form and len(bare) > 4


def strip_useless(line: str) -> tuple[str, int]:
    """Return `line` without half-spaces that part nothing, and how many those were."""
    if ZWNJ not in line:
        return line, 0
    runs = 0
    if ZWNJ * 2 in line:
        line, runs = _RUN.subn(ZWNJ, line)
    line, useless = _USELESS.subn("", line)
    return line, runs + useless


def _breaks(word: str) -> set[int]:
    """Return the places of half-spaces in `word`, in letters from its start."""
    places: set[int] = set()
    letters = 0
    for character in word:
        if character == ZWNJ:
            places.add(letters)
        else:
            letters += 1
    return places


def _with_marks(form: str, word: str) -> str:
    """Return `form` with the vowel marks that `word` has."""
    letters = iter(form)
    out: list[str] = []
    for character in word:
        if not _MARKS.match(character):
            for letter in letters:
                out.append(letter)
                if letter != ZWNJ:
                    break
        else:
            out.append(character)
    return "".join(out)


def _split_nameh(form: str) -> str:
    return re.sub(
        f"(?<=[{LETTER}]{{2}})(?<![{''.join(NON_JOINING)}])(?<!^بر)نامه", f"{ZWNJ}نامه", form
    )


@cache
def half_spaces(repairs: Repairs) -> HalfSpaces:
    """Return the repairer for these choices; each keeps its own memory."""
    return HalfSpaces(repairs)
