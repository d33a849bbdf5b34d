"""Lines of flattened text: judge each by its shape and by the lines around it."""

import re
from dataclasses import dataclass
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.flattened.parted import goes_on, parted
from cleaners.lines.attribution import attribution, is_masthead, is_signed, level, names_interviewer
from cleaners.lines.boilerplate import Verdict, judge_bar, judge_line
from cleaners.lines.copies import LONGEST_LEAD, is_attributed, rest_after
from cleaners.lines.invocations import is_invocation
from cleaners.lines.places import opens_with_dateline, province_named
from cleaners.lines.reasons import COMMENTS_OR_SUBHEADING, DATE_LABEL, NEWS_CODE, REPORTERS_CODE
from cleaners.lines.sitenames import reads_as_name

__all__ = [
    "HEADER_FACTS",
    "HEADLINE_BLANKS",
    "LONGEST_SURE_TITLE",
    "SHORTEST_RUN",
    "STRAY_MARKS",
    "Line",
    "ends_with_full_stop",
    "is_code",
    "is_headline",
    "is_lead",
    "is_masthead_line",
    "is_whole_headline",
    "lines_of",
    "names_reporter",
    "opens_body",
    "without_list_marks",
    "without_menus",
]

# Lengths in characters, tuned on the texts of ten agencies: nine titles in ten have 30 to 110, the
# longest one found has 165; the shortest lead has 45.
_LONGEST_TITLE: Final = 130
#: Anything longer is not a title, whatever it looks like.
LONGEST_SURE_TITLE: Final = 250
#: Fewest blanks of a whole headline; a line with fewer may be a name, a label or a section.
HEADLINE_BLANKS: Final = 3
_SHORTEST_SENTENCE: Final = 15
# A line is read anew for each that is joined to it; longer ones, in characters, are no lines.
_LONGEST_JOINED: Final = 5_000
# Fewest characters of a paragraph below a subheading; few first comments of readers are as long.
_SHORTEST_RUNNING_TEXT: Final = 80
_LONGEST_DAY: Final = 40
# A paragraph names its reporter within this many characters.
_REACH: Final = 200

_IMAGE: Final = re.compile(r"<image>.{0,2000}?</image>|!\[[^\]]{0,300}\]\([^)]{0,600}\)", re.DOTALL)
_INTERVIEWED: Final = re.compile(
    r"(?:(?<!\w)|(?<=گو))(?:با|به)\s(?:خبرنگار|خبرگزاری|باشگاه|پایگاه)\s"
)
# The verse of the day (vocalised), its translation and a poem are on one line.
_VOWEL: Final = re.compile("[\u064b-\u0652]")
_VOWELS_OF_A_VERSE: Final = 10
# A name and a mark before the text; also names such as «تدبیر ۲۴».
_SIGNED: Final = re.compile(r"(?P<name>\w+(?:[ \u200c]\w+){0,2})\s?[-–—:؛]\s?(?P<rest>\w.{0,20})")
# «به گزارش خبرنگار ما، …», «به گزارش خبرگزاری …»
_REPORTERS: Final = "خبر"
_NUMBERED: Final = re.compile(r"(?:24|۲۴)$")
_SERVICE: Final = re.compile(r"سرویس \w")  # «مازندنومه؛ سرویس اجتماعی، …»
_WORD: Final = re.compile(r"[^\W_]")
_PERSIAN_WORD: Final = re.compile(r"[\u0621-\u06cc]{2}")
_BARE_CODE: Final = re.compile(r"\d{4,6}")
# Two dots are one that was typed twice; three are an ellipsis, which ends headlines too.
_FULL_STOP: Final = re.compile(r"(?<!\.)\.{1,2}[»)\"\]]*$")


