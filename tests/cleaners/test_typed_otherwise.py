"""Pages whose source is written in another way: the same article must come out."""

import html
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from cleaners import Article, clean_html
from cleaners.persian.folding import fold
from tests.sample_pages import SamplePage, article_pages

FIELDS = (
    *("title", "kicker", "lead", "body", "authors", "section", "tags"),
    *("news_code", "published_at", "modified_at", "images"),
)
_PERSIAN = re.compile(r"[\u0600-\u06ff]")
_TEXT = re.compile(r"(?s)<(?:script|style)\b.*?</(?:script|style)>|>([^<>]+)<")


def in_texts(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that changes what stands between the tags, but for scripts and styles."""

    def changed(page: str) -> str:
        return _TEXT.sub(lambda m: m[0] if m[1] is None else f">{change(m[1])}<", page)

    return changed


def in_json_ld(change: Callable[[str], str]) -> Callable[[str], str]:
    blocks = re.compile(r"(?s)(<script[^>]*ld\+json[^>]*>)(.*?)(</script>)")
    return lambda page: blocks.sub(lambda m: m[1] + change(m[2]) + m[3], page)


def in_dates(change: Callable[[datetime], str]) -> Callable[[str], str]:
    """Return a function that changes the dates with a zone in metas."""
    metas = re.compile(r'(<meta[^>]*(?:published|modified)[^>]*content=")([^"]*[+Z][^"]*)(")')
    return lambda page: metas.sub(
        lambda m: m[1] + change(datetime.fromisoformat(m[2])) + m[3], page
    )


WAYS: dict[str, Callable[[str], str]] = {
    "Arabic letters": lambda page: page.replace("ی", "ي").replace("ک", "ك"),
    "no-break spaces": in_texts(lambda text: re.sub("(?<=[آ-ی]) (?=[آ-ی])", "&nbsp;", text)),
    "marks of direction": in_texts(lambda text: re.sub(r"\A(?=[آ-ی])", "\u200f", text)),
    "entities": in_texts(lambda text: _PERSIAN.sub(lambda m: f"&#{ord(m[0])};", text)),
    "tags in capitals": lambda page: re.sub("</?[a-z][a-z0-9]*", lambda m: m[0].upper(), page),
    "tags that close themselves": lambda page: re.sub(
        r"<(br|img|meta|link|hr)([^>]*[^>/])>", r"<\1\2/>", page
    ),
    "no line ends": lambda page: re.sub(r">\s*\n\s*<", "><", page),
    "indented": lambda page: re.sub(r"(</?(?:div|p|ul|li|h[1-6]|table|tr|td)\b)", r"\n   \1", page),
    "a mark of bytes": lambda page: f"\ufeff{page}",
    "JSON-LD in a graph": in_json_ld(lambda block: f'{{"@graph": [{block}]}}'),
    "JSON-LD in a list": in_json_ld(lambda block: f"[{block}]"),
    "JSON-LD in a comment": in_json_ld(lambda block: f"<!-- {block} -->"),
    "JSON-LD as CDATA": in_json_ld(lambda block: f"//<![CDATA[\n{block}\n//]]>"),
    "JSON-LD with a last comma": in_json_ld(lambda block: re.sub(r"}\s*\Z", ",}", block)),
    "JSON-LD in ASCII": in_json_ld(lambda block: json.dumps(json.loads(block))),
    "JSON-LD with entities": in_json_ld(
        lambda block: block.replace("\u200c", "&zwnj;") if html.unescape(block) == block else block
    ),
    "dates in UTC": in_dates(lambda day: f"{day.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"),
    "dates of letters": in_dates(lambda day: f"{day:%a, %d %b %Y %H:%M:%S %z}"),
}


def articles(page: SamplePage, way: str, *, rules: bool) -> tuple[Article, Article] | None:
    """Return the articles of a page as it is and as it is written `way`; None if both are one."""
    source = page.read()
    try:
        text = source.decode()
    except UnicodeDecodeError:
        return None
    written = WAYS[way](text)
    if written == text:
        return None
    wanted = clean_html(source, page.url, rules=rules, normalize=False)
    return wanted, clean_html(written.encode(), page.url, rules=rules, normalize=False)


def bare(value: object) -> str:
    """Return a field's letters and digits, in one spelling."""
    return fold(str(value).replace("\\u200c", ""))


@pytest.mark.parametrize("rules", [True, False], ids=["rules", "generic"])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", article_pages(), ids=lambda page: page.name)
def test_same_article(page: SamplePage, way: str, rules: bool) -> None:
    found = articles(page, way, rules=rules)
    if found is None:
        return
    wanted, article = found
    differ = [
        field for field in FIELDS if bare(getattr(article, field)) != bare(getattr(wanted, field))
    ]
    assert differ == []
