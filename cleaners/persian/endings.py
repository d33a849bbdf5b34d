"""Decide whether an ending that was typed apart belongs to the word before it."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.chunks import WORD, Chunk
from cleaners.persian.context import Context
from cleaners.persian.edge_words import first_word
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["Endings"]

# «همه ی مردم», «همه شون»
_OF_ALL = frozenset({"ی", "مون", "تون", "شون"})
_ARE = frozenset({"اند", "ایم", "اید"})
# Adjectives end with these: نگران‌کننده, تکان‌دهنده, آسیب‌پذیر, هراس‌انگیز.
_OF_ADJECTIVES = ("کننده", "دهنده", "پذیر", "انگیز", "مند", "آمیز", "گرایانه")
# As a noun it is a trend: «هشتگ تازه ترند شد», but «از ما قوی‌ترند.»
_ARE_MORE = "ترند"
# They are nouns, too: a term, and a trim.
_WE_ARE_MORE = "تریم"
_WE = "ما"
_SHORTEST_NOUN = 4
# «از» stands at most this many words before the end of a comparison.
_REACH = 6
_POSSESSIVES = frozenset({"مان", "تان", "شان"})
_SHORTEST_POSSESSED = 3
# As a noun, شان is esteem.
_ESTEEM = "شان"
_COMMA = "،"
_ENDS_CLAUSE = tuple("،؛.!؟:»)…")
_ENDS_SENTENCE = tuple("؛.!؟")
_PLURAL = "ها"


class Endings:
    """Join endings to their words: `کتاب ها`, `مهم تر`, `رفته اند`."""

    __slots__ = ("_context", "_known", "_lexicon", "_rules")

    def __init__(
        self,
        lexicon: Lexicon,
        rules: Inflection,
        context: Context,
        known: Callable[[str], str | None],
    ) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._context = context
        self._known = lru_cache(maxsize=1 << 14)(known)

    def join(self, word: str, chunk: Chunk, chunks: Sequence[str], at: int) -> str | None:
        """Return `word` with `chunk` as its ending; None if they are two words.

        Args:
            word: The last word before the chunk, without the marks before it.
            chunk: The ending with the marks behind it.
            chunks: The chunks of the line.
            at: The index of `chunk` among them.
        """
        ending, rules, bare = chunk.word, self._rules, word.replace(ZWNJ, "")
        context = self._context
        if ending in context.own_words and bare not in context.own_words_unless:
            is_kin = bare in context.ages and at > 1 and chunks[at - 2] in context.kin
            if not is_kin and not self._is_predicate(bare, chunk, chunks, at):
                return None
        if bare in context.no_ending and not (bare == "همه" and ending in _OF_ALL):
            return None
        if f"{bare} {ending}" in context.pairs:
            return None
        if ending == "ی" and self._is_plural_of(word, chunk, chunks, at):
            return word + ending  # «زمینه‌ها ی اجتماعی»
        last = word[-1]
        if ending in rules.plural or ending in rules.comparative:
            if ending in rules.plural and word.rpartition(ZWNJ)[2] in rules.plural:
                return None  # typed twice: «رقابت‌های های»
            if not self._takes_ending(bare, ending):
                return None
            if ending in {"تر", "تری"} and self._is_wet(word, chunk, chunks, at):
                return None
            if ending == "هاست" and self._is_host(word, chunk, chunks, at):
                return None
            return word + ("" if last in NON_JOINING else ZWNJ) + chunk.text
        if ending in {"ام", "ای"} and self._spells_letters(bare, chunk, chunks, at):
            return None
        if ending == "ای" and self._calls(word, chunk, chunks, at):
            return None
        if ending in rules.spoken_plural:
            is_noun = bare in rules.spoken_plural_of
            return word + ("" if last in NON_JOINING else ZWNJ) + chunk.text if is_noun else None
        if self._lexicon.forms.get(bare + ending) == word + ZWNJ + ending:
            return word + ZWNJ + chunk.text
        if ending in _ARE and last not in NON_JOINING and self._may_be(word):
            return word + ZWNJ + chunk.text  # «موظف اند»
        if ending in rules.spoken:
            return word + ZWNJ + chunk.text if self._is_spoken(bare, chunk) else None
        if last == "ه" or last == "ی":
            allowed = rules.after_heh if last == "ه" else rules.after_yeh
            silent = len(bare) > 2 if last == "ی" else self._lexicon.has_silent_heh(bare)
            if ending in allowed and silent:
                return word + ZWNJ + chunk.text
        if ending in _POSSESSIVES and self._is_possessed(bare, chunk, chunks, at):
            return word + ("" if last in NON_JOINING else ZWNJ) + chunk.text
        return None

    def _is_predicate(self, bare: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether a clause ends with what somebody is more: «ما قوی تریم»."""
        if bare not in self._lexicon.gradable:
            return False
        ends = _ends_clause(chunk, chunks, at)
        near = chunks[max(0, at - _REACH) : at]
        if chunk.word == _ARE_MORE and ends and "از" in near:
            return True
        if not ends or bare in self._context.before_trends:
            return False
        is_sentence = chunk.word == _ARE_MORE and chunk.rest.startswith(_ENDS_SENTENCE)
        return is_sentence or (chunk.word == _WE_ARE_MORE and _WE in near)

    def _is_plural_of(self, word: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether a yeh alone ties a plural to what follows: «زمینه‌ها ی اجتماعی»."""
        noun, bare = word.removesuffix(_PLURAL), word.replace(ZWNJ, "")
        if noun == word or chunk.rest or at + 1 == len(chunks):
            return False
        if noun.endswith(ZWNJ):
            return True
        is_noun = noun[-1:] in NON_JOINING and noun in self._lexicon.frequent
        return is_noun and bare not in self._context.no_compound

    def _is_possessed(self, noun: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether مان, تان or شان tells whose a noun is: «سرنوشت شان را», not «حفظ شان»."""
        context, lexicon = self._context, self._lexicon
        if noun not in lexicon.frequent or len(noun) < _SHORTEST_POSSESSED:
            return False
        if noun in context.no_compound and noun != "خود":
            return False
        if noun in context.given_names or noun in context.numbers or noun in lexicon.verbs:
            return False
        if chunk.word != _ESTEEM:
            return True
        after = first_word(chunks[at + 1 : at + 2])
        no_noun_follows = after in context.no_noun_follows and after != "و"
        # A comma may stand between nouns: «تکریم شان، منزلت».
        is_stop = bool(chunk.rest) and not chunk.rest.startswith(_COMMA)
        is_end = is_stop or no_noun_follows or lexicon.is_finite(after)
        return is_end and noun not in context.esteemed

    def _may_be(self, word: str) -> bool:
        """Return whether a copula may follow: «موظف اند», but «سی و اند سال» is another اند."""
        bare, lexicon = word.replace(ZWNJ, ""), self._lexicon
        if bare in self._context.numbers or lexicon.is_past_stem(bare):
            return False
        if bare in self._context.letters:
            return False  # «جی ایم»
        return len(bare) > 1 and (ZWNJ in word or bare in lexicon.common)

    def _is_spoken(self, bare: str, chunk: Chunk) -> bool:
        """Return whether a spoken ending belongs to a word: بچه‌مون, خاله‌ش, رفته‌ن."""
        ending, rules, lexicon = chunk.word, self._rules, self._lexicon
        if chunk.rest.startswith(".") and len(ending) == 1 and len(chunk.rest) > 1:
            return False
        if bare[-1] == "ه" and ending in rules.spoken_after_participle:
            stem, positive = bare[:-1], bare[:-1].removeprefix("ن")
            stems = (stem, positive, "ا" + positive.removeprefix("ی"))
            if any(lexicon.is_past_stem(s) or s in lexicon.spoken_verbs for s in stems):
                return True
        if ending in rules.spoken_possessives and bare[-1] == "ی" and bare[-2:-1] not in {"ا", "و"}:
            return len(bare) > 2 and bare in lexicon.common
        if ending not in rules.spoken_possessives | rules.spoken_after_heh:
            return False
        context = self._context
        is_letter = len(ending) == 1 and bare in context.lettered | context.given_names
        return not is_letter and bare in lexicon.plain and lexicon.has_silent_heh(bare)

    def _takes_ending(self, bare: str, ending: str) -> bool:
        lexicon = self._lexicon
        # Joined, it would be read as a participle: «خرید هایم» is not خریده‌ایم.
        if ending in {"هاست", "هایم"} and lexicon.is_past_stem(bare):
            return False
        known = self._known(bare)
        if ending in self._rules.comparative:
            if known is None:
                return lexicon.is_of_much(bare)
            if ending != "تر":
                return True
            return bare in lexicon.common or ZWNJ in known or self._is_always_gradable(bare)
        # A word that would be known if it had its heh is a typo: دستگا های.
        return known is not None or bare + "ه" not in lexicon.plain

    def _is_wet(self, word: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether a تر typed apart means "wet", as in «چشم تر» and «نان تر و تازه»."""
        after = [*chunks[at + 1 : at + 4], "", "", ""]
        if not chunk.rest and after[0] == "و" and after[2] != "تر":
            follower = WORD.match(after[1])
            if follower and follower[0] in {"تازه", "خشک"}:
                return True
        bare, before = word.replace(ZWNJ, ""), chunks[at - 2] if at > 1 else ""
        if ZWNJ in word:
            return word.rpartition(ZWNJ)[2] in self._rules.plural
        if bare in self._lexicon.gradable or self._is_always_gradable(bare):
            return False
        context = self._context
        return bare in context.wet or before not in context.noun_before

    def _is_always_gradable(self, bare: str) -> bool:
        """Return whether its parts make a word an adjective: نگران‌کننده, باکیفیت, پرتنش."""
        noun = bare.removeprefix("با")
        with_noun = noun != bare and len(noun) >= _SHORTEST_NOUN and noun in self._lexicon.common
        is_made = with_noun or self._lexicon.is_of_much(bare)
        return is_made or bare.endswith(_OF_ADJECTIVES)

    def _is_host(self, word: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether a هاست typed apart is a web host rather than "are the …": «خرید هاست»."""
        context = self._context
        if word in context.spans_of_time:
            return False  # «سال هاست که»
        after = chunks[at + 1] if at + 1 < len(chunks) else ""
        ends = chunk.rest.startswith(_ENDS_CLAUSE) or (
            not chunk.rest and (not after or after in context.clause_begins)
        )
        bare = word.replace(ZWNJ, "")
        return (
            not ends
            or bare in context.host_before
            or bare.endswith("ترین")
            or not (ZWNJ in word or self._is_counted(bare))
            or self._is_about_hosting(chunks, at)
        )

    def _is_counted(self, bare: str) -> bool:
        """Return whether a word has a plural: lists have it, or it ends in a yeh like ارزانی."""
        lexicon = self._lexicon
        plurals = (bare + plural for plural in ("ها", "های"))
        is_listed = any(plural in lexicon.forms or plural in lexicon.plain for plural in plurals)
        return is_listed or (bare.endswith("ی") and bare in lexicon.common)

    def _is_about_hosting(self, chunks: Sequence[str], at: int) -> bool:
        words = (WORD.search(c) for c in (*chunks[:at], *chunks[at + 1 :]))
        return any(word is not None and word[0] in self._context.hosting for word in words)

    def _calls(self, word: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether an ای calls somebody: «آهسته ای ساربان», «کجایی ای دوست»."""
        if word.endswith("ای"):  # «آهای ای …»
            return True
        after = WORD.match(chunks[at + 1]) if at + 1 < len(chunks) and not chunk.rest else None
        if after is not None and after[0] == "که":  # «مشکلات شناختی ای که»
            return False
        if self._is_never_indefinite(word):  # «علی ای …»
            return True
        return after is not None and after[0] in self._context.called

    def _is_never_indefinite(self, word: str) -> bool:
        """Return whether a word takes no ای: «خوش آمدی ای بهار», «علی ای همای رحمت»."""
        context, lexicon, bare = self._context, self._lexicon, word.replace(ZWNJ, "")
        if bare in context.people:
            return bare + "ای" not in lexicon.readings  # الهه is a goddess, too
        if bare in context.never_indefinite:
            return True
        past = bare.removesuffix("ی")
        if past == bare:
            return False
        if word.partition(ZWNJ)[0] in self._rules.verb_prefixes:
            return True  # می‌روی
        is_past = lexicon.is_past_stem(past) or lexicon.is_past_stem(past.removeprefix("ن"))
        # کشتی is a ship, too.
        return is_past and lexicon.is_finite(past + "ند") and not lexicon.has_plural(bare)

    def _spells_letters(self, bare: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether ام or ای is a letter's name in ام آر آی, Arabic in ام‌البنین."""
        context, letters = self._context, self._context.letters
        if letters.get(bare):  # «ای تی ام»
            return True
        if chunk.rest:
            return False
        after = [*chunks[at + 1 : at + 3], "", ""]
        first, second = (match[0] if (match := WORD.match(c)) else "" for c in after[:2])
        if chunk.word == "ام" and (
            after[0].startswith("ال") or after[0][:1].isdecimal() or first in context.after_umm
        ):
            return True
        is_lone = not second and bare in context.before_letters
        return first in letters and (letters[first] or second in letters or is_lone)


def _ends_clause(chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
    """Return whether a clause ends with `chunk`: at a mark, و or the end of the line."""
    if chunk.rest:
        return chunk.rest.startswith(_ENDS_CLAUSE)
    return at + 1 == len(chunks) or chunks[at + 1] == "و"
