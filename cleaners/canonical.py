"""The address of an article: the one that its page states, or the one that was requested."""

import re
from typing import Final

from cleaners.identity import (
    SAME_LETTERS,
    SHORTEST_SLUG,
    absolute,
    agency_of,
    canonical_url,
    news_code_of,
    path_of,
)
from cleaners.links import leads_to_front
from cleaners.persian.folding import latin_digits

__all__ = ["address_of"]

# Steps of a path that name a version or a part of the page, not the page itself.
_VERSION: Final = re.compile(r"amp|print|embed|feed|(?:comment-)?page-?\d+")
_NUMBER: Final = re.compile(r"\d{3,}")


def address_of(url: str | None, canonical: str | None) -> str | None:
    """Return the address of an article, in its canonical spelling.

    Args:
        url: the address that was requested.
        canonical: what the page states (`<link rel=canonical>`); used only if it can be the
            address of the same article.
    """
    requested = absolute(url, None) if url else None
    stated = absolute(canonical, requested) if canonical else None
    if stated is None or requested is None:
        known = requested or stated
        return canonical_url(known) if known else None
    return canonical_url(stated if _may_be_canonical(stated, requested) else requested)


def _may_be_canonical(stated: str, requested: str) -> bool:
    """Return whether the address that a page states can be that of the article at `requested`.

    Some pages state the front page, their section, or one fixed page. An address without a code
    must share its last step or a number; that of a short link (`/?p=12`, `/s/x1y2`) may differ.
    """
    if agency_of(stated) != agency_of(requested) or leads_to_front(stated):
        return False
    if code := news_code_of(requested):
        return news_code_of(stated) == code
    steps, own = _steps_of(stated), _steps_of(requested)
    if steps == own[: len(steps)]:  # the same path, or that of a section, or none
        return bool(steps) and steps == own
    if (steps and own and steps[-1] == own[-1]) or _numbers_of(stated) & _numbers_of(requested):
        return True
    return len(own[-1] if own else "") < SHORTEST_SLUG <= len(steps[-1])


def _steps_of(url: str) -> list[str]:
    """Return the steps of an address's path, without those that name a version of the page."""
    path = latin_digits(path_of(url)).translate(SAME_LETTERS).lower()
    return [step for step in path.split("/") if step and not _VERSION.fullmatch(step)]


def _numbers_of(url: str) -> set[str]:
    """Return the numbers in an address that may be a code."""
    return set(_NUMBER.findall(latin_digits(url)))
