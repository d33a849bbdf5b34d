"""Remove copies: of kicker, title and lead at the head of the body, and of whole paragraphs."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from cleaners.lines.attribution import level
from cleaners.lines.places import opens_with_dateline
from cleaners.lines.verbs import ends_with_verb
from cleaners.persian.folding import fold, fold_each
from cleaners.tables import read_table

__all__ = [
    "LEAD_AND_TEXT",
    "LONGEST_LEAD",
    "is_attributed",
    "is_beginning",
    "names_speaker",
    "nearly_repeats",
    "rest_after",
    "take_repeated_lead",
    "without_copies",
    "without_repetitions",
]

# A paragraph that begins with a comma has lost its «به گزارش …»; a name in digits or Latin letters
# may follow the word without a blank: «به گزارش598،».
_ATTRIBUTED: Final = re.compile(r"\W{0,3}(?:به|ه)[\s\u200c]*گزارش(?![^\W\da-zA-Z])|[،؛]\s?\w")
# "… بنادر بوشهربه گزارش …": a caption without a blank before the text.
_GLUED_ATTRIBUTION: Final = re.compile(r"(?<=\w)به\s+گزارش(?!\w)")
# "… کسب کرد . به گزارش …": title and lead run into the attribution.
_ATTRIBUTED_INSIDE: Final = re.compile(r"[.!؟]\s*(?:به|ه)\s+گزارش(?!\w)")
#: A lead has at most this many characters, even on pages whose paragraphs have run together.
LONGEST_LEAD: Final = 900
# Nobody writes a paragraph of at least this many characters twice; a refrain or a question may
# recur.
_SHORTEST_REPETITION: Final = 80
# A shorter copy may be the beginning of any sentence.
_SHORTEST_COPY: Final = 12
# No kicker, title or lead is longer, except on broken pages.
_LONGEST_COPY: Final = 4000
# Any of these closes a copy, whether it ends a sentence or not.
_MARKS: Final = tuple(":؛،.؟!…|»-–—")
_GOES_ON: Final = re.compile(r"(?:و|که|تا|را|در حالی|اما|ولی)\s")
# How an excerpt ends, how many paragraphs below may be the one it is from, and its fewest
# characters.
_ELLIPSES: Final = ("...", "…", "[…]", "[...]")
_EXCERPT_REACH: Final = 3
_EXCERPT: Final = 60
#: Fewest paragraphs of a lead with the text below it.
LEAD_AND_TEXT: Final = 2
_SHORTEST_LEAD: Final = 40
# A heading and a title at least this similar say the same.
_SAME: Final = 0.9
# Copies are among the first paragraphs, this many.
_OPENING: Final = 3


def is_attributed(text: str) -> bool:
    """Return whether a paragraph begins with its attribution: `به گزارش …`."""
    return _ATTRIBUTED.match(text) is not None


def is_beginning(text: str, line: str) -> bool:
    """Return whether a line is a copy of another that was cut off in the middle of a word."""
    rest = line.removeprefix(text)
    return text.count(" ") > 1 and rest != line and rest[:1].isalpha()


def nearly_repeats(heading: str, title: str) -> bool:
    """Return whether a heading is the title, give or take a letter or a short word.

    >>> nearly_repeats("از همکاری با مدارس و شرکت‌ها", "همکاری با مدارس و شرکت ها")
    True
    """
    matcher = SequenceMatcher(None, fold(heading), fold(title), autojunk=False)
    return matcher.quick_ratio() >= _SAME and matcher.ratio() >= _SAME


def rest_after(text: str, beginning: str) -> str | None:
    """Return what follows `beginning` in `text`, compared folded; None if it begins differently."""
    wanted = fold(beginning)
    if (
        len(wanted) < _SHORTEST_COPY
        or len(text) < len(wanted)
        or not fold(text[: 2 * len(beginning)]).startswith(wanted)
    ):
        return None
    seen = 0
    for word, letters in zip(re.finditer(r"\S+", text), fold_each(text.split()), strict=True):
        seen += len(letters)
        if seen == len(wanted):
            return text[word.end() :].lstrip(" :؛،,-–—.|»)")
        if seen > len(wanted):
            glued = _GLUED_ATTRIBUTION.search(text, word.start())
            if glued and fold(text[: glued.start()]) == wanted:
                return text[glued.start() :]
            break
    return None


def without_copies(body: Sequence[str], *parts: str | None) -> list[str]:
    """Return `body` without the copies of `parts` that its first paragraphs begin with.

    A copy is followed by another copy, an attribution or a dateline; a sentence that merely begins
    with the words of the title keeps them. Paragraphs that are nothing but a copy are dropped.
    """
    copies = [part for part in parts if part and len(part) <= _LONGEST_COPY]
    folded = {"", *fold_each(copies)}
    paragraphs = list(body)
    openings = {copy[:_SHORTEST_COPY] for copy in folded}
    begin = fold_each([paragraph[: 3 * _SHORTEST_COPY] for paragraph in paragraphs[:_OPENING]])
    for index, paragraph in enumerate(paragraphs[:_OPENING]):
        if begin[index][:_SHORTEST_COPY] not in openings:
            continue
        for copy in copies * 2:
            rest = rest_after(paragraph, copy)
            if rest is not None and _begins_anew(paragraph, rest, [*copies, *paragraphs[:index]]):
                paragraph = rest
        paragraphs[index] = paragraph
    # Folding removes letters and adds none, so a much longer paragraph cannot be a copy.
    longest = 2 * max(map(len, copies), default=0)
    short = [paragraph for paragraph in paragraphs if len(paragraph) <= longest]
    gone = {text for text, key in zip(short, fold_each(short), strict=True) if key in folded}
    return [paragraph for paragraph in paragraphs if paragraph not in gone]


def take_repeated_lead(body: list[str]) -> str | None:
    """Take a lead off `body` that the paragraph below repeats before its attribution.

    `<p>لید</p><p>لید به گزارش روابط عمومی، …</p>`: the repetition proves that it is a lead. So does
    a first paragraph that appears twice in a row.
    """
    if len(body) < LEAD_AND_TEXT:
        return None
    lead = body[0]
    if len(body) > LEAD_AND_TEXT and len(lead) >= _SHORTEST_LEAD and fold(body[1]) == fold(lead):
        del body[:2]
        return lead
    rest = rest_after(body[1], lead)
    if not rest or not is_attributed(rest):
        return None
    body[1] = rest
    del body[0]
    return lead


def _begins_anew(paragraph: str, rest: str, copies: Sequence[str]) -> bool:
    """Return whether `rest`, which follows a copy in `paragraph`, is a text in its own right.

    A sentence may begin with the title's words and go on: «افتتاح کارگاه با حضور استاندار …».
    """
    if not rest or is_attributed(rest) or opens_with_dateline(rest):
        return True
    copy = paragraph[: len(paragraph) - len(rest)].rstrip()
    if _ATTRIBUTED_INSIDE.search(rest, 0, LONGEST_LEAD) and (
        _is_complete(copy, rest) or names_speaker(rest)
    ):
        return True
    for other in copies:
        below = rest_after(rest, other)
        if below is not None:
            others = [copy for copy in copies if copy is not other]
            second = rest[: len(rest) - len(below)].rstrip()
            return _is_complete(second, below) or _begins_anew(rest, below, others)
    return False


def _is_complete(copy: str, rest: str) -> bool:
    """Return whether a copy ends with a mark, or has a verb or slash and `rest` does not go on."""
    if copy.endswith(_MARKS):
        return True
    return ("/" in copy or ends_with_verb(copy)) and _GOES_ON.match(rest) is None


@cache
def _speaker() -> re.Pattern[str]:
    offices = "|".join(map(level, read_table("kickers")["office"]["opening"]))
    return re.compile(rf"(?:{offices})(?!\w)")


def names_speaker(text: str) -> bool:
    """Return whether a text begins with the speaker: `مدیرکل آموزش استان … خبر داد`."""
    return _speaker().match(level(text)) is not None


def without_repetitions(paragraphs: list[str]) -> list[str]:
    """Drop what a page shows twice: later copies of paragraphs too long to recur by chance.

    An excerpt that ends with dots is dropped if the paragraph that it is from follows, and the last
    paragraph if it is one that was cut short, at the end of a second copy of the text.
    """
    seen: set[str] = set()
    kept: list[str] = []
    is_copied = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.endswith(_ELLIPSES) and _is_excerpt(
            paragraph, paragraphs[index + 1 : index + 1 + _EXCERPT_REACH]
        ):
            continue
        key = fold(paragraph)
        is_last = index == len(paragraphs) - 1
        if is_copied and is_last and any(is_beginning(paragraph, other) for other in kept):
            break
        is_copied = len(paragraph) >= _SHORTEST_REPETITION and key in seen
        if not is_copied:
            kept.append(paragraph)
        seen.add(key)
    return kept


def _is_excerpt(paragraph: str, below: Sequence[str]) -> bool:
    """Return whether one of the next paragraphs begins like `paragraph`, which ends with dots."""
    excerpt = fold(paragraph.rstrip(" .…[]"))
    return len(paragraph) > _EXCERPT and any(
        fold(other[: 2 * len(paragraph)]).startswith(excerpt) for other in below
    )
