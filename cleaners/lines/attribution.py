"""Which agency a report is from: the attribution (`به گزارش …،`) that opens the body."""

import re
from functools import cache
from typing import Any, Final, NamedTuple

from cleaners.lines.labels import any_label
from cleaners.persian.folding import LETTERS
from cleaners.tables import read_table

__all__ = [
    "agency_in",
    "attribution",
    "is_labelled_lead",
    "is_masthead",
    "is_signed",
    "level",
    "names_interviewer",
    "signatures",
    "trim_signature",
]

# The attribution is within this many characters; a "به گزارش" further on quotes somebody else.
_REACH: Final = 400
# "ه گزارش" is a common typing error.
_OPENING: Final = re.compile(r"(?<!\w)(?:به|ه)\s+گزارش(?:\s+|(?=[\da-zA-Z]))(?:به\s+گزارش\s+)?")
_CLAUSE_END: Final = re.compile(r"[،:.؛!؟»]|\s[-–—]\s")
# "صدا و سیما ؛ مرکز سمنان ،": the broadcaster puts a mark between its name and its centre's.
_PARTED_NAME: Final = re.compile(r"سیما(?:ی)?\s*[؛،]\s*(?=مرکز|استان)")
_LONGEST_CLAUSE: Final = 160
_BEFORE_SOURCE: Final = (
    r"(?:(?:خبرنگار|گروه|سرویس|حوزه|دفتر) (?:(?!(?:از|در|با|به|نقل|روزنامه) )\w+ ){1,4}?)?[\"«]?"
    r"(?:(?:خبرنگار|گروه|سرویس|حوزه|دفتر|خبرگزاری|پایگاه|خبری|اختصاصی|اعزامی|استان|استانی|استانها"
    r"|استان ها|استان های|استانهای|اقتصادی|اجتماعی|سیاسی|فرهنگی|جامعه|کار|کارگری|تشکلی|دانشگاه)\s+)"
    r"{0,4}?(?:خبرنگار(?=\w))?"
)


def level(text: str) -> str:
    """Return `text` in one spelling, character for character, so that positions stay the same.

    Persian yeh, kaf and heh; blanks for half-spaces, NBSP, bidi marks and line ends.
    """
    # A chain of replacements costs a tenth of `str.translate` on text that needs none of them.
    for typed, levelled in _LEVEL:
        text = text.replace(typed, levelled)
    return text


_LEVEL: Final = (
    *((arabic, LETTERS[arabic]) for arabic in "يىكةۀہەھ"),
    *((blank, " ") for blank in "\u00a0\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff\t\n"),
)


def attribution(text: str) -> str | None:
    """Return the attribution's source, from after `به گزارش` to the mark that ends it.

    >>> attribution("به گزارش خبرگزاری صدا و سیمای استان خوزستان، مدیرکل …")
    'خبرگزاری صدا و سیمای استان خوزستان'
    """
    start = text.find("گزارش", 0, _REACH)
    opening = _OPENING.search(text, max(0, start - 8)) if start >= 0 else None
    if opening is None or opening.start() > _REACH:
        return None
    clause = text[opening.end() : opening.end() + _LONGEST_CLAUSE]
    named = _PARTED_NAME.search(clause)
    end = _CLAUSE_END.search(clause, named.end() if named else 0)
    clause = clause[: end.start()] if end else clause
    return clause.strip()


def _table() -> dict[str, Any]:
    return read_table("attributions")


def signatures() -> list[str]:
    """Return how agencies sign a dateline, as regular expressions for levelled text."""
    names = [level(name) for name in _table()["signatures"]]
    return names + [level(p) for entry in _table()["agency"] for p in entry["dateline"]]


class _Patterns(NamedTuple):
    source: re.Pattern[str]
    header: re.Pattern[str]
    dateline: re.Pattern[str]


@cache
def _patterns() -> dict[str, _Patterns]:
    def any_of(patterns: list[str]) -> str:
        return "(?:" + "|".join(level(p) for p in patterns or ["(?!)"]) + r")(?!\w)"

    return {
        entry["key"]: _Patterns(
            re.compile(_BEFORE_SOURCE + any_of(entry["source"])),
            re.compile(any_of(entry["header"]) + r"\W*$", re.IGNORECASE),
            re.compile(
                r"[\w ]{2,30}\s*[-–—ـ/]\s*"
                + any_of(entry["dateline"])
                + rf"|خبرگزاری {any_of(entry['source'])}\s?(?:[-–—:_]|، ?(?:گروه|سرویس|حوزه) )"
            ),
        )
        for entry in _table()["agency"]
    }


