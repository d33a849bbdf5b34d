"""Tell the indefinite of a silent heh (کارخانه‌ای) from the plural that looks the same."""

from typing import Final

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.lexicon import Lexicon

__all__ = ["Indefinites"]

# What begins هم‌کلاسی, تک‌لایه‌ای and چندلایه‌ای.
_FIRSTS: Final = ("هم", "تک", "چند", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت")
# A plural with a possessive that looks like a heh with these: خانه‌ایم, هسته‌ای‌شان.
_AS_PLURALS: Final = {"هایم": f"{ZWNJ}ایم"} | {
    f"های{whose}": f"{ZWNJ}ای{ZWNJ}{whose}" for whose in ("مان", "تان", "شان")
}
_PLURAL: Final = "های"
# Agents end with this and a heh: دارنده.
_OF_AN_AGENT: Final = "ند"
# Words that have no plural though they are frequent: خان of خانه, هست of هسته.
_NEVER_COUNTED: Final = frozenset(("خان", "هست"))


class Indefinites:
    """Reads a stem and a plural ending as a word with a silent heh, if they cannot be a plural."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, stem: str, ending: str) -> str | None:
        """Return the word with its heh that `stem` and `ending` spell, or None.

        `stem` has lost its heh to the ending: کارخان and های are کارخانه‌ای.
        """
        if ending == _PLURAL:
            if stem not in self._lexicon.plain and self._is_word_with_heh(stem):
                return f"{stem}ه{ZWNJ}ای"
            return self._compound(stem)
        if ending in _AS_PLURALS and self._is_never_plural(stem):
            return f"{stem}ه{_AS_PLURALS[ending]}"
        return None

    def of_agent(self, word: str) -> str | None:
        """Return an agent that looks like the plural of a verb: دارنده‌ای; روند is a noun."""
        lexicon, stem = self._lexicon, word.removesuffix(_PLURAL)
        is_agent = (
            stem != word
            and stem.endswith(_OF_AN_AGENT)
            and stem in lexicon.verbs
            and stem + "ه" in lexicon.plain
            and stem not in lexicon.never_agents
        )
        return f"{stem}ه{ZWNJ}ای" if is_agent else None

    def _is_word_with_heh(self, stem: str) -> bool:
        word, lexicon = stem + "ه", self._lexicon
        return word in lexicon.common and word not in lexicon.sounded_heh

    def _compound(self, stem: str) -> str | None:
        """Return a compound with a silent heh: هم‌دوره‌ای, چندطبقه‌ای."""
        lexicon = self._lexicon
        if stem in lexicon.plain or stem in lexicon.forms:
            return None
        for first in _FIRSTS:
            noun = stem.removeprefix(first)
            if noun == stem or not self._is_word_with_heh(noun):
                continue
            indefinite, spelled = f"{noun}ه{ZWNJ}ای", f"{noun}های"
            if indefinite in (lexicon.forms.get(spelled), *lexicon.readings.get(spelled, ())):
                return first + ("" if first[-1] in NON_JOINING else ZWNJ) + indefinite
        return None

    def _is_never_plural(self, stem: str) -> bool:
        """Return whether `stem` has no plural, but is a word with a silent heh: خان of خانه."""
        lexicon = self._lexicon
        if (stem in lexicon.plain or stem in lexicon.forms) and stem not in _NEVER_COUNTED:
            return False  # حرف‌هایمان, پیکرهایشان
        is_indefinite = lexicon.forms.get(f"{stem}های") == f"{stem}ه{ZWNJ}ای"
        return is_indefinite and self._is_word_with_heh(stem)
