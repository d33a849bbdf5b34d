"""What is told of a line: where it stands on the page, what became of it, and why."""

from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["REASONS", "Element", "ExplainedLine"]

#: What each code of a reason means, as a sentence; `{detail}` is the line's own `detail`.
REASONS: Final[dict[str, str]] = {
    "kept": "it is the {detail}",
    "hidden": "the element is never shown",
    "outside": "it stands outside of {detail}",
    "dropped-element": "it stands in {detail}",
    "boilerplate": "{detail}",
    "box-heading": "it heads a box of links",
    "publishers-note": "the publisher's own note",
    "caption": "captions belong to the pictures",
    "repeated": "it repeats the {detail}",
    "link": "it is only a link to another story",
    "poll": "it stands in a poll",
    "story-list": "it is an item of a list of other stories",
    "story-box": "it stands in a box of another story",
    "never-text": "it stands in <{detail}>",
    "named-apart": "its element is called {detail}",
    "recurring": "the profile of the site knows it from most of its pages",
    "no-prose": "the page has no running text",
    "below-the-end": "it stands below «{detail}»",
    "stranger": "it is running text that stands apart from the article's",
    "outside-main": "it stands outside of the article's element",
    "above-the-title": "it stands above the title",
    "not-taken": "a short or linked line that trafilatura does not take for text",
    "other": "it is not a line of the article",
}


class Element(NamedTuple):
    """An element of the page."""

    number: int
    """Counted on the page: two lines in the same element have the same number."""
    name: str
    """Tag, id and first classes as a selector: `div#main.news.body`."""


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of a page, and what became of it."""

    text: str
    """The line as the page has it, white space squeezed."""
    kind: str
    """Tag of the element that holds it."""
    elements: tuple[Element, ...]
    """The elements around it, the outermost first, its own last."""
    field: str | None
    """Field of the record that it went to: `title`, `body`, `tags` …; None for a dropped line."""
    item: int | None
    """Which paragraph, tag … of the field's list it went to, from 0; None for other fields."""
    rule: str
    """What decided about it: a layout, `boilerplate drop`, `generic` …"""
    code: str
    """The reason in a word, for programs to count by: one of `REASONS`."""
    detail: str
    """What the reason refers to: a selector, a kind of boilerplate, a field; may be empty."""

    @property
    def kept(self) -> bool:
        """Whether the line is part of the article."""
        return self.field is not None

    @property
    def path(self) -> str:
        """Where it is: the names of the elements around it, the outermost first."""
        return " > ".join(element.name for element in self.elements)

    @property
    def reason(self) -> str:
        """Why it was kept or dropped, as a sentence, which names one of several selectors."""
        first, *others = self.detail.split(" | ") if self.code == "outside" else [self.detail]
        plural = "s" if len(others) > 1 else ""
        more = f" (and {len(others)} more selector{plural})" if others else ""
        return REASONS[self.code].format(detail=first + more)
