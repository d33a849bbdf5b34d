"""Title, kicker (روتیتر) and lead of a page that no rule knows."""

import re
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.draft import Draft
from cleaners.generic.headerlines import is_called_around, share_parent
from cleaners.generic.leads import find_lead
from cleaners.generic.prose import Prose
from cleaners.generic.titleparts import title_in_lines
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.newscode import labelled_code
from cleaners.lines.verbs import ends_with_verb
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.markup.sitenames import names_site, title_of_head
from cleaners.persian.folding import fold

__all__ = ["fill_head"]

_LONGEST_KICKER: Final = 160
_SHORTEST_KICKER: Final = 4
# A line above the title with fewer words may be its section.
_KICKER_WORDS: Final = 3
# A mark between the steps of a breadcrumb.
_STEPS: Final = re.compile(r"\s[›»>/|←]\s")


def fill_head(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill title, kicker and lead."""
    blocks = prose.blocks
    at = prose.title_at
    if at is None:
        draft.title = title_of_head(page)
    else:
        at, draft.kicker, draft.title = title_in_lines(page, blocks, at)
        draft.kicker = draft.kicker or _kicker(prose, at, draft.title)
    draft.kicker = next(iter(prose.found_by_profile("kicker")), None) or draft.kicker
    draft.lead = find_lead(page, prose, draft)


def _kicker(prose: Prose, at: int, title: str | None) -> str | None:
    """Return the line above the title that is called a kicker, or is a heading of its own.

    A line below the title is a kicker only if it is called one.
    """
    above = [b for b in prose.blocks[max(0, at - 4) : at] if _may_be_kicker(b, title)]
    for block in reversed(above):
        if is_called_around(block, "kicker"):
            return block.text
    for index in range(at + 1, prose.article.first if prose.article else 0):
        block = prose.blocks[index]
        if prose.is_listed(index) or index in prose.boxed or not _may_be_kicker(block, title):
            continue
        if is_called_around(block, "kicker_below"):
            return block.text
    before = prose.blocks[at - 1] if at else None
    if before is None or before not in above or len(before.text) < _SHORTEST_KICKER:
        return None
    if before.is_only_links or names_site(before, prose.page):
        return None
    if _is_right_above(before, prose.blocks[at]):
        return before.text
    stands_out = before.is_heading or before.text.rstrip().endswith((":", "؛"))
    return before.text if stands_out and share_parent(before, prose.blocks[at]) else None


def _may_be_kicker(line: Block, title: str | None) -> bool:
    """Return whether a line is short and neither a copy of the title, boilerplate nor a date."""
    return (
        len(line.text) <= _LONGEST_KICKER
        and fold(line.text) != fold(title or "")
        and not (line.is_only_links and len(set(line.links)) > 1)  # sections
        and not judge_line(line.text, context="head")
        and not judge_line(line.text, context="above")
        and not find_date(line.text)
    )


def _shown_before(node: LexborNode) -> LexborNode | None:
    before = node.prev
    while before is not None and before.is_empty_text_node:
        before = before.prev
    return before


def _is_right_above(line: Block, title: Block) -> bool:
    """Return whether a line of several words comes right before the title's heading."""
    if line.links or line.text.count(" ") < _KICKER_WORDS - 1 or _STEPS.search(line.text):
        return False
    if facts_of(line.spaced) or find_date(line.spaced) or labelled_code(line.spaced):
        return False
    before = _shown_before(title.node)
    box = title.node.parent
    is_wrapped = box is not None and box.text(strip=True) == title.node.text(strip=True)
    if before is None and box is not None and is_wrapped and ends_with_verb(line.text):
        before = _shown_before(box)  # `<div>kicker</div><div><h1>`; a section has no verb
    return before is not None and "".join(before.text().split()) == "".join(line.text.split())
