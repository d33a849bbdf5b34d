"""The running text of an unknown page: where it stands, and which of it is the article.

Prose gives itself away: long lines, few of their letters in links. What class names, story lists
and the page's end speak against is left out; what is left is grouped, and one group is the article.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.cards import other_stories
from cleaners.boxes.polls import polls_below
from cleaners.boxes.storyboxes import boxed_lines
from cleaners.boxes.storylists import may_announce
from cleaners.generic.bounds import MOST_NAMED, end_of_article, named_body
from cleaners.generic.clusters import Cluster, clusters_of, join_parts, kind_of
from cleaners.generic.group import article_of
from cleaners.generic.staccato import named_lines, staccato_lines
from cleaners.generic.titles import (
    find_title,
    heading_above,
    leads_elsewhere,
    line_above,
    only_heading,
)
from cleaners.layouts.sources import values_at
from cleaners.lines.boilerplate import is_publishers_note, judge_line
from cleaners.lines.facts import facts_of
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import (
    NEVER_TEXT,
    any_called,
    generic_data,
    joins_no_text,
    names_apart,
)
from cleaners.markup.hiding import hidden_below
from cleaners.markup.page import Page
from cleaners.markup.tree import Within, ancestors
from cleaners.markup.walking import blocks_of
from cleaners.persian.folding import fold
from cleaners.profile import SiteProfile
from cleaners.rules import Source

__all__ = ["Prose"]

# Lines above the text among which its header begins.
_HEADER: Final = 12
_HEADLINE_WORDS: Final = 5
# A form with so many lines of prose is a page, not a comment's.
_PAGE_FORM: Final = 3


class Prose:
    """The lines of a page, and which of them are the article.

    `blocks` are all lines; `title_at` the index of the title or None; `article` the group of
    prose that is the article, or None; `main` the element that holds it, and `is_named` whether
    the markup itself calls it the body; `end` the index from which on the page is comments or
    footer.
    """

    def __init__(self, page: Page, profile: SiteProfile | None = None) -> None:
        self.page = page
        self.profile = profile
        self._recurring = profile.folded_lines() if profile else frozenset()
        self.blocks = self._lines()
        self._chains: dict[int, list[LexborNode]] = {}
        self._items = other_stories(self.blocks, page)
        self._in_item = Within(lambda node: node.mem_id in self._items)
        self._in_no_text = Within(lambda node: node.tag in NEVER_TEXT)
        self._in_what_is_apart = Within(self.is_apart)
        self._trusted: set[int] = set()
        self._trusted_kinds: set[tuple[int, str | None, frozenset[str]]] = set()
        prose = self._running_text()
        self._held = Counter(node.mem_id for index in prose for node in self.chain(index))
        self.title_at = self._title(prose)
        self.end = end_of_article(self.blocks, prose, self.title_at)
        self.clusters: list[Cluster] = []
        self.article = self._article(prose)
        if self.article is not None:
            self._trust(self.article)
        if self.title_at is None:
            self.title_at = self._title_by_article()
        self.main: LexborNode | None = None
        self.is_named = False
        if self.article is not None:
            known = profile.body if profile else ()
            named = named_body(page, self.blocks, self.article, known)
            self.is_named = named is not None
            self.main = named or self.article.holder()
        key = self.main.mem_id if self.main is not None else None
        self._in_main = Within(lambda node: node.mem_id == key)

    # What the page shows

    def _lines(self) -> list[Block]:
        """Return the lines of the page without what is hidden, polls and what the profile drops."""
        unseen = hidden_below(self.page.top) | polls_below(self.page.top)
        for selector in self.profile.drop if self.profile else ():
            unseen |= {node.mem_id for node in self.page.tree.css(selector)}
        return blocks_of(self.page.top, unseen=unseen)

    def _running_text(self) -> list[int]:
        """Return the indexes of the lines that are prose; short ones where they make a text."""
        named = self.page.tree.css(", ".join(generic_data()["body"]["selectors"]))[:MOST_NAMED]
        short = staccato_lines(self.blocks) | named_lines(self.blocks, named)
        prose = [
            index
            for index, block in enumerate(self.blocks)
            if (block.is_prose or index in short) and not self._is_surely_no_text(index)
        ]
        # The rows of a table belong to the text around them, if there is any.
        return [index for index in prose if self.blocks[index].kind != "tr"] or prose

    def _title(self, prose: Sequence[int]) -> int | None:
        """Return the index of the title where profile, head or markup tell it."""
        at = self._title_by_profile()
        if at is None:
            at = find_title(self.page, self.blocks, self._is_no_title)
            if at is not None and prose and at > prose[-1]:
                at = None  # the site's name below the text
        return self._sole_headline() if at is None else at

    def _article(self, prose: Sequence[int]) -> Cluster | None:
        """Group the lines of prose, and return the group that is the article."""
        in_comments = Within(joins_no_text)
        comments = {index for index in prose if in_comments(self.blocks[index].node)}
        self.clusters = [
            cluster
            for part in self._parts(prose, comments)
            for cluster in clusters_of(self.blocks, part, [self.chain(index) for index in part])
        ]
        self.clusters.sort(key=lambda cluster: cluster.first)
        apart = {index for index in prose if self.is_left_out(index)}
        article = article_of(
            self.clusters, self.blocks, self.title_at, self.end, apart, comments, self.is_listed
        )
        if article is not None:
            self._join_parts(article, apart | comments)
        return article

    def _trust(self, article: Cluster) -> None:
        """Re-evaluate `is_apart`: no element around the article, nor its like, is set apart."""
        holders = [node for chain in article.chains for node in chain]
        self._trusted = {node.mem_id for node in holders}
        self._trusted_kinds = {kind_of(node) for node in holders}
        self._in_what_is_apart = Within(self.is_apart)

    def _title_by_article(self) -> int | None:
        """Return the index of the heading, or else the line, above the article."""
        if self.article is None:
            return only_heading(self.page, self.blocks)
        first = self.article.first
        at = heading_above(self.page, self.blocks, first, self.heads_a_list)
        return line_above(self.page, self.blocks, first, self._is_no_title) if at is None else at

    def chain(self, index: int) -> list[LexborNode]:
        """Return the elements around a line, its own first."""
        if index not in self._chains:
            node = self.blocks[index].node
            self._chains[index] = [node, *ancestors(node)]
        return self._chains[index]

    def is_apart(self, node: LexborNode) -> bool:
        """Return whether `node` stands apart from the article: by its name, or as a list's item.

        An element that holds the article does not, whatever its name, nor do its like beside it.
        """
        if node.mem_id in self._trusted:
            return False
        if node.tag == "form":  # for comments; but ASP.NET lays whole pages into one form
            return self._held[node.mem_id] < _PAGE_FORM
        if node.mem_id in self._items or node.tag in NEVER_TEXT:
            return True
        return names_apart(node) and kind_of(node) not in self._trusted_kinds

    def is_left_out(self, index: int) -> bool:
        """Return whether a line stands in an element that is apart from the article."""
        return self._in_what_is_apart(self.blocks[index].node)

    def is_listed(self, index: int) -> bool:
        """Return whether a line stands in an item of a list of other stories."""
        return self._in_item(self.blocks[index].node)

    def heads_a_list(self, index: int) -> bool:
        """Return whether a short line stands right above a list of stories, which it announces."""
        if self.blocks[index].kind == "tr":
            return False
        below = range(index + 1, min(index + 3, len(self.blocks)))
        listed = len(below) == 2 and all(self.is_listed(other) for other in below)
        return listed and may_announce(self.blocks[index].text)

    def found_by_profile(self, field: str) -> list[str]:
        """Return what stands where the profile says that a field is, such as `code` or `tags`."""
        for text in getattr(self.profile, field) if self.profile else ():
            if found := list(values_at(self.page, Source.parse(text), self.page.tree.css)):
                return found
        return []

    def recurs(self, index: int) -> bool:
        """Return whether a line stands on most pages of the site, as its profile knows."""
        return bool(self._recurring) and fold(self.blocks[index].text) in self._recurring

    def is_in_main(self, index: int) -> bool:
        """Return whether a line stands in the element that holds the article."""
        return self._in_main(self.blocks[index].node)

    def first_line_in(self, node: LexborNode) -> int | None:
        """Return the index of the first line that stands in an element."""
        return self._first_lines.get(node.mem_id)

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

    def article_range(self) -> range:
        """Return the indexes of the lines from the title, or the element's start, to the end."""
        if self.article is None:
            return range(0)
        start = self.title_at + 1 if self._title_leads() and self.title_at is not None else 0
        others = [c.first for c in self.clusters if c.first > self.article.last]
        stop = min([self.end if self.end > self.article.last else len(self.blocks), *others])
        return range(start, stop)

    @cached_property
    def boxed(self) -> frozenset[int]:
        """Return the indexes of the article's lines that stand in boxes of other stories."""
        lines = self.article_range()
        start = max(0, lines.start - _HEADER)
        title_at = self.title_at - start if self.title_at is not None else None
        own = self.page.address
        boxed = boxed_lines(self.blocks[start : lines.stop], own, title_at=title_at)
        return frozenset(start + at for at in boxed if start + at in lines)

    def _title_leads(self) -> bool:
        return (
            self.article is not None
            and self.title_at is not None
            and self.title_at < self.article.first
        )

    def _parts(self, prose: Sequence[int], comments: Container[int]) -> Iterator[list[int]]:
        """Split the lines of prose at the title, which may be a paragraph long, and at the end.

        What stands in an element that is called comments joins none of the other lines.
        """
        at = self.title_at if self.title_at is not None else -1
        for part in (range(at), range(at + 1, self.end), range(self.end, len(self.blocks))):
            for are_comments in (False, True):
                yield [i for i in prose if i in part and (i in comments) is are_comments]

    def _join_parts(self, article: Cluster, strange: Container[int]) -> None:
        """Join what stands in other parts of the article's text, below the title, to it."""
        start = self.title_at if self.title_at is not None else -1
        near = [
            cluster
            for cluster in self.clusters
            if cluster is article
            or (
                start < cluster.first
                and cluster.last < self.end
                and not any(index in strange for index in cluster.at)
            )
        ]
        joined = {id(cluster) for cluster in near} - {id(c) for c in join_parts(article, near)}
        self.clusters = [cluster for cluster in self.clusters if id(cluster) not in joined]

    def _is_surely_no_text(self, index: int) -> bool:
        """Return whether a line is none of the article's, whatever the class names say."""
        block = self.blocks[index]
        return (
            block.is_caption
            or self.recurs(index)
            or is_publishers_note(block.text)
            or self._in_item(block.node)
            or self._in_no_text(block.node)
            or judge_line(block.text) is not None
            or facts_of(block.text) is not None
        )

    def _sole_headline(self) -> int | None:
        """Return the page's only `<h1>` where it has as many words as headlines have."""
        at = only_heading(self.page, self.blocks)
        if at is None or self.blocks[at].text.count(" ") < _HEADLINE_WORDS - 1:
            return None
        return None if leads_elsewhere(self.blocks[at], self.page) or self._is_no_title(at) else at

    def _is_no_title(self, index: int) -> bool:
        if self.recurs(index) or self.is_listed(index):
            return True
        # Themes call the box of the title a widget, too: names speak against lines only, and what
        # is called a title is judged by what stands around it.
        block = self.blocks[index]
        around = block.node.parent if any_called(block.holders, "title") else block.node
        return not block.is_heading and around is not None and self._in_what_is_apart(around)

    def _title_by_profile(self) -> int | None:
        """Return the line of the element that holds the title on most pages of the site."""
        for selector in self.profile.title if self.profile else ():
            node = self.page.tree.css_first(selector)
            for index, block in enumerate(self.blocks):
                if node is not None and block.node.mem_id == node.mem_id:
                    return None if self.recurs(index) else index
        return None
