"""Find the places that normalization changed, by comparing both texts."""

import unicodedata

from cleaners.persian.characters import ZWNJ
from cleaners.persian.folding import KASHIDA
from cleaners.persian.markup import MARKUP
from cleaners.persian.repairs import Change, Kind

__all__ = ["find_changes"]


def find_changes(before: str, after: str) -> tuple[Change, ...]:
    """Return the places where `after` differs from `before`, in order.

    Normalization keeps the letters and digits of a text in their order, so the
    two are compared letter by letter, together with what stands between the letters.
    """
    old, new = _letters(before), _letters(after)
    if len(old) != len(new):  # the characters were left alone, and one of them is not a letter here
        return (Change("letters_folded", 0, before, after),) if before != after else ()
    old.append((len(before), len(before)))
    new.append((len(after), len(after)))
    changes: list[Change] = []
    at = now = 0
    for (start, end), (new_start, new_end) in zip(old, new, strict=True):
        gap, new_gap = before[at:start], after[now:new_start]
        if gap != new_gap:
            kind = _gap_kind(gap, new_gap, inside=at > 0 and start < len(before))
            changes.append(Change(kind, at, gap, new_gap))
        letter, new_letter = before[start:end], after[new_start:new_end]
        if letter != new_letter:
            digit = letter.isdecimal() and new_letter.isdecimal()
            kind = "digits" if digit else "letters_folded"
            changes.append(Change(kind, start, letter, new_letter))
        at, now = max(at, end), max(now, new_end)
    return tuple(changes)


def _letters(text: str) -> list[tuple[int, int]]:
    """Return where each letter or digit stands; a ligature counts once for each of its letters."""
    places: list[tuple[int, int]] = []
    markup = {at for match in MARKUP.finditer(text) for at in range(*match.span())}
    for at, character in enumerate(text):
        if at in markup:
            continue
        if character.isalnum() and character != KASHIDA:
            size = 1
            if "\ufb50" <= character <= "\ufefc":
                size = sum(c.isalnum() for c in unicodedata.normalize("NFKC", character))
            places.append((at, at + 1))
            places.extend([(at + 1, at + 1)] * (size - 1))
    return places


def _gap_kind(gap: str, new_gap: str, *, inside: bool) -> Kind:
    """Return the kind of repair that turned `gap`, between two letters, into `new_gap`."""
    if new_gap.count(ZWNJ) > gap.count(ZWNJ):
        return "zwnj_restored"
    if MARKUP.search(gap):
        return "controls"
    if _marks(gap) != _marks(new_gap):
        return "punctuation" if new_gap.strip() else "controls"
    if ZWNJ in gap and ZWNJ not in new_gap:
        return "zwnj_removed"
    if KASHIDA in gap:
        return "letters_folded"
    if inside and not gap and new_gap == " ":
        return "glued_split"
    if inside and gap == " " and not new_gap:
        return "words_joined"
    return "spacing" if any(c.isspace() for c in gap + new_gap) else "controls"


def _marks(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] in "PS" and c != "¬")
