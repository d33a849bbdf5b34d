"""Compare `clean_html` with lexbor's bare parse of the same pages, in one run.

    python -m benchmarks.speed [FOLDER] [--rounds 200] [--generic] [--new] [--markdown]

Every round parses each page with `LexborHTMLParser`, cleans it with `normalize=False` and cleans it
with `normalize=True`, one right after the other, so that a busy machine slows down all three alike.
The fastest of all rounds counts. Pages below 50 KB are left out, and without `--generic` also pages
that no rule covers, as the ratios should be those for pages of real news sites.
With `--new`, the cleaners forget the page's lines and addresses each time. A crawl is between the
two: of the next page of a site, they know the menus.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from benchmarks.forgetting import forgetter
from benchmarks.predictions import page_files, urls_of
from cleaners import clean_html

__all__ = ["Timing", "main", "measure"]

_SMALLEST: Final = 50_000
_REAL: Final = Path(__file__).resolve().parents[2] / "shared" / "real_pages"


@dataclass(slots=True)
class Timing:
    """The fastest times of all rounds for one page, in microseconds."""

    name: str
    size: int
    """Bytes of the page."""
    parse: float
    plain: float
    """`clean_html` with `normalize=False`."""
    normalized: float


def measure(folder: Path, *, rounds: int, rules: bool = True, new: bool = False) -> list[Timing]:
    """Time the pages of `folder` that are large enough; with `rules`, only those they cover.

    With `new`, nothing is remembered of a page from one round to the next.
    """
    urls = urls_of(folder)
    timings = []
    for path in page_files(folder):
        raw, url = path.read_bytes(), urls.get(path.name)
        if len(raw) < _SMALLEST:
            continue
        if rules and clean_html(raw, url).extractor.startswith("generic"):
            continue
        timings.append(_time_page(path.name, raw, url, rounds, rules=rules, new=new))
    return timings


def _time_page(
    name: str, raw: bytes, url: str | None, rounds: int, *, rules: bool, new: bool
) -> Timing:
    timing = Timing(name, len(raw), *[float("inf")] * 3)
    clean_html(raw, url, rules=rules)  # loads the tables
    forget = forgetter() if new else lambda: None
    for _ in range(rounds):
        timing.parse = min(timing.parse, _seconds(lambda: LexborHTMLParser(raw)))
        forget()
        timing.plain = min(
            timing.plain, _seconds(lambda: clean_html(raw, url, normalize=False, rules=rules))
        )
        forget()
        timing.normalized = min(
            timing.normalized, _seconds(lambda: clean_html(raw, url, rules=rules))
        )
    return timing


def _seconds(work: Callable[[], object]) -> float:
    """Return how many microseconds `work` takes, including freeing its result."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1000


def _total(timings: list[Timing]) -> Timing:
    return Timing(
        "all",
        sum(t.size for t in timings),
        sum(t.parse for t in timings),
        sum(t.plain for t in timings),
        sum(t.normalized for t in timings),
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=_REAL)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--generic", action="store_true", help="ignore the rules of sites")
    parser.add_argument("--new", action="store_true", help="remember nothing of a page")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    timings = measure(
        options.folder, rounds=options.rounds, rules=not options.generic, new=options.new
    )
    if not timings:
        parser.error(f"no pages of {_SMALLEST:,} bytes that the rules know in {options.folder}")
    head = ("page", "KB", "parse, µs", "clean, µs", "× parse", "normalized, µs", "× parse")
    rows = [
        (
            t.name,
            f"{t.size / 1000:.0f}",
            f"{t.parse:.0f}",
            f"{t.plain:.0f}",
            f"{t.plain / t.parse:.2f}",
            f"{t.normalized:.0f}",
            f"{t.normalized / t.parse:.2f}",
        )
        for t in [*timings, _total(timings)]
    ]
    if options.markdown:
        print("| " + " | ".join(head) + " |")
        print("|---" + "|---:" * (len(head) - 1) + "|")
        for row in rows:
            print("| " + " | ".join(row) + " |")
    else:
        for row in [head, *rows]:
            print(f"{row[0]:<32}" + "".join(f"{cell:>16}" for cell in row[1:]))


if __name__ == "__main__":
    main()
