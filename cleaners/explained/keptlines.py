"""Which lines of a page were kept, and for which field of the record."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from cleaners.article import Article
from cleaners.persian.folding import fold

__all__ = ["HEAD_FIELDS", "KeptAs", "places_of"]

#: Fields of one line each above the body.
HEAD_FIELDS: Final = ("title", "kicker", "lead")
_LISTS: Final = ("section", "tags", "authors")
# Fields that stand in a line with their label, and the longest such line.
_LABELLED: Final = (("published_at", "published_raw", 80), ("news_code", "news_code", 40))
# Longest text beside a list on its line: «خانه», «برچسب‌ها».
_LONGEST_LABEL: Final = 24


class KeptAs(NamedTuple):
    """Where in the record a line went."""

    field: str
    item: int | None = None


def places_of(article: Article, folded: Sequence[str], within: Sequence[bool]) -> dict[int, KeptAs]:
    """Return where in the record each kept line went, by the line's index.

    `folded` holds the page's lines, folded, with "" for one that is never shown; `within` says for
    each whether a paragraph may stand there. Of several copies of a line, such as the title, the
    one nearest to the text counts.
    """
    headings = {fold(getattr(article, name) or "") for name in HEAD_FIELDS}
    found = _paragraphs(
        article,
        [
            line if inside and line not in headings else ""
            for line, inside in zip(folded, within, strict=True)
        ],
    )
    first = min(found, default=0)
    single = [(KeptAs(name), getattr(article, name)) for name in HEAD_FIELDS]
    for name in _LISTS:
        values = getattr(article, name)
        together = _line_of_all(values, folded, first)
        if together is not None:
            found.setdefault(together, KeptAs(name))
        else:
            single += [(KeptAs(name, n), value) for n, value in enumerate(values)]
    for place, value in single:
        at = [index for index, line in enumerate(folded) if value and line == fold(value)]
        if at:  # a tag may be named like a section
            free = [index for index in at if index not in found]
            found[min(free or at, key=lambda index: abs(index - first))] = place
    for name, source, longest in _LABELLED:
        value = fold(getattr(article, source) or "")
        for index, line in enumerate(folded):
            if value and value in line and len(line) < longest:
                found.setdefault(index, KeptAs(name))
    return found


def _paragraphs(article: Article, folded: Sequence[str]) -> dict[int, KeptAs]:
    """Return the places of the lines that are paragraphs of the body, by the line's index."""
    paragraphs = [(n, text) for n, text in enumerate(map(fold, article.body)) if text]
    exact: dict[str, list[int]] = {}
    for n, text in paragraphs:
        exact.setdefault(text, []).append(n)
    found: dict[int, KeptAs] = {}
    after = 0
    for index, line in enumerate(folded):
        # An end mark or a copy of the title may have been removed from the paragraph.
        fitting = exact.get(line) or [
            n for n, text in paragraphs if text in line and 2 * len(text) > len(line)
        ]
        if line and fitting:
            at = bisect_left(fitting, after)
            item = fitting[at] if at < len(fitting) else fitting[0]
            found[index] = KeptAs("body", item)
            after = item + 1
    return found


def _line_of_all(values: list[str], folded: Sequence[str], first: int) -> int | None:
    """Return the index of the line nearest to `first` with all of `values`, as in a breadcrumb."""
    joined = fold("".join(values))
    if len(values) < 2 or not joined:
        return None
    at = [
        index
        for index, line in enumerate(folded)
        if joined in line and len(line) <= len(joined) + _LONGEST_LABEL
    ]
    return min(at, key=lambda index: abs(index - first), default=None)
