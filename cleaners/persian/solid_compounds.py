"""Find where the half-space of a compound belongs that was typed as one word."""

from collections.abc import Callable

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["UNLISTED_PLURALS", "SolidCompounds", "has_article"]

# The second part of شیوه‌نامه.
_LETTER = "نامه"
# The second part of پوشش‌دهی.
_GIVING = "دهی"
# The first part of نیمه‌افراشته, which is long enough to be sure.
_HALF = "نیمه"
# What has a compound with the one has one with the other: بی‌نقص and کم‌نقص.
_WITHOUT, _FEW = "بی", "کم"
_ARTICLE = "ال"
# A first part as short as this is often only a piece of a word.
_SHORT = 2
_LONGEST_ENDING = 6
# Fewest letters of each part of a compound that no list has.
_LEAST = 4
# Within a word an alef with madda nearly always begins a second part: مهارت‌آموختگان.
_MADDA = "آ"
# In the middle of لحظه‌به‌لحظه.
_TO = "به"
_MOST = "ترین"
# Begins adjectives of any noun: پراسترس‌ترین.
_FULL = "پر"
# Begins adjectives of any other: بین‌کهکشانی.
_BETWEEN = "بین"
# Ends a plural, and begins انکار.
_MANY = "ان"
# Endings of participles and infinitives, which make compounds with any noun: «شوک‌دهنده».
_OF_AN_ACT = ("ده", "ته", "دن", "تن")
# What is derived of a compound is written as it is: مهمانسرایی, like مهمانسرا.
_OF_A_COMPOUND = ("", "ی", "یی", "ئی", "ان", "یان", "انه")
#: Plural endings of words that no list has.
UNLISTED_PLURALS = ("هایشان", "هایمان", "هایتان", "هایی", "های", "ها")


