"""Names of authors: which are not people, which words read like a name, who posted a text."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.labels import any_label
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold
from cleaners.persian.names import sounds_like_person
from cleaners.tables import read_table

__all__ = [
    "AND",
    "BARS",
    "each_person",
    "is_about_one_of",
    "is_farewell",
    "is_no_person",
    "poster_in",
    "reads_as_name_of_person",
    "without_role",
]

_LATIN: Final = re.compile(r"[\x00-\x7f]+")
# «رضا کاظمی», «دکتر سید علی رضا موسوی»; a half-space parts words here, too.
_PERSIAN_NAME: Final = re.compile(r"[آ-ی]{2,}(?: [آ-ی]{2,}){1,4}")
_LATIN_NAME: Final = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]*\.?)* [A-Z][a-z]+")
#: What stands between a name and an office: «رضا کاظمی / روزنامه‌نگار».
BARS: Final = re.compile(r"\s*[|/•·]\s*")
#: What stands between two names: «رضا کاظمی و مریم رضایی».
AND: Final = re.compile(r"\s*[،,؛]\s*|\s+و\s+")
_COMMA: Final = re.compile(r"[،,؛]")
# In characters.
_LONGEST_NAME: Final = 40
_LONGEST_FAREWELL: Final = 40
# A name ends at a mark, at a figure, or where the line goes on with the day: «رضا کاظمی در ۱۲ آذر».
_NAME_ENDS: Final = r"(?=\s*(?:$|[|،,؛:/()•·–—-]|\d)| (?:در|و در|، در|تاریخ|به تاریخ)(?!\w))"


@cache
def _institution() -> re.Pattern[str]:
    return re.compile("|".join(read_table("people")["institution"]["words"]), re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    others = "|".join(read_table("people")["role"]["others"])
    roles = f"{any_label('author')}|{any_label('author', 'of_person')}|{others}"
    return re.compile(rf"^(?:{roles})\s*[:؛]\s*|^از\s*:\s*")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_label('author', 'by')}|{any_label('author', 'wrote')}) ")


@cache
def _words_of_no_name() -> frozenset[str]:
    return frozenset(map(fold, read_table("people")["no_name"]["words"]))


@cache
def _words_before_editors() -> frozenset[str]:
    return frozenset(map(fold, read_table("people")["no_name"]["first"]))


@cache
def _posted_by() -> re.Pattern[str]:
    label = f"(?:{any_label('author', 'by')}|{any_label('author', 'wrote')})"
    return re.compile(rf"(?:^|[|•·]) ?{label} ?:? ?(?P<name>[آ-ی]+(?: [آ-ی]+){{1,4}}?){_NAME_ENDS}")


def without_role(name: str) -> str:
    """Return an author's name without what the person did, their office, and the marks around it.

    >>> without_role("مترجم: رضا کاظمی"), without_role("نويسنده: رضا کاظمی")
    ('رضا کاظمی', 'رضا کاظمی')
    >>> without_role("توسط رضا کاظمی")
    'رضا کاظمی'
    >>> without_role("رضا کاظمی | خبرنگار گروه جامعه")
    'رضا کاظمی'
    """
    role = _role().match(level(name)) or _by().match(level(name))
    bare = name[role.end() if role else 0 :].strip(" :؛،,-")
    person, *office = BARS.split(bare, maxsplit=1)
    if office and reads_as_name_of_person(person) and not reads_as_name_of_person(office[0]):
        return person
    return bare


def is_no_person(name: str) -> bool:
    """Return whether an author is an institution, an office, or a login.

    >>> is_no_person("مدیر سایت"), is_no_person("rkazemi"), is_no_person("مهران مدیری")
    (True, True, False)
    >>> is_no_person("روابط عمومي")
    True
    """
    if _institution().search(level(name)):
        return True
    return " " not in name.strip() and _LATIN.fullmatch(name) is not None


def is_farewell(line: str) -> bool:
    """Return whether a line ends a letter, above the name of who wrote it.

    >>> is_farewell("با احترام و سپاس"), is_farewell("با احترام به همه مربیان، این راه ادامه دارد.")
    (True, False)
    """
    openings = tuple(read_table("people")["farewell"]["openings"])
    return len(line) <= _LONGEST_FAREWELL and level(line).strip().startswith(openings)


def is_about_one_of(people: Sequence[str], text: str) -> bool:
    """Return whether a text below names of people has one of these or begins with «او».

    >>> is_about_one_of(["رضا کاظمی"], "او خبرنگار است."), is_about_one_of([], "او خبرنگار است.")
    (True, False)
    """
    openings = tuple(f"{word} " for word in read_table("people")["about"]["openings"])
    levelled = level(text)
    return bool(people) and (
        levelled.startswith(openings) or any(level(name) in levelled for name in people)
    )


def reads_as_name_of_person(text: str) -> bool:
    """Return whether a text that the page calls the author reads like the name of a person.

    >>> reads_as_name_of_person("رضا کاظمی"), reads_as_name_of_person("همه نوشته‌های رضا کاظمی")
    (True, False)
    """
    if len(text) > _LONGEST_NAME or is_no_person(text):
        return False
    levelled = " ".join(level(text).split())
    if _LATIN_NAME.fullmatch(levelled):
        return True
    if not _PERSIAN_NAME.fullmatch(levelled) or ends_with_verb(text):
        return False
    words = [fold(word) for word in text.split()]
    return _words_of_no_name().isdisjoint(words) and words[0] not in _words_before_editors()


def each_person(text: str) -> list[str]:
    """Return the people whom a text names side by side, or the text itself if not all are people.

    >>> each_person("رضا کاظمی و مریم رضایی"), each_person("رضا کاظمی، استاد دانشگاه")
    (['رضا کاظمی', 'مریم رضایی'], ['رضا کاظمی، استاد دانشگاه'])
    """
    names = AND.split(text)
    # Behind a comma may stand what the person does.
    may_tell_office = _COMMA.search(text) is not None
    are_people = all(
        reads_as_name_of_person(name) and (not may_tell_office or sounds_like_person(level(name)))
        for name in names
    )
    return names if are_people else [text]


def poster_in(line: str) -> str | None:
    """Return the person whom a line names as the one who wrote or posted the text.

    >>> poster_in("ارسال شده توسط رضا کاظمی در ۱۲ آذر ۱۴۰۲")
    'رضا کاظمی'
    """
    found = _posted_by().search(level(line))
    name = line[slice(*found.span("name"))] if found else ""
    return name if reads_as_name_of_person(name) else None
