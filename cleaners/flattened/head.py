"""Find title and kicker (روتیتر) among the lines above the body of a flattened text.

A kicker ends with a colon, a title without a full stop. Menus, breadcrumbs, the
site's name and headlines of other stories stand there as well.
"""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import zip_longest
from typing import Final

from cleaners.flattened.bounds import end_of_bulletin
from cleaners.flattened.headlines import (
    LONGEST_KICKER,
    HeadLine,
    ends_in_alternative_text,
    is_kicker,
    is_lead_like,
    nearest_block,
    place_of_title,
    repeated_headline,
    without_lead_above,
)
from cleaners.flattened.lead import is_dotted_title, names_source
from cleaners.flattened.lines import Line, without_list_marks
from cleaners.flattened.matching import (
    is_leftover,
    is_told_above,
    is_told_best,
    told_by_the_text,
)
from cleaners.flattened.shapes import (
    HEADLINE_BLANKS,
    is_headline,
    is_lead,
    is_masthead_line,
    is_whole_headline,
)
from cleaners.lines.attribution import is_masthead
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import LineFacts, Place
from cleaners.lines.reasons import BREADCRUMB, LOGIN_FORM, NEWS_LIST
from cleaners.lines.sections import section_path
from cleaners.lines.sitenames import TITLE_PARTS, reads_as_name
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold, fold_words

__all__ = ["TextHead"]

# Reasons for lines that always stand above the title.
_ABOVE_TITLE: Final = frozenset({BREADCRUMB, NEWS_LIST})
# «خبر کارگاه khabarkargah.com»
_DOMAIN: Final = re.compile(
    r"(?<![\w@.])[a-z\d-]{3,40}\.(?:ir|com|net|org|news)[\s):]*$|https?://", re.IGNORECASE
)
# In a text without full stops kicker and title are among this many first lines.
_KICKER_AND_TITLE: Final = 2
# «اخبار اجتماعی» heads the news of a section.
_LIST_OF_NEWS: Final = re.compile(r"اخبار (?P<section>\w+)")
_BEFORE_TITLE: Final = re.compile(r"\A(?:\d{1,2}:\d{2}(?:\s*[-–—|])+|خبر\s?:)\s*")
_ELLIPSES: Final = ("...", "…")
# Fewest characters of an excerpt that ends with a word; a headline with dots may be shorter.
_SHORTEST_EXCERPT: Final = 40
_SAID: Final = re.compile(r"(?:گفت|افزود|کرد|داشت|داد)\s?:")
_STEP: Final = re.compile(r"\s[>›»]\s")
# The title is looked for among this many lines above a date, and this many header lines in all.
_NEAR: Final = 12
_FARTHEST: Final = 80


