"""WARC files as a source: an index of their pages, and each page as the server answered it.

Any WARC/1.0 or 1.1 files will do, compressed by record or not: our own recordings, wget's, Common
Crawl's. If an address was captured several times, the newest good capture counts.
"""

import glob
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

from w3lib.url import canonicalize_url
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

__all__ = ["Exchange", "WarcArchive", "WarcError", "expand_paths", "may_be_page"]

# Content types of pages; a response without a content type may be a page, too.
_PAGE_TYPES: Final = ("html", "application/octet-stream", "application/unknown")
_UNREADABLE: Final = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error)


class WarcError(Exception):
    """A WARC file is missing or can't be used; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A page as a server once answered: the body as it came over the wire."""

    url: str
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    fetched_at: datetime
    archive: str
    """Name of the WARC file."""


@dataclass(slots=True)
class _Capture:
    """Where a capture is."""

    file: int
    offset: int
    status: int
    date: str
    may_be_page: bool = True
    """Whether its content type allows a page; feeds, sitemaps and pictures are none."""

    def rank(self) -> tuple[bool, str]:
        """Return a sort key for captures of one address: pages rank above errors, then by date."""
        return (200 <= self.status < 400 and self.status != 304, self.date)


def expand_paths(pattern: str) -> list[Path]:
    """Return the WARC files named by a path, a folder or a glob (which may have `**`), sorted.

    Raises:
        WarcError: there are none, or one can't be reached.
    """
    path = Path(pattern).expanduser()
    try:
        if path.is_dir():
            found = _in_folder(path)
        elif path.exists():
            found = [path]
        else:
            names = glob.glob(str(path), recursive=True)  # noqa: PTH207  (takes absolute patterns)
            found = [p for p in map(Path, sorted(names)) if p.is_file()]
    except OSError as error:
        raise WarcError(f"{error.filename} can't be read: {error.strerror}") from error
    if not found:
        raise WarcError(f"there is no WARC file at {pattern}")
    return found


def _in_folder(folder: Path) -> list[Path]:
    """Return the WARC files in a folder and those below it, sorted.

    Raises:
        OSError: one of the folders can't be read.
    """

    def refuse(error: OSError) -> NoReturn:
        raise error

    walk = os.walk(folder, onerror=refuse)
    found = (Path(place, name) for place, _, names in walk for name in names)
    return sorted(path for path in found if path.name.endswith((".warc", ".warc.gz")))


