"""Cut labels and headlines of other stories off the ends of flattened text, where no mark does."""

import re
from functools import cache
from typing import Final

from cleaners.flattened.headlines import is_told
from cleaners.flattened.lines import (
    SHORTEST_RUN,
    Line,
    ends_with_full_stop,
    is_headline,
    opens_body,
)
from cleaners.lines.attribution import is_masthead, level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import is_attributed
from cleaners.lines.sitenames import reads_as_name
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold
from cleaners.tables import read_table

__all__ = ["within_labels", "without_trailing_headlines"]

# Endings of other stories' teasers.
_ELLIPSES: Final = ("...", "…", "[…]")
# In characters; subheadings, signatures and places in a list are mostly shorter.
_SHORTEST_HEADLINE: Final = 30
_LONGEST_HEADLINE: Final = 100
_PART: Final = re.compile(r"\s*[:،]\s*|\s*[-–—]\s+")
_SOURCE_WORDS: Final = 7
_LABEL_WORDS: Final = 4
_DIGITS_OF_A_COUNT: Final = 4
# Fewest paragraphs that show whether a text ends its sentences with full stops.
_ENOUGH_PARAGRAPHS: Final = 2
_SHORTEST_PARAGRAPH: Final = 60
# A last line belongs to the text if the text has at least this share of its words.
_OF_THE_TEXT: Final = 0.4
_VERB_LAST: Final = re.compile(r"(?:د|ست|یم|ید|م|بود)$")
_FULL_STOP: Final = re.compile(r"[.؟!…:][»)\"\]]*(?:\s*[/*]+.{0,12})?$")


def without_trailing_headlines(lines: list[Line]) -> list[Line]:
    """Return `lines` without headlines of other stories, or menus, below the last sentence."""
    end = len(lines)
    while end and not opens_body(lines[end - 1].text) and not lines[end - 1].verdict:
        end -= 1
    tail = lines[end:]
    if end and len(tail) >= SHORTEST_RUN and all(map(_is_teaser, tail)):
        return lines[:end]
    before = lines[end - 1] if end else None
    if before is None or not (before.verdict or ends_with_full_stop(before.text)):
        return lines  # a list, or a text without full stops
    menu = sum(1 for line in tail if judge_line(line.text, context="run"))
    headlines = sum(
        1 for line in tail if is_headline(line.text) and len(line.text) >= _SHORTEST_HEADLINE
    )
    tools = [line for line in lines[max(0, end - 2) : end] if _is_tool(line)]
    if menu >= SHORTEST_RUN or (len(tools) > 1 and any(opens_body(o.text) for o in lines[:end])):
        return lines[:end]
    if headlines == len(tail) >= SHORTEST_RUN and not any(_tells(line.text) for line in tail):
        return lines[:end]
    if 0 < headlines == len(tail) and _are_of_other_stories(tail, lines[:end]):
        return lines[:end]
    return lines


def _is_teaser(line: Line) -> bool:
    return line.text.endswith(_ELLIPSES) and len(line.text) >= _SHORTEST_HEADLINE


def _is_tool(line: Line) -> bool:
    """Return whether a line is a button or a counter, such as those below an article."""
    return line.verdict is not None and line.verdict.action == "drop"


def _are_of_other_stories(tail: list[Line], article: list[Line]) -> bool:
    """Return whether one or two headlines below the text belong to other stories.

    They do if a blank line separates them from a text that ends each paragraph with a full stop,
    and if they neither continue it, nor sign it, nor name anyone whom it names.
    """
    paragraphs = [
        line.text
        for line in article
        if not line.verdict and (is_attributed(line.text) or len(line.text) >= _SHORTEST_PARAGRAPH)
    ]
    told = paragraphs[next((i for i, p in enumerate(paragraphs) if opens_body(p)), 0) :]
    if (
        not tail[0].after_blank
        or len(told) < _ENOUGH_PARAGRAPHS
        or not all(_FULL_STOP.search(paragraph) for paragraph in told)
    ):
        return False
    texts = [line.text for line in article]
    known = fold(" ".join(texts))
    return not any(
        _goes_on(line.text)
        or _speaker(line.text) in known
        or (_VERB_LAST.search(line.text) and is_told(line.text, texts, share=_OF_THE_TEXT))
        for line in tail
    )


@cache
def _continuation() -> re.Pattern[str]:
    table: dict[str, list[str]] = read_table("last-lines")
    words = "|".join(level(word) for words in table.values() for word in words)
    return re.compile(rf"[-–—•*(«\"\d]|(?:{words})(?!\w)")


# A text that was cut off within a word.
_CUT_SHORT: Final = re.compile(r"\s[^\W\d_و]$")


# "… گفت: متقاضیان …": a sentence whose full stop is missing.
_QUOTES: Final = re.compile(r"(?<!\w)(?:گفت|افزود|داد|داشت|کرد|شد|بیان|نوشت)(?:ند)? ?:")


def _tells(text: str) -> bool:
    """Return whether a line without a full stop is a sentence by its length or its verb."""
    return len(text) > _LONGEST_HEADLINE or _QUOTES.search(level(text)) is not None


def _goes_on(text: str) -> bool:
    """Return whether a line without a full stop continues the text, lists something or signs it."""
    levelled = level(text)
    return (
        len(text) > _LONGEST_HEADLINE
        or ": " in levelled
        or "@" in text
        or _CUT_SHORT.search(text) is not None
        or _continuation().match(levelled) is not None
    )


def _speaker(text: str) -> str:
    """Return the first two words of a line, folded: in a signature, a name that the text has."""
    return fold(" ".join(text.split()[:2]))


def within_labels(paragraphs: list[str]) -> list[str]:
    """Return a text without names of sections and sites, or bare counts, at its ends."""
    start, stop = 0, len(paragraphs)
    while stop - start > 1 and (
        _is_label(paragraphs[stop - 1], paragraphs[stop - 2])
        or _is_below_the_end(paragraphs[stop - 1], paragraphs[stop - 2])
    ):
        stop -= 1
    while stop - start > 1 and (_is_label(paragraphs[start]) or _is_source(paragraphs[start])):
        start += 1
    return paragraphs[start:stop]


def _is_below_the_end(text: str, above: str) -> bool:
    """Return whether a line below a full stop (so it is not a list's item) is not part of the text.

    It is a sold link, credits a picture, names the site, or is the label of something left out.
    """
    if not ends_with_full_stop(above):
        return False
    if judge_line(text, context="tail") or reads_as_name(text):
        return True
    label = text.rstrip(" :")
    is_label = label != text.rstrip() and label.count(" ") < _LABEL_WORDS
    return is_label and not ends_with_verb(label)


def _is_source(text: str) -> bool:
    """Return whether a line above a text names its source: `اتوبوس - همشهری آنلاین:`."""
    *_, last = _PART.split(text.rstrip(" :")) or [""]
    return text.endswith(":") and text.count(" ") < _SOURCE_WORDS and is_masthead(last)


def _is_label(text: str, above: str = "") -> bool:
    if text.isdecimal():  # a number below a sentence is not a table's row
        if judge_line(above, context="tail"):
            return True  # a reporter's code below a picture's credit
        return len(text) < _DIGITS_OF_A_COUNT and (not above or ends_with_full_stop(above))
    return is_masthead(text) or judge_line(text, context="run") is not None
