"""The body of a flattened text: its paragraphs, and the facts on lines among and below them."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from itertools import takewhile

from cleaners.dates.parsing import find_date
from cleaners.flattened.lastlines import within_labels, without_trailing_headlines
from cleaners.flattened.lines import Line, is_code
from cleaners.flattened.lists import is_weekday
from cleaners.flattened.menus import is_network
from cleaners.flattened.people import reads_as_person
from cleaners.flattened.shapes import opens_body
from cleaners.flattened.told import is_told
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import LEAD_AND_TEXT, is_attributed, without_repetitions
from cleaners.lines.credits import has_office
from cleaners.lines.endmarks import split_end_mark
from cleaners.lines.facts import LineFacts, Place, facts_of
from cleaners.lines.reasons import (
    COMMENTS,
    DATE_LABEL,
    MENU,
    NEWS_CODE,
    TAGS,
    TAGS_OF_THE_SITE,
)
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold

__all__ = ["read_body"]

# Characters; what is longer under the label of the tags is not a tag.
_LONGEST_TAG = 50
# Blanks of a tag that is apart from the others; a headline has more.
_TAG_BLANKS = 2
# This many networks below each other are where a text may be shared; fewer may be tags.
_RUN = 3
# Below the count of comments between lead and text, the text begins within this many lines; if it
# does not name its source, it has this share of the lead's words.
_REACH = 6
_TOLD = 0.4
# Paragraphs above the first day of a plan: «برنامه هفته دهم:», and the week's name.
_INTRODUCTION = 2
# Reasons for lines below the end of the article that state a fact about it.
_FACTS_BELOW = frozenset((NEWS_CODE, TAGS, DATE_LABEL))


def read_body(lines: Sequence[Line], opening: Sequence[str], facts: LineFacts) -> list[str]:
    """Return the paragraphs of a body.

    Args:
        lines: the lines of the text from its first sentence on.
        opening: paragraphs from above that line that belong to the body.
        facts: takes the dates, codes, tags and reporters on lines of their own.
    """
    kept = without_trailing_headlines(list(lines))
    body = _Body(kept, opening, facts)
    end = next((at for at, line in enumerate(kept) if body.take(at, line)), len(kept))
    _read_below_the_end(kept[end + 1 :], facts)
    return within_labels(without_repetitions([text for text in body.paragraphs if fold(text)]))


class _Body:
    """The paragraphs of a body, as far as its lines were read."""

    def __init__(self, lines: Sequence[Line], opening: Sequence[str], facts: LineFacts) -> None:
        self.paragraphs = list(opening)
        self._lines = lines
        self._facts = facts
        openings = [at for at, line in enumerate(lines) if opens_body(line.text)]
        self._openings = openings
        self._last_opening = max(openings, default=-1)
        self._last_text = max((at for at in openings if not lines[at].verdict), default=-1)
        first = min(openings, default=-1)
        cuts = (
            at
            for at, line in enumerate(lines)
            if at > first
            and line.verdict
            and line.verdict.action == "cut"
            and not self._counts_above_text(at)
        )
        end = next(cuts, len(lines))
        self._last_above_end = max((at for at in openings if at < end), default=-1)
        self._box: _LinkBox | None = None
        self._above: Line | None = None
        self._is_in_plan = False

    def take(self, at: int, line: Line) -> bool:
        """Read the line with index `at`; return whether the article ends with it."""
        if self._box is not None and self._box.takes(line, self._lines[at + 1 : at + _RUN]):
            return False
        self._box = None
        above, self._above = self._above, line
        if self._is_reporter(at, line, above):
            self._facts.authors.append(line.text)
            return False
        if line.verdict and line.verdict.action == "label":
            self._box = _LinkBox(line, self._facts, is_below_text=at > self._last_above_end)
            return False
        if (line.verdict and line.verdict.action == "cut") or is_code(line, self.paragraphs):
            return bool(self.paragraphs) and not self._is_below_lead(at, line)
        is_text = line.is_cell or self._is_day_of_plan(at, line) or self._is_of_a_guest(at, line)
        if not is_text and (self._facts.read(line.text, Place.TEXT) or line.verdict):
            return False
        return self._add(at, line)

    def _is_day_of_plan(self, at: int, line: Line) -> bool:
        """Return whether a line is a day above what happens on it: no day of publication.

        The first one is introduced, «برنامه مسابقات به شرح زیر است:».
        """
        if line.verdict or not is_weekday(line.text):
            return False
        is_introduced = any(text.endswith(":") for text in self.paragraphs[-_INTRODUCTION:])
        below = self._lines[at + 1 : at + 2]
        has_text = any(not other.verdict and facts_of(other.text) is None for other in below)
        self._is_in_plan = has_text and (self._is_in_plan or is_introduced)
        return self._is_in_plan

    def _is_reporter(self, at: int, line: Line, above: Line | None) -> bool:
        """Return whether a line is the reporter's name, right below the news code."""
        is_below_code = above and above.verdict and above.verdict.reason == NEWS_CODE
        is_below_text = at > self._last_text
        return bool(
            is_below_code and is_below_text and reads_as_person(line, self._lines[at + 1 : at + 2])
        )

    def _is_of_a_guest(self, at: int, line: Line) -> bool:
        """Return whether a name and an office in the midst of the text are a speaker's.

        One alone signs the text, wherever it stands; those of guests are several.
        """
        is_amidst = len(self.paragraphs) >= LEAD_AND_TEXT and at < self._last_above_end
        if not (is_amidst and has_office(line.text)):
            return False
        return self._offices > 1

    @cached_property
    def _offices(self) -> int:
        """How many lines are a name and an office."""
        return sum(has_office(line.text) for line in self._lines)

    def _is_below_lead(self, at: int, line: Line) -> bool:
        """Return whether a code, or a count, is below the lead: the text goes on after it."""
        is_early = at < self._last_opening and len(self.paragraphs) < LEAD_AND_TEXT
        return is_early and (line.verdict is None or self._counts_above_text(at))

    def _counts_above_text(self, at: int) -> bool:
        """Return whether a line counts the comments, or asks for one, between lead and text.

        Below the text, there are remarks, or rules for them: none tells what the lead tells.
        """
        verdict = self._lines[at].verdict
        if verdict is None or verdict.reason != COMMENTS:
            return False
        opened = bisect_left(self._openings, at)
        below = [
            other
            for other in self._lines[at + 1 : at + 1 + _REACH]
            if facts_of(other.text) is None
            and not (other.verdict and other.verdict.action == "drop")
        ]
        if opened >= LEAD_AND_TEXT or not below or below[0].verdict:
            return False
        lead = self._lines[self._openings[0]].text if opened else ""
        text = below[0].text
        return is_attributed(text) or (opens_body(text) and is_told(lead, [text], share=_TOLD))

    def _add(self, at: int, line: Line) -> bool:
        """Add a paragraph; return whether a mark or code at its end closes the article."""
        paragraph, ended = split_end_mark(line.text)
        if fold(paragraph):
            self.paragraphs.append(paragraph)
        coded = paragraph != line.text and at >= self._last_opening
        return (ended or coded) and bool(self.paragraphs)


