"""The error with which a command ends if its inputs are at fault."""

from typing import Final

import click

from tvto_crawl.exit_codes import CANT_BEGIN
from tvto_crawl.terminal import escaped

__all__ = ["InputFault"]

# Characters of the message: a sentence with some paths in it.
_LONGEST: Final = 1000


class InputFault(click.ClickException):
    """An input is missing, damaged or of the wrong kind: a message, and exit status 2.

    Unlike click's own `UsageError`, this one does not print how the command is used.
    """

    exit_code = CANT_BEGIN

    def __init__(self, error: Exception | str) -> None:
        super().__init__(escaped(str(error), limit=_LONGEST))
