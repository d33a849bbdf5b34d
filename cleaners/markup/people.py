"""The people whom a page names as authors: in its JSON-LD, and one by one in an element."""

from typing import Any

from selectolax.lexbor import LexborNode

from cleaners.lines.people import is_no_person, reads_as_name_of_person
from cleaners.markup.page import Page, texts_of
from cleaners.markup.sitenames import is_site_name
from cleaners.markup.walking import field_text
from cleaners.persian.names import is_person, sounds_like_person

__all__ = ["people_below", "stated_people"]


def stated_people(page: Page) -> list[str]:
    """Return the authors in the JSON-LD; institutions, logins and the site itself are none."""
    author: Any = page.ld("author")
    return [
        name
        for item in (author if isinstance(author, list) else [author])
        if not isinstance(item, dict) or "Person" in str(item.get("@type", "Person"))
        for name in texts_of(item)
        if not (is_no_person(name) or is_site_name(name, page))
    ]


def people_below(node: LexborNode) -> list[LexborNode]:
    """Return the elements in `node` if each is a person, or the first of a name and an office.

    Each of several links names one, known as a person's name or not.
    Below a name may stand what the person does: `<b>رضا کاظمی</b><small>پژوهشگر</small>`.
    """
    while True:
        children = [child for child in node.iter() if field_text(child)]
        if len(children) != 1 or field_text(children[0]) != field_text(node):
            break
        node = children[0]
    names = [field_text(child) for child in children]
    is_each = reads_as_name_of_person if all(child.tag == "a" for child in children) else is_person
    if len(names) > 1 and all(map(is_each, names)):
        return children
    if len(names) != 2 or _joined(names) != _joined([field_text(node)]):
        return []
    return children[:1] if reads_as_name_of_person(names[0]) and _is_office(names[1]) else []


def _is_office(text: str) -> bool:
    """Return whether what stands behind a name is neither another nor the rest of it."""
    is_name = " " not in text or reads_as_name_of_person(text)
    return not (is_name and sounds_like_person(text))


def _joined(texts: list[str]) -> str:
    return "".join("".join(texts).split())
