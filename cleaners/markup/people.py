"""The people whom a page names as authors: in its JSON-LD, and one by one in an element."""

from collections.abc import Collection, Sequence
from typing import Any

from selectolax.lexbor import LexborNode

from cleaners.lines.people import is_no_person, reads_as_name_of_person
from cleaners.markup.page import Page, texts_of
from cleaners.markup.sitenames import is_site_name
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold
from cleaners.persian.names import is_person, sounds_like_person

__all__ = ["people_below", "stated_people"]


def stated_people(page: Page) -> list[str]:
    """Return the authors in the JSON-LD; institutions, logins and the site itself are none."""
    author: Any = page.ld("author")
    publisher: Any = page.ld("publisher")
    is_person_s = isinstance(publisher, dict) and "Person" in str(publisher.get("@type"))
    publishers = set() if is_person_s else set(map(fold, texts_of(publisher)))
    return [
        name
        for item in (author if isinstance(author, list) else [author])
        if not isinstance(item, dict) or "Person" in str(item.get("@type", "Person"))
        for name in texts_of(item)
        if not (is_no_person(name) or is_site_name(name, page) or _is_publisher(name, publishers))
    ]


def _is_publisher(name: str, publishers: Collection[str]) -> bool:
    """Return whether a name is that of the site, which publishes; a blog's is its author's."""
    return fold(name) in publishers and not is_person(name)


def people_below(node: LexborNode) -> list[LexborNode]:
    """Return the elements in `node` if each is a person, or the first of a name and an office.

    Each of several links names one, known as a person's name or not. Below a name may stand what
    the person does: `<b>رضا کاظمی</b><small>پژوهشگر</small>`; each of several may have such a box.
    """
    parts = _parts_of(node)
    is_each = reads_as_name_of_person if all(part.tag == "a" for part in parts) else is_person
    if len(parts) > 1:
        if all(is_each(field_text(part)) for part in parts):
            return parts
        names = [_name_above_office(_parts_of(part), part) for part in parts]
        if all(names):
            return [name for name in names if name is not None]
    name = _name_above_office(parts, node)
    return [name] if name is not None else []


def _parts_of(node: LexborNode) -> list[LexborNode]:
    """Return the elements with text in the innermost element that has all the text of `node`."""
    while True:
        parts = [child for child in node.iter() if field_text(child)]
        if len(parts) != 1 or field_text(parts[0]) != field_text(node):
            return parts
        node = parts[0]


def _name_above_office(parts: Sequence[LexborNode], box: LexborNode) -> LexborNode | None:
    """Return the first of the two elements in a box that are all its text: a name, an office."""
    texts = [field_text(part) for part in parts]
    if len(texts) != 2 or _joined(texts) != _joined([field_text(box)]):
        return None
    return parts[0] if reads_as_name_of_person(texts[0]) and _is_office(texts[1]) else None


def _is_office(text: str) -> bool:
    """Return whether what stands behind a name is neither another nor the rest of it."""
    is_name = " " not in text or reads_as_name_of_person(text)
    return not (is_name and sounds_like_person(text))


def _joined(texts: Sequence[str]) -> str:
    return "".join("".join(texts).split())
