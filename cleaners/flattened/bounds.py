"""Where the article of a flattened text begins, and whether the text is a list of stories."""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.flattened.lines import Line
from cleaners.flattened.lists import begin_of_list
from cleaners.flattened.menus import SHORTEST_RUN
from cleaners.flattened.shapes import is_headline, is_whole_headline, opens_body
from cleaners.flattened.verses import verses
from cleaners.lines.attribution import is_labelled_lead
from cleaners.lines.copies import is_attributed
from cleaners.lines.newscode import code_of_story
from cleaners.lines.places import opens_with_dateline
from cleaners.lines.reasons import ARCHIVE
from cleaners.persian.folding import fold

__all__ = [
    "SHORTEST_LEAD",
    "begin_of",
    "end_of_bulletin",
    "first_text",
    "is_empty_clock",
    "listed_stories",
]

# This many headlines between the first sentence and the attribution are of other stories.
_TEASERS: Final = 4
_DASHES: Final = ("-", "–", "•", "●")
# A sentence and its copy are at most this many lines apart: title, kicker and date stand between.
_COPY_REACH: Final = 6
# The broadcaster's clock is among the first lines.
_EMPTY_CLOCK: Final = re.compile(r"امروز\s?:\s?[-–—]?")
_CLOCK_REACH: Final = 4
#: Fewest characters of a lead.
SHORTEST_LEAD: Final = 40
# Sentences that tell of the title, counted from the first.
_SENTENCES_OF_TITLE: Final = 3
# A page with this many news codes lists stories; an article may name one other story's.
_STORIES: Final = 3
_DATELINES: Final = 3
_SHORTEST_NEWS: Final = 80
# An archive says on its first lines how to reach older news; a footer below an article may say so
# too.
_ARCHIVE_REACH: Final = 8
# A text of at least this many lines, without a sentence, and with fewer than this many characters
# of body is a menu.
_LINES_OF_MENU: Final = 20
_LEFT_OF_MENU: Final = 200
# What a crawl writes before each of its texts; a row «date 2025-11-26» has nothing behind the day.
_CRAWLED: Final = re.compile(r"^[ \t]*date \d{4}-\d\d-\d\d +(?=[^\n]*[آ-ی]{2})", re.MULTILINE)


def first_text(text: str) -> str:
    """Return `text` without the texts that stand below it, each behind the day of its crawl.

    Nothing is taken off a text that has no sentence above such a day.
    """
    end_of_sentence = 0
    for line in text.split("\n"):
        end_of_sentence += len(line) + 1
        if opens_body(line.strip()):
            break
    crawled = _CRAWLED.search(text, end_of_sentence)
    return text[: crawled.start()] if crawled else text


def _is_datelined(text: str) -> bool:
    """Return whether a paragraph (not a row of a table or list) has a dateline of its own."""
    return len(text) >= _SHORTEST_NEWS and opens_with_dateline(text)


def begin_of(lines: Sequence[Line]) -> int:
    """Return the index of the first line that is a sentence of the article.

    Teasers of other stories are sentences too, each under its headline: if there are many above
    the attribution, the article begins there, or with the sentence right above it.
    """
    listed = end_of_bulletin([line.text for line in lines])
    start = listed if listed < len(lines) else 0  # nothing but dashes: its own paragraphs
    opening = [
        index
        for index, line in enumerate(lines[start:], start)
        if line.verdict is None and opens_body(line.text)
    ]
    if opening and _is_labelled_title(lines[: opening[0] + 1]):
        del opening[0]
    if (lead := _below_clock(lines)) is not None:
        return lead
    above = lines[: opening[0] if opening else len(lines)]
    poem = verses([line.text for line in above])
    # The title stands above a poem, and the poet's name below it; headlines that rhyme are above
    # the title.
    if poem and not any(is_whole_headline(line.text) for line in above[poem.stop :]):
        return poem.start
    in_head = begin_of_list(above, [lines[at].text for at in opening[:_SENTENCES_OF_TITLE]])
    if not opening:
        return len(lines) if in_head is None else in_head
    first = opening[0]
    anchor = next((i for i in opening if is_attributed(lines[i].text)), first)
    if first != anchor and (copy := _copy_below(lines, first)) is not None:
        return copy
    below_first = sum(first < i < anchor for i in opening)
    headlines = sum(is_headline(o.text) and not o.verdict for o in lines[first:anchor])
    if headlines < max(_TEASERS, below_first):
        return first if in_head is None else in_head
    return anchor - 1 if anchor - 1 in opening else anchor


