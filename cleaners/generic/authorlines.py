"""The people whom a line around an unknown page's text names: behind labels, one or several."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from cleaners.generic.prose import Prose
from cleaners.lines.attribution import level
from cleaners.lines.facts import facts_of
from cleaners.lines.labels import any_label
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.verbs import ends_with_verb
from cleaners.markup.blocks import Block, one_line

__all__ = ["authors_around"]

_LONGEST: Final = 200
# Stands for the ends of elements in a line, where no name goes on.
_END: Final = "\0"
_AND: Final = re.compile(rf"[ {_END}]*(?: و |[،,]|{_END}و)[ {_END}]*")


def authors_around(prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the people named in the lines of `region`, which holds indexes of lines."""
    article = prose.article
    text = range(article.first, article.last + 1) if article is not None else range(0)
    # An interview has «خبرنگار: …» before each question: in the text, a line must be only a name.
    found = [(prose.blocks[index], index in text) for index in region]
    return [name for block, inside in found for name in _authors_in(block, inside=inside)]


def _authors_in(block: Block, *, inside: bool) -> list[str]:
    """Return the people named behind labels in a line: «خبرنگار: … عکاس: …», «توسط … و …».

    A name ends with its element, before another label, and after four words.
    """
    # Most lines have neither a label's colon nor the word for "by".
    may_name = not inside and len(block.text) <= _LONGEST
    if may_name and (":" in block.text or "توسط" in block.text):
        line = _END.join(filter(None, map(one_line, block.parts or (block.text,))))
        if not ends_sentence(block.text) and (names := list(dict.fromkeys(_names(line)))):
            return names
    facts = facts_of(block.spaced)
    return facts.authors if facts is not None else []


def _names(line: str) -> Iterator[str]:
    levelled = level(line)
    for match in _labelled().finditer(levelled):
        start = match.start("names")
        found = line[start : match.end("names")]
        for name in _AND.split(found):
            bare = one_line(name.replace(_END, " "))
            if not ends_with_verb(bare):
                yield bare


@cache
def _labelled() -> re.Pattern[str]:
    """Compile a label with the names behind it; blanks and ends of elements may part them."""
    label, gap = any_label("author"), rf"[ {_END}]*"
    word = rf"(?!{label}{gap}:|(?:و|در)(?![آ-ی]))[آ-ی]+(?![آ-ی]|{gap}:)"
    name = rf"{word}(?: {word}){{1,3}}"
    names = rf"{name}(?:{_AND.pattern}{name})*"
    behind_label = rf"(?<![آ-ی]){label}(?: و {label})?{gap}:{gap}"
    # Without a colon, names fill their element, or a day follows.
    by = rf"(?:^|(?<={_END}))(?:(?:نوشته|ارسال|منتشر)(?: شده)? )?توسط{gap}:?{gap}"
    bound = rf"(?=$|{_END}|{gap}[|•·\d]| در )"
    return re.compile(rf"(?:{behind_label}|(?P<by>{by}))(?P<names>{names})(?(by){bound})")
