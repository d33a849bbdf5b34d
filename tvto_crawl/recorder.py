"""Keep what a live crawl fetches, as WARC/1.1 files that any web archive tool can read."""

import base64
import hashlib
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from scrapy import Request
from scrapy.http import Response
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tvto_crawl import __version__
from tvto_crawl.places import complaint_of_folder
from tvto_crawl.whole_writes import WholeWrites

__all__ = ["DEFAULT_SIZE", "Recorder"]

#: Bytes after which a new file is begun: a gigabyte, as is usual for web archives.
DEFAULT_SIZE: Final = 1_000_000_000
_NOT_MODIFIED: Final = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# Digests that are remembered, so that a repeated page becomes a revisit record; each takes about
# 300 bytes of memory.
_REMEMBERED: Final = 200_000


class Recorder:
    """Writes request and response of every download to `folder`, one gzip member per record.

    A body that this recording already holds becomes a revisit record. Files are named
    `<prefix>-<UTC time>-<number>.warc.gz` and rotated at `max_bytes`. The folder is created with
    the first file, so that a crawl that fetches nothing leaves no folder.

    Raises:
        OSError: the folder can't be created or written to; an incomplete record is cut off.
    """

    def __init__(
        self, folder: Path, prefix: str, *, user_agent: str = "", max_bytes: int = DEFAULT_SIZE
    ) -> None:
        if complaint := complaint_of_folder(folder):
            raise OSError(complaint)
        self._folder = folder
        self._prefix = prefix
        self._user_agent = user_agent
        self._max_bytes = max_bytes
        self._started = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
        self._number = 0
        self._seen: dict[str, tuple[str, str]] = {}
        self._out: WholeWrites | None = None
        self.files: list[Path] = []

    def write(self, request: Request, response: Response) -> None:
        """Append an exchange; the file holds whole records, whatever happens next."""
        out = self._file()
        writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
        sound = out.length
        try:
            answer = self._response_record(writer, request, response)
            writer.write_request_response_pair(_request_record(writer, request), answer)
            out.flush()
        except OSError:
            out.cut(sound)
            raise

    def close(self) -> None:
        """Close the current file."""
        if self._out:
            self._out.close()
            self._out = None

    def _file(self) -> WholeWrites:
        """Return the current file, or a new one if there is none or it is full."""
        if self._out and self._out.length >= self._max_bytes:
            self.close()
        if self._out is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{self._prefix}-{self._started}-{self._number:05}.warc.gz"
            self._out = WholeWrites(path)
            self._number += 1
            self.files.append(path)
            writer = WARCWriter(self._out, gzip=True, warc_version="WARC/1.1")
            writer.write_record(writer.create_warcinfo_record(path.name, self._info()))
        return self._out

    def _info(self) -> dict[str, str]:
        return {
            "software": f"tvto_crawl/{__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "classic",
            "http-header-user-agent": self._user_agent,
        }

    def _response_record(self, writer: WARCWriter, request: Request, response: Response) -> Any:
        digest = "sha1:" + base64.b32encode(hashlib.sha1(response.body).digest()).decode()
        known = self._seen.get(digest)
        named = {"WARC-IP-Address": str(response.ip_address)} if response.ip_address else {}
        headers = _http_headers(response)
        if response.status == 304:
            return writer.create_warc_record(
                request.url,
                "revisit",
                http_headers=headers,
                warc_headers_dict={**named, "WARC-Profile": _NOT_MODIFIED},
            )
        if known and response.body:
            return writer.create_revisit_record(
                request.url, digest, known[0], known[1], headers, warc_headers_dict=named
            )
        record = writer.create_warc_record(
            request.url,
            "response",
            payload=BytesIO(response.body),
            length=len(response.body),
            http_headers=headers,
            warc_headers_dict=named,
        )
        if len(self._seen) < _REMEMBERED:
            self._seen[digest] = (request.url, record.rec_headers.get_header("WARC-Date"))
        return record


def _http_headers(response: Response) -> StatusAndHeaders:
    """Return status line and headers, adapted to a body stored without chunking."""
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = ""
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
        if name.lower() not in (b"transfer-encoding", b"content-length")
    ]
    headers.append(("Content-Length", str(len(response.body))))
    return StatusAndHeaders(f"{response.status} {phrase}".strip(), headers, protocol="HTTP/1.1")


def _request_record(writer: WARCWriter, request: Request) -> Any:
    host, _, path = request.url.partition("://")[2].partition("/")
    headers = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in request.headers.items()
        for value in values
    ]
    line = StatusAndHeaders(
        f"{request.method} /{path} HTTP/1.1", [("Host", host), *headers], is_http_request=True
    )
    return writer.create_warc_record(
        request.url,
        "request",
        payload=BytesIO(request.body),
        length=len(request.body),
        http_headers=line,
    )
