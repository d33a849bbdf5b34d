"""Decide whether a prefix that was typed apart belongs to the word after it."""

from cleaners.persian.breaks import VOWEL_MARKS
from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.chunks import WORD, Chunk, Chunks
from cleaners.persian.context import Context
from cleaners.persian.edge_words import first_word, is_preposition
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["Prefixes"]

_OF_SEVERAL = "های"
# How far away the other هم is looked for, in chunks.
_REACH = 10
_LONG_VERB = 6
_PLURAL_VERB = ("ند", "یم", "ید")


class Prefixes:
    """Join prefixes to their words: `می رود`, `بی سابقه`, `با تجربه ترین`."""

    __slots__ = ("_chunks", "_context", "_lexicon", "_rules")

    def __init__(
        self, lexicon: Lexicon, rules: Inflection, context: Context, chunks: Chunks
    ) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._context = context
        self._chunks = chunks

    def join(self, chunk: Chunk, chunks: list[str], at: int) -> int | None:
        """Join the prefix that `chunk` is to the next chunk, which is yet to be read.

        Returns:
            How many half-spaces that made; None if they are two words.
        """
        if chunk.rest or at + 1 == len(chunks):
            return None
        following = chunks[at + 1]
        match = WORD.match(following)
        if match is None:
            return None
        tail = VOWEL_MARKS.sub("", match[0].replace(ZWNJ, ""))
        before = chunks[at - 1] if at else ""
        if chunk.role == "verb":
            if before == "و" and self._is_spoken_by_me(tail, chunks, at):
                before = ""
            if not self._begins_verb(chunk.word, tail, before):
                return None
        elif chunk.word in self._context.with_comparatives:
            second = chunks[at + 2] if at + 2 < len(chunks) and match[0] == following else ""
            if not self._makes_adjective(chunk.word, following, second, before):
                return None
            joint = "" if chunk.word[-1] in NON_JOINING else ZWNJ
            chunks[at + 1] = chunk.opening + chunk.word + joint + self._chunks.text(following)
            return len(joint)
        elif chunk.word == "هم":
            if not self._is_fellow(tail, chunks, at):
                return None
        elif not self._takes_prefix(chunk.word, tail, before):
            return None
        if is_preposition(chunk.word, tail, chunks[at + 2 : at + 4], self._context):
            return None
        chunks[at + 1] = chunk.opening + chunk.word + ZWNJ + following
        return 1

    def _begins_verb(self, prefix: str, tail: str, before: str) -> bool:
        """Return whether a prefix of verbs belongs to `tail`, after the chunk `before`."""
        lexicon, context = self._lexicon, self._context
        if not lexicon.is_verb(tail):
            return False
        if tail.startswith(context.noun_before_verb.get(prefix, ())):
            return False  # «وامی گرفت»
        if prefix != "می":
            return True
        if tail not in lexicon.verbs and (
            before[-1:].isdecimal()
            or (
                before in context.before_may
                and (tail in lexicon.also_words or lexicon.is_perfect(tail))
            )
        ):
            return False  # «۱۲ می», «از می ده نفر», «از می نوشیده‌اند»
        may_be_may = before in context.month_before
        # «شش هلال ماه می درخشیدند» is not May.
        is_verb = len(tail) >= _LONG_VERB and tail.endswith(_PLURAL_VERB)
        return not may_be_may or (is_verb and not lexicon.is_perfect(tail))

    def _is_spoken_by_me(self, tail: str, chunks: list[str], at: int) -> bool:
        """Return whether a verb behind «و می» is mine, «و می رم», and this is not May or wine."""
        is_mine = tail.endswith("م") and not self._lexicon.is_perfect(tail)
        return is_mine and chunks[max(0, at - 2)] not in self._context.months

    def _takes_prefix(self, prefix: str, tail: str, before: str) -> bool:
        """Return whether `tail` takes `prefix`, and is not the name of a letter: «بی آر تی»."""
        context, lexicon = self._context, self._lexicon
        if prefix == before == "بی":
            return tail == "سی"  # «بی بی مریم»
        if tail in context.no_compound:
            return False
        if tail in context.letters and before != "بی":  # but بی‌بی‌سی
            return False
        if prefix + tail in lexicon.joinable or tail in lexicon.common:
            return True
        nouns = (tail.removesuffix(copula) for copula in _PLURAL_VERB if tail.endswith(copula))
        return any(prefix + noun in lexicon.joinable for noun in nouns)  # «بی خبرند»

    def _makes_adjective(self, prefix: str, following: str, second: str, before: str) -> bool:
        """Return whether با, پر or کم and a noun before تر or ترین are one: باتجربه‌ترین.

        «یک کم» is a little of what follows: «یک کم جلوتر».
        """
        if "تر" not in following and not second.startswith("تر"):
            return False  # nearly always
        lexicon = self._lexicon
        noun, _, ending = self._chunks.text(following).partition(ZWNJ)
        comparative = self._rules.comparative
        ending_word = WORD.match(ending or second)
        if ending_word is None or ending_word[0] not in comparative:
            return False
        is_of_much = lexicon.is_of_much(prefix + noun)
        if noun in lexicon.gradable and not (is_of_much and lexicon.is_common(prefix + noun)):
            return False
        is_known = prefix + noun in lexicon.plain
        return (is_known or is_of_much) and before not in self._context.a_little

    def _is_fellow(self, tail: str, chunks: list[str], at: int) -> bool:
        """Return whether هم before `tail` makes one word (هم‌کلاسی‌ها, هم‌تیمی او), not "also"."""
        plural = self._rules.plural
        noun, of_whom = tail, at + 3
        ending = WORD.match(chunks[at + 2]) if at + 2 < len(chunks) else None
        if ending is None or ending[0] not in plural:
            noun = next((tail[:-n] for n in range(7, 1, -1) if tail[-n:] in plural), "")
            of_whom = at + 2
        lexicon, context = self._lexicon, self._context
        if tail in context.fellows and ending and ending[0] in context.after_fellow_of:
            return True
        # «هم استانی‌های ما و هم ملی‌ها»
        near = (*chunks[max(0, at - _REACH) : at], *chunks[at + 1 : at + _REACH])
        if noun in context.fellows and "هم" not in near:
            several = tail.removeprefix(noun) or (ending[0] if ending else "")
            if several in context.whose:
                return True
            possessor = first_word(chunks[of_whom : of_whom + 1])
            if several == _OF_SEVERAL and possessor in context.possessor_follows:
                return True
        return (
            noun.endswith("ی")
            and noun not in lexicon.frequent
            and ("هم" + noun in lexicon.plain or "هم" + noun in lexicon.forms)
        )
