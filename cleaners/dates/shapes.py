"""What a date looks like on Persian pages: the patterns for `cleaners.dates.parsing`.

Patterns match text folded by `SAME_SHAPE`. The names of months and the days in words are data.

Their Latin parts are ASCII, `(?a:…)`: where case is ignored, `[a-z]` also matches ı, İ, ſ and the
Kelvin sign, and `k` matches that sign, so that a name might match that is in no table. Where
adjacent repetitions match the same letters, all but one are bounded, so that each pattern takes
time in proportion to the text.
"""

import re
from typing import Any, Final

from cleaners.dates.jalali import GREGORIAN_YEARS, JALALI_YEARS
from cleaners.persian.folding import LETTERS
from cleaners.tables import read_table

__all__ = [
    "DATE",
    "LABELLED_SHORT_DATE",
    "LUNAR_DATE",
    "NAMES_A_DAY",
    "NUMBERS_A_THING",
    "SAME_SHAPE",
    "SHORT_DATE",
    "WEEKDAY",
    "day_number",
    "load_table",
    "month_named",
]

#: Each character becomes one character, so that positions are the same in the folded text.
SAME_SHAPE: Final = str.maketrans(
    LETTERS
    | dict.fromkeys("\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\ufeff", " ")
    | {"∶": ":", "：": ":", "\u066b": ".", "⁄": "/", "∕": "/", "／": "/"}
    | dict.fromkeys("−\u2010\u2011\u2012–—", "-")
)


def load_table(name: str) -> dict[str, dict[str, Any]]:
    """Return a table of `cleaners/data` with its names folded like texts."""
    table = read_table(name)
    return {
        group: {key.translate(SAME_SHAPE): value for key, value in entries.items()}
        for group, entries in table.items()
    }


_CALENDARS: Final = {"jalali": JALALI_YEARS, "gregorian": GREGORIAN_YEARS}
_MONTHS: Final[dict[str, tuple[range, int]]] = {
    name: (_CALENDARS[calendar], number)
    for calendar, names in load_table("months").items()
    for name, number in names.items()
}
_NO_MONTH: Final = (range(0), 0)
_DAY_WORDS: Final = load_table("day_words")
_DAYS: Final[dict[str, int]] = _DAY_WORDS["ordinals"] | _DAY_WORDS["cardinals"]
_TENS: Final[dict[str, int]] = _DAY_WORDS["tens"]


def month_named(name: str) -> tuple[range, int]:
    """Return the years of the calendar that a month belongs to, and its number.

    For a name that is not a month's, no years and 0.
    """
    key = name[:3].lower() if name.isascii() else " ".join(name.split())
    return _MONTHS.get(key, _NO_MONTH)


def day_number(word: str, tens: str | None) -> int:
    """Return the day of the month in words, such as `سوم` after `بیست`; 0 if there is none."""
    number = _DAYS[" ".join(word.split())]
    if tens is None:
        return number
    return _TENS[tens] + number if number < 10 else 0


def _any_of(names: list[str]) -> str:
    return "|".join(name.replace(" ", r"\s+") for name in sorted(names, key=len, reverse=True))


_PERSIAN_MONTH: Final = _any_of([name for name in _MONTHS if not name.isascii()])
# The rest of the name may be as long as in any language («septiembre»), and no letter follows it:
# the "May" in "Mayıs" is not a month.
_LATIN_MONTH: Final = f"(?a:(?:{'|'.join(name for name in _MONTHS if name.isascii())})[a-z]{{0,9}})"
# After the name of a month there is no letter, though there may be a digit (`مهر۱۴۰۳`).
_MONTH_ENDS: Final = r"(?:\s?ماه)?(?![^\W\d])"
_ORDINAL: Final = r"(?:[\s-]?(?:ام|م|(?a:st|nd|rd|th))(?!\w))?"
# What may separate a day from its month and a month from its year when the month is a name.
_PART: Final = r"(?:\s*[-/.,،]\s*|\s*)"
_OF_YEAR: Final = rf"{_MONTH_ENDS}{_PART}(?:سال\s+)?"

