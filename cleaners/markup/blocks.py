"""Blocks: the lines of a page as a reader sees them, and what each shows by itself.

`cleaners.markup.walking` reads a tree into them.
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
# A line with this many letters outside of links is prose. Persian headlines seldom reach it,
# teasers of lists do; those are told by their links and by their surroundings.
_PROSE: Final = 80
_MOST_LINKED: Final = 0.4
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|csv)(?:[?#]|$)", re.IGNORECASE)
_BETWEEN_LINKS: Final = re.compile(r"\s*[/،,؛|•·>»›–-]\s*")
_LONGEST_LABEL: Final = 60
_MAY_NAME_LINE: Final = frozenset("span strong b font em a".split())
# A line stands in at most so many inline elements, and an element that holds a line alone has
# at most so many nodes: what is looked at for a line does not grow with its page.
_MOST_INLINE: Final = 12
_MOST_NODES: Final = 60


@dataclass(slots=True)
class Block:
    """One line of a page.

    `kind` is the tag of the innermost block element that holds it (`p`, `h2`, `li`, `tr`,
    `figcaption` …); `linked` counts the characters that stand in links, `links` holds the hrefs;
    `parts` are the texts between its tags, `first` is the first of them that is not blank.
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
        """Whether nothing but punctuation and a bullet stands outside of links to other pages."""
        return self.linked > 0 and len(self.text) - self.linked <= 3 and not self.leads_to_files

    @property
    def is_row_of_links(self) -> bool:
        """Whether nothing but marks stands between its links: `اقتصاد / کار / مهارت`."""
        if len(self.links) < 2 or not self.linked:
            return False
        marks = sum(map(len, _BETWEEN_LINKS.findall(self.text)))
        blanks = len(self.links) - 1
        return len(self.text) - self.linked <= marks + blanks

    @property
    def leads_to_files(self) -> bool:
        """Whether its links are to files, such as a form to fill in: those are part of a text."""
        return bool(self.links) and all(_FILE.search(href) for href in self.links)

    @property
    def is_linked_sentence(self) -> bool:
        """Whether a whole paragraph was made a link by its editor: no headline ends so."""
        return self.kind == "p" and self.linked >= _PROSE and self.text.endswith(".")

    @property
    def place(self) -> tuple[str, int]:
        """What lines of one text share: their tag, and the element around the one they stand in."""
        parent = self.node.parent
        return self.kind, parent.mem_id if parent is not None else 0

    @property
    def may_be_label(self) -> bool:
        """Whether the block may head what stands below it: short, and no sentence."""
        return len(self.text) <= _LONGEST_LABEL and not self.text.endswith((".", "؟", "!", "»"))

    @property
    def spaced(self) -> str:
        """The text with a blank between inline elements: `کد: ۵۱۲۰` and `۲۴ آبان` side by side.

        For facts in short lines; in running text an element may end in the middle of a word.
        """
        return one_line(" ".join(self.parts)) if len(self.parts) > 1 else self.text

    @property
    def holders(self) -> list[LexborNode]:
        """The element of the line, and those inline in it that hold all of it and no more.

        Old portals name these: `<td>… <span id="lblTitle">عنوان</span><br> …</td>`.
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
    """Tell whether `node`, in which a line of so many `letters` begins, holds it and no more."""
    held = 0
    for at, inside in enumerate(node.traverse(include_text=True)):
        if inside.tag == "-text":
            held += sum(map(len, (inside.text_content or "").split()))
        if held > letters or at >= _MOST_NODES:
            return False
    return held == letters


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one blank, none at the ends.

    Most paragraphs have single blanks only: to see that takes a quarter of parting all words. All
    other white space counts as not printable, and so does ZWNJ.
    """
    text = text.strip()
    has_single_blanks = "  " not in text and text.replace("\u200c", "").isprintable()
    return text if has_single_blanks else " ".join(text.split())
