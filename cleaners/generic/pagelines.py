"""The lines of an unknown page, and what each one shows before the article is found.

Some lines are certainly not the article's, whatever is around them; the article is looked for in
the running text among the others.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.cards import other_stories
from cleaners.boxes.listing import shows_an_article
from cleaners.boxes.polls import polls_below
from cleaners.boxes.storylists import may_announce
from cleaners.generic.bounds import MOST_NAMED
from cleaners.generic.clusters import Cluster, kind_of
from cleaners.generic.headerlines import dated_part
from cleaners.generic.headspans import with_heads_parted
from cleaners.generic.staccato import named_lines, staccato_lines
from cleaners.layouts.sources import values_at
from cleaners.lines.boilerplate import is_publishers_note, judge_line
from cleaners.lines.facts import facts_of
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import NEVER_TEXT, generic_data, joins_no_text, names_apart
from cleaners.markup.hiding import hidden_below
from cleaners.markup.page import Page
from cleaners.markup.tree import Within, ancestors, matches_of
from cleaners.markup.walking import blocks_of
from cleaners.persian.folding import fold
from cleaners.profile import SiteProfile
from cleaners.rules import Source

__all__ = ["Apart", "PageLines"]

# A form with at least this many lines of prose is the page, not a form for comments.
_PAGE_FORM: Final = 3


class PageLines:
    """The lines of a page that no rule knows: `blocks`, in reading order.

    `story_items` holds the `mem_id` of every item of a list of other stories; `named` the indexes
    of short lines in elements that the markup itself calls the body.
    """

    def __init__(self, page: Page, profile: SiteProfile | None) -> None:
        self.page = page
        self.profile = profile
        self.blocks = _visible_lines(page, profile)
        self.story_items = other_stories(self.blocks, page)
        self.named = frozenset[int]()
        self._recurring = profile.folded_lines() if profile else frozenset()
        self._chains: dict[int, list[LexborNode]] = {}
        self._in_item = Within(lambda node: node.mem_id in self.story_items)
        self._in_no_text = Within(lambda node: node.tag in NEVER_TEXT)

    def running_text(self) -> list[int]:
        """Return the indexes of the lines that are prose; short ones where they make a text."""
        selectors = ", ".join(generic_data()["body"]["selectors"])
        # A table with such a name lays out the whole article, its title too.
        found = matches_of(self.page.top, selectors)[:MOST_NAMED]
        named = [node for node in found if node.tag != "table"]
        head = (self.page.title_tag, self.page.meta("og:title"), self.page.meta("og:description"))
        about = " ".join(filter(None, head)) if shows_an_article(self.page) else None
        self.named = frozenset(named_lines(self.blocks, named, about))
        short = staccato_lines(self.blocks) | self.named
        prose = [
            index
            for index, block in enumerate(self.blocks)
            if (block.is_prose or index in short) and not self._is_surely_no_text(index)
        ]
        # The rows of a table belong to the text around them, if there is any.
        return [index for index in prose if self.blocks[index].kind != "tr"] or prose

    def chain(self, index: int) -> list[LexborNode]:
        """Return the elements around a line, its own first."""
        if index not in self._chains:
            node = self.blocks[index].node
            self._chains[index] = [node, *ancestors(node)]
        return self._chains[index]

    def is_listed(self, index: int) -> bool:
        """Return whether a line stands in an item of a list of other stories."""
        return self._in_item(self.blocks[index].node)

    def heads_a_list(self, index: int) -> bool:
        """Return whether a short line stands right above a list of stories and announces it."""
        if self.blocks[index].kind == "tr":
            return False
        below = range(index + 1, min(index + 3, len(self.blocks)))
        if len(below) < 2 or not all(self.is_listed(other) for other in below):
            return False
        return not _is_label(self.blocks[index + 1]) and may_announce(self.blocks[index].text)

    def recurs(self, index: int) -> bool:
        """Return whether a line stands on most pages of the site, according to its profile."""
        return bool(self._recurring) and fold(self.blocks[index].text) in self._recurring

    def found_by_profile(self, field: str) -> list[str]:
        """Return the texts where the profile says that a field is, such as `code` or `tags`."""
        for text in getattr(self.profile, field) if self.profile else ():
            if found := list(values_at(self.page, Source.parse(text), self.page.tree.css)):
                return found
        return []

    def title_by_profile(self) -> int | None:
        """Return the line of the element that holds the title on most pages of the site."""
        for selector in self.profile.title if self.profile else ():
            node = self.page.tree.css_first(selector)
            for index, block in enumerate(self.blocks):
                if node is not None and block.node.mem_id == node.mem_id:
                    return None if self.recurs(index) else index
        return None

    def first_line_in(self, node: LexborNode) -> int | None:
        """Return the index of the first line inside an element."""
        return self._first_lines.get(node.mem_id)

    def line_near(self, node: LexborNode, above: Iterable[LexborNode]) -> int | None:
        """Return the index of the first line in a node, or in the first of `above` with any."""
        lines = map(self.first_line_in, (node, *above))
        return next((line for line in lines if line is not None), None)

    @cached_property
    def _first_lines(self) -> dict[int, int]:
        """The index of the first line in each element that has any, by its `mem_id`."""
        found: dict[int, int] = {}
        for index, block in enumerate(self.blocks):
            node: LexborNode | None = block.node
            while node is not None and node.mem_id not in found:  # then so are those around it
                found[node.mem_id] = index
                node = node.parent
        return found

    def _is_surely_no_text(self, index: int) -> bool:
        """Return whether a line is not the article's, whatever the class names say."""
        block = self.blocks[index]
        return (
            block.is_caption
            or self.recurs(index)
            or is_publishers_note(block.text)
            or self._in_item(block.node)
            or self._in_no_text(block.node)
            or judge_line(block.text) is not None
            or facts_of(block.text) is not None
            or dated_part(block) is not None
        )


