"""A news agency on the loopback that behaves as badly as it is told to.

`python tests/crawl/misbehaving_site.py --articles 3000 --fault reset=50` serves an agency of the
Nastooh family with 3000 articles, every 50th of which breaks the connection. Feed, archive by
Jalali day, sitemaps, robots.txt and search are there; every article is 1,000,000 + its number.
"""

import argparse
import asyncio
import gzip
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cleaners.dates.jalali import jalali

#: What an article's page can do instead of being one. Those that heal do so at the second try.
FAULTS = (
    "slow", "error", "healing-error", "too-many", "refused", "reset", "truncated", "bomb",
    "redirect-loop", "redirect-out", "redirect-inside", "challenge", "gone", "empty", "garbage",
    "overlong",
)  # fmt: skip
_PER_PAGE = 20
#: The code of an article is this and its number.
FIRST = 1_000_000
_NEWEST = datetime(2025, 11, 20, 8, 0, tzinfo=UTC)


class _ResetError(Exception):
    """The connection is to be cut off."""


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    claimed: int | None = None
    """The length that the server claims, if it is not the true one; -1 claims none."""
    delay: float = 0.0


@dataclass
class Agency:
    """The site: how many articles, a day each so many minutes apart, and its faults.

    `faults` maps a fault to n: every nth article has it. `asked` counts requests by path.
    """

    articles: int = 30
    minutes_apart: int = 60
    faults: dict[str, int] = field(default_factory=dict)
    robots: str = "User-agent: *\nDisallow: /admin\n"
    appearing: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    broken_feed: bool = False
    archive_ignores_dates: bool = False
    many_addresses: bool = False
    """The home page has every article at each of its addresses."""
    etag: bool = True
    paragraph: str = (
        "کارآموزان این مرکز آموزش فنی و حرفه‌ای پس از پایان دوره به کارگاه‌ها معرفی می‌شوند. "
    )

    def published(self, number: int) -> datetime:
        return _published(number, self.articles, self.minutes_apart)

    def fault(self, number: int) -> str | None:
        return next((name for name, every in self.faults.items() if number % every == 0), None)

    def answer(self, target: str) -> Answer:
        parts = urlsplit(target)
        path, query = unquote(parts.path), parse_qs(parts.query)
        self.asked[path] += 1
        steps = [step for step in path.split("/") if step]
        match steps:
            case ["robots.txt"]:
                return Answer(self.robots.encode(), headers={"Content-Type": "text/plain"})
            case [] if self.many_addresses:
                return html(_page("خبرگزاری نمونه", _every_address(self.articles)))
            case []:
                return html(_page("خبرگزاری نمونه", self._links(range(self.articles, 0, -1)[:5])))
            case ["rss"]:
                return self._feed()
            case ["archive"]:
                return self._archive(query)
            case ["search"]:
                return html(_page("جستجو", self._entries(range(self.articles, 0, -1)[:_PER_PAGE])))
            case ["sitemap", *rest]:
                return self._sitemap(rest)
            case ["news" | "print", code, *_] if code.isdecimal():
                return self._article(int(code) - FIRST, path)
        return Answer(b"nothing here", 404)

    def _article(self, number: int, path: str) -> Answer:
        if not 0 < number <= self.articles:
            return Answer(_page("", "صفحه مورد نظر یافت نشد").encode(), 404)
        if self.appearing:
            self.articles += 1
            self.appearing -= 1
        fault = self.fault(number)
        return _FAULTY[fault](self, number, path) if fault else self._good(number)

    def _good(self, number: int) -> Answer:
        return html(article_page(number, self.published(number), self.paragraph * 3))

    def _feed(self) -> Answer:
        newest = range(self.articles, max(0, self.articles - 30), -1)
        items = "".join(
            f"<item><title>خبر {n}</title><link>/news/{FIRST + n}/خبر</link>"
            f"<pubDate>{format_datetime(self.published(n))}</pubDate></item>"
            for n in newest
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
        if self.broken_feed:
            body = body[: len(body) // 2]
        return Answer(body.encode(), headers={"Content-Type": "application/rss+xml; charset=utf-8"})

    def _archive(self, query: dict[str, list[str]]) -> Answer:
        names = ("yr", "mn", "dy")
        day = "-".join(query.get(name, ["0"])[0].zfill(2) for name in names)
        page = int(query.get("pi", ["1"])[0])
        if self.archive_ignores_dates:
            numbers = list(range(self.articles, 0, -1)[:_PER_PAGE])
        else:
            numbers = _days(self.articles, self.minutes_apart).get(day, [])
        shown = numbers[(page - 1) * _PER_PAGE : page * _PER_PAGE]
        return html(_page("آرشیو", self._entries(shown)))

    def _entries(self, numbers: "range | list[int]") -> str:
        return "<ul>" + "".join(
            f"<li class=news><div class=desc><h3><a href='/news/{FIRST + n}/خبر'>خبر {n}</a></h3>"
            f"<time>{jalali(self.published(n))}</time></div></li>"
            for n in numbers
        ) + "</ul>"  # fmt: skip

    def _links(self, numbers: "range | list[int]") -> str:
        return "".join(f"<p><a href='/news/{FIRST + n}'>خبر {n}</a></p>" for n in numbers)

    def _sitemap(self, rest: list[str]) -> Answer:
        if rest[:1] == ["all"]:
            index = "<sitemap><loc>/sitemap/part/1.xml</loc></sitemap>"
            return _xml(f"<sitemapindex>{index}</sitemapindex>")
        if rest[:1] != ["part"]:
            return Answer(b"", 404)
        urls = "".join(
            f"<url><loc>/news/{FIRST + n}</loc>"
            f"<lastmod>{self.published(n).isoformat()}</lastmod></url>"
            for n in range(1, self.articles + 1)
        )
        return Answer(
            gzip.compress(f"<urlset>{urls}</urlset>".encode()),
            headers={"Content-Type": "application/x-gzip"},
        )

    def _second_time(self, path: str) -> bool:
        return self.asked[path] > 1


def _every_address(articles: int) -> str:
    return "".join(
        f"<p><a href='{path}'>خبر {n}</a></p>"
        for n in range(articles, 0, -1)
        for path in (
            f"/print/{FIRST + n}",
            f"/news/{FIRST + n}?utm_source=telegram&utm_medium=social",
            f"/news/{FIRST + n}",
            f"/news/{FIRST + n}/خبر",
        )
    )


def _published(number: int, articles: int, minutes_apart: int) -> datetime:
    return _NEWEST - timedelta(minutes=minutes_apart * (articles - number))


@lru_cache(maxsize=2)
def _days(articles: int, minutes_apart: int) -> dict[str, list[int]]:
    """Return the numbers of the articles of each Jalali day, the newest first."""
    days: dict[str, list[int]] = {}
    for number in range(articles, 0, -1):
        day = jalali(_published(number, articles, minutes_apart))[:10]
        days.setdefault(day, []).append(number)
    return days


def html(page: str | bytes) -> Answer:
    body = page.encode() if isinstance(page, str) else page
    return Answer(body, headers={"Content-Type": "text/html; charset=utf-8"})


def _xml(text: str) -> Answer:
    return Answer(text.encode(), headers={"Content-Type": "application/xml"})


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="fa"><head>'
        '<meta name="generator" content="Nastooh Saba Newsroom">'
        f"<title>{title}</title></head><body>{body}</body></html>"
    )


def article_page(number: int, published: datetime, text: str) -> str:
    jalali_day = jalali(published).replace(" ", "، ")
    return (
        '<!doctype html><html lang="fa"><head><meta charset="utf-8">'
        f'<meta name="generator" content="Nastooh Saba Newsroom"><title>خبر {number}</title>'
        f'<meta property="article:published_time" content="{published:%Y-%m-%dT%H:%M:%SZ}">'
        f'<meta name="nastooh:nid" content="{FIRST + number}"></head><body>'
        f'<article id="item"><div class="item-date"><span>{jalali_day}</span></div>'
        f'<div class="item-title"><h1 class="title">مهارت‌آموزی شماره {number}</h1></div>'
        f'<div class="item-text" itemprop="articleBody"><p>{text}</p>'
        f"<p>گزارش شماره {number} از کارگاه‌های آموزشی این استان است.</p></div>"
        f'<div class="item-code"><span>{FIRST + number}</span></div></article></body></html>'
    )


def _reset(agency: Agency, number: int, path: str) -> Answer:
    raise _ResetError


_Fault = Callable[[Agency, int, str], Answer]
_FAULTY: dict[str, _Fault] = {
    "slow": lambda a, n, p: Answer(**{**vars(a._good(n)), "delay": 1.0}),
    "error": lambda a, n, p: Answer(b"down", 500),
    "healing-error": lambda a, n, p: a._good(n) if a._second_time(p) else Answer(b"down", 500),
    "too-many": lambda a, n, p: (
        a._good(n) if a._second_time(p) else Answer(b"", 429, {"Retry-After": "1"})
    ),
    "refused": lambda a, n, p: Answer(b"no", 403),
    "reset": _reset,
    "truncated": lambda a, n, p: Answer(a._good(n).body[:300], claimed=90_000),
    "overlong": lambda a, n, p: Answer(
        a._good(n).body + b"x" * 500, claimed=len(a._good(n).body) // 2
    ),
    "bomb": lambda a, n, p: Answer(
        _bomb(), headers={"Content-Encoding": "gzip", "Content-Type": "text/html"}
    ),
    "redirect-loop": lambda a, n, p: Answer(b"", 302, {"Location": p + "x"}),
    "redirect-out": lambda a, n, p: Answer(b"", 302, {"Location": "http://elsewhere.example/"}),
    "redirect-inside": lambda a, n, p: Answer(b"", 302, {"Location": "http://169.254.169.254/x"}),
    "challenge": lambda a, n, p: html(
        "<html><head><script>var __arcsjs=1</script></head><body>arvancloud</body></html>"
    ),
    "gone": lambda a, n, p: Answer(b"", 410),
    "empty": lambda a, n, p: html(""),
    "garbage": lambda a, n, p: Answer(
        bytes(range(256)) * 40, headers={"Content-Type": "text/html"}
    ),
}


@lru_cache(maxsize=1)
def _bomb() -> bytes:
    return gzip.compress(b"0" * (200 << 20))


class Server:
    """Serves an agency on 127.0.0.1 from a thread of its own; `port` is the system's choice."""

    def __init__(self, agency: Agency, port: int = 0) -> None:
        self.agency = agency
        self._wanted_port = port
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.port = 0

    def __enter__(self) -> "Server":
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._serve, "127.0.0.1", self._wanted_port)
        )
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (head := await reader.readuntil(b"\r\n\r\n")) and await self._reply(head, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, _ResetError):
            pass
        finally:
            writer.transport.abort()

    async def _reply(self, head: bytes, writer: asyncio.StreamWriter) -> bool:
        lines = head.decode("latin-1").split("\r\n")
        target = lines[0].split(" ")[1]
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
        answer = self.agency.answer(target)
        if answer.delay:
            await asyncio.sleep(answer.delay)
        etag = f'"{hash(answer.body) & 0xFFFFFFFF:x}"'
        if self.agency.etag and answer.status == 200:
            if headers.get("if-none-match") == etag:
                answer = Answer(b"", 304)
            answer.headers["ETag"] = etag
        claimed = len(answer.body) if answer.claimed is None else answer.claimed
        fields = "".join(f"{k}: {v}\r\n" for k, v in answer.headers.items())
        if claimed >= 0:
            fields += f"Content-Length: {claimed}\r\n"
        writer.write(f"HTTP/1.1 {answer.status} x\r\n{fields}\r\n".encode())
        writer.write(answer.body)
        await writer.drain()
        return answer.claimed is None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--minutes-apart", type=int, default=60)
    parser.add_argument(
        "--fault", action="append", default=[], metavar="NAME=N",
        help=f"every Nth article has it: {', '.join(FAULTS)}",
    )  # fmt: skip
    options = parser.parse_args()
    faults = {name: int(every) for name, _, every in (f.partition("=") for f in options.fault)}
    agency = Agency(options.articles, options.minutes_apart, faults)
    with Server(agency, options.port) as server:
        print(server.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
