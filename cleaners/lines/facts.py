"""Facts in the lines around the article: date, news code, section, tags, reporters."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from cleaners.dates.parsing import find_date, parse_date
from cleaners.lines.attribution import is_masthead, level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.credits import AUTHOR, credited, has_office, is_person_in_bars
from cleaners.lines.hashtags import hashtags
from cleaners.lines.labels import any_label
from cleaners.lines.newscode import code_in_line, lone_code
from cleaners.lines.sections import breadcrumb, labelled_sections
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import KASHIDA, latin_digits

__all__ = ["PARTS", "LineFacts", "Place", "facts_of"]

_BULLETS: Final = " \t•●▪■◾·*-–—|/،,"
_BREADCRUMB: Final = re.compile(r"\d{1,2}[.)] (?P<section>[\w ]{2,30})")
_TAGS: Final = re.compile(rf"{any_label('tags')} ?: ?(?P<tags>.+)")
# «رضا کریمی در ۱۲ آذر ۱۴۰۳ ۰»: who posted it, the day, and the number of comments.
_BYLINE: Final = re.compile(r"(?P<name>[آ-ی]+(?: [آ-ی]+){1,3}) در *\d*")
_MODIFIED: Final = re.compile(any_label("modified", "words"))
_UPDATED_AT: Final = re.compile(r"(?:به ?روز شده|به ?روزرسانی|ویرایش)(?: در)?:? ?\d{1,2}:\d{2}")
_WEEKDAY_NAMES: Final = any_label("weekday", "names")
_TODAY: Final = re.compile(rf"(?<!\w)امروز(?!\w)|(?<!\w)امروز(?={_WEEKDAY_NAMES})|امروز ?:")
_LABELLED: Final = re.compile(rf"{any_label('published', 'words')}|(?<!\w)ارسال")
_WEEKDAY: Final = re.compile(_WEEKDAY_NAMES)
# No clock has it behind the day, as Blogger does: «۱۳۹۸ شهریور ۲, شنبه».
_WEEKDAY_LAST: Final = re.compile(rf" \d{{1,2}}[,،] {_WEEKDAY_NAMES}$")
_WEEKDAY_NAME: Final = re.compile(rf"(?<!\w){_WEEKDAY_NAMES}(?!\w)")
_CRAWL_PREFIX: Final = re.compile(r"\s*date\s+(?P<day>\d{4}-\d{2}(?:-\d{2})?)\s", re.IGNORECASE)
# Words beside a date or a code that add nothing.
_FURNITURE: Final = re.compile(rf"(?<!\w){any_label('beside', 'words')}(?!\w)")
_SENT_BY: Final = re.compile(rf"(?<!\w){any_label('author', 'by')} ?:? ?\w+(?: \w+)?")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_STUCK: Final = re.compile(
    r"(?<=\d{4}[-/]\d{2}[-/]\d{2})(?=\d{2}:\d{2})|(?<=\d:\d{2})(?=\d{4}[-/]\d{2}[-/]\d{2})"
)
# The days of publication and change, as WordPress has them: «۱۸ تیر ۱۴۰۴۲۰ تیر ۱۴۰۴».
_STUCK_DAYS: Final = re.compile(r"(\d{1,2} [^\W\d]{2,9} \d{4})(\d{1,2} [^\W\d]{2,9} \d{4})(?!\d)")
# Letters that may be left of a line of facts when date, code and such words are taken out of it.
_MOST_LEFT: Final = 3
_LONGEST: Final = 160
# In a line of more parts than this, one need not be a fact; beside at least this many facts,
# anything with a label counts as one.
_ONE_MAY_DIFFER: Final = 2
_FACTS_BESIDE: Final = 2
_LONGEST_DATE: Final = 30
# No article has more tags or authors.
_MOST_NAMES: Final = 200
_SECTION_WORDS: Final = 3
# «۲۵ آذر ۱۴۰۳ - ساعت»
_EMPTY_HOUR: Final = re.compile(r"(?<!\w)ساعت\W*$")
# «رادیو زمانه - ۲۱ فروردین ۱۳۹۵»
_NAME: Final = re.compile(
    r"\s*(?:(?:سایت|روزنامه|خبرگزاری|پایگاه|هفته نامه) )*"
    r"[^\W\d]{2,15}(?: [^\W\d]{2,15})?\s*(?:[-–|/]\s*)+"
)
# The number of a paper's issue: «شماره ۵۵۷ | ۱۶ اردیبهشت ۱۳۹۴»
_ISSUE: Final = re.compile(r"(?<!\w)(?:سال \w+[،,]? ?)?شماره:? \d{1,5}(?!\d)")
# «کد خبر: ۴۶۸۷۷۲۲ - سرویس فرهنگی»
_SERVICE: Final = re.compile(r"(?<!\w)(?:سرویس|گروه|حوزه) \w+(?: و \w+)?$")
# «۴ روز قبل»
_AGE: Final = re.compile(r"\d{1,2} (?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال) (?:پیش|قبل)(?!\w)")


class Place(Enum):
    """Where a line stands in a flattened text."""

    ANY = "any"
    HEADER = "header"
    """Above the title: a numbered line is a breadcrumb, a day with its weekday the page's clock."""
    BELOW_TITLE = "below title"
    """In the header, too, but a day with its weekday is the article's."""
    BELOW_HEADLINE = "below headline"
    """Below a title that is no site's name, so that the line itself is none."""
    TEXT = "text"
    """In the body: a name beside a day is an item of a list."""


