"""Who wrote a text or took its pictures, as lines of their own say: «عکاس: رضا کریمی»."""

import re
from functools import cache
from typing import Final

from cleaners.lines.attribution import is_masthead, level
from cleaners.lines.labels import any_label
from cleaners.lines.people import is_no_person, reads_as_name_of_person
from cleaners.persian.names import begins_with_given_name, is_person, sounds_like_person
from cleaners.tables import read_table

__all__ = [
    "AUTHOR",
    "credited",
    "has_office",
    "is_person_in_bars",
    "is_picture_credit",
    "photographers",
]

_NAME: Final = r"(?P<name>[آ-ی]+(?: [آ-ی]+){1,3}"
#: A label and a name, in levelled text: «نویسنده: علی کریمی».
AUTHOR: Final = re.compile(rf"{any_label('author')}(?: و {any_label('author')})? ?: ?{_NAME})")
# «عکس: رضا کریمی / ایسنا», «عکاس (رضا کریمی) خبرگزاری فارس»
_OF_AN_AGENCY: Final = re.compile(
    rf"{any_label('author')} ?(?:: ?|\( ?){_NAME}?)"
    r"(?: ?\) ?| ?[/|،–-] ?)(?P<agency>\w+(?: \w+){0,4})"
)
_OFFICE: Final = (
    r"(?:خبرنگار|روزنامه ?نگار|گزارشگر|عضو(?: هی[اأئ]ت)? تحریریه|دبیر (?:سرویس|گروه))(?: \w+){0,4}"
)
# «گفت‌وگو از رضا کریمی، عضو تحریریه …»
_OF_THE_STAFF: Final = re.compile(
    rf"(?:گفت ?و ?گو|مصاحبه|گزارش|یادداشت|ترجمه) از ?:? {_NAME})[،,/–-]? ?{_OFFICE}"
)
# «رضا کریمی | خبرنگار گروه جامعه»
_WITH_OFFICE: Final = re.compile(rf"{_NAME}) ?[|/] ?{_OFFICE}")
# «گزارش تصویری: رضا کریمی»
_OF_A_PERSON: Final = re.compile(rf"{any_label('author', 'of_person')} ?: ?{_NAME})")
# The label names what is seen, too: «عکس: بارش برف در شهر».
_PICTURE: Final = re.compile(r"عکس ?:")
# «عکس‌ها: سارا کریمی», «از نگاه دوربین سارا کریمی»
_PICTURES_BY: Final = re.compile(
    r"(?:عکس|تصاویر|عکاس|خبرنگار)(?: ?ها| ?های| ?ان| خبری)? ?(?:[:؛]|از ?:?(?!\w))\s*"
    r"|(?:از )?(?:نگاه |دریچه )?(?:دوربین|لنز) "
)
_LABEL_ENDS: Final = 8
_NOT_NAMED: Final = re.compile(r"\s*[/|(]|\s+[-–—]\s+(?=\w+$)")
_NEXT_NAME: Final = re.compile(r"\s*[،,؛/|]\s*|\s+(?:و|[-–—])\s+")
# «صیاد گل محمدی»
_WORDS_OF_NAME: Final = 3
# «|  زهرا کریمی  |»
_IN_BARS: Final = re.compile(r"\s*\|(?P<name>[^|]*)\|\s*")


def credited(levelled: str, *, may_be_title: bool = True) -> re.Match[str] | None:
    """Return the match of a line that credits a person, the group `name`; None for other lines.

    Where the line may be a title, «عکس: آتش سوزی جنگل», only what sounds like a name is one.

    >>> credited("عکس: رضا کریمی / ایسنا")["name"]
    'رضا کریمی'
    >>> credited("رضا کریمی | خبرنگار گروه جامعه")["name"]
    'رضا کریمی'
    """
    match = AUTHOR.fullmatch(levelled)
    if match and (
        _may_be_credited(match["name"], levelled)
        or (not may_be_title and _is_short_name(match["name"]))
    ):
        return match
    match = _OF_AN_AGENCY.fullmatch(levelled)
    if match and (is_masthead(match["agency"]) or match["agency"].startswith("خبرگزاری ")):
        return match
    if match := _with_office(levelled):
        return match
    match = _OF_A_PERSON.fullmatch(levelled)
    if match and (is_person(match["name"]) or (not may_be_title and _is_credit(match["name"]))):
        return match
    return _OF_THE_STAFF.fullmatch(levelled)


def is_picture_credit(text: str) -> bool:
    """Return whether a line says who took a picture, and for which agency.

    >>> is_picture_credit("عکس: رضا شفیعی/ ایسنا"), is_picture_credit("عکس: بارش برف")
    (True, False)
    """
    if "عکس" not in text[:_LABEL_ENDS]:
        return False
    levelled = level(text)
    match = _OF_AN_AGENCY.fullmatch(levelled) if _PICTURE.match(levelled) else None
    return (
        match is not None
        and match["name"] is not None
        and sounds_like_person(match["name"])
        and is_masthead(match["agency"])
    )


def photographers(text: str) -> list[str]:
    """Return the people whom the line for the photographer names; none for any other words.

    >>> photographers("عکس از سارا کریمی"), photographers("سارا کریمی - رضا نوری")
    (['سارا کریمی'], ['سارا کریمی', 'رضا نوری'])
    >>> photographers("گزارش تصویری")
    []
    """
    label = _PICTURES_BY.match(level(text))
    if label is None:
        names = [name for name in _NEXT_NAME.split(text.strip()) if not is_masthead(name)]
        return names if all(map(reads_as_name_of_person, names)) else []
    # An agency or a town may follow: «عکس: رضا شفیعی/ ایسنا».
    told = _NOT_NAMED.split(text[label.end() :].strip())[0].strip()
    return [name for name in _NEXT_NAME.split(told) if name and not is_no_person(name)]


def has_office(line: str) -> bool:
    """Return whether a line is a name and an office: «رضا کریمی | خبرنگار گروه جامعه»."""
    return ("|" in line or "/" in line) and _with_office(level(line)) is not None


def _with_office(levelled: str) -> re.Match[str] | None:
    match = _WITH_OFFICE.fullmatch(levelled)
    return match if match and reads_as_name_of_person(match["name"]) else None


def _may_be_credited(name: str, line: str) -> bool:
    """Return whether the words behind an author's label may be a name: «عکس: برف شهر» has none."""
    if sounds_like_person(name) or is_no_person(name):
        return True
    return not _PICTURE.match(line) and reads_as_name_of_person(name)


def _is_short_name(name: str) -> bool:
    """Return whether words are at most three, and none joins others as in what a picture shows."""
    words = name.split()
    is_short = len(words) <= _WORDS_OF_NAME and _joining().isdisjoint(words)
    return is_short and reads_as_name_of_person(name)


def _is_credit(name: str) -> bool:
    """Return whether words are a name by their first: plurals end as surnames do, «روستاییان»."""
    return _is_short_name(name) and begins_with_given_name(name)


@cache
def _joining() -> frozenset[str]:
    return frozenset(map(level, read_table("people")["no_name"]["joining"]))


def is_person_in_bars(line: str) -> bool:
    """Return whether a line is a person's name between bars, as papers sign: `|  زهرا کریمی  |`."""
    match = _IN_BARS.fullmatch(line)
    return match is not None and is_person(" ".join(match["name"].split()))
