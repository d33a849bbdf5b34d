"""Read pages from WARC files, starting at any record: with FastWARC, going on where it gives up."""

import re
import zlib
from collections.abc import Callable, Generator, Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final

import brotli
from backports import zstd
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from cleaners.markup.pagebytes import MAX_BYTES
from tvto_crawl.bulk.entries import Entry, LeftOut
from tvto_crawl.bulk.streams import compression_by_magic
from tvto_crawl.warc import may_be_page

__all__ = ["WarcReader", "next_record"]

_CAPTURES: Final = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
_RECORD: Final = re.compile(rb"\r?\n\r?\n(WARC/\d\.\d\r?\n)")
_MEMBER: Final = {
    "gz": re.compile(rb"\x1f\x8b\x08"),
    "zst": re.compile(rb"\x28\xb5\x2f\xfd"),
}
# Bytes of the windows through which a search goes; they overlap by more than the length of a mark.
_WINDOW: Final = 1 << 20
_OVERLAP: Final = 32
# Bytes of the largest record that is read: the largest page that the cleaners accept, badly
# compressed, with its headers.
_LARGEST: Final = 2 * MAX_BYTES
# Bytes of a header; of a longer one only the beginning is used.
_LONGEST_LINE: Final = 1 << 16


class WarcReader:
    """The entries of those records of a WARC file that begin from byte `start` up to `end`.

    `open_file` opens the file as it is, compressed or not, for reading and seeking.

    What can't be read is left out as `torn`, and reading goes on with the next readable record.

    After iteration, `aligned` is False if no record begins at `end`: the bytes there only looked
    like the beginning of a record.
    """

    def __init__(
        self,
        open_file: Callable[[], BinaryIO],
        name: str,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        self._open, self._name = open_file, name
        self._start, self._end = start, end
        self.aligned = True

    def __iter__(self) -> Iterator[Entry | LeftOut]:
        with self._open() as stream:
            position: int | None = self._start
            while position is not None and (self._end is None or position < self._end):
                position = yield from self._read_from(stream, position)

    def _read_from(
        self, stream: BinaryIO, start: int
    ) -> Generator[Entry | LeftOut, None, int | None]:
        """Read from `start` on; return where to resume after damage, or None at the end."""
        stream.seek(start)
        position = start
        try:
            for record in ArchiveIterator(
                stream,
                record_types=WarcRecordType.any_type,
                parse_http=False,
                fsspec_args=False,
            ):
                position = record.stream_pos
                if self._end is not None and position >= self._end:
                    self.aligned = position == self._end
                    return None
                entry = self._entry(record, position)
                if entry is not None:
                    yield entry
        except OSError as error:
            yield LeftOut("torn", f"{self._name} after byte {position}", detail=str(error))
            return next_record(stream, position + 1)
        return None

    def _entry(self, record: WarcRecord, position: int) -> Entry | LeftOut | None:
        """Return what a record holds, or None if it does not capture a web address."""
        if not record.record_type & _CAPTURES:
            return None
        url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
        place = f"{self._name} at byte {position}"
        if not url.startswith(("http://", "https://")):
            return None
        if record.record_type == WarcRecordType.revisit:
            return LeftOut("revisit", place, url)
        if record.content_length > _LARGEST:
            return LeftOut("too-large", place, url, f"{record.content_length:,} bytes")
        is_answer = record.record_type != WarcRecordType.resource
        head = _read_head(record.reader) if is_answer else b""
        body: bytes = record.reader.read()
        if len(head) + len(body) < record.content_length:
            return LeftOut("torn", place, url, "the record breaks off")
        fetched_at = _moment(record.headers.get("WARC-Date"))
        if not is_answer:
            return self._page(body, record.headers.get("Content-Type"), url, place, fetched_at)
        if not head.startswith(b"HTTP/"):
            return self._page(head + body, None, url, place, fetched_at)
        return self._response(head, body, url, place, fetched_at)

    def _response(
        self, head: bytes, body: bytes, url: str, place: str, fetched_at: datetime | None
    ) -> Entry | LeftOut:
        status, headers = _status_and_headers(head)
        if status is not None and not 200 <= status < 300:
            return LeftOut("http-status", place, url, str(status))
        body = _decoded(body, headers)
        return self._page(body, headers.get("content-type"), url, place, fetched_at)

    def _page(
        self, body: bytes, content_type: str | None, url: str, place: str, at: datetime | None
    ) -> Entry | LeftOut:
        kind = (content_type or "").partition(";")[0].strip().lower()
        # Some servers label their pages as plain text.
        if not may_be_page(content_type) and not (
            kind == "text/plain" and body[:512].lstrip().startswith(b"<")
        ):
            return LeftOut("not-html", place, url, kind)
        return Entry(body, True, place, self._name, url, content_type, at)


def next_record(stream: BinaryIO, start: int) -> int | None:
    """Return the offset of the first record of a WARC file at or after byte `start`, or None.

    It is recognized by its appearance, without reading what precedes it: a gzip member or Zstandard
    frame that unpacks to a record, or the first line of a record after two line ends. In an archive
    compressed as one piece, only the first record can be found.
    """
    stream.seek(0)
    compression = compression_by_magic(stream.read(4))
    if start <= 0:
        return 0
    pattern = _MEMBER[compression] if compression else _RECORD
    begin = max(0, start - 4)
    while True:
        stream.seek(begin)
        window = stream.read(_WINDOW)
        for found in pattern.finditer(window):
            offset = begin + (found.start() if compression else found.start(1))
            if offset >= start and (not compression or _opens_record(stream, offset, compression)):
                return offset
        if len(window) <= _OVERLAP:
            return None
        begin += len(window) - _OVERLAP


def _opens_record(stream: BinaryIO, offset: int, compression: str) -> bool:
    """Return whether a compressed record begins at `offset`."""
    stream.seek(offset)
    packed = stream.read(4096)
    try:
        if compression == "gz":
            head = zlib.decompressobj(31).decompress(packed, 16)
        else:
            head = zstd.ZstdDecompressor().decompress(packed, 16)
    except (zlib.error, zstd.ZstdError):
        return False
    return head.startswith(b"WARC/")


def _read_head(reader: Any) -> bytes:
    """Read an HTTP answer up to its body, so that the body can be read in one piece without a copy.

    Of anything else, only the first line is read.
    """
    lines: list[bytes] = [reader.readline(_LONGEST_LINE)]
    if lines[0].startswith(b"HTTP/"):
        while line := reader.readline(_LONGEST_LINE):
            lines.append(line)
            if line in (b"\r\n", b"\n"):
                break
    return b"".join(lines)


def _status_and_headers(head: bytes) -> tuple[int | None, dict[str, str]]:
    """Return the status and the headers (names in lower case) of an HTTP answer."""
    lines = head.decode("utf-8", "replace").splitlines()
    words = lines[0].split()
    status = int(words[1]) if len(words) > 1 and words[1].isdecimal() else None
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return status, headers


def _decoded(body: bytes, headers: dict[str, str]) -> bytes:
    """Undo chunking and compression, unless the archive has the plain body under old headers."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _unpacked(body, coding.strip())
    return body


# warcio's reader is not used: it can't handle bare line feeds, nor data after the last chunk.
def _joined(body: bytes) -> bytes:
    """Return the chunks of a body joined, or the body itself if it is not in chunks."""
    parts: list[bytes] = []
    position = 0
    while position < len(body):
        end = body.find(b"\n", position, position + 100)
        size = body[position : max(end, position)].partition(b";")[0].strip()
        if end < 0 or not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return b"".join(parts) or body
        length = int(size, 16)
        if not length:
            break
        parts.append(body[end + 1 : end + 1 + length])
        position = end + 1 + length
        position += 2 if body[position : position + 2] == b"\r\n" else 1
    return b"".join(parts)


def _unpacked(body: bytes, coding: str) -> bytes:
    """Unpack at most one byte more than the cleaners accept, so that a bomb stays small."""
    limit = MAX_BYTES + 1
    try:
        if coding in ("gzip", "x-gzip") and body[:2] == b"\x1f\x8b":
            return zlib.decompressobj(31).decompress(body, limit)
        if coding == "deflate":
            raw = not (
                len(body) > 1 and body[0] & 0x0F == 8 and (body[0] * 256 + body[1]) % 31 == 0
            )
            return zlib.decompressobj(-15 if raw else 15).decompress(body, limit)
        if coding == "br":
            return bytes(brotli.Decompressor().process(body, output_buffer_limit=limit))
        if coding == "zstd":
            return zstd.ZstdDecompressor().decompress(body, limit)
    except (zlib.error, zstd.ZstdError, brotli.error):
        pass
    return body


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None
