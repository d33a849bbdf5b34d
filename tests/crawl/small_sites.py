"""Small sites to crawl, written by the tests as WARC files."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ROOT = Path(__file__).resolve().parents[2]
HTML = "text/html; charset=utf-8"
FEED = "application/rss+xml; charset=utf-8"

Crawl = Callable[..., subprocess.CompletedProcess[str]]


def write_warc(path: Path, pages: Iterable[tuple[str, str, str | bytes]]) -> Path:
    """Write a WARC of `(url, content type, body)`."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for url, content_type, body in pages:
            payload = body.encode() if isinstance(body, str) else body
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=BytesIO(payload),
                    http_headers=StatusAndHeaders(
                        "200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1"
                    ),
                )
            )
    return path


def feed_of(*urls: str) -> str:
    items = "".join(f"<item><title>خبر</title><link>{url}</link></item>" for url in urls)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'


def damage(path: Path, table: str) -> None:
    """Overwrite the first page of a table or an index."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = db.execute(query, (table,)).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    db.close()
    with path.open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(b"\xff" * size)
