"""The people whom a line around an unknown page's text names: behind labels, one or several."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Final

from cleaners.dates.parsing import find_date
from cleaners.generic.headerlines import (
    is_called_around,
    is_date_line,
    is_fact_of_thing,
    share_parent,
)
from cleaners.generic.othertexts import is_of_another_text
from cleaners.generic.prose import Prose
from cleaners.lines.attribution import level
from cleaners.lines.credits import has_office, is_picture_credit
from cleaners.lines.facts import facts_of
from cleaners.lines.labels import any_label
from cleaners.lines.people import is_no_person, reads_as_name_of_person
from cleaners.lines.sentences import ends_sentence
from cleaners.lines.verbs import ends_with_verb
from cleaners.markup.blocks import Block, one_line
from cleaners.markup.tree import ancestors
from cleaners.persian.folding import fold

__all__ = ["authors_around", "may_tell_poster"]

_LONGEST: Final = 200
_CAPTIONS: Final = frozenset(("figure", "figcaption", "caption"))
# Stands for the ends of elements in a line, where no name goes on.
_END: Final = "\0"
_COMMAS: Final = (",", "،")
_AND: Final = re.compile(rf"[ {_END}]*(?: و |[،,]|{_END}و)[ {_END}]*")


def may_tell_poster(prose: Prose, index: int, head: Sequence[str | None]) -> bool:
    """Return whether «توسط …» or «نوشته …» in a line may tell who wrote the article.

    Not in `head` (kicker, title and lead) and in captions; elsewhere if the line has a colon, a
    day, or a link that is not all of it, if it is called the author, or if a day stands beside it.
    """
    block = prose.blocks[index]
    around = (block.node, *ancestors(block.node)[:2])
    is_head = index == prose.title_at or fold(block.text) in map(fold, filter(None, head))
    if is_head or any(node.tag in _CAPTIONS for node in around):
        return False
    if ":" in block.text or find_date(block.spaced) is not None:
        return True
    if block.links and not block.is_only_links:
        return True
    if any(is_called_around(block, field) for field in ("author", "by")):
        return True
    beside = (prose.blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(prose.blocks))
    return any(is_date_line(other) and share_parent(block, other) for other in beside)


def _names_writer_of_thing(prose: Prose, index: int) -> bool:
    """Return whether a line names the writer of a book or film, which have no «خبرنگار»."""
    is_of_work = _of_works().search(level(prose.blocks[index].spaced)) is not None
    return is_of_work and is_fact_of_thing(prose.blocks, index)


@cache
def _of_works() -> re.Pattern[str]:
    return re.compile(any_label("author", "of_works"))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(any_label("author", "by"))


def authors_around(
    prose: Prose, region: Sequence[int], may_post: Callable[[int], bool]
) -> list[str]:
    """Return the people named in the lines of `region`, which holds indexes of lines.

    `may_post` tells whether a line may say in other words than a label who wrote the article.
    """
    text = prose.text_range()
    # An interview has «خبرنگار: …» before each question: in the text, a line must be only a name.
    found = (
        (
            index,
            _authors_in(
                prose.blocks[index], inside=index in text, may_post=partial(may_post, index)
            ),
        )
        for index in region
        if not (index in text and is_picture_credit(prose.blocks[index].text))
    )
    named = [
        (index, names)
        for index, names in found
        if names and not (_names_writer_of_thing(prose, index) or is_of_another_text(prose, index))
    ]
    # Guests have an office, too: it counts only where nothing else names an author.
    labelled = [(at, names) for at, names in named if not has_office(prose.blocks[at].text)]
    others = [(at, names) for at, names in named if not _is_among_guests(prose.blocks, at)]
    return [name for _, names in labelled or others for name in names]


def _is_among_guests(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a name and an office stand below a colon or beside another such line."""
    above = blocks[index - 1].text if index else ""
    beside = [above, *(block.text for block in blocks[index + 1 : index + 2])]
    return above.endswith(":") or any(map(has_office, beside))


def _authors_in(block: Block, *, inside: bool, may_post: Callable[[], bool]) -> list[str]:
    """Return the people named behind labels in a line: «خبرنگار: … عکاس: …», «توسط … و …».

    A name ends with its element, before another label, and after four words.
    """
    # Most lines have neither a label with its mark nor the word for "by".
    may_name = not inside and len(block.text) <= _LONGEST
    is_marked = ":" in block.text or one_line("".join(block.parts[:1])).endswith(_COMMAS)
    if may_name and (is_marked or _by().search(block.text)):
        line = _END.join(filter(None, map(one_line, block.parts or (block.text,))))
        names = list(dict.fromkeys(_names(line, may_post=may_post)))
        if not ends_sentence(block.text) and names:
            return names
    facts = facts_of(block.spaced)
    return facts.authors if facts is not None else []


def _names(line: str, *, may_post: Callable[[], bool]) -> Iterator[str]:
    levelled = level(line)
    for match in _labelled().finditer(levelled):
        is_by = match["by"] is not None
        if is_by and not may_post():
            continue
        found = line[match.start("names") : match.end("names")]
        for name in _AND.split(found):
            bare = one_line(name.replace(_END, " "))
            # Behind «روابط عمومی و» comes no person, but the rest of the name.
            if is_no_person(bare) or (is_by and not reads_as_name_of_person(bare)):
                break
            if not ends_with_verb(bare):
                yield bare


@cache
def _labelled() -> re.Pattern[str]:
    """Compile a label with the names behind it; blanks and ends of elements may part them."""
    label, gap = any_label("author"), rf"[ {_END}]*"
    word = rf"(?!{label}{gap}:|(?:و|در|از|به|است)(?![آ-ی]))[آ-ی]+(?![آ-ی]|{gap}:)"
    name = rf"{word}(?: {word}){{1,3}}"
    names = rf"{name}(?:{_AND.pattern}{name})*"
    # For those who listen to the page, the label is apart, with a comma: «نویسنده, » «رضا کاظمی».
    labels = rf"{label}(?: و {label})?"
    apart = rf"(?:^|(?<={_END})){labels}[,،]{_END}"
    behind_label = rf"(?:(?<![آ-ی]){labels}{gap}:|{apart}){gap}"
    # Without a colon, names fill their element, or a day stands beside them.
    by = rf"(?:^|(?<={_END})|(?<=\d )){any_label('author', 'by')}{gap}:?{gap}"
    bound = rf"(?=$|{_END}|{gap}[|•·\d]| در )"
    return re.compile(rf"(?:{behind_label}|(?P<by>{by}))(?P<names>{names})(?(by){bound})")
