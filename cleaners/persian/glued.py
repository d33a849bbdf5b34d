"""Part words that were run together, where nothing else can be meant."""

import re

from cleaners.persian.characters import LETTER
from cleaners.persian.lexicon import NON_JOINING, ZWNJ, Context, Lexicon
from cleaners.persian.morphology import Morphology

__all__ = ["GluedWords"]

_NUMBER = re.compile(f"([(«]*\\d+)([{LETTER}{ZWNJ}]+)([^{LETTER}]*)")
_BEFORE_NUMBER = re.compile(f"([^{LETTER}]*)(و|[{LETTER}{ZWNJ}]{{2,}})(\\d+[^{LETTER}]*)")
_LONGEST_WORD = 40


class GluedWords:
    """Part `رادر`, `وحرفه‌ای` and `۵۵۸۳نفر`: the whole is no word, and both parts are."""

    __slots__ = ("_context", "_lexicon", "_morphology")

    def __init__(self, lexicon: Lexicon, context: Context, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._context = context
        self._morphology = morphology

    def part(self, raw: str, words: list[str]) -> tuple[str, int]:
        """Return `raw`, whose words are `words`, with glued ones parted, and how many were."""
        number = _NUMBER.fullmatch(raw)
        if number is not None:
            return self._part_number(number[1], number[2], number[3])
        number = _BEFORE_NUMBER.fullmatch(raw)
        if number is not None and number[2] in self._lexicon.frequent:
            return f"{number[1]}{number[2]} {number[3]}", 1
        parted = 0
        text = raw
        for word in words:
            if 3 < len(word) <= _LONGEST_WORD:
                pair = self._two_words(word)
                if pair is not None:
                    text = text.replace(word, pair, 1)
                    parted += 1
        return text, parted

    def _part_number(self, number: str, word: str, rest: str) -> tuple[str, int]:
        bare = word.replace(ZWNJ, "")
        if bare in self._context.after_number or word.startswith(ZWNJ):
            return number + word + rest, 0
        if bare in self._lexicon.common or (len(bare) > 3 and self._morphology.known(bare)):
            return f"{number} {word}{rest}", 1
        return number + word + rest, 0

    def _two_words(self, word: str) -> str | None:
        bare = word.replace(ZWNJ, "")
        lexicon, particles = self._lexicon, self._context.particles
        after_words = self._context.after_words
        short = particles | after_words
        if bare in lexicon.frequent or bare in lexicon.forms:
            return None
        rare = bare in lexicon.common or self._morphology.known(bare) is not None
        for at in range(1, len(word)):
            if word[at - 1] not in NON_JOINING:
                continue
            first, second = word[:at], word[at:]
            if first in particles and second in short and first != "و" != second:
                return f"{first} {second}"
            if rare:
                continue
            if first in particles and len(second) > 2 and self._is_frequent(second):
                return f"{first} {second}"
            if second in after_words and len(first) > 2 and self._is_frequent(first):
                return f"{first} {second}"
        return None

    def _is_frequent(self, word: str) -> bool:
        bare = word.replace(ZWNJ, "")
        if bare in self._lexicon.frequent:
            return True
        form = self._morphology.known(bare) or ""
        base, halved, _ = form.partition(ZWNJ)
        return bool(halved) and (bare in self._lexicon.forms or base in self._lexicon.frequent)
