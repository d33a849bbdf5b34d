"""Inputs for `tvto-crawl`, made of the sample pages."""

import io
import json
from collections.abc import Iterable
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.sample_pages import SamplePage, article_pages

DATE = "2026-01-05T10:00:00Z"


def numbered(count: int) -> list[tuple[str, bytes]]:
    """`count` pages of Mehr's kind, each with a news code of its own."""
    page = next(p for p in article_pages() if p.agency == "mehr")
    raw = page.read()
    code = page.url.split("/news/")[1].split("/")[0].encode()
    return [
        (
            f"https://www.mehrnews.com/news/{7000000 + number}/x",
            raw.replace(code, str(7000000 + number).encode()),
        )
        for number in range(count)
    ]


def samples() -> list[tuple[str, bytes]]:
    return [(page.url, page.read()) for page in article_pages()]


def write_warc(
    path: Path,
    pages: Iterable[tuple[str, bytes]],
    *,
    headers: dict[str, str] | None = None,
    status: str = "200 OK",
    append: bool = False,
) -> Path:
    """Write a WARC/1.1 of `pages`, each record a gzip member where the name ends in .gz."""
    http = {"Content-Type": "text/html; charset=utf-8"} if headers is None else headers
    with path.open("ab" if append else "wb") as stream:
        writer = WARCWriter(stream, gzip=path.name.endswith(".gz"), warc_version="WARC/1.1")
        if not append:
            writer.write_record(writer.create_warcinfo_record(path.name, {"software": "tests"}))
        for url, body in pages:
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=io.BytesIO(body),
                    http_headers=StatusAndHeaders(status, list(http.items()), protocol="HTTP/1.1"),
                    warc_headers_dict={"WARC-Date": DATE},
                )
            )
    return path


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


__all__ = ["DATE", "SamplePage", "numbered", "records", "samples", "write_warc"]
