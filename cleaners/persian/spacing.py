"""Spaces and punctuation marks where a Persian typesetter puts them.

Dashes, `...` and `…` stay as typed, and nothing is done between digits. The functions take one
line whose protected spans were replaced (see `protected`).
"""

import re

from cleaners.persian.characters import LETTER, LONGEST_WORD, MARK
from cleaners.persian.protected import STAND_IN

__all__ = ["mend_marks", "pair_quotes", "respace", "squeeze"]

_L = f"{LETTER}{MARK}"
_CLOSING = r"،؛؟!»)\]}"
_OPENING = r"«(\[{"
# Endings that may directly follow a bracket or a quotation mark: «کیهان»ها، کتاب(ها).
_ENDING = f"(?:ها(?:یی|ی)?|ی|ای|اش|ام|ات|ان|اند)(?![{_L}])"

# Dots with spaces among them, doubled marks: «. ..»، «……»، «،.».
_DOTS = re.compile(r"\.(?: *\.)+")
_COLLIDING = re.compile(r"، ?(?=[،.](?!\.))|(?<!\.)\.[ ،]*،(?!\.)")
_ELLIPSES = re.compile(r"…{2,}")
_MARKS_TRIGGER = re.compile(r"[.،…](?:(?<=[.،])[ .،]*[.،]|(?<=…)…)")

# One class of characters first, so that the search skips everything else.
_TRIGGER = re.compile(
    rf"[ {_OPENING}{_CLOSING}:.](?:(?<= )[{_CLOSING}:.%٪\u064b]|(?<=[{_OPENING}]) "
    rf"|(?<=[{_CLOSING}:.])[{_L}{STAND_IN}\d{_OPENING}]|(?<=[{_L}{_CLOSING}\d][{_OPENING}]))"
)
_SPACES = re.compile(" {2,}")
# A tanwin cannot stand alone: «حتما ً رفت», «حتما ًرفت».
_BEFORE_TANWIN = re.compile("(?<=ا) +\u064b")
_TANWIN_OF_WORD_BEFORE = re.compile(f"{_BEFORE_TANWIN.pattern}(?=[{LETTER}])")
_BLANK_WITHIN = re.compile(rf" +([»)\]])(?!{_ENDING})(?=[{_L}])")  # (شهر )را
_BEFORE_CLOSING = re.compile(rf" +(?=[{_CLOSING}])")
_BEFORE_DOT = re.compile(rf"(?<=[{_L}\d»)\]%٪{STAND_IN}]) +(?=\.(?![.\w{STAND_IN}]))")
_BEFORE_COLON = re.compile(rf"(?<=[{_L}»)\]{STAND_IN}]) +(?=:(?![()/{STAND_IN}-]))")
_STRAY_COLON = re.compile(rf"(?<=[{_L}»)]) +:(?=[{_L}\d])")
_STRAY_DOT = re.compile(rf"(?<=[{_L}»)\]]) +\.(?=[{_L}]{{2}})")
_AFTER_OPENING = re.compile(rf"(?<=[{_OPENING}]) +")
# These begin with the mark itself, not with a lookbehind, so that the search skips to it.
_AFTER_MARK = re.compile(rf"[،؛؟!](?:(?=[{_L}«(])|(?<!!)(?={STAND_IN}))")
_AFTER_COMMA = re.compile(r"،(?:(?<=[^\d ]،)(?=\d)|(?<=\d،)(?=[^\W\d]))")
_AFTER_COLON = re.compile(rf":(?<=[{_L}»)]:)(?=[{_L}«(])")
_DOT_BEFORE_WORD = re.compile(rf"\.[{_L}\u200c«]")
# What comes before the dot is limited: a run of digits without a dot behind it would otherwise be
# searched once from each of them.
_WORD_BEFORE = rf"[{_L}\u200c]{{2,{LONGEST_WORD}}}|[»)\]]|\d{{1,4}}(?=\.[{_L}]{{3}})"
_AFTER_DOT = re.compile(
    rf"(?<![.{_L}])({_WORD_BEFORE})\.(?=([{_L}\u200c]{{2,}})(?!\.?[{_L}]|\.[{_L}])|«)"
)
# A short bracket opens a word: (غیر)مجاز.
_AFTER_CLOSING = re.compile(
    rf"[»)\]](?<!\([{_L}]\))(?<!\([{_L}]{{2}}\))(?<!\([{_L}]{{3}}\))(?=[{_L}])(?!{_ENDING})"
)
# «پیامبر(ص)فرمود»: not a short bracket that opens a word.
_AFTER_HONORIFIC = re.compile(rf"\((?:ص|ع|س|ره|عج|رض)\)(?=[{_L}])(?!{_ENDING})")
# The mark of a footnote stays at its word: «هرودوت[۶]».
_BEFORE_OPENING = re.compile(
    rf"[«(\[](?<=[{_L}»)][«(\[])(?!(?<=\(){_ENDING}\))(?!(?<=\[)\d{{1,2}}\])"
)


