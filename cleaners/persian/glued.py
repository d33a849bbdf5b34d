"""Split words that were run together, where nothing else can be meant."""

import re

from cleaners.persian.characters import LETTER, LONGEST_WORD, NON_JOINING, ZWNJ
from cleaners.persian.context import Context
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import Lexicon
from cleaners.persian.morphology import Morphology

__all__ = ["GluedWords"]

# «31.131گرم», «۱,۲۵۰,۰۰۰ریال» and «۸:۳۰صبح», too.
_NUMBER = re.compile(
    rf"([(«]*(?:\d\d?:)?\d+(?:[,٬]\d{{3}})*(?:[.٫]\d+)?)([{LETTER}{ZWNJ}]+)([^{LETTER}]*)"
)
_BEFORE_NUMBER = re.compile(f"([^{LETTER}]*)(و|[{LETTER}{ZWNJ}]{{2,}})(\\d+[^{LETTER}]*)")
_AROUND_NUMBER = re.compile(
    f"(و|[{LETTER}{ZWNJ}]{{2,}})(\\d+)([{LETTER}{ZWNJ}]{{2,}})([^{LETTER}\\d]*)"
)
# In a word only an ending can follow an ezafe: سدهٔهشتم.
_AFTER_HAMZA = re.compile(f"(?<=هٔ)(?!(?:ها|ی|ای|ام|ات|اش|مان|تان|شان))(?=[{LETTER}])")
_SHORT = 4
# Fewest digits of a year: «۱۴۰۰روزهای».
_YEAR = 4
# Letters of a word that need not be frequent to be told from a particle before it.
_LONG = 6
# Fewest letters of a word that a verb is stuck to, and of that verb without its prefix.
_SHORT_FIRST = 3
_SHORTEST_VERB = 3
# Spoken endings of verbs, and objects behind them, are words, too.
_BEGINS_ENDING = ("ون", "نشون", "شون", "مون", "تون")


