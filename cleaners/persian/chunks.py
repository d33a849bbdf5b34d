"""What a chunk (the text between two spaces) becomes, and how it may join its neighbours."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from cleaners.persian.breaks import VOWEL_MARKS, breaks_of, with_breaks, with_marks
from cleaners.persian.characters import LETTER, LONGEST_WORD, MARK, NON_JOINING, ZWNJ
from cleaners.persian.context import context
from cleaners.persian.glued import GluedWords
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import lexicon
from cleaners.persian.morphology import Morphology
from cleaners.persian.repairs import Repairs
from cleaners.persian.second_parts import first_parts, singulars

__all__ = ["WORD", "Chunk", "Chunks", "Role"]

# How many chunks are remembered before all are forgotten (about 30 MB).
_REMEMBERED: Final = 200_000

WORD = re.compile(f"[{LETTER}{MARK}{ZWNJ}]+")
# "Are", "am" after a complete word.
_ARE = ("ند", "یم", "ید")
# Roles of words that concern what follows them.
_TO_WHAT_FOLLOWS = frozenset(("verb", "prefix", "reading"))
# A word with more than one of these is Arabic: فِيهَا.
_VOWELS = re.compile("[\u064e-\u0650\u0652]")

#: An ending (`ها`), a second part of compounds (`گیری`), a prefix of verbs (`می`) or of nouns
#: (`بی`), a word with two readings (`حرفهای`), a plural after و (`رفت و آمدهای`), or none of
#: these.
type Role = Literal["", "ending", "second", "verb", "prefix", "reading", "plural"]
_INDEFINITE = f"ه{ZWNJ}ای"
# Nouns of an act, whose ی is not an ending: درمان‌دهی, though درماندهی could be of درمانده.
_OF_AN_ACT = (f"{ZWNJ}دهی", f"{ZWNJ}نهی")


class Chunk(NamedTuple):
    """A chunk that does not simply stay as it was typed."""

    text: str
    """What it becomes on its own."""
    restored: int
    """How many half-spaces were put in."""
    glued: int
    """How many times glued words were split."""
    role: Role
    word: str
    """Its only word, without half-spaces."""
    rest: str
    """The marks after that word."""
    second: str = ""
    """The part of it that can be the second part of a compound, if that is its role."""
    opening: str = ""
    """The marks before that word: a quotation mark, a bracket, a dash."""
    as_typed: tuple[str, ...] = ()
    """Possible second parts if the word is read as typed: انداز of اندازهای."""
    firsts: frozenset[str] = frozenset()
    """The only preceding words it makes a compound with, if nothing else in it needs repair."""


class Chunks:
    """Read chunks, remembering those that were seen."""

    __slots__ = (
        "_describing",
        "_firsts",
        "_glued",
        "_lexicon",
        "_morphology",
        "_numbered",
        "_own_before",
        "_plurals",
        "_prefixes",
        "_repairs",
        "_rules",
        "_singulars",
        "seen",
        "stays",
    )

    def __init__(self, repairs: Repairs) -> None:
        self._repairs = repairs
        self._lexicon = lexicon()
        self._rules = inflection()
        self._prefixes = context().prefixes
        self._describing = context().describing
        self._plurals = context().plural_after_and
        self._own_before = context().own_before
        self._numbered = context().numbered
        self._morphology = Morphology(self._lexicon, self._rules)
        self._glued = GluedWords(self._lexicon, context(), self._morphology)
        #: The chunks read so far: those that stay as they are whatever their neighbours, and the
        #: others. They are public so that an inner loop can look here before it calls `read`.
        self.stays: set[str] = set()
        self.seen: dict[str, Chunk] = {}
        self._firsts = first_parts(self._lexicon, context(), self._rules)
        self._singulars = singulars(self._firsts.keys(), self._rules)

    @property
    def morphology(self) -> Morphology:
        """The rules that words are taken apart with."""
        return self._morphology

    def read(self, raw: str) -> Chunk | None:
        """Return the chunk that `raw` is; None if it stays as it is, whatever its neighbours."""
        if raw in self.stays:
            return None
        chunk = self.seen.get(raw)
        if chunk is None:
            if len(self.seen) + len(self.stays) >= _REMEMBERED:
                self.seen.clear()
                self.stays.clear()
            chunk = self._settled(raw)
            if not (chunk.role or chunk.restored or chunk.glued or chunk.text != raw):
                self.stays.add(raw)
                return None
            self.seen[raw] = chunk
        return chunk

    def text(self, raw: str) -> str:
        """Return what `raw` becomes on its own."""
        chunk = self.read(raw)
        return raw if chunk is None else chunk.text

    def _settled(self, raw: str) -> Chunk:
        """Return what `raw` becomes when nothing is left to repair in it."""
        chunk = self._examine(raw)
        if chunk.text == raw:
            return chunk
        for _ in range(3):
            again = chunk if " " in chunk.text else self._examine(chunk.text)
            if again.text == chunk.text:
                break
            chunk = again._replace(
                restored=chunk.restored + again.restored, glued=chunk.glued + again.glued
            )
        return chunk

    def _examine(self, raw: str) -> Chunk:
        words = WORD.findall(raw)
        if not words:
            return Chunk(raw, 0, 0, "", "", "")
        text, glued = raw, 0
        if self._repairs.glued_words:
            text, glued = self._glued.part(raw, words)
            if glued and text.startswith("و ") and words[0] == raw:
                # «کسب وکارها»: without its کسب it is two words.
                behind = tuple(second for second in self.seconds(raw) if second[0] == "و")
                if behind:
                    return Chunk(text, 0, glued, "second", raw, "", as_typed=behind)
        if not self._repairs.half_spaces:
            return Chunk(text, 0, glued, "", "", "")
        before = text.count(ZWNJ)
        first = words[0]
        if text == first:
            # وجوهای belongs to جست‌وجوهای; it is not وجوه with an ending.
            text = text if self._is_behind_and(text) else self._restored(text)
        elif not (text.startswith("و ") and text[2:] in self._plurals):  # what precedes و decides
            text = WORD.sub(self._restored_within, text)
        restored = max(0, text.count(ZWNJ) - before)
        opening, _, rest = raw.partition(first)
        if glued or len(words) > 1 or opening[-1:].isdigit():
            return Chunk(text, restored, glued, "", "", "")
        word = first.replace(ZWNJ, "")
        role = self._role(word, first)
        if opening:  # the mark separates it from what precedes
            role = role if role in _TO_WHAT_FOLLOWS else ""
            return Chunk(text, restored, glued, role, word, rest, opening=opening)
        head = WORD.match(text) if role == "" else None
        second = self.second(head[0]) if head is not None else ""
        firsts = self._firsts[second] if second and text == raw else frozenset()
        is_open = ZWNJ in text and not first.endswith(_INDEFINITE)
        if not second:  # «پیام رسانهای»: by itself رسانه‌ای, which it is if it was typed so
            is_open = head is not None and text != raw and head[0].endswith(_INDEFINITE)
        as_typed = tuple(part for part in self.seconds(word) if part != second) if is_open else ()
        if second in self._singulars and not as_typed:
            as_typed = (self._singulars[second],)
        role = "second" if second or as_typed else role
        return Chunk(text, restored, glued, role, word, rest, second, "", as_typed, firsts)

    def _is_behind_and(self, word: str) -> bool:
        """Return whether `word` is the second part of a compound with و, as in `گفت‌وگوها`."""
        if word[0] != "و" or word in self._lexicon.plain:
            return False
        second = self.second(word)
        return second[:1] == "و" and second not in self._lexicon.plain

    def _restored_within(self, match: re.Match[str]) -> str:
        """Return one word of a chunk with its half-spaces: ساله‌ای of «۳۲سالهای»."""
        is_numbered = match.start() > 0 and match.string[match.start() - 1].isdecimal()
        form = self._numbered.get(match[0]) if is_numbered else None
        return form or self._restored(match[0])

    def _restored(self, typed: str) -> str:
        """Return one word with its half-spaces."""
        if len(typed) > LONGEST_WORD:
            return typed
        word = typed.replace(ZWNJ, "")
        bare = word if word.isalpha() else VOWEL_MARKS.sub("", word)
        form = None if len(_VOWELS.findall(word)) > 1 else self._morphology.restore(bare)
        if form is None:
            return typed
        if self._repairs.split_name_compounds:
            form = _split_nameh(form)
        if self._repairs.split_pronoun_plurals:
            form = re.sub("^(آن|این)(?=ها)", rf"\1{ZWNJ}", form)
        if bare != word:
            form = with_marks(form, word)
        if ZWNJ in typed:
            return self._with_typed_breaks(word, typed, form)
        return form

    def _with_typed_breaks(self, word: str, typed: str, form: str) -> str:
        """Return `form` if it keeps the half-spaces that were typed, else `typed`.

        An ending that lost its half-space gets it in either case: `بن‌مایهی`.
        """
        places = breaks_of(typed)
        if places <= breaks_of(form):
            return form
        if typed.endswith(_OF_AN_ACT):
            return typed
        ending = form.rpartition(ZWNJ)[2]
        at = len(word) - len(ending)
        endings = self._rules.plural.keys() | self._rules.after_heh.keys()
        endings |= self._rules.spoken_plural
        if at > max(places) and ending in endings and typed.rpartition(ZWNJ)[2] not in endings:
            places.add(at)
        return with_breaks(word, places)

    def _role(self, word: str, typed: str) -> Role:
        """Return the role of the word by itself; only its mended text shows a second part."""
        rules = self._rules
        if word in rules.verb_prefixes:
            return "verb"
        if word in self._plurals and ZWNJ not in typed:
            return "plural"
        is_read = word in self._lexicon.readings or word in self._numbered
        if (is_read or word in self._own_before) and ZWNJ not in typed:
            return "reading"
        if word == "است":
            return ""  # mostly a separate word
        if word in rules.plural or word in rules.comparative or word in rules.after_heh:
            return "ending"
        if word in rules.spoken:
            return "ending"
        if word in self._prefixes:
            return "prefix"
        return ""

    def second(self, form: str) -> str:
        """Return the part of `form` that can be a compound's second part; "" if there is none."""
        return next(self.seconds(form), "")

    def seconds(self, form: str) -> Iterator[str]:
        """Yield the parts of `form` that can be a compound's second part, the likeliest first.

        A plural that is listed in a compound comes before the plural's own stem: اندازهای of
        چشم‌اندازهای before انداز.
        """
        seconds, lexicon, rules = self._firsts, self._lexicon, self._rules
        base = form.partition(ZWNJ)[0]
        for candidate in (form, base):
            if candidate in seconds:
                yield candidate
        for copula in _ARE:
            subject = base.removesuffix(copula)
            if subject != base and subject in lexicon.frequent:
                if seconds.get(subject):  # «انگشت شمارند»
                    yield subject
                return  # «از آینده نگرانند»
        parts = [(base[:-size], base[-size:]) for size in range(1, min(6, len(base) - 1))]
        for rest, ending in reversed(parts):
            if rest in seconds and (ending in rules.plural or ending in rules.comparative):
                yield rest
        known = base in lexicon.common or base in lexicon.whole
        for rest, ending in parts:
            if rest not in seconds:
                continue
            # «گران قیمتی»: قیمتی is a word, but گران‌قیمت is listed.
            is_rare = base not in lexicon.frequent and rest not in self._describing
            may_be = not known or (ending == "ی" and seconds[rest] and is_rare)
            if ending == "ٔ" or (ending in rules.attached and may_be):
                yield rest


def _split_nameh(form: str) -> str:
    return re.sub(
        f"(?<=[{LETTER}]{{2}})(?<![{''.join(NON_JOINING)}])(?<!^بر)نامه", f"{ZWNJ}نامه", form
    )