def _is_labelled_title(lines: Sequence[Line]) -> bool:
    """Return whether the last line is a headline with a lead's label, and none stands above it."""
    *above, last = lines
    is_titled = any(line.verdict is None and is_headline(line.text) for line in above)
    return not is_titled and is_labelled_lead(last.text) and is_headline(last.text)


def is_empty_clock(line: str) -> bool:
    """Return whether a line is the broadcaster's clock without its time: `امروز: -`."""
    return _EMPTY_CLOCK.fullmatch(line) is not None


def _below_clock(lines: Sequence[Line]) -> int | None:
    """Return the index of the lead below the empty clock, with or without a full stop."""
    clock = next((n for n, o in enumerate(lines[:_CLOCK_REACH]) if is_empty_clock(o.text)), None)
    if clock is None or clock + 1 >= len(lines):
        return None
    lead = lines[clock + 1]
    return clock + 1 if not lead.verdict and len(lead.text) >= SHORTEST_LEAD else None


def end_of_bulletin(lines: Sequence[str]) -> int:
    """Return how many lines at the top are other stories' headlines, each after a dash."""
    unmarked = (n for n, line in enumerate(lines) if not line.startswith(_DASHES))
    listed = next(unmarked, len(lines))
    is_spoken = any(line.endswith("؟") for line in lines[:listed])  # a dialogue
    return listed if listed >= SHORTEST_RUN and not is_spoken else 0


def _copy_below(lines: Sequence[Line], first: int) -> int | None:
    """Return where the first sentence is repeated: a print page has the lead in its head, too."""
    told = fold(lines[first].text)
    for index in range(first + 2, min(first + _COPY_REACH, len(lines))):
        if fold(lines[index].text) == told:
            between = lines[first + 1 : index]
            return index if any(is_headline(line.text) for line in between) else None
    return None


def listed_stories(lines: Sequence[Line], body: Sequence[str]) -> str | None:
    """Return what shows that a text is a list of stories, None for an article.

    `body` is what its text would be as an article.
    """
    told = [line.text for line in lines if not line.verdict and opens_body(line.text)]
    return (
        _stories_with_codes(lines, told)
        or _archive(lines, body)
        or _stories_with_datelines(told)
        or _menu(lines, body, told)
    )


def _stories_with_codes(lines: Sequence[Line], told: Sequence[str]) -> str | None:
    coded = [(n, code) for n, line in enumerate(lines) if (code := code_of_story(line.text))]
    codes = {code for _, code in coded}
    sentences = [text for text in told if not _is_dotted_headline(text)]
    is_list = (  # one paragraph each, with its code and day below it
        len(codes) > 1
        and len(coded) in (len(told), len(sentences))
        and all(find_date(lines[n].text) for n, _ in coded)
        and all(n and opens_body(lines[n - 1].text) for n, _ in coded)
    )
    return f"{len(codes)} news codes" if len(codes) >= _STORIES or is_list else None


def _is_dotted_headline(text: str) -> bool:
    """Return whether a line may be a headline with two dots for an ellipsis: `… خوب است ..`."""
    return text.endswith("..") and is_headline(text.rstrip(" ."))


def _archive(lines: Sequence[Line], body: Sequence[str]) -> str | None:
    is_told = any(o.verdict and o.verdict.reason == ARCHIVE for o in lines[:_ARCHIVE_REACH])
    if is_told and not any(map(is_attributed, body)):
        return "an archive says how to reach older news"
    return None


def _stories_with_datelines(told: Sequence[str]) -> str | None:
    datelined = [text for text in told if _is_datelined(text)]
    if len(datelined) < _DATELINES or 2 * len(datelined) <= len(told):
        return None
    if datelined[0] != told[0] or any(map(is_attributed, told)):
        return None  # one story, and what it says of several cities
    return f"{len(datelined)} paragraphs with a dateline each"


def _menu(lines: Sequence[Line], body: Sequence[str], told: Sequence[str]) -> str | None:
    is_short = sum(map(len, body)) < _LEFT_OF_MENU and len(lines) >= _LINES_OF_MENU
    return f"{len(lines)} lines, and no sentence" if is_short and not told else None
