"""Whether a line ends with a verb, or tells what somebody said."""

import re
from functools import cache

from cleaners.lines.attribution import level
from cleaners.tables import read_table

__all__ = ["ends_with_verb", "tells_a_saying"]


@cache
def _verb_at_end() -> re.Pattern[str]:
    verbs = "|".join(map(level, read_table("kickers")["office"]["verb"]))
    return re.compile(rf"(?<!\w)(?:{verbs})$")


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join(map(level, read_table("kickers")["said"]["verb"]))
    return re.compile(rf"(?<!\w)(?:{verbs})(?:ند)? ?:")


def ends_with_verb(text: str) -> bool:
    """Return whether the last word of a line is one of the verbs that headlines end with.

    >>> ends_with_verb("پل شهر گشوده شد"), ends_with_verb("گشایش پل شهر")
    (True, False)
    """
    return _verb_at_end().search(" ".join(level(text).split())) is not None


def tells_a_saying(text: str) -> bool:
    """Return whether a sentence tells what somebody said.

    >>> tells_a_saying("وی افزود: کار آغاز شد."), tells_a_saying("توجه: کار آغاز شد.")
    (True, False)
    """
    return _saying().search(level(text)) is not None
