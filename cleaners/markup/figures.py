"""Pictures with a caption (شرح عکس): which text in a figure does not belong to the article."""

from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.lines.sentences import ends_paragraph
from cleaners.markup.classnames import is_called

__all__ = ["has_picture", "is_captioned_by_its_text", "is_credit"]

_LONGEST_CAPTION: Final = 400
# «عکس: رضا کریمی»
_LONGEST_CREDIT: Final = 60

# A picture's caption contains no headings and nothing with lines of its own.
_NOT_IN_CAPTIONED: Final = "h1, h2, h3, h4, h5, h6, blockquote, table, pre, ul, ol, figure figure"


def _is_lead(node: LexborNode) -> bool:
    """Return whether an element in a figure is a lead; the figure may be called `lead-image`."""
    may_be = node.tag not in ("figure", "figcaption") and is_called(node, "lead")
    return may_be and bool(node.text(strip=True))


def has_picture(figure: LexborNode) -> bool:
    """Return whether a figure holds a picture and nothing like a text."""
    return (
        figure.css_first("img, picture, amp-img, video") is not None
        and figure.css_first(_NOT_IN_CAPTIONED) is None
        and not any(map(_is_lead, figure.css("[class], [id]")))
    )


def is_credit(text: str) -> bool:
    """Return whether a line beside a caption belongs to it: «عکس: رضا کریمی»."""
    return len(text) <= _LONGEST_CREDIT and not ends_paragraph(text)


def is_captioned_by_its_text(figure: LexborNode) -> bool:
    """Return whether all the text in a figure with a picture is the picture's caption.

    Themes put a paragraph or an element of any name below the picture; a figure with several
    paragraphs holds a part of the article's text.
    """
    if len(figure.text(strip=True)) > _LONGEST_CAPTION:
        return False
    paragraphs = [text for node in figure.css("p") if (text := node.text(strip=True))]
    return sum(not is_credit(text) for text in paragraphs) <= 1
