"""The texts that generated pages hold: the articles of the fixtures."""

import json
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

__all__ = ["FIXTURES", "Story", "stories"]

FIXTURES = Path(__file__).resolve().parents[2] / "tests" / "fixtures"
_TEHRAN = ZoneInfo("Asia/Tehran")
# A photo report of one sentence has no body to find.
_SHORTEST_BODY = 400


@dataclass(frozen=True, slots=True)
class Story:
    """One article, before it is laid out."""

    name: str
    title: str
    kicker: str | None
    lead: str | None
    body: tuple[str, ...]
    published: datetime
    code: str

    def with_fresh_facts(self, rng: random.Random) -> "Story":
        """Return the story with another code and time, so that pages differ in these."""
        shift = timedelta(days=rng.randrange(400), minutes=rng.randrange(1440))
        utc = self.published.astimezone(UTC) - shift
        return replace(
            self, published=utc.astimezone(_TEHRAN), code=str(rng.randrange(10**4, 10**8))
        )


@cache
def stories() -> tuple[Story, ...]:
    """Return the articles of `tests/fixtures` whose body has some length."""
    found = []
    for path in sorted(FIXTURES.glob("*/articles/*.json")):
        record = json.loads(path.read_text("utf-8"))
        if not record["title"] or sum(map(len, record["body"])) < _SHORTEST_BODY:
            continue
        published = datetime.fromisoformat(record["published_at"] or "2024-05-01")
        if published.tzinfo is None:
            published = published.replace(hour=10, minute=30, tzinfo=_TEHRAN)
        found.append(
            Story(
                f"{path.parts[-3]}-{path.stem}",
                record["title"],
                record["kicker"],
                record["lead"],
                tuple(record["body"]),
                published,
                record["news_code"] or "100000",
            )
        )
    return tuple(found)
