"""Tell the participle that describes a noun with its own from the verb.

«بحث‌های انجام‌شده در اتاق» are discussions that were held, but the verb is «باعث بحث‌های جدی شده».
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.context import Context
from cleaners.persian.edge_words import first_word
from cleaners.persian.lexicon import Lexicon

__all__ = ["Attributes"]

_PLURAL: Final = "ها"
# That of what an attribute follows.
_PLURAL_WITH_EZAFE: Final = "های"
# How far before it a word that makes a participle the verb is looked for, in chunks.
_CLAUSE: Final = 7


class Attributes:
    """Decide whether a participle and the word before it are one: «آمار ارائه‌شده از شرکت»."""

    __slots__ = ("_before", "_context", "_described", "_lexicon")

    def __init__(self, lexicon: Lexicon, context: Context) -> None:
        self._lexicon = lexicon
        self._context = context
        self._described = frozenset().union(*context.described.values())
        self._before = context.after_attribute | context.sure_after_attribute

    def may_be_at(self, chunks: Sequence[str], at: int) -> bool:
        """Return whether the participle at `at` may describe something, told by a quick look."""
        if at + 1 < len(chunks) and chunks[at + 1] in self._before:
            return True
        if at > 1 and chunks[at - 2] in self._described:
            return True
        return any(chunk.endswith(_PLURAL_WITH_EZAFE) for chunk in chunks[max(0, at - 3) : at - 1])

    def is_one(self, first: str, second: str, text: str, chunks: Sequence[str], at: int) -> bool:
        """Return whether a word and a participle are one and describe a noun before them.

        Args:
            first: The word before the participle.
            second: The participle.
            text: A chunk, mended, which begins with it.
            chunks: The chunks of the line.
            at: The index of `text` among them.
        """
        bare, rest = first.replace(ZWNJ, ""), text.removeprefix(second)
        after = "" if rest else first_word(chunks[at + 1 : at + 2])
        is_open = rest.startswith(ZWNJ) or not (rest or after)
        if is_open or not self._is_content(bare) or self._is_verb(chunks, at):
            return False
        context = self._context
        is_listed = bare + second in self._lexicon.forms or bare + second in self._lexicon.plain
        is_state = second in context.attributes and self._is_state(bare)
        size = 1 if chunks[at - 1].replace(ZWNJ, "").endswith(bare) else 2  # «جمع آوری شده»
        noun = chunks[at - size - 1] if at > size else ""
        is_of_many = noun.endswith(_PLURAL_WITH_EZAFE)
        if is_listed and not is_state:
            is_before = second in context.attributes and after in context.after_attribute
            is_of_one = is_before and self._is_of_one(noun, chunks, at)
            is_told = noun in context.described.get(f"{bare} {second}", ()) and self._goes_on(after)
            return is_of_many or is_told or is_of_one or after in context.sure_after_attribute
        if is_listed:
            return is_of_many and self._goes_on(after)
        if is_state or second in context.listed_attributes or first[-1] in NON_JOINING:
            return False
        return after in context.sure_after_attribute or (is_of_many and self._goes_on(after))

    def _is_content(self, bare: str) -> bool:
        """Return whether a word may begin a compound: no pronoun, no particle."""
        context = self._context
        is_word = bare in context.no_compound or bare in context.possessor_follows
        return self._lexicon.is_common(bare) and not is_word

    def _is_state(self, bare: str) -> bool:
        """Return whether شده after a word tells what something became: «آماده شده برای بازی»."""
        return bare in self._lexicon.gradable or bare in self._context.states_reached

    def _is_verb(self, chunks: Sequence[str], at: int) -> bool:
        """Return whether the words around a participle make it the verb: «باعث … شده», «شده که»."""
        context, clause = self._context, _clause(chunks, at)
        pairs = map(" ".join, pairwise(clause))
        after, next_word = (first_word(chunks[n : n + 1]) for n in (at + 1, at + 2))
        return not (
            context.never_before_attribute.isdisjoint((*clause, *pairs))
            and context.never_after_attribute.isdisjoint((after, f"{after} {next_word}"))
        )

    def _goes_on(self, after: str) -> bool:
        return bool(after) and after not in self._context.clause_goes_on

    def _is_of_one(self, noun: str, chunks: Sequence[str], at: int) -> bool:
        """Return whether a participle may describe a noun that is no plural in ‑های."""
        context = self._context
        if not context.never_before_attribute_of_one.isdisjoint(_clause(chunks, at)):
            return False  # «که تاکنون انجام شده از»
        is_noun = noun.isalpha() and noun not in context.no_compound
        return is_noun and noun in self._lexicon.common and not noun.endswith(_PLURAL)


def _clause(chunks: Sequence[str], at: int) -> list[str]:
    return [chunk.replace(ZWNJ, "") for chunk in chunks[max(0, at - _CLAUSE) : at]]
