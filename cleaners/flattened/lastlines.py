"""Cut labels and headlines of other stories off the ends of flattened text, where no mark does."""

import re
from functools import cache
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.flattened.menus import SHORTEST_RUN
from cleaners.flattened.shapes import ends_with_full_stop, is_headline, opens_body
from cleaners.flattened.told import is_told
from cleaners.flattened.verses import verses
from cleaners.lines.attribution import is_masthead, level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import is_attributed
from cleaners.lines.facts import facts_of
from cleaners.lines.reasons import REPRINT, TEXT_BUTTON
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
# A line that was cut off in running text has none of these.
_MARKS_OF_HEADLINES: Final = frozenset("؟!+/|")
_NAMES_SOURCE: Final = re.compile(r"منبع\s?[:؛]\s?\w")
_VERB: Final = r"(?:د|ست|یم|م|(?:گرف|رف|گف|یاف|داش|ساخ|پرداخ|گذش|نوش)ت)"
_VERB_LAST: Final = re.compile(rf"{_VERB}$")
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
        belongs = _continuation().match(level(line.text)) or facts_of(line.text)
        if line.verdict or in_box or belongs or (at in poem and poem.start <= 1):
            kept.append(line)
    return kept


def _follows_the_text(line: Line) -> bool:
    """Return whether a line is a button for a whole text, or names its source: `منبع: ایسنا`."""
    if line.verdict is None:
        return False
    if line.verdict.reason == REPRINT:
        return _NAMES_SOURCE.match(line.text) is not None
    return line.verdict.reason == TEXT_BUTTON


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
        or _sentence().match(level(line.text))
        or _breaks_off(line.text)
        or (_VERB_LAST.search(line.text) and is_told(line.text, texts, share=_OF_THE_TEXT))
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


def _breaks_off(text: str) -> bool:
    """Return whether a line has what a sentence has and headlines have not, but no verb at its end.

    A headline asks, or says that there are pictures: «… + عکس».
    """
    if _VERB_LAST.search(text) or not _MARKS_OF_HEADLINES.isdisjoint(text):
        return False
    return _within().search(level(text)) is not None


@cache
def _within() -> re.Pattern[str]:
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
        len(text) > _LONGEST_HEADLINE
        or _SENTENCE_WITHIN.search(text) is not None
        or ": " in levelled
        or "@" in text
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
    while stop - start > 1 and (_is_label(paragraphs[start]) or _is_source(paragraphs[start])):
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
