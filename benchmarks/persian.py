"""Compare the repair of Persian text with that of other libraries, in one run.

    python benchmarks/persian.py [--gold FILE ...] [--peers PYTHON] [--virastar DIR] [--markdown]

Each gold file holds correct sentences, one per line (default: `right_sentences.txt`, written for
this benchmark). They are damaged in four ways: every half-space (ZWNJ) is deleted, replaced by a
space, replaced by a seeded mixture of both, or left intact. Every library mends all four versions,
and what stands after each letter is compared with the gold. Also measured: how many strings of
`hard_strings.tsv` that must not change were changed; speed on the damaged sentences, warm; the time
until the first sentence is mended; peak memory.

Each library runs in a process of its own. `--peers` names a Python that has
`requirements-persian.txt` installed, `--virastar` a folder into which npm installed virastar.
Libraries that cannot be run are listed with the reason.
"""

import argparse
import collections
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(_HERE.parent))  # run by its path, with any Python

from benchmarks.persian_scoring import ZWNJ, score  # noqa: E402

__all__ = ["Task", "damage", "main", "score"]

_DAMAGES = ("deleted", "spaced", "mixed", "intact")
_SECONDS = 1.5  # for which the speed of one library is measured


def main() -> None:
    """Run every library and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, nargs="+", default=[_HERE / "right_sentences.txt"])
    parser.add_argument("--peers", default=sys.executable, help="Python that has the peers")
    parser.add_argument("--virastar", type=Path, help="folder with node_modules/virastar")
    parser.add_argument("--only", nargs="+", help="names of the libraries to run")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        _serve(options.serve)
        return
    golds = {path.stem: path.read_text("utf-8").splitlines() for path in options.gold}
    task = Task.make(golds)
    rows = []
    for name in options.only or [*_LIBRARIES, "virastar"]:
        print(f"{name} …", file=sys.stderr)
        try:
            answer = _ask(name, options, task)
        except RuntimeError as error:
            rows.append([name, *["–"] * (len(_HEAD) - 2), f"not run: {error}"])
            continue
        rows.append(_describe(name, answer, golds, task))
    _print_table(rows, markdown=options.markdown)


# The task


@dataclass(slots=True)
class Task:
    """What every library is given."""

    damaged: dict[str, list[str]]
    hard: list[tuple[str, str]]

    @classmethod
    def make(cls, golds: dict[str, list[str]]) -> "Task":
        """Damage the gold sentences, each way from the same seed."""
        damaged = {}
        for corpus, lines in golds.items():
            for how in _DAMAGES:
                dice = random.Random(7)
                damaged[f"{corpus}/{how}"] = [damage(line, how, dice) for line in lines]
        return cls(damaged, list(_hard_strings()))


def damage(line: str, how: str, dice: random.Random) -> str:
    """Return `line` with its half-spaces deleted, spaced, mixed or intact."""
    if how == "mixed":
        return "".join(
            dice.choices(["", " ", ZWNJ], [0.45, 0.35, 0.2])[0] if c == ZWNJ else c for c in line
        )
    return line.replace(ZWNJ, {"deleted": "", "spaced": " ", "intact": ZWNJ}[how])


def _hard_strings() -> Iterator[tuple[str, str]]:
    """Yield (typed, expected) for the strings of the list that must not change."""
    for line in (_HERE / "hard_strings.tsv").read_text("utf-8").splitlines():
        typed, tab, _ = line.partition("\t")
        if not tab and not line.startswith("# "):
            yield typed, typed


# The libraries: each function loads one and returns a function that mends a sentence.

type _Mend = Callable[[str], str]


def _this_library() -> _Mend:
    from cleaners.persian import normalize

    return normalize


def _hazm() -> _Mend:
    from hazm import Normalizer

    return Normalizer().normalize


def _shekar() -> _Mend:
    from shekar import Normalizer

    return Normalizer()


def _negar() -> _Mend:
    from negar.virastar import PersianEditor

    return lambda text: str(PersianEditor(text))


def _rishe() -> _Mend:
    from rishe import Normalizer

    return Normalizer().normalize


def _parsivar() -> _Mend:
    from parsivar import Normalizer

    return Normalizer(statistical_space_correction=True).normalize


def _davat() -> _Mend:
    from davat import normalize_persian

    return lambda text: normalize_persian(text, use_dictionary=True)


_LIBRARIES: dict[str, Callable[[], _Mend]] = {
    "this library": _this_library,
    "hazm": _hazm,
    "shekar": _shekar,
    "python-negar": _negar,
    "rishe": _rishe,
    "parsivar": _parsivar,
    "davat": _davat,
}

_VIRASTAR = """
const fs = require('fs');
const started = process.hrtime.bigint();
const Virastar = require('virastar');
const mend = new Virastar();
mend.cleanup('سلام می شود');
const seconds = since => Number(process.hrtime.bigint() - since) / 1e9;
const start = seconds(started);
const task = JSON.parse(fs.readFileSync(0, 'utf8'));
const run = lines => lines.map(line => mend.cleanup(line));
const answers = Object.fromEntries(Object.entries(task.damaged).map(([k, v]) => [k, run(v)]));
const hard = run(task.hard);
const lines = Object.values(task.damaged).flat();
const characters = lines.reduce((sum, line) => sum + [...line].length, 0);
let best = Infinity;
const until = process.hrtime.bigint();
do { const from = process.hrtime.bigint(); run(lines); best = Math.min(best, seconds(from)); }
while (seconds(until) < task.seconds);
console.log(JSON.stringify({start, answers, hard, speed: characters / best,
  memory: process.resourceUsage().maxRSS / 1024}));
