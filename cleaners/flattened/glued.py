"""Long lines of other stories' headlines, glued to one when a page lost its markup.

Such a line is longer than any title, so that its length alone would make it a paragraph.
"""

import re
from collections.abc import Sequence
from typing import Final

from cleaners.flattened.lines import Line
from cleaners.flattened.shapes import LONGEST_SURE_TITLE, is_headline, opens_body
from cleaners.flattened.told import is_told
from cleaners.lines.boilerplate import Verdict
from cleaners.lines.copies import is_attributed
from cleaners.lines.places import opens_with_dateline

__all__ = ["judge_glued_headlines"]

# The share of its words that the rest of the text has: a tenth in the lines found; of 80 paragraphs
# of short texts 9 have less than a fifth, and each of these has a sentence's end.
_FEW: Final = 0.2
_ENDS_A_SENTENCE: Final = re.compile(r"\.(?:\s|$)")
_VERDICT: Final = Verdict("drop", "headlines of other stories")


def judge_glued_headlines(lines: Sequence[Line]) -> None:
    """Mark glued headlines above the title, and below the buttons that follow the text."""
    texts = [at for at, line in enumerate(lines) if not line.verdict]
    if len(texts) < 2:
        return
    first, last = texts[0], texts[-1]
    title = lines[texts[1]]
    if title.after_blank and is_headline(title.text) and _are_glued(first, lines):
        lines[first].verdict = _VERDICT
    is_below_button = last > 0 and lines[last - 1].verdict is not None
    if is_below_button and any(opens_body(lines[at].text) for at in texts[:-1]):
        lines[last].verdict = lines[last].verdict or (_VERDICT if _are_glued(last, lines) else None)


def _are_glued(at: int, lines: Sequence[Line]) -> bool:
    """Return whether a line is too long for one headline, no sentence, and not about the text."""
    text = lines[at].text
    return (
        len(text) > LONGEST_SURE_TITLE
        and not _ENDS_A_SENTENCE.search(text)
        and not is_attributed(text)
        and not opens_with_dateline(text)
        and not is_told(text, [o.text for o in lines if o is not lines[at]], share=_FEW)
    )
