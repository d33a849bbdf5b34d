"""Decide whether two words typed apart are the parts of one compound.

The lexicon knows some compounds that can be nothing else when typed apart (`تصمیم گیری`),
and second parts that make new ones freely (`گرایی`). Many second parts are also words: «بینی» is a
nose, «دار» a gallows, «شماری از» are some. Those need evidence: a listed compound.
"""

from collections.abc import Sequence
from typing import Final

from cleaners.persian.attributes import Attributes
from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.chunks import WORD
from cleaners.persian.context import Context
from cleaners.persian.edge_words import is_preposition
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["Compounds"]

# How far away the other هم of «هم … و هم …» is looked for, in chunks.
_REACH: Final = 10
# After the stem of a verb these make it a finite verb: «به انجام رسانیم», «به راه اندازیم».
_PERSONS: Final = frozenset({"م", "یم", "ید", "ند"})
_VERB: Final = (f"می{ZWNJ}", f"نمی{ZWNJ}", "نمی")
_MAY: Final = frozenset(("می", "نمی"))
_INDEFINITE: Final = "ای"
_LETTER: Final = f"{ZWNJ}نامه"
_MARKS: Final = ".،؛:!؟»)"
_PLURALS: Final = ("های", f"{ZWNJ}ها")


class Compounds:
    """Join words that are a compound."""

    __slots__ = ("_attributes", "_bound", "_context", "_lexicon", "_seconds", "_together")

    def __init__(self, lexicon: Lexicon, context: Context, attributes: Attributes) -> None:
        self._attributes = attributes
        self._lexicon = lexicon
        self._context = context
        self._bound = lexicon.bound_bases()
        self._seconds = {pair.rpartition(" ")[2] for pair in context.pairs}
        self._together = {pair.replace(" ", "") for pair in context.together}

    def join(
        self, word: str, second: str, text: str, chunks: Sequence[str] = (), at: int = 0
    ) -> str | None:
        """Return `word` and `text`, which begins with `second`, as one; None if they are two.

        Args:
            word: The last word before `text`, without the marks before it.
            second: The part of `text` that may be the second part of a compound.
            text: A chunk, mended.
            chunks: The chunks of the line.
            at: The index of `text` among them.
        """
        lexicon = self._lexicon
        bare = word.replace(ZWNJ, "")
        key = bare + second.replace(ZWNJ, "")
        is_bound = second in self._bound
        if not (is_bound or second == "نامه" or key in lexicon.joinable or key in self._together):
            if second not in self._context.all_attributes:
                return None  # nearly always
            is_one = self._attributes.is_one(word, second, text, chunks, at)
            return word + ("" if word[-1] in NON_JOINING else ZWNJ) + text if is_one else None
        before = chunks[at - 2] if at > 1 else ""
        after = chunks[at + 1] if at + 1 < len(chunks) else ""
        if self._spells_letters(bare, second, before, after):
            return None
        if text.startswith(ZWNJ, len(second)) and self._begins_another(bare, second, text):
            return None
        if self._are_two(bare, second, text, chunks, at):
            return None
        if is_preposition(bare, second, chunks[at + 1 : at + 3], self._context):
            return None
        if not self._may_follow(before, f"{bare} {second}"):
            return None
        if self._is_together(bare, second, before, after):
            return word + text
        if self._begins_phrase(bare, second, text[len(second) :], chunks, at):
            return None
        if self._are_words(bare, second, text[len(second) :], before, after):
            return None
        match = WORD.match(text, len(second))
        is_verb = match is not None and match[0] in _PERSONS
        if is_verb and (before == "به" or key not in lexicon.joinable):
            return None
        if key in lexicon.joinable and lexicon.joint(key).startswith(word + ZWNJ):
            if before == "و" and bare in self._context.numbers:
                return None  # «سی و پنج ساله»
            may_be_word = second in lexicon.common and (
                second not in lexicon.bound or second in self._context.own_seconds
            )
            if may_be_word and self._is_word(bare, second, chunks, at):
                return None
            return lexicon.joint(key) + text[len(second) :]
        return self._unlisted(word, second, text, before)

    def _are_two(self, first: str, second: str, text: str, chunks: Sequence[str], at: int) -> bool:
        """Return whether a table has the words, with one or two before them, as separate words."""
        match, pairs = WORD.match(text), self._context.pairs
        form = match[0] if match is not None else second
        if form == text and chunks[at + 1 : at + 2] == [_INDEFINITE]:
            form += ZWNJ + _INDEFINITE  # «این هفته نامه ای»
        if self._seconds.isdisjoint((second, form)):
            return False
        firsts = [" ".join([*chunks[max(0, at - n) : at - 1], first]) for n in (1, 2, 3)]
        return any(f"{f} {s}" in pairs for f in firsts for s in (second, form))

    def _begins_phrase(
        self, first: str, second: str, rest: str, chunks: Sequence[str], at: int
    ) -> bool:
        """Return whether a second part is a word of a phrase: «کشتی گیر کرد», «زمینه ساز و کار»."""
        context = self._context
        if f"{first} {second}" in context.sure:
            return False
        if rest:
            return not context.second_is_word.isdisjoint((second + rest, f"{first} {second}{rest}"))
        after, behind = (chunk.rstrip(_MARKS) for chunk in [*chunks[at + 1 : at + 3], "", ""][:2])
        next_word = _next_word(after)
        if next_word == "می":
            verb = behind if after in _MAY else after.replace(ZWNJ, "").partition("می")[2]
            if verb.startswith(context.before_verbs.get(second, ())):
                return True
        pair = f"{second} {next_word}"
        return not context.phrases.isdisjoint((pair, f"{pair} {behind}", f"{first} {pair}"))

    def _may_follow(self, before: str, pair: str) -> bool:
        """Return whether a pair may be one word after the chunk `before`: «در گرم خانه»."""
        words = self._context.only_after.get(pair)
        return words is None or (before if before[-1:].isalpha() else "") in words

    def _is_together(self, first: str, second: str, before: str, after: str) -> bool:
        """Return whether the words are one, written on: «خاطر نشان», but «باز توزیع شد»."""
        context, pair = self._context, f"{first} {second}"
        if pair not in context.together or (before == "به" and pair not in context.only_after):
            return False
        return f"{pair} {_next_word(after)}" not in context.phrases

    def _begins_another(self, first: str, second: str, text: str) -> bool:
        """Return whether a second part begins another compound: «راه حل‌وفصل اختلاف»."""
        match = WORD.match(text)
        word = match[0] if match is not None else text
        behind = word[len(second) + 1 :].partition(ZWNJ)[0]
        return (
            behind not in inflection().behind_seams
            and first + word.replace(ZWNJ, "") not in self._lexicon.forms
        )

    def _are_words(self, first: str, second: str, rest: str, before: str, after: str) -> bool:
        """Return whether the parts of a listed compound are words of their own here.

        «سلامت محور توسعه است», «انرژی را کم مصرف کنیم», «سه نفر جان باخته‌اند».
        """
        context, after = self._context, after.rstrip(_MARKS)
        if f"{first} {second}" in context.sure:
            return False
        if second in context.participles:
            is_perfect = rest.strip(ZWNJ + _MARKS) in context.verbal_before
            return is_perfect or (not rest and _next_word(after) in context.verbal_before)
        may_be = context.little if first == "کم" else context.describing
        if second not in may_be or (first == "کم" and rest.startswith(ZWNJ)):
            return False
        if second == "دوست" and after.startswith(context.not_friends):
            return True
        return not before[-1:].isalpha() or before.replace(ZWNJ, "") in context.no_ending

    def _unlisted(self, word: str, second: str, text: str, before: str) -> str | None:
        """Return a compound that the lexicon does not have as such; None if the words are two."""
        lexicon, bare = self._lexicon, word.replace(ZWNJ, "")
        if bare in self._context.no_compound:
            return None
        if self._is_surname(bare, second, before):
            return None
        key = bare + second.replace(ZWNJ, "")
        if second == "نامه" and key in lexicon.plain and word[-1] not in NON_JOINING:
            return word + ZWNJ + text
        base = self._bound.get(second)
        if base is None or self._has_ezafe(bare):
            return None
        if word[-1] in NON_JOINING:
            return word + text if key in lexicon.plain else None
        if word.endswith(_LETTER):
            if not lexicon.is_common(bare):
                return None
        elif word != bare:  # «یک‌جانبه گرایی»
            is_inflected = word.rpartition(ZWNJ)[2] in inflection().behind_seams
            if is_inflected or lexicon.forms.get(bare) != word:
                return None
        elif bare not in lexicon.common:
            return None
        is_place = base == "آباد" and before in self._context.places_before
        if base in self._context.own_seconds and not (is_place or self._is_attested(bare, base)):
            return None
        return word + ZWNJ + text

    def _is_surname(self, first: str, second: str, before: str) -> bool:
        """Return whether these are a name or title and a surname: «مریم افشانی», «سرهنگ گرایی».

        A name that is a word too is one only where a name may begin: «آقای پیمان پروری».
        """
        context = self._context
        if first in context.people and second.endswith("ی"):
            return not second.startswith("الله")
        begins_name = not before[-1:].isalpha() or before == "و" or before in context.titles
        is_name = first in context.people or first in context.titles
        may_be = is_name or (begins_name and first in context.people_and_words)
        return may_be and second in context.surnames

    def _spells_letters(self, first: str, second: str, before: str, after: str) -> bool:
        """Return whether two names of letters are of an abbreviation: «اس ام اس», «ال سی دی»."""
        letters = self._context.letters
        return first in letters and second in letters and (before in letters or after in letters)

    def _has_ezafe(self, bare: str) -> bool:
        """Return whether a yeh ties the word to the next one, as in صدای and جلوی."""
        lexicon = self._lexicon
        return (
            bare.endswith(("ای", "وی"))
            and bare[:-1] in lexicon.plain
            and bare not in lexicon.gradable
        )

    def _is_attested(self, bare: str, second: str) -> bool:
        """Return whether the compound, or one with a part of the same stem, is listed."""
        lexicon = self._lexicon
        stem = second.removesuffix("ختی") + "سی" if second == "شناختی" else second
        stem = stem.removesuffix("ی") if len(stem) > 3 else stem
        # Written as one word, گلفروش is evidence for «گل فروشی», but مخاطبین is a plural.
        written_on = {second} if stem == "بین" else {second, stem}
        start = bare + ZWNJ
        return any(bare + part in lexicon.plain for part in written_on) or any(
            lexicon.forms.get(bare + relative, "").startswith(start)
            for relative in (second, stem, stem + "ی", stem + "ان", stem + "انه")
        )

    def _is_word(self, first: str, second: str, chunks: Sequence[str], at: int) -> bool:
        """Return whether هم, پیش or پس is a word of its own: «هم صحبت کرد», «ماه پیش قرارداد»."""
        context = self._context
        if first not in {"هم", "پیش", "پس"} or f"{first} {second}" in context.sure:
            return False
        before = chunks[at - 2] if at > 1 else ""
        if first == "پیش":
            if before == "های" and at > 2:  # «سال های پیش»
                before = chunks[at - 3]
            span = before.removesuffix("های").removesuffix("ها").removesuffix(ZWNJ)
            span = span.removesuffix("ی")
            return span in context.spans_of_time
        if first == "پس":
            return before in {"این", "آن"}
        manner = f"{chunks[at - 3]} {before}" if at > 2 else ""
        if before in context.before_adverb or manner in context.before_adverb:
            return False  # «به طور هم زمان»
        after = chunks[at + 1] if at + 1 < len(chunks) else ""
        near = (*chunks[max(0, at - 1 - _REACH) : at - 1], *chunks[at + 1 : at + 1 + _REACH])
        if "هم" in near or before == "باز":
            return True
        if not before[-1:].isalpha() and chunks[at].endswith("،"):
            return False  # «هم زمان، وزیر گفت»
        if after in _MAY:
            after += "".join(chunks[at + 2 : at + 3])
        after = after.rstrip(_MARKS)
        becomes = after.replace(ZWNJ, "").startswith(("میشو", "میشد", "نمیشو", "نمیشد"))
        of_many = before.endswith(_PLURALS) and before not in context.possessor_follows
        return not (becomes or after in context.after_fellow or of_many)


def _next_word(chunk: str) -> str:
    """Return the word after a compound, without marks; می for any verb that has it."""
    return "می" if chunk.startswith(_VERB) else chunk.rstrip(_MARKS)
