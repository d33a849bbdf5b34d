"""From rules to fields: read a page by a layout."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.identity import news_code_of
from cleaners.layouts.around import authors_in, sections_near, texts_near
from cleaners.layouts.body import credits_of, read_body
from cleaners.layouts.dates import dates_at
from cleaners.layouts.heading import Heading
from cleaners.layouts.root import element_with_title, root_of, title_selectors
from cleaners.layouts.scope import Scope
from cleaners.layouts.site import bears
from cleaners.layouts.sources import value_at
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import take_repeated_lead
from cleaners.lines.credits import photographers
from cleaners.lines.facts import Place, facts_of
from cleaners.lines.newscode import labelled_code
from cleaners.markup.page import Page
from cleaners.markup.pictures import image_of, is_advertisement, stated_image
from cleaners.markup.sitenames import title_of_head, without_name_behind
from cleaners.markup.tree import is_within, up_to
from cleaners.persian.folding import fold
from cleaners.rules import Layout

__all__ = ["extract", "extract_head"]

# The only lines of a photo page may credit photographers.
_CREDITS: Final = 3
# At most this many elements of a field are looked at: real pages have a few, broken ones thousands.
_MOST_LEADS: Final = 12


def extract(page: Page, layout: Layout) -> Draft | None:
    """Read `page` by `layout`; None when the layout finds no body there.

    Raises:
        NotAnArticle: `not-found`, if the site itself says on the page that there is no article.
    """
    if layout.gone and page.tree.css_first(layout.gone) is not None:
        raise NotAnArticle("not-found", f"the page holds {layout.gone}")
    return _Reading(page, layout, root_of(page, layout)).draft()


def extract_head(page: Page, layout: Layout, body: LexborNode) -> Draft | None:
    """Read title, kicker and lead by `layout` around a body that was found without it.

    None if there is no title near the body: those farther away or below it belong to other stories.
    """
    root = element_with_title(page, layout, body)
    if root is None:
        return None
    reading = _Reading(page, layout, root, body)
    return reading.head() if reading.has_title_above() else None


class _Reading:
    """One page read by one layout; `root` is the element that holds the article with its title.

    `body` is the element with the paragraphs if it was found without the layout.
    """

    def __init__(
        self, page: Page, layout: Layout, root: LexborNode, body: LexborNode | None = None
    ) -> None:
        self.page = page
        self.layout = layout
        self.root = root
        self.scope = Scope(page, layout, root)
        self._known_body = body

    @cached_property
    def _body_element(self) -> LexborNode | None:
        return self._known_body or next(
            filter(None, map(self.root.css_first, self.layout.body)), None
        )

    def _own_text(self, field: str) -> str | None:
        """Return the first text of a field that does not belong to another story."""
        for source in self.layout.sources.get(field, ()):
            if source.kind != "css":
                if value := self.scope.first(source):
                    return value
                continue
            for node in islice(self.scope.nodes(source.key), _MOST_LEADS):
                if (value := value_at(node, source)) and not self._is_of_another(node):
                    if source.is_prose and judge_line(value, context="head"):
                        continue
                    if source.is_prose and not self._is_apart(node, value):
                        break
                    return value
        return None

    def _is_apart(self, node: LexborNode, text: str) -> bool:
        """Return whether the body is known, `node` is not in it, and it does not go on from `text`.

        A theme's excerpt is the beginning of the first paragraph.
        """
        body = self._body_element
        if body is None or is_within(node, {body.mem_id}, self.root):
            return False
        first, excerpt = fold((body.css_first("p") or body).text()), fold(text)
        return first == excerpt or not first.startswith(excerpt)

    def _is_of_another(self, node: LexborNode) -> bool:
        """Return whether `node` comes after the body, or is in a box inside it."""
        body = self._body_element
        if body is None:
            return False
        holders = {around.mem_id for around in up_to(body, self.root)}
        branch: LexborNode = node
        while (parent := branch.parent) is not None and parent.mem_id not in holders:
            branch = parent
        if parent is None or branch.mem_id in holders:
            return False
        if parent.mem_id == body.mem_id:
            boxes = (
                {box.mem_id for box in body.css(self.layout.drop)} if self.layout.drop else set()
            )
            return is_within(node, boxes, body)
        before = branch.prev
        while before is not None and before.mem_id not in holders:
            before = before.prev
        return before is not None

    def has_title_above(self) -> bool:
        """Return whether the title that the layout finds does not stand below the body."""
        first = self._title_inside
        return first is not None and not self._is_of_another(first)

    def head(self) -> Draft:
        """Return a draft with title, kicker, lead and authors."""
        layout = self.layout
        draft = Draft(layout.label)
        draft.title = self._title()
        if draft.title is None:
            draft.title = self._outside("title") or title_of_head(self.page)
        draft.lead = self._own_text("lead")
        if draft.lead is None and draft.title and self._heading is not None:
            draft.lead = self._heading.lead(draft.title, self._is_apart)
        draft.authors = self._photographers() if layout.photo_authors and self.is_photo else []
        if not draft.authors:
            draft.kicker = self._kicker()
            draft.authors = authors_in(self.scope)
        if not draft.authors and self._heading is not None:
            draft.authors = self._heading.authors()
        if draft.kicker and draft.title and fold(draft.kicker) == fold(draft.title):
            draft.kicker = None
        if draft.kicker and draft.lead and fold(draft.kicker) == fold(draft.lead):
            draft.lead = None
        return draft

    def _photographers(self) -> list[str]:
        """Return whom the first of the layout's places for photographers names."""
        found = (
            [name for text in self.scope.texts_at((source,)) for name in photographers(text)]
            for source in self.layout.photo_authors
        )
        return next(filter(None, found), [])

    @cached_property
    def _title_inside(self) -> LexborNode | None:
        """The element with the title, within the root."""
        return next(filter(None, map(self.root.css_first, title_selectors(self.layout))), None)

    @cached_property
    def _title_element(self) -> LexborNode | None:
        """The element with the title, which may stand outside of the root."""
        found = map(self.page.top.css_first, title_selectors(self.layout))
        return self._title_inside or next(filter(None, found), None)

    @cached_property
    def _heading(self) -> Heading | None:
        """What stands above the body, under names that the layout does not know."""
        body = self._body_element
        return Heading(self.scope, self._title_element, body) if body is not None else None

    def _title(self) -> str | None:
        """Return the first text among the title's sources that is not the site's name."""
        site = fold(self.page.meta("og:site_name") or "")
        for source in self.layout.sources.get("title", ()):
            value = self.scope.first(source)
            if value and source.kind == "meta":
                return without_name_behind(value, self.page)
            if value and not (site and fold(value) == site):
                return value
        return None

    def _kicker(self) -> str | None:
        """Return the kicker, unless it is a date, a code, an author or boilerplate."""
        text = self._own_text("kicker") or self._kicker_beside_title()
        is_other = text and (facts_of(text) or judge_line(text, context="above"))
        return None if is_other else text

    def _kicker_beside_title(self) -> str | None:
        """Return the kicker right above a title that stands outside of the article's element."""
        if self._title_inside is not None or (title := self._title_element) is None:
            return None
        above = title.prev
        while above is not None and above.is_empty_text_node:
            above = above.prev
        beside = self.scope.beyond(self.page.top)
        for source in self.layout.sources.get("kicker", ()) if above is not None else ():
            nodes = beside.nodes(source.key) if source.kind == "css" else ()
            if above is not None and any(node.mem_id == above.mem_id for node in nodes):
                return value_at(above, source) or None
        return None

    def draft(self) -> Draft | None:
        """Return the whole draft, or None where the layout finds no body."""
        draft = self.head()
        draft.images = self._images((draft.title, draft.lead))
        draft.news_code = self.scope.text("code")
        own_code = news_code_of(self.page.address)
        if draft.news_code is None and own_code is None:
            draft.news_code = self._outside("code") or self._labelled_code()
        draft.body = read_body(self.scope, draft)
        draft.images = draft.images or self._stated_images()
        if not draft.images and self._heading is not None:
            draft.images = self._heading.images((draft.title, draft.lead))
        if draft.body and len(draft.body) <= _CREDITS and draft.lead and self.is_photo:
            self._take_credits(draft)
        if not draft.body and not (draft.lead and (self.is_photo or self._is_video())):
            return None
        if not (draft.body or draft.authors or self._heading is None):
            draft.authors = self._heading.labelled_authors(draft.title or "")
        draft.authors = draft.authors or credits_of(draft)
        draft.lead = draft.lead or take_repeated_lead(draft.body)
        code = own_code or draft.news_code
        draft.published = dates_at(self.scope, "published", code)
        draft.modified = dates_at(self.scope, "modified", code)
        draft.section = sections_near(self.scope)
        if not draft.section and self._heading is not None:
            draft.section = self._heading.section()
        draft.tags = texts_near(self.scope, "tags")
        return draft

    def _take_credits(self, draft: Draft) -> None:
        """Make authors of lines on a photo page that all credit somebody: «عکاس: رضا کریمی»."""
        facts = [facts_of(line, Place.TEXT) for line in draft.body]
        names = [name for fact in facts if fact is not None for name in fact.authors]
        if all(fact is not None and fact.authors for fact in facts):
            draft.authors, draft.body = draft.authors or names, []

    @cached_property
    def is_photo(self) -> bool:
        """Whether this is a photo page; computed only when needed, as it searches the page."""
        return any(bears(self.page, mark) for mark in self.layout.photo)

    def _is_video(self) -> bool:
        return any(bears(self.page, mark) for mark in self.layout.video)

    def _labelled_code(self) -> str | None:
        """Return the news code that follows its label somewhere around the body."""
        around = self.root.text(separator=" ")
        if self._body_element is not None:
            around = around.replace(self._body_element.text(separator=" "), " ")
        return labelled_code(around)

    def _outside(self, field: str) -> str | None:
        """Return the first text of a field on the whole page, if the root does not have it."""
        return self.scope.beyond(self.page.top).text(field)

    def _images(self, head: Sequence[str | None]) -> list[Image]:
        """Return the pictures at the layout's selectors; `head` are title and lead."""
        found: dict[str, Image] = {}
        for source in self.layout.sources.get("images", ()):
            for node in self.scope.nodes(source.key) if source.kind != "meta" else ():
                if is_advertisement(node, self.page.address):
                    continue
                image = image_of(node, head)
                if image and image.url not in found:
                    found[image.url] = image
        return list(found.values())

    def _stated_images(self) -> list[Image]:
        """Return the picture in the first of the layout's metas that names one.

        For an article without pictures: elsewhere it is often another size of one in the text.
        """
        for source in self.layout.sources.get("images", ()):
            stated = self.page.meta(source.key) if source.kind == "meta" else None
            if image := stated_image(stated):
                return [image]
        return []
