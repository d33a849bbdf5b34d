"""What is told about inputs with nothing to clean."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tvto_crawl.bulk.entries import LeftOut
from tvto_crawl.bulk.inputs import why_nothing
from tvto_crawl.bulk.shards import reject_line
from tvto_crawl.bulk.streams import STDIO

__all__ = ["nothing_to_clean", "reject_of"]


def reject_of(other: Path, why: Mapping[Path, str], column: str | None) -> str:
    """Return the line about an input for the list of what is left out.

    `why` holds the reasons for pipes, which can't be read again.
    """
    detail = why.get(other) or why_nothing(other, column=column)
    place = "stdin" if other == STDIO else str(other)
    return reject_line(LeftOut("nothing-to-clean", place, detail=detail))


def nothing_to_clean(
    named: Iterable[Path], others: list[Path], why: Mapping[Path, str], column: str | None
) -> str:
    """Return a sentence for a run that finds nothing in any of the inputs that were `named`."""
    first = ""
    if others:
        first = f"{_name(others[0])} {why.get(others[0]) or why_nothing(others[0], column=column)}"
    if len(others) == 1:
        return f"there is nothing to clean: {first}"
    where = ", ".join(map(_name, named))
    looked = f" ({len(others):,} other files; {first})" if others else ""
    wanted = f"a column {column}" if column else "an html or text column"
    return (
        f"there is nothing to clean in {where}{looked}; "
        f"the inputs can be HTML, WARC, JSONL with {wanted}, and text files"
    )


def _name(path: Path) -> str:
    return "standard input" if path == STDIO else str(path)
