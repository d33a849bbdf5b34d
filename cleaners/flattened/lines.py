"""Flattened text as lines, each with what is known of it by itself and by the lines around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.flattened.parted import goes_on, is_its_clock, parted
from cleaners.flattened.shapes import ends_with_full_stop, is_whole_headline, opens_body
from cleaners.lines.boilerplate import TOOL_BAR, Verdict, judge_bar, judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.reasons import COMMENTS_OR_SUBHEADING, REPORTERS_CODE

__all__ = [
    "Line",
    "is_code",
    "lines_of",
    "without_list_marks",
]

# A line is read anew for each that is joined to it; longer ones, in characters, are no lines.
_LONGEST_JOINED: Final = 5_000
# Fewest characters of a paragraph below a subheading; few first comments of readers are as long.
_SHORTEST_RUNNING_TEXT: Final = 80
_LONGEST_DAY: Final = 40

_IMAGE: Final = re.compile(r"<image>.{0,2000}?</image>|!\[[^\]]{0,300}\]\([^)]{0,600}\)", re.DOTALL)
# The verse of the day (vocalised), its translation and a poem are on one line.
_VOWEL: Final = re.compile("[\u064b-\u0652]")
_VOWELS_OF_A_VERSE: Final = 10
_WORD: Final = re.compile(r"[^\W_]")
# Lines between links, such as tags, that were on one line.
_BETWEEN_LINKS: Final = ("،", ",")
_BAR: Final = "|"
_BARE_CODE: Final = re.compile(r"\d{4,6}")


@dataclass(slots=True)
class Line:
    """A line with text, and what is known of it."""

    text: str
    after_blank: bool
    verdict: Verdict | None
    is_cell: bool = False
    """Whether it is a cell or a row of a table with several days."""


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` that have letters or digits, white space squeezed."""
    lines: list[Line] = []
    after_blank = heads_text = True
    raws = [" ".join(o.strip("\ufeff").split()) for o in _IMAGE.sub("\n", text).splitlines()]
    is_titled = _is_titled(raws)
    for squeezed in raws:
        if not _WORD.search(squeezed) and judge_line(squeezed) is None:
            after_blank = after_blank or squeezed not in _BETWEEN_LINKS
            continue
        if _is_bar_above_clock(lines, squeezed):
            lines.pop()
        above = lines[-1].text if lines and len(lines[-1].text) <= _LONGEST_JOINED else ""
        joins = above and goes_on(
            above, squeezed, after_blank=after_blank, heads_text=heads_text, is_titled=is_titled
        )
        whole = f"{lines.pop().text} {squeezed}" if joins else squeezed
        for part in parted(whole, heads_text=heads_text):
            verdict = judge_line(part) or _judge_bar(part) or (_verse(part) if heads_text else None)
            lines.append(Line(part, after_blank, verdict))
            after_blank = False
            heads_text = heads_text and (verdict is not None or not opens_body(part))
    _unmark_subheadings(lines)
    return lines


def _is_bar_above_clock(lines: Sequence[Line], line: str) -> bool:
    """Return whether nothing but a bar parts a line, a time, from the day above: `|`."""
    is_bar = len(lines) > 1 and lines[-1].text == _BAR
    return is_bar and is_its_clock(lines[-2].text, line)


def _is_titled(lines: Sequence[str]) -> bool:
    """Return whether a whole headline stands above the first sentence of a text."""
    head = takewhile(lambda line: not opens_body(line), lines)
    return any(
        is_whole_headline(line) and judge_line(line) is None and facts_of(line) is None
        for line in head
    )


def _verse(text: str) -> Verdict | None:
    """Return a verdict on a verse with its translation: `… * * * ترجمه * * * شعر`."""
    if "* * *" not in text or len(_VOWEL.findall(text)) < _VOWELS_OF_A_VERSE:
        return None
    return Verdict("drop", "verse of the day")


def _judge_bar(text: str) -> Verdict | None:
    """Return a verdict on a tool bar, which may begin with the day: `جمعه ۴ مهر ۱۴۰۴ ورود EN`."""
    verdict = judge_bar(text)
    if verdict is None and (found := find_date(text[:_LONGEST_DAY])) and text.startswith(found[1]):
        rest = text[len(found[1]) :].strip(" -–|،")
        is_bar = bool(rest) and (judge_bar(rest) or judge_line(rest, context="run"))
        return TOOL_BAR if is_bar else None
    return verdict


def _unmark_subheadings(lines: list[Line]) -> None:
    """Take the verdict off labels such as `نظرات` that head a part of the article.

    Below the label of readers' comments there are a form, or names, dates and short remarks.
    """
    for index, line in enumerate(lines[:-1]):
        if line.verdict and line.verdict.reason == COMMENTS_OR_SUBHEADING:
            below = lines[index + 1]
            if (
                below.verdict is None
                and len(below.text) >= _SHORTEST_RUNNING_TEXT
                and ends_with_full_stop(below.text)
                and not any(_is_comments(other) for other in lines[index + 2 : index + 4])
                and any(opens_body(above.text) for above in lines[:index])
            ):
                line.verdict = None


def _is_comments(line: Line) -> bool:
    """Return whether a line is among readers' comments: a form's field, a comment's date."""
    return (
        bool(judge_line(line.text, context="form"))
        or find_date(line.text[:_LONGEST_DAY]) is not None
    )


def is_code(line: Line, above: list[str]) -> bool:
    """Return whether a line is a reporter's code, which ends the article as an end mark does.

    A bare number is one only below a full stop: flattened tables have lines of numbers, too.
    """
    if line.verdict is not None:
        return line.verdict.reason == REPORTERS_CODE
    return bool(above and _BARE_CODE.fullmatch(line.text) and ends_with_full_stop(above[-1]))


_BULLET: Final = re.compile(r"^[•●▪■◾◆◼►▸▶○◦·*✓✔➢]\s*(?=\w|[«(\"])")
_DASH: Final = re.compile(r"^[-–—]\s*(?=\w|[«(\"])")
_SPOKEN: Final = re.compile(r"[؟!…]|\.\.")


def without_list_marks(paragraphs: list[str]) -> list[str]:
    """Return `paragraphs` without the marks that list items begin with.

    A dash is one if two or more items stand together and none looks spoken: a dash also opens the
    turns of a dialogue (`- چرا آمدی؟`), where it stays, as it does in a single line.
    """
    found: list[str] = []
    unmarked = (_BULLET.sub("", paragraph) for paragraph in paragraphs)
    for are_dashed, group in groupby(unmarked, key=lambda text: _DASH.match(text) is not None):
        items = list(group)
        if are_dashed and len(items) > 1 and not any(map(_SPOKEN.search, items)):
            items = [_DASH.sub("", item) for item in items]
        found += items
    return found
