"""Find out whether an article's fields were found where the rules expect them on its page."""

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from cleaners.article import Article
from cleaners.layouts.site import choose_layouts
from cleaners.layouts.sources import values_at
from cleaners.markup.page import Page, open_page
from cleaners.persian.folding import fold
from cleaners.rules import Layout, Source

__all__ = ["VERDICTS", "Origin", "Verdict", "origins"]

Verdict = Literal["as expected", "elsewhere", "no rule", "derived", "not found"]
#: Every verdict, the best first.
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

# Fields of the record and their names in the rules.
_FIELDS: Final = {
    "kicker": "kicker",
    "title": "title",
    "lead": "lead",
    "published_at": "published",
    "modified_at": "modified",
    "news_code": "code",
    "authors": "authors",
    "section": "section",
    "tags": "tags",
    "images": "images",
}
# Fields that no rule has: they follow from dateline, section and host.
_DERIVED: Final = ("place", "province")
_TEXTS: Final = frozenset({"kicker", "title", "lead"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field came from."""

    verdict: Verdict
    place: str = ""
    """The place named by the rules, and its rank among them: `h1.title (2 of 5)`."""

    def __str__(self) -> str:
        return f"{self.verdict}: {self.place}" if self.place else self.verdict


def origins(
    html: bytes, url: str, article: Article, content_type: str | None = None
) -> dict[str, Origin]:
    """Return where on its page each field of `article` was found.

    The rules are those by which the article was extracted. If they found no body, so that it was
    extracted generically, they are the first that fit the page.
    """
    page = open_page(html, url, content_type=content_type)
    known = [choice.layout for choice in choose_layouts(page)]
    took = next((layout for layout in known if layout.label == article.extractor), None)
    layout = took or (known[0] if known else None)
    found = {
        field: _origin(page, layout, field, name, getattr(article, field))
        for field, name in _FIELDS.items()
    }
    found["body"] = _body_origin(page, layout, article, by_rules=took is not None)
    for field in _DERIVED:
        found[field] = Origin("derived" if getattr(article, field) else "not found")
    return found


def _origin(page: Page, layout: Layout | None, field: str, name: str, value: Any) -> Origin:
    if not value:
        return Origin("not found")
    places = layout.sources.get(name, ()) if layout else ()
    if not places:
        return Origin("no rule")
    for number, place in enumerate(places, 1):
        if _stands_at(page, place, field, value):
            return Origin("as expected", _place(_shown(place), number, len(places)))
    return Origin("elsewhere")


def _stands_at(page: Page, place: Source, field: str, value: Any) -> bool:
    """Return whether the value is found at a place, or for non-text values, whether anything is."""
    if field == "images" and place.kind == "css":
        return page.tree.css_first(place.key) is not None
    texts = [fold(text) for text in values_at(page, place, page.tree.css)]
    if field not in _TEXTS:
        return any(texts)
    wanted = fold(value)
    return any(text and (wanted in text or text in wanted) for text in texts)


def _body_origin(page: Page, layout: Layout | None, article: Article, *, by_rules: bool) -> Origin:
    if not article.body:
        return Origin("not found")
    if layout is None:
        return Origin("no rule")
    for number, selector in enumerate(layout.body, 1):
        if by_rules and page.tree.css_first(selector) is not None:
            return Origin("as expected", _place(selector, number, len(layout.body)))
    return Origin("elsewhere")


def _place(name: str, number: int, of: int) -> str:
    return f"{name} ({number} of {of})" if of > 1 else name


def _shown(source: Source) -> str:
    if source.kind != "css":
        return f"{source.kind}:{source.key}"
    shown = f"{source.key}@{source.attribute}" if source.attribute else source.key
    return f"prose:{shown}" if source.is_prose else shown
