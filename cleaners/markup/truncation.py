"""Find out whether a page breaks off in its article: half a text looks like a whole one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.markup.page import Page
from cleaners.markup.tree import up_to
from cleaners.persian.folding import fold

__all__ = ["breaks_off", "ends_within", "without_letter_left"]

_END: Final = re.compile(rb"</(?:body|html)\b", re.IGNORECASE)
# In bytes: all but the oddest pages end within this many after `</body>`.
_TAIL: Final = 4096
# Letters of the page's end that are looked for in the text: more than two texts share by chance.
_ENOUGH: Final = 12
# Of what was cut off, a single letter may be left.
_LEFT: Final = 1
# HTML wants end tags for these; for `p`, `li` or `td` it does not.
_CLOSED: Final = frozenset(("div", "article", "section", "main", "span", "form", "table", "a"))
# After the end of a box, only the ends of the boxes around it are missing.
_ENDS_BOX: Final = re.compile(rb"</(?:div|article|section|main|form)\s*>\s*\Z", re.IGNORECASE)
# What may hold tags that are none; what is not closed goes on to the end, or this would take the
# square of the time.
_NO_TAGS: Final = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_UNSEEN: Final = frozenset(("script", "style", "noscript", "template", "-comment"))


def breaks_off(page: Page, body: Sequence[str]) -> bool:
    """Return whether the source of `page` ends in the middle of `body`, its last paragraphs.

    Its `</body>` is missing, its last text is that of the last paragraphs, and an element around
    that text is not closed: a fragment of HTML that is passed as a page closes what it opens.
    """
    if not _lacks_end(page):
        return False
    seen, inmost = "", None
    for node in _texts_from_the_end(page.top):
        inmost = inmost or node
        text = fold(node.text(deep=False) or "")
        if not seen and len(text) <= _LEFT:
            continue  # of the next paragraph or the end mark, and no text by itself
        seen = text + seen
        if len(seen) >= _ENOUGH:
            break
    if not seen or inmost is None or not fold("".join(body[-2:])).endswith(seen):
        return False
    return _is_unclosed(page, inmost)


def without_letter_left(body: Sequence[str]) -> list[str]:
    """Return the paragraphs without a last one of a single letter, left of what was cut off.

    Below a question or a colon it is what they ask for.
    """
    is_left = len(body) > 1 and len(body[-1]) <= _LEFT and not body[-2].endswith((":", "؟"))
    return [*body[:-1]] if is_left else [*body]


def ends_within(page: Page, node: LexborNode) -> bool:
    """Return whether the source of `page` ends without closing `node` or an element around it."""
    return _lacks_end(page) and _is_unclosed(page, node)


def _is_unclosed(page: Page, node: LexborNode) -> bool:
    around = {one.tag for one in up_to(node, page.top)} & _CLOSED
    tags = _NO_TAGS.sub(b"", page.source)
    return any(_is_open(tag, tags) for tag in around)


def _lacks_end(page: Page) -> bool:
    """Return whether the source of `page` ends neither with the page nor with one of its boxes."""
    tail = page.source[-_TAIL:]
    return not (_END.search(tail) or _ENDS_BOX.search(tail) or _END.search(page.source))


def _texts_from_the_end(top: LexborNode) -> Iterator[LexborNode]:
    """Yield the nodes of visible text below `top`, the last one first."""
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if node.tag == "-text":
            yield node
        elif node.tag not in _UNSEEN:
            waiting += node.iter(include_text=True)


def _is_open(tag: str | None, source: bytes) -> bool:
    """Return whether `source` opens elements called `tag` more often than it closes them."""
    name = (tag or "").encode()
    opened = re.findall(rb"<%s[\s/>]" % name, source, re.IGNORECASE)
    closed = re.findall(rb"</%s[\s>]" % name, source, re.IGNORECASE)
    return len(opened) > len(closed)
