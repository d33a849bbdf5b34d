"""Find the lead (لید) of a flattened text by the attribution below it or by the page's layout."""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.flattened.bounds import SHORTEST_LEAD, is_empty_clock
from cleaners.flattened.lastlines import within_labels
from cleaners.flattened.lines import Line
from cleaners.flattened.menus import HEADER_FACTS
from cleaners.flattened.shapes import (
    STRAY_MARKS,
    ends_with_full_stop,
    is_headline,
    is_lead,
    is_whole_headline,
    names_reporter,
    opens_body,
)
from cleaners.flattened.told import is_told
from cleaners.lines.attribution import is_labelled_lead, is_masthead, level, trim_signature
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import (
    LEAD_AND_TEXT,
    LONGEST_LEAD,
    is_attributed,
    names_speaker,
    rest_after,
)
from cleaners.lines.facts import facts_of
from cleaners.lines.places import opens_with_dateline
from cleaners.lines.reasons import COMMENTS, NEWS_CODE, REPRINT, TOOL_BUTTON
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.sitenames import reads_as_name
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold

__all__ = [
    "drop_doubled_lead",
    "is_below_copy",
    "is_dotted_title",
    "lead_marker",
    "names_source",
    "take_lead",
]

# The mark of a lead, and the text, are among this many lines below it.
_REACH: Final = 6
# Buttons and bars, which are not counted, may stand between; no more lines than this, with them.
_FARTHEST: Final = 12
# The attribution is among this many first paragraphs.
_OPENING: Final = 6
# A headline with a full stop: most characters, how many times as long as its lead it may be, and
# the least share of its words that lead and text have; a lead's two paragraphs differ in these.
_LONGEST_TITLE: Final = 200
_LONGER: Final = 1.5
_SHARE: Final = 0.6
# A lead without an attribution below it: its length in characters, and the least share of its words
# that the paragraph below has. Of 1,600 texts 16 have such a pair, and 15 of these are leads.
_RETOLD_LENGTH: Final = (50, 350)
_RETOLD: Final = 0.6
_TOLD: Final = re.compile(r"خبر داد\W*$")
_QUOTED: Final = re.compile(
    r"(?!(?:وی|او|ایشان|این|همچنین)\s)"
    r"(?:(?!\s(?:نیز|هم)\s).)*?(?:گفت|نوشت|اظهار (?:کرد|داشت)|بیان (?:کرد|داشت)|عنوان کرد) ?[:،]"
)
_SAID: Final = re.compile(r"(?:گفت|افزود|(?:اعلام|اظهار|بیان|عنوان|تصریح|تاکید) کرد) ?:")
# The name of a site before its lead: «شهرما: مدیرکل … گفت: …».
_SITE: Final = re.compile(r"^[^\W\d]{4,20} ?: ?")
_QUOTED_WITHIN: Final = 160
_CITES: Final = re.compile(r"(?:بر ?اساس|طبق|بنا ?بر|بنا به) (?:اعلام|گزارش|اطلاعیه) \w")
# Copies of a title with a lead below, and paragraphs below that.
_COPIES: Final = 2
# What stands above the attribution and has at most this many words, is a section or a signature.
_LABEL_WORDS: Final = 2
# Most words and fewest letters of a site's name.
_MOST_NAME_WORDS: Final = 3
_SHORTEST_NAME: Final = 4
# A question, a call, or a row about a book: «تاریخ چاپ: ۱۴۰۰».
_NO_CAPTION: Final = re.compile(r"[؟!]$|:")
# «او افزود …» goes on with what somebody says: no lead.
_GOES_ON: Final = re.compile(r"(?:او|وی|ایشان)\s")
# A paragraph names its source within this many characters: «به گزارش افکارنیوز، …».
_NAMED_WITHIN: Final = 40


