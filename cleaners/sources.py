"""What stands on a page where a rule says that a field is."""

from collections.abc import Callable, Iterable, Iterator

from selectolax.lexbor import LexborNode

from cleaners.blocks import field_text
from cleaners.page import Page, squeeze
from cleaners.rules import Source

__all__ = ["value_at", "values_at"]


def values_at(
    page: Page, source: Source, nodes: Callable[[str], Iterable[LexborNode]]
) -> Iterator[str]:
    """Yield what stands at `source`, squeezed, empty ones left out.

    `nodes` finds the elements that a selector leads to: on the whole page, or in a part of it.
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
    """Return the text of `node`, or of its attribute that `source` names."""
    if source.attribute:
        return squeeze(node.attributes.get(source.attribute) or "")
    return field_text(node)
