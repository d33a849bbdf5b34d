"""Articles out of JSONL files, line by line; a line that is none is told apart, never fatal."""

import json
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from cleaners.article import Article, Image
from tvto_crawl.bulk.streams import UNREADABLE, open_input

__all__ = ["ENDINGS", "BadLine", "article_files", "read_records"]

#: Endings of the files that are read out of a folder.
ENDINGS: Final = (".jsonl", ".jsonl.gz", ".jsonl.zst")


class BadLine(NamedTuple):
    """A line that holds no article record."""

    file: str
    line: int
    """Number of the line, from 1; 0 where the file itself broke off."""
    reason: str


def article_files(path: Path) -> list[Path]:
    """Return `path` itself, or the JSONL files in it when it is a folder, by name.

    Raises:
        FileNotFoundError: there is no such file, or the folder has no JSONL file.
    """
    if not path.is_dir():
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such file")
        return [path]
    found = sorted(p for p in path.iterdir() if p.name.endswith(ENDINGS) and p.is_file())
    if not found:
        raise FileNotFoundError(f"{path}: no .jsonl, .jsonl.gz or .jsonl.zst file in this folder")
    return found


def read_records(path: Path) -> Iterator[Article | BadLine]:
    """Yield what each line of `path` holds; blank lines are passed over.

    Gzip and Zstandard are told by the first bytes. A file that breaks off, as one that is still
    being written does, ends in a `BadLine`.

    Raises:
        OSError: the file can't be opened.
    """
    number = 0
    with open_input(path) as lines:
        try:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(path, number, line)
        except UNREADABLE as error:
            yield BadLine(str(path), number + 1, f"the file breaks off here: {error}")


def _record(path: Path, number: int, line: bytes) -> Article | BadLine:
    try:
        article = Article.from_json(line.removeprefix(b"\xef\xbb\xbf"))
    except json.JSONDecodeError as error:
        return BadLine(str(path), number, f"not JSON: {error.msg} at column {error.colno}")
    except UnicodeDecodeError:
        return BadLine(str(path), number, "not UTF-8")
    except RecursionError:
        return BadLine(str(path), number, "not an article record: nested too deeply")
    except ValueError as error:
        return BadLine(str(path), number, str(error))
    except (AttributeError, KeyError, TypeError):
        return BadLine(str(path), number, "not an article record: images is of the wrong type")
    for name, fits in _CHECKS.items():
        if not fits(getattr(article, name)):
            return BadLine(str(path), number, f"not an article record: {name} is of the wrong type")
    return article


def _is_image(value: Any) -> bool:
    return (
        isinstance(value, Image)
        and isinstance(value.url, str)
        and isinstance(value.caption, str | None)
    )


def _is_count(item: tuple[Any, Any]) -> bool:
    return isinstance(item[0], str) and isinstance(item[1], int)


def _checks() -> dict[str, Callable[[Any], bool]]:
    """Return a test for each field of the record, by its annotation."""
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
