"""Find the half-spaces of a single word: look it up, else take it apart."""

from cleaners.persian.bases import Bases
from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.indefinites import Indefinites
from cleaners.persian.inflection import Inflection
from cleaners.persian.lexicon import Lexicon
from cleaners.persian.solid_compounds import UNLISTED_PLURALS, SolidCompounds, has_article

__all__ = ["Morphology"]

_DEPTH = 4  # at most this many endings and parts are taken off one word
_LONGEST_ENDING = 6
# Lists have some words that end so without their half-space.
_HEH_AND_LETTER = "هنامه"
# Not a prefix of spoken verbs: همیشه is not a verb.
_POETIC = "همی"
_HEH_WITH_HAMZA = ("هٔ", "ۀ")
# Numbers begin compounds in ‑ه‌ای: چندمرحله‌ای.
_COUNT = ("چند", "دو", "چهار", "هزار")
_COPULAS = frozenset(("اند", "اید", "ایم"))
# What is attached to a word that ends in ها by itself, as in تنهایند and انتهائی.
_AFTER_ALEF = frozenset(("یند", "ییم", "یید", "ئی"))
_POSSESSIVES = frozenset(("ام", "ات", "اش"))
# The preposition of به‌سوی.
_TO = "به"
_SHORTEST_QUALITY = 5
# Words such as جورجیای, میریام and آزاداندیشان end with these, too.
_MAY_END_A_WORD = frozenset(("ای", "ات", "ام", "مان", "شان"))
# Towns end with these, too: راینهایم, فارهام, فورتسهایم, گرانتهام.
_ENDS_A_TOWN = frozenset(("هایم", "هایت", "هام", "ایم", "ام"))
# No letter is attached to a possessive: آلهاشم is not آله‌اش with another.
_NO_LETTER_FOLLOWS = (f"ه{ZWNJ}ام", f"ه{ZWNJ}ات", f"ه{ZWNJ}اش")
# Endings of foreign words, but not of compounds: سینترا, تاتیاما.
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

    __slots__ = ("_bases", "_compounds", "_indefinites", "_lexicon", "_rules")

    def __init__(self, lexicon: Lexicon, rules: Inflection) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._bases = Bases(lexicon, rules)
        self._compounds = SolidCompounds(lexicon, rules)
        self._indefinites = Indefinites(lexicon)

    def restore(self, word: str) -> str | None:
        """Return `word` (typed without half-spaces) as it is spelled, None if it is unknown."""
        return (
            self._restore(word, _DEPTH)
            or self._indefinite_compound(word)
            or self._compounds.with_article(word)
            or self._compounds.twice(word)
            or self._compounds.superlative(word)
            or self._compounds.between(word, self.known)
            or self._compounds.at_a_seam(word, self.known)
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
            return self._compounds.as_solid_as_its_base(word, form)
        if word.endswith(_HEH_AND_LETTER) and (found := self._compounds.of_known_parts(word)):
            return found  # lists have شیوهنامه
        if word in lexicon.plain:
            # Lists have verbs as people type them: میکنی.
            if word in lexicon.whole:
                return word
            found = self._verb(word) or self._indefinites.of_agent(word)
            return found or self._compounds.of_rare_word(word) or word
        if depth == 0 or len(word) < 3:
            return None
        return (
            self._verb(word)
            or self._ends_with_ha(word)
            or self._with_hamza(word, depth)
            or self._compounds.with_giving(word)
            or self._indefinites.of_agent(word)
            or self._inflected(word, depth)
            or self._are(word)
            or self._to(word)
            or self._spoken(word)
            or self._attached(word, depth)
            or self._compounds.of_known_parts(word)
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
        for possessive in self._rules.spoken_possessives:  # می‌برنشون
            verb = tail.removesuffix(possessive)
            if verb != tail and (verb in self._lexicon.spoken_verbs or verb in self._lexicon.verbs):
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

    def _inflected(self, word: str, depth: int) -> str | None:
        rules = self._rules
        for ending in ("هاست", "هایم"):  # a participle: آمده‌است، not آمد‌هاست
            base = word.removesuffix(ending)
            if base != word and self._lexicon.is_past_stem(base):
                return f"{base}ه{ZWNJ}{ending[1:]}"
        for size in range(min(_LONGEST_ENDING, len(word) - 2), 0, -1):
            ending, base = word[-size:], word[:-size]
            join = self._join(base, ending)
            if join is None:
                continue
            if indefinite := self._indefinites.of(base, ending):
                return indefinite
            if len(base) == 2 and base not in self._lexicon.common and ending in rules.plural:
                continue
            found = None if has_article(base) else self._restore(base, depth - 1)
            if ending in rules.plural and base[-1] in "متش" and not self._is_listed(base):
                # No plural ending follows a possessive: بی‌انتهایش is not بیانت‌هایش.
                found = None if self._attached(word, depth) else found
            is_known = base[-1] == "ه" and base in self._lexicon.common  # قصه‌ی
            if found is not None and (size > 1 or ZWNJ in found or len(found) > 3 or is_known):
                return found + join + ending
        return None

    def _join(self, base: str, ending: str) -> str | None:
        """Return what stands between a word and an ending that it takes, None if it takes none."""
        rules, bases, last = self._rules, self._bases, base[-1]
        if ending in rules.plural or ending in rules.comparative:
            if last in NON_JOINING:
                return ""
            takes_it = bases.takes_plain(base, ending)
        elif last == "ه" and ending in rules.after_heh:
            is_silent = self._lexicon.has_silent_heh(base) and not self._is_spoken(base, ending)
            takes_it = is_silent and bases.takes_after_heh(base, ending)
        elif ending in rules.spoken_possessives and bases.takes_spoken(base):
            takes_it = True
        elif last == "ی" and ending in rules.after_yeh and bases.ends_in_own_yeh(base):
            takes_it = ending not in _MAY_END_A_WORD or bases.takes_it(base, ending)
            if ending[0] == "ا" and base + "ا" in self._lexicon.common:
                takes_it = False  # دنیایم
        else:
            return None
        return ZWNJ if takes_it else None

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

    def _is_listed(self, word: str) -> bool:
        return word in self._lexicon.plain or word in self._lexicon.forms

    def _are(self, word: str) -> str | None:
        """Return a word joined to its copula: موظف‌اند."""
        lexicon, base, copula = self._lexicon, word[:-3], word[-3:]
        if copula not in _COPULAS or base[-1:] in NON_JOINING:
            return None
        form = lexicon.forms.get(base)
        if form is None and base not in lexicon.plain:
            form = self._compounds.of_known_parts(base)
        if form is not None and form.rpartition(ZWNJ)[2] not in self._rules.plural:
            return f"{form}{ZWNJ}{copula}"  # بی‌گناه‌اند
        return f"{base}{ZWNJ}{copula}" if self._bases.takes_copula(base, copula) else None

    def _to(self, word: str) -> str | None:
        """Return به with a noun that makes an adverb, unless a common word begins so: به‌سمت."""
        second, common = word.removeprefix(_TO), self._lexicon.common
        is_it = (
            second != word
            and len(second) > len(_TO)
            and (second in self._rules.after_to or self._is_quality(second))
            and second not in self._rules.name_parts
            and common.isdisjoint((word[:-1], word[:-2]))
        )
        return f"{_TO}{ZWNJ}{second}" if is_it else None

    def _is_quality(self, noun: str) -> bool:
        """Return whether a frequent noun is made of an adjective: راحتی of راحت."""
        is_made = noun.endswith("ی") and noun[:-1] in self._lexicon.gradable
        return is_made and len(noun) >= _SHORTEST_QUALITY and noun in self._lexicon.frequent

    def _attached(self, word: str, depth: int) -> str | None:
        attached = self._rules.attached
        for size in range(1, min(5, len(word) - 2)):
            if word[-size:] in attached:
                base = self._restore(word[:-size], depth - 1 if size > 1 else 1)
                if base is None or len(base) < 3 or base.endswith(f"ی{ZWNJ}ای"):
                    continue
                if size == 1 and base.endswith(_NO_LETTER_FOLLOWS):
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

    def _spoken(self, word: str) -> str | None:
        """Return an unknown word with a letter that is its possessive or copula: حوصله‌ش, ندیده‌ن."""
        base, ending, lexicon = word[:-1], word[-1], self._lexicon
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

    def _new_compound(self, word: str) -> str | None:
        """Return a compound that no list has, if it is not two words run together."""
        found = self._compounds.of_frequent_words(word)
        return None if found is None or self._is_behind_a_particle(word) else found

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
        for ending in UNLISTED_PLURALS:
            base = word.removesuffix(ending)
            if base != word and len(base) > 2:
                return base + ending if base[-1] in NON_JOINING else base + ZWNJ + ending
        return None

    def _after_non_joining(self, word: str) -> str | None:
        if has_article(word):
            return None
        for at in range(len(word) - 4, 2, -1):
            if word[at - 1] in NON_JOINING and word[:at] in self._lexicon.common:
                found = self._restore(word[at:], 2)
                if found is None or ZWNJ not in found or self._verb(word[at:]):
                    continue
                if found.rpartition(ZWNJ)[2] not in _ENDS_A_TOWN:
                    return word[:at] + found
        return None
