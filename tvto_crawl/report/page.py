"""Build one HTML file from articles, scripts, styles and a font."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO, Final

from cleaners.article import Article
from cleaners.dates.jalali import jalali
from tvto_crawl import __version__
from tvto_crawl.bulk.streams import STDIO
from tvto_crawl.corpus import Source, find_sources
from tvto_crawl.replacing import replacing
from tvto_crawl.report.columns import Row, columns, row_of
from tvto_crawl.report.records import BadLine, read_records
from tvto_crawl.report.texts import TextStore, pack, to_bytes
from tvto_crawl.webpage import PageAssets, fill, policy, to_json

__all__ = ["NoArticles", "Summary", "write_report"]

# Bad lines that the page and the summary name; further ones are only counted.
_NAMED_BAD_LINES: Final = 200

_ASSETS: Final = PageAssets(
    "tvto_crawl.report",
    scripts=(
        *("dom", "language", "calendar", "corpus", "selection", "terms", "search", "tooltip"),
        *("timeline", "wallcalendar", "ranking", "provinces", "matrix", "histogram", "copies"),
        *("quality", "table", "reader", "theme", "toolbar", "main"),
    ),
    styles=("theme", "layout", "figures", "articles", "narrow"),
)


class NoArticles(ValueError):  # noqa: N818
    """No file holds an article; the message is a sentence for people."""


@dataclass(slots=True)
class Summary:
    """What a report was made from."""

    articles: int = 0
    """Articles on the page."""
    superseded: int = 0
    """Lines replaced by a later line with the same id."""
    bad: int = 0
    """Lines that hold no article record."""
    bad_lines: list[BadLine] = field(default_factory=list)
    """The first bad lines."""
    files: list[tuple[str, int, int]] = field(default_factory=list)
    """Of each file its name, the number of articles read and the number of bad lines."""
    size: int = 0
    """Size of the page in bytes."""


def write_report(
    inputs: Sequence[Path],
    out: Path,
    *,
    texts: bool = True,
    on_article: Callable[[int], None] | None = None,
) -> Summary:
    """Write the report of the articles in `inputs` to `out`, one HTML file.

    Args:
        inputs: JSONL files, plain or compressed, folders of them, or `-` for standard input. Of
            several lines with the same id, the last is taken; a line without an article is counted
            and named.
        out: the file to write, `-` for standard output. An old one is replaced only when the new
            one is complete.
        texts: whether the articles' texts go into the page; without them it is small, and its
            table shows only headings.
        on_article: called with the number of articles read so far.

    Raises:
        CorpusError: an input does not exist or can't be opened, or a folder has no JSONL file.
        NoArticles: no line is an article; nothing is written.
        OSError: `out` can't be written.
    """
    sources = find_sources(inputs)
    summary = Summary()
    with TextStore() as store:
        rows = _read(sources, store, summary, texts, on_article)
        if not rows:
            raise NoArticles(_nothing_found(summary))
        rows.sort(key=lambda row: (row.day, row.minute), reverse=True)
        summary.articles = len(rows)
        with _opened(out) as page:
            for part in _page(rows, store if texts else None, summary):
                summary.size += page.write(part.encode())
    return summary


@contextmanager
def _opened(out: Path) -> Iterator[BinaryIO]:
    if out == STDIO:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replacing(out) as new, new.open("wb") as page:
        yield page


def _read(
    sources: Iterable[Source],
    store: TextStore,
    summary: Summary,
    texts: bool,
    on_article: Callable[[int], None] | None,
) -> list[Row]:
    newest: dict[str, Row] = {}
    read = 0
    for source in sources:
        articles = bad = 0
        for record in read_records(source):
            if isinstance(record, Article):
                number = store.add(record) if texts else 0
                summary.superseded += record.id in newest
                newest[record.id] = row_of(record, number)
                articles += 1
                read += 1
                if on_article:
                    on_article(read)
            else:
                bad += 1
                if len(summary.bad_lines) < _NAMED_BAD_LINES:
                    summary.bad_lines.append(record)
        summary.bad += bad
        summary.files.append((source.name, articles, bad))
    return list(newest.values())


def _nothing_found(summary: Summary) -> str:
    if not summary.bad_lines:
        return "the files are empty, so there is no article to report on"
    file, line, reason = summary.bad_lines[0]
    return f"no line is an article record; {file} line {line}: {reason}"


def _page(rows: Sequence[Row], store: TextStore | None, summary: Summary) -> Iterator[str]:
    """Yield the page piece by piece."""
    chunks = store.chunks(row.text for row in rows) if store else []
    starts = list(accumulate(map(len, chunks), initial=0))[:-1]
    extra = {"starts": starts, "about": _about(summary)}
    charts, script = _ASSETS.text("plot.min.js"), _ASSETS.script
    licences = _ASSETS.text("FONT-LICENSE.txt") + "\n" + _ASSETS.text("LICENSES.txt")
    slots: dict[str, Callable[[], Iterable[str]]] = {
        "policy": lambda: [policy(charts, script)],
        "style": lambda: [_ASSETS.style],
        "charts": lambda: [charts],
        "script": lambda: [script],
        "words": lambda: [to_json({"words": _ASSETS.words, "provinces": _provinces()})],
        "columns": lambda: [pack(to_bytes(columns(rows) | extra))],
        "texts": lambda: _text_elements(store, chunks),
        "licences": lambda: [licences.replace("<", "&lt;")],
    }
    yield from fill(_ASSETS.text("page.html"), slots)


def _text_elements(store: TextStore | None, chunks: Sequence[Iterable[int]]) -> Iterator[str]:
    if store:
        for number, texts in enumerate(chunks):
            packed = store.packed(texts)
            yield f'<script type="text/plain" id="texts-{number}">{packed}</script>\n'


def _about(summary: Summary) -> dict[str, Any]:
    return {
        "made": jalali(datetime.now(UTC)),
        "version": __version__,
        "superseded": summary.superseded,
        "bad": summary.bad,
        "files": summary.files,
        "bad_lines": summary.bad_lines,
    }


def _provinces() -> dict[str, Any]:
    provinces: dict[str, Any] = json.loads(_ASSETS.text("provinces.json"))
    return provinces
