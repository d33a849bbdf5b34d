"""Kicker and title among the header lines of flattened text."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from cleaners.flattened.lists import is_item
from cleaners.flattened.shapes import (
    LONGEST_SURE_TITLE,
    ends_with_full_stop,
    is_headline,
    is_whole_headline,
)
from cleaners.flattened.told import MOST_TOLD, SHORTEST_WORD, folded, is_told
from cleaners.lines.attribution import level
from cleaners.lines.copies import rest_after
from cleaners.lines.invocations import is_invocation
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold, fold_words
from cleaners.persian.names import is_person
from cleaners.tables import read_table

__all__ = [
    "LONGEST_KICKER",
    "HeadLine",
    "ends_in_alternative_text",
    "is_above_its_title",
    "is_foreign",
    "is_kicker",
    "is_lead_like",
    "nearest_block",
    "place_of_title",
    "repeated_headline",
    "without_lead_above",
]

# Lengths in characters, tuned on the texts of ten agencies; see `flattened.lines`.
#: Most characters of a kicker.
LONGEST_KICKER: Final = 160
_LONGEST_BARE_KICKER: Final = 60
# A kicker that has no colon but is one by its words: `… در جمع خبرنگاران خبر داد`.
_LONGEST_TELLING_KICKER: Final = 120
# A title below a kicker without a colon; anything longer may be a lead without a full stop.
_LONGEST_BARE_TITLE: Final = 100
# A header of more lines than this has menus beside site name, kicker, title, its copies and lead.
_LONGEST_HEAD: Final = 6
_LONGEST_ALTERNATIVE_TEXT: Final = 22
_SHORTEST_LEAD: Final = 60
# In letters; anything shorter may recur by chance.
_SHORTEST_COPY: Final = 13
# The share of a title's words that its lead has, at the least.
_LEAST_TOLD: Final = 0.34
# Lines without a colon that are not kickers: a link to the news of somebody, or at most one word
# besides numbers, such as a section's name or a day without its year.
_NO_KICKER: Final = re.compile(r"اخبار\s|[\W\d_]*(?:\w+[\W\d_]*)?$")
_SAYS_HOW: Final = re.compile(r"(?:در|طی|با|از|به|پس|پیش|برای|بر|همزمان|هم‌زمان)\s")
# «اخطاریه‌ها» above «اخطاریه …»
_PLURAL: Final = re.compile(r"^ها$|(?<=.)\u200c?ها$")
_COLON: Final = (":", "؛", ";")


class HeadLine(NamedTuple):
    """A header line that may be kicker, title or lead."""

    text: str
    adjoins: bool
    """Whether it directly follows the header line before it."""
    above_code: bool = False
    """Whether dates and a news code are right below it."""


class _Shapes(NamedTuple):
    telling: re.Pattern[str]
    """A verb of saying without what is said."""
    office: re.Pattern[str]
    """The office of the one who speaks."""
    subject: re.Pattern[str]
    """The beginning of a line that says what the headline below it is about."""


@cache
def _shapes() -> _Shapes:
    table: dict[str, Any] = read_table("kickers")

    def any_of(patterns: list[str]) -> str:
        return "(?:" + "|".join(level(pattern) for pattern in patterns) + r")(?!\w)"

    telling = []
    for entry in table["kicker"]:
        told = rf"(?!.*(?<!\w){any_of(entry['unless'])})" if "unless" in entry else ""
        opening = any_of(entry["opening"]) if "opening" in entry else r"\w"
        telling.append(rf"{told}{opening}.*(?<!\w){any_of(entry['ending'])}")
    office = table["office"]
    return _Shapes(
        telling=re.compile("|".join(telling)),
        office=re.compile(any_of(office["opening"]) + r"[^:؛/؟!]*"),
        subject=re.compile(any_of(table["subject"]["opening"])),
    )


def _points_to_title(text: str) -> bool:
    """Return whether the words of a line show that it is a kicker, with or without a colon.

    >>> _points_to_title("مدیرکل آموزش فنی و حرفه‌ای گلستان خبر داد")
    True
    >>> _points_to_title("یک مسئول وزارت کار")
    True
    >>> _points_to_title("مدیرکل گلستان از افتتاح ۱۲ کارگاه خبر داد")
    False
    """
    if len(text) > _LONGEST_TELLING_KICKER or ends_sentence(text):
        return False
    shapes = _shapes()
    levelled = " ".join(level(text).split())
    if shapes.telling.fullmatch(levelled):
        return True
    return bool(shapes.office.fullmatch(levelled)) and not ends_with_verb(text)


def _names_the_subject(line: str, below: str) -> bool:
    """Return whether a line says what the headline below it is about: «نگاهی به فعالیت احزاب».

    Such a line has no verb; the headline has one, or a slash.
    """
    shapes = _shapes()
    speaker = " ".join(line.removeprefix("با ").split()[:2]).rstrip("،")
    names_one = line.startswith("با ") and is_person(speaker)
    return (
        (names_one or shapes.subject.match(level(line)) is not None)
        and not ends_with_verb(line)
        and "/" not in line
        and ("/" in below or ends_with_verb(below))
    )


def is_kicker(text: str, title: HeadLine) -> bool:
    """Return whether the header line `text` above `title` is its kicker."""
    if fold(text) == fold(title.text) or len(text) > LONGEST_KICKER:
        return False
    if text.endswith((*_COLON, "/", "،")):
        return True
    if not title.adjoins or ends_sentence(text) or _NO_KICKER.match(text):
        return False
    if _is_within(text, title.text):
        return False
    is_short = len(text) <= _LONGEST_BARE_KICKER
    return is_short or _points_to_title(text) or _names_the_subject(text, title.text)


def _is_within(line: str, title: str) -> bool:
    """Return whether the title has all words of a line above it: a tag, a section, a caption."""
    words = [_PLURAL.sub("", word) for word in line.split()]
    return all(word in title for word in words)


def is_foreign(kicker: str, text: Sequence[str]) -> bool:
    """Return whether a line without a mark, taken for the kicker, shares no word with the text.

    Such lines are names of columns and people, buttons, captions: of 24 found in 1,600 texts 18
    were. One that says when or how («در نخستین روز هفته مهارت») is a kicker nevertheless. A name
    that signs the text is none, although the text has it.
    """
    if kicker.endswith((*_COLON, "/", "،")) or _points_to_title(kicker) or _SAYS_HOW.match(kicker):
        return False
    if any(re.match(rf"{re.escape(kicker)}\s?[-–—:/|]", paragraph) for paragraph in text):
        return True
    told = folded(tuple(text))
    return not any(word in told for word in fold_words(kicker) if len(word) >= SHORTEST_WORD)


def is_lead_like(line: HeadLine) -> bool:
    """Return whether a line between title and copy is long enough for a lead, full stop or not."""
    return len(line.text) >= _SHORTEST_LEAD and not line.text.endswith(_COLON)


def ends_in_alternative_text(head: Sequence[HeadLine]) -> bool:
    """Return whether the last line of `head`, before a date or code, is an alternative text."""
    if len(head) < 2 or head[-2].text.endswith(_COLON) or head[-1].text.endswith(_COLON):
        return False  # no line above it can be the title, or it is the title itself
    if not any(is_whole_headline(line.text) for line in head[:-1]):
        return False  # above it are names of the site and its sections
    if fold(head[-1].text) in {fold(line.text) for line in head[:-2]}:
        return False  # the title once more, below its lead: it tells which line is the title
    if head[-1].adjoins and _points_to_title(head[-2].text):
        return False
    longest = _LONGEST_BARE_KICKER if len(head) > 2 else _LONGEST_ALTERNATIVE_TEXT
    return len(head[-1].text) <= longest


def nearest_block(head: list[HeadLine]) -> list[HeadLine]:
    """Return those lines of a long header that stand together right above the body.

    Above them are menus and other stories' headlines, separated by dates, codes and buttons.
    """
    if len(head) <= _LONGEST_HEAD:
        return head
    start = len(head)
    while start > 0 and not any(is_headline(line.text) for line in head[start:]):
        start -= 1
        while start > 0 and head[start].adjoins:
            start -= 1
    return head[max(start, len(head) - _LONGEST_HEAD) :]


def place_of_title(head: Sequence[HeadLine], below: Sequence[str]) -> int | None:
    """Return the index of the title in `head`; `below` are the first lines of the body."""
    if (repeated := _repeated(head, below)) is not None:
        return repeated
    for index, line in enumerate(head[:-1]):
        if line.text.endswith(_COLON) and len(head[index + 1].text) <= LONGEST_SURE_TITLE:
            return index + 1
    titles = [
        index
        for index, line in enumerate(head)
        if is_headline(line.text) and not is_invocation(line.text)
    ]
    titles = [index for index in titles if not is_item(head[index].text)] or titles
    if not titles:
        return _long_title(head, below)
    first, second = titles[0], titles[0] + 1
    if second in titles and head[second].adjoins:
        short, long = len(head[first].text), len(head[second].text)
        if ends_sentence(head[first].text):
            return first
        if long <= _LONGEST_BARE_TITLE:
            name, title = head[first].text, head[second].text
            if _points_to_title(name) or _names_the_subject(name, title):
                return second  # a kicker without its colon
            if short < long and short <= _LONGEST_BARE_KICKER:
                # A kicker, or the names of the site and of a section.
                return second + _is_section_above(head[second : second + 2])
    return first


def _is_section_above(lines: Sequence[HeadLine]) -> bool:
    """Return whether the first of two lines is a name, and the second the headline below it."""
    name, *title = lines
    if not title or is_whole_headline(name.text) or ends_with_verb(name.text):
        return False
    if len(title[0].text) > _LONGEST_BARE_TITLE:
        return False
    return title[0].adjoins and is_whole_headline(title[0].text)


def _long_title(head: Sequence[HeadLine], below: Sequence[str]) -> int | None:
    """Return the index of the first line, too long for a headline, if the text has its words."""
    for index, line in enumerate(head):
        if not ends_with_full_stop(line.text) and not line.text.endswith(_COLON):
            return index if is_told(line.text, below, share=MOST_TOLD) else None
    return None


def is_above_its_title(line: HeadLine, title: HeadLine) -> bool:
    """Return whether a line right above a headline is its kicker, whatever words the text has."""
    return title.adjoins and (
        _points_to_title(line.text) or _names_the_subject(line.text, title.text)
    )


def repeated_headline(head: Sequence[HeadLine], text: Sequence[str] = ()) -> int | None:
    """Return the index of a headline that is repeated, and whose words the text (if any) has."""
    at = _repeated(head, text)
    if at is None or not is_headline(head[at].text):
        return None
    return at if not text or is_told(head[at].text, text, share=MOST_TOLD) else None


def _repeated(head: Sequence[HeadLine], below: Sequence[str]) -> int | None:
    """Return the index of the line that head or text repeats: the title, however long."""
    keys = [fold(line.text) for line in head]
    lines = {fold(line) for line in below}
    following = below[0] if below else ""
    found: int | None = None
    for index, key in enumerate(keys):
        if len(key) < _SHORTEST_COPY:
            continue
        if key in keys[index + 1 :] or key in lines or rest_after(following, head[index].text):
            if not _points_to_title(head[index].text) and not head[index].text.endswith(_COLON):
                return index
            if not head[index].text.endswith(_COLON) and found is None:
                found = index  # a kicker may be repeated with its title
    return found


def without_lead_above(head: Sequence[HeadLine], sentence: str) -> list[HeadLine]:
    """Return the header lines without a copy of the text's first sentence above the title.

    Only in the text the sentence has its full stop; the title has words of it.
    """
    if not ends_with_full_stop(sentence):
        return list(head)
    copies = [at for at, line in enumerate(head) if fold(line.text) == fold(sentence)]
    titles = [at for at, line in enumerate(head) if at not in copies and is_headline(line.text)]
    told = [at for at in titles if is_told(head[at].text, [sentence], share=_LEAST_TOLD)]
    last = max(told, default=0)
    return [line for at, line in enumerate(head) if at not in copies or at > last]
