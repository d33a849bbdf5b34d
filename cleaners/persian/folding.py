"""Fold Persian text to what comparison cares about: its letters and digits.

The same sentence is typed with Arabic or Persian letters, with or without
half-spaces, with Persian, Arabic-Indic or Latin digits. Whoever compares two
texts (a body with its lead, a line with a table of boilerplate, two articles)
compares their folded forms.
"""

import re
from typing import Final

__all__ = ["LETTERS", "PERSIAN_DIGITS", "fold", "fold_words", "latin_digits"]

_ARABIC_INDIC: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"

#: Arabic letters, and the Persian ones that the same sound is typed with.
LETTERS: Final[dict[str, str]] = {
    "ي": "ی",
    "ى": "ی",
    "ئ": "ی",
    "ك": "ک",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ھ": "ه",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
}

_TO_LATIN_DIGITS: Final = str.maketrans(_ARABIC_INDIC + PERSIAN_DIGITS, "0123456789" * 2)
_FOLD: Final = str.maketrans(LETTERS) | _TO_LATIN_DIGITS
# \w leaves out marks (Mn) and format characters: \W takes ZWNJ, harakat and bidi marks too.
_NOT_A_LETTER: Final = re.compile(r"[\W_\u0640]+")
# What stands inside a word and is no letter: ZWNJ, tatweel, vowel marks, soft hyphen, bidi marks.
_INSIDE_WORDS: Final = re.compile("[\u200b-\u200f\u0640\u064b-\u065f\u0670\u00ad\ufeff]+")


def latin_digits(text: str) -> str:
    """Return `text` with Persian and Arabic-Indic digits as `0`–`9`."""
    return text.translate(_TO_LATIN_DIGITS)


def fold(text: str) -> str:
    """Return only the letters and digits of `text`, in one spelling.

    White space, ZWNJ, punctuation, vowel marks and tatweel go; Arabic forms
    become Persian, every digit Latin, Latin letters lower case. Two texts with
    the same folded form read the same aloud.

    >>> fold("آموزش‌های فنّی، ۱۴۰۴") == fold("اموزش هاي فني 1404")
    True
    """
    return _NOT_A_LETTER.sub("", text.translate(_FOLD)).lower()


def fold_words(text: str) -> list[str]:
    """Return the words of `text`, each folded, in order; ZWNJ does not part words."""
    joined = _INSIDE_WORDS.sub("", text.translate(_FOLD))
    return _NOT_A_LETTER.sub(" ", joined).lower().split()
