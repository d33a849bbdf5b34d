"""What a line of flattened text looks like: a headline, a sentence of the body, a lead, a name."""

import re
from typing import Final

from cleaners.lines.attribution import (
    attribution,
    is_labelled_lead,
    is_masthead,
    is_signed,
    level,
    names_interviewer,
)
from cleaners.lines.copies import LONGEST_LEAD, is_attributed, rest_after
from cleaners.lines.invocations import is_invocation
from cleaners.lines.places import opens_with_dateline, province_named
from cleaners.lines.sitenames import reads_as_name

__all__ = [
    "HEADLINE_BLANKS",
    "LONGEST_SURE_TITLE",
    "STRAY_MARKS",
    "ends_with_full_stop",
    "is_headline",
    "is_lead",
    "is_masthead_line",
    "is_whole_headline",
    "names_reporter",
    "opens_body",
]

# Lengths in characters, tuned on the texts of ten agencies: nine titles in ten have 30 to 110, the
# longest one found has 165; the shortest lead has 45.
_LONGEST_TITLE: Final = 130
#: Anything longer is not a title, whatever it looks like.
LONGEST_SURE_TITLE: Final = 250
#: Fewest blanks of a whole headline; a line with fewer may be a name, a label or a section.
HEADLINE_BLANKS: Final = 3
_SHORTEST_SENTENCE: Final = 15
# A paragraph names its reporter within this many characters.
_REACH: Final = 200
#: Marks left at the start of a paragraph that has lost its attribution, `به گزارش …،`.
STRAY_MARKS: Final = "،؛ "

_INTERVIEWED: Final = re.compile(
    r"(?:(?<!\w)|(?<=گو))(?:با|به)\s(?:خبرنگار|خبرگزاری|باشگاه|پایگاه)\s"
)
# A name and a mark before the text; also names such as «تدبیر ۲۴».
_SIGNED: Final = re.compile(r"(?P<name>\w+(?:[ \u200c]\w+){0,2})\s?[-–—:؛]\s?(?P<rest>\w.{0,20})")
# «به گزارش خبرنگار ما، …», «به گزارش خبرگزاری …»
_REPORTERS: Final = "خبر"
_NUMBERED: Final = re.compile(r"(?:24|۲۴)$")
_SERVICE: Final = re.compile(r"سرویس \w")  # «مازندنومه؛ سرویس اجتماعی، …»
_PERSIAN_WORD: Final = re.compile(r"[\u0621-\u06cc]{2}")
# Two dots are one that was typed twice; three are an ellipsis, which ends headlines too.
_FULL_STOP: Final = re.compile(r"(?<!\.)\.{1,2}[»)\"\]]*$")


def names_reporter(text: str) -> bool:
    """Return whether a paragraph says whose report it is, as the first of a body does."""
    opening = text[:_REACH]
    return (
        is_attributed(text)
        or _INTERVIEWED.search(level(opening)) is not None
        or names_interviewer(opening)
    )


def opens_body(text: str) -> bool:
    """Return whether a line is a sentence of the article, not a headline."""
    if is_attributed(text) or is_labelled_lead(text) or len(text) > LONGEST_SURE_TITLE:
        return True
    return len(text) >= _SHORTEST_SENTENCE and _FULL_STOP.search(text) is not None


def ends_with_full_stop(text: str) -> bool:
    """Return whether a line ends with a full stop; an ellipsis does not count."""
    return _FULL_STOP.search(text) is not None


def is_headline(text: str) -> bool:
    """Return whether a line may be a title: words, at least one Persian one, and no full stop."""
    return (
        len(text) <= _LONGEST_TITLE
        and " " in text
        and _PERSIAN_WORD.search(text) is not None
        and not _FULL_STOP.search(text)
        and not text.endswith(("،", ":", "؛", ";"))
    )


def is_whole_headline(text: str) -> bool:
    """Return whether a line is a headline, and longer than a name, a label or a subheading."""
    return is_headline(text) and text.count(" ") >= HEADLINE_BLANKS


def is_lead(first: str, second: str) -> bool:
    """Return whether paragraph `first` is the lead of the body that `second` begins.

    It is if `second` says whose report it is, or repeats `first`, or if `first` has a dateline.
    """
    if len(first) > LONGEST_LEAD or is_invocation(first):
        return False
    if opens_with_dateline(first):
        return True
    first = first.lstrip(STRAY_MARKS)
    if is_attributed(first):
        return False
    is_report = (attribution(second) or "").startswith(_REPORTERS)
    if is_report or is_signed(second) or _is_signed_by_name(second):
        return True
    return not names_reporter(first) and (
        names_reporter(second)
        or rest_after(second, first) is not None
        or rest_after(_without_signature(second), first) is not None
    )


def _without_signature(text: str) -> str:
    """Return a paragraph without a name and a mark before it: `آی اسپورت – …`."""
    signed = _SIGNED.match(text)
    return text[signed.start("rest") :] if signed else text


def _is_signed_by_name(text: str) -> bool:
    """Return whether a paragraph begins with the name of the site: `برق نیوز - مریم کریمی:`."""
    signed = _SIGNED.match(text)
    if signed is None:
        return False
    is_name = reads_as_name(signed["name"]) or _NUMBERED.search(signed["name"]) is not None
    rest = signed["rest"]
    return is_name or is_attributed(rest) or _SERVICE.match(level(rest)) is not None


def is_masthead_line(text: str) -> bool:
    """Return whether a line is the site's name: an agency's, or a provincial office of TVTO's."""
    if not is_masthead(text):
        return False
    _, office, province = level(text).partition("استان")
    return not office or province_named(province) is not None
