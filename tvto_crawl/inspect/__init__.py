"""The inspection of one page: what its article is, beside what became of each of its lines.

`pages` finds the page in a file or an archive, `changes` tells what was mended, `view` puts all of
it into one HTML file. For whoever writes rules.
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
