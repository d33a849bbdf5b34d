"""Scrapy commands of the project.

Scrapy loads them all before it runs one, which takes a second. From when this package is loaded,
Ctrl-C in that second is told in a sentence; before, while Scrapy itself is loaded, Python tells it.
"""

import sys
from types import TracebackType

from tvto_crawl.terminal import open_closed_streams, say


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        say("scrapy: stopped by a signal before it began")
    else:
        sys.__excepthook__(kind, error, trace)


open_closed_streams()
if sys.excepthook is sys.__excepthook__:  # else somebody wants to see more
    sys.excepthook = _tell
