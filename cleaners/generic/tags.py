"""The tags of a page that no rule knows: links that are called so, or what follows their label."""

import re
from collections.abc import Iterable, Sequence
from itertools import filterfalse
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.prose import Prose
from cleaners.generic.sectionlinks import leads_to_section
from cleaners.generic.tagplaces import is_in_column, is_place_of_tags, own_tag_links
from cleaners.layouts.sources import split_list
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.labels import any_label
from cleaners.markup.blocks import Block, one_line
from cleaners.markup.classnames import is_called
from cleaners.markup.page import Page
from cleaners.markup.tree import ancestors, links_in
from cleaners.markup.walking import field_text

__all__ = ["tags_of"]

_MOST_TAGS: Final = 30
_LINKS_SEEN: Final = 200
# Links to tags, recognised by their attribute, by their address, or by the element around them.
_TAG_LINKS: Final = (
    "a[rel~=tag], a[rel~=Tag]",
    "a[href*='/tag/' i], a[href*='/tags/' i]",
    ".tags, .tag-list, .taglist, .keywords, .post-tags, .news-tags, .tagbox",
    # Terms of a post are sections, too.
    "[class*=post-terms i] a[href*='/topic/' i], [class*=terms-list i] a[href*='/topic/' i]",
)
_LABEL: Final = re.compile(rf"\W*{any_label('tags')} ?(?::|$)\s*")
_KEYWORDS: Final = re.compile(r"/(?:tags?|keywords?|search|k)(?![a-z])", re.IGNORECASE)
_HASHTAGS: Final = re.compile(r"(?:# ?[\w\u200c]+[ ،,]*)+")
_BETWEEN: Final = re.compile(r"\s*[،,|•؛]\s*|\s*#|\s[-–—/]\s")
_MARKS: Final = " \t•●▪■◾·*-–—|/،,؛#:"
# A tag is shorter; what is longer is a headline or a sentence.
_LONGEST_TAG: Final = 40
# Tags stand among this many lines below the text, and as many below their label.
_BELOW: Final = 15
_FEWEST: Final = 2
# A box of tags is at most so far around one.
_BOX_LEVELS: Final = 3


def tags_of(page: Page, prose: Prose) -> list[str]:
    """Return the tags of the article, in the order of the page."""
    for selector in _TAG_LINKS:
        links = filterfalse(_leads_to_category, links_in(page.top, selector)[:_LINKS_SEEN])
        if names := _once(map(field_text, own_tag_links(list(links), prose))):
            return names
    if names := _once(_called_keywords(page, prose)):
        return names
    if names := _once(_labelled(prose)):
        return names
    stated = page.meta("article:tag")
    return split_list(stated) if stated else []


def _called_keywords(page: Page, prose: Prose) -> Iterable[str]:
    """Return the tags in elements called a keyword that lead to such, or to a search for them."""
    links = [
        link
        for link in links_in(page.top, ".keyword")[:_LINKS_SEEN]
        if _KEYWORDS.search(link.attributes.get("href") or "")
    ]
    own = list(own_tag_links(links, prose)) if len(links) >= _FEWEST else []
    return map(field_text, own)


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, names)))[:_MOST_TAGS]


def _leads_to_category(link: LexborNode) -> bool:
    """Return whether a link leads to a section, as its attributes or its address say.

    Some sites have their tags where others have sections: `rel=tag` in a box of tags is a tag.
    """
    rel, href = (link.attributes.get(key) or "" for key in ("rel", "href"))
    if "category" in rel:
        return True
    if "tag" in rel.lower().split() and any(
        is_called(node, "tags") for node in ancestors(link)[:_BOX_LEVELS]
    ):
        return False
    return "/tag" not in href.lower() and leads_to_section(href)


def _labelled(prose: Prose) -> list[str]:
    """Return what follows the label of tags, or stands as hashtags, in the text or below it."""
    article = prose.article
    if article is None:
        return []
    start = prose.title_at if prose.title_at is not None else article.first
    stop = min(len(prose.blocks), article.last + 1 + _BELOW)
    texts = frozenset(article.at)
    for index in range(min(start, article.first), stop):
        block = prose.blocks[index]
        if index in texts:
            continue
        label = _LABEL.match(level(block.spaced))
        hashed = label is None and _HASHTAGS.fullmatch(block.spaced)
        if not (label or hashed) or not _may_hold_tags(block.node, prose):
            continue
        if hashed:
            names = [name.replace("_", " ") for name in _names(block.spaced)]
            if block.links or len(names) >= _FEWEST:
                return names
        elif found := _behind_label(block) or _below_label(prose, index, stop):
            return found
    return []


def _may_hold_tags(node: LexborNode, prose: Prose) -> bool:
    """Return whether a line may hold the article's tags: it stands in no menu, column or cloud."""
    return not is_in_column(node) and is_place_of_tags(node, prose)


def _behind_label(block: Block) -> list[str]:
    """Return the tags behind the label of a line: in its links or buttons, or parted by marks."""
    parts = [part for text in block.parts or (block.text,) if (part := one_line(text))]
    at = next((n for n, part in enumerate(parts) if _LABEL.match(level(part))), None)
    if at is None:
        return _names(block.spaced.partition(":")[2])
    label = _LABEL.match(level(parts[at]))
    behind = [parts[at][label.end() if label else 0 :], *parts[at + 1 :]]
    if any(part.strip(_MARKS) for part in behind):
        return [name for part in behind for name in _names(part)]
    return [name for node in block.node.css("button") for name in _names(field_text(node))]


def _below_label(prose: Prose, label: int, stop: int) -> list[str]:
    """Return the tags on lines of their own below their label: links, or elements of one kind."""
    found: list[str] = []
    lines: Sequence[Block] = prose.blocks[label + 1 : stop]
    for block in lines:
        is_alike = block.is_only_links or block.is_row_of_links or block.kind == lines[0].kind
        names = [name for part in block.parts or (block.text,) for name in _names(part)]
        if not is_alike or not names or block.is_prose or ":" in block.text:
            break
        if judge_line(block.text) is not None or not _is_in_one_box(block, lines[0]):
            break
        found += names
    return found


def _is_in_one_box(block: Block, first: Block) -> bool:
    """Return whether two lines stand side by side."""
    parents = [node.parent.mem_id if node.parent else 0 for node in (block.node, first.node)]
    grand = [line.node.parent.parent if line.node.parent else None for line in (block, first)]
    keys = [node.mem_id if node is not None else 0 for node in grand]
    return parents[0] == parents[1] or (keys[0] == keys[1] and keys[0] != 0)


def _names(text: str) -> list[str]:
    """Return the tags that a text holds, parted by marks; none where one is too long for a tag."""
    names = [
        name for part in _BETWEEN.split(one_line(text)) if (name := one_line(part).strip(_MARKS))
    ]
    return names if all(len(name) <= _LONGEST_TAG for name in names) else []
