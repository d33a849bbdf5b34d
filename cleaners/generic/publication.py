"""When an article was published, according to what the page shows and what its head says.

A page shows other dates as well: its clock, those of other stories and of comments. The article's
is recognised by labels, by class names and by its distance from the title.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

from cleaners.dates.parsing import find_date, parse_date
from cleaners.generic.headerlines import (
    dated_part,
    is_called_around,
    is_fact_of_thing,
    may_say_update,
    says_event,
    says_update,
    share_parent,
)
from cleaners.generic.prose import Prose
from cleaners.lines.facts import facts_of
from cleaners.lines.newscode import names_a_code
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data, is_called
from cleaners.markup.hiding import is_hidden
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["publication_dates", "update_dates"]

# Longest date that is a link, to the archive of its day.
_LONGEST_DATE: Final = 40
# Longest line with a date and not much else.
_SHORT_LINE: Final = 60
# The page's own date is among its first `<time>` elements, this many.
_TIMES: Final = 6
_HEADLINES: Final = frozenset(("h1", "h2", "h3"))
# The article's header (kicker, section, date) begins at most this many lines above the title.
_HEADER: Final = 4
# The label before a date in a line of several facts: «دسته‌بندی : بانک، بورس تاریخ : دوشنبه …».
_LABEL_BEFORE: Final = re.compile(r"(?:تاریخ|زمان|انتشار)(?:\s(?:انتشار|درج|خبر))?\s*:\s*$")
# At most this many elements in a line are looked at for their names.
_MOST_INSIDE: Final = 12
_LONGEST_TITLE: Final = 300
# What `_distance` returns for a line in the text or below it.
_BESIDE_TEXT: Final = _HEADER + 1


class _Trust(IntEnum):
    """How far a date on the page is trusted; dates in the head rank just before `SHORT`."""

    LABELLED = 0
    CALLED = 1
    TIME = 2
    SHORT = 3
    FAR = 4
    BELOW = 5


class _Shown(NamedTuple):
    """A date that the page shows; these sort by trust, then by distance from the header."""

    trust: _Trust
    distance: int
    raw: str


def publication_dates(page: Page, prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the page's dates of publication as it writes them, the most trusted first.

    `region` holds the indexes of the lines around the article that may hold its date.
    """
    dated = [(i, date_in) for i in region if (date_in := _dated(prose.blocks[i]))]
    found = [(i, date_in) for i, date_in in dated if not is_fact_of_thing(prose.blocks, i)]
    lines = [(i, raw) for i, (value, raw) in found if not _is_clock(prose, i, value)]
    shown = sorted([*_in_lines(prose, lines), *_in_time_elements(page, prose)], key=_order)
    head = _in_head(page)
    trusted = [date_in.raw for date_in in shown if date_in.trust < _Trust.SHORT]
    others = [date_in.raw for date_in in shown if date_in.trust >= _Trust.SHORT]
    days = {value.isoformat()[:10] for text in head if (value := parse_date(text))}
    if days:  # a date that is shown counts if the head agrees; otherwise it is some other date
        trusted = [s.raw for s in shown if (v := parse_date(s.raw)) and v.isoformat()[:10] in days]
    return (
        [*trusted, *head, *others]
        or _far_off(prose, region)
        or _confirmed_clocks(page, [date_in for _, date_in in found])
    )


