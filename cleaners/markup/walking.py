"""From a tree to blocks: the lines that a reader sees, one for each paragraph.

A block ends where a browser starts a new line: at block elements and `<br>`. No blank is inserted
between inline elements (`<strong>` may end in the middle of a word), and none is lost where the
page has only `&nbsp;`.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.markup.blocks import CAPTION, STARTS_LINE, Block, one_line
from cleaners.markup.figures import has_picture, is_captioned_by_its_text, is_credit
from cleaners.markup.hiding import hidden_below
from cleaners.markup.tree import up_to

__all__ = ["blocks_of", "field_text"]

# Elements whose content is not text of the page.
_SILENT: Final = frozenset(
    "script style noscript template dialog iframe svg math object embed video audio canvas map "
    "head title button input select textarea option datalist amp-iframe amp-ad amp-analytics "
    "amp-embed amp-sticky-ad".split()
)
# Placeholders for a post of another site until its script runs; they say nothing themselves.
_EMBEDDED: Final = frozenset(("instagram-media", "tiktok-embed"))
_MAY_BE_WIDGETS: Final = frozenset(("blockquote", "label"))
_LONGEST_CHOICE: Final = 60
_MAX_DEPTH: Final = 400
# A cell of a data table holds a word or a sentence; one with more lines than this is page layout.
_CELL_LINES: Final = 4


def _is_widget(node: LexborNode) -> bool:
    """Return whether a quotation is an embedded post, or a label is a choice in a poll."""
    if node.tag == "label":
        return (
            node.css_first("input[type=radio], input[type=checkbox]") is not None
            and len(node.text(strip=True)) <= _LONGEST_CHOICE
            and node.css_first("p, div, h1, h2, h3, h4, h5, h6") is None
        )
    return not _EMBEDDED.isdisjoint((node.attributes.get("class") or "").split())


class _Walker:
    """Collect the blocks below a node."""

    def __init__(self, unseen: Collection[int], skip: Callable[[LexborNode], bool] | None) -> None:
        self.unseen = unseen
        self.skip = skip
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.linked = 0
        self.links: list[str] = []
        self.told_by: str | None = None  # the latest link with letters in the line
        self.first: LexborNode | None = None
        self.beside_caption = False

    def flush(self, kind: str, node: LexborNode) -> None:
        """End the line that is being read."""
        if not self.parts:
            self.links = []  # of pictures in a line without words
            return
        text = one_line("".join(self.parts))
        if text.strip("\u200c\u200b\u200e\u200f\ufeff"):
            if self.beside_caption and is_credit(text):
                kind = "figcaption"
            links, parts = self.links, self.parts
            self.blocks.append(Block(text, kind, node, self.linked, links, parts, self.first))
        self.parts = []
        self.first = self.told_by = None
        self.linked = 0
        self.links = []

    def walk(self, node: LexborNode, kind: str, link: str | None, depth: int) -> None:
        """Read the children of `node`; `kind` is the innermost block element, `link` an href.

        It calls only itself for most elements: pages nest hundreds, and Python's stack is small.
        """
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                text = child.text_content
                # No line begins with a blank; every other text is a line end between elements.
                if text and (self.parts or self.links or not text.isspace()):
                    self._add(text, child, link)
                continue
            if tag == "br":
                self.flush(kind, node)
                continue
            if not tag or tag in _SILENT or tag[0] in "-_!" or depth >= _MAX_DEPTH:
                continue
            starts_line = tag in STARTS_LINE
            if starts_line:
                if link and self.links[-1:] == [link] and self.told_by != link:
                    self.links.pop()  # it is a link around the next line, not in this one
                self.flush(kind, node)
            if (
                child.mem_id in self.unseen
                or (tag in _MAY_BE_WIDGETS and _is_widget(child))
                or (self.skip is not None and self.skip(child))
            ):
                continue
            if not starts_line:
                href = child.attributes.get("href") if tag == "a" else None
                if href:
                    self.links.append(href)
                self.walk(child, kind, href or link, depth + 1)
            elif tag == "figure" and kind not in CAPTION:
                self._figure(child, link, depth)
            elif tag != "table" or not self._table(child, depth):
                # Everything in a caption is caption, whatever element holds it.
                inner = kind if kind in CAPTION else tag
                self.walk(child, inner, link, depth + 1)
                self.flush(inner, child)

    def _add(self, text: str, node: LexborNode, link: str | None) -> None:
        """Add the text of `node` to the line that is being read."""
        self.parts.append(text)
        if self.first is None and not text.isspace():
            self.first = node
        if link is not None and (letters := len(" ".join(text.split()))):
            self.linked += letters
            self.told_by = link
            if link and self.links[-1:] != [link]:  # a link around a card of several lines
                self.links.append(link)

    def _figure(self, figure: LexborNode, link: str | None, depth: int) -> None:
        """Read a figure: beside a picture stand its caption and the photographer's name."""
        kind, outer = "figure", self.beside_caption
        if has_picture(figure):
            if figure.css_first("figcaption") is not None:
                self.beside_caption = True
            elif is_captioned_by_its_text(figure):
                kind = "figcaption"
        self.walk(figure, kind, link, depth + 1)
        self.flush(kind, figure)
        self.beside_caption = outer

    def _table(self, table: LexborNode, depth: int) -> bool:
        """Read a data table row by row; return False for one that only lays out the page."""
        # Lexbor's selectors also find the element itself, and see what is around it.
        if any(inner.mem_id != table.mem_id for inner in table.css("table")):
            return False
        rows = [(row, self._cells_of(row, depth)) for row in table.css("tr")]
        if _lays_out([cells for _, cells in rows], is_in_text=self._is_below_prose(table)):
            return False
        for row, cells in rows:
            if cells:
                joined = [_joined(lines, " ", "td", row) for lines in cells]
                self.blocks.append(_joined(joined, " | ", "tr", row))
        return True

    def _cells_of(self, row: LexborNode, depth: int) -> list[list[Block]]:
        """Return the lines of each cell of a table row that has any."""
        cells: list[list[Block]] = []
        child = row.child
        while child is not None:
            if child.tag in ("td", "th") and (lines := self._lines_in(child, depth)):
                cells.append(lines)
            child = child.next
        return cells

    def _is_below_prose(self, table: LexborNode) -> bool:
        """Return whether a paragraph of the text stands right above a table, but for its label."""
        above = self.blocks[-2:]
        if len(above) > 1 and not above[-1].is_prose and above[-1].may_be_label:
            above.pop()
        last = above[-1] if above else None
        if last is None or not last.is_prose or last.node.parent is None:
            return False
        # Themes put a box around a wide table, so that it can be scrolled.
        return last.node.parent.mem_id in {box.mem_id for box in islice(up_to(table), 1, 3)}

    def _lines_in(self, cell: LexborNode, depth: int) -> list[Block]:
        inner = _Walker(self.unseen, self.skip)
        inner.walk(cell, cell.tag or "td", None, depth + 1)
        inner.flush(cell.tag or "td", cell)
        return inner.blocks


