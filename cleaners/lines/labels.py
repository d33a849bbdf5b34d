"""The labels of facts (`data/labels.toml`), to be put into patterns for levelled text."""

from functools import cache
from typing import Any

from cleaners.tables import read_table

__all__ = ["any_label"]


def any_label(fact: str, key: str = "label") -> str:
    """Return the labels of a fact as one group of alternatives that captures nothing.

    >>> any_label("code")
    '(?:کد|شناسه)'
    """
    return f"(?:{'|'.join(_table()[fact][key])})"


@cache
def _table() -> dict[str, Any]:
    return read_table("labels")
