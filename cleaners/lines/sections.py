"""Names of sections in breadcrumbs: without the marks between the steps, and which are none."""

import re
from functools import cache
from typing import Final

from cleaners.lines.boilerplate import judge_line
from cleaners.lines.labels import any_label
from cleaners.lines.places import province_named
from cleaners.lines.reasons import MENU
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold
from cleaners.tables import read_table

__all__ = ["breadcrumb", "is_front_page", "labelled_sections", "section_path", "step_name"]

_LABELLED: Final = re.compile(rf"{any_label('section')} ?: ?(?P<sections>[\w ،/>»«-]{{2,60}})")
# «گروه سیاسی / حوزه احزاب و تشکل‌ها»
_TWO_LABELLED: Final = re.compile(
    rf"{any_label('section')} ([\w ]{{2,30}}) ?/ ?{any_label('section')} ([\w ]{{2,40}})"
)
# Marks that lead from one step of a breadcrumb to the next, within the links of many sites.
_MARKS: Final = " \t\u00a0\u200c\u200e\u200f>›»«‹</\\|•·:،→←❯❮⟩⟨-–—"

# A line that is nothing but a path.
_STEP: Final = re.compile(r"\s*[/>»›|،]\s*")
# A bar or a slash may stand in a headline, or in a line of tags; an arrow leads to what is within,
# if it does not end a quotation: «اقتصاد» در اغما.
_ARROWED: Final = re.compile(r"[^/|«‹]*[>»›][^/|«‹]*")
_LONGEST_PATH: Final = 60
_STEP_WORDS: Final = 3
# A menu has more.
_LONGEST_CRUMBS: Final = 3
# How many stories a section has: «اجتماعی (۱۲)».
_COUNT: Final = re.compile(r"\s*\(\d+\)$")


def step_name(text: str) -> str:
    """Return a step of a breadcrumb without the marks around it.

    >>> step_name("اجتماعی »"), step_name("/ آموزش")
    ('اجتماعی', 'آموزش')
    """
    return _COUNT.sub("", text.strip(_MARKS))


def labelled_sections(line: str, levelled: str) -> list[str]:
    """Return the sections that a line names with their labels; `levelled` is the line, levelled.

    >>> labelled_sections("گروه سیاسی / حوزه احزاب", "گروه سیاسی / حوزه احزاب")
    ['سیاسی', 'احزاب']
    """
    if found := _LABELLED.fullmatch(levelled):
        names = [name.strip() for name in re.split(r"[/>»،-]", line[found.start("sections") :])]
        return [] if any(map(ends_with_verb, names)) else names
    found = _TWO_LABELLED.fullmatch(levelled)
    names = [line[slice(*found.span(part))].strip() for part in (1, 2)] if found else []
    return [] if any(name in _ordinals() for name in names) else names


def section_path(line: str) -> list[str] | None:
    """Return the names in a line that is nothing but a section or a path of them; else None.

    >>> section_path("استان‌ها / تهران")
    ['استان‌ها', 'تهران']
    >>> section_path("اجتماعی و فرهنگی")
    ['اجتماعی و فرهنگی']
    """
    if len(line) > _LONGEST_PATH or line.endswith((":", "؛")):
        return None
    steps = [step for step in _STEP.split(line) if step]
    first = re.split(r"\sو\s", steps[0]) if steps else []
    known = [judge_line(name, context="run") for name in first]
    is_path = bool(known) and all(verdict and verdict.reason == MENU for verdict in known)
    return steps if is_path and all(len(step.split()) <= _STEP_WORDS for step in steps) else None


def breadcrumb(line: str) -> list[str] | None:
    """Return the sections of a line that is nothing but a path to the page, without the front page.

    The last step of a path from the front page may be the title, or another story: it is a section
    only if it is known as one. What arrows lead to from a known section is within it. None for
    other lines.

    >>> breadcrumb("صفحه نخست » اجتماعی » آموزش"), breadcrumb("خانه / اخبار / گشایش پل شهر")
    (['اجتماعی', 'آموزش'], [])
    >>> breadcrumb("ورزشی » فوتبال و فوتسال"), breadcrumb("ورزشی / رکورد تازه")
    (['ورزشی', 'فوتبال و فوتسال'], None)
    """
    steps = [step for step in _STEP.split(line) if step] if len(line) <= _LONGEST_PATH else []
    if len(steps) < 2 or "،" in line or "|" in line or line.endswith(":"):
        return None
    if any(len(step.split()) > _STEP_WORDS or ends_with_verb(step) for step in steps):
        return None
    names = [name for name in steps if not is_front_page(name)]
    if len(names) > _LONGEST_CRUMBS or any(judge_line(name) is not None for name in names):
        return None
    if is_front_page(steps[0]):
        return names if not names or _is_known(names[-1]) else names[:-1]
    known = names[:1] if _ARROWED.fullmatch(line) else names
    return names if all(map(_is_known, known)) else None


def _is_known(name: str) -> bool:
    """Return whether a step of a path is a section's name, one of two, or a province's."""
    verdicts = [judge_line(part, context="run") for part in (name, *re.split(r"\sو\s", name))]
    is_section = any(verdict is not None and verdict.reason == MENU for verdict in verdicts)
    return is_section or province_named(name) is not None


@cache
def _ordinals() -> frozenset[str]:
    """Return the numbers of the parts of a text: «بخش اول / بخش دوم» are no sections."""
    return frozenset(read_table("day_words")["ordinals"])


def is_front_page(name: str) -> bool:
    """Return whether a step of a breadcrumb is the front page or the list of all stories."""
    return fold(name) in _front_names()


@cache
def _front_names() -> frozenset[str]:
    return frozenset(map(fold, read_table("labels")["front"]["names"]))
