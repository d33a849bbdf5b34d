"""The articles' texts: on disk while the files are read, in compressed chunks on the page."""

import base64
import json
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Final, Self

from cleaners.article import Article
from cleaners.persian.characters import well_formed

__all__ = ["TextStore", "pack", "to_bytes"]

# Raw bytes of a chunk. A whole chunk is inflated when an article in it is opened (about 2 ms), and
# the page holds one element per chunk: with much smaller ones the page is slow to parse, with much
# larger ones articles are slow to open.
_CHUNK: Final = 256 * 1024

# Fields that the columns do not hold, as the page shows them only for an opened article.
_KEPT: Final = (
    *("url", "lead", "body", "authors", "place", "published_raw", "modified_at", "news_code"),
    *("source", "fetched_at", "language", "fingerprint"),
)


class TextStore:
    """A temporary file of texts, so that memory does not grow with the corpus.

    A context manager; the file is deleted when it closes.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._places: list[tuple[int, int]] = []
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):  # on a full disk: what is buffered can't be written
            self._file.close()

    def add(self, article: Article) -> int:
        """Store the text of `article` and return its number.

        Raises:
            OSError: the disk is full; its `filename` is that of the temporary folder.
        """
        record: dict[str, Any] = {name: getattr(article, name) for name in _KEPT}
        record["images"] = [[image.url, image.caption] for image in article.images]
        record["duplicate_of"] = article.duplicate_of
        data = to_bytes({key: value for key, value in record.items() if value})
        try:
            self._file.seek(self._end)
            self._file.write(data)
        except OSError as error:
            error.filename = tempfile.gettempdir()
            raise
        self._places.append((self._end, len(data)))
        self._end += len(data)
        return len(self._places) - 1

    def chunks(self, numbers: Iterable[int]) -> list[list[int]]:
        """Split `numbers` into runs whose texts are compressed together."""
        chunks: list[list[int]] = []
        size = _CHUNK
        for number in numbers:
            if size >= _CHUNK:
                chunks.append([])
                size = 0
            chunks[-1].append(number)
            size += self._places[number][1]
        return chunks

    def packed(self, numbers: Iterable[int]) -> str:
        """Return the texts of `numbers` as one compressed JSON list."""
        return pack(b"[" + b",".join(map(self._text, numbers)) + b"]")

    def _text(self, number: int) -> bytes:
        start, length = self._places[number]
        self._file.seek(start)
        return self._file.read(length)


def to_bytes(value: Any) -> bytes:
    """Return `value` as compact JSON in UTF-8.

    A lone surrogate, which JSON can express but UTF-8 can't, becomes U+FFFD.
    """
    return well_formed(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).encode()


def pack(data: bytes) -> str:
    """Return `data` deflated (raw, RFC 1951) and in base64, safe inside any HTML element."""
    deflate = zlib.compressobj(level=6, wbits=-zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(data) + deflate.flush()).decode("ascii")
