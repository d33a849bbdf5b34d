"""Find the element of an unknown page that holds the article.

Prose gives itself away: long lines, few of their letters in links. Each line of prose votes for
the elements around it; the element with most votes holds the article.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from selectolax.lexbor import LexborNode

from cleaners.blocks import Block, blocks_of
from cleaners.page import Page

__all__ = ["Prose", "ancestors", "class_words", "generic_data", "is_apart", "is_prose"]

# A line with this many letters outside of links is prose. Persian headlines seldom reach it,
# teasers of lists do; those are told by their links and by their surroundings.
_PROSE: Final = 80
# What a line of prose is worth, in letters: one long paragraph must not outvote several.
_MOST_VOTE: Final = 500
# The share of its votes that a line passes on to the parent, its parent, and so on.
_SHARES: Final = (1.0, 0.6, 0.3)
# An element that the markup itself calls the body is believed when it has this share of the votes
# of the best one.
_BELIEVED: Final = 0.4

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u0621-\u06cc]+")
_TRANSPARENT: Final = frozenset(
    "p h1 h2 h3 h4 h5 h6 li tr blockquote pre dt dd span strong b em i font u a".split()
)
_NEVER: Final = frozenset(("nav", "aside", "footer", "form", "menu"))
_CAPTIONS: Final = frozenset(("figcaption", "caption"))
# An element with this share of the page's prose holds the article, even if it is called "sidebar".
_MOST: Final = 0.6
# A parent is only worth climbing to for this much more prose.
_MORE: Final = 1.3


@cache
def generic_data() -> dict[str, Any]:
    """Return `data/generic.toml`."""
    return tomllib.loads(files("cleaners").joinpath("data/generic.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def class_words(names: str) -> frozenset[str]:
    """Return the words of class names and ids: `relatedNews box-share` → related, news, box, share.

    Both the parts and the whole names count, so that `newspath` and `news_path` are one.
    """
    parts = {word.lower() for word in _WORD.findall(names)}
    whole = {re.sub(r"[^a-z]", "", name.lower()) for name in names.split()}
    return frozenset(parts | whole)


def names_of(node: LexborNode) -> str:
    """Return class and id of `node` as one text."""
    attributes = node.attributes
    if not attributes:
        return ""
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()


@cache
def _apart_words() -> frozenset[str]:
    return frozenset(generic_data()["apart"]["words"])


def is_apart(node: LexborNode) -> bool:
    """Tell whether tag, class or id says that `node` holds no article text."""
    tag = node.tag
    if tag in _NEVER:
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    names = names_of(node)
    return bool(names) and not _apart_words().isdisjoint(class_words(names))


def is_prose(block: Block) -> bool:
    """Tell whether a block is running text: long, and mostly outside of links."""
    free = len(block.text) - block.linked
    return free >= _PROSE and block.linked <= 0.4 * len(block.text)


def ancestors(node: LexborNode) -> list[LexborNode]:
    """Return the elements around `node`, the innermost first, `<body>` and `<html>` left out."""
    found: list[LexborNode] = []
    parent = node.parent
    while parent is not None and parent.tag not in ("body", "html", "-document", None):
        found.append(parent)
        parent = parent.parent
    return found


class Prose:
    """The running text of a page: where it stands, and which element holds the article.

    `main` is that element, or None where the page has no prose.
    """

    def __init__(self, page: Page) -> None:
        self.blocks = blocks_of(page.top)
        prose = [block for block in self.blocks if is_prose(block)]
        chains = [[block.node, *ancestors(block.node)] for block in prose]
        self._all: dict[int, int] = {}
        self._total = 0
        for block, chain in zip(prose, chains, strict=True):
            self._total += _add(block, chain, self._all)
        self._mass: dict[int, int] = {}
        votes: dict[int, float] = {}
        nodes: dict[int, LexborNode] = {}
        for block, chain in zip(prose, chains, strict=True):
            if block.kind not in _CAPTIONS and not any(self.is_apart(node) for node in chain):
                _add(block, chain, self._mass)
                _vote(block, chain, votes, nodes)
        self.main: LexborNode | None = None
        if votes:
            best = max(votes, key=lambda key: votes[key])
            self.main = self._named_body(page, nodes[best]) or self._widened(nodes[best])

    def is_apart(self, node: LexborNode) -> bool:
        """Tell whether `node` stands apart from the article.

        An element that holds most of the page's prose does not, whatever its name.
        """
        return is_apart(node) and self._all.get(node.mem_id, 0) <= _MOST * self._total

    def mass(self, node: LexborNode) -> int:
        """Return the letters of prose in `node`, what stands apart left out."""
        return self._mass.get(node.mem_id, 0)

    def _named_body(self, page: Page, best: LexborNode) -> LexborNode | None:
        """Return an element that the markup calls the body, if it holds enough of the prose."""
        for selector in generic_data()["body"]["selectors"]:
            for node in page.tree.css(selector):
                if self.mass(node) >= _BELIEVED * max(self.mass(best), 1):
                    return node
        return None

    def _widened(self, node: LexborNode) -> LexborNode:
        """Climb to the parent while it only adds more sections like this one."""
        while True:
            parent = node.parent
            for _ in range(2):
                if parent is None or parent.tag in ("body", "html", None):
                    return node
                if self.mass(parent) >= _MORE * self.mass(node) and _has_alike(parent, node):
                    break
                parent = parent.parent
            else:
                return node
            node = parent


def _add(block: Block, chain: Sequence[LexborNode], mass: dict[int, int]) -> int:
    """Add the letters of a block to every element around it."""
    letters = len(block.text) - block.linked
    for node in chain:
        mass[node.mem_id] = mass.get(node.mem_id, 0) + letters
    return letters


def _vote(
    block: Block,
    chain: Sequence[LexborNode],
    votes: dict[int, float],
    nodes: dict[int, LexborNode],
) -> None:
    """Let one line of prose vote for the elements around it."""
    start = 0
    while start < len(chain) - 1 and chain[start].tag in _TRANSPARENT:
        start += 1
    value = min(len(block.text) - block.linked, _MOST_VOTE)
    for node, share in zip(chain[start:], _SHARES, strict=False):
        votes[node.mem_id] = votes.get(node.mem_id, 0.0) + value * share
        nodes[node.mem_id] = node


def _has_alike(parent: LexborNode, node: LexborNode) -> bool:
    """Tell whether `parent` holds the section `node` among others of its kind."""
    names = names_of(node)
    alike = sum(1 for child in parent.css(node.tag or "div") if names_of(child) == names)
    return alike > 1
