"""Write generated pages to a folder, with their articles in `gold.jsonl`.

`negatives.jsonl` lists the pages without an article, with the reason.
"""

import argparse
import json
from pathlib import Path

from benchmarks.layouts import generate, generate_negatives

__all__ = ["main"]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.layouts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--negatives", type=int, default=0, help="pages without an article")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with (options.folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for page in generate(options.seed, options.count):
            (options.folder / page.file).write_bytes(page.html)
            line = {**page.gold, "traits": dict(page.traits)}
            print(json.dumps(line, ensure_ascii=False), file=gold)
    if options.negatives:
        with (options.folder / "negatives.jsonl").open("w", encoding="utf-8") as listed:
            for negative in generate_negatives(options.seed, options.negatives):
                (options.folder / negative.file).write_bytes(negative.html)
                told = {"file": negative.file, "url": negative.url, "reason": negative.reason}
                print(json.dumps(told, ensure_ascii=False), file=listed)


if __name__ == "__main__":
    main()
