"""What is told about inputs with nothing to clean."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tvto_crawl.bulk.entries import LeftOut
from tvto_crawl.bulk.inputs import why_nothing
from tvto_crawl.bulk.shards import reject_line
from tvto_crawl.bulk.streams import STDIO, input_name

__all__ = ["nothing_to_clean", "reject_of"]


def reject_of(other: Path, why: Mapping[Path, str], column: str | None) -> str:
    """Return the line about an input for the list of what is left out.

    `why` holds the reasons for pipes, which can't be read again.
    """
    detail = _why(other, why, column)
    place = "stdin" if other == STDIO else str(other)
    return reject_line(LeftOut("nothing-to-clean", place, detail=detail))


def nothing_to_clean(
    named: Iterable[Path], others: list[Path], why: Mapping[Path, str], column: str | None
) -> str:
    """Return a sentence for a run that finds nothing in any of the inputs that were `named`."""
    first = ""
    if others:
        first = f"{input_name(others[0])} {_why(others[0], why, column)}"
    if len(others) == 1:
        return f"there is nothing to clean: {first}"
    where = ", ".join(map(input_name, named))
    looked = f" ({len(others):,} other files; {first})" if others else ""
    wanted = f"a column {column}" if column else "an html or text column"
    return (
        f"there is nothing to clean in {where}{looked}; "
        f"the inputs can be HTML, WARC, JSONL with {wanted}, and text files"
    )


def _why(path: Path, known: Mapping[Path, str], column: str | None) -> str:
    return known.get(path) or why_nothing(path, column=column)
