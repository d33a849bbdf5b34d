"""Names of sites and papers, recognised by their words: «روزنامه خراسان», «مردم آنلاین»."""

import re
from functools import cache
from typing import Final, NamedTuple

from cleaners.lines.attribution import level
from cleaners.lines.verbs import ends_with_verb
from cleaners.tables import read_table

__all__ = ["TITLE_PARTS", "reads_as_name", "reads_as_office"]

#: What separates the parts of a `<title>`: headline, section, site.
TITLE_PARTS: Final = re.compile(r"\s+[-–—|»«•:]+\s+|\s*\|\s*")
# A name that is recognised by its ending has at most this many blanks.
_MOST_BEFORE: Final = 2
# A name that is recognised by its beginning has at most this many words.
_MOST_WORDS: Final = 6
# The name of an office has so many words.
_FEWEST_WORDS: Final = 3
_MOST_OF_OFFICE: Final = 14


class _Patterns(NamedTuple):
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    verb: re.Pattern[str]
    office: re.Pattern[str]
    headline: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    def any_of(key: str) -> str:
        return f"(?:{'|'.join(read_table('site-names')[key])})"

    return _Patterns(
        re.compile(f"^{any_of('opening')}|{any_of('anywhere')}", re.IGNORECASE),
        re.compile(f"{any_of('ending')}$"),
        re.compile(rf"\s{any_of('verb')}$"),
        re.compile(f"^{any_of('office')}"),
        re.compile(rf"(?:^|\s){any_of('headline')}(?:\s|$)"),
    )


def reads_as_name(text: str) -> bool:
    """Return whether words read like a name of a site or paper: `روزنامه خراسان`, `مردم آنلاین`."""
    blanks, patterns = text.count(" "), _patterns()
    if blanks <= _MOST_BEFORE and patterns.ends.search(text):
        return True
    begins = blanks < _MOST_WORDS and patterns.begins.search(text) is not None
    return begins and not patterns.verb.search(text)


def reads_as_office(text: str) -> bool:
    """Return whether words read like the name of an office or a company, and not like a headline.

    >>> reads_as_office("اداره کل آموزش فنی و حرفه‌ای استان همدان")
    True
    >>> reads_as_office("سازمان آموزش فنی و حرفه‌ای در مسیر تحول")
    False
    """
    levelled, patterns = level(text), _patterns()
    return (
        _FEWEST_WORDS <= levelled.count(" ") + 1 <= _MOST_OF_OFFICE
        and patterns.office.search(levelled) is not None
        and not patterns.headline.search(levelled)
        and not patterns.verb.search(levelled)
        and not ends_with_verb(text)
    )
