"""Which header lines of a flattened text belong to it: it has their words.

Headlines of other stories, which stand in lists above the title or below it, share hardly a word
with the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from cleaners.flattened.headlines import HeadLine, is_above_its_title
from cleaners.flattened.lists import is_item
from cleaners.flattened.shapes import ends_with_full_stop, is_headline, is_whole_headline
from cleaners.flattened.told import MOST_TOLD, folded, share_told, words_told
from cleaners.lines.invocations import is_invocation
from cleaners.persian.folding import fold

__all__ = ["is_leftover", "is_told_above", "is_told_best", "told_by_the_text"]

# A headline is doubted if the first paragraphs have a smaller share of its words than this, and
# another is believed if they have at least `MOST_TOLD` of its own.
_FEW_TOLD: Final = 0.34
# Of a headline the text has hardly a word; then one that is repeated, or has the article's code
# below it, is believed if the text has some of its words, and more than one.
_HARDLY_TOLD: Final = 0.2
_SOME_TOLD: Final = 0.25
_SHORTEST_LEFTOVER: Final = 30
# «مهلت ثبت نام: ۲۰ آذر»
_FACT: Final = re.compile(r":.*\d")


def told_by_the_text(
    head: Sequence[HeadLine], place: int | None, text: Sequence[str]
) -> int | None:
    """Return the index of the headline that best matches the text, in case a wrong one was chosen.

    Headlines of other stories stand above the title too, but share hardly a word with its text.
    `place` is the index of the line believed to be the title, if any.
    """
    told = folded(tuple(text))
    chosen = 0.0 if place is None else share_told(head[place].text, told)
    if place is not None and (chosen >= _FEW_TOLD or _has_its_kicker(head, place, told)):
        return place
    shares = [
        share_told(line.text, told) if is_headline(line.text) and not is_item(line.text) else 0
        for line in head
    ]
    best = max(shares, default=0)
    if best < MOST_TOLD:
        if place is None or chosen > _HARDLY_TOLD:
            return place
        shares = _less_told(head, place, shares, told)
        best = max(shares, default=0)
        if best < _SOME_TOLD:
            return place
    # The last of several: a link to the article itself may stand above it.
    at = len(head) - 1 - shares[::-1].index(best)
    return place if at + 1 == place and is_above_its_title(head[at], head[place]) else at


def _has_its_kicker(head: Sequence[HeadLine], place: int, told: str) -> bool:
    """Return whether a kicker that the text tells, with its colon, is above a headline or its copy.

    The last step of a path to the page is the title, too, and stands above the kicker.
    """
    title = fold(head[place].text)
    above = [head[at - 1].text for at in range(1, len(head)) if fold(head[at].text) == title]
    return any(
        kicker.endswith((":", "؛")) and share_told(kicker, told) >= MOST_TOLD for kicker in above
    )


def _less_told(
    head: Sequence[HeadLine], place: int | None, shares: Sequence[float], told: str
) -> list[float]:
    """Return the shares of lines that may be the title although the text has few of their words.

    They are repeated, or have a news code below them, as the line at `place` has not; the share of
    any other line is 0.
    """
    keys = [fold(line.text) for line in head]
    times = Counter(keys)
    shown = [line.above_code or times[key] > 1 for line, key in zip(head, keys, strict=True)]
    is_sure = place is not None and shown[place]
    return [
        share if is_shown and not is_sure and words_told(line.text, told) > 1 else 0
        for line, share, is_shown in zip(head, shares, shown, strict=True)
    ]


def is_told_above(
    above: Sequence[HeadLine], under: Sequence[HeadLine], text: Sequence[str]
) -> bool:
    """Return whether the text has the words of a headline of `above`, but hardly one of `under`."""
    told = folded(tuple(text))
    listed = [share_told(line.text, told) for line in under if is_headline(line.text)]
    if max(listed, default=0) > _HARDLY_TOLD:
        return False
    shares = [share_told(line.text, told) if is_headline(line.text) else 0 for line in above]
    shown = max(_less_told(above, None, shares, told), default=0)
    return max(shares, default=0) >= _FEW_TOLD or shown >= _SOME_TOLD


def is_told_best(head: Sequence[HeadLine], text: Sequence[str]) -> bool:
    """Return whether the text has most words of the last line of `head`, and fewer of any other."""
    told = folded(tuple(text))
    *others, last = (share_told(line.text, told) for line in head)
    return last >= MOST_TOLD and last > max(others, default=0)


def is_leftover(line: HeadLine, text: Sequence[str]) -> bool:
    """Return whether a header line below the title is text: no caption, label or other headline.

    `text` are the first lines of the body, which have some words of what belongs to them.
    """
    if is_invocation(line.text):
        return True
    is_label = _FACT.search(line.text) is not None or line.text.endswith("!")
    if is_whole_headline(line.text) and not is_label:
        return share_told(line.text, folded(tuple(text))) > _HARDLY_TOLD
    is_text = len(line.text) >= _SHORTEST_LEFTOVER or ends_with_full_stop(line.text)
    return line.adjoins or is_text
