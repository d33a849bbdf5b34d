"""How a text ends: with a sentence, with a quotation, or with a mark that introduces a list.

Some modules look at the end of a line in their own way, because the difference matters there:
`markup.blocks` (a label may end with dots: «ادامه …»), `generic.titles` (a headline may ask or
exclaim), `lines.copies` (any mark closes a copy of a title) and `flattened.lines` (without markup
only a full stop shows that a line is a sentence: headlines end with all other marks).
"""

from typing import Final

__all__ = ["ends_or_introduces", "ends_paragraph", "ends_sentence"]

_STOPS: Final = (".", "!", "؟", "?", "…")
# What may close after the stop.
_CLOSING: Final = '»)"]'
_INTRODUCING: Final = (":", "؛")


def ends_sentence(text: str) -> bool:
    """Return whether a text ends with a stop; a quotation or a bracket may close after it.

    >>> ends_sentence("«دوره‌ها آغاز شد.»"), ends_sentence("نشست «کار و مهارت»")
    (True, False)
    """
    return text.rstrip(_CLOSING).endswith(_STOPS)


def ends_paragraph(text: str) -> bool:
    """Return whether a text ends as paragraphs do: with a stop or a quotation.

    >>> ends_paragraph("نشست «کار و مهارت»"), ends_paragraph("به این شرح است:")
    (True, False)
    """
    return text.endswith((*_STOPS, "»"))


def ends_or_introduces(text: str) -> bool:
    """Return whether a text ends as paragraphs do, or introduces a list.

    >>> ends_or_introduces("به این شرح است:"), ends_or_introduces("اخبار مرتبط")
    (True, False)
    """
    return text.endswith((*_STOPS, "»", *_INTRODUCING))