# What is between two straight quotation marks, and what may be beside them.
_STRAIGHT = re.compile(r'"([^"]*)"')
_LEADS_TO_QUOTE = re.compile(rf"[{_L}][:،؛]$")
_BEFORE_PERCENT = re.compile(r"(?<=\d) +(?=[%٪](?!\d))")


def squeeze(line: str) -> tuple[str, int]:
    """Return `line` with single spaces and none at its ends, and how many places changed."""
    stripped = line.strip(" ")
    if "  " in stripped:
        return _SPACES.subn(" ", stripped)
    return stripped, int(stripped != line)


def mend_marks(line: str) -> tuple[str, int]:
    """Return `line` with doubled and colliding marks mended, and how many."""
    if not _MARKS_TRIGGER.search(line):
        return line, 0
    before = line
    line, ellipses = _ELLIPSES.subn("…", line)
    places = ellipses
    while True:
        line = _DOTS.sub(_one_or_three, line)
        mended, collisions = _COLLIDING.subn(lambda m: "." if "." in m[0] else "", line)
        if mended == line:
            break
        line = mended
        places += collisions
    return line, max(places, int(line != before))


def _one_or_three(match: re.Match[str]) -> str:
    groups = match[0].split()
    if len(groups) == 1:
        if len(match[0]) == 2:
            before = match.string[max(0, match.start() - 3) : match.start()].rstrip(" ")
            return ".." if before == "و" or before.endswith(" و") else "."  # «چوب و ..»
        return "..."
    spelled_out = len(groups) > 2 and all(group == "." for group in groups)
    return "..." if spelled_out or any(len(group) > 2 for group in groups) else "."


def pair_quotes(line: str) -> tuple[str, int]:
    """Return `line` with no space inside its straight quotation marks, and how many changed.

    Such marks look alike. Each odd one opens and each even one closes, if their number is even and
    none of those that should open follows a number (where it means inches) or is stuck to the
    word before it.
    """
    if '"' not in line or line.count('"') % 2:
        return line, 0
    places = at = 0
    out: list[str] = []
    for match in _STRAIGHT.finditer(line):
        before, inner = line[at : match.start()], match[1]
        hangs = before[-1:].isalnum() and (not inner or inner[0] == " ")
        if hangs or not inner.strip(" ") or before[-1:].isdecimal():
            return line, 0
        apart = " " if _LEADS_TO_QUOTE.search(before) else ""  # گفت:"برو"
        # The blank before the mark belongs after it: "موقعیت مهدی "صبح
        behind = (
            " " if inner.endswith(" ") and line[match.end() : match.end() + 1].isalpha() else ""
        )
        out += [before, apart, '"', inner.strip(" "), '"', behind]
        places += inner != inner.strip(" ") or bool(apart)
        at = match.end()
    return ("".join([*out, line[at:]]), places) if places else (line, 0)


def respace(line: str) -> tuple[str, int]:
    """Return `line` with the spaces around its marks corrected, and how many changed."""
    if not _TRIGGER.search(line):
        return line, 0
    places = 0
    for signs, pattern, replacement in _RULES:
        for sign in signs:
            if sign in line:
                line, count = pattern.subn(replacement, line)
                places += count
                break
    if _DOT_BEFORE_WORD.search(line):
        before = len(line)
        line = _AFTER_DOT.sub(_part_sentences, line)
        places += len(line) - before  # a space for each
    return line, places


def _part_sentences(match: re.Match[str]) -> str:
    # Two short words are an abbreviation: سی.دی، ق.م.
    before, after = match[1], match[2] or "«««"
    return match[0] + " " if len(before) + len(after) > 4 or not before[0].isalpha() else match[0]


# A rule cannot change a line without its signs, and looking for them takes a fiftieth of the time.
_RULES: list[tuple[tuple[str, ...], re.Pattern[str], str]] = [
    ((" \u064b",), _TANWIN_OF_WORD_BEFORE, "\u064b "),
    ((" \u064b",), _BEFORE_TANWIN, "\u064b"),
    ((" .",), _STRAY_DOT, ". "),
    ((" :",), _STRAY_COLON, ": "),
    ((" »", " )", " ]"), _BLANK_WITHIN, r"\1 "),
    ((" ،", " ؛", " ؟", " !", " »", " )", " ]", " }"), _BEFORE_CLOSING, ""),
    ((" .",), _BEFORE_DOT, ""),
    ((" :",), _BEFORE_COLON, ""),
    ((" %", " ٪"), _BEFORE_PERCENT, ""),
    (("« ", "( ", "[ ", "{ "), _AFTER_OPENING, ""),
    (("،", "؛", "؟", "!"), _AFTER_MARK, r"\g<0> "),
    (("،",), _AFTER_COMMA, "، "),
    ((":",), _AFTER_COLON, ": "),
    (("»", ")", "]"), _AFTER_CLOSING, r"\g<0> "),
    ((")",), _AFTER_HONORIFIC, r"\g<0> "),
    (("«", "(", "["), _BEFORE_OPENING, r" \g<0>"),
]
