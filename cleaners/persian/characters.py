"""One code point for each Persian letter, and none for what cannot be seen.

Meaningful marks stay: tanvin, tashdid, the hamza on heh (`خانهٔ`), `ة`, `ؤ`, `ئ`.
"""

import re
import unicodedata
from typing import Final, Literal

from cleaners.persian.folding import PERSIAN_DIGITS, latin_digits

__all__ = [
    "LETTER",
    "LONGEST_WORD",
    "MARK",
    "NON_JOINING",
    "ZWNJ",
    "convert_digits",
    "fold_characters",
    "has_odd_characters",
    "strip_useless",
    "well_formed",
]

#: Letters of the Arabic script and the marks on them, as the inside of a character class.
LETTER: Final = (
    "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
)
MARK: Final = "\u064b-\u065f\u0670"

#: Longer runs of letters are not words.
LONGEST_WORD: Final = 40

#: The half-space (نیم‌فاصله).
ZWNJ: Final = "\u200c"

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")

#: Letters that never join the next one: no half-space is ever needed after them.
NON_JOINING: Final = frozenset("اآأإٱدذرزژوؤءةۀڈڑ")

_LETTERS: Final = dict(zip("يىےكڪہەھ", "یییککههه", strict=True))
# Bidi marks and embeddings, zero-width space, soft hyphen, byte order mark, C0 and C1 controls.
_INVISIBLE: Final = (
    "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
)
_SPACES: Final = "\t\x0b\x0c\r\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_PRESENTATION: Final = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc"

_ODD = re.compile(f"[{_SPACES}{''.join(_LETTERS)}\u0640\u200d¬{_INVISIBLE}{_PRESENTATION}]")
_ODD_SPACE = re.compile(f"[{_SPACES}]+")
_ODD_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")
_ODD_FORM = re.compile(f"[{_PRESENTATION}]+")
_ODD_LETTER = re.compile(f"[{''.join(_LETTERS)}]")
# A tatweel that stretches a word; one that stands alone does the work of a dash.
_STRETCH = re.compile(
    f"(?<=[{LETTER}{MARK}\u200c])\u0640[\u0640\u200c]*"
    f"|(?<![\u0640 ])\u0640++(?=\u200c*+[{LETTER}{MARK}])"
)
# After a blank it is a dash too, even with a word stuck to it: «تهران ـکرج».
_DASH = re.compile(f"(?<= )(\u0640+)\u200c*(?!ها)(?=[{LETTER}{MARK}]{{3}})")
_JOINER = re.compile(f"(?<=[{LETTER}\u200c])\u200d+(?=\u200c*[{LETTER}])")
# Word processors of the nineties wrote the half-space as a "not sign".
_NOT_SIGN = re.compile(f"(?<=[{LETTER}])¬(?=[{LETTER}])")

_RUN = re.compile(f"{ZWNJ}{{2,}}")
# After a letter that does not join, or without a letter or digit on either side.
_USELESS = re.compile(
    f"{ZWNJ}(?:(?![{LETTER}a-zA-Z0-9\u06f0-\u06f9])"
    f"|(?<=[{''.join(sorted(NON_JOINING))}]{ZWNJ})(?=[{LETTER}])"
    f"|(?<![{LETTER}{MARK}\\w\ue000]{ZWNJ}))"
)

_TO_PERSIAN_DIGITS = str.maketrans("0123456789", PERSIAN_DIGITS)


def has_odd_characters(text: str) -> bool:
    """Return whether `fold_characters` has anything to do."""
    return _ODD.search(text) is not None


def fold_characters(text: str) -> tuple[str, int, int, int]:
    """Return `text` in Persian letters, with how much of it was changed.

    Returns:
        The text, then how many letters were folded (Arabic and presentation
        forms, tatweel), how many runs of invisible characters were removed, and
        how many odd spaces became plain ones. ZWNJ and line breaks stay.
    """
    text, spaces = _ODD_SPACE.subn(" ", text)
    text, removed = _ODD_INVISIBLE.subn("", text)
    text, forms = _ODD_FORM.subn(_plain_form, text)
    text, letters = _ODD_LETTER.subn(lambda match: _LETTERS[match[0]], text)
    text, stretches = _STRETCH.subn("", text)
    if " \u0640" in text:
        text, dashes = _DASH.subn(r"\1 ", text)
        spaces += dashes
    text, joiners = _JOINER.subn("", text)
    text, signs = _NOT_SIGN.subn("\u200c", text)
    return text, forms + letters + stretches + signs, removed + joiners, spaces


def _plain_form(match: re.Match[str]) -> str:
    # Compatibility decomposition puts a space before a mark that stands alone.
    return unicodedata.normalize("NFKC", match[0]).replace(" ", "").replace("\u0640", "")


def convert_digits(text: str, script: Literal["persian", "latin"]) -> str:
    """Return `text` with all its digits in one script."""
    latin = latin_digits(text)
    return latin if script == "latin" else latin.translate(_TO_PERSIAN_DIGITS)


def strip_useless(line: str) -> tuple[str, int]:
    """Return `line` without half-spaces that separate nothing, and how many those were."""
    if ZWNJ not in line:
        return line, 0
    runs = 0
    if ZWNJ * 2 in line:
        line, runs = _RUN.subn(ZWNJ, line)
    line, useless = _USELESS.subn("", line)
    return line, runs + useless


def well_formed(text: str) -> str:
    r"""Return `text` as UTF-8 can hold it: a lone surrogate, as JSON may have it, becomes U+FFFD.

    >>> well_formed("پل\ud83d") == "پل\ufffd"
    True
    """
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)
