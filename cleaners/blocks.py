"""A tree into blocks: the lines that a reader sees, one for each paragraph.

A block ends where a browser starts a new line: at block elements and `<br>`. No blank is put
between inline elements (`<strong>` may end in the middle of a word), none is lost where the page
has only `&nbsp;`.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

__all__ = ["Block", "blocks_of", "field_text", "hidden_below", "is_hidden"]

# Elements that start a line of their own.
_BLOCK: Final = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
# Elements whose content is no text of the page.
_SILENT: Final = frozenset(
    "script style noscript template iframe svg math object embed video audio canvas map head "
    "title button input select textarea option datalist amp-iframe amp-ad amp-analytics "
    "amp-embed amp-sticky-ad".split()
)
# What stands in for a post of another site until its script replaces it, and says nothing itself.
_EMBEDDED: Final = frozenset(("instagram-media", "tiktok-embed"))
_MAY_BE_WIDGETS: Final = frozenset(("blockquote", "label"))
_LONGEST_CHOICE: Final = 60
_LONGEST_CAPTION: Final = 400
_CAPTION: Final = frozenset(("figcaption", "caption"))
_STARTS_LINE: Final = _BLOCK | _CAPTION
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MAX_DEPTH: Final = 400
# A line with this many letters outside of links is prose. Persian headlines seldom reach it,
# teasers of lists do; those are told by their links and by their surroundings.
_PROSE: Final = 80
_MOST_LINKED: Final = 0.4
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|csv)(?:[?#]|$)", re.IGNORECASE)
_LONGEST_LABEL: Final = 60
_NAMED_INLINE: Final = ", ".join(
    f"{tag}[id], {tag}[class]" for tag in ("span", "strong", "b", "font", "em", "a")
)
_MOST_NAMED: Final = 12


@dataclass(slots=True)
class Block:
    """One line of a page.

    `kind` is the tag of the innermost block element that holds it (`p`, `h2`, `li`, `tr`,
    `figcaption` …); `linked` counts the characters that stand in links, `links` holds the hrefs.
    """

    text: str
    kind: str
    node: LexborNode
    linked: int = 0
    links: list[str] = field(default_factory=list)

    @property
    def is_only_links(self) -> bool:
        """Whether nothing but punctuation and a bullet stands outside of links to other pages."""
        return self.linked > 0 and len(self.text) - self.linked <= 3 and not self.leads_to_files

    @property
    def leads_to_files(self) -> bool:
        """Whether its links are to files, such as a form to fill in: those are part of a text."""
        return bool(self.links) and all(_FILE.search(href) for href in self.links)

    @property
    def is_linked_sentence(self) -> bool:
        """Whether a whole paragraph was made a link by its editor: no headline ends so."""
        return self.kind == "p" and self.linked >= _PROSE and self.text.endswith(".")

    @property
    def may_be_label(self) -> bool:
        """Whether the block may head what stands below it: short, and no sentence."""
        return len(self.text) <= _LONGEST_LABEL and not self.text.endswith((".", "؟", "!", "»"))

    @property
    def spaced(self) -> str:
        """The text with a blank between inline elements: `کد: ۵۱۲۰` and `۲۴ آبان` side by side.

        For facts in short lines; in running text an element may end in the middle of a word.
        """
        text = " ".join(self.node.text(separator=" ").split())
        return text if "".join(text.split()) == "".join(self.text.split()) else self.text

    @property
    def holders(self) -> list[LexborNode]:
        """The element of the line, and those inline in it that hold all of it and no more.

        Old portals name these: `<td>… <span id="lblTitle">عنوان</span><br> …</td>`.
        """
        whole = "".join(self.text.split())
        inner = islice(self.node.css(_NAMED_INLINE), _MOST_NAMED)
        return [self.node, *(n for n in inner if "".join(n.text().split()) == whole)]

    @property
    def is_prose(self) -> bool:
        """Whether the block is running text: long, and mostly outside of links."""
        free = len(self.text) - self.linked
        return free >= _PROSE and self.linked <= _MOST_LINKED * len(self.text)

    @property
    def is_caption(self) -> bool:
        """Whether the block is the caption of a picture or a table."""
        return self.kind in _CAPTION

    @property
    def is_heading(self) -> bool:
        """Whether the block is a heading element."""
        return self.kind in _HEADINGS


def _one_line(text: str) -> str:
    """Return `text` with every run of white space as one blank, none at the ends.

    Most paragraphs have single blanks only: to see that takes a quarter of parting all words. All
    other white space counts as not printable, and so does ZWNJ.
    """
    text = text.strip()
    has_single_blanks = "  " not in text and text.replace("\u200c", "").isprintable()
    return text if has_single_blanks else " ".join(text.split())


_SCREENS: Final = ("sm", "md", "lg", "xl", "xxl", "2xl")
# Classes that hide, each with the beginnings of those that show the element on some screens.
_HIDING: Final = {
    "d-none": tuple(f"d-{screen}-" for screen in _SCREENS),
    "hidden": tuple(f"{screen}:" for screen in _SCREENS),
}


def is_hidden(node: LexborNode) -> bool:
    """Tell whether `node` itself is never shown: `hidden`, or `display:none` in its style.

    Of class names only the plain `hidden` and `d-none` count; `hidden-xs`, `hidden md:block` and
    `d-none d-sm-block` hide on some screens only.
    """
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and ("none" in style or "NONE" in style):
        squeezed = style.replace(" ", "").lower()
        if "display:none" in squeezed:
            return True
    names = (attributes.get("class") or "").split()
    return any(
        name in names and not any(other.startswith(shown) for other in names)
        for name, shown in _HIDING.items()
    )


def _is_widget(node: LexborNode) -> bool:
    """Tell whether a quotation is an embedded post, or a label a choice of a poll."""
    if node.tag == "label":
        return (
            node.css_first("input[type=radio], input[type=checkbox]") is not None
            and len(node.text(strip=True)) <= _LONGEST_CHOICE
            and node.css_first("p, div, h1, h2, h3, h4, h5, h6") is None
        )
    return not _EMBEDDED.isdisjoint((node.attributes.get("class") or "").split())


def _kind_below(kind: str, node: LexborNode, tag: str) -> str:
    """Return the kind of the lines in a block element that stands in one of `kind`.

    What stands in a caption, or beside the picture of a figure, is a caption whatever holds it.
    """
    if kind in _CAPTION:
        return kind
    if tag == "figure" and len(node.text(strip=True)) <= _LONGEST_CAPTION:
        is_picture = node.css_first("img, picture, amp-img, video") is not None
        if is_picture and node.css_first("blockquote, table, pre, ul, ol, figure figure") is None:
            return "figcaption"
    return tag


class _Walker:
    """Collect the blocks below a node."""

    def __init__(self, unseen: Collection[int], skip: Callable[[LexborNode], bool] | None) -> None:
        self.unseen = unseen
        self.skip = skip
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.linked = 0
        self.links: list[str] = []

    def flush(self, kind: str, node: LexborNode) -> None:
        """End the line that is being read."""
        if not self.parts:
            return
        text = _one_line("".join(self.parts))
        if text.strip("\u200c\u200b\u200e\u200f\ufeff"):
            self.blocks.append(Block(text, kind, node, self.linked, self.links))
        self.parts = []
        self.linked = 0
        self.links = []

    def walk(self, node: LexborNode, kind: str, in_link: bool, depth: int) -> None:
        """Read the children of `node`; `kind` is the innermost block element."""
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                text = child.text_content
                # No line begins with a blank, and every other text is a line end between elements.
                if text and (self.parts or self.links or not text.isspace()):
                    self.parts.append(text)
                    if in_link:
                        self.linked += len(" ".join(text.split()))
            elif tag == "br":
                self.flush(kind, node)
            elif tag and tag not in _SILENT and tag[0] not in "-_!" and depth < _MAX_DEPTH:
                if (
                    child.mem_id in self.unseen
                    or (tag in _MAY_BE_WIDGETS and _is_widget(child))
                    or (self.skip is not None and self.skip(child))
                ):
                    if tag in _STARTS_LINE:
                        self.flush(kind, node)
                    continue
                if tag in _STARTS_LINE:
                    self.flush(kind, node)
                    if tag != "table" or not self._table(child, depth):
                        inner = _kind_below(kind, child, tag)
                        self.walk(child, inner, in_link, depth + 1)
                        self.flush(inner, child)
                elif tag == "a" and (href := child.attributes.get("href")):
                    self.links.append(href)
                    self.walk(child, kind, True, depth + 1)
                else:
                    self.walk(child, kind, in_link, depth + 1)

    def _table(self, table: LexborNode, depth: int) -> bool:
        """Read a data table row by row; return False for one that only lays the page out."""
        # Lexbor's selectors find the element itself, too, and look at what stands around it.
        if any(inner.mem_id != table.mem_id for inner in table.css("table")):
            return False
        rows: list[Block] = []
        for row in table.css("tr"):
            cells: list[Block] = []
            child = row.child
            while child is not None:
                if child.tag in ("td", "th"):
                    inner = _Walker(self.unseen, self.skip)
                    inner.walk(child, child.tag, False, depth + 1)
                    inner.flush(child.tag, child)
                    if len(inner.blocks) > _CELL_LINES:
                        return False
                    cells.append(
                        Block(
                            " ".join(b.text for b in inner.blocks),
                            "td",
                            child,
                            sum(b.linked for b in inner.blocks),
                            [href for b in inner.blocks for href in b.links],
                        )
                    )
                child = child.next
            filled = [cell for cell in cells if cell.text]
            if filled:
                rows.append(
                    Block(
                        " | ".join(cell.text for cell in filled),
                        "tr",
                        row,
                        sum(cell.linked for cell in filled),
                        [href for cell in filled for href in cell.links],
                    )
                )
        # A table with one filled cell a row lays out; its paragraphs are read as such.
        if not any(" | " in row.text for row in rows):
            return False
        self.blocks.extend(rows)
        return True


# A cell of a data table holds a word or a sentence; a cell with this many lines holds a page.
_CELL_LINES: Final = 4


def hidden_below(node: LexborNode) -> set[int]:
    """Return the `mem_id` of every element below `node` that is never shown."""
    return {
        found.mem_id
        for found in node.css("[hidden], [style*=none], .d-none, .hidden")
        if is_hidden(found)
    }


def blocks_of(
    node: LexborNode,
    skip: Callable[[LexborNode], bool] | None = None,
    unseen: Collection[int] | None = None,
) -> list[Block]:
    """Return the blocks below `node`, in reading order.

    Scripts, forms' fields and what `skip` returns True for are left out, and so are the elements
    whose `mem_id` is in `unseen`; without it those that are hidden.
    """
    walker = _Walker(hidden_below(node) if unseen is None else unseen, skip)
    tag = node.tag or "div"
    walker.walk(node, tag, tag == "a", 0)
    walker.flush(tag, node)
    return walker.blocks


def field_text(node: LexborNode) -> str:
    """Return the text of `node` as one line, `<br>` and block ends as blanks."""
    child = node.child
    if child is None:
        return ""
    if child.next is None and child.tag == "-text":
        return " ".join((child.text_content or "").split())
    return " ".join([block.text for block in blocks_of(node)])
