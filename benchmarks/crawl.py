"""Measure the crawl against a site on the loopback: speed, memory, start-up, kills, a full disk.

The site is `benchmarks.crawl_site`, whose pages are as heavy as real ones.

python benchmarks/crawl.py speed     pages per second, compared with a bare Scrapy spider
python benchmarks/crawl.py memory    resident memory over 50,000 pages
python benchmarks/crawl.py start     seconds that a crawl of an empty site takes
python benchmarks/crawl.py kills     3,000 articles, SIGKILL at 20 random moments
python benchmarks/crawl.py disk      a file size limit in place of a disk that fills up
"""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["crawl_command", "main", "site"]

_ROOT = Path(__file__).resolve().parent.parent
_BARE = """
import scrapy
class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for number in range(1, {pages} + 1):
            yield scrapy.Request(f"{url}/news/{{1000000 + number}}", callback=self.count)
    def count(self, response):
        assert response.status == 200 and len(response.body) > 1000
"""
# Settings of both spiders: no pause, eight requests at a time, the same extensions switched off.
_PACE = {
    "DOWNLOAD_DELAY": "0", "AUTOTHROTTLE_ENABLED": "0", "CONCURRENT_REQUESTS": "8",
    "CONCURRENT_REQUESTS_PER_DOMAIN": "8", "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": "0",
}  # fmt: skip
_OURS = {
    **_PACE, "ALLOW_PRIVATE_ADDRESSES": "1", "CONTACT": "benchmark@example.org",
}  # fmt: skip
# The days of the site's articles, which are half an hour apart; the newest is of 29 Aban 1404.
_DAYS = ("since=1404/06/20", "until=1404/08/29")


@contextmanager
def site(articles: int, **options: object) -> Iterator[str]:
    """Run the site in a process of its own and yield its address."""
    port = random.randrange(20_000, 60_000)
    command = [sys.executable, "-m", "benchmarks.crawl_site"]
    command += [f"--articles={articles}", f"--port={port}"]
    command += [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def crawl_command(url: str, folder: Path, *arguments: str, **settings: str) -> list[str]:
    """Return the command of a crawl of the whole site by its archive."""
    chosen = {**_OURS, "ARTICLES": str(folder), **settings}
    return [
        sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"domain={url}",
        *[part for argument in arguments for part in ("-a", argument)],
        *[part for name, value in chosen.items() for part in ("-s", f"{name}={value}")],
    ]  # fmt: skip


def _timed(command: list[str], cwd: Path = _ROOT) -> tuple[float, float]:
    """Run a command; return the seconds it took, and its largest resident memory in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def _codes(folder: Path) -> list[str]:
    """Return the codes of the articles that were written, in their order."""
    (path,) = folder.glob("*.jsonl")
    return [json.loads(line)["news_code"] for line in path.read_text("utf-8").splitlines()]


def _speed(options: argparse.Namespace) -> None:
    """Crawl the same pages alternately with a bare Scrapy spider and with ours."""
    pages = options.pages
    with site(pages) as url, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        urls = folder / "urls.txt"
        urls.write_text("\n".join(f"{url}/news/{1_000_000 + n}" for n in range(1, pages + 1)))
        bare_file = folder / "bare.py"
        bare_file.write_text(_BARE.format(pages=pages, url=url))
        settings = [part for name, value in _PACE.items() for part in ("-s", f"{name}={value}")]
        bare_command = [sys.executable, "-m", "scrapy", "runspider", str(bare_file), *settings]
        for turn in range(1, options.turns + 1):
            bare, _ = _timed(bare_command, cwd=folder)
            articles = folder / f"articles{turn}"
            ours, _ = _timed(crawl_command(url, articles, f"urls=@{urls}", "topic=all"))
            assert len(set(_codes(articles))) == pages
            share = bare / ours
            print(
                f"turn {turn}: bare Scrapy {pages / bare:6.0f} pages/s · ours {pages / ours:6.0f} "
                f"pages/s · {share:.0%}"
            )


def _memory(options: argparse.Namespace) -> None:
    """Print the largest memory of crawls of growing length."""
    for pages in (options.pages // 10, options.pages):
        with site(pages, minutes_apart=2) as url, tempfile.TemporaryDirectory() as name:
            seconds, size = _timed(crawl_command(url, Path(name), "since=1400/01/01", "topic=all"))
            print(f"{len(_codes(Path(name))):>7} articles: {size:.0f} MB, {seconds:.0f} s")


def _start(options: argparse.Namespace) -> None:
    """Print how long a crawl with nothing to do takes."""
    with site(0) as url, tempfile.TemporaryDirectory() as name:
        seconds = []
        for _ in range(options.turns):
            began = time.perf_counter()
            subprocess.run(
                crawl_command(url, Path(name)), cwd=_ROOT, stderr=subprocess.DEVNULL, check=False
            )
            seconds.append(time.perf_counter() - began)
        print(f"start-up: {min(seconds):.2f} s (best of {options.turns})")


def _kills(options: argparse.Namespace) -> None:
    """Kill a crawl at random moments until it ends by itself, and count what it wrote."""
    chance = random.Random(options.seed)
    with site(options.pages, minutes_apart=30) as url, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = crawl_command(url, folder, *_DAYS, "topic=all")
        written = 0
        for number in range(1, options.kills + 1):
            process = subprocess.Popen(command, cwd=_ROOT, stderr=subprocess.DEVNULL)
            # At a random moment, among the articles that are this kill's share.
            share = (options.pages - written) / (options.kills - number + 2)
            target = written + chance.uniform(0, 1.5 * share)
            while written < target and process.poll() is None:
                time.sleep(chance.uniform(0, 0.01))
                written = sum(p.read_bytes().count(b"\n") for p in folder.glob("*.jsonl"))
            process.send_signal(signal.SIGKILL)
            process.wait()
            print(f"kill {number:>2}: {written} lines")
        _timed(command)
        found = _codes(folder)
        print(f"{len(found)} lines, {len(set(found))} articles of {options.pages}")
        assert len(found) == len(set(found)) == options.pages


def _disk(options: argparse.Namespace) -> None:
    """Limit the size of files, then lift the limit, like a disk that fills up and is freed."""
    with site(options.pages, minutes_apart=30) as url, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = crawl_command(url, folder, *_DAYS, "topic=all")
        for limit in (300_000, 600_000):
            done = subprocess.run(
                command, cwd=_ROOT, capture_output=True, text=True,
                preexec_fn=lambda size=limit: resource.setrlimit(
                    resource.RLIMIT_FSIZE, (size, size)
                ),
            )  # fmt: skip
            print(f"limit {limit}: exit {done.returncode}: {done.stderr.splitlines()[-1]}")
            assert done.returncode == 1
        _timed(command)
        found = _codes(folder)
        print(f"{len(found)} lines, {len(set(found))} articles of {options.pages}")
        assert len(found) == len(set(found)) == options.pages


def main() -> None:
    """Run the measurement that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    measures = {"speed": _speed, "memory": _memory, "start": _start, "kills": _kills, "disk": _disk}
    sizes = {"speed": 6000, "memory": 50_000, "start": 0, "kills": 3000, "disk": 600}
    parser.add_argument("measure", choices=measures)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1404)
    options = parser.parse_args()
    options.pages = options.pages or sizes[options.measure]
    measures[options.measure](options)


if __name__ == "__main__":
    main()
