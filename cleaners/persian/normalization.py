"""Normalize Persian text."""

import re
from collections.abc import MutableMapping
from typing import Literal, overload

from cleaners.persian.repairs import Normalized, Repairs

__all__ = ["normalize", "normalize_counted"]

_ALL = Repairs()
_LETTERS = str.maketrans("يىكھہە", "ییکههه", "\u0640\u200e\u200f\ufeff\u00ad\u202a\u202b\u202c")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_BEFORE_MARK = re.compile(r" +(?=[،؛؟!»)\]]|[.:](?![.\w]))")
_PREFIX = re.compile(r"\b(ن?می) (?=\w)")
_SUFFIX = re.compile(r"(?<=[آ-یئ]) (های|هایی|ها|ترین|تر)\b")
_PROFESSIONAL = re.compile(r"فنی ?و ?حرفه?[ \u200c]?ای\b")


@overload
def normalize(text: str, repairs: Repairs = ..., *, report: Literal[False] = False) -> str: ...
@overload
def normalize(text: str, repairs: Repairs = ..., *, report: Literal[True]) -> Normalized: ...
def normalize(text: str, repairs: Repairs = _ALL, *, report: bool = False) -> str | Normalized:
    """Return `text` as a careful Persian editor would have typed it."""
    counts: dict[str, int] = {}
    result = normalize_counted(text, counts, repairs)
    return Normalized(result, counts) if report else result


def normalize_counted(text: str, counts: MutableMapping[str, int], repairs: Repairs = _ALL) -> str:
    """Normalize one paragraph and add what was done to `counts`."""
    text = text.translate(_LETTERS)
    for kind, pattern, replacement in (
        ("spacing", _SPACES, " "),
        ("spacing", _BEFORE_MARK, ""),
        ("zwnj_restored", _PREFIX, "\\1\u200c"),
        ("zwnj_restored", _SUFFIX, "\u200c\\1"),
        ("names", _PROFESSIONAL, "فنی و حرفه\u200cای"),
    ):
        text, found = pattern.subn(replacement, text)
        if found:
            counts[kind] = counts.get(kind, 0) + found
    return text.strip()
