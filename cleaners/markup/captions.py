"""The caption of a picture: in its figure, or alone below it in its box."""

import re
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.sentences import ends_sentence
from cleaners.markup.classnames import class_words, names_of
from cleaners.markup.tree import shown_behind, up_to
from cleaners.markup.walking import blocks_of, field_text

__all__ = ["LEVELS", "caption_beside"]

#: How many elements above a picture its figure, or the box it shares with its caption, may be.
LEVELS: Final = 3
# A longer line in a picture's box, or one that ends a sentence, is text, unless its class says that
# it is a caption: then the second limit counts.
_LONGEST_CAPTION: Final = 120
_LONGEST_NAMED: Final = 400
# A caption may end with a quotation, but does not introduce anything.
_INTRODUCES: Final = (":", "؛")
# A box with more elements and texts holds more than a picture and its caption.
_MOST_PARTS: Final = 12
# A picture in an item, a heading or a quotation is part of a text: a smiley, a bullet.
_NO_BOXES: Final = frozenset("body li h1 h2 h3 h4 h5 h6 blockquote dd dt tr".split())
_IN_BRACKETS: Final = re.compile(r"\([^()]+\)|\[[^][]+\]")
_CENTERED: Final = re.compile(r"center(?!\w)", re.IGNORECASE)
# Elements whose lines are seldom text in their own right.
_PLAIN: Final = frozenset(("div", "center", "td", "figcaption", "caption"))
_PICTURE_WORDS: Final = frozenset("img image pic picture photo thumb thumbnail aks figure".split())


def caption_beside(node: LexborNode) -> str | None:
    """Return the caption in a picture's figure, or the lone short line below it in its box."""
    around = list(islice(up_to(node), 1, LEVELS + 1))
    figure = next((box for box in around if box.tag == "figure"), None)
    if figure is not None:
        named = figure.css_first("figcaption")
        return field_text(named) or None if named is not None else None
    branch = node
    for box in around:
        if box.tag in _NO_BOXES:
            return None
        if sum(1 for _ in islice(box.iter(include_text=True), _MOST_PARTS + 1)) > _MOST_PARTS:
            return None
        if box.tag == "p":
            return _caption_in_paragraph(box, branch)
        if text := box.text(strip=True):
            is_below = text == _text_behind(branch) and len(text) <= _LONGEST_NAMED
            return _caption_of_box(box) if is_below else None
        branch = box
    return None


def _caption_in_paragraph(paragraph: LexborNode, picture: LexborNode) -> str | None:
    """Return the line below a picture in a paragraph, if it is set apart from the text.

    It is in brackets, or centred.
    """
    if not _ends_line(picture):
        return None
    text = paragraph.text(strip=True)
    if not text or text != _text_behind(picture):
        return None
    lines = blocks_of(paragraph)
    if len(lines) != 1 or lines[0].linked or not _may_be_caption(lines[0].text):
        return None
    line = lines[0].text
    is_apart = _IN_BRACKETS.fullmatch(line) or (":" not in line and _is_centered(paragraph))
    return line if is_apart else None


def _ends_line(node: LexborNode) -> bool:
    """Return whether a `<br>` follows an element, and after it text rather than another picture."""
    line_end = shown_behind(node)
    if line_end is None or line_end.tag != "br":
        return False
    below = shown_behind(line_end)
    return below is not None and below.tag not in ("br", "img", "picture", "a")


def _is_centered(paragraph: LexborNode) -> bool:
    """Return whether a paragraph is centred, by itself or by an element that holds only it."""
    if _CENTERED.search(_style_of(paragraph)):
        return True
    box = paragraph.parent
    if box is None or box.text(strip=True) != paragraph.text(strip=True):
        return False
    return box.tag == "center" or _CENTERED.search(_style_of(box)) is not None


def _style_of(node: LexborNode) -> str:
    """Return the attributes of an element that may say how it looks."""
    return " ".join(node.attributes.get(key) or "" for key in ("style", "class", "align"))


def _text_behind(node: LexborNode) -> str:
    """Return the text of all siblings after `node`."""
    parts: list[str] = []
    sibling = node.next
    while sibling is not None:
        parts.append(sibling.text(strip=True))
        sibling = sibling.next
    return "".join(parts)


def _caption_of_box(box: LexborNode) -> str | None:
    """Return the only line of a box, if it is called a caption or looks like one.

    A heading, a paragraph or an item is text in its own right, except for a paragraph in a box
    whose name speaks of pictures.
    """
    lines = blocks_of(box)
    if len(lines) != 1 or lines[0].links:
        return None
    line = lines[0]
    if box.css_first("[class*=caption]") is not None:
        return line.text
    is_picture_box = not _PICTURE_WORDS.isdisjoint(class_words(names_of(box)))
    if line.kind not in _PLAIN and not (is_picture_box and line.kind == "p"):
        return None
    return line.text if _may_be_caption(line.text) else None


def _may_be_caption(text: str) -> bool:
    return (
        len(text) <= _LONGEST_CAPTION
        and not ends_sentence(text)
        and not text.endswith(_INTRODUCES)
        and judge_line(text, context="head") is None
        and facts_of(text) is None
    )
