"""Write articles as Parquet, as CSV, and as plain text files."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from itertools import batched, count
from pathlib import Path
from typing import IO, Any, Final

from cleaners.persian.characters import well_formed
from cleaners.schema import article_schema
from tvto_crawl.bulk.streams import whole_file

__all__ = [
    "ConversionError",
    "MissingPackageError",
    "Utf8",
    "write_csv",
    "write_parquet",
    "write_texts",
]

# Rows per row group of a Parquet file; some 10 MB of text.
_ROW_GROUP: Final = 4_000
_UNSAFE: Final = re.compile(r"[^\w.-]+")


class ConversionError(Exception):
    """The articles can't be converted; the message is a sentence for people."""


class MissingPackageError(Exception):
    """A package is not installed; the message says how to install it."""


def write_parquet(records: Iterable[dict[str, Any]], target: Path) -> int:
    """Write `records` as a Parquet file (Zstandard) and return their number.

    The columns are the fields of the record: text, lists of text, a list of {url, caption} for
    images and a list of {kind, count} for repairs.

    Raises:
        ConversionError: a record has a field of the wrong type.
        MissingPackageError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingPackageError(
            "Parquet needs pyarrow: pip install 'tvto-crawl[parquet]'"
        ) from error
    schema = _arrow_schema(pa)
    count = 0
    with (
        whole_file(target) as stream,
        pq.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        for some in batched(records, _ROW_GROUP):
            rows = [_arrow_row(record, schema.names) for record in some]
            try:
                writer.write_table(_arrow_table(pa, rows, schema))
            except (pa.ArrowInvalid, pa.ArrowTypeError, TypeError) as error:
                raise ConversionError(
                    f"a record does not fit the schema, `tvto-crawl validate` names it: {error}"
                ) from error
            count += len(rows)
    return count


def _arrow_table(pa: Any, rows: list[dict[str, Any]], schema: Any) -> Any:
    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:  # a lone surrogate, which only JSON can hold
        whole = json.loads(well_formed(json.dumps(rows, ensure_ascii=False)))
        return pa.Table.from_pylist(whole, schema=schema)


def _arrow_schema(pa: Any) -> Any:
    image = pa.struct([("url", pa.string()), ("caption", pa.string())])
    repair = pa.struct([("kind", pa.string()), ("count", pa.int64())])
    types = {"images": pa.list_(image), "repairs": pa.list_(repair)}
    fields = article_schema()["properties"]
    return pa.schema(
        [
            (name, types.get(name) or (pa.list_(pa.string()) if _is_list(rule) else pa.string()))
            for name, rule in fields.items()
        ]
    )


def _is_list(rule: dict[str, Any]) -> bool:
    return bool(rule["type"] == "array")


def _arrow_row(record: dict[str, Any], names: list[str]) -> dict[str, Any]:
    row = {name: record.get(name) for name in names}
    repairs = record.get("repairs") or {}
    if isinstance(repairs, dict):
        row["repairs"] = [{"kind": kind, "count": count} for kind, count in repairs.items()]
    return row


def write_csv(records: Iterable[dict[str, Any]], target: Path) -> int:
    """Write `records` as CSV for spreadsheets and return their number.

    All fields are written except `body` (its text is in `text`), `images` and `repairs`. Lists are
    joined by ` | `.
    """
    names = [n for n in article_schema()["properties"] if n not in ("body", "images", "repairs")]
    count = 0
    with whole_file(target) as raw:
        rows = csv.writer(Utf8(raw))
        rows.writerow(names)
        for record in records:
            rows.writerow(_cell(record.get(name)) for name in names)
            count += 1
    return count


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(map(str, value))
    return "" if value is None else str(value)


class Utf8:
    """A text writer in UTF-8 with a byte order mark, without which spreadsheets garble Persian."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        raw.write("\ufeff".encode())

    def write(self, text: str) -> None:
        """Write `text`."""
        self._raw.write(text.encode("utf-8", "replace"))


def write_texts(records: Iterable[dict[str, Any]], target: Path) -> int:
    """Write the text of each record to `<id>.txt` in the folder `target`; return their number.

    Characters unsafe in file names become `_`, and names made equal by that get a number. If
    several records have the same id, the last one stays.
    """
    files: dict[str, str] = {}  # id by file
    for record in records:
        if not files:
            target.mkdir(parents=True, exist_ok=True)
        key = str(record["id"])
        name = next(name for name in _file_names(key) if files.get(name, key) == key)
        files[name] = key
        (target / name).write_text(f"{record['text']}\n", "utf-8", "replace")
    return len(files)


def _file_names(key: str) -> Iterator[str]:
    """Yield the possible file names for an id, the preferred one first."""
    stem = _UNSAFE.sub("_", key)[:120]
    yield f"{stem}.txt"
    yield from (f"{stem}-{number}.txt" for number in count(2))
