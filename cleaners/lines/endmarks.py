"""Marks that end an article, `انتهای پیام/`, and reporters' codes at the end of a paragraph."""

import re
from collections.abc import Iterator
from typing import Final

from cleaners.lines.boilerplate import judge_line
from cleaners.lines.reasons import END_MARK

__all__ = ["is_end_mark", "split_end_mark", "trim_end_mark"]

# Initials of the editor, below the text: "ج", "ط ا", "م.ی", "د.خ".
_INITIALS: Final = r"[آ-یئي]{1,3}(?:[ .‌]{1,2}[آ-یئي]{1,3}){0,2}"
_END_WORDS: Final = r"(?:انتها|پایان|انتهاي|پايان)ی?[ \u200c]?(?:پیام|پيام|خبر)"
# At the end of a paragraph, with or without a blank before it.
_END_MARK: Final = re.compile(
    rf"(?<!\bدر )(?<!\bبه )(?<!\bاز )(?<!\bتا )[/*]*{_END_WORDS}"
    rf"(?:\s*[/*.]+\s*(?:{_INITIALS}|\d{{1,6}})?[/.]*)?\s*$"
)
# With its slash and after a full stop it ends the article wherever it is.
_END_MARK_INSIDE: Final = re.compile(rf"(?<=[.!؟»:])\s*[/*]*{_END_WORDS}\s*/")
_CODES: Final = (
    # "کرد./ز", "کرد. / م.ی", "کرد./۳۰۴"
    re.compile(rf"(?<=[.!؟»])\s*/+\s*(?:{_INITIALS}|\d{{1,6}})?\s*/?\s*$"),
    # "می‌کنند/س.", "کرد/م": glued to a verb
    re.compile(r"(?:(?<=\w{2}ند)|(?<= کرد)|(?<= شد)|(?<= است))\s?/\s?[آ-ی]\.?\s*$"),
    # "۹۹۲۳**۳۲۱۳", "9919**2047/د"
    re.compile(r"\s*\d{3,5}\s?\*{1,3}\s?\d{3,5}(?:\s?[*/]{1,3}\s?\w{1,5})*\s*$"),
    # "7126/581/د"
    re.compile(r"\s*(?<!\d)\d{3,5}/\d{3,5}/[آ-ی]{1,3}\s*$"),
    # "کرد. ۷۳۳۶/۶۰۴۳": without a letter it is a code only after a sentence
    re.compile(r"(?<=[.!؟»])\s*\d{3,5}/\d{3,5}\s*$"),
    # "کرد.ک/۳", "کرد. ق/۳۰۲۰"
    re.compile(r"(?<=[.!؟»])\s*[آ-ی]{1,3}\s?/\s?\d{1,5}\s*$"),
)
# End marks and codes are looked for in this many characters at the end of a paragraph.
_REACH: Final = 48
# Every mark and code has one of these.
_SUSPECT: Final = re.compile("[/*]|(?:پیام|پيام|خبر)\\s*$")


def is_end_mark(line: str) -> bool:
    """Return whether a whole line is the mark that ends an article: `انتهای پیام/`."""
    verdict = judge_line(line)
    return verdict is not None and verdict.reason == END_MARK


def trim_end_mark(paragraph: str) -> str:
    """Return `paragraph` without the end mark or reporter's code at its end.

    >>> trim_end_mark("وی بر ادامه این روند تأکید کرد.انتهای پیام/ج")
    'وی بر ادامه این روند تأکید کرد.'
    >>> trim_end_mark("تاریخ برگزاری ۱۴۰۲/۰۳/۱۲")
    'تاریخ برگزاری ۱۴۰۲/۰۳/۱۲'
    """
    return split_end_mark(paragraph)[0]


def split_end_mark(paragraph: str) -> tuple[str, bool]:
    """Return `paragraph` without its end mark or code, and whether it had an end mark.

    What follows an end mark inside the paragraph, such as a related headline, is removed as well.
    """
    ended = False
    if ("پیام/" in paragraph or "پيام/" in paragraph or "پیام /" in paragraph) and (
        inside := _END_MARK_INSIDE.search(paragraph)
    ):
        paragraph, ended = paragraph[: inside.start()], True
    for start, pattern in _at_end(paragraph):
        paragraph = paragraph[:start].rstrip()
        ended = ended or pattern is _END_MARK
    return (paragraph.rstrip(), ended) if ended else (paragraph, False)


def _at_end(paragraph: str) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Yield where the marks at the end of `paragraph` begin, the last one first."""
    end = len(paragraph)
    for _ in range(3):  # a code may precede the mark or follow it
        start = max(0, end - _REACH)
        if not _SUSPECT.search(paragraph, start, end):
            return
        for pattern in (_END_MARK, *_CODES):
            if match := pattern.search(paragraph, start, end):
                end = match.start()
                yield end, pattern
                break
        else:
            return
        while end and paragraph[end - 1].isspace():
            end -= 1
