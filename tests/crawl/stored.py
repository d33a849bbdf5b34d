"""Articles for a store, and what it wrote of them."""

import json
from pathlib import Path

from cleaners.article import Article

TEXT = "آموزش فنی و حرفه‌ای در استان آغاز شد و کارآموزان ثبت‌نام کردند. " * 8
LONG = "\n\n".join(
    f"بند {n}: کارآموزان رشتهٔ شمارهٔ {n * 7} در کارگاه {n * 13} گواهینامهٔ {n * 31} گرفتند."
    for n in range(1, 30)
)


def article(code: int, *, text: str = "متن", source: str = "live", title: str = "تیتر") -> Article:
    fingerprint = f"{abs(hash(text)):040x}"[:40]
    return Article(
        f"mehr:{code}", "mehr", url=f"https://www.mehrnews.com/news/{code}/x", title=title,
        text=text, body=[text], source=source, fingerprint=fingerprint, extractor="test/1",
    )  # fmt: skip


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]


def marks(folder: Path) -> dict[str, str | None]:
    lines = (folder / "mehr.jsonl").read_text("utf-8").splitlines()
    return {record["id"]: record["duplicate_of"] for record in map(json.loads, lines)}
