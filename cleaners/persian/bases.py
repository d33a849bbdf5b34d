"""Decide which words take an ending: کولتر and فارهام look as if they did, but are names."""

from typing import Final

from cleaners.persian.characters import ZWNJ
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["Bases"]

# Names of towns may have these endings, too: راینهایم, فارهام.
_OF_ONE: Final = frozenset(("هایم", "هایت"))
_COPULA: Final = frozenset(("ام", "ایم"))
# A word that is listed with one of these is a noun: نوه‌ها.
_OF_A_NOUN: Final = ("ها", "های", "ای", "اش")
# Unlisted words with these endings have a silent heh: دورافتاده, گواهینامه.
_SILENT: Final = ("ده", "ته", "نامه")
# Letters of a word that takes a copula of its own: موظف‌اند. Shorter ones are adjectives: مهم‌اند.
_SHORTEST_BEFORE_ARE: Final = 4
_THEY_ARE: Final = "اند"
# In letters; shorter words are often a piece of a name.
_SHORTEST_UNLISTED: Final = 5
_SHORTEST_GRADABLE: Final = 4
_SHORTEST_SPOKEN: Final = 3
_SHORTEST_ADJECTIVE: Final = 2
_IS: Final = "ست"


class Bases:
    """Decide with a lexicon whether a word takes an ending."""

    __slots__ = ("_lexicon", "_rules")

    def __init__(self, lexicon: Lexicon, rules: Inflection) -> None:
        self._lexicon = lexicon
        self._rules = rules

    def takes_plain(self, base: str, ending: str) -> bool:
        """Return whether a word takes a plural or comparative ending."""
        if ending in self._rules.comparative:
            return self._is_compared(base, ending)
        return ending not in _OF_ONE or self.is_counted(base)

    def _is_compared(self, base: str, ending: str) -> bool:
        """Return whether a word takes تر: گلتر, کولتر are names, ویترین a word."""
        lexicon = self._lexicon
        if not lexicon.plain.isdisjoint((base + "تر", base + "ترین")):
            return False
        if not lexicon.is_common(base) or base in lexicon.ordinals:
            return False
        return (
            len(base) >= _SHORTEST_GRADABLE
            or ending.startswith("ترین")
            or base in lexicon.gradable
            or base in lexicon.forms
        )

    def is_counted(self, base: str) -> bool:
        """Return whether a word has a plural of its own: «روزهایم», but راینهایم is a town."""
        lexicon = self._lexicon
        if base in lexicon.frequent or (base.endswith("ی") and len(base) >= _SHORTEST_UNLISTED):
            return True
        return any(base + plural in lexicon.forms for plural in ("ها", *_OF_ONE))

    def takes_after_heh(self, base: str, ending: str) -> bool:
        """Return whether a word with a silent heh takes an ending: رفته‌ام; فارهام is a town."""
        lexicon = self._lexicon
        if ending not in _COPULA or base in lexicon.frequent or base in lexicon.forms:
            return True
        if base[:-1] in lexicon.verbs:
            return True
        if ending == "ام" and (
            base in lexicon.silent_heh or any(base + e in lexicon.forms for e in _OF_A_NOUN)
        ):
            return True
        return len(base) >= _SHORTEST_UNLISTED and base.endswith(_SILENT)

    def takes_it(self, base: str, ending: str) -> bool:
        """Return whether a word takes ای or شان, and ای does not end a name: کاتالونیای."""
        lexicon = self._lexicon
        if not lexicon.is_common(base):
            return False
        if ending[0] == "ا":
            return base + "ا" not in lexicon.plain
        is_plural = base + ending[0] in lexicon.common and base not in lexicon.frequent  # ندیمان
        return len(base) > _SHORTEST_ADJECTIVE and not is_plural

    def ends_in_own_yeh(self, base: str) -> bool:
        """Return whether the last ی is the word's own: فرانسوی and حرفه‌ای, but not that of جلوی."""
        if base[-2] not in "او":
            return True
        lexicon = self._lexicon
        if base[-2] == "و":
            return base in lexicon.gradable and base[:-1] not in lexicon.frequent
        forms = (lexicon.forms.get(base), *lexicon.readings.get(base, ()))
        return any(form is not None and form.endswith(f"ه{ZWNJ}ای") for form in forms)

    def takes_copula(self, base: str, copula: str) -> bool:
        """Return whether a word takes اند, ایم or اید: موظف‌اند, but توانایم is of توانا."""
        lexicon = self._lexicon
        are_they = copula == _THEY_ARE
        if len(base) < _SHORTEST_BEFORE_ARE:
            return are_they and base in lexicon.frequent and self.is_adjective(base)
        return base in lexicon.common and (are_they or base + "ا" not in lexicon.plain)

    def is_adjective(self, base: str) -> bool:
        """Return whether a short word is an adjective, which takes the copula: مهم‌اند."""
        lexicon = self._lexicon
        if len(base) > _SHORTEST_ADJECTIVE:
            return base in lexicon.gradable
        superlative = base + "ترین"
        return superlative in lexicon.forms or superlative in lexicon.plain

    def takes_spoken(self, base: str) -> bool:
        """Return whether a spoken possessive belongs to a word: مدرسه‌مون; سیمون is a name."""
        lexicon = self._lexicon
        if base not in lexicon.frequent or len(base) < _SHORTEST_SPOKEN:
            return False
        return lexicon.has_silent_heh(base) or (base[-1] == "ی" and base[-2] not in "او")

    def spoken(self, word: str) -> str | None:
        """Return an unknown word with a spoken possessive or copula: حوصله‌ش, کوچه‌ست."""
        base, ending, lexicon = word[:-1], word[-1], self._lexicon
        thing = word.removesuffix(_IS)
        if thing != word and lexicon.has_silent_heh(thing) and thing in lexicon.frequent:
            return thing + ZWNJ + _IS  # کوچه‌ست
        if not lexicon.has_silent_heh(base):
            return None
        if ending in self._rules.spoken_after_heh and base in self._rules.spoken_plural_of:
            return base + ZWNJ + ending
        stem = base[:-1]
        is_participle = (
            ending in self._rules.spoken_after_participle
            and base in lexicon.frequent
            and any(lexicon.is_past_stem(verb) for verb in (stem, stem.removeprefix("ن")))
        )
        return base + ZWNJ + ending if is_participle else None
