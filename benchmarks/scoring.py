"""Score an extracted article against its gold, with the measures of the captures' own scorer.

P, R, F1   overlap of the body's words, as multisets. A word is a run of letters and digits after
           NFC, without ZWNJ and other invisible characters.
F1z        the same, but ZWNJs inside words are kept and must match.
leaks      strings of `must_not_contain` found in body, title, kicker or lead, comparing letters.
title, kicker, lead   must be equal except for white space; null must be null.
published  must be right to the minute if gold has a time, else to the day.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

__all__ = ["PageScore", "Totals", "score_page", "totals"]

_ZWNJ: Final = "\u200c"
_INVISIBLE: Final = {
    ord(char): None
    for char in "\xad\u200b\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_DIGITS: Final = {0x0660 + n: str(n) for n in range(10)} | {0x06F0 + n: str(n) for n in range(10)}
_FOLDED: Final = _DIGITS | {0x064A: "\u06cc", 0x0649: "\u06cc", 0x0643: "\u06a9"}
# \w has the digits and letters; combining marks between them belong to the word as well.
_WORD: Final = re.compile(
    r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed])+"
)
_WORD_WITH_ZWNJ: Final = re.compile(
    r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]|\u200c)+"
)
_TEHRAN: Final = ZoneInfo("Asia/Tehran")


@dataclass(slots=True)
class PageScore:
    """The scores of one page."""

    file: str
    precision: float
    recall: float
    f1: float
    f1z: float
    leaked: list[str]
    of_leaks: int
    title: bool
    kicker: bool
    lead: bool
    published: bool
    code: bool | None
    """None if the page shows no code."""


@dataclass(slots=True)
class Totals:
    """Means over pages and shares of pages, from 0 to 1, and counts."""

    pages: int
    precision: float
    recall: float
    f1: float
    f1z: float
    leaks: int
    of_leaks: int
    title: float
    kicker: float
    lead: float
    published: float
    code: float | None


def score_page(gold: Mapping[str, Any], found: Mapping[str, Any] | None) -> PageScore:
    """Score what was `found` on a page; None means that the tool found nothing."""
    found = found or {}
    body, wanted = _text(found.get("body")), _text(gold["body"])
    precision, recall, f1 = _overlap(_words(wanted), _words(body))
    _, _, f1z = _overlap(_words(wanted, zwnj=True), _words(body, zwnj=True))
    everything = _letters("\n".join([body, *(_text(found.get(k)) for k in _LINES)]))
    noise = gold["must_not_contain"]
    return PageScore(
        file=gold["file"],
        precision=precision,
        recall=recall,
        f1=f1,
        f1z=f1z,
        leaked=[text for text in noise if _letters(text) in everything],
        of_leaks=len(noise),
        title=_same_line(gold, found, "title"),
        kicker=_same_line(gold, found, "kicker"),
        lead=_same_line(gold, found, "lead"),
        published=bool(found) and _same_time(gold.get("published_at"), found.get("published_at")),
        code=_same_code(gold.get("news_code"), found.get("news_code")),
    )


_LINES: Final = ("title", "kicker", "lead")


def totals(scores: Sequence[PageScore]) -> Totals:
    """Return the means over `scores`."""

    def mean(name: str) -> float:
        return sum(float(getattr(score, name)) for score in scores) / max(len(scores), 1)

    coded = [score.code for score in scores if score.code is not None]
    return Totals(
        pages=len(scores),
        precision=mean("precision"),
        recall=mean("recall"),
        f1=mean("f1"),
        f1z=mean("f1z"),
        leaks=sum(len(score.leaked) for score in scores),
        of_leaks=sum(score.of_leaks for score in scores),
        title=mean("title"),
        kicker=mean("kicker"),
        lead=mean("lead"),
        published=mean("published"),
        code=sum(coded) / len(coded) if coded else None,
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else "\n".join(map(str, value))


@lru_cache(maxsize=512)  # gold is scored against every tool
def _words(text: str, *, zwnj: bool = False) -> Counter[str]:
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    if not zwnj:
        return Counter(_WORD.findall(text.replace(_ZWNJ, "")))
    words = (word.strip(_ZWNJ) for word in _WORD_WITH_ZWNJ.findall(text))
    return Counter(word for word in words if word)


def _overlap(gold: Counter[str], found: Counter[str]) -> tuple[float, float, float]:
    both, wanted, given = (gold & found).total(), gold.total(), found.total()
    precision = both / given if given else 0.0
    recall = both / wanted if wanted else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, mean


def _letters(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE).replace(_ZWNJ, "")
    return "".join(text.translate(_FOLDED).split())


def _same_line(gold: Mapping[str, Any], found: Mapping[str, Any], key: str) -> bool:
    if not found:
        return False
    return _squeezed(gold.get(key)) == _squeezed(found.get(key))


def _squeezed(value: Any) -> str | None:
    return " ".join(_text(value).split()) or None


def _read(text: Any) -> tuple[date | None, datetime | None]:
    """Return the day in Tehran of an ISO date or time, and the instant if there is a time."""
    text = str(text or "").strip()
    try:
        if len(text) == len("2025-01-31"):
            return date.fromisoformat(text), None
        when = datetime.fromisoformat(text)
    except ValueError:
        return None, None
    if when.tzinfo is None:
        return when.date(), None
    return when.astimezone(_TEHRAN).date(), when


def _same_time(gold: Any, found: Any) -> bool:
    if not gold or not found:
        return not gold and not found
    (gold_day, gold_time), (day, time) = _read(gold), _read(found)
    if day is None or gold_time is None:
        return day is not None and day == gold_day
    return time is not None and int(time.timestamp() // 60) == int(gold_time.timestamp() // 60)


def _same_code(gold: Any, found: Any) -> bool | None:
    if gold is None:
        return None
    return str(found or "").strip().translate(_DIGITS) == str(gold).translate(_DIGITS)