_BELOW_TITLE: Final = frozenset((Place.BELOW_TITLE, Place.BELOW_HEADLINE))
_HEADER: Final = frozenset((Place.HEADER, *_BELOW_TITLE))
_NO_TITLE: Final = frozenset((Place.BELOW_HEADLINE, Place.TEXT))


class _Date(NamedTuple):
    trust: int
    """0 with a label, 1 with a time, 2 bare, 3 added by a crawl."""
    distance: int
    """How many dates are between it and the top of the body; those below the body come last."""
    raw: str


@dataclass(slots=True)
class LineFacts:
    """Facts gathered from the lines around an article."""

    news_code: str | None = None
    bare_code: str | None = None
    """A number alone below the title: the code if no other is labelled."""
    section: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    _dates: list[_Date] = field(default_factory=list)

    def take_crawl_date(self, text: str) -> str:
        """Return `text` without the ` date 2025-11-26 ` that a crawl put there; keep the day."""
        match = _CRAWL_PREFIX.match(text[:60])
        if match is None:
            return text
        if find_date(match["day"]) is not None:  # some state only the month
            self._take(3, match["day"])
        return text[match.end() :]

    def take_bare_code(self, line: str) -> None:
        """Take `line` as the news code, if it is nothing but a number of a code's length."""
        self.bare_code = self.bare_code or lone_code(line)

    def read(self, line: str, place: Place = Place.ANY) -> bool:
        """Take the facts of `line`, which stands at `place`; return whether it is nothing else."""
        if len(line) > _LONGEST:
            return False
        squeezed = _unstuck(" ".join(line.replace(KASHIDA, "").split())).strip(_BULLETS)
        if is_person_in_bars(line):
            _add(self.authors, squeezed)
            return True
        if _UPDATED_AT.fullmatch(level(squeezed)):
            return True
        if place in _HEADER and (step := _BREADCRUMB.fullmatch(level(squeezed))):
            _add(self.section, squeezed[slice(*step.span("section"))].strip())
            return True
        if place in _HEADER and (sections := breadcrumb(line)) is not None:
            for name in sections:
                _add(self.section, name)
            return True
        return self._read_named(squeezed, place) or self._read_date_and_code(squeezed, place)

    def _read_named(self, line: str, place: Place) -> bool:
        levelled = level(line)  # position for position: names keep the line's own half-spaces
        if match := credited(levelled, may_be_title=place not in _NO_TITLE):
            _add(self.authors, line[slice(*match.span("name"))])
        elif names := labelled_sections(line, levelled):
            for name in names:
                _add(self.section, name)
        elif match := _TAGS.fullmatch(levelled):
            for tag in re.split(r"[،,|#]| [-–] ", line[slice(*match.span("tags"))]):
                _add(self.tags, tag.strip())
        elif tags := hashtags(line):
            for tag in tags:
                _add(self.tags, tag.replace("_", " "))
        else:
            return False
        return True

    def _read_date_and_code(self, line: str, place: Place) -> bool:
        levelled = " ".join(level(line).split())
        found, code = find_date(line), code_in_line(levelled)
        if found is None and len(line) <= _LONGEST_DATE and (value := parse_date(line)):
            found = value, line  # with a year of two digits: 93/04/18 :: 01:14
        if found is None and code is None:
            return False
        left = _without_date(levelled, found[1]) if found else levelled
        timed = found is not None and isinstance(found[0], datetime)
        may_name = found is not None and place is not Place.TEXT
        name = _poster(left) if may_name else None
        left = "" if name else _without_furniture(left, code, place)
        if author := AUTHOR.search(left):  # «نویسنده: علی کریمی ۱۲ آذر ۱۴۰۳ کد خبر: ۴۵۸۷۱»
            name = author["name"]
            left = left.replace(author[0], "")
        if len(_LETTERS.findall(left)) > _MOST_LEFT and not (
            (place in _HEADER and _names_a_section(left, code))
            or (may_name and _is_name_beside(left, timed=timed))
        ):
            return False
        _add(self.authors, name or "")
        if code and self.news_code is None:
            self.news_code = latin_digits(code["code"])
        if found:
            self._take_date(levelled, found[1], place, timed=timed)
        return True

    def _take_date(self, levelled: str, raw: str, place: Place, *, timed: bool) -> None:
        if _MODIFIED.search(levelled):
            self.modified.append(raw)
        elif _TODAY.search(levelled):
            pass  # the clock of the page's header
        elif _LABELLED.search(levelled):
            self._take(0, raw)
        elif not timed and _EMPTY_HOUR.search(levelled):
            pass  # a clock whose time a script writes
        elif (
            timed
            or place in _BELOW_TITLE
            or not _WEEKDAY.search(_WEEKDAY_LAST.sub("", levelled))
            or _ISSUE.search(levelled)
        ):
            self._take(1 if timed else 2, raw)

    def _take(self, trust: int, raw: str) -> None:
        self._dates.append(_Date(trust, len(self._dates), " ".join(raw.split())))

    def close_header(self) -> None:
        """Note that the lines above the body have been read: the lowest date is the nearest."""
        last = len(self._dates) - 1
        self._dates = [date._replace(distance=last - date.distance) for date in self._dates]

    @property
    def published(self) -> list[str]:
        """Every date found, the most trusted first, in the words of the text."""
        return [found.raw for found in sorted(self._dates)]


