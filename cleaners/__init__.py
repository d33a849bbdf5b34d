"""What is the article: pages and flattened texts in, clean Persian articles out.

Pure functions on bytes and text, without a network and without Scrapy:

>>> from cleaners import clean_html, write_jsonl
>>> article = clean_html(page_bytes, "https://www.ilna.ir/...")    # doctest: +SKIP
>>> write_jsonl("articles.jsonl", [article])                       # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaners.article import Article, Image
    from cleaners.clean import clean_html
    from cleaners.dates.parsing import parse_date
    from cleaners.errors import NotAnArticle
    from cleaners.explain import Explanation, explain_html
    from cleaners.jsonl import read_jsonl, write_jsonl
    from cleaners.learn import learn_boilerplate
    from cleaners.persian import normalize
    from cleaners.plaintext import clean_text
    from cleaners.profile import SiteProfile

__all__ = [
    "Article",
    "Explanation",
    "Image",
    "NotAnArticle",
    "SiteProfile",
    "clean_html",
    "clean_text",
    "explain_html",
    "learn_boilerplate",
    "normalize",
    "parse_date",
    "read_jsonl",
    "write_jsonl",
]

# Loaded when first asked for, so that `import cleaners` costs nothing.
_HOME = {
    "Article": "article",
    "Explanation": "explain",
    "Image": "article",
    "NotAnArticle": "errors",
    "SiteProfile": "profile",
    "clean_html": "clean",
    "clean_text": "plaintext",
    "explain_html": "explain",
    "learn_boilerplate": "learn",
    "normalize": "persian",
    "parse_date": "dates.parsing",
    "read_jsonl": "jsonl",
    "write_jsonl": "jsonl",
}


if not TYPE_CHECKING:  # else every misspelt name would pass a check of types

    def __getattr__(name: str) -> Any:
        if name in _HOME:
            value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
