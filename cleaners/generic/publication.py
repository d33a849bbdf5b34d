"""When an article was published, by what the page shows and what its head says.

A page shows other dates as well: its clock, those of other stories and of comments. Which is the
article's is told by labels, by class names and by how near to the title it stands.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

from cleaners.dates.parsing import find_date, parse_date
from cleaners.generic.headerlines import is_called_around, share_parent
from cleaners.generic.prose import Prose
from cleaners.lines.facts import facts_of
from cleaners.lines.newscode import names_a_code
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.markup.hiding import is_hidden
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["publication_dates"]

# A date that is a link, to the archive of its day.
_LONGEST_DATE: Final = 40
# A line with a date and not much else.
_SHORT_LINE: Final = 60
# A page has its own date among its first `<time>` elements.
_TIMES: Final = 6
_HEADLINES: Final = frozenset(("h1", "h2", "h3"))
# Lines above the title that belong to the article's header: kicker, section, date.
_HEADER: Final = 4
# In a line of several facts: «دسته‌بندی : بانک، بورس تاریخ : دوشنبه ۱۷ دی ۱۴۰۳ …».
_LABEL_BEFORE: Final = re.compile(r"(?:تاریخ|زمان|انتشار)(?:\s(?:انتشار|درج|خبر))?\s*:\s*$")
_LONGEST_TITLE: Final = 300
# What `_distance` says of a line in the text or below it.
_BESIDE_TEXT: Final = _HEADER + 1


class _Trust(IntEnum):
    """How far a date on the page is trusted; those of the head stand before the short lines."""

    LABELLED = 0
    CALLED = 1
    TIME = 2
    SHORT = 3
    FAR = 4
    BELOW = 5


class _Told(NamedTuple):
    trust: _Trust
    distance: int
    raw: str


def publication_dates(page: Page, prose: Prose, region: Sequence[int]) -> list[str]:
    """Return what the page says of its publication, the most trusted first.

    `region` holds the indexes of the lines around the article, where it is dated.
    """
    found = [(i, date_in) for i in region if (date_in := _dated(prose.blocks[i]))]
    lines = [(i, raw) for i, (value, raw) in found if not _is_clock(prose, i, value)]
    told = sorted([*_told_in_lines(prose, lines), *_told_in_times(page, prose)], key=_order)
    head = _told_by_head(page)
    surely = [t.raw for t in told if t.trust < _Trust.SHORT]
    less = [t.raw for t in told if t.trust >= _Trust.SHORT]
    days = {value.isoformat()[:10] for text in head if (value := parse_date(text))}
    if days:  # what is shown counts where the head agrees; else it is some other date
        surely = [t.raw for t in told if (v := parse_date(t.raw)) and v.isoformat()[:10] in days]
    return (
        [*surely, *head, *less]
        or _told_far_off(prose, region)
        or _confirmed_clocks(page, [date_in for _, date_in in found])
    )


def _told_far_off(prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the only labelled date on the rest of the page: below other boxes, in a column.

    One above the article is the page's clock.
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
    """Return whether a date stands below a headline or above running text: that of another story."""
    below = prose.blocks[index + 1 : index + 3]
    above = prose.blocks[max(0, index - 1)]
    return above.kind in _HEADLINES or any(block.is_prose for block in below)


def _order(told: _Told) -> tuple[int, int]:
    return told.trust, told.distance


def _told_by_head(page: Page) -> list[str]:
    keys = ("article:published_time", "datepublished", "og:article:published_time")
    more = ("published_time", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued")
    head = [text for key in (*keys, *more, "dcterms.created") if (text := page.meta(key))]
    return head + page.ld_texts("datepublished")


def _told_in_times(page: Page, prose: Prose) -> Iterator[_Told]:
    """Yield what `<time>` elements tell that stand apart from no article, text and attribute."""
    boxes = {prose.blocks[index].node.mem_id for index in prose.boxed}
    for node in page.tree.css("time")[:_TIMES]:
        above = ancestors(node)
        if is_hidden(node) or any(n.mem_id in boxes or prose.is_apart(n) for n in above):
            continue
        at = next((i for n in (node, *above) if (i := prose.first_line_in(n)) is not None), 0)
        distance = _distance(prose, at)
        for text in (field_text(node), node.attributes.get("datetime")):
            if text:
                yield _Told(_Trust.TIME if distance <= _BESIDE_TEXT else _Trust.FAR, distance, text)


def _told_in_lines(prose: Prose, lines: Sequence[tuple[int, str]]) -> Iterator[_Told]:
    """Yield what dated lines tell; `lines` holds their indexes and the dates as written."""
    first = prose.article.first if prose.article is not None else len(prose.blocks)
    for index, raw in lines:
        block = prose.blocks[index]
        distance = _distance(prose, index)
        before = block.spaced.partition(raw)[0]
        if _begins_with_label(block) or _LABEL_BEFORE.search(before):
            yield _Told(_Trust.LABELLED, distance, raw)
        facts = facts_of(block.spaced)
        for date_told in facts.published if facts is not None else ():
            trust = _Trust.LABELLED if index < first else _Trust.BELOW
            yield _Told(_Trust.FAR if distance > _BESIDE_TEXT else trust, distance, date_told)
        if is_called_around(block, "date"):
            trust = _Trust.CALLED if distance <= _BESIDE_TEXT else _Trust.FAR
            yield _Told(trust, distance, raw)
        if len(block.text) <= _SHORT_LINE:
            yield _Told(_Trust.SHORT, distance, raw)


def _begins_with_label(block: Block) -> bool:
    """Return whether a line begins with a date's label."""
    return fold(block.text).startswith(_labels())


@cache
def _labels() -> tuple[str, ...]:
    return tuple(fold(label) for label in generic_data()["published"]["labels"])


def _distance(prose: Prose, index: int) -> int:
    """Return how far from the article's header a line stands; more than `_BESIDE_TEXT` is far off.

    0 between title and text, then by the line above the title; `_BESIDE_TEXT` in or below the text.
    """
    at = prose.title_at
    if at is None or prose.article is None:
        return 0
    if index >= at:
        return 0 if index <= max(at, prose.article.first) else _BESIDE_TEXT
    is_far = at - index > _HEADER or _is_of_the_page(prose, index, at)
    return _BESIDE_TEXT + at - index if is_far else at - index


def _is_of_the_page(prose: Prose, index: int, at: int) -> bool:
    """Return whether nothing but the page itself holds both a line and the title."""
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
    if len(block.text) > 200 or (block.is_only_links and len(block.text) > _LONGEST_DATE):
        return None
    return find_date(block.spaced)


def _is_clock(prose: Prose, index: int, value: datetime | date) -> bool:
    """Return whether a date above the title is the page's clock: today's, and not the article's."""
    at = prose.title_at
    if at is None or index >= at:
        return False
    text = prose.blocks[index].text
    if any(word in text for word in ("امروز", "به روز شده")):
        return True
    if isinstance(value, datetime) or share_parent(prose.blocks[index], prose.blocks[at]):
        return False
    beside = (i for i in (index - 1, index + 1) if 0 <= i < at)
    return not any(
        names_a_code(prose.blocks[i].text) and share_parent(prose.blocks[index], prose.blocks[i])
        for i in beside
    )
