"""Spans of text that no repair may touch: addresses, hashtags, Latin words and mixtures.

Numbers, dates and times need no span of their own: no rule of `spacing` acts between digits.
"""

import re

from cleaners.persian.characters import LETTER

__all__ = ["STAND_IN", "find_protected", "protect", "protect_addresses", "unprotect"]

#: Stands for a protected span while the text around it is repaired (a private-use character).
STAND_IN = "\ue000"

_ARABIC_WORD = f"{LETTER}\u064b-\u065f\u200c"
# An address does not end with the mark that ends the sentence.
_NO_MARK = "(?<![.,:;!?،؛؟…)\\]])"
# Nor does it contain direction marks and other invisible characters.
_IN_ADDRESS = r"[^\s«»<>\"\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
_ADDRESSES = [
    STAND_IN,
    rf"(?:https?|ftp)://{_IN_ADDRESS}+{_NO_MARK}",
    rf"www\.{_IN_ADDRESS}+{_NO_MARK}",
    r"(?<![a-z0-9.+_-])[a-z0-9.+_-]++@[\w-]++(?:\.[\w-]++)+",
    # hashtags and handles; \w has the letters, digits and marks of every script
    r"[#@][\w\u200c]+",
    # domains, with their path: irantvto.ir, example.com/fa/۱
    rf"(?<![a-z0-9.-])(?:[a-z0-9-]++\.)+[a-z]{{2,}}\b(?:/{_IN_ADDRESS}*{_NO_MARK})?",
]
_ADDRESS = re.compile("|".join(_ADDRESSES), re.IGNORECASE)
_MAYBE_ADDRESS = re.compile(r"[@#\ue000]|[A-Za-z0-9]\.[A-Za-z]|://")
_SPAN = re.compile(
    "|".join(
        [
            *_ADDRESSES,
            # Latin words, and what hangs on them: GPT-4o, A4, node.js, C++, AT&T, 4K
            r"(?<![0-9])[0-9]*+[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]*"
            r"(?:[-_.'’&/+][A-Za-z0-9\u00c0-\u024f]+)*[+#]*",
            # a word and a number: کووید-19
            rf"(?<![{_ARABIC_WORD}])[{_ARABIC_WORD}]+[-–][0-9۰-۹٠-٩]+(?![\d])",
            # a chain of letters: و/یا
            rf"(?<![{_ARABIC_WORD}])و/یا(?![{_ARABIC_WORD}])",
        ]
    ),
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"[A-Za-z\u00c0-\u024f@#\ue000/–-](?:(?<=[^/–-])|(?<=[-–])[0-9۰-۹٠-٩]|(?<=و/)یا)"
)


def find_protected(text: str) -> list[str]:
    """Return the protected spans of `text` in order."""
    return [match[0] for match in _SPAN.finditer(text)] if _MAYBE.search(text) else []


def protect(text: str) -> tuple[str, list[str]]:
    """Return `text` with a stand-in for each protected span, and the spans."""
    return _stand_in(_SPAN, text) if _MAYBE.search(text) else (text, [])


def protect_addresses(text: str) -> tuple[str, list[str]]:
    """Protect only addresses, hashtags and handles, as `protect` does.

    Their characters must not even be folded: `http://a.ir/ك` is another page than `http://a.ir/ک`.
    """
    return _stand_in(_ADDRESS, text) if _MAYBE_ADDRESS.search(text) else (text, [])


def _stand_in(pattern: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    spans: list[str] = []

    def keep(match: re.Match[str]) -> str:
        spans.append(match[0])
        return STAND_IN

    return pattern.sub(keep, text), spans


def unprotect(text: str, spans: list[str]) -> str:
    """Return `text` with the protected spans back in their places."""
    if not spans:
        return text
    rest = iter(spans)
    return re.sub(STAND_IN, lambda _: next(rest), text)
