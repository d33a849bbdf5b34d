"""Lines that are boilerplate by their words and the element they stand in: buttons, rows of labels.

«نسخه صوتی» on a link or in a box of its own is a button; as a heading, an item or a paragraph it is
text.
"""

import re
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.boilerplate import TOOL_BAR, Verdict, judge_bar, judge_line
from cleaners.lines.credits import is_picture_credit
from cleaners.lines.reasons import PICTURE_CREDIT
from cleaners.markup.blocks import Block, one_line
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import blocks_of

__all__ = ["judge_block"]

# No button has more letters: «(دانلود) نسخه اندروید | نسخه ویندوز | نسخه iOS».
_LONGEST_BUTTON: Final = 60
# Facts about a page, side by side, are not longer.
_LONGEST_ROW: Final = 160
# A box has no more buttons.
_MOST_BUTTONS: Final = 12
# A button's box is at most this many elements above its line.
_BOX_ABOVE: Final = 3
_ITEMS: Final = frozenset(("li", "tr", "dt", "dd"))
_PLAYERS: Final = "video, audio, iframe, embed"
_BARS: Final = re.compile(r"[|•·]")


def judge_block(block: Block, *, is_last: bool = False) -> Verdict | None:
    """Return what to do with a line that is no text by its words and its place; None for any other.

    `is_last` is for the last line of a text.
    """
    if _is_row_of_labels(block):
        return TOOL_BAR
    verdict = judge_line(block.text) or judge_bar(block.text)
    if verdict is None and len(block.text) <= _LONGEST_BUTTON:
        verdict = judge_line(block.text, context="button")
        if verdict is not None and not _is_button(block, is_last=is_last):
            return None
        if verdict is None and not is_last and is_picture_credit(block.text):
            return Verdict("drop", PICTURE_CREDIT)
    return verdict


def _is_row_of_labels(block: Block) -> bool:
    """Return whether all parts of a line are boilerplate: «کد خبر: ۱۲ | منبع: ایسنا | ۲ دیدگاه»."""
    if len(block.text) > _LONGEST_ROW or block.kind == "tr":
        return False
    texts = [text for part in block.parts or (block.text,) for text in _BARS.split(part)]
    parts = [part for text in texts if (part := one_line(text))]
    return len(parts) > 1 and all(judge_line(part, context="button") for part in parts)


def _is_button(block: Block, *, is_last: bool) -> bool:
    """Return whether a line is a link, the last one, or stands in a box of nothing but buttons.

    Such a box has a name, or a player in it. A heading is a button only beside a player.
    """
    is_part = block.is_heading or block.kind in _ITEMS
    if (is_last or block.links) and not is_part:
        return True
    boxes = [box for box in ancestors(block.node)[:_BOX_ABOVE] if box.tag != "body"]
    if block.kind != "p" and not is_part:
        boxes.insert(0, block.node)
    return any(
        _holds_buttons(box)
        for box in boxes
        if box.css_first(_PLAYERS) or (box.attributes.get("class") and not block.is_heading)
    )


def _holds_buttons(box: LexborNode) -> bool:
    lines = blocks_of(box)
    return len(lines) <= _MOST_BUTTONS and all(
        judge_line(line.text, context="button") or judge_bar(line.text) for line in lines
    )
