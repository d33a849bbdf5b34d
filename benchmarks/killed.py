"""Kill `tvto-crawl clean` again and again: is the output that of an undisturbed run?

    python -m benchmarks.killed [--pages 100000] [--kills 10] [--jobs 2]

Every page has an address of its own. The run is killed with SIGKILL at random moments and started
again each time, until it is finally left to end. Then both outputs are compared byte for byte,
sorted and as they are.
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.commandline.archives import samples, write_warc

__all__ = ["main"]


def _numbered(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield pages, each under a unique address."""
    for number, (_, body) in enumerate(islice(cycle(samples()), count)):
        yield f"https://news-{number % 97}.example.ir/fa/news/{1_000_000 + number}/", body


def _command(archive: Path, out: Path, jobs: int) -> list[str]:
    """Return the command that cleans `archive`."""
    arguments = ["clean", str(archive), "-o", str(out), "-j", str(jobs)]
    return [sys.executable, "-m", "tvto_crawl.cli", *arguments]


def _digests(path: Path) -> tuple[str, str, int]:
    """Return hashes of the file as it is and of its sorted lines, and the number of lines."""
    lines = path.read_bytes().splitlines(keepends=True)
    plain, ordered = hashlib.sha256(b"".join(lines)), hashlib.sha256(b"".join(sorted(lines)))
    return plain.hexdigest(), ordered.hexdigest(), len(lines)


def main() -> None:
    """Run undisturbed, run with kills, and compare."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--pages", type=int, default=100_000)
    options.add_argument("--kills", type=int, default=10)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    moments = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        archive = write_warc(Path(folder, "pages.warc.gz"), _numbered(given.pages))
        undisturbed, killed = Path(folder, "undisturbed.jsonl"), Path(folder, "killed.jsonl")
        begun = time.perf_counter()
        subprocess.run(_command(archive, undisturbed, given.jobs), check=True)
        seconds = time.perf_counter() - begun
        kills = 0
        while not killed.exists():
            run = subprocess.Popen(_command(archive, killed, given.jobs), stderr=subprocess.DEVNULL)
            if kills < given.kills:
                try:
                    run.wait(moments.uniform(1.0, 1.0 + 1.5 * seconds / given.kills))
                except subprocess.TimeoutExpired:
                    run.kill()
                    kills += 1
            run.wait()
        (plain, ordered, count), told = _digests(killed), _digests(undisturbed)
    same = (plain, ordered) == told[:2]
    sys.stdout.write(
        f"{given.pages:,} pages, undisturbed {seconds:.0f} s, {told[2]:,} articles; "
        f"killed {kills} times: {count:,} articles, "
        f"{'the same bytes' if same else 'DIFFERENT BYTES'}\n"
    )
    raise SystemExit(not same)


if __name__ == "__main__":
    main()
