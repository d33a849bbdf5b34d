"""Articles as JSONL files: one record a line, UTF-8, plain or compressed."""

import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import IO, Any, Final

import jsonlines

from cleaners.article import Article

__all__ = ["read_jsonl", "write_jsonl"]

_GZIP: Final = b"\x1f\x8b"
_ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"


def write_jsonl(path: str | Path, articles: Iterable[Article]) -> int:
    """Write `articles` to `path`, one line each, and return how many were written.

    A file whose name ends in `.gz` or `.zst` is compressed. It is replaced only when every line of
    it is on disk: an error halfway leaves the old file as it was.

    Raises:
        ImportError: the name ends in `.zst`, and backports.zstd is not installed.
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
        with _writing(partial, target.suffix.lower()) as stream:
            writer = jsonlines.Writer(stream, dumps=_dumps)
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
    order is that of each id's first line. The file may be compressed with gzip or Zstandard.

    Raises:
        ImportError: the file is compressed with Zstandard, and backports.zstd is not installed.
        ValueError: a line is not an article record, or a compressed file is cut off or damaged; the
            message names file and line.
    """
    newest: dict[str, Article] = {}
    with _reading(Path(path)) as (stream, damage), jsonlines.Reader(stream) as reader:
        for number in count(1):
            try:
                article = Article.from_dict(reader.read(type=dict))
            except EOFError as end:
                if end.args:  # the decompressor's: its file is cut off; that of jsonlines has none
                    raise ValueError(_unreadable(path, number, end)) from end
                break
            except damage as error:
                raise ValueError(_unreadable(path, number, error)) from error
            except ValueError as error:
                if isinstance(error, jsonlines.InvalidLineError) and not error.line.strip():
                    continue  # a blank line
                raise ValueError(f"{path}, line {number}: {_complaint(error)}") from error
            newest[article.id] = article
    yield from newest.values()


@contextmanager
def _reading(path: Path) -> Iterator[tuple[IO[str], tuple[type[Exception], ...]]]:
    """Open a file for reading, unpacked if it is packed; yield also what damage to it raises."""
    with ExitStack() as opened:
        stream: Any = opened.enter_context(path.open("rb"))
        damage: tuple[type[Exception], ...] = ()
        head = stream.peek(4)
        if head.startswith(_GZIP):
            damage = (gzip.BadGzipFile, zlib.error)
            stream = opened.enter_context(gzip.open(stream))
        elif head.startswith(_ZSTANDARD):
            zstd = _zstandard(path)
            damage = (zstd.ZstdError,)
            stream = opened.enter_context(zstd.open(stream))
        yield opened.enter_context(io.TextIOWrapper(stream, "utf-8")), damage


@contextmanager
def _writing(path: Path, ending: str) -> Iterator[IO[str]]:
    """Open a file for writing, packed as the ending of its final name demands."""
    with ExitStack() as opened:
        stream: Any = opened.enter_context(path.open("wb"))
        if ending == ".gz":
            # No name and no time in the header: the same articles give the same bytes.
            stream = opened.enter_context(gzip.GzipFile("", "wb", fileobj=stream, mtime=0))
        elif ending in (".zst", ".zstd"):
            stream = opened.enter_context(_zstandard(path).open(stream, "wb"))
        yield opened.enter_context(io.TextIOWrapper(stream, "utf-8", newline="\n"))


def _zstandard(path: Path) -> ModuleType:
    """Return the module that reads and writes Zstandard, which the standard library lacks so far.

    Raises:
        ImportError: it is not installed.
    """
    try:
        from backports import zstd
    except ImportError as error:
        name = path.name.removesuffix(".partial")
        raise ImportError(f"{name} needs Zstandard: pip install backports.zstd") from error
    return zstd


def _unreadable(path: str | Path, number: int, error: Exception) -> str:
    return f"{path} can't be read after line {number - 1}: {error}"


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