class SolidCompounds:
    """Restore the half-space of a compound: `برنامه‌ریزی` for `برنامهریزی`."""

    __slots__ = ("_lexicon", "_rules")

    def __init__(self, lexicon: Lexicon, rules: Inflection) -> None:
        self._lexicon = lexicon
        self._rules = rules

    def as_solid_as_its_base(self, word: str, form: str) -> str:
        """Return a listed form, without the half-space that the common word it is of has not.

        چشمگیر is common as one word, so چشمگیرتر is too, though lists have چشم‌گیرتر. Other words
        that are made of it (فیلم‌برداری, of فیلمبردار) are written in either way.
        """
        lexicon, rules = self._lexicon, self._rules
        if word in rules.names_as_typed:
            return word
        first, _, rest = form.partition(ZWNJ)
        is_prefix = first in lexicon.firsts or first in rules.verb_prefixes  # بی‌خیالی
        if not rest or is_prefix or rest == _GIVING:
            return form
        for size in range(1, min(_LONGEST_ENDING, len(word) - len(first) - _SHORT) + 1):
            base, ending = word[:-size], word[-size:]
            if ending not in rules.plural and ending not in rules.comparative:
                continue
            is_solid = base in lexicon.common and base not in lexicon.forms
            if is_solid and self._is_part(base[len(first) :]):
                return base + ("" if base[-1] in NON_JOINING else ZWNJ) + ending
        return form

    def _is_part(self, second: str) -> bool:
        return second in self._lexicon.frequent or second in self._lexicon.seconds

    def with_giving(self, word: str) -> str | None:
        """Return a noun with دهی: پوشش‌دهی, unless a participle has its letters (شده‌ی)."""
        noun = word.removesuffix(_GIVING)
        if noun == word or len(noun) < _LEAST - 1 or noun not in self._lexicon.common:
            return None
        if word[:-1] in self._lexicon.plain or word[:-1] in self._lexicon.forms:
            return None
        return word if noun[-1] in NON_JOINING else f"{noun}{ZWNJ}{_GIVING}"

    def of_known_parts(self, word: str) -> str | None:
        """Return a compound with a productive first or second part: برنامه‌ریزی, هم‌کلاسی."""
        lexicon = self._lexicon
        if has_article(word):
            return None
        stem = word.removesuffix(_LETTER)
        if stem != word and self._lexicon.has_silent_heh(stem) and stem in self._lexicon.common:
            return stem + ZWNJ + _LETTER
        for at in range(2, len(word) - 2):
            if word[at - 1] in NON_JOINING:
                continue
            first, second = word[:at], word[at:]
            if second in self._rules.name_parts:
                continue
            if second[0] == "ن" and f"{first}ن" in lexicon.common and second[1:] in lexicon.seconds:
                continue  # روشن‌شدن
            if second in lexicon.seconds and self._may_begin(first, second):
                return lexicon.forms.get(first, first) + ZWNJ + second
            if first in lexicon.firsts and (second in lexicon.frequent or second in lexicon.forms):
                return first + ZWNJ + lexicon.forms.get(second, second)
            if second in lexicon.common and self._has_pair(first, second):
                return first + ZWNJ + second
        return None

    def of_rare_word(self, word: str) -> str | None:
        """Return a compound that lists have only as people type it: آرمان‌خواهی.

        Frequent ones are customarily written on (کتابفروشی). A short first part is often only a
        piece of a word (زنگبار), except `short_firsts`.
        """
        lexicon, rules = self._lexicon, self._rules
        bases = (word.removesuffix(ending) for ending in _OF_A_COMPOUND)
        if word in rules.names_as_typed or not lexicon.common.isdisjoint(bases):
            return None
        for at in range(_LEAST - 1, len(word) - _SHORT):
            first, second = word[:at], word[at:]
            if second not in lexicon.seconds or second in rules.name_parts:
                continue
            is_word = at >= _LEAST and first in lexicon.common and first not in lexicon.never_first
            if first[-1] not in NON_JOINING and (is_word or first in lexicon.short_firsts):
                return first + ZWNJ + second
        return None

    def _has_pair(self, first: str, second: str) -> bool:
        """Return whether a first part is as good before this as another: کم‌نقص, for بی‌نقص."""
        if first == _HALF:
            return len(second) >= _LEAST
        return first == _FEW and _WITHOUT + second in self._lexicon.forms

    def with_article(self, word: str) -> str | None:
        """Return an Arabic compound that no list has: لازم‌الاتباع; but سریال begins سریالساز."""
        lexicon, at = self._lexicon, word.find(_ARTICLE, _SHORT)
        if at < 0 or word[at - 1] in NON_JOINING or word[: at + 2] in lexicon.plain:
            return None
        first, second = word[:at], word[at + len(_ARTICLE) :]
        if first not in lexicon.frequent or second not in lexicon.common:
            return None
        least = _LEAST if second in lexicon.frequent else _LEAST + 1  # not in ایستالگرام
        return first + ZWNJ + word[at:] if len(second) >= least else None

    def at_a_seam(self, word: str, spelled: Callable[[str], str | None]) -> str | None:
        """Return an unknown word with the half-space that its letters ask for.

        A silent heh is never written on (پیاده‌راه), and آ hardly ever (مهارت‌آموختگان).

        Args:
            word: The word, without half-spaces.
            spelled: Returns a known word as it is spelled.
        """
        frequent, common = self._lexicon.frequent, self._lexicon.common
        for at in range(len(word) - _SHORT - 1, _SHORT, -1):
            first, second = word[:at], word[at:]
            if first not in frequent or second in self._rules.name_parts:
                continue
            if first[-1] == "ه":
                is_seam = len(first) >= _LEAST and self._lexicon.has_silent_heh(first)
            else:
                is_seam = second[0] == _MADDA and first[-1] not in NON_JOINING
            known = spelled(second) if is_seam else None
            seconds = common if second[0] == _MADDA else frequent
            if known is not None and known.partition(ZWNJ)[0] in seconds:
                return first + ZWNJ + known
        return None

    def twice(self, word: str) -> str | None:
        """Return a word on both sides of به: لحظه‌به‌لحظه."""
        first, to, second = word.partition(_TO)
        if not to or first != second or first not in self._lexicon.common:
            return None
        return first + ("" if first[-1] in NON_JOINING else ZWNJ) + to + ZWNJ + second

    def superlative(self, word: str) -> str | None:
        """Return the superlative of an unknown adjective: پرمتقاضی‌ترین; not مالتودکسترین."""
        adjective = word.removesuffix(_MOST)
        if adjective == word or len(adjective) <= _LEAST:
            return None
        noun = adjective.removeprefix(_FULL)
        is_full = noun != adjective and len(noun) >= _LEAST and noun in self._lexicon.common
        is_it = is_full or adjective.endswith(("ی", "ه"))
        joint = "" if adjective[-1] in NON_JOINING else ZWNJ
        return adjective + joint + _MOST if is_it else None

    def between(self, word: str, spelled: Callable[[str], str | None]) -> str | None:
        """Return بین with an adjective: بین‌کهکشانی, but بینا and بینایی are words of their own."""
        second = word.removeprefix(_BETWEEN)
        if second == word or len(second) <= _LEAST or not second.endswith("ی"):
            return None
        known = spelled(second) or ""
        is_adjective = second in self._lexicon.gradable or known.endswith(f"ه{ZWNJ}ای")
        return _BETWEEN + ZWNJ + known if is_adjective else None

    def of_frequent_words(self, word: str) -> str | None:
        """Return an unknown word that is made of two frequent ones: `کلان‌پروژه`.

        Each has four letters at least: of 2,071 seams in rare words of a frequency list 296 had a
        shorter part, and nearly all of these were false (`دامی‌نیک`).
        """
        if has_article(word) or _is_written_on(word):
            return None
        frequent = self._lexicon.frequent
        for at in range(_LEAST, len(word) - _LEAST + 1):
            if word[at - 1] in NON_JOINING:
                continue
            first, second = word[:at], word[at:]
            if first not in self._lexicon.common or second in self._rules.name_parts:
                continue
            if first in self._lexicon.verbs:  # «برجای گذاشت‌مجتبی»: two lines run together
                continue
            if second in self._lexicon.never_second or first in self._lexicon.never_first:
                continue
            is_after_many = second.startswith(_MANY) and second[len(_MANY) :] in frequent
            if is_after_many and first + _MANY in self._lexicon.common:
                continue  # «کودکان کار»
            if second[0] == "ه" and f"{first}ه" in self._lexicon.common:  # مدرسه‌مون
                continue
            if second in frequent:
                return first + ZWNJ + second
            for ending in ("ها", "های", "هایی", "ی", "ٔ"):
                base = second.removesuffix(ending)
                if (
                    base != second
                    and len(base) > 2
                    and base in frequent
                    and base not in self._rules.name_parts
                ):
                    joint = ZWNJ if len(ending) > 1 and base[-1] not in NON_JOINING else ""
                    return first + ZWNJ + base + joint + ending
        return None

    def _may_begin(self, first: str, second: str) -> bool:
        """Return whether a compound may begin with a word: short ones are often only a piece."""
        lexicon = self._lexicon
        if first in lexicon.never_first:
            return False
        if second[0] == "و" and second not in lexicon.plain and second[1:] in lexicon.plain:
            return False  # only listed ones are sure: اونوجو is a town
        is_sure = second in lexicon.bound or second.endswith(_OF_AN_ACT)
        if len(first) > _SHORT + (not is_sure):
            return self._lexicon.is_common(first)
        return first in lexicon.frequent and first[0] != "و"


def has_article(word: str) -> bool:
    """Return whether a word begins with the Arabic article: الموصل, والجماعت."""
    return word.startswith("ال") or (word.startswith("وال") and word[3:4] not in {"ا", "د", "ی"})


def _is_written_on(word: str) -> bool:
    """Return whether a word is a plural that needs no half-space: گیمرها is not گیم‌رها."""
    return any(
        word.endswith(ending) and word[: -len(ending)][-1:] in NON_JOINING
        for ending in UNLISTED_PLURALS
    )
