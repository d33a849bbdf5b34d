"""The authors of a page that no rule knows: from metas, labels, and elements that are called so."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.dates.parsing import find_date
from cleaners.generic.authorlines import authors_around, may_tell_poster
from cleaners.generic.headerlines import is_date_line, share_parent
from cleaners.generic.othertexts import is_linked_headline, is_of_another_text
from cleaners.generic.portraits import name_beside_portrait
from cleaners.generic.prose import Prose
from cleaners.generic.shown import BESIDE_TEXT, distance_to_header
from cleaners.identity import host_of
from cleaners.lines.people import AND, BARS, is_no_person, poster_in, reads_as_name_of_person
from cleaners.lines.sitenames import TITLE_PARTS
from cleaners.links import leads_to_another_site
from cleaners.markup.blocks import one_line
from cleaners.markup.classnames import class_words, generic_data, holds_comments, is_called
from cleaners.markup.page import Page
from cleaners.markup.people import people_below, stated_people
from cleaners.markup.sitenames import is_site_name
from cleaners.markup.tree import ancestors, matches_of, shown_behind
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold
from cleaners.persian.names import begins_with_given_name, is_person, sounds_like_person

__all__ = ["authors_of"]

# What says of itself that it is the author, and what may be called so.
_SAID: Final = "a[rel~=author], [itemprop=author], a[href*='/author/'], a[href*='/@'], author"
_NAMED: Final = "[id*=author i], [class~=by i], " + ", ".join(
    f"[class*={part} i]"
    for part in (
        "author",
        "byline",
        "writer",
        "reporter",
        "journalist",
        "contributor",
        "nevisand",
        "khabarnegar",
    )
)
# Icons of a person, and what some systems call who posted a page.
_ICON_NAMES: Final = ("data-lucide", "data-feather")
_USERS: Final = "[class*=user i], [class*=person i], [class*=camera i], " + ", ".join(
    f"[{key}*={icon}]" for key in _ICON_NAMES for icon in ("user", "camera")
)
# On a page without prose, a name stands among this many lines below the title.
_BELOW_TITLE: Final = 3
# The name of who wrote another story is at most so many lines below its headline.
_IN_CARD: Final = 2
# At most this many elements are looked at: real pages have a few, lists of stories more.
_MOST_ELEMENTS: Final = 20
_MOST_AUTHORS: Final = 5
_LONGEST_LINE: Final = 160
_NOT_IN: Final = frozenset(("nav", "aside", "blockquote", "cite"))


def authors_of(
    page: Page, prose: Prose, region: Sequence[int], head: Sequence[str | None] = ()
) -> list[str]:
    """Return the people who wrote the article; `region` holds the indexes of the lines around it.

    `head` are kicker, title and lead: «نوشته رضا کاظمی» in these is about a book.

    The first of these that names any: the metas, lines with a label, elements called the author,
    lines such as «ارسال شده توسط رضا کاظمی در …», names beside a portrait and a day or an icon.
    """
    if people := _in_metas(page):
        return people
    # Asked only about the few lines with such words.
    may_post = cache(lambda index: may_tell_poster(prose, index, head))
    site = _site_names(page)
    labelled = authors_around(prose, region, may_post)
    if labelled := [name for name in labelled if not _is_site(name, site, page)]:
        return labelled
    called = [name for name in _called(page, prose, region) if not _is_site(name, site, page)]
    if called:
        return list(dict.fromkeys(called))[:_MOST_AUTHORS]
    lines = ((index, prose.blocks[index].spaced) for index in region)
    named = ((at, poster_in(line)) for at, line in lines if len(line) <= _LONGEST_LINE)
    posters = (name for at, name in named if name and may_post(at))
    found = [name for name in posters if not _is_site(name, site, page)] or [
        name for index in region if (name := name_beside_portrait(prose, index))
    ]
    icons = (name for name in _beside_icons(page, prose) if not _is_site(name, site, page))
    return found[:1] or list(islice(icons, 1))


def _in_metas(page: Page) -> list[str]:
    """Return the people whom JSON-LD or a meta names; sites, institutions and logins are none."""
    people = stated_people(page)
    name = page.meta("article:author", "author", "dc.creator") if not people else None
    if name is None or name.startswith("http") or name in page.ld_texts("author"):
        return people
    return [] if is_no_person(name) or is_site_name(name, page) else [name]


def _site_names(page: Page) -> frozenset[str]:
    """Return the parts of `<title>`, folded: one of them is the site's name."""
    return frozenset(map(fold, TITLE_PARTS.split(page.title_tag or "")))


def _is_site(name: str, parts: frozenset[str], page: Page) -> bool:
    return fold(name) in parts or is_site_name(name, page)


