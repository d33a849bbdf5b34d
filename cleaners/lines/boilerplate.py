"""Recognise lines that are never article text: labels, buttons, comment forms.

The lines are data (`data/boilerplate.toml`), each with its reason. A line is judged as a whole: a
paragraph that merely mentions `نظر شما` stays.
"""

import re
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple

from cleaners.lines.attribution import level
from cleaners.lines.reasons import BREADCRUMB, FOOTER, MENU, REPRINT, SITE_PART, TOOL_BUTTON
from cleaners.persian.folding import KASHIDA, LETTERS
from cleaners.tables import read_table

__all__ = [
    "TOOL_BAR",
    "Action",
    "Context",
    "Verdict",
    "is_publishers_note",
    "judge_bar",
    "judge_line",
]

type Action = Literal["drop", "cut", "label"]
type Context = Literal["run", "form", "head", "above", "tail", "button"]

# No entry is longer: a longer paragraph costs only one comparison.
_LONGEST: Final = 260
# No whole line of `exact` and no beginning of `prefix` is longer than this.
_LONGEST_KEY: Final = 90


class Verdict(NamedTuple):
    """What to do with a line that is not article text."""

    action: Action
    """`drop` the line, `cut` it and all that follows, or drop a `label` with its lines of links."""
    reason: str


#: Labels and buttons side by side.
TOOL_BAR: Final = Verdict("drop", "tool bar")


class _Table(NamedTuple):
    """The entries of one context, ready for look-up."""

    exact: dict[str, Verdict]
    """Key of a whole line → verdict."""
    prefixes: tuple[str, ...]
    by_prefix: tuple[tuple[str, int, Verdict], ...]
    """(key of a beginning, most characters of the line, verdict)."""
    pattern: re.Pattern[str] | None
    by_group: dict[str, Verdict]


@cache
def _entries() -> list[dict[str, Any]]:
    table = read_table("boilerplate")
    entries: list[dict[str, Any]] = table["entry"]
    return entries


def _written_out(pattern: str) -> str:
    """Return a pattern with the words that it names: `{networks}`."""
    words: dict[str, str] = read_table("boilerplate")["words"]
    for name, alternatives in words.items():
        pattern = pattern.replace(f"{{{name}}}", alternatives)
    return pattern


@cache
def _table(context: Context | None) -> _Table:
    exact: dict[str, Verdict] = {}
    by_prefix: list[tuple[str, int, Verdict]] = []
    patterns: list[str] = []
    by_group: dict[str, Verdict] = {}
    contexts = (None,) if context is None else (context, "button")
    for entry in _entries():
        if entry.get("context") not in contexts:
            continue
        verdict = Verdict(entry["action"], entry["reason"])
        for line in entry.get("exact", []):
            exact.setdefault(_key(level(line)) or line, verdict)
        for beginning in entry.get("prefix", []):
            by_prefix.append((_key(level(beginning)), entry["most"], verdict))
        for pattern in entry.get("pattern", []):
            # The empty group that tells which pattern it was comes last: an alternative that begins
            # with its letter is passed over at a sixth of the cost.
            name = f"g{len(by_group)}"
            by_group[name] = verdict
            patterns.append(f"(?:{level(_written_out(pattern))})(?P<{name}>)")
    return _Table(
        exact=exact,
        prefixes=tuple(beginning for beginning, _, _ in by_prefix),
        by_prefix=tuple(by_prefix),
        pattern=re.compile("|".join(patterns), re.IGNORECASE) if patterns else None,
        by_group=by_group,
    )


def judge_line(line: str, *, context: Context | None = None) -> Verdict | None:
    """Return what to do with `line` if it is never article text; None for any other line.

    With a `context`, lines that are boilerplate only there count as well: `run` among three or
    more short lines in a row, `form` inside a comment form, `head` around title, kicker and lead,
    `above` right above the title, `tail` on the last lines of a text. In each of them, and as a
    `button`, count the lines that elsewhere may be a heading or a step.

    >>> judge_line("کد خبر : ۱۴۳۳۸۱۶")
    Verdict(action='drop', reason='news code')
    >>> judge_line("نظر شما درباره این طرح چیست؟") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    return _judge_short(line, context)


@lru_cache(maxsize=4096)  # the same labels and menus stand on every page of a site
def _judge_short(line: str, context: Context | None) -> Verdict | None:
    if context is not None and (verdict := _judge_short(line, None)):
        return verdict
    squeezed = " ".join(level(line).replace(KASHIDA, "").split())
    if not squeezed:
        return None
    if context is not None:
        return _look_up(_without_signs(squeezed) or squeezed, _table(context))
    verdict = _look_up(squeezed, _table(None))
    if verdict is None and (bare := _without_signs(squeezed)) != squeezed:
        if not _LETTER.search(bare):  # «⏰ ۱۸:۳۰» and «۱۰۰ → ۱۲۰» say something
            return None if _DIGIT.search(bare) else Verdict("drop", TOOL_BUTTON)
        squeezed = bare
        verdict = _look_up(squeezed, _table(None))
    if verdict is None and (icon := _ICON.match(squeezed)):
        button = _look_up(squeezed[icon.end() :], _table(None))
        verdict = button if button and button.action == "drop" else None
    return verdict or _judge_tabs(squeezed)


def _without_signs(squeezed: str) -> str:
    if not _PICTOGRAPHS.search(squeezed):
        return squeezed
    return " ".join(_PICTOGRAPHS.sub(" ", squeezed).split())


def _judge_tabs(squeezed: str) -> Verdict | None:
    """Return the verdict on a line of nothing but boxes' labels: `آخرین اخبار | اخبار استان‌ها`."""
    if "|" not in squeezed:
        return None
    labels = [_look_up(part.strip(), _table(None)) for part in squeezed.split("|") if part.strip()]
    are_labels = all(label is not None and label.action == "label" for label in labels)
    return labels[0] if len(labels) > 1 and are_labels else None


