"""Find the half-spaces of a single word: look it up, else take it apart."""

from cleaners.persian.bases import Bases
from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["Morphology"]

_DEPTH = 4  # at most this many endings and parts are taken off one word
_LONGEST_ENDING = 6
# Plural endings of words that no list has.
_PLURALS = ("هایی", "های", "ها")
# Nobody speaks so: همیشه is not a verb.
_POETIC = "همی"
# The second part of شیوه‌نامه.
_LETTER = "نامه"
_HEH_AND_LETTER = "ه" + _LETTER
# The second part of پوشش‌دهی.
_GIVING = "دهی"
_HEH_WITH_HAMZA = ("هٔ", "ۀ")
# A first part so short is often a mere piece of a word.
_SHORT = 2
# Numbers begin compounds in ‑ه‌ای: چندمرحله‌ای.
_COUNT = ("چند", "دو", "چهار", "هزار")
# Fewest letters of each part of a compound that no list has.
_LEAST = 4
# What is attached to a word that ends in ها by itself, as in تنهایند and انتهائی.
_AFTER_ALEF = frozenset(("یند", "ییم", "یید", "ئی"))
_POSSESSIVES = frozenset(("ام", "ات", "اش"))
# Words such as جورجیای, میریام and آزاداندیشان end with these, too.
_MAY_END_A_WORD = frozenset(("ای", "ات", "ام", "مان", "شان"))
# Towns end with these, too: راینهایم, فارهام, فورتسهایم, گرانتهام.
_ENDS_A_TOWN = frozenset(("هایم", "هایت", "هام", "ایم", "ام"))
# Participles and infinitives, which make compounds with any noun, end so: «شوک‌دهنده».
_OF_AN_ACT = ("ده", "ته", "دن", "تن")
# Foreign words end so, but no compounds: سینترا, تاتیاما.
_NEVER_AFTER_A_SEAM = frozenset(("ا", "ات"))
# Words that old pages glue to the next one: ونوجوانان, بعبارت.
_MAY_BE_WRITTEN_ON = ("و", "ب", "را", "دو", "در", "از")


