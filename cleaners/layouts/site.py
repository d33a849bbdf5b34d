"""Which rules fit a page: chosen by marks on the page, then by its host."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from cleaners.identity import host_of, is_host_of
from cleaners.markup.page import Page
from cleaners.rules import Layout, Mark, family_of_host, layouts

__all__ = ["Choice", "bears", "choose_layouts"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout that may fit, and why."""

    layout: Layout
    why: str
    mark: str | None = None
    """The mark of its family that the page bears; None if only the host suggested the layout."""


def bears(page: Page, mark: Mark) -> bool:
    """Return whether the page bears `mark`."""
    if mark.kind == "meta":
        return _has_value(page.meta_as_written(mark.key), mark)
    if mark.kind == "url":
        return mark.key in (page.address or "")
    if mark.kind == "link":
        return any(mark.key in (link.get("href") or "") for link in page.links)
    if mark.kind == "body":
        return mark.key in (page.top.attributes.get("class") or "").split()
    return page.tree.css_first(mark.key) is not None


def _head_bears(page: Page, mark: Mark) -> bool:
    """Return whether the head of the page, or its address, bears `mark`."""
    if mark.kind == "meta":
        return _has_value(page.head_metas.get(mark.key), mark)
    return mark.kind in ("link", "url") and bears(page, mark)


def _has_value(content: str | None, mark: Mark) -> bool:
    return content is not None and (mark.value is None or mark.value in content.lower())


def choose_layouts(page: Page, fetched_on: date | None = None) -> list[Choice]:
    """Return the layouts to try, best first.

    A family is recognised by its marks on the page. A site's own layout comes before its family's
    if the host is the site's. A family that only the list of hosts suggests comes last, as sites
    move. Of several versions of a layout, those that were valid on `fetched_on` come first.
    """
    host = host_of(page.url or "") or host_of(page.canonical or "")
    shown = _shown_families(page)
    hinted = family_of_host(host)
    choices: list[tuple[tuple[bool, ...], Choice]] = []
    for layout in layouts():
        is_site = is_host_of(host, layout.hosts)
        if layout.hosts and not is_site:
            continue
        seen = shown.get(layout.family)
        if seen is None and not is_site and layout.family != hinted:
            continue
        why = f"the page bears {seen}" if seen else f"the host {host} is known for it"
        rank = (seen is None and bool(shown), not is_site, not _is_current(layout, fetched_on))
        choices.append((rank, Choice(layout, f"{layout.label}: {why}", seen)))
    return [choice for _, choice in sorted(choices, key=lambda pair: pair[0])]


def _shown_families(page: Page) -> dict[str, str]:
    """Return the families whose marks the page bears, each with the mark.

    The head is searched first, as it usually names the CMS and costs little. The rest of the page
    is searched only if the head names no family.
    """
    generator = page.head_metas.get("generator")
    for shows in (_head_bears, bears):
        shown: dict[str, str] = {}
        for family, marks in _marks_by_family():
            if generator and shows is bears and _names_its_generator(marks):
                continue  # the page names another generator: its class names are borrowed
            for mark in marks:
                if shows(page, mark):
                    shown[family] = f"{mark.kind}:{mark.key}"
                    break
        if shown:
            return shown
    return {}


def _names_its_generator(marks: Sequence[Mark]) -> bool:
    """Return whether a family's pages name their generator."""
    return any(mark.kind == "meta" and mark.key == "generator" for mark in marks)


@cache
def _marks_by_family() -> list[tuple[str, tuple[Mark, ...]]]:
    """Return each family with its marks."""
    return list({layout.family: layout.marks for layout in layouts()}.items())


def _is_current(layout: Layout, day: date | None) -> bool:
    if day is None:
        return layout.until is None
    return (layout.since or date.min) <= day <= (layout.until or date.max)
