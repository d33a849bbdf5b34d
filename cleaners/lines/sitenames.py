"""Names of sites and papers, recognised by their words: «روزنامه خراسان», «مردم آنلاین»."""

import re
from typing import Final

__all__ = ["TITLE_PARTS", "reads_as_name"]

#: What separates the parts of a `<title>`: headline, section, site.
TITLE_PARTS: Final = re.compile(r"\s+[-–—|»«•:]+\s+|\s*\|\s*")
# Names that sites go by: «خبرگزاری …», «… آنلاین». Headlines that begin so are longer.
_NAME_BEGINS: Final = re.compile(
    r"^(?:خبرگزاری\s|پایگاه\s+(?:خبری|اطلاع)|روزنامه\s+\S+$|(?:وب\s*)?سایت\s+(?:خبری|رسمی)"
    r"|آخرین اخبار)|\.(?:ir|com|news)$|\bnews\b|agency",
    re.IGNORECASE,
)
_NAME_ENDS: Final = re.compile(r"(?:آنلاین|نیوز|پرس)$")
# A headline that begins as a name does tells what it did: «خبرگزاری فارس هک شد».
_VERB: Final = re.compile(
    r"\s(?:شد|کرد|است|داد|گرفت|شدند|کردند|دادند|می[\s\u200c]?\w+د|نیست|دارد)$"
)
_MOST_BEFORE: Final = 2
_MOST_WORDS: Final = 6


def reads_as_name(text: str) -> bool:
    """Return whether words read like a name of a site or paper: `روزنامه خراسان`, `مردم آنلاین`."""
    blanks = text.count(" ")
    if blanks <= _MOST_BEFORE and _NAME_ENDS.search(text):
        return True
    begins = blanks < _MOST_WORDS and _NAME_BEGINS.search(text) is not None
    return begins and not _VERB.search(text)
