"""What stands on a page, read without the cleaners: the yardstick for half-spaces."""

import html
import re

ZWNJ = "\u200c"
_SILENT = re.compile(r"<(script|style|title)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)


def without_blanks(text: str) -> str:
    """`text` without any white space, so that lines and indents do not matter."""
    return "".join(text.split())


def visible_text(page: bytes, encoding: str = "utf-8") -> str:
    """All text of a page without white space, entities read, ZWNJ kept."""
    text = _SILENT.sub("", page.decode(encoding, "replace"))
    return without_blanks(html.unescape(re.sub(r"<[^>]*>", "", text)))


def lost_half_spaces(paragraphs: list[str], page_text: str) -> list[str]:
    """The paragraphs that stand on the page, but with other half-spaces than there."""
    bare_page = page_text.replace(ZWNJ, "")
    origin = [at for at, char in enumerate(page_text) if char != ZWNJ]
    lost = []
    for paragraph in paragraphs:
        for part in paragraph.split(" | "):
            wanted = without_blanks(part).strip(ZWNJ)
            bare = wanted.replace(ZWNJ, "")
            found = []
            at = bare_page.find(bare)
            while at >= 0:
                found.append(page_text[origin[at] : origin[at + len(bare) - 1] + 1])
                at = bare_page.find(bare, at + 1)
            if wanted not in found:
                lost.append(part)
    return lost
