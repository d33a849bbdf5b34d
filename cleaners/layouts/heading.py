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
from cleaners.layouts.sources import is_sentence
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import facts_of
from cleaners.lines.people import each_person, reads_as_name_of_person, without_role
from cleaners.links import is_own_address, leads_to_tag
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import any_called, is_called, names_apart
from cleaners.markup.pictures import image_of
from cleaners.markup.tree import elements_before, up_to, without_repetitions
from cleaners.markup.walking import blocks_of, field_text
from cleaners.persian.folding import fold
from cleaners.rules import usual_names

__all__ = ["Heading"]

# Real pages have some ten elements between title and body, at most this deep.
_MOST_BOXES: Final = 24
_DEEPEST: Final = 12
# What may be the card of another story.
_BOXES: Final = frozenset(("div", "section", "article", "li"))
# At most this many elements of a name are looked at.
_MOST_NAMED: Final = 4
_MOST_STEPS: Final = 6
# How many elements around a line are asked for their names.
_LEVELS: Final = 3
# A lead has at most so many paragraphs.
_MOST_PARAGRAPHS: Final = 3


class Heading:
    """The elements between a page's title and its body, and those above the title."""

    def __init__(self, scope: Scope, title: LexborNode | None, body: LexborNode) -> None:
        self.scope = scope
        self.body = body
        self.holders = {node.mem_id for node in up_to(title)} if title is not None else set()

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
            for box in islice(elements_before(around), _MOST_BOXES - len(boxes)):
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

        A place on the page, the page itself and a tag are no sections.
        """
        named = box.css_first(selector)
        links = without_repetitions(named.css("a[href]")) if named is not None else []
        if len(links) > _MOST_STEPS:
            return []
        hrefs = ((link, link.attributes["href"] or "") for link in links)
        own = self.scope.page.address or ""
        names = (
            field_text(link)
            for link, href in hrefs
            if not (leads_to_tag(href) or is_own_address(href, own))
        )
        return [name for name in names if name]

    def lead(self, title: str, is_apart: Callable[[LexborNode, str], bool]) -> str | None:
        """Return the prose between title and body that is called the lead, of a few paragraphs.

        Above a body without text, as of a photo page, any prose is. `is_apart` tells whether the
        body does not go on from a text, as it does from an excerpt.
        """
        if self._boxes[1] is None:
            return None
        found = [
            block
            for block in self._lines_below(title)
            if _may_be_lead(block)
            and (self._is_called_lead(block.node) or not self._has_text)
            and is_apart(block.node, block.text)
        ]
        if not found or len(found) > _MOST_PARAGRAPHS or len({b.place for b in found}) > 1:
            return None
        return " ".join(block.text for block in found)

    def _is_called_lead(self, node: LexborNode) -> bool:
        """Return whether an element, or one of those around it that are not the text's, is a lead.

        What nothing calls so is as often a notice, a caption, or the excerpt of another story.
        """
        around = islice(up_to(node), _LEVELS)
        return any_called((n for n in around if n.mem_id not in self._around_text), "lead")

    @cached_property
    def _has_text(self) -> bool:
        return bool(self.body.text(strip=True))

    @cached_property
    def _around_text(self) -> set[int]:
        return self.holders | {node.mem_id for node in up_to(self.body)}

    def _lines_below(self, title: str) -> Iterator[Block]:
        """Yield the lines between title and body, in order."""
        folded = fold(title)
        for box in reversed(self._below_title):
            if self._is_apart(box):
                continue
            blocks = blocks_of(box, unseen=self.scope.hidden, skip=self._is_apart)
            if box.mem_id in self.holders:
                at = next((i for i, b in enumerate(blocks) if fold(b.text) == folded), len(blocks))
                blocks = blocks[at + 1 :]
            yield from blocks

    def images(self, head: Sequence[str | None]) -> list[Image]:
        """Return the picture above the text of an AMP page; `head` are title and lead."""
        nodes = (node for box in self._below_title for node in box.css("amp-img"))
        # What is in a link is an advertisement, a logo, or another story's.
        own = (node for node in nodes if node.parent and node.parent.tag != "a")
        return [image for node in islice(own, 1) if (image := image_of(node, head))]

    def _is_apart(self, node: LexborNode) -> bool:
        """Return whether an element beside the title is no part of the article's text."""
        if node.mem_id in self.holders:
            return False
        is_card = node.tag in _BOXES and heads_another(node, self.scope.page.url)
        return is_card or names_apart(node)


def _people_in(text: str) -> list[str]:
    """Return whom a byline names: «عکاس: …», «… | خبرنگار گروه جامعه», «… و …»."""
    return list(filter(reads_as_name_of_person, each_person(without_role(text))))


def _may_be_lead(block: Block) -> bool:
    text = block.text
    if not is_sentence(text) or block.is_caption or 2 * block.linked > len(text):
        return False
    return judge_line(text, context="head") is None
