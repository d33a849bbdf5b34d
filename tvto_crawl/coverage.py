"""Which fields articles have, compared with a spider's past: a changed layout shows here first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cleaners.article import Article

__all__ = ["Coverage"]

# Fields that an agency's articles either regularly have or regularly lack.
_FIELDS: Final = ("title", "lead", "body", "published_at", "news_code", "section", "tags", "images")
# An alarm is a field that most articles had and suddenly few have. Small samples vary, so the run
# needs some articles, and the past a good many, before anything is said.
_ENOUGH_NOW: Final = 5
_ENOUGH_BEFORE: Final = 20
_MOST: Final = 0.8
_FEW: Final = 0.4
# Share of articles with the warning `layout-changed` from which the rules count as outdated.
_TOO_MANY_CHANGED: Final = 0.5


class Coverage:
    """Counts of articles, and of those that have each field."""

    def __init__(self) -> None:
        self._articles = 0
        self._changed = 0
        self._with: Counter[str] = Counter()

    def add(self, article: Article) -> None:
        """Count an article."""
        self._articles += 1
        self._changed += "layout-changed" in article.warnings
        self._with.update(name for name in _FIELDS if getattr(article, name))

    def as_data(self) -> dict[str, int]:
        """Return the counts, `articles` among them."""
        return {"articles": self._articles, "changed": self._changed, **self._with}

    def alarms(self, past: Iterable[Mapping[str, Any]]) -> list[str]:
        """Return a sentence for every field that has gone missing, compared with `past` runs."""
        if self._articles < _ENOUGH_NOW:
            return []
        found = []
        if self._changed > _TOO_MANY_CHANGED * self._articles:
            found.append(
                f"the layout has changed: the rules found no body in {self._changed} of "
                f"{self._articles} articles, so generic extraction was used"
            )
        before: Counter[str] = Counter()
        for counts in past:
            before.update({name: int(n) for name, n in counts.items()})
        had = before["articles"]
        if had < _ENOUGH_BEFORE:
            return found
        for name in _FIELDS:
            now = self._with[name] / self._articles
            if before[name] >= _MOST * had and now <= _FEW:
                found.append(
                    f"the layout has changed: {name} in {now:.0%} of the articles, "
                    f"in {before[name] / had:.0%} before"
                )
        return found
