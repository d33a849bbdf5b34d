"""Read articles from JSONL files line by line; a line without an article is reported, not fatal."""

import json
import typing
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from cleaners.article import Article, Image
from tvto_crawl.bulk.streams import UNREADABLE
from tvto_crawl.corpus import CorpusError, Source

__all__ = ["BadLine", "read_records"]


class BadLine(NamedTuple):
    """A line that holds no article record."""

    file: str
    line: int
    """Number of the line, starting from 1."""
    reason: str


def read_records(source: Source) -> Iterator[Article | BadLine]:
    """Yield what each line of a file holds, skipping blank lines.

    A file that breaks off, as if it were still being written, ends with a `BadLine`.

    Raises:
        CorpusError: the file can't be opened.
    """
    number = 0
    try:
        opened = source.open()
    except OSError as error:
        raise CorpusError(f"{source.name} can't be read: {error.strerror or error}") from error
    with opened as lines:
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(source.name, number, line)
        except UNREADABLE as error:
            yield BadLine(source.name, number + 1, f"the file breaks off here: {error}")


def _record(name: str, number: int, line: bytes) -> Article | BadLine:
    try:
        article = Article.from_json(line.removeprefix(b"\xef\xbb\xbf"))
    except json.JSONDecodeError as error:
        return BadLine(name, number, f"not JSON, from column {error.colno} on: {error.msg}")
    except UnicodeDecodeError:
        return BadLine(name, number, "not UTF-8")
    except RecursionError:
        return BadLine(name, number, "not an article record: nested too deeply")
    except ValueError as error:
        return BadLine(name, number, str(error))
    for field, fits in _CHECKS.items():
        if not fits(getattr(article, field)):
            return BadLine(name, number, f"not an article record: {field} is of the wrong type")
    return article


def _is_image(value: Any) -> bool:
    return (
        isinstance(value, Image)
        and isinstance(value.url, str)
        and isinstance(value.caption, str | None)
    )


def _is_count(item: tuple[Any, Any]) -> bool:
    return isinstance(item[0], str) and isinstance(item[1], int)


# `tvto_crawl.complaints` is not used, as it demands all fields and valid dates, while a report also
# shows articles that lack them. The scripts only need fields of the right types.
def _checks() -> dict[str, Callable[[Any], bool]]:
    """Return a type check for each field of the record, from its annotation."""
    by_type: dict[Any, Callable[[Any], bool]] = {
        str: lambda value: isinstance(value, str),
        str | None: lambda value: value is None or isinstance(value, str),
        list[str]: lambda value: (
            isinstance(value, list) and all(isinstance(item, str) for item in value)
        ),
        list[Image]: lambda value: isinstance(value, list) and all(map(_is_image, value)),
        dict[str, int]: lambda value: (
            isinstance(value, dict) and all(map(_is_count, value.items()))
        ),
    }
    return {name: by_type[kind] for name, kind in typing.get_type_hints(Article).items()}


_CHECKS: Final = _checks()
