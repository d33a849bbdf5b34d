"""Generated pages: the fixtures' articles in layouts such as hundreds of sites might have.

    python -m benchmarks.layouts OUT --seed 1 --count 200

The articles are known, so that a change that helps one layout and hurts another is noticed. Nothing
here knows what the cleaners look for.
"""

import random
from collections.abc import Iterator
from itertools import islice

from benchmarks.layouts.axes import AXES, Traits, draw
from benchmarks.layouts.negatives import NegativePage, generate_negatives
from benchmarks.layouts.page import GeneratedPage, lay_out
from benchmarks.layouts.story import stories

__all__ = [
    "AXES",
    "GeneratedPage",
    "NegativePage",
    "Traits",
    "generate",
    "generate_negatives",
    "generate_sites",
]


def generate(seed: int, count: int) -> Iterator[GeneratedPage]:
    """Yield `count` pages, the same for the same seed and the same fixtures."""
    told = stories()
    for index, traits in enumerate(islice(draw(seed), count)):
        rng = random.Random(f"{seed}/{index}")
        story = told[rng.randrange(len(told))]
        yield lay_out(f"{index:05}-{story.name}.html", story, traits, rng)


def generate_sites(seed: int, sites: int, pages: int) -> Iterator[list[GeneratedPage]]:
    """Yield the pages of `sites` invented sites, each with one layout and the same surroundings."""
    told = stories()
    for number, traits in enumerate(islice(draw(seed), sites)):
        key = f"{seed}/site{number}"
        chosen = random.Random(key).sample(told, min(pages, len(told)))
        yield [
            lay_out(
                f"s{number:03}-{index:02}-{story.name}.html",
                story,
                traits,
                random.Random(f"{key}/{index}"),
                key,
            )
            for index, story in enumerate(chosen)
        ]
