"""Explain an article: every line of its page, kept or dropped, with the field and the reason.

For whoever writes rules. `clean_html` knows nothing of it and pays nothing for it: what was done is
asked afterwards, of the same functions that did it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cleaners.article import Article
from cleaners.blocks import Block, blocks_of, hidden_below
from cleaners.body import is_label
from cleaners.boilerplate import judge_line
from cleaners.classnames import NEVER_TEXT, class_words, generic_data, names_apart, names_of
from cleaners.clean import clean_html, day_of
from cleaners.errors import NotAnArticle
from cleaners.page import Page, open_page
from cleaners.persian.folding import fold
from cleaners.prose import Prose, ancestors, is_publishers_note
from cleaners.rules import Layout
from cleaners.site import choose_layouts

__all__ = ["ExplainedLine", "Explanation", "explain_html"]


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of a page, and what became of it."""

    text: str
    """The line as the page has it, white space squeezed."""
    kind: str
    """Tag of the element that it stands in."""
    path: str
    """Where it stands: the elements around it with their ids and classes, the outermost first."""
    field: str | None
    """Field of the record that it went to: `title`, `body`, `tags` …; None for a dropped line."""
    rule: str
    """What decided: a layout and its selector, `boilerplate`, `generic` …"""
    reason: str
    """Why, in a sentence."""

    @property
    def kept(self) -> bool:
        """Whether the line is part of the article."""
        return self.field is not None


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a page became an article, or why it did not."""

    article: Article | None
    """The article as the page has it (not normalized), or None."""
    refusal: NotAnArticle | None
    """Why there is no article, or None."""
    layouts: list[str] = field(default_factory=list)
    """The layouts that were tried, in order, each with what spoke for it."""
    lines: list[ExplainedLine] = field(default_factory=list)
    """Every line of the page, in reading order."""


def explain_html(
    html: bytes | str,
    url: str | None = None,
    *,
    rules: bool = True,
    content_type: str | None = None,
    fetched_at: datetime | str | None = None,
) -> Explanation:
    """Tell of every line of a page whether it was kept, for which field and why.

    Takes what `clean_html` takes. A page that is no article is explained as far as it was read;
    one that cannot be parsed at all raises `NotAnArticle`, as there are no lines.
    """
    page = open_page(html, url, content_type=content_type)
    article, refusal = None, None
    try:
        article = clean_html(
            html,
            url,
            normalize=False,
            rules=rules,
            content_type=content_type,
            fetched_at=fetched_at,
        )
    except NotAnArticle as refused:
        refusal = refused
    choices = choose_layouts(page, day_of(fetched_at)) if rules else []
    label = article.extractor if article else ""
    layout = next((c.layout for c in choices if c.layout.label == label), None)
    lines = list(_Page(page, article, layout).lines())
    return Explanation(article, refusal, [choice.why for choice in choices], lines)


_FIELDS: Final = ("title", "kicker", "lead")
_LISTS: Final = ("section", "tags", "authors")


class _Page:
    """One page that is explained."""

    def __init__(self, page: Page, article: Article | None, layout: Layout | None) -> None:
        self.page = page
        self.article = article
        self.layout = layout
        self.label = article.extractor if article else "generic"
        self.prose = Prose(page)
        self.hidden = hidden_below(page.top)
        self.dropped: dict[int, str] = {}
        self.body: set[int] = set()
        if layout is not None:
            for selector in filter(None, layout.drop.split(", ")):
                for node in page.tree.css(selector):
                    self.dropped.setdefault(node.mem_id, selector)
            for selector in layout.body:
                self.body |= {node.mem_id for node in page.tree.css(selector)}

    def lines(self) -> Iterator[ExplainedLine]:
        """Yield every line of the page, hidden ones too."""
        blocks = blocks_of(self.page.top, unseen=set())
        chains = [[block.node, *ancestors(block.node)] for block in blocks]
        shown = [not any(node.mem_id in self.hidden for node in chain) for chain in chains]
        fields = self._fields(blocks, shown)
        for index, (block, chain) in enumerate(zip(blocks, chains, strict=True)):
            keys = [node.mem_id for node in chain]
            field = fields.get(index)
            if not shown[index]:
                rule, reason = "hidden", "the element is never shown"
            elif field:
                rule, reason = self.label, f"it is the {field}"
            else:
                rule, reason = self._why_dropped(block, keys)
            path = " > ".join(_name(node) for node in reversed(chain))
            yield ExplainedLine(block.text, block.kind, path, field, rule, reason)

    def _fields(self, blocks: list[Block], shown: list[bool]) -> dict[int, str]:
        """Return index → field of the lines that went to one.

        What stands in several places, such as the title, counts where it is nearest to the text.
        """
        article = self.article
        if article is None:
            return {}
        folded = [fold(block.text) if ok else "" for block, ok in zip(blocks, shown, strict=True)]
        paragraphs = [text for text in map(fold, article.body) if text]
        found: dict[int, str] = {}
        for index, line in enumerate(folded):
            # An end mark or a copy of the title may have been taken off the paragraph.
            if line and any(text in line and 2 * len(text) > len(line) for text in paragraphs):
                found[index] = "body"
        first = min(found, default=0)
        told = [(name, getattr(article, name)) for name in _FIELDS]
        told += [(name, value) for name in _LISTS for value in getattr(article, name)]
        for name, value in told:
            places = [i for i, line in enumerate(folded) if value and line == fold(value)]
            if places:
                found[min(places, key=lambda place: abs(place - first))] = name
        for name, value, longest in (
            ("published_at", article.published_raw, 80),
            ("news_code", article.news_code, 40),
        ):
            for index, line in enumerate(folded):
                if value and fold(value) in line and len(line) < longest:
                    found.setdefault(index, name)
        return found

    # Why a line was dropped: each returns (rule, reason) or None.

    def _by_layout(self, block: Block, keys: list[int]) -> tuple[str, str] | None:
        if self.layout is None:
            return None
        selector = next((self.dropped[key] for key in keys if key in self.dropped), None)
        if selector is None or not any(key in self.body for key in keys):
            return None
        return f"{self.layout.label} drop", f"it stands in {selector}"

    def _why_dropped(self, block: Block, keys: list[int]) -> tuple[str, str]:
        steps: tuple[Callable[[Block, list[int]], tuple[str, str] | None], ...] = (
            self._by_layout,
            self._as_boilerplate,
            self._as_repetition,
            self._by_place,
        )
        for step in steps:
            if found := step(block, keys):
                return found
        return self.label, "it is no line of the article"

    def _as_boilerplate(self, block: Block, keys: list[int]) -> tuple[str, str] | None:
        verdict = judge_line(block.text)
        if verdict is not None:
            return f"boilerplate {verdict.action}", verdict.reason
        if is_label(block):
            return "boilerplate label", "it heads a box of links"
        if is_publishers_note(block.text):
            return "boilerplate", "the publisher's own note"
        if block.kind in ("figcaption", "caption"):
            return "caption", "captions belong to the pictures"
        return None

    def _as_repetition(self, block: Block, keys: list[int]) -> tuple[str, str] | None:
        if self.article is None:
            return None
        for name in _FIELDS:
            value = getattr(self.article, name)
            if value and fold(value) == fold(block.text):
                return "copies", f"it repeats the {name}"
        return None

    def _by_place(self, block: Block, keys: list[int]) -> tuple[str, str] | None:
        if self.layout is not None:
            if not any(key in self.body for key in keys):
                return self.layout.label, f"it stands outside of {' | '.join(self.layout.body)}"
            if block.is_only_links:
                return "links", "it is only a link to another story"
            return None
        index = next((i for i, b in enumerate(self.prose.blocks) if b.node.mem_id == keys[0]), None)
        if index is None:
            return None
        return self._by_prose(index)

    def _by_prose(self, index: int) -> tuple[str, str] | None:
        """Tell why the generic way left a line out."""
        prose = self.prose
        if prose.is_listed(index):
            return "generic", "it is an item of a list of other stories"
        for node in prose.chain(index):
            if node.tag in NEVER_TEXT:
                return "generic", f"it stands in <{node.tag}>"
            if names_apart(node) and prose.is_apart(node):
                words = class_words(names_of(node)) & set(generic_data()["apart"]["words"])
                return "generic", f"its element is called {', '.join(sorted(words))}"
        if prose.article is None:
            return "generic", "the page has no running text"
        if index >= prose.end:
            return "generic", f"it stands below «{prose.blocks[prose.end].text[:40]}»"
        if index in prose.strangers():
            return "generic", "it is running text that stands apart from the article's"
        if not prose.is_in_main(index):
            return "generic", "it stands outside of the article's element"
        if index not in prose.article_range():
            return "generic", "it stands above the title"
        return "generic", "a short or linked line that trafilatura does not take for text"


def _name(node: object) -> str:
    """Return `div#main.news.body` for an element."""
    tag = getattr(node, "tag", "")
    attributes = getattr(node, "attributes", {})
    identity = f"#{attributes['id']}" if attributes.get("id") else ""
    classes = "".join(f".{name}" for name in (attributes.get("class") or "").split()[:3])
    return f"{tag}{identity}{classes}"