@dataclass(slots=True)
class WarcArchive:
    """The pages of a set of WARC files, by address.

    Creating it reads every file once. Of a file that ends early, the records before the break are
    used; `torn` names such files.

    Raises:
        WarcError: a file can't be read at all.
    """

    paths: Sequence[Path]
    torn: list[str] = field(default_factory=list)
    _captures: dict[str, _Capture] = field(default_factory=dict)
    _urls: dict[str, str] = field(default_factory=dict)
    _digests: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, path in enumerate(self.paths):
            self._index(number, path)

    def __len__(self) -> int:
        return len(self._captures)

    def urls(self) -> Iterator[str]:
        """Yield the addresses that were answered with a page, in the order of the files."""
        for key, url in self._urls.items():
            capture = self._captures[key]
            if capture.may_be_page and 200 <= capture.status < 300:
                yield url

    def find(self, url: str) -> Exchange | None:
        """Return what was captured at `url`, over http or https, or None."""
        capture = self._capture(url)
        return self._read(capture, url) if capture else None

    def holds(self, url: str) -> bool:
        """Return whether a page was captured at `url`, over http or https."""
        capture = self._capture(url)
        return capture is not None and capture.status < 400

    def _capture(self, url: str) -> _Capture | None:
        other = url.replace("https:", "http:", 1) if url.startswith("https:") else ""
        other = other or url.replace("http:", "https:", 1)
        return self._captures.get(_key(url)) or self._captures.get(_key(other))

    def _index(self, number: int, path: Path) -> None:
        count = 0
        try:
            with path.open("rb") as stream, closing(ArchiveIterator(stream)) as records:
                for record in records:
                    count += 1
                    if record.rec_type in ("response", "revisit") and record.http_headers:
                        self._enter(number, records.get_record_offset(), record)
        except _UNREADABLE as error:
            if not count:
                reason = " ".join(str(error).split()) or type(error).__name__
                raise WarcError(f"{path} can't be read as a WARC file: {reason}") from error
            self.torn.append(path.name)

    def _enter(self, number: int, offset: int, record: Any) -> None:
        headers = record.rec_headers
        url = headers.get_header("WARC-Target-URI")
        if not url or not url.startswith(("http://", "https://")):
            return
        content_type = record.http_headers.get_header("Content-Type")
        capture = _Capture(
            number,
            offset,
            _status(record),
            headers.get_header("WARC-Date") or "",
            may_be_page(content_type) or "text/plain" in (content_type or ""),
        )
        if record.rec_type == "response" and (digest := headers.get_header("WARC-Payload-Digest")):
            self._digests.setdefault(digest, (number, offset))
        key = _key(url)
        known = self._captures.get(key)
        if known is None or capture.rank() >= known.rank():
            self._captures[key] = capture
            self._urls.setdefault(key, url)

    def _read(self, capture: _Capture, url: str) -> Exchange:
        path = self.paths[capture.file]
        with path.open("rb") as stream:
            record = _record_at(stream, capture.offset)
            headers = list(record.http_headers.headers)
            if record.rec_type == "revisit":
                body = self._original(record) or b""
            else:
                body = _payload(record)
            return Exchange(
                url=record.rec_headers.get_header("WARC-Target-URI") or url,
                status=capture.status,
                headers=_fitting(headers, body),
                body=body,
                fetched_at=_moment(capture.date),
                archive=path.name,
            )

    def _original(self, record: Any) -> bytes | None:
        """Return the payload that a revisit record refers to."""
        place = self._digests.get(record.rec_headers.get_header("WARC-Payload-Digest") or "")
        if place is None:
            return None
        with self.paths[place[0]].open("rb") as stream:
            return _payload(_record_at(stream, place[1]))


def may_be_page(content_type: str | None) -> bool:
    """Return whether a response of this type may be a page, as far as its header says."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    return not kind or any(known in kind for known in _PAGE_TYPES)


def _record_at(stream: BinaryIO, offset: int) -> Any:
    stream.seek(offset)
    return next(iter(ArchiveIterator(stream)))


def _payload(record: Any) -> bytes:
    """Return the body as it came, but without chunking; of a torn record, what is there."""
    stream = record.raw_stream
    encoding = record.http_headers.get_header("Transfer-Encoding") or ""
    if "chunked" in encoding.lower():
        stream = ChunkedDataReader(stream, decomp_type=None)
    parts = []
    try:
        while part := stream.read(1 << 16):
            parts.append(part)
    except _UNREADABLE:
        pass
    return b"".join(parts)


def _fitting(headers: list[tuple[str, str]], body: bytes) -> list[tuple[str, str]]:
    """Return the headers that are correct for `body` as it is stored.

    Chunking has been undone, and some archives keep the decoded body under the old headers.
    """
    false = {"transfer-encoding", "content-length"}
    packed = next((v.lower() for k, v in headers if k.lower() == "content-encoding"), "")
    if "gzip" in packed and body[:2] != b"\x1f\x8b":
        false.add("content-encoding")
    kept = [(name, value) for name, value in headers if name.lower() not in false]
    return [*kept, ("Content-Length", str(len(body)))]


def _status(record: Any) -> int:
    code = record.http_headers.get_statuscode() or ""
    return int(code) if code.isdigit() else 200


def _key(url: str) -> str:
    """Return `url` in a normalized spelling for look-ups: percent-encoding, order of the query."""
    try:
        return str(canonicalize_url(url))
    except ValueError:
        return url


def _moment(date: str) -> datetime:
    try:
        moment = datetime.fromisoformat(date).replace(microsecond=0)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
