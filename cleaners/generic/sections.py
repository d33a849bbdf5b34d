"""The sections of a page that no rule knows: from breadcrumbs, labels, microdata and metas."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.generic.headerlines import share_parent
from cleaners.generic.prose import Prose
from cleaners.generic.sectionlinks import (
    is_in_a_card,
    leads_to_section,
    share_folder,
)
from cleaners.generic.sectionsabove import sections_above, sections_among_facts
from cleaners.generic.sectionscalled import sections_called
from cleaners.generic.shown import BESIDE_TEXT, distance_to_header
from cleaners.layouts.sources import split_list
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.facts import PARTS
from cleaners.lines.labels import any_label
from cleaners.lines.sections import is_front_page, step_name
from cleaners.lines.sitenames import reads_as_name
from cleaners.links import leads_to_front
from cleaners.markup.blocks import Block, one_line
from cleaners.markup.classnames import is_called, names_of
from cleaners.markup.page import Page
from cleaners.markup.tree import links_of, matches_of
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["sections_of"]

_MOST_STEPS: Final = 6
# A row of more links without marks may be a menu.
_UNMARKED: Final = 2
# A name is shorter; what is longer is a headline.
_LONGEST_NAME: Final = 40
# Letters by which a cut title is recognised.
_OPENING: Final = 15
_LONGEST_LINE: Final = 160
_BREADCRUMBS: Final = (
    "[class*=crumb i], [id*=crumb i], [aria-label*=breadcrumb i], "
    "[aria-label=مسیر], [aria-label^='مسیر ']"
)
# `breadcrumbList`, `crumbtrail`, but not `crumbly`.
_CRUMBS: Final = re.compile(r"crumb(?!l[ey])", re.IGNORECASE)
_IN_MICRODATA: Final = "[itemtype*=BreadcrumbList] [itemprop=itemListElement]"
_CATEGORIES: Final = ".cat-links, a[rel~=category]"
_PATHS: Final = "[class*=path i], [class~=bread i]"
_STEP: Final = re.compile(r"\s*(?:>+|[›»❯←])\s*|\s+/\s+|\s*/(?=\s)|(?<=\s)/\s*")
_LABEL: Final = re.compile(rf"[\s/|،,•·–-]*{any_label('section')}(?: (?:خبر|مطلب))? ?(?::|$)\s*")
_COUNT: Final = re.compile(rf"\W*(?:تعداد )?{any_label('count')}")
# A labelled value ends at another mark or label: «گروه: اجتماعی | کد خبر: ۱۲».
_VALUE_ENDS: Final = re.compile(r"\s*(?:[|•·؛]|\d|[^\W\d]+(?: [^\W\d]+)? ?:).*")
_DEPARTMENT: Final = re.compile(r"(?:گروه|سرویس) \w")
_DESK: Final = re.compile(r"^(?:گروه|سرویس|حوزه) (?=\w)")
_BETWEEN: Final = re.compile(r"\s*[/>»›،,]\s*|\s[-–—]\s")


def sections_of(page: Page, prose: Prose, region: Sequence[int], title: str | None) -> list[str]:
    """Return the sections of the article, the widest first.

    `region` holds the indexes of the lines around the article. A breadcrumb counts before what the
    metas say; links right above the title count only if the page has nothing else.
    """
    own = fold(title or "")
    ways: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _linked(links_of(_breadcrumbs(page))),
        lambda: _in_microdata(page),
        lambda: _in_json_ld(page),
        lambda: map(field_text, page.top.css("[itemprop=articleSection]")),
        lambda: _linked(_own_categories(page, prose)),
        lambda: _labelled(prose, region),
        lambda: _steps_from_front(prose, region),
        lambda: sections_called(prose),
    )
    for way in ways:
        if found := _names(way(), own):
            return found[1:] if len(found) > 1 and _names_site(found[0], page) else found
    stated = page.meta("article:section", "articlesection") or next(
        iter(page.ld_texts("articlesection")), None
    )
    if stated and (found := _names(split_list(stated), own)):
        return found
    return _names(sections_above(prose), own) or _names(sections_among_facts(prose), own)


def _names_site(name: str, page: Page) -> bool:
    """Return whether the first step is called as the site is."""
    return fold(name) == fold(page.meta("og:site_name") or "") or reads_as_name(name)


def _names(names: Iterable[str], title: str) -> list[str]:
    """Return the names that may be sections, each once; neither front page nor the title."""
    found = dict.fromkeys(step_name(name) for name in names)
    kept = [name for name in found if name and not is_front_page(name) and not _is(name, title)]
    if any(map(_DEPARTMENT.match, kept)):  # «گروه سیاسی / حوزه احزاب»
        kept = [_DESK.sub("", name) for name in kept]
    return [name for name in kept if len(name) <= _LONGEST_NAME][:_MOST_STEPS]


def _is(name: str, title: str) -> bool:
    """Return whether a step is the article's own title, which may be cut."""
    folded = fold(name)
    return folded == title or (len(folded) >= _OPENING and title.startswith(folded))


def _breadcrumbs(page: Page) -> list[LexborNode]:
    return [
        node
        for node in matches_of(page.top, _BREADCRUMBS)
        if node.attributes.get("aria-label") or _CRUMBS.search(names_of(node))
    ]


def _linked(links: Iterable[LexborNode]) -> Iterator[str]:
    """Yield the texts of links, except of one to the front page."""
    for link in links:
        if not leads_to_front(link.attributes.get("href") or "#"):
            yield field_text(link)


def _own_categories(page: Page, prose: Prose) -> Iterator[LexborNode]:
    """Yield the links to categories that are not on the card of another story."""
    found = matches_of(page.top, f"{_CATEGORIES}, {_PATHS}")
    links = links_of([n for n in found if n.css_matches(_CATEGORIES) or is_called(n, "path")])
    return (link for link in links if not is_in_a_card(link, prose))