def _read_below_the_end(lines: Sequence[Line], facts: LineFacts) -> None:
    """Take the codes, dates and tags that stand below the end of the article."""
    box: _LinkBox | None = None
    for at, line in enumerate(lines):
        if box is not None and box.takes(line, lines[at + 1 : at + _RUN]):
            continue
        box = None
        if line.verdict is None:
            continue
        if line.verdict.reason == TAGS and line.verdict.action == "label":
            box = _LinkBox(line, facts, is_below_text=True)
        elif line.verdict.reason in _FACTS_BELOW:
            facts.read(line.text)


class _LinkBox:
    """The links, or tags, that follow a label."""

    def __init__(self, label: Line, facts: LineFacts, *, is_below_text: bool) -> None:
        self._is_below_text = is_below_text
        reason = label.verdict.reason if label.verdict else ""
        self._is_of_tags = reason == TAGS
        self._is_of_the_site = reason == TAGS_OF_THE_SITE
        self._facts = facts
        self._first: Line | None = None
        self._last = ""
        self._has_ended = False  # whether links below are tags no more

    def takes(self, line: Line, below: Sequence[Line]) -> bool:
        """Return whether a line belongs to the box; if it is a tag, it goes to the facts."""
        if self._is_of_the_site and line.verdict and line.verdict.reason == TAGS:
            return True
        self._has_ended = self._has_ended or not self._is_of_tags or _follow_tags([line, *below])
        # A box whose links follow its label at once ends at the first blank line.
        ended = self._first is not None and line.after_blank and not self._first.after_blank
        if ended and self._is_below_text and not self._has_ended:  # tags, one by one
            is_long = line.text.count(" ") > _TAG_BLANKS or ends_with_verb(line.text)
            ended = is_long or line.verdict is not None
        # A tag may be a word that is a button elsewhere; labels and comments end the tags too.
        speaks = line.verdict and line.verdict.action != "drop"
        repeats = fold(line.text) == self._last  # a link, and its teaser with a full stop
        if (ended or opens_body(line.text) or speaks) and not repeats:
            return False
        self._first, self._last = self._first or line, fold(line.text)
        if not self._has_ended and len(line.text) < _LONGEST_TAG:
            self._facts.tags.append(line.text.strip(" #،,•▪■-–"))
        return True


def _follow_tags(lines: Sequence[Line]) -> bool:
    """Return whether the first of the lines is none of the tags: a label, a button, or a day.

    A day has its clock; a network's name may be a tag, but for several of them, or above a button.
    """
    if _is_no_tag(lines[0]):
        return True
    networks = list(takewhile(is_network, lines))
    rest = lines[len(networks) :]
    return bool(networks) and (len(networks) == _RUN or any(map(_is_no_tag, rest[:1])))


def _is_no_tag(line: Line) -> bool:
    verdict = judge_line(line.text, context="run")
    is_button = verdict is not None and verdict.reason != MENU and " " in line.text
    found = find_date(line.text)
    is_dated = found is not None and isinstance(found[0], datetime)
    return is_button or is_dated or line.text.endswith(":")
