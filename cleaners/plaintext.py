"""Extract an article from flattened text: what is left of a page when its markup is gone.

Only lines remain. Those above the body are recognised by their shape (`flattened.head`), the body
by how news begins (`به گزارش …`, a dateline), and the rest by what is never article text.
"""

from typing import Final

from cleaners.agency import agency_named
from cleaners.article import Article
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.finish import finish
from cleaners.flattened.body import read_body
from cleaners.flattened.bounds import begin_of, first_text, listed_stories
from cleaners.flattened.glued import judge_glued_headlines
from cleaners.flattened.head import TextHead
from cleaners.flattened.headlines import is_foreign
from cleaners.flattened.lead import (
    drop_doubled_lead,
    is_below_copy,
    is_dotted_title,
    lead_marker,
    take_lead,
)
from cleaners.flattened.lines import lines_of, without_list_marks
from cleaners.flattened.lists import mark_cells
from cleaners.flattened.menus import judge_networks, without_menus
from cleaners.flattened.people import (
    is_bare_name,
    is_one_name,
    taken_reporter,
)
from cleaners.flattened.shapes import STRAY_MARKS, is_headline, opens_body
from cleaners.flattened.wrapped import unwrapped
from cleaners.lines.attribution import agency_in
from cleaners.lines.copies import is_attributed, is_beginning, without_copies
from cleaners.lines.facts import LineFacts
from cleaners.lines.sitenames import reads_as_name
from cleaners.persian.characters import well_formed
from cleaners.persian.folding import fold
from cleaners.persian.paragraphs import repair_paragraphs
from cleaners.verdict import refuse_foreign, refuse_what_says_not_found

__all__ = ["clean_text", "read_text"]

_EXTRACTOR: Final = "plaintext/1"
# Longest text that is read, in characters. The longest articles found have some 60,000.
_LARGEST: Final = 5_000_000
# Fewest letters of a text; no news is shorter.
_LEAST: Final = 20
# A body with fewer characters may be what a site says of a missing page, with a sentence or two of
# help.
_SHORT_BODY: Final = 200
# Buttons that only photo reports have.
_PHOTO_BUTTONS: Final = frozenset(map(fold, ("دریافت تصاویر", "دریافت آرشیو مجموعه")))
# A site's name stands on a line of fewer characters.
_LONGEST_LABEL: Final = 80
# The title may be repeated, as a caption, among this many lines, counted from the first sentence.
_COPIES_BELOW: Final = 6
# The title's words are looked for in the first characters, this many, of each of these lines.
_LONGEST_OPENING: Final = 1000


def clean_text(text: str, *, agency: str | None = None, normalize: bool = True) -> Article:
    """Extract the article from flattened `text`, as found in a corpus or a careless pipeline.

    `agency` is the agency's key, or a host of its site, if the caller knows it; otherwise it is
    found in the text, or it is `unknown`. With `normalize=False` white space is squeezed and
    nothing else is changed. The title is always taken from the text.

    Raises:
        NotAnArticle: `empty`, `not-persian`, `not-found`, `too-large`, or `listing` for a text of
            several stories, each with a news code.
        ValueError: `agency` is neither a key nor a host.
        TypeError: `text` is not a string.
    """
    return read_text(text, agency=agency, normalize=normalize)


def read_text(
    text: str, *, agency: str | None = None, likely: str | None = None, normalize: bool = True
) -> Article:
    """Extract the article as `clean_text` does; `likely` is the agency of one that names none."""
    agency, likely = (agency_named(name) if name else None for name in (agency, likely))
    if not isinstance(text, str):
        raise TypeError(f"clean_text takes str, not {type(text).__name__}; decode bytes first")
    if len(text) > _LARGEST:
        raise NotAnArticle("too-large", f"{len(text):,} characters")
    if len(fold(text)) < _LEAST:
        refuse_what_says_not_found(None, text)
        raise NotAnArticle("empty")
    refuse_foreign(text)
    reading = _Reading(well_formed(text))
    if sum(map(len, reading.body)) < _SHORT_BODY:
        refuse_what_says_not_found(None, " ".join(line.text for line in reading.lines))
    if not reading.body:
        raise NotAnArticle("empty", "nothing but boilerplate")
    if why := listed_stories(reading.lines, reading.body):
        raise NotAnArticle("listing", why)
    return finish(
        reading.draft(mend_breaks=normalize),
        None,
        normalize=normalize,
        agency=agency or reading.agency() or likely,
        source="text",
    )