def _visible_lines(page: Page, profile: SiteProfile | None) -> list[Block]:
    """Return the lines of a page without what is hidden, polls and what the profile drops."""
    unseen = hidden_below(page.top) | polls_below(page.top)
    for selector in profile.drop if profile else ():
        unseen |= {node.mem_id for node in page.tree.css(selector)}
    return list(with_heads_parted(blocks_of(page.top, unseen=unseen)))


def _is_label(block: Block) -> bool:
    """Return whether a line in a list of stories is the list's own label: «مطالب مرتبط»."""
    verdict = judge_line(block.text) if block.is_heading and not block.links else None
    return verdict is not None and verdict.action == "label"


class Apart:
    """Which elements stand apart from the article: by their names, or as items of lists.

    Once the `article` is known, no element around it stands apart, whatever its name, and neither
    do elements like these beside them. Nor does one with all the prose of the page, unless it is
    called comments: a page to print has that name around all of it. `held` counts the lines of
    prose in each element, by its `mem_id`.
    """

    def __init__(
        self,
        story_items: Collection[int],
        held: Mapping[int, int],
        article: Cluster | None = None,
    ) -> None:
        self._story_items = story_items
        self._held = held
        self._all = max(held.values(), default=0)
        around = [node for chain in article.chains for node in chain] if article else []
        self._trusted = {node.mem_id for node in around}
        self._trusted_kinds = {kind_of(node) for node in around}
        self._within = Within(self.is_apart)

    def is_apart(self, node: LexborNode) -> bool:
        """Return whether `node` itself stands apart from the article."""
        if node.mem_id in self._trusted:
            return False
        if node.tag == "form":  # for comments; but ASP.NET lays whole pages into one form
            return self._held.get(node.mem_id, 0) < _PAGE_FORM
        if node.mem_id in self._story_items or node.tag in NEVER_TEXT:
            return True
        if not names_apart(node) or kind_of(node) in self._trusted_kinds:
            return False
        return joins_no_text(node) or self._held.get(node.mem_id, 0) < max(self._all, 1)

    def is_within(self, node: LexborNode) -> bool:
        """Return whether `node`, or an element around it, stands apart from the article."""
        return self._within(node)
