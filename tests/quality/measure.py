"""What the cleaners reach on the fixtures and on generated pages.

    python -m tests.quality.measure > tests/quality/floors.toml

sets the floors from what is reached now: each is `SLACK` of the distance to 1 below it, at least
`LEAST`, so that a floor near 1 is tight and one far from it gives way to a few other pages.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from benchmarks.disguises import DISGUISES, disguised
from benchmarks.layouts import AXES, GeneratedPage, generate, generate_negatives, generate_sites
from benchmarks.scoring import PageScore, score_page, totals
from cleaners import NotAnArticle, clean_html
from tests.sample_pages import SamplePage, article_pages

SEED = 21
GENERATED = 500
NEGATIVES = 100
SITES, PAGES_A_SITE = 16, 5
SLACK, LEAST = 0.2, 0.0005


def cleaned(html: bytes, url: str, **options: Any) -> dict[str, Any] | None:
    try:
        return clean_html(html, url, **options).to_dict()
    except NotAnArticle:
        return None


def gold_of(page: SamplePage) -> dict[str, Any]:
    expected = page.expected()
    text = "".join(expected["body"])
    noise = [line for line in _NOISE if line not in text]
    return {**expected, "file": page.name, "must_not_contain": noise}


_NOISE = ("انتهای پیام", "کد خبر", "بیشتر بخوانید", "نظر شما", "لینک کوتاه")


@cache
def fixture_scores(*, rules: bool) -> list[PageScore]:
    return [
        score_page(
            gold_of(page),
            cleaned(page.read(), page.url, rules=rules, content_type=page.content_type),
        )
        for page in article_pages()
    ]


@cache
def disguised_scores() -> list[PageScore]:
    """The fixtures in disguise, each disguise on every third page."""
    kinds = list(DISGUISES)
    scores = []
    for number, page in enumerate(article_pages()):
        for kind in kinds[number % 3 :: 3]:
            html = disguised(page.read(), kind)
            found = cleaned(html, page.url, rules=False, content_type=page.content_type)
            scores.append(score_page(gold_of(page), found))
    return scores


@cache
def generated_scores() -> list[tuple[GeneratedPage, PageScore]]:
    return [
        (page, score_page(page.gold, cleaned(page.html, page.gold["url"], **_ASKED)))
        for page in generate(SEED, GENERATED)
    ]


_ASKED: Mapping[str, Any] = {"rules": False, "normalize": False}


@cache
def lowest_rows() -> dict[str, tuple[str, float]]:
    """Axis → its value with the lowest mean F1, and that F1."""
    rows = {}
    for axis, values in AXES.items():
        means = {value: _f1_of(axis, value) for value in values}
        value = min(means, key=lambda value: means[value])
        rows[axis] = (value, means[value])
    return rows


def _f1_of(axis: str, value: str) -> float:
    scores = [score.f1 for page, score in generated_scores() if page.traits[axis] == value]
    return sum(scores) / len(scores)


@cache
def refused() -> tuple[float, float]:
    """The shares of pages without an article that are refused, and for the right reason."""
    said = right = 0
    for page in generate_negatives(SEED, NEGATIVES):
        try:
            clean_html(page.html, page.url, rules=False)
        except NotAnArticle as refusal:
            said += 1
            right += refusal.reason == page.reason
    return said / NEGATIVES, right / NEGATIVES


@cache
def site_scores() -> list[PageScore]:
    return [
        score_page(page.gold, cleaned(page.html, page.gold["url"], **_ASKED))
        for pages in generate_sites(SEED, SITES, PAGES_A_SITE)
        for page in pages
    ]


def figures(scores: Iterable[PageScore]) -> dict[str, float]:
    """The means, and `clean`: the share of noise strings that did not leak."""
    told = asdict(totals(list(scores)))
    told["clean"] = 1 - told.pop("leaks") / told.pop("of_leaks")
    del told["pages"]
    return told


def floor_of(reached: float) -> float:
    return max(0.0, round(reached - max(LEAST, SLACK * (1 - reached)), 4))


def main() -> None:
    print("# Floors, written by `python -m tests.quality.measure`, which tells how they are set.")
    for name, scores in (
        ("fixtures-rules", fixture_scores(rules=True)),
        ("fixtures-generic", fixture_scores(rules=False)),
        ("fixtures-disguised", disguised_scores()),
        ("generated", [score for _, score in generated_scores()]),
        ("sites", site_scores()),
    ):
        print(f"\n[{name}]")
        for key, value in figures(scores).items():
            print(f"{key} = {floor_of(value):.4f}  # reached {value:.4f}")
    print("\n# The lowest mean F1 among the values of an axis.\n[rows]")
    for axis, (value, f1) in lowest_rows().items():
        print(f"{axis} = {floor_of(f1):.4f}  # reached {f1:.4f}, {value}")
    print("\n[negatives]")
    for key, value in zip(("refused", "reason"), refused(), strict=True):
        print(f"{key} = {floor_of(value):.4f}  # reached {value:.4f}")


if __name__ == "__main__":
    main()
