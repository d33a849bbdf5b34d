"""What the exit codes of all commands mean, `scrapy crawl` included."""

from typing import Final

__all__ = ["CANT_BEGIN", "FAILED", "INTERRUPTED", "IN_SHORT", "MEANINGS"]

#: It began, but something in the data or in the world was wrong.
FAILED: Final = 1
#: It could not begin: the command or its inputs are wrong.
CANT_BEGIN: Final = 2
#: 128 plus the number of SIGINT, as is usual in shells.
INTERRUPTED: Final = 130

#: For the help of every command of `tvto-crawl`, whose own help has the meanings.
IN_SHORT: Final = (
    "Exit status: 0 done, 1 failed, 2 could not begin, 130 interrupted (see the main help)."
)

#: For the help of all commands together, and of `scrapy crawl`.
MEANINGS: Final = (
    "Exit status: 0 if the work was done, whatever was left out on the way; 1 if something in the "
    "data or in the world was wrong: a line that is not valid, a site out of reach, an output that "
    "can't be written; 2 if the work could not begin: a wrong command, a missing or unreadable "
    "input, or inputs that hold nothing of the kind; 130 if it was interrupted (Ctrl-C, SIGTERM)."
)
