"""Who wrote a text or took its pictures, as lines of their own say: «عکاس: رضا کریمی»."""

import re
from typing import Final

from cleaners.lines.attribution import is_masthead, level
from cleaners.lines.labels import any_label
from cleaners.lines.people import reads_as_name_of_person
from cleaners.persian.names import is_person

__all__ = ["AUTHOR", "credited", "has_office", "is_person_in_bars"]

_NAME: Final = r"(?P<name>[آ-ی]+(?: [آ-ی]+){1,3}"
#: A label and a name, in levelled text: «نویسنده: علی کریمی».
AUTHOR: Final = re.compile(rf"{any_label('author')}(?: و {any_label('author')})? ?: ?{_NAME})")
# «عکس: رضا کریمی / ایسنا», «عکاس (رضا کریمی) خبرگزاری فارس»
_OF_AN_AGENCY: Final = re.compile(
    rf"{any_label('author')} ?(?:: ?|\( ?){_NAME}?)"
    r"(?: ?\) ?| ?[/|،–-] ?)(?P<agency>\w+(?: \w+){0,4})"
)
# «گفت‌وگو از رضا کریمی، عضو تحریریه …»
_OF_THE_STAFF: Final = re.compile(
    rf"(?:گفت ?و ?گو|مصاحبه|گزارش|یادداشت|ترجمه) از ?:? {_NAME})[،,/–-]? ?"
    r"(?:عضو(?: هی[اأئ]ت)? تحریریه|دبیر سرویس|خبرنگار|روزنامه ?نگار)(?: \w+){0,4}"
)
# «رضا کریمی | خبرنگار گروه جامعه»
_WITH_OFFICE: Final = re.compile(
    rf"{_NAME}) ?[|/] ?(?:خبرنگار|روزنامه ?نگار|گزارشگر|عضو(?: هی[اأئ]ت)? تحریریه|"
    r"دبیر (?:سرویس|گروه))(?: \w+){0,4}"
)
# «گزارش تصویری: رضا کریمی»
_OF_A_PERSON: Final = re.compile(rf"{any_label('author', 'of_person')} ?: ?{_NAME})")
# «|  زهرا کریمی  |»
_IN_BARS: Final = re.compile(r"\s*\|(?P<name>[^|]*)\|\s*")


def credited(levelled: str) -> re.Match[str] | None:
    """Return the match of a line that credits a person, the group `name`; None for other lines.

    >>> credited("عکس: رضا کریمی / ایسنا")["name"]
    'رضا کریمی'
    >>> credited("رضا کریمی | خبرنگار گروه جامعه")["name"]
    'رضا کریمی'
    """
    if match := AUTHOR.fullmatch(levelled):
        return match
    match = _OF_AN_AGENCY.fullmatch(levelled)
    if match and (is_masthead(match["agency"]) or match["agency"].startswith("خبرگزاری ")):
        return match
    if match := _with_office(levelled):
        return match
    match = _OF_A_PERSON.fullmatch(levelled)
    return match if match and is_person(match["name"]) else _OF_THE_STAFF.fullmatch(levelled)


def has_office(line: str) -> bool:
    """Return whether a line is a name and an office: «رضا کریمی | خبرنگار گروه جامعه»."""
    return ("|" in line or "/" in line) and _with_office(level(line)) is not None


def _with_office(levelled: str) -> re.Match[str] | None:
    match = _WITH_OFFICE.fullmatch(levelled)
    return match if match and reads_as_name_of_person(match["name"]) else None


def is_person_in_bars(line: str) -> bool:
    """Return whether a line is a person's name between bars, as papers sign: `|  زهرا کریمی  |`."""
    match = _IN_BARS.fullmatch(line)
    return match is not None and is_person(" ".join(match["name"].split()))
