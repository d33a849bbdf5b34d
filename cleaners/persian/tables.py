"""The tables of `data/half_spaces.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from cleaners.persian.characters import NON_JOINING, ZWNJ

__all__ = ["by_key", "half_space_tables", "spelled"]

_SOURCE: Final = Path(__file__).parent / "data" / "half_spaces.toml"


@cache
def half_space_tables() -> dict[str, Any]:
    """Return all tables of the file."""
    return tomllib.loads(_SOURCE.read_text("utf-8"))


def by_key(forms: list[str]) -> dict[str, str]:
    """Return each form by its letters: without half-spaces."""
    return {form.replace(ZWNJ, ""): form for form in forms}


def spelled(pieces: list[str]) -> str:
    """Return the pieces of an abbreviation as one word: آی‌سی‌یو, ام‌آرآی."""
    firsts = (piece + ("" if piece[-1] in NON_JOINING else ZWNJ) for piece in pieces[:-1])
    return "".join((*firsts, pieces[-1]))
