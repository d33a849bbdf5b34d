"""The labels of facts (`data/labels.toml`), to be put into patterns for levelled text."""

from cleaners.tables import read_table

__all__ = ["any_label"]


def any_label(fact: str, key: str = "label") -> str:
    """Return the labels of a fact as one non-capturing group of alternatives.

    >>> any_label("code")
    '(?:کد|شناسه)'
    """
    return f"(?:{'|'.join(read_table('labels')[fact][key])})"
