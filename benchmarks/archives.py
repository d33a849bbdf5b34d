"""WARC to JSONL, end to end: how long it takes, beside lexbor's mere parse and trafilatura.

    python -m benchmarks.archives [--pages 2000]

The WARC is made of the sample pages and, where they are, of the captures in ../shared/real_pages
that known rules take. Times are CPU time of one process, in the same run; the speed-up by two
processes is wall-clock time and wants a quiet machine.
"""

import argparse
import io
import json
import resource
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.sample_pages import article_pages
from tvto_crawl.bulk.run import Job, run
from tvto_crawl.bulk.warcs import WarcReader

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "real_pages"
#: trafilatura takes some 60 ms a page, so it gets a part of the archive.
PEER_PAGES = 60


def pages() -> list[tuple[str, bytes]]:
    """Return address and content of the pages that the archive is made of."""
    found = [(page.url, page.read()) for page in article_pages()]
    gold = REAL / "gold.jsonl"
    if gold.exists():
        real = map(json.loads, gold.read_text("utf-8").splitlines())
        found += [(row["url"], (REAL / row["file"]).read_bytes()) for row in real]
    return found


def write_archive(path: Path, count: int) -> None:
    """Write `count` pages as a WARC with a gzip member a record."""
    http = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
    )
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, body in islice(cycle(pages()), count):
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=http
            )
            writer.write_record(record)


def cpu(begun: float, count: int) -> float:
    """Return milliseconds of CPU time a page."""
    return (time.process_time() - begun) / count * 1000


def lexbor(archive: Path) -> tuple[float, float]:
    """Return milliseconds that parsing takes a page, and the size of a page in KB."""
    bodies = [
        e.content for e in WarcReader(lambda: archive.open("rb"), "x") if hasattr(e, "content")
    ]
    begun = time.process_time()
    for body in bodies:
        LexborHTMLParser(body)
    return cpu(begun, len(bodies)), sum(map(len, bodies)) / len(bodies) / 1000


def trafilatura(archive: Path) -> float:
    """Return milliseconds that trafilatura with metadata takes a page, from the same WARC."""
    from trafilatura import bare_extraction

    entries = iter(WarcReader(lambda: archive.open("rb"), "x"))
    begun = time.process_time()
    for entry in islice(entries, PEER_PAGES):
        bare_extraction(entry.content, url=entry.url, with_metadata=True)
    return cpu(begun, PEER_PAGES)


def ours(archive: Path, count: int, *, normalize: bool) -> float:
    """Return milliseconds that `tvto-crawl clean` takes a page, in one process."""
    from tvto_crawl.bulk.cleaning import Options

    with tempfile.TemporaryDirectory() as folder:
        begun = time.process_time()
        run(Job((archive,), Path(folder, "out.jsonl"), options=Options(normalize=normalize)))
        return cpu(begun, count)


def wall(archive: Path, jobs: int) -> float:
    """Return seconds that the work takes in so many processes."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        run(Job((archive,), Path(folder, "out.jsonl"), jobs=jobs))
        return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--pages", type=int, default=2000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, few = Path(folder, "pages.warc.gz"), Path(folder, "few.warc.gz")
        write_archive(archive, given.pages)
        write_archive(few, min(200, given.pages))
        ours(few, 1, normalize=True)  # load the tables first
        before = _memory()
        parse, size = lexbor(few)
        rows = [("lexbor's parse", parse)]
        rows.append(("tvto-crawl clean", ours(archive, given.pages, normalize=True)))
        after = _memory()
        rows.append(("  --no-normalize", ours(archive, given.pages, normalize=False)))
        rows.append(("trafilatura with metadata", trafilatura(few)))
        sys.stdout.write(f"{given.pages:,} pages of {size:.0f} KB, WARC to JSONL, one process\n")
        for name, milliseconds in rows:
            ratio = milliseconds / parse
            sys.stdout.write(f"  {name:28}{milliseconds:>8.2f} ms a page{ratio:>8.1f} × lexbor\n")
        sys.stdout.write(f"  memory: {before:.0f} MB after 200 pages, {after:.0f} MB after all\n")
        one, two = wall(archive, 1), wall(archive, 2)
        sys.stdout.write(
            f"  wall clock: {one:.1f} s in one process, {two:.1f} s in two: {one / two:.2f} ×\n"
        )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