class Morphology:
    r"""Restore the half-spaces of words, from a lexicon and the rules of inflection.

    >>> from cleaners.persian.inflection import inflection
    >>> from cleaners.persian.lexicon import lexicon
    >>> Morphology(lexicon(), inflection()).restore("میشود") == "می\u200cشود"
    True
    """

    __slots__ = ("_bases", "_lexicon", "_rules")

    def __init__(self, lexicon: Lexicon, rules: Inflection) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._bases = Bases(lexicon, rules)

    def restore(self, word: str) -> str | None:
        """Return `word` (typed without half-spaces) as it is spelled, None if it is unknown."""
        return (
            self._restore(word, _DEPTH)
            or self._indefinite_compound(word)
            or self._new_compound(word)
            or self._plural_of_unknown(word)
            or self._after_non_joining(word)
        )

    def known(self, word: str) -> str | None:
        """Return what `restore` returns, but only where the lexicon knows the whole word."""
        return self._restore(word, _DEPTH)

    def _restore(self, word: str, depth: int) -> str | None:
        lexicon = self._lexicon
        form = lexicon.forms.get(word)
        if form is not None and word not in lexicon.whole:
            return form if word not in self._rules.names_as_typed else word
        if word.endswith(_HEH_AND_LETTER) and (found := self._compound(word)):
            return found  # lists have شیوهنامه
        if word in lexicon.plain:
            # Lists have verbs as people type them: میکنی.
            return (None if word in lexicon.whole else self._verb(word)) or word
        if depth == 0 or len(word) < 3:
            return None
        return (
            self._verb(word)
            or self._ends_with_ha(word)
            or self._with_hamza(word, depth)
            or self._giving(word)
            or self._inflected(word, depth)
            or self._are(word)
            or self._attached(word, depth)
            or self._compound(word)
        )

    def _verb(self, word: str) -> str | None:
        at = word.find("می")
        if at < 0:
            return None
        prefix, tail = word[: at + 2], word[at + 2 :]
        if prefix not in self._rules.verb_prefixes:
            return None
        if tail in self._lexicon.spoken_verbs and prefix != _POETIC:
            return prefix + ZWNJ + tail
        if tail in self._lexicon.verbs or tail.replace("ئ", "ی") in self._lexicon.verbs:
            return prefix + ZWNJ + tail
        # می‌شده‌است: a participle and its auxiliary.
        stem, heh, ending = tail.rpartition("ه")
        if heh and ending in self._rules.after_heh and stem in self._lexicon.verbs:
            return prefix + ZWNJ + stem + heh + ZWNJ + ending
        return None

    def _ends_with_ha(self, word: str) -> str | None:
        """Return a word whose ها is not a plural, with what is attached to it: تنهاست, انتهایی."""
        stem, ha, ending = word.partition("ها")
        if not (stem and ha and ending) or stem[-1] in NON_JOINING:
            return None
        is_attached = ending in self._rules.attached or ending in _AFTER_ALEF
        return word if is_attached and stem + ha in self._lexicon.common else None

    def _with_hamza(self, word: str, depth: int) -> str | None:
        for ending in _HEH_WITH_HAMZA:
            if word.endswith(ending):
                found = self._restore(word.removesuffix(ending) + "ه", depth - 1)
                return found and found[:-1] + ending
        return None

    def _giving(self, word: str) -> str | None:
        """Return a noun with دهی: پوشش‌دهی, unless a participle has its letters (شده‌ی)."""
        noun = word.removesuffix(_GIVING)
        if noun == word or len(noun) < _LEAST - 1 or noun not in self._lexicon.common:
            return None
        if word[:-1] in self._lexicon.plain or word[:-1] in self._lexicon.forms:
            return None
        return word if noun[-1] in NON_JOINING else f"{noun}{ZWNJ}{_GIVING}"

    def _inflected(self, word: str, depth: int) -> str | None:
        rules = self._rules
        for ending in ("هاست", "هایم"):  # a participle: آمده‌است، not آمد‌هاست
            base = word.removesuffix(ending)
            if base != word and self._lexicon.is_past_stem(base):
                return f"{base}ه{ZWNJ}{ending[1:]}"
        for size in range(min(_LONGEST_ENDING, len(word) - 2), 0, -1):
            ending, base = word[-size:], word[:-size]
            last = base[-1]
            if ending in rules.plural or ending in rules.comparative:
                if last in NON_JOINING:
                    join = ""
                elif not self._bases.takes_plain(base, ending):
                    continue
                else:
                    join = ZWNJ
            elif last == "ه" and ending in rules.after_heh:
                if not self._lexicon.has_silent_heh(base) or self._is_spoken(base, ending):
                    continue
                if not self._bases.takes_after_heh(base, ending):
                    continue
                join = ZWNJ
            elif last == "ی" and ending in rules.after_yeh and base[-2] not in "او":
                if ending in _MAY_END_A_WORD and not self._bases.takes_it(base):
                    continue
                if ending[0] == "ا" and base + "ا" in self._lexicon.common:
                    continue  # دنیایم
                join = ZWNJ
            else:
                continue
            if ending == "های" and base not in self._lexicon.plain and self._indefinite(base):
                return f"{base}ه{ZWNJ}ای"
            if len(base) == 2 and base not in self._lexicon.common and ending in rules.plural:
                continue
            found = None if _has_article(base) else self._restore(base, depth - 1)
            if ending in rules.plural and base[-1] in "متش" and not self._is_listed(base):
                # No plural ending follows a possessive: بی‌انتهایش is not بیانت‌هایش.
                found = None if self._attached(word, depth) else found
            is_known = last == "ه" and base in self._lexicon.common  # قصه‌ی
            if found is not None and (size > 1 or ZWNJ in found or len(found) > 3 or is_known):
                return found + join + ending
        return None

    def _is_spoken(self, base: str, ending: str) -> bool:
        """Return whether ه and an ending are a spoken plural with a possessive: کارهام."""
        noun = base[:-1]
        return (
            ending in _POSSESSIVES
            and base not in self._lexicon.silent_heh
            and noun[-1] in NON_JOINING
            and noun in self._lexicon.frequent
            and base not in self._lexicon.frequent
            and not self._lexicon.is_past_stem(noun)
        )

    def _indefinite(self, stem: str) -> bool:
        """Return whether `stem` with a silent heh is a word: کارخانه‌ای."""
        word, lexicon = stem + "ه", self._lexicon
        return word in lexicon.common and word not in lexicon.sounded_heh

    def _is_listed(self, word: str) -> bool:
        return word in self._lexicon.plain or word in self._lexicon.forms

    def _are(self, word: str) -> str | None:
        """Return a word joined to its copula: موظف‌اند."""
        base = word.removesuffix("اند")
        is_word = base != word and len(base) >= _LEAST and base in self._lexicon.common
        return f"{base}{ZWNJ}اند" if is_word and base[-1] not in NON_JOINING else None

    def _attached(self, word: str, depth: int) -> str | None:
        attached = self._rules.attached
        for size in range(1, min(5, len(word) - 2)):
            if word[-size:] in attached:
                base = self._restore(word[:-size], depth - 1 if size > 1 else 1)
                if base is None or len(base) < 3 or base.endswith(f"ی{ZWNJ}ای"):
                    continue
                if ZWNJ in base and word[:-size] not in self._lexicon.forms:
                    if word[-size:] in _NEVER_AFTER_A_SEAM:
                        continue
                    # In speech, بچه‌هام is "my children"; گرانتهام is a town.
                    noun, plural, _ = base.rpartition(f"{ZWNJ}ها")
                    if plural and not self._bases.is_counted(noun.replace(ZWNJ, "")):
                        continue
                return base + word[-size:]
        return None

    def _compound(self, word: str) -> str | None:
        lexicon = self._lexicon
        if _has_article(word):
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
        return None

    def _may_begin(self, first: str, second: str) -> bool:
        """Return whether a compound may begin with a word: short ones are often a mere piece."""
        lexicon = self._lexicon
        if first in lexicon.never_first:
            return False
        if second[0] == "و" and second not in lexicon.plain and second[1:] in lexicon.plain:
            return False  # only listed ones are sure: اونوجو is a town
        is_sure = second in lexicon.bound or second.endswith(_OF_AN_ACT)
        if len(first) > _SHORT + (not is_sure):
            return self._lexicon.is_common(first)
        return first in lexicon.frequent and first[0] != "و"

    def _new_compound(self, word: str) -> str | None:
        """Return an unknown word that is made of two frequent ones: `کلان‌پروژه`.

        Each has four letters at least: of 2,071 seams in rare words of a frequency list 296 had a
        shorter part, and nearly all of these were false (`دامی‌نیک`).
        """
        if _has_article(word) or _is_written_on(word) or self._is_behind_a_particle(word):
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
            if second in self._lexicon.never_second:
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

    def _is_behind_a_particle(self, word: str) -> bool:
        """Return whether a word is a particle and another word glued together."""
        return any(
            word.startswith(first) and self._restore(word.removeprefix(first), _DEPTH) is not None
            for first in _MAY_BE_WRITTEN_ON
        )

    def _indefinite_compound(self, word: str) -> str | None:
        """Return a compound in ‑ه‌ای that looks like a plural: چندمرحله‌ای."""
        may_be = word.endswith("های") and word.startswith(_COUNT)
        found = self._after_non_joining(word) if may_be else None
        return found if found is not None and found.endswith(f"ه{ZWNJ}ای") else None

    def _plural_of_unknown(self, word: str) -> str | None:
        for size in (4, 3, 2):
            base, ending = word[:-size], word[-size:]
            if ending in _PLURALS and len(base) > 2:
                return base + ending if base[-1] in NON_JOINING else base + ZWNJ + ending
        return None

    def _after_non_joining(self, word: str) -> str | None:
        if _has_article(word):
            return None
        for at in range(len(word) - 4, 2, -1):
            if word[at - 1] in NON_JOINING and word[:at] in self._lexicon.common:
                found = self._restore(word[at:], 2)
                if found is None or ZWNJ not in found or self._verb(word[at:]):
                    continue
                if found.rpartition(ZWNJ)[2] not in _ENDS_A_TOWN:
                    return word[:at] + found
        return None


def _has_article(word: str) -> bool:
    """Return whether a word begins with the Arabic article: الموصل, والجماعت."""
    return word.startswith("ال") or (word.startswith("وال") and word[3:4] not in {"ا", "د", "ی"})


def _is_written_on(word: str) -> bool:
    """Return whether a word is a plural whose ending needs no half-space: گیمرها is not گیم‌رها."""
    return any(
        word.endswith(ending) and word[: -len(ending)][-1:] in NON_JOINING for ending in _PLURALS
    )
