"""Pages that are not articles: challenges, soft 404s, listings, pages in another language."""

import re
from functools import cache
from typing import Any, Final

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
# Letters that Persian has and Arabic has not, with the Persian forms of yeh and kaf.
_PERSIAN_ONLY: Final = re.compile(r"[پچژگیک]")
_PERSIAN_WORDS: Final = re.compile(
    r"(?<!\w)(?:و|در|به|از|که|این|را|با|است|برای|آن|شد|هاي|ها|های|مي|می|شده|كرد|کرد)(?!\w)"
)
_ARABIC_WORDS: Final = re.compile(r"(?<!\w)(?:في|من|على|إلى|التي|الذي|عن|أن|هذا|هذه|كان)(?!\w)")
# A text with several of these is Persian: no Arabic, Urdu or Kurdish text has more than a few.
_SURE_WORDS: Final = (" که ", " را ", " است", " این ", " شد", " برای ", "ه‌ای ", " می")
_ENOUGH_WORDS: Final = 4
_FEWEST_LETTERS: Final = 20
# This many characters are enough to recognise the language.
_SAMPLE: Final = 1_500
# Letters of Urdu and of Sorani Kurdish that Persian has not.
_NEIGHBOURS: Final = re.compile(r"[ٹڈڑےںہۂۃەێۆڕڵڤ]")
_LATIN: Final = re.compile(r"[A-Za-z]")


_LISTS: Final = frozenset(
    "tag tags taxonomy term category categories cat topic topics service services section archive"
    " archives author search label labels breaking برچسب دسته موضوع".split()
)
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
    """Raise if the page is a bot challenge: a short page with the mark of one.

    `text` is the visible text of the page.
    """
    if len(text) > _CHALLENGE_TEXT:
        return
    markup = page.tree.html or ""
    for entry in _marks()["challenge"]:
        if entry["mark"] in markup:
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


def refuse_own_page(title: str | None, *, is_dated: bool = True) -> None:
    """Raise if `title` is that of a site's page about itself: «تماس با ما».

    A name of up to three words may stand beside it. Unless the page `is_dated`, titles that a text
    may have as well count when they stand alone: «ثبت نام», above a form.
    """
    if title is None:
        return
    if not is_dated and fold(title) in _form_titles():
        raise NotAnArticle("empty", "a page of the site with a form or a service")
    if not any(name in title for name in _marks()["own-pages"]["titles"]):
        return
    parts = _BARS.split(title)
    others = [part for part in parts if fold(part) not in _own_titles()]
    names = sum(part.count(" ") < _NAME_WORDS for part in others)
    if len(others) < len(parts) <= 2 and names == len(others):
        raise NotAnArticle("empty", "a page of the site about itself")


def refuse_foreign(text: str) -> None:
    """Raise if `text` is in another script or in Arabic, or is too short to recognise."""
    text = text[:_SAMPLE]
    if len(_NEIGHBOURS.findall(text)) > len(text) / 50:
        raise NotAnArticle("not-persian", "the text reads as Urdu or Kurdish")
    if sum(word in text for word in _SURE_WORDS) >= _ENOUGH_WORDS:
        return
    latin = len(_LATIN.findall(text.encode("ascii", "ignore").decode()))
    letters = len(text) - len(text.encode("ascii", "ignore"))
    if latin > 2 * letters and latin >= _FEWEST_LETTERS:
        raise NotAnArticle("not-persian", "most letters are not of the Arabic script")
    if letters < _FEWEST_LETTERS:
        raise NotAnArticle("empty", "its text is a word or two")
    persian = len(_PERSIAN_WORDS.findall(text))
    arabic = len(_ARABIC_WORDS.findall(text))
    if arabic > 3 and arabic > 2 * persian and len(_PERSIAN_ONLY.findall(text)) < letters // 25:
        raise NotAnArticle("not-persian", "the text reads as Arabic")


def is_list_address(url: str | None) -> bool:
    """Return whether a step in the path of `url` names a list of stories: a tag, a search."""
    return url is not None and not _LISTS.isdisjoint(path_of(url).lower().split("/"))


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
