"""Lines that tell facts about what a text is about: an event, a match, a book, a film, a file."""

import re
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.labels import any_label

__all__ = ["tells_of_thing"]

_LABEL: Final = re.compile(rf"\W*{any_label('thing')} ?:")
# Such facts are short.
_LONGEST: Final = 80


def tells_of_thing(line: str) -> bool:
    """Return whether a line begins with the label of such a fact.

    >>> tells_of_thing("مکان: سالن اجتماعات"), tells_of_thing("تاریخ: ۱۲ آذر ۱۴۰۲")
    (True, False)
    """
    return len(line) <= _LONGEST and _LABEL.match(level(line)) is not None
