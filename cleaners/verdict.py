"""Pages that are not articles: challenges, soft 404s, listings, pages in another language."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

from cleaners.errors import NotAnArticle
from cleaners.identity import path_of
from cleaners.lines.attribution import level
from cleaners.markup.page import Page
from cleaners.persian.folding import fold
from cleaners.tables import read_table

__all__ = [
    "is_list_address",
    "names_a_list",
    "refuse_challenge",
    "refuse_foreign",
    "refuse_own_page",
    "refuse_what_says_not_found",
]

# A challenge is a short page; real articles come with menus. The largest challenge page met has
# 16 KB, most of it one script.
_CHALLENGE_TEXT: Final = 1_500
# A text with at least this many of the words that only Persian has side by side is Persian.
_ENOUGH_WORDS: Final = 4
_FEWEST_LETTERS: Final = 20
# This many characters are enough to recognise the language.
_SAMPLE: Final = 1_500
_LATIN: Final = re.compile(r"[A-Za-z]")
# A name beside the title of a site's page about itself has at most this many words.
_NAME_WORDS: Final = 3
_BARS: Final = re.compile(r"\s+[-–—|»«]+\s+")


def _marks() -> dict[str, Any]:
    return read_table("not-articles")


@cache
def _own_titles() -> frozenset[str]:
    return frozenset(fold(name) for name in _marks()["own-pages"]["titles"])


@cache
def _form_titles() -> frozenset[str]:
    return frozenset(fold(name) for name in _marks()["own-pages"]["alone"])


def refuse_challenge(page: Page, text: str) -> None:
    """Raise if the page is a bot challenge or a notice: a short page with the mark of one.

    `text` is the visible text of the page.
    """
    if len(text) > _CHALLENGE_TEXT:
        return
    markup = page.tree.html or ""
    for entry in _marks()["challenge"]:
        if entry["mark"] in markup:
            raise NotAnArticle("challenge", entry["what"])
    for entry in _marks()["notice"]:
        if len(text) <= entry["most"] and re.search(entry["pattern"], level(text)):
            raise NotAnArticle("challenge", entry["what"])


def refuse_what_says_not_found(page: Page | None, text: str) -> None:
    """Raise if title or text of a page without a body say that the page does not exist.

    `page` is None for text that has no markup.
    """
    opening = " ".join(filter(None, (page.title_tag if page else None, text[:3000])))
    folded = fold(opening)
    for entry in _marks()["not-found"]:
        if "text" in entry and fold(entry["text"]) in folded:
            raise NotAnArticle("not-found", f"«{entry['text']}»")
    for entry in _marks()["not-found"]:
        if "pattern" in entry and (
            found := re.search(level(entry["pattern"]), " ".join(level(opening).split()))
        ):
            raise NotAnArticle("not-found", f"«{found[0]}»")


def refuse_own_page(title: str | None, *, is_story: Callable[[], bool] = lambda: True) -> None:
    """Raise if `title` is that of a site's page about itself: «تماس با ما».

    A name of up to three words may stand beside it. Unless the page `is_story`, with a date or a
    long text, titles that a text may have as well count when they stand alone: «ثبت نام».
    """
    if title is None:
        return
    folded = fold(title)
    if folded in _form_titles() and not is_story():
        raise NotAnArticle("empty", "a page of the site with a form or a service")
    if not any(name in folded for name in _own_titles()):
        return
    parts = _BARS.split(title)
    others = [part for part in parts if fold(part) not in _own_titles()]
    names = sum(part.count(" ") < _NAME_WORDS for part in others)
    if len(others) < len(parts) <= 2 and names == len(others):
        raise NotAnArticle("empty", "a page of the site about itself")


class _Signs(NamedTuple):
    """The words and letters of `data/languages.toml`."""

    sure: list[str]
    persian: re.Pattern[str]
    persian_letters: re.Pattern[str]
    arabic: re.Pattern[str]
    neighbours: re.Pattern[str]


@cache
def _signs() -> _Signs:
    table = read_table("languages")

    def words(language: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(table[language]['words'])})(?!\w)")

    return _Signs(
        sure=table["persian"]["sure"],
        persian=words("persian"),
        persian_letters=re.compile(f"[{table['persian']['letters']}]"),
        arabic=words("arabic"),
        neighbours=re.compile(f"[{table['neighbours']['letters']}]"),
    )


def refuse_foreign(text: str) -> None:
    """Raise if `text` is in another script or in Arabic, or is too short to recognise."""
    text, signs = text[:_SAMPLE], _signs()
    if len(signs.neighbours.findall(text)) > len(text) / 50:
        raise NotAnArticle("not-persian", "the text reads as Urdu or Kurdish")
    if sum(word in text for word in signs.sure) >= _ENOUGH_WORDS:
        return
    latin = len(_LATIN.findall(text.encode("ascii", "ignore").decode()))
    letters = len(text) - len(text.encode("ascii", "ignore"))
    if latin > 2 * letters and latin >= _FEWEST_LETTERS:
        raise NotAnArticle("not-persian", "most letters are not of the Arabic script")
    if letters < _FEWEST_LETTERS:
        raise NotAnArticle("empty", "its text is a word or two")
    persian, arabic = len(signs.persian.findall(text)), len(signs.arabic.findall(text))
    own_letters = len(signs.persian_letters.findall(text))
    if arabic > 3 and arabic > 2 * persian and own_letters < letters // 25:
        raise NotAnArticle("not-persian", "the text reads as Arabic")


def is_list_address(url: str | None) -> bool:
    """Return whether a step in the path of `url` names a list of stories: a tag, a search."""
    steps = _marks()["lists"]["steps"]
    return url is not None and not set(path_of(url).lower().split("/")).isdisjoint(steps)


@cache
def _list_name() -> re.Pattern[str]:
    table = _marks()["lists"]
    before, names, plurals = (
        "|".join(map(level, table[key])) for key in ("before", "names", "plurals")
    )
    return re.compile(rf"\W*(?:(?:{before})\s+)*(?:{names}|(?:{plurals})\s?های?)(?!\w)")


def names_a_list(title: str) -> bool:
    """Return whether a title begins like that of a page of stories: «آخرین خبرهای استان».

    >>> names_a_list("آخرین خبرهای استان"), names_a_list("آخرین وضعیت بازار کار")
    (True, False)
    """
    return _list_name().match(level(title)) is not None
