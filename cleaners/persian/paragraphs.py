"""Mend the paragraphs of text that lost its markup."""

import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

__all__ = ["breaks_within_sentence", "repair_paragraphs"]

_DATA = Path(__file__).parent / "data" / "paragraphs.toml"
# After these a paragraph is over, whatever follows.
_FINISHED = re.compile('[.!?؟:؛…»")\\]/*]$')
# These end a quotation, after which the sentence may go on.
_QUOTED = re.compile('[»"]$')
# A line of at least this many characters is no heading, label or verse that ends with any word.
_SHORTEST_SENTENCE = 60
# A line of at most this many characters may lack a verb; verbs end with these letters. A longer
# line that ends otherwise continues on the next one: «… شامل ۴۷ مرکز آموزشی و ۸۷۸ / کارگاه است.»
_LONGEST_HEADING = 120
_ENDS_A_VERB = frozenset("دتمن")
_ATTRIBUTED = re.compile(r"به\s+گزارش\s")
# Lines that a page wrapped: fewest and most characters, how full they are, how many prove it.
_SHORTEST_WRAPPED = 45
_WIDEST = 110
_FULL = 0.75
_FEWEST_WRAPPED = 3
_FEWEST_CUTS = 2
# «برنامه هفته: بازدید از …، نمایشگاه …»
_ENUMERATES = re.compile(r"(?:[^\s:]+ ){0,2}[^\s:]+ ?:")
# A sentence ends in it, at its end or, if that was cut off, within.
_FINISHES_SENTENCE = re.compile(r"[.؟!]$|\w{2}\. \w")
# A plural that needs the word after it.
_TIED = re.compile(r" \w{2,}[\u200c ]های$")
_WORDS_OF_A_HEADING = 3
# An item of a list that ends with a comma: most characters, and how many of them prove the list.
_LONGEST_ITEM = 80
_FEWEST_ITEMS = 2
# The salutation of a letter is a short line.
_LONGEST_ADDRESS = 60
# A cut shows in this many last characters; what was joined before may be a whole text.
_TAIL = 200
# Longer ones, in characters, are no paragraphs; each line joined copies what stands above it.
_LONGEST_JOINED = 20_000
_LIST_ITEM = re.compile(r"[-–—•*▪◦]|[\d۰-۹]+ ?[-–.)]|[آ-ی][-.)]")
_CONTINUES = re.compile("[،؛.,](?![.\\d])")


class _Signs(NamedTuple):
    cannot_end: tuple[str, ...]
    cannot_begin: frozenset[str]
    begins_anew: tuple[str, ...]
    address: re.Pattern[str]
    goes_on: tuple[str, ...]
    saying: re.Pattern[str]


@cache
def _signs() -> _Signs:
    tables = tomllib.loads(_DATA.read_text("utf-8"))
    begin = frozenset(word.replace("\u200c", "") for word in tables["cannot_begin"])
    anew = tuple(f"{words} " for words in tables["begins_anew"])
    return _Signs(
        tuple(f" {word}" for word in tables["cannot_end"]),
        begin,
        anew,
        _address(tables),
        tuple(f"{word} " for word in tables["goes_on"]),
        re.compile(rf"(?<!\w)(?:{'|'.join(tables['saying'])}) ?[:؛]$"),
    )