# Smileys, arrows and other signs, as before a button's words: «⏱ زمان مطالعه: ۳ دقیقه». But flags
# stand beside scores, numbers in circles before the points of a list.
_PICTOGRAPHS: Final = re.compile(
    r"[\u2190-\u21ff\u2300-\u245f\u2500-\u2775\u2794-\u27bf\u2b00-\u2bff\ufe0f\U0001f300-\U0001faff]+"
)
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
# The name of an icon, glued to its button: «sendارسال به دوستان».
_ICON: Final = re.compile(r"[a-z]+(?:_[a-z]+)*(?=[آ-ی])")
# A label in a tool bar has at most this many words: "ارسال به دوستان".
_MOST_WORDS: Final = 4
_LONGEST_BAR: Final = 90


def judge_bar(line: str) -> Verdict | None:
    """Return a verdict on a line that is nothing but labels and buttons, side by side.

    Two are enough if one is boilerplate by itself, such as a button; words that are boilerplate
    only in company must be three.

    >>> judge_bar("ذخیره ارسال به دوستان نسخه چاپی")
    Verdict(action='drop', reason='tool bar')
    >>> judge_bar("آموزش مهارت") is None
    True
    """
    if len(line) > _LONGEST_BAR or len(words := line.split()) < 2 or "=" in words:
        return None  # a sum: «۱۰ * ۳۶۵ = ۳۶۵۰»
    if "|" in line and _names_the_site(line):
        return TOOL_BAR
    labels, sure, start = 0, False, 0
    while start < len(words):
        for count in range(min(_MOST_WORDS, len(words) - start), 0, -1):
            label = " ".join(words[start : start + count])
            verdict = judge_line(label, context="run")
            # Behind other words, «از: …» is a name: «گزارش از: رضا کریمی».
            if verdict is not None and not (start and verdict.reason == REPRINT):
                break
        else:
            return None
        # Items of a menu do not open a box or end the text; a bare number may belong to any text.
        sure = sure or (verdict == judge_line(label) and verdict.action == "drop")
        labels, start = labels + 1, start + count
    return TOOL_BAR if labels > 2 or (labels > 1 and sure) else None


_PARTS_OF_SITE: Final = frozenset((BREADCRUMB, FOOTER, MENU, SITE_PART))


def _names_the_site(line: str) -> bool:
    """Return whether a bar has a site's name and its parts: `صفحه اول | درباره ما | گویا`."""
    verdicts = [judge_line(part) for part in line.split("|")]
    parts_of_site = sum(o is not None and o.reason in _PARTS_OF_SITE for o in verdicts)
    return verdicts.count(None) == 1 and parts_of_site == len(verdicts) - 1 > 1


def _look_up(squeezed: str, table: _Table) -> Verdict | None:
    key = _key(squeezed[:_LONGEST_KEY])
    if len(squeezed) <= _LONGEST_KEY and (verdict := table.exact.get(key or squeezed)):
        return verdict
    if key.startswith(table.prefixes):
        for beginning, most, verdict in table.by_prefix:
            if key.startswith(beginning) and len(squeezed) <= most:
                return verdict
    if table.pattern is None:
        return None
    match = table.pattern.fullmatch(squeezed.strip("•● "))
    if match is None and squeezed[:1] in _MARKS:
        match = table.pattern.fullmatch(squeezed.strip(_MARKS))
    if match is None:
        return _label_with_colon(squeezed, table.pattern, table.by_group)
    return table.by_group[match.lastgroup or ""]


def _label_with_colon(
    squeezed: str, pattern: re.Pattern[str], by_group: dict[str, Verdict]
) -> Verdict | None:
    """Return the verdict on a box's label that ends with a colon, as buttons do not."""
    if squeezed[-1] not in _COLONS:
        return None
    match = pattern.fullmatch(squeezed.strip(_MARKS + _COLONS))
    verdict = by_group[match.lastgroup or ""] if match else None
    return verdict if verdict is not None and verdict.action == "label" else None


# Marks of list items and separators that may stand before a label: "• - تعداد بازدید: 87".
_MARKS: Final = "•●▪■|·–- "
_COLONS: Final = ":؛"
_ALEF: Final = [(typed, same) for typed, same in LETTERS.items() if same in "او" or typed == "ئ"]
_NOT_A_LETTER: Final = re.compile(r"[\W_\u0640]+")


def _key(levelled: str) -> str:
    """Return the letters and digits of a levelled line: `fold` at a quarter of its cost."""
    for typed, same in _ALEF:
        levelled = levelled.replace(typed, same)
    return _NOT_A_LETTER.sub("", levelled).lower()


_LONGEST_NOTE: Final = 400


@cache
def _publishers_note() -> re.Pattern[str]:
    patterns = read_table("boilerplate")["publishers-note"]["pattern"]
    return re.compile("|".join(patterns), re.IGNORECASE)


def is_publishers_note(text: str) -> bool:
    """Return whether a line is a note by the publisher: copyright, terms of quotation."""
    return len(text) <= _LONGEST_NOTE and _publishers_note().search(text) is not None
