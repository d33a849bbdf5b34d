"""Where on a page links to tags are the article's own: in no menu, cloud, column or footer."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.generic.prose import Prose
from cleaners.markup.classnames import class_words, generic_data, names_of
from cleaners.markup.tree import ancestors

__all__ = ["is_in_column", "is_place_of_tags", "names_beside_article", "own_tag_links"]

_COLUMNS: Final = frozenset(("nav", "aside"))
# The longest heading of a box with the tags of the site: «برچسب‌های داغ», «موضوعات پربحث هفته».
_LONGEST_HEADING: Final = 30
# It stands at most so many lines above the first tag.
_HEADING_ABOVE: Final = 2
# Such a heading is so deep in its box at most.
_HEADING_LEVELS: Final = 2


def own_tag_links(links: Sequence[LexborNode], prose: Prose) -> list[LexborNode]:
    """Return those of some links to tags that may be the article's.

    Those of the site stand in a header, under a heading that says so, or in the cards of other
    stories. The ones above the title are the article's only if there are none below.
    """
    places = [
        (link, prose.line_near(link, ancestors(link)))
        for link in links
        if is_place_of_tags(link, prose)
    ]
    hot = _hot_boxes(prose, {line for _, line in places if line is not None})
    kept = [place for place in places if not _is_of_the_site(place[0], prose, hot)]
    at = prose.title_at
    below = [link for link, line in kept if at is None or line is None or line >= at]
    return below or [link for link, _ in kept]


def _hot_boxes(prose: Prose, lines: Set[int]) -> set[int]:
    """Return the elements under a heading near `lines` that says that the site's tags follow."""
    found: set[int] = set()
    near = {max(0, line - above) for line in lines for above in range(_HEADING_ABOVE + 1)}
    for index in near:
        block = prose.blocks[index]
        if index in lines and block.is_only_links:  # a tag, not a heading: «قره‌داغ»
            continue
        if not _hot().search(block.text, 0, _LONGEST_HEADING):
            continue
        heading = block.parts[0] if block.links and block.parts else block.text
        if len(heading) > _LONGEST_HEADING or not _hot().search(heading):
            continue
        for box in (block.node, *ancestors(block.node)[:_HEADING_LEVELS]):
            if box.mem_id in prose.around:
                break
            found.add(box.mem_id)
    return found


def _is_of_the_site(link: LexborNode, prose: Prose, hot: Set[int]) -> bool:
    """Return whether a link stands in a box of the site, or in the card of another story."""
    above = ancestors(link)
    beside = takewhile(lambda one: one.mem_id not in prose.around, above)
    in_entry = any(one.tag == "article" and one.mem_id in prose.around for one in above)
    return any(
        box.mem_id in hot
        or (box.tag == "header" and not in_entry)
        # An item with nothing but the link is a tag as long as a headline.
        or (box.mem_id in prose.story_items and len(box.css("a[href]")) > 1)
        for box in beside
    )


@cache
def _hot() -> re.Pattern[str]:
    """Compile the words in headings of boxes with the tags of the site, in either spelling."""
    words = "|".join(generic_data()["no_tags"]["headings"])
    return re.compile(words.replace("ی", "[یي]").replace("ک", "[کك]"))


def names_beside_article(node: LexborNode, prose: Prose) -> Iterator[str]:
    """Yield the class names and ids of a node and of what is around it, but not around the article.

    What holds title or text as well, such as `<body class="right-sidebar">`, does not count.
    """
    beside = takewhile(lambda one: one.mem_id not in prose.around, (node, *ancestors(node)))
    return map(names_of, beside)


def is_in_column(node: LexborNode) -> bool:
    """Return whether a node is or stands in a menu or a column beside the article."""
    return any(one.tag in _COLUMNS for one in (node, *ancestors(node)))


def is_place_of_tags(node: LexborNode, prose: Prose) -> bool:
    """Return whether a link or line, and what is around it, has no name that speaks against tags.

    A footer that is called the article's, `entry-footer`, may hold them.
    """
    return not any(map(_holds_other_tags, names_beside_article(node, prose)))


def _holds_other_tags(names: str) -> bool:
    """Return whether class names and ids are those of an element with other links than tags."""
    words = class_words(names)
    against = words & _words("words")
    return bool(against) and (against != {"footer"} or words.isdisjoint(_words("own")))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(generic_data()["no_tags"][key])
