"""A process that cleans pages for a crawl; the two exchange messages over a pair of sockets.

The crawl's event loop writes and reads the messages itself. Threads, queues and locks in between
would cost a third of what fetching a page does.
"""

import asyncio
import gc
import os
import pickle
import signal
import socket
import subprocess
import sys
from collections import deque
from contextlib import ExitStack, suppress
from typing import Any, Final, Self, cast

import cleaners
from cleaners.article import Article

__all__ = ["CleaningFailedError", "CleaningProcess", "ProcessDiedError", "serve"]

# Bytes of the length that precedes each message to the crawl. A message from the crawl is a pickle,
# whose end is recognized while reading, and then the page, whose size is in the pickle.
_LENGTH: Final = 4
# Bytes read at once. An article has some 10 KB. asyncio's own buffer, 256 KB and new for each
# message, costs more than everything else about a message.
_CHUNK: Final = 1 << 16
# Bytes that may be on their way to a process, as far as the system allows: a page or two, so that
# the next page is there when the process has finished one.
_ON_THE_WAY: Final = 1 << 20

#: An article, a refusal, or what went wrong in the cleaners.
_Outcome = Article | cleaners.NotAnArticle | str


class CleaningFailedError(Exception):
    """The cleaners, or the process that ran them, failed on a page; the message says how."""


class ProcessDiedError(Exception):
    """The process died before it reached a page."""


class CleaningProcess(asyncio.BufferedProtocol):
    """The crawl's side of one process; `start` creates it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._asked: deque[asyncio.Future[_Outcome]] = deque()
        self._received = bytearray()
        self._chunk = bytearray(_CHUNK)
        self._transport: asyncio.Transport | None = None
        self.ready = False
        """Whether it has loaded what it needs, and has not died."""

    @classmethod
    async def start(cls) -> Self:
        """Start a process; it takes a quarter of a second until it is `ready`.

        Raises:
            OSError: the system allows no more processes.
        """
        ours, theirs = socket.socketpair()
        with theirs, ExitStack() as failing:
            failing.callback(ours.close)
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _ON_THE_WAY)
            # Not forked: after a kill, a fork would still hold the lock on the articles. And not
            # by multiprocessing, which would load Scrapy as well.
            process = subprocess.Popen(
                [sys.executable, "-c", f"from {__name__} import serve; serve()"],
                stdin=theirs.fileno(),
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            failing.pop_all()
        loop = asyncio.get_running_loop()
        _, protocol = await loop.create_connection(lambda: cls(process), sock=ours)
        return protocol

    @property
    def waiting(self) -> int:
        """How many pages it was given and has not answered."""
        return len(self._asked)

    async def clean(self, html: bytes, url: str, options: dict[str, Any]) -> Article:
        """Return the article that `clean_html` finds in the page.

        Raises:
            NotAnArticle: the page holds no article.
            CleaningFailedError: the cleaners failed, or crashed the process.
            ProcessDiedError: the process died before it reached this page.
        """
        if not self._transport or self._transport.is_closing():
            raise ProcessDiedError
        asked: asyncio.Future[_Outcome] = asyncio.get_running_loop().create_future()
        self._asked.append(asked)
        head = pickle.dumps((len(html), url, options), pickle.HIGHEST_PROTOCOL)
        self._transport.writelines((head, html))  # the page is copied once, by the system
        outcome = await asked
        if isinstance(outcome, Article):
            return outcome
        if isinstance(outcome, str):
            raise CleaningFailedError(outcome)
        raise outcome

    def stop(self) -> None:
        """Kill the process; it has nothing to save."""
        if self._transport:
            self._transport.abort()
        self._process.kill()
        self._process.wait()

    # --- The connection ------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self._transport = cast("asyncio.Transport", transport)

    def get_buffer(self, sizehint: int) -> bytearray:
        """Return the buffer to read into."""
        return self._chunk

    def buffer_updated(self, nbytes: int) -> None:
        """Hand over the answers that came; the first message says that the process is ready."""
        self._received += memoryview(self._chunk)[:nbytes]
        while len(self._received) >= _LENGTH:
            end = _LENGTH + int.from_bytes(self._received[:_LENGTH], "big")
            if len(self._received) < end:
                return
            outcome = pickle.loads(memoryview(self._received)[_LENGTH:end].tobytes())
            del self._received[:end]
            if outcome is None:
                self.ready = True
            elif not (asked := self._asked.popleft()).done():
                asked.set_result(outcome)

    def connection_lost(self, error: Exception | None) -> None:
        """Fail the page that crashed the process; the other pages can be cleaned elsewhere."""
        self.ready = False
        culprit: Exception = CleaningFailedError("the page crashed the process that cleaned it")
        while self._asked:
            asked = self._asked.popleft()
            if not asked.done():
                asked.set_exception(culprit)
            culprit = ProcessDiedError()


def serve() -> None:
    """Clean the pages that come over standard input, a socket, until the crawl closes it.

    The socket is also closed when the crawl is killed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the crawl, which then ends us
    with (
        suppress(EOFError, OSError, pickle.UnpicklingError),
        socket.socket(fileno=sys.stdin.fileno()) as connection,
        connection.makefile("rb", buffering=_CHUNK) as messages,
    ):
        _load()
        gc.freeze()  # word lists are never garbage, so the collector need not look at them
        _send(connection, None)
        while True:
            size, url, options = pickle.load(messages)
            _send(connection, _clean(messages.read(size), url, options))


def _send(connection: socket.socket, outcome: _Outcome | None) -> None:
    content = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    connection.sendall(len(content).to_bytes(_LENGTH, "big") + content)


def _clean(html: bytes, url: str, options: dict[str, Any]) -> _Outcome:
    try:
        return cleaners.clean_html(html, url, **options)
    except cleaners.NotAnArticle as error:
        return error
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _load() -> None:
    """Load rules and word lists before the first page needs them."""
    page = "<html><body><article><h1>خبر</h1><p>" + "کتاب ها می شود. " * 20 + "</p></article>"
    _clean(page.encode(), "https://www.mehrnews.com/news/1000001", {})
