"""Bylines that are part of a text: «خبرگزاری مهر، گروه جامعه - مریم رضایی: در روزهای …»."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.people import reads_as_name_of_person
from cleaners.lines.places import province_named
from cleaners.persian.names import sounds_like_person
from cleaners.tables import read_table

__all__ = ["closing_byline", "opening_byline"]

# A byline is no longer, in characters, and a part of it has no more words.
_LONGEST: Final = 100
_MOST_WORDS: Final = 5
_PART: Final = re.compile(r"\s*[،,؛/|_]\s*|\s*[-–—]\s*")
# «ترجمه از رضا کاظمی»
_WROTE: Final = re.compile(r"(?:ترجمه|گزارش|یادداشت|گفت ?و ?گو|مصاحبه) از ")
_TALKED: Final = re.compile(r"(?:گفت ?و ?گو|مصاحبه)(?: از)? ?: ?")
_AND: Final = re.compile(r"\s+و\s+")
# «به یاد محمدرضا شجریان», «نامه به رضا کیانیان», «شهرستان دماوند», «خبرهای دنیا»
_NO_NAME: Final = re.compile(
    r"(?:به|از|با|در|درباره|نامه|یاد|خبر|خبرهای|اخبار|شهر|شهرستان|استان|روستای|بخش)(?!\w)|.*(?<!\w)به(?!\w)"
)
_NAME: Final = re.compile(r"[آ-یءأؤئ]{2,}(?: [آ-یءأؤئ]{2,}){1,3}")
_SITE: Final = r"(?:سرویس|تحریریه|خبرگزاری|روزنامه|پایگاه خبری|مجله|هفته ?نامه|ماهنامه) .+"


@cache
def _site() -> re.Pattern[str]:
    names = "|".join(level(name) for name in read_table("attributions")["mastheads"])
    return re.compile(f"(?:{names}|{_SITE})", re.IGNORECASE)


def opening_byline(text: str, others: Iterable[str | None] = ()) -> list[str]:
    """Return the reporters whom the first words of a text name, behind the name of their paper.

    Not if one of `others`, title and paragraphs, speaks of them: then they are speakers.

    >>> opening_byline("همشهری آنلاین - زهرا بلندی: مجمع جهانی اقتصاد در گزارش تازه خود …")
    ['زهرا بلندی']
    >>> opening_byline("خبرگزاری مهر، گروه جامعه، یادداشت مهمان - مریم رضایی، پژوهشگر: این روزها …")
    ['مریم رضایی']
    >>> opening_byline("گرگان - خبرگزاری مهر: مدیرکل گفت …")
    []
    """
    opening, colon, _ = text[:_LONGEST].partition(":")
    others = (*others, text[len(opening) :])
    parts = [part for part in _PART.split(opening.strip()) if part]
    if not colon or len(parts) < 2 or any(part.count(" ") >= _MOST_WORDS for part in parts[1:]):
        return []
    is_of_site = _site().fullmatch(level(parts[0])) is not None
    # An office may stand behind the name: «…، پژوهشگر».
    for part in parts[-1:-3:-1] if len(parts) > 2 else parts[-1:]:
        wrote = _WROTE.match(level(part))
        names = _AND.split(part[wrote.end() if wrote else 0 :])
        if (is_of_site or wrote) and all(map(_is_name, names)):
            return [] if _are_spoken_of(names, others) else names
    return []


def closing_byline(text: str, others: Iterable[str | None] = ()) -> list[str]:
    """Return the reporters whom the last line of an interview names.

    >>> closing_byline("گفت‌وگو: نسرین کاویانی")
    ['نسرین کاویانی']
    """
    label = _TALKED.match(level(text))
    names = _AND.split(text[label.end() :].strip()) if label else []
    return names if all(map(_is_name, names)) and not _are_spoken_of(names, others) else []


def _is_name(text: str) -> bool:
    return (
        _NAME.fullmatch(level(text)) is not None
        and sounds_like_person(text)
        and reads_as_name_of_person(text)
        and province_named(text) is None
        and _NO_NAME.match(level(text)) is None
    )


def _are_spoken_of(names: Iterable[str], others: Iterable[str | None]) -> bool:
    surnames = [level(name).split()[-1] for name in names]
    told = [level(other) for other in others if other]
    return any(surname in text for surname in surnames for text in told)
