"""The rules: every file loads, every selector parses, families are told from the page."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners.layouts import site
from cleaners.layouts.around import _containers as containers
from cleaners.layouts.site import choose_layouts
from cleaners.markup.page import open_page
from cleaners.rules import Layout, Mark, _layouts, family_of_host, layouts
from tests.sample_pages import article_pages


def selectors(layout: Layout) -> list[str]:
    found = [*layout.root, *layout.body, layout.hide, layout.drop, layout.gone]
    found += [s.key for group in layout.sources.values() for s in group if s.kind == "css"]
    found += [mark.key for mark in (*layout.marks, *layout.photo) if mark.kind == "css"]
    return [selector for selector in found if selector]


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.label)
def test_selectors_parse(layout: Layout) -> None:
    tree = LexborHTMLParser("<p></p>")
    for selector in selectors(layout):
        tree.css(selector)


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.label)
def test_what_selectors_begin_with_parses(layout: Layout) -> None:
    tree = LexborHTMLParser("<p></p>")
    for field in ("section", "tags"):
        group = layout.sources.get(field, ())
        if keys := containers(tuple(source.key for source in group if source.kind == "css")):
            tree.css(keys)


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.label)
def test_no_selector_looks_through_all_siblings_of_each(layout: Layout) -> None:
    assert [selector for selector in selectors(layout) if "~ " in selector] == []


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.label)
def test_layout_finds_title_and_body(layout: Layout) -> None:
    assert layout.body
    assert layout.sources["title"]
    assert layout.version >= 1


def test_every_family_and_site_has_rules() -> None:
    names = {layout.name for layout in layouts()}
    assert names >= {
        "asam", "nastooh", "iransamaneh", "highportal", "wordpress", "ilna", "mehr", "irib", "tvto"
    }  # fmt: skip


MARKED = [
    ('<meta property="nastooh:code" content="1">', "nastooh"),
    ('<meta name="generator" content="www.nastooh.ir">', "nastooh"),
    ('<link rel="stylesheet" href="/client/themes/fa/main/css/news.css">', "iransamaneh"),
    ('<meta name="generator" content="Aryanic.com">', "highportal"),
    ('<meta name="generator" content="WordPress 6.4">', "wordpress"),
    ('<div id="echo_detail"><p>متن</p></div>', "asam"),
]


@pytest.mark.parametrize(("markup", "family"), MARKED)
def test_family_by_mark_on_any_host(markup: str, family: str) -> None:
    page = open_page(f"<html><head>{markup}</head></html>", "https://news.example.ir/1")
    chosen = choose_layouts(page)
    assert chosen[0].layout.family == family
    assert family in chosen[0].why


def test_class_name_speaks_for_no_family_where_the_page_names_its_maker() -> None:
    body = '<body><div class="entry-content"><p>متن</p></div></body>'
    for generator, chosen in (
        ("", ["wordpress"]),
        ("Hugo 0.121", []),
        ("WordPress", ["wordpress"]),
    ):
        head = f'<meta name="generator" content="{generator}">' if generator else ""
        page = open_page(f"<html><head>{head}</head>{body}</html>", "https://news.example.ir/1")
        assert [choice.layout.family for choice in choose_layouts(page)] == chosen


def test_mark_counts_before_the_host_list() -> None:
    html = '<html><head><meta property="nastooh:code" content="1"></head></html>'
    page = open_page(html, "https://www.tabnak.ir/fa/news/818242")
    assert family_of_host("www.tabnak.ir") == "iransamaneh"
    assert choose_layouts(page)[0].layout.family == "nastooh"


def test_version_of_the_day_of_the_fetch(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = (Mark.parse("meta:nastooh:code"),)
    new = Layout("nastooh", 2, "nastooh", marks=marks, since=date(2025, 3, 21))
    old = Layout("nastooh", 1, "nastooh", marks=marks, until=date(2025, 3, 20))
    monkeypatch.setattr(site, "layouts", lambda: (new, old))
    site._marks_by_family.cache_clear()
    page = open_page('<html><head><meta property="nastooh:code" content="1"></head></html>')

    def first(day: date | None) -> int:
        return choose_layouts(page, day)[0].layout.version

    try:
        assert first(date(2024, 6, 1)) == 1
        assert first(date(2025, 6, 1)) == 2
        assert first(None) == 2
        assert len(choose_layouts(page, date(2024, 6, 1))) == 2  # the other is tried as well
    finally:
        site._marks_by_family.cache_clear()


def test_unknown_page_has_no_layout() -> None:
    assert choose_layouts(open_page("<p>متن</p>", "https://news.example.ir/1")) == []


@pytest.mark.parametrize(
    "page", [p for p in article_pages() if p.agency != "tvto"], ids=lambda p: p.name
)
def test_sample_page_is_of_its_site(page) -> None:
    chosen = choose_layouts(open_page(page.read(), page.url))
    assert chosen[0].layout.name == page.agency


def test_older_version_has_days_of_its_own() -> None:
    older = {"version": 1, "until": date(2024, 12, 31), "body": [".text"]}
    table = {
        "version": 2, "since": date(2025, 1, 1), "title": ["h1"], "body": [".new"], "older": [older]
    }  # fmt: skip
    new, old = _layouts("nemoune", table, {"nemoune": table})
    assert (new.version, new.since, new.until) == (2, date(2025, 1, 1), None)
    assert (old.version, old.since, old.until) == (1, None, date(2024, 12, 31))
    assert old.body == (".text",)
    assert old.sources["title"] == new.sources["title"]


def test_site_does_not_inherit_the_days_of_its_family() -> None:
    family = {"version": 3, "since": date(2025, 1, 1), "title": ["h1"], "body": [".text"]}
    site_table = {"version": 1, "family": "nemoune", "hosts": ["nemoune.ir"]}
    (layout,) = _layouts("site", site_table, {"nemoune": family, "site": site_table})
    assert (layout.version, layout.since, layout.body) == (1, None, (".text",))


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: f"{layout.name}-{layout.version}")
def test_no_selector_climbs_three_times(layout: Layout) -> None:
    """On nested lists lexbor tries every way up: `.tags ul li a` took minutes for 125 KB."""
    sources = [source for of_field in layout.sources.values() for source in of_field]
    selectors = [part for s in sources if s.kind == "css" for part in s.key.split(",")]
    plain = [part for part in selectors if not {"(", ">"} & set(part)]
    assert [part for part in plain if len(part.split()) > 3] == []