@dataclass(slots=True)
class Line:
    """A line with text, and what is known of it."""

    text: str
    after_blank: bool
    verdict: Verdict | None


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` that have letters or digits, white space squeezed."""
    lines: list[Line] = []
    after_blank = heads_text = True
    for raw in _IMAGE.sub("\n", text).splitlines():
        squeezed = " ".join(raw.strip("\ufeff").split())
        if not _WORD.search(squeezed) and judge_line(squeezed) is None:
            after_blank = True
            continue
        above = lines[-1].text if lines and len(lines[-1].text) <= _LONGEST_JOINED else ""
        if above and goes_on(above, squeezed, after_blank=after_blank):
            squeezed = f"{lines.pop().text} {squeezed}"
        for part in parted(squeezed, heads_text=heads_text):
            verdict = judge_line(part) or _judge_bar(part) or (_verse(part) if heads_text else None)
            lines.append(Line(part, after_blank, verdict))
            after_blank = False
            heads_text = heads_text and (verdict is not None or not opens_body(part))
    _unmark_subheadings(lines)
    return lines


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
        return Verdict("drop", "tool bar") if is_bar else None
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
    return bool(judge_line(line.text, context="form")) or find_date(line.text[:40]) is not None


def is_code(line: Line, above: list[str]) -> bool:
    """Return whether a line is a reporter's code, which ends the article as an end mark does.

    A bare number is one only below a full stop: flattened tables have lines of numbers, too.
    """
    if line.verdict is not None:
        return line.verdict.reason == REPORTERS_CODE
    return bool(above and _BARE_CODE.fullmatch(line.text) and _FULL_STOP.search(above[-1]))


def names_reporter(text: str) -> bool:
    """Return whether a paragraph says whose report it is, as the first of a body does."""
    opening = text[:_REACH]
    return (
        is_attributed(text)
        or _INTERVIEWED.search(level(opening)) is not None
        or names_interviewer(opening)
    )


def opens_body(text: str) -> bool:
    """Return whether a line is a sentence of the article, not a headline."""
    if is_attributed(text) or len(text) > LONGEST_SURE_TITLE:
        return True
    return len(text) >= _SHORTEST_SENTENCE and _FULL_STOP.search(text) is not None


def ends_with_full_stop(text: str) -> bool:
    """Return whether a line ends with a full stop; an ellipsis does not count."""
    return _FULL_STOP.search(text) is not None


def is_headline(text: str) -> bool:
    """Return whether a line may be a title: words, at least one Persian one, and no full stop."""
    return (
        len(text) <= _LONGEST_TITLE
        and " " in text
        and _PERSIAN_WORD.search(text) is not None
        and not _FULL_STOP.search(text)
        and not text.endswith(("،", ":", "؛", ";"))
    )


def is_whole_headline(text: str) -> bool:
    """Return whether a line is a headline, and longer than a name, a label or a subheading."""
    return is_headline(text) and text.count(" ") >= HEADLINE_BLANKS


def is_lead(first: str, second: str) -> bool:
    """Return whether paragraph `first` is the lead of the body that `second` begins.

    It is if `second` says whose report it is, or repeats `first`, or if `first` has a dateline.
    """
    if len(first) > LONGEST_LEAD or is_invocation(first):
        return False
    if opens_with_dateline(first):
        return True
    first = first.lstrip(STRAY_MARKS)
    if is_attributed(first):
        return False
    is_report = (attribution(second) or "").startswith(_REPORTERS)
    if is_report or is_signed(second) or _is_signed_by_name(second):
        return True
    return not names_reporter(first) and (
        names_reporter(second)
        or rest_after(second, first) is not None
        or rest_after(_without_signature(second), first) is not None
    )


def _without_signature(text: str) -> str:
    """Return a paragraph without a name and a mark before it: `آی اسپورت – …`."""
    signed = _SIGNED.match(text)
    return text[signed.start("rest") :] if signed else text


def _is_signed_by_name(text: str) -> bool:
    """Return whether a paragraph begins with the name of the site: `برق نیوز - مریم کریمی:`."""
    signed = _SIGNED.match(text)
    if signed is None:
        return False
    is_name = reads_as_name(signed["name"]) or _NUMBERED.search(signed["name"]) is not None
    rest = signed["rest"]
    return is_name or is_attributed(rest) or _SERVICE.match(level(rest)) is not None


def is_masthead_line(text: str) -> bool:
    """Return whether a line is the site's name: an agency's, or a provincial office of TVTO's."""
    if not is_masthead(text):
        return False
    _, office, province = level(text).partition("استان")
    return not office or province_named(province) is not None


SHORTEST_RUN: Final = 3
# Unknown menus: at least this many lines in a row, none longer than this.
_MENU_RUN: Final = 4
_LONGEST_MENU_WORD: Final = 22
_MENU_WORDS: Final = 4
#: Marks left at the start of a paragraph that has lost its attribution, `به گزارش …،`.
STRAY_MARKS: Final = "،؛ "
#: Reasons for lines that state a fact about the article: they are not menus.
HEADER_FACTS: Final = frozenset((NEWS_CODE, DATE_LABEL))


def without_menus(lines: list[Line]) -> list[Line]:
    """Return the lines above the body without runs of menu words and tool buttons."""
    kept: list[Line] = []
    run: list[Line] = []

    def close() -> None:
        words = sum(1 for line in run if judge_line(line.text, context="run"))
        is_menu = words >= SHORTEST_RUN or len(run) >= _MENU_RUN
        kept.extend(line for line in run if line.verdict or not is_menu)
        run.clear()

    for line in lines:
        if not _may_be_menu(line) or (run and line.after_blank and not run[-1].after_blank):
            close()
        if _may_be_menu(line):
            run.append(line)
        else:
            kept.append(line)
    close()
    return kept


def _may_be_menu(line: Line) -> bool:
    if line.verdict and line.verdict.reason in HEADER_FACTS:
        return False
    if line.text.endswith((":", "؛")) or any(c.isdigit() for c in line.text):
        return judge_line(line.text, context="run") is not None
    is_short = len(line.text) <= _LONGEST_MENU_WORD and line.text.count(" ") < _MENU_WORDS
    return is_short or judge_line(line.text, context="run") is not None


_BULLET: Final = re.compile(r"[•●▪■◾◆◼►▸▶○◦·*✓✔➢]\s*(?=\w|[«(\"])")
_DASH: Final = re.compile(r"[-–—]\s*(?=\w|[«(\"])")
_SPOKEN: Final = re.compile(r"[؟!…]|\.\.")


def without_list_marks(paragraphs: list[str]) -> list[str]:
    """Return `paragraphs` without the marks that list items begin with.

    A dash is one if two or more items stand together and none looks spoken: a dash also opens the
    turns of a dialogue (`- چرا آمدی؟`), where it stays, as it does in a single line.
    """
    unmarked = [_BULLET.sub("", p, count=1) if _BULLET.match(p) else p for p in paragraphs]
    dashed = [_DASH.match(paragraph) is not None for paragraph in unmarked]
    start = 0
    while start < len(unmarked):
        end = start
        while end < len(unmarked) and dashed[end]:
            end += 1
        if end - start > 1 and not any(_SPOKEN.search(item) for item in unmarked[start:end]):
            unmarked[start:end] = [_DASH.sub("", item, count=1) for item in unmarked[start:end]]
        start = end + 1
    return unmarked
