"""Write one HTML file that shows a page's article beside the page's lines."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final, TextIO

from cleaners import Article, clean_html, explain_html
from cleaners.dates.jalali import jalali
from cleaners.errors import NotAnArticle
from cleaners.explain import Explanation
from cleaners.profile import SiteProfile
from tvto_crawl import __version__
from tvto_crawl.bulk.entries import Entry
from tvto_crawl.inspect.changes import Piece, changes
from tvto_crawl.webpage import PageAssets, fill, policy, to_json

__all__ = ["Inspection", "inspect_page", "write_view"]

_ASSETS: Final = PageAssets(
    "tvto_crawl.inspect",
    scripts=(
        *("dom", "language", "terms", "tooltip", "theme"),
        *("names", "article", "record", "tree", "detail", "filters", "main"),
    ),
    styles=("theme", "layout", "inspect", "lines", "phone"),
)


@dataclass(frozen=True, slots=True)
class Inspection:
    """A page, its article, and the explanation of how one became the other."""

    page: Entry
    article: Article | None
    """The record as `clean` would write it; None for a page without an article."""
    explanation: Explanation


def inspect_page(
    page: Entry, *, rules: bool = True, profile: SiteProfile | None = None
) -> Inspection:
    """Clean a page, with what was learned about its site, and explain what became of its lines.

    Raises:
        NotAnArticle: the input can't be parsed at all, so that there are no lines to show. A page
            without an article is explained all the same.
    """
    explanation = explain_html(
        page.content,
        page.url,
        rules=rules,
        content_type=page.content_type,
        fetched_at=page.fetched_at,
        profile=profile,
    )
    try:
        article = clean_html(
            page.content,
            page.url,
            rules=rules,
            content_type=page.content_type,
            fetched_at=page.fetched_at,
            source=page.source,
            profile=profile,
        )
    except NotAnArticle:
        article = None
    return Inspection(page, article, explanation)


def write_view(inspection: Inspection, out: TextIO) -> None:
    """Write the view of `inspection` as one HTML file that needs no other file."""
    script = _ASSETS.script
    licence = _ASSETS.text("FONT-LICENSE.txt").replace("<", "&lt;")
    slots: dict[str, Callable[[], Iterable[str]]] = {
        "policy": lambda: [policy(script)],
        "style": lambda: [_ASSETS.style],
        "words": lambda: [to_json({"words": _ASSETS.words, "provinces": {}})],
        "inspection": lambda: [to_json(_data(inspection))],
        "script": lambda: [script],
        "licence": lambda: [licence],
    }
    out.writelines(fill(_ASSETS.text("page.html"), slots))


def _data(inspection: Inspection) -> dict[str, Any]:
    """Return what the page's scripts read."""
    page, explanation = inspection.page, inspection.explanation
    refusal = explanation.refusal
    names: dict[int, str] = {}
    for line in explanation.lines:
        names.update(line.elements)
    return {
        "place": page.place,
        "url": page.url,
        "made": jalali(datetime.now(UTC)),
        "version": __version__,
        "record": inspection.article.to_dict() if inspection.article else None,
        "refusal": {"reason": refusal.reason, "message": str(refusal)} if refusal else None,
        "attempts": [asdict(attempt) for attempt in explanation.attempts],
        "changes": _changes(explanation.article, inspection.article),
        "elements": [names[number] for number in range(len(names))],
        "lines": [
            {
                "text": line.text,
                "kind": line.kind,
                "elements": [element.number for element in line.elements],
                "field": line.field,
                "item": line.item,
                "rule": line.rule,
                "code": line.code,
                "detail": line.detail,
            }
            for line in explanation.lines
        ],
    }


def _changes(before: Article | None, after: Article | None) -> dict[str, list[list[Piece]]]:
    """Return by field the article's texts in pieces, each with what it was before mending."""
    if before is None or after is None:
        return {}
    mended = {
        name: [changes(getattr(before, name) or "", getattr(after, name) or "")]
        for name in ("kicker", "title", "lead")
    }
    mended["body"] = [changes(*pair) for pair in zip(before.body, after.body, strict=True)]
    return mended
