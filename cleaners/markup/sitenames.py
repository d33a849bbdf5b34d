"""The site's name on its pages: beside the headline in `<title>`, and in headings of its own."""

from typing import Final

from cleaners.lines.sitenames import TITLE_PARTS, reads_as_name, reads_as_office
from cleaners.links import leads_to_front
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.markup.tree import matches_of
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = ["is_site_name", "names_site", "title_of_head", "without_name_behind"]

# A name behind a bar has fewer blanks than this, the headline before it at least as many.
_NAME_WORDS: Final = 3
_LOGOS: Final = 'a[href="/"], a[rel=home], a.navbar-brand, .logo a'
_MOST_LOGOS: Final = 8
# What may be a page's title, if the words of its `<title>` stand there, too.
_HEADINGS: Final = "h1, h2, h3, h4, [class*=title], [id*=title i], [class*=titr], [class*=head]"


def title_of_head(page: Page) -> str | None:
    """Return the title in the page's head, without the site's name; for pages that show none."""
    for text in (*page.ld_texts("headline"), page.meta("og:title"), page.title_tag):
        if text and (title := _without_site_name(text, page)):
            return title
    return None


def without_name_behind(text: str, page: Page) -> str:
    """Return a title without the site's name behind it, which the page states or which reads so."""
    bars = list(TITLE_PARTS.finditer(text))
    if not bars:
        return text
    head, name = text[: bars[-1].start()], text[bars[-1].end() :]
    site = page.meta("og:site_name") or ""
    is_name = fold(name) in map(fold, (site, *TITLE_PARTS.split(site))) or reads_as_name(name)
    return head if head and name and is_name else text


def _without_site_name(text: str, page: Page) -> str:
    """Return a `<title>` without the site's name at its beginning or end.

    A short part behind a bar is a name, and so is one that the page's logo repeats.
    """
    parts = [part for part in TITLE_PARTS.split(text) if part]
    titles = [part for part in parts if not is_site_name(part, page)]
    if len(titles) == len(parts):
        head, bar, name = text.rpartition("|")
        if bar and name.count(" ") < _NAME_WORDS <= head.strip().count(" "):
            return head.strip()
        logos = _logos(page) if len(parts) > 1 else frozenset()
        titles = [part for part in parts if fold(part) not in logos]
        if not titles or len(titles) == len(parts):
            return text
    return max(titles, key=len, default="")


def _logos(page: Page) -> frozenset[str]:
    """Return how the links to the front page are labelled, folded: text, `title`, or `alt`."""
    found: list[str] = []
    for link in matches_of(page.top, _LOGOS)[:_MOST_LOGOS]:
        picture = link.css_first("img")
        alt = picture.attributes.get("alt") if picture is not None else None
        found += [field_text(link), link.attributes.get("title") or "", alt or ""]
    return frozenset(filter(None, map(fold, found)))


def names_site(block: Block, page: Page) -> bool:
    """Return whether a heading shows the site's name or leads to its front page."""
    if block.linked and all(map(leads_to_front, block.links)):
        return True
    return is_site_name(block.text, page) or _is_named_in_title(block.text, page)


def is_site_name(text: str, page: Page) -> bool:
    """Return whether `text` is only the name of the site, or of the office that it is of.

    Old portals give all pages the office's name as `<title>`, and no headings.
    """
    if fold(text) in fold(page.meta("og:site_name") or "") or reads_as_name(text):
        return True
    if text != page.title_tag or page.meta("og:title") or not reads_as_office(text):
        return False
    return all(fold(field_text(node)) != fold(text) for node in matches_of(page.top, _HEADINGS))


def _is_named_in_title(text: str, page: Page) -> bool:
    """Return whether a heading is a part of `<title>` that `og:title` lacks: the site's name."""
    headline = fold(page.meta("og:title") or next(iter(page.ld_texts("headline")), ""))
    parts = TITLE_PARTS.split(page.title_tag or "")
    if len(parts) < 2 or not headline:
        return False
    folded = fold(text)
    return folded not in headline and any(fold(part) == folded for part in parts[1:])
