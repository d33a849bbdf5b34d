"""Where a command may write: never over what it reads, and into a folder that is there."""

from collections.abc import Iterable
from pathlib import Path

import click

from tvto_crawl.terminal import escaped

__all__ = ["check_not_read", "check_output"]


def check_output(output: Path, inputs: Iterable[Path]) -> None:
    """Raise when a file can't be written where it is wanted, before any work is done.

    Raises:
        click.UsageError: `output` is one of `inputs`, or its folder does not exist.
    """
    if not output.parent.is_dir():
        raise click.UsageError(f"there is no folder {escaped(str(output.parent))}")
    check_not_read(output, inputs)


def check_not_read(output: Path, inputs: Iterable[Path]) -> None:
    """Raise when a file that is to be written is read, too.

    Raises:
        click.UsageError: `output` is one of `inputs`.
    """
    for path in inputs:
        if path.is_file() and output.exists() and path.samefile(output):
            raise click.UsageError(f"{escaped(str(output))} is read: write to another file")