_QUOTED_NAME: Final = re.compile(r"«(\w{2,12})»")
_LEAD_LABEL: Final = re.compile(rf"{any_label('lead')}\s?:\s*(?=\w|«)")
# Longest name of a site that stands alone on a line.
_LONGEST_MASTHEAD: Final = 80
# "در گفت‌وگو با خبرنگار مهر", "به خبرنگار ایلنا گفت".
_INTERVIEWED: Final = re.compile(
    r"(?<!\w)(?:با|به) (?=خبرنگار|خبرگزاری)|(?<!\w)به (?=\w+ گفت(?!\w))"
    r"|گفت ?و? ?گو(?:یی)?(?: \w+)? با (?:خبرنگار(?=\w))?"
)


@cache
def _signature() -> re.Pattern[str]:
    signed = "|".join(signatures())
    return re.compile(rf"(?:خبرگزاری )?(?:{signed})\s*[:؛]\s*(?=\w|«)")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"(?:خبرگزاری )?(?:{'|'.join(signatures())})\s?(?:[/:؛|،_]|[-–—])\s?\w")


@cache
def _interviewer() -> re.Pattern[str]:
    agency = rf"[«\"]?(?:خبرگزاری )?(?:{'|'.join(signatures())})(?!\w)"
    return re.compile(rf"گفت ?و? ?گو(?:یی)?(?: \w+)? ?با {agency}|(?<!\w)به {agency}[»\"]? گفت")


def names_interviewer(text: str) -> bool:
    """Return whether a text names an agency that somebody spoke to: `در گفت‌وگو با فارس`."""
    return _interviewer().search(level(text)) is not None


def is_signed(text: str) -> bool:
    """Return whether a paragraph begins with an agency's name and a mark: `خبرگزاری فارس - قزوین؛`.

    Some agencies sign that way instead of «به گزارش …».
    """
    return _signed().match(level(text[:60])) is not None


def is_labelled_lead(text: str) -> bool:
    """Return whether a paragraph says that it is the lead: `چکیده: …`."""
    return _LEAD_LABEL.match(level(text[:60])) is not None


def trim_signature(lead: str) -> str:
    """Return `lead` without its label and the agency's name that some sites put before it.

    >>> trim_signature("خبرگزاری تسنیم: مدیرکل گفت."), trim_signature("چکیده: مدیرکل گفت.")
    ('مدیرکل گفت.', 'مدیرکل گفت.')
    """
    for before in (_LEAD_LABEL, _signature()):
        if match := before.match(level(lead[:60])):
            lead = lead[match.end() :]
    return lead


_PART: Final = re.compile(r"\s*[|/»>«]\s*|\s+[-–—]\s+")


@cache
def _site_names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile (an agency's name, the name of a service beside it)."""
    mastheads, services = (
        re.compile("|".join(level(pattern) for pattern in _table()[key]), re.IGNORECASE)
        for key in ("mastheads", "services")
    )
    return mastheads, services


def is_masthead(line: str) -> bool:
    """Return whether a whole line is the name of an agency's site, as at the head of its pages.

    >>> is_masthead("گروه جامعه - خبرگزاری فارس")
    True
    """
    if len(line) > _LONGEST_MASTHEAD:
        return False
    levelled = " ".join(level(line).split())
    bare = " ".join(levelled.replace("|", " ").split())
    if any(patterns.header.match(bare) for patterns in _patterns().values()):
        return True
    masthead, service = _site_names()
    parts = [part for part in _PART.split(levelled.strip(" -–—|/»>«")) if part]
    named = sum(masthead.fullmatch(part) is not None for part in parts)
    return named > 0 and all(masthead.fullmatch(p) or service.fullmatch(p) for p in parts)


def agency_in(text: str) -> str | None:
    """Return the key of the agency that a header line, dateline or attribution names.

    Only agencies with a key of their own: `ilna`, `mehr`, `irib`, `tvto`. One that is merely quoted
    (`به نقل از …`) or mentioned does not count.

    >>> agency_in("به گزارش خبرنگار ایلنا از اراک، کارگران …")
    'ilna'
    """
    levelled = " ".join(level(text[: _REACH + _LONGEST_CLAUSE]).split())
    levelled = _QUOTED_NAME.sub(r"\1", levelled)  # «در گفت‌وگو با خبرنگار «ایلنا»»
    source = attribution(levelled)
    short = len(levelled) <= _LONGEST_MASTHEAD
    bare = " ".join(levelled.replace("|", " ").split()) if short else ""
    interview = None if source else _INTERVIEWED.search(levelled)
    for agency, patterns in _patterns().items():
        if source and patterns.source.match(source):
            return agency
        if interview and patterns.source.match(levelled, interview.end()):
            return agency
        if patterns.dateline.match(levelled) or (short and patterns.header.match(bare)):
            return agency
    return None
