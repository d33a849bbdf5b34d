"""Articles as JSONL files: one record a line, UTF-8."""

import json
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import jsonlines

from cleaners.article import Article

__all__ = ["read_jsonl", "write_jsonl"]


def write_jsonl(path: str | Path, articles: Iterable[Article]) -> int:
    """Write `articles` to `path`, one line each, and return how many were written.

    The file is replaced only when every line of it is on disk: an error halfway leaves the old
    file as it was.

    Raises:
        OSError: the folder is missing or not writable, or the disk is full.
        TypeError: `articles` is one article, or one of them is not an `Article`.
    """
    if isinstance(articles, Article):
        raise TypeError("give a list of articles: write_jsonl(path, [article])")
    target = Path(path)
    if not target.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {target.parent} for {target.name}")
    partial = target.with_name(target.name + ".partial")
    written = 0
    try:
        with jsonlines.open(partial, "w", dumps=_dumps) as writer:
            for article in articles:
                if not isinstance(article, Article):
                    kind = type(article).__name__
                    raise TypeError(f"write_jsonl takes Articles, not {kind}: Article.from_dict(…)")
                writer.write(article.to_dict())
                written += 1
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return written


def read_jsonl(path: str | Path) -> Iterator[Article]:
    """Yield the articles of `path`; of several lines with the same id, only the last.

    An article that changed is written again under its id, so the last line is the newest. The
    order is that of each id's first line.

    Raises:
        ValueError: a line is not an article record; the message names file and line.
    """
    newest: dict[str, Article] = {}
    with jsonlines.open(path) as reader:
        for number in count(1):
            try:
                article = Article.from_dict(reader.read(type=dict))
            except EOFError:
                break
            except ValueError as error:
                if isinstance(error, jsonlines.InvalidLineError) and not error.line.strip():
                    continue  # a blank line
                raise ValueError(f"{path}, line {number}: {_complaint(error)}") from error
            newest[article.id] = article
    yield from newest.values()


def _complaint(error: ValueError) -> str:
    """Return what is wrong with a line, without the number of the line."""
    cause = error.__cause__
    if isinstance(cause, json.JSONDecodeError):
        return f"not JSON, from column {cause.colno} on: {cause.msg}"
    if isinstance(error, jsonlines.InvalidLineError):
        return str(error).removesuffix(f" (line {error.lineno})")
    return str(error)


def _dumps(record: object) -> str:
    return json.dumps(record, ensure_ascii=False)
