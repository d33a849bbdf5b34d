"""Words for people, on standard error; standard output is left to the data (`-o -`)."""

import sys

__all__ = ["escaped", "say"]


def escaped(text: str, limit: int = 300) -> str:
    r"""Return `text` on one line, without characters that could command a terminal.

    Control characters, bidi overrides and other invisible characters become `\x1b`-like escapes,
    all but ZWNJ, which Persian needs; a text longer than `limit` is cut.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(
        c if c.isprintable() or c == "\u200c" else c.encode("unicode_escape").decode() for c in cut
    )


def say(sentence: str) -> None:
    """Print a line for people; hostile characters are escaped."""
    print(escaped(sentence, limit=2000), file=sys.stderr, flush=True)
