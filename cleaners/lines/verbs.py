"""Whether a line ends with a verb."""

import re
from functools import cache

from cleaners.lines.attribution import level
from cleaners.tables import read_table

__all__ = ["ends_with_verb"]


@cache
def _verb_at_end() -> re.Pattern[str]:
    verbs = "|".join(map(level, read_table("kickers")["office"]["verb"]))
    return re.compile(rf"(?<!\w)(?:{verbs})$")


def ends_with_verb(text: str) -> bool:
    """Return whether the last word of a line is one of the verbs that headlines end with.

    >>> ends_with_verb("پل شهر گشوده شد"), ends_with_verb("گشایش پل شهر")
    (True, False)
    """
    return _verb_at_end().search(" ".join(level(text).split())) is not None
