"""Find what in a layout makes the cleaners fail, by simplifying generated pages that fail.

    python -m benchmarks.weak_spots [--seed 1] [--count 200] [-o FOLDER]

The traits of a failing page are made plain one by one, as long as the page still fails in the same
way. The remaining traits are the weak spot. The simplified pages are written to FOLDER, with a list
of what was extracted and what should have been.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from benchmarks.layouts.axes import AXES, draw
from benchmarks.layouts.page import GeneratedPage, lay_out
from benchmarks.layouts.story import Story, stories
from benchmarks.scoring import score_page
from cleaners import NotAnArticle, clean_html

__all__ = ["PLAIN", "WeakSpot", "main", "weak_spots"]

#: The plainest value of each axis; `none` for those not named.
PLAIN: Final[Mapping[str, str]] = dict.fromkeys(AXES, "none") | {
    "container": "article",
    "paragraphs": "p",
    "structure": "plain",
    "title": "h1",
    "head": "og",
    "date": "meta-utc",
    "place": "after",
    "footer": "short",
    "encoding": "utf-8",
    "zwnj": "raw",
    "weight": "light",
}
# A body that reaches this precision and recall does not count as a failure.
_GOOD: Final = 0.99
_KEYS: Final = {"published": "published_at", "code": "news_code"}


@dataclass(frozen=True, slots=True)
class WeakSpot:
    """A failure and the traits that cause it."""

    failure: str
    traits: Mapping[str, str]
    page: GeneratedPage
    story: str
    came_out: Any
    must: Any

    @property
    def key(self) -> tuple[str, ...]:
        """The key that is equal for failures of the same kind."""
        return (self.failure, *sorted(f"{axis}={value}" for axis, value in self.traits.items()))


def weak_spots(seed: int, count: int) -> list[tuple[WeakSpot, int]]:
    """Return the weak spots found in `count` pages, each with the number of times it was met."""
    told = stories()
    found: dict[tuple[str, ...], WeakSpot] = {}
    met: Counter[tuple[str, ...]] = Counter()
    for index, traits in enumerate(islice(draw(seed), count)):
        key = f"{seed}/{index}"
        story = told[random.Random(key).randrange(len(told))]
        for failure in sorted(_failures(_page(traits, story, key))[1]):
            spot = _simplified(failure, traits, story, key)
            met[spot.key] += 1
            found.setdefault(spot.key, spot)
    return [(found[key], times) for key, times in met.most_common()]


def _page(traits: Mapping[str, str], story: Story, key: str) -> GeneratedPage:
    return lay_out(f"{story.name}.html", story, traits, random.Random(key), key)


def _failures(page: GeneratedPage) -> tuple[dict[str, Any], set[str]]:
    """Return what was extracted from a page, and which parts of it are wrong."""
    try:
        article = clean_html(page.html, page.gold["url"], rules=False, normalize=False).to_dict()
    except NotAnArticle as refusal:
        return {"refused": refusal.reason}, {"refused"}
    score = score_page(page.gold, article)
    wrong = {name for name in ("precision", "recall") if getattr(score, name) < _GOOD}
    lines = ("title", "kicker", "lead", "published", "code")
    return article, wrong | {name for name in lines if getattr(score, name) is False}


def _simplified(failure: str, traits: Mapping[str, str], story: Story, key: str) -> WeakSpot:
    left = dict(traits)
    for _ in range(2):  # a trait that was needed at first may not be needed without the others
        for axis, plain in PLAIN.items():
            simpler = {**left, axis: plain}
            if simpler != left and failure in _failures(_page(simpler, story, key))[1]:
                left = simpler
    page = _page(left, story, key)
    came_out, must = _difference(failure, page)
    needed = {axis: value for axis, value in left.items() if value != PLAIN[axis]}
    return WeakSpot(failure, needed, page, story.name, came_out, must)


def _difference(failure: str, page: GeneratedPage) -> tuple[Any, Any]:
    """Return what was extracted and what should have been; of a body, what differs."""
    article, _ = _failures(page)
    if failure == "refused":
        return article["refused"], "an article"
    if failure in ("precision", "recall"):
        given, wanted = article["body"], page.gold["body"]
        surplus = [text[:90] for text in given if text not in wanted]
        return surplus, [text[:90] for text in wanted if text not in given]
    field = _KEYS.get(failure, failure)
    return article[field], page.gold[field]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("-o", "--output", type=Path, help="write the simplified pages there")
    options = parser.parse_args()
    lines = []
    for number, (spot, times) in enumerate(weak_spots(options.seed, options.count), 1):
        needed = ", ".join(f"{axis}={value}" for axis, value in spot.traits.items()) or "plain"
        name = f"{number:03}-{spot.failure}-{spot.story}.html"
        came_out = json.dumps(spot.came_out, ensure_ascii=False)
        must = json.dumps(spot.must, ensure_ascii=False)
        lines.append(f"{times}× {spot.failure}: {needed}\n    {name} {spot.page.gold['url']}")
        lines.append(f"    came out: {came_out}\n    must:     {must}")
        if options.output:
            options.output.mkdir(parents=True, exist_ok=True)
            (options.output / name).write_bytes(spot.page.html)
    print("\n".join(lines))
    if options.output:
        (options.output / "LIST.md").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
