"""Dates in one line of a page, with the clock that stands on the line beside it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from cleaners.dates.parsing import find_date, parse_date
from cleaners.generic.clocks import is_called_clock, is_clock_line, is_time_of_day
from cleaners.generic.headerlines import says_event, says_update, share_parent
from cleaners.generic.prose import Prose
from cleaners.generic.shown import BESIDE_TEXT, distance_to_header
from cleaners.markup.blocks import Block

__all__ = ["dated_with_time", "dates_in", "first_date"]

# Longest line that may hold a date beside other words.
_LONGEST_LINE: Final = 200
# Longest date that is a link, to the archive of its day.
_LONGEST_DATE: Final = 40
# The next entry of a live report begins at most this many lines below the day.
_ENTRY: Final = 8


def first_date(block: Block) -> tuple[datetime | date, str] | None:
    """Return the first date in a line that is not the day of a change."""
    return next((found for found, is_update in dates_in(block) if not is_update), None)


def dated_with_time(prose: Prose, index: int) -> tuple[datetime | date, str] | None:
    """Return the first date in a line, with the clock that stands alone on the line beside it."""
    block = prose.blocks[index]
    found = first_date(block)
    if found is None or isinstance(found[0], datetime) or not block.text.endswith(found[1]):
        return found
    near = [index + 1, index - 1] if index else [index + 1]
    beside = [prose.blocks[at] for at in near if _is_clock_beside(prose, index, at)]
    for clock in beside:
        if is_called_clock(clock) or (is_time_of_day(clock) and _may_be_bare(prose, index)):
            raw = f"{found[1]} {clock.text}"
            whole = parse_date(raw)
            return (whole, raw) if isinstance(whole, datetime) else found
    return found


def _is_clock_beside(prose: Prose, index: int, at: int) -> bool:
    """Return whether the line at `at` is a clock in the same element as the one at `index`."""
    line = prose.blocks[at] if at < len(prose.blocks) else None
    return line is not None and is_clock_line(line.text) and share_parent(prose.blocks[index], line)


def _may_be_bare(prose: Prose, index: int) -> bool:
    """Return whether a clock without a name beside a day may be that of publication.

    Others are the page's, the length of a video, or an entry's in a live report.
    """
    entries = range(index + 1, index + 1 + _ENTRY)
    if sum(_is_clock_beside(prose, index, at) for at in entries) > 1:
        return False
    has_player = prose.page.top.css_first("video, audio") is not None
    return not has_player and distance_to_header(prose, index) <= BESIDE_TEXT


def dates_in(block: Block) -> Iterator[tuple[tuple[datetime | date, str], bool]]:
    """Yield the dates in a line but those of events, and whether each is the day of a change."""
    if (
        len(block.text) > _LONGEST_LINE
        or block.leads_to_files
        or (block.is_only_links and len(block.text) > _LONGEST_DATE)
    ):
        return
    rest = block.spaced
    while found := find_date(rest):
        before, _, after = rest.partition(found[1])
        if not says_event(before):
            yield found, says_update(before)
            if not says_update(before):
                return
        rest = after
