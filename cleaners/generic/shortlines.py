"""Articles made of short lines only: results, poems, items of a few short sentences."""

from typing import Final

from cleaners.boxes.listing import shows_an_article
from cleaners.generic.prose import Prose
from cleaners.identity import news_code_of
from cleaners.markup.blocks import Block

__all__ = ["short_lines"]

# An article has at least this many such lines, and characters in them.
_FEWEST: Final = 2
_LEAST: Final = 100
# The only sentence of an item has at least this many characters.
_SENTENCE: Final = 60
# This many lines below the title are looked through.
_REACH: Final = 60


def short_lines(prose: Prose) -> list[Block]:
    """Return the short lines below the title that make an article on a page without running text.

    They stand side by side with hardly a link in them, and the page says that it is an article: in
    its head, or by the news code in its address. Otherwise the result is empty.
    """
    page, at = prose.page, prose.title_at
    if at is None or not (shows_an_article(page) or news_code_of(page.address)):
        return []
    groups: dict[tuple[str, int], list[Block]] = {}
    for index in range(at + 1, min(at + 1 + _REACH, prose.end, len(prose.blocks))):
        block = prose.blocks[index]
        # A name in a signature may be a link.
        if not (2 * block.linked > len(block.text) or prose.is_left_out(index)):
            groups.setdefault(block.place, []).append(block)
    lines = max(groups.values(), key=lambda lines: sum(len(b.text) for b in lines), default=[])
    enough = len(lines) >= _FEWEST and sum(len(block.text) for block in lines) >= _LEAST
    is_sentence = len(lines) == 1 and len(lines[0].text) >= _SENTENCE
    return lines if enough or is_sentence else []