class TextHead:
    """Title, kicker and what else stands above the body of one text."""

    def __init__(self, lines: Sequence[Line], below: Sequence[str], facts: LineFacts) -> None:
        """Read `lines`; `below` are the body's first lines, `facts` takes dates and the like."""
        self.title: str | None = None
        self.kicker: str | None = None
        #: Lines that belong to the body.
        self.rest: list[str] = self._name(_candidates(lines, below, facts), below)
        if self.kicker and (path := section_path(self.kicker)):
            facts.section += [name for name in path if name not in facts.section]
            self.kicker = None
        if self.title and (listed := _LIST_OF_NEWS.fullmatch(self.title)):
            facts.section += section_path(listed["section"]) or []
            self.title = None

    def _name(self, head: list[HeadLine], below: Sequence[str]) -> list[str]:
        """Find kicker and title; return the lines of `head` that belong to the body."""
        if not below:
            return self._name_above(head)
        whole = without_lead_above(head[-_FARTHEST:], below[0])
        head = nearest_block(whole)
        place = place_of_title(head, below)
        start = len(whole) - len(head)
        told = told_by_the_text(whole, None if place is None else start + place, below)
        copied = repeated_headline(whole, below)
        if copied is not None and copied < start:  # lines of the text stand between
            told = copied
        if told is not None and told < start:
            head, start = whole[max(0, told - 1) :], max(0, told - 1)
        place = None if told is None else told - start
        if place is None:
            head = [line for line in head if not names_source(line.text, below)]
            *above, last = head or [HeadLine("", False)]
            if self._is_kicker(last.text, below):
                self.kicker = last.text  # of a title that the text does not have
                return [line.text for line in above]
            return [line.text for line in head]
        self._take_head(head, place)
        title = fold(head[place].text)
        copies = [i for i, line in enumerate(head) if fold(line.text) == title]
        between = head[copies[-1] - 1].text if copies[-1] > place + 1 else ""
        if self.kicker is None and between.endswith((":", "؛", ";")):
            self.kicker = between
        kept = [
            line.text
            for line in head[place + 1 : copies[-1]]
            if fold(line.text) != title and is_lead_like(line) and line.text != self.kicker
        ]
        left = head[copies[-1] + 1 :]
        if left[:1] and left[0].adjoins:
            kept.append(left.pop(0).text)  # a second line of the title, or a lead
        return kept + [line.text for line in left if is_leftover(line, below)]

    @staticmethod
    def _is_kicker(line: str, below: Sequence[str]) -> bool:
        """Return whether a line is the kicker of a title that the text does not have."""
        if len(line) > LONGEST_KICKER:
            return False
        has_colon = line.endswith(":")
        is_titled = is_dotted_title(below, below_kicker=has_colon)
        has_lead = len(below) > 1 and (is_lead(*below[:2]) or is_titled)
        return line.endswith(("؛", "/")) or (has_colon and has_lead)

    def _name_above(self, head: list[HeadLine]) -> list[str]:
        """Find the title of a text without full stops; return the other lines, its body."""
        place = repeated_headline(head[:_FARTHEST])
        if place is None:
            place = place_of_title(head[:_KICKER_AND_TITLE], ())
        if place and _SAID.search(head[place].text):
            place = None  # a sentence of the text
        if place is None:
            place = next((i for i, line in enumerate(head) if is_headline(line.text)), None)
        if place is None:
            return [line.text for line in head]
        self._take_head(head, place)
        return [line.text for line in head[place + 1 :]]

    def _take_head(self, head: list[HeadLine], place: int) -> None:
        """Take the line at `place` as the title, and the one above it if it is the kicker."""
        self.title = _once(without_list_marks([head[place].text])[0].lstrip("-–— "))
        if place and is_kicker(head[place - 1].text, head[place]):
            self.kicker = head[place - 1].text


def _candidates(lines: Sequence[Line], below: Sequence[str], facts: LineFacts) -> list[HeadLine]:
    """Return the lines of the header that may be kicker, title or lead."""
    head: list[HeadLine] = []
    adjoins, place = False, Place.HEADER
    top = 0  # the site's own header ends with the last breadcrumb or list of news
    for line in lines:
        if line.verdict and line.verdict.reason in _ABOVE_TITLE:
            top, place = len(head), Place.HEADER
        if place is not Place.HEADER:
            facts.take_bare_code(line.text)
        named_before, code_before = len(facts.authors), facts.news_code
        is_fact = facts.read(line.text, place)
        if is_fact and len(facts.authors) == named_before:
            above = head[max(top, len(head) - _NEAR) :]
            if ends_in_alternative_text(above) and not is_told_best(above, below):
                head.pop()
        if facts.news_code != code_before and head:
            head[-1] = head[-1]._replace(above_code=True)
        if is_fact or line.verdict or line.text.isdecimal() or is_masthead_line(line.text):
            adjoins = False
        else:
            head.append(HeadLine(line.text, adjoins))
            adjoins, place = True, _below(line.text, place)
    head = _around_the_list(head[:top], head[top:], below)
    head = [line for line in head if not _DOMAIN.search(line.text)]
    kept = [line for line in head if not _is_furniture(line.text)]
    told = {fold(line.text) for line in kept}
    kept = [line for line in kept if not _is_named_copy(line.text, told)]
    whole = {o.text: fold(o.text) for o in kept if not o.text.endswith(_ELLIPSES)}
    under = [line.text for line in kept[1:]]
    kept = [o for o, next_ in zip_longest(kept, under) if not _is_excerpt(o.text, whole, next_)]
    no_names = [o._replace(text=text) for o in kept if (text := _without_name(o.text))]
    return no_names or kept or [line for line in head[:1] if not _signs_in(line.text)]


