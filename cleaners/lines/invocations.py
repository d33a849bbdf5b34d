"""What stands above a solemn text («بسم الله الرحمن الرحیم»): neither kicker, title nor lead."""

from typing import Final

from cleaners.tables import read_table

__all__ = ["is_invocation"]

_OPENINGS: Final = tuple(read_table("kickers")["invocation"]["opening"])


def is_invocation(text: str) -> bool:
    """Tell whether a line calls on God before a text begins."""
    return text.startswith(_OPENINGS)
