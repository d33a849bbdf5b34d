"""Names of sites and papers, recognised by their words: «روزنامه خراسان», «مردم آنلاین»."""

import re
from functools import cache
from typing import Final, NamedTuple

from cleaners.tables import read_table

__all__ = ["TITLE_PARTS", "reads_as_name"]

#: What separates the parts of a `<title>`: headline, section, site.
TITLE_PARTS: Final = re.compile(r"\s+[-–—|»«•:]+\s+|\s*\|\s*")
# A name that is recognised by its ending has at most this many blanks.
_MOST_BEFORE: Final = 2
# A name that is recognised by its beginning has at most this many words.
_MOST_WORDS: Final = 6


class _Patterns(NamedTuple):
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    verb: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    def any_of(key: str) -> str:
        return f"(?:{'|'.join(read_table('site-names')[key])})"

    return _Patterns(
        re.compile(f"^{any_of('opening')}|{any_of('anywhere')}", re.IGNORECASE),
        re.compile(f"{any_of('ending')}$"),
        re.compile(rf"\s{any_of('verb')}$"),
    )


def reads_as_name(text: str) -> bool:
    """Return whether words read like a name of a site or paper: `روزنامه خراسان`, `مردم آنلاین`."""
    blanks, patterns = text.count(" "), _patterns()
    if blanks <= _MOST_BEFORE and patterns.ends.search(text):
        return True
    begins = blanks < _MOST_WORDS and patterns.begins.search(text) is not None
    return begins and not patterns.verb.search(text)
