"""Count what a corpus holds, in one pass."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

__all__ = ["CorpusStats"]

# Fields whose absence is counted.
_FIELDS: Final = (
    "url",
    "news_code",
    "kicker",
    "title",
    "lead",
    "body",
    "published_at",
    "modified_at",
    "authors",
    "place",
    "province",
    "section",
    "tags",
    "images",
    "fetched_at",
)
_QUANTILES: Final = (0.05, 0.25, 0.5, 0.75, 0.95)


class CorpusStats:
    """Counts of articles; memory grows by only 4 bytes per article, for its length."""

    def __init__(self) -> None:
        self.articles = 0
        self.not_articles = 0
        self.by: dict[str, Counter[str]] = {
            name: Counter()
            for name in (
                "agency",
                "year",
                "province",
                "section",
                "tags",
                "extractor",
                "warnings",
                "repairs",
                "missing",
            )
        }
        self.duplicates = 0
        self._words = array("I")
        self.characters = 0

    def add(self, record: Mapping[str, Any]) -> None:
        """Count a record; fields of the wrong type, as in JSONL of other programs, are left out."""
        self.articles += 1
        by = self.by
        by["agency"][str(record.get("agency"))] += 1
        by["year"][str(record.get("published_jalali") or "none")[:4]] += 1
        by["extractor"][str(record.get("extractor"))] += 1
        by["province"].update(map(str, filter(None, [record.get("province")])))
        for name in ("warnings", "tags"):
            by[name].update(map(str, _of_type(list, record.get(name))))
        by["section"].update(map(str, _of_type(list, record.get("section"))[:1]))
        by["missing"].update(name for name in _FIELDS if not record.get(name))
        for kind, count in _of_type(dict, record.get("repairs")).items():
            by["repairs"][kind] += _of_type(int, count)
        self.duplicates += bool(record.get("duplicate_of"))
        text = str(record.get("text") or "")
        self._words.append(len(text.split()))
        self.characters += len(text)

    def words(self) -> dict[str, int]:
        """Return the sum and the quantiles of the articles' lengths in words."""
        ordered = sorted(self._words)
        lengths = {"total": sum(ordered)}
        for share in _QUANTILES:
            place = min(int(share * len(ordered)), len(ordered) - 1)
            lengths[f"{share:.0%}"] = ordered[place] if ordered else 0
        return lengths

    def to_dict(self) -> dict[str, Any]:
        """Return all counts, the largest of each kind first."""
        return {
            "articles": self.articles,
            "not_articles": self.not_articles,
            "duplicates": self.duplicates,
            "characters": self.characters,
            "words": self.words(),
            **{f"by_{name}": dict(_sorted(name, c)) for name, c in self.by.items()},
        }


def _of_type[Kind: list[Any] | dict[str, Any] | int](kind: type[Kind], value: object) -> Kind:
    return value if isinstance(value, kind) else kind()


def _sorted(name: str, counts: Counter[str]) -> Iterable[tuple[str, int]]:
    return sorted(counts.items()) if name == "year" else counts.most_common()
