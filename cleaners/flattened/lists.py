"""Lists, tables and letters in flattened text, and the lines that introduce them.

Notices have no sentence above their lists. Whatever a line introduces is text, not a headline.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.flattened.shapes import is_headline, is_whole_headline
from cleaners.flattened.told import folded, share_told
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.invocations import is_invocation
from cleaners.lines.labels import any_label
from cleaners.tables import read_table

__all__ = ["begin_of_list", "is_item", "is_weekday", "mark_cells"]

_COLONS: Final = (":", "؛")
#: What a list's item begins with: «۲- برق», «ب) برق», «• برق».
_ITEM: Final = re.compile(
    r"[•●▪■◾◆◼►▸▶○◦·*✓✔➢–-]\s*\w|[\d۰-۹]{1,2}\s?[-–.)]\s*\D|(?:الف|[آ-ی])\s?[.)]\s"
)
# A list has at least so many items; without a title above, two may be headlines with marks below a
# speaker's name.
_ITEMS: Final = 2
_ITEMS_WITHOUT_TITLE: Final = 3
# Share of a title's words that the first sentences tell at least, in this many characters of each.
_LEAST_TOLD: Final = 0.34
_REACH: Final = 1000
# Most characters of a cell of a table.
_LONGEST_CELL: Final = 30
_DAY: Final = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
# «پنجشنبه ۳۱ مرداد ۹۸», «جمعه – ۲۵ مهر ۱۴۰۴»
_WEEKDAY: Final = re.compile(
    rf"{any_label('weekday', 'names')}\W+(?:\d{{1,2}}|اول) [^\W\d]+(?: ماه)?(?: \d{{2,4}})?\W*"
)
_DAYS: Final = 2
# This many days on one line are a row; two may be those of publication and change.
_DAYS_OF_A_ROW: Final = 3
# The last year of each calendar that a day of these years may be of.
_LAST_YEARS: Final = {"solar": 1429, "lunar": 1600, "Gregorian": 9999}


@cache
def _introduction() -> re.Pattern[str]:
    table: dict[str, list[str]] = read_table("introductions")
    pointing, letter = ("|".join(map(level, table[key])) for key in ("pointing", "letter"))
    return re.compile(rf"(?:.*(?<!\w))?(?:{pointing})(?!\w).*|(?:{letter})(?!\w).*")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(level, read_table('introductions')['label']))})(?!\w)")


@cache
def _head_cell() -> re.Pattern[str]:
    words = "|".join(map(level, read_table("introductions")["head_cell"]))
    return re.compile(rf"(?:{words})(?!\w)")


def is_item(text: str) -> bool:
    """Return whether a line begins with the mark or the number of a list's item.

    >>> is_item("۲- برق ساختمان"), is_item("• برق"), is_item("۲۰:۵۸ - نرخ طلا بالا رفت")
    (True, True, False)
    """
    return _ITEM.match(text) is not None


def is_weekday(line: str) -> bool:
    """Return whether a line is nothing but a day with its weekday, and no clock.

    >>> is_weekday("جمعه – ۲۵ مهر ۱۴۰۴:"), is_weekday("جمعه ۲۵ مهر ۱۴۰۴ - ۱۰:۲۰")
    (True, False)
    """
    return _WEEKDAY.fullmatch(" ".join(level(line).split())) is not None


def begin_of_list(lines: Sequence[Line], below: Sequence[str] = ()) -> int | None:
    """Return the index of the first line that introduces a list or a letter, or is a table's cell.

    A list without an introduction has none: it may be a menu, or other stories' headlines. Whatever
    stands above the title, of which `below`, the first sentences, tell, introduces none: a kicker,
    or words of the site.
    """
    begins = (at for at, line in enumerate(lines) if line.is_cell or _introduces(lines, at))
    first = next(begins, None)
    title = _told_by(below, lines) if first is not None else None
    return first if first is None or title is None or title < first else next(begins, None)


def _told_by(below: Sequence[str], lines: Sequence[Line]) -> int | None:
    """Return the index of the headline that a text tells best; of equal ones, of the last."""
    told = folded(tuple(text[:_REACH] for text in below))
    shares = [
        (share_told(line.text, told), at)
        for at, line in enumerate(lines)
        if is_whole_headline(line.text) and not is_invocation(line.text)
    ]
    share, at = max(shares, default=(0, 0))
    return at if share >= _LEAST_TOLD else None


def _introduces(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line at `at` introduces what stands below it."""
    line, *below = lines[at : at + 1 + _ITEMS_WITHOUT_TITLE]
    if line.verdict or not line.text.endswith(_COLONS):
        return False
    words = level(line.text).rstrip(" :؛")
    has_label = _label().match(words) is not None
    is_titled = any(not o.verdict and is_headline(o.text) for o in lines[:at])
    fewest = _ITEMS if is_titled or has_label else _ITEMS_WITHOUT_TITLE
    if len(below) >= fewest and all(is_item(other.text) for other in below[:fewest]):
        return True
    if _introduction().fullmatch(words):
        return True
    # Right above the text, a headline below it is the one of which it is the kicker.
    return has_label and not (len(below) == 1 and is_whole_headline(below[0].text))


def mark_cells(lines: Sequence[Line]) -> None:
    """Mark the cells of tables with days: rows of days, or several days among short lines.

    The day of the text is none of these.
    """
    for is_run, group in groupby(range(len(lines)), key=lambda at: _may_be_cell(lines[at])):
        run = list(group)
        if not is_run or not _is_table([lines[at].text for at in run]):
            continue
        if all(line.verdict for line in lines[: run[0]]):
            del run[0]  # the title
        for at in run:
            lines[at].is_cell = True


def _may_be_cell(line: Line) -> bool:
    if _is_row(line.text):
        return True
    return len(line.text) <= _LONGEST_CELL and judge_line(line.text, context="run") is None


def _is_row(text: str) -> bool:
    days = {match[0] for match in _DAY.finditer(level(text))}
    are_many = len(days) >= _DAYS_OF_A_ROW and len(set(map(_calendar, days))) == 1
    return are_many and not re.search(r"[^\W\d]", _DAY.sub("", level(text)))


def _calendar(day: str) -> str:
    """Return the calendar of a day by its year."""
    year = max(map(int, re.split(r"[/.-]", day)))
    return next(name for name, last in _LAST_YEARS.items() if year <= last)


def _is_table(run: Sequence[str]) -> bool:
    """Return whether short lines in a row have several days, and other cells between these.

    Other stories have their days below their headlines, and readers' comments below the names: the
    text's own tables say at their head what the days are.
    """
    if any(map(_is_row, run)):
        return True
    days = [at for at, text in enumerate(run) if _DAY.fullmatch(level(text))]
    if len({run[at] for at in days}) < _DAYS or len({_calendar(run[at]) for at in days}) > 1:
        return False
    above = max(0, days[0] - 1)  # what stands right above a day may be its label
    has_head = any(map(_is_head_cell, run[:above]))
    return has_head or (days[0] > 0 and not any(map(is_headline, run[above : days[-1]])))


def _is_head_cell(text: str) -> bool:
    return _head_cell().match(level(text)) is not None
