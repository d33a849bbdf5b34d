"""Check where a command may write: never over an input, and only into a folder that exists."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from tvto_crawl.bulk.streams import STDIO, compression_of
from tvto_crawl.replacing import UNFINISHED
from tvto_crawl.terminal import escaped

__all__ = [
    "check_apart",
    "check_folder",
    "check_jsonl",
    "check_kept",
    "check_not_read",
    "check_output",
    "file_option",
    "name_of",
    "names_folder",
    "writing",
]


# Endings of tables, which only `convert` writes.
_TABLES: Final = frozenset({".csv", ".tsv", ".parquet", ".xlsx"})


def file_option[C: Callable[..., object]](description: str) -> Callable[[C], C]:
    """Return the option `-o` of a command that writes one file, by default to standard output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        default="-",
        metavar="FILE",
        help=description,
    )


def name_of(output: Path | str) -> str:
    """Return the name of an output in messages."""
    return "standard output" if str(output) == str(STDIO) else escaped(str(output), limit=1000)


def check_output(output: Path, inputs: Iterable[Path]) -> None:
    """Check, before any work is done, that a file can be written where it is wanted.

    Raises:
        click.UsageError: `output` is one of `inputs`, or its folder does not exist.
        click.ClickException: what should be its folder is a file, or can't be entered.
    """
    if output == STDIO:
        return
    folder = output.parent
    with writing(output):
        is_folder, is_there = folder.is_dir(), folder.exists()
        output.exists()  # raises if the folder can't be entered
    if not is_folder:
        name = escaped(str(folder))
        if is_there:
            raise click.ClickException(f"nothing can be written in {name}: it is not a folder")
        raise click.UsageError(f"there is no folder {name}")
    check_not_read(output, inputs)


def check_jsonl(output: Path) -> None:
    """Check that a file that will hold JSONL is not named like a table.

    Raises:
        click.UsageError: it is.
    """
    plain = output.with_suffix("") if compression_of(output.name) else output
    if plain.suffix.lower() in _TABLES:
        raise click.UsageError(
            f"{escaped(str(output))} would hold JSONL: let its name end in .jsonl, and make CSV or"
            " Parquet of it with `tvto-crawl convert`"
        )


def check_not_read(output: Path, inputs: Iterable[Path]) -> None:
    """Check that a file to be written is not also an input.

    Raises:
        click.UsageError: `output` is one of `inputs`.
    """
    for path in inputs:
        if path.is_file() and output.exists() and path.samefile(output):
            raise click.UsageError(f"{escaped(str(output))} is an input: write to another file")


def check_kept(output: Path, new: str) -> None:
    """Check that a file does not already hold something else, which people may have written.

    Raises:
        click.UsageError: it has other contents than `new`.
    """
    if output == STDIO or not output.is_file():
        return
    with writing(output):
        old = output.read_bytes()
    if old.strip() and old != new.encode():
        raise click.UsageError(
            f"{escaped(str(output))} exists, perhaps edited: write to another file, or replace it"
            " with --force"
        )


def check_apart(output: Path, others: Iterable[Path]) -> None:
    """Check that no file would be written twice.

    Raises:
        click.UsageError: `output` is one of `others`.
    """
    if output != STDIO and output.resolve() in {other.resolve() for other in others}:
        raise click.UsageError(f"{escaped(str(output))} would be written twice: name another file")


def check_folder(output: str, written: str, is_ours: Callable[[Path], bool]) -> None:
    """Check that files come among others only if a slash at the end of `output` says so.

    Args:
        output: a folder.
        written: what is written to it, in the plural.
        is_ours: whether a file in the folder may be there already, from an earlier run.

    Raises:
        click.UsageError: there are other files, except hidden ones and what a killed run left.
    """
    folder = Path(output)
    if _ends_in_slash(output) or not folder.is_dir():
        return
    with writing(folder):
        there = [path for path in folder.iterdir() if not path.name.startswith(".")]
    if not all(path.suffix == UNFINISHED or is_ours(path) for path in there):
        name = escaped(output)
        raise click.UsageError(
            f"{name} is a folder with other files: write {name}/ to add {written} to them, or name"
            " a file"
        )


def names_folder(output: str) -> bool:
    """Return whether an output is a folder: it exists as one, or its name ends in a slash.

    Raises:
        click.UsageError: a file is where the folder should be.
    """
    if output == str(STDIO):
        return False
    path = Path(output)
    ends = _ends_in_slash(output)
    with writing(path):
        is_there, is_folder = path.exists(), path.is_dir()
    if ends and is_there and not is_folder:
        raise click.UsageError(f"{escaped(str(path))} is a file")
    return ends or is_folder


def _ends_in_slash(output: str) -> bool:
    return output.endswith(("/", os.sep))


@contextmanager
def writing(output: Path) -> Iterator[None]:
    """Turn errors in writing `output` into a message, except for standard output.

    Raises:
        click.ClickException: it can't be written.
    """
    try:
        yield
    except OSError as error:
        if output == STDIO:
            raise
        name = escaped(str(error.filename or output), limit=1000)
        why = error.strerror or error
        raise click.ClickException(f"{name} can't be written: {why}") from error
