"""Lists, tables and letters in flattened text, and the lines that introduce them.

Notices have no sentence above their lists. Whatever a line introduces is text, not a headline.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.flattened.shapes import is_headline, is_whole_headline, opens_body
from cleaners.flattened.told import folded, share_told
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.invocations import is_invocation
from cleaners.lines.labels import any_label
from cleaners.lines.verbs import ends_with_verb
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
# A label has at most this many blanks.
_LABEL_BLANKS: Final = 3
# Share of a title's words that the first sentences tell at least, in this many characters of each.
_LEAST_TOLD: Final = 0.34
_REACH: Final = 1000
# A cell of a table: most characters and blanks.
_LONGEST_CELL: Final = 30
_CELL_BLANKS: Final = 3
_DAY: Final = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
# «پنجشنبه ۳۱ مرداد ۹۸», «جمعه – ۲۵ مهر ۱۴۰۴»
_WEEKDAY: Final = re.compile(
    rf"{any_label('weekday', 'names')}\W+(?:\d{{1,2}}|اول) [^\W\d]+(?: ماه)?(?: \d{{2,4}})?\W*"
)
_DAYS: Final = 2
# This many days on one line are a row; two may be those of publication and change.
_DAYS_OF_A_ROW: Final = 3
_DAY_DIGITS: Final = 2
# The last year of each calendar that a day of these years may be of.
_LAST_YEARS: Final = {"solar": 1429, "lunar": 1600, "Gregorian": 9999}
# Labels of the text's own days; «تاریخ ثبت نام» is none.
_OF_THE_TEXT: Final = re.compile(
    rf"(?<!\w)(?:{any_label('published', 'of')}(?!\w| نام)|{any_label('modified', 'words')})"
)


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
    titled = next((at for at, o in enumerate(lines) if not o.verdict and is_headline(o.text)), None)
    begins = (
        at
        for at, line in enumerate(lines)
        if line.is_cell or _introduces(lines, at, is_titled=titled is not None and titled < at)
    )
    first = next(begins, None)
    title = _told_by(below, lines) if first is not None and below else None
    return (
        first
        if first is None or title is None or title < first
        else next((at for at in begins if at > title), None)
    )


def _told_by(below: Sequence[str], lines: Sequence[Line]) -> int | None:
    """Return the index of the headline that a text tells best; of equal ones, of the last."""
    told = folded(tuple(text[:_REACH] for text in below))
    shares = [
        (share_told(line.text, told), at)
        for at, line in enumerate(lines)
        if not (line.verdict or line.is_cell or is_item(line.text) or is_invocation(line.text))
        and is_whole_headline(line.text)
    ]
    share, at = max(shares, default=(0, 0))
    return at if share >= _LEAST_TOLD else None


def _introduces(lines: Sequence[Line], at: int, *, is_titled: bool) -> bool:
    """Return whether the line at `at` introduces what stands below it."""
    line, *below = lines[at : at + 1 + _ITEMS_WITHOUT_TITLE]
    if line.verdict or not line.text.endswith(_COLONS) or any(o.verdict for o in below[:_ITEMS]):
        return False
    words = level(line.text).rstrip(" :؛")
    has_label = _label().match(words) is not None
    fewest = _ITEMS if is_titled or has_label else _ITEMS_WITHOUT_TITLE
    if len(below) >= fewest and all(is_item(other.text) for other in below[:fewest]):
        return True
    if _introduction().fullmatch(words):
        return True
    is_label = words.count(" ") <= _LABEL_BLANKS and not ends_with_verb(words)
    # Right above the text, a headline below it is the one of which it is the kicker.
    if len(below) == 1 and is_whole_headline(below[0].text):
        return False
    return is_label and is_titled and has_label


def mark_cells(lines: Sequence[Line]) -> None:
    """Mark the cells of tables with days: rows of days, or several days among short lines.

    The day of the text is none of these.
    """
    opening = next((at for at, line in enumerate(lines) if opens_body(line.text)), len(lines))
    for is_run, group in groupby(range(len(lines)), key=lambda at: _may_be_cell(lines[at])):
        run = list(group)
        is_below_text = bool(run) and run[0] > opening
        if not is_run or not _is_table([lines[at].text for at in run], is_below_text=is_below_text):
            continue
        if all(line.verdict for line in lines[: run[0]]) and is_headline(lines[run[0]].text):
            del run[0]  # the title
        for at in run:
            lines[at].is_cell = True


def _may_be_cell(line: Line) -> bool:
    if line.verdict or opens_body(line.text) or line.text.endswith(_COLONS):
        return False
    if _is_row(line.text):
        return True
    is_short = len(line.text) <= _LONGEST_CELL and line.text.count(" ") <= _CELL_BLANKS
    return is_short and judge_line(line.text, context="run") is None


def _is_row(text: str) -> bool:
    days = {match[0] for match in _DAY.finditer(level(text))}
    are_many = len(days) >= _DAYS_OF_A_ROW and len(set(map(_calendar, days))) == 1
    return are_many and not re.search(r"[^\W\d]", _DAY.sub("", level(text)))


def _calendar(day: str) -> str:
    """Return the calendar of a day by its year; years of two digits may be of any."""
    year = next((int(part) for part in re.split(r"[/.-]", day) if len(part) > _DAY_DIGITS), 0)
    return "" if not year else next(name for name, last in _LAST_YEARS.items() if year <= last)


def _is_table(run: Sequence[str], *, is_below_text: bool) -> bool:
    """Return whether short lines in a row have several days, and other cells between these.

    Other stories have their days below their headlines, and readers' comments below the names: the
    text's own tables say at their head what the days are.
    """
    if any(map(_is_row, run)):
        return True
    days = [at for at, text in enumerate(run) if _DAY.fullmatch(level(text))]
    if len({run[at] for at in days}) < _DAYS or len({_calendar(run[at]) for at in days}) > 1:
        return False
    are_apart = all(after - before > 1 for before, after in pairwise(days))
    above = max(0, days[0] - 1)  # what stands right above a day may be its label
    has_head = any(map(_is_head_cell, run[:above]))
    are_cells = (
        days[0] > 0 and not is_below_text and not any(map(is_headline, run[above : days[-1]]))
    )
    is_of_the_text = any(_OF_THE_TEXT.search(level(text)) for text in run)
    return are_apart and (has_head or are_cells) and not is_of_the_text


def _is_head_cell(text: str) -> bool:
    return _head_cell().match(level(text)) is not None and not ends_with_verb(text)
