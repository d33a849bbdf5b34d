"""Where a layout's fields are looked for: one element of a page, without what is hidden in it."""

from collections.abc import Iterator
from functools import cached_property

from selectolax.lexbor import LexborNode

from cleaners.layouts.sources import split_list, value_at, values_at
from cleaners.markup.hiding import hidden_below
from cleaners.markup.page import Page
from cleaners.markup.tree import without_repetitions
from cleaners.rules import Layout, Source

__all__ = ["Scope"]


class Scope:
    """An element of a page, and what a layout finds in it."""

    def __init__(self, page: Page, layout: Layout, root: LexborNode) -> None:
        self.page = page
        self.layout = layout
        self.root = root
        self._shown: set[int] = set()  # elements known to be in nothing hidden
        self._larger: dict[int, Scope] = {}

    def beyond(self, root: LexborNode) -> "Scope":
        """Return the scope of a larger element, `root`."""
        if root.mem_id not in self._larger:
            self._larger[root.mem_id] = Scope(self.page, self.layout, root)
        return self._larger[root.mem_id]

    @cached_property
    def hidden(self) -> set[int]:
        """The `mem_id` of every element below the root that is never shown."""
        hidden = hidden_below(self.root)
        if self.layout.hide:
            hidden |= {node.mem_id for node in self.root.css(self.layout.hide)}
        return hidden

    def _is_shown(self, node: LexborNode) -> bool:
        """Return whether neither `node` nor any element around it, up to the root, is hidden."""
        if not self.hidden:
            return True
        above: list[int] = []
        last = self.root.mem_id
        walker: LexborNode | None = node
        while walker is not None and (key := walker.mem_id) not in self._shown:
            if key in self.hidden:
                return False
            above.append(key)
            walker = walker.parent if key != last else None
        self._shown.update(above)
        return True

    def nodes(self, selector: str) -> Iterator[LexborNode]:
        """Yield the elements that match `selector` and are shown."""
        found = self.root.css(selector)
        if len(found) > 1 and "," in selector:
            found = without_repetitions(found)
        return (node for node in found if self._is_shown(node))

    def values(self, source: Source) -> Iterator[str]:
        """Return the texts at `source` within the root, except hidden ones."""
        return values_at(self.page, source, self.nodes)

    def text(self, field: str) -> str | None:
        """Return the first text of a field's sources."""
        for source in self.layout.sources.get(field, ()):
            if value := self.first(source):
                return value
        return None

    def first(self, source: Source) -> str | None:
        """Return the first text at `source`."""
        if source.kind == "css":
            # Mostly the first element has it, and finding only that one ends the search early.
            node = self.root.css_first(source.key)
            if node is None:
                return None
            if self._is_shown(node) and (value := value_at(node, source)):
                return value
        return next(iter(self.values(source)), None)

    def texts(self, field: str) -> list[str]:
        """Return all texts of the first of a field's sources that has any, without repetitions."""
        return self.texts_at(self.layout.sources.get(field, ()))

    def texts_at(self, sources: tuple[Source, ...]) -> list[str]:
        """Return all texts of the first of `sources` that has any, without repetitions."""
        for source in sources:
            values = list(dict.fromkeys(self.values(source)))
            if values and source.kind == "meta":
                values = split_list(values[0])
            if values:
                return values
        return []
