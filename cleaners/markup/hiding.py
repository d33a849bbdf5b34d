"""Which elements of a page are never shown."""

from typing import Final

from selectolax.lexbor import LexborNode

__all__ = ["hidden_below", "is_hidden"]

_SCREENS: Final = ("sm", "md", "lg", "xl", "xxl", "2xl")
# Classes that hide an element, each with the prefixes of classes that show it on some screens.
_HIDING: Final = {
    "d-none": tuple(f"d-{screen}-" for screen in _SCREENS),
    "hidden": tuple(f"{screen}:" for screen in _SCREENS),
}


def is_hidden(node: LexborNode) -> bool:
    """Return whether `node` itself is never shown: `hidden`, or `display:none` in its style.

    Of class names only the plain `hidden` and `d-none` count; `hidden-xs`, `hidden md:block` and
    `d-none d-sm-block` hide on some screens only.
    """
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and "display:none" in "".join(style.split()).lower():
        return True
    names = (attributes.get("class") or "").split()
    return any(
        name in names and not any(other.startswith(shown) for other in names)
        for name, shown in _HIDING.items()
    )


def hidden_below(node: LexborNode) -> set[int]:
    """Return the `mem_id` of every element below `node` that is never shown."""
    return {
        found.mem_id
        for found in node.css("[hidden], [style*=none i], .d-none, .hidden")
        if is_hidden(found)
    }