#: The marks between facts on one line.
PARTS: Final = re.compile(r"\s*[|│•·‖¦]\s*")
_LABELLED_PART: Final = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,2} ?: ?[^:.؟!]{1,40}")  # «بازدید : ۱۲»


@lru_cache(maxsize=256)  # asked several times for the short lines of a page
def facts_of(line: str, place: Place = Place.ANY) -> LineFacts | None:
    """Return the facts of a line that holds nothing else: `کد خبر: ۱۲۳ | تاریخ: … | نویسنده: …`.

    One part of a longer line may be something else, such as a number of readers; beside two facts
    anything with a label counts as one, such as `ارسال توسط : admin`. The result is shared with who
    asks next: it is for reading only.
    """
    if len(line) > _LONGEST:
        return None
    facts = LineFacts()
    parts = [part for part in PARTS.split(line) if part] if not has_office(line) else [line]
    others = [part for part in parts if not facts.read(part, place)]
    found = len(parts) - len(others)
    if found >= _FACTS_BESIDE:
        others = [part for part in others if not _LABELLED_PART.fullmatch(level(part))]
    return facts if found and len(others) <= (len(parts) > _ONE_MAY_DIFFER) else None


def _unstuck(line: str) -> str:
    """Return a line with a blank between a date and a time, or two days, that are stuck together.

    >>> _unstuck("1404-11-1815:13:33")
    '1404-11-18 15:13:33'
    >>> _unstuck("ساعت 14:252023-10-25")
    'ساعت 14:25 2023-10-25'
    >>> _unstuck("۱۸ تیر ۱۴۰۴۲۰ تیر ۱۴۰۴")
    '۱۸ تیر ۱۴۰۴ ۲۰ تیر ۱۴۰۴'
    """
    line = _STUCK_DAYS.sub(r"\1 \2", line)
    return _STUCK.sub(" ", line) if ":" in line else line


def _without_date(levelled: str, raw: str) -> str:
    """Return a levelled line without its date, and without the same on another calendar."""
    left = _without(levelled, raw)
    again = find_date(left)  # «۲۲:۳۶ 22 June 2021»
    return _without(left, again[1]) if again else left


def _without_furniture(left: str, code: re.Match[str] | None, place: Place) -> str:
    """Return what is left of a line beside its date without the code and words that add nothing."""
    left = _SERVICE.sub(" ", _ISSUE.sub(" ", left) if place in _HEADER else left)
    left = _WEEKDAY_NAME.sub(" ", _AGE.sub(" ", _SENT_BY.sub(" ", left)))
    return " ".join(_FURNITURE.sub("", left.replace(code[0], " ") if code else left).split())


def _without(levelled: str, words: str) -> str:
    """Return a levelled line without the given words of it."""
    return levelled.replace(" ".join(level(words).split()), " ")


def _is_name_beside(left: str, *, timed: bool) -> bool:
    """Return whether what is left of a line beside its date is the name of a section or agency."""
    name = left.strip(_BULLETS + "()[]:؛.")
    return (
        _NAME.fullmatch(left if not timed else f"{left}-") is not None
        or is_masthead(name)
        or judge_line(name, context="run") is not None
    )


def _names_a_section(left: str, code: re.Match[str] | None) -> bool:
    """Return whether a line is a code and sections: `کد : ۴۵۸۷۱ خاورمیانه انتخاب سردبیر`."""
    is_first = code is not None and code.start() == 0 and ":" in code[0]
    return is_first and len(left.split()) <= _SECTION_WORDS and not ends_with_verb(left)


def _poster(left: str) -> str | None:
    """Return the name in what is left of a line beside its date: `رضا کریمی در`."""
    byline = _BYLINE.fullmatch(left.strip())
    name = byline["name"] if byline else ""
    return None if _FURNITURE.search(name) or ends_with_verb(name) else name


def _add(names: list[str], name: str) -> None:
    if name and len(names) < _MOST_NAMES and name not in names:
        names.append(name)
