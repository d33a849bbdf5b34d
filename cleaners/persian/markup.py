"""Literal markup in text: line-break tags and entities that some tool escaped once too often.

A page whose source says `&lt;br&gt;` shows its readers `<br>`; nobody meant those letters. Only the
few that content systems leave behind are replaced by what they mean. `&lt;`, `&gt;` and every
other tag stay: they may be what the text is about.
"""

import html
import re

__all__ = ["MARKUP", "read_markup"]

_ENTITIES = (
    "nbsp|ensp|emsp|thinsp|zwnj|zwj|lrm|rlm|shy|laquo|raquo|quot|ldquo|rdquo|lsquo|rsquo|hellip|"
    "ndash|mdash|bull|middot|#0*(?:160|171|187|173|820[0-9]|8211|8212|8230)|"
    "#[xX]0*(?:[aA]0|[aA][bB]|[bB][bB]|[aA][dD]|200[bBcCdDeEfF]|2013|2014|2026)"
)
#: A literal tag or entity. `تگ <br>` speaks of the tag itself.
MARKUP = re.compile(
    rf"(?<!تگ )(?<!برچسب )</?[bB][rR] ?/?>|&(?:amp;)*(?:{_ENTITIES});|&(?:amp;)+",
)


def read_markup(text: str) -> tuple[str, int]:
    r"""Return `text` with literal line breaks as spaces and entities as characters, and how many.

    >>> read_markup("کتاب&zwnj;ها<br>")
    ('کتاب\u200cها ', 2)
    """
    if "<" not in text and "&" not in text:
        return text, 0
    return MARKUP.subn(_meaning, text)


def _meaning(match: re.Match[str]) -> str:
    if match[0].startswith("<"):
        return " "
    name = match[0][1:].replace("amp;", "")
    return html.unescape(f"&{name}") if name else "&"
