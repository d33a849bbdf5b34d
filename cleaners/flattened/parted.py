"""Split the lines that a pipeline glued together, and join those it cut in the attribution.

Text that lost its line breaks has date and news code before its first sentence, and
news code and comment form after its last one, all on one line.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.flattened.shapes import ends_with_full_stop, is_whole_headline
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import Verdict, judge_line
from cleaners.lines.copies import is_attributed, names_speaker
from cleaners.lines.facts import LineFacts, facts_of
from cleaners.lines.labels import any_label
from cleaners.lines.newscode import CODE_LABEL, names_a_code
from cleaners.lines.people import is_no_person, reads_as_name_of_person
from cleaners.lines.reasons import ADVERTISEMENT_OR_POLL, TAGS
from cleaners.lines.sections import section_path
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.lexicon import lexicon
from cleaners.persian.names import is_person
from cleaners.persian.paragraphs import breaks_within_sentence

__all__ = ["goes_on", "is_its_clock", "parted"]

# In characters. No date with its labels is longer; no text after one is shorter.
_LONGEST_FACT: Final = 100
_SHORTEST_REST: Final = 15
# A line is searched for what is not text in this many last characters.
_LONGEST_TAIL: Final = 260
_OF_DATE: Final = rf"{any_label('published')}(?: ?{any_label('published', 'of')})?"
# What a program writes after a title: «… نیفتاد؟ 2020-02-16T11:40:43+03:30».
_STAMP: Final = re.compile(r"\s\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d|Z)?$")
_LABEL: Final = re.compile(rf"{_OF_DATE} ?:|انتشار ?:")
_WEEKDAY: Final = re.compile(rf"{any_label('weekday', 'names')}\b")
# «… در تبریزبه گزارش خبرنگار …»: a picture's caption, mostly the title, lost its line break.
_GLUED_CAPTION: Final = re.compile(
    r"(?P<caption>[^.:]{12,160}[^\W\d_]{2})(?=به\s+گزارش\s+(?:خبر|گروه|سرویس|روابط|پایگاه))"
)
_CODE_FIRST: Final = re.compile(rf"{CODE_LABEL} ?\d{{3,17}}(?!\d)[ |،–-]*")
_CODE_LAST: Final = re.compile(rf"(?<=[.!؟»…/])\s*(?=(?P<code>{CODE_LABEL} ?\d{{3,17}})(?!\d))")
_AFTER_SENTENCE: Final = re.compile(r"(?<=[.!؟»…/])\s*(?=[^\W\d]|©)")
_ENDS_CLAUSE: Final = re.compile(r"[،:.؛!؟»]")
_CUT: Final = re.compile(
    r"(?:(?:به|ه)\s+گزارش|در\s+(?:گفت\s?و\s?گو|گفتگو|مصاحبه)(?:\s+\w+)?\s+با(?:\s+خبرنگار)?)$"
)
_MOST_WORDS: Final = 7
# These need a name after them: «به گزارش خبرنگار گروه استان‌های باشگاه / خبرنگاران جوان از همدان؛».
_NEEDS_A_NAME: Final = re.compile(
    r"(?<!\w)"
    r"(?:باشگاه|خبرگزاری|خبرنگار(?:ان)?|پایگاه|روزنامه|گروه|سرویس|استان|شهرستان|روابط|از|در)$"
)
_LONGEST_CUT: Final = 90
# Fewest characters of a sentence that a break parted from its verb; lines of poems are shorter.
_SHORTEST_CUT: Final = 60
_LONGEST_TITLE: Final = 130
_LOST_SOURCE: Final = "؛"
# Most characters of a label on a line of its own, and of its value.
_LONGEST_LABEL: Final = 40
_LONGEST_VALUE: Final = 60
_SHORTEST_LEAD: Final = 40
_LIST_MARKS: Final = "-–—•*"
_AUTHOR_LABEL: Final = re.compile(rf"{any_label('author')} ?:")
_OF_WORKS: Final = re.compile(any_label("author", "of_works"))
_SECTION_LABEL: Final = re.compile(rf"{any_label('section')} ?:")
_LEAD_LABEL: Final = re.compile(rf"{any_label('lead')} ?:")
_CODE_LABEL: Final = re.compile(
    rf"(?:{any_label('code')}|شماره) ?{any_label('code', 'story')} ?[:؛]?"
)
_COUNT_LABEL: Final = re.compile(rf"(?:تعداد )?{any_label('count')} ?:")
_DATE_LABEL: Final = re.compile(rf"{_OF_DATE} ?[:؛]?|انتشار ?:")
_NUMBER: Final = re.compile(r"\d{1,17}")
_DAY: Final = re.compile(r"\d{1,2} [^\W\d]{2,9} \d{4}")
_CLOCK: Final = re.compile(r"(?:ساعت ?:? ?)?\d{1,2}:\d{2}(?::\d{2})?")


def _ends_within_a_word(caption: str) -> bool:
    """Return whether the «به» behind a caption ends its last word: «روز دوشنبه گزارش …»."""
    return re.split(r"[\W_]", caption)[-1] + "به" in lexicon().plain


def goes_on(above: str, line: str, *, after_blank: bool, heads_text: bool, is_titled: bool) -> bool:
    """Return whether `line` belongs to the line above it: a sentence's rest, or a label's value.

    Below a blank line a comma may be all that is left of the attribution: «، رضا کریمی گفت …», or
    of the speaker's office or name, which was a link. With `heads_text`, no sentence of the text is
    above the line; with `is_titled`, another line is the text's headline.
    """
    if heads_text and _has_lost_its_source(above, line):
        return False
    if line[0] in "،؛":
        is_cut = not after_blank or is_attributed(above) or is_person(above)
        names_office = names_speaker(above) and not ends_with_verb(above)
        return not ends_sentence(above) and (is_cut or names_office)
    if _is_cut_attribution(above) or _tells_of(above, line) or _is_its_verb(above, line):
        return True
    if not after_blank and _is_broken_off(above, line, heads_text=heads_text):
        return True
    if heads_text and (_labels_lead(above, line) or _labels_section(above, line)):
        return True
    if heads_text and not after_blank and line[-1].isdigit() and _is_changed_on(above, line):
        return True
    return _labels_author(above, line, heads_text=heads_text, is_titled=is_titled)


def _has_lost_its_source(title: str, line: str) -> bool:
    """Return whether a line is a sentence whose attribution is lost, below a title: `؛ از ساعت …`.

    A semicolon goes on with nothing but an attribution; a comma may follow a name or an office.
    """
    return (
        line.startswith(_LOST_SOURCE)
        and ends_with_full_stop(line)
        and is_whole_headline(title)
        and not is_attributed(title)
        and not names_speaker(title)
    )


def _is_changed_on(day: str, later: str) -> bool:
    """Return whether a line is the day of a change, below that of publication: WordPress has both.

    The clock of a page above the day of its text is the later one.
    """
    if not (_DAY.fullmatch(level(day)) and _DAY.fullmatch(level(later))):
        return False
    published, changed = find_date(day), find_date(later)
    return published is not None and changed is not None and str(published[0]) < str(changed[0])


def _labels_author(label: str, name: str, *, heads_text: bool, is_titled: bool) -> bool:
    """Return whether a line is the name that a label on a line of its own lacks: `خبرنگار:`.

    Within the text, rows about a book have such labels and names as well, and talks have speakers.
    """
    if len(label) > _LONGEST_LABEL or not _AUTHOR_LABEL.fullmatch(levelled := level(label)):
        return False
    if is_person(name):
        return heads_text or _OF_WORKS.match(levelled) is None
    # Of more words, or with no other headline, it may be the title: the label has lost its name.
    is_name = name.count(" ") == 1 and (reads_as_name_of_person(name) or is_no_person(name))
    return heads_text and is_titled and is_name


def _labels_section(label: str, name: str) -> bool:
    """Return whether a line is the section whose label stands above it, by itself: `گروه :`."""
    if len(label) > _LONGEST_LABEL or not _SECTION_LABEL.fullmatch(level(label)):
        return False
    return section_path(name) is not None or (name.isalpha() and judge_line(name) is None)


def _labels_lead(label: str, line: str) -> bool:
    """Return whether a line is the lead whose label stands above it, by itself: `خلاصه خبر:`."""
    if len(label) > _LONGEST_LABEL or not _LEAD_LABEL.fullmatch(level(label)):
        return False
    return len(line) >= _SHORTEST_LEAD and line[0] not in _LIST_MARKS and judge_line(line) is None


def _is_its_verb(sentence: str, line: str) -> bool:
    """Return whether a line is one word, the verb that the sentence above it lacks: `است.`."""
    verb = line.removesuffix(".")
    is_verb = verb != line and " " not in verb and ends_with_verb(verb)
    return is_verb and len(sentence) >= _SHORTEST_CUT and not ends_sentence(sentence)


def _is_broken_off(sentence: str, line: str, *, heads_text: bool) -> bool:
    """Return whether a line is the rest of a sentence that was broken at a link.

    Above the text a line may be a title that was cut short, unless it is longer than any.
    """
    if heads_text and len(sentence) <= _LONGEST_TITLE:
        return False
    if not breaks_within_sentence(sentence, line, amidst_text=not heads_text):
        return False
    is_text = judge_line(line, context="button") is None and judge_line(sentence) is None
    if not is_text or facts_of(line) is not None or names_a_code(line[:_LONGEST_LABEL]):
        return False
    return _AUTHOR_LABEL.match(level(line)) is None


def _tells_of(label: str, value: str) -> bool:
    """Return whether `value` is what a label on a line of its own lacks, or a day its time."""
    if len(label) > _LONGEST_LABEL or len(value) > _LONGEST_VALUE:
        return False
    levelled = level(label)
    if _CODE_LABEL.fullmatch(levelled) or _COUNT_LABEL.fullmatch(levelled):
        return _NUMBER.fullmatch(value) is not None
    if _DATE_LABEL.fullmatch(levelled):
        return find_date(value) is not None
    return _are_day_and_clock(label, value)


def is_its_clock(day: str, clock: str) -> bool:
    """Return whether a line is the time of the day above it, a day that names no weekday.

    The clock of a page's own header stands beside a weekday.
    """
    if len(day) > _LONGEST_LABEL or len(clock) > _LONGEST_VALUE:
        return False
    return _WEEKDAY.search(level(day)) is None and _are_day_and_clock(day, clock)


def _are_day_and_clock(first: str, second: str) -> bool:
    """Return whether one of two lines is a time and the other a day."""
    clock, day = (second, first) if _CLOCK.fullmatch(second) else (first, second)
    return _CLOCK.fullmatch(level(clock)) is not None and find_date(day) is not None


def _is_cut_attribution(line: str) -> bool:
    """Return whether a line is the beginning of an attribution: `به گزارش خبرگزاری صدا و سیما`.

    An attribution runs to a punctuation mark, so the next line belongs to it.
    """
    if _CUT.search(line.replace("\u200c", "")):
        return True
    if not is_attributed(line) or _ENDS_CLAUSE.search(line.rstrip(" ؛،:")):
        return False
    needs_more = len(line) <= _LONGEST_CUT and _NEEDS_A_NAME.search(level(line)) is not None
    return needs_more or line.count(" ") < _MOST_WORDS - 1


def parted(line: str, *, heads_text: bool) -> list[str]:
    """Return the lines that a line was before its line breaks were lost; mostly it was one.

    `heads_text` says that no sentence of the text is above it: only there can it begin with a date.

    >>> parted("۱۵ مهر ۱۴۰۴، ۱۴:۱۸ مرکز مهارت قم افتتاح شد. کد خبر 6543210", heads_text=True)
    ['۱۵ مهر ۱۴۰۴، ۱۴:۱۸', 'مرکز مهارت قم افتتاح شد.', 'کد خبر 6543210']
    """
    facts = list(_opening_facts(line)) if heads_text else []
    rest = line[sum(map(len, facts)) :]
    glued = _GLUED_CAPTION.match(rest)
    if glued and not ends_sentence(glued["caption"]) and not _ends_within_a_word(glued["caption"]):
        facts.append(glued["caption"])
        rest = rest[glued.end("caption") :]
    return [*map(str.strip, facts), *_without_tail(rest.strip())]


def _opening_facts(line: str) -> Iterator[str]:
    """Yield, one by one, the date and the news code that `line` begins with."""
    start = 0
    while len(line) - start > _SHORTEST_REST:
        head = line[start : start + _LONGEST_FACT]
        end = _end_of_fact(head)
        if end is None or len(line) - start - end < _SHORTEST_REST:
            return
        while end < len(head) and head[end] in " |،,-–—/":
            end += 1
        yield line[start : start + end]
        start += end


def _end_of_fact(head: str) -> int | None:
    levelled = level(head)
    if code := _CODE_FIRST.match(levelled):
        return code.end()
    if not (head[:1].isdigit() or _LABEL.match(levelled) or _WEEKDAY.match(levelled)):
        return None
    found = find_date(head)
    if found is None or not (isinstance(found[0], datetime) or _LABEL.match(levelled)):
        return None  # a bare date may open a sentence
    end = head.index(found[1]) + len(found[1])
    return end if LineFacts().read(head[:end]) else None


def _without_tail(line: str) -> list[str]:
    """Split `line` from what follows its last sentence and is never text."""
    if stamp := _STAMP.search(line):
        return [line[: stamp.start()], stamp[0].strip()]
    levelled = level(line)
    if code := _CODE_LAST.search(levelled):
        end = code.end("code")
        return [line[: code.start()].rstrip(), line[code.start("code") : end], *_cut(line[end:])]
    start = max(0, len(line) - _LONGEST_TAIL)
    for gap in _AFTER_SENTENCE.finditer(line, start):
        verdict = judge_line(line[gap.end() :])
        if verdict and (verdict.action == "cut" or _stands_behind(verdict, line[gap.end() :])):
            return [line[: gap.start()], line[gap.end() :]]
    return [line]


def _stands_behind(verdict: Verdict, text: str) -> bool:
    """Return whether a line that does not end the article may follow a sentence on its line."""
    if verdict.reason == TAGS:
        return not text.startswith("#")
    return verdict.reason == ADVERTISEMENT_OR_POLL


def _cut(rest: str) -> list[str]:
    """Return what follows a news code on its line, if it is boilerplate by itself."""
    rest = rest.strip()
    return [rest] if judge_line(rest) else []
