"""Tell what a number counts from a plural: «زن ۳۲ ساله‌ای که», but «سال ۱۴۰۰ روزهای سختی بود»."""

from collections.abc import Sequence
from typing import Final

from cleaners.persian.chunks import Chunk
from cleaners.persian.context import Context
from cleaners.persian.edge_words import first_word, last_word
from cleaners.persian.lexicon import Lexicon

__all__ = ["Numbered"]

# Fewest digits of a year, behind which a plural begins another phrase.
_YEAR: Final = 4
_ENDS_CLAUSE: Final = tuple("،؛.!؟)»")
# By itself it is "no", too.
_NINE: Final = "نه"
_AND: Final = "و"
_DAYS: Final = "روزهای"
_INDEFINITE: Final = "ی"


class Numbered:
    """Decide whether سالهای, روزهای and their likes are ساله‌ای and روزه‌ای behind a number.

    No plural stands behind a number that counts it, but one behind a year or an hour.
    """

    __slots__ = ("_context", "_lexicon")

    def __init__(self, lexicon: Lexicon, context: Context) -> None:
        self._lexicon = lexicon
        self._context = context

    def form(self, chunk: Chunk, chunks: Sequence[str], at: int) -> str | None:
        """Return what a number before `chunk` makes of its word; None if none does."""
        form = self._context.numbered.get(chunk.word)
        if form is None or chunk.opening:
            return None
        start = self._number_start(chunks, at)
        if start == at:
            return None
        before = last_word(chunks[start - 1]) if start else ""
        if before in self._context.before_names_of_numbers:
            return None
        following = [] if chunk.rest else chunks[at + 1 : at + 2]
        after = first_word(following)
        if chunk.word == _DAYS and (
            before in self._context.named_by_numbers or after.endswith(_INDEFINITE)
        ):
            return None  # «گروه ۲ روزهای فرد», «پس از جنگ ۱۲ روزهای سختی داشتیم»
        if before in self._context.counted_nouns:
            return None if after in self._context.spans_behind else form
        return form if self._no_noun_follows(chunk, following, after) else None

    def _no_noun_follows(self, chunk: Chunk, following: Sequence[str], after: str) -> bool:
        if chunk.rest or not following:
            return not chunk.rest or chunk.rest.startswith(_ENDS_CLAUSE)
        return after in self._context.no_noun_follows or self._lexicon.is_finite(after)

    def _number_start(self, chunks: Sequence[str], at: int) -> int:
        """Return where the number right before `at` begins; `at` if there is none."""
        words = self._context.number_words
        start = at - 1
        if start < 0:
            return at
        if chunks[start].isdecimal():
            return start if len(chunks[start]) < _YEAR else at
        if chunks[start] not in words:
            return at
        while start > 1 and chunks[start - 1] == _AND and chunks[start - 2] in words:
            start -= 2
        if start and (chunks[start - 1].isdecimal() or chunks[start - 1] in words):
            start -= 1  # «۳۰ هزار»
        return at if chunks[start:at] == [_NINE] else start
