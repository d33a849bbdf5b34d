"""Names in one spelling: the organization's in running text."""

import re

from cleaners.persian.characters import LETTER

__all__ = ["mend_names"]

_VOCATIONAL = re.compile(
    f"(?<![{LETTER}])فنی([ \u200c]*)و([ \u200c]*)حرفه([ \u200c]?)ای(?![{LETTER}])(?!\u200c?تر)"
)


def mend_names(line: str) -> tuple[str, int, int]:
    """Return `line` with `فنی و حرفه‌ای` in its right spelling.

    Returns:
        The line, how often the conjunction was glued to a neighbour, and how
        often only the half-space was lost.
    """
    if "حرفه" not in line:
        return line, 0, 0
    glued = lost = 0

    def right(match: re.Match[str]) -> str:
        nonlocal glued, lost
        if match[1] != " " or match[2] != " ":
            glued += 1
        elif match[3] != "\u200c":
            lost += 1
        return "فنی و حرفه\u200cای"

    return _VOCATIONAL.sub(right, line), glued, lost
