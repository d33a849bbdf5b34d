"""Messages for people, on standard error; standard output is reserved for data (`-o -`)."""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:  # commands that do not crawl use this module, too, and need not load Scrapy
    from scrapy.crawler import Crawler

__all__ = ["EscapedLog", "escaped", "has_live_line", "open_closed_streams", "say"]


def escaped(text: str, limit: int = 300) -> str:
    r"""Return `text` on one line, without characters that could command a terminal.

    Control characters, bidi overrides and other invisible characters become escapes such as `\x1b`,
    except ZWNJ, which Persian needs. A text longer than `limit` is cut off.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(
        c if c.isprintable() or c == "\u200c" else c.encode("unicode_escape").decode() for c in cut
    )


def open_closed_streams() -> None:
    """Let what is written to a closed standard output or error (`2>&-`) be lost, with no error."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def has_live_line() -> bool:
    """Return whether messages go to a terminal on which a line can be replaced."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def say(sentence: str) -> None:
    """Print a line for people, with hostile characters escaped.

    If nobody reads it any more (`2>&1 | head`), the crawl goes on all the same.
    """
    clear = "\r\x1b[2K" if has_live_line() else ""  # clears the live line, if there is one
    with suppress(OSError):
        print(clear + escaped(sentence, limit=2000), file=sys.stderr, flush=True)


class EscapedLog:
    """Extension that escapes what pages bring into log messages; line breaks are kept."""

    def __init__(self, crawler: "Crawler") -> None:
        from scrapy import signals

        crawler.signals.connect(self._opened, signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Create the extension for `crawler`."""
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