class GluedWords:
    """Split `رادر`, `وحرفه‌ای` and `۵۵۸۳نفر`: the whole is not a word, and both parts are."""

    __slots__ = ("_context", "_lexicon", "_morphology")

    def __init__(self, lexicon: Lexicon, context: Context, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._context = context
        self._morphology = morphology

    def part(self, raw: str, words: list[str]) -> tuple[str, int]:
        """Return `raw`, whose words are `words`, with glued ones split, and how many were."""
        number = _NUMBER.fullmatch(raw)
        if number is not None:
            return self._part_number(number[1], number[2], number[3])
        number = _BEFORE_NUMBER.fullmatch(raw)
        if number is not None and number[2] in self._lexicon.frequent:
            return f"{number[1]}{number[2]} {number[3]}", 1
        number = _AROUND_NUMBER.fullmatch(raw)
        if number is not None and self._stands_alone(number[1]) and self._stands_alone(number[3]):
            return f"{number[1]} {number[2]} {number[3]}{number[4]}", 2
        if number is not None and self._stands_alone(number[1]) and self._counts(number[3]):
            return f"{number[1]} {number[2]}{number[3]}{number[4]}", 1
        text, parted = _AFTER_HAMZA.subn(" ", raw)
        if parted:
            return text, parted
        for word in words:
            if 3 < len(word) <= LONGEST_WORD:
                pair = self._two_words(word)
                if pair is not None:
                    text = text.replace(word, pair, 1)
                    parted += 1
        return text, parted

    def _part_number(self, number: str, word: str, rest: str) -> tuple[str, int]:
        bare = word.replace(ZWNJ, "")
        is_behind_year = word in self._context.numbered and len(number) >= _YEAR
        if (bare in self._context.after_number and not is_behind_year) or word.startswith(ZWNJ):
            return number + word + rest, 0
        if bare in self._lexicon.common or (len(bare) > 3 and self._morphology.known(bare)):
            return f"{number} {word}{rest}", 1
        return number + word + rest, 0

    def _stands_alone(self, word: str) -> bool:
        """Return whether `word` beside a number is a word, not part of a code or an ordinal."""
        bare = word.replace(ZWNJ, "")
        if word.strip(ZWNJ) != word:
            return False
        if bare in self._context.after_number or bare == "و":
            return bare in {"ها", "های", "و"}
        return bare in self._lexicon.common or self._is_frequent(word)

    def _counts(self, word: str) -> bool:
        """Return whether `word` makes an adjective with the number before it: «۱۲ماهه»."""
        return len(word) >= _SHORT and word in self._context.after_number

    def _verb_and_word(self, word: str) -> str | None:
        """Split a verb from the word stuck to it: می‌توانند‌بروند، می‌شودگفت."""
        lexicon = self._lexicon
        prefix = next((p for p in ("نمی", "می") if word.startswith(p)), "")
        start = len(prefix) + word[len(prefix) :].startswith(ZWNJ)
        for at in range(start + 3, len(word) - 1):
            if word[at - 1] != "د" or word[start:at].replace(ZWNJ, "") not in lexicon.verbs:
                continue
            verb, rest = word[:at], word[at:].removeprefix(ZWNJ)
            if prefix and rest.startswith(_BEGINS_ENDING):
                continue  # می‌خند‌ونه
            if (prefix or self._is_plural_verb(verb)) and (
                rest in self._context.after_verbs or (len(rest) > 2 and rest in lexicon.common)
            ):
                return f"{verb} {rest}"
        return None

    def _is_plural_verb(self, verb: str) -> bool:
        """Return whether a verb is a third person plural: گفتند and کنند, not ماند."""
        lexicon, stem = self._lexicon, verb.removesuffix("ند")
        if stem == verb or len(stem) < 2 or verb not in lexicon.common:
            return False
        return stem in lexicon.verbs or f"{stem}د" in lexicon.verbs

    def _two_words(self, word: str) -> str | None:
        if word in self._context.two:
            return self._context.two[word]
        bare = word.replace(ZWNJ, "")
        lexicon, particles = self._lexicon, self._context.particles
        after_words = self._context.after_words
        short = particles | after_words
        if bare in lexicon.frequent or bare in lexicon.forms or bare in lexicon.whole:
            return None
        # Typed as one word, «وهمکاری» is not a compound of وهم.
        is_unknown = len(bare) > _SHORT and bare not in lexicon.plain
        if is_unknown and self._is_plural(bare):
            return None
        if is_unknown and word[0] == "و" and bare[1:] in lexicon.frequent:
            return f"و {word[1:]}"
        known = None if bare in lexicon.common else self._morphology.known(bare)
        is_made_up = (  # «دردیدار» is not دردی‌دار
            known is not None
            and known.rpartition(ZWNJ)[2] in lexicon.seconds
            and bare not in lexicon.forms
            and bare not in lexicon.plain
        )
        rare = bare in lexicon.common or known is not None
        typed_first, typed_seam, typed_rest = word.partition(ZWNJ)
        # «وزن‌محور» was not glued: what stands before its half-space is a word.
        is_word = typed_first in lexicon.common or (  # والن‌ها
            typed_first in lexicon.plain and typed_rest in inflection().plural
        )
        begin = len(typed_first) if typed_seam and is_word else 1
        for at in range(begin, len(word)):
            first, second = word[:at], word[at:]
            if word[at - 1] not in NON_JOINING:
                continue
            if first in particles and second in short and first != "و" != second:
                return f"{first} {second}"
            if is_made_up and first in particles and second in lexicon.frequent:
                return f"{first} {second}"
            if first in self._context.sure_particles and bare not in lexicon.plain:
                is_word = second in lexicon.frequent and len(second) > _SHORT
                if is_word or (second in lexicon.common and len(second) >= _LONG):
                    return f"{first} {second}"
            if rare:
                continue
            if first in particles and len(second) > 2 and self._is_frequent(second):
                return f"{first} {second}"
            if second in after_words and len(first) > 2 and self._is_frequent(first):
                return f"{first} {second}"
        if rare:
            return None
        return (
            self._after_unattached(word) or self._word_and_verb(word) or self._verb_and_word(word)
        )

    def _is_plural(self, bare: str) -> bool:
        """Return whether a word is the plural of a common one: وانت‌های is not «و انتهای»."""
        for ending in inflection().plural:
            base = bare.removesuffix(ending)
            is_common = base != bare and len(base) >= _SHORT and base in self._lexicon.common
            if is_common and not self._is_behind_particle(base):
                return True
        return False

    def _is_behind_particle(self, base: str) -> bool:
        """Return whether a particle and a frequent word are in `base`: «واین» of «واینها»."""
        frequent = self._lexicon.frequent
        return any(
            base.startswith(word) and base[len(word) :] in frequent
            for word in self._context.particles | self._context.after_words
        )

    def _word_and_verb(self, word: str) -> str | None:
        """Split a word from the verb with می that is stuck to it: قرارمیگیرد, استفادهمیشود.

        Where both نشان with می and نشا with نمی fit, the former is meant; frequent words are
        tried first, since کارن is rarer than کار.
        """
        lexicon = self._lexicon
        for words in (lexicon.frequent, lexicon.common):
            for prefix in ("می", "نمی"):
                at = word.find(prefix, _SHORT_FIRST)
                if at < 0:
                    continue
                first, tail = word[:at], word[at + len(prefix) :].removeprefix(ZWNJ)
                is_verb = len(tail) >= _SHORTEST_VERB and tail in lexicon.verbs
                # «عمومیشد» is «عمومی شد», whatever عمو is.
                if is_verb and first in words and f"{first}می" not in lexicon.plain:
                    return f"{first} {prefix}{ZWNJ}{tail}"
        return None

    def _after_unattached(self, word: str) -> str | None:
        """Split a frequent word from one that no compound begins with: برایایجاد."""
        for first in self._context.never_attached:
            second = word.removeprefix(first)
            if len(second) < _SHORT or second == word:
                continue
            if second in self._lexicon.frequent:
                return f"{first} {second}"
        return None

    def _is_frequent(self, word: str) -> bool:
        bare = word.replace(ZWNJ, "")
        if bare in self._lexicon.frequent:
            return True
        form = self._morphology.known(bare) or ""
        base, halved, _ = form.partition(ZWNJ)
        return bool(halved) and (
            bare in self._lexicon.forms or (len(base) > 2 and base in self._lexicon.frequent)
        )
