"""Every line of a page, with the field it went to or the reason why it was dropped."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from cleaners.article import Article
from cleaners.body import is_label
from cleaners.boxes.buttons import judge_block
from cleaners.boxes.polls import polls_below
from cleaners.boxes.storyboxes import boxed_lines
from cleaners.explained.keptlines import HEAD_FIELDS, places_of
from cleaners.explained.reasons import Element, ExplainedLine
from cleaners.generic.prose import Prose
from cleaners.generic.strangers import strangers
from cleaners.lines.boilerplate import is_publishers_note
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import NEVER_TEXT, class_words, generic_data, names_apart, names_of
from cleaners.markup.hiding import hidden_below
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import blocks_of
from cleaners.persian.folding import fold
from cleaners.profile import SiteProfile
from cleaners.rules import Layout

__all__ = ["explain_lines"]


def explain_lines(
    page: Page, article: Article | None, layout: Layout | None, profile: SiteProfile | None = None
) -> Iterator[ExplainedLine]:
    """Yield every line of `page`, hidden ones too, in reading order.

    `article` is what was extracted from the page, not normalized; `layout` the layout that it was
    read by, None for the generic way; `profile` what is known about its site.
    """
    return _Page(page, article, layout, profile).lines()


class _Why(NamedTuple):
    rule: str
    code: str
    detail: str = ""


type _Step = Callable[[Block, list[int]], _Why | None]


class _Page:
    """One page to be explained."""

    def __init__(
        self,
        page: Page,
        article: Article | None,
        layout: Layout | None,
        profile: SiteProfile | None,
    ) -> None:
        self.page = page
        self.article = article
        self.layout = layout
        self.label = article.extractor if article else "generic"
        self.prose = Prose(page, profile)
        self.captions = {fold(i.caption) for i in article.images if i.caption} if article else set()
        self.hidden = hidden_below(page.top)
        self.polls = polls_below(page.top)
        self.dropped: dict[int, str] = {}
        self.body: set[int] = set()
        self.selectors: list[str] = []
        self.boxed: set[tuple[int, str]] = set()  # a line's element and text
        if layout is not None:
            for selector in filter(None, layout.drop.split(", ")):
                for node in page.tree.css(selector):
                    self.dropped.setdefault(node.mem_id, selector)
            for selector in layout.body:
                self.body |= {node.mem_id for node in page.tree.css(selector)}
            # The first that finds something is the one that is told.
            self.selectors = sorted(layout.body, key=lambda it: page.tree.css_first(it) is None)

    def lines(self) -> Iterator[ExplainedLine]:
        """Yield every line of the page."""
        blocks = blocks_of(self.page.top, unseen=set())
        chains = [[block.node, *ancestors(block.node)] for block in blocks]
        keys_of = [[node.mem_id for node in chain] for chain in chains]
        shown = [self.hidden.isdisjoint(keys) for keys in keys_of]
        # A layout finds paragraphs only in its body, the generic way anywhere.
        within = [self.layout is None or self._is_in_body(chain) for chain in keys_of]
        lines = [fold(block.text) if ok else "" for block, ok in zip(blocks, shown, strict=True)]
        places = places_of(self.article, lines, within) if self.article else {}
        if self.layout is not None:
            self.boxed = self._boxed(
                [b for b, ok, inside in zip(blocks, shown, within, strict=True) if ok and inside]
            )
        numbers: dict[int, int] = {}
        for index, (block, chain) in enumerate(zip(blocks, chains, strict=True)):
            place = places.get(index) if shown[index] else None
            if not shown[index]:
                why = _Why("hidden", "hidden")
            elif place:
                why = _Why(self.label, "kept", place.field)
            elif not self.polls.isdisjoint(keys_of[index]):
                why = _Why(self.label, "poll")
            else:
                why = self._why_dropped(block, keys_of[index])
            yield ExplainedLine(
                block.text,
                block.kind,
                tuple(
                    Element(numbers.setdefault(node.mem_id, len(numbers)), _name(node))
                    for node in reversed(chain)
                ),
                place.field if place else None,
                place.item if place else None,
                *why,
            )

    def _boxed(self, body: list[Block]) -> set[tuple[int, str]]:
        """Return the lines of a layout's body that are in boxes of other stories."""
        lines = boxed_lines(body, self.page.address)
        return {(body[at].node.mem_id, body[at].text) for at in lines}

    # Why a line was dropped: each step returns an answer or None

    def _why_dropped(self, block: Block, keys: list[int]) -> _Why:
        steps: tuple[_Step, ...] = (
            self._by_layout,
            self._as_repetition,
            self._by_its_place,
            self._as_boilerplate,
            self._as_a_link,
            self._by_prose,
        )
        for step in steps:
            if found := step(block, keys):
                return found
        return _Why(self.label, "other")

    def _by_layout(self, block: Block, keys: list[int]) -> _Why | None:
        if self.layout is None:
            return None
        selector = next((self.dropped[key] for key in keys if key in self.dropped), None)
        if selector is None or not self._is_in_body(keys):
            return None
        return _Why(f"{self.layout.label} drop", "dropped-element", selector)

    def _as_repetition(self, block: Block, keys: list[int]) -> _Why | None:
        if self.article is None:
            return None
        for name in HEAD_FIELDS:
            value = getattr(self.article, name)
            if value and fold(value) == fold(block.text):
                return _Why("copies", "repeated", name)
        return None

    def _by_its_place(self, block: Block, keys: list[int]) -> _Why | None:
        if self.layout is None or self._is_in_body(keys):
            return None
        return _Why(self.layout.label, "outside", " | ".join(self.selectors))

    def _as_boilerplate(self, block: Block, keys: list[int]) -> _Why | None:
        verdict = judge_block(block)
        if verdict is not None:
            return _Why(f"boilerplate {verdict.action}", "boilerplate", verdict.reason)
        if is_label(block):
            return _Why("boilerplate label", "box-heading")
        if is_publishers_note(block.text):
            return _Why("boilerplate drop", "publishers-note")
        if block.is_caption or fold(block.text) in self.captions:
            return _Why("caption", "caption")
        return None

    def _as_a_link(self, block: Block, keys: list[int]) -> _Why | None:
        if (keys[0], block.text) in self.boxed:
            return _Why("links", "story-box")
        if self.layout is None or not block.is_only_links:
            return None
        return _Why("links", "link")

    def _by_prose(self, block: Block, keys: list[int]) -> _Why | None:
        """Return why the generic way left a line out."""
        if self.layout is not None:
            return None
        prose = self.prose
        # An element with <br> holds several lines; a table's row may be read without some cells.
        same = self._lines_of.get(keys[0], [])
        index = next(
            (i for i in same if prose.blocks[i].text == block.text), next(iter(same), None)
        )
        if index is None:
            return None
        if prose.recurs(index):
            return _Why("profile lines", "recurring")
        if prose.is_listed(index):
            return _Why("generic", "story-list")
        if index in prose.boxed:
            return _Why("generic", "story-box")
        for node in prose.chain(index):
            if node.tag in NEVER_TEXT:
                return _Why("generic", "never-text", node.tag or "")
            if names_apart(node) and prose.is_apart(node):
                apart = generic_data()["apart"]
                words = class_words(names_of(node)) & {*apart["words"], *apart["weak"]}
                return _Why("generic", "named-apart", ", ".join(sorted(words)))
        return self._by_order(index)

    def _by_order(self, index: int) -> _Why:
        prose = self.prose
        if prose.article is None:
            return _Why("generic", "no-prose")
        if index >= prose.end:
            return _Why("generic", "below-the-end", prose.blocks[prose.end].text[:40])
        if index in self._strangers:
            return _Why("generic", "stranger")
        if not prose.is_in_main(index):
            return _Why("generic", "outside-main")
        if index not in prose.article_range():
            return _Why("generic", "above-the-title")
        return _Why("generic", "not-taken")

    @cached_property
    def _lines_of(self) -> dict[int, list[int]]:
        """The indexes of the prose's lines, by the `mem_id` of their element."""
        found: dict[int, list[int]] = {}
        for index, block in enumerate(self.prose.blocks):
            found.setdefault(block.node.mem_id, []).append(index)
        return found

    @cached_property
    def _strangers(self) -> set[int]:
        return strangers(self.prose)

    def _is_in_body(self, keys: list[int]) -> bool:
        return any(key in self.body for key in keys)


def _name(node: LexborNode) -> str:
    """Return `div#main.news.body` for an element."""
    attributes = node.attributes
    identity = f"#{attributes['id']}" if attributes.get("id") else ""
    classes = "".join(f".{name}" for name in (attributes.get("class") or "").split()[:3])
    return f"{node.tag}{identity}{classes}"
