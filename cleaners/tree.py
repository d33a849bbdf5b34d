"""Elements around an element."""

from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborNode

__all__ = ["is_within", "up_to"]


def up_to(node: LexborNode, top: LexborNode | None = None) -> Iterator[LexborNode]:
    """Yield `node` and the elements around it, `top` last."""
    last = top.mem_id if top is not None else None
    walker: LexborNode | None = node
    while walker is not None:
        yield walker
        walker = walker.parent if walker.mem_id != last else None


def is_within(node: LexborNode, elements: Collection[int], top: LexborNode) -> bool:
    """Tell whether `node` is, or stands in, one of `elements` (their `mem_id`).

    It looks no further up than `top`.
    """
    return any(around.mem_id in elements for around in up_to(node, top))
