"""Write generated pages and their gold into a folder."""

import argparse
import json
from pathlib import Path

from benchmarks.layouts import generate


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.layouts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with (options.folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for page in generate(options.seed, options.count):
            (options.folder / page.file).write_bytes(page.html)
            line = {**page.gold, "traits": dict(page.traits)}
            print(json.dumps(line, ensure_ascii=False), file=gold)


if __name__ == "__main__":
    main()
