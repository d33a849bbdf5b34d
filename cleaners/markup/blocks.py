"""Blocks: the lines of a page as a reader sees them, and what each one shows by itself.

`cleaners.markup.walking` turns a tree into blocks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

__all__ = ["CAPTION", "STARTS_LINE", "Block", "one_line"]

#: Elements that hold the caption of a picture or a table.
CAPTION: Final = frozenset(("figcaption", "caption"))
#: Elements that start a line of their own.
STARTS_LINE: Final = CAPTION | frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# A line with at least this many characters outside of links is prose. Persian headlines are seldom
# as long; teasers in lists are, and are recognised by their links and their surroundings.
_PROSE: Final = 80
# And no more than this share of it is links.
_MOST_LINKED: Final = 0.4
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|csv)(?:[?#]|$)", re.IGNORECASE)
_BETWEEN_LINKS: Final = re.compile(r"\s*[/،,؛|•·>»›–-]\s*")
_LONGEST_LABEL: Final = 60
_MAY_NAME_LINE: Final = frozenset("span strong b font em a".split())
# Limits to what is looked at for one line, so that the work does not grow with the page: inline
# elements around the line, and nodes in an element that holds the line alone.
_MOST_INLINE: Final = 12
_MOST_NODES: Final = 60


@dataclass(slots=True)
class Block:
    """One line of a page.

    `kind` is the tag of the innermost block element that holds it (`p`, `h2`, `li`, `tr`,
    `figcaption` …); `linked` counts the characters inside links, `links` holds the hrefs; `parts`
    are the texts between its tags, `first` is the node of the first that is not blank.
    """

    text: str
    kind: str
    node: LexborNode
    linked: int = 0
    links: list[str] = field(default_factory=list)
    parts: Sequence[str] = field(default=(), repr=False, compare=False)
    first: LexborNode | None = field(default=None, repr=False, compare=False)

    @property
    def is_only_links(self) -> bool:
        """Whether it has links to other pages, and outside of them only punctuation or a bullet."""
        return self.linked > 0 and len(self.text) - self.linked <= 3 and not self.leads_to_files

    @property
    def is_row_of_links(self) -> bool:
        """Whether it is several links with only marks between them: `اقتصاد / کار / مهارت`."""
        if len(self.links) < 2 or not self.linked:
            return False
        marks = sum(map(len, _BETWEEN_LINKS.findall(self.text)))
        blanks = len(self.links) - 1
        return len(self.text) - self.linked <= marks + blanks

    @property
    def leads_to_files(self) -> bool:
        """Whether its links lead to files, such as a form to fill in: these belong to the text."""
        return bool(self.links) and all(_FILE.search(href) for href in self.links)

    @property
    def is_linked_sentence(self) -> bool:
        """Whether an editor made a whole paragraph a link; no headline ends with a full stop."""
        return self.kind == "p" and self.linked >= _PROSE and self.text.endswith(".")

    @property
    def place(self) -> tuple[str, int]:
        """What the lines of one text have in common: their tag and the parent of their element."""
        parent = self.node.parent
        return self.kind, parent.mem_id if parent is not None else 0

    @property
    def may_be_label(self) -> bool:
        """Whether the block may be a label for what stands below it: short, and not a sentence."""
        # Dots may end a label, such as «ادامه …», so `ends_paragraph` would be too strict.
        return len(self.text) <= _LONGEST_LABEL and not self.text.endswith((".", "؟", "!", "»"))

    @property
    def spaced(self) -> str:
        """The text with a blank between inline elements: `کد: ۵۱۲۰` and `۲۴ آبان` stay apart.

        For facts in short lines; in running text an element may end in the middle of a word.
        """
        line = one_line(" ".join(self.parts)) if len(self.parts) > 1 else self.text
        return line.replace(": |", ":") if self.kind == "tr" else line  # «کد خبر: | ۵۱۲۰»

    @property
    def holders(self) -> list[LexborNode]:
        """The line's own element and the inline elements in it that hold the whole line, no more.

        Old portals give names to these: `<td>… <span id="lblTitle">عنوان</span><br> …</td>`.
        """
        found = [self.node]
        inner = self.first.parent if self.first is not None else None
        letters = sum(map(len, self.text.split()))
        for _ in range(_MOST_INLINE):
            if inner is None or inner.tag in STARTS_LINE or inner.mem_id == self.node.mem_id:
                break
            if not _holds_only(inner, letters):
                break
            if inner.tag in _MAY_NAME_LINE:
                found.append(inner)
            inner = inner.parent
        return found

    @property
    def is_prose(self) -> bool:
        """Whether the block is running text: long, and mostly outside of links."""
        free = len(self.text) - self.linked
        return free >= _PROSE and self.linked <= _MOST_LINKED * len(self.text)

    @property
    def is_caption(self) -> bool:
        """Whether the block is the caption of a picture or a table."""
        return self.kind in CAPTION

    @property
    def is_heading(self) -> bool:
        """Whether the block is a heading element."""
        return self.kind in _HEADINGS


def _holds_only(node: LexborNode, letters: int) -> bool:
    """Return whether `node`, where a line begins, holds that line of `letters` and nothing more."""
    held = 0
    for at, inside in enumerate(node.traverse(include_text=True)):
        if inside.tag == "-text":
            held += sum(map(len, one_line(inside.text_content or "").split()))
        if held > letters or at >= _MOST_NODES:
            return False
    return held == letters


def one_line(text: str) -> str:
    r"""Return `text` with every run of white space squeezed to one blank, and none at the ends.

    Marks of direction go, which would hide labels: `\u200fنویسنده: …`.

    Most paragraphs have only single blanks, and checking for that takes a quarter of the time of
    splitting them into words. `isprintable` is False for any other white space, for ZWNJ and marks.
    """
    text = text.strip()
    has_single_blanks = "  " not in text and text.replace("\u200c", "").isprintable()
    return text if has_single_blanks else " ".join(_DIRECTIONS.sub("", text).split())


_DIRECTIONS: Final = re.compile("[\u200e\u200f\ufeff]")
