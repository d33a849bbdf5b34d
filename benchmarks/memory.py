"""Check that memory stays flat over many pages.

    python -m benchmarks.memory [--count 10000]

Cleans generated pages, each once, and prints the resident memory in megabytes along the way. The
first tenth warms up tables and caches; what matters is that the rest adds nothing.
"""

import argparse
from contextlib import suppress
from pathlib import Path

from benchmarks.layouts import generate
from cleaners import NotAnArticle, clean_html

__all__ = ["main"]


def _resident_megabytes() -> float:
    """Return the current memory of this process in MB (Linux only)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rules", action="store_true", help="with the rules of known sites")
    options = parser.parse_args()
    every = max(1, options.count // 10)
    for number, page in enumerate(generate(seed=1, count=options.count), 1):
        with suppress(NotAnArticle):
            clean_html(page.html, page.gold["url"], rules=options.rules)
        if number % every == 0:
            print(f"{number:7,} pages  {_resident_megabytes():6.1f} MB", flush=True)


if __name__ == "__main__":
    main()
