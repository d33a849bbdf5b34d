"""Find what normalization changed in a text, word by word."""

from difflib import SequenceMatcher
from typing import Final

__all__ = ["Piece", "changes"]

#: A piece of a mended text, with what it was before, or None if it was not changed.
type Piece = tuple[str, str | None]

# Longer texts are not compared, as the time grows with the product of the lengths. No paragraph of
# an article has this many words.
_MOST_WORDS: Final = 4000


def changes(before: str, after: str) -> list[Piece]:
    """Return `after` in pieces, each with what it was in `before`.

    >>> changes("او می رود .", "او می\u200cرود.")
    [('او ', None), ('می\u200cرود.', 'می رود .')]
    """
    old, new = before.split(" "), after.split(" ")
    if before == after:
        return [(after, None)] if after else []
    if max(len(old), len(new)) > _MOST_WORDS:
        return [(after, before)]
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        text = " ".join(new[new_from:new_to])
        blank = " " if text and new_to < len(new) else ""
        if kind == "equal":
            pieces.append((text + blank, None))
        else:
            pieces.append((text, " ".join(old[old_from:old_to])))
            if blank:
                pieces.append((blank, None))
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with unchanged neighbours joined."""
    joined: list[Piece] = []
    for text, was in pieces:
        if was is None and joined and joined[-1][1] is None:
            joined[-1] = (joined[-1][0] + text, None)
        elif text or was:
            joined.append((text, was))
    return joined
