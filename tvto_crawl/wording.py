"""Counts with their nouns, in sentences for people."""

__all__ = ["counted"]


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: `1 article`, `2,000 articles`; give `plural` if not in -s."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
