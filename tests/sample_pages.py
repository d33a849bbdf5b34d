"""The pages of tests/fixtures and the articles that must come out of them."""

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent / "fixtures"
AGENCIES = ("ilna", "mehr", "irib", "tvto")


@dataclass(frozen=True)
class SamplePage:
    agency: str
    file: str
    url: str
    kind: str
    content_type: str

    @property
    def name(self) -> str:
        return f"{self.agency}-{Path(self.file).stem}"

    def read(self) -> bytes:
        return (FIXTURES / self.agency / self.file).read_bytes()

    def expected(self) -> dict[str, Any]:
        path = FIXTURES / self.agency / "articles" / f"{Path(self.file).stem}.json"
        article: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return article


@cache
def sample_pages() -> list[SamplePage]:
    """Every HTML page of the samples, each file once."""
    pages: dict[tuple[str, str], SamplePage] = {}
    for agency in AGENCIES:
        site = tomllib.loads((FIXTURES / agency / "site.toml").read_text("utf-8"))
        for entry in site["page"]:
            file = entry.get("file", "")
            if file.endswith(".html") and (agency, file) not in pages:
                pages[agency, file] = SamplePage(
                    agency, file, entry["url"], entry["kind"], entry.get("content_type", "")
                )
    return list(pages.values())


def article_pages() -> list[SamplePage]:
    return [page for page in sample_pages() if page.kind == "article"]


def other_pages() -> list[SamplePage]:
    return [page for page in sample_pages() if page.kind in ("listing", "not-found", "challenge")]
