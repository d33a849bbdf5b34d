"""One HTML file out of articles, scripts, styles and a font."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import IO, Any, Final

from cleaners.article import Article
from cleaners.jalali import jalali
from tvto_crawl import __version__
from tvto_crawl.report.columns import Row, columns, row_of
from tvto_crawl.report.records import BadLine, article_files, read_records
from tvto_crawl.report.texts import TextStore, pack, to_bytes

__all__ = ["NoArticles", "Summary", "write_report"]

# Of very many bad lines the page and the summary name the first; all are counted.
_NAMED_BAD_LINES: Final = 200

# The page's own scripts, in the order in which one needs another. They are real ES modules, so
# that tools read them; on the page they share one scope.
_SCRIPTS: Final = (
    *("dom", "language", "calendar", "corpus", "selection", "search", "tooltip", "timeline"),
    *("wallcalendar", "ranking", "provinces", "matrix", "histogram", "copies", "quality"),
    *("table", "reader", "toolbar", "main"),
)
_STYLES: Final = ("theme", "layout", "figures", "articles", "narrow")
_IMPORT: Final = re.compile(r"^import .*?;\n", re.MULTILINE | re.DOTALL)
_EXPORT: Final = re.compile(r"^export ", re.MULTILINE)
_SLOT: Final = re.compile(r"<!--@(\w+)-->")


class NoArticles(ValueError):  # noqa: N818
    """None of the files holds an article."""


@dataclass(slots=True)
class Summary:
    """What a report was made of."""

    articles: int = 0
    """Articles on the page."""
    superseded: int = 0
    """Lines that a later line with the same id replaced."""
    bad: int = 0
    """Lines that hold no article record."""
    bad_lines: list[BadLine] = field(default_factory=list)
    """The first of them, by file, line and reason."""
    files: list[tuple[str, int, int]] = field(default_factory=list)
    """Name, articles read and bad lines of each file."""
    size: int = 0
    """Bytes of the page."""


def write_report(
    inputs: Sequence[Path],
    out: Path,
    *,
    texts: bool = True,
    on_article: Callable[[int], None] | None = None,
) -> Summary:
    """Write the report of the articles in `inputs` to `out`, one HTML file.

    Args:
        inputs: JSONL files, plain or gzipped, or folders of them. Of several lines with one id
            the last is taken; a line that is no article is counted and named.
        out: where the page goes. It is replaced only when the new one is complete.
        texts: whether the articles' texts go into the page; without them it is small, and its
            table opens headings only.
        on_article: told how many articles have been read so far.

    Raises:
        FileNotFoundError: an input does not exist, or a folder has no JSONL file.
        NoArticles: none of the lines is an article; nothing is written.
        OSError: an input can't be read, or `out` can't be written.
    """
    paths = list(dict.fromkeys(path for given in inputs for path in article_files(given)))
    summary = Summary()
    with TextStore() as store:
        rows = _read(paths, store, summary, texts, on_article)
        if not rows:
            raise NoArticles(_nothing_found(summary))
        rows.sort(key=lambda row: (row.day, row.minute), reverse=True)
        summary.articles = len(rows)
        partial = out.with_name(out.name + ".partial")
        try:
            with partial.open("w", encoding="utf-8", newline="\n") as page:
                _write(page, rows, store if texts else None, summary)
            summary.size = partial.stat().st_size
            partial.replace(out)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    return summary


def _read(
    paths: Iterable[Path],
    store: TextStore,
    summary: Summary,
    texts: bool,
    on_article: Callable[[int], None] | None,
) -> list[Row]:
    newest: dict[str, Row] = {}
    read = 0
    for path in paths:
        articles = bad = 0
        for record in read_records(path):
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
        summary.files.append((str(path), articles, bad))
    return list(newest.values())


def _nothing_found(summary: Summary) -> str:
    if not summary.bad_lines:
        return "the files are empty: no article to report on"
    first = summary.bad_lines[0]
    return f"no line is an article record; the first, {first.file}:{first.line}: {first.reason}"


def _write(page: IO[str], rows: Sequence[Row], store: TextStore | None, summary: Summary) -> None:
    """Write the page slot by slot; what goes into a slot is never read for slots again."""
    chunks = store.chunks(row.text for row in rows) if store else []
    starts = list(accumulate(map(len, chunks), initial=0))[:-1]
    extra = {"starts": starts, "about": _about(summary)}
    slots: dict[str, Callable[[], Iterable[str]]] = {
        "policy": lambda: [_policy()],
        "style": lambda: [_style()],
        "charts": lambda: [_asset("plot.min.js")],
        "script": lambda: [_script()],
        "words": lambda: [_escaped(_words())],
        "columns": lambda: [pack(to_bytes(columns(rows) | extra))],
        "texts": lambda: _text_elements(store, chunks),
        "licences": lambda: [_asset("LICENSES.txt").replace("<", "&lt;")],
    }
    template = _asset("page.html")
    end = 0
    for slot in _SLOT.finditer(template):
        page.write(template[end : slot.start()])
        page.writelines(slots[slot[1]]())
        end = slot.end()
    page.write(template[end:])


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


@cache
def _asset(name: str) -> str:
    return files("tvto_crawl.report").joinpath("assets", name).read_text("utf-8")


@cache
def _script() -> str:
    """Return the page's modules as one script: imports dropped, one scope around them."""
    modules = []
    for name in _SCRIPTS:
        source = _asset(f"js/{name}.js")
        modules.append(_EXPORT.sub("", _IMPORT.sub("", source)))
    return '"use strict";\n(() => {\n' + "\n".join(modules) + "\n})();\n"


def _style() -> str:
    font = files("tvto_crawl.report").joinpath("assets", "vazirmatn.woff2").read_bytes()
    address = "data:font/woff2;base64," + base64.b64encode(font).decode("ascii")
    style = "\n".join(_asset(f"css/{name}.css") for name in _STYLES)
    return style.replace("vazirmatn.woff2", address)


def _words() -> dict[str, Any]:
    return {
        "words": json.loads(_asset("words.json")),
        "provinces": json.loads(_asset("provinces.json")),
    }


def _escaped(value: Any) -> str:
    r"""Return `value` as JSON that can stand in a script element: `<` is spelt `\u003c`."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _policy() -> str:
    """Return a Content-Security-Policy that lets these two scripts run and nothing be fetched.

    Styles stay open to inline ones, which the charts set; they can't fetch anything either.
    """
    hashes = " ".join(
        "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"
        for code in (_asset("plot.min.js"), _script())
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; font-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