def _below(line: str, place: Place) -> Place:
    """Return the place of what stands below a line of the header, which stands at `place`."""
    if is_whole_headline(line):
        return Place.BELOW_HEADLINE
    return Place.BELOW_TITLE if place is Place.HEADER and is_headline(line) else place


def _around_the_list(
    above: list[HeadLine], under: list[HeadLine], below: Sequence[str]
) -> list[HeadLine]:
    """Return the header's lines under a breadcrumb or the label of the site's news.

    If these are the news, and the title stands above the label, return the lines above it.
    """
    del under[: end_of_bulletin([line.text for line in under])]
    if not any(is_headline(line.text) for line in under):
        return above + under
    return above if above and is_told_above(above, under, below) else under


def _is_furniture(line: str) -> bool:
    """Return whether a header line is never a title: a form, a button, a site's icon."""
    # «نماد سایت … ثبت ملی شد» is a headline; a path may end with the title.
    may_be_title = ends_with_verb(line) and _STEP.search(line) is None
    return judge_line(line, context="head") is not None and not may_be_title


def _signs_in(line: str) -> bool:
    """Return whether a line is of the form by which readers sign in: never a title."""
    verdict = judge_line(line, context="head")
    return verdict is not None and verdict.reason == LOGIN_FORM


def _is_named_copy(text: str, told: Set[str]) -> bool:
    """Return whether a line repeats another with the site's name beside it, as in `<title>`.

    `told` holds all lines, folded.
    """
    parts = [part for part in TITLE_PARTS.split(text) if part.count(" ") >= HEADLINE_BLANKS]
    headlines = {fold(part) for part in parts} - {fold(text)}
    return not headlines.isdisjoint(told)


def _is_excerpt(text: str, whole: Mapping[str, str], below: str | None) -> bool:
    """Return whether a line ends with dots, and another begins with the same words.

    `whole` holds the lines without dots, and each folded. A short line, or one with the longer one
    right `below`, may be a title and its lead, unless it is cut within a word.
    """
    if not text.endswith(_ELLIPSES) or text.count(" ") < HEADLINE_BLANKS:
        return False
    key, cut = fold(text), re.compile(re.escape(text.rstrip(" .…")) + r"\w")
    is_long = len(text) >= _SHORTEST_EXCERPT
    return any(
        told == key or (told.startswith(key) and ((is_long and line != below) or cut.match(line)))
        for line, told in whole.items()
    )


def _without_name(text: str) -> str:
    """Return a line without a time before it and the site's name after it; "" for a bare name.

    >>> _without_name("۲۰:۵۸ - نرخ طلا در تهران بالا رفت - اقتصاد آنلاین")
    'نرخ طلا در تهران بالا رفت'
    """
    text = _BEFORE_TITLE.sub("", text)
    parts = TITLE_PARTS.split(text)
    ends_named = len(parts) - 1 if is_masthead(parts[-1]) else None
    named = next((n for n, part in enumerate(parts) if reads_as_name(part)), ends_named)
    if named is None:
        return text
    if max((part.count(" ") for part in parts[:named]), default=0) < HEADLINE_BLANKS:
        return "" if reads_as_name(parts[-1]) else text
    bars = list(TITLE_PARTS.finditer(text))
    return text[: bars[named - 1].start()]


def _once(text: str) -> str:
    """Return a title only once if its line has it twice."""
    words = text.split()
    half, odd = divmod(len(words), 2)
    twice = half > 1 and not odd and fold_words(text)[:half] == fold_words(text)[half:]
    return " ".join(words[:half]).rstrip("،؛-– ") if twice else text