def lead_marker(above: Line | None, lines: Sequence[Line], title: str | None) -> Line | None:
    """Return the line that marks the first of `lines` as the lead, by the page's layout.

    It is a date or code, a copy of the title, or the site's name, between lead and text; or it is
    `above`, the line before the lead. None if the layout does not show a lead.
    """
    lead, *below = [o for o in lines[: 1 + _FARTHEST] if not _is_button(o)][: 1 + _REACH]
    if not below or len(lead.text) < SHORTEST_LEAD or names_reporter(lead.text):
        return None
    if above and (is_empty_clock(above.text) or _heads_a_lead(above, lead, below[0])):
        return above
    marker: Line | None = None
    for n, line in enumerate(below):
        if line.verdict and line.verdict.action != "drop" and line.verdict.reason != COMMENTS:
            return None
        if fold(line.text) == fold(lead.text):
            continue
        if marker is not None and opens_body(line.text):
            return None if opens_with_dateline(line.text) else marker
        if marker is None:
            if _parts_lead(line, lead, below[n + 1 : n + 2], title):
                marker = line
            elif not line.verdict:
                return None
    return None


def _is_button(line: Line) -> bool:
    """Return whether a line is a button, a number of readers or a bar between such: `|`."""
    return line.verdict is not None and line.verdict.reason == TOOL_BUTTON


def _heads_a_lead(above: Line, lead: Line, text: Line) -> bool:
    """Return whether a paragraph directly follows code or date, and a blank line the paragraph.

    Below a date, it is shorter than the next one.
    """
    is_code = above.verdict is not None and above.verdict.reason == NEWS_CODE
    is_dated = facts_of(above.text) is not None and len(lead.text) < len(text.text)
    return (
        (is_code or is_dated)
        and not lead.after_blank
        and text.after_blank
        and opens_body(text.text)
    )


def is_below_copy(lines: Sequence[Line], first: int, title: str | None) -> bool:
    """Return whether the line at `first` is a lead right below the second copy of the title.

    Blank lines part it from the next two paragraphs, of which the second has the attribution.
    """
    copies = [n for n, line in enumerate(lines[:first]) if fold(line.text) == fold(title or "")]
    if len(copies) < _COPIES or copies[-1] != first - 1 or len(lines) <= first + _COPIES:
        return False
    lead, text, attributed = lines[first : first + 1 + _COPIES]
    is_apart = lines[first - 1].after_blank and text.after_blank and attributed.after_blank
    is_text = opens_body(text.text) and not names_reporter(lead.text)
    is_lead_alone = not lead.after_blank and SHORTEST_LEAD <= len(lead.text) <= LONGEST_LEAD
    if not ends_sentence(lead.text):  # the caption of a picture
        return False
    return is_apart and is_text and is_lead_alone and is_attributed(attributed.text)


def _parts_lead(line: Line, lead: Line, text: Sequence[Line], title: str | None) -> bool:
    """Return whether a line is one that separates lead and text."""
    if line.verdict:
        return line.verdict.reason in (*HEADER_FACTS, COMMENTS) or _is_source(line)
    if title and fold(line.text) == fold(title):
        return True
    if judge_line(line.text, context="tail"):
        return False  # the credit of a picture
    return facts_of(line.text) is not None or names_source(
        line.text, [lead.text, *(other.text for other in text)]
    )


def _is_source(line: Line) -> bool:
    """Return whether a line names the source by its address: `منبع: https://…`."""
    is_reprint = line.verdict is not None and line.verdict.reason == REPRINT
    return is_reprint and "://" in line.text


def names_source(line: str, text: Sequence[str]) -> bool:
    """Return whether a line is the name of the site, which `text` names as its source.

    The first paragraph begins with the name and a mark, or the second has it in its attribution.
    """
    words = line.rstrip(" :؛")
    name = fold(words)
    if len(name) < _SHORTEST_NAME or words.count(" ") >= _MOST_NAME_WORDS:
        return False
    if line != words and (is_masthead(words) or reads_as_name(words)):
        return True
    told = (fold(other[:_NAMED_WITHIN]) for other in text[1:2] if is_attributed(other))
    signed = re.match(rf"{re.escape(words)}\s?[-–—:،؛/|]", text[0])
    return signed is not None or any(name in source for source in told)