WEEKDAY: Final = (
    r"(?:(?:(?:یک|دو|سه|چهار|پنج)\s?)?شنبه|جمعه|ادینه"
    r"|(?a:[a-z]{3,9}day|sun|mon|tue|wed|thu|fri|sat))"
)
#: A date with a year of four digits. Groups are y, m and d with the number of the shape: 1 and 2
#: are all digits, 7 has the day in words (with `tens`), 8 the weekday after the year, but not after
#: the number of an issue («شماره ۴۲۱۸ - شنبه ۸ بهمن ۱۴۰۲»), the others the month by name.
DATE: Final = re.compile(
    rf"""
    (?<![\d/.])(?<!\d:)(?:
      (?P<y1>\d{{4}})\s?(?P<s1>[-/.])\s?(?P<m1>\d{{1,2}})\s?(?P=s1)\s?(?P<d1>\d{{1,2}})
      (?!\d|[/.]\d)
    | (?P<d2>\d{{1,2}})\s?(?P<s2>[-/.])\s?(?P<m2>\d{{1,2}})\s?(?P=s2)\s?(?P<y2>\d{{4}})
      (?!\d|[/.]\d)
    | (?P<d3>\d{{1,2}}){_ORDINAL}{_PART}(?P<m3>{_PERSIAN_MONTH}|{_LATIN_MONTH}){_OF_YEAR}
      (?P<y3>\d{{4}})(?!\d)
    | (?P<y4>\d{{4}})\s?[-/،,]?\s?(?P<m4>{_PERSIAN_MONTH}|{_LATIN_MONTH}){_MONTH_ENDS}{_PART}
      (?P<d4>\d{{1,2}})(?![\d:])
    )
    | (?P<m5>\b{_LATIN_MONTH}\b)\.?\s+(?P<d5>\d{{1,2}})(?a:st|nd|rd|th)?,?\s+(?P<y5>\d{{4}})(?!\d)
    | (?<!\w)(?P<m6>{_PERSIAN_MONTH}){_MONTH_ENDS}\s*(?P<d6>\d{{1,2}}){_ORDINAL}
      (?:\s?[-/,،]\s*|\s+)(?P<y6>\d{{4}})(?!\d)
    | (?<!\w)(?:(?P<tens>{_any_of(list(_TENS))})\s?و\s?)?(?P<d7>{_any_of(list(_DAYS))})
      (?:\s+ماه)?\s+(?P<m7>{_PERSIAN_MONTH}){_OF_YEAR}(?P<y7>\d{{4}})(?!\d)
    | (?<![\d/.])(?P<y8>\d{{4}})[\s،,-]+{WEEKDAY}[\s،,-]+(?P<d8>\d{{1,2}})
      \s+(?P<m8>{_PERSIAN_MONTH}){_MONTH_ENDS}(?!{_OF_YEAR}\d{{4}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A date with a year of two digits: a, b, c for digits alone, or d, m and y. What follows must not
#: turn the year into a number of something («۱۵ مهر ۹۶ نفر») or an hour («۱۵ مهر ۱۶:۲۶»).
SHORT_DATE: Final = re.compile(
    rf"""(?<![\d/.])(?<!\d:)(?:
      (?P<a>\d{{2}})\s?(?P<s>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=s)\s?(?P<c>\d{{1,2}})
    | (?P<d>\d{{1,2}}){_ORDINAL}{_PART}(?P<m>{_PERSIAN_MONTH}){_OF_YEAR}(?P<y>\d{{2}})
    )(?!\d|[/.]\d)(?=\s*(?:$|[-،,؛|/()•·]|::|ساعت)|\s+\d{{1,2}}\s?:\s?\d{{2}})""",
    re.VERBOSE,
)
#: Digits with a year of two that only their label makes a date: «به تاریخ 1/3/86». A span of days
#: («از تاریخ …») is not when a text was published.
LABELLED_SHORT_DATE: Final = re.compile(
    r"(?<!از )(?<!\w)(?:تاریخ|مورخه?)\s*:?\s*(?P<a>\d{1,2})\s?(?P<s>[-/.])\s?(?P<b>\d{1,2})"
    r"\s?(?P=s)\s?(?P<c>\d{1,2})(?!\d|[/.]\d)"
)
#: A day of the Islamic calendar, which may stand beside the others and is never read.
LUNAR_DATE: Final = re.compile(
    r"\d{1,2}\s?(?:محرم|صفر|ربیع|جمادی|رجب|شعبان|رمضان|شوال|ذی|ذو)[^\W\d]{0,12}"
    r"(?:\s[^\W\d]{1,12}){0,2}\s?\d{4}(?!\d)"
)
#: What may precede a day in words: the beginning of the text, a mark, or a word such as "on". After
#: another noun it is not a day but an ordinal: «مرحله سوم خرداد ۱۴۰۲», «نیمه اول مهر ۱۴۰۳».
NAMES_A_DAY: Final = re.compile(
    rf"""(?:^|[^\w\s]|(?<!\w)(?:روز|مورخ|مورخه|تاریخ|انتشار|درج|زمان|از|تا|در|به|برای|صبح|عصر
    |{WEEKDAY})|:\d\d)\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
#: What precedes digits that number something: «نامه شماره ۱۴۰۲/۱۲/۳», «ماده ۱۲/۳/۱۴۰۲»,
#: «نسخه ۲۰۲۴.۳.۱».
NUMBERS_A_THING: Final = re.compile(
    r"(?<!\w)(?:(?:شماره|ماده|بند|تبصره|پلاک|نسخه|ورژن|version|ver|no)[^\S\n]?[:.]?[^\S\n]?|v\.?)$",
    re.IGNORECASE,
)
