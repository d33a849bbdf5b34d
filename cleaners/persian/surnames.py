"""Join the parts of a surname that were typed apart: «علی صالحی نژاد», «کامران قاسم پور»."""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.chunks import Chunk
from cleaners.persian.context import Context
from cleaners.persian.edge_words import first_word
from cleaners.persian.lexicon import Lexicon

__all__ = ["Surnames"]

_OPENING: Final = "«(\"'"
# Fewest letters of what only surnames and adjectives are, in yeh: مدنی.
_SHORTEST: Final = 4
# What a person is born as, or with another: «علی محمدی زاده شد», «زاده و بزرگ‌شده تهران».
_OF_BIRTH: Final = frozenset(("شد", "شده", "شدند", "می", "است", "بود", "و"))
# What follows a فرد or زاده that is a noun or a participle: «فرد با تجربه‌ای», «زاده در تهران».
_OF_NOUN: Final = frozenset(("با", "از", "به", "در", "نبود", "نیست"))
_WORSHIP: Final = "پرست"
# It begins surnames, too: «مصطفی پور محمدی».
_SON: Final = "پور"
_BORN: Final = "زاده"
_YEAR: Final = re.compile(r"(?:[1۱][0-9۰-۹]|[2۲][0۰])[0-9۰-۹]{2}(?!\w)")


class Surnames:
    """Join a surname and its last part where a given name or a title stands before them."""

    __slots__ = ("_context", "_lexicon")

    def __init__(self, lexicon: Lexicon, context: Context) -> None:
        self._lexicon = lexicon
        self._context = context

    def join(self, word: str, chunk: Chunk, chunks: Sequence[str], at: int) -> str | None:
        """Return `word` and the last part of a surname as one; None if they are two words.

        Args:
            word: The word before the chunk.
            chunk: The part, one of `surname_parts`, with the marks behind it.
            chunks: The chunks of the line.
            at: The index of `chunk` among them.
        """
        context, part, bare = self._context, chunk.word, word.replace(ZWNJ, "")
        if at < 2:
            return None
        before = chunks[at - 2].lstrip(_OPENING).replace(ZWNJ, "")
        is_sure = before in context.people or before in context.titles
        if not is_sure and before not in context.people_and_words:
            return None
        is_given = bare in context.people or bare in context.people_and_words
        is_first = bare in context.short_before_parts or len(bare) >= _SHORTEST
        if not is_given and not (bare.endswith("ی") and is_first):
            return None
        after = first_word(chunks[at + 1 : at + 2]) if not chunk.rest else ""
        if after.startswith(_WORSHIP):  # «نژاد پرست»
            return None
        if part == _BORN and not chunk.rest and _begins_year(chunks[at + 1 : at + 4]):
            return None  # «اکبر عبدی زاده ۱۳۳۹ در تهران»
        may_be_word = is_given or part in context.surname_parts_and_words or not is_sure
        # «قاسم پور قهرمان جهان», but «صادق پور محمدی» and «ابراهیم پور داوود»
        is_son = is_sure and is_given and part == _SON and not self._is_name(after)
        if may_be_word and not is_son and not self._ends_name(after, chunk, chunks, at):
            return None
        return word + ("" if word[-1] in NON_JOINING else ZWNJ) + chunk.text

    def _is_name(self, word: str) -> bool:
        context = self._context
        is_given = word in context.people or word in context.people_and_words
        return is_given or word.endswith("ی") or word in context.second_surnames

    def _ends_name(self, after: str, chunk: Chunk, chunks: Sequence[str], at: int) -> bool:
        """Return whether a name ends here, and no noun does: «محمدی فرد مهمی است»."""
        if chunk.rest or at + 1 == len(chunks) or not after:
            return True
        is_noun = after in _OF_NOUN and chunk.word in self._context.surname_parts_and_words
        if is_noun or after in _OF_BIRTH:
            return False
        return after in self._context.no_noun_follows or self._lexicon.is_finite(after)


def _begins_year(following: Sequence[str]) -> bool:
    """Return whether a year follows, or a day with its year: «۲۸ آذر ۱۳۲۸», but «۲۸ امتیاز»."""
    day = following[:1] and following[0].isdecimal() and following[2:]
    return any(_YEAR.match(chunk) for chunk in (*following[:1], *(day or ())))
