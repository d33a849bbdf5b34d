"""Articles as CSV and XML for `-o` and `-O`: their lists and pictures in forms that can be read."""

import json
from io import BytesIO
from typing import Any, Final

from scrapy.exporters import CsvItemExporter, XmlItemExporter

from cleaners.article import Article

__all__ = ["ArticlesAsCsv", "ArticlesAsXml"]

# The forms of `tvto-crawl convert`; paragraphs, which it leaves out, each get a line.
_BETWEEN: Final = " | "
_BETWEEN_PARAGRAPHS: Final = "\n"
# Spreadsheets garble Persian without a byte order mark.
_MARKED: Final = {"utf-8": "utf-8-sig", "utf8": "utf-8-sig"}


class ArticlesAsCsv(CsvItemExporter):
    """Scrapy's CSV, but lists can be taken apart again, and what is nested is JSON."""

    def __init__(self, file: BytesIO, **options: Any) -> None:
        encoding = str(options.get("encoding") or "utf-8")
        options["encoding"] = _MARKED.get(encoding.lower(), encoding)
        super().__init__(file, **{"join_multivalued": _BETWEEN, **options})

    def export_item(self, item: Any) -> None:
        """Write an article, or any other item, as a row."""
        if isinstance(item, Article):
            record = item.to_dict()
            record["body"] = _BETWEEN_PARAGRAPHS.join(item.body)
            item = {name: _as_cell(value) for name, value in record.items()}
        super().export_item(item)


class ArticlesAsXml(XmlItemExporter):
    """Scrapy's XML, but pictures are elements, too, and what is missing is an empty element."""

    def export_item(self, item: Any) -> None:
        """Write an article, or any other item, as an element."""
        super().export_item(_without_none(item.to_dict()) if isinstance(item, Article) else item)


def _as_cell(value: Any) -> Any:
    nested = isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(part, dict) for part in value)
    )
    if not nested:
        return value
    return json.dumps(value, ensure_ascii=False) if value else ""


def _without_none(value: Any) -> Any:
    """Return `value` with an empty string for each None, which would be written as that word."""
    if isinstance(value, dict):
        return {name: _without_none(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_without_none(part) for part in value]
    return "" if value is None else value