class _Reading:
    """One flattened text, read from top to bottom."""

    def __init__(self, text: str) -> None:
        self.facts = LineFacts()
        whole = unwrapped(text)
        dateless = self.facts.take_crawl_date(whole)
        # A crawl that writes its day before one text writes it before all.
        self.lines = lines_of(first_text(dateless) if dateless != whole else whole)
        judge_glued_headlines(self.lines)
        mark_cells(self.lines)
        judge_networks(self.lines)
        self.kicker: str | None = None
        self.title: str | None = None
        self.lead: str | None = None
        begin = begin_of(self.lines)
        opening = self.lines[begin : begin + _COPIES_BELOW]
        below = [line.text[:_LONGEST_OPENING] for line in opening]
        repeated = {line.text for line in opening}
        above = [
            line
            for line in self.lines[:begin]
            if not (line.text in repeated and opens_body(line.text))
        ]
        head = TextHead(without_menus(above), below, self.facts)
        self.title, self.kicker = head.title, head.kicker
        if self.kicker and is_bare_name(self.kicker) and self._is_of_photos():
            self.facts.authors.append(self.kicker)
            self.kicker = None
        self.facts.close_header()
        self.body = read_body(self.lines[begin:], head.rest, self.facts)
        self.facts.authors += taken_reporter(self.body, self.title)
        self._take_title_off()
        self._find_lead()
        self._drop_copies()
        if self.kicker and is_foreign(self.kicker, [self.title or "", self.lead or "", *self.body]):
            self.kicker = None

    def agency(self) -> str | None:
        """Return the key of the agency that the text names, if any."""
        labels = (line.text for line in self.lines if len(line.text) < _LONGEST_LABEL)
        attributed = next(filter(is_attributed, self.body), "")
        for text in (*labels, *self.body[:3], attributed, self.lead or ""):
            if key := agency_in(text):
                return key
        return None

    def draft(self, *, mend_breaks: bool) -> Draft:
        """Return what was read; `mend_breaks` rejoins paragraphs that a stray break cut in two."""
        body = [paragraph.lstrip(STRAY_MARKS) for paragraph in self.body]
        return Draft(
            extractor=_EXTRACTOR,
            kicker=self.kicker,
            title=self.title,
            lead=self.lead,
            body=without_list_marks(repair_paragraphs(body) if mend_breaks else body),
            published=self.facts.published,
            modified=self.facts.modified,
            news_code=self.facts.news_code or self.facts.bare_code,
            section=self.facts.section,
            tags=self.facts.tags,
            authors=self.facts.authors,
        )

    def _is_of_photos(self) -> bool:
        """Return whether the text is the page of a photo report."""
        return any(fold(line.text) in _PHOTO_BUTTONS for line in self.lines)

    def _take_title_off(self) -> None:
        """Remove copies of kicker and title from the start of the first paragraphs."""
        self.body = without_copies(self.body, self.kicker, self.title)

    def _find_lead(self) -> None:
        """Find the lead, once whatever stands between it and the text is out of the way."""
        self._find_title_below_lead()
        drop_doubled_lead(self.body)
        below_kicker = self.kicker is not None and self.kicker.endswith(":")
        if self.title is None and is_dotted_title(self.body, below_kicker=below_kicker):
            self.title = self.body.pop(0).rstrip(" .")
        first = next((i for i, o in enumerate(self.lines) if o.text in self.body[:1]), None)
        marker, is_marked = None, False
        if first is not None:
            is_marked = is_below_copy(self.lines, first, self.title)
            above = self.lines[first - 1] if first else None
            marker = lead_marker(above, self.lines[first:], self.title)
        if marker is not None:
            self.body = [text for text in self.body if text != marker.text]
        self.lead = take_lead(self.body, self.title, marked=is_marked or marker is not None)

    def _find_title_below_lead(self) -> None:
        """Take a headline between lead and attribution as the title: IRIB's picture captions."""
        for index, paragraph in enumerate(self.body[1:4], 1):
            if is_attributed(paragraph):
                lines = [line for line in self.body[1:index] if not _names_site(line)]
                between = {fold(line): line for line in lines}
                headline = next(iter(between.values()), "")
                if self.title is None and len(between) == 1 and is_headline(headline):
                    self.title = headline
                    del self.body[1:index]
                return

    def _drop_copies(self) -> None:
        """Drop paragraphs that only repeat kicker, title or lead."""
        copies = {fold(part) for part in (self.kicker, self.title, self.lead) if part}
        copies.add("")
        kept = [paragraph for paragraph in self.body if fold(paragraph) not in copies]
        if len(kept) > 1 and self.title and is_beginning(kept[-1], self.title):
            kept.pop()
        if self.lead and is_one_name(kept):
            kept, self.lead = [self.lead], None  # it is all the text besides a name
        self.body = kept


def _names_site(line: str) -> bool:
    """Return whether a line is a site's name and a colon: `پایگاه خبری نمونه:`."""
    return line.endswith(":") and reads_as_name(line.rstrip(" :"))
