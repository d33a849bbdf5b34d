"""The error with which a command ends if its inputs are at fault."""

from typing import Final

import click

from tvto_crawl.exit_codes import CANT_BEGIN
from tvto_crawl.terminal import escaped

__all__ = ["InputFault"]

# Characters of the message: a sentence with some paths in it.
_LONGEST: Final = 1000


class InputFault(click.ClickException):
    """The work can't begin, mostly because of an input: a message, and exit status 2.

    Unlike click's own `UsageError`, this one does not print how the command is used.
    """

    exit_code = CANT_BEGIN

    def __init__(self, error: Exception | str, *, lines: bool = False) -> None:
        """Make it of an error, whose message is one line unless `lines` says otherwise."""
        parts = str(error).splitlines() if lines else [str(error)]
        super().__init__("\n".join(escaped(part, limit=_LONGEST) for part in parts))
