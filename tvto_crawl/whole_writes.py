"""A file in which a full disk or another error never leaves half a line."""

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

__all__ = ["WholeWrites"]

# Bytes that wait for a flush at most: more than any article has. A stream without lines (gzip) is
# written in pieces of this size.
_MOST_PENDING: Final = 1 << 23


class WholeWrites(io.RawIOBase):
    """A file, open at its end, to which all that is written before a `flush` is added, or nothing.

    Args:
        path: a regular file; or a pipe or device, where a partial write can't be undone.
        overwrite: whether to begin with an empty file.

    Raises:
        OSError: it can't be opened; or, from `flush`, the disk is full.
    """

    def __init__(self, path: Path, *, overwrite: bool = False) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_TRUNC if overwrite else 0)
        self._descriptor = os.open(path, flags, 0o666)
        self._pending = bytearray()
        self.length = os.fstat(self._descriptor).st_size
        """Length in bytes after the last flush."""

    def writable(self) -> bool:
        """Return True: the file can be written."""
        return True

    def write(self, data: Any) -> int:
        """Keep bytes for the next flush."""
        self._pending += data
        if len(self._pending) > _MOST_PENDING:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Pass what was written to the operating system, all of it or nothing."""
        if not self._pending or self.closed:
            return
        whole, self._pending = bytes(self._pending), bytearray()
        try:
            written = 0
            while written < len(whole):
                written += os.write(self._descriptor, whole[written:])
        except OSError:
            with suppress(OSError):  # a pipe can't be truncated
                os.ftruncate(self._descriptor, self.length)
            raise
        self.length += len(whole)

    def cut(self, length: int) -> None:
        """Cut the file off after `length` bytes."""
        os.ftruncate(self._descriptor, length)
        self.length = length

    def close(self) -> None:
        """Flush and close."""
        if not self.closed:
            try:
                super().close()
            finally:
                os.close(self._descriptor)
