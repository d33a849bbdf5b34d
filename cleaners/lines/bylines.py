"""The byline that opens a report: «خبرگزاری مهر، گروه جامعه - مریم رضایی: در روزهای …»."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from cleaners.lines.attribution import level
from cleaners.persian.names import sounds_like_person
from cleaners.tables import read_table

__all__ = ["opening_byline"]

# A byline is no longer, in characters, and a part of it has no more words.
_LONGEST: Final = 100
_MOST_WORDS: Final = 5
_PART: Final = re.compile(r"\s*[،,؛/|_]\s*|\s*[-–—]\s*")
_AND: Final = re.compile(r"\s+و\s+")
_NAME: Final = re.compile(r"[آ-یءأؤئ]{2,}(?: [آ-یءأؤئ]{2,}){1,3}")
_SITE: Final = (
    r"(?:سرویس|گروه|حوزه|بخش|تحریریه|خبرگزاری|روزنامه|پایگاه|سایت|مجله|هفته ?نامه|ماهنامه) .+"
)


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
    opening, colon, _ = level(text[:_LONGEST]).partition(":")
    parts: Sequence[str] = [part for part in _PART.split(opening.strip()) if part]
    if not colon or len(parts) < 2 or not _site().fullmatch(parts[0]):
        return []
    if any(part.count(" ") >= _MOST_WORDS for part in parts[1:]):
        return []
    # An office may stand behind the name: «…، پژوهشگر».
    for part in parts[-1:-3:-1] if len(parts) > 2 else parts[-1:]:
        names = _AND.split(part)
        if all(_NAME.fullmatch(name) and sounds_like_person(name) for name in names):
            surnames = [name.split()[-1] for name in names]
            told = [level(other) for other in others if other]
            return [] if any(name in text for name in surnames for text in told) else names
    return []
