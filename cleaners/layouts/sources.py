"""What a page has at the place where a rule says that a field is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.people import reads_as_name_of_person, without_role
from cleaners.lines.sentences import ends_sentence
from cleaners.markup.blocks import one_line
from cleaners.markup.page import Page
from cleaners.markup.walking import field_text
from cleaners.rules import Source

__all__ = ["is_sentence", "split_list", "value_at", "values_at"]

# A text with at least this many characters may be a sentence; labels, dates and menus are shorter.
_SHORTEST_SENTENCE: Final = 40
# How excerpts end that a program cut.
_CUT_OFF: Final = ("…", "...", "…]", "...]")


def values_at(
    page: Page, source: Source, nodes: Callable[[str], Iterable[LexborNode]]
) -> Iterator[str]:
    """Yield the texts at `source` that are not empty, squeezed.

    `nodes` finds the elements that match a selector, on the whole page or in a part of it.
    """
    if source.kind == "meta":
        if value := page.meta(source.key):
            yield value
    elif source.kind == "ld":
        yield from page.ld_texts(source.key)
    else:
        for node in nodes(source.key):
            if value := value_at(node, source):
                yield value


def value_at(node: LexborNode, source: Source) -> str:
    """Return the text of `node`, or of the attribute that `source` names.

    If the source asks for a sentence or for a person, any other text counts as empty.
    """
    if source.attribute:
        return one_line(node.attributes.get(source.attribute) or "")
    text = field_text(node)
    if source.is_person:
        name = without_role(text)
        return name if reads_as_name_of_person(name) else ""
    return text if not source.is_prose or is_sentence(text) else ""


def is_sentence(text: str) -> bool:
    """Return whether a text is long enough for a sentence, ends as one, and is not cut off."""
    if len(text) < _SHORTEST_SENTENCE or text.endswith(_CUT_OFF):
        return False
    return ends_sentence(text)


def split_list(text: str) -> list[str]:
    """Split a list that a meta holds as one text, at commas of either script, `>`, `|` or `؛`."""
    for mark in (",", "،", ">", "|", "؛"):
        if mark in text:
            return list(dict.fromkeys(part for raw in text.split(mark) if (part := one_line(raw))))
    return [text]
