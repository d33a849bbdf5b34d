"""WARC to JSONL, end to end: how long it takes, compared with lexbor's bare parse and trafilatura.

    python -m benchmarks.archives [--pages 2000] [--rounds 3]

The WARC consists of pages of some 130 KB that known rules cover (`benchmarks.full_pages`). Times
are CPU time of one process. Each round measures everything in turn, and the result is the median
over the rounds of each time relative to lexbor's in the same round. The speed-up by two processes
is wall-clock time, the best of the rounds, and needs a quiet machine.
"""

import argparse
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from statistics import median

from selectolax.lexbor import LexborHTMLParser
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.full_pages import full_pages
from cleaners import clean_html
from tvto_crawl.bulk.cleaning import Options
from tvto_crawl.bulk.entries import Entry
from tvto_crawl.bulk.run import Job, run
from tvto_crawl.bulk.warcs import WarcReader

__all__ = ["Ways", "main", "write_archive"]

# trafilatura takes some 50 ms per page, so it only gets the beginning of the archive.
_PEER_PAGES = 63


def write_archive(path: Path, pages: Iterable[tuple[str, bytes]]) -> None:
    """Write pages as a WARC with one gzip member per record."""
    http = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
    )
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, body in pages:
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=http
            )
            writer.write_record(record)


def _entries(archive: Path) -> Iterable[Entry]:
    """Yield what the archive holds, as `tvto-crawl clean` reads it."""
    reader = WarcReader(lambda: archive.open("rb"), archive.name)
    return (entry for entry in reader if isinstance(entry, Entry))


def _cpu(work: Callable[[], object], count: int) -> float:
    """Return the milliseconds of CPU time per page."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) / count * 1000


class Ways:
    """Ways to process an archive; each method returns milliseconds of CPU time per page."""

    def __init__(self, archive: Path, count: int) -> None:
        self.archive, self.count = archive, count
        self.size = sum(len(entry.content) for entry in _entries(archive)) / count

    def each(self, work: Callable[[Entry], object], most: int | None = None) -> float:
        """Call `work` on each page, or the first `most`; reading the pages is not counted."""
        spent, count = 0.0, 0
        for entry in islice(_entries(self.archive), most):
            begun = time.process_time()
            work(entry)
            spent += time.process_time() - begun
            count += 1
        return spent / count * 1000

    def lexbor(self) -> float:
        """Parse with lexbor."""
        return self.each(lambda entry: LexborHTMLParser(entry.content))

    def reading(self) -> float:
        """Read the archive."""
        return _cpu(lambda: sum(1 for _ in _entries(self.archive)), self.count)

    def clean_html(self) -> float:
        """Clean, and write nothing."""
        return self.each(lambda entry: clean_html(entry.content, entry.url))

    def command(self, *, normalize: bool = True) -> float:
        """Do everything that `tvto-crawl clean` does, in one process."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "out.jsonl")
            job = Job((self.archive,), out, options=Options(normalize=normalize))
            return _cpu(lambda: run(job), self.count)

    def unmended(self) -> float:
        """Do the same without normalization."""
        return self.command(normalize=False)

    def trafilatura(self) -> float:
        """Extract with trafilatura and its metadata."""
        from trafilatura import bare_extraction

        def extract(entry: Entry) -> None:
            bare_extraction(entry.content, url=entry.url, with_metadata=True)

        return self.each(extract, _PEER_PAGES)


def _wall(archive: Path, jobs: int) -> float:
    """Return the seconds that the command takes with `jobs` processes, start and end included."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["clean", str(archive), "-o", f"{folder}/out.jsonl", "-j", str(jobs)]
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "tvto_crawl.cli", *arguments], check=True, capture_output=True
        )
        return time.perf_counter() - begun


def _table(ways: Ways, rounds: int) -> list[str]:
    """Return a row for each way, with medians over some rounds."""
    names: dict[str, Callable[[], float]] = {
        "lexbor's parse": ways.lexbor,
        "reading the WARC": ways.reading,
        "clean_html": ways.clean_html,
        "tvto-crawl clean": ways.command,
        "  --no-normalize": ways.unmended,
        "trafilatura with metadata": ways.trafilatura,
    }
    times = [[measure() for measure in names.values()] for _ in range(rounds)]
    rows = []
    for place, name in enumerate(names):
        milliseconds = median(row[place] for row in times)
        ratio = median(row[place] / row[0] for row in times)
        rows.append(f"  {name:28}{milliseconds:>8.2f} ms a page{ratio:>8.1f} × lexbor")
    return rows


def _memory() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, few = Path(folder, "pages.warc.gz"), Path(folder, "few.warc.gz")
        write_archive(archive, islice(full_pages(), given.pages))
        write_archive(few, islice(full_pages(), given.pages // 10))
        run(Job((few,), Path(folder, "few.jsonl")))
        before = _memory()
        run(Job((archive,), Path(folder, "all.jsonl")))
        after = _memory()
        run(Job((archive,), Path(folder, "again.jsonl")))
        again = _memory()
        ways = Ways(archive, given.pages)
        sys.stdout.write(
            f"{given.pages:,} pages of {ways.size / 1000:.0f} KB, WARC to JSONL, one process\n"
        )
        sys.stdout.write("\n".join(_table(ways, given.rounds)) + "\n")
        sys.stdout.write(
            f"  memory: {before:.0f} MB after a tenth of the pages, {after:.0f} MB after all, "
            f"{again:.0f} MB after all once more\n"
        )
        one, two = (
            min(times)
            for times in zip(
                *((_wall(archive, 1), _wall(archive, 2)) for _ in range(given.rounds)), strict=True
            )
        )
        sys.stdout.write(
            f"  wall clock: {one:.1f} s in one process, {two:.1f} s in two: {one / two:.2f} ×\n"
        )


if __name__ == "__main__":
    main()