def _in_microdata(page: Page) -> Iterator[str]:
    for item in page.top.css(_IN_MICRODATA):
        link = item.css_first("a[href]")
        if link is not None and leads_to_front(link.attributes.get("href") or "#"):
            continue
        named = item.css_first("[itemprop=name]")
        name = field_text(named if named is not None else item)
        yield name or (one_line(named.attributes.get("content") or "") if named is not None else "")


def _in_json_ld(page: Page) -> Iterator[str]:
    """Yield the names in the `BreadcrumbList` of the page's JSON-LD, by their position."""
    lists = [item for item in page.json_ld if "BreadcrumbList" in str(item.get("@type"))]
    lists += [crumbs for item in page.json_ld if isinstance(crumbs := item.get("breadcrumb"), dict)]
    for crumbs in lists:
        steps = crumbs.get("itemListElement")
        steps = steps if isinstance(steps, list) else [steps]
        for step in sorted(filter(_is_step, steps), key=_position):
            item = step.get("item")
            thing = item if isinstance(item, dict) else {}
            name = step.get("name") or thing.get("name")
            address = item if isinstance(item, str) else thing.get("@id") or thing.get("url")
            is_front = isinstance(address, str) and leads_to_front(address)
            if isinstance(name, str) and not is_front:
                yield one_line(name)


def _is_step(step: Any) -> bool:
    return isinstance(step, dict)


def _position(step: dict[str, Any]) -> int:
    position = str(step.get("position", ""))
    return int(position) if position.isascii() and position.isdigit() and len(position) < 5 else 0


# In the lines around the title


def _labelled(prose: Prose, region: Sequence[int]) -> list[str]:
    """Return what follows a section's label in the lines around the text: «گروه: اجتماعی»."""
    article = prose.article
    for index in region:
        block = prose.blocks[index]
        if len(block.text) > _LONGEST_LINE or (article and article.first < index < article.last):
            continue
        if found := _behind_label(block) or _below_label(prose, index):
            return found
    return []


def _below_label(prose: Prose, index: int) -> list[str]:
    """Return the links on the line below a label without a colon, if it is not that of a menu."""
    lines = prose.blocks[index : index + 3]
    if len(lines) < 2 or not _LABEL.fullmatch(level(lines[0].text)):
        return []
    label, line = lines[:2]
    is_menu = len(lines) > 2 and lines[2].links and share_parent(lines[2], line)
    if is_menu or not line.is_only_links or not share_parent(label, line):
        return []
    return [name for part in line.parts or (line.text,) if (name := one_line(part))]


def _behind_label(block: Block) -> list[str]:
    """Return the names behind a section's label in a line: the links, or else the next words."""
    texts = [text for part in block.parts or (block.text,) for text in PARTS.split(one_line(part))]
    # «سرویس: / » in one element, «علمی» in the next.
    parts = [part for text in texts if (part := one_line(text).rstrip(" /»›"))]
    for at, part in enumerate(parts):
        label = _LABEL.match(level(part))
        if label is None:
            continue
        rest = part[label.end() :]
        if not rest and at + 1 < len(parts) and not _begins_value(part, parts[at + 1]):
            continue
        behind = parts[at + 1 :] if not rest else []
        values = [rest] if rest else behind[:1]
        for other in behind[1:]:
            # More than one name stands in links of their own.
            if len(block.links) < 2 or ":" in other or find_date(other) or other[0].isdigit():
                break
            if _COUNT.match(level(other)):
                break
            values.append(other)
        names = [name for value in values for name in _BETWEEN.split(_cut(value)) if name]
        return names if all(judge_line(name) is None for name in names) else []
    return []


def _begins_value(label: str, value: str) -> bool:
    """Return whether the colon between a label and its value is in one of them."""
    return label.rstrip().endswith(":") or value.lstrip().startswith(":")


def _cut(value: str) -> str:
    value = value.lstrip(": ")
    if dated := find_date(value):
        value = value.partition(dated[1])[0]
    end = _VALUE_ENDS.search(level(value))
    return value[: end.start()] if end else value


def _steps_from_front(prose: Prose, region: Sequence[int]) -> list[str]:
    """Return the steps of a line that leads from the front page to the article."""
    first = prose.article.first if prose.article else len(prose.blocks)
    for index in region:
        if index > first or len(prose.blocks[index].text) > _LONGEST_LINE:
            continue
        block = prose.blocks[index]
        steps = _STEP.split(block.spaced)
        if len(steps) == 1 and _are_unmarked_steps(prose, index):
            steps = list(block.parts)
        if len(steps) > 1 and is_front_page(step_name(steps[0])):
            # Slashes part the items of menus, too, which lead to pages of different kinds.
            is_sure = "/" not in block.spaced or share_folder(block.links[1:])
            return [*steps[:-1], _without_day(steps[-1], block)] if is_sure else []
    return []


def _without_day(step: str, block: Block) -> str:
    """Return the last step of a line, without the day behind it if the rest is a link."""
    dated = find_date(step)
    name = step.partition(dated[1])[0].strip() if dated else step
    return name if name in map(one_line, block.parts) else step


def _are_unmarked_steps(prose: Prose, index: int) -> bool:
    """Return whether a line is a link to the front page and one to a section, nothing between."""
    block = prose.blocks[index]
    return (
        len(block.links) == len(block.parts) == _UNMARKED
        and leads_to_front(block.links[0])
        and leads_to_section(block.links[1])
        and judge_line(block.parts[1]) is None
        and distance_to_header(prose, index) < BESIDE_TEXT
    )