"""


def _ask(name: str, options: argparse.Namespace, task: Task) -> dict[str, Any]:
    """Run one library on `task` in a process of its own and return its answer."""
    given = json.dumps(
        {"damaged": task.damaged, "hard": [typed for typed, _ in task.hard], "seconds": _SECONDS}
    )
    if name == "virastar":
        if options.virastar is None:
            raise RuntimeError("no --virastar folder")
        command, cwd = ["node", "-e", _VIRASTAR], options.virastar
    else:
        python = sys.executable if name == "this library" else options.peers
        command, cwd = [python, str(Path(__file__).resolve()), "--serve", name], _HERE.parent
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, cwd=cwd)
    except OSError as error:
        raise RuntimeError(str(error)) from error
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no answer"])[-1])
    return json.loads(done.stdout.splitlines()[-1])


def _serve(name: str) -> None:
    """Mend the task on standard input with one library; print the answer as JSON."""
    task = json.load(sys.stdin)
    empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    mend = _LIBRARIES[name]()
    mend("سلام می شود")
    start = time.perf_counter() - started
    answers = {key: [mend(line) for line in lines] for key, lines in task["damaged"].items()}
    hard = [mend(line) for line in task["hard"]]
    lines = [line for lines in task["damaged"].values() for line in lines]
    best = float("inf")
    until = time.perf_counter() + task["seconds"]
    while time.perf_counter() < until:
        since = time.perf_counter()
        for line in lines:
            mend(line)
        best = min(best, time.perf_counter() - since)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - empty) / 1024
    speed = sum(map(len, lines)) / best
    answer = {"start": start, "answers": answers, "hard": hard, "speed": speed, "memory": memory}
    print(json.dumps(answer))


# The table

_HEAD = [
    "library", "deleted F1", "spaced F1", "mixed F1", "P / R deleted", "wrong per 1000",
    "letters lost", "strings harmed", "M characters/s", "start s", "memory MB",
]  # fmt: skip


def _describe(
    name: str, answer: dict[str, Any], golds: dict[str, list[str]], task: Task
) -> list[str]:
    """Return the row of one library; its figures are means over the gold files."""
    by_damage = collections.defaultdict(list)
    for corpus, lines in golds.items():
        for how in _DAMAGES:
            by_damage[how].append(score(lines, answer["answers"][f"{corpus}/{how}"]))

    def mean(how: str, figure: str) -> float:
        return sum(getattr(one, figure) for one in by_damage[how]) / len(by_damage[how])

    harmed = sum(a != b for a, (_, b) in zip(answer["hard"], task.hard, strict=True))
    return [
        name,
        *(f"{mean(how, 'f1'):.1f}" for how in _DAMAGES[:3]),
        f"{mean('deleted', 'precision'):.1f} / {mean('deleted', 'recall'):.1f}",
        f"{mean('intact', 'wrong'):.1f}",
        str(sum(one.lost for scores in by_damage.values() for one in scores)),
        f"{harmed} of {len(task.hard)}",
        f"{answer['speed'] / 1e6:.2f}",
        f"{answer['start']:.2f}",
        f"{answer['memory']:.0f}",
    ]


def _print_table(rows: list[list[str]], *, markdown: bool) -> None:
    """Print `rows` below the heading, in columns or as Markdown."""
    if markdown:
        lines = [_HEAD, ["---"] * len(_HEAD), *rows]
        print("\n".join(f"| {' | '.join(row)} |" for row in lines))
        return
    widths = [max(len(row[at]) for row in [_HEAD, *rows]) for at in range(len(_HEAD) - 1)] + [0]
    for row in [_HEAD, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


if __name__ == "__main__":
    main()