def _far_off(prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the only labelled date on the rest of the page: below other boxes, in a column.

    A date above the article is the page's clock.
    """
    start = prose.article.last if prose.article else 0
    near = frozenset(region)
    dates: dict[datetime | date, str] = {}
    for index, block in enumerate(prose.blocks[start:], start):
        if index in near or index in prose.boxed or prose.is_listed(index):
            continue
        if not _begins_with_label(block) or _dates_another(prose, index):
            continue
        if date_in := _dated(block):
            dates.setdefault(*date_in)
    return list(dates.values()) if len(dates) == 1 else []


def _dates_another(prose: Prose, index: int) -> bool:
    """Return whether a date is another story's: it stands below a headline or above prose."""
    below = prose.blocks[index + 1 : index + 3]
    above = prose.blocks[max(0, index - 1)]
    return above.kind in _HEADLINES or any(block.is_prose for block in below)


def _order(shown: _Shown) -> tuple[int, int]:
    return shown.trust, shown.distance


def _in_head(page: Page) -> list[str]:
    """Return the dates of publication in the page's head."""
    keys = ("article:published_time", "datepublished", "og:article:published_time")
    more = ("published_time", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued")
    head = [text for key in (*keys, *more, "dcterms.created") if (text := page.meta(key))]
    return head + page.ld_texts("datepublished")


def _in_time_elements(page: Page, prose: Prose) -> Iterator[_Shown]:
    """Yield text and attribute of each `<time>` element that is not apart from the article."""
    boxes = {prose.blocks[index].node.mem_id for index in prose.boxed}
    for node in page.tree.css("time")[:_TIMES]:
        above = ancestors(node)
        if is_hidden(node) or any(n.mem_id in boxes or prose.is_apart(n) for n in above):
            continue
        distance = _distance(prose, prose.line_near(node, above) or 0)
        for text in (field_text(node), node.attributes.get("datetime")):
            if text:
                trust = _Trust.TIME if distance <= _BESIDE_TEXT else _Trust.FAR
                yield _Shown(trust, distance, text)


def _in_lines(prose: Prose, lines: Sequence[tuple[int, str]]) -> Iterator[_Shown]:
    """Yield the dates in dated lines; `lines` holds their indexes and the dates as written."""
    first = prose.article.first if prose.article is not None else len(prose.blocks)
    for index, raw in lines:
        block = prose.blocks[index]
        distance = _distance(prose, index)
        before = block.spaced.partition(raw)[0]
        if _begins_with_label(block) or _LABEL_BEFORE.search(before):
            yield _Shown(_Trust.LABELLED, distance, raw)
        facts = facts_of(block.spaced)
        for published in facts.published if facts is not None else ():
            trust = _Trust.LABELLED if index < first else _Trust.BELOW
            yield _Shown(_Trust.FAR if distance > _BESIDE_TEXT else trust, distance, published)
        if is_called_around(block, "date"):
            trust = _Trust.CALLED if distance <= _BESIDE_TEXT else _Trust.FAR
            yield _Shown(trust, distance, raw)
        if len(block.text) <= _SHORT_LINE:
            yield _Shown(_Trust.SHORT, distance, raw)
        elif part := _in_row(block, index, prose):
            yield _Shown(part[0], distance, part[1])


def _in_row(block: Block, index: int, prose: Prose) -> tuple[_Trust, str] | None:
    """Return the date in a long row of facts beside the text, and how far to trust it."""
    article = prose.article
    if article is not None and article.first < index < article.last:
        return None
    raw = dated_part(block, published=True)
    if raw is None or says_update(block.spaced.partition(raw)[0]):
        return None
    return (_Trust.CALLED if _is_called_inside(block, raw) else _Trust.SHORT), raw


def _is_called_inside(block: Block, raw: str) -> bool:
    """Return whether an element in a line that is called a date holds the date `raw`."""
    for node in block.node.css("[class], [id]")[:_MOST_INSIDE]:
        if node.mem_id != block.node.mem_id and is_called(node, "date"):
            found = find_date(field_text(node))
            if found is not None and found[1] in raw:
                return True
    return False


def _begins_with_label(block: Block) -> bool:
    """Return whether a line begins with a date's label."""
    return fold(block.text).startswith(_labels())


@cache
def _labels() -> tuple[str, ...]:
    return tuple(fold(label) for label in generic_data()["published"]["labels"])


def _distance(prose: Prose, index: int) -> int:
    """Return how far a line is from the article's header; more than `_BESIDE_TEXT` is far off.

    0 between title and text, one more for each line above the title, `_BESIDE_TEXT` in or below the
    text.
    """
    at = prose.title_at
    if at is None or prose.article is None:
        return 0
    if index >= at:
        return 0 if index <= max(at, prose.article.first) else _BESIDE_TEXT
    is_far = at - index > _HEADER or _is_of_the_page(prose, index, at)
    return _BESIDE_TEXT + at - index if is_far else at - index


def _is_of_the_page(prose: Prose, index: int, at: int) -> bool:
    """Return whether only the page itself holds both a line and the title."""
    if share_parent(prose.blocks[index], prose.blocks[at]):
        return False
    around = {node.mem_id for node in prose.chain(at)}
    shared = next((node for node in prose.chain(index) if node.mem_id in around), None)
    return shared is None or shared.tag == "body"


def _confirmed_clocks(page: Page, found: Sequence[tuple[datetime | date, str]]) -> list[str]:
    """Return the clock-like dates that `<title>` or another line confirms."""
    days = [value.isoformat()[:10] for value, _ in found]
    if page.title_tag and (named := find_date(page.title_tag[:_LONGEST_TITLE])):
        days.append(named[0].isoformat()[:10])
    return [raw for value, raw in found if days.count(value.isoformat()[:10]) > 1]


def _dated(block: Block) -> tuple[datetime | date, str] | None:
    """Return the first date in a line that is not the day of a change."""
    return next((found for found, is_update in _dates_in(block) if not is_update), None)


def _dates_in(block: Block) -> Iterator[tuple[tuple[datetime | date, str], bool]]:
    """Yield the dates in a line but those of events, and whether each is the day of a change."""
    if len(block.text) > 200 or (block.is_only_links and len(block.text) > _LONGEST_DATE):
        return
    rest = block.spaced
    while found := find_date(rest):
        before, _, after = rest.partition(found[1])
        if not says_event(before):
            yield found, says_update(before)
            if not says_update(before):
                return
        rest = after


def update_dates(prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the days of changes that the lines of `region` tell, as they write them.

    In the title and in the text, it is a law or a price that changed; far off, the site.
    """
    text = prose.text_range()
    return [
        raw
        for index in region
        if index not in text
        and index != prose.title_at
        and _distance(prose, index) <= _BESIDE_TEXT
        and may_say_update(prose.blocks[index].text)
        for (_, raw), is_update in _dates_in(prose.blocks[index])
        if is_update
    ]


def _is_clock(prose: Prose, index: int, value: datetime | date) -> bool:
    """Return whether a date above the title is the page's clock: today, not the article's day."""
    at = prose.title_at
    if at is None or index >= at:
        return False
    text = prose.blocks[index].text
    if any(word in text for word in generic_data()["published"]["clock"]):
        return True
    if isinstance(value, datetime) or share_parent(prose.blocks[index], prose.blocks[at]):
        return False
    beside = (i for i in (index - 1, index + 1) if 0 <= i < at)
    return not any(
        names_a_code(prose.blocks[i].text) and share_parent(prose.blocks[index], prose.blocks[i])
        for i in beside
    )
