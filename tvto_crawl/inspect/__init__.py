"""The inspection of one page: its article beside what became of each of its lines.

`pages` finds the page in a file or an archive, `changes` finds what was mended, and `view` puts all
of it into one HTML file. This is for people who write rules.
"""

from tvto_crawl.inspect.pages import (
    Captured,
    NoPage,
    UnreadablePage,
    captured_pages,
    find_captured,
    read_page,
)
from tvto_crawl.inspect.view import Inspection, inspect_page, write_view

__all__ = [
    "Captured",
    "Inspection",
    "NoPage",
    "UnreadablePage",
    "captured_pages",
    "find_captured",
    "inspect_page",
    "read_page",
    "write_view",
]