def _address(tables: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile a line that addresses the readers of a letter: an opening word and a courteous one.

    A person's title is enough at its beginning: «جناب آقای کریمی،».
    """
    opening, courtesy = ("|".join(map(re.escape, tables[k])) for k in ("addresses", "courtesy"))
    return re.compile(
        rf"(?:(?:جناب|سرکار|حضرت|سلام|با سلام|با احترام)(?!\w)[^،؛:.]*"
        rf"|(?:{opening})(?!\w)[^،؛:.]*(?<!\w)(?:{courtesy})(?!\w)[^،؛:.]*)،"
    )


def repair_paragraphs(paragraphs: list[str]) -> list[str]:
    """Return `paragraphs` with the sentences rejoined that a stray break had cut.

    A break is stray where the line before it cannot be the end of anything (it
    ends with a preposition, a conjunction, a comma), or the line after it cannot
    be a beginning. Headings, list items and empty strings stay apart.

    >>> repair_paragraphs(["در امر توسعه آموزش‌های مهارتی به", "بیان نکته نظرات پرداختند."])
    ['در امر توسعه آموزش‌های مهارتی به بیان نکته نظرات پرداختند.']
    """
    repaired: list[str] = []
    width = _wrapped_at(paragraphs)
    items = _items_with_commas(paragraphs)
    for at, (above, paragraph) in enumerate(zip(("", *paragraphs), paragraphs, strict=False)):
        if (
            repaired
            and at not in items
            and len(repaired[-1]) <= _LONGEST_JOINED
            and (
                _is_cut(repaired[-1], paragraph)
                or _lacks_its_verb(repaired[-1], paragraph, is_first=len(repaired) == 1)
                or (
                    _is_wrapped(above, width)
                    and len(paragraph) <= 2 * width
                    and _may_go_on(paragraph)
                )
            )
        ):
            joint = "" if _CONTINUES.match(paragraph) else " "
            repaired[-1] = repaired[-1].rstrip() + joint + paragraph.lstrip()
        else:
            repaired.append(paragraph)
    return repaired


def breaks_within_sentence(before: str, after: str, *, amidst_text: bool) -> bool:
    """Return whether a long line surely breaks off within a sentence, and the next one ends it.

    With `amidst_text` it is no headline, and may lack its verb.

    >>> line = "نخستین دوره آموزش‌های مهارتی در کارگاه‌های تازه این مرکز با همکاری صنایع بزرگ استان و"
    >>> breaks_within_sentence(line, "شهرداری آغاز شد.", amidst_text=False)
    True
    """
    if not _FINISHES_SENTENCE.search(after) or not _may_go_on(after):
        return False
    cannot_end = len(before) >= _SHORTEST_SENTENCE and before.endswith(_signs().cannot_end)
    return cannot_end or (amidst_text and _lacks_its_verb(before, after, is_first=False))


def _items_with_commas(paragraphs: list[str]) -> set[int]:
    """Return the indices of a list's items that end with commas: no sentence goes on in them.

    A line with a colon introduces them, or each has a label of its own: «گروه الف: رشت، ساری،».
    """
    items: set[int] = set()
    start = 0
    while start < len(paragraphs):
        end = start
        while end < len(paragraphs) and _ends_an_item(paragraphs[end]):
            end += 1
        run = paragraphs[start : end + 1]  # the last item has no comma
        is_list = end - start >= _FEWEST_ITEMS and len(run[-1]) <= _LONGEST_ITEM
        if is_list and start and _introduces_items(paragraphs[start - 1], run):
            items.update(range(start, end + 1))
        start = end + 1
    labelled = [at for at, text in enumerate(paragraphs) if _ENUMERATES.match(text)]
    return items.union(
        after
        for before, after in pairwise(labelled)
        if after == before + 1 and paragraphs[before].endswith(("،", ","))
    )


def _introduces_items(line: str, run: list[str]) -> bool:
    """Return whether a line introduces a list, and not a sentence that somebody said.

    A sentence goes on with «و» or «که» in its parts, or ends with a verb.
    """
    if not line.endswith((":", "؛")):
        return False
    signs = _signs()
    last = run[-1]
    has_stop = last.endswith(".")
    parts = run[1:] if has_stop else [last]  # verses may begin like parts of a sentence
    goes_on = any(part.startswith(signs.goes_on) for part in parts)
    ends_with_verb = has_stop and last.rpartition(" ")[2] in signs.cannot_begin
    return not goes_on and not ends_with_verb and signs.saying.search(line) is None


def _ends_an_item(text: str) -> bool:
    return len(text) <= _LONGEST_ITEM and text.endswith(("،", ","))


def _wrapped_at(paragraphs: list[str]) -> int:
    """Return the width in characters at which an old page wrapped its lines, 0 if it did not.

    It did if three lines of about one length lack a full stop, and two of them cannot end a text.
    """
    pairs = [
        (line, below)
        for line, below in pairwise(paragraphs)
        if _SHORTEST_WRAPPED <= len(line) <= _WIDEST and not _FINISHED.search(line)
    ]
    lengths = [len(line) for line, _ in pairs]
    # A line may be longer than the others, where two sentences met.
    width = max(set(lengths), key=lambda most: (_filled(lengths, most), most), default=0)
    full = [pair for pair in pairs if _FULL * width <= len(pair[0]) <= width]
    cuts = sum(_is_cut(line, below) for line, below in full)
    openings = {line.partition(" ")[0] for line, _ in full}
    is_list = 2 * len(openings) <= len(full)  # of items that begin alike
    is_sure = cuts >= _FEWEST_CUTS and not is_list
    return width if is_sure and len(full) >= max(_FEWEST_WRAPPED, len(pairs) / 2) else 0


def _is_wrapped(line: str, width: int) -> bool:
    """Return whether a line reaches the margin at `width` and goes on after it."""
    return 0 < _FULL * width <= len(line) <= 2 * width and not _FINISHED.search(line)


def _filled(lengths: list[int], width: int) -> int:
    """Return how many lines reach a margin at `width` without crossing it."""
    return sum(_FULL * width <= length <= width for length in lengths)


def _may_go_on(line: str) -> bool:
    return not _LIST_ITEM.match(line) and not line.startswith(_signs().begins_anew)


def _is_address(line: str) -> bool:
    """Return whether a line is the salutation of a letter: «همکاران گرامی،»."""
    return len(line) <= _LONGEST_ADDRESS and _signs().address.fullmatch(line) is not None


def _is_cut(before: str, after: str) -> bool:
    before, after = before[-_TAIL:].rstrip(" \u200c\u00a0"), after.lstrip(" \u200c\u00a0")
    if not before or not after or _LIST_ITEM.match(after):
        return False
    signs = _signs()
    cannot_begin = (
        after.partition(" ")[0].replace("\u200c", "") in signs.cannot_begin
        and before.count(" ") > _WORDS_OF_A_HEADING
    )
    if cannot_begin and _QUOTED.search(before):
        return True
    if _FINISHED.search(before) or _is_address(before):
        return False
    # A line of one word is a heading, a label or a name.
    return (
        (before.endswith(signs.cannot_end) and " " in before)
        or _TIED.search(before) is not None
        or (before.endswith("،") and not after.startswith(signs.begins_anew))
        or bool(_CONTINUES.match(after))
        or cannot_begin
    )


def _lacks_its_verb(before: str, after: str, *, is_first: bool) -> bool:
    """Return whether a line is too long to be a heading, and has no verb at its end.

    The first may be a headline after all.
    """
    return (
        len(before) > _LONGEST_HEADING
        and before[-1] not in _ENDS_A_VERB
        and not _FINISHED.search(before)
        and _may_go_on(after)
        and not _ENUMERATES.match(before)
        and _FINISHES_SENTENCE.search(after) is not None
        and not (is_first and _ATTRIBUTED.match(before) is None)
    )