def _called(page: Page, prose: Prose, region: Sequence[int]) -> Iterator[str]:
    """Yield the names in elements that are called the author, in the article's head or foot."""
    text = prose.text_range()[1:]
    near = frozenset(index for index in region if index not in text)
    seen: set[int] = set()
    found = matches_of(page.top, f"{_SAID}, {_NAMED}")
    elements = [node for node in found if _is_sure(node) or is_called(node, "by")]
    for node in elements[:_MOST_ELEMENTS]:
        above = ancestors(node)
        if not seen.isdisjoint(parent.mem_id for parent in above) or _is_of_another(node, prose):
            continue
        href = node.attributes.get("href") or ""
        if "/@" in href and _leads_to_channel(href, page):
            continue
        line = prose.line_near(node, above)
        if line is None or line not in near or is_of_another_text(prose, line):
            continue
        names = list(_names_in(node))
        if not _is_sure(node) and node.css_first("a") is None:
            names = list(filter(sounds_like_person, names))
        if names:
            seen.add(node.mem_id)
            yield from names


def _is_sure(node: LexborNode) -> bool:
    """Return whether an element says or is called that it is the author; `by` alone is not sure."""
    return node.css_matches(_SAID) or is_called(node, "author")


def _leads_to_channel(href: str, page: Page) -> bool:
    """Return whether an address is of another site; or may be, if that of the page is not known."""
    own = page.address
    return leads_to_another_site(href, own) if own else bool(host_of(href))


def _beside_icons(page: Page, prose: Prose) -> Iterator[str]:
    """Yield the names behind icons of a person or a camera, or in elements called a user.

    Readers, sections and sites have these, too: it must begin with a known given name, between
    title and text, and that of a user, or of anyone above the title, beside a day. Above it may be
    the card of another story, too.
    """
    title = prose.title_at if prose.title_at is not None else -1
    first = prose.article.first if prose.article is not None else title + 1 + _BELOW_TITLE
    for node in matches_of(page.top, _USERS)[:_MOST_ELEMENTS]:
        above = ancestors(node)
        line = prose.line_near(node, above)
        if line is None or line >= first or _is_of_another(node, prose):
            continue
        if distance_to_header(prose, line) > BESIDE_TEXT:
            continue
        card = prose.blocks[max(0, line - _IN_CARD) : title] if line < title else ()
        if any(is_linked_headline(block, page) for block in card):
            continue
        is_user = is_called(node, "user")
        is_timed = bool(above) and above[0].css_first("time") is not None
        if (is_user or line < title) and not (is_timed or _is_dated(prose, line)):
            continue
        has_text = not prose.is_photo_page
        shown = field_text(node) if is_user else _text_behind_icon(node, above, has_text=has_text)
        found = find_date(shown)
        name = BARS.split(shown.partition(found[1])[0] if found else shown)[0].strip()
        is_named = begins_with_given_name(name) or is_person(name)
        if is_named and reads_as_name_of_person(name):
            yield name


def _is_dated(prose: Prose, index: int) -> bool:
    """Return whether a line has a day, or the one behind it in the same element is a day."""
    block, *below = prose.blocks[index : index + 2]
    beside = any(is_date_line(other) and share_parent(block, other) for other in below)
    return beside or find_date(block.spaced) is not None


def _text_behind_icon(node: LexborNode, above: Sequence[LexborNode], *, has_text: bool) -> str:
    """Return the text behind an icon, which may be in an element of its own.

    Who took the pictures is the author only where they are all there is.
    """
    names = " ".join(node.attributes.get(key) or "" for key in ("class", *_ICON_NAMES))
    icons = generic_data()["user_icon"]
    words = class_words(names).intersection(icons["words"])
    if field_text(node) or not words or (has_text and words.issubset(icons["of_photographer"])):
        return ""
    behind = shown_behind(above[0] if above and not field_text(above[0]) else node)
    return one_line(behind.text(separator=" ")) if behind is not None else ""


def _is_of_another(node: LexborNode, prose: Prose) -> bool:
    """Return whether an element stands in a menu, a column, a comment or another story's card."""
    return any(
        parent.tag in _NOT_IN or parent.mem_id in prose.story_items or holds_comments(parent)
        for parent in (node, *ancestors(node))
    )


def _names_in(node: LexborNode) -> Iterator[str]:
    """Yield the names in an element: of its links, or else all its text."""
    links = node.css("a") if node.tag != "a" else []
    named = node.css("[itemprop=name]")
    for inner in named or links or people_below(node) or [node]:
        text = one_line(inner.text(separator=" "))
        if dated := find_date(text):
            text = text.partition(dated[1])[0].strip()
        if name := poster_in(text):
            yield name
        elif reads_as_name_of_person(text):
            yield text
        else:  # «رضا کاظمی، مریم رضایی», «رضا کاظمی | خبرنگار»
            for group in BARS.split(text):
                # Behind «روابط عمومی و» comes no person, but the rest of the name.
                names = takewhile(lambda name: not is_no_person(name), AND.split(group))
                yield from filter(reads_as_name_of_person, names)
