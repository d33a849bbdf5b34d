"""Which rules fit a page: by what the page shows, then by its host, then by none."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from cleaners.page import Page
from cleaners.rules import Layout, Mark, family_of_host, layouts

__all__ = ["Choice", "bears", "choose_layouts"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout that may fit, and why."""

    layout: Layout
    why: str


def bears(page: Page, mark: Mark) -> bool:
    """Tell whether the page shows `mark`."""
    if mark.kind == "meta":
        value = page.metas.get(mark.key)
        return value is not None and (mark.value is None or mark.value in value.lower())
    if mark.kind == "link":
        return any(mark.key in (link.get("href") or "") for link in page.links)
    return page.tree.css_first(mark.key) is not None


def choose_layouts(page: Page, fetched_on: date | None = None) -> list[Choice]:
    """Return the layouts to try, best first.

    A family is told by its marks on the page; a site's own layout goes before its family's when
    the host is the site's. A family that only the host list names comes last: sites move.
    Of several versions of a layout, those whose days hold `fetched_on` come first.
    """
    host = _host(page)
    shown: dict[str, str] = {}
    for layout in layouts():
        if layout.family not in shown:
            for mark in layout.marks:
                if bears(page, mark):
                    shown[layout.family] = f"{mark.kind}:{mark.key}"
                    break
        if len(shown) == 1 and _is_certain(next(iter(shown.values()))):
            break
    hinted = family_of_host(host)
    choices: list[tuple[tuple[bool, ...], Choice]] = []
    for layout in layouts():
        is_site = _is_host_of(host, layout.hosts)
        if layout.hosts and not is_site:
            continue
        seen = shown.get(layout.family)
        if seen is None and not is_site and layout.family != hinted:
            continue
        why = f"the page bears {seen}" if seen else f"the host {host} is known for it"
        rank = (seen is None and bool(shown), not is_site, not _is_current(layout, fetched_on))
        choices.append((rank, Choice(layout, f"{layout.label}: {why}")))
    return [choice for _, choice in sorted(choices, key=lambda pair: pair[0])]


def _is_certain(mark: str) -> bool:
    """Tell whether a mark is the CMS's own name, so that no other family need be looked for."""
    return mark.startswith(("meta:", "link:"))


def _is_current(layout: Layout, day: date | None) -> bool:
    if day is None:
        return layout.until is None
    return (layout.since or date.min) <= day <= (layout.until or date.max)


def _is_host_of(host: str, hosts: tuple[str, ...]) -> bool:
    return any(host == known or host.endswith("." + known) for known in hosts)


def _host(page: Page) -> str:
    for url in (page.url, page.canonical):
        try:
            if url and (host := urlsplit(url).hostname):
                return host.removeprefix("www.")
        except ValueError:
            continue
    return ""