def take_lead(body: list[str], title: str | None, *, marked: bool) -> str | None:
    """Remove the lead from `body`, if it has one, and return it.

    The first paragraph is the lead if the page's layout shows it (`marked`) or its label says it,
    if the attribution is below it, if it opens with a dateline, or if it sums up the second.
    """
    if len(body) < LEAD_AND_TEXT:
        return None
    has_caption = title is not None and not marked and _has_caption(body)
    marked = marked or is_labelled_lead(body[0])
    if not (marked or has_caption or is_lead(*body[:2]) or _tells_beforehand(body, title)):
        return None
    if not marked and body[0].count(" ") < _LABEL_WORDS and not ends_with_full_stop(body[0]):
        return None
    lead = body.pop(0)
    if has_caption:
        del body[0]
    body[:] = within_labels(body)
    rest = rest_after(body[0], lead)
    if rest is not None and (not rest or is_attributed(rest)):
        body[0] = rest
    return trim_signature(lead.lstrip(STRAY_MARKS))


def _has_caption(body: Sequence[str]) -> bool:
    """Return whether a picture's caption, a headline, parts the lead from its attribution.

    A line with a verb says something of its own; with headlines below, it is a subheading, too.
    """
    if len(body) <= LEAD_AND_TEXT or not is_attributed(body[2]):
        return False
    lead, caption, text, *below = body
    is_caption = is_whole_headline(caption) and _NO_CAPTION.search(caption) is None
    if not is_caption or ends_with_verb(caption) or any(map(is_headline, below)):
        return False
    return ends_with_full_stop(lead) and not _GOES_ON.match(lead) and is_lead(lead, text)


def _tells_beforehand(body: Sequence[str], title: str | None) -> bool:
    """Return whether the first paragraph is one sentence that says what the second is about.

    The second begins with the same sentence, or says the same at length;
    or it quotes by name whom the first is about,
    «مدیرکل … خبر داد.» above «رضا کریمی امروز اظهار کرد: …»;
    or it cites an office, and the first repeats the title.
    """
    first, second = body[:2]
    sentence = first.partition(". ")[0]
    if len(sentence) >= SHORTEST_LEAD and fold(second).startswith(fold(sentence)):
        return True
    if (
        len(body) <= LEAD_AND_TEXT
        or not _RETOLD_LENGTH[0] <= len(first) <= min(_RETOLD_LENGTH[1], len(second))
        or not ends_with_full_stop(first)
        or names_reporter(first)
        or ". " in first
    ):
        return False
    if is_told(first, [second], share=_RETOLD):
        return True
    if _CITES.match(level(second)):
        return title is not None and is_told(title, [first], share=_RETOLD)
    speaker = " ".join(second.split()[:2])
    quotes = _QUOTED.match(level(second[:_QUOTED_WITHIN])) is not None
    is_said = names_speaker(_SITE.sub("", first)) and _SAID.search(level(first)) is not None
    is_named = not names_speaker(second) and speaker not in first
    return quotes and is_named and (is_said or _TOLD.search(first) is not None)


def is_dotted_title(body: Sequence[str], *, below_kicker: bool = False) -> bool:
    """Return whether the first paragraph is a headline with a full stop, as offices write them.

    A lead stands below it, above the attribution, and both repeat what it says; below a kicker they
    need not.
    """
    if len(body) <= LEAD_AND_TEXT or not is_lead(*body[1:3]):
        return False
    title, *text = body[:3]
    is_short = len(title) <= min(_LONGEST_TITLE, _LONGER * len(text[0]))
    if not is_short or ". " in title:
        return False
    return below_kicker or is_told(title, text, share=_SHARE)


def drop_doubled_lead(body: list[str]) -> None:
    """Of paragraphs that are repeated above the attribution keep only the last."""
    attributed = (i for i, text in enumerate(body[:_OPENING]) if is_attributed(text))
    opening = body[: next(attributed, 0)]
    told = [fold(text) for text in opening]
    kept = [text for i, text in enumerate(opening) if told[i] not in told[i + 1 :]]
    body[: len(opening)] = kept
