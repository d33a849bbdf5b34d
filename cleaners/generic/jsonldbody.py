"""The text in the JSON-LD of a page whose visible text is filled in by a script."""

import html
import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from cleaners.body import paragraphs_of
from cleaners.identity import news_code_of
from cleaners.markup.page import Page
from cleaners.markup.walking import blocks_of

__all__ = ["body_of_json_ld"]

# A shorter text is a description.
_SHORTEST: Final = 200
# No article has more tags; deeper nesting would take seconds to parse.
_MOST_TAGS: Final = 5_000
# So does a tag with thousands of attributes.
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^>]{20000}")
_MARKUP: Final = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)


def body_of_json_ld(page: Page) -> list[str]:
    """Return the paragraphs of `articleBody` in the page's JSON-LD; empty if it has no text.

    Also empty if there are several: those belong to a list of stories.
    """
    articles = [item for item in page.json_ld if any(k.lower() == "articlebody" for k in item)]
    text = page.ld("articlebody")
    if len(articles) != 1 or not isinstance(text, str) or len(text) < _SHORTEST:
        return []
    markup = html.unescape(text)
    if markup.count("<") > _MOST_TAGS or _LONG_TAG.search(markup):
        return []
    if not _MARKUP.search(markup):
        markup = "".join(f"<p>{html.escape(line)}</p>" for line in markup.splitlines())
    body = LexborHTMLParser(markup).body
    own = page.address
    paragraphs = paragraphs_of(
        blocks_of(body) if body is not None else [], code=news_code_of(own), url=own
    )
    return paragraphs if sum(map(len, paragraphs)) >= _SHORTEST else []
