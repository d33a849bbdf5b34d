"""Cut labels and headlines of other stories off the ends of flattened text, where no mark does."""

import re
from functools import cache
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.flattened.menus import SHORTEST_RUN
from cleaners.flattened.shapes import ends_with_full_stop, is_headline, opens_body
from cleaners.flattened.verses import verses
from cleaners.lines.attribution import is_masthead, level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import REPRINT, TEXT_BUTTON
from cleaners.lines.sitenames import reads_as_name
from cleaners.persian.folding import fold
from cleaners.tables import read_table

__all__ = ["within_labels", "without_trailing_headlines"]

# In characters; subheadings, signatures and places in a list are mostly shorter.
_SHORTEST_HEADLINE: Final = 30
_LONGEST_HEADLINE: Final = 100
_LABEL_WORDS: Final = 4
_DIGITS_OF_A_COUNT: Final = 4
# Fewest paragraphs that show whether a text ends its sentences with full stops.
_ENOUGH_PARAGRAPHS: Final = 2
_SHORTEST_PARAGRAPH: Final = 60
_NAMES_SOURCE: Final = re.compile(r"منبع\s?[:؛]\s?\w")
_VERB: Final = r"(?:د|ست|یم|م|(?:گرف|رف|گف|یاف|داش|ساخ|پرداخ|گذش|نوش)ت)"
_FULL_STOP: Final = re.compile(r"[.؟!…:][»)\"\]]*(?:\s*[/*]+.{0,12})?$")
# A sentence that ends within a line, where the next one begins; an initial has only one letter.
_SENTENCE_WITHIN: Final = re.compile(r"[^\W\d_]{2}[»)]*\. (?=[^\W\d_])")


def without_trailing_headlines(lines: list[Line]) -> list[Line]:
    """Return `lines` without headlines of other stories, or menus, below the last sentence."""
    lines = _above_the_tools(lines)
    end = len(lines)
    while end and not opens_body(lines[end - 1].text) and not lines[end - 1].verdict:
        end -= 1
    tail = lines[end:]
    if not end or not tail:
        return lines  # a list
    menu = sum(1 for line in tail if judge_line(line.text, context="run"))
    are_headlines = all(
        is_headline(line.text) and len(line.text) >= _SHORTEST_HEADLINE for line in tail
    )
    are_below_tools = sum(map(_is_tool, lines[max(0, end - 2) : end])) > 1
    if menu >= SHORTEST_RUN or are_below_tools:
        return lines[:end]
    if are_headlines and len(tail) >= SHORTEST_RUN and not any(_tells(o.text) for o in tail):
        return lines[:end]
    if are_headlines and _are_of_other_stories(tail, lines[:end]):
        return lines[:end]
    return lines


def _above_the_tools(lines: list[Line]) -> list[Line]:
    """Return `lines` without what stands below the text's last buttons, or the source it names.

    Lines that state a fact stay, and those in boxes of links and tags.
    """
    sentences = [at for at, line in enumerate(lines) if not line.verdict and opens_body(line.text)]
    if len(sentences) < _ENOUGH_PARAGRAPHS:
        return lines
    below = range(sentences[-1] + 1, len(lines))
    end = next((at for at in below if _follows_the_text(lines[at])), len(lines))
    kept, in_box = lines[:end], False
    poem = verses([line.text for line in lines[end:]])
    for at, line in enumerate(lines[end:]):
        if line.verdict:
            in_box = line.verdict.action == "label"
        belongs = _continuation().match(level(line.text)) is not None
        if line.verdict or in_box or belongs or at in poem:
            kept.append(line)
    return kept


def _follows_the_text(line: Line) -> bool:
    """Return whether a line is a button for a whole text, or names its source: `منبع: ایسنا`."""
    if line.verdict is None:
        return False
    if line.verdict.reason == REPRINT:
        return _NAMES_SOURCE.match(line.text) is not None
    return line.verdict.reason == TEXT_BUTTON


def _is_tool(line: Line) -> bool:
    """Return whether a line is a button or a counter, such as those below an article."""
    return line.verdict is not None and line.verdict.action == "drop"


