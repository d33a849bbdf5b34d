"""Whether a clock on a page is that of its text, and whether it is Tehran's."""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.markup.blocks import Block
from cleaners.markup.classnames import class_words, generic_data, names_of
from cleaners.markup.walking import field_text
from cleaners.persian.folding import latin_digits

__all__ = ["JALALI", "in_tehran", "is_called_clock", "is_clock_line", "is_time_of_day"]

#: A Jalali year: the days beside it are told in Tehran's time.
JALALI: Final = re.compile(r"(?<!\d)(?:13|14|۱۳|۱۴)\d{2}(?![:\d])")
_GREGORIAN: Final = re.compile(r"(?<!\d)(?:19|20|۱۹|۲۰)\d{2}(?!\d)")
# An instant with its zone, as heads have it; not the end of `20:30-21:30` or `03-12-2024`.
_ZONED: Final = re.compile(
    r"\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?| \d\d:\d\d:\d\d) ?(?:Z|[+-]\d\d:?\d\d)\s*$"
)
_OFTEN_WRONG: Final = re.compile(r"(?:Z|\+0[034]:?\d\d)\s*$")
_CLOCK: Final = re.compile(r"(?<!\d)\d?\d:\d\d")
_LINE: Final = re.compile(r"(?:ساعت ?:? ?)?(\d{1,2}):\d{2}(?::\d{2})?(?: ?[بق][ .٫]{0,2}ظ\.?)?")
# News is seldom published at other hours, and few of its videos are as long in minutes.
_HOURS: Final = range(6, 24)
# The pictures beside a day or a clock.
_PICTURES: Final = (
    "[class*=clock i], [class*=calendar i], [data-lucide*=clock], [data-lucide*=calendar]"
)


def in_tehran(shown: Sequence[str], head: Sequence[str]) -> list[str]:
    """Return the dates of a page without a Jalali day that are told in Tehran's time.

    Where its head tells an instant with a zone, the clock may be that of another place; not if both
    have the same digits, as then it is the zone that is wrong: Greenwich's, or one around Tehran's.
    """
    zoned = [text for text in head if _ZONED.search(text)]
    if not zoned or any(map(JALALI.search, shown)):
        return list(shown)
    wrong = (text for text in zoned if _OFTEN_WRONG.search(text))
    clocks = {found[0] for text in wrong if (found := _after_day(text))}
    return [
        raw
        for raw in shown
        if not _GREGORIAN.search(raw)
        or _ZONED.search(raw)
        or not clocks.isdisjoint(_CLOCK.findall(latin_digits(raw)))
    ]


def _after_day(text: str) -> re.Match[str] | None:
    """Return the first clock of an instant; the one behind it is that of its zone."""
    return _CLOCK.search(text.replace("T", " "))


def is_clock_line(text: str) -> bool:
    """Return whether a line is only a clock.

    >>> is_clock_line("ساعت ۱۴:۳۸"), is_clock_line("۱۴:۳۸ تهران")
    (True, False)
    """
    return _LINE.fullmatch(text) is not None


def is_called_clock(block: Block) -> bool:
    """Return whether a clock has its word or picture, or is called a time and nothing else."""
    if not block.text[0].isdigit():
        return True
    if any(not field_text(node) for node in block.node.css(_PICTURES)):
        return True
    words = generic_data()["date"]["words"]
    named = filter(None, map(names_of, block.holders))
    return any(class_words(names).issubset(words) for names in named)


def is_time_of_day(block: Block) -> bool:
    """Return whether the number of an unnamed clock is hardly the length of a video."""
    clock = _LINE.fullmatch(block.text)
    is_hour = clock is not None and int(clock[1]) in _HOURS
    return is_hour and not any(map(names_of, block.holders))