def _lays_out(rows: Sequence[Sequence[Sequence[Block]]], *, is_in_text: bool) -> bool:
    """Return whether a table only lays out the page; `rows` holds the lines of their filled cells.

    One in the text, right below a paragraph, lays out nothing, as long as its cells are short.
    """
    cells = [cell for row in rows for cell in row]
    several = sum(len(row) > 1 for row in rows)
    # With one filled cell per row, its paragraphs are read one by one.
    if not several or any(len(cell) > _CELL_LINES for cell in cells):
        return True
    if is_in_text:
        return False
    if any(line.kind == "h1" for cell in cells for line in cell):
        return True
    # Paragraphs in a cell are the article's, unless most rows have several cells: text and sidebar
    # stand side by side, date and code in a row above.
    alone = sum(len(row) == 1 for row in rows)
    has_paragraphs = any(len(cell) > 1 and any(line.is_prose for line in cell) for cell in cells)
    return has_paragraphs and several <= max(1, alone)


def _joined(blocks: Sequence[Block], mark: str, kind: str, node: LexborNode) -> Block:
    """Join lines into one, with `mark` between them: the lines of a cell, the cells of a row."""
    return Block(
        mark.join(block.text for block in blocks),
        kind,
        node,
        sum(block.linked for block in blocks),
        [href for block in blocks for href in block.links],
        # Without parts, `spaced` is the text itself, with the marks between cells.
        [part for block in blocks for part in block.parts]
        if mark.isspace() or len(blocks) == 1
        else (),
        blocks[0].first if blocks else None,
    )


def blocks_of(
    node: LexborNode,
    skip: Callable[[LexborNode], bool] | None = None,
    unseen: Collection[int] | None = None,
) -> list[Block]:
    """Return the blocks below `node`, in reading order.

    Scripts, form fields and elements for which `skip` returns True are left out, and so are those
    whose `mem_id` is in `unseen`: by default the hidden ones.
    """
    walker = _Walker(hidden_below(node) if unseen is None else unseen, skip)
    tag = node.tag or "div"
    walker.walk(node, tag, "" if tag == "a" else None, 0)
    walker.flush(tag, node)
    return walker.blocks


def field_text(node: LexborNode) -> str:
    """Return the text of `node` as one line, with blanks for `<br>` and the ends of blocks."""
    child = node.child
    if child is None:
        return ""
    if child.next is None and child.tag == "-text":
        return one_line(child.text_content or "")
    return " ".join([block.text for block in blocks_of(node)])
