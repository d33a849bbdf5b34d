"""What class names and ids say of an element: that it is a sidebar, a lead, a date."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final

from selectolax.lexbor import LexborNode

from cleaners.tables import read_table

__all__ = [
    "NEVER_TEXT",
    "any_called",
    "class_words",
    "generic_data",
    "holds_comments",
    "is_called",
    "is_of_builder",
    "joins_no_text",
    "names_apart",
    "names_of",
    "shared_classes",
]

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u0621-\u06cc]+")
# A page builder's number for an element: the `ad` in `elementor-element-c9ad123` is not a word.
_HASH: Final = re.compile(r"(?<![A-Za-z0-9])[a-z]*\d+[a-z][a-z0-9]*(?![A-Za-z0-9])")
# `print:hidden`, `dark:text-white`: how an element looks on paper or in dark mode, not its name.
_VARIANT: Final = re.compile(r"(?<!\S)[\w-]+:\S*")
# What is glued to the name of a field: `postauthor`, `newsdate`, `entrytitle`, `newsviewlead`.
_GLUED: Final = re.compile(r"(?:post|news|article|entry|single)(?:view)?(?=[a-z]{4})")
#: Elements that never hold article text.
NEVER_TEXT: Final = frozenset(("nav", "aside", "footer", "menu", "amp-sidebar"))


@cache
def generic_data() -> dict[str, Any]:
    """Return `data/generic.toml`."""
    return read_table("generic")


@lru_cache(maxsize=4096)
def class_words(names: str) -> frozenset[str]:
    """Return the words of class names and ids: `relatedNews box-share` → related, news, box, share.

    Both the parts and the whole names count, so that `newspath` and `news_path` are the same; and
    so does the name of a field in `postauthor`.
    """
    names = _VARIANT.sub(" ", names)
    parts = {word.lower() for word in _WORD.findall(_HASH.sub(" ", names))}
    whole = {re.sub(r"[^a-z]", "", name.lower()) for name in names.split()}
    glued = {word[at.end() :] for word in parts if (at := _GLUED.match(word))}
    return frozenset(parts | whole | (glued & _words_of("glued")))


@lru_cache(maxsize=4096)
def _pairs(names: str) -> frozenset[str]:
    """Return neighbouring words of class names, joined: `entry-sub-title` → entrysub, subtitle."""
    words = [[word.lower() for word in _WORD.findall(name)] for name in names.split()]
    return frozenset(a + b for parts in words for a, b in pairwise(parts))


def names_of(node: LexborNode) -> str:
    """Return class and id of `node` as one text."""
    attributes = node.attributes
    if not attributes:
        return ""
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()


def shared_classes(node: LexborNode) -> frozenset[str]:
    """Return the classes of `node` that others of its kind have, too: those without a digit.

    A class with a digit belongs to one element: `post-812`, `elementor-element-38b7616`.
    """
    names = (node.attributes.get("class") or "").split()
    return frozenset(name for name in names if not any(map(str.isdigit, name)))


def names_apart(node: LexborNode) -> bool:
    """Return whether tag, class or id of `node` say that it holds no article text."""
    tag = node.tag
    if tag in NEVER_TEXT:
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    names = names_of(node)
    return bool(names) and _are_apart(names, is_link=tag == "a")


@lru_cache(maxsize=4096)
def _are_apart(names: str, *, is_link: bool) -> bool:
    """Return whether class names and ids say that their element holds no article text."""
    words, data = class_words(names), generic_data()["apart"]
    if is_link:
        words = words.difference(data["overlays"])
    if not words.isdisjoint(data["words"]):
        return True
    # Page builders call every element a widget, even those of the text.
    is_body = all(not words.isdisjoint(group) for group in data["body"])
    return not words.isdisjoint(data["weak"]) and not (is_body or is_of_builder(names))


def is_of_builder(names: str) -> bool:
    """Return whether class names are those of a page builder's boxes."""
    return not class_words(names).isdisjoint(generic_data()["apart"]["builders"])


@cache
def _words_of(field: str) -> frozenset[str]:
    return frozenset(generic_data()[field]["words"])


def is_called(node: LexborNode, field: str) -> bool:
    """Return whether class or id of `node` name it a `field`: a kicker, a lead, a date."""
    names, words = names_of(node), _words_of(field)
    return bool(names) and not (
        words.isdisjoint(class_words(names)) and words.isdisjoint(_pairs(names))
    )


def any_called(nodes: Iterable[LexborNode], field: str) -> bool:
    """Return whether class or id of any of `nodes` name it a `field`."""
    return any(is_called(node, field) for node in nodes)


def joins_no_text(node: LexborNode) -> bool:
    """Return whether class or id name an element as comments or a box about the author."""
    return holds_comments(node) or (node.tag != "body" and is_called(node, "author_box"))


def holds_comments(node: LexborNode) -> bool:
    """Return whether class or id name an element as comments; `comments-open` of a page is not."""
    return node.tag not in ("html", "body", "main", "article") and is_called(node, "comments")
