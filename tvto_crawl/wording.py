"""Numbers with their nouns, in sentences for people."""

__all__ = ["counted"]


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: `1 article`, `2,000 articles`; `plural` where `-s` is wrong."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
