"""Menus and tool bars of flattened text: runs of short lines."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import Verdict, judge_line
from cleaners.lines.reasons import DATE_LABEL, NEWS_CODE, SHARE
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.verbs import ends_with_verb

__all__ = [
    "HEADER_FACTS",
    "SHORTEST_RUN",
    "is_network",
    "judge_networks",
    "without_menus",
]

SHORTEST_RUN: Final = 3
# Unknown menus: at least this many lines in a row, none longer than this.
_MENU_RUN: Final = 4
_LONGEST_MENU_WORD: Final = 22
_MENU_WORDS: Final = 4
# Branches of an office begin with this many words that are the same.
_SAME_WORDS: Final = 3
_LONGEST_NAME: Final = 60
_OF_NETWORKS: Final = re.compile(r"(?<!\w)(?:شبکه ?های|پیام ?رسان)|(?:از|شامل|مانند|مثل|در)$")
#: Reasons for lines that state a fact about the article: they are not menus.
HEADER_FACTS: Final = frozenset((NEWS_CODE, DATE_LABEL))


def is_network(line: Line) -> bool:
    """Return whether a line is the name of a network, on which a text may be shared."""
    verdict = judge_line(line.text, context="run")
    is_word = line.text[:1].isalpha() and " " not in line.text
    return verdict is not None and verdict.reason == SHARE and is_word


def judge_networks(lines: Sequence[Line]) -> None:
    r"""Mark networks below each other, unless a line introduces them: there a text may be shared.

    >>> from cleaners.flattened.lines import lines_of
    >>> lines = lines_of("تلگرام\nایتا\nواتساپ")
    >>> judge_networks(lines)
    >>> [line.verdict.reason for line in lines if line.verdict]
    ['share', 'share', 'share']
    """
    above = ""
    for are_networks, group in groupby(lines, key=is_network):
        run = list(group)
        if are_networks and len(run) >= SHORTEST_RUN and not _introduces_networks(above):
            for line in run:
                line.verdict = line.verdict or Verdict("drop", SHARE)
        above = run[-1].text


def _introduces_networks(line: str) -> bool:
    """Return whether a line says what the networks below it are: «در شبکه‌هایی مانند», «…:»."""
    if line.endswith((":", "؛")):
        return True
    return not ends_sentence(line) and _OF_NETWORKS.search(level(line)) is not None


def without_menus(lines: list[Line]) -> list[Line]:
    """Return the lines above the body without runs of menu words and tool buttons."""
    lines = _without_branches(lines)
    kept: list[Line] = []
    run: list[Line] = []

    def close() -> None:
        words = sum(1 for line in run if judge_line(line.text, context="run"))
        is_menu = words >= SHORTEST_RUN or len(run) >= _MENU_RUN
        kept.extend(line for line in run if line.verdict or not is_menu)
        run.clear()

    for line in lines:
        may_be_menu = _may_be_menu(line)
        if not may_be_menu or (run and line.after_blank and not run[-1].after_blank):
            close()
        (run if may_be_menu else kept).append(line)
    close()
    return kept


def _without_branches(lines: list[Line]) -> list[Line]:
    """Return lines without lists of an office's branches, which begin alike: `مرکز آموزش …`."""
    kept: list[Line] = []
    for _, group in groupby(lines, key=lambda line: line.text.split()[:_SAME_WORDS]):
        alike = list(group)
        names = {line.text for line in alike if _may_be_name(line)}
        is_list = len(names) >= _MENU_RUN
        if is_list and kept and _may_be_menu(kept[-1]):
            kept.pop()  # the list's heading
        kept += [line for line in alike if not is_list or line.text not in names]
    return kept or lines  # headlines


def _may_be_name(line: Line) -> bool:
    is_short = len(line.text) <= _LONGEST_NAME and not line.text.endswith((":", "؛", ".", "؟"))
    return line.verdict is None and is_short and not ends_with_verb(line.text)


def _may_be_menu(line: Line) -> bool:
    if line.verdict and line.verdict.reason in HEADER_FACTS:
        return False
    if line.text.endswith((":", "؛")) or any(c.isdigit() for c in line.text):
        return judge_line(line.text, context="run") is not None
    is_short = len(line.text) <= _LONGEST_MENU_WORD and line.text.count(" ") < _MENU_WORDS
    return is_short or judge_line(line.text, context="run") is not None
