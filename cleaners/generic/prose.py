"""The running text of an unknown page: where it stands, and which of it is the article.

Prose gives itself away: long lines, with few of their letters in links. Lines in menus, lists of
stories and the page's end are left out; the rest is grouped, and one group is the article.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.storyboxes import boxed_lines
from cleaners.generic.bounds import end_of_article, named_body
from cleaners.generic.clusters import Cluster, clusters_of, join_parts, kind_of
from cleaners.generic.group import Signs, article_of
from cleaners.generic.mastheads import title_below_menu
from cleaners.generic.pagelines import Apart, PageLines
from cleaners.generic.parts import parts_below, sentences_beside
from cleaners.generic.titles import (
    find_title,
    heading_above,
    leads_elsewhere,
    line_above,
    only_heading,
)
from cleaners.generic.widgets import subject_of_label, subjects_of
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import any_called, joins_no_text
from cleaners.markup.page import Page
from cleaners.markup.tree import Within
from cleaners.profile import SiteProfile

__all__ = ["Prose"]

# The header of a text begins among this many lines above it.
_HEADER: Final = 12
_HEADLINE_WORDS: Final = 5
# A photo page has at most so many lines of text.
_CAPTION_LINES: Final = 1
# A lead stands above at least two lines of text.
_ENOUGH: Final = 3
# A box among the paragraphs has at most this many lines below its first prose.
_BOX: Final = 8


class Prose(PageLines):
    """The lines of a page, and which of them are the article.

    `title_at` is the index of the title or None; `article` the group of prose that is the article,
    or None; `main` the element that holds it, `parts` others beside it with more of it, and
    `is_named` whether the markup itself calls that element the body; `end` the index of the line
    where comments or footer begin.
    """

    def __init__(self, page: Page, profile: SiteProfile | None = None) -> None:
        super().__init__(page, profile)
        prose = self.running_text()
        headings = (at for at, block in enumerate(self.blocks) if block.kind == "h1")
        # What holds the headings of a page without prose is no box, either.
        held = Counter(node.mem_id for at in prose or headings for node in self.chain(at))
        self._apart = Apart(self.story_items, held)
        # Each of these rests on those before it.
        self.title_at = self._title(prose)
        self.end = end_of_article(self.blocks, prose, self.title_at)
        self.clusters, self.article = self._grouped(prose)
        self._apart = Apart(self.story_items, held, self.article)
        if self.title_at is None:
            self.title_at = self._title_by_article()
        self.title_at = self._title_below_menu(self.title_at)
        self._find_main()

    @property
    def known_article(self) -> Cluster:
        """The article, on a page that is known to have one."""
        assert self.article is not None
        return self.article

    @property
    def is_photo_page(self) -> bool:
        """Whether the page has hardly any text."""
        return self.article is None or len(self.article.at) <= _CAPTION_LINES

    def leave_out_lead(self, lead: str | None) -> None:
        """Take the lead for no line of the article, where it stands above the element of the rest.

        Date and author may stand between them.
        """
        article = self.known_article
        if len(article.at) < _ENOUGH or self.blocks[article.first].text != lead:
            return
        rest = Cluster(article.at[1:], article.chains[1:], article.letters)
        if rest.holder().mem_id != article.holder().mem_id:
            self.article = rest
            self._find_main()

    def _find_main(self) -> None:
        self.main, self.is_named = self._element_of_article()
        key = self.main.mem_id if self.main is not None else None
        self.parts = frozenset[int]()
        if self.main is not None and self.title_at is not None and not self.is_named:
            article = self.known_article
            below = range(article.last + 1, self.end)
            self.parts = parts_below(self, self.main, article, below, self.title_at)
            if len(article.at) == 1:
                lines = range(self.title_at + 1, self.end)
                self.parts |= sentences_beside(self, self.main, lines)
        self._in_main = Within(lambda node: node.mem_id == key or node.mem_id in self.parts)

    def is_apart(self, node: LexborNode) -> bool:
        """Return whether `node` stands apart from the article: by its name, or as a list's item."""
        return self._apart.is_apart(node)

    def is_left_out(self, index: int) -> bool:
        """Return whether a line stands in an element that is apart from the article."""
        return self._apart.is_within(self.blocks[index].node)

    def is_in_main(self, index: int) -> bool:
        """Return whether a line stands in the element that holds the article."""
        return self._in_main(self.blocks[index].node)

    @cached_property
    def around(self) -> frozenset[int]:
        """The `mem_id` of every element around the title or the first line of the article."""
        first = self.article.chains[0] if self.article is not None else []
        title = self.chain(self.title_at) if self.title_at is not None else []
        return frozenset(node.mem_id for node in (*first, *title))

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The subjects of widgets that title, lead, headings or text are about, too."""
        article = self.known_article
        start = self.title_at if self.title_at is not None else article.first
        head = (self.blocks[at] for at in range(start, article.last + 1))
        told = [
            block.text
            for block in head
            if (block.is_heading or block.kind == "p" or any_called(block.holders, "lead"))
            and subject_of_label(block.text) is None
        ]
        title = self.blocks[start].text
        return subjects_of([title, *told, *(self.blocks[at].text for at in article.at)])

    def text_range(self) -> range:
        """Return the indexes from the article's first line of prose to its last."""
        article = self.article
        return range(article.first, article.last + 1) if article is not None else range(0)

    def article_range(self) -> range:
        """Return the indexes of the lines from the title, or the element's start, to the end."""
        if self.article is None:
            return range(0)
        at = self.title_at
        start = at + 1 if at is not None and at < self.article.first else 0
        others = [c.first for c in self.clusters if c.first > self.article.last]
        while others and (below := self._paragraph_below_box(others[0])) is not None:
            others = [first for first in others if first > below]
        stop = min([self.end if self.end > self.article.last else len(self.blocks), *others])
        return range(start, stop)

    def _paragraph_below_box(self, first: int) -> int | None:
        """Return the paragraph of the article below a box that is named apart, if there is one.

        `first` is the index of the box's first prose.
        """
        if not self.is_left_out(first) or joins_no_text(self.blocks[first].node):
            return None
        kinds = {self._kind_of_line(self.blocks[at]) for at in self.known_article.at}
        below = range(first + 1, min(first + 1 + _BOX, self.end))
        paragraphs = (at for at in below if self._kind_of_line(self.blocks[at]) in kinds)
        return next((a for a in paragraphs if not (self.is_left_out(a) or self.is_listed(a))), None)

    def _kind_of_line(self, block: Block) -> tuple[str, object]:
        parent = block.node.parent
        return block.kind, kind_of(parent) if parent is not None else None

    @cached_property
    def boxed(self) -> frozenset[int]:
        """The indexes of the article's lines that stand in boxes of other stories."""
        lines = self.article_range()
        start = max(0, lines.start - _HEADER)
        title_at = self.title_at - start if self.title_at is not None else None
        own = self.page.address
        boxed = boxed_lines(self.blocks[start : lines.stop], own, title_at=title_at)
        return frozenset(start + at for at in boxed if start + at in lines)

    # The title

    def _title(self, prose: Sequence[int]) -> int | None:
        """Return the index of the title, if profile, head or markup identify it."""
        at = self.title_by_profile()
        if at is None:
            at = find_title(self.page, self.blocks, self._is_no_title)
            if at is not None and prose and at > prose[-1]:
                at = None  # the site's name below the text
        return self._sole_headline() if at is None else at

    def _sole_headline(self) -> int | None:
        """Return the page's only `<h1>` if it has as many words as headlines have."""
        at = only_heading(self.page, self.blocks)
        if at is None or self.blocks[at].text.count(" ") < _HEADLINE_WORDS - 1:
            return None
        return None if leads_elsewhere(self.blocks[at], self.page) or self._is_no_title(at) else at

    def _title_by_article(self) -> int | None:
        """Return the index of the heading, or else the line, above the article."""
        if self.article is None:
            return only_heading(self.page, self.blocks)
        first = self.article.first
        at = heading_above(self.page, self.blocks, first, self.heads_a_list)
        return line_above(self.page, self.blocks, first, self._is_no_title) if at is None else at

    def _title_below_menu(self, at: int | None) -> int | None:
        """Return the title below the menu if the line at an index is the site's name above it."""
        if at is None or self.article is None or at > self.article.first:
            return at
        below = title_below_menu(
            self.page, self.blocks, at, self.article.first, self.heads_a_list, self._is_no_title
        )
        return at if below is None else below

    def _is_no_title(self, index: int) -> bool:
        """Return whether a line cannot be the title, judging by where it stands."""
        if self.recurs(index) or self.is_listed(index):
            return True
        # Themes call the box of the title a widget, too: names count only against lines that are
        # not headings, and a line that is called a title is judged by what stands around it.
        block = self.blocks[index]
        around = block.node.parent if any_called(block.holders, "title") else block.node
        return not block.is_heading and around is not None and self._apart.is_within(around)

    # The article

    def _grouped(self, prose: Sequence[int]) -> tuple[list[Cluster], Cluster | None]:
        """Group the lines of prose; return the groups and the one that is the article."""
        in_comments = Within(joins_no_text)
        comments = {index for index in prose if in_comments(self.blocks[index].node)}
        apart = {index for index in prose if self.is_left_out(index)}
        clusters = [
            cluster
            for part in self._parts(prose, comments)
            for cluster in clusters_of(self.blocks, part, [self.chain(index) for index in part])
        ]
        clusters.sort(key=lambda cluster: cluster.first)
        signs = Signs(
            self.blocks, self.title_at, self.end, apart, self.named, comments, self.is_listed
        )
        article = article_of(clusters, signs)
        if article is not None:
            clusters = self._with_parts_joined(clusters, article, apart | comments)
        return clusters, article

    def _parts(self, prose: Sequence[int], comments: Container[int]) -> Iterator[list[int]]:
        """Split the lines of prose at the title, which may be a paragraph long, and at the end.

        Lines in elements that are called comments are kept apart from the others.
        """
        at = self.title_at if self.title_at is not None else -1
        for part in (range(at), range(at + 1, self.end), range(self.end, len(self.blocks))):
            for are_comments in (False, True):
                yield [i for i in prose if i in part and (i in comments) is are_comments]

    def _with_parts_joined(
        self, clusters: list[Cluster], article: Cluster, strange: Collection[int]
    ) -> list[Cluster]:
        """Join other parts of its text, below the title, to the article; return what is left.

        What is in a box with a line of `strange` is never joined.
        """
        start = self.title_at if self.title_at is not None else -1
        own = {node.mem_id for chain in article.chains for node in chain}
        boxes = {node.mem_id for index in strange for node in self.chain(index)} - own
        near = [
            cluster
            for cluster in clusters
            if cluster is article
            or (
                start < cluster.first
                and cluster.last < self.end
                and not any(node.mem_id in boxes for chain in cluster.chains for node in chain)
            )
        ]
        joined = {id(cluster) for cluster in near} - {id(c) for c in join_parts(article, near)}
        return [cluster for cluster in clusters if id(cluster) not in joined]

    def _element_of_article(self) -> tuple[LexborNode | None, bool]:
        """Return the element that holds the article, and whether the markup calls it the body."""
        if self.article is None:
            return None, False
        known = self.profile.body if self.profile else ()
        named = named_body(self.page, self.blocks, self.article, known)
        return named or self.article.holder(), named is not None
