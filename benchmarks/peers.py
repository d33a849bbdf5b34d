"""The tools that the extraction benchmark compares, each used as its documentation recommends.

A tool is a function from a page and its address to the fields that it finds. It imports what it
needs when it is created, so that only its own row is missing if a package is.
"""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from benchmarks.predictions import FIELDS
from cleaners import NotAnArticle, clean_html
from cleaners.markup.walking import blocks_of

__all__ = ["TOOLS", "Extract", "Tool", "with_profile"]

type Extract = Callable[[bytes, str], dict[str, Any] | None]
"""(page, address) → fields found; None if the tool finds no article in the page."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A row of the table."""

    name: str
    package: str | None
    """Distribution whose version the report gives; None for this project."""
    make: Callable[[], Extract]
    fields: frozenset[str] = frozenset(FIELDS)
    """The fields that the tool extracts at all; the table shows a dash for the others."""
    learns: bool = False
    """Whether the tool needs some pages of a site before it reads the others."""
    only_speed: bool = False
    """Whether its text differs from the page's on purpose, so that only its speed is measured."""


# This project


def _ours(*, rules: bool = True, normalize: bool = False) -> Extract:
    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        try:
            article = clean_html(html, url, rules=rules, normalize=normalize)
        except NotAnArticle:
            return None
        return {field: getattr(article, field) for field in FIELDS}

    return extract


def with_profile(pages: Sequence[tuple[bytes, str]]) -> Extract:
    """Return generic extraction with the profile learned from `pages` of one site.

    Raises:
        ImportError: this version learns no profiles.
    """
    profile = import_module("cleaners").learn_boilerplate(pages)

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        try:
            article = clean_html(  # type: ignore[call-arg]
                html, url, rules=False, normalize=False, profile=profile
            )
        except NotAnArticle:
            return None
        return {field: getattr(article, field) for field in FIELDS}

    return extract


# Others


def _text_of(html: str) -> list[str]:
    """Return the lines that a reader sees in the markup that a tool returns."""
    top = LexborHTMLParser(html).body
    return [block.text for block in blocks_of(top)] if top is not None else []


def _decoded(html: bytes) -> str:
    """Return a page as text, for tools that can't read bytes: in UTF-8, else windows-1256."""
    try:
        return html.decode()
    except UnicodeDecodeError:
        return html.decode("cp1256", "replace")


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment is not None else None


def _trafilatura(**options: Any) -> Extract:
    bare_extraction = import_module("trafilatura").bare_extraction

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        found = bare_extraction(html, url=url, with_metadata=True, **options)
        if found is None:
            return None
        # `extract()` writes the comments below the text, so users get both.
        told = (getattr(found, key) for key in ("text", "comments"))
        body = "\n".join(text for text in told if text)
        return {"title": found.title, "body": body, "published_at": found.date}

    return extract


def _readability() -> Extract:
    document_of = import_module("readability").Document

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        document = document_of(_decoded(html), url=url)
        return {"title": document.short_title(), "body": _text_of(document.summary())}

    return extract


def _newspaper() -> Extract:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nltk is wanted for keywords only
        article_of = import_module("newspaper").Article

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        article = article_of(url, language="fa", fetch_images=False)
        article.download(input_html=_decoded(html))
        article.parse()
        return {
            "title": article.title,
            "body": article.text,
            "published_at": _iso(article.publish_date),
        }

    return extract


def _resiliparse() -> Extract:
    extract_plain_text = import_module("resiliparse.extract.html2text").extract_plain_text

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        text = extract_plain_text(
            _decoded(html),
            main_content=True,
            alt_texts=False,
            comments=False,
            post_meta=False,
        )
        return {"body": text}

    return extract


def _goose() -> Extract:
    settings = {"use_meta_language": False, "target_language": "fa"}
    goose = import_module("goose3").Goose(settings)

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        article = goose.extract(raw_html=_decoded(html))
        return {
            "title": article.title,
            "body": article.cleaned_text,
            "published_at": _iso(article.publish_datetime_utc),
        }

    return extract


def _justext() -> Extract:
    package = import_module("justext")
    words = package.get_stoplist("Persian")

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        paragraphs = package.justext(_decoded(html), words)
        return {"body": [p.text for p in paragraphs if not p.is_boilerplate]}

    return extract


def _boilerpy() -> Extract:
    extractors = import_module("boilerpy3.extractors")
    extractor = extractors.ArticleExtractor(raise_on_failure=False)

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        document = extractor.get_doc(_decoded(html))
        return {"title": document.title, "body": document.content}

    return extract


def _magic() -> Extract:
    extractor = import_module("magic_html").GeneralExtractor()

    def extract(html: bytes, url: str) -> dict[str, Any] | None:
        found = extractor.extract(_decoded(html), base_url=url)
        return {"title": found.get("title"), "body": _text_of(found.get("html") or "")}

    return extract


_NO_PAGES: Final[Sequence[tuple[bytes, str]]] = ()
_BODY: Final = frozenset({"body"})
_TITLED: Final = frozenset({"body", "title"})
_DATED: Final = frozenset({"body", "title", "published_at"})

#: The rows of the table, in its order.
TOOLS: Final[tuple[Tool, ...]] = (
    Tool("tvto_crawl, rules", None, _ours),
    Tool("tvto_crawl, rules, normalized", None, lambda: _ours(normalize=True), only_speed=True),
    Tool("tvto_crawl, rules off", None, lambda: _ours(rules=False)),
    Tool("tvto_crawl, learned profile", None, lambda: with_profile(_NO_PAGES), learns=True),
    Tool("trafilatura", "trafilatura", _trafilatura, _DATED),
    Tool(
        "trafilatura, comments off",
        "trafilatura",
        lambda: _trafilatura(include_comments=False),
        _DATED,
    ),
    Tool(
        "trafilatura, precision",
        "trafilatura",
        lambda: _trafilatura(favor_precision=True),
        _DATED,
    ),
    Tool("readability-lxml", "readability-lxml", _readability, _TITLED),
    Tool("newspaper4k", "newspaper4k", _newspaper, _DATED),
    Tool("resiliparse", "Resiliparse", _resiliparse, _BODY),
    Tool("goose3", "goose3", _goose, _DATED),
    Tool("jusText", "jusText", _justext, _BODY),
    Tool("boilerpy3", "boilerpy3", _boilerpy, _TITLED),
    Tool("magic-html", "magic-html", _magic, _TITLED),
)