def _are_of_other_stories(tail: list[Line], article: list[Line]) -> bool:
    """Return whether one or two headlines below the text belong to other stories.

    They do if a blank line separates them from a text that ends each paragraph with a full stop,
    and if they neither continue it, nor sign it, nor name anyone whom it names.
    """
    told = [line.text for line in article if len(line.text) >= _SHORTEST_PARAGRAPH]
    if not tail[0].after_blank or not all(map(_FULL_STOP.search, told)):
        return False
    known = fold(" ".join(line.text for line in article))
    return not any(
        _goes_on(line.text)
        or _speaker(line.text) in known
        or _sentence().match(level(line.text))
        or _within().search(level(line.text))
        for line in tail
    )


@cache
def _continuation() -> re.Pattern[str]:
    words = _any_of("telling", "signing")
    return re.compile(rf"[-–—•*(«\"\d]|{words}(?!\w)")


@cache
def _sentence() -> re.Pattern[str]:
    """Compile what a sentence has that headlines have not, besides a verb at its end."""
    return re.compile(
        rf"(?:.*(?<!\w))?(?:{_any_of('pointing')}(?!\w).*{_VERB}|{_any_of('finite')})$"
    )


def _any_of(*lists: str) -> str:
    table: dict[str, list[str]] = read_table("last-lines")
    return "(?:" + "|".join(level(word) for name in lists for word in table[name]) + ")"


@cache
def _cut_off() -> re.Pattern[str]:
    """Compile the end of a line that was cut off, within a word or above its last words."""
    return re.compile(rf"\s(?:[^\W\d_]|{_any_of('cut_off')})$")


@cache
def _within() -> re.Pattern[str]:
    """Compile what a sentence has and headlines have not, wherever it breaks off."""
    return re.compile(rf"(?<!\w){_any_of('within')}(?!\w)")


# "… گفت: متقاضیان …": a sentence whose full stop is missing.
_QUOTES: Final = re.compile(r"(?<!\w)(?:گفت|افزود|داد|داشت|کرد|شد|بیان|نوشت)(?:ند)? ?:")


def _tells(text: str) -> bool:
    """Return whether a line without a full stop is a sentence by its length or its verb."""
    return (
        len(text) > _LONGEST_HEADLINE
        or _SENTENCE_WITHIN.search(text) is not None
        or _QUOTES.search(level(text)) is not None
    )


def _goes_on(text: str) -> bool:
    """Return whether a line without a full stop continues the text, lists something or signs it."""
    levelled = level(text)
    return (
        _tells(text)
        or _cut_off().search(levelled) is not None
        or _continuation().match(levelled) is not None
    )


def _speaker(text: str) -> str:
    """Return the first two words of a line, folded: in a signature, a name that the text has."""
    return fold(" ".join(text.split()[:2]))


def within_labels(paragraphs: list[str]) -> list[str]:
    """Return a text without names of sections and sites, or bare counts, at its ends."""
    start, stop = 0, len(paragraphs)
    while stop > 1 and (above := _above_the_furniture(paragraphs[:stop])) < stop:
        stop = above
    while stop - start > 1 and _is_label(paragraphs[start]):
        start += 1
    return paragraphs[start:stop]


def _above_the_furniture(paragraphs: list[str]) -> int:
    """Return how many paragraphs are left without the last ones that are not text.

    Below a full stop several may stand together; elsewhere a line may be a list's item.
    """
    stop = len(paragraphs)
    if _is_label(*paragraphs[:-3:-1]):
        return stop - 1
    end = stop
    while end > 1 and _is_furniture(paragraphs[end - 1]):
        end -= 1
    return end if ends_with_full_stop(paragraphs[end - 1]) else stop


def _is_furniture(text: str) -> bool:
    """Return whether a line below the last full stop is not part of the text.

    It is a sold link, credits a picture, names the site, or is the label of something left out.
    """
    if judge_line(text, context="tail") or reads_as_name(text):
        return True
    label = text.rstrip(" :")
    return label != text.rstrip() and label.count(" ") < _LABEL_WORDS


def _is_label(text: str, above: str = "") -> bool:
    if text.isdecimal():  # a number below a sentence is not a table's row
        return len(text) < _DIGITS_OF_A_COUNT and ends_with_full_stop(above)
    return is_masthead(text) or judge_line(text, context="run") is not None
