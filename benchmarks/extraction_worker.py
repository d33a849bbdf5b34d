"""Measure one tool, in a process of its own so that its memory can be measured."""

import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from benchmarks.forgetting import forgetter
from benchmarks.peers import TOOLS, Extract, Tool, with_profile
from benchmarks.scoring import PageScore, score_page, totals

__all__ = ["measure"]

# Bytes; smaller pages are not timed, as the speed should be that for pages of real news sites.
_TIMED_FROM: Final = 50_000
_MOST_TIMED: Final = 12
_KILOBYTE: Final = 1024


@dataclass(frozen=True, slots=True)
class _Page:
    html: bytes
    gold: dict[str, Any]


def measure(name: str, inputs: Path, repeat: int) -> int:
    """Print the figures of the tool `name` as JSON; return the exit status."""
    tool = next(tool for tool in TOOLS if tool.name == name)
    sets = {folder.name: list(_pages(folder)) for folder in sorted(inputs.iterdir())}
    try:
        row = _learning(sets) if tool.learns else _plain(tool, sets, repeat)
    except ImportError as error:
        row = {"missing": str(error)}
    json.dump({**row, "fields": sorted(tool.fields)}, sys.stdout)
    return 0


def _pages(folder: Path) -> Iterator[_Page]:
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        if line.strip():
            gold = json.loads(line)
            yield _Page((folder / gold["file"]).read_bytes(), gold)


def _plain(tool: Tool, sets: dict[str, list[_Page]], repeat: int) -> dict[str, Any]:
    extract = tool.make()
    failures: list[str] = []
    row: dict[str, Any] = {}
    for name in ("real", "disguised", "generated"):
        if name in sets and not tool.only_speed:
            scores = _scores(extract, sets[name], failures)
            row[name] = asdict(totals(scores))
            if name == "generated":
                row["traits"] = _by_trait(sets[name], scores)
    others = [page for name, pages in sets.items() if name.startswith("site-") for page in pages]
    asked = [page for page in others if not page.gold["learn"]]
    if asked and not tool.only_speed:
        row["sites"] = asdict(totals(_scores(extract, asked, failures)))
    timed = _timed_pages(sets)
    if timed:
        row["ms"], row["lexbor_ms"] = _times(extract, timed, repeat)
    row["failures"] = failures
    row["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTE
    return row


def _learning(sets: dict[str, list[_Page]]) -> dict[str, Any]:
    """Score the profile learned from some pages of a site on the other pages of the site."""
    failures: list[str] = []
    scores: list[PageScore] = []
    for name, pages in sets.items():
        if name.startswith("site-"):
            known = [(page.html, page.gold["url"]) for page in pages if page.gold["learn"]]
            asked = [page for page in pages if not page.gold["learn"]]
            scores += _scores(with_profile(known), asked, failures)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTE
    return {"sites": asdict(totals(scores)), "failures": failures, "peak_mb": peak}


def _scores(extract: Extract, pages: list[_Page], failures: list[str]) -> list[PageScore]:
    return [score_page(page.gold, _found(extract, page, failures)) for page in pages]


def _found(extract: Extract, page: _Page, failures: list[str]) -> dict[str, Any] | None:
    """Run a tool on one page; if it fails, record the failure and return None."""
    try:
        return extract(page.html, page.gold["url"])
    except Exception as error:
        failures.append(f"{page.gold['file']}: {type(error).__name__}")
        return None


def _by_trait(pages: list[_Page], scores: list[PageScore]) -> dict[str, dict[str, float]]:
    """Return axis → value → mean F1."""
    found: dict[str, dict[str, list[float]]] = {}
    for page, score in zip(pages, scores, strict=True):
        for axis, value in page.gold["traits"].items():
            found.setdefault(axis, {}).setdefault(value, []).append(score.f1)
    return {
        axis: {value: sum(all_) / len(all_) for value, all_ in sorted(values.items())}
        for axis, values in found.items()
    }


def _timed_pages(sets: dict[str, list[_Page]]) -> list[_Page]:
    for name in ("real", "generated"):
        heavy = [page for page in sets.get(name, []) if len(page.html) >= _TIMED_FROM]
        if heavy:
            return heavy[:_MOST_TIMED]
    return []


def _times(extract: Extract, pages: list[_Page], repeat: int) -> tuple[float, float]:
    """Return milliseconds of processor time per page, for the tool and for lexbor's parse.

    The best run on each page counts, after one that is not timed.
    """
    tool = parse = 0.0
    for page in pages:
        tool += _best(lambda page=page: _found(extract, page, []), repeat)  # type: ignore[misc]
        parse += _best(lambda page=page: LexborHTMLParser(page.html), repeat)  # type: ignore[misc]
    return 1000 * tool / len(pages), 1000 * parse / len(pages)


def _best(run: Callable[[], object], repeat: int) -> float:
    run()
    forget = forgetter()
    gc.collect()
    best = float("inf")
    for _ in range(repeat):
        forget()
        start = time.process_time()  # does not include the time of other programs
        run()
        best = min(best, time.process_time() - start)
    return best
