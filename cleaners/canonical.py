"""The address of an article: the one that its page states, or the one that was asked for."""

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
from cleaners.persian.folding import latin_digits

__all__ = ["address_of"]

# Steps of a path that stand for a version or part of the page that the steps before them name.
_VERSION: Final = re.compile(r"amp|print|embed|feed|(?:comment-)?page-?\d+")
_NUMBER: Final = re.compile(r"\d{3,}")


def address_of(url: str | None, canonical: str | None) -> str | None:
    """Return the address of an article, in its one spelling.

    Args:
        url: the address that was asked for.
        canonical: what the page states (`<link rel=canonical>`); it counts where it can be the
            address of the same article.
    """
    asked = absolute(url, None) if url else None
    told = absolute(canonical, asked) if canonical else None
    if told is None or asked is None:
        known = asked or told
        return canonical_url(known) if known else None
    return canonical_url(told if _may_be_canonical(told, asked) else asked)


def _may_be_canonical(told: str, asked: str) -> bool:
    """Return whether the address that a page states can be that of the article at `asked`.

    Some pages state the front page, their section, or one fixed page. An address without a code
    must share its last step or a number; that of a short link (`/?p=12`, `/s/x1y2`) may differ.
    """
    if agency_of(told) != agency_of(asked) or path_of(told) in ("", "/fa"):
        return False
    if code := news_code_of(asked):
        return news_code_of(told) == code
    stated, own = _steps_of(told), _steps_of(asked)
    if stated == own[: len(stated)]:
        return stated == own
    if (stated and own and stated[-1] == own[-1]) or _numbers_of(told) & _numbers_of(asked):
        return True
    return len(own[-1] if own else "") < SHORTEST_SLUG <= len(stated[-1])


def _steps_of(url: str) -> list[str]:
    """Return the steps of an address's path, without those that name a version of the page."""
    path = latin_digits(path_of(url)).translate(SAME_LETTERS).lower()
    return [step for step in path.split("/") if step and not _VERSION.fullmatch(step)]


def _numbers_of(url: str) -> set[str]:
    """Return the numbers in an address that may be a code."""
    return set(_NUMBER.findall(latin_digits(url)))
