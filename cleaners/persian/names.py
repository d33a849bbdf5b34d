"""Names in one spelling: the organization's in running text."""

import re

from cleaners.persian.characters import LETTER

__all__ = ["mend_names"]

_PROFESSIONAL = re.compile(
    f"(?<![{LETTER}])فنی[ \u200c]?و[ \u200c]?حرفه[ \u200c]?ای(?![{LETTER}])"
)
_RIGHT = "فنی و حرفه\u200cای"


def mend_names(line: str) -> tuple[str, int]:
    """Return `line` with `فنی و حرفه‌ای` in its right spelling, and how many were not."""
    if "حرفه" not in line:
        return line, 0
    wrong = 0

    def right(match: re.Match[str]) -> str:
        nonlocal wrong
        wrong += match[0] != _RIGHT
        return _RIGHT

    return _PROFESSIONAL.sub(right, line), wrong
