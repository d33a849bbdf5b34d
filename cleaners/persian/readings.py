"""Choose the reading of a word that has two once its half-space is lost, by the words around it."""

from collections.abc import Sequence

from cleaners.persian.characters import ZWNJ
from cleaners.persian.chunks import Chunk, Chunks
from cleaners.persian.compounds import Compounds
from cleaners.persian.context import Context, ReadingSigns
from cleaners.persian.edge_words import first_word, last_word
from cleaners.persian.lexicon import Lexicon
from cleaners.persian.numbered import Numbered

__all__ = ["Readings"]

_ENDS_CLAUSE = frozenset("،؛.!؟")
_VERB_PREFIXES = ("می", "نمی", "ن", "ب")
_VERBS = (f"می{ZWNJ}", f"نمی{ZWNJ}")
_NO_SIGNS = ReadingSigns()
_OF_SUBJECT = frozenset(("خود", "خودش", "این", "آن"))
# Fewest letters of a noun before its plural ending; shorter ones are part of it: پایان, ثبات.
_SHORT = 4


class Readings:
    """Write the reading that fits: `حرف‌های` or `حرفه‌ای` for `حرفهای`."""

    __slots__ = ("_chunks", "_compounds", "_context", "_lexicon", "_numbered")

    def __init__(
        self, lexicon: Lexicon, context: Context, chunks: Chunks, compounds: Compounds
    ) -> None:
        self._lexicon = lexicon
        self._context = context
        self._chunks = chunks
        self._compounds = compounds
        self._numbered = Numbered(lexicon, context)

    def is_as_typed(self, word: str, chunks: Sequence[str], at: int) -> bool:
        """Return whether a word that may be right as typed is so here.

        «کمکم کنید»; and in a line that kept half-spaces «آوارهای ساختمان‌های غزه», which needs none.
        """
        if word in self._context.own_before:
            after = "".join(first_word([chunk]) for chunk in chunks[at + 1 : at + 3])
            begin = first_word(chunks[at + 1 : at + 2])
            verb = after if begin in _VERB_PREFIXES else begin
            return verb in self._context.own_before[word] or any(
                verb.removeprefix(prefix) in self._context.own_before[word]
                for prefix in _VERB_PREFIXES
            )
        readings = self._lexicon.readings.get(word)
        if readings is None:
            return False
        # «پدیدهای» is no plural, though it looks like one.
        may_be = word == readings[0] or (
            word == readings[1] and word in self._context.reading_signs
        )
        return may_be and any(ZWNJ in chunk for chunk in chunks)

    def plural_after_and(self, word: str, out: list[str]) -> str | None:
        """Return a plural that looks like a participle, after its و: رفت و آمدهای."""
        plural, words = self._context.plural_after_and[word]
        if len(out) < 2 or out[-1] != "و":
            return None
        return plural if last_word(out[-2]) in words else None

    def write(self, chunk: Chunk, chunks: list[str], at: int, out: list[str]) -> int | None:
        """Append to `out` the reading that fits here: حرف‌های or حرفه‌ای.

        It may be the second part of a compound with the last word of `out`.

        Returns:
            How many half-spaces that made; None if the chunk stays as it is.
        """
        numbered = self._numbered.form(chunk, chunks, at)
        if numbered is not None:
            forms = [numbered]
        elif chunk.word in self._lexicon.readings:
            forms = self._both(chunk, chunks, at, out)
        else:
            return None
        word = last_word(out[-1]) if out and not chunk.opening else ""
        for reading in forms if word else ():
            for second in self._chunks.seconds(reading):
                text = reading + chunk.rest
                if joined := self._compounds.join(word, second, text, chunks, at):
                    out[-1] = out[-1].removesuffix(word) + joined
                    return 2
        out.append(chunk.opening + forms[0] + chunk.rest)
        return 1

    def _both(self, chunk: Chunk, chunks: list[str], at: int, out: list[str]) -> list[str]:
        """Return both readings of a word, the one that fits here first."""
        likelier, rarer = self._lexicon.readings[chunk.word]
        adjective, plural = likelier, rarer
        if likelier.endswith("های"):
            adjective, plural = rarer, likelier
        form = self._by_context(chunk, chunks, at, out, adjective, plural) or likelier
        return [form, plural if form == adjective else adjective]

    def _by_context(
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
        following = [] if chunk.rest else chunks[at + 1 : at + 5]
        after, before = first_word(following), out[-1] if out else ""
        if following and following[0][:1].isdecimal():
            is_measured = first_word(following[1:]) in context.measures
            is_of_noun = self._describes_noun(chunk.word, before)  # «تصادف زنجیره‌ای ۲۰ خودرو»
            return adjective if is_measured or is_of_noun else plural
        words_before = (before, " ".join(out[-2:]))
        is_singular = not signs.singular_before.isdisjoint(
            words_before
        ) or not signs.singular_behind.isdisjoint((after, f"{after} {first_word(following[1:])}"))
        if not signs.nouns_before.isdisjoint(words_before):
            if after in signs.plural_behind:
                return plural
            is_singular = is_singular or not self._is_of_another(following)
        if self._lexicon.readings[chunk.word][0] == chunk.word:
            # درآمدهای: perhaps nothing was lost.
            return adjective if is_singular or self._goes_on(chunk, following) else plural
        if is_singular or before in context.singular_before:
            return adjective
        if after in signs.plural_behind or before in signs.sure_plural_before:
            return plural
        if self._is_counted(chunk.word) and self._belongs_to_many(chunk.word, before, after):
            return plural
        if following and following[0].startswith(("«", "(", '"', "“")):
            return None
        if self._is_adjective(following):
            return plural
        if self._no_noun_follows(chunk, following):
            return adjective
        is_apart = chunk.opening or before not in signs.plural_before
        is_adjective = after in signs.unless or after in self._lexicon.gradable
        return None if is_apart or is_adjective else plural

    def _is_counted(self, word: str) -> bool:
        """Return whether a word without its heh has a plural: حرف, but not سرمای of سرمایه‌ای.

        Where no list has one, only the word's own signs make it a plural.
        """
        likelier, rarer = self._lexicon.readings[word]
        if likelier.endswith("های") or rarer == word:
            return True
        return word not in self._lexicon.uncounted and self._lexicon.has_plural(
            word.removesuffix("های")
        )

    def _belongs_to_many(self, word: str, before: str, after: str) -> bool:
        """Return whether what follows belongs to a plural: «حرف‌های او», «حرف‌های مختلف».

        Behind a noun it can belong to the adjective of that: «نشست دوره‌ای این شورا».
        """
        if after in self._context.of_many:
            return not self._is_many(before, after)
        if after not in self._context.possessor_follows:
            return False
        return not self._describes_noun(word, before)

    def _is_of_another(self, following: Sequence[str]) -> bool:
        """Return whether an object ends with who is not the subject: «حرف‌های او را شنیدم»."""
        after, second = first_word(following), first_word(following[1:])
        is_subject = after in _OF_SUBJECT or after not in self._context.possessor_follows
        return not is_subject and second == "را"

    def _is_many(self, before: str, after: str) -> bool:
        """Return whether the word before is a plural that مختلف can belong to."""
        if before.endswith("های") or before in self._context.broken_plurals:
            return True
        if before.endswith("ات"):
            return len(before) > _SHORT
        # «مسئولان حرف‌های مختلفی زدند»
        base = before.removesuffix("ان")
        is_whole = base == before or len(base) < _SHORT or after.endswith("ی")
        return not is_whole and self._lexicon.is_common(base)

    def _describes_noun(self, word: str, before: str) -> bool:
        """Return whether a word describes a noun before it: «نشست دوره‌ای», not «آخرین دورهای»."""
        context = self._context
        if word not in context.after_nouns:
            return False
        is_other = before in context.no_ending or before in context.no_compound
        if is_other or before in context.before_many or before.endswith("ترین"):
            return False
        if before.startswith(_VERBS) or self._lexicon.is_finite(before):
            return False
        return (ZWNJ in before and before[-1].isalpha()) or self._lexicon.is_common(before)

    def _goes_on(self, chunk: Chunk, following: Sequence[str]) -> bool:
        """Return whether nothing that belongs to a plural can follow: no noun, no adverbial."""
        if chunk.rest:
            return chunk.rest[0] in _ENDS_CLAUSE
        after, second = first_word(following), first_word(following[1:])
        if second == "و" and self._lexicon.is_past_stem(after):
            return False  # «ساعت‌های رفت و آمد»
        return after in self._context.clause_goes_on or self._lexicon.is_finite(after)

    def _no_noun_follows(self, chunk: Chunk, following: Sequence[str]) -> bool:
        """Return whether no noun or adjective follows, which a plural in ‑های must have."""
        after = first_word(following)
        if chunk.word in self._lexicon.firm_plurals:  # «سال‌های از دست رفته»
            is_broken_off = chunk.rest[:1] == "،" or after == "و" or not (chunk.rest or following)
            return not is_broken_off and self._goes_on(chunk, following)
        if self._goes_on(chunk, following):
            return True
        if not after or after in self._context.no_noun_follows:
            return True
        # «نامه‌ای نوشته بود»
        is_participle = after.endswith("ه") and self._lexicon.is_past_stem(after[:-1])
        return is_participle and first_word(following[1:]) in self._context.after_participle

    def _is_adjective(self, following: Sequence[str]) -> bool:
        """Return whether a phrase that is an adjective follows: «در حال ساخت», «به یغما رفته»."""
        words = [first_word(following[at:]) for at in range(4)]
        if words[0] not in self._context.prepositions:
            return False
        if " ".join(words[:2]) in self._context.states:
            return True
        stem = words[2].removesuffix("ه")
        is_participle = stem != words[2] and self._lexicon.is_past_stem(stem)
        is_verb = words[3] in self._context.after_participle or self._lexicon.is_finite(words[3])
        return is_participle and not is_verb  # «جوانه‌ای از امید دیده می‌شود»
