"""Words for people, on standard error; standard output is left to the data (`-o -`)."""

import logging
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:  # commands that do not crawl speak here too, and need not wait for Scrapy
    from scrapy.crawler import Crawler

__all__ = ["EscapedLog", "escaped", "say"]


def escaped(text: str, limit: int = 300) -> str:
    r"""Return `text` on one line, without characters that could command a terminal.

    Control characters, bidi overrides and other invisible characters become `\x1b`-like escapes,
    all but ZWNJ, which Persian needs; a text longer than `limit` is cut.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(
        c if c.isprintable() or c == "\u200c" else c.encode("unicode_escape").decode() for c in cut
    )


def say(sentence: str) -> None:
    """Print a line for people; hostile characters are escaped.

    Nobody may be reading any more (`2>&1 | head`): that ends no crawl.
    """
    clear = "\r\x1b[2K" if sys.stderr.isatty() else ""  # the live line, if one is drawn
    with suppress(OSError):
        print(clear + escaped(sentence, limit=2000), file=sys.stderr, flush=True)


class EscapedLog:
    """Extension that escapes what pages put into log messages; line breaks of ours stay."""

    def __init__(self, crawler: "Crawler") -> None:
        from scrapy import signals

        crawler.signals.connect(self._opened, signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Make the extension of `crawler`."""
        return cls(crawler)

    def _opened(self) -> None:
        from scrapy.utils.log import get_scrapy_root_handler

        if handler := get_scrapy_root_handler():
            handler.addFilter(_escape_record)


def _escape_record(record: logging.LogRecord) -> bool:
    message = record.getMessage()
    if not message.replace("\n", "").isprintable():
        lines = (escaped(line, limit=2000) for line in message.split("\n"))
        record.msg, record.args = "\n".join(lines), ()
    return True
