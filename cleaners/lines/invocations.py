"""Invocations above a solemn text («بسم الله الرحمن الرحیم»): neither kicker, title nor lead."""

import re
from typing import Final

from cleaners.lines.attribution import level
from cleaners.tables import read_table

__all__ = ["is_invocation"]

_OPENING: Final = re.compile(
    rf"(?:{'|'.join(map(level, read_table('kickers')['invocation']['opening']))})(?!\w)"
)
_LONGEST: Final = 60
# «انا لله و انا الیه راجعون؛ استاد کریمی درگذشت» is a headline.
_GOES_ON: Final = re.compile(r"[؛:] ?\w+ \w+ \w")


def is_invocation(text: str) -> bool:
    """Return whether a line is an invocation of God above a text; a sentence of it is longer."""
    is_short = len(text) <= _LONGEST and _GOES_ON.search(text) is None
    return is_short and _OPENING.match(level(text)) is not None
