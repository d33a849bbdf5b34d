"""The error with which a command ends if its inputs are at fault."""

from typing import Final

import click

from tvto_crawl.terminal import escaped

__all__ = ["InputFault"]

# Characters of the message: a sentence with some paths in it.
_LONGEST: Final = 1000


class InputFault(click.ClickException):
    """An input is missing, damaged or of the wrong kind: a message, and exit status 2.

    The exit statuses of all commands are 0 if the work was done, 1 if nothing came of it (no
    article among the lines, no room on the disk), and 2 if the command or its inputs are wrong.
    Unlike click's own `UsageError`, this one does not print how the command is used.
    """

    exit_code = 2

    def __init__(self, error: Exception | str) -> None:
        super().__init__(escaped(str(error), limit=_LONGEST))
