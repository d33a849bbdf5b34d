"""What stands above an article's text under names that its layout does not know.

Asked only for fields that the layout's own names do not give, and only about the few elements that
stand before the body: looking through the whole article would take as long as reading it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.layouts.around import heads_another, is_of_another
from cleaners.layouts.scope import Scope
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.people import each_person, reads_as_name_of_person, without_role
from cleaners.lines.sections import is_front_page, step_name
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.sharedwords import shared_words, speaks_to_reader
from cleaners.links import is_own_address, leads_to_tag
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import any_called, is_called, names_apart
from cleaners.markup.pictures import image_of
from cleaners.markup.tree import up_to, without_repetitions
from cleaners.markup.walking import blocks_of, field_text
from cleaners.persian.folding import fold
from cleaners.rules import usual_names

__all__ = ["Heading"]

# Real pages have some ten elements between title and body, at most this deep.
_MOST_BOXES: Final = 24
_DEEPEST: Final = 12
_SILENT: Final = frozenset(("script", "style", "link", "meta", "noscript", "br", "hr"))
_NO_TEXT: Final = frozenset(("img", "picture", "figure", "amp-img", "time", "a", "button", "input"))
# What may be the card of another story.
_BOXES: Final = frozenset(("div", "section", "article", "li"))
# At most this many elements of a name are looked at.
_MOST_NAMED: Final = 4
_LONGEST_BYLINE: Final = 80
_MOST_STEPS: Final = 6
_LONGEST_STEP: Final = 40
# How many elements around a line are asked for their names.
_LEVELS: Final = 3
# A lead is a sentence of at least this many letters, and of at most so many paragraphs.
_SHORTEST_LEAD: Final = 40
_MOST_PARAGRAPHS: Final = 3
# A lead that nothing calls one shares so many words with the title and the first paragraph: of the
# advertisements and notices that stand there, the name of the town is one.
_FEWEST_SHARED: Final = 3
_CUT_OFF: Final = ("…", "...", "…]", "...]")


class Heading:
    """The elements between a page's title and its body, and those above the title."""

    def __init__(self, scope: Scope, title: LexborNode | None, body: LexborNode) -> None:
        self.scope = scope
        self.body = body
        holders = {node.mem_id for node in up_to(title)} if title is not None else set()
        # A title in the body or below it tells nothing.
        self.holders: set[int] = set() if body.mem_id in holders else holders

    @cached_property
    def _boxes(self) -> tuple[list[LexborNode], int | None]:
        """The elements before the body, nearest first, and which of them has the title.

        If the article's own element does not have it, those up to the title count, too.
        """
        boxes: list[LexborNode] = []
        titled: int | None = None
        inside = -1
        for around in islice(up_to(self.body), _DEEPEST):
            if around.mem_id == self.scope.root.mem_id:
                inside = len(boxes)
            if around.tag == "body" or (inside >= 0 and (titled is not None or not self.holders)):
                break
            for box in islice(_before(around), _MOST_BOXES - len(boxes)):
                if box.mem_id in self.holders:
                    titled = len(boxes)
                if box.mem_id not in self.scope.hidden:
                    boxes.append(box)
        return (boxes[:inside] if titled is None and inside >= 0 else boxes), titled

    @cached_property
    def _below_title(self) -> list[LexborNode]:
        boxes, titled = self._boxes
        return boxes if titled is None else boxes[: titled + 1]

    def authors(self) -> list[str]:
        """Return the people in an element that is called the author, if there is only one."""
        for box in self._below_title:
            names = [
                name
                for node in islice(box.css(usual_names("authors")), _MOST_NAMED)
                if is_called(node, "author")
                and not is_called(node, "no_author")
                and not names_apart(node)
                and not is_of_another(node, self.scope, self._around_text)
                and (name := _people_in(field_text(node)))
            ]
            if names:
                return names[0] if all(name == names[0] for name in names) else []
        return []

    def labelled_authors(self, title: str) -> list[str]:
        """Return the people whom a line below the title names: «عکاس: …» of a photo page."""
        lines = (facts_of(block.spaced) for block in self._lines_below(title))
        return next((facts.authors for facts in lines if facts and facts.authors), [])

    def section(self) -> list[str]:
        """Return the steps of an element that is called a breadcrumb."""
        boxes, _ = self._boxes
        named = usual_names("section")
        return next((found for box in boxes if (found := self._steps(box, named))), [])

    def _steps(self, box: LexborNode, selector: str) -> list[str]:
        """Return the names of sections in the links of a path, if these are few.

        A place on the page, the page itself, a tag and the front page are no sections.
        """
        named = box.css_first(selector)
        links = without_repetitions(named.css("a[href]")) if named is not None else []
        if len(links) > _MOST_STEPS:
            return []
        own = self.scope.page.address or ""
        steps = []
        for link in links:
            href, name = link.attributes["href"] or "", field_text(link)
            if "#" in href or leads_to_tag(href) or is_own_address(href, own):
                continue
            if name and not is_front_page(step_name(name)):
                steps.append(name)
        return steps if all(len(name) <= _LONGEST_STEP for name in steps[:-1]) else []

    def lead(self, title: str, is_apart: Callable[[LexborNode, str], bool]) -> str | None:
        """Return the prose between title and body, if it is one text of a few paragraphs.

        `is_apart` tells whether the body does not go on from a text, as it does from an excerpt.
        """
        if self._boxes[1] is None:
            return None
        found = [
            block
            for block in self._lines_below(title)
            if _may_be_lead(block)
            and not self._is_beside_picture(block)
            and is_apart(block.node, block.text)
        ]
        if not found or len(found) > _MOST_PARAGRAPHS or len({b.place for b in found}) > 1:
            return None
        text = " ".join(block.text for block in found)
        first = fold(self._opening.text())
        if fold(text) != first and fold(text) in fold(self.body.text()):
            return None  # a quotation from the text
        if self._is_called(found[0], "lead") or not first:
            return text
        return None if self._is_strange(found[0], text, title) else text

    def _is_called(self, block: Block, field: str) -> bool:
        """Return whether the element of a line, or one of its own around it, is called a field."""
        around = islice(up_to(block.node), _LEVELS)
        return any_called((n for n in around if n.mem_id not in self._around_text), field)

    def _is_strange(self, block: Block, text: str, title: str) -> bool:
        """Return whether a line that nothing calls the lead may be a notice or another story's."""
        parent, above = block.node.parent, next(_before(block.node), None)
        beside = above if parent is None or parent.mem_id in self._around_text else parent
        if beside is not None and beside.css_first("a[href]") is not None:
            return True
        if self._is_called(block, "author") or judge_line(text.partition(":")[0]):
            return True
        if above is not None and above.tag in _BOXES and above.css_first("img") is not None:
            return True  # its caption
        known = f"{title} {self._opening.text(separator=' ')}"
        return speaks_to_reader(text) or shared_words(text, known) < _FEWEST_SHARED

    def _is_beside_picture(self, block: Block) -> bool:
        """Return whether a line shares an element with a picture, of which it is the caption."""
        parent = block.node.parent
        if parent is None or parent.mem_id in self._around_text:
            return False
        return parent.css_first("img, amp-img") is not None

    @cached_property
    def _opening(self) -> LexborNode:
        """The first paragraph of the text."""
        return self.body.css_first("p") or self.body

    @cached_property
    def _around_text(self) -> set[int]:
        return self.holders | {node.mem_id for node in up_to(self.body)}

    def _lines_below(self, title: str) -> Iterator[Block]:
        """Yield the lines between title and body, in order."""
        folded = fold(title)
        for box in reversed(self._below_title):
            if box.tag in _NO_TEXT or self._is_apart(box):
                continue
            blocks = blocks_of(box, unseen=self.scope.hidden, skip=self._is_apart)
            if box.mem_id in self.holders:
                at = next((i for i, b in enumerate(blocks) if fold(b.text) == folded), len(blocks))
                blocks = blocks[at + 1 :]
            yield from blocks

    def images(self, head: Sequence[str | None]) -> list[Image]:
        """Return the picture above the text of an AMP page; `head` are title and lead."""
        nodes = (node for box in self._below_title for node in box.css("amp-img"))
        apart = (node for node in nodes if node.parent and not self._is_apart(node.parent))
        return [image for node in islice(apart, 1) if (image := image_of(node, head))]

    def _is_apart(self, node: LexborNode) -> bool:
        """Return whether an element beside the title is no part of the article's text."""
        if node.mem_id in self.holders:
            return False
        if names_apart(node) or is_called(node, "author_box") or is_called(node, "date"):
            return True
        return node.tag in _BOXES and heads_another(node, self.scope.page.url)


def _before(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements before `node` that have the same parent, nearest first."""
    box = node.prev
    while box is not None:
        if box.tag and box.tag[0] not in "-_!" and box.tag not in _SILENT:
            yield box
        box = box.prev


def _people_in(text: str) -> list[str]:
    """Return whom a byline names: «عکاس: …», «… | خبرنگار گروه جامعه», «… و …»."""
    if len(text) > _LONGEST_BYLINE:
        return []
    return list(filter(reads_as_name_of_person, each_person(without_role(text))))


def _may_be_lead(block: Block) -> bool:
    text = block.text
    if len(text) < _SHORTEST_LEAD or not ends_sentence(text) or text.endswith(_CUT_OFF):
        return False
    if block.is_caption or 2 * block.linked > len(text):
        return False
    return judge_line(text, context="head") is None and judge_line(text) is None
