"""When an article was published, according to what the page shows and what its head says.

A page shows other dates as well: its clock, those of other stories and of comments. The article's
is recognised by labels, by class names and by its distance from the title.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final

from cleaners.dates.parsing import find_date, parse_date
from cleaners.generic.clocks import (
    JALALI,
    in_tehran,
)
from cleaners.generic.datedlines import dated_with_time, dates_in, first_date
from cleaners.generic.headerlines import (
    dated_part,
    is_called_around,
    is_fact_of_thing,
    may_say_update,
    says_update,
    share_parent,
)
from cleaners.generic.othertexts import is_of_another_text
from cleaners.generic.prose import Prose
from cleaners.generic.shown import (
    BESIDE_TEXT,
    Shown,
    Trust,
    distance_to_header,
    in_time_elements,
    is_of_update,
)
from cleaners.lines.attribution import level
from cleaners.lines.facts import facts_of
from cleaners.lines.labels import any_label
from cleaners.lines.newscode import names_a_code
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data, is_called
from cleaners.markup.page import Page
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["publication_dates", "update_dates"]

# Longest line with a date and not much else.
_SHORT_LINE: Final = 60
_HEADLINES: Final = frozenset(("h1", "h2", "h3"))
# The label before a date in a line of several facts: «دسته‌بندی : بانک، بورس تاریخ : دوشنبه …».
_LABEL_BEFORE: Final = re.compile(r"(?:تاریخ|زمان|انتشار)(?:\s(?:انتشار|درج|خبر))?\s*:\s*$")
# At most this many elements in a line are looked at for their names.
_MOST_INSIDE: Final = 12
_OF_PUBLICATION: Final = re.compile(any_label("published", "of"))
# A newspaper's clock shows the day of the issue, in which the article is: «شماره ۵۲۳۰ | شنبه …».
_ISSUE: Final = re.compile(r"(?<!\w)شماره ?:? ?\d{2,6}(?!\d)")
_LONGEST_TITLE: Final = 300


def publication_dates(page: Page, prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the page's dates of publication as it writes them, the most trusted first.

    `region` holds the indexes of the lines around the article that may hold its date.
    """
    dated = [(i, date_in) for i in region if (date_in := dated_with_time(prose, i))]
    found = [
        (i, date_in)
        for i, date_in in dated
        if not (_is_of_thing(prose, i, date_in[1]) or is_of_another_text(prose, i))
    ]
    lines = [(i, raw) for i, (value, raw) in found if not _is_clock(prose, i, value)]
    shown = sorted([*_in_lines(prose, lines), *in_time_elements(page, prose)], key=_order)
    head = _in_head(page)
    trusted = [date_in.raw for date_in in shown if date_in.trust < Trust.SHORT]
    others = [date_in.raw for date_in in shown if date_in.trust >= Trust.SHORT]
    days = {value.isoformat()[:10] for text in head if (value := parse_date(text))}
    if days:  # a date that is shown counts if the head agrees; otherwise it is some other date
        trusted = [s.raw for s in shown if (v := parse_date(s.raw)) and v.isoformat()[:10] in days]
    if not any(JALALI.search(prose.blocks[i].spaced) for i, _ in lines):
        trusted = in_tehran(trusted, head)
    return (
        [*trusted, *head, *others]
        or _far_off(prose, region)
        or _confirmed_clocks(page, [date_in for _, date_in in found])
        or _right_below_title(prose, dated)
        or [raw for i, (_, raw) in found if _ISSUE.search(prose.blocks[i].spaced)]
    )


def _right_below_title(
    prose: Prose, dated: Sequence[tuple[int, tuple[date | datetime, str]]]
) -> list[str]:
    """Return dates among facts about a thing, such as the length of a video, below the title."""
    return [
        raw
        for i, (_, raw) in dated
        if distance_to_header(prose, i) == 0 and _is_of_thing(prose, i, raw)
    ]


def _is_of_thing(prose: Prose, index: int, raw: str) -> bool:
    """Return whether a date is that of an event, a book or a file: «تاریخ: …» beside «مکان: …»."""
    before = level(prose.blocks[index].spaced.partition(raw)[0])
    if ":" not in before or _OF_PUBLICATION.search(before):
        return False
    return is_fact_of_thing(prose.blocks, index)


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
        if date_in := first_date(block):
            dates.setdefault(*date_in)
    return list(dates.values()) if len(dates) == 1 else []


def _dates_another(prose: Prose, index: int) -> bool:
    """Return whether a date is another story's: it stands below a headline or above prose."""
    below = prose.blocks[index + 1 : index + 3]
    above = prose.blocks[max(0, index - 1)]
    return above.kind in _HEADLINES or any(block.is_prose for block in below)


def _order(shown: Shown) -> tuple[int, int]:
    return shown.trust, shown.distance


def _in_head(page: Page) -> list[str]:
    """Return the dates of publication in the page's head."""
    keys = ("article:published_time", "datepublished", "og:article:published_time")
    more = ("published_time", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued")
    head = [text for key in (*keys, *more, "dcterms.created") if (text := page.meta(key))]
    return head + page.ld_texts("datepublished")


def _in_lines(prose: Prose, lines: Sequence[tuple[int, str]]) -> Iterator[Shown]:
    """Yield the dates in dated lines; `lines` holds their indexes and the dates as written."""
    first = prose.article.first if prose.article is not None else len(prose.blocks)
    for index, raw in lines:
        block = prose.blocks[index]
        distance = distance_to_header(prose, index)
        inner = block.first.parent if block.first is not None else None
        if any(is_of_update(node) for node in (block.node, inner) if node is not None):
            yield Shown(Trust.FAR, distance, raw)
            continue
        before = block.spaced.partition(raw)[0]
        if _begins_with_label(block) or _LABEL_BEFORE.search(before):
            yield Shown(Trust.LABELLED, distance, raw)
        facts = facts_of(block.spaced)
        for published in facts.published if facts is not None else ():
            trust = Trust.LABELLED if index < first else Trust.BELOW
            yield Shown(Trust.FAR if distance > BESIDE_TEXT else trust, distance, published)
        if is_called_around(block, "date"):
            trust = Trust.CALLED if distance <= BESIDE_TEXT else Trust.FAR
            yield Shown(trust, distance, raw)
        if len(block.text) <= _SHORT_LINE:
            yield Shown(Trust.SHORT, distance, raw)
        elif part := _in_row(block, index, prose):
            yield Shown(part[0], distance, part[1])


def _in_row(block: Block, index: int, prose: Prose) -> tuple[Trust, str] | None:
    """Return the date in a long row of facts beside the text, and how far to trust it."""
    article = prose.article
    if article is not None and article.first < index < article.last:
        return None
    raw = dated_part(block, published=True)
    if raw is None or says_update(block.spaced.partition(raw)[0]):
        return None
    return (Trust.CALLED if _is_called_inside(block, raw) else Trust.SHORT), raw


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


def _confirmed_clocks(page: Page, found: Sequence[tuple[datetime | date, str]]) -> list[str]:
    """Return the clock-like dates that `<title>` or another line confirms."""
    days = [value.isoformat()[:10] for value, _ in found]
    if page.title_tag and (named := find_date(page.title_tag[:_LONGEST_TITLE])):
        days.append(named[0].isoformat()[:10])
    return [raw for value, raw in found if days.count(value.isoformat()[:10]) > 1]


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
        and distance_to_header(prose, index) <= BESIDE_TEXT
        and may_say_update(prose.blocks[index].text)
        for (_, raw), is_update in dates_in(prose.blocks[index])
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
